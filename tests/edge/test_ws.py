"""The WebSocket door: both modes, what is refused, how it ends."""

from __future__ import annotations

import asyncio
import json
import socket
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from typing import Any

import pytest
from websockets.asyncio.client import ClientConnection, connect
from websockets.exceptions import ConnectionClosed, InvalidStatus
from websockets.protocol import State

from edge.outgoing import PACE_BYTES
from edge.ws import MAX_READ_BYTES
from shared.framing import MAX_FRAME_BYTES
from shared.protocol import MAX_OUTGOING_BYTES, SUBPROTOCOL
from shared.texts import wire
from tests.edge.conftest import LongTalk, StartEdge
from tests.support.clients import People
from tests.support.edge_kit import Hand, LocalEdge, until

HELLO = '{"type":"hello"}'
PING = '{"type":"ping"}'


@asynccontextmanager
async def opened(edge: LocalEdge, path: str = "/ws", **options: Any) -> AsyncIterator[ClientConnection]:
    """Give a WebSocket; whatever is left open is broken off."""
    ws = await connect(f"ws://127.0.0.1:{edge.ws_port}{path}", **{"max_size": 2**22, **options})
    try:
        yield ws
    finally:
        ws.transport.abort()


async def received(ws: ClientConnection) -> str:
    """Return the next frame."""
    async with asyncio.timeout(5):
        return str(await ws.recv())


async def rest(ws: ClientConnection) -> tuple[list[str], int | None]:
    """Return all frames until the edge closes, and its close code."""
    frames: list[str] = []
    try:
        while True:
            frames.append(await received(ws))
    except ConnectionClosed:
        return frames, ws.close_code


@pytest.mark.parametrize("path", ["/", "/ws", "/ws?x=1"])
async def test_the_subprotocol_means_json(edge: LocalEdge, path: str) -> None:
    """It is accepted, and no greeting comes however long the client is silent."""
    async with opened(edge, path, subprotocols=["other", SUBPROTOCOL]) as ws:
        assert ws.subprotocol == SUBPROTOCOL
        await asyncio.sleep(0.3 if path == "/ws" else 0)
        await ws.send(PING)
        assert await received(ws) == '{"type":"pong"}'
        await ws.send("hola")
        assert json.loads(await received(ws))["code"] == "bad_frame"


async def test_json_first_means_json_too(edge: LocalEdge) -> None:
    """Without the subprotocol a JSON object with a `type` settles the mode before the greeting."""
    async with opened(edge) as ws:
        assert ws.subprotocol is None
        await ws.send(HELLO)
        assert json.loads(await received(ws))["type"] == "welcome"
        await asyncio.sleep(0.3)
        await ws.send(PING)
        assert await received(ws) == '{"type":"pong"}'


async def test_the_greeting_is_three_frames(edge: LocalEdge, worker: Hand) -> None:
    """wscat and the original's page: greeting, then a reply is a frame. JSON without type is text."""
    async with opened(edge, subprotocols=["unknown"]) as ws:
        assert [await received(ws) for _ in range(3)] == list(wire.greeting(1))
        await ws.send('{"hola": 1}')
        turn = await worker.take()
        assert turn.question.text == '{"hola": 1}'
        await worker.settle(turn, "uno\ndos")
        assert await received(ws) == "uno dos"
        await ws.send("salir")
        assert await rest(ws) == ([wire.GOODBYE], 1000)


async def test_json_after_the_greeting(edge: LocalEdge) -> None:
    """A program that was slow to speak still gets its welcome."""
    async with opened(edge) as ws:
        for _ in range(3):
            await received(ws)
        await ws.send(HELLO)
        assert json.loads(await received(ws))["type"] == "welcome"


async def test_64_kib_are_accepted_and_no_byte_more(start_edge: StartEdge) -> None:
    """Counted in bytes of UTF-8; past it: too_long, and 1009."""
    edge = await start_edge(max_message_chars=100_000)
    frame = '{"type":"message","id":"m1","text":"%s"}'
    text = "a" * (MAX_FRAME_BYTES - len(frame) + 2)
    async with opened(edge, subprotocols=[SUBPROTOCOL]) as ws:
        await ws.send(frame % text)
        assert [json.loads(await received(ws))["type"] for _ in range(2)] == ["welcome", "ack"]
        await ws.send(frame % (text[:-1] + "ñ"))
        frames, code = await rest(ws)
        assert [json.loads(frame)["code"] for frame in frames] == ["too_long"]
        assert code == 1009


