"""All rules, taken apart into branches and looked up by the word they can begin with."""

from __future__ import annotations

from dataclasses import dataclass
from functools import lru_cache
from typing import Final

import regex

from shared.crisis.levels import Level
from worker.guard.pattern import Rule, When
from worker.guard.rulebook import RULES

RULE_IDS: Final = tuple(dict.fromkeys(rule.id for rule in RULES))


@dataclass(frozen=True, slots=True, eq=False)
class Branch:
    """One pattern of a rule. `unless` matches where what stands before it makes it harmless."""

    id: str
    says: regex.Pattern[str]
    unless: regex.Pattern[str] | None


class RuleSet:
    """The branches that hold in one kind of session."""

    def __init__(self, branches: tuple[Branch, ...]) -> None:
        self._branches = branches
        self.beginning_with = lru_cache(maxsize=8192)(self._beginning_with)
        """Return the branches a match of which can begin with a folded word; remembered per word."""

    def _beginning_with(self, word: str) -> tuple[Branch, ...]:
        return tuple(each for each in self._branches if each.says.match(f".{word} ", 1, partial=True))


def rules_for(level: Level) -> RuleSet:
    """Return what must not be said at `level`."""
    return _SETS[level.crisis, level is Level.VICTIM]


def _branches(rule: Rule) -> tuple[Branch, ...]:
    unless = regex.compile(rule.unless_source(), regex.IGNORECASE) if rule.unless else None
    return tuple(
        Branch(rule.id, regex.compile(source, regex.IGNORECASE), unless) for source in rule.says_sources()
    )


def _rule_set(*when: When) -> RuleSet:
    return RuleSet(tuple(branch for rule in RULES if rule.when in when for branch in _COMPILED[rule.id]))


_COMPILED: Final = {rule.id: _branches(rule) for rule in RULES}
_SETS: Final = {
    (False, False): _rule_set(When.ALWAYS),
    (True, False): _rule_set(When.ALWAYS, When.RISK),
    (True, True): _rule_set(When.ALWAYS, When.RISK, When.VICTIM),
}
