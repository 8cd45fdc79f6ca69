"""shared/crisis/safe.py: what counts as an answer that brings risk down, and what must not."""

from __future__ import annotations

import pytest

from shared.crisis import Level, assess
from shared.crisis.safe import is_safe_answer
from shared.crisis.stream import stream

SAFE = [
    "estoy a salvo",
    "ya estoy fuera de peligro",
    "estoy en un lugar seguro",
    "me siento más segura",
    "ya no corro peligro",
    "no voy a hacerme daño",
    "no lo voy a hacer",
    "ya no quiero morir",
    "ya no tengo ganas de matarme",
    "me calmé",
    "estoy más tranquila",
    "me siento mejor",
    "llamé a la línea y me ayudaron",
    "hablé con mi psicóloga",
    "estoy con mi hermana",
    "me quedo a dormir en casa de mi mamá",
    "llegó mi mamá",
    "tiré las pastillas",
    "le di las pastillas a mi hermano, guardé la navaja no, tiré la navaja",
    "ESTOY A SALVO",
    "estoy a salvo, gracias",
]
NOT_SAFE = [
    "no",
    "sí",
    "gracias",
    "ok",
    "da igual",
    "ya está",
    "ya estoy bien, no te preocupes",
    "hablemos de otra cosa",
    "qué tiempo hace hoy",
    "no estoy a salvo",
    "no me siento mejor",
    "todavía no estoy a salvo",
    "estoy a salvo pero quiero dormir para siempre",
    "estoy mejor, pero no sé",
    "no sé si estoy a salvo",
    "llamé a la línea y nadie contestó",
    "llamé a mi mamá y no contesta",
    "estoy sola en casa",
    "",
]


def says_safe(text: str) -> bool:
    """Look at `text` as the detector does."""
    return is_safe_answer(" ".join(stream(text)))


@pytest.mark.parametrize("text", SAFE)
def test_safety_company_or_help_that_was_reached_counts(text: str) -> None:
    """These name it themselves."""
    assert says_safe(text)


@pytest.mark.parametrize("text", NOT_SAFE)
def test_everything_else_does_not(text: str) -> None:
    """One "no", thanks, a change of subject, a denial, a doubt, a call that reached nobody."""
    assert not says_safe(text)


@pytest.mark.parametrize(
    "text", ["me quiero matar, pero estoy con mi hermana", "estoy a salvo. esta noche me mato"]
)
def test_danger_in_the_same_message_outweighs_it(text: str) -> None:
    """The detector never calls a message safe that tells of danger."""
    heard = assess(text)
    assert heard.crisis
    assert not heard.safe


def test_the_detector_tells_of_a_safe_answer() -> None:
    """It is what the session's memory counts."""
    heard = assess("estoy a salvo, ya no quiero morir")
    assert heard.safe
    assert not heard.crisis
    assert heard.level is not Level.IMMINENT
    assert not assess("hola").safe
