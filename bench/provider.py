"""A provider that enforces requests and tokens a minute itself, over sliding windows of its own clock."""

from __future__ import annotations

import random
import time
from collections import deque
from collections.abc import Callable
from dataclasses import dataclass, field
from typing import Any

from tests.support.llm_reply import Reply, error_body, sse

WINDOW = 60.0
CHARS_PER_TOKEN = 3.8
"""Not what our own estimate takes: no tokenizer agrees with it exactly."""

MIN_ANSWER, MAX_ANSWER = 60, 180
"""Tokens of an answer: as with real ones, far fewer than LLM_MAX_TOKENS."""


@dataclass(slots=True)
class Call:
    """One admitted call. `tokens` is prompt + max_tokens until the answer is whole, then what was used."""

    at: float
    tokens: int


@dataclass(frozen=True, slots=True, kw_only=True)
class Metered(Reply):
    """An answer that tells its usage, and the provider when it is whole."""

    prompt_tokens: int
    completion_tokens: int
    finished: Callable[[], None] = field(repr=False)

    def ending(self) -> bytes:
        """Return the end of the stream; from here on the call counts what it used."""
        self.finished()
        usage = {"prompt_tokens": self.prompt_tokens, "completion_tokens": self.completion_tokens}
        stop = sse({"choices": [{"index": 0, "delta": {}, "finish_reason": "stop"}]})
        return stop + sse({"choices": [], "usage": usage}) + b"data: [DONE]\n\n"


class Provider:
    """A script for FakeLlm: admits, refuses with 429 and `retry-after`, tells what is left. 0 is no limit."""

    def __init__(
        self, rpm: int, tpm: int, *, delay: float, clock: Callable[[], float] = time.monotonic
    ) -> None:
        self.calls: list[Call] = []
        """All that was ever admitted, in order."""
        self.refused: list[float] = []
        """When a 429 was answered."""
        self._rpm, self._tpm = rpm, tpm
        self._delay = delay
        self._clock = clock
        self._window: deque[Call] = deque()
        self._random = random.Random(1)

    def __call__(self, number: int, body: dict[str, Any]) -> Reply:
        """Answer one request."""
        now = self._clock()
        while self._window and self._window[0].at <= now - WINDOW:
            self._window.popleft()
        prompt = sum(int(len(message["content"]) / CHARS_PER_TOKEN) + 4 for message in body["messages"])
        wanted = prompt + int(body["max_tokens"])
        if wait := self._wait(now, wanted):
            self.refused.append(now)
            headers = {"retry-after": f"{wait:.3f}", **self._told(now)}
            return Reply(status=429, headers=headers, raw=error_body("rate_limit_exceeded", "tokens"))
        call = Call(now, wanted)
        self.calls.append(call)
        self._window.append(call)
        completion = self._random.randint(MIN_ANSWER, MAX_ANSWER)

        def finished() -> None:
            call.tokens = prompt + completion

        return Metered(
            headers=self._told(now),
            delay_first=self._delay,
            delay=self._delay,
            prompt_tokens=prompt,
            completion_tokens=completion,
            finished=finished,
        )

    def _wait(self, now: float, wanted: int) -> float:
        """Return the seconds until a call of so many tokens fits; 0 when it does."""
        requests = len(self._window) + 1
        tokens = sum(call.tokens for call in self._window) + wanted
        for call in (None, *self._window):
            if call is not None:
                requests, tokens = requests - 1, tokens - call.tokens
            if requests <= (self._rpm or requests) and tokens <= (self._tpm or tokens):
                return 0.0 if call is None else call.at + WINDOW - now
        return WINDOW

    def _told(self, now: float) -> dict[str, str]:
        """Return what the headers say: what is left, and in how long all of it is there again."""
        reset = f"{(self._window[-1].at + WINDOW - now if self._window else 0.0):.3f}s"
        told = {}
        if self._rpm:
            told["x-ratelimit-remaining-requests"] = str(max(0, self._rpm - len(self._window)))
            told["x-ratelimit-reset-requests"] = reset
        if self._tpm:
            left = self._tpm - sum(call.tokens for call in self._window)
            told["x-ratelimit-remaining-tokens"] = str(max(0, left))
            told["x-ratelimit-reset-tokens"] = reset
        return told
