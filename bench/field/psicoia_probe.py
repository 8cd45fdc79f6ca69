"""PsicoIA's own engine: the real worker, with a handler that marks and waits instead of calling a model."""

from __future__ import annotations

from typing import Any

from arq.worker import func

from bench.field.contender import last, mark
from bench.submitter import NO_LIMIT, Submitter
from shared.protocol import LoggedReply
from shared.settings import load_settings
from shared.store.job import FUNCTION
from shared.store.queue import TurnQueue
from worker.engine import LeasedWorker
from worker.held import Held
from worker.main import shutdown, startup


class PsicoiaProbe:
    """Every job is a new person's message."""

    async def open(self, url: str) -> None:
        """Connect the enqueuing side."""
        self._submitter = Submitter(url)
        await self._submitter.__aenter__()

    async def enqueue(self, id: str, hold: float) -> None:
        """Submit a message, as an edge does."""
        await self._submitter.say(str(hold), id=id)

    async def close(self) -> None:
        """Disconnect the enqueuing side."""
        await self._submitter.__aexit__()

    def work(self, url: str, slots: int, patience: float | None) -> None:
        """Run a worker; turns take permits as calls to a model do."""
        settings = load_settings(
            _env_file=None,
            redis_url=url,
            llm_url="http://127.0.0.1:9/never-called",
            max_in_flight=NO_LIMIT,
            worker_max_jobs=slots,
            lease_seconds=patience or 3,
            log_level="WARNING",
        )
        LeasedWorker(
            functions=[func(_hold, name=FUNCTION, keep_result=0)],
            on_startup=startup,
            on_shutdown=shutdown,
            ctx={"settings": settings},
        ).run()


async def _hold(ctx: dict[str, Any], held: Held) -> bool:
    question = held.turn.question
    mark(question.id)
    await last(float(question.text))
    queue: TurnQueue = ctx["queue"]
    reply = LoggedReply(question.id, held.turn.trace, held.turn.attempt, "hecho", "llm")
    return await queue.settle(held.turn, reply, hungry=ctx["hungry"]())
