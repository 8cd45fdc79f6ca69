"""The one pub/sub connection, against a real server, with what can happen to it."""

from __future__ import annotations

import asyncio
from collections.abc import AsyncIterator, Callable
from typing import Any

import pytest

from edge import fanout as module
from edge.fanout import Fanout
from shared.embedded import EmbeddedStore
from shared.errors import StoreUnavailable
from shared.ids import SessionId
from shared.keys import live_channel
from shared.seal import AesSeal, PlainSeal, Seal
from shared.store.connection import StoreConnection
from shared.store.events import Event
from tests.support.edge_kit import StoreLink, until

ONE, TWO = SessionId("1" * 32), SessionId("2" * 32)


class Ear:
    """A listener that notes what it hears."""

    def __init__(self) -> None:
        self.heard: list[int] = []
        self.bodies: list[bytes] = []
        self.losses = 0

    def live(self, event: Event) -> None:
        """Note an event."""
        self.heard.append(event.seq)
        self.bodies.append(event.body)

    def missed(self) -> None:
        """Note a loss."""
        self.losses += 1


class Radio:
    """A fanout, and somebody who publishes."""

    def __init__(self, url: str, store: StoreConnection, seal: Seal) -> None:
        self.fanout = Fanout(url, store, seal)
        self._store = store

    async def publish(self, sid: SessionId, seq: int, body: bytes = b"{}", kind: str = "d") -> int:
        """Publish an event; return how many connections the store sent it to."""
        payload = f"{seq} {kind} - 1 - ".encode() + body
        return int(await self._store.call("PUBLISH", live_channel(sid), payload))


@pytest.fixture
async def link(store_server: EmbeddedStore, free_port: Callable[[], int]) -> AsyncIterator[StoreLink]:
    """The way of the fanout's own connection to the store."""
    async with StoreLink(store_server.url, free_port()) as link:
        yield link


@pytest.fixture
async def radio(
    store: StoreConnection, link: StoreLink, monkeypatch: pytest.MonkeyPatch
) -> AsyncIterator[Radio]:
    """A fanout that is connected; it repairs itself quickly."""
    monkeypatch.setattr(module, "RECONNECT_SECONDS", 0.01)
    radio = Radio(link.url, store, PlainSeal())
    await radio.fanout.start()
    await until(lambda: radio.fanout.connected)
    yield radio
    await radio.fanout.aclose()


async def test_after_subscribe_nothing_is_lost(radio: Radio) -> None:
    """Its return means that the store has confirmed: the very next event arrives."""
    for number in range(1, 20):
        sid, ear = SessionId(f"{number:032x}"), Ear()
        await radio.fanout.subscribe(sid, ear)
        assert await radio.publish(sid, number) == 1
        await until(lambda ear=ear: ear.heard)
        assert ear.heard == [number]


async def test_only_a_sessions_own_events_come(radio: Radio) -> None:
    """Two sessions on one connection are kept apart; two listeners of one both hear."""
    one, also_one, two = Ear(), Ear(), Ear()
    await radio.fanout.subscribe(ONE, one)
    await radio.fanout.subscribe(ONE, also_one)
    await radio.fanout.subscribe(TWO, two)
    assert await radio.publish(ONE, 1) == 1, "one subscription for both"
    await radio.publish(TWO, 2)
    await until(lambda: two.heard)
    assert (one.heard, also_one.heard, two.heard) == ([1], [1], [2])


async def test_the_last_listener_ends_the_subscription(radio: Radio) -> None:
    """The first to leave does not."""
    one, also_one = Ear(), Ear()
    await radio.fanout.subscribe(ONE, one)
    await radio.fanout.subscribe(ONE, also_one)
    radio.fanout.unsubscribe(ONE, one)
    assert await radio.publish(ONE, 1) == 1
    await until(lambda: also_one.heard)
    assert one.heard == []
    radio.fanout.unsubscribe(ONE, also_one)
    radio.fanout.unsubscribe(ONE, also_one)
    await radio.fanout.subscribe(TWO, one)  # its confirmation comes after that of the unsubscribe
    assert await radio.publish(ONE, 2) == 0


