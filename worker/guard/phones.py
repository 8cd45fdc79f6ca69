"""Phone numbers in a reply: those of the directory pass, any other is refused.

Numbers are read in runs of digit groups and number words ("600 360 7777", "nueve once", "9-1-1"), and judged
when the run and the word after it are known.
"""

from __future__ import annotations

import itertools
import re
from collections import deque
from dataclasses import dataclass, field
from typing import Final

from shared.helplines import known_countries, numbers_of
from worker.guard.numerals import Numeral, numeral_of

MAX_GROUPS: Final = 16
"""Groups of a run; the next one begins another."""
MAX_CONTEXT: Final = 7
"""Words before a number that may say it is one to call."""
LONG: Final = 7
"""Digits from which a number is a phone number whatever is said around it."""

_CODES: Final = {
    "ES": "34", "MX": "52", "AR": "54", "CO": "57", "CL": "56", "PE": "51", "VE": "58", "EC": "593",
    "GT": "502", "CU": "53", "BO": "591", "DO": "1", "HN": "504", "PY": "595", "SV": "503", "NI": "505",
    "CR": "506", "PA": "507", "UY": "598", "PR": "1", "US": "1", "GQ": "240",
}  # fmt: skip
_MOBILE: Final = {"MX": "521", "AR": "549"}
_AREAS: Final = {"AR": ("011",)}
"""Area codes of the directory that people leave out, or write without their first zero."""

_SHORT: Final = frozenset(
    [
        "061",
        "062",
        "065",
        "066",
        "080",
        "085",
        "088",
        "089",
        "091",
        "092",
        "000",
        "999",
        "110",
        "111",
        "112",
        "115",
        "116",
        "117",
        "118",
        "119",
        "122",
        "123",
        "911",
        "988",
        "988",
    ]
) | {number for code in known_countries() for number in numbers_of(code) if len(number) <= 4}

_CALL: Final = re.compile(
    r"(?:llam|marc[aoquen]|marcando|disc[aoq]|telef|linea|numero$|nro$|fono|tel$|tels$|celu|cel$|movil|whats|"
    r"wh?asa|wsp|wpp|sms|comuni|contact|emergencia|hotline|atencion|mensaj|escrib|mand[ae]|envi[ae]|polici|"
    r"bombero|ambulanci|samu$|urgencia|timbr|dial|wa$|extension|interno$|anexo$|anota|apunta|call)"
)
_RANGE: Final = frozenset({"del", "entre", "desde"})
_NAMED: Final = frozenset({"llamado", "llamada", "llaman"})
_BEFORE: Final = frozenset({"el", "al", "del", "su", "tu", "nuestro"})
_UNITS: Final = re.compile(
    r"(?:h|hs|hrs|horas?|min|mins|minutos?|seg|segundos?|dias?|semanas?|mes|meses|anos?|anitos|noches?|"
    r"veces|vez|personas?|gente|pesos?|euros?|dolares|soles|bolivianos|quetzales|guaranies|lempiras|cordobas|"
    r"colones|bolivares|mil|millon(?:es)?|metros?|m|km|kilometros?|kg|kilos?|gramos?|g|mg|ml|litros?|pasos|"
    r"palabras|paginas|calorias|kcal|respiraciones|repeticiones|latidos|grados|puntos?|cosas?|ideas|letras|"
    r"por|ciento|porciento|companeros|amigos|alumnos|mensajes|cuadras|casos|muertes|fotos|libros|canciones)$"
)
_JOINING: Final = re.compile(r"[^\w,;:¿?¡!%$€=@#&\"'«»“”|]{0,6}")
_LISTING: Final = re.compile(r"\s*,\s*|\s*:\s*")
_SENTENCE_END: Final = re.compile(r"\.\s|[!?]")
_PRICE: Final = re.compile(r"[$€£]\s*$")
_RATE: Final = re.compile(r"\s*[%€$°º]")


