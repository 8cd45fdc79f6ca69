"""How a pattern is written and compiled: ordinary unaccented Spanish with `<NAME>` for a fragment."""

from __future__ import annotations

import re
from dataclasses import dataclass

from shared.crisis.fragments import FRAGMENTS
from shared.crisis.levels import Level
from shared.crisis.normal import fold_pattern

_NAME = re.compile(r"<([A-Z0-9]+)>")


@dataclass(frozen=True, slots=True)
class Rule:
    """Patterns over folded text that stand for one way of being in danger."""

    id: str
    level: Level
    patterns: tuple[re.Pattern[str], ...]


def any_of(*patterns: str) -> re.Pattern[str]:
    """Compile the alternatives `patterns`, each starting at a word. Raises KeyError, re.error."""
    pattern = "|".join(patterns)
    while _NAME.search(pattern):
        pattern = _NAME.sub(lambda match: FRAGMENTS[match.group(1)], pattern)
    # "me voy matar", "se va suicidar": the "a" is dropped in speech and chat.
    pattern = re.sub(r"\b(voy|va) a\b", r"\1(?: a)?", pattern)
    return re.compile(rf"\b{fold_pattern(f'(?:{pattern})')}")


def rule(level: Level, name: str, *patterns: str) -> Rule:
    """Return the rule `name` of `level` that matches any of `patterns`."""
    return Rule(f"{level.value}.{name}", level, tuple(any_of(pattern) for pattern in patterns))
