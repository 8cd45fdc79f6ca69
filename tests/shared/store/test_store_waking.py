"""shared/store/queue.py: when a worker is woken, and when asking again makes sense."""

from __future__ import annotations

from tests.support.store_kit import Clock, Kit, person

ANA, LUZ = person("ana"), person("luz")


async def test_asking_again_is_no_use_until_woken(kit: Kit) -> None:
    """With an empty queue there is nothing to wait for but a wake-up."""
    assert await kit.ask_again() is None


async def test_a_full_claim_asks_at_once(kit: Kit) -> None:
    """Got as many as wanted: there may be more."""
    await kit.say(ANA)
    assert (await kit.worker().claim(1)).ask_again == 0


async def test_asking_again_makes_sense_when_the_next_turn_is_due(kit: Kit, clock: Clock) -> None:
    """A delayed turn, or the end of another's lease, is when to ask again."""
    await kit.say(ANA)
    await kit.take(lease_seconds=3)
    assert await kit.ask_again() == 3.0
    await kit.say(LUZ)
    await kit.worker().give_back(await kit.take_one(), delay=0.25)
    clock.advance(50)
    assert await kit.ask_again() == 0.2


async def test_without_permits_asking_again_waits_for_one(kit: Kit, clock: Clock) -> None:
    """With all permits taken, the first lease to end is the time to ask."""
    await kit.say(ANA)
    clock.advance(1)
    await kit.say(LUZ)
    await kit.take(max_in_flight=1, lease_seconds=2)
    clock.advance(500)
    assert await kit.ask_again(max_in_flight=1) == 1.5


async def test_old_tokens_are_thrown_away_when_nothing_can_be_claimed(kit: Kit) -> None:
    """The wake list empties itself, or each old token would cost an empty claim."""
    await kit.say(ANA)
    await kit.say(LUZ)
    await kit.take(1)
    assert kit.raw.llen("arq:wake") == 2, "there is more: the tokens are still good"
    await kit.take(16)
    assert not kit.raw.exists("arq:wake")


async def test_the_wake_list_is_bounded(kit: Kit) -> None:
    """More tokens than idle workers are useless."""
    kit.raw.rpush("arq:wake", *range(1000))
    await kit.say(ANA)
    assert kit.raw.llen("arq:wake") == 256


async def test_a_nudge_wakes_one_worker(kit: Kit) -> None:
    """A worker that drains passes on the token it took."""
    await kit.worker().nudge()
    assert kit.raw.llen("arq:wake") == 1


async def test_workers_listen_to_their_own_list_and_the_shared_one(kit: Kit) -> None:
    """Stop and erase reach the worker that answers; wake-ups reach anybody."""
    assert kit.worker("w7").wake_keys == ("worker:w7", "arq:wake")


async def test_a_host_is_alive_for_a_while_after_a_beat(kit: Kit) -> None:
    """A worker's beat is seen, on its own host only, and ends by itself."""
    await kit.worker().beat("here")
    assert await kit.worker("w2").alive("here")
    assert not await kit.worker().alive("there")
    assert 0 < kit.raw.pttl("arq:queue:health-check:here") <= 10_000
