"""A scripted OpenAI-compatible server, for tests in the same loop or as a process of its own.

    async with FakeLlm() as llm: ...            # llm.url is what LLM_URL wants
    python -m tests.support.fake_llm --port 18100 --pieces 8 --delay 0.025

`GET /stats` returns the JSON of `FakeLlm.stats()`. It speaks HTTP itself, because tests need bytes and
broken connections that no proper server would send.
"""

from __future__ import annotations

import argparse
import asyncio
import contextlib
import json
import sys
import time
from collections import deque
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any, Self

from tests.support.llm_reply import WORDS, Reply, piece

MAX_KEPT = 100_000


@dataclass(slots=True)
class Request:
    """One request as it was seen. `start` and `end` are `time.monotonic()`."""

    number: int
    connection: int
    headers: dict[str, str]
    body: dict[str, Any]
    start: float
    end: float | None = None
    closed_early: bool = False
    """The client went away before the reply was complete."""
    finished: asyncio.Event = field(default_factory=asyncio.Event)

    @property
    def trace(self) -> str:
        """The `X-Request-ID` it came with."""
        return self.headers.get("x-request-id", "")

    @property
    def words(self) -> str:
        """The content of its last message."""
        return str(self.body["messages"][-1]["content"])


Script = Callable[[int, dict[str, Any]], Reply]
"""Chooses the reply to the n-th request (from 1)."""


class _ClientGone(Exception):
    """The other side closed the connection."""


