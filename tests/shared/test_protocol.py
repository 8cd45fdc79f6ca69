"""Bodies, deltas, histories and counts: what the protocol adds to its frames."""

from __future__ import annotations

import json
from typing import get_args

import pytest
from hypothesis import given
from hypothesis import strategies as st

from shared import protocol as p
from shared.ids import MessageId, Offset, TraceId

M1, TRACE, AT = MessageId("m1"), TraceId("Usuario-17:m1"), Offset("1764000000000-0")

texts = st.text(st.characters(exclude_categories=["Cs"]))
ids = st.text(st.characters(exclude_categories=["Cs"]), min_size=1, max_size=64).map(MessageId)
offsets = st.builds("{}-{}".format, st.integers(0, 2**64 - 1), st.integers(0, 2**64 - 1)).map(Offset)


@given(ids, texts, offsets)
def test_user_body_closes_to_a_user_frame(id: MessageId, text: str, offset: Offset) -> None:
    """An open body and an offset make the very frame; the open body itself can be read."""
    body = p.open_user(id, text)
    assert p.read_body(body) == p.LoggedUser(id, text)
    assert p.decode_server(p.close_body(body, offset)) == p.UserFrame(id, text, offset)


@given(ids, texts, st.sampled_from(get_args(p.Source)), st.booleans(), offsets)
def test_reply_body_closes_to_a_reply_frame(
    id: MessageId, text: str, source: p.Source, stopped: bool, offset: Offset
) -> None:
    """A reply's body closes to its frame; `stopped` is there only when it is true."""
    body = p.open_reply(id, TRACE, 2, text, source, stopped)
    assert p.read_body(body) == p.LoggedReply(id, TRACE, 2, text, source, stopped)
    closed = p.close_body(body, offset)
    assert p.decode_server(closed) == p.Reply(id, TRACE, 2, text, source, stopped, offset=offset)
    assert ("stopped" in json.loads(closed)) is stopped


def test_delta_is_the_frame_of_its_parts() -> None:
    """The short way to a delta gives the same bytes as the long one."""
    assert p.encode_delta(M1, 2, 7, "é\n") == p.encode(p.Delta(M1, 2, 7, "é\n"))


@pytest.mark.parametrize("count", [0, 1, 3])
def test_history_in_pieces_is_one_frame(count: int) -> None:
    """The pieces of a history put together are the frame itself, also when sent page by page."""
    events = tuple(p.UserFrame(M1, f"uno, {number}", AT) for number in range(count))
    bodies = [p.encode(event) for event in events]
    assert p.decode_server(b"".join(p.history_pieces(bodies))) == p.History(events)
    pages = (p.history_page(bodies[:2], first=True), p.history_page(bodies[2:], first=False))
    assert b"".join((p.history_head(), *pages, p.history_tail())) == p.encode(p.History(events))


def test_twenty_bad_frames_in_a_row_are_too_many() -> None:
    """The twentieth in a row ends the connection; a good one before it starts the count over."""
    count = p.BadFrameCount()
    assert not any(count.bad() for _ in range(19))
    count.good()
    assert [count.bad() for _ in range(20)] == [False] * 19 + [True]


def test_close_codes() -> None:
    """The close codes are the protocol's."""
    assert {int(code) for code in p.CloseCode} == {1000, 1001, 1008, 1009, 1012, 4008}
