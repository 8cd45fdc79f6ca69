"""shared/store/queue.py: what a worker may write while its lease lasts, and no longer."""

from __future__ import annotations

import pytest

from shared.protocol import Delta
from shared.store.turn import Word
from tests.support.store_kit import (
    ANA,
    LEASE,
    LUZ,
    Clock,
    Kit,
    everything,
    of_another,
    person,
    shown,
    started,
)

# Append


async def test_pieces_make_the_running_reply(kit: Kit) -> None:
    """What was appended is what a newcomer sees; places are counted in code points."""
    turn, worker = await started(kit), kit.worker()
    assert await worker.append(turn, 1, 0, "Te leo 💙") is Word.GO_ON
    assert await worker.append(turn, 1, 8, ", contame") is Word.GO_ON
    assert await shown(kit) == "Te leo 💙, contame"


async def test_a_piece_repeated_is_accepted_once(kit: Kit) -> None:
    """After a lost answer the same piece is sent again: it is neither refused nor doubled."""
    turn, worker = await started(kit), kit.worker()
    await worker.append(turn, 1, 0, "Te ")
    await worker.append(turn, 1, 3, "leo")
    before = (await kit.edge().resume(ANA, None)).seq
    assert await worker.append(turn, 1, 3, "leo") is Word.GO_ON
    page = await kit.edge().resume(ANA, None)
    assert (page.seq, page.running) == (before, Delta(turn.question.id, 1, 0, "Te leo"))


@pytest.mark.parametrize("at", [4, 1])
async def test_a_gap_is_refused(kit: Kit, at: int) -> None:
    """A piece that does not go on where the reply ends is not written."""
    turn, worker = await started(kit), kit.worker()
    await worker.append(turn, 1, 0, "Te ")
    assert await worker.append(turn, 1, at, "leo") is Word.LOST
    assert await shown(kit) == "Te "


async def test_a_higher_attempt_starts_over(kit: Kit) -> None:
    """A retry after the first word replaces what was shown."""
    turn, worker = await started(kit), kit.worker()
    await worker.append(turn, 1, 0, "Te leo")
    assert await worker.append(turn, 2, 0, "Hola") is Word.GO_ON
    assert await worker.append(turn, 2, 0, "Hola") is Word.GO_ON, "and may be repeated"
    running = (await kit.edge().resume(ANA, None)).running
    assert running == Delta(turn.question.id, 2, 0, "Hola")


async def test_another_workers_piece_is_refused(kit: Kit) -> None:
    """Without the fence nothing is written."""
    turn = await started(kit)
    before = sorted(everything(kit.raw))
    assert await kit.worker().append(of_another(turn), 1, 0, "intruso") is Word.LOST
    assert sorted(everything(kit.raw)) == before


async def test_a_worker_that_was_replaced_writes_nothing(kit: Kit, clock: Clock) -> None:
    """The lease ran out and another took the turn: the first one's pieces are refused."""
    first, worker = await started(kit), kit.worker()
    await worker.append(first, 1, 0, "Te ")
    clock.advance(1000)
    second = await kit.take_one(name="w2")
    assert await worker.append(first, 1, 3, "leo") is Word.LOST
    assert await worker.append(first, 9, 0, "leo") is Word.LOST
    assert await kit.worker("w2").append(second, 2, 0, "Hola") is Word.GO_ON
    assert await shown(kit) == "Hola"


async def test_append_says_that_the_person_wants_it_to_stop(kit: Kit) -> None:
    """The stop flag comes back with the next piece."""
    turn = await started(kit)
    assert await kit.edge().stop(ANA, None)
    assert await kit.worker().append(turn, 1, 0, "Te leo") is Word.STOP


# Leases


async def test_a_lease_that_ran_out_is_handed_over(kit: Kit, clock: Clock) -> None:
    """The next worker starts the reply over, and knows that one crashed."""
    first = await started(kit)
    clock.advance(999)
    assert await kit.take(**LEASE) == []
    clock.advance(1)
    second = await kit.take_one(**LEASE)
    assert second.fence != first.fence
    assert (second.attempt, second.crashes, second.tries) == (2, 1, 0)
    clock.advance(1000)
    third = await kit.take_one(**LEASE)
    assert (third.attempt, third.crashes) == (3, 2)


async def test_a_dead_workers_permit_comes_back_with_its_lease(kit: Kit, clock: Clock) -> None:
    """The only permit is free as soon as its holder's lease has run out."""
    await started(kit)
    await kit.say(LUZ)
    assert await kit.take(max_in_flight=1) == []
    clock.advance(1000)
    assert len(await kit.take(max_in_flight=1)) == 1


async def test_a_renewed_lease_is_kept(kit: Kit, clock: Clock) -> None:
    """Each renewal counts from now, for the turn and its permit."""
    turn, worker = await started(kit), kit.worker(**LEASE)
    for _ in range(3):
        clock.advance(999)
        assert await worker.renew([turn]) == [Word.GO_ON]
    assert await kit.take(max_in_flight=1) == []
    assert kit.raw.zscore("llm:permits", ANA) == kit.raw.zscore("arq:queue", ANA) == clock.now + 1000


async def test_a_lease_that_ran_out_is_not_revived(kit: Kit, clock: Clock) -> None:
    """Its permit may be another's already, so renewing is too late."""
    turn, worker = await started(kit), kit.worker(**LEASE)
    clock.advance(1000)
    assert await worker.renew([turn]) == [Word.LOST]
    assert len(await kit.take(max_in_flight=1)) == 1


async def test_each_turn_gets_its_own_word(kit: Kit, clock: Clock) -> None:
    """One call renews all: what is lost, stopped and well is told apart."""
    sids = [person(name) for name in ("uno", "dos", "tres")]
    for sid in sids:
        await kit.say(sid)
        clock.advance(1)
    well, stopped, lost = await kit.take()
    await kit.edge().stop(stopped.sid, None)
    await kit.edge().erase(lost.sid, "c1")
    assert await kit.worker().renew([lost, well, stopped]) == [Word.LOST, Word.GO_ON, Word.STOP]
    assert await kit.worker().renew([of_another(well)]) == [Word.LOST]
    assert await kit.worker().renew([]) == []


async def test_a_stop_for_another_message_is_not_this_turns(kit: Kit) -> None:
    """Stopping what waits behind leaves the running turn alone."""
    await kit.say(ANA, id="a")
    turn = await kit.take_one()
    await kit.say(ANA, id="b")
    assert await kit.edge().stop(ANA, "b")
    assert await kit.worker().renew([turn]) == [Word.GO_ON]
