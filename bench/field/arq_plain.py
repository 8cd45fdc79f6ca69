"""arq as it comes: its worker polls the queue."""

from __future__ import annotations

from typing import Any

from arq.connections import ArqRedis, RedisSettings, create_pool
from arq.worker import Worker, func

from bench.field.contender import last, mark

EXTRA_SECONDS = 10
"""arq holds a job for `job_timeout` and so many seconds before another worker may take it."""


class ArqPlain:
    """Polls every `poll_seconds`."""

    def __init__(self, *, poll_seconds: float) -> None:
        self._poll = poll_seconds

    async def open(self, url: str) -> None:
        """Connect the enqueuing side."""
        self._pool: ArqRedis = await create_pool(RedisSettings.from_dsn(url))

    async def enqueue(self, id: str, hold: float) -> None:
        """Enqueue one job."""
        await self._pool.enqueue_job("hold", hold, _job_id=id)

    async def close(self) -> None:
        """Disconnect the enqueuing side."""
        await self._pool.aclose(close_connection_pool=True)

    def work(self, url: str, slots: int, patience: float | None) -> None:
        """Run a worker; `patience` becomes the job_timeout, which no job may outlast."""
        Worker(
            functions=[func(_hold, name="hold")],
            redis_settings=RedisSettings.from_dsn(url),
            max_jobs=slots,
            poll_delay=self._poll,
            job_timeout=patience or 300,
            keep_result=0,
            log_results=False,
        ).run()


async def _hold(ctx: dict[Any, Any], hold: float) -> None:
    mark(ctx["job_id"])
    await last(hold)
