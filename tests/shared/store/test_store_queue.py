"""shared/store/queue.py: which turns a worker gets, in what order, and never too many."""

from __future__ import annotations

import asyncio
from collections.abc import Callable

import pytest

from shared.ids import SessionId
from shared.settings import Settings
from shared.store.queue import MAX_CLAIMS, TurnQueue
from shared.store.scripts import connect
from shared.store.turn import Turn
from tests.support.store_kit import Clock, Kit, person, reply_to

ANA, LUZ, SOL, TEO = (person(name) for name in ("ana", "luz", "sol", "teo"))


async def line_up(kit: Kit, clock: Clock, *sids: SessionId) -> None:
    """Let people write one after another, a millisecond apart."""
    for sid in sids:
        await kit.say(sid)
        clock.advance(1)


async def test_a_claim_brings_all_that_an_answer_needs(kit: Kit) -> None:
    """The question, the user, the trace, and that nothing failed so far."""
    await kit.say(ANA, "me siento solo", id="a", country="UY")
    turn = await kit.take_one()
    assert (turn.sid, turn.number, turn.user, turn.country) == (ANA, 1, 17, "UY")
    assert (turn.question.id, turn.question.text, turn.trace) == ("a", "me siento solo", "Usuario-17:m1")
    assert (turn.attempt, turn.tries, turn.crashes, turn.stopped, turn.shown) == (1, 0, 0, False, None)
    assert turn.spoken == ()


async def test_who_came_first_is_first(kit: Kit, clock: Clock) -> None:
    """Turns are given in the order of the queue."""
    await line_up(kit, clock, SOL, ANA, LUZ)
    assert [turn.sid for turn in await kit.take()] == [SOL, ANA, LUZ]


async def test_at_most_as_many_as_wanted(kit: Kit, clock: Clock) -> None:
    """A worker gets no more turns than it asked for."""
    await line_up(kit, clock, SOL, ANA, LUZ)
    assert [turn.sid for turn in await kit.take(2)] == [SOL, ANA]
    assert [turn.sid for turn in await kit.take(2)] == [LUZ]


async def test_one_call_claims_a_bounded_number(kit: Kit) -> None:
    """A script holds up the store while it runs, so it claims few at a time."""
    for number in range(MAX_CLAIMS + 3):
        await kit.say(person(str(number)))
    assert len(await kit.take(1000, max_in_flight=100)) == MAX_CLAIMS
    assert len(await kit.take(1000, max_in_flight=100)) == 3


async def test_a_session_is_answered_by_one_worker_at_a_time(kit: Kit) -> None:
    """Two messages of one person are one turn; the second waits for the first."""
    await kit.say(ANA)
    await kit.say(ANA)
    assert len(await kit.take()) == 1
    assert await kit.take() == []


async def test_messages_are_answered_in_the_order_acked(kit: Kit) -> None:
    """Each settled turn makes the session's next message due."""
    for name in "abc":
        await kit.say(ANA, id=name)
    asked = []
    for _ in range(3):
        turn = await kit.take_one()
        asked.append(turn.question.id)
        await kit.settle(turn)
    assert asked == ["a", "b", "c"]
    assert await kit.take() == []


async def test_the_context_is_what_was_spoken_in_that_order(kit: Kit) -> None:
    """Pipelined messages lie in the log as u1 u2 r1; the context is question, answer."""
    for name in ("uno", "dos", "tres"):
        await kit.say(ANA, name)
    await kit.settle(await kit.take_one(), "r-uno")
    await kit.settle(await kit.take_one(), "r-dos")
    assert [said.text for said in (await kit.take_one()).spoken] == ["uno", "r-uno", "dos", "r-dos"]


async def test_the_context_is_no_longer_than_the_window(kit: Kit) -> None:
    """LLM_HISTORY_MAX_MESSAGES bounds what is read."""
    for name in ("uno", "dos", "tres"):
        await kit.say(ANA, name)
    await kit.settle(await kit.take_one(), "r-uno")
    await kit.settle(await kit.take_one(), "r-dos")
    turn = await kit.take_one(llm_history_max_messages=2)
    assert [said.text for said in turn.spoken] == ["dos", "r-dos"]


async def test_at_most_the_free_permits(kit: Kit, clock: Clock) -> None:
    """No claim goes over MAX_IN_FLIGHT, and each settled turn frees its permit at once."""
    await line_up(kit, clock, ANA, LUZ, SOL, TEO)
    turns = await kit.take(max_in_flight=2)
    assert [turn.sid for turn in turns] == [ANA, LUZ]
    assert await kit.take(max_in_flight=2) == []
    await kit.settle(turns[1])
    assert [turn.sid for turn in await kit.take(max_in_flight=2)] == [SOL]


async def test_without_a_model_nothing_is_counted(kit: Kit) -> None:
    """Offline replies call nobody, so no permit limits them."""
    for number in range(5):
        await kit.say(person(str(number)))
    assert len(await kit.take(max_in_flight=1, groq_api_key="")) == 5


async def test_danger_goes_to_the_head_of_the_line(kit: Kit, clock: Clock) -> None:
    """Who came last but is in danger is next."""
    await line_up(kit, clock, ANA, LUZ)
    await kit.say(SOL, danger=True)
    assert [turn.sid for turn in await kit.take()] == [SOL, ANA, LUZ]


async def test_danger_moves_a_session_that_waits_already(kit: Kit, clock: Clock) -> None:
    """The second message of a waiting session moves it to the head."""
    await line_up(kit, clock, ANA, LUZ)
    await kit.say(LUZ, danger=True)
    assert [turn.sid for turn in await kit.take()] == [LUZ, ANA]


