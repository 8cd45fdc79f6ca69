"""The WebSocket door, which also answers plain HTTP on the same port."""

from __future__ import annotations

import asyncio
import ssl
from collections.abc import Sequence
from http import HTTPStatus

from websockets.asyncio.server import Server, ServerConnection, serve
from websockets.exceptions import ConnectionClosed
from websockets.http11 import Request, Response
from websockets.protocol import State
from websockets.typing import Subprotocol

from edge.connections import Connections
from edge.doors import Proxies
from edge.http import Site, secure
from edge.outgoing import Outgoing
from edge.session import Conversation
from shared.errors import Refusal
from shared.framing import MAX_FRAME_BYTES, sniff_frame
from shared.protocol import GREETING_DELAY_SECONDS, SUBPROTOCOL, CloseCode
from shared.texts import wire

PATHS = frozenset({"/", "/ws"})
METHODS = frozenset({"GET", "HEAD"})
MAX_READ_BYTES = 4 * MAX_FRAME_BYTES
"""Up to here a frame that is too long gets an explanation; beyond, the connection just ends (1009)."""

CLOSE_SECONDS = 5.0
PING_SECONDS = 30.0
OPEN_SECONDS = 10.0


class WsPort:
    """Outgoing side of one WebSocket."""

    def __init__(self, ws: ServerConnection) -> None:
        self._ws = ws
        self._may_read = asyncio.Event()
        self._may_read.set()
        self._closing: asyncio.Task[None] | None = None

    def write(self, payload: bytes) -> None:
        """Send one text frame."""
        if self._ws.protocol.state is State.OPEN:
            self._ws.protocol.send_text(payload)
            self._ws.send_data()

    def write_piece(self, piece: bytes, *, first: bool, last: bool) -> None:
        """Send a fragment of one long text frame."""
        if self._ws.protocol.state is State.OPEN:
            if first:
                self._ws.protocol.send_text(piece, fin=last)
            else:
                self._ws.protocol.send_continuation(piece, fin=last)
            self._ws.send_data()

    def buffered(self) -> int:
        """Return how many bytes wait in this process."""
        return self._ws.transport.get_write_buffer_size()

    async def writable(self) -> None:
        """Wait until the buffer has run low, or the connection is closed."""
        try:
            await self._ws.drain()
        except ConnectionClosed:
            return

    def pause_reading(self) -> None:
        """Take no more input for now."""
        self._may_read.clear()

    def resume_reading(self) -> None:
        """Take input again."""
        self._may_read.set()

    async def may_read(self) -> None:
        """Wait until input is wanted."""
        await self._may_read.wait()

    def close(self, code: CloseCode, reason: str = "") -> None:
        """Send what is buffered and a close frame; CLOSE_SECONDS later the connection is cut."""
        self._may_read.set()
        if self._closing is None:
            loop = asyncio.get_running_loop()
            self._closing = loop.create_task(self._ws.close(code, reason))
            # The library's own bound begins only when all is sent, which is never if nobody reads.
            abort = loop.call_later(CLOSE_SECONDS, self._ws.transport.abort)
            self._closing.add_done_callback(lambda _: abort.cancel())


class WsDoor:
    """Accepts WebSockets and answers HTTP."""

    def __init__(self, connections: Connections, site: Site, proxies: Proxies) -> None:
        self._connections = connections
        self._site = site
        self._proxies = proxies

    async def listen(self, host: str, port: int, context: ssl.SSLContext | None) -> Server:
        """Listen on host and port. Raises OSError when it is taken."""
        return await serve(
            self._serve,
            host,
            port,
            ssl=context,
            process_request=self._on_request,
            process_response=self._on_response,
            subprotocols=[Subprotocol(SUBPROTOCOL)],
            select_subprotocol=_select_subprotocol,
            compression=None,  # 45 kB a connection, and nothing to gain on short texts
            server_header=None,
            # Timeouts
            open_timeout=OPEN_SECONDS,
            ping_interval=PING_SECONDS,
            ping_timeout=PING_SECONDS,
            close_timeout=CLOSE_SECONDS,
            # Limits
            max_size=MAX_READ_BYTES,
            max_queue=16,
            write_limit=32 * 1024,
            backlog=4096,
        )

    def _on_request(self, ws: ServerConnection, request: Request) -> Response | None:
        path = request.path.partition("?")[0]
        if request.method not in METHODS:
            return self._site.plain(HTTPStatus.METHOD_NOT_ALLOWED)
        if "websocket" not in request.headers.get("Upgrade", "").lower():
            return self._site.respond(path, request.headers)
        if self._connections.draining:
            return self._site.plain(HTTPStatus.SERVICE_UNAVAILABLE)
        if path not in PATHS:
            return self._site.plain(HTTPStatus.NOT_FOUND)
        if not self._site.allows(request.headers.get("Origin"), request.headers.get("Host")):
            return self._site.plain(HTTPStatus.FORBIDDEN)
        return None

    def _on_response(self, ws: ServerConnection, request: Request, response: Response) -> None:
        # Refusals of the library's own pass here too.
        if response.status_code != HTTPStatus.SWITCHING_PROTOCOLS:
            secure(response.headers)
        if request.method == "HEAD":
            response.body = b""

    async def _serve(self, ws: ServerConnection) -> None:
        port = WsPort(ws)
        json = ws.subprotocol == SUBPROTOCOL
        conversation = self._connections.opened(
            "ws", Outgoing(port), self._client(ws), sniff_frame, json=json
        )
        greeting = asyncio.get_running_loop().call_later(GREETING_DELAY_SECONDS, conversation.greet)
        try:
            await self._read(ws, port, conversation, greeting)
        except ConnectionClosed:
            pass
        finally:
            greeting.cancel()
            self._connections.closed("ws", conversation)

    async def _read(
        self, ws: ServerConnection, port: WsPort, conversation: Conversation, greeting: asyncio.TimerHandle
    ) -> None:
        while True:
            message = await ws.recv()
            greeting.cancel()
            if isinstance(message, bytes):
                conversation.refuse_frame(Refusal("bad_frame", wire.NOT_TEXT_FRAME))
            elif len(data := message.encode()) > MAX_FRAME_BYTES:
                conversation.too_long(data)
            else:
                conversation.receive(data)
            await port.may_read()

    def _client(self, ws: ServerConnection) -> str:
        peer = ws.remote_address
        host = str(peer[0]) if peer else ""
        forwarded = ws.request.headers.get_all("X-Forwarded-For") if ws.request else []
        return self._proxies.client(host, ",".join(forwarded))


def _select_subprotocol(ws: ServerConnection, offered: Sequence[Subprotocol]) -> Subprotocol | None:
    # A client that offers others, or none, is served in the mode its first frame shows.
    return Subprotocol(SUBPROTOCOL) if SUBPROTOCOL in offered else None
