"""The wire protocol, version 1. Sans-I/O: bytes in, values out, and back.

This module is the one to import from. The frames themselves are in :mod:`shared.frames`, how clients'
frames are judged in :mod:`shared.reading`; here is how ours are written.

The log stores and publishes *open bodies*: a `user` or `reply` frame's JSON without the closing brace
and without `offset`, because the store assigns the offset only when it appends. :func:`close_body`
makes the frame of it, without parsing.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from enum import IntEnum
from typing import Final

import msgspec

from shared.frames import (
    Ack,
    ClientFrame,
    Delta,
    Erase,
    Erased,
    ErrorCode,
    ErrorFrame,
    Export,
    Hello,
    History,
    Limits,
    LoggedEvent,
    LoggedReply,
    LoggedUser,
    Message,
    Ping,
    Pong,
    Queued,
    Reconnect,
    Reply,
    ResourceItem,
    Resources,
    Scalar,
    ServerFrame,
    Source,
    Stop,
    UserFrame,
    Welcome,
)
from shared.ids import MessageId, Offset, TraceId
from shared.reading import check_text, decode

__all__ = [
    "GREETING_DELAY_SECONDS",
    "MAX_BAD_FRAMES",
    "MAX_OUTGOING_BYTES",
    "SUBPROTOCOL",
    "Ack",
    "BadFrameCount",
    "ClientFrame",
    "CloseCode",
    "Delta",
    "Erase",
    "Erased",
    "ErrorCode",
    "ErrorFrame",
    "Export",
    "Hello",
    "History",
    "Limits",
    "LoggedEvent",
    "LoggedReply",
    "LoggedUser",
    "Message",
    "Ping",
    "Pong",
    "Queued",
    "Reconnect",
    "Reply",
    "ResourceItem",
    "Resources",
    "Scalar",
    "ServerFrame",
    "Source",
    "Stop",
    "UserFrame",
    "Welcome",
    "check_text",
    "close_body",
    "decode",
    "decode_server",
    "encode",
    "encode_delta",
    "history_head",
    "history_page",
    "history_pieces",
    "history_tail",
    "open_reply",
    "open_user",
    "read_body",
]

SUBPROTOCOL: Final = "psicoia.v1+json"
GREETING_DELAY_SECONDS: Final = 0.25
"""How long the greeting waits for a client that speaks JSON first."""

MAX_OUTGOING_BYTES: Final = 262_144
"""Security limit: the outgoing buffer of one connection; who lets it fill is cut off (4008)."""

MAX_BAD_FRAMES: Final = 20
"""So many unacceptable frames in a row end a connection."""


class CloseCode(IntEnum):
    """WebSocket close codes this service sends."""

    BYE = 1000
    GOING_AWAY = 1001
    POLICY = 1008
    TOO_BIG = 1009
    RESTART = 1012
    SLOW_CONSUMER = 4008


class BadFrameCount:
    """Counts unacceptable frames in a row: `bad_frame`, `empty` and `too_long`."""

    __slots__ = ("_in_a_row",)

    def __init__(self) -> None:
        self._in_a_row = 0

    def good(self) -> None:
        """Start over: a frame was understood, whether or not what it asks for is granted."""
        self._in_a_row = 0

    def bad(self) -> bool:
        """Count one more; True when the connection has to end."""
        self._in_a_row += 1
        return self._in_a_row >= MAX_BAD_FRAMES


_encoder = msgspec.json.Encoder()
_server_frames: msgspec.json.Decoder[ServerFrame] = msgspec.json.Decoder(ServerFrame)
_bodies: msgspec.json.Decoder[LoggedEvent] = msgspec.json.Decoder(LoggedEvent)


def encode(frame: ServerFrame | ClientFrame) -> bytes:
    """Return the frame as compact JSON in UTF-8, without a line ending."""
    return _encoder.encode(frame)


def encode_delta(id: MessageId, attempt: int, at: int, text: str) -> bytes:
    """Return the `delta` frame of one piece of a reply."""
    return _encoder.encode(Delta(id, attempt, at, text))


def decode_server(data: bytes | str) -> ServerFrame:
    """Read a frame of the server. Raises msgspec.DecodeError if it is none."""
    return _server_frames.decode(data)


def open_user(id: MessageId, text: str) -> bytes:
    """Return the open body of a person's message."""
    return _encoder.encode(LoggedUser(id, text))[:-1]


def open_reply(
    id: MessageId, trace_id: TraceId, attempt: int, text: str, source: Source, stopped: bool = False
) -> bytes:
    """Return the open body of a final reply."""
    return _encoder.encode(LoggedReply(id, trace_id, attempt, text, source, stopped))[:-1]


def close_body(body: bytes, offset: Offset) -> bytes:
    """Return the whole frame of an open body, now that the store has given it an offset."""
    return b'%b,"offset":"%b"}' % (body, offset.encode())


def read_body(body: bytes) -> LoggedEvent:
    """Read an open body. Raises msgspec.DecodeError if it is none."""
    return _bodies.decode(body + b"}")


def history_head() -> bytes:
    """Return what comes before the events of a `history` frame sent in pieces."""
    return b'{"type":"history","events":['


def history_page(events: Iterable[bytes], *, first: bool) -> bytes:
    """Return the piece for some closed bodies; `first` when no event has been sent before them."""
    page = b",".join(events)
    return page if first or not page else b"," + page


def history_tail() -> bytes:
    """Return what comes after the last event of a `history` frame sent in pieces."""
    return b"]}"


def history_pieces(events: Iterable[bytes]) -> Iterator[bytes]:
    """Yield a whole `history` frame in pieces, one for each closed body: none of them is large."""
    yield history_head()
    for number, event in enumerate(events):
        yield history_page((event,), first=number == 0)
    yield history_tail()
