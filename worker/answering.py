"""The reply of one turn on its way to the person: shown piece by piece, settled once."""

from __future__ import annotations

import asyncio
from collections.abc import Awaitable, Callable
from typing import TypeVar

from shared.errors import LeaseLost, StoreUnavailable
from shared.protocol import Delta, LoggedReply, Source
from shared.store.queue import TurnQueue
from shared.store.turn import Outcome, Word
from worker.held import Held, Interrupt
from worker.speech import Speech

STORE_PATIENCE_SECONDS = 60.0
"""How long a finished reply waits for a store that is down before the turn is left to others."""

STORE_PAUSE_SECONDS = 0.05

T = TypeVar("T")


class Answering:
    """The reply of one turn as far as it was shown. Raises LeaseLost once the turn is another's."""

    def __init__(self, queue: TurnQueue, held: Held, speech: Speech) -> None:
        self.speech = speech
        self._queue = queue
        self._held = held
        self.attempt = held.turn.attempt
        self.text = held.turn.shown.text if held.turn.shown else ""
        self._last = ""

    async def show(self, text: str) -> None:
        """Append `text` for the person to see."""
        word = await self._patiently(
            lambda: self._queue.append(self._held.turn, self.attempt, len(self.text), text)
        )
        self.text += text
        if word is Word.LOST:
            self._held.interrupt(Interrupt.LOST)
        elif word is Word.STOP:
            self._held.interrupt(Interrupt.STOP)

    def finish(self, text: str) -> None:
        """Add the last piece: it is shown by `settle`, in one step with the reply."""
        self._last = text

    def replace(self, text: str) -> None:
        """Finish with `text` instead of all that was shown before."""
        if self.text:
            self.attempt += 1
            self.text = ""
        self.finish(text)

    async def settle(self, source: Source, *, hungry: bool, outcome: Outcome) -> bool:
        """Make what was shown, and the last piece, the reply; True when more turns are due."""
        turn = self._held.turn
        last = None
        if self._last:
            last = Delta(turn.question.id, self.attempt, len(self.text), self._last)
            self.text += self._last
        reply = LoggedReply(
            id=turn.question.id,
            trace_id=turn.trace,
            attempt=self.attempt,
            text=self.text,
            source=source,
            stopped=self._held.interrupted is Interrupt.STOP,
        )
        return await self._patiently(
            lambda: self._queue.settle(
                turn, reply, hungry=hungry, last=last, outcome=outcome, raised=self.speech.raised
            )
        )

    async def _patiently(self, operation: Callable[[], Awaitable[T]]) -> T:
        """Repeat an idempotent operation while the store is away. Raises LeaseLost, StoreUnavailable."""
        loop = asyncio.get_running_loop()
        until = loop.time() + STORE_PATIENCE_SECONDS
        while True:
            if self._held.interrupted is Interrupt.LOST:
                raise LeaseLost("interrupted")
            try:
                return await operation()
            except StoreUnavailable:
                if loop.time() > until:
                    raise
                await asyncio.sleep(STORE_PAUSE_SECONDS)
