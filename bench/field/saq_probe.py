"""SAQ: every free slot of a worker waits on the list with a connection of its own."""

from __future__ import annotations

import asyncio
from typing import Any

from saq import Queue, Worker
from saq.job import Job

from bench.field.contender import BEAT_SECONDS, last, mark


class SaqProbe:
    """With `patience`, jobs send heartbeats themselves, as SAQ wants it."""

    async def open(self, url: str) -> None:
        """Connect the enqueuing side."""
        self._queue = Queue.from_url(url)
        await self._queue.connect()

    async def enqueue(self, id: str, hold: float) -> None:
        """Enqueue one job; by default SAQ neither lets it last 60 s nor tries it twice."""
        await self._queue.enqueue("_hold", key=id, hold=hold, timeout=0, heartbeat=3, retries=5)

    async def close(self) -> None:
        """Disconnect the enqueuing side."""
        await self._queue.disconnect()

    def work(self, url: str, slots: int, patience: float | None) -> None:
        """Run a worker; with `patience` the sweep for stuck jobs runs every second instead of every 60."""
        asyncio.run(self._work(url, slots, patience))

    async def _work(self, url: str, slots: int, patience: float | None) -> None:
        worker: Worker[Any] = Worker(
            Queue.from_url(url),
            [_hold if patience is None else ("_hold", _hold_beating)],
            concurrency=slots,
            timers={"schedule": 1, "worker_info": 10, "abort": 1, "sweep": 60 if patience is None else 1},
        )
        await worker.start()


async def _hold(ctx: dict[str, Any], *, hold: float) -> None:
    job: Job = ctx["job"]
    mark(job.key)
    await last(hold)


async def _hold_beating(ctx: dict[str, Any], *, hold: float) -> None:
    job: Job = ctx["job"]
    mark(job.key)
    for _ in range(int(hold / BEAT_SECONDS)):
        await last(BEAT_SECONDS)
        await job.update()
