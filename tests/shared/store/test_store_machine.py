"""shared/store/lua: people, edges and dying workers against a plain model of the queue.

What holds whatever they do: one reply per acked message, in order (I1, I2); who lost the lease
writes nothing (I3); never more permits than the limit, and none idle while a turn is due (I5).
"""

from __future__ import annotations

from dataclasses import dataclass, field

import pytest
from hypothesis import settings
from hypothesis import strategies as st
from hypothesis.stateful import RuleBasedStateMachine, invariant, rule, run_state_machine_as_test

from shared.errors import LeaseLost
from shared.ids import SessionId
from shared.store.queue import TurnQueue
from shared.store.turn import Turn, Word
from tests.support.store_kit import Clock, Kit, person, reply_to, run_now

PEOPLE = [person(name) for name in ("ana", "luz", "sol", "teo")]
LIMIT = 2
LEASE_MS = 1000


@dataclass
class Mail:
    """The model of one session."""

    waiting: list[int] = field(default_factory=list)
    answered: list[int] = field(default_factory=list)
    stopped: set[int] = field(default_factory=set)
    said: int = 0
    danger: int = 0
    due: int = 0
    holder: Turn | None = None
    lease_end: int = 0
    last_settled: str = ""

    def leased(self, now: int) -> bool:
        """Whether a worker holds it."""
        return self.holder is not None and self.lease_end > now

    def claimable(self, now: int) -> bool:
        """Whether a worker could get it."""
        return bool(self.waiting) and not self.leased(now) and self.due <= now

    def finish(self, number: int, now: int) -> None:
        """Note the reply to one message."""
        head = self.waiting[0] == number
        self.waiting.remove(number)
        self.answered.append(number)
        if head:
            self.holder, self.due = None, now


