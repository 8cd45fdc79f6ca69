"""What is said when there is danger: whole, short, in the person's own register, and never harmful."""

from __future__ import annotations

import re
from functools import cache
from itertools import pairwise, product
from typing import Final

import pytest

from shared.crisis import Level
from shared.helplines import digits_of, known_countries, lines_for, numbers_of
from tests.support.care_words import (
    FAMILIAR,
    NEUTRAL,
    NUMBER,
    TU_ONLY,
    VOS_ONLY,
    red_items,
    sentences_of,
)
from worker.guard import check
from worker.templates import closing_line, soft_check_said, template_reply

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
WHOLE: Final = {
    Level.IMMINENT: (
        NUMBERS,
        r"[Bb]us(?:ca|cá|que) a alguien que esté (?:contigo|con vos|con usted) ahora",
        r"lejos|[Aa]l[eé]j[ae]|[Pp]on\w* distancia",
        r"[Ee]mergencias (?:antes|primero|es lo primero)|es emergencias",
        r"[Ss]oy un programa",
        r"[Nn]o puedo enviar ayuda",
        r"[Ss]igo|seguir aquí",
        r"\?",
    ),
    Level.IDEATION: (
        r"quitar(?:te|se) la vida|matar(?:te|se)|suicidar(?:te|se)",
        r"plan",
        r"a mano|cerca",
        r"momento|cuándo|día",
        NUMBERS,
        r"profesional",
        r"de confianza",
        r"vaso de agua|respiraciones|lejos lo que|diez minutos",
        r"llamada\?|llamar[^?]*\?|marcar[^?]*\?",
    ),
    Level.SELF_HARM: (
        r"herida|lastim|impulso",
        r"quitar(?:te|se) la vida|morir",
        r"plan",
        r"a mano|cerca",
        NUMBERS,
        r"profesional",
        r"de confianza",
        r"llamada\?|llamar[^?]*\?|marcar[^?]*\?",
    ),
    Level.VICTIM: (
        r"no es (?:tu|su) culpa",
        r"(?:sin peligro|seguro|seguridad)[^?]*\?",
        r"[Ee]mergencia|Carabineros|Policía|ECU",
        NUMBERS,
        r"registro",
    ),
    Level.THIRD_PARTY: (
        r"preguntar|[Hh]abl[aáe] claro|no es su culpa",
        r"a solas|lugar seguro",
        NUMBERS,
        r"\?",
    ),
}
"""What the first reply of each level must hold, whatever the wording."""


def _reply(level: Level, text: str, country: str | None, turn: int = 0, **more: object) -> str:
    arguments = {"previous": (), "again": False, **more}
    return template_reply(level, text=text, turn=turn, country=country, **arguments)  # type: ignore[arg-type]


def _session(level: Level, text: str, country: str | None, turns: int = TURNS) -> list[str]:
    replies: list[str] = []
    for turn in range(turns):
        replies.append(_reply(level, text, country, turn, previous=tuple(replies), again=turn > 0))
    return replies


@cache
def _all(level: Level) -> list[tuple[str | None, str, str]]:
    """Return country, text and reply of sessions of a level: everywhere in the short, at length in three."""
    said = [
        (country, f"{who}{text}")
        for country, who, text in product(COUNTRIES, (TU, VOS, USTED), (SAID[level][0], HINDERED[0]))
    ]
    said += [
        (country, f"{who}{text}")
        for country, who, text in product(("CL", "US", None), (TU, VOS, USTED), (*SAID[level], *HINDERED))
    ]
    return [(country, text, reply) for country, text in said for reply in _session(level, text, country)]


@pytest.mark.parametrize("level", CRISES)
def test_short_and_whole_everywhere(level: Level) -> None:
    """At most 120 words, three questions and three numbers of the country; nothing left to fill in."""
    for country, text, reply in _all(level):
        assert len(reply.split()) <= 112, (country, text, reply)
        assert reply.count("?") == reply.count("¿") <= 3, (country, text, reply)
        assert not re.search(r"[{}|\n\r]|\s\s|\s[.,;]|\.\.|^[a-zñ¿]*$", reply), reply
        named = {digits_of(number) for number in NUMBER.findall(reply)}
        assert named <= numbers_of(country), (country, reply)
        assert len({phone for phone in named if f"al {phone}" in reply or len(phone) > 4}) <= 3, reply


@pytest.mark.parametrize("level", CRISES)
def test_nothing_of_the_red_list(level: Level) -> None:
    """No guilt, religion, minimising, contract, promise, leading question, method, secret or human claim."""
    for country, text, reply in _all(level):
        assert red_items(reply) == [], (country, text, reply)


