"""The model's client against a server that does everything wrong."""

from __future__ import annotations

import asyncio
import json
from collections.abc import AsyncIterator
from typing import Any

import pytest

from tests.support.fake_llm import FakeLlm
from tests.support.llm_calls import MESSAGES, TRACE, Start, always, caller, client, failure, whole
from tests.support.llm_reply import WORDS, Reply, error_body, piece, sse
from worker.llm import (
    LlmContextTooLong,
    LlmRateLimited,
    LlmRejected,
    LlmUnavailable,
    Usage,
)


@pytest.fixture
async def server() -> AsyncIterator[FakeLlm]:
    """A scripted model."""
    async with FakeLlm() as llm:
        yield llm


@pytest.fixture
async def start(server: FakeLlm) -> AsyncIterator[Start]:
    """Starts calls to the scripted model."""
    async with caller(server.url) as start:
        yield start


async def test_request_is_what_the_settings_say(server: FakeLlm, start: Start) -> None:
    """Body and headers carry model, messages, limits, usage wish, key and trace."""
    call = start(groq_api_key="gsk_x", model_name="m", llm_temperature=0.5, llm_max_tokens=7)
    assert await whole(call) == WORDS
    request = server.requests[0]
    assert request.body == {
        "model": "m",
        "messages": [{"role": m.role, "content": m.content} for m in MESSAGES],
        "temperature": 0.5,
        "max_tokens": 7,
        "stream": True,
        "stream_options": {"include_usage": True},
    }
    assert request.headers["authorization"] == "Bearer gsk_x"
    assert request.headers["x-request-id"] == TRACE
    assert request.headers["accept"] == "text/event-stream"
    assert request.headers["accept-encoding"] == "identity"


async def test_no_key_no_authorization(server: FakeLlm, start: Start) -> None:
    """A local model is called without Authorization."""
    await whole(start())
    assert "authorization" not in server.requests[0].headers


async def test_text_comes_while_the_server_still_writes(server: FakeLlm, start: Start) -> None:
    """The first piece is read before the second was sent; what the server counts is kept."""
    gate = asyncio.Event()
    server.script = always(
        pieces=["Hola", " 🙂"], piece_gate=gate, headers={"X-RateLimit-Remaining-Tokens": "5"}
    )
    call = start()
    assert await call.read() == "Hola"
    gate.set()
    assert await call.read() == " 🙂"
    assert await call.read() == ""
    assert (call.finish_reason, call.usage) == ("stop", Usage(12, 2))
    assert call.rate_limit_headers == {"x-ratelimit-remaining-tokens": "5"}


async def test_connection_is_kept_for_the_next_call(server: FakeLlm, start: Start) -> None:
    """A stream that was read to its end leaves its connection for the next."""
    for _ in range(3):
        await whole(start())
    assert (len(server.requests), server.connections) == (3, 1)


WHOLE: dict[str, dict[str, Any]] = {
    "no [DONE]": {"done": False},
    "no finish_reason": {"finish": None},
    "length": {"finish": "length"},
    "comments, null content, CRLF": {
        "before": b'\xef\xbb\xbf: keep-alive\r\n\r\ndata: {"choices":[{"delta":{"content":null}}]}\r\n\r\n'
    },
    "closed after the last piece said stop": {
        "before": piece(WORDS) + b'data: {"choices":[{"delta":{},"finish_reason":"stop"}]}\n\n',
        "pieces": [],
        "cut_after": 0,
    },
    "open for ever after [DONE]": {
        "before": piece(WORDS) + b"data: [DONE]\n\n",
        "pieces": [],
        "hang_after": 0,
    },
    "trouble after the end": {
        "before": piece(WORDS) + b"data: [DONE]\n\ndata: {oh\n\n" + sse({"error": "x"}),
        "pieces": [],
    },
    "plain JSON": {
        "raw": json.dumps({"choices": [{"message": {"content": WORDS}, "finish_reason": "stop"}]}).encode()
    },
    "plain JSON without finish_reason": {
        "raw": json.dumps({"choices": [{"message": {"content": WORDS}}]}).encode(),
        "headers": {"content-type": "application/json; charset=utf-8"},
    },
    "no last empty line": {
        "raw": piece(WORDS) + b"data: [DONE]",
        "headers": {"content-type": "text/event-stream"},
    },
}


@pytest.mark.parametrize("reply", WHOLE.values(), ids=WHOLE)
async def test_odd_but_whole_answers(server: FakeLlm, start: Start, reply: dict[str, Any]) -> None:
    """Answers that servers end, begin or wrap in their own ways are whole."""
    server.script = always(**reply)
    call = start(llm_timeout_seconds=600)
    assert await whole(call) == WORDS
    assert call.finish_reason == reply.get("finish", "stop") or "stop"


