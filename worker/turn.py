"""One turn: from the person's words to a settled reply."""

from __future__ import annotations

import asyncio
import random
from collections.abc import Awaitable, Callable
from typing import TypeVar

import structlog

from shared.crisis import assess
from shared.errors import LeaseLost, LlmError, StoreUnavailable
from shared.log import bind_turn
from shared.metrics import WorkerMetrics
from shared.places import country_in
from shared.protocol import Delta, LoggedReply, Source
from shared.settings import Settings
from shared.store.queue import Turn, TurnQueue, Word
from worker.companion import fallback_reply, offline_reply
from worker.held import Held, Interrupt
from worker.llm import ChatMessage, Llm, LlmClosed, LlmContextTooLong, LlmRateLimited, backoff
from worker.prompt import build_messages
from worker.system_prompt import SYSTEM_PROMPT, VERSION

log = structlog.get_logger("psicoia.turn")

PIECE_SECONDS = 0.03
"""At most one piece of a reply in this time: the eye sees no difference, the store a large one."""

STORE_PATIENCE_SECONDS = 60.0
"""How long a finished reply waits for a store that is down before the turn is left to others."""

STORE_PAUSE_SECONDS = 0.05
MAX_CRASHES = 5
"""A turn whose worker died so often is answered with the fallback: it may be what kills them."""

T = TypeVar("T")


class Answering:
    """The reply of one turn as far as it was shown. Raises LeaseLost once the turn is another's."""

    def __init__(self, queue: TurnQueue, held: Held) -> None:
        self._queue = queue
        self._held = held
        self.attempt = held.turn.attempt
        self.text = held.turn.shown.text if held.turn.shown else ""
        self._last = ""

    async def show(self, text: str) -> None:
        """Append `text` for the person to see."""
        word = await self._patiently(
            lambda: self._queue.append(self._held.turn, self.attempt, len(self.text), text)
        )
        self.text += text
        if word is Word.LOST:
            self._held.interrupt(Interrupt.LOST)
        elif word is Word.STOP:
            self._held.interrupt(Interrupt.STOP)

    def finish(self, text: str) -> None:
        """Add the last piece: it is shown by `settle`, in one step with the reply."""
        self._last = text

    def replace(self, text: str) -> None:
        """Finish with `text` instead of all that was shown before."""
        if self.text:
            self.attempt += 1
            self.text = ""
        self.finish(text)

    async def settle(self, source: Source, *, hungry: bool) -> bool:
        """Make what was shown, and the last piece, the reply; True when more turns are due."""
        turn = self._held.turn
        last = None
        if self._last:
            last = Delta(turn.question.id, self.attempt, len(self.text), self._last)
            self.text += self._last
        reply = LoggedReply(
            id=turn.question.id,
            trace_id=turn.trace,
            attempt=self.attempt,
            text=self.text,
            source=source,
            stopped=self._held.interrupted is Interrupt.STOP,
        )
        return await self._patiently(lambda: self._queue.settle(turn, reply, hungry=hungry, last=last))

    async def _patiently(self, operation: Callable[[], Awaitable[T]]) -> T:
        """Repeat an idempotent operation while the store is away. Raises LeaseLost, StoreUnavailable."""
        loop = asyncio.get_running_loop()
        until = loop.time() + STORE_PATIENCE_SECONDS
        while True:
            if self._held.interrupted is Interrupt.LOST:
                raise LeaseLost("interrupted")
            try:
                return await operation()
            except StoreUnavailable:
                if loop.time() > until:
                    raise
                await asyncio.sleep(STORE_PAUSE_SECONDS)


