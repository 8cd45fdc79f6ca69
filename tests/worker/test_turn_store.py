"""What a turn does when the store is lost, or the turn itself."""

from __future__ import annotations

import asyncio
from collections.abc import Callable
from typing import Any

import pytest

import worker.answering as answering_module
import worker.turn as turn_module
from shared.errors import StoreUnavailable
from tests.support.turn_bench import Bench
from tests.support.turns import LLM_URL, ScriptedLlm, says, sid_of
from worker.held import Interrupt
from worker.llm import (
    LlmCall,
)


async def test_an_answer_lost_on_its_way_repeats_nothing(
    bench: Bench, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Append and settle ran, but nobody was told: the repetition is taken for what it is."""
    monkeypatch.setattr(answering_module, "STORE_PAUSE_SECONDS", 0.0)
    shown = asyncio.Event()

    async def next_answer_is_lost_too() -> None:
        bench.queue.lose_answers = 1
        shown.set()

    bench.queue.lose_answers = 1
    bench.queue.after_append = next_answer_is_lost_too
    await bench.desk.say("hola")
    async with bench.desk.watch() as watch:
        await bench.run(ScriptedLlm(says("Hola. ", shown, "Te escucho.")))
        reply = await watch.reply()
    assert bench.queue.settles == 2
    assert [delta.text for delta in watch.deltas] == ["Hola. ", "Te escucho."]
    assert [each.text for each in await bench.desk.replies()] == [reply.text] == ["Hola. Te escucho."]


async def test_a_stream_goes_on_after_the_store_was_lost(
    bench: Bench, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Connections dropped between and during appends leave no gap and no duplicate."""
    monkeypatch.setattr(turn_module, "PIECE_SECONDS", 0.0)
    pieces = [f"{number} " for number in range(20)]

    async def play(call: LlmCall) -> None:
        for number, text in enumerate(pieces):
            call.deliver(text)
            await asyncio.sleep(0)
            if number % 4 == 0:
                await bench.desk.kill_connections()
        call.finish_reason = "stop"

    await bench.desk.say("hola")
    async with bench.desk.watch() as watch:
        await bench.run(ScriptedLlm(play))
        reply = await watch.reply()
    assert reply.text == "".join(pieces) == watch.rebuilt()
    assert len(await bench.desk.replies()) == 1


async def test_a_store_that_stays_away_leaves_the_turn_to_its_lease(
    bench: Bench, monkeypatch: pytest.MonkeyPatch
) -> None:
    """After STORE_PATIENCE_SECONDS the runner gives up; nothing was lost, the message waits in the store."""
    monkeypatch.setattr(answering_module, "STORE_PATIENCE_SECONDS", 0.0)
    monkeypatch.setattr(answering_module, "STORE_PAUSE_SECONDS", 0.01)
    llm = ScriptedLlm(says("Hola. ", asyncio.Event()))
    bench.queue.lose_answers = 10
    await bench.desk.say("hola")
    with pytest.raises(StoreUnavailable):
        await bench.run(llm)
    await llm.until(running=0)
    assert await bench.desk.waiting() == 1


async def test_a_reply_that_is_whole_after_the_lease_went_to_another_is_not_written(bench: Bench) -> None:
    """Settle is fenced: the other worker's reply is the only one."""
    gate = asyncio.Event()
    await bench.desk.say("hola")
    first = bench.begin(ScriptedLlm(says("Uno", gate)), bench.hold(await bench.desk.claim()))
    await asyncio.sleep(0)
    await bench.desk.expire_lease()
    second = bench.hold(await bench.desk.claim())
    gate.set()
    assert await first is False
    await bench.run(ScriptedLlm(says("Dos")), second)
    assert [reply.text for reply in await bench.desk.replies()] == ["Dos"]


async def test_an_erased_session_gets_nothing_more(bench: Bench) -> None:
    """The next piece is refused, the call closed, and no key of the session comes back."""
    gate = asyncio.Event()
    llm = ScriptedLlm(says("Hola. ", gate, "mar ", asyncio.Event()))
    await bench.desk.say("hola")
    async with bench.desk.watch() as watch:
        running = bench.begin(llm, bench.hold(await bench.desk.claim()))
        await watch.next()
        await bench.desk.sessions.erase(sid_of("ana"), "-")
        gate.set()
        assert await running is False
    assert llm.open == 0
    assert await bench.desk.redis.keys(f"*{sid_of('ana')}*") == [f"s:{sid_of('ana')}:rate".encode()]
    assert bench.counted("leases_lost_total") == 1


@pytest.mark.parametrize("offline", [False, True])
async def test_a_turn_lost_before_it_began_writes_nothing(
    open_bench: Callable[..., Any], offline: bool
) -> None:
    """With a model or without: the fence is another's."""
    bench: Bench = await open_bench(llm_url="" if offline else LLM_URL)
    await bench.desk.say("hola")
    held = bench.hold(await bench.desk.claim())
    held.interrupt(Interrupt.LOST)
    assert await bench.run(None if offline else ScriptedLlm(), held) is False
    assert await bench.desk.replies() == []
    assert bench.queue.settles == 0
