"""One pipelined connection to the store, shared by all callers of a process.

Many callers' commands leave in one write and come back in order. redis-py does the connecting,
authentication, TLS and parsing; what is added is the queue of waiting callers, because redis-py's
own pool has one command in flight per socket, and a caller cancelled there leaves its answer to the
next one. Here a cancelled caller merely stops waiting: the answer is read and dropped.
"""

from __future__ import annotations

import asyncio
import contextlib
import random
from collections import deque
from collections.abc import Iterable
from time import monotonic
from typing import Any, Protocol, cast

import structlog
from redis.exceptions import ConnectionError as RedisConnectionError
from redis.exceptions import ReadOnlyError, RedisError, ResponseError

from shared.errors import StoreUnavailable
from shared.store.address import make_pool
from shared.store.link import SILENCE_SECONDS, Link

log = structlog.get_logger("psicoia.store")

WATCH_SECONDS = 0.25
RECONNECT_INITIAL_SECONDS = 0.02
RECONNECT_MAX_SECONDS = 1.0
MAX_WAITING = 20_000
"""Callers in flight before new ones are refused (invariant I9)."""


class StoreRejected(StoreUnavailable):
    """The store answered with an error (out of memory, read-only, a script's mistake)."""


class RawConnection(Protocol):
    """What is used of a redis-py connection; its own types are incomplete."""

    _writer: asyncio.StreamWriter | None
    kept_pool: object

    async def connect(self) -> None:
        """Connect and authenticate."""

    async def disconnect(self, *, nowait: bool) -> None:
        """Close."""

    async def send_command(self, *args: Any) -> None:
        """Write one command."""

    async def read_response(self, *, disable_decoding: bool) -> Any:
        """Read one answer. Raises ResponseError when it is an error."""

    def pack_command(self, *args: Any) -> list[bytes]:
        """Return the bytes of one command."""


def make_connection(url: str) -> RawConnection:
    """Return an unconnected redis-py connection for `url` (see :mod:`shared.store.address`)."""
    pool = make_pool(url, socket_connect_timeout=SILENCE_SECONDS)
    connection = cast(RawConnection, pool.make_connection())
    # A connection found through Sentinel knows its pool only weakly.
    connection.kept_pool = pool
    return connection


class StoreConnection:
    """The process's command connection. Reconnects for ever; see :meth:`call`."""

    def __init__(self, url: str, *, scripts: Iterable[bytes] = ()) -> None:
        self._connection = make_connection(url)
        self._scripts = tuple(scripts)
        self._waiting: deque[tuple[asyncio.Future[Any], float]] = deque()
        self._unsent: list[bytes] = []
        self._link = Link()
        self._task: asyncio.Task[None] | None = None
        self._closing = False

    async def start(self) -> None:
        """Begin connecting. Does not wait: a store that is down at start is met like one lost later."""
        self._loop = asyncio.get_running_loop()
        self._task = self._loop.create_task(self._run(), name="store-connection")

    async def aclose(self) -> None:
        """Close the connection; callers still waiting get StoreUnavailable."""
        self._closing = True
        if self._task is not None:
            self._task.cancel()
            with contextlib.suppress(asyncio.CancelledError):
                await self._task
            self._task = None

    @property
    def connected(self) -> bool:
        """True while commands can be sent."""
        return self._link.is_up

    async def call(self, *command: Any) -> Any:
        """Send one command and return its answer (bytes, int, list).

        During the first seconds of an outage the caller waits for the reconnection; after that it
        fails at once. Raises StoreUnavailable (whether the command ran is unknown) or its subclass
        StoreRejected (the store said no; the command did not run).
        """
        await self._link.wait()
        if len(self._waiting) >= MAX_WAITING:
            raise StoreUnavailable("too many commands in flight")
        packed = self._connection.pack_command(*command)
        future: asyncio.Future[Any] = self._loop.create_future()
        self._waiting.append((future, monotonic()))
        if not self._unsent:
            self._loop.call_soon(self._flush)
        self._unsent += packed
        answer = await future
        if isinstance(answer, ResponseError):
            raise _rejection(answer) from None
        return answer

    def _flush(self) -> None:
        data, self._unsent = b"".join(self._unsent), []
        writer = self._connection._writer
        # Lost, but not yet noticed by the reader: writing would raise; the callers are told by `_lose`.
        if data and self._link.is_up and writer is not None and not writer.is_closing():
            writer.write(data)

    async def _run(self) -> None:
        delay = RECONNECT_INITIAL_SECONDS
        try:
            while True:
                if await self._connect():
                    delay = RECONNECT_INITIAL_SECONDS
                    watch = self._loop.create_task(self._watch(), name="store-watch")
                    try:
                        await self._read()
                    finally:
                        watch.cancel()
                        await self._lose()
                await asyncio.sleep(delay * random.uniform(0.5, 1))
                delay = min(delay * 2, RECONNECT_MAX_SECONDS)
        finally:
            await self._lose()

    async def _connect(self) -> bool:
        try:
            async with asyncio.timeout(SILENCE_SECONDS):
                await self._connection.connect()
                for script in self._scripts:
                    await self._connection.send_command("SCRIPT", "LOAD", script)
                    await self._connection.read_response(disable_decoding=True)
        except (RedisError, OSError, TimeoutError) as error:
            await self._disconnect()
            log.debug("store_unreachable", error=type(error).__name__)
            return False
        self._link.up()
        log.info("store_connected")
        return True

    async def _read(self) -> None:
        """Hand each answer to the caller it belongs to, until the connection is lost."""
        while True:
            try:
                answer = await self._connection.read_response(disable_decoding=True)
            except ResponseError as error:
                answer = error
            except (RedisConnectionError, RedisError, OSError):
                return
            future, _ = self._waiting.popleft()
            if not future.done():
                future.set_result(answer)
            if isinstance(answer, ReadOnlyError):
                return  # a demoted primary: the address leads elsewhere by now

    async def _watch(self) -> None:
        while True:
            await asyncio.sleep(WATCH_SECONDS)
            if self._waiting and monotonic() - self._waiting[0][1] > SILENCE_SECONDS:
                log.warning("store_silent", waiting=len(self._waiting))
                self._abort()
                return

    async def _lose(self) -> None:
        # What fell silent before the end has used up its callers' patience already.
        since = self._waiting[0][1] if self._waiting else None
        if self._link.down(since=since) and not self._closing:
            log.warning("store_lost", waiting=len(self._waiting))
        self._unsent.clear()
        while self._waiting:
            future, _ = self._waiting.popleft()
            if not future.done():
                future.set_exception(StoreUnavailable("the connection to the store was lost"))
        await self._disconnect()

    def _abort(self) -> None:
        # A close would first wait for a frozen store to take what is still in the buffer.
        if self._connection._writer is not None:
            self._connection._writer.transport.abort()

    async def _disconnect(self) -> None:
        with contextlib.suppress(RedisError, OSError):
            await self._connection.disconnect(nowait=True)


def _rejection(error: ResponseError) -> StoreRejected:
    text = str(error)
    # Redis echoes arguments only here; they may be somebody's words.
    return StoreRejected("unknown command" if "unknown command" in text else text[:200])
