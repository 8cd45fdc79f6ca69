"""What a run writes down, for the checks to read. Values only."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import Any

Frame = dict[str, Any]


@dataclass(frozen=True, slots=True)
class Violation:
    """A broken rule with its evidence: ids and numbers, no texts."""

    rule: str
    where: str
    evidence: str


@dataclass(slots=True)
class Said:
    """One message of one person. Times in seconds of the monotonic clock."""

    id: str
    text: str
    calm: bool = False
    """Said when nothing was broken any more: its pieces must make up the whole reply."""
    times_sent: int = 0
    due: float | None = 0.0
    """When to send it (again); None while its fate is open on the present connection."""
    offset: str = ""
    trace: str = ""
    acked_at: float = 0.0
    replied_at: float = 0.0
    lag: float = 0.0
    """Seconds from the reply's place in the log (offsets hold the store's clock) to its arrival."""
    stop_asked: bool = False

    @property
    def acked(self) -> bool:
        """Whether the service promised an answer."""
        return bool(self.offset)

    @property
    def answered(self) -> bool:
        """Whether the reply was received."""
        return self.replied_at > 0


@dataclass(slots=True)
class Account:
    """What one person did and saw; `said` is of the session's present life (since its last erase)."""

    number: int
    kind: str
    token: str = ""
    user: str = ""
    said: dict[str, Said] = field(default_factory=dict)
    erased: list[Said] = field(default_factory=list)
    views: list[Any] = field(default_factory=list)
    log: list[Frame] = field(default_factory=list)
    """The final log, as a fresh client got it."""
    export: list[Frame] = field(default_factory=list)


@dataclass(frozen=True, slots=True)
class Call:
    """One call as the model saw it."""

    number: int
    worker: str
    trace: str
    users_text: tuple[str, ...]
    start: float
    end: float
    closed_early: bool

    @property
    def text(self) -> str:
        """The person's words that it answers."""
        return self.users_text[-1]


@dataclass(frozen=True, slots=True)
class Frozen:
    """A worker that could not close its calls between two times."""

    worker: str
    start: float
    end: float
