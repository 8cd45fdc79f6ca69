"""Whether a connection to the store is up, and how long it is worth waiting for it."""

from __future__ import annotations

import asyncio
from time import monotonic

from shared.errors import StoreUnavailable

SILENCE_SECONDS = 2.0
"""A store that leaves a command unanswered for so long counts as down: a frozen one resets nothing."""


class Link:
    """Callers wait out the first SILENCE_SECONDS of an outage; after that they fail at once."""

    __slots__ = ("_down_since", "_up")

    def __init__(self) -> None:
        self._up = asyncio.Event()
        self._down_since = monotonic()

    @property
    def is_up(self) -> bool:
        """True while the connection works."""
        return self._up.is_set()

    def up(self) -> None:
        """The connection works."""
        self._up.set()

    def down(self, *, since: float | None = None) -> bool:
        """The connection is lost, `since` a monotonic time; False if it was already."""
        if not self._up.is_set():
            return False
        self._up.clear()
        self._down_since = monotonic() if since is None else since
        return True

    async def wait(self) -> None:
        """Return when the connection works. Raises StoreUnavailable when that takes too long."""
        if self._up.is_set():
            return
        patience = self._down_since + SILENCE_SECONDS - monotonic()
        try:
            async with asyncio.timeout(max(0.0, patience)):
                await self._up.wait()
        except TimeoutError:
            raise StoreUnavailable("the store is down") from None
        if not self._up.is_set():
            # Up and down again before this caller woke: what it sent now would never leave.
            raise StoreUnavailable("the store is down")
