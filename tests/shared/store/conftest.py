"""Fixtures of the store's tests: all on the real server, with or without a clock that obeys."""

from __future__ import annotations

from collections.abc import AsyncIterator, Iterator

import pytest
import redis

from shared.store.connection import StoreConnection
from shared.store.scripts import connect
from tests.support.store_kit import REAL_TIME, SET_TIME, Clock, DirectStore, Kit, patch_scripts


@pytest.fixture
def raw(redis_url: str) -> Iterator[redis.Redis]:
    """A plain client on the same server, to look behind the operations."""
    with redis.Redis.from_url(redis_url) as client:
        yield client


@pytest.fixture
async def store(redis_url: str) -> AsyncIterator[StoreConnection]:
    """A connection that is up, with the scripts loaded as they are now."""
    connection = connect(redis_url)
    await connection.start()
    assert await connection.call("PING") == b"PONG"
    yield connection
    await connection.aclose()


@pytest.fixture
def clock(raw: redis.Redis, monkeypatch: pytest.MonkeyPatch) -> Clock:
    """The scripts read this clock instead of the server's own."""
    patch_scripts(monkeypatch, REAL_TIME, SET_TIME)
    return Clock(raw)


@pytest.fixture
def kit(store: StoreConnection, raw: redis.Redis) -> Kit:
    """The store's two faces over one connection."""
    return Kit(store, raw)


@pytest.fixture
def direct(raw: redis.Redis) -> Kit:
    """The same without an event loop, for hypothesis."""
    return Kit(DirectStore(raw), raw)
