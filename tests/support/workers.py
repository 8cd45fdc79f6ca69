"""Real workers in the test's own loop, each with a scripted model."""

from __future__ import annotations

import asyncio
from collections.abc import AsyncIterator, Callable
from contextlib import asynccontextmanager
from signal import SIGTERM
from typing import Any

import pytest

import shared.log
import worker.main
from shared.settings import Settings
from shared.store.queue import TurnQueue
from shared.store.turn import Turn, Word
from tests.support.turns import LLM_URL, PATIENCE_SECONDS, ScriptedLlm
from worker.engine import LeasedWorker

Hire = Callable[..., Any]


class Renewals:
    """How many turns each renewal was for, in order, over all workers."""

    def __init__(self, monkeypatch: pytest.MonkeyPatch) -> None:
        self.sizes: list[int] = []
        self._news = asyncio.Event()
        real = TurnQueue.renew

        async def renew(queue: TurnQueue, turns: list[Turn]) -> list[Word]:
            words = await real(queue, turns)
            self.sizes.append(len(turns))
            self._news.set()
            return words

        monkeypatch.setattr(TurnQueue, "renew", renew)

    async def until(self, enough: Callable[[list[int]], bool]) -> None:
        """Wait until `enough` holds for the sizes."""
        async with asyncio.timeout(PATIENCE_SECONDS):
            while not enough(self.sizes):
                self._news.clear()
                await self._news.wait()


class Worker:
    """A running worker. `ended` is the task of its whole life."""

    def __init__(self, settings: Settings, llm: ScriptedLlm) -> None:
        self.llm = llm
        self.engine = LeasedWorker(
            functions=worker.main.WorkerSettings.functions,
            on_startup=worker.main.startup,
            on_shutdown=worker.main.shutdown,
            handle_signals=False,
            ctx={"settings": settings},
        )
        self.ended = asyncio.create_task(self._live(), name="a worker's life")

    async def _live(self) -> None:
        try:
            await self.engine.async_run()
        finally:
            await self.engine.close()

    def signal(self) -> None:
        """Ask it to stop, as SIGTERM does."""
        self.engine.handle_sig(SIGTERM)

    async def wait_ended(self) -> None:
        """Wait until it has left, and raise what it died of."""
        async with asyncio.timeout(PATIENCE_SECONDS):
            await asyncio.wait([self.ended])
        self.ended.result()

    async def quit(self) -> None:
        """Make it leave at once."""
        if not self.ended.done():
            self.signal()
            self.signal()
        await self.wait_ended()


@asynccontextmanager
async def hiring(
    make_settings: Callable[..., Settings], monkeypatch: pytest.MonkeyPatch
) -> AsyncIterator[Hire]:
    """Give `hire(llm, **settings)`, which starts a worker; all leave in the end."""
    hired: list[Worker] = []
    models: dict[int, ScriptedLlm] = {}
    monkeypatch.setattr(worker.main, "HttpLlm", lambda settings: models[id(settings)])
    monkeypatch.setattr(shared.log, "configure", lambda level: None)
    monkeypatch.setattr(shared.log, "log_uncaught", lambda: None)
    monkeypatch.setattr(shared.log, "log_loop_errors", lambda loop: None)

    def hire(llm: ScriptedLlm | None = None, **settings: Any) -> Worker:
        found = make_settings(**{"llm_url": LLM_URL, **settings})
        models[id(found)] = llm or ScriptedLlm()
        hired.append(Worker(found, models[id(found)]))
        return hired[-1]

    yield hire
    for each in hired:
        await each.quit()
