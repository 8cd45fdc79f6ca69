"""The offline companion: a small active-listening engine in Spanish. Pure and deterministic.

It answers when there is no model (`offline_reply`) and when the model failed (`fallback_reply`). A reply is
put together from slots (reflection, one small step, one open question...); each slot takes the wording that
was said longest ago in this session, so nothing is said twice running. While risk is up, replies follow the
slots of the level and carry the country's numbers.
"""

from __future__ import annotations

import re
from collections.abc import Sequence

from shared.crisis.levels import Level
from shared.crisis.normal import plain
from shared.helplines import lines_for
from shared.texts import companion as talk
from shared.texts import companion_risk as risk
from shared.texts.care import ABROAD, lines_phrase

REMEMBERED = 12
"""Earlier replies whose wordings are avoided."""

_FORMS = re.compile(r"\{([^{}|]*)\|([^{}|]*)\}")
# Without accents; forms that tú does not have ("piensas", "tienes"...).
_VOSEO = re.compile(
    r"\b(?:vos|sos|tenes|queres|podes|che|decime|contame|decis|sentis|entendes|pensas|venis|hablame|boluda?o?|"
    r"haceme)\b"
)
_ACCENTED_VOSEO = re.compile(r"\b(?:sabés|hacés|creés|andás|estás vos|vivís|escuchás|dale)\b")

_GREETING = re.compile(
    r"(?:(?:hola+|holis|buenas|buenos dias|buenas tardes|buenas noches|hey|ey|wenas|que tal|saludos|buen dia|"
    r"como (?:estas|andas|vas|va|te va)|todo bien|que onda|que hubo|quiubo|bot|psicoia)\W*)+"
)
_IDENTITY = re.compile(
    r"(?:quien|que) (?:sos|eres|es usted)\b|(?:sos|eres|es usted|hablo con|sera|hay) (?:\w+ ){0,2}"
    r"(?:bot|robot|persona|human[oa]|ia|inteligencia artificial|programa|maquina|real|psicolog[oa]|"
    r"chatgpt|alguien)\b"
)
_THANKS = re.compile(r"\b(?:gracias|te agradezco|muy amable)\b")
_GOODBYE = re.compile(
    r"(?:\W*(?:chau|chao|adios|hasta (?:luego|manana|pronto)|nos vemos|bye|me voy a dormir)\W*)+"
)

MAX_THANKS_WORDS = 8
"""A longer message that also says thanks is about something else."""


def offline_reply(text: str, *, turn: int, previous: Sequence[str], level: Level, country: str | None) -> str:
    """Return the companion's answer to `text`: one paragraph of at most 120 words.

    `turn` counts the person's messages; `previous` holds the companion's earlier replies in this session,
    oldest first; `level` is the session's risk, `country` ISO 3166-1 alpha-2 or None.
    """
    chooser = _Chooser(turn, previous, vos=_uses_vos(text), lines=_lines(level, country))
    if level in risk.SLOTS:
        honest = chooser.pick(risk.HONEST) if _IDENTITY.search(plain(text)) else ""
        return _with_country(_join(honest, _at_risk(chooser, level)), chooser, level, country)
    return _small_talk(chooser, plain(text)) or _listening(chooser, plain(text))


def fallback_reply(
    text: str, *, turn: int, previous: Sequence[str], level: Level, country: str | None
) -> str:
    """Return what is said when the model could not answer: plain, warm, and with numbers when risk is up.

    Arguments as in :func:`offline_reply`.
    """
    chooser = _Chooser(turn, previous, vos=_uses_vos(text), lines=_lines(level, country))
    if not level.crisis:
        return _join(chooser.pick(talk.FALLBACKS), chooser.pick(talk.FALLBACK_INVITES))
    sorry = chooser.pick(risk.FALLBACKS)
    return _with_country(f"{sorry} {_at_risk(chooser, level)}", chooser, level, country)


