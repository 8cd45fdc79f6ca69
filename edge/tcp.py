"""The TCP door: lines in, lines out."""

from __future__ import annotations

import asyncio
import socket
import ssl
from collections.abc import Callable
from typing import cast

from edge.connections import Connections
from edge.outgoing import Outgoing
from edge.session import Conversation
from shared.framing import LineSplitter, Mode, looks_like_tls, sniff
from shared.protocol import GREETING_DELAY_SECONDS, CloseCode
from shared.texts import wire

CLOSE_SECONDS = 5.0
"""How long what is buffered may take to leave a closing connection."""

LOW_WATER_BYTES = 16 * 1024


class TcpPort:
    """Outgoing side of one TCP connection. A frame is a line."""

    def __init__(self, transport: asyncio.Transport) -> None:
        transport.set_write_buffer_limits(high=2 * LOW_WATER_BYTES, low=LOW_WATER_BYTES)
        self._transport = transport
        self._drained = asyncio.Event()
        self._drained.set()
        self._abort: asyncio.TimerHandle | None = None

    def write(self, payload: bytes) -> None:
        """Send one line."""
        if not self._transport.is_closing():
            self._transport.write(payload + b"\n")

    def write_piece(self, piece: bytes, *, first: bool, last: bool) -> None:
        """Send a part of one long line."""
        if not self._transport.is_closing():
            self._transport.write(piece + b"\n" if last else piece)

    def buffered(self) -> int:
        """Return how many bytes wait in this process."""
        return self._transport.get_write_buffer_size()

    async def writable(self) -> None:
        """Wait until the buffer has run low, or the connection is closed."""
        await self._drained.wait()

    def pause_reading(self) -> None:
        """Take no more input for now."""
        if not self._transport.is_closing():
            self._transport.pause_reading()

    def resume_reading(self) -> None:
        """Take input again."""
        if not self._transport.is_closing():
            self._transport.resume_reading()

    def close(self, code: CloseCode, reason: str = "") -> None:
        """Send what is buffered, within CLOSE_SECONDS, and end the connection."""
        if not self._transport.is_closing():
            self._transport.close()
            self._abort = asyncio.get_running_loop().call_later(CLOSE_SECONDS, self._transport.abort)

    def set_flowing(self, flowing: bool) -> None:
        """Note whether the buffer has run low."""
        (self._drained.set if flowing else self._drained.clear)()

    def gone(self) -> None:
        """The connection is closed: nobody waits any more."""
        self._drained.set()
        if self._abort is not None:
            self._abort.cancel()


class TcpConnection(asyncio.Protocol):
    """Incoming side of one TCP connection."""

    def __init__(self, connections: Connections) -> None:
        self._connections = connections
        self._lines = LineSplitter()
        self._seen_first = False
        self._start = b""

    def connection_made(self, transport: asyncio.BaseTransport) -> None:
        """Open a conversation; its greeting waits for a client that speaks JSON first."""
        self._transport = cast(asyncio.Transport, transport)
        if (sock := transport.get_extra_info("socket")) is not None:
            sock.setsockopt(socket.SOL_SOCKET, socket.SO_KEEPALIVE, 1)
        peer = transport.get_extra_info("peername")
        self._port = TcpPort(self._transport)
        host = peer[0] if isinstance(peer, tuple) else ""
        self._conversation: Conversation = self._connections.opened("tcp", Outgoing(self._port), host, sniff)
        loop = asyncio.get_running_loop()
        self._greeting = loop.call_later(GREETING_DELAY_SECONDS, self._greet)

    def data_received(self, data: bytes) -> None:
        """Take bytes in pieces of any size."""
        if not self._seen_first and self._is_other_protocol(data):
            return
        self._start = self._start or data[:1]
        for line in self._lines.feed(data):
            self._take(line)
        if self._lines.overflow:
            self._greeting.cancel()
            self._conversation.too_long(self._start)

    def _take(self, line: bytes) -> None:
        self._greeting.cancel()
        if not self._seen_first and sniff(line) is Mode.HTTP:
            self._turn_away(wire.NOT_HTTP)
        self._seen_first = True
        self._conversation.receive(line)

    def eof_received(self) -> bool:
        """Keep the connection for the answers still to come."""
        if (rest := self._lines.finish()) is not None:
            self._take(rest)
        self._conversation.end_of_input()
        return self._transport.get_extra_info("sslcontext") is None

    def pause_writing(self) -> None:
        """The client reads more slowly than we write."""
        self._port.set_flowing(False)

    def resume_writing(self) -> None:
        """The client has caught up."""
        self._port.set_flowing(True)

    def connection_lost(self, exc: Exception | None) -> None:
        """Forget the conversation."""
        self._greeting.cancel()
        self._port.gone()
        self._connections.closed("tcp", self._conversation)

    def _greet(self) -> None:
        # Who is typing is not interrupted, but nobody stays past a refusal by typing for ever.
        if self._conversation.refused or not self._lines.started:
            self._conversation.greet()

    def _is_other_protocol(self, data: bytes) -> bool:
        if not self._lines.started and looks_like_tls(data):
            self._turn_away(wire.NOT_TLS)
            return True
        return False

    def _turn_away(self, sentence: str) -> None:
        self._greeting.cancel()
        self._port.write(f"⚠ {sentence}".encode())
        self._conversation.disconnect(CloseCode.POLICY)


def tcp_factory(connections: Connections) -> Callable[[], TcpConnection]:
    """Return what `loop.create_server` calls for each connection."""
    return lambda: TcpConnection(connections)


async def listen_tcp(
    connections: Connections, host: str, port: int, context: ssl.SSLContext | None
) -> asyncio.Server:
    """Listen on host and port. Raises OSError when it is taken."""
    loop = asyncio.get_running_loop()
    return await loop.create_server(tcp_factory(connections), host, port, ssl=context, backlog=4096)
