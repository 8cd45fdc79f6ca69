"""A turn this worker holds: its lease by our own clock, and what the store last said about it."""

from __future__ import annotations

from enum import Enum, auto
from typing import Protocol

from shared.store.turn import Turn


class Interrupt(Enum):
    """Why a turn must not go on."""

    STOP = auto()
    """The person asked: what was shown is the reply."""
    LOST = auto()
    """The lease ran out or the session was erased: write nothing more."""
    HAND_OVER = auto()
    """The worker drains: another one answers."""


class Interruptible(Protocol):
    """Something that runs for the turn and can be ended early."""

    def interrupt(self) -> None:
        """End as soon as possible; never blocks."""


class Held:
    """One claimed turn. `deadline` is a time of the event loop's clock, in seconds."""

    __slots__ = ("_running", "deadline", "interrupted", "turn")

    def __init__(self, turn: Turn, deadline: float) -> None:
        self.turn = turn
        self.deadline = deadline
        self.interrupted: Interrupt | None = Interrupt.STOP if turn.stopped else None
        self._running: Interruptible | None = None

    def attach(self, running: Interruptible) -> None:
        """Let an interrupt end `running`, also one that came before."""
        self._running = running
        if self.interrupted:
            running.interrupt()

    def interrupt(self, reason: Interrupt) -> None:
        """End the turn early. A lost turn stays lost whatever comes after."""
        if self.interrupted is not Interrupt.LOST:
            self.interrupted = reason
        if self._running is not None:
            self._running.interrupt()
