"""The answer as it comes in: its bounds on time and size, and what each event means for the call."""

from __future__ import annotations

import asyncio
from contextlib import suppress
from typing import TYPE_CHECKING

import httpx

from shared.errors import LlmError
from worker.llm_errors import LlmUnavailable, TimeoutPhase, classify
from worker.sse import MALFORMED, ServerError, SseParser, StreamEvent, parse_event

if TYPE_CHECKING:
    from worker.llm import LlmCall

MAX_JSON_BYTES = 2 * 1024 * 1024
TAIL_SECONDS = 0.5
"""How long to wait for usage, `[DONE]` and the end of the body once the answer is whole. Reading to
the end is what lets the connection be used again."""


class Deadline:
    """The bounds on one answer as a single timer that moves with each token.

    `timeout` seconds for the first token, half of it between tokens, four times for the whole.
    """

    def __init__(self, timeout: float) -> None:
        self._clock = asyncio.get_running_loop().time
        now = self._clock()
        self._gap = timeout / 2
        self._total = now + timeout * 4
        self.phase: TimeoutPhase = "first_token"
        self.timer = asyncio.timeout_at(now + timeout)

    def token(self) -> None:
        """Note that text has arrived."""
        self._move(self._gap)

    def tail(self) -> None:
        """Note that the answer is whole and only the stream's end is missing."""
        self._move(TAIL_SECONDS)

    def _move(self, seconds: float) -> None:
        at = self._clock() + seconds
        self.phase = "gap" if at < self._total else "total"
        # A timer that has fired stays fired: the text came too late.
        with suppress(RuntimeError):
            self.timer.reschedule(min(at, self._total))


async def take_stream(call: LlmCall, response: httpx.Response, deadline: Deadline) -> None:
    """Take an answer as it comes, event by event. Raises LlmError, SseOverflow."""
    parser = SseParser()
    async for chunk in response.aiter_bytes():
        for payload in parser.feed(chunk):
            if not _take(call, parse_event(payload), deadline):
                return
    for payload in parser.close():
        _take(call, parse_event(payload), deadline)


def _take(call: LlmCall, event: StreamEvent, deadline: Deadline) -> bool:
    """Take one event. Returns False when nothing more is wanted. Raises LlmError."""
    if event.error:
        raise _stream_error(event.error)
    call.usage = event.usage or call.usage
    if call.finish_reason is not None:
        return True
    if event.text:
        if not call.deliver(event.text):
            call.finish_reason = "length"
            return False
        deadline.token()
    if event.finish_reason or event.done:
        call.finish_reason = event.finish_reason or "stop"
        deadline.tail()
    return True


def take_whole(call: LlmCall, body: bytes) -> None:
    """Take an answer that came in one piece although a stream was asked for."""
    event = parse_event(body)
    if event.error:
        raise _stream_error(event.error)
    call.usage = event.usage
    room = call.deliver(event.text)
    if event.text or event.finish_reason:
        call.finish_reason = (event.finish_reason or "stop") if room else "length"


def _stream_error(error: ServerError) -> LlmError:
    return LlmUnavailable("malformed") if error == MALFORMED else classify(error.status or 500, error)


async def read_body(response: httpx.Response, limit: int) -> bytes:
    """Return a whole body. Raises LlmUnavailable if it is longer than `limit` bytes."""
    body = bytearray()
    async for chunk in response.aiter_bytes():
        body += chunk
        if len(body) > limit:
            raise LlmUnavailable("body too large")
    return bytes(body)
