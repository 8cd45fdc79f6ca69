"""Words in a refused frame are still heard."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from edge.peek import peek_text


@pytest.mark.parametrize(
    ("frame", "text"),
    [
        (b'{"type":"message","text":"ayuda"}', "ayuda"),
        ('{"id":1,"text":"ayuda","type":7}', "ayuda"),
        (b'{"type":"message"}', ""),
        (b'{"type":"message","text":7}', '{"type":"message","text":7}'),
        (b"no es json", "no es json"),
        (b'{"text":"ayuda"', 'ayuda"'),
        (b"ayuda \xff", "ayuda \ufffd"),
        (b"", ""),
    ],
)
def test_the_words_are_found(frame: bytes | str, text: str) -> None:
    """The text of a JSON object, or else all there is."""
    assert peek_text(frame) == text


@given(st.binary() | st.text())
def test_nothing_breaks_it(frame: bytes | str) -> None:
    """Whatever comes, some text comes back."""
    assert isinstance(peek_text(frame), str)


def test_deep_nesting_does_not_break_it() -> None:
    """A frame made to exhaust the parser is text like any other."""
    assert peek_text(b"[" * 60_000)
