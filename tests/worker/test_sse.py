"""The parser of the model's stream: framing and events."""

from __future__ import annotations

import json
from itertools import pairwise
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from worker.sse import (
    MALFORMED,
    MAX_LINE_BYTES,
    ServerError,
    SseOverflow,
    SseParser,
    StreamEvent,
    Usage,
    parse_error,
    parse_event,
)


def payloads(*chunks: bytes) -> list[bytes]:
    """Feed the chunks and the end of the stream."""
    parser = SseParser()
    return [found for chunk in chunks for found in parser.feed(chunk)] + parser.close()


def event(**fields: Any) -> StreamEvent:
    """Parse one chunk with these fields."""
    return parse_event(json.dumps(fields).encode())


@pytest.mark.parametrize("end", [b"\n", b"\r", b"\r\n"])
def test_each_line_ending_frames_events(end: bytes) -> None:
    """LF, CR and CRLF all end lines, and an empty line ends the event."""
    assert payloads(end.join([b"data: uno", b"", b"data: dos", b"", b""])) == [b"uno", b"dos"]


def test_crlf_cut_between_chunks_is_one_line_end() -> None:
    """A CRLF that arrives in two chunks does not end the event early."""
    assert payloads(b"data: uno\r", b"\ndata: dos\r", b"", b"\n\r\n") == [b"uno\ndos"]


def test_event_is_delivered_as_soon_as_its_empty_line_ends_in_cr() -> None:
    """An event is not held back to see whether an LF follows."""
    assert SseParser().feed(b"data: uno\r\r") == [b"uno"]


def test_comments_and_other_fields_are_ignored() -> None:
    """Only `data` counts; keep-alive comments, event, id, retry and nonsense leave no trace."""
    assert payloads(b": keep-alive\n\nevent: x\nid: 1\nretry: 5\nnonsense\ndata: uno\n\n:\n\n") == [b"uno"]


def test_data_lines_are_joined_and_lose_one_space() -> None:
    """Several data lines are one payload; only the first space after the colon goes."""
    assert payloads(b"data:  a\ndata:b\ndata\n\n") == [b" a\nb\n"]


def test_byte_order_mark_is_skipped_in_any_chunking() -> None:
    """A BOM before the first line is not part of its field's name."""
    assert payloads(b"\xef", b"\xbb", b"\xbfdata: uno\n\n") == [b"uno"]


def test_unfinished_event_is_given_at_the_end() -> None:
    """A server that forgets the last empty line loses nothing."""
    assert payloads(b"data: uno\n\ndata: [DONE]") == [b"uno", b"[DONE]"]


@pytest.mark.parametrize("chunks", [[b"data: " + b"x" * MAX_LINE_BYTES], [b"x" * 65536] * 17])
def test_endless_line_is_refused(chunks: list[bytes]) -> None:
    """A line that never ends is an error, not memory."""
    with pytest.raises(SseOverflow):
        payloads(*chunks)


@pytest.mark.parametrize("line", [b"data: " + b"x" * 65536 + b"\n", b"data\n" * 65536])
def test_endless_event_is_refused(line: bytes) -> None:
    """Data lines without an empty line between them are bounded together, empty ones too."""
    with pytest.raises(SseOverflow):
        payloads(*[line] * 17)


def test_bound_holds_for_one_event_not_for_the_stream() -> None:
    """Many events may together be longer than one may be."""
    assert len(payloads(*[b"data: " + b"x" * 300_000 + b"\n\n"] * 8)) == 8


LINES = st.lists(st.sampled_from([b"data: a", b"data:b", b"data", b": c", b"event: e", b"", b"\xef\xbb\xbf"]))


@given(LINES, st.sampled_from([b"\n", b"\r", b"\r\n"]), st.data())
def test_chunking_never_matters(lines: list[bytes], end: bytes, data: st.DataObject) -> None:
    """Any way of cutting the bytes gives the same payloads."""
    stream = end.join(lines)
    cuts = sorted(data.draw(st.lists(st.integers(0, len(stream)), max_size=8)))
    edges = [0, *cuts, len(stream)]
    assert payloads(*(stream[a:b] for a, b in pairwise(edges))) == payloads(stream)