async def test_a_first_frame_over_the_limit_is_refused_in_its_own_mode(edge: LocalEdge) -> None:
    """JSON to JSON, a line to text; far beyond the limit the connection simply ends."""
    big = "a" * MAX_FRAME_BYTES
    async with opened(edge) as ws:
        await ws.send(json.dumps({"type": "message", "text": big}))
        frames, code = await rest(ws)
        assert (json.loads(frames[0])["code"], code) == ("too_long", 1009)
    async with opened(edge) as ws:
        await ws.send(big + "a")
        frames, code = await rest(ws)
        assert (frames[0][:2], code) == ("⚠ ", 1009)
    async with opened(edge) as ws:
        await ws.send("a" * (MAX_READ_BYTES + 1))
        assert await rest(ws) == ([], 1009)


async def test_binary_frames_are_bad_frames(edge: LocalEdge) -> None:
    """Refused and forgiven; they do not count as the first frame's mode being JSON."""
    async with opened(edge, subprotocols=[SUBPROTOCOL]) as ws:
        await ws.send(PING.encode())
        assert json.loads(await received(ws))["code"] == "bad_frame"
        await ws.send(PING)
        assert await received(ws) == '{"type":"pong"}'
    async with opened(edge) as ws:
        await ws.send(b"\x00\x01")
        assert await received(ws) == f"⚠ {wire.NOT_TEXT_FRAME}"


async def test_text_that_is_no_utf8_ends_it_as_the_standard_says(edge: LocalEdge) -> None:
    """RFC 6455 §8.1 leaves no choice: 1007."""
    async with opened(edge, subprotocols=[SUBPROTOCOL]) as ws:
        await ws.send(b"\xff\xfe", text=True)
        assert await rest(ws) == ([], 1007)


async def test_twenty_bad_frames_end_it(edge: LocalEdge) -> None:
    """The nineteenth does not; the twentieth closes with 1008."""
    async with opened(edge, subprotocols=[SUBPROTOCOL]) as ws:
        for _ in range(19):
            await ws.send("x")
        await ws.send(PING)
        for _ in range(20):
            await ws.send("x")
        frames, code = await rest(ws)
        assert (len(frames), code) == (40, 1008)


@pytest.mark.parametrize(
    ("origin", "allowed", "status"),
    [
        (None, "", 101),
        (None, "https://psicoia.example", 101),
        ("http://{host}", "", 101),
        ("HTTP://{HOST}", "", 101),
        ("https://evil.example", "", 403),
        ("http://{host}.evil.example", "", 403),
        ("null", "", 403),
        ("http://[", "", 403),
        ("https://psicoia.example", "https://psicoia.example/,https://other.example", 101),
        ("https://evil.example", "https://psicoia.example", 403),
        ("http://{host}", "https://psicoia.example", 403),
    ],
)
async def test_whose_page_may_connect(
    start_edge: StartEdge, origin: str | None, allowed: str, status: int
) -> None:
    """Programs, our own page, or exactly the origins that are allowed; others get 403."""
    edge = await start_edge(allowed_origins=allowed)
    host = f"127.0.0.1:{edge.ws_port}"
    named = origin and origin.format(host=host, HOST=host.upper())
    if status == 101:
        async with opened(edge, origin=named):
            return
    with pytest.raises(InvalidStatus) as refused:
        await connect(edge.url, origin=named)
    assert refused.value.response.status_code == status


async def test_other_paths_have_no_websocket(edge: LocalEdge) -> None:
    """404, also where a file lies."""
    for path in ("/nothing", "/index.html", "/ws/"):
        with pytest.raises(InvalidStatus) as refused:
            await connect(f"ws://127.0.0.1:{edge.ws_port}{path}")
        assert refused.value.response.status_code == 404


