"""The TCP door: lines of any kind, and what is no line at all."""

from __future__ import annotations

import asyncio
import json
import socket
from typing import Any, Self

import pytest

from edge.outgoing import PACE_BYTES
from shared.framing import MAX_FRAME_BYTES
from shared.protocol import MAX_OUTGOING_BYTES
from shared.texts import wire
from tests.edge.conftest import LongTalk, StartEdge
from tests.support.clients import People
from tests.support.edge_kit import Hand, LocalEdge, until

HELLO = b'{"type":"hello"}\n'
PING = b'{"type":"ping"}\n'


class Wire:
    """A TCP connection, byte by byte."""

    def __init__(self, edge: LocalEdge, *, window: int | None = None) -> None:
        self._edge = edge
        self._window = window

    async def __aenter__(self) -> Self:
        end = socket.socket()
        if self._window:
            end.setsockopt(socket.SOL_SOCKET, socket.SO_RCVBUF, self._window)
        end.setblocking(False)
        await asyncio.get_running_loop().sock_connect(end, ("127.0.0.1", self._edge.app_port))
        self.reader, self.writer = await asyncio.open_connection(sock=end, limit=self._window or 2**18)
        return self

    async def __aexit__(self, *_exc: object) -> None:
        self.writer.transport.abort()

    def send(self, data: bytes) -> None:
        """Send bytes."""
        self.writer.write(data)

    async def line(self) -> str:
        """Return the next line, ending included."""
        async with asyncio.timeout(5):
            return (await self.reader.readline()).decode()

    async def frame(self) -> dict[str, Any]:
        """Return the next line as a frame."""
        frame: dict[str, Any] = json.loads(await self.line())
        return frame

    async def rest(self) -> str:
        """Return all that comes until the edge closes."""
        async with asyncio.timeout(5):
            return (await self.reader.read()).decode()


async def test_json_first_never_sees_the_greeting(edge: LocalEdge) -> None:
    """The greeting is held back for who speaks JSON at once, however the bytes come."""
    async with Wire(edge) as line:
        for byte in HELLO:
            line.send(bytes([byte]))
            await asyncio.sleep(0)
        assert (await line.frame())["type"] == "welcome"
        await asyncio.sleep(0.3)
        line.send(PING)
        assert await line.line() == '{"type":"pong"}\n'


async def test_who_says_nothing_is_greeted(edge: LocalEdge) -> None:
    """Three lines, each ended by one LF; JSON after it is still understood, with its own welcome."""
    async with Wire(edge) as line:
        lines = [await line.line() for _ in range(3)]
        assert lines == [f"{text}\n" for text in wire.greeting(1)]
        line.send(HELLO)
        welcome = await line.frame()
        assert (welcome["type"], welcome["user"]) == ("welcome", "Usuario-1")
        line.send(PING)
        assert (await line.frame())["type"] == "pong"


async def test_text_first_is_greeted_and_answered(edge: LocalEdge, worker: Hand) -> None:
    """CR LF and LF both end a line; line breaks in a reply become spaces."""
    async with Wire(edge) as line:
        line.send(b"hola\r\nchau\n")
        await worker.answer("uno\ndos\r\ntres")
        await worker.answer("cuatro")
        lines = [await line.line() for _ in range(5)]
        assert lines[3:] == ["uno dos tres\n", "cuatro\n"]


async def test_half_a_line_is_not_a_message_and_stops_the_greeting(edge: LocalEdge) -> None:
    """Who is typing is not interrupted; the line counts when it ends."""
    async with Wire(edge) as line:
        line.send(b"/ayu")
        await asyncio.sleep(0.3)
        line.send(b"da\n")
        assert await line.line() == f"{wire.HELP[0]}\n"


@pytest.mark.parametrize(
    ("first", "sentence"),
    [
        (b"GET / HTTP/1.1\r\nHost: a\r\n\r\n", wire.NOT_HTTP),
        (b"POST /chat HTTP/1.1\r\nContent-Length: 4\r\n\r\nhola", wire.NOT_HTTP),
        (b"\x16\x03\x01\x02\x00\x01\x00\x01\xfc\x03\x03", wire.NOT_TLS),
        (b"\x16", wire.NOT_TLS),
    ],
)
async def test_other_protocols_are_turned_away(edge: LocalEdge, first: bytes, sentence: str) -> None:
    """One line says what this port is, and that is the end: nothing becomes a message."""
    async with Wire(edge) as line:
        line.send(first)
        assert await line.rest() == f"⚠ {sentence}\n"


async def test_a_request_without_an_end_is_turned_away_too(edge: LocalEdge) -> None:
    """The client closes its side after an unterminated request line."""
    async with Wire(edge) as line:
        line.send(b"GET / HTTP/1.1")
        line.writer.write_eof()
        assert await line.rest() == f"⚠ {wire.NOT_HTTP}\n"


async def test_http_later_is_what_somebody_says(edge: LocalEdge, worker: Hand) -> None:
    """Only a first line is taken for a protocol."""
    async with Wire(edge) as line:
        line.send(b"hola\nGET / HTTP/1.1\n")
        await worker.answer()
        turn = await worker.take()
        assert turn.question.text == "GET / HTTP/1.1"


