"""A connection and its client, who must end up seeing exactly the log of a StoredSession.

Nothing here runs in an event loop: what the store answers and when an event arrives is decided by a test,
step by step, so that every interleaving can be tried.
"""

from __future__ import annotations

import types
from collections import deque
from collections.abc import Callable, Coroutine, Generator
from typing import Any, cast

import msgspec

from edge.mail import Mail
from edge.services import Services
from edge.stream import Session, Stream
from shared.ids import MessageId, Offset, SessionId, Token
from shared.protocol import ServerFrame, encode
from shared.store.sessions import Page
from tests.support.stored_session import StoredSession, time_of

SID = SessionId("5" * 32)
ME = "me"


@types.coroutine
def pause() -> Generator[None, None, None]:
    """Suspend until the test goes on with this coroutine."""
    yield


class Watcher:
    """One connection: a real Stream, the pump's order of operations, and what its client sees.

    `seen` holds the offsets of the `user` and `reply` frames since the last `erased`, `acks` those of acks.
    """

    def __init__(self, store: StoredSession) -> None:
        self.name = ME
        self.mail = Mail()
        self.seen: list[str] = []
        self.acks: dict[str, str] = {}
        self.building: tuple[str, int, str] = ("", 0, "")
        self.trouble: list[str] = []
        self.erasures = 0
        self._store = store
        self._pump: deque[Callable[[], Coroutine[Any, Any, None]]] = deque()
        self._running: Coroutine[Any, Any, None] | None = None
        self._repairing = False
        sessions = types.SimpleNamespace(resume=self.resume, erase=self.erase_all)
        services = types.SimpleNamespace(fanout=self, sessions=sessions)
        self.stream = Stream(cast(Services, services), Session(Token("t"), SID, 1), None, self)
        self._do(self._open)

    # The pump

    def step(self) -> bool:
        """Go on with the operation under way to its next wait; False when there is none."""
        if self._running is None:
            if not self._pump:
                return False
            self._running = self._pump.popleft()()
        try:
            self._running.send(None)
        except StopIteration:
            self._running = None
        return True

    def deliver(self) -> bool:
        """Let one live event arrive; False when none is on its way."""
        if not self._store.channel:
            return False
        self.stream.live(self._store.channel.popleft())
        return True

    def lose(self) -> None:
        """Lose all events on their way; the rebuilt connection says so.

        One thing goes unnoticed, and is left out: an erase that is lost together with the first event of
        the life it ended, of which this connection had no page yet.
        """
        channel = self._store.channel
        if not self.stream._merge._born and any(e.kind == "e" and e.origin != ME for e in channel):
            while self.deliver():
                pass
        channel.clear()
        self.stream.missed()

    def say(self, id: str, *, answered: bool) -> None:
        """Submit a message; the store's answer may get lost."""
        self._do(lambda: self._submit(MessageId(id), answered=answered))

    def erase(self) -> None:
        """Erase the session from this connection."""
        self._do(self.stream.erase)

    def _do(self, operation: Callable[[], Coroutine[Any, Any, None]]) -> None:
        self._pump.append(operation)

    async def _open(self) -> None:
        await self.stream.catch_up(await self.stream.open())

    async def _submit(self, id: MessageId, *, answered: bool) -> None:
        self.mail.sending(id)
        await pause()
        offset, number = self._store.say(id, ME)
        await pause()
        if answered:
            self.ack(id, offset, number, duplicate=False)

    async def _catch_up(self) -> None:
        self._repairing = False
        await self.stream.catch_up()

    # Fanout and Sessions

    async def subscribe(self, _sid: SessionId, _listener: object) -> None:
        """Begin to hear of events; what was published before is not heard."""
        await pause()
        self._store.channel.clear()

    def unsubscribe(self, _sid: SessionId, _listener: object) -> None:
        """Hear no more."""

    async def erase_all(self, _sid: SessionId, origin: str) -> None:
        """Delete everything: the call travels, runs, and its answer travels."""
        await pause()
        self._store.erase(origin)
        await pause()

    async def resume(self, _sid: SessionId, since: Offset | None) -> Page:
        """Read a page: the call travels, runs, and its answer travels."""
        await pause()
        page = self._store.page(since)
        await pause()
        return page

    # Owner of the stream

    def frame(self, frame: ServerFrame) -> None:
        """Show a frame."""
        self.encoded(encode(frame))

    def encoded(self, frame: bytes) -> None:
        """Show a frame."""
        fields = msgspec.json.decode(frame)
        match fields["type"]:
            case "erased":
                # Whatever is wrong on the screen is gone with the rest.
                self.erasures += 1
                self.trouble.clear()
                self.seen.clear()
                self.acks.clear()
                self.building = ("", 0, "")
            case "delta":
                self._put(fields)
            case "user":
                self.seen.append(fields["offset"])
            case "reply":
                self.seen.append(fields["offset"])
                self._check_ack(fields["id"])

    def _put(self, delta: dict[str, Any]) -> None:
        id, attempt, text = self.building
        if (id, attempt) != (delta["id"], delta["attempt"]):
            text = ""
        if delta["at"] > len(text):
            self.trouble.append("a gap in the deltas")
        text = text[: delta["at"]] + delta["text"]
        self.building = (delta["id"], delta["attempt"], text)
        told = [
            said
            for (_, id, attempt), said in self._store.texts.items()
            if (id, attempt) == (delta["id"], delta["attempt"])
        ]
        if not any(said.startswith(text) for said in told):
            self.trouble.append("the deltas make up another text")
        self._check_ack(delta["id"])

    def _check_ack(self, id: str) -> None:
        mine = id.startswith(ME)
        if mine and id not in self.acks and not self._was_replayed(id):
            self.trouble.append("an answer before its ack")

    def _was_replayed(self, id: str) -> bool:
        offsets = {entry.offset for entry in self._store.entries if b'"%b"' % id.encode() in entry.body}
        return bool(offsets & set(self.seen))

    async def pace(self) -> None:
        """Wait for the client to read."""
        await pause()

    def ack(self, id: MessageId, offset: Offset, number: int, *, duplicate: bool) -> bool:
        """Ack a message in doubt, as Talk does."""
        if not self.mail.acked(id, number, 0.0, duplicate=duplicate):
            return False
        self.acks[id] = offset
        return True

    def missed(self) -> None:
        """Catch up after what runs now."""
        if not self._repairing:
            self._repairing = True
            self._do(self._catch_up)

    def answered(self) -> None:
        """A reply was shown."""


def settled(store: StoredSession, watcher: Watcher) -> None:
    """Let everything under way come to its end. Raises AssertionError when it does not."""
    for _ in range(10_000):
        if not watcher.step() and not watcher.deliver():
            return
    raise AssertionError("the connection never comes to rest")


def whole_view(store: StoredSession, watcher: Watcher) -> None:
    """Check that the client sees the log: in order, without gap or duplicate, its own messages acked."""
    shown = [*watcher.seen, *watcher.acks.values()]
    assert watcher.trouble == []
    assert sorted(shown, key=time_of) == [entry.offset for entry in store.entries]
    assert watcher.seen == sorted(watcher.seen, key=time_of)
