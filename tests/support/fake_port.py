"""The outgoing side of a connection without a transport."""

from __future__ import annotations

import asyncio
from typing import Any

import msgspec

from shared.protocol import CloseCode


class FakePort:
    """Keeps what is written. With `reads` False nothing leaves the buffer until `read_all`."""

    def __init__(self, *, reads: bool = True) -> None:
        self.written: list[bytes] = []
        self.pieces: list[tuple[bytes, bool, bool]] = []
        self.closed: CloseCode | None = None
        self.reading = True
        self.peak = 0
        self._reads = reads
        self._waiting = 0
        self._drained = asyncio.Event()

    @property
    def frames(self) -> list[dict[str, Any]]:
        """What was written, as JSON frames."""
        return [msgspec.json.decode(payload) for payload in self.written]

    @property
    def lines(self) -> list[str]:
        """What was written, as text."""
        return [payload.decode() for payload in self.written]

    def kinds(self) -> list[str]:
        """Return the types of the frames written."""
        return [frame["type"] for frame in self.frames]

    def read_all(self) -> None:
        """Let the client read what waits."""
        self._waiting = 0
        self._drained.set()

    def write(self, payload: bytes) -> None:
        """Keep one frame."""
        self.written.append(payload)
        self._wait(payload)

    def write_piece(self, piece: bytes, *, first: bool, last: bool) -> None:
        """Keep a piece; the last one makes the frame."""
        self.pieces.append((piece, first, last))
        self._wait(piece)
        if last:
            self.written.append(b"".join(part for part, _, _ in self.pieces))

    def buffered(self) -> int:
        """Return what the client has not read."""
        return self._waiting

    async def writable(self) -> None:
        """Wait for the client to read."""
        if self.closed is None:
            self._drained.clear()
        await self._drained.wait()

    def pause_reading(self) -> None:
        """Note it."""
        self.reading = False

    def resume_reading(self) -> None:
        """Note it."""
        self.reading = True

    def close(self, code: CloseCode, reason: str = "") -> None:
        """Note the first code."""
        self.closed = self.closed or code
        self._drained.set()

    def _wait(self, payload: bytes) -> None:
        if not self._reads:
            self._waiting += len(payload)
            self.peak = max(self.peak, self._waiting)
