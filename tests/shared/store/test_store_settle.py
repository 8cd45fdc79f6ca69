"""shared/store/queue.py: how a turn ends: settled, or given back."""

from __future__ import annotations

import pytest

from shared.errors import LeaseLost
from shared.protocol import Delta
from tests.support.store_kit import ANA, LUZ, Clock, Kit, everything, of_another, reply_to, shown, started

# Settle


async def test_settle_commits_the_reply_and_ends_the_turn(kit: Kit) -> None:
    """The reply is in the log; queue, permit, job and running text are gone."""
    turn = await started(kit)
    await kit.worker().append(turn, 1, 0, "Te")
    assert await kit.settle(turn) is False
    assert kit.logged(ANA) == [("u", "a", 1), ("r", "a", 1)]
    assert kit.raw.zcard("arq:queue") == kit.raw.zcard("llm:permits") == 0
    assert not kit.raw.exists(f"arq:job:{ANA}", f"s:{ANA}:part", f"s:{ANA}:pend")


async def test_settling_again_after_a_lost_answer_is_success(kit: Kit) -> None:
    """Whether the first call ran is unknown, so the second may find its work done."""
    await kit.say(ANA)
    turn = await started(kit)
    assert await kit.settle(turn) is True
    assert await kit.settle(turn) is True, "the next message is still due"
    assert [kind for kind, *_ in kit.logged(ANA)] == ["u", "u", "r"]
    await kit.settle(await kit.take_one())
    with pytest.raises(LeaseLost):
        await kit.settle(turn)


async def test_settling_anothers_turn_is_refused(kit: Kit, clock: Clock) -> None:
    """Who lost the lease cannot commit a reply, before or after the other one did."""
    first = await started(kit)
    clock.advance(1000)
    second = await kit.take_one()
    with pytest.raises(LeaseLost):
        await kit.settle(first)
    await kit.settle(second, "la única")
    with pytest.raises(LeaseLost):
        await kit.settle(first)
    assert kit.logged(ANA) == [("u", "a", 1), ("r", "a", 1)]


async def test_a_slow_worker_may_still_settle_what_nobody_took(kit: Kit, clock: Clock) -> None:
    """A finished reply is not thrown away because its lease ran out a moment ago."""
    turn = await started(kit)
    clock.advance(5000)
    await kit.settle(turn)
    assert kit.logged(ANA) == [("u", "a", 1), ("r", "a", 1)]


async def test_the_next_message_goes_to_the_back(kit: Kit, clock: Clock) -> None:
    """Round robin between people: one answer each."""
    await kit.say(ANA)
    await kit.say(ANA)
    turn = await kit.take_one()
    clock.advance(1)
    await kit.say(LUZ)
    clock.advance(1)
    await kit.settle(turn)
    assert [turn.sid for turn in await kit.take()] == [LUZ, ANA]


async def test_who_is_not_hungry_wakes_another(kit: Kit) -> None:
    """A worker that will not claim again leaves a token when turns are due, else none."""
    await kit.say(ANA)
    await kit.say(ANA)
    kit.raw.delete("arq:wake")
    await kit.settle(await kit.take_one(), hungry=True)
    assert kit.raw.llen("arq:wake") == 0
    await kit.say(ANA)
    turn = await kit.take_one()
    kit.raw.delete("arq:wake")
    assert await kit.settle(turn, hungry=False) is True
    assert kit.raw.llen("arq:wake") == 1
    turn = await kit.take_one()
    kit.raw.delete("arq:wake")
    assert await kit.settle(turn, hungry=False) is False
    assert kit.raw.llen("arq:wake") == 0


# Give back


async def test_given_back_it_is_due_after_the_delay(kit: Kit, clock: Clock) -> None:
    """The permit is free at once, the turn comes back later, and the failure is counted."""
    turn = await started(kit)
    await kit.worker().give_back(turn, delay=2)
    assert kit.raw.zcard("llm:permits") == 0
    clock.advance(1999)
    assert await kit.take() == []
    clock.advance(1)
    again = await kit.take_one()
    assert (again.tries, again.crashes, again.attempt) == (1, 0, 1)


