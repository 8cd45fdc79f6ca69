"""What the wire says to people."""

from __future__ import annotations

from typing import get_args

import pytest

from shared import protocol as p
from shared.texts import wire


@pytest.mark.parametrize("code", get_args(p.ErrorCode))
@pytest.mark.parametrize("retry_after", [None, 2.4])
def test_every_error_code_has_a_sentence(code: str, retry_after: float | None) -> None:
    """Each code has words for people, without gaps left to fill."""
    sentence = wire.error_text(code, retry_after=retry_after)
    assert sentence.endswith(".")
    assert "{" not in sentence


@pytest.mark.parametrize(
    ("seconds", "words"),
    [
        (0, "un segundo"),
        (0.2, "un segundo"),
        (1.2, "2 segundos"),
        (60, "un minuto"),
        (90, "90 segundos"),
        (91, "2 minutos"),
        (3600, "una hora"),
        (5400, "90 minutos"),
        (7201, "3 horas"),
    ],
)
def test_waits_are_said_rounded_up(seconds: float, words: str) -> None:
    """Spans are said in plain words and never shorter than they are."""
    assert wire.duration(seconds) == words


def test_greeting_is_the_protocol_s() -> None:
    """The greeting is the three lines of the protocol, to the letter."""
    assert wire.greeting(17) == (
        "Usuario-17 conectado.",
        "Bienvenido a PsicoIA, un programa de acompañamiento (no reemplaza a un profesional).",
        "Contame cómo te sentís hoy. Escribí 'salir' para cerrar.",
    )
