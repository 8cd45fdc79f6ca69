"""An edge in the test's own process, and a worker whose every step the test decides."""

from __future__ import annotations

import asyncio
import contextlib
from collections.abc import AsyncIterator, Callable
from contextlib import asynccontextmanager
from typing import Any

from edge.app import Edge
from shared.protocol import LoggedReply
from shared.seal import PlainSeal
from shared.settings import Settings
from shared.store import scripts
from shared.store.connection import StoreConnection
from shared.store.queue import TurnQueue
from shared.store.turn import Turn, Word
from tests.support.env import isolated_settings

PATIENCE_SECONDS = 25.0
_POLL_SECONDS = 0.004


async def until(holds: Callable[[], Any], what: str = "it") -> None:
    """Wait for what no event announces. Raises AssertionError when it does not come."""
    try:
        async with asyncio.timeout(PATIENCE_SECONDS):
            while not holds():
                await asyncio.sleep(_POLL_SECONDS)
    except TimeoutError:
        raise AssertionError(f"{what} did not happen") from None


class LocalEdge:
    """A whole edge on ports of its own; its parts can be looked at. Serves as a Node for `People`."""

    def __init__(self, settings: Settings) -> None:
        self.settings = settings
        self.edge = Edge(settings)
        self._task: asyncio.Task[None] | None = None

    @property
    def app_port(self) -> int:
        """Where it speaks TCP."""
        return self.settings.app_port

    @property
    def ws_port(self) -> int:
        """Where it speaks WebSocket and HTTP."""
        return self.settings.ws_port

    @property
    def url(self) -> str:
        """Its WebSocket address."""
        return f"ws://127.0.0.1:{self.ws_port}/ws"

    async def start(self, *, ready: bool = True) -> None:
        """Start it; return when it listens and, unless told otherwise, has found the store."""
        self._task = asyncio.create_task(self.edge.run(), name="edge")
        await until(lambda: self.edge.serving or self._done(), "listening")
        if ready:
            await until(lambda: self.edge.ready or self._done(), "readiness")

    def _done(self) -> bool:
        assert self._task is not None
        if self._task.done():
            self._task.result()
        return False

    def leave(self) -> None:
        """Begin to drain."""
        self.edge.leave()

    async def stop(self) -> None:
        """Drain and wait for the end."""
        self.leave()
        await self.ended()

    async def ended(self) -> None:
        """Wait for the end."""
        assert self._task is not None
        async with asyncio.timeout(PATIENCE_SECONDS):
            await self._task


class Hand:
    """A worker in the test's hand. Its leases outlive any test."""

    def __init__(self, store: StoreConnection) -> None:
        settings = isolated_settings(groq_api_key="k", lease_seconds=60, max_in_flight=1000)
        self._queue = TurnQueue(store, settings, PlainSeal(), "hand")

    async def take(self) -> Turn:
        """Wait for a turn and claim it."""
        async with asyncio.timeout(PATIENCE_SECONDS):
            while not (turns := (await self._queue.claim(1)).turns):
                await asyncio.sleep(_POLL_SECONDS)
        return turns[0]

    async def show(self, turn: Turn, *pieces: str, at: int = 0, attempt: int = 1) -> int:
        """Show pieces of a reply from code point `at` on; return where the next one belongs."""
        for piece in pieces:
            await self._queue.append(turn, attempt, at, piece)
            at += len(piece)
        return at

    async def settle(self, turn: Turn, text: str, *, stopped: bool = False, attempt: int = 1) -> None:
        """Commit a reply."""
        reply = LoggedReply(turn.question.id, turn.trace, attempt, text, "llm", stopped)
        await self._queue.settle(turn, reply, hungry=True)

    async def told_to_stop(self, turn: Turn) -> bool:
        """Wait until the store says that the person wants the reply to end."""
        async with asyncio.timeout(PATIENCE_SECONDS):
            while (await self._queue.renew([turn]))[0] is not Word.STOP:
                await asyncio.sleep(_POLL_SECONDS)
        return True

    async def answer(self, text: str = "te escucho", *, times: int = 1) -> None:
        """Take so many turns, one after the other, and answer each."""
        for _ in range(times):
            await self.settle(await self.take(), text)


@asynccontextmanager
async def connected(url: str) -> AsyncIterator[StoreConnection]:
    """Give a connection to the store."""
    store = scripts.connect(url)
    await store.start()
    await store.call("PING")
    try:
        yield store
    finally:
        await store.aclose()


class StoreLink:
    """A way to the store that can go silent or break. Its `url` is used instead of the store's."""

    def __init__(self, url: str, port: int) -> None:
        self._host, self._port = "127.0.0.1", int(url.rpartition(":")[2].partition("/")[0])
        self.url = f"redis://127.0.0.1:{port}/0"
        self._listen = port
        self._flowing = asyncio.Event()
        self._flowing.set()
        self._writers: set[asyncio.StreamWriter] = set()
        self._serving: set[asyncio.Task[Any]] = set()
        self.opened = 0

    async def __aenter__(self) -> StoreLink:
        await self.open()
        return self

    async def __aexit__(self, *_exc: object) -> None:
        self.close()
        self._flowing.set()
        async with asyncio.timeout(PATIENCE_SECONDS):
            await asyncio.gather(*self._serving, return_exceptions=True)

    async def open(self) -> None:
        """Let connections in."""
        self._server = await asyncio.start_server(self._serve, self._host, self._listen)

    def close(self) -> None:
        """Let no connection in any more, and break those there are."""
        self._server.close()
        self.cut()

    def silence(self) -> None:
        """Let no answer through any more; nothing is lost."""
        self._flowing.clear()

    def resume(self) -> None:
        """Let answers through again."""
        self._flowing.set()

    def cut(self) -> None:
        """Break all connections."""
        for writer in list(self._writers):
            writer.transport.abort()

    async def _serve(self, reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
        self.opened += 1
        task = asyncio.current_task()
        assert task is not None
        self._serving.add(task)
        task.add_done_callback(self._serving.discard)
        there, back = await asyncio.open_connection(self._host, self._port)
        ways = [
            asyncio.create_task(self._pump(reader, back, None)),
            asyncio.create_task(self._pump(there, writer, self._flowing)),
        ]
        self._writers |= {writer, back}
        await asyncio.wait(ways, return_when=asyncio.FIRST_COMPLETED)
        for end in (writer, back):
            end.transport.abort()
            self._writers.discard(end)
        for way in ways:
            way.cancel()
        await asyncio.gather(*ways, return_exceptions=True)

    async def _pump(
        self, source: asyncio.StreamReader, sink: asyncio.StreamWriter, gate: asyncio.Event | None
    ) -> None:
        with contextlib.suppress(OSError):
            while data := await source.read(65536):
                if gate is not None:
                    await gate.wait()
                sink.write(data)
                await sink.drain()
