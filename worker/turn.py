"""One turn: from the person's words to a settled reply."""

from __future__ import annotations

import asyncio
import random
from collections.abc import Callable, Sequence
from contextlib import suppress
from dataclasses import dataclass

import structlog

from shared.crisis import Level
from shared.errors import LeaseLost, LlmError, StoreUnavailable
from shared.log import bind_turn
from shared.metrics import WorkerMetrics
from shared.protocol import Source
from shared.settings import Settings
from shared.store.queue import TurnQueue
from shared.store.quota import PATIENCE_SECONDS
from shared.store.turn import Mode, Outcome, Turn
from worker.answering import Answering
from worker.held import Held, Interrupt
from worker.llm import (
    ChatMessage,
    Llm,
    LlmCall,
    LlmClosed,
    LlmContextTooLong,
    LlmEmpty,
    LlmFiltered,
    LlmRateLimited,
    LlmTimeout,
    LlmUnavailable,
    backoff,
)
from worker.prompt import build_messages
from worker.quota import Meter, QuotaExhausted, Reservation
from worker.screening import Screening
from worker.speech import Speech
from worker.system_prompt import VERSION, system_prompt

log = structlog.get_logger("psicoia.turn")

PIECE_SECONDS = 0.03
"""At most one piece of a reply in this time: the eye sees no difference, the store a large one."""

MAX_CRASHES = 5
"""A turn whose worker died so often is answered with the fallback: it may be what kills them."""


@dataclass(frozen=True, slots=True)
class Answer:
    """How a turn was answered, and what that says of the model."""

    source: Source
    outcome: Outcome = Outcome.NONE


