"""A client that follows a session over as many connections as it takes."""

from __future__ import annotations

import asyncio
import contextlib
import json
import random
import time
from collections.abc import Callable
from typing import Any

from websockets.exceptions import ConnectionClosed

from bench.chaos.link import Edges, NoEdge
from bench.chaos.record import Frame
from bench.chaos.view import View
from tests.support.links import Link, Transport

SILENCE_SECONDS = 3.0
"""After so long without a word a client asks for a sign of life, and then tries another edge."""

PONG_SECONDS = 2.0
TICK_SECONDS = 0.2
WELCOME_SECONDS = 12.0
"""An edge that answers pings must welcome its clients; no outage of the store here lasts so long."""


class Client:
    """Connects, resumes with session and since, hops to other edges at random moments.

    Subclasses say what they want with `speak` and `finished`.
    """

    def __init__(self, edges: Edges, rng: random.Random, quiet: asyncio.Event, *, token: str = "") -> None:
        self.view = View()
        self.token = token
        self.user = ""
        self.known = asyncio.Event()
        """Set when the session has a key."""
        self.connections = 0
        self.welcomed_at = 0.0
        """When the present connection was welcomed, by the wall clock."""
        self.lost_at = 0.0
        """When a connection was last lost while it was needed."""
        self._edges = edges
        self._rng = rng
        self._quiet = quiet
        self.hops = False
        """Whether it goes to another edge now and then, until `quiet` is set."""
        self._link: Link | None = None
        self._news = asyncio.Event()
        self._heard_at = 0.0
        self._welcomed = False
        self._left = False
        self._hop_after = 0

    # What subclasses add

    def finished(self) -> bool:
        """Whether there is nothing more to do."""
        raise NotImplementedError

    def taken(self, frame: Frame) -> None:
        """Look at a frame the view has taken."""

    def arrived(self) -> None:
        """A new connection was opened and said hello."""

    def lost(self) -> None:
        """A connection ended before all was done."""

    async def speak(self) -> None:
        """Send what is due."""

    # Running

    async def run(self) -> None:
        """Go on until finished."""
        while not self.finished():
            with contextlib.suppress(OSError, ConnectionClosed):
                await self._visit()
            self._link = None
            await asyncio.sleep(self._rng.uniform(0.01, 0.15))

    def cut(self) -> None:
        """Break the connection off, as a lost network does."""
        if self._link is not None:
            self._link.abort()

    async def send(self, type: str, **fields: Any) -> None:
        """Send one frame."""
        assert self._link is not None
        await self._link.send(json.dumps({"type": type, **fields}, ensure_ascii=False))

    async def _visit(self) -> None:
        transport: Transport = "tcp" if self._rng.random() < 0.4 else "ws"
        self._link = link = await self._edges.dial(self._rng, transport)
        self.connections += 1
        self._heard_at = time.monotonic()
        self._welcomed = self._left = False
        self._hop_after = self._rng.randint(5, 150) if self.hops else 1_000_000_000
        self.view.connected()
        reader = asyncio.create_task(self._read(link), name="chaos-reader")
        try:
            resume = {"session": self.token, "since": self.view.since} if self.token else {}
            await self.send("hello", **{name: value for name, value in resume.items() if value})
            self.arrived()
            await self._stay(reader)
        finally:
            if not self.finished():
                self.lost_at = time.monotonic()
                self.lost()
            await self._leave(link, reader)

    async def _stay(self, reader: asyncio.Task[None]) -> None:
        pinged, opened = 0.0, time.monotonic()
        while not (self.finished() or self._left or reader.done()):
            # Only a session whose key is known can be spoken to before its welcome.
            if self._welcomed or self.token:
                await self.speak()
            self._news.clear()
            with contextlib.suppress(TimeoutError):
                async with asyncio.timeout(TICK_SECONDS):
                    await self._news.wait()
            now = time.monotonic()
            if not self._welcomed and now - opened > WELCOME_SECONDS:
                self.view.complain("no welcome", f"after {WELCOME_SECONDS:.0f} s")
                return
            if now - self._heard_at < SILENCE_SECONDS:
                pinged = 0.0
            elif not pinged:
                pinged = now
                await self.send("ping", t=1)
            elif now - pinged > PONG_SECONDS:
                return

    async def _leave(self, link: Link, reader: asyncio.Task[None]) -> None:
        if self._rng.random() < 0.7:
            link.abort()
        reader.cancel()
        with contextlib.suppress(asyncio.CancelledError, OSError):
            await reader
        with contextlib.suppress(OSError, TimeoutError, ConnectionClosed):
            async with asyncio.timeout(2):
                await link.aclose()

    async def _read(self, link: Link) -> None:
        try:
            async for text in link.texts():
                if text.startswith("{"):
                    self._take(json.loads(text))
                    self._heard_at = time.monotonic()
                    self._news.set()
                    self._hop_after -= 1
                    if self._hop_after <= 0 and not self._quiet.is_set():
                        self._left = True
                    if self._left:
                        return
        finally:
            self._news.set()

    def _take(self, frame: Frame) -> None:
        self.view.take(frame)
        if frame["type"] == "welcome":
            self.token, self.user = frame["session"], frame["user"]
            self._welcomed = True
            self.welcomed_at = time.time()
            self.known.set()
        elif frame["type"] == "reconnect":
            self._left = True
        self.taken(frame)


class Watcher(Client):
    """A second device of a session: it says nothing and must see everything."""

    def __init__(self, edges: Edges, rng: random.Random, quiet: asyncio.Event, token: str) -> None:
        super().__init__(edges, rng, quiet, token=token)
        self.hops = True
        self.seen = asyncio.Event()
        self._done = False

    def leave(self) -> None:
        """It has seen enough."""
        self._done = True
        self._news.set()

    def finished(self) -> bool:
        """Whether it was told to leave."""
        return self._done

    async def until(self, holds: Callable[[], bool]) -> None:
        """Wait until `holds`; it is looked at after whatever was received, and now and then."""
        while not holds():
            self.seen.clear()
            with contextlib.suppress(TimeoutError):
                async with asyncio.timeout(TICK_SECONDS):
                    await self.seen.wait()

    def taken(self, frame: Frame) -> None:
        """Have whoever waits look."""
        self.seen.set()

    def replied(self) -> set[str]:
        """Return the ids of the replies it has seen."""
        return {event["id"] for event in self.view.events if event["type"] == "reply"}


async def fetch(edges: Edges, token: str) -> tuple[list[Frame], list[Frame], Frame]:
    """Return a session's whole log, its export and its welcome, as a fresh client gets them.

    Raises NoEdge, or TimeoutError when no answer comes.
    """
    link = await edges.dial(random.Random(0), "ws")
    log: list[Frame] = []
    welcome: Frame = {}
    try:
        async with asyncio.timeout(20):
            await link.send(json.dumps({"type": "hello", "session": token}))
            await link.send(json.dumps({"type": "export"}))
            async for text in link.texts():
                frame = json.loads(text)
                if frame["type"] == "welcome":
                    welcome = frame
                elif frame["type"] == "history":
                    return log, frame["events"], welcome
                else:
                    log.append(frame)
        raise NoEdge
    finally:
        await link.aclose()
