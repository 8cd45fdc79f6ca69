"""What a worker does with turns: claim, renew, append, settle, give back."""

from __future__ import annotations

import math
import secrets
from collections.abc import Sequence
from contextlib import suppress
from typing import Any

import structlog
from msgspec import DecodeError

from shared.crisis import VERSION, Assessment, Level
from shared.errors import LeaseLost, StoreUnavailable
from shared.ids import Fence, SessionId
from shared.keys import CONTROL, HEALTH, WAKE
from shared.log import SESSION_DIGITS
from shared.protocol import Delta, LoggedReply, LoggedUser, encode, encode_delta, open_reply, read_body
from shared.seal import Seal, SealBroken
from shared.settings import Settings
from shared.store import scripts
from shared.store.connection import StoreConnection
from shared.store.events import joined
from shared.store.quota import PATIENCE_SECONDS
from shared.store.turn import Claims, Mode, Outcome, Turn, Word

log = structlog.get_logger("psicoia.store")

MAX_CLAIMS = 16
"""Turns claimed by one call: a script holds up the whole store while it runs."""

MAX_RENEWALS = 64
"""Leases renewed by one call: half a millisecond of the store's time. With 256, the pick-up's p99 at 5,000
turns in flight rose from 5 to 15 ms (`python -m bench pickup`)."""

PART_TTL_MS = 3_600_000
HEALTH_TTL_SECONDS = 10
WAKE_TTL_SECONDS = 3600
NO_LIMIT = 1_000_000_000
UNREADABLE_SECONDS = 60.0
"""After so long a turn that could not be read is looked at again: the right DATA_KEY may be back."""


class TurnQueue:
    """The store's operations on turns. All raise StoreUnavailable while the store is down."""

    def __init__(self, store: StoreConnection, settings: Settings, seal: Seal, worker: str) -> None:
        self._store = store
        self._seal = seal
        self._worker = worker
        self._lease_ms = int(settings.lease_seconds * 1000)
        self._ttl_ms = int(settings.session_ttl_seconds * 1000)
        self._window = settings.llm_history_max_messages
        self._patience_ms = int(PATIENCE_SECONDS * 1000)
        self._rpm = settings.llm_rpm
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
            self._patience_ms,
            self._rpm,
        )
        wait = None if answer[0] < 0 else answer[0] / 1000
        turns = []
        for claim in answer[1:]:
            try:
                turns.append(self._turn(*claim))
            except (SealBroken, DecodeError, TypeError) as error:
                await self._set_aside(claim[0], claim[1], error)
        return Claims(tuple(turns), wait)

    async def _set_aside(self, sid: bytes, fence: bytes, error: Exception) -> None:
        """Return a turn nobody can read (another DATA_KEY, damage): it must not take the others down."""
        log.error("turn_unreadable", session=sid[:SESSION_DIGITS].decode(), error=type(error).__name__)
        with suppress(StoreUnavailable):
            # As give_back: later, no try, no gate, nothing said of the model.
            wait = int(UNREADABLE_SECONDS * 1000)
            await scripts.GIVE_BACK.run(
                self._store, sid, fence, wait, 0, 0, 0, Outcome.NONE.value, self._limit
            )

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
        mode: int,
        risk: bytes,
        was: bytes,
        since: int,
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
            tuple(read_body(opened(body)) for body in spoken),
            joined(map(opened, shown)),
            Mode(mode),
            Level(risk.decode() or Level.NONE),
            Level(was.decode() or Level.NONE),
            since,
        )

    async def append(self, turn: Turn, attempt: int, at: int, text: str) -> Word:
        """Show `text` at code point `at` of the reply. LOST: nothing was written, write no more."""
        frame = self._seal.seal(turn.sid, encode_delta(turn.question.id, attempt, at, text))
        answer = await scripts.APPEND.run(
            self._store, turn.sid, turn.fence, turn.number, attempt, at, len(text), frame, PART_TTL_MS
        )
        return Word.LOST if answer < Word.LOST else Word(answer)

    async def settle(
        self,
        turn: Turn,
        reply: LoggedReply,
        *,
        hungry: bool,
        last: Delta | None = None,
        outcome: Outcome = Outcome.NONE,
        raised: Assessment | None = None,
    ) -> bool:
        """Show the `last` piece, commit the reply and end the turn; True when more turns are due.

        `hungry` promises that this worker claims next, so that nobody else need be woken. `raised` is
        a danger that the message's own words had not told; it joins the session's memory.
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
            outcome.value,
            self._limit,
            *_memory(raised),
        )
        if answer < 0:
            raise LeaseLost("settle")
        return bool(answer)

    async def give_back(
        self,
        turn: Turn,
        *,
        delay: float = 0.0,
        keep_place: bool = False,
        tried: bool = True,
        gate: float = 0.0,
        outcome: Outcome = Outcome.NONE,
    ) -> None:
        """Return the turn to the queue; its permit is free at once.

        It is due in `delay` seconds, or keeps its place, or goes to the back of the line; one in
        danger goes to its head. `gate` closes the model to all workers for so many seconds. A turn
        that is another's by now is left alone.
        """
        await scripts.GIVE_BACK.run(
            self._store,
            turn.sid,
            turn.fence,
            math.ceil(delay * 1000),
            int(keep_place),
            int(tried),
            math.ceil(gate * 1000),
            outcome.value,
            self._limit,
        )

    async def close_gate(self, seconds: float) -> None:
        """Close the model to all workers for so long; a gate that is closed for longer stays so."""
        await scripts.CLOSE_GATE.run(self._store, math.ceil(seconds * 1000))

    async def renew(self, turns: Sequence[Turn]) -> list[Word]:
        """Renew all leases, MAX_RENEWALS to a call; one word for each turn."""
        words: list[Word] = []
        for start in range(0, len(turns), MAX_RENEWALS):
            args: list[Any] = [self._lease_ms]
            for turn in turns[start : start + MAX_RENEWALS]:
                args += turn.sid, turn.fence, turn.number
            words += [Word(answer) for answer in await scripts.RENEW.run(self._store, *args)]
        return words

    async def nudge(self) -> None:
        """Wake another worker: this one swallowed a token it will not use."""
        await self._store.call("RPUSH", WAKE, 1)
        await self._store.call("EXPIRE", WAKE, WAKE_TTL_SECONDS)

    async def beat(self, host: str) -> None:
        """Say that a worker of this host is alive."""
        await self._store.call("SET", HEALTH + host, self._worker, "EX", HEALTH_TTL_SECONDS)

    async def alive(self, host: str) -> bool:
        """Tell whether a worker of this host said so in the last seconds."""
        return bool(await self._store.call("EXISTS", HEALTH + host))


def _memory(raised: Assessment | None) -> tuple[str, str, str]:
    if raised is None or not raised.crisis:
        return "", "", ""
    return raised.level.value, " ".join(raised.rules), VERSION
