"""All that runs: store, model, edges, workers; and what they look like from the outside."""

from __future__ import annotations

import asyncio
import contextlib
import io
import time
from collections.abc import AsyncIterator
from pathlib import Path

import redis.asyncio

from bench.chaos.link import Edges
from bench.chaos.record import Call, Frozen
from bench.chaos.words import model
from shared.embedded import EmbeddedStore
from tests.support.cluster import Cluster, Node
from tests.support.fake_llm import FakeLlm, Request

START_TRIES = 3

SETTINGS = {
    "lease_seconds": 1.0,
    "llm_timeout_seconds": 2.0,
    "llm_backoff_initial": 0.05,
    "llm_backoff_max": 0.3,
    "rate_max_messages": 100_000,
    "max_connections_per_ip": 100_000,
    "new_sessions_per_ip": 100_000,
}
"""Slow but sure: leases and back-offs are short, so that a run has time for many of them; limits that
would hide what is tested are out of the way."""


class Scene:
    """What runs. `workers` and `edges` are those that are ready and neither frozen nor leaving."""

    def __init__(self, store: EmbeddedStore, cluster: Cluster, llm: FakeLlm) -> None:
        self.store, self.cluster, self.llm = store, cluster, llm
        self.edges = Edges()
        self.workers: list[Node] = []
        self.ready = asyncio.Condition()
        """Notified when one more is ready."""
        self.names: dict[Node, str] = {}
        self.frozen: list[Frozen] = []
        self.storm_until = 0.0
        self.store_lock = asyncio.Lock()
        """One fault of the store at a time: a frozen one is not killed."""
        self.dismissed: set[Node] = set()
        """Processes that were ended on purpose."""

    def storm(self) -> bool:
        """Whether every call of the model fails now."""
        return time.monotonic() < self.storm_until

    async def back(self, nodes: list[Node], node: Node) -> None:
        """Count `node` among those that are ready."""
        async with self.ready:
            nodes.append(node)
            self.ready.notify_all()

    async def add_worker(self) -> None:
        """Start one more worker. It calls the model under its own name."""
        for tries in range(START_TRIES):
            name = f"w{len(self.cluster.workers)}"
            try:
                node = await self.cluster.start_worker(groq_api_key=name)
                break
            except AssertionError:
                if tries == START_TRIES - 1:
                    raise
        self.names[node] = name
        await self.back(self.workers, node)

    async def add_edge(self) -> None:
        """Start one more edge."""
        for tries in range(START_TRIES):
            try:
                await self.back(self.edges.open, await self.cluster.start_edge())
                return
            except AssertionError:
                # Two that start at once may have been given the same free port.
                if tries == START_TRIES - 1:
                    raise

    @contextlib.asynccontextmanager
    async def redis(self) -> AsyncIterator[redis.asyncio.Redis]:
        """Give a connection of the run's own."""
        async with redis.asyncio.Redis.from_url(self.store.url) as client:
            yield client

    async def sync_always(self) -> None:
        """Have every write on disk before it is answered.

        What is killed here comes back from its append-only file. With the default (`everysec`) the
        server may answer up to two seconds before it writes, while an earlier sync is under way: then
        a lost message would be the setting's fault, not ours. A restart forgets this, so it is said again.
        """
        async with self.redis() as client:
            await client.config_set("appendfsync", "always")

    def died_alone(self) -> list[Node]:
        """Return the processes that ended without being told to."""
        nodes = [*self.cluster.edges, *self.cluster.workers]
        return [node for node in nodes if not node.running and node not in self.dismissed]

    def calls(self) -> list[Call]:
        """Return what the model saw, in order."""
        return [_call(request) for request in self.llm.requests]


def _call(request: Request) -> Call:
    texts = [message["content"] for message in request.body["messages"] if message["role"] == "user"]
    return Call(
        number=request.number,
        worker=request.headers.get("authorization", "").removeprefix("Bearer "),
        trace=request.trace,
        users_text=tuple(texts),
        start=request.start,
        end=request.end or time.monotonic(),
        closed_early=request.closed_early,
    )


@contextlib.asynccontextmanager
async def scene(
    directory: Path, seed: int, *, edges: int, workers: int, max_in_flight: int
) -> AsyncIterator[Scene]:
    """Start everything in `directory`; leaving ends everything."""
    with EmbeddedStore(directory / "store") as store:
        async with FakeLlm() as llm, contextlib.AsyncExitStack() as stack:
            settings = {**SETTINGS, "llm_url": llm.url, "max_in_flight": max_in_flight}
            cluster = Cluster(directory, store.url, **settings)
            stack.push_async_callback(_close, cluster)
            running = Scene(store, cluster, llm)
            llm.script = model(seed, running.storm)
            await running.sync_always()
            starts = [running.add_edge() for _ in range(edges)] + [
                running.add_worker() for _ in range(workers)
            ]
            await asyncio.gather(*starts)
            yield running


async def _close(cluster: Cluster) -> None:
    # A cluster shows the end of every log, which helps a test and floods a report.
    with contextlib.redirect_stdout(io.StringIO()):
        await cluster.close()
