"""Figures of speech that name their cause do not count; what stands beside them does."""

from __future__ import annotations

import pytest

from shared.crisis import assess
from shared.crisis.figures import without_figures
from shared.crisis.stream import stream


@pytest.mark.parametrize(
    "text",
    [
        "me quiero morir de la vergüenza de no saberla",
        "me muero de risa con vos",
        "se me ha muerto el móvil y no puedo mirarla",
        "mato por un café",
        "casi me muero del susto",
    ],
)
def test_a_figure_with_its_cause_is_no_danger(text: str) -> None:
    """The figure is taken out, and nothing of danger is left."""
    assert "jaja" in without_figures(stream(text))
    assert not assess(text).crisis


@pytest.mark.parametrize(
    "text",
    [
        "me muero de vergüenza y ya no quiero vivir",
        "se me murió el celular y ya no quiero vivir",
        "me quiero morir",
    ],
)
def test_danger_beside_a_figure_is_seen(text: str) -> None:
    """A joke in the same breath hides nothing."""
    assert assess(text).crisis


def test_without_a_figure_nothing_changes() -> None:
    """Other words are the very same list."""
    tokens = stream("hoy fui al mercado")
    assert without_figures(tokens) is tokens
