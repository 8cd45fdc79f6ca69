"""The offline companion: listens, varies, never pretends, and carries numbers while risk is up."""

from __future__ import annotations

import re
from collections.abc import Callable

import pytest
from hypothesis import given
from hypothesis import strategies as st

from shared.crisis import Level
from shared.helplines import digits_of, known_countries, lines_for, numbers_of
from worker.companion import fallback_reply, feeling_of, offline_reply

Reply = Callable[..., str]
BOTH = pytest.mark.parametrize("reply", [offline_reply, fallback_reply])
CRISES = [level for level in Level if level.crisis]
NUMBER = re.compile(r"\*?\d[\d\s\-]*\d")


def _say(
    text: str,
    *,
    reply: Reply = offline_reply,
    turn: int = 0,
    level: Level = Level.NONE,
    country: str | None = "MX",
) -> str:
    return reply(text, turn=turn, previous=(), level=level, country=country)


@BOTH
@pytest.mark.parametrize("level", list(Level))
@pytest.mark.parametrize("text", ["estoy triste", "hola", "gracias", "quién sos?", "", "no sé"])
def test_never_the_same_line_twice_running(reply: Reply, level: Level, text: str) -> None:
    """Saying the same thing forty times never gets the same answer twice in a row."""
    previous: list[str] = []
    for turn in range(40):
        answer = reply(text, turn=turn // 2, previous=previous, level=level, country="AR")
        assert not previous or answer != previous[-1]
        previous.append(answer)


@BOTH
@given(
    texts=st.lists(st.text(max_size=60), max_size=8),
    level=st.sampled_from(Level),
    country=st.sampled_from(["ES", "US", "DO", "ZZ", None]),
)
def test_every_reply_is_one_short_finished_paragraph(
    reply: Reply, texts: list[str], level: Level, country: str | None
) -> None:
    """One line, at most 120 words and three questions, nothing left to fill in, whatever is said."""
    previous: list[str] = []
    for turn, text in enumerate(texts):
        answer = reply(text, turn=turn, previous=previous, level=level, country=country)
        assert 0 < len(answer.split()) <= 120
        assert answer.count("?") <= 3
        assert not re.search(r"[{}|\n\r]|\s\s", answer)
        assert answer not in previous[-1:]
        previous.append(answer)


@BOTH
@pytest.mark.parametrize("level", CRISES)
def test_numbers_of_the_country_while_risk_is_up(reply: Reply, level: Level) -> None:
    """Every wording carries the first line the level needs, and no number of another country."""
    for country in known_countries():
        for turn in range(3):
            answer = _say("hola", reply=reply, turn=turn, level=level, country=country)
            first = lines_for(country, level)[1][0].phone
            assert first is not None
            assert first in answer
            assert {digits_of(number) for number in NUMBER.findall(answer)} <= numbers_of(country)


@BOTH
@pytest.mark.parametrize("level", CRISES)
def test_unknown_country_while_risk_is_up(reply: Reply, level: Level) -> None:
    """No number at all: the emergency number in words, the directory, and the question where."""
    answer = _say("hola", reply=reply, level=level, country=None)
    assert "findahelpline.com" in answer
    assert "número de emergencias de tu país" in answer
    assert "en qué país estás" in answer
    assert not NUMBER.search(answer)


def test_imminent_says_what_must_be_said() -> None:
    """Emergency before all, somebody to be with, away from the means, and that a program cannot send help."""
    for turn in range(3):
        answer = _say("ya conté las pastillas", turn=turn, level=Level.IMMINENT)
        assert "911" in answer
        assert "busca a alguien que esté contigo ahora" in answer
        assert re.search(r"lejos|[Aa]léjate", answer)
        assert "programa" in answer
        assert "no puedo enviar ayuda" in answer


def test_ideation_asks_directly_and_names_both_helpers() -> None:
    """The direct question, a professional and a trusted person are in every wording."""
    for turn in range(3):
        answer = _say("no quiero vivir", turn=turn, level=Level.IDEATION)
        assert re.search(r"matarte|quitarte la vida|hacerte daño", answer)
        assert "profesional" in answer
        assert re.search(r"de confianza|que quieras", answer)


def test_a_victim_is_told_it_is_not_their_fault() -> None:
    """Every wording says so, and none proposes to mediate."""
    for turn in range(3):
        answer = _say("mi novio me pega", turn=turn, level=Level.VICTIM)
        assert "no es tu culpa" in answer
        assert not re.search(r"habla con él|hablá con él|terapia de pareja", answer)


@pytest.mark.parametrize(
    ("text", "feeling"),
    [
        ("tengo ansiedad y mucha presion", "ansiedad"),
        ("me siento vacio y sin ganas", "tristeza"),
        ("no aguanto mas, estoy desesperado", "alarma"),
        ("pelee con mi familia y mis amigos", "apoyo"),
        ("hoy logre avanzar", "esperanza"),
        ("aja", "general"),
    ],
)
def test_feeling_is_named_from_the_words(text: str, feeling: str) -> None:
    """The dictionary of feelings decides the category; the most named wins."""
    assert feeling_of(text) == feeling


def test_speaks_in_the_register_of_the_person() -> None:
    """Vos is answered with vos, anything else with tú."""
    assert "Podés" in _say("vos sos un bot?", turn=0)
    assert "Puedes" in _say("¿eres un bot?", turn=0)


@pytest.mark.parametrize(
    "text", ["¿quién sos?", "quien eres", "¿sos un bot?", "eres humana?", "¿hablo con una persona?"]
)
@pytest.mark.parametrize("level", [Level.NONE, Level.IDEATION, Level.IMMINENT])
def test_says_it_is_a_program_when_asked(text: str, level: Level) -> None:
    """It never pretends to be a person, not even while risk is up."""
    for turn in range(4):
        assert "programa" in _say(text, turn=turn, level=level)


def test_greets_and_thanks() -> None:
    """A greeting is greeted back; thanks are taken, not analysed."""
    assert _say("hola!").startswith("Hola")
    assert "confianza" in _say("muchas gracias")


@pytest.mark.parametrize("level", [Level.NONE, Level.DISTRESS])
def test_fallback_admits_that_it_could_not_think(level: Level) -> None:
    """When the model failed it says so in plain words and invites to go on."""
    for turn in range(4):
        answer = _say("estoy mal", reply=fallback_reply, turn=turn, level=level)
        assert re.search(r"pensar|no me salió", answer)
        assert "?" in answer
