"""Lines and modes: what comes before a frame can be read. Sans-I/O.

TCP brings bytes in pieces of any size; :class:`LineSplitter` makes lines of them at linear cost.
:func:`sniff` tells from the first line, :func:`sniff_frame` from the first WebSocket frame, which
mode the other side speaks.
"""

from __future__ import annotations

import re
from enum import StrEnum
from typing import Final

import msgspec

MAX_FRAME_BYTES: Final = 65_536
"""Security limit: the longest line (without its ending) or WebSocket frame, in bytes."""

# A request line is judged by its ends, so that a hostile one costs no backtracking: method and the start of
# a target in one of the four forms of RFC 9112 §3.2, and the version. Narrow enough that no sentence matches.
_REQUEST_START = re.compile(rb"[A-Z][A-Z-]{1,19} (?:/|\*|[a-z][a-z0-9+.-]*://|[\w.\[\]:-]+:\d)")
_HTTP_VERSION = re.compile(rb"HTTP/\d(?:\.\d)?")
_TLS_HANDSHAKE = b"\x16\x03"


class Mode(StrEnum):
    """What the first bytes of a connection look like."""

    JSON = "json"
    TEXT = "text"
    HTTP = "http"
    TLS = "tls"


class LineSplitter:
    """Turns pieces of a byte stream into lines, ended by LF or CR LF, without their endings.

    After a line over the limit `overflow` is True for good: lines completed before it have been
    returned, everything from it on is dropped, and nothing is buffered any more.
    """

    __slots__ = ("_max_bytes", "_pending", "overflow")

    def __init__(self, max_bytes: int = MAX_FRAME_BYTES) -> None:
        self._max_bytes = max_bytes
        self._pending = bytearray()
        self.overflow = False

    def feed(self, data: bytes) -> list[bytes]:
        """Return the lines that `data` completes. Look at `overflow` after handling them."""
        if self.overflow:
            return []
        first, *rest = data.split(b"\n")
        self._pending += first
        if not rest:
            self._check_pending()
            return []
        ended = [bytes(self._pending), *rest]
        self._pending = bytearray(ended.pop())
        lines = self._within_limit(ended)
        self._check_pending()
        return lines

    @property
    def started(self) -> bool:
        """True while part of a line has come, but not its end."""
        return bool(self._pending)

    def finish(self) -> bytes | None:
        """Return the unterminated last line at the end of the stream, if there is one."""
        line = bytes(self._pending).removesuffix(b"\r")
        self._pending.clear()
        return line or None

    def _within_limit(self, ended: list[bytes]) -> list[bytes]:
        lines: list[bytes] = []
        for raw in ended:
            line = raw.removesuffix(b"\r")
            if len(line) > self._max_bytes:
                self._give_up()
                break
            lines.append(line)
        return lines

    def _check_pending(self) -> None:
        # A CR at the very end may belong to the line's ending, so it does not count yet.
        if len(self._pending) - self._pending.endswith(b"\r") > self._max_bytes:
            self._give_up()

    def _give_up(self) -> None:
        self.overflow = True
        self._pending.clear()


def looks_like_tls(first_bytes: bytes) -> bool:
    """Tell whether a connection opens with a TLS handshake; no line end is needed.

    One byte is enough to say yes: nothing this protocol knows starts with 0x16.
    """
    return bool(first_bytes) and _TLS_HANDSHAKE.startswith(first_bytes[:2])


def sniff(first_line: bytes) -> Mode:
    """Return the mode of a TCP connection from its first whole line."""
    if first_line.startswith(b"{"):
        return Mode.JSON
    if first_line.startswith(_TLS_HANDSHAKE):
        return Mode.TLS
    if _REQUEST_START.match(first_line) and _HTTP_VERSION.fullmatch(first_line.rpartition(b" ")[2]):
        return Mode.HTTP
    return Mode.TEXT


class _Typed(msgspec.Struct, frozen=True):
    """Anything that is a JSON object with a `type`."""

    type: msgspec.Raw


_typed = msgspec.json.Decoder(_Typed)


def sniff_frame(frame: str | bytes) -> Mode:
    """Return the mode of a WebSocket without subprotocol from its first frame.

    JSON when the frame is a JSON object with a `type`, whatever the type; else text.
    """
    try:
        _typed.decode(frame)
    except (ValueError, RecursionError):
        return Mode.TEXT
    return Mode.JSON
