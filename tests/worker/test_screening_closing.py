"""A line that follows the streamed words: help after facts."""

from __future__ import annotations

from dataclasses import replace

from shared.crisis import Level
from shared.ids import MessageId
from shared.protocol import LoggedUser
from tests.worker.test_held import TURN
from worker.screening import Screening
from worker.speech import Speech

FACTS = "[nivel: informational] La OMS lo describe como un problema de salud pública. Se puede prevenir."


def _speech(level: Level) -> Speech:
    speech = Speech(replace(TURN, country="ES", question=LoggedUser(MessageId("m"), "hola")), "MX")
    speech.level = level
    return speech


def _said(screening: Screening, text: str, size: int = 5) -> list[str]:
    shown = [screening.feed(text[at : at + size]) for at in range(0, len(text), size)]
    return [*shown, screening.finish()]


def test_facts_stream_and_end_with_help() -> None:
    """Nothing shown is taken back: the line of help is only more text at the end."""
    pieces = _said(Screening(_speech(Level.INFORMATIONAL)), FACTS)
    said = "".join(pieces)
    assert any(pieces[:-1])
    assert said.startswith("La OMS lo describe como un problema de salud pública. Se puede prevenir. ")
    assert "024" in said
    assert "024" in pieces[-1]


def test_ordinary_talk_ends_as_the_model_ends_it() -> None:
    """Nothing is added without danger and without facts."""
    said = "".join(_said(Screening(_speech(Level.NONE)), "[nivel: none] Hola, ¿cómo estás?"))
    assert said == "Hola, ¿cómo estás?"


def test_a_refused_reply_gets_no_line() -> None:
    """A template takes its place whole."""
    screening = Screening(_speech(Level.INFORMATIONAL))
    pieces = _said(screening, "Llama al 555 123 4567 ahora mismo.")
    assert screening.refused
    assert pieces[-1] == ""


def test_silence_stays_silence() -> None:
    """A reply of a tag alone is none, and no line of help makes it one."""
    screening = Screening(_speech(Level.INFORMATIONAL))
    assert "".join(_said(screening, "[nivel: informational] ")) == ""
    assert screening.wordless


def test_danger_is_shown_whole_and_completed() -> None:
    """Nothing before the end; then the reply with what its level demands."""
    pieces = _said(Screening(_speech(Level.IDEATION)), "Gracias por contarlo.")
    assert not any(pieces[:-1])
    assert pieces[-1].startswith("Gracias por contarlo. ")
    assert "024" in pieces[-1]
