"""What is left when all is quiet: the final logs, what stands in the store, what the processes wrote."""

from __future__ import annotations

import asyncio
import time
from collections.abc import Awaitable
from typing import cast

from bench.chaos.client import fetch
from bench.chaos.link import NoEdge
from bench.chaos.record import Account, Violation
from bench.chaos.scene import Scene
from bench.chaos.words import CANARY
from shared.keys import JOB, PERMITS, QUEUE

SETTLE_SECONDS = 5.0
"""How long the store may take to be empty of turns after the last reply."""

FETCH_TRIES = 3
FETCH_AT_ONCE = 16
_BAD_LINES = ("Traceback", "never retrieved", '"level":"error"', '"level":"critical"')
"""Whatever is hurt from outside is a warning at most: an error is a mistake of ours."""


async def fetch_logs(scene: Scene, accounts: list[Account]) -> None:
    """Write into each account its final log and export, as a fresh client gets them."""
    room = asyncio.Semaphore(FETCH_AT_ONCE)

    async def one(account: Account) -> None:
        for tries in range(FETCH_TRIES):
            try:
                async with room:
                    account.log, account.export, _ = await fetch(scene.edges, account.token)
                    return
            except (NoEdge, TimeoutError):
                if tries == FETCH_TRIES - 1:
                    raise

    await asyncio.gather(*(one(account) for account in accounts if account.token))


async def stranded(scene: Scene) -> list[Violation]:
    """Return what lies in the store although no turn is left, and what would stay for ever."""
    deadline = time.monotonic() + SETTLE_SECONDS
    while True:
        found = await _left_in_store(scene)
        if not found or time.monotonic() > deadline:
            return found
        await asyncio.sleep(0.1)


async def _left_in_store(scene: Scene) -> list[Violation]:
    found: list[Violation] = []
    async with scene.redis() as client:
        for name in (QUEUE, PERMITS):
            if members := await client.zrange(name, 0, -1, withscores=True):
                found += [Violation("stranded in the store", name, str(members[:5]))]
        async for raw in client.scan_iter(count=1000):
            key = raw.decode()
            if key.startswith(JOB) or key.endswith((":pend", ":part")):
                found.append(Violation("stranded in the store", key, "exists"))
            # redis-py types its asynchronous commands as perhaps synchronous.
            if key.endswith(":turn") and await cast(Awaitable[bool], client.hexists(key, "fence")):
                found.append(Violation("stranded in the store", key, "still has an owner"))
            if await client.ttl(key) == -1:
                found.append(Violation("key without a time to live", key, ""))
    return found


def processes(scene: Scene) -> list[Violation]:
    """Return processes that ended by themselves, and mistakes and words in their logs."""
    found = [
        Violation("process ended by itself", node.log.name, "; ".join(node.text().splitlines()[-3:])[-300:])
        for node in scene.died_alone()
    ]
    for node in (*scene.cluster.edges, *scene.cluster.workers):
        text = node.text()
        if CANARY in text:
            found.append(Violation("somebody's words in a log", node.log.name, ""))
        for line in text.splitlines():
            if any(bad in line for bad in _BAD_LINES):
                found.append(Violation("mistake in a log", node.log.name, line[-600:]))
                break
    return found
