"""What a message tells besides its level is met: a body in danger, a call in vain, a child, a later turn."""

from __future__ import annotations

import re
from itertools import product
from typing import Any

import pytest

from shared.crisis import Level
from shared.helplines import digits_of, lines_for, numbers_of
from tests.support.care_words import NEUTRAL, NUMBER, red_items, sentences_of
from tests.support.crisis_replies import (
    COUNTRIES,
    CRISES,
    SAID,
    TURNS,
    reply_to,
    session_of,
)
from worker.guard import check
from worker.templates import closing_line, soft_check_said


def test_emergency_comes_first_when_something_was_taken_or_bleeds() -> None:
    """The very first sentence is the emergency number, the ambulance in front, at any turn."""
    for text, country, again in product(SAID[Level.IMMINENT][1:], ("CL", "MX", "SV"), (False, True)):
        reply = reply_to(Level.IMMINENT, text, country, again=again)
        first = lines_for(country, Level.IMMINENT)[1]
        ambulance = next((item for item in first if item.kind == "medical_emergency"), first[0])
        assert "mergencias" in sentences_of(reply)[0]
        assert str(ambulance.phone) in sentences_of(reply)[0]


def test_emergency_comes_first_when_another_is_in_that_state() -> None:
    """Somebody who took something and does not react: emergency before talk."""
    reply = reply_to(Level.THIRD_PARTY, SAID[Level.THIRD_PARTY][1], "MX")
    assert "911" in sentences_of(reply)[0]
    assert "Pregúntale" not in reply


def test_imminent_later_asks_what_became_of_it() -> None:
    """Did you call, is somebody with you, are the means far away: and numbers, and what a program cannot."""
    for reply in session_of(Level.IMMINENT, "aquí sigo", "MX")[1:]:
        assert reply.count("?") == 3
        assert re.search(r"llama(?:r|ste|da)\b|por teléfono", reply)
        assert re.search(r"contigo|a tu lado", reply)
        assert re.search(r"lejos", reply)
        assert "911" in reply
        assert "no puedo enviar ayuda" in reply.lower()


def test_imminent_after_other_risk_is_told_in_full() -> None:
    """The shorter form is for those who were told the whole; a new height of danger is met anew."""
    earlier = [reply_to(Level.IDEATION, "quiero morir", "MX")]
    reply = reply_to(Level.IMMINENT, "ya lo tengo listo", "MX", 1, previous=earlier, again=True)
    assert "busca a alguien que esté contigo ahora" in reply


def test_ideation_later_asks_for_the_plan_if_nobody_has() -> None:
    """After a reply without the direct question it is asked; after one with it, it is not repeated."""
    unasked = reply_to(Level.IDEATION, "no puedo", "MX", 1, previous=["Qué duro es eso."], again=True)
    asked = reply_to(Level.IDEATION, "no puedo", "MX", 1, previous=["¿Piensas en matarte?"], again=True)
    question = r"quitarte la vida|matarte|suicidarte"
    assert re.search(question, unasked)
    assert not re.search(question, asked)


def test_ideation_later_has_one_number_line() -> None:
    """One line, and a question about what makes it hard."""
    for reply in session_of(Level.IDEATION, "no puedo más", "MX")[1:]:
        assert len(NUMBER.findall(reply)) == 1
        assert 1 <= reply.count("?") <= 2


@pytest.mark.parametrize("level", CRISES)
def test_a_number_that_does_not_answer(level: Level) -> None:
    """Other lines, an emergency room and the directory; the number that failed is not offered again."""
    for again in (False, True):
        reply = reply_to(level, "llamé al 800 911 2000 y no contestan", "MX", again=again)
        assert "800 911 2000" not in reply
        assert re.search(r"911|5259", reply)
        assert "urgencias" in reply
        assert "findahelpline.com" in reply


@pytest.mark.parametrize("level", CRISES)
def test_those_who_cannot_talk_aloud(level: Level) -> None:
    """A way without a voice: a message to somebody, or a line with a chat."""
    reply = reply_to(level, "no puedo hablar, me van a escuchar", "MX")
    assert "mensaje" in reply or "escribe a alguien" in reply


def test_a_child_is_pointed_to_the_child_line_that_writes() -> None:
    """Where the directory has one with a chat it is named."""
    reply = reply_to(Level.VICTIM, "tengo 12 años, mi papá me pega, no puedo hablar", "ES")
    assert "900 20 20 10" in reply
    assert re.search(r"Chat ANAR", reply)


