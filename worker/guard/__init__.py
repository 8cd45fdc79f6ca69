"""The guard on what the model says: nothing harmful is shown, and when in doubt about itself it refuses.

Pure: text, level and country in, verdict out. :func:`check` looks at a whole reply, :class:`Screen` at one
that is still being written; both always agree. A refused reply is replaced by a template.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import Final

from shared.crisis.levels import Level
from worker.guard.rules import RULE_IDS
from worker.guard.stream import FAILED, PHONE, Screen

__all__ = ["RULES", "RULES_VERSION", "Screen", "Verdict", "check"]

RULES_VERSION: Final = "2026-11-24.1"
"""Change a rule, change this: it is in every trace of a refusal."""

RULES: Final = (*RULE_IDS, PHONE, FAILED)
"""Every id a refusal may carry."""


@dataclass(frozen=True, slots=True)
class Verdict:
    """Whether a reply may be shown; when not, the id of the rule it breaks. Never holds a word of it."""

    allowed: bool
    rule: str | None


def check(reply: str, level: Level, country: str | None) -> Verdict:
    """Judge a whole reply. `level` is the session's risk, `country` ISO 3166-1 alpha-2 or None: no number."""
    screen = Screen(level, country)
    screen.feed(reply)
    screen.finish()
    return Verdict(screen.refused is None, screen.refused)
