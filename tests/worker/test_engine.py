"""The leased worker, in this process, on the real store."""

from __future__ import annotations

import asyncio
import os
import signal
from collections.abc import AsyncIterator, Callable
from contextlib import asynccontextmanager
from typing import Any

import msgspec
import pytest

import shared.store.connection
import worker.engine
import worker.main
from shared.embedded import EmbeddedStore
from shared.settings import Settings
from shared.store.queue import Claims, TurnQueue
from shared.texts.companion import LAST_RESORT
from tests.support.logs import Lines
from tests.support.turns import LLM_URL, Desk, ScriptedLlm, says, sid_of
from tests.support.workers import Hire, Renewals, hiring
from worker.held import Held
from worker.turn import TurnRunner

FOREVER = 50.0
"""Seconds; longer than any test here takes."""

PEOPLE = ("ana", "eva", "leo", "noa", "pau")


@pytest.fixture
async def desk(make_settings: Callable[..., Settings]) -> AsyncIterator[Desk]:
    """People at the store, and a look into it."""
    async with Desk(make_settings(llm_url=LLM_URL, rate_max_messages=1000)) as found:
        yield found


@pytest.fixture
async def hire(
    make_settings: Callable[..., Settings], monkeypatch: pytest.MonkeyPatch
) -> AsyncIterator[Hire]:
    """`hire(llm, **settings)` starts a worker."""
    async with hiring(make_settings, monkeypatch) as found:
        yield found


@pytest.fixture
def renewals(monkeypatch: pytest.MonkeyPatch) -> Renewals:
    """What the workers renew."""
    return Renewals(monkeypatch)


@pytest.fixture
def only_woken(monkeypatch: pytest.MonkeyPatch) -> None:
    """No fallback poll: a worker hears of work by its wake-up or not at all."""
    monkeypatch.setattr(worker.engine, "FALLBACK_POLL_SECONDS", FOREVER)
    monkeypatch.setattr(worker.main, "SILENCE_SECONDS", 2 * FOREVER)


@asynccontextmanager
async def frozen(store: EmbeddedStore) -> AsyncIterator[None]:
    """Let the store keep its connections and answer nothing."""
    os.kill(store.pid, signal.SIGSTOP)
    try:
        yield
    finally:
        os.kill(store.pid, signal.SIGCONT)


async def test_a_waiting_worker_is_woken(only_woken: None, hire: Hire, desk: Desk) -> None:
    """A message is picked up by its wake-up token alone, one after another."""
    hire()
    await desk.until_listening()
    for text in ("hola", "otra", "más"):
        assert (await desk.ask(text)).text == "Te escucho."


async def test_work_that_waited_is_taken_at_the_start(only_woken: None, hire: Hire, desk: Desk) -> None:
    """What was submitted while no worker lived is answered, all of it, in order."""
    async with desk.watch() as watch:
        for text in ("uno", "dos", "tres"):
            await desk.say(text)
        await desk.redis.delete("arq:wake")
        hire()
        traces = [(await watch.reply()).trace_id for _ in range(3)]
    assert traces == ["Usuario-17:m1", "Usuario-17:m2", "Usuario-17:m3"]


async def test_an_idle_worker_hardly_calls_the_store(hire: Hire, desk: Desk) -> None:
    """It waits in a blocking pop; claims come no faster than the fallback poll."""
    hire()
    await desk.until_listening()
    await desk.redis.config_resetstat()
    await asyncio.sleep(1.0)
    stats = await desk.redis.info("commandstats")
    calls = {name.removeprefix("cmdstat_"): int(stat["calls"]) for name, stat in stats.items()}
    # Commands that scripts run count too; what arrives on the wire are these.
    sent = {name: calls.get(name, 0) for name in ("evalsha", "blpop", "set", "rpush", "ping")}
    assert 1 <= sent["evalsha"] <= 3
    assert 1 <= sent["blpop"] <= 3
    assert sum(sent.values()) < 15


async def test_a_full_worker_takes_no_more(hire: Hire, desk: Desk) -> None:
    """WORKER_MAX_JOBS turns at once; what waits is taken as soon as there is room."""
    gate = asyncio.Event()
    llm = ScriptedLlm(says("Te ", gate, "escucho."))
    hired = hire(llm, worker_max_jobs=2)
    for who in PEOPLE:
        await desk.say("hola", who)
    await llm.until(running=2)
    assert len(hired.engine.held) == await desk.permits() == 2
    gate.set()
    await desk.until(lambda: _all_replied(desk))
    assert llm.max_open == 2


