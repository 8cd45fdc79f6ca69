"""One connection to the server: whole JSON frames as text, over WebSocket or TCP."""

from __future__ import annotations

import asyncio
import contextlib
from collections.abc import AsyncIterator
from typing import Protocol

from websockets.asyncio.client import ClientConnection, connect
from websockets.exceptions import ConnectionClosed, WebSocketException
from websockets.typing import Subprotocol

from shared.chat.address import Address

SUBPROTOCOL = Subprotocol("psicoia.v1+json")
CONNECT_SECONDS = 10.0
CLOSE_SECONDS = 1.0
MAX_FRAME_BYTES = 4 << 20
"""A `history` frame holds a whole conversation; everything else is far smaller."""


class Link(Protocol):
    """Both directions of a connection. Raises ConnectionError when it is gone."""

    async def send(self, text: str) -> None:
        """Send one frame."""

    async def receive(self) -> str:
        """Return the next frame. Cancelling loses nothing."""


class _WebSocketLink:
    def __init__(self, ws: ClientConnection) -> None:
        self._ws = ws

    async def send(self, text: str) -> None:
        try:
            await self._ws.send(text)
        except ConnectionClosed:
            raise ConnectionResetError from None

    async def receive(self) -> str:
        try:
            text = await self._ws.recv()
        except ConnectionClosed:
            raise ConnectionResetError from None
        return text if isinstance(text, str) else text.decode(errors="replace")


class _TcpLink:
    def __init__(self, reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
        self._reader, self._writer = reader, writer

    async def send(self, text: str) -> None:
        self._writer.write(text.encode() + b"\n")
        await self._writer.drain()

    async def receive(self) -> str:
        try:
            line = await self._reader.readline()
        except ValueError:  # longer than MAX_FRAME_BYTES
            raise ConnectionResetError from None
        if not line.endswith(b"\n"):
            raise ConnectionResetError
        return line.decode(errors="replace")


@contextlib.asynccontextmanager
async def open_link(address: Address) -> AsyncIterator[Link]:
    """Connect to `address`. Raises OSError (TimeoutError among them) when that fails."""
    if address.scheme == "tcp":
        async with asyncio.timeout(CONNECT_SECONDS):
            reader, writer = await asyncio.open_connection(address.host, address.port, limit=MAX_FRAME_BYTES)
        try:
            yield _TcpLink(reader, writer)
        finally:
            writer.close()
            with contextlib.suppress(OSError):
                await asyncio.wait_for(writer.wait_closed(), CLOSE_SECONDS)
        return
    try:
        ws = await connect(
            str(address),
            subprotocols=[SUBPROTOCOL],
            compression=None,
            max_size=MAX_FRAME_BYTES,
            open_timeout=CONNECT_SECONDS,
            close_timeout=CLOSE_SECONDS,
            ping_interval=None,  # the client watches for silence itself, over both transports
        )
    except WebSocketException as error:
        raise ConnectionRefusedError(type(error).__name__) from None
    try:
        yield _WebSocketLink(ws)
    finally:
        await ws.close()
