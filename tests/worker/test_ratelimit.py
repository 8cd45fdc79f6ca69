"""What providers' headers say is left."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from shared.store.quota import Remaining
from worker.ratelimit import duration, remaining


@pytest.mark.parametrize(
    ("text", "seconds"),
    [
        ("7.66s", 7.66),
        ("2m59.56s", 179.56),
        ("1h0m1s", 3601.0),
        ("120ms", 0.12),
        ("60", 60.0),
        ("1d", 86_400.0),
        ("", None),
        (None, None),
        ("soon", None),
        ("-5", None),
        ("5 s", None),
        ("nan", None),
    ],
)
def test_durations_of_all_makes(text: str | None, seconds: float | None) -> None:
    """Groq's, OpenAI's and plain seconds are understood; anything else is no word at all."""
    found = duration(text)
    assert found == (None if seconds is None else pytest.approx(seconds))


def test_headers_of_groq() -> None:
    """Requests of the day, tokens of the minute."""
    headers = {
        "x-ratelimit-remaining-requests": "14370",
        "x-ratelimit-reset-requests": "2m59.56s",
        "x-ratelimit-remaining-tokens": "17997",
        "x-ratelimit-reset-tokens": "7.66s",
    }
    found = remaining(headers)
    assert (found.requests, found.tokens) == (14370, 17997)
    assert found.tokens_reset == pytest.approx(7.66)


def test_no_headers() -> None:
    """Silence says nothing."""
    assert remaining({}) == Remaining()


@given(st.text())
def test_garbage_is_no_word(text: str) -> None:
    """Whatever a server sends, nothing is raised."""
    remaining({"x-ratelimit-remaining-tokens": text, "x-ratelimit-reset-tokens": text})
