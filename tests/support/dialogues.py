"""The written dialogues of `tests/dialogues`: read, and refused when they are badly put.

Each file is one or two themes. A turn says what the person writes, what the scripted model answers (or how it
fails), and what must come of it; `tests/dialogues/README.md` explains every field.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from pathlib import Path
from typing import Final, Literal

import msgspec

from shared.helplines import known_countries
from tests.support.dialogue_words import REQUIREMENTS

DIRECTORY: Final = Path(__file__).parents[1] / "dialogues"
UNKNOWN: Final = "unknown"
"""The country of a turn in which nobody knows where the person is: no number may be named."""

Danger = Literal["imminent", "ideation", "self_harm", "victim", "third_party", "none", "any"]
Source = Literal["llm", "template", "fallback", "offline", "any"]
Fault = Literal["error", "cut", "filtered"]


class BadDialogue(ValueError):
    """A dialogue that cannot be played, or whose checks mean nothing."""


class _Written(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """What is read from YAML; a misspelt field is an error."""


class Turn(_Written, frozen=True, kw_only=True):
    """One message and what must come of it."""

    says: str
    model: str | None = None
    """What the model answers; without it and without `fails` the model must not be asked at all."""
    fails: Fault | None = None
    level: Danger
    """Of the `resources` frame; `none`: there is no such frame; `any`: a careful reader could not tell."""
    source: Source
    lines: str | None = None
    """From here on the country whose lines are shown, or UNKNOWN."""
    has: tuple[str, ...] = ()
    """What the reply must hold: a name of REQUIREMENTS, or `~` and a regular expression."""
    lacks: tuple[str, ...] = ()
    """Regular expressions that may match nothing that was shown in this turn, not for a moment."""
    new: bool = False
    """The help text and the reply both differ from all that came before in this talk."""


class Dialogue(_Written, frozen=True, kw_only=True):
    """One talk. `hello` is the country of the `hello` frame, `lines` the one that comes of it."""

    id: str
    about: str
    hello: str | None = None
    lines: str | None = None
    without_model: bool = False
    """No model is configured at all: the companion answers."""
    turns: tuple[Turn, ...]

    def country_at(self, index: int) -> str | None:
        """Return the country whose lines turn `index` (from 0) may name; None: no number at all."""
        named = [turn.lines for turn in self.turns[: index + 1] if turn.lines]
        country = (named or [self.lines or self.hello or UNKNOWN])[-1]
        return None if country == UNKNOWN else country


class Theme(_Written, frozen=True, kw_only=True):
    """One file."""

    theme: str
    about: str
    covers: tuple[str, ...]
    """The issue's themes that this file is about."""
    dialogues: tuple[Dialogue, ...]


def load_themes(directory: Path = DIRECTORY) -> tuple[Theme, ...]:
    """Return all files, by name. Raises BadDialogue with the file and the place of what is wrong."""
    themes = tuple(_read(path) for path in sorted(directory.glob("*.yaml")))
    seen: set[str] = set()
    for dialogue in (each for theme in themes for each in theme.dialogues):
        if dialogue.id in seen:
            raise BadDialogue(f"{dialogue.id}: two dialogues have this id")
        seen.add(dialogue.id)
    return themes


def load_dialogues(directory: Path = DIRECTORY) -> tuple[Dialogue, ...]:
    """Return the dialogues of all files. Raises BadDialogue."""
    return tuple(dialogue for theme in load_themes(directory) for dialogue in theme.dialogues)


def _read(path: Path) -> Theme:
    try:
        theme = msgspec.yaml.decode(path.read_bytes(), type=Theme)
    except msgspec.MsgspecError as error:
        raise BadDialogue(f"{path.name}: {error}") from None
    for dialogue in theme.dialogues:
        for problem in _problems(dialogue):
            raise BadDialogue(f"{path.name}: {dialogue.id}: {problem}")
    return theme


def _problems(dialogue: Dialogue) -> Iterator[str]:
    if not re.fullmatch(r"[a-z0-9]+(?:-[a-z0-9]+)*", dialogue.id):
        yield "its id is not in kebab-case"
    if not dialogue.turns:
        yield "nobody says anything"
    for number, turn in enumerate(dialogue.turns, start=1):
        for problem in _turn_problems(turn, silent=dialogue.without_model):
            yield f"turn {number}: {problem}"


def _turn_problems(turn: Turn, *, silent: bool) -> Iterator[str]:
    if not turn.says.strip():
        yield "nothing is said"
    yield from _model_problems(turn, silent=silent)
    if turn.lines not in {None, UNKNOWN, *known_countries()}:
        yield f"no lines are known for {turn.lines}"
    named = [wanted for wanted in turn.has if not wanted.startswith("~")]
    yield from (f"nobody knows what {name!r} means" for name in named if name not in REQUIREMENTS)
    for pattern in (*(each[1:].strip() for each in turn.has if each.startswith("~")), *turn.lacks):
        try:
            re.compile(pattern)
        except re.error as error:
            yield f"{pattern!r}: {error}"


def _model_problems(turn: Turn, *, silent: bool) -> Iterator[str]:
    """What is expected of the reply must be possible with what the model does."""
    if turn.model is not None and turn.fails:
        yield "the model cannot both answer and fail"
    if silent and (turn.model is not None or turn.fails):
        yield "there is no model to answer"
    if turn.source == "llm" and turn.model is None:
        yield "the model has nothing to say"
    if turn.source == "fallback" and not turn.fails:
        yield "nothing fails"
    if turn.source == "offline" and not silent:
        yield "only without a model does the companion answer"
