"""Refusals of the provider become errors, and its wishes become seconds."""

from __future__ import annotations

from datetime import UTC, datetime

import pytest

from shared.errors import LlmError
from worker.llm_errors import (
    MAX_RETRY_AFTER_SECONDS,
    LlmContextTooLong,
    LlmFiltered,
    LlmRateLimited,
    LlmRejected,
    LlmTimeout,
    LlmUnavailable,
    classify,
    retry_after,
)
from worker.sse import ServerError

CASES: list[tuple[int, ServerError, type[LlmError]]] = [
    (429, ServerError(), LlmRateLimited),
    (500, ServerError(type="rate_limit_error"), LlmRateLimited),
    (500, ServerError(), LlmUnavailable),
    (503, ServerError(code="x"), LlmUnavailable),
    (408, ServerError(), LlmUnavailable),
    (498, ServerError(), LlmUnavailable),
    (400, ServerError(), LlmRejected),
    (401, ServerError(code="invalid_api_key"), LlmRejected),
    (403, ServerError(), LlmRejected),
    (404, ServerError(), LlmRejected),
    (422, ServerError(), LlmRejected),
    (302, ServerError(), LlmRejected),
    (400, ServerError(code="context_length_exceeded"), LlmContextTooLong),
    (400, ServerError(type="exceed_context_size_error"), LlmContextTooLong),
    (400, ServerError(message="This model's maximum context length is 8192 tokens"), LlmContextTooLong),
    (413, ServerError(code="rate_limit_exceeded", type="tokens"), LlmContextTooLong),
    (400, ServerError(code="content_filter"), LlmFiltered),
]


@pytest.mark.parametrize(("status", "error", "expected"), CASES)
def test_classify(status: int, error: ServerError, expected: type[LlmError]) -> None:
    """Each refusal becomes exactly its kind of error."""
    assert type(classify(status, error)) is expected


def test_retryable_is_what_can_succeed_unchanged() -> None:
    """Quota, trouble and silence may pass; a refused request stays refused."""
    assert LlmRateLimited().retryable
    assert LlmTimeout("gap").retryable
    assert not LlmRejected(400).retryable
    assert not LlmContextTooLong(400).retryable
    assert not LlmFiltered().retryable


def test_no_server_text_in_the_error() -> None:
    """What the server wrote is used to classify and then forgotten."""
    secret = ServerError(code="canario", type="canario", message="canario maximum context length")
    for status in (400, 429, 500):
        error = classify(status, secret)
        assert "canario" not in f"{error!r} {vars(error)}"


NOW = datetime(2026, 1, 1, 12, 0, 0, tzinfo=UTC)
WAITS: list[tuple[dict[str, str], float | None]] = [
    ({}, None),
    ({"retry-after": "2"}, 2.0),
    ({"retry-after": "0.5"}, 0.5),
    ({"retry-after": "-3"}, 0.0),
    ({"retry-after": "9", "retry-after-ms": "1500"}, 1.5),
    ({"retry-after": "9", "retry-after-ms": "x"}, 9.0),
    ({"retry-after": "Thu, 01 Jan 2026 12:00:07 GMT"}, 7.0),
    ({"retry-after": "Thu, 01 Jan 2026 11:00:00 GMT"}, 0.0),
    ({"retry-after": "Thu, 01 Jan 2026 13:00:07 GMT", "date": "Thu, 01 Jan 2026 13:00:00 GMT"}, 7.0),
    ({"retry-after": "1e9"}, MAX_RETRY_AFTER_SECONDS),
    ({"retry-after": "inf"}, None),
    ({"retry-after": "nan"}, None),
    ({"retry-after": "mañana"}, None),
    ({"retry-after": "Thu, 99 Jan 99999999999 12:00:07 GMT"}, None),
]


@pytest.mark.parametrize(("headers", "expected"), WAITS)
def test_retry_after(headers: dict[str, str], expected: float | None) -> None:
    """Seconds, milliseconds and dates are understood, bounded, and nonsense is no wish."""
    assert retry_after(headers, NOW) == expected
