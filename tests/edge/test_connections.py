"""All connections of an edge: counted, limited, sent elsewhere when it goes away."""

from __future__ import annotations

import asyncio
from typing import Any

import pytest
from websockets.exceptions import InvalidStatus

from edge.outgoing import Outgoing
from shared.framing import sniff
from shared.protocol import CloseCode
from shared.store.sessions import Sessions
from tests.edge.conftest import StartEdge
from tests.support.clients import People
from tests.support.edge_kit import Hand, LocalEdge, until
from tests.support.fake_port import FakePort


async def figure(edge: LocalEdge, transport: str) -> float | None:
    """Return how many connections the edge says it has."""
    registry = edge.edge._connections._services.metrics.registry
    return registry.get_sample_value("psicoia_connections", {"transport": transport})


async def test_connections_are_counted_by_transport(edge: LocalEdge, people: People) -> None:
    """Up when they come, down when they go."""
    ana, bea = await people.json(edge), await people.json(edge, "tcp")
    assert (await figure(edge, "ws"), await figure(edge, "tcp")) == (1, 1)
    await ana.drop()
    await bea.drop()
    await until(lambda: not edge.edge._connections._open)
    assert (await figure(edge, "ws"), await figure(edge, "tcp")) == (0, 0)


async def test_an_address_has_so_many_connections_over_both_doors(
    start_edge: StartEdge, people: People
) -> None:
    """TCP and WebSocket count together; when one leaves, the next is let in."""
    edge = await start_edge(max_connections_per_ip=2)
    ana = await people.json(edge)
    await people.json(edge, "tcp")
    late = await people.json(edge, hello=False)
    assert (await late.wait("error"))["code"] == "too_many_connections"
    await late.until_ended()
    assert late.link.close_code == 1008
    await ana.drop()
    await until(lambda: len(edge.edge._connections._open) == 1)
    await people.json(edge)


async def test_new_sessions_of_an_address_are_limited_over_all_edges(
    start_edge: StartEdge, people: People
) -> None:
    """Exactly NEW_SESSIONS_PER_IP of them, wherever they knock at once; what exists is not concerned."""
    edges = [await start_edge(new_sessions_per_ip=5) for _ in range(2)]
    clients = [await people.json(edges[number % 2], hello=False) for number in range(12)]
    await asyncio.gather(*(client.send("hello") for client in clients))
    first = await asyncio.gather(*(client.until(lambda _: True) for client in clients))
    welcomed = [client for client, frame in zip(clients, first, strict=True) if frame["type"] == "welcome"]
    refused = [frame for frame in first if frame["type"] == "error"]
    assert len(welcomed) == 5
    assert {frame["code"] for frame in refused} == {"too_many_sessions"}
    assert all(0 < frame["retry_after"] <= 60 for frame in refused)
    await welcomed[0].say("hola")
    await welcomed[0].wait("ack")
    again = await people.json(edges[1], session=welcomed[0].token)
    assert again.welcome["resumed"] is True


async def test_a_refused_session_is_asked_for_again(start_edge: StartEdge, people: People) -> None:
    """The connection stays; its next message is refused with its id, and danger is heard."""
    edge = await start_edge(new_sessions_per_ip=1)
    await people.json(edge)
    late = await people.json(edge, hello=False)
    await late.send("hello")
    await late.wait("error")
    await late.say("me quiero matar", id="m1")
    assert (await late.wait("error", id="m1"))["code"] == "too_many_sessions"
    assert [frame["type"] for frame in late.frames] == ["error", "resources", "error"]


async def test_everybody_is_sent_elsewhere(start_edge: StartEdge, people: People) -> None:
    """`reconnect`, then 1012; a line for people; on another edge all goes on."""
    edge, other = await start_edge(), await start_edge()
    ana = await people.json(edge)
    tcp = await people.json(edge, "tcp")
    text = await people.text(edge)
    await text.say("/ayuda")
    await text.line()
    await edge.stop()
    for client in (ana, tcp, text):
        await client.until_ended()
    assert 0 <= ana.of("reconnect")[0]["after_ms"] <= 2000
    assert ana.link.close_code == 1012
    assert tcp.frames[-1]["type"] == "reconnect"
    assert text.lines[-1].startswith("⚠ Voy a reiniciarme")
    back = await people.again(ana, other)
    assert back.welcome["session"] == ana.token


async def test_what_is_under_way_is_finished_first(
    start_edge: StartEdge, people: People, worker: Hand, monkeypatch: pytest.MonkeyPatch
) -> None:
    """A message that arrived before the end is acked before the close, and answered elsewhere."""
    edge, other = await start_edge(), await start_edge()
    ana = await people.json(edge)
    go, asked = asyncio.Event(), asyncio.Event()
    really = Sessions.submit

    async def slow(self: Sessions, *args: Any, **kwargs: Any) -> Any:
        asked.set()
        await go.wait()
        return await really(self, *args, **kwargs)

    monkeypatch.setattr(Sessions, "submit", slow)
    await ana.say("uno", id="m1")
    await ana.say("dos", id="m2")
    await asked.wait()
    edge.leave()
    await ana.wait("reconnect")
    go.set()
    await ana.until_ended()
    assert [ack["id"] for ack in ana.of("ack")] == ["m1", "m2"]
    assert ana.link.close_code == 1012
    await worker.answer(times=2)
    back = await people.again(ana, other)
    await back.reply("m2")


async def test_the_drain_is_bounded(
    start_edge: StartEdge, people: People, monkeypatch: pytest.MonkeyPatch
) -> None:
    """A store that does not answer holds nobody longer than DRAIN_SECONDS."""
    edge = await start_edge(drain_seconds=0.1)
    ana = await people.json(edge)
    never, asked = asyncio.Event(), asyncio.Event()

    async def hangs(self: Sessions, *args: Any, **kwargs: Any) -> Any:
        asked.set()
        return await never.wait()

    monkeypatch.setattr(Sessions, "submit", hangs)
    await ana.say("hola")
    await asked.wait()
    edge.leave()
    await ana.until_ended()
    assert ana.link.close_code == 1012
    never.set()


async def test_who_comes_during_the_drain_is_sent_away(
    start_edge: StartEdge, people: People, monkeypatch: pytest.MonkeyPatch
) -> None:
    """503, and for who was just coming in `going_away` and 1012: no newcomer holds up the end."""
    edge = await start_edge(drain_seconds=5)
    ana = await people.json(edge)
    go, asked = asyncio.Event(), asyncio.Event()
    really = Sessions.submit

    async def slow(self: Sessions, *args: Any, **kwargs: Any) -> Any:
        asked.set()
        await go.wait()
        return await really(self, *args, **kwargs)

    monkeypatch.setattr(Sessions, "submit", slow)
    await ana.say("hola")
    await asked.wait()
    edge.leave()
    await ana.wait("reconnect")
    with pytest.raises(InvalidStatus) as refused:
        await people.json(edge)
    assert refused.value.response.status_code == 503
    port = FakePort()
    late = edge.edge._connections.opened("tcp", Outgoing(port), "192.0.2.1", sniff, json=True)
    assert [frame["code"] for frame in port.frames] == ["going_away"]
    assert port.closed is CloseCode.RESTART
    edge.edge._connections.closed("tcp", late)
    go.set()
    await edge.ended()
