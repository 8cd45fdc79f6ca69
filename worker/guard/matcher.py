"""Looks for what must not be said in a folded text that grows word by word.

A candidate is a rule at the place where it may have begun to match. With each word it either dies, lives on
as a partial match, or is a match; a match counts once so much text follows that no exception can undo it.
The text before the first living candidate is safe for good.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import Final

import regex

from worker.guard.folding import ASK, STOP, WEIGHT
from worker.guard.rules import Branch, RuleSet

MARGIN: Final = 90
"""Folded characters after a match by which every exception to it would have shown."""
BEHIND: Final = 240
"""Folded characters that exceptions may look back on."""


@dataclass(frozen=True, slots=True)
class _Candidate:
    branch: Branch
    start: int
    origin: int


class Matcher:
    """Holds the folded text as far as it is needed; `refused` becomes the id of the rule that matched."""

    def __init__(self, rules: RuleSet) -> None:
        self.refused: str | None = None
        self._rules = rules
        self._text = STOP
        self._candidates: list[_Candidate] = []

    @property
    def held_from(self) -> int | None:
        """The place in the reply from where a match may be under way."""
        return min((each.origin for each in self._candidates), default=None)

    @property
    def size(self) -> int:
        """How much is kept, in folded characters and candidates: bounded, whatever comes."""
        return len(self._text) + len(self._candidates)

    def word(self, word: str, origin: int) -> None:
        """Take in a finished word that stands at `origin` in the reply."""
        start = len(self._text)
        self._text += f"{word} "
        for branch in self._rules.beginning_with(word):
            if not (branch.unless and branch.unless.match(self._text, start)):
                self._candidates.append(_Candidate(branch, start, origin))
        self._look(last=False)
        self._forget()

    def sign(self, sign: str) -> None:
        """Take in a separator; lighter ones after a heavier one do not count."""
        last = self._text[-1]
        opens = sign == "¿" and last != "¿" and not self._text.endswith(("¿?", "¿."))
        if opens or last not in WEIGHT or WEIGHT[sign] > WEIGHT[last]:
            self._text += sign
            if sign in (STOP, ASK):
                self._look(last=False)

    def finish(self) -> None:
        """Decide what was open."""
        self._text += STOP
        self._look(last=True)

    def _look(self, *, last: bool) -> None:
        living: list[_Candidate] = []
        for each in self._candidates:
            match = each.branch.says.match(self._text, each.start, partial=not last)
            if match is None:
                continue
            if not match.partial and (last or self._is_sure(match)):
                self.refused = self.refused or each.branch.id
            living.append(each)
        self._candidates = living

    def _is_sure(self, match: regex.Match[str]) -> bool:
        rest = self._text[match.end() :]
        return len(rest) > MARGIN or STOP in rest or ASK in rest

    def _forget(self) -> None:
        cut = min((each.start for each in self._candidates), default=len(self._text)) - BEHIND
        if cut > BEHIND:
            self._text = self._text[cut:]
            self._candidates = [_Candidate(c.branch, c.start - cut, c.origin) for c in self._candidates]
