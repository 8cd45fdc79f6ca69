"""The gate: it spares work and never hides a match."""

from __future__ import annotations

import pytest

from shared.crisis.gate import index_of, needed_words


@pytest.mark.parametrize(
    ("pattern", "words"),
    [
        (r"\b(?:kiero morir)", {"mor"}),
        (r"\b(?:matar|morir)", {"mat", "mor"}),
        (r"\b(?:me (?:\w+ )?mato)", {"mat"}),
        (r"\b(?:ia no)", {"ia"}),
        (r"\b(?:tirar(?! la basura))", {"tir"}),
        (r"\b(?:bib[oa] sin pena)", {"bib"}),
        (r"\b(?:(?:un )?puente)", {"pue"}),
        (r"\b(?:(?:\w+ ){0,3}puente)", {"pue"}),
    ],
)
def test_words_without_which_nothing_matches(pattern: str, words: set[str]) -> None:
    """The rarest word that every match must hold is found."""
    assert needed_words(pattern) == frozenset(words)


@pytest.mark.parametrize(
    "pattern",
    [
        r"\b(?:\w+)",
        r"\b(?:ti[oa]s?)",
        r"\b(?:morir|\w+ar)",
        r"\b(?:(?:me )?a\w+)",
        r"\b(?:sa(?:kar|lir))",
        r"x?",
    ],
)
def test_when_it_cannot_tell_it_says_so(pattern: str) -> None:
    """A pattern whose words are unknown is always tried."""
    assert needed_words(pattern) is None


def test_index_names_positions() -> None:
    """The index is made of bit sets: who is called by a word, who is always tried."""
    assert index_of([r"\b(?:matar)", r"\b(?:\w+)", r"\b(?:matar|morir)"]) == (
        {"mat": 0b101, "mor": 0b100},
        0b010,
    )
