"""Spelling: however it is typed, the rules see one form."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from shared.crisis.normal import MAX_EMOJI, MAX_TAKEN_APART, fold_pattern, plain, sentences


def units(text: str) -> list[str]:
    """Return the sentences of `text` as strings."""
    return [" ".join(sentence) for sentence in sentences(text)]


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


def test_words_spelled_out_one_after_the_other_are_apart() -> None:
    """Letters typed one by one are joined to words: by the wider gaps, or by the words that are known."""
    assert units("q u i e r o  d e j a r  d e  e x i s t i r") == ["kiero dejar de existir"]
    assert units("m e v o y a m a t a r") == ["me boi a matar"]


def test_letters_in_disguise_are_letters() -> None:
    """Bold, wide and foreign look-alikes read as the letters they look like."""
    assert units("𝐪𝐮𝐢𝐞𝐫𝐨 ｍｏｒｉｒ") == ["kiero morir"]
    assert units("quіеrо mоrіr") == ["kiero morir"]


def test_work_is_bounded() -> None:
    """Emoji and glued words past a limit are no longer looked at one by one."""
    assert units("💊😂" * MAX_EMOJI)[0].count("pastias") == MAX_EMOJI // 2
    glued = units(" ".join(["quieromorir"] * (MAX_TAKEN_APART + 5)))[0].split()
    assert glued.count("morir") == MAX_TAKEN_APART


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