@pytest.mark.parametrize("level", CRISES)
def test_the_guard_lets_every_template_pass(level: Level) -> None:
    """What replaces a refused reply may not be refused itself."""
    said = [(country, _reply(level, SAID[level][0], country)) for country in COUNTRIES]
    for country, who, text in product(("MX", None), (TU, VOS), (*SAID[level], *HINDERED)):
        said += [(country, reply) for reply in _session(level, f"{who}{text}", country, 6)]
    for country, reply in said:
        verdict = check(reply, level, country)
        assert verdict.allowed, (country, verdict.rule, reply)


@pytest.mark.parametrize("level", CRISES)
def test_one_register_a_reply(level: Level) -> None:
    """Vos is answered with vos, usted with usted, anything else with tú; no sentence mixes them."""
    for _, text, reply in _all(level):
        for sentence in sentences_of(NEUTRAL.sub("", reply)):
            if text.startswith(VOS):
                assert not TU_ONLY.search(sentence), sentence
            elif text.startswith(USTED):
                assert not FAMILIAR.search(sentence), sentence
            else:
                assert not VOS_ONLY.search(sentence), sentence


@pytest.mark.parametrize("level", CRISES)
def test_the_first_reply_says_all_that_the_level_demands(level: Level) -> None:
    """In every country, register and rotation."""
    for country, who, turn in product(COUNTRIES, (TU, VOS, USTED), range(TURNS)):
        reply = _reply(level, f"{who}{SAID[level][0]}", country, turn)
        for demand in WHOLE[level]:
            assert re.search(demand, reply), (demand, country, reply)


@pytest.mark.parametrize("level", CRISES)
def test_no_sentence_comes_twice_running(level: Level) -> None:
    """Neighbouring replies share no sentence, and in twelve turns no reply comes back."""
    for country, who, text in product(("MX", "GT", None), (TU, VOS), (*SAID[level], *HINDERED)):
        replies = _session(level, f"{who}{text}", country)
        assert len(set(replies)) == len(replies)
        for one, next_one in pairwise(replies):
            assert not set(sentences_of(one)) & set(sentences_of(next_one)), (one, next_one)


@pytest.mark.parametrize("level", CRISES)
def test_later_turns_are_shorter_and_keep_a_number(level: Level) -> None:
    """While risk stays up nothing is recited anew, but where to call is always there."""
    for country in COUNTRIES:
        first, *later = _session(level, SAID[level][0], country)
        for reply in later:
            assert len(reply.split()) < len(first.split())
            assert re.search(NUMBERS, reply)


@pytest.mark.parametrize("level", CRISES)
def test_unknown_country_gets_no_number(level: Level) -> None:
    """The country's own emergency number in words, the directory, and the question where."""
    for text, turn in product((*SAID[level], *HINDERED), range(TURNS)):
        reply = _reply(level, text, None, turn)
        assert not NUMBER.search(reply)
        assert "número de emergencias de tu país" in reply
        assert "findahelpline.com" in reply
        assert "en qué país estás" in reply


def test_emergency_comes_first_when_something_was_taken_or_bleeds() -> None:
    """The very first sentence is the emergency number, the ambulance in front, at any turn."""
    for text, country, again in product(SAID[Level.IMMINENT][1:], ("CL", "MX", "SV"), (False, True)):
        reply = _reply(Level.IMMINENT, text, country, again=again)
        first = lines_for(country, Level.IMMINENT)[1]
        ambulance = next((item for item in first if item.kind == "medical_emergency"), first[0])
        assert "mergencias" in sentences_of(reply)[0]
        assert str(ambulance.phone) in sentences_of(reply)[0]


def test_emergency_comes_first_when_another_is_in_that_state() -> None:
    """Somebody who took something and does not react: emergency before talk."""
    reply = _reply(Level.THIRD_PARTY, SAID[Level.THIRD_PARTY][1], "MX")
    assert "911" in sentences_of(reply)[0]
    assert "Pregúntale" not in reply


def test_imminent_later_asks_what_became_of_it() -> None:
    """Did you call, is somebody with you, are the means far away: and numbers, and what a program cannot."""
    for reply in _session(Level.IMMINENT, "aquí sigo", "MX")[1:]:
        assert reply.count("?") == 3
        assert re.search(r"llama(?:r|ste|da)\b|por teléfono", reply)
        assert re.search(r"contigo|a tu lado", reply)
        assert re.search(r"lejos", reply)
        assert "911" in reply
        assert "no puedo enviar ayuda" in reply.lower()


def test_imminent_after_other_risk_is_told_in_full() -> None:
    """The shorter form is for those who were told the whole; a new height of danger is met anew."""
    earlier = [_reply(Level.IDEATION, "quiero morir", "MX")]
    reply = _reply(Level.IMMINENT, "ya lo tengo listo", "MX", 1, previous=earlier, again=True)
    assert "busca a alguien que esté contigo ahora" in reply


