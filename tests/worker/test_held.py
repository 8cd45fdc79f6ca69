"""A turn in hand: what interrupts it, and what the interruption reaches."""

from __future__ import annotations

from dataclasses import replace

import pytest

from shared.ids import Fence, MessageId, SessionId
from shared.protocol import LoggedUser
from shared.store.turn import Turn
from worker.held import Held, Interrupt

TURN = Turn(
    sid=SessionId("a" * 32),
    fence=Fence("w1.n.1"),
    number=3,
    attempt=1,
    tries=0,
    crashes=0,
    user=17,
    country=None,
    stopped=False,
    question=LoggedUser(MessageId("m"), "hola"),
    spoken=(),
    shown=None,
)


class Running:
    """Counts its interruptions."""

    def __init__(self) -> None:
        self.interruptions = 0

    def interrupt(self) -> None:
        """Count."""
        self.interruptions += 1


def test_a_fresh_turn_is_not_interrupted() -> None:
    """A turn as it is claimed goes on, and attaching a call leaves the call alone."""
    held, running = Held(TURN, 1.0), Running()
    held.attach(running)
    assert held.interrupted is None
    assert running.interruptions == 0


def test_a_turn_that_was_stopped_before_its_claim_starts_interrupted() -> None:
    """The stop flag found at the claim counts like one that comes later."""
    assert Held(replace(TURN, stopped=True), 1.0).interrupted is Interrupt.STOP


@pytest.mark.parametrize("reason", list(Interrupt))
def test_an_interrupt_ends_what_runs(reason: Interrupt) -> None:
    """The running call is told at once."""
    held, running = Held(TURN, 1.0), Running()
    held.attach(running)
    held.interrupt(reason)
    assert held.interrupted is reason
    assert running.interruptions == 1


@pytest.mark.parametrize("reason", list(Interrupt))
def test_an_interrupt_before_the_call_ends_it_at_once(reason: Interrupt) -> None:
    """What came between claim and call is not forgotten."""
    held, running = Held(TURN, 1.0), Running()
    held.interrupt(reason)
    held.attach(running)
    assert running.interruptions == 1


def test_a_lost_turn_stays_lost() -> None:
    """Neither a stop nor a drain turns a lost turn into one that may still write."""
    held = Held(TURN, 1.0)
    held.interrupt(Interrupt.LOST)
    held.interrupt(Interrupt.STOP)
    held.interrupt(Interrupt.HAND_OVER)
    assert held.interrupted is Interrupt.LOST


def test_losing_the_turn_overrules_a_stop() -> None:
    """A stopped turn that is lost afterwards must not settle what was shown."""
    held = Held(TURN, 1.0)
    held.interrupt(Interrupt.STOP)
    held.interrupt(Interrupt.LOST)
    assert held.interrupted is Interrupt.LOST