async def _all_replied(desk: Desk, people: tuple[str, ...] = PEOPLE) -> bool:
    return all([await desk.replies(who) for who in people])


async def test_a_worker_that_was_full_listens_again(only_woken: None, hire: Hire, desk: Desk) -> None:
    """Room that came back while it listened for nothing new is used without waiting for a poll."""
    gate = asyncio.Event()
    llm = ScriptedLlm(says("Te ", gate, "escucho."))
    hire(llm, worker_max_jobs=1)
    async with desk.watch() as watch:
        await desk.say("hola")
        await llm.until(running=1)
        await desk.until_listening()
        gate.set()
        await watch.reply()
    assert (await desk.ask("otra")).text == "Te escucho."


async def test_all_leases_are_renewed_in_one_call(hire: Hire, desk: Desk, renewals: Renewals) -> None:
    """Five turns in hand cost one call a round."""
    llm = ScriptedLlm(says("Te ", asyncio.Event()))
    hire(llm, lease_seconds=0.6)
    for who in PEOPLE:
        await desk.say("hola", who)
    await llm.until(running=5)
    known = len(renewals.sizes)
    await renewals.until(lambda sizes: len(sizes) >= known + 4)
    assert set(renewals.sizes[known + 1 :]) == {5}


async def test_an_answer_longer_than_the_lease_is_renewed(
    hire: Hire, desk: Desk, renewals: Renewals
) -> None:
    """The turn stays with its worker, the permit stays taken, the model is called once."""
    gate = asyncio.Event()
    llm = ScriptedLlm(says("Te ", gate, "escucho."))
    hire(llm, lease_seconds=0.3)
    async with desk.watch() as watch:
        await desk.say("hola")
        await renewals.until(lambda sizes: len(sizes) >= 5)  # a third of a lease each
        assert (await desk.queue.claim(16)).turns == ()
        assert await desk.permits() == 1
        gate.set()
        reply = await watch.reply()
    assert (reply.attempt, reply.text, len(llm.requests)) == (1, "Te escucho.", 1)


async def test_a_turn_is_lost_when_the_store_freezes_past_the_lease(
    hire: Hire, desk: Desk, store_server: EmbeddedStore, monkeypatch: pytest.MonkeyPatch
) -> None:
    """By its own clock the worker closes the call, and takes the turn again when the store thaws."""
    monkeypatch.setattr(shared.store.connection, "SILENCE_SECONDS", FOREVER)
    llm = ScriptedLlm(says("Te ", asyncio.Event()), says("Te escucho."))
    hire(llm, lease_seconds=0.5)
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


async def test_a_stop_is_heard_at_once(hire: Hire, desk: Desk, monkeypatch: pytest.MonkeyPatch) -> None:
    """Through the control list: no renewal and no next piece is waited for."""
    monkeypatch.setattr(worker.engine, "RENEW_SECONDS", FOREVER)
    llm = ScriptedLlm(says("Te ", asyncio.Event()))
    hire(llm, lease_seconds=3 * FOREVER)
    async with desk.watch() as watch:
        await desk.say("hola")
        await watch.next()
        await desk.sessions.stop(sid_of("ana"), None)
        reply = await watch.reply()
    assert (reply.text, reply.stopped) == ("Te ", True)


