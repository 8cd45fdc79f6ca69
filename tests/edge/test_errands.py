"""A connection's work in the store, in order, and what it does while the store is away."""

from __future__ import annotations

import asyncio
import socket
import struct
from collections.abc import AsyncIterator, Callable

import pytest

import edge.fanout
import edge.talk
import shared.store.connection
import shared.store.link
from edge import errands
from shared.embedded import EmbeddedStore
from shared.ids import new_token
from shared.store.connection import StoreConnection
from shared.texts import wire
from tests.edge.conftest import StartEdge
from tests.support.clients import People
from tests.support.edge_kit import Hand, LocalEdge, StoreLink, until

DANGER = "me quiero matar"


def patience(monkeypatch: pytest.MonkeyPatch, seconds: float) -> None:
    """Let a silent store count as down after so long."""
    for module in (edge.fanout, edge.talk, shared.store.connection, shared.store.link):
        monkeypatch.setattr(module, "SILENCE_SECONDS", seconds)


@pytest.fixture
async def link(
    store_server: EmbeddedStore,
    store: StoreConnection,
    free_port: Callable[[], int],
    monkeypatch: pytest.MonkeyPatch,
) -> AsyncIterator[StoreLink]:
    """A way to the store that can be taken away; an outage is noticed quickly."""
    patience(monkeypatch, 0.6)
    monkeypatch.setattr(shared.store.connection, "WATCH_SECONDS", 0.03)
    monkeypatch.setattr(errands, "REOPEN_SECONDS", 0.03)
    async with StoreLink(store_server.url, free_port()) as link:
        yield link


async def test_a_connection_made_while_the_store_is_down(
    link: StoreLink, start_edge: StartEdge, people: People, worker: Hand
) -> None:
    """One `unavailable`, it stays open, danger is heard, `welcome` when the store is back, then all works."""
    link.close()
    edge = await start_edge(redis_url=link.url, ready=False)
    ana = await people.json(edge, hello=False)
    await ana.send("hello", country="AR")
    assert (await ana.wait("error"))["code"] == "unavailable"
    await ana.say(DANGER, id="m1")
    assert (await ana.wait("resources"))["country"] == "AR"
    refused = await ana.wait("error", id="m1")
    assert (refused["code"], refused["retry_after"]) == ("unavailable", 0.6)
    await link.open()
    await ana.wait("welcome")
    assert len(ana.of("error")) == 2
    await ana.say(DANGER, id="m1")
    await ana.wait("ack", id="m1")
    await worker.answer()
    await ana.reply("m1")


async def test_a_bare_message_while_the_store_is_down(
    link: StoreLink, start_edge: StartEdge, people: People
) -> None:
    """It is refused with its id, and the session is opened when the store is back all the same, once."""
    link.close()
    edge = await start_edge(redis_url=link.url, ready=False)
    ana = await people.json(edge, hello=False)
    for number in range(3):
        await ana.say("hola", id=f"m{number}")
        await ana.wait("error", id=f"m{number}")
    await link.open()
    await ana.wait("welcome")
    await ana.say("hola", id="m3")
    await ana.wait("ack")
    assert [frame["type"] for frame in ana.frames] == ["error"] * 3 + ["welcome", "ack"]


async def test_a_person_who_comes_while_the_store_is_down(
    link: StoreLink, start_edge: StartEdge, people: People, worker: Hand
) -> None:
    """In text mode too: a line says so, the greeting comes when the store is back."""
    link.close()
    edge = await start_edge(redis_url=link.url, ready=False)
    ana = await people.text(edge)
    assert (await ana.line()).startswith("⚠ ")
    await link.open()
    assert (await ana.line()).endswith("conectado.")
    await ana.say("hola")
    await worker.answer("te escucho")
    await ana.until(lambda line: line == "te escucho")


async def test_a_store_that_goes_silent_and_comes_back(
    link: StoreLink, start_edge: StartEdge, people: People, worker: Hand
) -> None:
    """Frozen, not dead: `unavailable` within the bound; the same id afterwards is answered once."""
    edge = await start_edge(redis_url=link.url)
    ana = await people.json(edge)
    link.silence()
    await ana.say("hola", id="m1")
    assert (await ana.wait("error"))["id"] == "m1"
    link.resume()
    await until(lambda: edge.edge.ready, "the return")
    await ana.say("hola", id="m1")
    await ana.wait("ack")
    await worker.answer("te escucho")
    await ana.reply("m1")
    assert len(ana.of("reply")) == 1
    kinds = [frame["type"] for frame in ana.frames]
    assert kinds.index("ack") < kinds.index("reply")


