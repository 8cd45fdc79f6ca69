"""A claimed turn, and the words the store and its workers have for what becomes of it."""

from __future__ import annotations

from dataclasses import dataclass
from enum import IntEnum, StrEnum

from shared.crisis.levels import Level
from shared.ids import Fence, SessionId, TraceId, trace_id
from shared.protocol import Delta, LoggedReply, LoggedUser


class Mode(IntEnum):
    """How a claimed turn is to be answered."""

    CALL = 0
    """By the model; a permit is held."""
    DETOUR = 1
    """By the fallback at once: the model is down or closed for longer than a person waits."""
    TEMPLATE = 2
    """By a template: imminent danger waits for no model."""


class Outcome(StrEnum):
    """How a call to the model ended; moves the limit in force and the breaker."""

    OK = "ok"
    LIMITED = "limited"
    SLOW = "slow"
    FAILED = "failed"
    NONE = "none"
    """No call was made, or its end says nothing of the model."""


class Word(IntEnum):
    """What the store says to a worker about its turn."""

    LOST = -1
    GO_ON = 0
    STOP = 1


@dataclass(frozen=True, slots=True)
class Turn:
    """A claimed turn: the lease, the question, and what was said before.

    `tries` counts attempts that the model failed, `crashes` those whose worker died. `spoken`
    alternates question and reply, oldest first. `shown` is set on a turn that was stopped while
    nobody held it: it only needs settling with that text. `risk` is what the session's words have told of
    danger, `was` what they told before it came down (NONE: nothing), `since` the number of the message with
    which the present risk began.
    """

    sid: SessionId
    fence: Fence
    number: int
    attempt: int
    tries: int
    crashes: int
    user: int
    country: str | None
    stopped: bool
    question: LoggedUser
    spoken: tuple[LoggedUser | LoggedReply, ...]
    shown: Delta | None
    mode: Mode = Mode.CALL
    risk: Level = Level.NONE
    was: Level = Level.NONE
    since: int = 0

    @property
    def trace(self) -> TraceId:
        """The trace id of the message that is answered."""
        return trace_id(self.user, self.number)


@dataclass(frozen=True, slots=True)
class Claims:
    """Turns, and how many seconds until asking again makes sense (None: when woken)."""

    turns: tuple[Turn, ...]
    ask_again: float | None