def test_ideation_later_asks_for_the_plan_if_nobody_has() -> None:
    """After a reply without the direct question it is asked; after one with it, it is not repeated."""
    unasked = _reply(Level.IDEATION, "no puedo", "MX", 1, previous=["Qué duro es eso."], again=True)
    asked = _reply(Level.IDEATION, "no puedo", "MX", 1, previous=["¿Piensas en matarte?"], again=True)
    question = r"quitarte la vida|matarte|suicidarte"
    assert re.search(question, unasked)
    assert not re.search(question, asked)


def test_ideation_later_has_one_number_line() -> None:
    """One line, and a question about what makes it hard."""
    for reply in _session(Level.IDEATION, "no puedo más", "MX")[1:]:
        assert len(NUMBER.findall(reply)) == 1
        assert 1 <= reply.count("?") <= 2


@pytest.mark.parametrize("level", CRISES)
def test_a_number_that_does_not_answer(level: Level) -> None:
    """Other lines, an emergency room and the directory; the number that failed is not offered again."""
    for again in (False, True):
        reply = _reply(level, "llamé al 800 911 2000 y no contestan", "MX", again=again)
        assert "800 911 2000" not in reply
        assert re.search(r"911|5259", reply)
        assert "urgencias" in reply
        assert "findahelpline.com" in reply


@pytest.mark.parametrize("level", CRISES)
def test_those_who_cannot_talk_aloud(level: Level) -> None:
    """A way without a voice: a message to somebody, or a line with a chat."""
    reply = _reply(level, "no puedo hablar, me van a escuchar", "MX")
    assert "mensaje" in reply or "escribe a alguien" in reply


def test_a_child_is_pointed_to_the_child_line_that_writes() -> None:
    """Where the directory has one with a chat it is named."""
    reply = _reply(Level.VICTIM, "tengo 12 años, mi papá me pega, no puedo hablar", "ES")
    assert "900 20 20 10" in reply
    assert re.search(r"Chat ANAR", reply)


def test_a_victim_who_is_a_child_gets_the_child_line() -> None:
    """And is asked for an adult; a grown-up gets the violence line."""
    child = _reply(Level.VICTIM, "mi papá me pega con el cable", "AR")
    grown = _reply(Level.VICTIM, "mi marido me pega", "AR")
    assert "102" in child
    assert re.search(r"adult|grandes", child)
    assert "144" in grown
    assert "102" not in grown


def test_passive_ideation_is_asked_gently_and_directly() -> None:
    """Being a burden is met as such, and the question is put all the same."""
    for turn in range(4):
        reply = _reply(Level.IDEATION, "soy una carga para todos", "MX", turn)
        assert re.search(r"carga|sobrar|los demás vivirían", reply)
        assert re.search(r"quitarte la vida|matarte|suicidarte", reply)


def test_third_party_is_not_treated_as_the_one_in_danger() -> None:
    """The writer is asked how they are, never whether they want to die."""
    for country, turn in product(COUNTRIES, range(TURNS)):
        reply = NEUTRAL.sub("", _reply(Level.THIRD_PARTY, SAID[Level.THIRD_PARTY][0], country, turn))
        assert not re.search(r"matarte|quitarte la vida|suicidarte", reply)


def test_closing_line_after_facts_is_one_help_line() -> None:
    """One number of the country, or the directory."""
    for country, turn in product(COUNTRIES, range(3)):
        line = closing_line(Level.INFORMATIONAL, text="¿qué es?", turn=turn, previous=(), country=country)
        assert len({digits_of(each) for each in NUMBER.findall(line)} & numbers_of(country)) <= 2
        assert len(re.findall(r"\bal (?:\*?\d)", line)) == (1 if country else 0)
        assert country or "findahelpline.com" in line
        assert check(line, Level.INFORMATIONAL, country).allowed


@pytest.mark.parametrize("was", CRISES)
def test_soft_check_is_one_open_question(was: Level) -> None:
    """Short, without numbers, fitting the risk there was, and known again afterwards."""
    for turn in range(4):
        line = closing_line(Level.PAST, text="ya estoy bien", turn=turn, previous=(), country="MX", was=was)
        assert line.count("?") == 1
        assert not NUMBER.search(line)
        assert red_items(line) == []
        assert check(line, Level.NONE, "MX").allowed
        assert soft_check_said(["Hola.", f"Gracias. {line}"])
    assert not soft_check_said(["Hola."])


def test_levels_without_danger_have_no_template() -> None:
    """Asking for one is a mistake of the caller."""
    with pytest.raises(KeyError):
        _reply(Level.DISTRESS, "estoy triste", "MX")
