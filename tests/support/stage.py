"""A whole PsicoIA for a test: store, edges, workers and a model that does as it is told."""

from __future__ import annotations

import asyncio
import json
import sys
from collections.abc import AsyncIterator, Iterator
from contextlib import asynccontextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import redis.asyncio

from shared.embedded import EmbeddedStore
from tests.support.cluster import Cluster, Node
from tests.support.fake_llm import FakeLlm, Request

ROOMY = {
    "rate_max_messages": 100_000,
    "max_connections_per_ip": 1000,
    "new_sessions_per_ip": 100_000,
    "llm_timeout_seconds": 60,  # a test may hold the model's next word back for as long as it likes
}
"""Limits that are out of the way of whoever does not test them."""


@dataclass(frozen=True, slots=True)
class Stage:
    """What plays. `llm` is in the test's own loop."""

    store: EmbeddedStore
    cluster: Cluster
    llm: FakeLlm

    @property
    def edges(self) -> list[Node]:
        """The edges that run."""
        return [node for node in self.cluster.edges if node.running]

    @property
    def workers(self) -> list[Node]:
        """The workers that run."""
        return [node for node in self.cluster.workers if node.running]

    @asynccontextmanager
    async def redis(self) -> AsyncIterator[redis.asyncio.Redis]:
        """Give a connection of the test's own to the store."""
        async with redis.asyncio.Redis.from_url(self.store.url) as client:
            yield client

    def calls_of(self, user: str) -> list[Request]:
        """Return the model's requests for messages of `user` ("Usuario-17"), in order."""
        return [request for request in self.llm.requests if request.trace.split(":")[0] == user]

    def logged(self, event: str, **fields: Any) -> list[dict[str, Any]]:
        """Return the workers' log lines of this event with these fields."""
        lines = (line for node in self.cluster.workers for line in log_lines(node))
        return [line for line in lines if {"event": event, **fields}.items() <= line.items()]

    async def log_of(self, event: str, **fields: Any) -> dict[str, Any]:
        """Return the one such line; a worker writes it after the person has the reply."""
        await self.cluster.workers[0].until(lambda: bool(self.logged(event, **fields)), f"{event} in a log")
        (line,) = self.logged(event, **fields)
        return line


@asynccontextmanager
async def staged(
    directory: Path, store: EmbeddedStore, *, edges: int = 1, workers: int = 1, **settings: Any
) -> AsyncIterator[Stage]:
    """Empty the store and play on it with so many edges and workers."""
    if not store.running:
        await asyncio.to_thread(store.restart)
    async with redis.asyncio.Redis.from_url(store.url) as client:
        await client.flushall()
    async with FakeLlm() as llm:
        everyone = {**ROOMY, "llm_url": llm.url, **settings}
        async with Cluster(directory, store.url, **everyone) as cluster:
            await cluster.start(edges=edges, workers=workers)
            yield Stage(store, cluster, llm)


def report(line: str) -> None:
    """Leave a measured figure in the test's output (`pytest -s`, or `-rP`)."""
    sys.stdout.write(f"{line}\n")


def log_lines(node: Node) -> Iterator[dict[str, Any]]:
    """Yield the JSON lines a process has logged; other output is left out."""
    for line in node.text().splitlines():
        if line.startswith("{") and line.endswith("}"):
            yield json.loads(line)
