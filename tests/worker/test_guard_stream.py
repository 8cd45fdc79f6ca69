"""Streaming: nothing refused is ever shown, nothing safe is changed or needlessly held."""

from __future__ import annotations

import itertools
import unicodedata

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from shared.crisis.levels import Level
from tests.worker.test_guard import ALLOWED, REFUSED
from worker.guard import Screen, check, stream

MAX_HELD = 700
"""Code points: the longest match, its margin and a word."""


def play(pieces: list[str], level: Level, country: str | None) -> tuple[str, str | None]:
    """Return what a screen shows of a reply that comes in pieces, and the rule that stopped it."""
    screen = Screen(level, country)
    shown = "".join(screen.feed(piece) for piece in pieces)
    return shown + screen.finish(), screen.refused


def cut(text: str, cuts: list[int]) -> list[str]:
    """Return `text` cut at the given places, taken modulo its length."""
    places = sorted({0, len(text), *(place % (len(text) + 1) for place in cuts)})
    return [text[start:end] for start, end in itertools.pairwise(places)]


CUTS = st.lists(st.integers(0, 2000), max_size=40)
FILLER = st.sampled_from(
    ["Gracias por contarme esto. ", "Te leo con atención. ", "Hola. ", "", "¿Cómo estás? ", "Respira\n\n"]
)
ANYTHING = st.lists(
    st.one_of(
        st.sampled_from([row[3] for row in REFUSED + ALLOWED]),
        st.sampled_from(
            ["no ", "te ", "9 1 1", "024", " ", "\n", "**", ". ", "\u200b", "…", "¿", "y ", "uno "]
        ),
        st.text(max_size=12),
    ),
    max_size=6,
).map("".join)


@given(st.sampled_from(REFUSED), FILLER, FILLER, CUTS)
def test_the_refused_span_is_never_shown(
    row: tuple[str, Level, str | None, str], before: str, after: str, cuts: list[int]
) -> None:
    """Wherever it stands and however it comes, nothing of a refused sentence's last words is shown."""
    _, level, country, sentence = row
    reply = before + sentence + " " + after
    shown, refused = play(cut(reply, cuts), level, country)
    assert refused
    assert reply.startswith(shown)
    assert len(shown) < len(before) + len(sentence)


@given(ANYTHING, CUTS, st.sampled_from(list(Level)), st.sampled_from(["ES", "AR", None]))
@settings(deadline=None)
def test_the_verdict_does_not_depend_on_the_pieces(
    reply: str, cuts: list[int], level: Level, country: str | None
) -> None:
    """Any chunking agrees with the check of the whole; what is allowed comes out unchanged."""
    verdict = check(reply, level, country)
    for pieces in (cut(reply, cuts), list(reply)):
        shown, refused = play(pieces, level, country)
        assert refused == verdict.rule
        assert shown == reply if verdict.allowed else reply.startswith(shown)


@pytest.mark.parametrize("row", ALLOWED, ids=lambda row: row[3][:30])
def test_safe_sentences_come_out_unchanged(row: tuple[str, Level, str | None, str]) -> None:
    """Letter by letter in, letter by letter the same out."""
    _, level, country, sentence = row
    assert play(list(sentence), level, country) == (sentence, None)


@pytest.mark.parametrize(
    "text",
    [
        "Hola, gracias por contarme esto. ",
        "Qué bueno leerte, cuéntame cómo viene el día. ",
        "Respira despacio y apoya los pies en el suelo. ",
    ],
)
def test_ordinary_words_are_shown_at_once(text: str) -> None:
    """After each finished word that begins nothing refused, all of it is out."""
    screen = Screen(Level.NONE, "ES")
    assert screen.feed(text) == text


@pytest.mark.parametrize(
    "disguised",
    [
        "SOY PSICÓLOGA",
        "soy\npsicóloga",
        "**soy** _psicóloga_",
        "s\u200boy psi\u00adcóloga",
        unicodedata.normalize("NFD", "soy psicóloga"),
        "ｓｏｙ ｐｓｉｃóｌｏｇａ",
        "sоy psicóloga",  # a Cyrillic о
        "soy\u00a0\u2003psicóloga",
        "«Soy: psicóloga»",
    ],
)
def test_no_disguise_gets_past(disguised: str) -> None:
    """Capitals, markdown, line breaks, invisible and look-alike letters change nothing."""
    assert check(disguised, Level.NONE, "ES").rule == "claims_professional"


@pytest.mark.parametrize(
    "text", ["a", "no ", "no te ", " ", ".", "9 ", "\u200b", "¿?", "uno dos ", "tu familia "]
)
def test_what_is_held_stays_bounded(text: str) -> None:
    """However long a reply goes on without meaning, little of it is held and little is kept."""
    screen = Screen(Level.VICTIM, "ES")
    for char in (text * 50_000)[:20_000]:
        screen.feed(char)
        assert screen.held <= MAX_HELD or text == "\u200b"


def test_a_failure_inside_refuses(monkeypatch: pytest.MonkeyPatch) -> None:
    """When the guard itself breaks, the reply counts as refused."""

    def broken(char: str) -> str:
        raise RuntimeError

    monkeypatch.setattr(stream, "fold", broken)
    assert check("Hola.", Level.NONE, "ES").rule == "failed"
    screen = Screen(Level.NONE, "ES")
    assert (screen.feed("Hola. "), screen.refused, screen.feed("x"), screen.finish()) == (
        "",
        "failed",
        "",
        "",
    )
