"""shared/store/lua/claim.lua: imminent danger is answered by a template, and waits for nothing."""

from __future__ import annotations

from shared.crisis import Level
from shared.store.turn import Mode, Word
from tests.support.store_kit import Clock, Kit, person

ANA, LUZ, SOL = (person(name) for name in ("ana", "luz", "sol"))


async def test_imminent_danger_comes_before_all(kit: Kit, clock: Clock) -> None:
    """Before other danger and before everybody else; only its turn is the template's."""
    await kit.say(ANA)
    await kit.say(LUZ, danger=True)
    clock.advance(1)
    await kit.say(SOL, level=Level.IMMINENT)
    turns = await kit.take()
    assert [(turn.sid, turn.mode) for turn in turns] == [
        (SOL, Mode.TEMPLATE),
        (LUZ, Mode.CALL),
        (ANA, Mode.CALL),
    ]


async def test_it_needs_no_permit(kit: Kit) -> None:
    """With every permit taken it is claimed, and takes none from the others."""
    await kit.say(ANA)
    await kit.take_one(max_in_flight=1)
    await kit.say(SOL, level=Level.IMMINENT)
    turn = await kit.take_one(max_in_flight=1)
    assert turn.mode is Mode.TEMPLATE
    assert kit.raw.zrange("llm:permits", 0, -1) == [ANA.encode()]


async def test_no_gate_closes_for_it(kit: Kit, clock: Clock) -> None:
    """While the model is closed to all, the template is not."""
    await kit.say(ANA)
    await kit.worker().give_back(await kit.take_one(), gate=5)
    await kit.say(SOL, level=Level.IMMINENT)
    assert [turn.sid for turn in await kit.take()] == [SOL]


async def test_renewing_gives_it_no_permit(kit: Kit, clock: Clock) -> None:
    """A template's lease goes on without the semaphore."""
    await kit.say(SOL, level=Level.IMMINENT)
    turn = await kit.take_one()
    await kit.worker().renew([turn])
    assert kit.raw.zcard("llm:permits") == 0


async def test_the_next_message_is_an_ordinary_one(kit: Kit) -> None:
    """Only the message that signals it is the template's; what follows is in plain danger no more."""
    await kit.say(SOL, level=Level.IMMINENT)
    await kit.say(SOL)
    await kit.settle(await kit.take_one())
    assert (await kit.take_one()).mode is Mode.CALL


async def test_a_dead_worker_leaves_it_at_the_head_of_the_line(kit: Kit, clock: Clock) -> None:
    """Not before its lease has ended, then at once, and still without a permit."""
    await kit.say(ANA)
    await kit.take_one(max_in_flight=1, lease_seconds=60)
    await kit.say(SOL, level=Level.IMMINENT)
    dead = await kit.take_one(max_in_flight=1)
    assert await kit.worker(max_in_flight=1).renew([dead]) == [Word.GO_ON]
    assert await kit.take(max_in_flight=1) == []
    clock.advance(1000)
    assert await kit.worker(max_in_flight=1).renew([dead]) == [Word.LOST]
    (again,) = await kit.take(max_in_flight=1)
    assert (again.sid, again.mode, again.crashes) == (SOL, Mode.TEMPLATE, 1)


async def test_stop_finds_its_worker(kit: Kit) -> None:
    """While a worker has it, a stop is told to that worker, as for any other turn."""
    await kit.say(SOL, level=Level.IMMINENT)
    turn = await kit.take_one()
    assert await kit.edge().stop(SOL, None)
    assert await kit.worker().renew([turn]) == [Word.STOP]
