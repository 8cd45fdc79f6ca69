"""The leased arq worker: woken, never polling; claims turns, renews their leases, drains.

arq gives the worker's frame (functions, context, start-up, signals, its command line). What it does
with jobs is replaced: a claim is one script that is a lease and a permit in one, instead of a scan of
the queue per poll; a dropped store connection is survived; nothing of a turn is ever cancelled while
it talks to the store.
"""

from __future__ import annotations

import asyncio
import contextlib
import inspect
import socket
from collections.abc import Awaitable, Callable
from signal import Signals
from typing import Any, ClassVar

import structlog
from arq.worker import Worker
from redis.exceptions import RedisError

from shared.errors import LeaseLost, StoreUnavailable
from shared.protocol import Delta, LoggedReply
from shared.settings import Settings
from shared.store.job import FUNCTION
from shared.store.queue import TurnQueue
from shared.store.turn import Turn, Word
from shared.texts.companion import LAST_RESORT
from worker.held import Held, Interrupt

log = structlog.get_logger("psicoia.worker")

FALLBACK_POLL_SECONDS = 0.5
"""A lost wake-up token costs at most this."""

FULL_POLL_SECONDS = 0.05
"""A worker without room does not listen for wake-ups; so soon after it has room again it does."""

RENEW_SECONDS = 1.0
BEAT_SECONDS = 3.0
STORE_PAUSE_SECONDS = 0.1
HAND_OVER_SECONDS = 2.0
CRASH_DELAY_SECONDS = 1.0

Answer = Callable[[dict[Any, Any], Held], Awaitable[bool]]


