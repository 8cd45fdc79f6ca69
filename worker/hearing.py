"""What the offline companion hears in a message: the feeling, the topic, small talk, how long it lasts."""

from __future__ import annotations

import re
from typing import Final, Literal

from shared.crisis.normal import plain
from shared.texts.listening import FEELINGS, TOPICS

SmallTalk = Literal["greeting", "identity", "goodbye", "thanks"]

MAX_THANKS_WORDS: Final = 8
"""A longer message that also says thanks is about something else."""

_GREETING = re.compile(
    r"(?:(?:hola+|holis|buenas|buenos dias|buenas tardes|buenas noches|hey|ey|wenas|que tal|saludos|buen dia|"
    r"como (?:estas|esta|andas|vas|va|te va)|todo bien|que onda|que hubo|quiubo|bot|psicoia)\W*)+"
)
_IDENTITY = re.compile(
    r"(?:quien|que) (?:sos|eres|es usted)\b|(?:sos|eres|es usted|usted es|hablo con|hablando con|sera|hay) "
    r"(?:\w+ ){0,2}(?:bot|robot|persona|human[oa]|ia|inteligencia artificial|programa|maquina|real|"
    r"psicolog[oa]|chatgpt|alguien)\b"
)
_THANKS = re.compile(r"\b(?:gracias|te agradezco|le agradezco|muy amable)\b")
_GOODBYE = re.compile(
    r"(?:\W*(?:chau|chao|adios|hasta (?:luego|manana|pronto)|nos vemos|bye|me voy a dormir)\W*)+"
)
_NOT_WELL = re.compile(
    r"\b(?:no|nunca|ni|sin|nada|tampoco) (?:\w+ ){0,3}?(?:bien|mejor\w*|content\w*|feliz|"
    r"tranquil\w*|alegr\w*|calma|esperanza\w*|fuerza\w*|animo\w*|avanz\w*|superar\w*)"
)
_LOSS = re.compile(r"\bmuerte de\b")
_MANY = (
    r"(?:dos|tres|cuatro|cinco|seis|siete|ocho|nueve|diez|[2-9]|\d{2,}|varias|varios|muchas|muchos|unas|unos)"
)
_LASTS = re.compile(
    rf"\b(?:hace|llevo|llevamos|desde hace|durante|van) (?:ya |como |mas de |casi )*(?:{_MANY} "
    r"(?:semanas|meses|anos)|un (?:mes|ano)\b|meses|semanas|anos|(?:mucho|bastante|un largo) "
    r"tiempo|quince dias|tanto tiempo)|"
    r"\b(?:desde (?:siempre|el ano pasado|el mes pasado|chic[oa])|toda (?:la|mi) vida)\b|"
    r"\bno (?:puedo|logro|consigo) (?:ir a (?:trabajar|clase|la escuela)|trabajar|estudiar|levantarme|"
    r"salir de (?:la )?(?:cama|casa)|comer)|\bno salgo de (?:la cama|mi (?:cuarto|casa|pieza))"
)


def feeling_of(text: str) -> str:
    """Return the feeling that `text` names most: a key of `listening.FEELINGS`, or `general`.

    `text` is plain (lower case, without accents). On a draw the first category of the dictionary wins.
    """
    said = _LOSS.sub("perdida", _NOT_WELL.sub("triste", text))
    scores = {
        category: sum(1 for stem in stems if re.search(rf"\b{re.escape(stem)}", said))
        for category, stems in FEELINGS.items()
    }
    best = max(scores, key=lambda category: scores[category])
    return best if scores[best] else "general"


def topic_of(text: str) -> str:
    """Return how to name back what plain `text` is about; "" when it does not show."""
    for stems, name in TOPICS:
        if any(re.search(rf"\b{re.escape(stem)}", text) for stem in stems):
            return name
    return ""


def lasts(text: str) -> bool:
    """True when plain `text` tells of weeks or more, or of a life that cannot go on as usual."""
    return bool(_LASTS.search(text))


def small_talk_of(text: str) -> SmallTalk | None:
    """Return which kind of small talk `text` is; None when there is something to listen to."""
    said = plain(text).strip()
    if _GREETING.fullmatch(said.lstrip("¿¡ ")):
        return "greeting"
    if _IDENTITY.search(said):
        return "identity"
    if _GOODBYE.fullmatch(said):
        return "goodbye"
    if _THANKS.search(said) and len(said.split()) <= MAX_THANKS_WORDS:
        return "thanks"
    return None