class FakeLlm:
    """The server. `script` may be exchanged at any time; `port` 0 takes a free one."""

    def __init__(
        self,
        script: Script | None = None,
        *,
        port: int = 0,
        host: str = "127.0.0.1",
        keep_bodies: bool = True,
    ) -> None:
        self.script: Script = script or (lambda number, body: Reply())
        self.requests: list[Request] = []
        self.in_flight = 0
        self.max_in_flight = 0
        self.samples: deque[tuple[float, int]] = deque(maxlen=MAX_KEPT)
        """(time.monotonic(), in_flight) at each change."""
        self.connections = 0
        self._host, self._port = host, port
        self._keep_bodies = keep_bodies  # a bench would fill the memory with them
        self._server: asyncio.Server | None = None
        self._open: set[asyncio.Task[None]] = set()
        self._changed = asyncio.Condition()

    async def __aenter__(self) -> Self:
        self._server = await asyncio.start_server(self._accept, self._host, self._port, backlog=1024)
        self._port = self._server.sockets[0].getsockname()[1]
        return self

    async def __aexit__(self, *exc: object) -> None:
        assert self._server
        self._server.close()
        for task in self._open:
            task.cancel()
        await asyncio.gather(*self._open, return_exceptions=True)
        await self._server.wait_closed()

    @property
    def url(self) -> str:
        """What LLM_URL wants."""
        return f"http://{self._host}:{self._port}/v1/chat/completions"

    async def wait_for(self, condition: Callable[[FakeLlm], bool]) -> None:
        """Wait until `condition(self)` holds; it is looked at whenever a request comes or ends."""
        async with self._changed:
            await self._changed.wait_for(lambda: condition(self))

    def mean_in_flight(self, start: float, end: float) -> float:
        """Return the time-weighted mean of `in_flight` between two `time.monotonic()` times."""
        return mean_level(self.samples, start, end)

    def stats(self) -> dict[str, Any]:
        """Return what `GET /stats` tells: counts, samples of in_flight, start and end of each request."""
        return {
            "now": time.monotonic(),
            "requests": len(self.requests),
            "connections": self.connections,
            "in_flight": self.in_flight,
            "max_in_flight": self.max_in_flight,
            "samples": list(self.samples),
            "calls": [
                {"start": r.start, "end": r.end, "closed_early": r.closed_early, "trace": r.trace}
                for r in self.requests[-MAX_KEPT:]
            ],
        }

    async def _accept(self, reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
        task = asyncio.current_task()
        assert task
        self._open.add(task)
        self.connections += 1
        try:
            await self._serve(self.connections, reader, writer)
        except (OSError, asyncio.IncompleteReadError, asyncio.LimitOverrunError, asyncio.CancelledError):
            pass  # The connection ended, or the server does.
        finally:
            self._open.discard(task)
            writer.transport.abort()

    async def _serve(
        self, connection: int, reader: asyncio.StreamReader, writer: asyncio.StreamWriter
    ) -> None:
        while True:
            head = (await reader.readuntil(b"\r\n\r\n")).decode("latin-1").split("\r\n")
            headers = {
                name.lower(): value.strip()
                for name, _, value in (line.partition(":") for line in head[1:] if line)
            }
            body = await reader.readexactly(int(headers.get("content-length", "0")))
            if head[0].startswith("GET "):
                _write(writer, 200, {}, json.dumps(self.stats()).encode())
                continue
            number = len(self.requests) + 1
            request = Request(number, connection, headers, json.loads(body), time.monotonic())
            self.requests.append(request)
            await self._count(+1)
            try:
                keep = await self._reply(request, reader, writer)
            except (_ClientGone, OSError):
                request.closed_early, keep = True, False
            finally:
                if not self._keep_bodies:
                    request.body, request.headers = {}, {"x-request-id": request.trace}
                request.end = time.monotonic()
                request.finished.set()
                await self._count(-1)
            if not keep:
                return

    async def _count(self, change: int) -> None:
        self.in_flight += change
        self.max_in_flight = max(self.max_in_flight, self.in_flight)
        self.samples.append((time.monotonic(), self.in_flight))
        async with self._changed:
            self._changed.notify_all()

    async def _reply(
        self, request: Request, reader: asyncio.StreamReader, writer: asyncio.StreamWriter
    ) -> bool:
        """Answer one request. Returns False when the connection is to be broken."""
        reply = self.script(request.number, request.body)
        await _gate(reader, reply.gate)
        await _pause(reader, reply.delay_first)
        if reply.cut_after == -1:
            return False
        if reply.hang_after == -1:
            await _hang(reader)
        if reply.raw is not None or reply.status != 200:
            _write(writer, reply.status, reply.headers, reply.raw or b"")
        else:
            head = {"content-type": "text/event-stream", "transfer-encoding": "chunked", **reply.headers}
            _write(writer, 200, head, reply.before and _chunk(reply.before))
            if not await self._pieces(reply, reader, writer):
                return False
            _send(writer, _chunk(reply.ending()) + b"0\r\n\r\n")
        await writer.drain()
        return reply.raw is None or reply.cut_after is None

    async def _pieces(self, reply: Reply, reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> bool:
        pieces = reply.split()
        for index in range(len(pieces) + 1):
            if reply.cut_after == index:
                await writer.drain()
                # Lets what was sent be read: an abort at once would take it back.
                writer.write_eof()
                return False
            if reply.hang_after == index:
                await _hang(reader)
            if index == len(pieces):
                return True
            if index == 1:
                await _gate(reader, reply.piece_gate)
            if index:
                await _pause(reader, reply.delay)
            _send(writer, _chunk(piece(pieces[index])))
            await writer.drain()
        return True


def mean_level(samples: Iterable[Sequence[float]], start: float, end: float) -> float:
    """Return the time-weighted mean of a level that is sampled at each change, as `stats()["samples"]`."""
    area, since, level = 0.0, start, 0.0
    for at, value in samples:
        if at > start:
            area += level * (min(at, end) - since)
            since = min(at, end)
        level = value
    return (area + level * (end - since)) / (end - start)


def _chunk(data: bytes) -> bytes:
    return b"%x\r\n%b\r\n" % (len(data), data) if data else b""


def _send(writer: asyncio.StreamWriter, data: bytes) -> None:
    if writer.transport.is_closing():
        raise _ClientGone
    writer.write(data)


def _write(writer: asyncio.StreamWriter, status: int, headers: Mapping[str, str], body: bytes) -> None:
    head = {"content-type": "application/json", **headers}
    if "transfer-encoding" not in head:
        head.setdefault("content-length", str(len(body)))
    lines = "".join(f"{name}: {value}\r\n" for name, value in head.items())
    _send(writer, f"HTTP/1.1 {status} X\r\n{lines}\r\n".encode("latin-1") + body)


async def _pause(reader: asyncio.StreamReader, seconds: float) -> None:
    """Sleep, but notice at once when the client goes."""
    if seconds:
        with contextlib.suppress(TimeoutError):
            async with asyncio.timeout(seconds):
                await _hang(reader)


async def _hang(reader: asyncio.StreamReader) -> None:
    if await reader.read(1) == b"":
        raise _ClientGone
    raise AssertionError("the client sent a request before it had the answer to the last")


async def _gate(reader: asyncio.StreamReader, gate: asyncio.Event | None) -> None:
    if gate is None or gate.is_set():
        return
    opened, gone = asyncio.create_task(gate.wait()), asyncio.create_task(_hang(reader))
    try:
        await asyncio.wait((opened, gone), return_when=asyncio.FIRST_COMPLETED)
        if gone.done():
            gone.result()
    finally:
        for task in (opened, gone):
            task.cancel()
        await asyncio.gather(opened, gone, return_exceptions=True)


async def _main() -> None:
    parser = argparse.ArgumentParser(description="A fake OpenAI-compatible server")
    parser.add_argument("--host", default="127.0.0.1")
    parser.add_argument("--port", type=int, default=0)
    parser.add_argument("--pieces", type=int, default=8)
    parser.add_argument("--delay-first", type=float, default=0.0, help="seconds before the first piece")
    parser.add_argument("--delay", type=float, default=0.025, help="seconds between pieces")
    parser.add_argument("--text", default=WORDS)
    options = parser.parse_args()
    reply = Reply(
        text=options.text, pieces=options.pieces, delay_first=options.delay_first, delay=options.delay
    )
    llm = FakeLlm(lambda number, body: reply, port=options.port, host=options.host, keep_bodies=False)
    async with llm:
        sys.stdout.write(f"READY {llm.url}\n")
        sys.stdout.flush()
        await asyncio.Event().wait()


if __name__ == "__main__":
    with contextlib.suppress(KeyboardInterrupt):
        asyncio.run(_main())
