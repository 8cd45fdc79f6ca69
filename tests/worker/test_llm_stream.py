"""The bounds of a call to the model, and what is left behind when it is closed: nothing."""

from __future__ import annotations

import asyncio
from collections.abc import AsyncIterator
from typing import Any

import httpx
import pytest

from tests.support.fake_llm import FakeLlm
from tests.support.llm_calls import MESSAGES, TRACE, Start, always, caller, client, failure, whole
from tests.support.llm_reply import WORDS, Reply, piece, sse
from worker.llm import MAX_ANSWER_CHARS, LlmClosed, LlmTimeout, LlmUnavailable


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


LATE: dict[str, tuple[float, str, dict[str, Any]]] = {
    "no head": (0.3, "first_token", {"hang_after": -1}),
    "only signs of life": (
        0.3,
        "first_token",
        {"before": b": alive\n\n" + piece(""), "pieces": [""] * 500, "delay": 0.01},
    ),
    "silence": (1.0, "gap", {"hang_after": 1}),
    "empty deltas": (1.0, "gap", {"pieces": ["a"] + [""] * 5000, "delay": 0.01}),
    "no end": (0.4, "total", {"pieces": ["a"] * 5000, "delay": 0.01}),
}


@pytest.mark.parametrize(("timeout", "phase", "reply"), LATE.values(), ids=LATE)
async def test_bounds_on_time(
    server: FakeLlm, start: Start, timeout: float, phase: str, reply: dict[str, Any]
) -> None:
    """Each wait has its own bound, only text counts, and the server sees the call closed."""
    server.script = always(**reply)
    _, error = await failure(start(llm_timeout_seconds=timeout), LlmTimeout)
    assert error.phase == phase
    await server.requests[0].finished.wait()
    assert server.requests[0].closed_early


async def test_connect_timeout_has_its_name() -> None:
    """A server that cannot be reached in time is told apart from one that is silent."""

    def never(request: httpx.Request) -> httpx.Response:
        raise httpx.ConnectTimeout("canario", request=request)

    async with httpx.AsyncClient(transport=httpx.MockTransport(never)) as http:
        llm = client("http://llm.invalid/", http)
        _, error = await failure(llm.start(MESSAGES, trace=TRACE), LlmTimeout)
        assert error.phase == "connect"
        await llm.aclose()
        assert not http.is_closed


async def test_endless_answer_ends(server: FakeLlm, start: Start) -> None:
    """A stream that never stops is cut at the bound and counts as a long answer."""
    server.script = always(pieces=["x" * 10_000] * 100)
    call = start()
    assert len(await whole(call)) == MAX_ANSWER_CHARS
    assert call.finish_reason == "length"


@pytest.mark.parametrize("hang_after", [-1, 1])
async def test_close_reaches_the_server(server: FakeLlm, start: Start, hang_after: int) -> None:
    """Closing a call, before its head or amid its text, closes its request."""
    server.script = always(hang_after=hang_after)
    call = start()
    await server.wait_for(lambda llm: llm.in_flight == 1)
    if hang_after > 0:
        await call.read()
    await call.aclose()
    await server.wait_for(lambda llm: llm.in_flight == 0)
    assert server.requests[0].closed_early
    with pytest.raises(LlmClosed):
        await whole(call)


async def test_closed_calls_leak_no_connection(server: FakeLlm, start: Start) -> None:
    """Many more calls than the pool has places are closed at every moment, and the pool still works."""
    server.script = lambda number, body: Reply(hang_after=number % 4 - 1)
    for turn in range(24):
        calls = [start(worker_max_jobs=4) for _ in range(4)]
        for _ in range(turn):
            await asyncio.sleep(0)
        closers = [asyncio.create_task(call.aclose()) for call in calls]
        await asyncio.sleep(0)
        for closer in closers[::2]:
            closer.cancel()
        await asyncio.gather(*closers, return_exceptions=True)
    server.script = always()
    assert [await whole(call) for call in [start() for _ in range(4)]] == [WORDS] * 4


async def test_closing_the_client_closes_its_calls(server: FakeLlm) -> None:
    """Nothing is left open when the client goes."""
    server.script = always(hang_after=1)
    llm = client(server.url)
    calls = [llm.start(MESSAGES, trace=TRACE) for _ in range(3)]
    for call in calls:
        await call.read()
    await llm.aclose()
    await server.wait_for(lambda llm: llm.in_flight == 0)
    for call in calls:
        await failure(call, LlmClosed)


async def test_end_is_told_after_the_connection_was_given_back(server: FakeLlm, start: Start) -> None:
    """When a reader hears of a failure, the failed request is closed: a retry never overlaps it."""
    server.script = always(before=sse({"error": {"code": 500}}), hang_after=0)
    for _ in range(3):
        await failure(start(worker_max_jobs=1), LlmUnavailable)
    await server.wait_for(lambda llm: llm.in_flight == 0)
