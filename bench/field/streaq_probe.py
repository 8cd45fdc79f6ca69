"""streaQ: a Redis stream with a consumer group; a dead worker's entries are claimed when idle."""

from __future__ import annotations

from contextlib import AsyncExitStack
from typing import Any

from streaq import Worker
from streaq.task import AsyncRegisteredTask

from bench.field.contender import last, mark


class StreaqProbe:
    """Tasks are registered on the worker object on both sides."""

    async def open(self, url: str) -> None:
        """Connect the enqueuing side."""
        self._stack = AsyncExitStack()
        worker, self._hold = _make(url)
        await self._stack.enter_async_context(worker)

    async def enqueue(self, id: str, hold: float) -> None:
        """Enqueue one task."""
        await self._hold.enqueue(id, hold)

    async def close(self) -> None:
        """Disconnect the enqueuing side."""
        await self._stack.aclose()

    def work(self, url: str, slots: int, patience: float | None) -> None:
        """Run a worker; `patience` becomes the idle_timeout, 60 s by default."""
        worker, _ = _make(url, concurrency=slots, idle_timeout=patience or 60)
        worker.run_sync()


def _make(url: str, **options: Any) -> tuple[Worker[Any], AsyncRegisteredTask[..., None]]:
    worker: Worker[Any] = Worker(url, anyio_kwargs={"use_uvloop": True}, **options)

    async def hold(id: str, seconds: float) -> None:
        mark(id)
        await last(seconds)

    return worker, worker.task(hold)
