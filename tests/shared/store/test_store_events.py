"""shared/store/events.py: reading what was published."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from shared.protocol import Delta, encode_delta
from shared.store.events import Event, joined, parse_event


@given(seq=st.integers(0, 2**53), number=st.integers(0, 2**53), body=st.binary(max_size=99))
def test_any_body_comes_through(seq: int, number: int, body: bytes) -> None:
    """Blanks, line ends and sealed bytes in a body do not confuse the head."""
    body = b' {"text":"a b\n' + body + b" "
    payload = b"%d u 17-1 %d c1 %b" % (seq, number, body)
    assert parse_event(payload) == Event(seq, "u", "17-1", number, "c1", body)


def test_an_erase_has_no_body() -> None:
    """Its own seq is 0, outside the count."""
    assert parse_event(b"0 e - 0 c9 ") == Event(0, "e", "-", 0, "c9", b"")


@pytest.mark.parametrize(
    "payload",
    [b"", b"1 u 17-1 1 c1", b"x u 17-1 1 c1 {", b"1 u 17-1 x c1 {", b"1 \xff 17-1 1 c1 {"],
)
def test_what_is_no_event_is_refused(payload: bytes) -> None:
    """Something else on the channel raises ValueError and nothing else."""
    with pytest.raises(ValueError, match=r"unpack|literal|decode"):
        parse_event(payload)


@given(pieces=st.lists(st.text(max_size=5), min_size=1, max_size=8))
def test_pieces_join_from_the_start(pieces: list[str]) -> None:
    """The running reply is one delta at 0, under the newest attempt."""
    frames = [encode_delta("a", 3, sum(map(len, pieces[:i])), text) for i, text in enumerate(pieces)]
    assert joined(frames) == Delta("a", 3, 0, "".join(pieces))


def test_no_pieces_are_no_reply() -> None:
    """Nothing shown so far is not an empty reply."""
    assert joined([]) is None
