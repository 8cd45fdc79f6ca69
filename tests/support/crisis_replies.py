"""Replies of a level to say things about, in tests."""

from __future__ import annotations

from typing import Final

from shared.crisis import Level
from shared.helplines import known_countries
from worker.templates import template_reply

CRISES = [level for level in Level if level.crisis]
COUNTRIES: Final = [*sorted(known_countries()), None]
TURNS: Final = 12
TU, VOS, USTED = "", "vos sabés: ", "usted me puede leer? "
SAID: Final = {
    Level.IMMINENT: ("ya lo tengo todo listo", "me tomé todas las pastillas", "me corté las venas y sangro"),
    Level.IDEATION: ("quiero matarme", "estarían mejor sin mí", "no quiero despertar"),
    Level.SELF_HARM: ("me corto",),
    Level.VICTIM: ("mi marido me pega", "mi papá me pega con el cable"),
    Level.THIRD_PARTY: (
        "mi hermano se quiere matar",
        "mi mamá se tomó el frasco y no reacciona",
        "a mi vecina la golpea el marido",
    ),
}
HINDERED: Final = (
    "llamé al número y no contestan",
    "no puedo hablar, me oyen",
    "tengo 13 años y no me atienden",
)

NUMBERS = r"\d{3}|número de emergencias de (?:tu|su) país"


def reply_to(level: Level, text: str, country: str | None, turn: int = 0, **more: object) -> str:
    arguments = {"previous": (), "again": False, **more}
    return template_reply(level, text=text, turn=turn, country=country, **arguments)  # type: ignore[arg-type]


def session_of(level: Level, text: str, country: str | None, turns: int = TURNS) -> list[str]:
    replies: list[str] = []
    for turn in range(turns):
        replies.append(reply_to(level, text, country, turn, previous=tuple(replies), again=turn > 0))
    return replies
