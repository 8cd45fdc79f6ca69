"""The leased worker, in this process, on the real store: waking, claiming, renewing."""

from __future__ import annotations

import asyncio

import msgspec
import pytest

import worker.engine
import worker.main
from tests.support.logs import Lines
from tests.support.turns import Desk, ScriptedLlm, says, sid_of
from tests.support.workers import Hire, Renewals

FOREVER = 50.0
"""Seconds; longer than any test takes."""

PEOPLE = ("ana", "eva", "leo", "noa", "pau")


async def _all_replied(desk: Desk, people: tuple[str, ...] = PEOPLE) -> bool:
    return all([await desk.replies(who) for who in people])


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
    llm = ScriptedLlm(says("Hola. ", gate, "Te escucho."))
    hired = hire(llm, worker_max_jobs=2)
    for who in PEOPLE:
        await desk.say("hola", who)
    await llm.until(running=2)
    assert len(hired.engine.held) == await desk.permits() == 2
    gate.set()
    await desk.until(lambda: _all_replied(desk))
    assert llm.max_open == 2


async def test_a_worker_that_was_full_listens_again(only_woken: None, hire: Hire, desk: Desk) -> None:
    """Room that came back while it listened for nothing new is used without waiting for a poll."""
    gate = asyncio.Event()
    llm = ScriptedLlm(says("Hola. ", gate, "Te escucho."))
    hire(llm, worker_max_jobs=1)
    async with desk.watch() as watch:
        await desk.say("hola")
        await llm.until(running=1)
        await desk.say("hola", "eva")  # its wake-up is of no use to a full worker, which passes it on
        await desk.until_wake_up_waits()
        gate.set()
        await watch.reply()
    await desk.until(lambda: _all_replied(desk, ("eva",)))
    assert (await desk.ask("otra")).text == "Hola. Te escucho."


async def test_all_leases_are_renewed_in_one_call(
    hire: Hire, desk: Desk, renewals: Renewals, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Five turns in hand cost one call a round."""
    llm = ScriptedLlm(says("Hola. ", asyncio.Event()))
    monkeypatch.setattr(worker.engine, "RENEW_SECONDS", 0.05)
    hire(llm, lease_seconds=FOREVER)
    for who in PEOPLE:
        await desk.say("hola", who)
    await llm.until(running=5)
    known = len(renewals.sizes)
    await renewals.until(lambda sizes: len(sizes) >= known + 4)
    assert set(renewals.sizes[known + 1 :]) == {5}


async def test_an_answer_longer_than_the_lease_is_renewed(
    hire: Hire, desk: Desk, renewals: Renewals, monkeypatch: pytest.MonkeyPatch
) -> None:
    """The turn stays with its worker, the permit stays taken, the model is called once."""
    gate = asyncio.Event()
    llm = ScriptedLlm(says("Hola. ", gate, "Te escucho."))
    monkeypatch.setattr(worker.engine, "RENEW_SECONDS", 0.1)
    hire(llm, lease_seconds=2.0)
    async with desk.watch() as watch:
        await desk.say("hola")
        await renewals.until(lambda sizes: len(sizes) >= 24)  # more than a lease together
        assert (await desk.queue.claim(16)).turns == ()
        assert await desk.permits() == 1
        gate.set()
        reply = await watch.reply()
    assert (reply.attempt, reply.text, len(llm.requests)) == (1, "Hola. Te escucho.", 1)


async def test_a_stop_is_heard_at_once(hire: Hire, desk: Desk, monkeypatch: pytest.MonkeyPatch) -> None:
    """Through the control list: no renewal and no next piece is waited for."""
    monkeypatch.setattr(worker.engine, "RENEW_SECONDS", FOREVER)
    llm = ScriptedLlm(says("Hola. ", asyncio.Event()))
    hire(llm, lease_seconds=3 * FOREVER)
    async with desk.watch() as watch:
        await desk.say("hola")
        await watch.next()
        await desk.sessions.stop(sid_of("ana"), None)
        reply = await watch.reply()
    assert (reply.text, reply.stopped) == ("Hola. ", True)


async def test_an_erasure_ends_the_call_at_once(
    hire: Hire, desk: Desk, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Nobody pays for an answer that nobody will get, and nothing is written."""
    monkeypatch.setattr(worker.engine, "RENEW_SECONDS", FOREVER)
    llm = ScriptedLlm(says("Hola. ", asyncio.Event()))
    hire(llm, lease_seconds=3 * FOREVER)
    await desk.say("hola")
    await llm.until(running=1)
    await desk.sessions.erase(sid_of("ana"), "-")
    await llm.until(running=0)
    assert await desk.log() == []


async def test_arq_leaves_nothing_behind(hire: Hire, desk: Desk, log_lines: Lines) -> None:
    """No result, no retry counter, no pickle, no argument in a log: only a JSON job while a turn waits."""
    gate = asyncio.Event()
    hired = hire(ScriptedLlm(says("Hola. ", gate)))
    async with desk.watch() as watch:
        await desk.say("canario")
        await watch.next()
        job = await desk.redis.get(f"arq:job:{sid_of('ana')}")
        assert msgspec.json.decode(job)["a"] == [sid_of("ana")]
        gate.set()
        await watch.reply()
    await hired.quit()
    names = {key.decode(): await desk.redis.ttl(key) for key in await desk.redis.keys("*")}
    arqs = {name for name in names if "arq" in name and "health-check" not in name}
    assert arqs <= {"arq:wake"}
    assert all(seconds > 0 for seconds in names.values()), names
    lines = log_lines()
    assert "worker_drained" in {line["event"] for line in lines}
    assert not [line for line in lines if line["logger"].startswith("arq")]
    assert "canario" not in str(lines)
    assert sid_of("ana") not in str(lines)