class TurnRunner:
    """Answers turns. `llm` is None when there is no model to call."""

    def __init__(
        self, queue: TurnQueue, llm: Llm | None, meter: Meter, settings: Settings, metrics: WorkerMetrics
    ) -> None:
        self._queue = queue
        self._llm = llm
        self._meter = meter
        self._settings = settings
        self._metrics = metrics

    async def run(self, held: Held, *, hungry: Callable[[], bool]) -> bool:
        """Answer one turn, or give it back. True when claiming again makes sense right now.

        `hungry` tells whether this worker will claim again afterwards.
        """
        with bind_turn(held.turn.trace, held.turn.sid), self._metrics.in_flight.track_inprogress():
            return await self._run(held, hungry)

    async def _run(self, held: Held, hungry: Callable[[], bool]) -> bool:
        started = asyncio.get_running_loop().time()
        speech = Speech(held.turn, self._settings.default_country)
        answering = Answering(self._queue, held, speech)
        try:
            answer = await self._answer(held, answering)
            if answer is None:
                return True  # given back: the next claim tells when it is due
            more = await answering.settle(answer.source, hungry=hungry(), outcome=answer.outcome)
        except LeaseLost:
            self._metrics.leases_lost.inc()
            log.info("turn_lost")
            return False
        seconds = asyncio.get_running_loop().time() - started
        self._metrics.turns.labels(answer.source).inc()
        self._metrics.turn_time.observe(seconds)
        log.info(
            "turn_settled",
            source=answer.source,
            attempt=answering.attempt,
            chars=len(answering.text),
            stopped=held.interrupted is Interrupt.STOP,
            seconds=round(seconds, 3),
            prompt_version=VERSION,
        )
        return more

    async def _answer(self, held: Held, answering: Answering) -> Answer | None:
        """Show a reply; None when the turn goes back to the queue."""
        turn = held.turn
        if held.interrupted is Interrupt.STOP:
            return Answer("llm")
        if turn.mode is Mode.TEMPLATE or answering.speech.level is Level.IMMINENT:
            return self._by_template(answering)
        if self._llm is None:
            answering.replace(answering.speech.offline())
            return Answer("offline")
        exhausted = turn.tries > self._settings.llm_max_retries or turn.crashes > MAX_CRASHES
        if turn.mode is Mode.DETOUR or exhausted:
            return self._fall_back(answering)
        prompt = system_prompt(answering.speech.level, was=turn.was)
        messages = build_messages(prompt, turn.spoken, turn.question.text, self._settings)
        try:
            return await self._ask(self._llm, held, answering, messages)
        except QuotaExhausted as error:
            return await self._wait_for_quota(turn, answering, error.wait)
        except LlmError as error:
            return await self._failed(held, answering, error)

    async def _ask(
        self, llm: Llm, held: Held, answering: Answering, messages: Sequence[ChatMessage]
    ) -> Answer | None:
        """Call the model; once more with the newest message alone when the whole is too long for it."""
        try:
            return await self._call(llm, held, answering, messages)
        except LlmContextTooLong:
            system, *history, question = messages
            if not history:
                raise
            return await self._call(llm, held, answering, [system, question])

    async def _call(
        self, llm: Llm, held: Held, answering: Answering, messages: Sequence[ChatMessage]
    ) -> Answer | None:
        reserved = await self._meter.reserve(messages)
        call = llm.start(messages, trace=held.turn.trace)
        held.attach(call)
        screening = Screening(answering.speech)
        try:
            await self._stream(call, answering, screening, reserved)
        except LlmClosed:
            log.debug("call_closed")  # by an interrupt, which is looked at below
        except LlmRateLimited:
            await self._correct(reserved, call, refused=True)
            raise
        finally:
            await call.aclose()
        await self._correct(reserved, call)
        if call.first_token_seconds is not None:
            self._metrics.first_token.observe(call.first_token_seconds)
            log.info("first_token", seconds=round(call.first_token_seconds, 3))
        if held.interrupted is Interrupt.LOST:
            raise LeaseLost("interrupted")
        if held.interrupted is Interrupt.HAND_OVER and not call.whole:
            await self._queue.give_back(held.turn, keep_place=True, tried=False)
            return None
        if screening.template_only and held.interrupted is not Interrupt.STOP:
            return self._by_template(answering, screening.refused)
        return Answer("llm", Outcome.OK if call.first_token_seconds is not None else Outcome.NONE)

    async def _stream(
        self, call: LlmCall, answering: Answering, screening: Screening, reserved: Reservation | None
    ) -> None:
        """Show the answer as it may be shown. An interrupt ends the call, so that the loop ends too."""
        clock = asyncio.get_running_loop().time
        while piece := await call.read():
            ended = call.whole  # asked before anything is awaited: more may arrive meanwhile
            if reserved is not None:
                with suppress(StoreUnavailable):  # only a hint
                    await reserved.observe(call.rate_limit_headers)
            text = screening.feed(piece)
            if ended:
                _finish(answering, screening, text)
                return
            if screening.template_only:
                return
            shown_at = clock()
            if text:
                await answering.show(text)
            await call.pause(shown_at + PIECE_SECONDS - clock())
        _finish(answering, screening, "")

    async def _correct(self, reserved: Reservation | None, call: LlmCall, *, refused: bool = False) -> None:
        if reserved is None:
            return
        with suppress(StoreUnavailable):  # the estimate then stands until the window has passed
            await (reserved.release() if refused else reserved.correct(call.usage))

    async def _wait_for_quota(self, turn: Turn, answering: Answering, wait: float) -> Answer | None:
        """Keep the turn's place until there is quota; longer than a person waits is no use to it."""
        log.info("quota_exhausted", wait=round(wait, 3))
        if wait > PATIENCE_SECONDS:
            return self._fall_back(answering)
        # The refusal has closed the quota's gate; this one would not open when tokens come free early.
        await self._queue.give_back(turn, keep_place=True, tried=False)
        return None

    async def _failed(self, held: Held, answering: Answering, error: LlmError) -> Answer | None:
        """Give the turn back for another try, or end it with the fallback."""
        turn, limits, outcome = held.turn, self._settings, _outcome(error)
        wait = backoff(turn.tries + 1, limits.llm_backoff_initial, limits.llm_backoff_max, random.random)
        gate = 0.0
        if isinstance(error, LlmRateLimited):
            gate = wait = error.retry_after or wait
        elif isinstance(error, LlmUnavailable):
            wait = max(wait, error.retry_after or 0.0)
        again = error.retryable and turn.tries < limits.llm_max_retries and wait <= PATIENCE_SECONDS
        log.warning("model_failed", error=type(error).__name__, tries=turn.tries + 1, again=again)
        if held.interrupted is Interrupt.STOP:
            return Answer("llm", outcome)
        if not again:
            if gate:
                await self._queue.close_gate(gate)
            return self._fall_back(answering, outcome)
        self._metrics.retries.inc()
        await self._queue.give_back(turn, delay=wait, gate=gate, outcome=outcome)
        return None

    def _fall_back(self, answering: Answering, outcome: Outcome = Outcome.NONE) -> Answer:
        answering.replace(answering.speech.fallback())
        return Answer("fallback", outcome)

    def _by_template(self, answering: Answering, refused: str | None = None) -> Answer:
        """Say what the care policy has ready; `refused` is the guard's rule when it stopped the model."""
        if refused is not None:
            self._metrics.refused.labels(refused).inc()
            log.info("reply_refused", rule=refused)
        answering.replace(answering.speech.template())
        return Answer("template", Outcome.NONE if refused is None else Outcome.OK)


def _finish(answering: Answering, screening: Screening, text: str) -> None:
    """Finish with `text` and what was held back. Raises LlmEmpty when the model said nothing but its tag."""
    rest = text + screening.finish()
    if screening.wordless:
        raise LlmEmpty("empty")
    answering.finish(rest)


def _outcome(error: LlmError) -> Outcome:
    """Return what a failed call says of the model."""
    match error:
        case LlmRateLimited():
            return Outcome.LIMITED
        case LlmTimeout(phase=phase) if phase != "connect":
            return Outcome.SLOW
        case LlmContextTooLong() | LlmFiltered():
            return Outcome.NONE
    return Outcome.FAILED