async def test_danger_stays_at_the_head_while_pending(kit: Kit, clock: Clock) -> None:
    """Said behind two other messages, it is next after each of them, and then it is over."""
    await line_up(kit, clock, LUZ, LUZ)
    await kit.say(LUZ, danger=True)
    await kit.say(LUZ)
    await line_up(kit, clock, ANA)
    for number in (1, 2, 3):
        turn = await kit.take_one()
        assert (turn.sid, turn.number) == (LUZ, number)
        clock.advance(1)
        await kit.settle(turn)
    assert (await kit.take_one()).sid == ANA


async def test_danger_said_during_a_turn_is_next_after_it(kit: Kit, clock: Clock) -> None:
    """While its worker answers, a session cannot be claimed; afterwards it is at the head."""
    await kit.say(LUZ)
    turn = await kit.take_one()
    await line_up(kit, clock, ANA)
    await kit.say(LUZ, danger=True)
    assert await kit.edge().places([LUZ]) == [0]
    await kit.settle(turn)
    assert [turn.sid for turn in await kit.take()] == [LUZ, ANA]


async def test_danger_is_at_the_head_after_its_worker_died(kit: Kit, clock: Clock) -> None:
    """A crash costs a person in danger the lease, not the place in the line."""
    await kit.say(LUZ, danger=True)
    await kit.take_one(lease_seconds=1)
    await line_up(kit, clock, ANA)
    clock.advance(1000)
    assert (await kit.take_one()).sid == LUZ


async def test_danger_after_its_worker_died_is_at_the_head(kit: Kit, clock: Clock) -> None:
    """A lease that ran out does not keep a new message from the head of the line."""
    await kit.say(LUZ)
    await kit.take_one(lease_seconds=1)
    await line_up(kit, clock, ANA)
    clock.advance(1000)
    await kit.say(LUZ, danger=True)
    assert await kit.edge().places([LUZ, ANA]) == [1, 2]
    assert (await kit.take_one()).sid == LUZ


async def test_a_session_whose_words_are_gone_leaves_the_queue(kit: Kit) -> None:
    """Expired mail strands nobody: the queue lets go of it."""
    await kit.say(ANA)
    for part in ("log", "turn", "pend"):
        kit.raw.delete(f"s:{ANA}:{part}")
    assert await kit.take() == []
    assert kit.raw.zcard("arq:queue") == 0
    assert not kit.raw.exists(f"arq:job:{ANA}")


async def test_mail_behind_a_lost_message_is_still_answered(kit: Kit) -> None:
    """Only the message whose words are gone is skipped."""
    gone = await kit.say(ANA, id="a")
    await kit.say(ANA, id="b")
    kit.raw.xdel(f"s:{ANA}:log", gone.offset)
    assert await kit.take() == []
    assert (await kit.take_one()).question.id == "b"


@pytest.mark.parametrize("danger", [False, True])
async def test_a_turn_nobody_can_read_harms_no_other(kit: Kit, clock: Clock, danger: bool) -> None:
    """Under another DATA_KEY it is set aside, for a while and not at once again, whoever it is."""
    await kit.say(ANA, danger=danger)
    await line_up(kit, clock, LUZ)
    kit.raw.delete(f"s:{ANA}:log")
    offset = kit.raw.lindex(f"s:{ANA}:pend", 0).split()[0]
    kit.raw.xadd(f"s:{ANA}:log", {"k": "u", "n": 1, "b": b"\xff sealed"}, id=offset)
    assert [turn.sid for turn in await kit.take()] == [LUZ]
    assert await kit.take() == []
    assert kit.raw.zscore("arq:queue", ANA) == clock.now + 60_000


@pytest.mark.parametrize("limit", [1, 6])
async def test_many_workers_never_exceed_the_limit(
    kit: Kit, make_settings: Callable[..., Settings], limit: int
) -> None:
    """Workers on connections of their own, claiming all at once, share the permits and idle none."""
    settings = make_settings(max_in_flight=limit, groq_api_key="k", lease_seconds=60)
    people = 60
    for number in range(people):
        await kit.say(person(str(number)))
    running: set[SessionId] = set()
    seen: list[int] = []

    async def claim(queue: TurnQueue) -> tuple[Turn, ...]:
        claims = await queue.claim(4)
        running.update(turn.sid for turn in claims.turns)
        seen.append(len(running))
        return claims.turns

    async def work(queue: TurnQueue, turns: tuple[Turn, ...]) -> None:
        while turns or running:
            for turn in turns:
                await asyncio.sleep(0)
                running.discard(turn.sid)
                await queue.settle(turn, reply_to(turn), hungry=True)
            turns = await claim(queue)

    connections = [connect(settings.store_url) for _ in range(3)]
    for connection in connections:
        await connection.start()
    queues = [TurnQueue(c, settings, kit.seal, f"w{i}") for i, c in enumerate(connections)]
    first = await asyncio.gather(*map(claim, queues))
    assert len(running) == limit
    await asyncio.gather(*map(work, queues, first))
    for connection in connections:
        await connection.aclose()
    assert max(seen) == limit
    assert kit.raw.zcard("arq:queue") == kit.raw.zcard("llm:permits") == 0
    assert [len(kit.logged(person(str(number)))) for number in range(people)] == [2] * people


async def test_one_millisecond_keeps_the_order_of_arrival(kit: Kit) -> None:
    """Many come within one millisecond; whose id sorts first is not first for that."""
    people = sorted((person(str(number)) for number in range(60)), reverse=True)
    await asyncio.gather(*(kit.say(sid) for sid in people))
    taken = [turn.sid for _ in range(4) for turn in await kit.take(max_in_flight=100)]
    assert taken == people
