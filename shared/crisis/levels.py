"""What the detector says: a level of danger and the rules that led to it."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum
from typing import Final

VERSION: Final = "2026-11-24.1"
"""Of rules and weights together: a stored level says which detector found it. Change them, change it."""


class Level(StrEnum):
    """What a message says about danger, gravest first. The highest level found wins."""

    IMMINENT = "imminent"
    """Plan, means at hand, act under way or just done, goodbye acts."""
    IDEATION = "ideation"
    """Wish to be dead or gone, to kill oneself, being a burden, asking for a method for oneself."""
    SELF_HARM = "self_harm"
    """Hurts themself now or again."""
    VICTIM = "victim"
    """Is hit, threatened, abused, controlled by fear."""
    THIRD_PARTY = "third_party"
    """Somebody else is in danger."""
    PAST = "past"
    """Over, denied or outgrown."""
    INFORMATIONAL = "informational"
    """Facts, homework, news, how to help in general."""
    DISTRESS = "distress"
    """Sadness, anxiety, grief, exhaustion without any of the above."""
    NONE = "none"
    """Everything else, figures of speech included."""

    @property
    def crisis(self) -> bool:
        """True when help resources must be shown."""
        return self.rank >= Level.THIRD_PARTY.rank

    @property
    def rank(self) -> int:
        """Gravity: of several levels the one with the highest rank wins."""
        return _RANKS[self]


_RANKS = {level: rank for rank, level in enumerate(reversed(Level))}


@dataclass(frozen=True, slots=True)
class Assessment:
    """A level and the ids of the rules that led to it. Never holds a word of the message."""

    level: Level
    rules: tuple[str, ...] = ()
    safe: bool = False
    """True when the person says that they are safe now: two such answers bring the session's risk down."""

    @property
    def crisis(self) -> bool:
        """True when help resources must be shown."""
        return self.level.crisis


CALM: Final = Assessment(Level.NONE)
"""Nothing found."""
