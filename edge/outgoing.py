"""What a connection still has to send: bounded, paced, and cut off when nobody reads."""

from __future__ import annotations

from collections import deque
from collections.abc import AsyncIterator
from typing import Protocol

from shared.protocol import MAX_OUTGOING_BYTES, CloseCode, ErrorFrame, encode
from shared.texts.wire import error_text

PACE_BYTES = MAX_OUTGOING_BYTES // 4
"""A replay waits while more than this is unsent, so that live frames always find room."""

PIECE_BYTES = 16 * 1024

TOO_SLOW = ErrorFrame("slow_consumer", error_text("slow_consumer"))
"""The last word to who does not read."""


class Port(Protocol):
    """One transport's side of a connection. Nothing here raises when the other side has gone."""

    def write(self, payload: bytes) -> None:
        """Send one whole frame or line."""

    def write_piece(self, piece: bytes, *, first: bool, last: bool) -> None:
        """Send a part of one long frame."""

    def buffered(self) -> int:
        """Return how many bytes wait in this process."""

    async def writable(self) -> None:
        """Wait until the buffer has run low, or the connection is closed."""

    def pause_reading(self) -> None:
        """Take no more input for now."""

    def resume_reading(self) -> None:
        """Take input again."""

    def close(self, code: CloseCode, reason: str = "") -> None:
        """Send what is buffered, within a bounded time, and end the connection."""


class Outgoing:
    """Frames on their way out of one connection."""

    __slots__ = ("_cut_off", "_held", "_held_bytes", "_long", "port", "too_slow")

    def __init__(self, port: Port) -> None:
        self.port = port
        self.too_slow = encode(TOO_SLOW)
        """TOO_SLOW as this client understands it."""

        self._long = False
        self._held: deque[bytes] = deque()
        self._held_bytes = 0
        self._cut_off = False

    def send(self, payload: bytes) -> None:
        """Send one frame. Who lets MAX_OUTGOING_BYTES pile up is cut off."""
        if self._cut_off:
            return
        if self.port.buffered() + self._held_bytes + len(payload) > MAX_OUTGOING_BYTES:
            self._cut()
        elif self._long:
            self._held.append(payload)
            self._held_bytes += len(payload)
        else:
            self.port.write(payload)

    async def pace(self) -> None:
        """Wait while much is unsent."""
        if self.port.buffered() > PACE_BYTES:
            await self.port.writable()

    async def send_long(self, pieces: AsyncIterator[bytes]) -> None:
        """Send one frame of any size, piece by piece; other frames wait until it is whole."""
        self._long = True
        first = True
        try:
            async for piece in pieces:
                if self._cut_off:
                    return
                for start in range(0, len(piece), PIECE_BYTES):
                    self.port.write_piece(piece[start : start + PIECE_BYTES], first=first, last=False)
                    first = False
                    await self.pace()
            self.port.write_piece(b"", first=first, last=True)
        except BaseException:
            # A frame that cannot be finished cannot be followed by another one either.
            if not first:
                self.close(CloseCode.RESTART)
            raise
        finally:
            self._long = False
            self._release()

    def close(self, code: CloseCode, reason: str = "") -> None:
        """End the connection after what is buffered."""
        self._cut_off = True
        self.port.close(code, reason)

    def _release(self) -> None:
        while self._held and not self._cut_off:
            self.port.write(self._held.popleft())
        self._held.clear()
        self._held_bytes = 0

    def _cut(self) -> None:
        if not self._long:
            self.port.write(self.too_slow)
        self.close(CloseCode.SLOW_CONSUMER, "slow consumer")
