"""A scripted edge without store or worker: what the clients' tests talk to.

It speaks JSON and text mode over TCP and WebSocket as the protocol page says, serves `web/` with the
real Content-Security-Policy, keeps its sessions over :meth:`FakeEdge.stop` / :meth:`FakeEdge.start`,
and can be told to pause in the middle of an answer, to cut every connection, or to refuse a message.
"""

from __future__ import annotations

import asyncio
import contextlib
import itertools
import json
import random
import secrets
import socket
from collections.abc import AsyncIterator
from typing import Any

from websockets.asyncio.server import Server, ServerConnection, serve
from websockets.exceptions import ConnectionClosed
from websockets.typing import Subprotocol

from tests.support.fake_session import Frame, Peer, Session, pieces_of
from tests.support.fake_site import site

JSON_MODE = Subprotocol("psicoia.v1+json")


def free_port() -> int:
    """Return a port nobody listens on, below the ephemeral range.

    A client that retries a local port of that range can connect to itself.
    """
    while True:
        port = random.randrange(20_000, 32_000)
        with socket.socket() as probe, contextlib.suppress(OSError):
            probe.bind(("127.0.0.1", port))
            return port


class FakeEdge:
    """The scripted server. Attributes set by a test tell it how to behave."""

    def __init__(self) -> None:
        self.ws_port, self.tcp_port = free_port(), free_port()
        self.sessions: dict[str, Session] = {}
        self.received: list[Frame] = []  # every client frame, in order of arrival
        self.requests: list[str] = []  # every HTTP path asked for
        self.answers: dict[str, list[Any]] = {}  # message text -> pieces (str) and whole frames (dict)
        self.refusals: dict[str, list[Frame]] = {}  # message text -> errors given before it is accepted
        self.cut_before_store: set[str] = set()  # the connection dies and nothing is stored
        self.cut_before_ack: set[str] = set()  # stored, then the connection dies
        self.hold_after: int | None = None  # pause each answer after so many pieces
        self.held, self.go = asyncio.Event(), asyncio.Event()
        self._peers: set[Peer] = set()
        self._count = itertools.count(1)
        self._servers: list[asyncio.Server | Server] = []

    @property
    def page(self) -> str:
        """The page's address."""
        return f"http://127.0.0.1:{self.ws_port}/"

    @property
    def ws(self) -> str:
        """The WebSocket's address."""
        return f"ws://127.0.0.1:{self.ws_port}/ws"

    async def start(self) -> None:
        """Listen; a second time after :meth:`stop` on the same ports with the same sessions."""
        web = await serve(
            self._websocket,
            "127.0.0.1",
            self.ws_port,
            process_request=site(self.requests),
            select_subprotocol=lambda _, offered: JSON_MODE if JSON_MODE in offered else None,
            compression=None,
        )
        tcp = await asyncio.start_server(self._tcp, "127.0.0.1", self.tcp_port)
        self._servers = [web, tcp]

    async def stop(self) -> None:
        """Stop listening and cut every connection; sessions and their turns go on."""
        for server in self._servers:
            server.close()
        self.cut()
        for server in self._servers:
            await server.wait_closed()
        self._servers = []

    async def close(self) -> None:
        """Stop for good."""
        await self.stop()
        workers = [session.worker for session in self.sessions.values() if session.worker]
        for worker in workers:
            worker.cancel()
        await asyncio.gather(*workers, return_exceptions=True)

    def cut(self) -> None:
        """Tear every connection down without a goodbye."""
        for peer in list(self._peers):
            peer.abort()

    def tell(self, frame: Frame) -> None:
        """Send `frame` to every connection."""
        for peer in self._peers:
            peer.send(frame)

    def release(self) -> None:
        """Let the paused answer, and all later ones, run."""
        self.hold_after = None
        self.go.set()

    # Connections

    async def _websocket(self, ws: ServerConnection) -> None:
        outgoing: asyncio.Queue[str] = asyncio.Queue()
        peer = Peer(outgoing.put_nowait, ws.transport.abort, json=ws.subprotocol is not None)

        async def write() -> None:
            while True:
                await ws.send(await outgoing.get())

        writer = asyncio.create_task(write())
        with contextlib.suppress(ConnectionClosed):
            await self._serve(peer, (str(message) async for message in ws))
        writer.cancel()
        await asyncio.gather(writer, return_exceptions=True)

    async def _tcp(self, reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
        peer = Peer(lambda line: writer.write(f"{line}\n".encode()), writer.transport.abort)

        async def lines() -> AsyncIterator[str]:
            while line := await reader.readline():
                yield line.decode(errors="replace").rstrip("\r\n")

        with contextlib.suppress(ConnectionError):
            await self._serve(peer, lines())
        writer.close()
        with contextlib.suppress(ConnectionError):
            await writer.wait_closed()

    async def _serve(self, peer: Peer, lines: AsyncIterator[str]) -> None:
        self._peers.add(peer)
        greeting = asyncio.get_running_loop().call_later(0.25, self._greet, peer)
        try:
            async for line in lines:
                greeting.cancel()
                if not peer.session and line.startswith("{"):
                    peer.json = True
                if not peer.json and line == "salir":
                    peer.write("Hasta pronto.")
                    return
                self._frame(peer, json.loads(line) if peer.json else {"type": "message", "text": line})
        finally:
            greeting.cancel()
            self._peers.discard(peer)
            if peer.session:
                peer.session.peers.discard(peer)

    def _greet(self, peer: Peer) -> None:
        if not peer.json:
            self._hello(peer, {})

    # Frames

    def _frame(self, peer: Peer, frame: Frame) -> None:
        self.received.append(frame)
        kind = frame["type"]
        if kind == "hello" and peer.session:
            return
        if kind == "hello" or not peer.session:
            self._hello(peer, frame)
        session = peer.session
        assert session
        if kind == "message":
            self._message(peer, session, frame)
        elif kind == "stop" and session.live:
            session.stopped.add(frame.get("id", session.live["id"]))
            self.go.set()
        elif kind == "erase":
            session.log.clear()
            session.publish({"type": "erased"})
        elif kind == "ping":
            peer.send({"type": "pong"})

    def _hello(self, peer: Peer, hello: Frame) -> None:
        token = hello.get("session") or secrets.token_urlsafe(32)
        session = self.sessions.setdefault(token, Session(token, len(self.sessions) + 1))
        since = hello.get("since") if session.log else None
        start = next((n + 1 for n, event in enumerate(session.log) if event["offset"] == since), 0)
        peer.send(
            {
                "type": "welcome",
                "session": token,
                "user": f"Usuario-{session.user}",
                "resumed": bool(session.log),
                "offset": since or "0-0",
                "limits": {"max_chars": 4000, "rate_max": 6, "rate_window_s": 10},
                "disclaimer": "Soy un programa, no reemplazo a un profesional.",
            }
        )
        for event in session.log[start:]:
            peer.send(event)
        if session.live:
            peer.send({**session.live, "at": 0})
        peer.session = session
        session.peers.add(peer)
        session.worker = session.worker or asyncio.create_task(self._work(session))

    def _message(self, peer: Peer, session: Session, frame: Frame) -> None:
        text, key = frame["text"], frame.get("id", secrets.token_hex(4))
        if self.refusals.get(text):
            peer.send({"type": "error", "id": key, **self.refusals[text].pop(0)})
            return
        if text in self.cut_before_store:
            self.cut_before_store.discard(text)
            peer.abort()
            return
        if key in session.acks:
            peer.send({**session.acks[key], "duplicate": True})
            return
        offset, trace = f"{next(self._count)}-0", f"Usuario-{session.user}:m{len(session.acks) + 1}"
        session.acks[key] = {
            "type": "ack",
            "id": key,
            "trace_id": trace,
            "offset": offset,
            "duplicate": False,
        }
        user = {"type": "user", "id": key, "text": text, "offset": offset}
        session.log.append(user)
        if text in self.cut_before_ack:
            self.cut_before_ack.discard(text)
            peer.abort()
        elif peer.json:
            peer.send(session.acks[key])
        session.publish(user, but=peer)
        session.pending.put_nowait(user)

    # Turns

    async def _work(self, session: Session) -> None:
        while True:
            user = await session.pending.get()
            reply = await self._answer(session, user["id"], user["text"])
            reply["offset"] = f"{next(self._count)}-0"
            session.log.append(reply)
            session.live = None
            session.publish(reply)

    async def _answer(self, session: Session, key: str, text: str) -> Frame:
        live: Frame = {"type": "delta", "id": key, "attempt": 1, "at": 0, "text": ""}
        session.live = live
        for number, piece in enumerate(self.answers.get(text) or pieces_of(text)):
            if number == self.hold_after:
                self.go.clear()
                self.held.set()
                await self.go.wait()
            if key in session.stopped:
                break
            if isinstance(piece, dict):
                session.publish({"id": key, **piece})
                if piece["type"] == "delta":
                    live.update(attempt=piece["attempt"], text=live["text"][: piece["at"]] + piece["text"])
                continue
            session.publish({**live, "at": len(live["text"]), "text": piece})
            live["text"] += piece
            await asyncio.sleep(0)
        trace = session.acks[key]["trace_id"]
        end = {
            "type": "reply",
            "id": key,
            "trace_id": trace,
            "attempt": live["attempt"],
            "text": live["text"],
        }
        return {**end, "source": "llm", **({"stopped": True} if key in session.stopped else {})}
