"""shared/store/lua/submit.lua: the sliding window against a plain model of it."""

from __future__ import annotations

import pytest
from hypothesis import settings
from hypothesis import strategies as st
from hypothesis.stateful import RuleBasedStateMachine, invariant, rule, run_state_machine_as_test

from shared.errors import Refusal
from shared.ids import SessionId
from tests.support.store_kit import Clock, Kit, person, run_now

WINDOW_SECONDS = 60
PEOPLE = [person("ana"), person("luz")]


class Window:
    """The model: times of what was accepted, in a list."""

    def __init__(self, limit: int) -> None:
        self._limit = limit
        self.times: list[int] = []

    def offer(self, now: int, allowance: int) -> float | None:
        """Accept a message at `now` and return None, or return the seconds until one is accepted."""
        allowed = self._limit * allowance
        recent = [time for time in self.times if time > now - WINDOW_SECONDS * 1000]
        if len(recent) < allowed:
            self.times.append(now)
            return None
        return (recent[len(recent) - allowed] + WINDOW_SECONDS * 1000 - now) / 1000


class Limiter(RuleBasedStateMachine):
    """Two people write, in danger or not, at any moments."""

    kit: Kit
    clock: Clock

    def __init__(self) -> None:
        super().__init__()
        self.kit.raw.flushall()
        self.clock = Clock(self.kit.raw)
        self.windows = {sid: Window(3) for sid in PEOPLE}

    @rule(sid=st.sampled_from(PEOPLE), danger=st.booleans())
    def write(self, sid: SessionId, danger: bool) -> None:
        """The store accepts exactly what the model accepts, and tells the same pause."""
        expected = self.windows[sid].offer(self.clock.now, 2 if danger else 1)
        assert run_now(self.refused(sid, danger)) == expected

    async def refused(self, sid: SessionId, danger: bool) -> float | None:
        """Write, and return the pause that is told; None when the message was accepted."""
        limits = {"rate_max_messages": 3, "rate_window_seconds": WINDOW_SECONDS}
        try:
            await self.kit.say(sid, danger=danger, **limits)
        except Refusal as refusal:
            return refusal.retry_after
        return None

    @rule(ms=st.one_of(st.integers(1, 20), st.integers(1, WINDOW_SECONDS * 1000)))
    def wait(self, ms: int) -> None:
        """Time passes."""
        self.clock.advance(ms)

    @rule(sid=st.sampled_from(PEOPLE))
    def wait_until_the_edge(self, sid: SessionId) -> None:
        """Time passes until exactly when the oldest accepted message leaves the window."""
        times = [time + WINDOW_SECONDS * 1000 for time in self.windows[sid].times]
        later = [time for time in times if time > self.clock.now]
        if later:
            self.clock.advance(min(later) - self.clock.now)

    @rule(sid=st.sampled_from(PEOPLE))
    def erase(self, sid: SessionId) -> None:
        """Erasing is no way around the limit."""
        run_now(self.kit.edge().erase(sid, "c1"))

    @invariant()
    def nothing_refused_is_kept(self) -> None:
        """The window's key holds accepted messages only."""
        for sid, window in self.windows.items():
            scores = [int(score) for _, score in self.kit.raw.zrange(f"s:{sid}:rate", 0, -1, withscores=True)]
            assert scores == window.times[len(window.times) - len(scores) :]


def test_the_limiter_is_a_sliding_window(direct: Kit, clock: Clock, monkeypatch: pytest.MonkeyPatch) -> None:
    """Whatever people do, the script and the plain model decide alike."""
    monkeypatch.setattr(Limiter, "kit", direct, raising=False)
    run_state_machine_as_test(
        Limiter, settings=settings(max_examples=20, stateful_step_count=30, deadline=None)
    )
