"""What is said when there is danger: whole replies, put together from the slots of `shared.texts.templates`.

Pure and deterministic. The first reply at a level says all that the care policy asks for; while risk stays
up, a shorter form follows that does not recite it all again.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import Final

from shared.crisis.levels import Level
from shared.texts.templates import calling
from worker.calling import Numbers, numbers_for, tells_where
from worker.cues import Cues, cues_of
from worker.forms import FORMS, Part
from worker.scene import Scene
from worker.wording import Chooser, Register, joined, plain_reply, register_of, spoken

MAX_WORDS: Final = 108
"""Of a template; an opening sentence of the caller's still fits below 120."""

ASKED: Final = re.compile(
    r"(?:^|(?<!\")¿|[.!?])[^¿?.!]*(?:quitar(?:te|se)(?: de)? la vida|matar(?:te|se)|suicidar(?:te|se)|"
    r"(?:queres|quieres|quiere|piens\w+ en|ideas de|pensando en) morir)[^¿?.!]*\?"
)
"""The direct question, put to the person themself: a quoted one is for somebody else. In `plain_reply`."""

_SAID: Final[dict[Level, re.Pattern[str]]] = {
    Level.IMMINENT: re.compile(r"no puedo enviar ayuda"),
    Level.IDEATION: ASKED,
    Level.SELF_HARM: ASKED,
    Level.VICTIM: re.compile(r"no es (?:tu|su) culpa"),
    Level.THIRD_PARTY: re.compile(r"esa persona|a solas|rodeos|preguntar"),
}
"""How to tell that the whole form of a level was given already. In `plain_reply`."""


def template_reply(
    level: Level,
    *,
    text: str,
    turn: int,
    previous: Sequence[str],
    country: str | None,
    again: bool,
    earlier: Sequence[str] = (),
) -> str:
    """Return the whole reply to `text` at a crisis `level`: one paragraph of at most `MAX_WORDS` words.

    `turn` counts the person's messages; `previous` holds the earlier replies of the session, `earlier` the
    person's words before `text`, both oldest first; `country` is ISO 3166-1 alpha-2, None when unknown;
    `again` tells that risk was up in the turn before as well. Raises KeyError when `level` is no crisis.
    """
    cues = cues_of(text, earlier)
    register = register_of(text, previous, earlier=earlier, child=cues.child)
    scene = Scene(
        level=level,
        choose=Chooser(turn, previous, register),
        cues=cues,
        numbers=_numbers(level, cues, country),
        text=text,
        asked=any(ASKED.search(plain_reply(reply)) for reply in previous),
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
    was: Level,
    reply: str = "",
    earlier: Sequence[str] = (),
) -> str:
    """Return the sentence that closes a reply without danger; "" when none is due.

    `informational`: one line of help, unless `reply` names help. Any other level: one soft question about the
    risk that `was` up earlier in the session, once. After a model's `reply` ("": the words are ours) it comes
    at `past` only, and not when the reply asks it. Other arguments as in `template_reply`.
    """
    child = cues_of(text, earlier).child
    choose = Chooser(turn, previous, register_of(text, previous, earlier=earlier, child=child))
    if level is Level.INFORMATIONAL:
        if tells_where(reply, country) or "findahelpline" in reply:
            return ""
        return choose.pick(calling.FACTS, lines=numbers_for(country, level).facts())
    if not was.crisis or soft_check_said(previous):
        return ""
    if reply and (level is not Level.PAST or _SOFT_ASKED.search(plain_reply(reply))):
        return ""
    return choose.pick(_SOFT.get(was, calling.SOFT_CHECK))


def soft_check_said(previous: Sequence[str]) -> bool:
    """True when one of the `previous` replies asked how it is with a risk that had come down."""
    checks = (*calling.SOFT_CHECK, *calling.SOFT_CHECK_VICTIM, *calling.SOFT_CHECK_THIRD)
    forms = {spoken(check, register) for check in checks for register in Register}
    return any(form in reply for reply in previous for form in forms)


_SOFT_ASKED: Final = re.compile(
    r"(?:^|[¿.!?])[^¿?.!]*(?:\bmorir\w*|\bsuicid\w*|quitar(?:te|se) la vida|\bmatar(?:te|se)|"
    r"hacer(?:te|se) dano|ideas? de|\blo de antes|a salvo|en peligro)[^¿?.!]*\?"
)
"""A question about a risk there was, in a model's words. In `plain_reply`."""

_SOFT: Final = {
    Level.VICTIM: calling.SOFT_CHECK_VICTIM,
    Level.THIRD_PARTY: calling.SOFT_CHECK_THIRD,
}


def _numbers(level: Level, cues: Cues, country: str | None) -> Numbers:
    wanted = Level.VICTIM if level is Level.THIRD_PARTY and cues.violence else level
    return numbers_for(country, wanted)


def _was_said(level: Level, previous: Sequence[str]) -> bool:
    """A window of history that lost its replies counts as said: `again` came from the store."""
    return not previous or any(_SAID[level].search(plain_reply(reply)) for reply in previous)


def _fitted(parts: list[Part]) -> str:
    """Leave out what may be left out, from the end, until the whole is short enough."""
    kept = list(parts)
    while len(joined(*(text for text, _ in kept)).split()) > MAX_WORDS:
        spare = [part for part in kept if part[1]]
        if not spare:
            break
        kept.remove(spare[-1])
    return joined(*(text for text, _ in kept))
