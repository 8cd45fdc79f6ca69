"""Completing a model's reply while risk is up: what its level demands and the reply lacks is added.

Pure and deterministic. The reply was allowed by the guard; nothing in it is changed.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import Final

from shared.crisis.levels import Level
from shared.crisis.normal import plain
from shared.texts.templates import completion, ideation, third_party, victim
from worker.calling import Numbers, numbers_for, tells_where
from worker.cues import Cues, cues_of
from worker.scene import Scene
from worker.templates import ASKED, template_reply
from worker.wording import Chooser, Register, joined, plain_reply, register_of, register_of_reply, seam

MAX_ADDED: Final = 90
"""Words. What matters least is left out first."""
MAX_QUESTIONS: Final = 3
RECENT: Final = 2
"""Earlier replies in which to look for what was given already."""

_PROFESSIONAL = re.compile(r"\b(?:profesional|psicolog|psiquiatr|medic[oa]\b|terapeuta|terapia)")
_TRUSTED = re.compile(
    r"\b(?:de (?:tu |su )?confianza|(?:un|una|algun|alguna|tu|tus|su|sus) (?:amig|familia|herman|madre|padre|"
    r"mama|papa|pareja|vecin)\w*|alguien (?:cercano|que (?:quieras|quiera|te quiera))|persona cercana|"
    r"ser querido)"
)
_NOT_FAULT = re.compile(
    r"\bno (?:es|fue|ha sido) (?:por )?(?:tu|su) culpa|no (?:es|fue) culpa (?:tuya|suya)|"
    r"no (?:tienes|tenes|tiene) (?:la|ninguna) culpa"
)
_HARD = re.compile(
    r"(?:dificil|facil|frena|impide|cuesta)[^.?!]*\b(?:llam|marcar|numero|linea)|"
    r"\b(?:llam|marcar)[^.?!]*(?:dificil|facil|frena|impide|cuesta)"
)
_STEP = re.compile(
    r"\brespir|vaso de agua|pies en el suelo|diez minutos|una manta|algo tibio|"
    r"\b(?:lejos|alej\w+) (?:de )?lo que|\b(?:camin|duch)\w+|\bsal\w* a (?:tomar|caminar)|cinco cosas"
)
_DOORS = re.compile(r"\burgencias\b|\bhospital")
_SAFE = re.compile(
    r"(?:a salvo|en un lugar seguro|sin peligro|con seguridad|segur[oa] (?:ahora|ahi|donde|escribir)|"
    r"en peligro|esta (?:ahi|cerca|contigo|con vos))[^.?]*\?"
)
_EMERGENCY = re.compile(r"\bemergencia")
_LOG = re.compile(r"\bregistro|historial de llamadas|borr\w+ la llamada")
_ASK_THEM = re.compile(r"\bpregunt\w+.{0,60}(?:suicid|matar|quitar|morir|vida|directa|rodeos|clar)")
_NOT_ALONE = re.compile(
    r"\bno (?:le |la |lo |se )?(?:dej\w+|qued\w+|este)?.{0,15}\bsol[oa]\b|a solas|acompan"
)
_CARE = re.compile(
    r"como (?:estas|esta|te sientes|te sentis|se siente|llevas|llevas) (?:tu|vos|usted)|"
    r"cuid\w+ de (?:ti|vos|usted)|tu cansancio|cuidarte|(?:tu|vos|usted) tambien"
)


@dataclass(frozen=True, slots=True)
class _Draft:
    """A model's reply, and all that decides what is added to it."""

    reply: str
    scene: Scene
    country: str | None
    recent: tuple[str, ...]
    again: bool

    @property
    def cues(self) -> Cues:
        return self.scene.cues

    @property
    def numbers(self) -> Numbers:
        return self.scene.numbers

    def lacks(self, pattern: re.Pattern[str]) -> bool:
        """True when the reply does not say it, nor, while risk stays up, one of the last replies."""
        if pattern.search(plain_reply(self.reply)):
            return False
        return not (self.again and any(pattern.search(plain_reply(each)) for each in self.recent))

    def numbered(self, reply: str) -> bool:
        """True when `reply` tells where to call."""
        return tells_where(reply, self.country)

    @property
    def to_call(self) -> bool:
        """True when it must be said where to call: the reply does not, or a call was in vain."""
        if self.cues.no_answer:
            return not (_DOORS.search(plain(self.reply)) and self.numbered(self.reply))
        return not self.numbered(self.reply)

    @property
    def may_ask(self) -> int:
        """How many questions may be added."""
        return max(0, MAX_QUESTIONS - self.reply.count("?"))

    def pick(self, wordings: Sequence[str], **names: str) -> str:
        return self.scene.pick(wordings, **names)


def complete(
    reply: str,
    level: Level,
    *,
    text: str,
    turn: int,
    previous: Sequence[str],
    country: str | None,
    again: bool,
    earlier: Sequence[str] = (),
) -> str:
    """Return `reply` with what `level` demands and it lacks, in at most `MAX_ADDED` words more.

    Without risk it comes back as it is; at `imminent`, and when there is nothing to complete, a template
    takes its place. Arguments as in :func:`worker.templates.template_reply`.
    """
    if not level.crisis:
        return reply
    said = reply.strip()
    if level is Level.IMMINENT or not said:
        return template_reply(
            level, text=text, turn=turn, previous=previous, country=country, again=again, earlier=earlier
        )
    cues = cues_of(text, earlier)
    register = register_of_reply(said)
    if register is None or (cues.child and register is Register.USTED):
        register = register_of(text, previous, earlier=earlier, child=cues.child)
    scene = Scene(
        level=level,
        choose=Chooser(turn, [*previous, said], register),
        cues=cues,
        numbers=numbers_for(country, level),
        text=text,
        asked=False,
    )
    draft = _Draft(said, scene, country, tuple(previous[-RECENT:]), again)
    added = _within(_ADDITIONS[level](draft))
    return f"{said}{seam(said)}{joined(*added)}" if added else reply


