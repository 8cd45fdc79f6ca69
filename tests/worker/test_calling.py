"""Which lines a reply names, and how."""

from __future__ import annotations

import re

import pytest

from shared.crisis import Level
from shared.helplines import known_countries
from worker.calling import numbers_for, tells_where


def test_emergency_puts_the_ambulance_first_when_asked() -> None:
    """Medical danger: the ambulance, then the general number."""
    chile = numbers_for("CL", Level.IMMINENT)
    assert chile.emergency() == "al 133 (Carabineros)"
    assert chile.emergency(medical=True) == "al 131 (SAMU) o al 133 (Carabineros)"


def test_a_line_that_sleeps_stands_beside_one_that_does_not() -> None:
    """Hours that end are said, without figures that look like numbers to call."""
    said = numbers_for("CR", Level.IDEATION).listening()
    assert said == (
        "al 2272-3774 (Línea Aquí Estoy, con horario limitado) o a cualquier hora al 911 (Emergencias 9-1-1)"
    )
    assert numbers_for("MX", Level.IDEATION).listening() == "al 800 911 2000 (Línea de la Vida, a toda hora)"


@pytest.mark.parametrize("country", [None, "GQ", "ZZ"])
def test_unknown_country_has_only_words(country: str | None) -> None:
    """The country's own emergency number, and no line."""
    nowhere = numbers_for(country, Level.IMMINENT)
    assert not nowhere.known
    assert nowhere.emergency() == nowhere.urgent() == "al número de emergencias de {tu} país"
    assert nowhere.crisis() == nowhere.protection(child=False) == ""


def test_others_leaves_out_what_did_not_answer() -> None:
    """The number named in the message; without one, the line that was offered first."""
    mexico = numbers_for("MX", Level.IDEATION)
    assert "5259" not in mexico.others("el 55 5259 8121 no contesta", urgent=False, child=False)
    assert "800 911 2000" not in mexico.others("no contestan", urgent=False, child=False)
    assert mexico.others("no contestan", urgent=True, child=False).startswith("al 911")


def test_others_always_holds_the_emergency_number() -> None:
    """Everywhere, unless that is the one that failed: then another line, or it again where there is none."""
    for country in known_countries():
        numbers = numbers_for(country, Level.IDEATION)
        emergency = numbers.emergency()
        for urgent in (False, True):
            others = numbers.others("nadie contesta", urgent=urgent, child=False)
            assert emergency.removeprefix("al ") in others
            assert len(re.findall(r"\bal \*?\d", others)) <= (2 if urgent else 3)
    mexico = numbers_for("MX", Level.IDEATION)
    assert "al 911 (" not in mexico.others("el 911 no atiende", urgent=True, child=False)
    assert "al 911 (" in mexico.others("no contestan", urgent=False, child=False)


def test_where_to_call_is_told_by_a_number_of_the_country() -> None:
    """Any other figure does not; with the country unknown the directory does."""
    assert tells_where("Llama al 800 911 2000.", "MX")
    assert not tells_where("Son 700 000 personas al año.", "MX")
    assert not tells_where("Llama al 024.", "MX")
    assert tells_where("Mira findahelpline.com.", None)
    assert not tells_where("Llama al 024.", None)


def test_child_line_only_for_children() -> None:
    """A grown-up is not sent to it, even where it is the only line of protection."""
    assert "1147" in numbers_for("CR", Level.VICTIM).protection(child=True)
    assert "1147" not in numbers_for("CR", Level.VICTIM).shelter(child=False)
    for country in known_countries():
        assert numbers_for(country, Level.VICTIM).shelter(child=False)


def test_chat_is_named_where_there_is_one() -> None:
    """Only from the directory."""
    assert numbers_for("ES", Level.VICTIM).chat() == "Teléfono/Chat ANAR"
    assert numbers_for("MX", Level.VICTIM).chat() == ""