async def test_who_closes_their_side_gets_their_answers_first(
    edge: LocalEdge, people: People, worker: Hand
) -> None:
    """`echo hola | nc`: all replies, then the end; the last line needs no line ending."""
    reader, writer = await asyncio.open_connection("127.0.0.1", edge.app_port)
    writer.write(b"hola\nchau")
    writer.write_eof()
    await worker.answer("uno")
    await worker.answer("dos")
    async with asyncio.timeout(5):
        assert (await reader.read()).decode().splitlines()[-2:] == ["uno", "dos"]
    writer.close()


async def test_nothing_asked_nothing_awaited(edge: LocalEdge) -> None:
    """A client that closes its side after commands, or a refused message, is let go at once."""
    reader, writer = await asyncio.open_connection("127.0.0.1", edge.app_port)
    writer.write(b'{"type":"hello"}\n{"type":"message","id":"m1","text":""}\n')
    writer.write_eof()
    async with asyncio.timeout(5):
        lines = (await reader.read()).splitlines()
    assert len(lines) == 2
    writer.close()


async def test_an_erase_elsewhere_lets_the_leaving_one_go(edge: LocalEdge, people: People) -> None:
    """No answer is owed any more, so the half-closed connection ends."""
    token = (await people.json(edge)).token
    reader, writer = await asyncio.open_connection("127.0.0.1", edge.app_port)
    writer.write(f'{{"type":"hello","session":"{token}"}}\n'.encode())
    writer.write(b'{"type":"message","id":"m1","text":"hola"}\n')
    writer.write_eof()
    async with asyncio.timeout(5):
        while b'"ack"' not in await reader.readline():
            pass
        other = await people.json(edge, session=token)
        await other.send("erase")
        assert b'"erased"' in await reader.read()
    writer.close()


async def test_text_sessions_can_be_shown_left_and_resumed(
    edge: LocalEdge, people: People, worker: Hand
) -> None:
    """`/sesion` shows the key, `/sesion KEY` brings the conversation back, `salir` says goodbye."""
    ana = await people.text(edge)
    await ana.say("hola")
    await worker.answer("te escucho")
    await ana.until(lambda line: line == "te escucho")
    await ana.say("/sesion")
    key = (await ana.until(lambda line: "llave" in line)).rpartition(" ")[2]
    await ana.say("salir")
    await ana.until_ended()
    assert ana.lines[-1].startswith("Gracias")
    bea = await people.text(edge)
    await bea.say(f"/sesion {key}")
    await bea.until(lambda line: line == "PsicoIA: te escucho")
    assert bea.lines[-3].startswith("Qué bueno")
    assert bea.lines[-2] == "Vos: hola"


async def test_a_connection_that_ends_while_it_opens_leaves_nothing(
    link: StoreLink, start_edge: StartEdge, monkeypatch: pytest.MonkeyPatch
) -> None:
    """The session that is opened too late is followed by nobody, and not subscribed to for ever."""
    patience(monkeypatch, 60)
    edge = await start_edge(redis_url=link.url)
    fanout = edge.edge._fanout
    link.silence()
    reader, writer = await asyncio.open_connection("127.0.0.1", edge.app_port)
    writer.write(b'{"type":"hello"}\n')
    await until(lambda: fanout._listeners, "the subscription")
    at_once = struct.pack("ii", 1, 0)  # a reset, where a mere close would be half a one
    writer.transport.get_extra_info("socket").setsockopt(socket.SOL_SOCKET, socket.SO_LINGER, at_once)
    writer.transport.abort()
    await until(lambda: not edge.edge._connections._open, "the end of the connection")
    link.resume()
    await until(lambda: not fanout._listeners, "forgetting")
    del reader


async def test_a_full_pump_stops_reading_and_loses_nothing(
    link: StoreLink, start_edge: StartEdge, people: People
) -> None:
    """More messages than the pump holds at once are all acked, in order."""
    edge = await start_edge(redis_url=link.url, max_pending_per_session=10_000)
    for transport in ("tcp", "ws"):
        ana = await people.json(edge, transport)
        for number in range(100):
            await ana.say("hola", id=f"m{number}")
        await ana.wait("ack", id="m99")
        assert [ack["id"] for ack in ana.of("ack")] == [f"m{number}" for number in range(100)]


async def test_a_key_that_opens_nothing_says_so(edge: LocalEdge, people: People) -> None:
    """Whoever comes back to an expired conversation learns that it starts anew, under the same key."""
    ana = await people.text(edge)
    key = new_token()
    await ana.say(f"/sesion {key}")
    await ana.until(lambda line: line == wire.RESUMED_EMPTY_LINE)
    await ana.say("/sesion")
    await ana.until(lambda line: line.endswith(key))
