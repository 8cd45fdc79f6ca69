"""The sentence beside the resources: short, calm, with numbers of the right country only."""

from __future__ import annotations

import re
from itertools import product

import pytest

from shared.crisis import Level
from shared.helplines import digits_of, known_countries, lines_for, numbers_of
from shared.texts.care import resources_text

NUMBER = re.compile(r"\*?\d[\d\s\-]*\d")
CASES = [*product(Level, [*sorted(known_countries()), None], range(3))]
CRISES = [level for level in Level if level.crisis]


def _text(level: Level, country: str | None, variant: int) -> str:
    shown, items = lines_for(country, level)
    return resources_text(level, shown, items, variant)


def test_every_number_is_of_the_country() -> None:
    """No text names a number that the country's directory does not have."""
    for level, country, variant in CASES:
        for number in NUMBER.findall(_text(level, country, variant)):
            assert digits_of(number) in numbers_of(country), (level, country, number)


def test_texts_are_short_and_whole() -> None:
    """At most sixty words and three questions, on one line, with nothing left to fill in."""
    for level, country, variant in CASES:
        text = _text(level, country, variant)
        assert len(text.split()) <= 60, (level, country, variant, len(text.split()))
        assert text.count("?") <= 3
        assert not re.search(r"[{}\n]", text)
        assert "llama" in text.lower()


@pytest.mark.parametrize("level", CRISES)
def test_unknown_country_is_asked_for_and_gets_no_number(level: Level) -> None:
    """Without a country: the country's own emergency number in words, the directory, and a question."""
    for variant in range(3):
        text = _text(level, None, variant)
        assert "número de emergencias de tu país" in text
        assert "findahelpline.com" in text
        assert "¿En qué país estás?" in text
        assert not NUMBER.search(text)


@pytest.mark.parametrize("level", CRISES)
def test_three_wordings(level: Level) -> None:
    """The same block is not shown word for word twice."""
    assert len({_text(level, "MX", variant) for variant in range(3)}) == 3
    assert _text(level, "MX", 3) == _text(level, "MX", 0)


def test_nothing_that_harms() -> None:
    """No guilt, no minimising, no promises, no secrets."""
    harmful = re.compile(
        r"no es para tanto|egoís|tranquil|todo va a estar bien|te prometo|tu familia|secreto|deberías",
        re.I,
    )
    for case in CASES:
        assert not harmful.search(_text(*case))
