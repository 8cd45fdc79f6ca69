"""Completing a model's reply while risk is up: only what is missing, warmly, with the country's numbers."""

from __future__ import annotations

import re
from itertools import pairwise, product
from typing import Final

import pytest

from shared.crisis import Level
from shared.helplines import digits_of, known_countries, numbers_of
from tests.support.care_words import NUMBER, TU_ONLY, VOS_ONLY, red_items, sentences_of
from worker.completion import MAX_ADDED, complete
from worker.guard import check

LEVELS: Final = (Level.IDEATION, Level.SELF_HARM, Level.VICTIM, Level.THIRD_PARTY)
COUNTRIES: Final = [*sorted(known_countries()), None]
BARE: Final = "Qué duro lo que cuentas. Gracias por decirlo."
WHOLE: Final = {
    Level.IDEATION: (
        "Siento que duela tanto. ¿Estás pensando en quitarte la vida, con un plan? Puedes llamar al "
        "800 911 2000, hablarlo con una persona de confianza y con un profesional de la salud. "
        "¿Qué te frena para llamar?"
    ),
    Level.VICTIM: (
        "No es tu culpa. ¿Estás a salvo ahora? Si está ahí, emergencias: 911. También el 079; borra la "
        "llamada del registro."
    ),
    Level.THIRD_PARTY: (
        "Pregúntale sin rodeos si piensa en matarse, que no se quede a solas, y llama al 911. ¿Cómo estás tú?"
    ),
}
NEEDS: Final = {
    Level.IDEATION: (r"¿[^?]*(?:quitarte la vida|matarte|suicidarte)[^?]*\?",),
    Level.SELF_HARM: (r"¿[^?]*(?:quitarte la vida|matarte)[^?]*\?",),
    Level.VICTIM: (r"no es tu culpa", r"(?:segur|peligro)[^?]*\?", r"llama al"),
    Level.THIRD_PARTY: (r"[Pp]reg[uú]nt", r"a solas", r"\?"),
}


def _complete(reply: str, level: Level, country: str | None = "MX", turn: int = 0, **more: object) -> str:
    arguments = {"text": "no puedo más", "previous": (), "again": False, **more}
    return complete(reply, level, turn=turn, country=country, **arguments)  # type: ignore[arg-type]


@pytest.mark.parametrize("level", LEVELS)
def test_a_bare_reply_gets_what_its_level_demands(level: Level) -> None:
    """In every country and rotation: the reply stays in front, short, allowed, with right numbers only."""
    for country, turn in product(COUNTRIES, range(12)):
        said = _complete(BARE, level, country, turn)
        added = said.removeprefix(BARE)
        assert said.startswith(BARE)
        assert 0 < len(added.split()) <= MAX_ADDED
        assert said.count("?") <= 3
        for need in NEEDS[level]:
            assert re.search(need, added), (need, country, added)
        named = {digits_of(number) for number in NUMBER.findall(added)}
        assert named <= numbers_of(country)
        assert named or (country is None and "número de emergencias de tu país" in added)
        assert red_items(added) == [], added
        if turn % 4 == 0:
            verdict = check(said, level, country)
            assert verdict.allowed, (country, verdict.rule, added)


@pytest.mark.parametrize("level", list(WHOLE))
def test_a_whole_reply_stays_as_it_is(level: Level) -> None:
    """Nothing is added where nothing is missing."""
    assert _complete(WHOLE[level], level) == WHOLE[level]


@pytest.mark.parametrize("level", [level for level in Level if not level.crisis])
def test_without_risk_nothing_is_added(level: Level) -> None:
    """The same text comes back."""
    assert _complete(BARE, level) is BARE


def test_imminent_and_silence_are_answered_by_the_template() -> None:
    """No free text of the model at `imminent`; and an empty reply is no reply."""
    assert "no puedo enviar ayuda" in _complete(BARE, Level.IMMINENT).lower()
    assert BARE not in _complete(BARE, Level.IMMINENT)
    assert "800 911 2000" in _complete("  ", Level.IDEATION)


def test_only_the_missing_helper_is_named() -> None:
    """A reply with a professional gets the trusted person, and the other way round."""
    start = "¿Piensas en matarte? Llama al 800 911 2000. "
    with_friend = _complete(f"{start}Cuéntaselo a una persona de confianza.", Level.IDEATION)
    with_doctor = _complete(f"{start}Un psicólogo puede ayudarte.", Level.IDEATION)
    assert "profesional" in with_friend
    assert with_friend.count("confianza") == 1
    assert "de confianza" in with_doctor
    assert "profesional" not in with_doctor


def test_a_wrong_question_count_is_not_passed() -> None:
    """A reply with three questions gets the direct question as a sentence."""
    for turn in range(6):
        said = _complete("¿Cómo estás? ¿Qué pasó? ¿Con quién estás?", Level.IDEATION, turn=turn)
        assert said.count("?") == 3
        assert re.search(r"quitarte la vida|matarte|suicidarte", said)


def test_what_was_given_a_moment_ago_is_not_repeated() -> None:
    """While risk stays up only one short line with a number is added."""
    earlier = [_complete(BARE, Level.IDEATION)]
    said = _complete("Sigo aquí contigo.", Level.IDEATION, turn=1, previous=earlier, again=True)
    assert len(said.split()) <= 25
    assert "800 911 2000" in said
    assert "profesional" not in said


def test_what_was_given_long_ago_is_given_again() -> None:
    """Only the last two replies count."""
    earlier = [_complete(BARE, Level.IDEATION), "Te leo.", "Sigo aquí."]
    assert "profesional" in _complete(BARE, Level.IDEATION, turn=3, previous=earlier, again=True)


def test_additions_vary() -> None:
    """The same sentence is not added twice running."""
    previous: list[str] = []
    for turn in range(8):
        previous.append(_complete(f"{BARE} ({turn})", Level.VICTIM, turn=turn, previous=previous))
    for one, two in pairwise(previous):
        shared = set(sentences_of(one)) & set(sentences_of(two))
        assert shared <= set(sentences_of(BARE))


def test_additions_speak_as_the_reply_does() -> None:
    """A reply in vos is completed in vos, whoever it answers; in tú likewise."""
    vos = _complete("Contame más si querés.", Level.IDEATION).removeprefix("Contame más si querés.")
    tu = _complete("Cuéntame si quieres.", Level.IDEATION, text="vos sabés").removeprefix("Cuéntame")
    assert not any(TU_ONLY.search(each) for each in sentences_of(vos.replace("Línea de la Vida", "")))
    assert not VOS_ONLY.search(tu)


def test_a_reply_without_a_full_stop_gets_one() -> None:
    """The seam does not show."""
    assert _complete("Gracias por contarlo", Level.IDEATION).startswith("Gracias por contarlo. ")


def test_a_child_is_pointed_to_an_adult() -> None:
    """The trusted person of a child is a grown-up."""
    assert "adulta de confianza" in _complete(BARE, Level.IDEATION, text="tengo 13 años y quiero morir")
