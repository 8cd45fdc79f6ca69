"""Fixtures of the edge's tests: edges in this process, on the real store, and a worker by hand."""

from __future__ import annotations

import asyncio
from collections.abc import AsyncIterator, Awaitable, Callable
from typing import Any

import pytest

from shared.ids import MessageId, SessionId, TraceId
from shared.protocol import open_reply, open_user
from shared.settings import Settings
from shared.store.connection import StoreConnection
from tests.support.clients import People
from tests.support.edge_kit import Hand, LocalEdge, connected

ROOMY = {"rate_max_messages": 100_000, "max_connections_per_ip": 1000, "new_sessions_per_ip": 100_000}
StartEdge = Callable[..., Awaitable[LocalEdge]]
LongTalk = Callable[..., Awaitable[None]]
FILL = 1000
_FILL = """
for i = 2, #ARGV do
  local n = ARGV[1] + i - 2
  redis.call('XADD', KEYS[1], '*', 'k', n % 2 == 0 and 'u' or 'r', 'n', math.floor(n / 2) + 1, 'b', ARGV[i])
end
"""


@pytest.fixture
async def start_edge(
    make_settings: Callable[..., Settings], free_port: Callable[[], int]
) -> AsyncIterator[StartEdge]:
    """Start an edge: `await start_edge(max_message_chars=10)`. All are drained in the end."""
    edges: list[LocalEdge] = []

    async def start(*, ready: bool = True, **settings: Any) -> LocalEdge:
        ports = {"app_port": free_port(), "ws_port": free_port(), "drain_seconds": 1.0}
        edge = LocalEdge(make_settings(**{**ROOMY, **ports, **settings}))
        edges.append(edge)
        await edge.start(ready=ready)
        return edge

    yield start
    await asyncio.gather(*(edge.stop() for edge in edges))


@pytest.fixture
async def edge(start_edge: StartEdge) -> LocalEdge:
    """An edge with roomy limits."""
    return await start_edge()


@pytest.fixture
async def people(start_edge: StartEdge) -> AsyncIterator[People]:
    """Connections that are closed before the edges drain."""
    async with People() as people:
        yield people


@pytest.fixture
async def store(redis_url: str) -> AsyncIterator[StoreConnection]:
    """A connection of the test's own to the store."""
    async with connected(redis_url) as store:
        yield store


@pytest.fixture
def worker(store: StoreConnection) -> Hand:
    """A worker whose every step the test decides."""
    return Hand(store)


@pytest.fixture
def long_talk(store: StoreConnection) -> LongTalk:
    """Put a long conversation into the store: `await long_talk(sid, turns=1500, chars=400)`."""

    async def fill(sid: SessionId, *, turns: int, chars: int) -> None:
        bodies = []
        for number in range(turns):
            id, text = MessageId(f"m{number}"), "ñ" * chars
            bodies += [open_user(id, text), open_reply(id, TraceId(f"Usuario-1:m{number}"), 1, text, "llm")]
        for start in range(0, len(bodies), FILL):
            await store.call("EVAL", _FILL, 1, f"s:{sid}:log", start, *bodies[start : start + FILL])
        first = (await store.call("XRANGE", f"s:{sid}:log", "-", "+", "COUNT", 1))[0][0]
        await store.call("HSET", f"s:{sid}:turn", "user", 1, "n", turns, "seq", 2 * turns, "born", first)

    return fill
