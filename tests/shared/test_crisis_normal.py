"""Spelling: however it is typed, the rules see one form."""

from __future__ import annotations

from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from shared.crisis.normal import MAX_UNIT_TOKENS, UNIT_OVERLAP, fold, fold_pattern, plain, units


@pytest.mark.parametrize(
    "typed",
    [
        "quiero morir",
        "QUIERO MORIR",
        "kiero morir",
        "qiero morir",
        "quieroo moriiiir",
        "qu1er0 m0r1r",
        "quiero m.o.r.i.r",
        "quiero m o r i r",
        "quierö mórir",
        "kero morir",
    ],
)
def test_spellings_of_one_phrase_are_one(typed: str) -> None:
    """Accents, capitals, stretching, leet, spelled-out letters and chat spelling all end in the same form."""
    assert units(typed) == ["kiero morir"]


@pytest.mark.parametrize(
    ("typed", "folded"), [("m", "me"), ("x", "por"), ("xq", "porke"), ("q", "ke"), ("boy", "boi")]
)
def test_chat_shorthand_is_written_out(typed: str, folded: str) -> None:
    """One-letter words and usual shortenings stand for the words they shorten."""
    assert units(f"si {typed} si") == [f"si {folded} si"]


def test_glued_words_are_taken_apart() -> None:
    """A run of known words without spaces reads like the words."""
    assert units("mequieromorir") == ["me kiero morir"]


def test_quantities_stay_numbers() -> None:
    """Doses and counts are not read as letters."""
    assert units("30 pastillas de 50mg") == ["30 pastias de 50mg"]


def test_sentences_are_apart_and_commas_stay() -> None:
    """A full stop ends a unit; a comma is a token, so that "no, quiero" is not "no quiero"."""
    assert units("no, quiero morir. ayuda") == ["no , kiero morir", "aiuda"]


def test_long_sentences_are_read_in_overlapping_windows() -> None:
    """A phrase cut by one window is whole in the next."""
    words = [
        "b" + "aeiou"[number % 5] + "mnprt"[number // 5 % 5] + "o" for number in range(3 * MAX_UNIT_TOKENS)
    ]
    windows = [unit.split() for unit in units(" ".join(words))]
    assert all(len(window) <= MAX_UNIT_TOKENS for window in windows)
    assert all(a[-UNIT_OVERLAP:] == b[:UNIT_OVERLAP] for a, b in pairwise(windows))
    assert windows[-1][-1] == fold(words[-1])


def test_patterns_fold_like_text() -> None:
    """A pattern written in ordinary Spanish matches folded text; its syntax is left alone."""
    assert fold_pattern(r"(?:quiero|voy) \w+ (?!ll\d{1,2})") == r"(?:kiero|boi) \w+ (?!i\d{1,2})"


@given(st.text())
def test_any_text_is_read(text: str) -> None:
    """No input breaks the normaliser, and its output is plain tokens."""
    assert plain(text) is not None
    for unit in units(text):
        assert unit == " ".join(unit.split())
        assert unit