async def test_a_drain_is_no_failure(kit: Kit) -> None:
    """A turn handed over untried is due at once, nothing counted, and somebody is woken."""
    turn = await started(kit)
    kit.raw.delete("arq:wake")
    await kit.worker().give_back(turn, tried=False)
    assert kit.raw.llen("arq:wake") == 1
    again = await kit.take_one()
    assert (again.tries, again.crashes, again.attempt) == (0, 0, 1)


async def test_shown_text_given_back_starts_a_new_attempt(kit: Kit) -> None:
    """People saw a beginning: the next worker's words replace it."""
    turn = await started(kit)
    await kit.worker().append(turn, 1, 0, "Te leo")
    await kit.worker().give_back(turn, tried=False)
    assert await shown(kit) == "Te leo", "it stays on the screen until then"
    again = await kit.take_one()
    assert (again.attempt, again.crashes, again.shown) == (2, 0, None)
    assert await shown(kit) is None


async def test_counts_start_over_with_the_next_message(kit: Kit) -> None:
    """Tries, crashes and attempts are the turn's, not the session's."""
    await kit.say(ANA)
    turn = await started(kit)
    await kit.worker().append(turn, 3, 0, "Te")
    await kit.worker().give_back(turn)
    await kit.settle(await kit.take_one())
    again = await kit.take_one()
    assert (again.number, again.tries, again.crashes, again.attempt) == (2, 0, 0, 1)


async def test_giving_back_anothers_turn_changes_nothing(kit: Kit) -> None:
    """A worker that lost its lease cannot free the other one's permit."""
    turn = await started(kit)
    before = sorted(everything(kit.raw))
    await kit.worker().give_back(of_another(turn))
    assert sorted(everything(kit.raw)) == before


async def test_the_gate_closes_the_model_to_all(kit: Kit, clock: Clock) -> None:
    """After a 429 nobody claims before the gate opens, and idle workers are told when."""
    turn = await started(kit)
    await kit.say(LUZ)
    await kit.worker().give_back(turn, gate=5)
    assert await kit.take(name="w2") == []
    clock.advance(2000)
    assert await kit.ask_again() == 3.0
    assert not kit.raw.exists("arq:wake")
    clock.advance(3000)
    assert len(await kit.take()) == 2


async def test_the_gate_only_moves_later(kit: Kit) -> None:
    """A shorter pause told meanwhile does not open it early."""
    await kit.say(LUZ)
    first, second = await kit.take_one(), await started(kit)
    await kit.worker().give_back(first, gate=5)
    await kit.worker().give_back(second, gate=1)
    assert 4.9 < (await kit.ask_again() or 0) <= 5
    assert 4900 < kit.raw.pttl("llm:gate") <= 5000


async def test_a_lost_turn_still_moves_the_gate(kit: Kit, clock: Clock) -> None:
    """The model's 429 is true whoever owns the turn by now."""
    turn = await started(kit)
    await kit.worker().give_back(of_another(turn), gate=5)
    assert await kit.ask_again() == 5.0


async def test_the_last_piece_is_published_before_the_reply(kit: Kit) -> None:
    """Both come in one step, the piece first, so that streams end whole."""
    turn = await started(kit)
    with kit.raw.pubsub() as listener:
        listener.subscribe(f"s:{ANA}:live")
        assert listener.get_message(timeout=5)
        last = Delta(turn.question.id, 1, 0, "fin")
        await kit.worker().settle(turn, reply_to(turn, "fin"), hungry=True, last=last)
        kinds = []
        for _ in range(2):
            message = listener.get_message(timeout=5)
            assert message is not None
            kinds.append(message["data"].split()[:2])
    assert kinds == [[b"2", b"d"], [b"3", b"r"]]
