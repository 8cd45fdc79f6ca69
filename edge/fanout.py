"""The one pub/sub connection of an edge, fanned out to the connections it serves.

One for all, because a subscription per client would cost the store a socket each. It is watched: the
edge publishes to a channel of its own, and when that falls silent the connection is rebuilt, all
sessions subscribed again in batches, and every listener told to catch up from its log: pub/sub is
only the fast path.
"""

from __future__ import annotations

import asyncio
import contextlib
import random
import secrets
from collections import deque
from collections.abc import Callable
from itertools import islice
from time import monotonic
from typing import Protocol

import structlog
from redis.exceptions import RedisError

from shared.errors import StoreError, StoreUnavailable
from shared.ids import SessionId
from shared.keys import PROBE, live_channel
from shared.seal import Seal
from shared.store.connection import StoreConnection, make_connection
from shared.store.events import Event, parse_event
from shared.store.link import SILENCE_SECONDS, Link

log = structlog.get_logger("psicoia.fanout")

PROBE_SECONDS = 1.0
PROBE_SILENCE_SECONDS = 3.5
BATCH_CHANNELS = 500
RECONNECT_SECONDS = 0.25


class Listener(Protocol):
    """A connection of a session on this edge. Its methods must not block or raise."""

    def live(self, event: Event) -> None:
        """Take one live event, opened."""

    def missed(self) -> None:
        """Events may have been lost: catch up from the log."""


def _tell(what: Callable[..., None], *event: Event) -> None:
    try:
        what(*event)
    except Exception:
        # One connection's mistake must not end the live events of all others.
        log.exception("listener_failed")


