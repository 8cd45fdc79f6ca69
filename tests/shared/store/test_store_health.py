"""The limit in force and the breaker: what all workers learn of the model together."""

from __future__ import annotations

from shared.store.turn import Mode, Outcome, Turn
from tests.support.store_kit import Clock, Kit, person, reply_to

PEOPLE = [person(f"p{number}") for number in range(40)]


async def claim(kit: Kit, want: int = 16, **settings: object) -> list[Turn]:
    """Claim with MAX_IN_FLIGHT 10 unless told otherwise."""
    return await kit.take(want, **{"max_in_flight": 10, **settings})


async def fail(kit: Kit, turn: Turn, outcome: Outcome) -> None:
    """Give a turn back because the model failed it."""
    await kit.worker(max_in_flight=10).give_back(turn, outcome=outcome)


async def succeed(kit: Kit, turn: Turn) -> None:
    """Settle a turn the model answered."""
    await kit.worker(max_in_flight=10).settle(turn, reply_to(turn), hungry=True, outcome=Outcome.OK)


async def crowd(kit: Kit, size: int) -> None:
    """Let so many people say something."""
    for sid in PEOPLE[:size]:
        await kit.say(sid)


async def break_it(kit: Kit) -> None:
    """Fail ten calls in a row."""
    for _ in range(10):
        (turn,) = await claim(kit, 1)
        await fail(kit, turn, Outcome.FAILED)


async def test_the_limit_starts_at_its_maximum(kit: Kit) -> None:
    """No slow start: people wait for nothing."""
    await crowd(kit, 20)
    assert len(await claim(kit)) == 10


async def test_overload_shrinks_the_limit_once_in_a_cooldown(kit: Kit, clock: Clock) -> None:
    """Many calls report one overload; the next one a second later counts again."""
    await crowd(kit, 30)
    turns = await claim(kit)
    for turn in turns:
        await fail(kit, turn, Outcome.LIMITED)
    turns = await claim(kit)
    assert len(turns) == 7
    clock.advance(1000)
    for turn in turns:
        await fail(kit, turn, Outcome.LIMITED)
    assert len(await claim(kit)) == 4


async def test_the_limit_never_falls_below_one(kit: Kit, clock: Clock) -> None:
    """Somebody is always asked, or it could never grow again."""
    await crowd(kit, 2)
    for _ in range(20):
        (turn,) = await claim(kit, 1)
        await fail(kit, turn, Outcome.LIMITED)
        clock.advance(1000)
    assert len(await claim(kit)) == 1


async def test_success_lets_the_limit_grow_back(kit: Kit, clock: Clock) -> None:
    """By one for as many successes as it is large, up to MAX_IN_FLIGHT and not beyond."""
    await crowd(kit, 40)
    (turn,) = await claim(kit, 1)
    await fail(kit, turn, Outcome.LIMITED)
    for _ in range(8):
        (turn,) = await claim(kit, 1)
        await succeed(kit, turn)
    turns = await claim(kit)
    assert len(turns) == 8
    for turn in turns:
        await succeed(kit, turn)
    for _ in range(12):
        (turn,) = await claim(kit, 1)
        await succeed(kit, turn)
    assert not kit.raw.hexists("llm:health", "limit")


async def test_ten_failures_open_the_breaker(kit: Kit, clock: Clock) -> None:
    """From then on people are sent to the fallback at once, whatever the permits."""
    await crowd(kit, 20)
    await break_it(kit)
    assert {turn.mode for turn in await claim(kit)} == {Mode.DETOUR}
    assert kit.raw.zcard("llm:permits") == 0


async def test_a_429_does_not_open_the_breaker(kit: Kit, clock: Clock) -> None:
    """The provider is well, we are too many: that is the limit's business."""
    await crowd(kit, 20)
    for _ in range(15):
        (turn,) = await claim(kit, 1)
        await fail(kit, turn, Outcome.LIMITED)
    assert (await claim(kit, 1))[0].mode is Mode.CALL


async def test_a_success_in_between_starts_the_count_over(kit: Kit, clock: Clock) -> None:
    """Only failures in a row open it."""
    await crowd(kit, 20)
    for _ in range(3):
        for _ in range(9):
            (turn,) = await claim(kit, 1)
            await fail(kit, turn, Outcome.FAILED)
        (turn,) = await claim(kit, 1)
        await succeed(kit, turn)
    assert (await claim(kit, 1))[0].mode is Mode.CALL


async def test_one_turn_probes_every_five_seconds(kit: Kit, clock: Clock) -> None:
    """The others do not wait for its end."""
    await crowd(kit, 20)
    await break_it(kit)
    clock.advance(4999)
    assert [turn.mode for turn in await claim(kit, 2)] == [Mode.DETOUR, Mode.DETOUR]
    clock.advance(1)
    assert [turn.mode for turn in await claim(kit, 3)] == [Mode.CALL, Mode.DETOUR, Mode.DETOUR]
    assert [turn.mode for turn in await claim(kit, 2)] == [Mode.DETOUR, Mode.DETOUR]


async def test_a_probe_that_succeeds_closes_the_breaker(kit: Kit, clock: Clock) -> None:
    """Everybody is answered by the model again."""
    await crowd(kit, 20)
    await break_it(kit)
    clock.advance(5000)
    (probe,) = await claim(kit, 1)
    await succeed(kit, probe)
    assert {turn.mode for turn in await claim(kit, 5)} == {Mode.CALL}


async def test_a_probe_that_fails_keeps_it_open(kit: Kit, clock: Clock) -> None:
    """The next probe comes five seconds later."""
    await crowd(kit, 20)
    await break_it(kit)
    clock.advance(5000)
    (probe,) = await claim(kit, 1)
    await fail(kit, probe, Outcome.SLOW)
    clock.advance(4000)
    assert (await claim(kit, 1))[0].mode is Mode.DETOUR


async def test_a_gate_closed_for_long_is_a_detour(kit: Kit, clock: Clock) -> None:
    """Nobody waits for tomorrow's quota; a minute is waited for."""
    await crowd(kit, 3)
    await kit.worker().close_gate(60)
    assert await claim(kit) == []
    await kit.worker().close_gate(600)
    assert {turn.mode for turn in await claim(kit)} == {Mode.DETOUR}


async def test_a_turn_that_waits_for_quota_keeps_its_place(kit: Kit, clock: Clock) -> None:
    """Who was first is first when the quota is free."""
    first, second = PEOPLE[:2]
    await kit.say(first)
    clock.advance(10)
    await kit.say(second)
    (turn,) = await claim(kit, 1)
    await kit.worker().give_back(turn, keep_place=True, tried=False)
    assert [turn.sid for turn in await claim(kit)] == [first, second]