def test_text_and_finish() -> None:
    """A delta's content is text, and finish_reason may come along."""
    found = event(choices=[{"index": 0, "delta": {"content": "ho"}, "finish_reason": "stop"}], new_field=1)
    assert found == StreamEvent(text="ho", finish_reason="stop")


@pytest.mark.parametrize("delta", [{"role": "assistant", "content": None}, {"content": ""}, {}, None])
def test_delta_without_text(delta: object) -> None:
    """A null, empty or missing content is no text and no error."""
    assert event(choices=[{"delta": delta, "finish_reason": ""}]) == StreamEvent()


def test_usage_chunk_with_empty_choices() -> None:
    """The usage chunk has no choices."""
    found = event(choices=[], usage={"prompt_tokens": 3, "completion_tokens": 4, "total_tokens": 7})
    assert found == StreamEvent(usage=Usage(3, 4))


def test_usage_inside_x_groq() -> None:
    """Groq's own place for usage is read too."""
    assert event(choices=[], x_groq={"usage": {"prompt_tokens": 3, "completion_tokens": 4}}).usage == Usage(
        3, 4
    )


@pytest.mark.parametrize("usage", [None, 7, {}, [], {"prompt_tokens": None}])
def test_odd_usage_does_not_spoil_the_text(usage: object) -> None:
    """Usage of an unknown shape is no usage."""
    assert event(choices=[{"delta": {"content": "a"}}], usage=usage) == StreamEvent(text="a")


def test_content_as_list_of_parts() -> None:
    """Of a list of parts only the text counts."""
    parts = ["a", {"type": "text", "text": "b"}, {"type": "image", "text": "no"}, {"text": 3}, None]
    assert event(choices=[{"delta": {"content": parts}}]).text == "ab"


def test_whole_completion() -> None:
    """The body of an answer that was not streamed reads the same way."""
    found = event(choices=[{"message": {"content": "hola"}, "finish_reason": "length"}])
    assert found == StreamEvent(text="hola", finish_reason="length")


def test_done_and_empty_payload() -> None:
    """[DONE] ends the stream; an empty payload says nothing."""
    assert parse_event(b" [DONE]") == StreamEvent(done=True)
    assert parse_event(b"") == StreamEvent()


BROKEN = [b'{"choices":[', b"hola", b"[]", b"3", b'{"choices":3}', b'"\xff"', b'{"x":' + b"[" * 100_000]


@pytest.mark.parametrize("payload", BROKEN, ids=range(len(BROKEN)))
def test_unreadable_payload_is_an_error(payload: bytes) -> None:
    """What is not a chunk becomes MALFORMED instead of an exception."""
    assert parse_event(payload).error == MALFORMED


@given(st.binary(max_size=200))
def test_no_bytes_raise(payload: bytes) -> None:
    """Garbage never raises."""
    parse_event(payload)
    parse_error(payload)


ERRORS: list[tuple[object, ServerError]] = [
    ({"code": "rate_limit_exceeded", "type": "tokens"}, ServerError("rate_limit_exceeded", "tokens")),
    ({"code": 503, "message": "m"}, ServerError(status=503, message="m")),
    ({"status": 429, "code": None}, ServerError(status=429)),
    ({"code": True, "type": 4}, ServerError()),
    ("overloaded", ServerError(message="overloaded")),
]


@pytest.mark.parametrize(("found", "expected"), ERRORS)
def test_error_shapes(found: object, expected: ServerError) -> None:
    """An error is read from a stream and from a body, as an object or as a sentence."""
    assert event(error=found).error == expected
    assert parse_error(json.dumps({"error": found}).encode()) == expected


def test_error_body_without_error_key() -> None:
    """Some servers send the error's fields bare."""
    assert parse_error(b'{"object":"error","code":400,"type":"x"}') == ServerError(type="x", status=400)
    assert parse_error(b"<html>") == ServerError()
