"""What is said when there is danger: whole, short, in the person's own register, and never harmful."""

from __future__ import annotations

import re
from functools import cache
from itertools import pairwise, product
from typing import Final

import pytest

from shared.crisis import Level
from shared.helplines import digits_of, numbers_of
from tests.support.care_words import (
    FAMILIAR,
    NEUTRAL,
    NUMBER,
    TU_ONLY,
    VOS_ONLY,
    red_items,
    sentences_of,
)
from tests.support.crisis_replies import (
    COUNTRIES,
    CRISES,
    HINDERED,
    NUMBERS,
    SAID,
    TU,
    TURNS,
    USTED,
    VOS,
    reply_to,
    session_of,
)
from worker.cues import cues_of
from worker.guard import check

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
    at_length = [
        (country, text, reply) for country, text in said for reply in session_of(level, text, country)
    ]
    first = [
        (country, f"{who}{text}", reply_to(level, f"{who}{text}", country, turn))
        for country, who, text in product(("CL", None), (TU, VOS, USTED), (*SAID[level], *HINDERED))
        for turn in range(TURNS)
    ]
    return at_length + first


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
    said = [(country, reply_to(level, SAID[level][0], country)) for country in COUNTRIES]
    for country, who, text in product(("MX", None), (TU, VOS), (*SAID[level], *HINDERED)):
        said += [(country, reply) for reply in session_of(level, f"{who}{text}", country, 6)]
    for country, reply in said:
        verdict = check(reply, level, country)
        assert verdict.allowed, (country, verdict.rule, reply)


@pytest.mark.parametrize("level", CRISES)
def test_one_register_a_reply(level: Level) -> None:
    """Vos is answered with vos, usted with usted, others and children with tú; no sentence mixes them."""
    for _, text, reply in _all(level):
        for sentence in sentences_of(NEUTRAL.sub("", reply)):
            if text.startswith(VOS):
                assert not TU_ONLY.search(sentence), sentence
            elif text.startswith(USTED) and not cues_of(text).child:
                assert not FAMILIAR.search(sentence), sentence
            else:
                assert not VOS_ONLY.search(sentence), sentence


@pytest.mark.parametrize("level", CRISES)
def test_the_first_reply_says_all_that_the_level_demands(level: Level) -> None:
    """In every country, register and rotation."""
    for country, who, turn in product(COUNTRIES, (TU, VOS, USTED), range(TURNS)):
        reply = reply_to(level, f"{who}{SAID[level][0]}", country, turn)
        for demand in WHOLE[level]:
            assert re.search(demand, reply), (demand, country, reply)


@pytest.mark.parametrize("level", CRISES)
def test_no_sentence_comes_twice_running(level: Level) -> None:
    """Neighbouring replies share no sentence, and in twelve turns no reply comes back."""
    for country, who, text in product(("MX", "GT", None), (TU, VOS), (*SAID[level], *HINDERED)):
        replies = session_of(level, f"{who}{text}", country)
        assert len(set(replies)) == len(replies)
        for one, next_one in pairwise(replies):
            assert not set(sentences_of(one)) & set(sentences_of(next_one)), (one, next_one)


@pytest.mark.parametrize("level", CRISES)
def test_later_turns_are_shorter_and_keep_a_number(level: Level) -> None:
    """While risk stays up nothing is recited anew, but where to call is always there."""
    for country in COUNTRIES:
        first, *later = session_of(level, SAID[level][0], country)
        for reply in later:
            assert len(reply.split()) < len(first.split())
            assert re.search(NUMBERS, reply)


@pytest.mark.parametrize("level", CRISES)
def test_unknown_country_gets_no_number(level: Level) -> None:
    """The country's own emergency number in words, the directory, and the question where."""
    for text, turn in product((*SAID[level], *HINDERED), range(TURNS)):
        reply = reply_to(level, text, None, turn)
        assert not NUMBER.search(reply)
        assert "número de emergencias de tu país" in reply
        assert "findahelpline.com" in reply
        assert "en qué país estás" in reply
