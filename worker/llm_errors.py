"""How a call to the model fails, and how a server's refusal becomes one of these.

* :exc:`~shared.errors.LlmError`
    * :exc:`LlmRateLimited`: the provider's quota; wait `retry_after`. Retryable.
    * :exc:`LlmUnavailable`: the server, the network or the stream broke. Retryable.
        * :exc:`LlmTimeout`: `phase` tells which bound passed. Retryable.
    * :exc:`LlmEmpty`: a whole answer without a word. Retryable.
    * :exc:`LlmFiltered`: the provider's filter stopped the answer.
    * :exc:`LlmRejected`: the request itself is refused (`status`).
        * :exc:`LlmContextTooLong`: the request is too long for the model or its quota.
    * :exc:`LlmClosed`: our side closed the call before its answer was whole.

No error carries text of a person, of the model or of a response body, nor the key.
"""

from __future__ import annotations

import math
from collections.abc import Mapping
from datetime import UTC, datetime
from email.utils import parsedate_to_datetime
from typing import Literal

from shared.errors import LlmError
from worker.sse import ServerError

TimeoutPhase = Literal["connect", "first_token", "gap", "total"]

MAX_RETRY_AFTER_SECONDS = 86_400.0
"""A provider that asks for more than a day is taken at a day."""

# 498 is Groq's "flex tier capacity exceeded".
_TRANSIENT = frozenset({408, 409, 425, 498, 499})
_CONTEXT_CODES = ("context_length", "exceed_context", "context_window")
_CONTEXT_PHRASES = ("maximum context length", "context window", "available context size")


class LlmRateLimited(LlmError):
    """The provider refuses for now. `retry_after`: seconds it asked to wait, None if it did not say."""

    retryable = True

    def __init__(self, retry_after: float | None = None) -> None:
        super().__init__("rate limited")
        self.retry_after = retry_after


class LlmUnavailable(LlmError):
    """The server failed, the network broke, or the stream was cut or unreadable.

    `retry_after`: seconds the server asked to wait, None if it did not say.
    """

    retryable = True

    def __init__(self, reason: str = "unavailable", *, retry_after: float | None = None) -> None:
        super().__init__(reason)
        self.retry_after = retry_after


class LlmTimeout(LlmUnavailable):
    """A bound on time passed; `phase` says which."""

    def __init__(self, phase: TimeoutPhase) -> None:
        super().__init__(f"timeout: {phase}")
        self.phase = phase


class LlmEmpty(LlmError):
    """The answer is whole and says nothing."""

    retryable = True


class LlmFiltered(LlmError):
    """The provider's own filter stopped the request or the answer."""


class LlmRejected(LlmError):
    """The request cannot succeed as it is. `status` is the HTTP status (0: the address is unusable)."""

    def __init__(self, status: int) -> None:
        super().__init__(f"rejected: {status}")
        self.status = status


class LlmContextTooLong(LlmRejected):
    """The request is longer than the model or its quota takes; a shorter one may pass."""


class LlmClosed(LlmError):
    """The call was closed by us before the answer was whole."""


def classify(status: int, error: ServerError, retry_after: float | None = None) -> LlmError:
    """Return the error for an HTTP `status` (500 for an error inside a stream that names none)."""
    words = f"{error.code} {error.type}".lower()
    # 413 first: Groq sends it with the code rate_limit_exceeded when one request exceeds the quota.
    if status == 413 or _too_long(words, error.message.lower()):
        return LlmContextTooLong(status)
    if status == 429 or "rate_limit" in words or "too_many_requests" in words:
        return LlmRateLimited(retry_after)
    if "content_filter" in words or "content_policy" in words:
        return LlmFiltered("filtered")
    if status >= 500 or status in _TRANSIENT:
        return LlmUnavailable(f"status {status}", retry_after=retry_after)
    return LlmRejected(status)


def _too_long(words: str, message: str) -> bool:
    return any(code in words for code in _CONTEXT_CODES) or any(part in message for part in _CONTEXT_PHRASES)


def retry_after(headers: Mapping[str, str], now: datetime | None = None) -> float | None:
    """Return the seconds a response asks to wait, or None.

    Reads `retry-after-ms`, then `retry-after` as seconds or HTTP date. A date counts from the
    response's own `date`, so that a wrong clock on either side does not matter.
    """
    if (milliseconds := _seconds(headers.get("retry-after-ms"))) is not None:
        return min(milliseconds / 1000, MAX_RETRY_AFTER_SECONDS)
    value = headers.get("retry-after")
    if (seconds := _seconds(value)) is not None:
        return min(seconds, MAX_RETRY_AFTER_SECONDS)
    if (until := _date(value)) is None:
        return None
    start = _date(headers.get("date")) or now or datetime.now(UTC)
    return min(max(0.0, (until - start).total_seconds()), MAX_RETRY_AFTER_SECONDS)


def _seconds(value: str | None) -> float | None:
    try:
        number = float(value or "nan")
    except ValueError:
        return None
    return max(0.0, number) if math.isfinite(number) else None


def _date(value: str | None) -> datetime | None:
    try:
        found = parsedate_to_datetime(value or "")
    except (ValueError, OverflowError):
        return None
    return found if found.tzinfo else found.replace(tzinfo=UTC)
