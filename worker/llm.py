"""The model, as a turn sees it: start a call, read its text as it comes, close it.

A call runs in a task of its own that never touches the store, so it may be cancelled at any time.
Its errors are those of :mod:`worker.llm_errors`. HTTP itself lives in :mod:`worker.llm_http`, which
is imported at the first call: it takes longer to load than a worker may take to start.
"""

from __future__ import annotations

import asyncio
import math
from collections.abc import Callable, Coroutine, Mapping, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING, Literal, Protocol

from shared.errors import LlmError
from shared.ids import TraceId
from shared.settings import Settings
from worker.llm_errors import (
    LlmClosed,
    LlmContextTooLong,
    LlmEmpty,
    LlmFiltered,
    LlmRateLimited,
    LlmRejected,
    LlmTimeout,
    LlmUnavailable,
)
from worker.sse import Usage

if TYPE_CHECKING:
    import httpx

    from worker.llm_http import HttpChat

__all__ = [
    "ChatMessage",
    "HttpLlm",
    "Llm",
    "LlmCall",
    "LlmClosed",
    "LlmContextTooLong",
    "LlmEmpty",
    "LlmFiltered",
    "LlmRateLimited",
    "LlmRejected",
    "LlmTimeout",
    "LlmUnavailable",
    "Usage",
    "backoff",
]

MAX_ANSWER_CHARS = 256 * 1024
"""Longest answer that is taken, whatever LLM_MAX_TOKENS says: an endless stream must end."""


@dataclass(frozen=True, slots=True)
class ChatMessage:
    """One message of the conversation as the model gets it."""

    role: Literal["system", "user", "assistant"]
    content: str


Produce = Callable[["LlmCall"], Coroutine[None, None, None]]
"""What fills a call: uses `deliver` and `finish_reason`, raises LlmError, may be cancelled."""


class LlmCall:
    """One answer on its way. One reader; `aclose` is always needed in the end.

    `usage`, `finish_reason` and `rate_limit_headers` (`x-ratelimit-*`, lower case) are set as they
    arrive; `first_token_seconds` counts from the call's start to its first text.
    """

    def __init__(self, produce: Produce, *, name: str = "llm") -> None:
        self.usage: Usage | None = None
        self.finish_reason: str | None = None
        self.first_token_seconds: float | None = None
        self.rate_limit_headers: Mapping[str, str] = {}
        self._pieces: list[str] = []
        self._room = MAX_ANSWER_CHARS
        self._said_something = False
        self._ended = False
        self._closing = False
        self._failure: LlmError | None = None
        self._news = asyncio.Event()
        self._clock = asyncio.get_running_loop().time
        self._started = self._clock()
        self._task = asyncio.create_task(produce(self), name=name)
        # A callback, because a task that is cancelled before its first step never runs its own code.
        self._task.add_done_callback(self._settle)

    async def read(self) -> str:
        """Wait for news and return all text that has arrived since the last read.

        Returns "" only at the end of a whole answer. Raises an LlmError when the call failed, after
        all text that arrived before the failure was read; LlmClosed when `aclose` ended it. The end
        and the failure are told only after the connection was given back.
        """
        while not self._pieces and not self._ended:
            self._news.clear()
            await self._news.wait()
        if self._pieces:
            text = "".join(self._pieces)
            self._pieces.clear()
            return text
        if self._failure:
            raise self._failure.with_traceback(None)
        return ""

    @property
    def whole(self) -> bool:
        """True when the answer has ended well; what has arrived may still wait to be read."""
        return self._ended and self._failure is None

    async def pause(self, seconds: float) -> None:
        """Let text gather for so long, or until the call has ended."""
        if seconds > 0 and not self._ended:
            await asyncio.wait((self._task,), timeout=seconds)

    async def aclose(self) -> None:
        """End the call and wait until its connection was given back. Idempotent, never raises LlmError.

        If the caller is cancelled meanwhile, the closing goes on without it.
        """
        self.interrupt()
        if not self._task.done():
            await asyncio.wait((self._task,))

    def interrupt(self) -> None:
        """Begin to end the call; `read` raises LlmClosed after what has arrived. Idempotent."""
        if not self._closing:
            self._closing = True
            self._task.cancel()

    def deliver(self, text: str) -> bool:
        """Take the next text from the producer. Returns False when the answer is as long as it may be."""
        text = text.replace("\x00", "")[: self._room]
        if text:
            if self.first_token_seconds is None:
                self.first_token_seconds = self._clock() - self._started
            self._room -= len(text)
            self._said_something = self._said_something or not text.isspace()
            self._pieces.append(text)
            self._news.set()
        return self._room > 0

    def add_done_callback(self, done: Callable[[LlmCall], None]) -> None:
        """Call `done` with this call when its task has ended."""
        self._task.add_done_callback(lambda _: done(self))

    def _settle(self, task: asyncio.Task[None]) -> None:
        self._ended = True
        unfinished = task.cancelled() and self.finish_reason is None
        error = None if task.cancelled() else task.exception()
        self._failure = LlmClosed("closed") if unfinished else self._verdict(error)
        self._news.set()

    def _verdict(self, error: BaseException | None) -> LlmError | None:
        if isinstance(error, LlmError):
            return error
        if error is not None:
            # Only the type: a foreign error's text may hold the address, the key or somebody's words.
            return LlmUnavailable(f"unexpected {type(error).__name__}")
        if self.finish_reason is None:
            return LlmUnavailable("cut")
        if self.finish_reason == "content_filter":
            return LlmFiltered("filtered")
        return None if self._said_something else LlmEmpty("empty")


