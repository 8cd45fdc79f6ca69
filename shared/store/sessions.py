"""What an edge does with sessions: open, submit, resume, stop, erase."""

from __future__ import annotations

import hashlib
import secrets
from collections.abc import AsyncIterator, Sequence
from dataclasses import dataclass
from enum import IntEnum
from typing import Any

from shared.crisis import VERSION, Assessment, Level
from shared.errors import Refusal
from shared.ids import MessageId, Offset, SessionId, message_key, trace_id
from shared.protocol import Delta, Message, open_reply, open_user, read_body
from shared.seal import Seal
from shared.settings import Settings
from shared.store import scripts
from shared.store.connection import StoreConnection
from shared.store.events import joined
from shared.store.job import job_definition
from shared.texts.wire import error_text

NEW_SESSIONS_WINDOW_MS = 60_000
UNUSED_TTL_MS = 3_600_000
"""How long the number of a session lives in which nothing was said."""

PAGE_EVENTS = 50
STOP_TRIES = 5
NO_OFFSET = Offset("0-0")
"""Before anything was said: a place from which everything is still to come."""


class Lane(IntEnum):
    """What a message's words mean for its place in the queue, and for the limits."""

    USUAL = 0
    DANGER = 1
    """Comes before all others, with an allowance of its own."""
    EXPRESS = 2
    """Imminent danger: comes before even those, and is answered by a template."""


@dataclass(frozen=True, slots=True)
class Submitted:
    """An accepted message: where it lies and which one of whose it is."""

    offset: Offset
    number: int
    user: int
    duplicate: bool


@dataclass(frozen=True, slots=True)
class LogEntry:
    """One event of the log; `body` is an open frame body, no longer sealed."""

    offset: Offset
    kind: str
    number: int
    body: bytes


@dataclass(frozen=True, slots=True)
class Page:
    """What a connection missed, up to PAGE_EVENTS events.

    `exists` is False when nothing is stored under the session. `born` names this life of the
    session: it changes after an erase or expiry. `seq` is the last event that the page includes.
    `cut` is the newest offset that is no longer kept. `running` is the text so far of the reply
    being written; it is None while `more` pages follow.
    """

    exists: bool
    born: str = ""
    user: int = 0
    seq: int = 0
    cut: str = ""
    more: bool = False
    entries: tuple[LogEntry, ...] = ()
    running: Delta | None = None


