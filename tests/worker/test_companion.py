"""The offline companion: listens, varies, never pretends, and carries numbers while risk is up."""

from __future__ import annotations

import re
from collections.abc import Callable

import pytest
from hypothesis import given
from hypothesis import strategies as st

from shared.crisis import Level
from shared.crisis.normal import plain
from shared.helplines import digits_of, known_countries, lines_for, numbers_of
from tests.support.care_words import NUMBER, red_items, sentences_of
from worker.companion import fallback_reply, feeling_of, offline_reply
from worker.guard import check
from worker.hearing import topic_of
from worker.templates import soft_check_said, template_reply

Reply = Callable[..., str]
BOTH = pytest.mark.parametrize("reply", [offline_reply, fallback_reply])
CRISES = [level for level in Level if level.crisis]


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
    """Every wording carries the first line the level needs, children's aside, and none of another country."""
    for country in known_countries():
        for turn in range(3):
            answer = _say("hola", reply=reply, turn=turn, level=level, country=country)
            grown = [item for item in lines_for(country, level)[1] if item.kind != "child"]
            assert str(grown[0].phone) in answer
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


@BOTH
@pytest.mark.parametrize("level", CRISES)
def test_in_danger_the_template_answers(reply: Reply, level: Level) -> None:
    """The companion adds at most a short honest opening, to the first and to the shorter later form."""
    for turn, again in ((0, False), (3, True)):
        arguments = {"turn": turn, "previous": (), "country": "MX", "again": again}
        answer = reply("no puedo más", level=level, **arguments)
        template = template_reply(level, text="no puedo más", **arguments)  # type: ignore[arg-type]
        assert answer.endswith(template)
        assert len(answer.removesuffix(template).split()) <= 10


def _session(
    text: str, level: Level = Level.DISTRESS, turns: int = 15, reply: Reply = offline_reply
) -> list[str]:
    said: list[str] = []
    for turn in range(turns):
        said.append(reply(text, turn=turn, previous=tuple(said), level=level, country="MX"))
    return said


@pytest.mark.parametrize(
    "text",
    ["tengo ansiedad", "estoy triste", "pelee con mi familia", "logre avanzar", "no aguanto mas", "aja"],
)
def test_fifteen_turns_without_a_sentence_twice(text: str) -> None:
    """Whoever goes on about the same thing hears no sentence a second time."""
    sentences = [each for answer in _session(text) for each in sentences_of(answer)]
    assert len(set(sentences)) == len(sentences)


@BOTH
@pytest.mark.parametrize("text", ["hola", "gracias", "sos un bot?", "estoy triste"])
def test_small_talk_varies(reply: Reply, text: str) -> None:
    """No answer comes back within three turns."""
    said = _session(text, reply=reply)
    assert all(len(set(said[at : at + 3])) == 3 for at in range(len(said) - 2))


@pytest.mark.parametrize(
    "text", ["no puedo dormir", "mi jefe me grita", "peleé con mi mamá", "lo de mis amigos"]
)
def test_topics_are_named_in_the_singular(text: str) -> None:
    """A verb in the singular follows whatever the topic is."""
    for turn in range(4):
        answer = _say(text, turn=turn, level=Level.DISTRESS)
        assert not topic_of(plain(text)).startswith(("las ", "los "))
        assert topic_of(plain(text)) in answer.lower()


def test_a_topic_is_named_back_once() -> None:
    """A person knows what they talk about."""
    first, second = _session("no puedo dormir", turns=2)
    assert "dormir mal" in first.lower()
    assert "dormir mal" not in second.lower()


def test_one_step_and_one_open_question() -> None:
    """Reflection, one small step, one question at the end; never the crisis block."""
    for text in ("tengo ansiedad", "estoy triste", "aja"):
        for answer in _session(text):
            assert answer.endswith("?")
            assert re.sub(r"«[^»]*»", "", answer).count("?") == 1
            assert not NUMBER.search(answer)


@pytest.mark.parametrize(
    "text",
    ["hace tres meses que estoy triste", "llevo semanas sin dormir", "no puedo ir a trabajar de la pena"],
)
def test_what_lasts_is_pointed_to_a_professional(text: str) -> None:
    """Over two weeks, or life at a standstill: a professional, named once a way, not at every turn."""
    said = _session(text, turns=8)
    professional = [bool(re.search(r"profesional|psicóloga", answer)) for answer in said]
    assert professional[0]
    assert not all(professional)


def test_a_passing_mood_is_not_sent_to_a_professional() -> None:
    """A bad day is a bad day."""
    assert not any("profesional" in answer for answer in _session("hoy estuve triste", turns=8))


def test_past_is_acknowledged_without_the_block() -> None:
    """No numbers; one soft check if there was risk in the session, asked once."""
    plain_past = _say("hace años lo intenté, hoy estoy bien", level=Level.PAST)
    assert not NUMBER.search(plain_past)
    assert not soft_check_said([plain_past])
    for level in (Level.PAST, Level.NONE, Level.DISTRESS):
        checked = offline_reply(
            "ya estoy mejor", turn=2, previous=(), level=level, country="MX", was=Level.IDEATION
        )
        assert soft_check_said([checked])
        later = offline_reply("sí", turn=3, previous=[checked], level=level, country="MX", was=Level.IDEATION)
        assert not soft_check_said([later])


@BOTH
def test_facts_end_with_one_line_of_help(reply: Reply) -> None:
    """Says what it is, where facts are, and one line of the country."""
    for turn in range(4):
        answer = _say("¿cuántos suicidios hay?", reply=reply, turn=turn, level=Level.INFORMATIONAL)
        assert re.findall(r"al \d[\d ]+\d", answer) == ["al 800 911 2000"]
        if reply is offline_reply:
            assert "programa" in answer
            assert "OMS" in answer


def test_nothing_of_the_red_list_in_ordinary_talk() -> None:
    """The companion neither minimises nor promises, and the guard would let it speak."""
    for text in ("tengo ansiedad", "estoy triste", "aja", "hola", "gracias", "eres humano?", "chau"):
        for answer in _session(text):
            assert red_items(answer) == [], answer
            assert check(answer, Level.DISTRESS, "MX").allowed, answer


def test_usted_is_answered_with_usted() -> None:
    """Also in later turns without a sign of it."""
    said: list[str] = []
    for turn, text in enumerate(["¿usted es un robot?", "estoy triste", "no sé", "tengo ansiedad"]):
        said.append(offline_reply(text, turn=turn, previous=tuple(said), level=Level.DISTRESS, country="MX"))
    assert "uiere" in said[0] or "Puede" in said[0] or "usted" in said[0] or "ecesita" in said[0]
    assert not any(re.search(r"\b(?:puedes|tienes|sientes|contigo)\b", answer) for answer in said)


@pytest.mark.parametrize(
    ("text", "feeling"),
    [
        ("tengo ansiedad y mucha presion", "ansiedad"),
        ("me siento vacio y sin ganas", "tristeza"),
        ("no aguanto mas, estoy desesperado", "alarma"),
        ("pelee con mi familia y mis amigos", "apoyo"),
        ("hoy logre avanzar", "esperanza"),
        ("aja", "general"),
        ("no estoy bien", "tristeza"),
        ("la muerte de mi abuela", "tristeza"),
        ("solo queria contarte", "general"),
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
