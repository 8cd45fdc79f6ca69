"""Phone numbers: the directory's in any writing pass, all others are refused, ordinary numbers pass."""

from __future__ import annotations

import pytest

from shared.crisis.levels import Level
from shared.helplines import known_countries, lines_for, numbers_of
from worker.guard import check
from worker.guard.phones import accepted_forms

WRITINGS = (
    "Llama al {}.",
    "{}",
    "**{}**",
    "(tel. {}), a cualquier hora",
    "tel:{}",
    "La línea {} atiende 24 horas",
)


@pytest.mark.parametrize("country", sorted(known_countries()))
def test_every_number_of_the_directory_passes(country: str) -> None:
    """As printed, together, in pairs, with dots or dashes, digit by digit."""
    printed = {line.phone for line in lines_for(country, Level.IDEATION)[1] if line.phone}
    for number in numbers_of(country) | printed:
        digits = "".join(char for char in number if char.isdigit())
        pairs = [digits[at : at + 2] for at in range(0, len(digits), 2)]
        for form in (number, digits, "-".join(pairs), ".".join(pairs), " ".join(digits)):
            for writing in WRITINGS:
                reply = writing.format(form)
                assert check(reply, Level.IDEATION, country).allowed, reply


@pytest.mark.parametrize("country", sorted(known_countries()))
def test_no_number_passes_for_an_unknown_country(country: str) -> None:
    """Without a country even a true line's number is refused."""
    for number in numbers_of(country):
        assert check(f"Llama al {number}.", Level.IDEATION, None).rule == "phone"
        assert check(f"Llama al {number}.", Level.IDEATION, "XX").rule == "phone"


def test_the_country_code_is_part_of_an_ordinary_writing() -> None:
    """With +NN, 00NN or without; with the area code or not."""
    assert {"717003717", "34717003717"} <= accepted_forms("ES")
    assert {"01152751135", "1152751135", "541152751135", "52751135"} <= accepted_forms("AR")
    assert accepted_forms(None) == frozenset()
