"""The directory of help lines: which numbers to show, to whom, in what order.

The data is `helplines.json`, beside this file; read once, never changed. An entry without a source is never
shown, and one of `medium` confidence only where its country has none of `high` confidence for the same need.
"""

from __future__ import annotations

import json
import re
from collections.abc import Iterable
from dataclasses import dataclass
from pathlib import Path
from types import MappingProxyType
from typing import Any, Final

from shared.crisis.levels import Level
from shared.places import country_in

__all__ = [
    "DIRECTORY",
    "DIRECTORY_URL",
    "HelpLine",
    "country_in",
    "digits_of",
    "known_countries",
    "lines_for",
    "numbers_of",
]

DIRECTORY_URL: Final = "https://findahelpline.com"
"""Where people of a country we have no lines for are sent."""


@dataclass(frozen=True, slots=True)
class HelpLine:
    """One line of help as it is shown. `kind` is one of the kinds of `_NEEDS`, or `directory`."""

    name: str
    phone: str | None
    kind: str
    hours: str | None = None
    url: str | None = None


DIRECTORY: Final = HelpLine("Find A Helpline", None, "directory", None, DIRECTORY_URL)

_LIFE = ("suicide_crisis", "emotional_support", "emergency", "medical_emergency", "child", "gender_violence")
_NEEDS: Final[dict[Level, tuple[str, ...]]] = {
    Level.IMMINENT: (
        "emergency",
        "medical_emergency",
        "suicide_crisis",
        "emotional_support",
        "child",
        "gender_violence",
    ),
    Level.VICTIM: (
        "gender_violence",
        "child",
        "emergency",
        "medical_emergency",
        "suicide_crisis",
        "emotional_support",
    ),
    Level.THIRD_PARTY: (
        "suicide_crisis",
        "emergency",
        "emotional_support",
        "medical_emergency",
        "child",
        "gender_violence",
    ),
}
"""What each level needs first; all others need `_LIFE`."""


@dataclass(frozen=True, slots=True)
class _Entry:
    line: HelpLine
    kinds: tuple[str, ...]
    national: bool
    high: bool
    offered: bool
    digits: frozenset[str]

    @property
    def always_open(self) -> bool:
        return (self.line.hours or "").startswith("24")


def lines_for(country: str | None, level: Level) -> tuple[str | None, tuple[HelpLine, ...]]:
    """Return the country whose lines these are, and the lines, those the level needs first in front.

    `country` is ISO 3166-1 alpha-2 in any case. Unknown, or without lines of its own: `(None, (DIRECTORY,))`.
    """
    code = (country or "").upper()
    entries = _SHOWN.get(code)
    if not entries:
        return None, (DIRECTORY,)
    return code, tuple(entry.line for entry in _in_order(entries, _NEEDS.get(level, _LIFE)))


def numbers_of(country: str | None) -> frozenset[str]:
    """Return the digits of every number in the directory of `country`, also of those not shown by default."""
    return _NUMBERS.get((country or "").upper(), frozenset())


def known_countries() -> frozenset[str]:
    """Return the codes of the countries that have lines of their own."""
    return frozenset(_SHOWN)


def digits_of(phone: str) -> str:
    """Return only the digits of a phone number."""
    return re.sub(r"\D", "", phone)


def _in_order(entries: Iterable[_Entry], needs: tuple[str, ...]) -> list[_Entry]:
    """The best line of each need first, so that three lines cover three needs; then all the others."""
    ranked = sorted(
        entries,
        key=lambda entry: (
            min(needs.index(kind) for kind in entry.kinds),
            not entry.national,
            not entry.always_open,
        ),
    )
    covered: set[str] = set()
    first: list[_Entry] = []
    for entry in ranked:
        if covered.isdisjoint(entry.kinds):
            covered.update(entry.kinds)
            first.append(entry)
    return first + [entry for entry in ranked if entry not in first]


def _entry(raw: dict[str, Any]) -> _Entry:
    phones = [raw["phone"], *raw.get("other_phones", ())]
    return _Entry(
        line=HelpLine(raw["name"], raw["phone"], raw["kind"], raw.get("hours")),
        kinds=(raw["kind"], *raw.get("also_kinds", ())),
        national=raw["scope"] == "national",
        high=raw["confidence"] == "high",
        offered=raw.get("shown", True),
        digits=frozenset(digits_of(phone) for phone in phones),
    )


def _worth_showing(entries: list[_Entry]) -> tuple[_Entry, ...]:
    offered = [entry for entry in entries if entry.offered]
    sure = {kind for entry in offered if entry.high for kind in entry.kinds}
    return tuple(entry for entry in offered if entry.high or not sure.issuperset(entry.kinds))


def _load() -> dict[str, list[_Entry]]:
    raw = json.loads(Path(__file__).with_name("helplines.json").read_text(encoding="utf-8"))
    by_country: dict[str, list[_Entry]] = {}
    for each in raw["lines"]:
        if each.get("sources") and each.get("checked"):
            by_country.setdefault(each["country"], []).append(_entry(each))
    return by_country


_ALL: Final = MappingProxyType(_load())
_SHOWN: Final = MappingProxyType({code: _worth_showing(entries) for code, entries in _ALL.items()})
_NUMBERS: Final = MappingProxyType(
    {code: frozenset().union(*(entry.digits for entry in entries)) for code, entries in _ALL.items()}
)
