"""Completing a model's reply while risk is up: only what is missing, warmly, with the country's numbers."""

from __future__ import annotations

import re
from itertools import pairwise, product
from typing import Final

import pytest

from shared.crisis import Level
from shared.helplines import digits_of, known_countries, numbers_of
from tests.support.care_words import NUMBER, TU_ONLY, VOS_ONLY, red_items, sentences_of
from worker.completion import MAX_ADDED, _Addition, _within, complete
from worker.guard import check

LEVELS: Final = (Level.IDEATION, Level.SELF_HARM, Level.VICTIM, Level.THIRD_PARTY)
COUNTRIES: Final = [*sorted(known_countries()), None]
BARE: Final = "Qué duro lo que cuentas. Gracias por decirlo."
WHOLE: Final = {
    Level.IDEATION: (
        "Siento que duela tanto. ¿Estás pensando en quitarte la vida, con un plan? Puedes llamar al "
        "800 911 2000, hablarlo con una persona de confianza y con un profesional de la salud. "
        "¿Qué te frena para llamar? Por ahora, un vaso de agua."
    ),
    Level.VICTIM: (
        "No es tu culpa. ¿Estás a salvo ahora? Si está ahí, emergencias: 911. También el 079; borra la "
        "llamada del registro."
    ),
    Level.THIRD_PARTY: (
        "Pregúntale sin rodeos si piensa en matarse, que no se quede a solas, y llama al 911. ¿Cómo estás tú?"
    ),
}
HARD: Final = r"(?:difícil|frena|fácil)[^.?]*(?:llam|marcar)[^.?]*\?"
STEP: Final = r"paso: lejos|respiraciones|vaso de agua|diez minutos"
NEEDS: Final = {
    Level.IDEATION: (r"¿[^?]*(?:quitarte la vida|matarte|suicidarte)[^?]*\?", HARD, STEP, r"profesional"),
    Level.SELF_HARM: (r"¿[^?]*(?:quitarte la vida|matarte)[^?]*\?", HARD, STEP, r"profesional"),
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
        assert re.search(r"(?:difícil|frena|fácil)[^.?]*(?:llam|marcar)", said)


def test_what_was_given_a_moment_ago_is_not_repeated() -> None:
    """While risk stays up only one short line with a number is added."""
    earlier = [_complete(BARE, Level.IDEATION)]
    said = _complete("Sigo aquí contigo.", Level.IDEATION, turn=1, previous=earlier, again=True)
    assert len(said.split()) <= 32
    assert "800 911 2000" in said
    assert "profesional" not in said
    assert not re.search(HARD, said)
    assert not re.search(STEP, said)
    assert not re.search(r"quitarte la vida|matarte|suicidarte", said)
    assert said.count("?") == 1


def test_a_question_of_the_model_is_enough_later() -> None:
    """After the direct question was put, a reply that asks something gets no other."""
    earlier = [_complete(BARE, Level.IDEATION)]
    said = _complete("Sigo aquí. ¿Qué pesa hoy?", Level.IDEATION, turn=1, previous=earlier, again=True)
    assert said.count("?") == 1


def test_what_matters_least_goes_first() -> None:
    """The number and the direct question stay; what makes calling hard is left out before the rest."""
    heavy = [_Addition("uno " * 50, 9), _Addition("dos " * 20, 8), _Addition("tres " * 30, 3)]
    assert _within(heavy) == [heavy[0].text, heavy[1].text]


@pytest.mark.parametrize("level", LEVELS)
def test_a_call_in_vain_gets_other_doors(level: Level) -> None:
    """Other lines, the emergency number, an emergency room; not the failed number, nor why not to call."""
    for country, turn, again in product(COUNTRIES, range(4), (False, True)):
        said = _complete(BARE, level, country, turn, text="llamé y nadie contesta", again=again)
        assert "urgencias" in said.lower()
        assert not re.search(HARD, said)
        assert red_items(said) == [], said
        assert {digits_of(number) for number in NUMBER.findall(said)} <= numbers_of(country)
        assert check(said, level, country).allowed, said
    said = _complete(BARE, level, text="llamé al 800 911 2000 y nadie contesta")
    assert "800 911 2000" not in said
    assert "911 (" in said


def test_a_model_that_names_the_failed_number_is_completed_all_the_same() -> None:
    """A number in the reply is not enough when it is the one that does not answer."""
    reply = "Prueba otra vez el 800 911 2000."
    said = _complete(reply, Level.IDEATION, text="llamé al 800 911 2000 y nadie contesta")
    assert "urgencias" in said.lower()


def test_those_without_a_voice_are_shown_a_way_to_write() -> None:
    """And are not asked what makes calling hard: they said it."""
    said = _complete(BARE, Level.IDEATION, text="me quiero morir y no puedo hablar, me oyen")
    assert re.search(r"chat|mensaje|escribe", said)
    assert not re.search(HARD, said)


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
    assert "adulta de confianza" in _complete(BARE, Level.IDEATION, earlier=["tengo 13 años"])


def test_a_child_is_never_addressed_as_usted() -> None:
    """Not even when the model did so."""
    reply = "¿Cómo se siente usted?"
    child = _complete(reply, Level.VICTIM, text="si lo cuento se enoja", earlier=["tengo 11 años"])
    grown = _complete(reply, Level.VICTIM, text="si lo cuento se enoja", earlier=["tengo 81 años"])
    assert re.search(r"\b(?:te|tu|estás|puedes|llama)\b", child.removeprefix(reply))
    assert not re.search(r"\b(?:le|llame|usted)\b", child.removeprefix(reply))
    assert re.search(r"\b(?:le|llame|su)\b", grown.removeprefix(reply))