class Llm(Protocol):
    """Something that answers a conversation."""

    def start(self, messages: Sequence[ChatMessage], *, trace: TraceId) -> LlmCall:
        """Start one call. Nothing is raised here: failures come out of the call's `read`."""
        ...

    async def aclose(self) -> None:
        """Close all calls and connections."""
        ...


class HttpLlm:
    """An OpenAI-compatible endpoint over HTTP. A client that was passed in stays its owner's to close."""

    def __init__(self, settings: Settings, client: httpx.AsyncClient | None = None) -> None:
        self._settings = settings
        self._client = client
        self._chat: HttpChat | None = None
        self._loading = asyncio.Lock()
        self._calls: set[LlmCall] = set()

    def start(self, messages: Sequence[ChatMessage], *, trace: TraceId) -> LlmCall:
        """Start one call. Nothing is raised here: failures come out of the call's `read`."""
        messages = tuple(messages)

        async def produce(call: LlmCall) -> None:
            await (await self._loaded()).run(call, messages, trace)

        call = LlmCall(produce, name=f"llm {trace}")
        self._calls.add(call)
        call.add_done_callback(self._calls.discard)
        return call

    async def warm(self) -> None:
        """Load what the first call needs, without holding up the event loop."""
        await self._loaded()

    async def aclose(self) -> None:
        """Close all calls and connections."""
        for call in tuple(self._calls):
            await call.aclose()
        if self._chat is not None:
            await self._chat.aclose()

    async def _loaded(self) -> HttpChat:
        if self._chat is None:
            async with self._loading:
                if self._chat is None:
                    self._chat = await asyncio.to_thread(_load, self._settings, self._client)
        return self._chat


def _load(settings: Settings, client: httpx.AsyncClient | None) -> HttpChat:
    from worker.llm_http import HttpChat

    return HttpChat(settings, client)


def backoff(tries: int, initial: float, maximum: float, random: Callable[[], float]) -> float:
    """Return seconds to wait after `tries` failed tries (1 or more): exponential with full jitter.

    `random` returns numbers in [0, 1). Full jitter as in "Exponential Backoff And Jitter", AWS
    Architecture Blog, 2015.
    """
    # 2**64 times any usable `initial` is past every `maximum`; more would overflow a float.
    return random() * min(maximum, math.ldexp(initial, min(max(tries - 1, 0), 64)))
