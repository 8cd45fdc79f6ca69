"""How rules are written: patterns in ordinary unaccented Spanish, with a few signs of their own.

A space stands for whatever separates two words of a sentence. `{w3}` stands for up to three words of any
kind, `{c3}` for as many without a comma; `@` for one word. An `É` (any accented capital) is that vowel
written with its accent, a plain vowel is either. Everything a pattern matches lies within one sentence and
begins and ends with whole words. Every gap has a bound, so that no text makes a pattern run away.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from enum import Enum, auto
from typing import Final

GAP: Final = "(?:[ ,¿]{1,3})"
WORD: Final = "[^ ,¿.?]+"
_ACCENTED: Final = dict(zip("ÁÉÍÓÚ", "AEIOU", strict=True))


class When(Enum):
    """In which sessions a rule holds."""

    ALWAYS = auto()
    RISK = auto()
    """While the level is one of danger."""
    VICTIM = auto()


@dataclass(frozen=True, slots=True)
class Rule:
    """What is refused under one id. `unless`: what may stand right before a match and makes it harmless."""

    id: str
    says: tuple[str, ...]
    unless: tuple[str, ...] = ()
    when: When = When.ALWAYS

    def says_sources(self) -> tuple[str, ...]:
        """Return each pattern as a regular expression over folded text, to be tried where a word begins."""
        return tuple(f"(?:{_written(pattern)})(?:(?<=[ ,¿?])|(?=[ ,¿.?]))" for pattern in self.says)

    def unless_source(self) -> str:
        """Return a regular expression that matches, empty, where something of `unless` ends."""
        return f"(?<=(?<![^ ,¿.?])(?:{_written('|'.join(self.unless))}))"


def words(listed: str) -> str:
    """Return the alternation of what is `listed`: patterns with `|` or a line break between them."""
    return f"(?:{'|'.join(line.strip() for line in listed.strip().splitlines())})"


def _written(pattern: str) -> str:
    """Return `pattern` as a regular expression."""
    pattern = re.sub(r"\{w(\d)\}", r"(?:@ ){0,\1}", pattern)
    pattern = re.sub(r"\{c(\d)\}", r"(?:@[ ]){0,\1}", pattern)
    pattern = "".join(f"(?-i:{_ACCENTED[char]})" if char in _ACCENTED else char for char in pattern)
    return re.sub(r"\[[^\]]*\]|[ @]", lambda sign: {" ": GAP, "@": WORD}.get(sign[0], sign[0]), pattern)
