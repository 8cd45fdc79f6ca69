"""Fixtures for every test: a real store, settings nobody's `.env` reaches, real processes."""

from __future__ import annotations

import os
from collections.abc import AsyncIterator, Callable, Iterator
from io import StringIO
from pathlib import Path
from typing import Any

import pytest
import redis

from shared.embedded import EmbeddedStore
from shared.embedded import free_port as find_free_port
from shared.log import configure
from shared.settings import Settings
from tests.support.cluster import Cluster
from tests.support.env import VARIABLES, isolated_settings
from tests.support.logs import Lines, logging_restored, reader


@pytest.fixture(autouse=True)
def _no_settings_in_environment(monkeypatch: pytest.MonkeyPatch) -> None:
    """The developer's exported variables change no test."""
    for name in list(os.environ):
        if name.upper() in VARIABLES:
            monkeypatch.delenv(name)


@pytest.fixture(scope="session")
def store_server(tmp_path_factory: pytest.TempPathFactory) -> Iterator[EmbeddedStore]:
    """One real server for the whole run. A test may kill and restart it."""
    with EmbeddedStore(tmp_path_factory.mktemp("store")) as store:
        yield store


@pytest.fixture
def redis_url(store_server: EmbeddedStore) -> str:
    """The address of the real server, emptied."""
    if not store_server.running:
        store_server.restart()
    with redis.Redis.from_url(store_server.url) as client:
        client.flushall()
        client.script_flush()
        client.config_resetstat()
    return store_server.url


@pytest.fixture
def make_settings(redis_url: str) -> Callable[..., Settings]:
    """Build settings on the real store: `make_settings(max_in_flight=6)`."""

    def build(**overrides: Any) -> Settings:
        return isolated_settings(**{"redis_url": redis_url, **overrides})

    return build


@pytest.fixture
def free_port() -> Callable[[], int]:
    """Find a port nobody listens on, below the ephemeral range."""
    return find_free_port


@pytest.fixture
async def cluster(tmp_path: Path, redis_url: str) -> AsyncIterator[Cluster]:
    """Real processes on the real store: `await cluster.start(edges=2, workers=3, llm_url=...)`."""
    async with Cluster(tmp_path, redis_url) as running:
        yield running


@pytest.fixture
def log_stream() -> Iterator[StringIO]:
    """Where a test lets the log go; afterwards logging is as it was."""
    with logging_restored():
        yield StringIO()


@pytest.fixture
def log_lines(log_stream: StringIO) -> Lines:
    """The JSON lines this process has logged so far, everything from DEBUG up."""
    configure("DEBUG", json=True, stream=log_stream)
    return reader(log_stream)
