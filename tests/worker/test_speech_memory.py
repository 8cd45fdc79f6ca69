"""What is said in a turn knows what the person said before; what closes a reply without danger."""

from __future__ import annotations

import re
from dataclasses import replace

import pytest

from shared.crisis import Level
from shared.ids import MessageId
from shared.protocol import LoggedReply, LoggedUser
from shared.store.turn import Turn
from tests.worker.test_held import TURN
from worker.speech import Speech

FACTS = "La OMS lo describe como un problema de salud pública"


def _turn(said: str, *spoken: LoggedUser | LoggedReply, **more: object) -> Turn:
    question = LoggedUser(MessageId("m3"), said)
    return replace(TURN, country="ES", question=question, spoken=spoken, **more)  # type: ignore[arg-type]


def _user(text: str) -> LoggedUser:
    return LoggedUser(MessageId("m1"), text)


def _reply(text: str) -> LoggedReply:
    return LoggedReply(MessageId("m1"), TURN.trace, 1, text, "llm", False)


def _calm(level: Level, *spoken: LoggedUser | LoggedReply, was: Level = Level.NONE) -> Speech:
    speech = Speech(_turn("hola", *spoken, was=was), "MX")
    speech.level = level
    return speech


@pytest.mark.parametrize("way", ["template", "fallback", "offline", "completed"])
def test_a_child_stays_one_whoever_speaks(way: str) -> None:
    """The age told two messages ago: child line, no usted."""
    spoken = (_user("hola tengo 11 años"), _reply("Hola."), _user("mal"), _reply("¿Qué pasó?"))
    speech = Speech(_turn("es que si lo cuento mi mamá se enoja", *spoken, risk=Level.VICTIM, since=1), "MX")
    said = speech.completed("Tiene sentido ese miedo.") if way == "completed" else getattr(speech, way)()
    assert "900 20 20 10" in said
    assert not re.search(r"\b(?:[Ll]lame|usted|le amenaza)\b", said)


def test_an_old_person_stays_usted() -> None:
    """Their first words decide while neither the message nor the replies show it."""
    spoken = (_user("buenas noches, disculpe usted la hora"), _reply("Buenas noches."))
    said = Speech(_turn("no sé", *spoken, risk=Level.IDEATION, since=1), "MX").template()
    assert re.search(r"\b(?:llame|usted|Llame)\b", said)


def test_facts_are_closed_with_a_line_of_help() -> None:
    """After a full stop, with the country's number; not when the reply named one, nor after other talk."""
    closing = _calm(Level.INFORMATIONAL).closing(FACTS)
    assert closing.startswith(". ")
    assert "024" in closing
    assert _calm(Level.INFORMATIONAL).closing(f"{FACTS}. Llama al 024.") == ""
    assert _calm(Level.INFORMATIONAL).closing("  ") == ""
    assert _calm(Level.NONE).closing(FACTS) == ""
    assert _calm(Level.DISTRESS, was=Level.IDEATION).closing(FACTS) == ""


def test_past_is_asked_about_once() -> None:
    """One soft question when a risk came down; not again."""
    first = _calm(Level.PAST, was=Level.IDEATION).closing("Me alegra.")
    assert first.count("?") == 1
    assert (
        _calm(Level.PAST, _user("bien"), _reply(f"Me alegra.{first}"), was=Level.IDEATION).closing("Sí.")
        == ""
    )
    assert _calm(Level.PAST).closing("Me alegra.") == ""


def test_danger_has_no_closing_line() -> None:
    """Its replies are completed instead."""
    assert Speech(_turn("no sé", risk=Level.IDEATION, since=1), "MX").closing(FACTS) == ""
