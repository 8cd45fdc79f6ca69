"""Connections of the people, and the list of edges they may try."""

from __future__ import annotations

import asyncio
import random

from websockets.exceptions import InvalidHandshake

from tests.support.cluster import Node
from tests.support.links import Link, Transport, open_link

DIAL_SECONDS = 3.0
"""A frozen edge accepts connections (its kernel does) and then says nothing."""


class NoEdge(ConnectionError):
    """No edge answered."""


class Edges:
    """Where people can go. The edges come and go while they talk."""

    def __init__(self) -> None:
        self.open: list[Node] = []

    async def dial(self, rng: random.Random, transport: Transport) -> Link:
        """Connect to any edge. Raises NoEdge."""
        if not self.open:
            raise NoEdge
        edge = rng.choice(self.open)
        try:
            async with asyncio.timeout(DIAL_SECONDS):
                return await open_link(edge, transport)
        except (OSError, InvalidHandshake, EOFError) as error:  # TimeoutError is an OSError
            raise NoEdge from error