class Fanout:
    """Subscribes to sessions on behalf of listeners."""

    def __init__(self, url: str, store: StoreConnection, seal: Seal) -> None:
        self._connection = make_connection(url)
        self._store = store
        self._seal = seal
        self._listeners: dict[bytes, set[Listener]] = {}
        self._sids: dict[bytes, SessionId] = {}
        self._confirming: deque[asyncio.Future[None]] = deque()
        self._subscribing: dict[bytes, asyncio.Future[None]] = {}
        self._link = Link()
        self._probe = f"{PROBE}{secrets.token_hex(8)}".encode()
        self._probed = 0.0
        self._tasks: list[asyncio.Task[None]] = []

    async def start(self) -> None:
        """Begin connecting; does not wait for the store."""
        self._loop = asyncio.get_running_loop()
        self._tasks = [
            self._loop.create_task(self._run(), name="fanout"),
            self._loop.create_task(self._watch(), name="fanout-watch"),
        ]

    async def aclose(self) -> None:
        """Close the connection."""
        for task in self._tasks:
            task.cancel()
        await asyncio.gather(*self._tasks, return_exceptions=True)

    @property
    def connected(self) -> bool:
        """True while live events arrive."""
        return self._link.is_up

    async def subscribe(self, sid: SessionId, listener: Listener) -> None:
        """Return once the store confirmed that `listener` gets all events from now on.

        Raises StoreUnavailable; the listener is then not registered.
        """
        channel = live_channel(sid).encode()
        try:
            await self._link.wait()
            self._listeners.setdefault(channel, set()).add(listener)
            self._sids[channel] = sid
            if channel not in self._subscribing:
                self._subscribing[channel] = self._command(b"SUBSCRIBE", channel)
            async with asyncio.timeout(SILENCE_SECONDS):
                await asyncio.shield(self._subscribing[channel])
        except (TimeoutError, StoreUnavailable) as error:
            self.unsubscribe(sid, listener)
            if isinstance(error, TimeoutError):
                await self._fall_silent()
            raise StoreUnavailable("no live events") from None

    def unsubscribe(self, sid: SessionId, listener: Listener) -> None:
        """Forget a listener; the last one of a session ends its subscription."""
        channel = live_channel(sid).encode()
        listeners = self._listeners.get(channel)
        if listeners is None:
            return
        listeners.discard(listener)
        if not listeners:
            del self._listeners[channel], self._sids[channel]
            if self._subscribing.pop(channel, None) and self._link.is_up:
                self._command(b"UNSUBSCRIBE", channel)

    def _command(self, *command: bytes) -> asyncio.Future[None]:
        """Send a (un)subscribe command; the future ends when its last confirmation has come.

        The store confirms in the order of the commands, so the oldest future is always the next:
        subscribe, unsubscribe, subscribe of one channel cannot be mistaken for each other.
        """
        writer = self._connection._writer
        confirmed: asyncio.Future[None] = self._loop.create_future()
        # Nobody may be waiting any more when it fails.
        confirmed.add_done_callback(lambda future: future.cancelled() or future.exception())
        # A connection that was just lost is closing until the reader has noticed: writing to it raises.
        if writer is None or writer.is_closing():
            confirmed.set_exception(StoreUnavailable("no live connection"))
            return confirmed
        for _ in command[2:]:
            self._confirming.append(self._loop.create_future())
        self._confirming.append(confirmed)
        writer.write(b"".join(self._connection.pack_command(*command)))
        return confirmed

    async def _run(self) -> None:
        while True:
            try:
                async with asyncio.timeout(SILENCE_SECONDS):
                    await self._connection.connect()
                self._resubscribe()
                await self._read()
            except (RedisError, OSError, TimeoutError) as error:
                log.debug("fanout_down", error=type(error).__name__)
            finally:
                await self._lose()
            await asyncio.sleep(RECONNECT_SECONDS * random.uniform(0.5, 1.5))

    def _resubscribe(self) -> None:
        self._probed = monotonic()
        self._link.up()
        last = self._command(b"SUBSCRIBE", self._probe)
        channels = iter(self._listeners)
        while batch := list(islice(channels, BATCH_CHANNELS)):
            last = self._command(b"SUBSCRIBE", *batch)
            self._subscribing |= dict.fromkeys(batch, last)
        last.add_done_callback(self._tell_missed)
        log.info("fanout_connected", sessions=len(self._listeners))

    def _tell_missed(self, confirmed: asyncio.Future[None]) -> None:
        if confirmed.cancelled() or confirmed.exception():
            return
        for listeners in list(self._listeners.values()):
            for listener in list(listeners):
                _tell(listener.missed)

    async def _read(self) -> None:
        while True:
            kind, channel, data = await self._connection.read_response(disable_decoding=True)
            if kind == b"message":
                self._deliver(channel, data)
            elif self._confirming:
                confirmed = self._confirming.popleft()
                if not confirmed.done():
                    confirmed.set_result(None)

    def _deliver(self, channel: bytes, data: bytes) -> None:
        if channel == self._probe:
            self._probed = monotonic()
            return
        listeners = self._listeners.get(channel)
        if not listeners:
            return
        try:
            event = self._opened(self._sids[channel], parse_event(data))
        except (ValueError, StoreError) as error:
            log.warning("event_unreadable", error=type(error).__name__)
            return
        for listener in list(listeners):
            _tell(listener.live, event)

    def _opened(self, sid: SessionId, event: Event) -> Event:
        if event.kind == "e":
            return event
        body = self._seal.open(sid, event.body)
        return Event(event.seq, event.kind, event.offset, event.number, event.origin, body)

    async def _lose(self) -> None:
        if self._link.down():
            log.warning("fanout_lost", sessions=len(self._listeners))
        self._subscribing.clear()
        while self._confirming:
            confirmed = self._confirming.popleft()
            if not confirmed.done():
                confirmed.set_exception(StoreUnavailable("the live connection was lost"))
                confirmed.exception()
        with contextlib.suppress(RedisError, OSError):
            await self._connection.disconnect(nowait=True)

    async def _watch(self) -> None:
        """Publish to our own channel; rebuild the connection when that does not come back."""
        while True:
            await asyncio.sleep(PROBE_SECONDS)
            with contextlib.suppress(StoreUnavailable):
                await self._store.call("PUBLISH", self._probe, b"")
            if self._link.is_up and monotonic() - self._probed > PROBE_SILENCE_SECONDS:
                await self._fall_silent()

    async def _fall_silent(self) -> None:
        """The store does not answer: whoever waited for it has waited long enough."""
        if self._link.down(since=monotonic() - SILENCE_SECONDS):
            log.warning("fanout_silent")
            with contextlib.suppress(RedisError, OSError):
                await self._connection.disconnect(nowait=True)
