"""One chat completion over HTTP: the request, its refusals, and the connection given back.

Every failure leaves as an error of :mod:`worker.llm_errors`; none keeps a link to the HTTP library's
own exception, whose request holds the key.
"""

from __future__ import annotations

import asyncio
from collections.abc import Sequence
from contextlib import suppress
from typing import TYPE_CHECKING, Any

import aiohttp
import httpx
import msgspec

from shared.errors import LlmError
from shared.ids import TraceId
from shared.settings import Settings
from worker.llm_client import build_client, was_reused, watch_reuse
from worker.llm_errors import LlmRejected, LlmTimeout, LlmUnavailable, classify, retry_after
from worker.llm_stream import MAX_JSON_BYTES, Deadline, read_body, take_stream, take_whole
from worker.sse import SseOverflow, parse_error

if TYPE_CHECKING:
    from worker.llm import ChatMessage, LlmCall

MAX_ERROR_BYTES = 64 * 1024
ERROR_BODY_SECONDS = 2.0
CLOSE_SECONDS = 2.0

# OSError is the parent of TimeoutError, which every `asyncio.timeout` here ends in.
_BROKEN = (httpx.HTTPError, httpx.StreamError, httpx.InvalidURL, aiohttp.ClientError, OSError, SseOverflow)


class HttpChat:
    """The endpoint of `settings.chat_url`."""

    def __init__(self, settings: Settings, client: httpx.AsyncClient | None = None) -> None:
        self._settings = settings
        self._own = client is None
        self._client = client or build_client(settings)
        self._fresh: httpx.AsyncClient | None = None
        self._stream_options = True
        connect = max(2.0, settings.llm_timeout_seconds / 10)
        # Only connecting (with the wait in the pool and DNS) is left to the library: the other
        # bounds count tokens, of which it knows nothing.
        self._timeout = httpx.Timeout(None, connect=connect, pool=connect)

    async def run(self, call: LlmCall, messages: Sequence[ChatMessage], trace: TraceId) -> None:
        """Fill `call` with the answer to `messages`. Raises LlmError; may be cancelled."""
        deadline = Deadline(self._settings.llm_timeout_seconds)
        failure: LlmError | None = None
        try:
            async with deadline.timer:
                if not await self._exchange(call, messages, trace, deadline):
                    self._stream_options = False
                    await self._exchange(call, messages, trace, deadline)
        except (LlmError, *_BROKEN) as error:
            failure = _as_llm_error(error, deadline)
        # Once the answer is whole, nothing that goes wrong behind it matters. Raised out here, so that
        # it does not hold the library's exception as its context.
        if failure and call.finish_reason is None:
            raise failure

    async def aclose(self) -> None:
        """Close the connections that are ours."""
        if self._own:
            await self._client.aclose()
        if self._fresh is not None:
            await self._fresh.aclose()

    async def _exchange(
        self, call: LlmCall, messages: Sequence[ChatMessage], trace: TraceId, deadline: Deadline
    ) -> bool:
        """Ask once. Returns False if the server took offence at `stream_options`."""
        response = await self._open(self._body(messages), self._headers(trace))
        try:
            call.rate_limit_headers = {
                name: value for name, value in response.headers.items() if name.startswith("x-ratelimit-")
            }
            if not response.is_success:
                body = await _error_body(response)
                if response.status_code == 400 and self._stream_options and b"stream_options" in body:
                    return False
                raise classify(response.status_code, parse_error(body), retry_after(response.headers))
            if "json" in response.headers.get("content-type", "").partition(";")[0]:
                take_whole(call, await read_body(response, MAX_JSON_BYTES))
            else:
                await take_stream(call, response, deadline)
        finally:
            await _close(response)
        return True

    async def _open(self, body: bytes, headers: dict[str, str]) -> httpx.Response:
        """Send the request; once more, on a fresh connection, if a kept one turns out to be dead."""
        watch_reuse()
        try:
            return await self._send(self._client, body, headers)
        except (httpx.TransportError, aiohttp.ClientError) as error:
            if not was_reused() or _is_timeout(error):
                raise
        if self._fresh is None:
            self._fresh = build_client(self._settings, keep_alive=False)
        return await self._send(self._fresh, body, headers)

    async def _send(self, client: httpx.AsyncClient, body: bytes, headers: dict[str, str]) -> httpx.Response:
        request = client.build_request(
            "POST", self._settings.chat_url, content=body, headers=headers, timeout=self._timeout
        )
        return await client.send(request, stream=True)

    def _headers(self, trace: TraceId) -> dict[str, str]:
        headers = {
            "Accept": "text/event-stream",
            # A compressed stream comes in lumps: compressors and proxies hold text back.
            "Accept-Encoding": "identity",
            "Content-Type": "application/json",
            "X-Request-ID": trace,
        }
        if key := self._settings.groq_api_key.get_secret_value():
            headers["Authorization"] = f"Bearer {key}"
        return headers

    def _body(self, messages: Sequence[ChatMessage]) -> bytes:
        body: dict[str, Any] = {
            "model": self._settings.model_name,
            "messages": messages,
            "temperature": self._settings.llm_temperature,
            "max_tokens": self._settings.llm_max_tokens,
            "stream": True,
        }
        if self._stream_options:
            body["stream_options"] = {"include_usage": True}
        return msgspec.json.encode(body)


async def _error_body(response: httpx.Response) -> bytes:
    """Return what can be read of a refusal in short time: the status says enough without it."""
    with suppress(*_BROKEN, LlmUnavailable):
        async with asyncio.timeout(ERROR_BODY_SECONDS):
            return await read_body(response, MAX_ERROR_BYTES)
    return b""


async def _close(response: httpx.Response) -> None:
    """Give the connection back, whatever happens: a cancellation waits until that is done."""

    async def closing() -> None:
        with suppress(*_BROKEN):
            async with asyncio.timeout(CLOSE_SECONDS):
                await response.aclose()

    if response.is_closed:
        return
    task = asyncio.create_task(closing())
    cancelled: asyncio.CancelledError | None = None
    while not task.done():
        try:
            await asyncio.wait((task,))
        except asyncio.CancelledError as error:
            cancelled = error
    if cancelled:
        raise cancelled


def _is_timeout(error: BaseException) -> bool:
    # httpx-aiohttp reports every broken connection as ConnectTimeout; its cause tells the truth.
    cause = error.__cause__
    if isinstance(cause, aiohttp.ClientError):
        return isinstance(cause, TimeoutError)
    return isinstance(error, httpx.TimeoutException)


def _as_llm_error(error: BaseException, deadline: Deadline) -> LlmError:
    if isinstance(error, LlmError):
        return error
    if deadline.timer.expired():
        return LlmTimeout(deadline.phase)
    if _is_timeout(error):
        return LlmTimeout("connect")
    if isinstance(error, httpx.UnsupportedProtocol | httpx.InvalidURL | aiohttp.InvalidURL):
        return LlmRejected(0)
    return LlmUnavailable(type(error).__name__)