@dataclass(frozen=True, slots=True)
class _Addition:
    """A sentence to add. `weight`: of two that do not both fit, the heavier one stays."""

    text: str
    weight: int


def _within(additions: list[_Addition]) -> list[str]:
    """Return the sentences that fit in, in their order."""
    kept: list[_Addition] = []
    words = 0
    for each in sorted(additions, key=lambda addition: -addition.weight):
        length = len(each.text.split())
        if each.text and words + length <= MAX_ADDED:
            kept.append(each)
            words += length
    return [each.text for each in additions if each in kept]


def _thoughts(draft: _Draft) -> list[_Addition]:
    question = _question(draft)
    return [
        _Addition(_line(draft), 9),
        _Addition(_hard(draft, besides=question.count("?")), 3),
        _Addition(_helpers(draft), 5),
        _Addition(draft.pick(completion.STEP) if draft.lacks(_STEP) else "", 4),
        _Addition(question, 8),
    ]


def _question(draft: _Draft) -> str:
    """Ask directly; when that was done a moment ago, only a reply that asks nothing gets a question."""
    harm = draft.scene.level is Level.SELF_HARM
    if not draft.lacks(ASKED):
        near = ideation.CLOSE_BY_SELF_HARM if harm else ideation.CLOSE_BY
        return "" if "?" in draft.reply else draft.pick(near)
    if not draft.may_ask:
        return draft.pick(completion.ASK_STATED)
    return draft.pick(completion.ASK_SELF_HARM if harm else completion.ASK)


def _hard(draft: _Draft, besides: int) -> str:
    """Ask what makes calling hard, unless that was told; there are `besides` more questions to come."""
    if draft.scene.hindered or not draft.lacks(_HARD):
        return ""
    return draft.pick(completion.HARD if draft.may_ask > besides else completion.HARD_STATED)


def _helpers(draft: _Draft) -> str:
    young = draft.cues.child
    someone = "una persona adulta de confianza" if young else "una persona de confianza"
    match draft.lacks(_PROFESSIONAL), draft.lacks(_TRUSTED):
        case True, True:
            return draft.pick(ideation.HELPERS, someone=someone)
        case True, False:
            return draft.pick(completion.PROFESSIONAL)
        case False, True:
            return draft.pick(completion.TRUSTED, someone=someone)
    return ""


def _violence(draft: _Draft) -> list[_Addition]:
    child = draft.cues.child
    added: list[_Addition] = []
    if draft.lacks(_NOT_FAULT):
        added.append(_Addition(draft.pick(victim.NOT_YOUR_FAULT), 7))
    if draft.to_call:
        added.append(_Addition(_call(draft, victim.LINE_AGAIN, draft.numbers.shelter(child=child)), 9))
        if draft.lacks(_LOG):
            added.append(_Addition(draft.pick(victim.LOG), 4))
    elif draft.lacks(_EMERGENCY):
        added.append(_Addition(draft.pick(victim.EMERGENCY, emergency=draft.numbers.emergency()), 6))
    if draft.lacks(_SAFE):
        added.append(_Addition(draft.pick(victim.SAFE if draft.may_ask else completion.SAFE_STATED), 8))
    return added


def _other(draft: _Draft) -> list[_Addition]:
    added: list[_Addition] = []
    if draft.cues.violence and draft.lacks(_NOT_FAULT):
        added.append(_Addition(draft.pick(third_party.BELIEVE), 7))
    elif not draft.cues.violence and draft.lacks(_ASK_THEM):
        added.append(_Addition(draft.pick(completion.ASK_THEM), 7))
    if draft.lacks(_NOT_ALONE):
        added.append(
            _Addition(draft.pick(third_party.BESIDE if draft.cues.violence else third_party.NOT_ALONE), 6)
        )
    if draft.to_call:
        lines = draft.numbers.urgent()
        if draft.cues.violence:
            lines = numbers_for(draft.country, Level.VICTIM).shelter(child=False)
        added.append(_Addition(_call(draft, third_party.LINE_AGAIN, lines), 9))
    if draft.lacks(_CARE):
        added.append(_Addition(draft.pick(completion.CARE if draft.may_ask else completion.CARE_STATED), 5))
    return added


_ADDITIONS: Final[dict[Level, Callable[[_Draft], list[_Addition]]]] = {
    Level.IDEATION: _thoughts,
    Level.SELF_HARM: _thoughts,
    Level.VICTIM: _violence,
    Level.THIRD_PARTY: _other,
}


def _line(draft: _Draft) -> str:
    """Return where to call, if the reply does not tell: one short line when it was told a moment ago."""
    if not draft.to_call:
        return ""
    told = draft.again and any(draft.numbered(each) for each in draft.recent)
    if not draft.numbers.crisis() or not told:
        return _listen(draft, ideation.LINE, draft.numbers.listening(child=draft.cues.child))
    return _listen(draft, ideation.LINE_AGAIN, draft.numbers.crisis())


def _listen(draft: _Draft, wordings: Sequence[str], lines: str) -> str:
    if draft.cues.no_answer:
        return draft.scene.other_doors()
    return draft.scene.listen(wordings, lines)


def _call(draft: _Draft, wordings: Sequence[str], lines: str) -> str:
    if draft.cues.no_answer:
        return draft.scene.other_doors()
    return draft.scene.call(wordings, lines)