def test_a_victim_who_is_a_child_gets_the_child_line() -> None:
    """And is asked for an adult; a grown-up gets the violence line."""
    child = reply_to(Level.VICTIM, "mi papá me pega con el cable", "AR")
    grown = reply_to(Level.VICTIM, "mi marido me pega", "AR")
    assert "102" in child
    assert re.search(r"adult|grandes", child)
    assert "144" in grown
    assert "102" not in grown


def test_passive_ideation_is_asked_gently_and_directly() -> None:
    """Being a burden is met as such, and the question is put all the same."""
    for turn in range(4):
        reply = reply_to(Level.IDEATION, "soy una carga para todos", "MX", turn)
        assert re.search(r"carga|sobrar|los demás vivirían", reply)
        assert re.search(r"quitarte la vida|matarte|suicidarte", reply)


def test_third_party_is_not_treated_as_the_one_in_danger() -> None:
    """The writer is asked how they are, never whether they want to die."""
    for country, turn in product(COUNTRIES, range(TURNS)):
        reply = NEUTRAL.sub("", reply_to(Level.THIRD_PARTY, SAID[Level.THIRD_PARTY][0], country, turn))
        assert not re.search(r"matarte|quitarte la vida|suicidarte", reply)


def test_closing_line_after_facts_is_one_help_line() -> None:
    """One number of the country, or the directory."""
    for country, turn in product(COUNTRIES, range(3)):
        line = _closing(Level.INFORMATIONAL, country=country, turn=turn)
        assert len({digits_of(each) for each in NUMBER.findall(line)} & numbers_of(country)) <= 2
        assert len(re.findall(r"\bal (?:\*?\d)", line)) == (1 if country else 0)
        assert country or "findahelpline.com" in line
        assert check(line, Level.INFORMATIONAL, country).allowed


@pytest.mark.parametrize("was", CRISES)
def test_soft_check_is_one_open_question(was: Level) -> None:
    """Short, without numbers, fitting the risk there was, and known again afterwards."""
    for turn in range(4):
        line = _closing(Level.PAST, turn=turn, was=was)
        assert line.count("?") == 1
        assert not NUMBER.search(line)
        assert red_items(line) == []
        assert check(line, Level.NONE, "MX").allowed
        assert soft_check_said(["Hola.", f"Gracias. {line}"])
    assert not soft_check_said(["Hola."])


def test_help_is_named_once_after_facts() -> None:
    """A reply that names a line, or the directory, needs no other."""
    for reply in ("Está el 800 911 2000, a toda hora.", "Hay líneas en findahelpline.com."):
        assert not _closing(Level.INFORMATIONAL, reply=reply)
    assert _closing(Level.INFORMATIONAL, reply="La OMS habla de 700 000 personas al año.")


def test_a_models_reply_gets_the_soft_check_at_past_only() -> None:
    """Once, and not when the model asks it itself; without an earlier risk never."""
    said = "Me alegra que hoy sea distinto."
    check_said = _closing(Level.PAST, reply=said, was=Level.IDEATION)
    assert soft_check_said([check_said])
    assert not _closing(Level.PAST, reply=said, was=Level.IDEATION, previous=[check_said])
    assert not _closing(Level.PAST, reply="¿Y las ideas de morir, siguen?", was=Level.IDEATION)
    assert not _closing(Level.PAST, reply=said)
    for level in (Level.NONE, Level.DISTRESS):
        assert not _closing(level, reply=said, was=Level.IDEATION)
        assert _closing(level, was=Level.IDEATION)


def test_a_child_of_an_earlier_turn_is_one_still() -> None:
    """The child line, an adult, and no usted, whatever the message itself says."""
    told: dict[str, Any] = {"earlier": ["hola tengo 11 años"], "previous": ["¿Me dice usted qué pasó?"]}
    for text in ("me pegan", "disculpe usted, me pegan"):
        reply = reply_to(Level.VICTIM, text, "ES", **told)
        assert "900 20 20 10" in reply
        assert re.search(r"adult|grandes", reply)
        assert re.search(r"\bte\b|\btu\b", reply)
        assert not re.search(r"\busted\b|[Ll]lame\b", reply)


def _closing(level: Level, **more: Any) -> str:
    arguments = {"text": "ya", "turn": 0, "previous": (), "country": "MX", "was": Level.NONE, **more}
    return closing_line(level, **arguments)


def test_levels_without_danger_have_no_template() -> None:
    """Asking for one is a mistake of the caller."""
    with pytest.raises(KeyError):
        reply_to(Level.DISTRESS, "estoy triste", "MX")
