"""The stream of a chat completion: bytes -> `data` payloads -> events. Pure, no I/O.

Framing follows the event-stream format of the HTML standard (section 9.2.6); events are the chunks of
OpenAI-compatible servers, read as leniently as real servers need.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

import msgspec

MAX_LINE_BYTES = 1024 * 1024
"""Longest line, and longest event, that is held in memory."""

_BOM = b"\xef\xbb\xbf"
_DONE = b"[DONE]"


class SseOverflow(ValueError):
    """A line or event is longer than MAX_LINE_BYTES."""


class SseParser:
    """Splits a byte stream, in any chunking, into the payloads of its `data` fields."""

    def __init__(self) -> None:
        self._tail = bytearray()
        self._after_cr = False
        self._first_line = True
        self._data: list[bytes] = []
        self._data_bytes = 0

    def feed(self, chunk: bytes) -> list[bytes]:
        """Return the payloads that became whole with `chunk`. Raises SseOverflow."""
        if self._after_cr and chunk:
            # The CR already ended its line: the LF of a CRLF cut in two is not one more line.
            chunk = chunk.removeprefix(b"\n")
            self._after_cr = False
        payloads: list[bytes] = []
        for raw in chunk.splitlines(keepends=True):
            line = raw.rstrip(b"\r\n")
            if len(line) == len(raw):
                self._keep(line)
                break
            if self._tail:
                self._keep(line)
                line = bytes(self._tail)
                self._tail.clear()
            self._line(line, payloads)
        if chunk.endswith(b"\r"):
            self._after_cr = True
        return payloads

    def close(self) -> list[bytes]:
        """Return the payload that the end of the stream left unfinished, if any.

        The standard drops it; servers that forget the last empty line after `[DONE]` need it.
        """
        payloads: list[bytes] = []
        if self._tail:
            self._line(bytes(self._tail), payloads)
            self._tail.clear()
        self._line(b"", payloads)
        return payloads

    def _keep(self, part: bytes) -> None:
        if len(self._tail) + len(part) > MAX_LINE_BYTES:
            raise SseOverflow
        self._tail += part

    def _line(self, line: bytes, payloads: list[bytes]) -> None:
        if self._first_line:
            self._first_line = False
            line = line.removeprefix(_BOM)
        if not line:
            if self._data:
                payloads.append(b"\n".join(self._data))
                self._data.clear()
                self._data_bytes = 0
            return
        field, _, value = line.partition(b":")
        if field == b"data":
            self._data_bytes += len(value) + 1
            if self._data_bytes > MAX_LINE_BYTES:
                raise SseOverflow
            self._data.append(value.removeprefix(b" "))


class Usage(msgspec.Struct, frozen=True, gc=False):
    """What the provider counted for one call, in tokens."""

    prompt_tokens: int = 0
    completion_tokens: int = 0


class ServerError(msgspec.Struct, frozen=True, gc=False):
    """An error object as a server sent it. Only for classification: `message` is never shown or logged."""

    code: str = ""
    type: str = ""
    status: int | None = None
    message: str = ""


MALFORMED = ServerError(type="malformed")


class StreamEvent(msgspec.Struct, frozen=True, gc=False):
    """One event of the stream; an event may carry several of these, or nothing."""

    text: str = ""
    finish_reason: str | None = None
    usage: Usage | None = None
    error: ServerError | None = None
    done: bool = False


class _Message(msgspec.Struct):
    content: Any = None


class _Choice(msgspec.Struct):
    delta: _Message | None = None
    message: _Message | None = None
    text: str | None = None
    finish_reason: str | None = None


class _Extra(msgspec.Struct):
    usage: Any = None


class _Chunk(msgspec.Struct):
    choices: list[_Choice] | None = None
    usage: Any = None
    error: Any = None
    x_groq: _Extra | None = None  # where Groq puts the usage of its last chunk


_decoder = msgspec.json.Decoder(_Chunk)


def parse_event(payload: bytes) -> StreamEvent:
    """Return what one payload (or a whole `chat.completion` body) says.

    Whatever cannot be read becomes an event whose `error` is MALFORMED; nothing is raised.
    """
    payload = payload.strip()
    if not payload:
        return StreamEvent()
    if payload == _DONE:
        return StreamEvent(done=True)
    try:
        chunk = _decoder.decode(payload)
    except (ValueError, RecursionError):
        # ValueError covers msgspec's errors and bytes that are not UTF-8.
        return StreamEvent(error=MALFORMED)
    if chunk.error:
        return StreamEvent(error=read_error(chunk.error))
    usage = _usage(chunk.usage) or _usage(chunk.x_groq.usage if chunk.x_groq else None)
    if not chunk.choices:
        return StreamEvent(usage=usage)
    choice = chunk.choices[0]
    message = choice.delta or choice.message
    text = _text(message.content) if message else choice.text or ""
    return StreamEvent(text=text, finish_reason=choice.finish_reason or None, usage=usage)


def parse_error(body: bytes) -> ServerError:
    """Return the error of a refused request's body, as far as it can be read."""
    try:
        found = msgspec.json.decode(body)
    except (ValueError, RecursionError):
        return ServerError()
    return read_error(found.get("error") or found) if isinstance(found, dict) else read_error(found)


def read_error(found: Any) -> ServerError:
    """Return an error object of any usual shape: an object, or just a sentence."""
    if not isinstance(found, dict):
        return ServerError(message=found if isinstance(found, str) else "")
    code = found.get("code")
    status = next((number for number in (code, found.get("status")) if _is_status(number)), None)
    return ServerError(_word(code), _word(found.get("type")), status, _word(found.get("message")))


def _is_status(value: object) -> bool:
    return isinstance(value, int) and 400 <= value <= 599


def _word(value: object) -> str:
    return value if isinstance(value, str) else ""


def _usage(found: Any) -> Usage | None:
    if not isinstance(found, dict):
        return None
    counts = (found.get("prompt_tokens"), found.get("completion_tokens"))
    return Usage(*(_count(value) for value in counts)) if any(value is not None for value in counts) else None


def _count(value: object) -> int:
    return int(value) if isinstance(value, int | float) and 0 <= value < 2**53 else 0


def _text(content: Any) -> str:
    """Return a content's text: a string, null, or a list of parts of which only text counts."""
    if isinstance(content, str):
        return content
    parts: Sequence[Any] = content if isinstance(content, list) else ()
    return "".join(part if isinstance(part, str) else _part(part) for part in parts)


def _part(part: Any) -> str:
    return _word(part.get("text")) if isinstance(part, dict) and part.get("type", "text") == "text" else ""
