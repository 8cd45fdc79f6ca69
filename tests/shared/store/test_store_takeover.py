"""The place in the line of a turn whose worker died."""

from __future__ import annotations

from tests.support.store_kit import Clock, Kit, person

LEASE = {"lease_seconds": 1, "max_in_flight": 1}


async def test_a_crash_keeps_the_place_in_the_line(clock: Clock, kit: Kit) -> None:
    """Who waited behind the turn when its worker died still waits behind it when it is taken over."""
    ana, eva = person("ana"), person("eva")
    await kit.say(ana)
    clock.advance(10)
    await kit.say(eva)
    assert (await kit.take_one(**LEASE)).sid == ana
    clock.advance(1001)
    again = await kit.take_one(**LEASE)
    assert (again.sid, again.attempt, again.crashes) == (ana, 2, 1)


async def test_a_turn_that_runs_is_left_alone(clock: Clock, kit: Kit) -> None:
    """Another's lease that ran out moves nobody whose lease goes on."""
    ana, eva = person("ana"), person("eva")
    await kit.say(ana)
    await kit.say(eva)
    dead, alive = await kit.take(lease_seconds=1)
    clock.advance(900)
    await kit.worker(lease_seconds=1).renew([alive])
    clock.advance(200)
    assert [turn.sid for turn in await kit.take(lease_seconds=1)] == [dead.sid]
