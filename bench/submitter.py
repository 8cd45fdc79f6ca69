"""An edge's share of a turn and nothing else: messages go straight into the store."""

from __future__ import annotations

import time
from dataclasses import dataclass
from typing import Any, Self

from shared.crisis import CALM
from shared.ids import MessageId, TraceId, new_token, session_id, trace_id
from shared.protocol import Message
from shared.seal import make_seal
from shared.store import scripts
from shared.store.sessions import Sessions
from tests.support.env import isolated_settings

NO_LIMIT = 1_000_000


@dataclass(frozen=True, slots=True)
class Sent:
    """One submitted message. Times are `time.monotonic()`, which all processes of a machine share."""

    trace: TraceId
    before: float
    after: float
    """When the store had said yes."""


class Submitter:
    """Each message is a new person's. An async context manager."""

    def __init__(self, url: str) -> None:
        self.store = scripts.connect(url)
        settings = isolated_settings(rate_max_messages=NO_LIMIT, max_queue_depth=NO_LIMIT)
        self._sessions = Sessions(self.store, settings, make_seal(""))
        self._people = 0

    async def __aenter__(self) -> Self:
        await self.store.start()
        await self.store.call("PING")
        return self

    async def __aexit__(self, *_exc: object) -> None:
        await self.store.aclose()

    async def say(self, text: str = "hoy fue un día largo", *, id: str = "m") -> Sent:
        """Submit one message of somebody new."""
        self._people += 1
        person, sid, message = self._people, session_id(new_token()), Message(MessageId(id), text)
        before = time.monotonic()
        submitted = await self._sessions.submit(
            sid, message, origin="bench", user=person, heard=CALM, country=None
        )
        return Sent(trace_id(person, submitted.number), before, time.monotonic())

    async def command_counts(self) -> dict[str, int]:
        """Return how often each command was run since the store started, also from within scripts."""
        info: Any = await self.store.call("INFO", "commandstats")
        counts = {}
        for line in info.decode().splitlines():
            name, _, figures = line.partition(":")
            if figures:
                counts[name.removeprefix("cmdstat_")] = int(figures.partition("calls=")[2].partition(",")[0])
        return counts
