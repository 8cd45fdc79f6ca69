"""Which of the country's lines a reply names, and how: at most three, each after a verb of calling."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from typing import Final

from shared.crisis.levels import Level
from shared.crisis.normal import plain
from shared.helplines import HelpLine, digits_of, lines_for, numbers_of
from shared.texts.care import short_name
from shared.texts.templates.calling import EMERGENCY_ABROAD, FACTS_ABROAD

_EMERGENCIES: Final = ("emergency", "medical_emergency")
_LISTENING: Final = ("suicide_crisis", "emotional_support")
_PROTECTION: Final = ("gender_violence", *_LISTENING)
_PHONE: Final = re.compile(r"\d[\d\s\-().]*\d")


@dataclass(frozen=True, slots=True)
class Numbers:
    """The lines of one country for one level, ready to be named. `known` is False without a country."""

    known: bool
    items: tuple[HelpLine, ...]

    def emergency(self, *, medical: bool = False) -> str:
        """Return the emergency number, the ambulance in front when the danger is `medical`."""
        found = self._of(_EMERGENCIES[1:] if medical else ()) + self._of(_EMERGENCIES[:1])
        return self._phrase(found[:2])

    def listening(self, *, child: bool = False) -> str:
        """Return a line that listens, one open at any hour where there is one; "" without any.

        Where none is, the emergency number stands beside it.
        """
        found = sorted(self._of(_LISTENING), key=lambda line: not _always_open(line))[:1]
        young = self._of(("child",))[:1] if child else []
        sleeps = not any(map(_always_open, found))
        return self._phrase([*found, *young, *(self._of(_EMERGENCIES[:1]) if sleeps else [])])

    def crisis(self) -> str:
        """Return one line that listens, alone; "" without any."""
        found = sorted(self._of(_LISTENING), key=lambda line: not _always_open(line))
        return _named(found[:1]) if self.known else ""

    def urgent(self, *, child: bool = False) -> str:
        """Return the emergency number and a line that listens."""
        found = sorted(self._of(_LISTENING), key=lambda line: not _always_open(line))[:1]
        young = self._of(("child",))[:1] if child else []
        return self._phrase([*self._of(_EMERGENCIES[:1]), *found, *young])

    def protection(self, *, child: bool) -> str:
        """Return the violence line, or the child line for a child; "" without any."""
        kinds = ("child", *_PROTECTION) if child else _PROTECTION
        found = [line for kind in kinds for line in self.items if line.kind == kind]
        return _named(found[:1]) if self.known else ""

    def shelter(self, *, child: bool) -> str:
        """Return the emergency number and the line of `protection`."""
        kinds = ("child", *_PROTECTION) if child else _PROTECTION
        found = [line for kind in kinds for line in self.items if line.kind == kind]
        return self._phrase([*self._of(_EMERGENCIES[:1]), *found[:1]])

    def others(self, tried: str, *, urgent: bool, child: bool) -> str:
        """Return lines to call instead of the one that did not answer: named in `tried`, or the first.

        At most two that listen and then the emergency number; when it is `urgent` that number first, and one.
        A line for children or against violence is no way out for everybody, so only the fitting ones are.
        """
        listening = self._of((*(("child",) if child else ()), *_LISTENING))
        emergency = self._of(_EMERGENCIES[:1])
        vain = _named_in(tried, [*listening, *emergency]) or self._of(_LISTENING)[:1]
        left = [line for line in listening if line not in vain][: 1 if urgent else 2]
        safety = [line for line in emergency if line not in vain] or ([] if left else emergency)
        return self._phrase([*safety, *left] if urgent else [*left, *safety])

    def chat(self) -> str:
        """Return the name of a line for the young that also writes; "" without one."""
        return next((short_name(line) for line in self.items if re.search("chat", line.name, re.I)), "")

    def facts(self) -> str:
        """Return one line, for the end of an answer about facts."""
        return self.crisis() or self._phrase(self.items[:1]) + ("" if self.known else FACTS_ABROAD)

    def _of(self, kinds: Sequence[str]) -> list[HelpLine]:
        return [line for line in self.items if line.kind in kinds]

    def _phrase(self, lines: Sequence[HelpLine]) -> str:
        return _named(lines) if self.known else EMERGENCY_ABROAD


def numbers_for(country: str | None, level: Level) -> Numbers:
    """Return the lines of `country` (ISO 3166-1 alpha-2, None when unknown) for `level`."""
    shown, items = lines_for(country, level)
    return Numbers(shown is not None, items)


def tells_where(reply: str, country: str | None) -> bool:
    """True when `reply` tells where to call: a line of `country`; where there is none, where to find one."""
    if lines_for(country, Level.IDEATION)[0] is None:
        return "findahelpline" in reply or "emergencias de" in plain(reply)
    known = numbers_of(country)
    return any(digits_of(found) in known for found in _PHONE.findall(reply))


def _named(lines: Iterable[HelpLine]) -> str:
    """Return "al 911 (Emergencias) o al 024 (…, a toda hora)"; "" without lines."""
    said: list[str] = []
    limited = False
    for line in lines:
        emergency = line.kind in _EMERGENCIES
        said.append(f"{'a cualquier hora ' if limited and emergency else ''}al {line.phone} ({_title(line)})")
        limited = limited or not (emergency or _always_open(line))
    return f"{', '.join(said[:-1])} o {said[-1]}" if len(said) > 1 else "".join(said)


def _title(line: HelpLine) -> str:
    name = short_name(line).removeprefix(f"{line.phone} ")
    if line.kind in _EMERGENCIES:
        return name
    if _always_open(line):
        return f"{name}, a toda hora"
    return f"{name}, con horario limitado" if line.hours else name


def _always_open(line: HelpLine) -> bool:
    return (line.hours or "").startswith("24")


def _named_in(text: str, lines: Iterable[HelpLine]) -> list[HelpLine]:
    said = {digits_of(found) for found in re.findall(r"\d[\d\s\-]*\d", text)}
    return [line for line in lines if line.phone and digits_of(line.phone) in said]
