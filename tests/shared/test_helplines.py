"""The directory: only sourced numbers, the most needed first, none for a country we do not know."""

from __future__ import annotations

import datetime
import json
from pathlib import Path
from typing import Any

import pytest

from shared import helplines
from shared.crisis import Level
from shared.helplines import DIRECTORY, digits_of, known_countries, lines_for, numbers_of

DATA: dict[str, Any] = json.loads(
    Path(helplines.__file__).with_name("helplines.json").read_text(encoding="utf-8")
)


@pytest.mark.parametrize("line", DATA["lines"], ids=lambda line: f"{line['country']}-{line['phone']}")
def test_every_entry_has_a_source_and_a_check(line: dict[str, Any]) -> None:
    """No number is offered that nobody can trace, and each tells when its source was read."""
    assert line["sources"]
    assert datetime.date.fromisoformat(line["checked"]) <= datetime.date(2100, 1, 1)
    assert line["country"] in DATA["countries"]
    assert digits_of(line["phone"])


def test_a_source_is_a_page_or_a_named_package() -> None:
    """Where a number comes from can be looked up, and is no list that somebody pasted anonymously."""
    sources = {source for line in DATA["lines"] for source in line["sources"]}
    known = ("https://", "http://", "PyPI phonenumbers ")
    assert [each for each in sources if not each.startswith(known)] == []
    assert [each for each in sources if "pastebin" in each] == []


def test_shown_lines_are_sourced_entries() -> None:
    """What is shown comes from the directory and nowhere else."""
    sourced = {
        (line["country"], line["phone"]) for line in DATA["lines"] if line["sources"] and line["checked"]
    }
    for country in known_countries():
        for item in lines_for(country, Level.IDEATION)[1]:
            assert (country, item.phone) in sourced


@pytest.mark.parametrize("country", [None, "", "ZZ", "GQ", "españa"])
@pytest.mark.parametrize("level", [Level.IMMINENT, Level.VICTIM, Level.NONE])
def test_unknown_country_gets_the_directory_and_no_number(country: str | None, level: Level) -> None:
    """Without lines of its own a country gets one entry: findahelpline, no phone."""
    assert lines_for(country, level) == (None, (DIRECTORY,))
    assert (DIRECTORY.url, DIRECTORY.phone) == ("https://findahelpline.com", None)
    assert numbers_of(country) == frozenset()


@pytest.mark.parametrize(
    ("country", "level", "kind"),
    [
        ("ES", Level.IMMINENT, "emergency"),
        ("mx", Level.IMMINENT, "emergency"),
        ("AR", Level.IDEATION, "suicide_crisis"),
        ("CL", Level.SELF_HARM, "suicide_crisis"),
        ("PE", Level.VICTIM, "gender_violence"),
        ("CR", Level.VICTIM, "child"),
        ("GT", Level.IDEATION, "emergency"),
        ("NI", Level.IDEATION, "emergency"),
    ],
)
def test_what_the_level_needs_comes_first(country: str, level: Level, kind: str) -> None:
    """Emergency first when life is at stake, violence or child lines for a victim, suicide lines else."""
    shown, items = lines_for(country, level)
    assert shown == country.upper()
    assert items[0].kind == kind


def test_a_line_for_all_hours_and_the_whole_country_goes_before_a_local_one() -> None:
    """In Argentina the national 24-hour line is named before the one of the capital."""
    phones = [item.phone for item in lines_for("AR", Level.IDEATION)[1]]
    assert phones.index("0800 999 0091") < phones.index("135")


def test_medium_confidence_only_where_there_is_no_high() -> None:
    """A less certain line is hidden beside a certain one of its kind, but its number stays known."""
    shown = {item.phone for item in lines_for("ES", Level.IDEATION)[1]}
    assert "024" in shown
    assert "91 138 53 85" not in shown
    assert {"911385385", "914590055"} <= numbers_of("ES")
    assert any(item.phone == "131" for item in lines_for("CL", Level.IMMINENT)[1])


def test_every_country_has_someone_to_call_in_an_emergency() -> None:
    """Whoever is in immediate danger is shown an emergency number of the country."""
    for country in known_countries():
        assert lines_for(country, Level.IMMINENT)[1][0].kind == "emergency"