class _Chooser:
    """Picks wordings: in rotation by turn, those not said in this session first."""

    def __init__(self, turn: int, previous: Sequence[str], *, vos: bool, lines: str) -> None:
        self._turn = turn
        self._said = tuple(previous[-REMEMBERED:])
        self._vos = vos
        self._lines = lines

    def pick(self, wordings: Sequence[str], **names: str) -> str:
        """Return the wording said longest ago; among those never said, the next in turn."""
        start = self._turn % len(wordings)
        rotated = [*wordings[start:], *wordings[:start]]
        spoken = [(self._last_said(wording, names), self.speak(wording, **names)) for wording in rotated]
        return min(spoken, key=lambda each: each[0])[1]

    def speak(self, wording: str, **names: str) -> str:
        """Return `wording` in the person's own register, with the numbers in place."""
        return self._in_register(wording, self._vos, names)

    def _in_register(self, wording: str, vos: bool, names: dict[str, str]) -> str:
        spoken = _FORMS.sub(r"\2" if vos else r"\1", wording)
        for name, value in {"lines": self._lines, **names}.items():
            spoken = spoken.replace(f"{{{name}}}", value)
        return spoken

    def _last_said(self, wording: str, names: dict[str, str]) -> int:
        """Return 0 for never, else the larger the more recent. Either register counts as said."""
        forms = {self._in_register(wording, vos, names) for vos in (False, True)}
        for index in range(len(self._said), 0, -1):
            if any(form in self._said[index - 1] for form in forms):
                return index
        return 0


def feeling_of(text: str) -> str:
    """Return the feeling that `text` names most: a key of `companion.FEELINGS`, or `general`.

    `text` is plain (lower case, without accents). On a draw the first category of the dictionary wins.
    """
    scores = {
        category: sum(1 for stem in stems if re.search(rf"\b{re.escape(stem)}", text))
        for category, stems in talk.FEELINGS.items()
    }
    best = max(scores, key=lambda category: scores[category])
    return best if scores[best] else "general"


def _listening(chooser: _Chooser, said: str) -> str:
    feeling = feeling_of(said)
    topic = _topic_of(said)
    about = (
        chooser.pick(talk.TOPIC_LINES, topic=topic, topic_cap=topic[:1].upper() + topic[1:]) if topic else ""
    )
    steps = talk.STEPS.get(feeling, talk.STEPS["ansiedad"])
    reflection = chooser.pick(talk.REFLECTIONS[feeling])
    # Loss and despair ask for company before technique.
    step = chooser.pick(talk.PROFESSIONAL) if feeling == "alarma" else chooser.pick(steps)
    return _join(reflection, about, step, chooser.pick(talk.QUESTIONS[feeling]))


def _small_talk(chooser: _Chooser, said: str) -> str | None:
    said = said.strip()
    if _GREETING.fullmatch(said.lstrip("¿¡ ")):
        return chooser.pick(talk.GREETINGS)
    if _IDENTITY.search(said):
        return chooser.pick(talk.IDENTITY)
    if _GOODBYE.fullmatch(said):
        return chooser.pick(talk.GOODBYES)
    if _THANKS.search(said) and len(said.split()) <= MAX_THANKS_WORDS:
        return chooser.pick(talk.THANKS)
    return None


def _at_risk(chooser: _Chooser, level: Level) -> str:
    slots = list(risk.SLOTS[level])
    if level is Level.SELF_HARM:
        slots[1] = risk.SELF_HARM_QUESTIONS
    return _join(*(chooser.pick(wordings) for wordings in slots))


def _with_country(reply: str, chooser: _Chooser, level: Level, country: str | None) -> str:
    shown, _ = lines_for(country, level)
    if shown is None and level.crisis:
        return _join(reply, chooser.speak(risk.WHICH_COUNTRY))
    return reply


def _lines(level: Level, country: str | None) -> str:
    shown, items = lines_for(country, level)
    if shown is None:
        return ABROAD
    return lines_phrase(items, named=3 if level.crisis else 1) or ABROAD


def _topic_of(said: str) -> str:
    for stems, name in talk.TOPICS:
        if any(re.search(rf"\b{re.escape(stem)}", said) for stem in stems):
            return name
    return ""


def _uses_vos(text: str) -> bool:
    return bool(_VOSEO.search(plain(text)) or _ACCENTED_VOSEO.search(text.lower()))


def _join(*parts: str) -> str:
    return " ".join(part for part in parts if part)
