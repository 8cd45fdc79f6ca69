"""Tells people their place in the queue: after a second, then once a second when it changes."""

from __future__ import annotations

import asyncio
from typing import Protocol

from shared.errors import StoreUnavailable
from shared.ids import SessionId
from shared.store.sessions import Sessions

TICK_SECONDS = 1.0
MAX_ASKED = 500
"""Sessions asked about in one call: a script holds up the whole store while it runs."""


class Waiter(Protocol):
    """A connection that waits for an answer."""

    def waits_since(self) -> tuple[SessionId, float] | None:
        """Return the session and the loop's time since when it waits, or None."""

    def place(self, position: int) -> None:
        """Take the session's place in the queue, from 1."""


class Waiting:
    """The connections of this edge that wait for an answer."""

    def __init__(self, sessions: Sessions) -> None:
        self._sessions = sessions
        self._waiters: set[Waiter] = set()

    def add(self, waiter: Waiter) -> None:
        """Begin to tell `waiter` its place."""
        self._waiters.add(waiter)

    def discard(self, waiter: Waiter) -> None:
        """Stop telling it."""
        self._waiters.discard(waiter)

    async def run(self) -> None:
        """Tick until cancelled."""
        while True:
            await asyncio.sleep(TICK_SECONDS)
            try:
                await self._tick()
            except StoreUnavailable:
                continue  # whoever waits learns of that elsewhere

    async def _tick(self) -> None:
        before = asyncio.get_running_loop().time() - TICK_SECONDS
        late: list[tuple[Waiter, SessionId]] = []
        for waiter in list(self._waiters):
            waits = waiter.waits_since()
            if waits is None:
                self._waiters.discard(waiter)
            elif waits[1] <= before:
                late.append((waiter, waits[0]))
        for start in range(0, len(late), MAX_ASKED):
            batch = late[start : start + MAX_ASKED]
            places = await self._sessions.places([sid for _, sid in batch])
            for (waiter, _), position in zip(batch, places, strict=True):
                if position:
                    waiter.place(position)