@dataclass(slots=True)
class _Run:
    """Numbers in a row. `joints` are the signs before each group but the first."""

    start: int
    before: str
    called: bool
    after_word: str
    groups: list[Numeral] = field(default_factory=list)
    joints: list[str] = field(default_factory=list)

    @property
    def digits(self) -> str:
        return "".join(group.digits for group in self.groups)


class PhoneWatch:
    """Reads a reply word by word; `country` is ISO 3166-1 alpha-2, None or unknown accepts no number."""

    def __init__(self, country: str | None) -> None:
        self._accepted = accepted_forms(country)
        self._words: deque[str] = deque(maxlen=MAX_CONTEXT)
        self._run: _Run | None = None
        self._awaits_units = False

    @property
    def held_from(self) -> int | None:
        """The place in the reply where a number begins that is not judged yet."""
        return self._run.start if self._run else None

    def word(self, word: str, start: int, between: str) -> bool:
        """Take in a word, with the signs before it, which begin at `start`; True when a number is refused."""
        numeral = numeral_of(word)
        run, refused = self._run, False
        if run and word == "y" and run.groups[-1].tens and not _SENTENCE_END.search(between):
            self._awaits_units = True
            return False
        if run and not self._continue(run, numeral, between):
            refused = self._refuses(run, word, between)
            self._run = run = None
        if run is None and numeral is not None:
            self._run = self._begin(numeral, start, between)
        self._awaits_units = False
        self._words.append(word)
        return refused

    def finish(self, between: str) -> bool:
        """Judge the number the reply ends with; `between` are the signs after it."""
        run, self._run = self._run, None
        return run is not None and self._refuses(run, "", between)

    def _begin(self, numeral: Numeral, start: int, between: str) -> _Run:
        context = list(self._words)
        called = any(_CALL.match(word) for word in context if word not in _NAMED)
        if "se" in context and "llama" in context and context.index("llama") == context.index("se") + 1:
            called = False
        ranged = len(context) >= 3 and context[-3] in _RANGE and context[-1] in {"al", "a", "y", "hasta"}
        after = context[-1] if context and not _SENTENCE_END.search(between) else ""
        return _Run(start, between, called and not ranged, after, [numeral])

    def _continue(self, run: _Run, numeral: Numeral | None, between: str) -> bool:
        """Add the numeral to the run when it belongs to it."""
        if numeral is None:
            return False
        last = run.groups[-1]
        spoken = last.composed_with(numeral, after_y=self._awaits_units)
        if spoken is not None and not _SENTENCE_END.search(between):
            run.groups[-1] = spoken
            return True
        if self._awaits_units or len(run.groups) >= MAX_GROUPS or not _joins(last, numeral, between):
            return False
        run.groups.append(numeral)
        run.joints.append(between)
        return True

    def _refuses(self, run: _Run, next_word: str, between: str) -> bool:
        near = not _SENTENCE_END.search(between) and "," not in between
        unit = bool(_RATE.match(between)) or (near and bool(_UNITS.match(next_word)))
        starred = run.before.endswith("*") and not between.startswith("*")
        return not self._fine(run, 0, len(run.groups), unit=unit, starred=starred)

    def _fine(self, run: _Run, begin: int, end: int, *, unit: bool, starred: bool) -> bool:
        """True when the groups from `begin` to `end` are no number, one of ours, or several such."""
        groups, joints = run.groups[begin:end], run.joints[begin : max(begin, end - 1)]
        digits = "".join(group.digits for group in groups)
        if digits in self._accepted or digits.removeprefix("00") in self._accepted:
            return True
        part = _Run(run.start, run.before, run.called, run.after_word, groups, joints)
        if not _is_phone(part, unit=unit, starred=starred):
            return True
        if not self._accepted:
            return False
        for cut in range(begin + 1, end):
            head = "".join(group.digits for group in run.groups[begin:cut])
            if head in self._accepted and self._fine(run, cut, end, unit=unit, starred=False):
                return True
            tail = "".join(group.digits for group in run.groups[cut:end])
            if tail in self._accepted and self._fine(run, begin, cut, unit=False, starred=starred):
                return True
        return False


