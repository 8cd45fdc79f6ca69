"""Mistakes of ours, lost connections, a store that is down or frozen: the worker stays."""

from __future__ import annotations

import asyncio
import os
import signal
from collections.abc import AsyncIterator, Callable
from contextlib import asynccontextmanager
from typing import Any

import pytest

import shared.store.connection
import shared.store.link
import worker.engine
import worker.main
from shared.embedded import EmbeddedStore
from shared.errors import StoreUnavailable
from shared.settings import Settings
from shared.store.queue import TurnQueue
from shared.store.turn import Claims
from shared.texts.companion import LAST_RESORT
from tests.support.logs import Lines
from tests.support.turns import LLM_URL, Desk, ScriptedLlm, says
from tests.support.workers import Hire
from worker.held import Held
from worker.turn import TurnRunner

FOREVER = 50.0
"""Seconds; longer than any test takes."""


@asynccontextmanager
async def frozen(store: EmbeddedStore) -> AsyncIterator[None]:
    """Let the store keep its connections and answer nothing."""
    os.kill(store.pid, signal.SIGSTOP)
    try:
        yield
    finally:
        os.kill(store.pid, signal.SIGCONT)


async def test_a_mistake_in_a_turn_costs_one_try(
    hire: Hire, desk: Desk, monkeypatch: pytest.MonkeyPatch, log_lines: Lines
) -> None:
    """An exception nobody foresaw is logged with its trace, and the person is answered all the same."""
    monkeypatch.setattr(worker.engine, "CRASH_DELAY_SECONDS", 0.0)
    real = TurnRunner.run

    async def stumbles_once(runner: TurnRunner, held: Held, **kwargs: Any) -> bool:
        if held.turn.tries == 0:
            raise ZeroDivisionError("canario")
        return await real(runner, held, **kwargs)

    monkeypatch.setattr(TurnRunner, "run", stumbles_once)
    hire()
    assert (await desk.ask("hola")).source == "llm"
    (line,) = [line for line in log_lines() if line["event"] == "turn_failed"]
    assert line["trace"] == "Usuario-17:m1"
    assert "canario" not in str(line)


async def test_a_mistake_that_stays_ends_the_turn(
    hire: Hire, desk: Desk, monkeypatch: pytest.MonkeyPatch
) -> None:
    """After its tries the turn is settled with words that need no code; it does not come back for ever."""
    monkeypatch.setattr(worker.engine, "CRASH_DELAY_SECONDS", 0.0)
    tries: list[int] = []

    async def stumbles(runner: TurnRunner, held: Held, **kwargs: Any) -> bool:
        tries.append(held.turn.tries)
        raise ZeroDivisionError

    monkeypatch.setattr(TurnRunner, "run", stumbles)
    hired = hire(llm_max_retries=2)
    async with desk.watch() as watch:
        await desk.say("hola")
        await desk.say("otra")
        reply, second = await watch.reply(), await watch.reply()
    assert (reply.text, reply.source, reply.attempt) == (LAST_RESORT, "fallback", 2)
    assert second.text == LAST_RESORT
    assert tries == [0, 1, 2, 3] * 2
    await hired.quit()
    assert await desk.waiting() == await desk.permits() == 0


@pytest.mark.parametrize("key", ["", "B" * 43])
async def test_a_turn_that_cannot_be_read_harms_nobody_else(
    hire: Hire, make_settings: Callable[..., Settings], key: str
) -> None:
    """A message sealed with another key waits for that key; the worker lives and answers the others."""
    other, own = make_settings(llm_url=LLM_URL, data_key="A" * 43), make_settings(data_key=key)
    async with Desk(other) as stranger, Desk(own) as desk:
        await stranger.say("sellado", "eva")
        hire(data_key=key)
        assert (await desk.ask("hola")).source == "llm"
        assert await desk.waiting() == 1
        assert (await desk.field("tries", "eva"), await desk.field("crashes", "eva")) == (None, "0")


async def test_dropped_connections_are_survived(only_woken: None, hire: Hire, desk: Desk) -> None:
    """All of them at once, the blocking one too: idle, and in the middle of a turn."""
    gate = asyncio.Event()
    hired = hire(ScriptedLlm(says("Hola. ", gate, "Te escucho.")))
    await desk.until_listening()
    await desk.kill_connections()
    await desk.until_listening()
    async with desk.watch() as watch:
        await desk.say("hola")
        await watch.next()
        await desk.kill_connections()
        gate.set()
        reply = await watch.reply()
    assert watch.rebuilt() == reply.text == "Hola. Te escucho."
    assert (reply.attempt, len(hired.llm.requests)) == (1, 1)
    assert (await desk.ask("otra")).text == "Hola. Te escucho."


async def test_a_store_that_is_down_at_the_start_is_waited_for(
    hire: Hire,
    redis_url: str,
    store_server: EmbeddedStore,
    make_settings: Callable[..., Settings],
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    """Down for longer than any call waits: the worker neither exits nor stays deaf."""
    refused = asyncio.Event()
    real = TurnQueue.claim

    async def claim(queue: TurnQueue, want: int) -> Claims:
        try:
            return await real(queue, want)
        except StoreUnavailable:
            refused.set()
            raise

    await asyncio.to_thread(store_server.kill)
    with monkeypatch.context() as patched:
        patched.setattr(TurnQueue, "claim", claim)
        patched.setattr(shared.store.link, "SILENCE_SECONDS", 0.05)
        hired = hire()
        await refused.wait()
        assert not hired.ended.done()
    await asyncio.to_thread(store_server.restart)
    async with Desk(make_settings(llm_url=LLM_URL)) as desk:
        assert (await desk.ask("hola")).text == "Te escucho."


async def test_a_store_that_is_down_does_not_hold_up_the_end(
    hire: Hire, redis_url: str, store_server: EmbeddedStore
) -> None:
    """A worker without a store still leaves when asked to."""
    await asyncio.to_thread(store_server.kill)
    hired = hire()
    await asyncio.sleep(0)
    hired.signal()
    await hired.wait_ended()


async def test_a_mistake_in_a_loop_ends_the_worker(
    hire: Hire, desk: Desk, monkeypatch: pytest.MonkeyPatch
) -> None:
    """A worker that lost one of its loops would be half deaf: it dies loudly, to be started again."""

    async def broken(queue: TurnQueue, host: str) -> None:
        raise ZeroDivisionError

    monkeypatch.setattr(TurnQueue, "beat", broken)
    hired = hire()
    with pytest.raises(ExceptionGroup) as caught:
        await hired.wait_ended()
    assert caught.group_contains(ZeroDivisionError)
    hired.ended = asyncio.create_task(asyncio.sleep(0))


async def test_a_turn_is_lost_when_the_store_freezes_past_the_lease(
    hire: Hire, desk: Desk, store_server: EmbeddedStore, monkeypatch: pytest.MonkeyPatch
) -> None:
    """By its own clock the worker closes the call, and takes the turn again when the store thaws."""
    monkeypatch.setattr(shared.store.connection, "SILENCE_SECONDS", FOREVER)
    llm = ScriptedLlm(says("Hola. ", asyncio.Event()), says("Te escucho."))
    hire(llm, lease_seconds=1.5)
    async with desk.watch() as watch:
        await desk.say("hola")
        await watch.next()
        async with frozen(store_server):
            await llm.until(running=0)
        reply = await watch.reply()
    assert (reply.attempt, reply.text) == (2, "Te escucho.")
    assert watch.rebuilt() == reply.text
    assert llm.max_open == 1
    assert len(await desk.replies()) == 1