async def test_64_kib_are_accepted_and_no_byte_more(start_edge: StartEdge) -> None:
    """The limit is that of the line without its ending; past it: too_long, and the end."""
    edge = await start_edge(max_message_chars=100_000)
    frame = b'{"type":"message","id":"m1","text":"%b"}'
    text = b"a" * (MAX_FRAME_BYTES - len(frame) + 2)
    async with Wire(edge) as line:
        line.send(HELLO + frame % text + b"\r\n")
        assert [(await line.frame())["type"] for _ in range(2)] == ["welcome", "ack"]
        line.send(frame % (text + b"a") + b"\n" + PING)
        last = await line.rest()
        assert json.loads(last)["code"] == "too_long"


async def test_an_endless_first_line_is_refused_in_its_own_mode(edge: LocalEdge) -> None:
    """No line ending ever comes: it is not waited for."""
    async with Wire(edge) as line:
        line.send(b"{" + b"a" * (MAX_FRAME_BYTES + 1))
        assert json.loads(await line.rest())["code"] == "too_long"
    async with Wire(edge) as line:
        line.send(b"a" * (MAX_FRAME_BYTES + 1))
        assert (await line.rest()).startswith("⚠ ")


async def test_bytes_that_are_no_utf8(edge: LocalEdge) -> None:
    """Refused and forgiven, in both modes."""
    async with Wire(edge) as line:
        line.send(b'{"type":"message","id":"m1","text":"\xff"}\n' + PING)
        assert (await line.frame())["code"] == "bad_frame"
        assert (await line.frame())["type"] == "pong"
    async with Wire(edge) as line:
        line.send(b"\xff\xfe\n/ayuda\n")
        assert await line.line() == f"⚠ {wire.NOT_UTF8}\n"
        assert await line.line() == f"{wire.HELP[0]}\n"


async def test_twenty_bad_lines_end_it(edge: LocalEdge) -> None:
    """The connection really closes, after the twentieth answer."""
    async with Wire(edge) as line:
        line.send(PING + b"{\n" * 25)
        answers = (await line.rest()).splitlines()
        assert len(answers) == 21


async def test_who_does_not_read_is_cut_off(edge: LocalEdge, monkeypatch: pytest.MonkeyPatch) -> None:
    """Its connection ends within CLOSE_SECONDS, and what waits for it stays under the bound."""
    monkeypatch.setattr("edge.tcp.CLOSE_SECONDS", 0.1)
    async with Wire(edge, window=4096) as line:
        line.send(HELLO)
        await until(lambda: edge.edge._connections._open)
        (talk,) = edge.edge._connections._open
        peak = 0
        ping = b'{"type":"ping","t":"%b"}' % (b"a" * 60_000)
        for _ in range(200):
            talk.receive(ping)
            peak = max(peak, talk._out.port.buffered())
            await asyncio.sleep(0)
        assert MAX_OUTGOING_BYTES - 130_000 < peak <= MAX_OUTGOING_BYTES + 1000
        await until(lambda: not edge.edge._connections._open, "the end")


async def test_a_long_history_reaches_who_reads_slowly(
    edge: LocalEdge, people: People, long_talk: LongTalk
) -> None:
    """A replay of many times the buffer is paced: whole, in order, and nobody is cut off."""
    ana = await people.json(edge)
    await long_talk(ana.sid, turns=400, chars=2000)
    async with Wire(edge, window=2**16) as line:
        await until(lambda: len(edge.edge._connections._open) == 2)
        port = list(edge.edge._connections._open)[-1]._out.port
        port._transport.get_extra_info("socket").setsockopt(socket.SOL_SOCKET, socket.SO_SNDBUF, 2**16)
        line.send(f'{{"type":"hello","session":"{ana.token}"}}\n'.encode())
        await until(lambda: port.buffered() > PACE_BYTES, "back-pressure")
        peak, ids = 0, []
        assert (await line.frame())["resumed"] is True
        while len(ids) < 800:
            ids.append((await line.frame())["id"])
            peak = max(peak, port.buffered())
        assert ids == [f"m{number}" for number in range(400) for _ in range(2)]
        assert peak < MAX_OUTGOING_BYTES // 2
        line.send(PING)
        assert (await line.frame())["type"] == "pong"


async def test_one_connection_too_many_is_refused_in_its_own_mode(start_edge: StartEdge) -> None:
    """By JSON, by a line, or at the greeting's time; also one that only begins a line."""
    edge = await start_edge(max_connections_per_ip=1)
    async with Wire(edge) as first:
        first.send(HELLO)
        await first.line()
        for said in (b"hola\n", b"", b"half a li"):
            async with Wire(edge) as line:
                line.send(said)
                assert (await line.rest()).startswith("⚠ Ya hay 1 ")
        async with Wire(edge) as line:
            line.send(HELLO)
            assert json.loads(await line.rest())["code"] == "too_many_connections"
        first.send(PING)
        assert (await first.frame())["type"] == "pong"
    await until(lambda: not edge.edge._connections._open)
    async with Wire(edge) as line:
        line.send(HELLO)
        assert (await line.frame())["type"] == "welcome"