async def test_subscribe_unsubscribe_subscribe_in_a_row(radio: Radio) -> None:
    """Confirmations are matched in order, so the last subscribe does not return too early."""
    for _ in range(20):
        first, second = Ear(), Ear()
        task = asyncio.create_task(radio.fanout.subscribe(ONE, first))
        await asyncio.sleep(0)
        radio.fanout.unsubscribe(ONE, first)
        await radio.fanout.subscribe(ONE, second)
        assert await radio.publish(ONE, 1) == 1
        await until(lambda second=second: second.heard)
        await task
        radio.fanout.unsubscribe(ONE, second)
        assert first.heard == []


async def test_subscriptions_at_once_share_one_confirmation(radio: Radio) -> None:
    """Two connections that open one session at the same moment both wait for the store."""
    ears = [Ear() for _ in range(5)]
    await asyncio.gather(*(radio.fanout.subscribe(ONE, ear) for ear in ears))
    await radio.publish(ONE, 1)
    await until(lambda: all(ear.heard for ear in ears))
    assert [ear.heard for ear in ears] == [[1]] * 5


async def test_a_killed_connection_is_repaired_and_told(radio: Radio, store: StoreConnection) -> None:
    """Everybody is subscribed again, then told to look into the log; then events come again."""
    ears = {SessionId(f"{number:032x}"): Ear() for number in range(7)}
    for sid, ear in ears.items():
        await radio.fanout.subscribe(sid, ear)
    for ear in ears.values():
        ear.losses = 0  # the very first connection counts as one
    await store.call("CLIENT", "KILL", "TYPE", "pubsub")
    await until(lambda: all(ear.losses for ear in ears.values()))
    for number, (sid, ear) in enumerate(ears.items()):
        assert await radio.publish(sid, number) == 1
        await until(lambda ear=ear: ear.heard)
        assert (ear.heard, ear.losses) == ([number], 1)


