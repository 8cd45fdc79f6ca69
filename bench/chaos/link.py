"""Connections of the people, and the list of edges they may try."""

from __future__ import annotations

import asyncio
import random

from websockets.asyncio.client import connect
from websockets.exceptions import InvalidHandshake

from tests.support.clients import LINE_BYTES, SUBPROTOCOL, Link, TcpLink, WsLink
from tests.support.cluster import Node

DIAL_SECONDS = 3.0
"""A frozen edge accepts connections (its kernel does) and then says nothing."""


class NoEdge(ConnectionError):
    """No edge answered."""


class Edges:
    """Where people can go. The edges come and go while they talk."""

    def __init__(self) -> None:
        self.open: list[Node] = []

    async def dial(self, rng: random.Random, transport: str) -> Link:
        """Connect to any edge. Raises NoEdge."""
        if not self.open:
            raise NoEdge
        edge = rng.choice(self.open)
        try:
            async with asyncio.timeout(DIAL_SECONDS):
                return await _dial(edge, transport)
        except (OSError, InvalidHandshake, EOFError) as error:  # TimeoutError is an OSError
            raise NoEdge from error


async def _dial(edge: Node, transport: str) -> Link:
    if transport == "tcp":
        return TcpLink(*await asyncio.open_connection("127.0.0.1", edge.app_port, limit=LINE_BYTES))
    ws = await connect(
        edge.url,
        subprotocols=[SUBPROTOCOL],
        compression=None,
        ping_interval=None,
        max_size=LINE_BYTES,
        close_timeout=1,
    )
    return WsLink(ws)