async def test_an_erasure_ends_the_call_at_once(
    hire: Hire, desk: Desk, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Nobody pays for an answer that nobody will get, and nothing is written."""
    monkeypatch.setattr(worker.engine, "RENEW_SECONDS", FOREVER)
    llm = ScriptedLlm(says("Te ", asyncio.Event()))
    hire(llm, lease_seconds=3 * FOREVER)
    await desk.say("hola")
    await llm.until(running=1)
    await desk.sessions.erase(sid_of("ana"), "-")
    await llm.until(running=0)
    assert await desk.log() == []


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


async def test_a_turn_that_cannot_be_read_harms_nobody_else(
    hire: Hire, desk: Desk, make_settings: Callable[..., Settings]
) -> None:
    """A message sealed with another key waits for that key; the worker lives and answers the others."""
    key = "A" * 43
    async with Desk(make_settings(llm_url=LLM_URL, data_key=key)) as sealed:
        await sealed.say("sellado", "eva")
        hire()
        assert (await desk.ask("hola")).source == "llm"
        assert await desk.waiting() == 1
        assert (await sealed.field("tries", "eva"), await sealed.field("crashes", "eva")) == (None, "0")


async def test_a_drain_finishes_what_runs_and_takes_nothing_new(hire: Hire, desk: Desk) -> None:
    """After SIGTERM the reply in hand is written to its end; a new message is left to others."""
    gate = asyncio.Event()
    hired = hire(ScriptedLlm(says("Te ", gate, "escucho.")), drain_seconds=FOREVER)
    async with desk.watch() as watch:
        await desk.say("hola")
        await watch.next()
        hired.signal()
        await desk.say("hola", "eva")
        gate.set()
        reply = await watch.reply()
    await hired.wait_ended()
    assert (reply.text, reply.attempt) == ("Te escucho.", 1)
    assert await desk.replies("eva") == []
    assert (await desk.claim()).sid == sid_of("eva")


async def test_a_drain_hands_over_what_takes_too_long(hire: Hire, desk: Desk) -> None:
    """After DRAIN_SECONDS the turn goes back, due at once and without a try, and the call is closed."""
    llm = ScriptedLlm(says("Te ", asyncio.Event()))
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
    llm = ScriptedLlm(says("Te ", asyncio.Event()))
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
        ScriptedLlm(says("Te ", asyncio.Event())), drain_seconds=FOREVER, lease_seconds=3 * FOREVER
    )
    async with desk.watch() as watch:
        await desk.say("hola")
        await watch.next()
        hired.signal()
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
    hired = hire(lease_seconds=FOREVER)
    async with desk.watch() as watch:
        await desk.say("hola")
        await sent.wait()
        hired.signal()
        await asyncio.sleep(0)
        go_on.set()
        await hired.wait_ended()
        assert (await watch.reply()).text == "Te escucho."


async def test_a_draining_worker_passes_wake_ups_on(only_woken: None, hire: Hire, desk: Desk) -> None:
    """The token that its last blocking pop still takes wakes another worker."""
    gate = asyncio.Event()
    draining = hire(ScriptedLlm(says("Te ", gate)), drain_seconds=FOREVER)
    async with desk.watch("eva") as watch:
        await desk.say("hola")
        await draining.llm.until(running=1)
        await desk.until_listening()  # for wake-ups, as there is room
        hire()
        await desk.until_listening(2)
        draining.signal()
        for number in range(4):  # each of the two may take one; the draining one is first in line
            await desk.say(f"hola {number}", "eva")
            assert (await watch.reply()).text == "Te escucho."
        gate.set()
    await draining.wait_ended()


async def test_dropped_connections_are_survived(only_woken: None, hire: Hire, desk: Desk) -> None:
    """All of them at once, the blocking one too: idle, and in the middle of a turn."""
    gate = asyncio.Event()
    hired = hire(ScriptedLlm(says("Te ", gate, "escucho.")))
    await desk.until_listening()
    await desk.kill_connections()
    await desk.until_listening()
    async with desk.watch() as watch:
        await desk.say("hola")
        await watch.next()
        await desk.kill_connections()
        gate.set()
        reply = await watch.reply()
    assert watch.rebuilt() == reply.text == "Te escucho."
    assert (reply.attempt, len(hired.llm.requests)) == (1, 1)
    assert (await desk.ask("otra")).text == "Te escucho."


async def test_a_store_that_is_down_at_the_start_is_waited_for(
    hire: Hire, redis_url: str, store_server: EmbeddedStore, make_settings: Callable[..., Settings]
) -> None:
    """The worker neither exits nor stays deaf: it answers once the store is there."""
    await asyncio.to_thread(store_server.kill)
    hired = hire()
    await asyncio.sleep(0.2)
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


async def test_arq_leaves_nothing_behind(hire: Hire, desk: Desk, log_lines: Lines) -> None:
    """No result, no retry counter, no pickle, no argument in a log: only a JSON job while a turn waits."""
    gate = asyncio.Event()
    hired = hire(ScriptedLlm(says("Te ", gate)))
    async with desk.watch() as watch:
        await desk.say("canario")
        await watch.next()
        job = await desk.redis.get(f"arq:job:{sid_of('ana')}")
        assert msgspec.json.decode(job)["a"] == [sid_of("ana")]
        gate.set()
        await watch.reply()
    await hired.quit()
    names = sorted(key.decode() for key in await desk.redis.keys("*arq*"))
    assert [name for name in names if "health-check" not in name] == []
    lines = log_lines()
    assert "worker_drained" in {line["event"] for line in lines}
    assert not [line for line in lines if line["logger"].startswith("arq")]
    assert "canario" not in str(lines)
    assert sid_of("ana") not in str(lines)


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
