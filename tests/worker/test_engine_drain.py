"""How a worker leaves: nothing lost, nothing new."""

from __future__ import annotations

import asyncio

import pytest

import worker.engine
import worker.main
from shared.store.queue import TurnQueue
from shared.store.turn import Claims
from tests.support.turns import Desk, ScriptedLlm, says, sid_of
from tests.support.workers import Hire

FOREVER = 50.0
"""Seconds; longer than any test takes."""


async def test_a_drain_finishes_what_runs_and_takes_nothing_new(hire: Hire, desk: Desk) -> None:
    """After SIGTERM the reply in hand is written to its end; a new message is left to others."""
    gate = asyncio.Event()
    hired = hire(ScriptedLlm(says("Hola. ", gate, "Te escucho.")), drain_seconds=FOREVER)
    async with desk.watch() as watch:
        await desk.say("hola")
        await watch.next()
        hired.signal()
        await desk.say("hola", "eva")
        gate.set()
        reply = await watch.reply()
    await hired.wait_ended()
    assert (reply.text, reply.attempt) == ("Hola. Te escucho.", 1)
    assert await desk.replies("eva") == []
    assert (await desk.claim()).sid == sid_of("eva")


async def test_a_drain_hands_over_what_takes_too_long(hire: Hire, desk: Desk) -> None:
    """After DRAIN_SECONDS the turn goes back, due at once and without a try, and the call is closed."""
    llm = ScriptedLlm(says("Hola. ", asyncio.Event()))
    hired = hire(llm, drain_seconds=0.05, lease_seconds=FOREVER)
    async with desk.watch() as watch:
        await desk.say("hola")
        await watch.next()
        hired.signal()
        await hired.wait_ended()
        assert llm.open == await desk.permits() == 0
        hire()
        reply = await watch.reply()
    assert (reply.text, reply.attempt) == ("Te escucho.", 2)
    assert watch.rebuilt() == reply.text


async def test_a_second_signal_hands_over_at_once(hire: Hire, desk: Desk) -> None:
    """Who asks twice does not want to wait."""
    llm = ScriptedLlm(says("Hola. ", asyncio.Event()))
    hired = hire(llm, drain_seconds=FOREVER, lease_seconds=FOREVER)
    async with desk.watch() as watch:
        await desk.say("hola")
        await watch.next()
        hired.signal()
        hired.signal()
        await hired.wait_ended()
    turn = await desk.claim()
    assert (turn.tries, turn.crashes, turn.attempt) == (0, 0, 2)


async def test_an_idle_worker_leaves_at_once(only_woken: None, hire: Hire, desk: Desk) -> None:
    """Neither the blocking pop nor DRAIN_SECONDS is waited for."""
    hired = hire(drain_seconds=FOREVER)
    await desk.until_listening()
    hired.signal()
    await hired.wait_ended()


async def test_a_stop_is_heard_while_draining(
    hire: Hire, desk: Desk, monkeypatch: pytest.MonkeyPatch
) -> None:
    """A worker that takes nothing new still listens to its own people."""
    monkeypatch.setattr(worker.engine, "RENEW_SECONDS", FOREVER)
    hired = hire(
        ScriptedLlm(says("Hola. ", asyncio.Event())), drain_seconds=FOREVER, lease_seconds=3 * FOREVER
    )
    async with desk.watch() as watch:
        await desk.say("hola")
        await watch.next()
        hired.signal()
        await desk.until_wake_up_waits()
        await desk.sessions.stop(sid_of("ana"), None)
        assert (await watch.reply()).stopped is True
    await hired.wait_ended()


async def test_turns_claimed_just_before_the_signal_are_answered(
    hire: Hire, desk: Desk, monkeypatch: pytest.MonkeyPatch
) -> None:
    """A claim that was on its way when the drain began is no turn lost until its lease ends."""
    sent, go_on = asyncio.Event(), asyncio.Event()
    real = TurnQueue.claim

    async def claim(queue: TurnQueue, want: int) -> Claims:
        claims = await real(queue, want)
        if claims.turns:
            sent.set()
            await go_on.wait()
        return claims

    monkeypatch.setattr(TurnQueue, "claim", claim)
    gate = asyncio.Event()
    hired = hire(
        ScriptedLlm(says("Hola. ", gate, "Te escucho.")), lease_seconds=FOREVER, drain_seconds=FOREVER
    )
    async with desk.watch() as watch:
        await desk.say("hola")
        await sent.wait()
        hired.signal()
        await desk.until_wake_up_waits()  # it does not listen for new work any more
        go_on.set()
        await watch.next()
        gate.set()
        await hired.wait_ended()
        assert (await watch.reply()).text == "Hola. Te escucho."


async def test_a_draining_worker_passes_wake_ups_on(only_woken: None, hire: Hire, desk: Desk) -> None:
    """The token that its last blocking pop still takes wakes another worker."""
    gate = asyncio.Event()
    draining = hire(ScriptedLlm(says("Hola. ", gate)), drain_seconds=FOREVER, lease_seconds=FOREVER)
    await desk.until_listening()
    hire()
    await desk.until_listening(2)
    async with desk.watch("eva") as watch:
        await desk.say("hola")  # goes to whom waits longest, who is last in line afterwards
        await draining.llm.until(running=1)
        draining.signal()  # its word to the others puts it first in line again
        for number in range(4):
            await desk.say(f"hola {number}", "eva")
            assert (await watch.reply()).text == "Te escucho."
        gate.set()
    await draining.wait_ended()
