"""Lines out of a byte stream, and what the first one tells."""

from __future__ import annotations

from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from shared.framing import MAX_FRAME_BYTES, LineSplitter, Mode, looks_like_tls, sniff, sniff_frame


def split(pieces: list[bytes], max_bytes: int = MAX_FRAME_BYTES) -> tuple[list[bytes], bool, bytes | None]:
    """Feed all pieces; return the lines, whether it overflowed, and the rest."""
    splitter = LineSplitter(max_bytes)
    lines = [line for piece in pieces for line in splitter.feed(piece)]
    return lines, splitter.overflow, splitter.finish()


streams = st.lists(st.sampled_from([b"\n", b"\r", b"\r\n", b"a", b"hola", "ñ".encode(), b"0123456789"]))


@given(streams.map(b"".join), st.lists(st.integers(0, 200)), st.integers(1, 12))
def test_chunking_changes_nothing(stream: bytes, cuts: list[int], max_bytes: int) -> None:
    """The same bytes give the same lines, however they were cut on the way."""
    edges = sorted({0, len(stream), *(cut for cut in cuts if cut < len(stream))})
    pieces = [stream[start:end] for start, end in pairwise(edges)]
    whole = split([stream], max_bytes)
    assert split(pieces, max_bytes) == whole
    assert split([bytes((byte,)) for byte in stream], max_bytes) == whole


def test_both_endings_end_a_line_and_a_lone_cr_stays() -> None:
    """LF and CR LF end a line; a CR elsewhere is part of it; empty lines count."""
    assert split([b"uno\ndos\r\ntr\res\n\nrest"]) == ([b"uno", b"dos", b"tr\res", b""], False, b"rest")


def test_nothing_left_is_no_line() -> None:
    """A stream that ends with a line ending has no rest."""
    assert split([b"uno\n"]) == ([b"uno"], False, None)
    assert split([]) == ([], False, None)


@pytest.mark.parametrize("ending", [b"\n", b"\r\n"])
def test_limit_does_not_count_the_ending(ending: bytes) -> None:
    """A line of exactly the limit passes with either ending; one byte more does not."""
    assert split([b"x" * MAX_FRAME_BYTES, ending]) == ([b"x" * MAX_FRAME_BYTES], False, None)
    assert split([b"x" * (MAX_FRAME_BYTES + 1), ending]) == ([], True, None)


def test_lines_before_the_too_long_one_survive() -> None:
    """What was complete before the overflow is returned; what comes after is dropped."""
    assert split([b"uno\ndos\n" + b"x" * 9 + b"\ntres\n", b"mas\n"], 8) == ([b"uno", b"dos"], True, None)


def test_overflow_is_seen_before_the_line_ends() -> None:
    """A line that never ends is given up as soon as it passes the limit, and is not kept."""
    assert split([b"12345678"], 8) == ([], False, b"12345678")
    assert split([b"12345678", b"9"], 8) == ([], True, None)


def test_a_hundred_thousand_lines_in_one_piece() -> None:
    """A flood of short lines in one piece comes out whole and in order."""
    lines, overflow, rest = split([b"".join(b"%d\n" % number for number in range(100_000))])
    assert (len(lines), lines[0], lines[-1], overflow, rest) == (100_000, b"0", b"99999", False, None)


@pytest.mark.parametrize(
    ("line", "mode"),
    [
        (b'{"type":"hello"}', Mode.JSON),
        (b"{", Mode.JSON),
        (b' {"type":"hello"}', Mode.TEXT),
        (b"hola", Mode.TEXT),
        (b"", Mode.TEXT),
        (b"GET / HTTP/1.1", Mode.HTTP),
        (b"POST /x?y=1 HTTP/1.0", Mode.HTTP),
        (b"M-SEARCH * HTTP/1.1", Mode.HTTP),
        (b"PRI * HTTP/2.0", Mode.HTTP),
        (b"CONNECT example.org:443 HTTP/1.1", Mode.HTTP),
        (b"GET http://example.org/ HTTP/1.1", Mode.HTTP),
        (b"get / http/1.1", Mode.TEXT),
        (b"GET / me dijo HTTP", Mode.TEXT),
        (b"ODIO el protocolo HTTP/1.1", Mode.TEXT),
        (b"no entiendo GET / HTTP/1.1", Mode.TEXT),
        (b"\x16\x03\x01\x02\x00\x01", Mode.TLS),
        (b"\xff\xfe", Mode.TEXT),
    ],
)
def test_first_line_tells_the_mode(line: bytes, mode: Mode) -> None:
    """JSON, HTTP and TLS are told by how the first line starts; all else is a person."""
    assert sniff(line) is mode


def test_hostile_request_line_costs_nothing() -> None:
    """A first line made to send a regular expression astray is just judged."""
    assert sniff(b"GET " + b"1:" * 32_000) is Mode.TEXT


@pytest.mark.parametrize(
    ("first", "tls"),
    [(b"\x16\x03\x01", True), (b"\x16", True), (b"", False), (b"\x16\x04", False), (b"hola", False)],
)
def test_tls_is_seen_without_a_line_end(first: bytes, tls: bool) -> None:
    """A ClientHello is known by its first bytes."""
    assert looks_like_tls(first) is tls


@pytest.mark.parametrize(
    ("frame", "mode"),
    [
        ('{"type":"hello"}', Mode.JSON),
        ('\n {"a":1,"type":7}', Mode.JSON),
        (b'{"type":"nope"}', Mode.JSON),
        ('{"a":1}', Mode.TEXT),
        ('{"type":', Mode.TEXT),
        ('["type"]', Mode.TEXT),
        ("{hola}", Mode.TEXT),
        ("", Mode.TEXT),
        ('{"type":' + "[" * 60_000, Mode.TEXT),
        (b'\xff{"type":"hello"}', Mode.TEXT),
        ("\ud800", Mode.TEXT),
    ],
)
def test_first_frame_tells_the_mode(frame: str | bytes, mode: Mode) -> None:
    """Over WebSocket a JSON object with a `type` is JSON mode, whatever the type; all else is text."""
    assert sniff_frame(frame) is mode


@given(st.binary())
def test_sniffing_never_raises(data: bytes) -> None:
    """Any first bytes have a mode."""
    assert sniff(data) in Mode
    assert sniff_frame(data) in Mode