def accepted_forms(country: str | None) -> frozenset[str]:
    """Return the digits of every ordinary way to write the numbers of the directory of `country`."""
    code = (country or "").upper()
    forms: set[str] = set()
    for number in numbers_of(code):
        local = {number}
        if len(number) > 4:
            local.add(number.removeprefix("0"))
            local.update(number.removeprefix(area) for area in _AREAS.get(code, ()) if len(number) > 9)
        if _CODES.get(code) == "1" and len(number) >= 10:
            local.add(number.removeprefix("1"))
        for prefix in (_CODES.get(code, ""), _MOBILE.get(code, ""), "01" if code == "MX" else ""):
            if prefix:
                local |= {prefix + form for form in tuple(local) if not form.startswith(prefix)}
        forms |= local
    return frozenset(forms)


def _joins(last: Numeral, numeral: Numeral, between: str) -> bool:
    if re.search(r"\.\s", between):
        return False
    if _JOINING.fullmatch(between):
        return True
    return bool(_LISTING.fullmatch(between)) and len(last.digits) == len(numeral.digits) == 1


def _is_phone(run: _Run, *, unit: bool, starred: bool) -> bool:
    digits = run.digits
    if len(digits) < 3 or _is_ordinary(run):
        return False
    if len(digits) >= LONG:
        return True
    if digits.startswith("0") or starred:
        return not unit or starred
    if unit:
        return False
    if run.called:
        return True
    return _looks_short(run) or _is_grouped(run)


def _looks_short(run: _Run) -> bool:
    """True for a short number of some country, in a place where one would name it."""
    if run.digits not in _SHORT:
        return False
    if len(run.groups) > 1 or any(sign in run.before for sign in "(:"):
        return True
    return run.digits != "100" and run.after_word in _BEFORE


def _is_grouped(run: _Run) -> bool:
    return len(run.groups) > 1 and len(run.digits) >= 6 and all(len(g.digits) > 1 for g in run.groups)


def _is_ordinary(run: _Run) -> bool:
    """True for dates, years, prices, thousands, countdowns, breathing counts, hours."""
    groups = [group.digits for group in run.groups]
    if _PRICE.search(run.before):
        return True
    if all(re.fullmatch(r"(?:19|20)\d\d", group) for group in groups):
        return len(groups) <= 2
    joined = "-".join(groups)
    if re.fullmatch(r"24-7(?:-365)?|\d\d?-\d\d?-(?:19|20)\d\d|(?:19|20)\d\d-\d\d-\d\d|478|4-7-8", joined):
        return True
    if len(groups) > 1 and groups[0] == "0" and run.joints[0] == ".":
        return True
    if _are_thousands(run, groups):
        return True
    return _is_count(run, groups)


def _are_thousands(run: _Run, groups: list[str]) -> bool:
    dotted = len(groups) > 1 and all(joint == "." for joint in run.joints)
    return dotted and not run.called and all(len(g) == 3 for g in groups[1:]) and len(groups[0]) <= 3


def _is_count(run: _Run, groups: list[str]) -> bool:
    """True for 4-4-4-4, 5 4 3 2 1, 1. 2. 3., and for hours such as 9-18."""
    if any(len(group) > 2 for group in groups) or len(groups) < 2:
        return False
    numbers = [int(group) for group in groups]
    if len(numbers) == 2:
        return run.digits not in _SHORT and not any(group.startswith("0") for group in groups)
    steps = {after - before for before, after in itertools.pairwise(numbers)}
    if steps == {0}:
        return not (run.called and run.digits in _SHORT)
    counting = len(steps) == 1 and steps <= {1, -1}
    return counting and not (run.called and run.digits in _SHORT)