async def test_nothing_is_compressed(edge: LocalEdge) -> None:
    """Compression would cost 45 kB a connection."""
    async with opened(edge, compression="deflate") as ws:
        assert ws.response is not None
        assert "Sec-WebSocket-Extensions" not in ws.response.headers


async def test_an_export_is_one_message_and_others_follow_it(
    edge: LocalEdge, people: People, long_talk: LongTalk
) -> None:
    """It is sent in fragments; a pong asked for meanwhile comes after it, whole."""
    ana = await people.json(edge)
    await long_talk(ana.sid, turns=300, chars=1000)
    async with opened(edge, subprotocols=[SUBPROTOCOL]) as ws:
        await ws.send(json.dumps({"type": "hello", "session": ana.token, "since": "99999999999999-0"}))
        assert json.loads(await received(ws))["type"] == "welcome"
        await ws.send('{"type":"export"}')
        (talk,) = [talk for talk in edge.edge._connections._open if talk is not None][-1:]
        await until(lambda: talk._out._long or talk._out.port.buffered())
        await ws.send(PING)
        history = json.loads(await received(ws))
        assert len(history["events"]) == 600
        assert await received(ws) == '{"type":"pong"}'


async def test_who_does_not_read_is_cut_off(edge: LocalEdge, monkeypatch: pytest.MonkeyPatch) -> None:
    """4008 for whoever still looks, and the end within CLOSE_SECONDS for who does not."""
    monkeypatch.setattr("edge.ws.CLOSE_SECONDS", 0.1)
    async with opened(edge, subprotocols=[SUBPROTOCOL]) as ws:
        (talk,) = edge.edge._connections._open
        port = talk._out.port
        port._ws.transport.get_extra_info("socket").setsockopt(socket.SOL_SOCKET, socket.SO_SNDBUF, 2**14)
        ws.transport.pause_reading()
        ping = b'{"type":"ping","t":"%b"}' % (b"a" * 60_000)
        peak = 0
        for _ in range(200):
            talk.receive(ping)
            peak = max(peak, port.buffered())
            await asyncio.sleep(0)
        assert PACE_BYTES < peak <= MAX_OUTGOING_BYTES + 1000
        await until(lambda: not edge.edge._connections._open, "the end")


async def test_a_slow_one_that_reads_at_last_knows_why(edge: LocalEdge) -> None:
    """The error is the last frame before 4008."""
    async with opened(edge, subprotocols=[SUBPROTOCOL]) as ws:
        (talk,) = edge.edge._connections._open
        port = talk._out.port
        port._ws.transport.get_extra_info("socket").setsockopt(socket.SOL_SOCKET, socket.SO_SNDBUF, 2**14)
        ws.transport.pause_reading()
        while not talk._out._cut_off:
            talk.receive(b'{"type":"ping","t":"%b"}' % (b"a" * 60_000))
            await asyncio.sleep(0)
        assert port._ws.protocol.state in (State.OPEN, State.CLOSING)
        ws.transport.resume_reading()
        frames, code = await rest(ws)
        assert json.loads(frames[-1])["code"] == "slow_consumer"
        assert code == 4008


async def test_the_clients_address_is_the_proxys_word(start_edge: StartEdge) -> None:
    """X-Forwarded-For counts only behind a trusted proxy."""
    trusting = await start_edge(max_connections_per_ip=1, trusted_proxies="127.0.0.0/8")
    wary = await start_edge(max_connections_per_ip=1)
    for edge, code in ((trusting, None), (wary, 1008)):
        async with (
            opened(edge, additional_headers={"X-Forwarded-For": "198.51.100.1"}),
            opened(
                edge,
                subprotocols=[SUBPROTOCOL],
                additional_headers={"X-Forwarded-For": "6.6.6.6, 198.51.100.2"},
            ) as ws,
        ):
            if code is None:
                await ws.send(PING)
                assert await received(ws) == '{"type":"pong"}'
            else:
                frames, closed = await rest(ws)
                assert json.loads(frames[0])["code"] == "too_many_connections"
                assert closed == code
