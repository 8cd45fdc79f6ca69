"""Connections to an edge as tests hold them: texts out, texts in, closed or torn off."""

from __future__ import annotations

import asyncio
import contextlib
from collections.abc import AsyncIterator
from typing import Literal, Protocol

from websockets.asyncio.client import ClientConnection, connect
from websockets.exceptions import ConnectionClosed
from websockets.typing import Subprotocol

from tests.support.cluster import Node

LINE_BYTES = 2**22
SUBPROTOCOL = Subprotocol("psicoia.v1+json")

Transport = Literal["ws", "ws-bare", "tcp"]
"""WebSocket with and without the subprotocol, TCP."""


class Link(Protocol):
    """One connection: texts out and in. `close_code` is set after the end of a WebSocket."""

    close_code: int | None

    async def send(self, text: str) -> None:
        """Send one frame or line."""
        ...

    def texts(self) -> AsyncIterator[str]:
        """Yield what comes in until the connection ends, however it ends."""
        ...

    def abort(self) -> None:
        """Break the connection off, as a lost network does."""

    async def aclose(self) -> None:
        """Close and wait until it is closed."""


class WsLink:
    """A WebSocket."""

    def __init__(self, ws: ClientConnection) -> None:
        self._ws = ws
        self.close_code: int | None = None

    async def send(self, text: str) -> None:
        """Send one frame."""
        await self._ws.send(text)

    async def texts(self) -> AsyncIterator[str]:
        """Yield frames."""
        with contextlib.suppress(ConnectionClosed):
            while True:
                yield str(await self._ws.recv())
        self.close_code = self._ws.close_code

    def abort(self) -> None:
        """Break it off."""
        self._ws.transport.abort()

    async def aclose(self) -> None:
        """Close it."""
        await self._ws.close()
        await self._ws.wait_closed()


class TcpLink:
    """A TCP connection of lines."""

    def __init__(self, reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
        self._reader, self._writer = reader, writer
        self.close_code: int | None = None

    async def send(self, text: str) -> None:
        """Send one line."""
        self._writer.write(f"{text}\n".encode())
        await self._writer.drain()

    async def texts(self) -> AsyncIterator[str]:
        """Yield lines without their ends."""
        with contextlib.suppress(OSError):
            while line := await self._reader.readline():
                yield line.decode().removesuffix("\n")

    def abort(self) -> None:
        """Break it off."""
        self._writer.transport.abort()

    async def aclose(self) -> None:
        """Close it."""
        self._writer.close()
        with contextlib.suppress(OSError):
            await self._writer.wait_closed()


async def open_link(edge: Node, transport: Transport) -> Link:
    """Connect to an edge."""
    if transport == "tcp":
        return TcpLink(*await asyncio.open_connection("127.0.0.1", edge.app_port, limit=LINE_BYTES))
    subprotocols = [SUBPROTOCOL] if transport == "ws" else None
    ws = await connect(
        edge.url, subprotocols=subprotocols, compression=None, ping_interval=None, max_size=LINE_BYTES
    )
    return WsLink(ws)
