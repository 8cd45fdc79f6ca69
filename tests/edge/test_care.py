"""Help first: which resources the edge shows, to whom."""

from __future__ import annotations

import pytest

from edge.care import Care
from shared.crisis import Level
from shared.helplines import DIRECTORY_URL
from shared.ids import MessageId
from shared.metrics import EdgeMetrics, render

DANGER = "me quiero matar"
M1 = MessageId("m1")


def care(country: str = "") -> Care:
    """Return the care of an edge with this DEFAULT_COUNTRY."""
    return Care(country, EdgeMetrics())


def test_words_of_danger_bring_help_and_others_do_not() -> None:
    """The same call tells the store whether to hurry."""
    heard = care().hear(DANGER, country="AR", id=M1, variant=0)
    assert heard.assessment.crisis
    assert heard.resources is not None
    assert (heard.resources.id, heard.resources.country) == (M1, "AR")
    assert heard.resources.items
    calm = care().hear("hoy comí fideos", country="AR", id=M1, variant=0)
    assert (calm.assessment.crisis, calm.resources) == (False, None)


@pytest.mark.parametrize(
    ("default", "told", "text", "shown"),
    [
        ("AR", None, DANGER, "AR"),
        ("AR", "UY", DANGER, "UY"),
        ("", None, DANGER, None),
        ("", "KP", DANGER, None),
    ],
)
def test_the_country_is_the_nearest_known(
    default: str, told: str | None, text: str, shown: str | None
) -> None:
    """The country given, else DEFAULT_COUNTRY; unknown ones get the directory."""
    resources = care(default).hear(text, country=told, id=M1, variant=0).resources
    assert resources is not None
    assert resources.country == shown
    assert resources.text
    if shown is None:
        assert [(item.url, item.phone) for item in resources.items] == [(DIRECTORY_URL, None)]


def test_the_wording_varies() -> None:
    """Two blocks in a row are not the same text."""
    keeper = care("AR")
    texts = {keeper.hear(DANGER, country=None, id=M1, variant=number).resources.text for number in range(2)}
    assert len(texts) == 2


def test_what_was_shown_is_counted_and_nothing_else() -> None:
    """The figures know level and country, and no word of the message."""
    metrics = EdgeMetrics()
    Care("", metrics).hear(DANGER, country="AR", id=M1, variant=0)
    figures = render(metrics)[0].decode()
    level = Care("", EdgeMetrics()).hear(DANGER, country="AR", id=M1, variant=0).resources.level
    assert f'psicoia_resources_total{{country="AR",level="{level}"}} 1.0' in figures
    assert "matar" not in figures


def test_messages_are_counted_by_level() -> None:
    """Each message once, dangerous or not; help that was asked for is no message."""
    metrics = EdgeMetrics()
    keeper = Care("AR", metrics)
    for text in ("hola", "hola", DANGER):
        keeper.hear(text, country=None, id=M1, variant=0)
    keeper.resources(Level.IMMINENT, country=None)

    def counted(level: str) -> float | None:
        return metrics.registry.get_sample_value("psicoia_messages_by_level_total", {"level": level})

    assert (counted("none"), counted("ideation"), counted("imminent")) == (2, 1, None)
    assert "matar" not in render(metrics)[0].decode()


def test_help_can_be_asked_for() -> None:
    """`/recursos` needs no danger, and no message."""
    resources = care("AR").resources(Level.IDEATION, country=None)
    assert resources.id is None
    assert resources.items
