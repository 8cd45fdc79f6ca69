"""A bench: turns of the real store, answered by a scripted model, with every step in sight."""

from __future__ import annotations

import asyncio
from collections.abc import Callable
from typing import Any

from shared.errors import StoreUnavailable
from shared.metrics import WorkerMetrics
from shared.protocol import LoggedReply
from shared.store.queue import TurnQueue
from shared.store.quota import ProviderQuota
from shared.store.turn import Turn, Word
from tests.support.turns import Desk, ScriptedLlm
from worker.held import Held
from worker.quota import Meter
from worker.turn import TurnRunner

NEVER = 1_000_000.0
"""A deadline that does not come; only the engine looks at it."""


class SpyQueue:
    """The real queue, with a look at what goes back and a hand on what comes back."""

    def __init__(self, real: TurnQueue) -> None:
        self.real = real
        self.given_back: list[tuple[float, bool, float]] = []
        self.gates: list[float] = []
        self.appended: list[str] = []
        self.settles = 0
        self.lose_answers = 0
        """So many answers are lost after the operation ran."""
        self.after_append: Callable[[], Any] | None = None

    async def append(self, turn: Turn, attempt: int, at: int, text: str) -> Word:
        """Append, noting the text."""
        word = await self.real.append(turn, attempt, at, text)
        self._answer()
        self.appended.append(text)
        if self.after_append:
            await self.after_append()
        return word

    async def settle(self, turn: Turn, reply: LoggedReply, **how: Any) -> bool:
        """Settle."""
        self.settles += 1
        more = await self.real.settle(turn, reply, **how)
        self._answer()
        return more

    async def give_back(self, turn: Turn, **how: Any) -> None:
        """Give back at once, noting when it would be due, whether it counts as a try, and the gate."""
        self.given_back.append((how.get("delay", 0.0), how.get("tried", True), how.get("gate", 0.0)))
        await self.real.give_back(turn, **{**how, "delay": 0.0, "gate": 0.0})

    async def close_gate(self, seconds: float) -> None:
        """Note that the gate was closed for all workers."""
        self.gates.append(seconds)

    def _answer(self) -> None:
        if self.lose_answers:
            self.lose_answers -= 1
            raise StoreUnavailable("the answer was lost")


class Bench:
    """A desk, and runners that answer what is claimed at it."""

    def __init__(self, desk: Desk) -> None:
        self.desk = desk
        self.queue = SpyQueue(desk.queue)
        self.metrics = WorkerMetrics()
        self.meter = Meter(ProviderQuota(desk.store, desk.settings), desk.settings)

    def hold(self, turn: Turn) -> Held:
        """Return the turn as an engine holds it."""
        return Held(turn, NEVER)

    async def run(self, llm: ScriptedLlm | None, held: Held | None = None) -> bool:
        """Answer `held`, or the one turn that is due."""
        held = held or self.hold(await self.desk.claim())
        queue: Any = self.queue
        runner = TurnRunner(queue, llm, self.meter, self.desk.settings, self.metrics)
        return await runner.run(held, hungry=lambda: True)

    def begin(self, llm: ScriptedLlm | None, held: Held) -> asyncio.Task[bool]:
        """Answer `held` in the background."""
        return asyncio.create_task(self.run(llm, held))

    def counted(self, name: str, **labels: str) -> float:
        """Return a figure."""
        return self.metrics.registry.get_sample_value(f"psicoia_{name}", labels) or 0.0
