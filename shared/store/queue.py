"""What a worker does with turns: claim, renew, append, settle, give back."""

from __future__ import annotations

import secrets
from collections.abc import Sequence
from dataclasses import dataclass
from enum import IntEnum
from typing import Any

from shared.errors import LeaseLost
from shared.ids import Fence, SessionId, TraceId, trace_id
from shared.keys import CONTROL, HEALTH, WAKE
from shared.protocol import Delta, LoggedReply, LoggedUser, encode, encode_delta, open_reply, read_body
from shared.seal import Seal
from shared.settings import Settings
from shared.store import scripts
from shared.store.connection import StoreConnection
from shared.store.events import joined

MAX_CLAIMS = 16
"""Turns claimed by one call: a script holds up the whole store while it runs."""

PART_TTL_MS = 3_600_000
HEALTH_TTL_SECONDS = 10
NO_LIMIT = 1_000_000_000


class Word(IntEnum):
    """What the store says to a worker about its turn."""

    LOST = -1
    GO_ON = 0
    STOP = 1


@dataclass(frozen=True, slots=True)
class Turn:
    """A claimed turn: the lease, the question, and what was said before.

    `tries` counts attempts that the model failed, `crashes` those whose worker died. `spoken`
    alternates question and reply, oldest first. `shown` is set on a turn that was stopped while
    nobody held it: it only needs settling with that text.
    """

    sid: SessionId
    fence: Fence
    number: int
    attempt: int
    tries: int
    crashes: int
    user: int
    country: str | None
    stopped: bool
    question: LoggedUser
    spoken: tuple[LoggedUser | LoggedReply, ...]
    shown: Delta | None

    @property
    def trace(self) -> TraceId:
        """The trace id of the message that is answered."""
        return trace_id(self.user, self.number)


@dataclass(frozen=True, slots=True)
class Claims:
    """Turns, and how many seconds until asking again makes sense (None: when woken)."""

    turns: tuple[Turn, ...]
    ask_again: float | None


class TurnQueue:
    """The store's operations on turns. All raise StoreUnavailable while the store is down."""

    def __init__(self, store: StoreConnection, settings: Settings, seal: Seal, worker: str) -> None:
        self._store = store
        self._seal = seal
        self._worker = worker
        self._lease_ms = int(settings.lease_seconds * 1000)
        self._ttl_ms = int(settings.session_ttl_seconds * 1000)
        self._window = settings.llm_history_max_messages
        # Without a model there is no call to count: offline replies need no permit.
        self._limit = NO_LIMIT if settings.offline else settings.max_in_flight

    @property
    def wake_keys(self) -> tuple[str, str]:
        """Lists an idle worker waits on: its own control list, then the shared wake-up."""
        return CONTROL + self._worker, WAKE

    async def claim(self, want: int) -> Claims:
        """Take up to `want` due turns, each with its lease and permit."""
        answer = await scripts.CLAIM.run(
            self._store,
            self._worker,
            secrets.token_hex(6),
            min(want, MAX_CLAIMS),
            self._limit,
            self._lease_ms,
            max(self._window, 1),
        )
        wait = None if answer[0] < 0 else answer[0] / 1000
        return Claims(tuple(self._turn(*claim) for claim in answer[1:]), wait)

    def _turn(
        self,
        sid: bytes,
        fence: bytes,
        number: bytes,
        attempt: int,
        tries: int,
        crashes: int,
        user: int,
        country: bytes,
        stopped: int,
        asked: bytes,
        spoken: list[bytes],
        shown: list[bytes],
    ) -> Turn:
        session = SessionId(sid.decode())

        def opened(value: bytes) -> bytes:
            return self._seal.open(session, value)

        question = read_body(opened(asked))
        if not isinstance(question, LoggedUser):
            raise TypeError("the head of a session's mail is no message")
        return Turn(
            session,
            Fence(fence.decode()),
            int(number),
            attempt,
            tries,
            crashes,
            user,
            country.decode() or None,
            bool(stopped),
            question,
            tuple(read_body(opened(body)) for body in spoken[1::2]),
            joined(map(opened, shown)),
        )

    async def append(self, turn: Turn, attempt: int, at: int, text: str) -> Word:
        """Show `text` at code point `at` of the reply. LOST: nothing was written, write no more."""
        frame = self._seal.seal(turn.sid, encode_delta(turn.question.id, attempt, at, text))
        answer = await scripts.APPEND.run(
            self._store, turn.sid, turn.fence, turn.number, attempt, at, len(text), frame, PART_TTL_MS
        )
        return Word.LOST if answer < Word.LOST else Word(answer)

    async def settle(
        self, turn: Turn, reply: LoggedReply, *, hungry: bool, last: Delta | None = None
    ) -> bool:
        """Show the `last` piece, commit the reply and end the turn; True when more turns are due.

        `hungry` promises that this worker claims next, so that nobody else need be woken.
        Raises LeaseLost when the turn is another's.
        """
        body = open_reply(
            id=reply.id,
            trace_id=reply.trace_id,
            attempt=reply.attempt,
            text=reply.text,
            source=reply.source,
            stopped=reply.stopped,
        )
        frame = b"" if last is None else self._seal.seal(turn.sid, encode(last))
        answer = await scripts.SETTLE.run(
            self._store,
            turn.sid,
            turn.fence,
            self._seal.seal(turn.sid, body),
            self._ttl_ms,
            int(hungry),
            turn.number,
            frame,
        )
        if answer < 0:
            raise LeaseLost("settle")
        return bool(answer)

    async def give_back(
        self, turn: Turn, *, delay: float = 0.0, tried: bool = True, gate: float = 0.0
    ) -> None:
        """Return the turn to the queue, due in `delay` seconds; its permit is free at once.

        `gate` closes the model to all workers for so many seconds. A turn that is another's by
        now is left alone.
        """
        await scripts.GIVE_BACK.run(
            self._store, turn.sid, turn.fence, int(delay * 1000), int(tried), int(gate * 1000)
        )

    async def renew(self, turns: Sequence[Turn]) -> list[Word]:
        """Renew all leases in one call; one word for each turn."""
        args: list[Any] = [self._lease_ms]
        for turn in turns:
            args += turn.sid, turn.fence, turn.number
        return [Word(answer) for answer in await scripts.RENEW.run(self._store, *args)]

    async def nudge(self) -> None:
        """Wake another worker: this one swallowed a token it will not use."""
        await self._store.call("RPUSH", WAKE, 1)

    async def beat(self, host: str) -> None:
        """Say that a worker of this host is alive."""
        await self._store.call("SET", HEALTH + host, self._worker, "EX", HEALTH_TTL_SECONDS)

    async def alive(self, host: str) -> bool:
        """Tell whether a worker of this host said so in the last seconds."""
        return bool(await self._store.call("EXISTS", HEALTH + host))
