"""Keeps a conversation going over connections that come and go."""

from __future__ import annotations

import asyncio
import json
import random
import secrets
import time
from collections.abc import Callable
from dataclasses import dataclass

from shared.chat.address import Address
from shared.chat.link import Link, open_link
from shared.chat.talk import Event, Frame, Talk

FIRST_DELAY = 0.3
LONGEST_DELAY = 15.0
SILENCE_SECONDS = 20.0
"""After so long without a frame a ping goes out; after as long again the connection counts as dead."""


@dataclass(frozen=True, slots=True)
class Down:
    """There is no connection. `lost`: there was one until now; `seconds` since there was one."""

    lost: bool
    seconds: float


Show = Callable[[Event | Down], None]


class Client:
    """Connects, resumes, repeats what has no ack. All methods belong to one event loop."""

    def __init__(self, address: Address, talk: Talk, show: Show, country: str | None = None) -> None:
        self.talk = talk
        self.country = country
        self._address = address
        self._show = show
        self._link: Link | None = None
        self._failures = 0
        self._not_before = 0.0  # monotonic: what the server asked for
        self._due: float | None = None  # monotonic: when the outbox goes again
        self._last_seen = time.monotonic()
        self._conversation: asyncio.Task[None] | None = None

    async def run(self) -> None:
        """Connect and listen, again and again, until cancelled."""
        while True:
            self._conversation = asyncio.create_task(self._connect())
            try:
                await asyncio.wait([self._conversation])
            finally:
                self._conversation.cancel()
                await asyncio.wait([self._conversation])  # it says goodbye to the server
            if self._conversation.cancelled():
                continue  # another conversation: connect at once
            self._conversation.result()
            was_up = self.talk.open
            self.talk.lost()
            self._show(Down(was_up, time.monotonic() - self._last_seen))
            await asyncio.sleep(self._delay())

    async def say(self, text: str) -> None:
        """Send `text`, now or when the connection is back."""
        frame = self.talk.say(secrets.token_hex(16), text)
        if self.talk.open:
            await self._send(frame)

    async def stop(self) -> bool:
        """End the reply that is being written or waited for; return False when there is none."""
        if not self.talk.writing:
            return False
        await self._send({"type": "stop", "id": self.talk.writing})
        return True

    async def erase(self) -> bool:
        """Ask the server to delete everything; return False without a connection."""
        return self.talk.open and await self._send({"type": "erase"})

    async def live_in(self, country: str) -> None:
        """Tell the server the person's country."""
        self.country = country
        await self._send({"type": "hello", "country": country})

    def switch(self, talk: Talk) -> None:
        """Go on with another conversation, over a new connection."""
        self.talk = talk
        if self._conversation:
            self._conversation.cancel()

    async def _connect(self) -> None:
        try:
            async with open_link(self._address) as link:
                self._link = link
                await self._listen(link)
        except OSError:
            pass  # refused, broken, silent or asked to come back: `run` tries again
        finally:
            self._link = None

    async def _listen(self, link: Link) -> None:
        hello = {"country": self.country} if self.country else {}
        await link.send(json.dumps(self.talk.hello(**hello)))
        doubted = False
        while True:
            try:
                async with asyncio.timeout(self._patience()):
                    text = await link.receive()
            except TimeoutError:
                if await self._flush_if_due():
                    continue
                if doubted:
                    raise
                doubted = True
                await link.send('{"type": "ping"}')
                continue
            doubted = False
            if text.startswith("{"):
                await self._receive(text)

    def _patience(self) -> float:
        if self._due is None:
            return SILENCE_SECONDS
        return min(SILENCE_SECONDS, max(0.0, self._due - time.monotonic()))

    async def _flush_if_due(self) -> bool:
        if self._due is None or time.monotonic() < self._due:
            return False
        await self._flush()
        return True

    async def _flush(self) -> None:
        self._due = None
        for frame in self.talk.due():
            await self._send(frame)

    async def _receive(self, text: str) -> None:
        try:
            frame = json.loads(text)
        except ValueError:
            return
        if not isinstance(frame, dict):
            return
        self._last_seen = time.monotonic()
        if frame.get("type") == "reconnect":
            self._failures = 0
            self._wait_at_least(frame.get("after_ms"), 0.001)
            raise ConnectionResetError
        was_open = self.talk.open
        for event in self.talk.receive(frame):
            self._show(event)
        welcome = frame.get("type") == "welcome"
        if welcome:
            self._failures, self._not_before = 0, 0.0
        elif frame.get("type") == "error" and "id" not in frame:
            self._wait_at_least(frame.get("retry_after"), 1)
        if welcome or self.talk.open > was_open:
            await self._flush()
        elif self.talk.retry_after is not None:
            self._due = time.monotonic() + self.talk.retry_after * random.uniform(1, 1.25)
            self.talk.retry_after = None

    def _wait_at_least(self, amount: object, unit: float) -> None:
        if isinstance(amount, int | float):
            self._not_before = time.monotonic() + max(0.0, amount * unit)

    def _delay(self) -> float:
        asked = self._not_before - time.monotonic()
        if self._not_before:
            self._not_before = 0.0
            return max(0.0, asked) + random.uniform(0, 0.1)
        ceiling = min(LONGEST_DELAY, FIRST_DELAY * 2.0**self._failures)
        self._failures += 1
        return ceiling * random.uniform(0.3, 1)

    async def _send(self, frame: Frame) -> bool:
        """Send `frame` if there is a connection; one that breaks shows itself to the listener."""
        try:
            if self._link:
                await self._link.send(json.dumps(frame, ensure_ascii=False))
                return True
        except OSError:
            pass
        return False