class TurnRunner:
    """Answers turns. `llm` is None when there is no model to call."""

    def __init__(self, queue: TurnQueue, llm: Llm | None, settings: Settings, metrics: WorkerMetrics) -> None:
        self._queue = queue
        self._llm = llm
        self._settings = settings
        self._metrics = metrics

    async def run(self, held: Held, *, hungry: Callable[[], bool]) -> bool:
        """Answer one turn, or give it back. True when more turns are due right now.

        `hungry` tells whether this worker will claim again afterwards.
        """
        with bind_turn(held.turn.trace, held.turn.sid), self._metrics.in_flight.track_inprogress():
            return await self._run(held, hungry)

    async def _run(self, held: Held, hungry: Callable[[], bool]) -> bool:
        started = asyncio.get_running_loop().time()
        answering = Answering(self._queue, held)
        try:
            source = await self._answer(held, answering)
            if source is None:
                return False
            more = await answering.settle(source, hungry=hungry())
        except LeaseLost:
            self._metrics.leases_lost.inc()
            log.info("turn_lost")
            return False
        seconds = asyncio.get_running_loop().time() - started
        self._metrics.turns.labels(source).inc()
        self._metrics.turn_time.observe(seconds)
        log.info(
            "turn_settled",
            source=source,
            attempt=answering.attempt,
            chars=len(answering.text),
            stopped=held.interrupted is Interrupt.STOP,
            seconds=round(seconds, 3),
            prompt_version=VERSION,
        )
        return more

    async def _answer(self, held: Held, answering: Answering) -> Source | None:
        """Show a reply and return its source; None when the turn goes back to the queue."""
        turn = held.turn
        if held.interrupted is Interrupt.STOP:
            return "llm"
        if self._llm is None:
            answering.replace(self._companion(turn, offline=True))
            return "offline"
        if turn.tries > self._settings.llm_max_retries or turn.crashes > MAX_CRASHES:
            return self._fall_back(turn, answering)
        messages = build_messages(SYSTEM_PROMPT, turn.spoken, turn.question.text, self._settings)
        try:
            try:
                return await self._stream(held, answering, messages)
            except LlmContextTooLong:
                system, *history, question = messages
                if not history:
                    raise
                return await self._stream(held, answering, [system, question])
        except LlmError as error:
            return await self._failed(held, answering, error)

    async def _stream(self, held: Held, answering: Answering, messages: list[ChatMessage]) -> Source | None:
        assert self._llm is not None
        clock = asyncio.get_running_loop().time
        call = self._llm.start(messages, trace=held.turn.trace)
        held.attach(call)
        try:
            while piece := await call.read():
                if call.whole:
                    answering.finish(piece)
                    break
                shown_at = clock()
                await answering.show(piece)  # an interrupt also ends the call, so that the loop ends
                await call.pause(shown_at + PIECE_SECONDS - clock())
        except LlmClosed:
            log.debug("call_closed")  # by an interrupt, which is looked at below
        finally:
            await call.aclose()
        if call.first_token_seconds is not None:
            self._metrics.first_token.observe(call.first_token_seconds)
            log.info("first_token", seconds=round(call.first_token_seconds, 3))
        if held.interrupted is Interrupt.LOST:
            raise LeaseLost("interrupted")
        if held.interrupted is Interrupt.HAND_OVER and not call.whole:
            await self._queue.give_back(held.turn, tried=False)
            return None
        return "llm"

    async def _failed(self, held: Held, answering: Answering, error: LlmError) -> Source | None:
        """Give the turn back for another try, or end it with the fallback."""
        turn, limits = held.turn, self._settings
        wait = backoff(turn.tries + 1, limits.llm_backoff_initial, limits.llm_backoff_max, random.random)
        gate = 0.0
        if isinstance(error, LlmRateLimited):
            # Longer than a person waits for a word is no use to this turn, and no reason for silence.
            gate = min(error.retry_after or wait, limits.llm_timeout_seconds)
            wait = max(gate, error.retry_after or 0.0)
        again = error.retryable and turn.tries < limits.llm_max_retries and wait <= limits.llm_timeout_seconds
        log.warning("model_failed", error=type(error).__name__, tries=turn.tries + 1, again=again)
        if held.interrupted is Interrupt.STOP:
            return "llm"
        if not again:
            return self._fall_back(turn, answering)
        self._metrics.retries.inc()
        await self._queue.give_back(turn, delay=wait, gate=gate)
        return None

    def _fall_back(self, turn: Turn, answering: Answering) -> Source:
        answering.replace(self._companion(turn, offline=False))
        return "fallback"

    def _companion(self, turn: Turn, *, offline: bool) -> str:
        said = turn.question.text
        previous = [entry.text for entry in turn.spoken if isinstance(entry, LoggedReply)]
        reply = offline_reply if offline else fallback_reply
        # As the edge does, so that both name the same country's lines.
        country = turn.country or country_in(said) or self._settings.default_country or None
        return reply(said, turn=turn.number, previous=previous, level=assess(said).level, country=country)
