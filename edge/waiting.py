"""Looks after connections that wait for an answer: tells them their place in the queue, and notices
when an event published for them never arrived.
"""

from __future__ import annotations

import asyncio
from collections.abc import Iterator, Sequence
from typing import Protocol, TypeVar

from shared.errors import StoreUnavailable
from shared.ids import SessionId
from shared.store.sessions import Sessions

LOOK_SECONDS = 0.5
"""An event that is still missing at the second look was lost: repaired within a second."""

LOOKS_PER_PLACE = 2
"""Places are told after a second, then at most once a second."""

MAX_ASKED = 500
"""Sessions asked about in one call: a script holds up the whole store while it runs."""

T = TypeVar("T")


class Waiter(Protocol):
    """A connection that waits for an answer."""

    def awaits(self) -> SessionId | None:
        """Return the session while an answer is owed, or None."""

    def waits_since(self) -> tuple[SessionId, float] | None:
        """Return the session and the loop's time since when its first word is missing, or None."""

    def reach(self, newest: int) -> None:
        """Take the seq of the session's newest event."""

    def place(self, position: int) -> None:
        """Take the session's place in the queue, from 1."""


class Waiting:
    """The connections of this edge that wait for an answer."""

    def __init__(self, sessions: Sessions) -> None:
        self._sessions = sessions
        self._waiters: set[Waiter] = set()

    def add(self, waiter: Waiter) -> None:
        """Begin to look after `waiter`."""
        self._waiters.add(waiter)

    def discard(self, waiter: Waiter) -> None:
        """Stop looking after it."""
        self._waiters.discard(waiter)

    async def run(self) -> None:
        """Look after everybody until cancelled."""
        look = 0
        while True:
            await asyncio.sleep(LOOK_SECONDS)
            look += 1
            try:
                await self._compare()
                if look % LOOKS_PER_PLACE == 0:
                    await self._tick()
            except StoreUnavailable:
                continue  # whoever waits learns of that elsewhere

    async def _compare(self) -> None:
        """Tell everybody how far their session has come."""
        awaiting: list[tuple[Waiter, SessionId]] = []
        for waiter in list(self._waiters):
            sid = waiter.awaits()
            if sid is None:
                self._waiters.discard(waiter)
            else:
                awaiting.append((waiter, sid))
        for batch in _batches(awaiting):
            newest = await self._sessions.newest([sid for _, sid in batch])
            for (waiter, _), seq in zip(batch, newest, strict=True):
                waiter.reach(seq)

    async def _tick(self) -> None:
        """Tell those who have waited a second their place."""
        before = asyncio.get_running_loop().time() - LOOK_SECONDS * LOOKS_PER_PLACE
        late: list[tuple[Waiter, SessionId]] = []
        for waiter in list(self._waiters):
            waits = waiter.waits_since()
            if waits and waits[1] <= before:
                late.append((waiter, waits[0]))
        for batch in _batches(late):
            places = await self._sessions.places([sid for _, sid in batch])
            for (waiter, _), position in zip(batch, places, strict=True):
                if position:
                    waiter.place(position)


def _batches(items: Sequence[T]) -> Iterator[Sequence[T]]:
    for start in range(0, len(items), MAX_ASKED):
        yield items[start : start + MAX_ASKED]
