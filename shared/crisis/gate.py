"""Which patterns are worth trying on a sentence: those whose words can be there at all.

Most sentences hold none of the words a pattern needs, so looking for these first saves nearly all the work.
:func:`needed_words` reads a pattern and returns beginnings of words of which every match must hold at least
one. It understands only what our patterns use and is conservative: where it cannot tell, the pattern is
always tried.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

KEY = 3
"""Letters of a word that are compared."""

_COMMON = frozenset(
    [
        "a",
        "al",
        "de",
        "del",
        "el",
        "en",
        "es",
        "est",
        "i",
        "ia",
        "la",
        "las",
        "lo",
        "los",
        "me",
        "mi",
        "mis",
        "muy",
        "no",
        "nos",
        "o",
        "par",
        "ke",
        "por",
        "se",
        "si",
        "su",
        "sus",
        "tu",
        "un",
        "una",
        "unas",
        "unos",
        "kie",
        "ten",
        "kon",
        "to",
        "tod",
        "dij",
        "dis",
        "boi",
        "ba",
        "oi",
        "aor",
    ]
)
"""Beginnings so frequent that looking for them saves little."""
_COMMON_COST = 40

_TOKEN = re.compile(
    r"(?P<skip>\(\?[=!])|(?P<open>\((?:\?:)?)|(?P<close>\))|(?P<bar>\|)|(?P<edge>\\b|\$)|(?P<set>\\.|\[[^\]]*\]|\.)"
    r"|(?P<letter>[^\\])"
)
_TIMES = re.compile(r"[?*]\??|\+\??|\{(\d+)[^}]*\}\??")


@dataclass(slots=True)
class _Node:
    """A letter, a set of letters (`letter` is None) or a group of alternatives."""

    letter: str | None = None
    branches: list[list[_Node]] | None = None
    optional: bool = False


def needed_words(pattern: str) -> frozenset[str] | None:
    """Return word beginnings of at most `KEY` letters, one of which every match holds; None when unknown."""
    branches = _Reader(pattern).alternatives()
    return _of_branches(branches, starts=True, closed=False)


def index_of(patterns: Iterable[str]) -> tuple[dict[str, int], int]:
    """Return which of `patterns` each word beginning calls for, and which are always tried, as bit sets."""
    wanted: dict[str, int] = {}
    always = 0
    for position, pattern in enumerate(patterns):
        words = needed_words(pattern)
        if words is None:
            always |= 1 << position
        for word in words or ():
            wanted[word] = wanted.get(word, 0) | 1 << position
    return wanted, always


class _Reader:
    """A recursive reader of the part of the regular-expression language that the patterns use."""

    def __init__(self, pattern: str) -> None:
        self._pattern = pattern
        self._at = 0

    def alternatives(self) -> list[list[_Node]]:
        """Read up to the closing bracket or the end."""
        branches: list[list[_Node]] = [[]]
        while self._at < len(self._pattern):
            match = _TOKEN.match(self._pattern, self._at)
            assert match is not None
            self._at = match.end()
            kind = match.lastgroup
            if kind == "close":
                break
            if kind == "bar":
                branches.append([])
            elif kind == "skip":
                self.alternatives()
            elif kind != "edge":
                branches[-1].append(self._node(kind, match.group()))
        return branches

    def _node(self, kind: str | None, text: str) -> _Node:
        node = (
            _Node(branches=self.alternatives())
            if kind == "open"
            else _Node(text if kind == "letter" else None)
        )
        if times := _TIMES.match(self._pattern, self._at):
            self._at = times.end()
            node.optional = times.group()[0] in "?*" or times.group(1) == "0"
        return node


def _of_branches(branches: Sequence[list[_Node]], *, starts: bool, closed: bool) -> frozenset[str] | None:
    needs = [_of_sequence(nodes, starts=starts, closed=closed) for nodes in branches]
    known = [need for need in needs if need is not None]
    return frozenset().union(*known) if len(known) == len(needs) else None


def _of_sequence(nodes: list[_Node], *, starts: bool, closed: bool) -> frozenset[str] | None:
    """Return the cheapest need among the words and groups that every match of the sequence holds.

    `starts`: the sequence begins where a word does; `closed`: a word ends where the sequence does.
    """
    found: list[frozenset[str]] = []
    word = ""
    at_start = starts
    for position, node in enumerate(nodes):
        follows = nodes[position + 1] if position + 1 < len(nodes) else None
        ends_word = follows.letter == " " and not follows.optional if follows else closed
        if node.letter is not None and node.letter != " " and not node.optional and (at_start or word):
            word += node.letter
            at_start = False
            if len(word) == KEY or (ends_word and len(word) < KEY):
                found.append(frozenset({word}))
            continue
        if node.branches is not None and not node.optional:
            need = _of_branches(node.branches, starts=at_start, closed=ends_word)
            found.extend([need] if need else [])
        word = ""
        at_start = _starts_after(node, at_start)
    return min(found, key=_cost, default=None)


def _starts_after(node: _Node, before: bool) -> bool:
    """True when what follows `node` begins a word for certain."""
    if node.letter == " ":
        return not node.optional or before
    if node.branches is None:
        return False
    spaced = all(branch and branch[-1].letter == " " and not branch[-1].optional for branch in node.branches)
    return spaced and (before or not node.optional)


def _cost(words: frozenset[str]) -> int:
    return sum(_COMMON_COST if word in _COMMON else 1 for word in words)