class LeasedWorker(Worker):
    """An arq worker whose jobs are leased turns. `ctx` holds `settings` and `queue` after start-up."""

    # arq's command line reads here which attributes of WorkerSettings it may pass on.
    __signature__: ClassVar = inspect.signature(Worker)

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.held: dict[str, Held] = {}
        self.draining = asyncio.Event()
        self._wanted = asyncio.Event()
        self._room = asyncio.Event()
        self._aged = asyncio.Event()
        self._signals = 0
        self._over = False

    # What arq calls

    async def main(self) -> None:
        """Run until a signal asks to stop and the turns in hand are settled or handed over."""
        if self.on_startup:
            await self.on_startup(self.ctx)
        self._pool = self.ctx["redis"]
        self._settings: Settings = self.ctx["settings"]
        self._queue: TurnQueue = self.ctx["queue"]
        self.max_jobs = self._settings.worker_max_jobs
        self._renew_pause = min(RENEW_SECONDS, self._settings.lease_seconds / 3)
        async with asyncio.TaskGroup() as group:
            claiming = group.create_task(self._claim_loop(), name="claim")
            others = [
                group.create_task(coroutine, name=name)
                for name, coroutine in (
                    ("listen", self._listen_loop()),
                    ("renew", self._renew_loop()),
                    ("beat", self._beat_loop()),
                )
            ]
            log.info("worker_ready", max_jobs=self.max_jobs)
            await self._drain(claiming)
            self._over = True
            for task in others:
                # Cancelling is harmless here: the command connection drops the answers nobody
                # waits for, and the listening connection is used by nobody else.
                task.cancel()

    def handle_sig(self, signum: Signals) -> None:
        """Take nothing new; a second signal hands over at once what is still running."""
        self._signals += 1
        log.info("worker_draining", signal=signum.name, turns=len(self.held))
        self.draining.set()
        if self._signals > 1:
            self._hand_over()

    async def close(self) -> None:
        """Release what start-up took."""
        if self.on_shutdown:
            await self.on_shutdown(self.ctx)
        self._pool = None

    # Loops

    async def _claim_loop(self) -> None:
        while not self.draining.is_set():
            room = self.max_jobs - len(self.held)
            if room <= 0:
                self._room.clear()
                await self._room.wait()
                continue
            self._wanted.clear()
            sent = self.loop.time()
            try:
                claims = await self._queue.claim(room)
            except StoreUnavailable:
                await asyncio.sleep(STORE_PAUSE_SECONDS)
                continue
            for turn in claims.turns:
                self._start(turn, sent + self._settings.lease_seconds)
            if self.loop.time() - sent > self._renew_pause:
                self._aged.set()  # we or the store stood still: the leases may be over by now
            if claims.ask_again != 0:
                await self._wait_wanted(claims.ask_again)

    async def _wait_wanted(self, seconds: float | None) -> None:
        timer = None if seconds is None else self.loop.call_later(seconds, self._wanted.set)
        await self._wanted.wait()
        if timer is not None:
            timer.cancel()

    async def _listen_loop(self) -> None:
        control, wake = self._queue.wake_keys
        # Not for ever: redis-py sends by `asyncio.wait_for`, which in Python 3.11 can swallow a cancellation.
        while not self._over:
            if self._has_room():
                popped = await self._pop([control, wake], FALLBACK_POLL_SECONDS)
            else:
                popped = await self._pop([control], FULL_POLL_SECONDS)
            if popped is not None and popped[0] == control.encode():
                await self._look_at(popped[1].decode())
            elif self._has_room():
                self._wanted.set()
            elif popped is not None:
                await self._pass_on()

    async def _pop(self, keys: list[str], seconds: float) -> tuple[bytes, bytes] | None:
        pool: Any = self.pool  # redis-py's types know no fractions of seconds
        try:
            popped: tuple[bytes, bytes] | None = await pool.blpop(keys, timeout=seconds)
        except (RedisError, OSError, TimeoutError) as error:
            log.warning("wake_up_lost", error=type(error).__name__)
            await asyncio.sleep(STORE_PAUSE_SECONDS)
            return None
        return popped

    async def _pass_on(self) -> None:
        """Wake another worker with the token that this one will not use."""
        try:
            await self._queue.nudge()
        except StoreUnavailable:
            log.debug("nudge_missed")

    async def _renew_loop(self) -> None:
        while True:
            due = min((held.deadline for held in self._leased()), default=float("inf"))
            with contextlib.suppress(TimeoutError):
                async with asyncio.timeout(max(0.01, min(self._renew_pause, due - self.loop.time()))):
                    await self._aged.wait()
            self._aged.clear()
            await self._renew(self._leased())

    async def _beat_loop(self) -> None:
        host = socket.gethostname()
        while True:
            try:
                await self._queue.beat(host)
            except StoreUnavailable:
                log.debug("beat_missed")
            await asyncio.sleep(BEAT_SECONDS)

    # Turns

    def _start(self, turn: Turn, deadline: float) -> None:
        held = Held(turn, deadline)
        self.held[turn.fence] = held
        task = self.loop.create_task(self._run(held), name=turn.trace)
        # Keyed by fence: a session this worker lost may be claimed by it again.
        self.tasks[turn.fence] = task
        task.add_done_callback(lambda _: self._finished(turn.fence))

    def _finished(self, fence: str) -> None:
        del self.tasks[fence], self.held[fence]
        self.jobs_complete += 1
        self._room.set()

    async def _run(self, held: Held) -> None:
        answer: Answer = self.functions[FUNCTION].coroutine
        try:
            if await answer({**self.ctx, "hungry": self._hungry}, held):
                self._wanted.set()
        except StoreUnavailable:
            self.jobs_retried += 1
            self._left(held)
        except Exception:
            # A mistake of ours must not strand the person: the turn is tried again, then ended.
            self.jobs_failed += 1
            log.exception("turn_failed", trace=held.turn.trace, tries=held.turn.tries + 1)
            await self._failed(held)

    async def _failed(self, held: Held) -> None:
        try:
            if held.turn.tries <= self._settings.llm_max_retries:
                await self._queue.give_back(held.turn, delay=CRASH_DELAY_SECONDS)
                self._wanted.set()  # the next claim tells when it is due
            else:
                await self._last_resort(held.turn)
        except StoreUnavailable:
            self._left(held)
        except LeaseLost:
            log.info("turn_lost", trace=held.turn.trace)

    async def _last_resort(self, turn: Turn) -> None:
        """End a turn that even the fallback did not end: a mistake that stays must not loop for ever."""
        attempt = turn.attempt + 1  # one that nothing was shown of
        reply = LoggedReply(turn.question.id, turn.trace, attempt, LAST_RESORT, "fallback")
        shown = Delta(turn.question.id, attempt, 0, LAST_RESORT)
        if await self._queue.settle(turn, reply, hungry=self._hungry(), last=shown):
            self._wanted.set()

    def _left(self, held: Held) -> None:
        log.warning("turn_left", trace=held.turn.trace, reason="the store is away; the lease will run out")

    def _hungry(self) -> bool:
        return not self.draining.is_set()

    def _has_room(self) -> bool:
        return self._hungry() and len(self.held) < self.max_jobs

    def _leased(self) -> list[Held]:
        return [held for held in self.held.values() if held.interrupted is not Interrupt.LOST]

    async def _look_at(self, sid: str) -> None:
        await self._renew([held for held in self._leased() if held.turn.sid == sid])

    async def _renew(self, held_turns: list[Held]) -> None:
        """Renew leases; what is lost, stopped or past its time by our own clock is interrupted."""
        if not held_turns:
            return
        sent = self.loop.time()
        try:
            # A silent store is not waited for past the first lease's end.
            async with asyncio.timeout_at(min(held.deadline for held in held_turns)):
                words = await self._queue.renew([held.turn for held in held_turns])
        except (StoreUnavailable, TimeoutError):
            now = self.loop.time()
            for held in held_turns:
                if held.deadline <= now:
                    held.interrupt(Interrupt.LOST)
            return
        for held, word in zip(held_turns, words, strict=True):
            if word is Word.LOST:
                held.interrupt(Interrupt.LOST)
                continue
            held.deadline = sent + self._settings.lease_seconds
            if word is Word.STOP:
                held.interrupt(Interrupt.STOP)

    # The end

    async def _drain(self, claiming: asyncio.Task[None]) -> None:
        await self.draining.wait()
        self._room.set()
        self._wanted.set()
        await self._pass_on()
        # A claim on its way still brings turns.
        await asyncio.wait([claiming])
        if not await self._all_done(self._settings.drain_seconds):
            self._hand_over()
            await self._all_done(HAND_OVER_SECONDS)
        log.info("worker_drained", left=len(self.held))

    async def _all_done(self, seconds: float) -> bool:
        if self.tasks:
            await asyncio.wait(list(self.tasks.values()), timeout=seconds)
        return not self.tasks

    def _hand_over(self) -> None:
        for held in list(self.held.values()):
            held.interrupt(Interrupt.HAND_OVER)
