"""The moment between the loss of the live connection and its noticing, in which uvloop's writes raise."""

from __future__ import annotations

from typing import Any

import pytest

from edge.fanout import Fanout
from shared.errors import StoreUnavailable
from shared.ids import SessionId
from shared.seal import PlainSeal
from shared.store.connection import StoreConnection
from shared.store.events import Event

SID = SessionId("1" * 32)


class Ear:
    """A listener nobody talks to."""

    def live(self, event: Event) -> None:
        """Take an event."""

    def missed(self) -> None:
        """Hear that something was missed."""


def lose(connection: Any, monkeypatch: pytest.MonkeyPatch) -> None:
    """Close the socket under a connection; nothing else has run since."""
    writer = connection._writer
    writer.transport.abort()

    def write(data: bytes) -> None:
        raise RuntimeError("unable to perform operation; the handler is closed")

    monkeypatch.setattr(writer, "write", write)


@pytest.fixture
def fanout(redis_url: str) -> Fanout:
    """A fanout on the real store, not started."""
    return Fanout(redis_url, StoreConnection(redis_url), PlainSeal())


async def test_who_subscribes_then_meets_an_outage(fanout: Fanout, monkeypatch: pytest.MonkeyPatch) -> None:
    """The connection that is opening is told so, and tries again later, instead of failing for good."""
    await fanout.start()
    await fanout._link.wait()
    lose(fanout._connection, monkeypatch)
    with pytest.raises(StoreUnavailable):
        await fanout.subscribe(SID, Ear())
    assert not fanout._listeners
    await fanout.aclose()


async def test_who_leaves_then_leaves(fanout: Fanout, monkeypatch: pytest.MonkeyPatch) -> None:
    """A connection that ends in that moment is forgotten like any other."""
    await fanout.start()
    ear = Ear()
    await fanout.subscribe(SID, ear)
    lose(fanout._connection, monkeypatch)
    fanout.unsubscribe(SID, ear)
    assert not fanout._listeners
    await fanout.aclose()


async def test_a_command_then_meets_an_outage(redis_url: str, monkeypatch: pytest.MonkeyPatch) -> None:
    """The command connection tells its caller, and no callback of the loop raises."""
    store = StoreConnection(redis_url)
    await store.start()
    await store.call("PING")
    lose(store._connection, monkeypatch)
    with pytest.raises(StoreUnavailable):
        await store.call("PING")
    assert await store.call("PING") == b"PONG"
    await store.aclose()
