"""A connection's operations on the store, one after the other, in a task that lives only while needed."""

from __future__ import annotations

import asyncio
from collections import deque
from collections.abc import Awaitable, Callable

Operation = Callable[[], Awaitable[None]]

MAX_OPERATIONS = 64
"""Operations waiting before no more input is read."""


class Pump:
    """Runs operations in order. An idle connection has no task."""

    __slots__ = ("_full", "_operations", "_relieved", "_running")

    def __init__(self, full: Callable[[], None], relieved: Callable[[], None]) -> None:
        self._operations: deque[Operation] = deque()
        self._running: asyncio.Task[None] | None = None
        self._full = full
        self._relieved = relieved

    def add(self, operation: Operation) -> None:
        """Run `operation`, which must not raise, after all that came before."""
        self._operations.append(operation)
        if self._running is None:
            self._running = asyncio.get_running_loop().create_task(self._run(), name="pump")
        if len(self._operations) == MAX_OPERATIONS:
            self._full()

    def clear(self) -> None:
        """Drop what has not begun."""
        self._operations.clear()

    async def idle(self) -> None:
        """Wait until nothing runs or waits. Cancelling the wait cancels nothing else."""
        if self._running is not None:
            await asyncio.shield(self._running)

    async def _run(self) -> None:
        try:
            while self._operations:
                operation = self._operations.popleft()
                if len(self._operations) == MAX_OPERATIONS - 1:
                    self._relieved()
                await operation()
        finally:
            self._running = None
