"""What is asked of every queue: take a job at one end, say at the other when its handler started."""

from __future__ import annotations

import asyncio
import os
import time
from typing import Protocol

BEAT_SECONDS = 1.0


class Contender(Protocol):
    """One queue, as this bench uses it: an enqueuing side and a worker's side, in different processes."""

    async def open(self, url: str) -> None:
        """Connect the enqueuing side."""

    async def enqueue(self, id: str, hold: float) -> None:
        """Enqueue a job whose handler marks its start and then lasts `hold` seconds."""

    async def close(self) -> None:
        """Disconnect the enqueuing side."""

    def work(self, url: str, slots: int, patience: float | None) -> None:
        """Run a worker of `slots` jobs at once until killed.

        With `patience` a dead worker's job is to be noticed as near to so many seconds as the queue's
        settings allow; without, its defaults stand.
        """


NAMES = ("psicoia", "streaq", "saq", "arq-10ms", "arq")
LABELS = {
    "psicoia": "PsicoIA",
    "streaq": "streaQ",
    "saq": "SAQ",
    "arq-10ms": "arq, poll 10 ms",
    "arq": "arq as it comes",
}


def make(name: str) -> Contender:
    """Return the contender of that name; only its own library is imported."""
    match name:
        case "psicoia":
            from bench.field.psicoia_probe import PsicoiaProbe

            return PsicoiaProbe()
        case "saq":
            from bench.field.saq_probe import SaqProbe

            return SaqProbe()
        case "streaq":
            from bench.field.streaq_probe import StreaqProbe

            return StreaqProbe()
        case "arq" | "arq-10ms":
            from bench.field.arq_plain import ArqPlain

            return ArqPlain(poll_seconds=0.5 if name == "arq" else 0.01)
    raise ValueError(name)


def mark(id: str) -> None:
    """Say that the handler of job `id` starts now, on the clock that all processes share."""
    os.write(1, f"{id} {time.monotonic()!r}\n".encode())


async def last(hold: float) -> None:
    """Be in flight for `hold` seconds."""
    if hold:
        await asyncio.sleep(hold)
