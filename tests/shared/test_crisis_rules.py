"""The rules: what is said outright is never missed, and nothing else is theirs to judge."""

from __future__ import annotations

import pytest

from shared.crisis import Level
from shared.crisis.normal import sentences
from shared.crisis.rules import said_outright


def found(text: str) -> Level | None:
    """Return the level a rule finds in one sentence."""
    (sentence,) = sentences(text)
    outright = said_outright(sentence)
    return outright[1] if outright else None


@pytest.mark.parametrize(
    ("text", "level"),
    [
        ("me quiero morir", Level.IDEATION),
        ("hola, ya no quiero vivir más", Level.IDEATION),
        ("KIERO MATARME", Level.IDEATION),
        ("la verdad pienso en suicidarme todo el tiempo", Level.IDEATION),
        ("esta noche me mato", Level.IMMINENT),
        ("me voy a matar", Level.IMMINENT),
        ("me tomé todas las pastillas", Level.IMMINENT),
        ("me corto los brazos otra vez", Level.SELF_HARM),
        ("mi marido me pega", Level.VICTIM),
        ("mi hermana se quiere suicidar", Level.THIRD_PARTY),
    ],
)
def test_said_outright(text: str, level: Level) -> None:
    """A whole sentence that says it has its level, whatever the spelling."""
    assert found(text) is level


@pytest.mark.parametrize(
    "text",
    [
        "no me quiero morir",
        "me quiero morir de risa",
        "me quiero matar, perdí el bondi",
        "mi marido me pega unos sustos",
        "pienso en el suicidio de Larra para mi tesis",
        "hola, qué tal",
    ],
)
def test_more_words_are_the_models_business(text: str) -> None:
    """Denials, figures and topics need other words, and those end the rule's say."""
    assert found(text) is None