async def test_many_sessions_are_subscribed_in_batches(
    radio: Radio, store: StoreConnection, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Nobody is told before the last batch is confirmed, and confirmations stay in step."""
    monkeypatch.setattr(module, "BATCH_CHANNELS", 3)
    sids = [SessionId(f"{number:032x}") for number in range(10)]
    ear = Ear()
    for sid in sids:
        await radio.fanout.subscribe(sid, ear)
    confirmed: list[bytes] = []
    read = radio.fanout._connection.read_response

    async def counted(**options: bool) -> Any:
        answer = await read(**options)
        if isinstance(answer, list) and answer[0] == b"subscribe":
            confirmed.append(answer[1])
            for _ in range(3):
                await asyncio.sleep(0)  # so that whoever is told too early is told now
        return answer

    known: list[int] = []
    told = asyncio.Event()

    def missed() -> None:
        known.append(len(set(confirmed)))
        told.set()

    monkeypatch.setattr(radio.fanout._connection, "read_response", counted)
    monkeypatch.setattr(ear, "missed", missed)
    await store.call("CLIENT", "KILL", "TYPE", "pubsub")
    await asyncio.wait_for(told.wait(), 10)
    assert known[0] == len(sids) + 1, "the sessions and the probe"
    assert sum([await radio.publish(sid, 1) for sid in sids]) == len(sids)
    late = Ear()
    await radio.fanout.subscribe(TWO, late)
    assert await radio.publish(TWO, 1) == 1
    await until(lambda: late.heard)


async def test_a_connection_that_falls_silent_is_rebuilt(
    store: StoreConnection, link: StoreLink, monkeypatch: pytest.MonkeyPatch
) -> None:
    """No probe comes back: the connection counts as lost, though nothing closed it."""
    monkeypatch.setattr(module, "RECONNECT_SECONDS", 0.01)
    monkeypatch.setattr(module, "PROBE_SECONDS", 0.02)
    monkeypatch.setattr(module, "PROBE_SILENCE_SECONDS", 30.0)
    radio = Radio(link.url, store, PlainSeal())
    await radio.fanout.start()
    await until(lambda: radio.fanout.connected)
    ear = Ear()
    await radio.fanout.subscribe(ONE, ear)
    before = link.opened
    for _ in range(3):
        probed = radio.fanout._probed
        await until(lambda probed=probed: radio.fanout._probed > probed, "a probe")
    assert link.opened == before, "while probes come back nothing is rebuilt"
    link.silence()
    monkeypatch.setattr(module, "PROBE_SILENCE_SECONDS", 0.1)
    await until(lambda: not radio.fanout.connected)
    monkeypatch.setattr(module, "PROBE_SILENCE_SECONDS", 30.0)
    ear.losses = 0
    link.resume()
    await until(lambda: ear.losses)
    assert link.opened > before
    await radio.publish(ONE, 5)
    await until(lambda: ear.heard)
    await radio.fanout.aclose()


async def test_no_confirmation_within_the_bound_is_an_outage(
    radio: Radio, link: StoreLink, monkeypatch: pytest.MonkeyPatch
) -> None:
    """A frozen store: StoreUnavailable, and the listener is not registered."""
    monkeypatch.setattr(module, "SILENCE_SECONDS", 0.05)
    link.silence()
    ear = Ear()
    with pytest.raises(StoreUnavailable):
        await radio.fanout.subscribe(ONE, ear)
    assert not radio.fanout._listeners
    link.resume()
    await until(lambda: radio.fanout.connected)
    await radio.fanout.subscribe(ONE, ear)
    assert await radio.publish(ONE, 1) == 1


async def test_a_loss_while_subscribing_is_an_outage(radio: Radio, link: StoreLink) -> None:
    """The confirmation will never come, so the caller is told at once."""
    link.silence()
    task = asyncio.create_task(radio.fanout.subscribe(ONE, Ear()))
    await asyncio.sleep(0.01)
    link.cut()
    with pytest.raises(StoreUnavailable):
        await asyncio.wait_for(task, 1)
    assert not radio.fanout._listeners


async def test_an_event_that_cannot_be_read_harms_nobody(radio: Radio) -> None:
    """Garbage on a channel is skipped; what follows arrives."""
    ear = Ear()
    await radio.fanout.subscribe(ONE, ear)
    await radio._store.call("PUBLISH", live_channel(ONE), b"garbage")
    await radio._store.call("PUBLISH", live_channel(ONE), b"x d - 1 - {}")
    await radio.publish(ONE, 3)
    await until(lambda: ear.heard)
    assert ear.heard == [3]


async def test_a_listener_that_fails_harms_nobody_else(
    radio: Radio, store: StoreConnection, monkeypatch: pytest.MonkeyPatch
) -> None:
    """One connection's mistake, in an event or after a loss, leaves all others hearing."""

    def fails(*_args: object) -> None:
        raise RuntimeError("a mistake")

    broken, also_one, two = Ear(), Ear(), Ear()
    for name in ("live", "missed"):
        monkeypatch.setattr(broken, name, fails)
    for ear in (broken, also_one):
        await radio.fanout.subscribe(ONE, ear)
    await radio.fanout.subscribe(TWO, two)
    also_one.losses = two.losses = 0
    await radio.publish(ONE, 1)
    await radio.publish(TWO, 2)
    await until(lambda: also_one.heard and two.heard)
    await store.call("CLIENT", "KILL", "TYPE", "pubsub")
    await until(lambda: also_one.losses and two.losses)


async def test_events_are_opened_with_the_sessions_key(store: StoreConnection, link: StoreLink) -> None:
    """With DATA_KEY the channel carries sealed bodies; one that does not open is skipped."""
    seal = AesSeal(b"k" * 32)
    radio = Radio(link.url, store, seal)
    await radio.fanout.start()
    ear = Ear()
    await radio.fanout.subscribe(ONE, ear)
    await radio.publish(ONE, 1, seal.seal(TWO, b"another's"))
    await radio.publish(ONE, 2, seal.seal(ONE, b"own"))
    await radio.publish(ONE, 0, b"", kind="e")
    await until(lambda: len(ear.heard) == 2)
    assert (ear.heard, ear.bodies) == ([2, 0], [b"own", b""])
    await radio.fanout.aclose()
