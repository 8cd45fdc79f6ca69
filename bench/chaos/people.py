"""The people of a run: they talk, resend what was not acked, stop replies, erase everything."""

from __future__ import annotations

import asyncio
import random
import time
from collections.abc import Callable
from dataclasses import dataclass, field

from bench.chaos.client import Client
from bench.chaos.link import Edges
from bench.chaos.record import Account, Frame, Said
from bench.chaos.words import question

KINDS = ("single", "pipelining", "hopping", "stopping", "erasing")
SHARES = (30, 25, 25, 10, 10)

DOUBT_SECONDS = 6.0
"""A frame that was sent to a frozen edge may still be carried out so much later. Who erases waits so
long, or the late frame of a given-up connection would fall into the session's next life."""

MAX_PATIENCE_SECONDS = 1.0
"""Longest wait before an unaccepted message is sent again, whatever `retry_after` says: a run is short."""

LATE_SECONDS = 10.0
"""A reply in the log is shown by then to whoever is connected and welcomed: a lost event is repaired, a
dead pub/sub connection found within five seconds."""

ERASE_EVERY = 8
"""An erasing person erases after about so many messages."""


@dataclass(frozen=True, slots=True)
class Moods:
    """`quiet`: no fault strikes any more and all is up again; `calm`: and has been for a moment."""

    quiet: asyncio.Event = field(default_factory=asyncio.Event)
    calm: asyncio.Event = field(default_factory=asyncio.Event)


class Person(Client):
    """Says `turns` messages and, when `calm` is set, one last one."""

    def __init__(
        self,
        edges: Edges,
        account: Account,
        rng: random.Random,
        turns: int,
        moods: Moods,
        answered: Callable[[], None],
    ) -> None:
        super().__init__(edges, rng, moods.quiet)
        self.hops = account.kind == "hopping"
        self.account = account
        self.errors: dict[str, int] = {}
        account.views.append(self.view)
        self._turns = turns
        self._calm = moods.calm
        self._count_answer = answered
        self._begun = 0
        self._next_at = time.monotonic() + rng.uniform(0, 1)
        self._width = 1 if account.kind in ("single", "erasing") else rng.choice((2, 3))
        self._erase_at = rng.randint(2, ERASE_EVERY)
        self._erasing = False

    # The client's questions

    def finished(self) -> bool:
        """Whether everything was said and answered."""
        return self._begun > self._turns and not self._open() and not self._erasing

    @property
    def main_part_done(self) -> bool:
        """Whether only the last message is missing."""
        return self._begun >= self._turns and not self._open() and not self._erasing

    @property
    def state(self) -> str:
        """Say where it stands, for a report."""
        waiting = ",".join(f"{said.id}{'+' if said.acked else '?'}" for said in self._open())
        return f"{self._begun}/{self._turns} open={waiting} erasing={self._erasing}"

    def lost(self) -> None:
        """An erase in doubt is asked for again, when nothing old can come late any more."""
        self._erasing = False

    def arrived(self) -> None:
        """What was not acked on the old connection is sent again."""
        for said in self._open():
            if not said.acked:
                said.due = 0.0

    async def speak(self) -> None:
        """Send what is due."""
        now = time.monotonic()
        if self._erasing:
            return
        if self._wants_erase():
            if now - self.lost_at > DOUBT_SECONDS:
                self._erasing = True
                await self.send("erase")
            return
        self._begin(now)
        for said in self._open():
            if not said.acked and said.due is not None and said.due <= now:
                said.due = None
                said.times_sent += 1
                if said.times_sent == 1:
                    self.view.sent(said.id)
                await self.send("message", id=said.id, text=said.text)
        if self.account.kind == "stopping" and self._rng.random() < 0.1:
            await self._stop()

    def taken(self, frame: Frame) -> None:
        """Note acks, replies and refusals."""
        said = self.account.said.get(frame.get("id", ""))
        match frame["type"]:
            case "welcome":
                self.account.token, self.account.user = self.token, self.user
            case "ack" if said and not said.acked:
                self._acked(said, frame["offset"], frame["trace_id"])
            case "reply" if said and not said.answered:
                said.replied_at = time.monotonic()
                self._shown(said, int(frame["offset"].partition("-")[0]) / 1000)
                if not said.acked:
                    # Its ack was lost with the connection; the replay says as much.
                    said.offset, said.trace, said.acked_at = "replayed", frame["trace_id"], said.replied_at
                self._count_answer()
            case "erased" if self._erasing:
                self._erased()
            case "error":
                self._refused(frame, said)

    # Talking

    def _shown(self, said: Said, logged_at: float) -> None:
        said.lag = time.time() - logged_at
        if time.time() - max(logged_at, self.welcomed_at) > LATE_SECONDS:
            self.view.complain("shown late to who was connected", said.id)

    def _open(self) -> list[Said]:
        return [said for said in self.account.said.values() if not said.answered]

    def _begin(self, now: float) -> None:
        """Think of new messages: some people do not wait for the answer."""
        room = self._width - len(self._open())
        last = self._begun == self._turns
        if room <= 0 or now < self._next_at or self._begun > self._turns:
            return
        if last and (not self._calm.is_set() or self._open()):
            return
        for _ in range(1 if last else min(room, self._turns - self._begun)):
            self._begun += 1
            id = f"m{self._begun}"
            said = Said(id, question(self.account.number, id), calm=last)
            self.account.said[id] = said
        self._next_at = now + self._rng.uniform(0, 0.3)

    @staticmethod
    def _acked(said: Said, offset: str, trace: str) -> None:
        said.offset, said.trace, said.acked_at = offset, trace, time.monotonic()

    def _refused(self, frame: Frame, said: Said | None) -> None:
        code = frame["code"]
        self.errors[code] = self.errors.get(code, 0) + 1
        wait = min(frame.get("retry_after") or 0.1, MAX_PATIENCE_SECONDS) * self._rng.uniform(0.5, 1)
        if said is not None:
            said.due = time.monotonic() + wait
        elif self._erasing and code == "unavailable":
            self._left = True  # whether it was done is unknown

    async def _stop(self) -> None:
        said = next((one for one in self._open() if one.acked and not (one.stop_asked or one.calm)), None)
        if said is not None:
            said.stop_asked = True
            # By name: a nameless stop that comes late would hit another reply.
            await self.send("stop", id=said.id)

    # Erasing

    def _wants_erase(self) -> bool:
        if self.account.kind != "erasing" or self._begun < self._erase_at or self._begun >= self._turns:
            return False
        # In the middle of a reply or after it, but never with a message whose fate is open.
        return all(said.acked and said.offset != "replayed" for said in self._open())

    def _erased(self) -> None:
        self._erasing = False
        self._erase_at = self._begun + self._rng.randint(2, ERASE_EVERY)
        for said in self._open():
            said.replied_at = time.monotonic()
            self._count_answer()
        self.account.erased += self.account.said.values()
        self.account.said.clear()
        self.view.erased()