class Queue(RuleBasedStateMachine):
    """Four people, two workers, two permits."""

    kit: Kit
    clock: Clock
    workers: tuple[TurnQueue, TurnQueue]

    def __init__(self) -> None:
        super().__init__()
        self.kit.raw.flushall()
        self.clock = Clock(self.kit.raw)
        self.mail = {sid: Mail() for sid in PEOPLE}
        self.turns: list[Turn] = []

    def owned(self, turn: Turn) -> bool:
        """Whether the turn's fence is the session's."""
        holder = self.mail[turn.sid].holder
        return holder is not None and holder.fence == turn.fence

    @rule(sid=st.sampled_from(PEOPLE), danger=st.booleans())
    def say(self, sid: SessionId, danger: bool) -> None:
        """A person writes."""
        mail = self.mail[sid]
        mail.said += 1
        assert run_now(self.kit.say(sid, danger=danger)).number == mail.said
        if not mail.waiting or (danger and not mail.leased(self.clock.now)):
            mail.due = self.clock.now
        if danger:
            mail.danger = mail.said
        mail.waiting.append(mail.said)

    @rule(worker=st.sampled_from([0, 1]), want=st.integers(1, 3))
    def claim(self, worker: int, want: int) -> None:
        """A worker gets the free permits' worth of due turns, each the session's oldest."""
        now = self.clock.now
        free = LIMIT - sum(mail.leased(now) for mail in self.mail.values())
        due = sum(mail.claimable(now) for mail in self.mail.values())
        turns = run_now(self.workers[worker].claim(want)).turns
        assert len(turns) == min(want, free, due)
        for turn in turns:
            mail = self.mail[turn.sid]
            assert mail.claimable(now)
            assert turn.number == mail.waiting[0]
            mail.holder, mail.lease_end = turn, now + LEASE_MS
        self.turns += turns

    @rule(data=st.data(), text=st.text("ab", min_size=1, max_size=3))
    def append(self, data: st.DataObject, text: str) -> None:
        """A piece is stored for the owner only. Turns of long ago try, too."""
        if self.turns:
            turn = data.draw(st.sampled_from(self.turns))
            page = run_now(self.kit.edge().resume(turn.sid, None))
            at = len(page.running.text) if page.running and self.owned(turn) else 0
            attempt = page.running.attempt if at else turn.attempt
            word = run_now(self.workers[0].append(turn, attempt, at, text))
            assert (word is not Word.LOST) is self.owned(turn)

    @rule(data=st.data())
    def renew(self, data: st.DataObject) -> None:
        """A lease goes on for the owner, and only while it lasts."""
        if self.turns:
            turn = data.draw(st.sampled_from(self.turns))
            mail, now = self.mail[turn.sid], self.clock.now
            (word,) = run_now(self.workers[0].renew([turn]))
            assert (word is not Word.LOST) is (self.owned(turn) and mail.leased(now))
            if word is not Word.LOST:
                mail.lease_end = now + LEASE_MS

    @rule(data=st.data(), hungry=st.booleans())
    def settle(self, data: st.DataObject, hungry: bool) -> None:
        """The owner's reply is committed; a repeat of the last one is accepted; nobody else's is."""
        if not self.turns:
            return
        turn = data.draw(st.sampled_from(self.turns))
        mail, now = self.mail[turn.sid], self.clock.now
        accepted = self.owned(turn) or (mail.last_settled == turn.fence)
        try:
            run_now(self.workers[0].settle(turn, reply_to(turn), hungry=hungry))
        except LeaseLost:
            assert not accepted
            return
        assert accepted
        if self.owned(turn):
            mail.finish(turn.number, now)
            mail.last_settled = turn.fence

    @rule(data=st.data(), delay=st.sampled_from([0, 300, 2000]), tried=st.booleans())
    def give_back(self, data: st.DataObject, delay: int, tried: bool) -> None:
        """The owner's turn comes back after the delay; in danger at once, unless it was not even tried."""
        if self.turns:
            turn = data.draw(st.sampled_from(self.turns))
            run_now(self.workers[0].give_back(turn, delay=delay / 1000, tried=tried))
            if self.owned(turn):
                mail = self.mail[turn.sid]
                pause = 0 if tried and mail.danger >= turn.number else delay
                mail.holder, mail.due = None, self.clock.now + pause

    @rule(sid=st.sampled_from(PEOPLE))
    def stop(self, sid: SessionId) -> None:
        """The oldest reply ends: now when nobody holds it, else by its worker."""
        mail, now = self.mail[sid], self.clock.now
        assert run_now(self.kit.edge().stop(sid, None)) is bool(mail.waiting)
        if mail.waiting and not mail.leased(now):
            mail.finish(mail.waiting[0], now)

    @rule(sid=st.sampled_from(PEOPLE))
    def erase(self, sid: SessionId) -> None:
        """The session starts over."""
        run_now(self.kit.edge().erase(sid, "c1"))
        self.mail[sid] = Mail()

    @rule(ms=st.sampled_from([1, 299, 300, 999, 1000, 2000]))
    def wait(self, ms: int) -> None:
        """Time passes; nobody renews, so workers die."""
        self.clock.advance(ms)

    @invariant()
    def permits_are_never_too_many(self) -> None:
        """Live permits are the live leases, and no more than the limit."""
        now = self.clock.now
        permits = {sid.decode() for sid in self.kit.raw.zrangebyscore("llm:permits", f"({now}", "+inf")}
        assert permits == {sid for sid, mail in self.mail.items() if mail.leased(now)}
        assert len(permits) <= LIMIT

    def teardown(self) -> None:
        """Drain it all: every acked message has one reply, in order."""
        for _ in range(200):
            self.clock.advance(2000)
            for turn in run_now(self.workers[0].claim(16)).turns:
                run_now(self.workers[0].settle(turn, reply_to(turn), hungry=True))
                self.mail[turn.sid].finish(turn.number, self.clock.now)
            if not any(mail.waiting for mail in self.mail.values()):
                break
        for sid, mail in self.mail.items():
            replies = [number for kind, _, number in self.kit.logged(sid) if kind == "r"]
            assert replies == mail.answered == list(range(1, mail.said + 1))
        assert self.kit.raw.zcard("arq:queue") == 0


def test_the_queue_keeps_its_promises(direct: Kit, clock: Clock, monkeypatch: pytest.MonkeyPatch) -> None:
    """Whatever people and workers do, the store does what the model says."""
    monkeypatch.setattr(Queue, "kit", direct, raising=False)
    limits = {"max_in_flight": LIMIT, "lease_seconds": LEASE_MS / 1000}
    workers = direct.worker("w1", **limits), direct.worker("w2", **limits)
    monkeypatch.setattr(Queue, "workers", workers, raising=False)
    run_state_machine_as_test(
        Queue, settings=settings(max_examples=20, stateful_step_count=40, deadline=None)
    )
