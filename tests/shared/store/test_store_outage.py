"""shared/store/connection.py and link.py: a store that is down, frozen, late or demoted."""

from __future__ import annotations

import asyncio
import os
import signal
from collections.abc import AsyncIterator, Iterator
from pathlib import Path

import pytest
import redis

from shared.embedded import EmbeddedStore
from shared.errors import StoreUnavailable
from shared.store import connection as connection_module
from shared.store import link as link_module
from shared.store.connection import StoreConnection, StoreRejected

BOUND = 10.0
"""Seconds after which something that should have ended counts as hanging."""


@pytest.fixture
def server(tmp_path: Path) -> Iterator[EmbeddedStore]:
    """A server of this test's own, to be mistreated."""
    with EmbeddedStore(tmp_path / "data") as running:
        yield running
        if running.running:
            os.kill(running.pid, signal.SIGCONT)


class Pace:
    """How soon silence and patience end: for an outage soon, for everything else late."""

    def __init__(self, monkeypatch: pytest.MonkeyPatch) -> None:
        self._monkeypatch = monkeypatch
        monkeypatch.setattr(connection_module, "WATCH_SECONDS", 0.02)
        monkeypatch.setattr(connection_module, "RECONNECT_MAX_SECONDS", 0.05)
        self.relax()

    def hasten(self) -> None:
        """An outage is about to begin."""
        self._set(0.2)

    def relax(self) -> None:
        """What follows has time, also on a busy machine."""
        self._set(BOUND)

    def _set(self, seconds: float) -> None:
        for module in (link_module, connection_module):
            self._monkeypatch.setattr(module, "SILENCE_SECONDS", seconds)


@pytest.fixture
def pace(monkeypatch: pytest.MonkeyPatch) -> Pace:
    """The test's own notion of soon."""
    return Pace(monkeypatch)


@pytest.fixture
async def own(server: EmbeddedStore, pace: Pace) -> AsyncIterator[StoreConnection]:
    """A connection to it."""
    connection = StoreConnection(server.url)
    await connection.start()
    assert await connection.call("PING") == b"PONG"
    yield connection
    await connection.aclose()


async def echo(store: StoreConnection, text: str) -> str:
    """Send a text there and back."""
    answer: bytes = await store.call("ECHO", text)
    return answer.decode()


async def recovered(store: StoreConnection) -> None:
    """Wait until calls are answered again."""
    async with asyncio.timeout(BOUND):
        while True:
            try:
                assert await echo(store, "again") == "again"
                return
            except StoreUnavailable:
                await asyncio.sleep(0.01)


async def test_a_dead_server_fails_fast_after_patience(
    own: StoreConnection, server: EmbeddedStore, pace: Pace
) -> None:
    """The first callers wait for a reconnection; later ones fail at once, and all succeed afterwards."""
    pace.hasten()
    server.kill()
    async with asyncio.timeout(BOUND):
        while own.connected:
            await asyncio.sleep(0.001)
        with pytest.raises(StoreUnavailable):
            await own.call("PING")
    async with asyncio.timeout(BOUND):
        for _ in range(200):  # with patience each: 40 s
            with pytest.raises(StoreUnavailable):
                await own.call("PING")
    pace.relax()
    await asyncio.to_thread(server.restart)
    await recovered(own)


async def test_an_outage_shorter_than_patience_is_not_noticed(
    own: StoreConnection, server: EmbeddedStore
) -> None:
    """A caller in the first moments of a restart gets an answer, only later."""
    server.kill()
    while own.connected:
        await asyncio.sleep(0.001)
    callers = [asyncio.create_task(echo(own, str(number))) for number in range(50)]
    await asyncio.to_thread(server.restart)
    async with asyncio.timeout(BOUND):
        assert await asyncio.gather(*callers) == [str(number) for number in range(50)]


@pytest.mark.usefixtures("pace")
async def test_started_before_the_server(server: EmbeddedStore) -> None:
    """A store that is down at start is met like one lost later."""
    server.kill()
    store = StoreConnection(server.url)
    await store.start()
    caller = asyncio.create_task(echo(store, "hola"))
    await asyncio.sleep(0)
    assert not store.connected
    await asyncio.to_thread(server.restart)
    async with asyncio.timeout(BOUND):
        assert await caller == "hola"
    assert store.connected
    await store.aclose()


async def test_a_frozen_server_is_down(own: StoreConnection, server: EmbeddedStore, pace: Pace) -> None:
    """It resets nothing, so silence has to be enough; thawed, nobody gets another's answer."""
    pace.hasten()
    os.kill(server.pid, signal.SIGSTOP)
    callers = [asyncio.create_task(echo(own, f"frozen {number}")) for number in range(50)]
    async with asyncio.timeout(BOUND):
        results = await asyncio.gather(*callers, return_exceptions=True)
    assert {type(result) for result in results} == {StoreUnavailable}
    with pytest.raises(StoreUnavailable):
        await own.call("PING")
    pace.relax()
    os.kill(server.pid, signal.SIGCONT)
    await recovered(own)
    texts = [str(number) for number in range(200)]
    assert await asyncio.gather(*(echo(own, text) for text in texts)) == texts


async def test_a_frozen_server_with_full_buffers_is_down_too(
    own: StoreConnection, server: EmbeddedStore, pace: Pace
) -> None:
    """What could not even be written does not keep the connection from being given up."""
    pace.hasten()
    os.kill(server.pid, signal.SIGSTOP)
    callers = [asyncio.create_task(own.call("ECHO", "x" * 500_000)) for _ in range(40)]
    async with asyncio.timeout(BOUND):
        results = await asyncio.gather(*callers, return_exceptions=True)
    assert {type(result) for result in results} == {StoreUnavailable}
    pace.relax()
    os.kill(server.pid, signal.SIGCONT)
    await recovered(own)


async def test_cancelled_while_waiting_for_the_store(own: StoreConnection, server: EmbeddedStore) -> None:
    """A caller that gives up during an outage sends nothing later."""
    server.kill()
    while own.connected:
        await asyncio.sleep(0.001)
    caller = asyncio.create_task(own.call("SET", "late", "1"))
    await asyncio.sleep(0)
    caller.cancel()
    await asyncio.wait([caller])
    await asyncio.to_thread(server.restart)
    await recovered(own)
    assert await own.call("GET", "late") is None


async def test_closing_while_the_server_is_frozen(server: EmbeddedStore, pace: Pace) -> None:
    """Closing ends also in the middle of connecting."""
    pace.hasten()
    os.kill(server.pid, signal.SIGSTOP)
    store = StoreConnection(server.url)
    await store.start()
    await asyncio.sleep(0.01)
    async with asyncio.timeout(BOUND):
        await store.aclose()
    with pytest.raises(StoreUnavailable):
        await store.call("PING")


async def test_a_demoted_primary_is_left(own: StoreConnection, server: EmbeddedStore) -> None:
    """READONLY means that the address may lead elsewhere by now: the connection is made anew."""
    first = await own.call("CLIENT", "ID")
    with redis.Redis.from_url(server.url) as client:
        client.execute_command("REPLICAOF", "127.0.0.1", "1")
        with pytest.raises(StoreRejected):
            await own.call("SET", "k", "v")
        client.execute_command("REPLICAOF", "NO", "ONE")
    assert await own.call("CLIENT", "ID") != first
    assert await own.call("SET", "k", "v") == b"OK"
