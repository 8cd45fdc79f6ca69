"""A plain model of one session in the store: what it holds, and what it has published.

Nothing here runs in an event loop; events wait in `channel` until a test lets them arrive.
"""

from __future__ import annotations

from collections import deque
from dataclasses import dataclass, field

from shared.ids import MessageId, Offset, TraceId
from shared.protocol import Delta, encode_delta, open_reply, open_user
from shared.store.events import Event, Kind
from shared.store.sessions import LogEntry, Page

PAGE_EVENTS = 2


@dataclass
class StoredSession:
    """What the store holds of a session and has published of it."""

    channel: deque[Event] = field(default_factory=deque)
    entries: list[LogEntry] = field(default_factory=list)
    texts: dict[tuple[int, str, int], str] = field(default_factory=dict)
    """What every attempt (by life, message id, number of the attempt) has said so far."""
    waiting: deque[tuple[int, MessageId]] = field(default_factory=deque)
    life: int = 1
    exists: bool = False
    seq: int = 0
    number: int = 0
    attempt: int = 1
    text: str = ""
    clock: int = 0

    def say(self, id: MessageId, origin: str) -> tuple[Offset, int]:
        """Accept a message."""
        self.exists = True
        self.number += 1
        self.waiting.append((self.number, id))
        return self._log("u", self.number, origin, open_user(id, "hola")), self.number

    def write(self, text: str) -> None:
        """Show a piece of the reply that is due."""
        if self.waiting:
            number, id = self.waiting[0]
            frame = encode_delta(id, self.attempt, len(self.text), text)
            self.text += text
            self.texts[self.life, id, self.attempt] = self.text
            self._publish("d", Offset("-"), number, "-", frame)

    def start_over(self) -> None:
        """Begin the reply that is due again, with a higher attempt."""
        self.attempt, self.text = self.attempt + 1, ""

    def settle(self) -> None:
        """Commit the reply that is due."""
        if self.waiting:
            number, id = self.waiting.popleft()
            body = open_reply(id, TraceId("Usuario-1:m1"), self.attempt, self.text, "llm")
            self._log("r", number, "-", body)
            self.attempt, self.text = 1, ""

    def erase(self, origin: str) -> None:
        """Forget everything and say so."""
        self.expire()
        self.channel.append(Event(0, "e", Offset("-"), 0, origin, b""))

    def expire(self) -> None:
        """Forget everything in silence."""
        self.exists, self.seq, self.number = False, 0, 0
        self.attempt, self.text = 1, ""
        self.life += 1
        self.entries.clear()
        self.waiting.clear()

    def page(self, since: Offset | None) -> Page:
        """Return what comes after `since`, as one script sees it."""
        if not self.exists:
            return Page(exists=False)
        later = [entry for entry in self.entries if since is None or time_of(entry.offset) > time_of(since)]
        more = len(later) >= PAGE_EVENTS
        running = None
        if not more and self.text:
            running = Delta(self.waiting[0][1], self.attempt, 0, self.text)
        return Page(True, self.entries[0].offset, 1, self.seq, "", more, tuple(later[:PAGE_EVENTS]), running)

    def _log(self, kind: Kind, number: int, origin: str, body: bytes) -> Offset:
        self.clock += 1
        offset = Offset(f"{self.clock}-0")
        self.entries.append(LogEntry(offset, kind, number, body))
        self._publish(kind, offset, number, origin, body)
        return offset

    def _publish(self, kind: Kind, offset: Offset, number: int, origin: str, body: bytes) -> None:
        self.seq += 1
        self.channel.append(Event(self.seq, kind, offset, number, origin, body))


def time_of(offset: str) -> int:
    """Return an offset as a number that grows with time."""
    return int(offset.partition("-")[0])