class Sessions:
    """The store's operations on sessions. All raise StoreUnavailable while the store is down."""

    def __init__(self, store: StoreConnection, settings: Settings, seal: Seal) -> None:
        self._store = store
        self._settings = settings
        self._seal = seal
        self._ttl_ms = int(settings.session_ttl_seconds * 1000)

    async def admit(self, sid: SessionId, address: str) -> int:
        """Count a new session of `address` and return its user number; one that has a number keeps it.

        Raises Refusal (`too_many_sessions`) past NEW_SESSIONS_PER_IP a minute, over all edges.
        """
        door = hashlib.sha256(address.encode()).hexdigest()[:32]
        answer = await scripts.ADMIT.run(
            self._store,
            sid,
            door,
            self._settings.new_sessions_per_ip,
            NEW_SESSIONS_WINDOW_MS,
            self._ttl_ms,
            UNUSED_TTL_MS,
        )
        if answer[0] == 0:
            retry_after = answer[1] / 1000
            code, limit = "too_many_sessions", self._settings.new_sessions_per_ip
            raise Refusal(
                code, error_text(code, retry_after=retry_after, limit=limit), retry_after=retry_after
            )
        return int(answer[0])

    async def submit(
        self,
        sid: SessionId,
        message: Message,
        *,
        origin: str,
        user: int,
        heard: Assessment,
        country: str | None,
        nonce: str | None = None,
    ) -> Submitted:
        """Accept one message, once, whatever number of times its id is sent.

        `heard` is what its words tell of danger: it chooses the lane, and the session remembers it.
        Pass the same `nonce` to repeat a call whose answer was lost. Raises Refusal with
        `rate_limited`, `too_many_pending` or `busy`.
        """
        limits = self._settings
        body = self._seal.seal(sid, open_user(message.id, message.text))
        answer = await scripts.SUBMIT.run(
            self._store,
            sid,
            message_key(message.id),
            nonce or secrets.token_hex(8),
            origin,
            body,
            user,
            int(_lane(heard)),
            heard.level.value if heard.crisis else "",
            " ".join(heard.rules),
            VERSION,
            int(heard.safe),
            country or "",
            limits.rate_max_messages,
            int(limits.rate_window_seconds * 1000),
            limits.max_pending_per_session,
            limits.max_queue_depth,
            self._ttl_ms,
            job_definition(sid),
        )
        outcome = answer[0].decode()
        if outcome not in ("ok", "duplicate"):
            raise self._refusal(outcome, message.id, answer)
        return Submitted(
            Offset(answer[1].decode()), int(answer[2]), int(answer[3]), duplicate=outcome == "duplicate"
        )

    def _refusal(self, code: str, message_id: MessageId, answer: Sequence[Any]) -> Refusal:
        limits = self._settings
        retry_after, limit = None, limits.max_pending_per_session
        if code == "rate_limited":
            retry_after, limit = int(answer[1]) / 1000, limits.rate_max_messages
        elif code == "busy":
            retry_after = int(answer[1]) / 1000
        text = error_text(code, retry_after=retry_after, limit=limit, window=limits.rate_window_seconds)
        return Refusal(code, text, id=message_id, retry_after=retry_after)

    async def resume(self, sid: SessionId, since: Offset | None) -> Page:
        """Return the next page of events after `since` (None: from the beginning)."""
        answer = await scripts.RESUME.run(self._store, sid, since or "", PAGE_EVENTS)
        if not answer[0]:
            return Page(exists=False)
        _, born, user, seq, cut, more, flat, running = answer
        entries = tuple(
            LogEntry(Offset(offset.decode()), kind.decode(), int(number), self._seal.open(sid, body))
            for offset, kind, number, body in zip(*[iter(flat)] * 4, strict=True)
        )
        text = joined(self._seal.open(sid, frame) for frame in running)
        return Page(True, born.decode(), user, seq, cut.decode(), bool(more), entries, text)

    async def pages(self, sid: SessionId) -> AsyncIterator[tuple[LogEntry, ...]]:
        """Yield everything that is kept of a session, oldest first; at least one page."""
        since: Offset | None = None
        while True:
            page = await self.resume(sid, since)
            yield page.entries
            if not page.more:
                return
            since = page.entries[-1].offset

    async def stop(self, sid: SessionId, message_id: MessageId | None) -> bool:
        """Stop a reply that is being written or waits; False when there is none.

        A worker settles what it writes; what nobody has taken yet is settled here, with the text
        that was shown so far.
        """
        idkey = message_key(message_id) if message_id else ""
        for _ in range(STOP_TRIES):
            answer = await scripts.STOP.run(self._store, sid, idkey)
            state: str = answer[0].decode()
            if state != "waiting":
                return state == "running"
            if await self._cut(sid, *answer[1:]):
                return True
        return False

    async def _cut(
        self,
        sid: SessionId,
        entry: bytes,
        attempt: int,
        number: bytes,
        user: bytes,
        asked: bytes,
        shown: list[bytes],
    ) -> bool:
        if not asked:
            return False
        question = read_body(self._seal.open(sid, asked))
        text = joined(self._seal.open(sid, frame) for frame in shown)
        body = open_reply(
            id=question.id,
            trace_id=trace_id(int(user), int(number)),
            attempt=attempt,
            text=text.text if text else "",
            source="llm",
            stopped=True,
        )
        cut: int = await scripts.CUT.run(self._store, sid, entry, self._seal.seal(sid, body), self._ttl_ms)
        return cut == 1

    async def erase(self, sid: SessionId, origin: str) -> None:
        """Delete everything under a session and tell its connections. Idempotent."""
        await scripts.ERASE.run(self._store, sid, origin)

    async def places(self, sids: Sequence[SessionId]) -> list[int]:
        """Return each session's place in the queue, from 1; 0 when it does not wait."""
        return [int(place) for place in await scripts.PLACES.run(self._store, *sids)]

    async def newest(self, sids: Sequence[SessionId]) -> list[int]:
        """Return the seq of each session's newest event; 0 when nothing is stored."""
        return [int(seq) for seq in await scripts.NEWEST.run(self._store, *sids)]

    async def ping(self) -> bool:
        """Return True when the store answers. Raises StoreUnavailable."""
        answer: object = await self._store.call("PING")
        return answer == b"PONG"


def _lane(heard: Assessment) -> Lane:
    if heard.level is Level.IMMINENT:
        return Lane.EXPRESS
    return Lane.DANGER if heard.crisis else Lane.USUAL
