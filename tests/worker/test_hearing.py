"""What the companion hears in a message."""

from __future__ import annotations

import pytest

from shared.crisis.normal import plain
from worker.hearing import lasts, small_talk_of, topic_of


@pytest.mark.parametrize(
    ("text", "topic"),
    [
        ("no puedo dormir", "dormir mal"),
        ("mi jefe me grita", "lo del trabajo"),
        ("falleció mi papá", "una pérdida así"),
        ("me siento sola", "esa soledad"),
        ("solo quería hablar", ""),
    ],
)
def test_topic(text: str, topic: str) -> None:
    """The first topic of the list that is named."""
    assert topic_of(plain(text)) == topic


@pytest.mark.parametrize(
    ("text", "long"),
    [
        ("hace tres meses que estoy así", True),
        ("llevo semanas sin dormir", True),
        ("desde siempre me pasa", True),
        ("no puedo ir a trabajar", True),
        ("hace dos días", False),
        ("hace una semana", False),
        ("hoy fue un mal día", False),
    ],
)
def test_what_lasts(text: str, long: bool) -> None:
    """Two weeks or more, or a life at a standstill."""
    assert lasts(plain(text)) is long


@pytest.mark.parametrize(
    ("text", "kind"),
    [
        ("¡Hola!", "greeting"),
        ("buenas, cómo estás?", "greeting"),
        ("¿eres una persona real?", "identity"),
        ("chau, nos vemos", "goodbye"),
        ("muchas gracias", "thanks"),
        ("hola, estoy muy mal", None),
        ("gracias pero sigo pensando en todo lo que me pasó ayer", None),
    ],
)
def test_small_talk(text: str, kind: str | None) -> None:
    """Only when there is nothing else in the message, but for the question who is there."""
    assert small_talk_of(text) == kind