BROKEN: dict[str, dict[str, Any]] = {
    "cut": {"cut_after": 2},
    "cut before the first piece": {"cut_after": 0},
    "no first byte": {"cut_after": -1},
    "ends without a word about it": {"finish": None, "done": False},
    "malformed": {"before": b'data: {"choices":[\n\n'},
    "error in the stream": {"before": sse({"error": {"code": 500}})},
    "error instead of the stream": {"raw": error_body("server_error")},
    "empty body": {"raw": b"", "headers": {"content-type": "text/event-stream"}},
    "a page": {"raw": b"<html>", "headers": {"content-type": "text/html"}},
    "not JSON": {"raw": b"<html>"},
    "endless line": {"before": b"data: " + b"x" * 2_000_000},
    "500": {"status": 500, "raw": b"oops"},
    "unreadable body": {"status": 503, "raw": b"x", "headers": {"content-encoding": "gzip"}},
}


@pytest.mark.parametrize("reply", BROKEN.values(), ids=BROKEN)
async def test_broken_answers(server: FakeLlm, start: Start, reply: dict[str, Any]) -> None:
    """What is not a whole answer is LlmUnavailable, after one request, with nothing lost before it."""
    server.script = always(text="abcd", pieces=4, **reply)
    text, error = await failure(start(), LlmUnavailable)
    # The library's own exception would bring the request along, and with it the key.
    assert error.__cause__ is error.__context__ is None
    assert "abcd".startswith(text)
    assert text == "ab" or reply.get("cut_after") != 2
    assert len(server.requests) == 1


async def test_not_http_at_all() -> None:
    """A port that speaks something else, or nobody, is LlmUnavailable."""

    async def greet(reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
        await reader.readuntil(b"\r\n\r\n")
        writer.write(b"SSH-2.0-canario\r\n")
        writer.close()

    other = await asyncio.start_server(greet, "127.0.0.1", 0)
    url = f"http://127.0.0.1:{other.sockets[0].getsockname()[1]}/"
    llm = client(url)
    _, error = await failure(llm.start(MESSAGES, trace=TRACE), LlmUnavailable)
    assert "canario" not in str(error)
    other.close()
    await other.wait_closed()
    await failure(llm.start(MESSAGES, trace=TRACE), LlmUnavailable)
    await llm.aclose()


async def test_rate_limit_in_the_status_and_in_the_stream(server: FakeLlm, start: Start) -> None:
    """429 tells how long to wait; the same error inside a stream is the same error."""
    replies = [
        Reply(status=429, headers={"Retry-After": "3"}, raw=error_body("rate_limit_exceeded")),
        Reply(before=sse({"error": {"code": "rate_limit_exceeded"}})),
    ]
    server.script = lambda number, body: replies[number - 1]
    assert (await failure(start(), LlmRateLimited))[1].retry_after == 3
    assert (await failure(start(), LlmRateLimited))[1].retry_after is None


async def test_refusals_are_final_and_say_nothing(server: FakeLlm, start: Start) -> None:
    """A refused request names its status, not what the server wrote nor the key."""
    server.script = lambda number, body: Reply(
        status=401 if number == 1 else 400,
        raw=error_body("canario" if number == 1 else "context_length_exceeded", message="canario"),
    )
    _, refused = await failure(start(groq_api_key="gsk_canario"), LlmRejected)
    _, too_long = await failure(start(), LlmContextTooLong)
    assert (refused.status, too_long.status) == (401, 400)
    for error in (refused, too_long):
        assert "canario" not in f"{error!r} {vars(error)}"
        assert error.__context__ is None


async def test_refusal_whose_body_never_comes(server: FakeLlm, start: Start) -> None:
    """The status is enough: an error body that is cut off does not hide it."""
    server.script = always(status=404, raw=b"{", headers={"content-length": "99"}, cut_after=0)
    assert (await failure(start(), LlmRejected))[1].status == 404


async def test_server_without_stream_options(server: FakeLlm, start: Start) -> None:
    """A server that refuses stream_options is asked without, and not bothered with them again."""

    def script(number: int, body: dict[str, Any]) -> Reply:
        if "stream_options" in body:
            return Reply(status=400, raw=error_body(400, message="unknown field stream_options"))
        return Reply()

    server.script = script
    assert await whole(start()) == WORDS
    assert await whole(start()) == WORDS
    assert len(server.requests) == 3


async def test_kept_connection_that_is_dead_is_replaced(server: FakeLlm, start: Start) -> None:
    """A kept connection that closes before one byte costs no try: the call goes over a fresh one."""
    server.script = lambda number, body: Reply(cut_after=-1 if number == 2 else None)
    await whole(start())
    assert await whole(start()) == WORDS
    assert [request.connection for request in server.requests] == [1, 1, 2]


async def test_dead_connection_is_replaced_only_once(server: FakeLlm, start: Start) -> None:
    """When the fresh connection closes too, the server is the trouble."""
    server.script = lambda number, body: Reply(cut_after=None if number == 1 else -1)
    await whole(start())
    await failure(start(), LlmUnavailable)
    assert len(server.requests) == 3
