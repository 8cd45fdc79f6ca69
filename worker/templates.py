"""What is said when there is danger: whole replies, put together from the slots of `shared.texts.templates`.

Pure and deterministic. The first reply at a level says all that the care policy asks for; while risk stays
up, a shorter form follows that does not recite it all again.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import Final

from shared.crisis.levels import Level
from shared.crisis.normal import plain
from shared.texts.templates import calling
from worker.calling import Numbers, numbers_for
from worker.cues import Cues, cues_of
from worker.forms import FORMS, Part
from worker.scene import Scene
from worker.wording import Chooser, Register, joined, register_of, spoken

MAX_WORDS: Final = 108
"""Of a template; an opening sentence of the caller's still fits below 120."""

ASKED: Final = re.compile(
    r"¿[^?]*(?:quitar(?:te|se)(?: de)? la vida|matar(?:te|se)|suicidar(?:te|se)|(?:queres|quieres|quiere|"
    r"piens\w+ en|ideas de|pensando en) morir)[^?]*\?"
)
"""The direct question, in plain text."""

_SAID: Final[dict[Level, re.Pattern[str]]] = {
    Level.IMMINENT: re.compile(r"no puedo enviar ayuda"),
    Level.IDEATION: ASKED,
    Level.SELF_HARM: ASKED,
    Level.VICTIM: re.compile(r"no es (?:tu|su) culpa"),
    Level.THIRD_PARTY: re.compile(r"esa persona|a solas|rodeos|preguntar"),
}
"""How to tell that the whole form of a level was given already, in plain text."""


def template_reply(
    level: Level, *, text: str, turn: int, previous: Sequence[str], country: str | None, again: bool
) -> str:
    """Return the whole reply to `text` at a crisis `level`: one paragraph of at most `MAX_WORDS` words.

    `turn` counts the person's messages; `previous` holds the earlier replies of the session, oldest first;
    `country` is ISO 3166-1 alpha-2, None when unknown; `again` tells that risk was up in the turn before as
    well. Raises KeyError when `level` is not a crisis.
    """
    cues = cues_of(text)
    scene = Scene(
        level=level,
        choose=Chooser(turn, previous, register_of(text, previous)),
        cues=cues,
        numbers=_numbers(level, cues, country),
        text=text,
        asked=any(ASKED.search(plain(reply)) for reply in previous),
    )
    first, later = FORMS[level]
    form = later if again and _was_said(level, previous) else first
    return _fitted(form(scene))


def closing_line(
    level: Level,
    *,
    text: str,
    turn: int,
    previous: Sequence[str],
    country: str | None,
    was: Level = Level.IDEATION,
) -> str:
    """Return the sentence that closes a reply without danger.

    `informational`: one line of help. Any other level: one soft question about the risk that `was` up
    earlier in the session; ask for it only when there was one. Other arguments as in `template_reply`.
    """
    choose = Chooser(turn, previous, register_of(text, previous))
    if level is Level.INFORMATIONAL:
        return choose.pick(calling.FACTS, lines=numbers_for(country, level).facts())
    return choose.pick(_SOFT.get(was, calling.SOFT_CHECK))


def soft_check_said(previous: Sequence[str]) -> bool:
    """True when one of the `previous` replies asked how it is with a risk that had come down."""
    checks = (*calling.SOFT_CHECK, *calling.SOFT_CHECK_VICTIM, *calling.SOFT_CHECK_THIRD)
    forms = {spoken(check, register) for check in checks for register in Register}
    return any(form in reply for reply in previous for form in forms)


_SOFT: Final = {
    Level.VICTIM: calling.SOFT_CHECK_VICTIM,
    Level.THIRD_PARTY: calling.SOFT_CHECK_THIRD,
}


def _numbers(level: Level, cues: Cues, country: str | None) -> Numbers:
    wanted = Level.VICTIM if level is Level.THIRD_PARTY and cues.violence else level
    return numbers_for(country, wanted)


def _was_said(level: Level, previous: Sequence[str]) -> bool:
    """A window of history that lost its replies counts as said: `again` came from the store."""
    return not previous or any(_SAID[level].search(plain(reply)) for reply in previous)


def _fitted(parts: list[Part]) -> str:
    """Leave out what may be left out, from the end, until the whole is short enough."""
    kept = list(parts)
    while len(joined(*(text for text, _ in kept)).split()) > MAX_WORDS:
        spare = [part for part in kept if part[1]]
        if not spare:
            break
        kept.remove(spare[-1])
    return joined(*(text for text, _ in kept))
