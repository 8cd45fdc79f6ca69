"""The open connections of an edge: counted, limited, told when the edge goes away."""

from __future__ import annotations

import asyncio
from collections.abc import Callable

from edge.doors import Doors, address_of
from edge.outgoing import Outgoing
from edge.services import Services
from edge.session import Conversation
from shared.errors import Refusal
from shared.framing import Mode
from shared.protocol import CloseCode
from shared.texts.wire import error_text

RECONNECT_SPREAD_MS = 2000
"""People who are sent away come back over this time, not all at once."""


class Connections:
    """Makes a conversation for each connection and knows which are open."""

    def __init__(self, services: Services) -> None:
        self._services = services
        self._doors = Doors(services.settings.max_connections_per_ip)
        self._open: dict[Conversation, str] = {}
        self.draining = False
        """True once new connections are to go elsewhere."""

        self._empty = asyncio.Event()
        self._empty.set()

    def opened(
        self, transport: str, out: Outgoing, host: str, sniff: Callable[[bytes], Mode], *, json: bool = False
    ) -> Conversation:
        """Return the conversation of a new connection from `host`. Each needs a call of `closed`."""
        address = address_of(host)
        conversation = Conversation(self._services, out, address, sniff, json=json)
        self._open[conversation] = address
        self._empty.clear()
        self._services.metrics.connections.labels(transport).inc()
        if not self._doors.enter(address):
            self._refuse(conversation, "too_many_connections")
        elif self.draining:
            self._refuse(conversation, "going_away")
        return conversation

    def _refuse(self, conversation: Conversation, code: str) -> None:
        self._services.metrics.messages.labels(code).inc()
        limit = self._services.settings.max_connections_per_ip
        conversation.refuse(Refusal(code, error_text(code, limit=limit)))

    def closed(self, transport: str, conversation: Conversation) -> None:
        """Forget a connection."""
        conversation.closed()
        self._doors.leave(self._open.pop(conversation))
        if not self._open:
            self._empty.set()
        self._services.metrics.connections.labels(transport).dec()

    async def drain(self, seconds: float) -> None:
        """Send everybody elsewhere: finish what is under way, say `reconnect`, close."""
        self.draining = True
        for conversation in list(self._open):
            conversation.going_away(RECONNECT_SPREAD_MS)
        try:
            async with asyncio.timeout(seconds):
                for conversation in list(self._open):
                    await conversation.idle()
                for conversation in list(self._open):
                    conversation.disconnect(CloseCode.RESTART)
                await self._empty.wait()
        except TimeoutError:
            for conversation in list(self._open):
                conversation.disconnect(CloseCode.RESTART)
