"""The model's tag is read and never shown, however the stream is cut."""

from __future__ import annotations

import itertools

import pytest
from hypothesis import given
from hypothesis import strategies as st

from shared.crisis import Level
from worker.tag import TagReader

REPLY = "Gracias por contarlo (de verdad). Estoy aquí, *contigo*. ¿Qué pasó hoy?"


def read(pieces: list[str]) -> tuple[str, Level]:
    """Read a stream cut into `pieces`."""
    reader = TagReader()
    shown = "".join(map(reader.feed, pieces)) + reader.finish()
    return shown, reader.level


def cut(text: str, at: list[int]) -> list[str]:
    """Cut `text` at these places."""
    places = sorted({0, len(text), *(place % (len(text) + 1) for place in at)})
    return [text[a:b] for a, b in itertools.pairwise(places)]


TAGS = [
    ("[nivel: ideation] ", Level.IDEATION),
    ("[nivel:imminent]\n", Level.IMMINENT),
    ("[NIVEL = Ideación] ", Level.IDEATION),
    ("**[nivel: self_harm]** ", Level.SELF_HARM),
    ("[[nivel: third party]] ", Level.THIRD_PARTY),
    ("<level: victim>", Level.VICTIM),
    ("nivel: ideation\n", Level.IDEATION),
    ("**Nivel:** inminente\n", Level.IMMINENT),
    ("[nivel: banana] ", Level.NONE),
    ("[nivel: none] ", Level.NONE),
    ("", Level.NONE),
]


@pytest.mark.parametrize(("tag", "level"), TAGS)
@given(at=st.lists(st.integers(0, 200), max_size=30))
def test_a_tag_is_read_and_taken_out_under_any_chunking(tag: str, level: Level, at: list[int]) -> None:
    """Whatever the dress and the cuts: the level is known and no piece of the tag is shown."""
    assert read(cut(tag + REPLY, at)) == (REPLY, level)


@given(at=st.lists(st.integers(0, 200), max_size=30))
def test_a_tag_in_the_middle_and_at_the_end_is_taken_out_too(at: list[int]) -> None:
    """The gravest of several counts."""
    shown, level = read(cut("Hola. [nivel: distress] Te leo. [nivel: imminent]", at))
    assert (shown, level) == ("Hola. Te leo. ", Level.IMMINENT)


@given(text=st.text(alphabet="nivel: [](){}*_<>hola\n", max_size=80), at=st.lists(st.integers(0, 99)))
def test_the_cuts_change_nothing(text: str, at: list[int]) -> None:
    """Any text comes out the same in one piece and in many."""
    assert read(cut(text, at)) == read([text])


@given(text=st.text(alphabet=st.characters(exclude_characters="[](){}<>*_`#:="), max_size=200))
def test_ordinary_text_is_unchanged(text: str) -> None:
    """Without a tag nothing is taken away."""
    assert read([text])[0] == text


def test_ordinary_words_are_not_held_back() -> None:
    """What begins no tag is shown at once."""
    reader = TagReader()
    assert reader.feed("Hola, ") == "Hola, "
    assert reader.feed("te leo") == "te leo"
