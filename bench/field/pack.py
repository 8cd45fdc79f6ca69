"""Worker processes of one contender, and the marks that their handlers make."""

from __future__ import annotations

import asyncio
import contextlib
import sys
from asyncio.subprocess import PIPE, Process
from collections.abc import Iterable
from dataclasses import dataclass
from typing import Self

from bench.field.contender import Contender, make
from bench.figures import OUT
from shared.child import tied
from tests.support.env import ROOT, process_env

WARM_SECONDS = 0.2
START_SECONDS = 30.0


@dataclass(frozen=True, slots=True)
class Mark:
    """A handler's start. `at` is `time.monotonic()`."""

    pid: int
    at: float


class Pack:
    """Workers and the enqueuing side of a contender on one store. An async context manager."""

    def __init__(self, name: str, url: str, *, slots: int, patience: float | None = None) -> None:
        self.name = name
        self.contender: Contender = make(name)
        self.marks: dict[str, list[Mark]] = {}
        self.workers: list[Process] = []
        self._url, self._slots, self._patience = url, slots, patience
        self._readers: list[asyncio.Task[None]] = []
        self._news = asyncio.Condition()
        self._warmed = 0

    async def __aenter__(self) -> Self:
        await self.contender.open(self._url)
        return self

    async def __aexit__(self, *_exc: object) -> None:
        for worker in self.workers:
            await self.kill(worker)
        await asyncio.gather(*self._readers)
        await self.contender.close()

    async def start(self, count: int = 1) -> list[Process]:
        """Start so many more workers; return them when each has run a job."""
        patience = [] if self._patience is None else [str(self._patience)]
        command = [
            sys.executable,
            "-m",
            "bench.field.work",
            self.name,
            self._url,
            str(self._slots),
            *patience,
        ]
        OUT.mkdir(exist_ok=True)
        with (OUT / f"{self.name}.log").open("ab") as log:
            new = [
                await asyncio.create_subprocess_exec(
                    *tied(command), stdout=PIPE, stderr=log, cwd=ROOT, env=process_env()
                )
                for _ in range(count)
            ]
        self.workers += new
        self._readers += [asyncio.create_task(self._read(worker)) for worker in new]
        async with asyncio.timeout(START_SECONDS):
            while {worker.pid for worker in new} - self._seen():
                for _ in range(max(1, self._slots // 5)):  # some queues serve the first worker's slots first
                    self._warmed += 1
                    await self.contender.enqueue(f"warm{self._warmed}", WARM_SECONDS)
                await asyncio.sleep(WARM_SECONDS)
        await asyncio.sleep(2 * WARM_SECONDS)
        return new

    async def started(self, ids: Iterable[str], *, times: int = 1, within: float) -> bool:
        """Wait until the handlers of all these jobs have started so often; False when time is up."""
        wanted = set(ids)

        def all_there() -> bool:
            begun = {id for id in wanted if len(self.marks.get(id, ())) >= times}
            wanted.difference_update(begun)
            return not wanted

        with contextlib.suppress(TimeoutError):
            async with asyncio.timeout(within), self._news:
                await self._news.wait_for(all_there)
        return not wanted

    async def kill(self, worker: Process) -> None:
        """End a worker as a crash would."""
        with contextlib.suppress(ProcessLookupError):
            worker.kill()
        await worker.wait()

    def _seen(self) -> set[int]:
        return {mark.pid for marks in self.marks.values() for mark in marks}

    async def _read(self, worker: Process) -> None:
        assert worker.stdout is not None
        async for line in worker.stdout:
            id, _, at = line.decode().partition(" ")
            with contextlib.suppress(ValueError):  # whatever else a library prints
                self.marks.setdefault(id, []).append(Mark(worker.pid, float(at)))
                async with self._news:
                    self._news.notify_all()


def available(name: str) -> bool:
    """Tell whether a contender's library is installed."""
    try:
        make(name)
    except ImportError:
        return False
    return True
