"""One turn on the real store with a scripted model: streaming, stopping, handing over."""

from __future__ import annotations

import asyncio

import pytest

import worker.turn as turn_module
from tests.support.turn_bench import Bench
from tests.support.turns import ScriptedLlm, says, sid_of
from worker.held import Interrupt
from worker.llm import (
    LlmCall,
)
from worker.prompt import SILENT_REPLY


async def test_a_turn_streams_and_settles(bench: Bench) -> None:
    """Pieces are shown, the reply is what they make up, and nothing of the turn stays behind."""
    await bench.desk.say("hola")
    async with bench.desk.watch() as watch:
        assert await bench.run(ScriptedLlm(says("Te ", "escu", "cho 🙂."))) is False
        reply = await watch.reply()
    assert reply == (await bench.desk.replies())[0]
    assert (reply.text, reply.source, reply.attempt, reply.stopped) == ("Te escucho 🙂.", "llm", 1, False)
    assert reply.trace_id == "Usuario-17:m1"
    assert watch.rebuilt() == reply.text
    assert await bench.desk.waiting() == await bench.desk.permits() == 0


async def test_the_persons_words_go_last_after_what_was_spoken(bench: Bench) -> None:
    """The model gets the earlier exchange and the new message, unchanged."""
    llm = ScriptedLlm(says("Te escucho."))
    for text in ("hola", " estoy\ntriste ñ🙂 "):
        await bench.desk.say(text)
        await bench.run(llm)
    _, *talk = llm.requests[1]
    assert [(message.role, message.content) for message in talk] == [
        ("user", "hola"),
        ("assistant", "Te escucho."),
        ("user", " estoy\ntriste ñ🙂 "),
    ]


async def test_true_says_that_more_turns_are_due(bench: Bench) -> None:
    """The engine claims at once when the next message of anybody waits."""
    await bench.desk.say("hola")
    held = bench.hold(await bench.desk.claim())
    await bench.desk.say("otra cosa")
    assert await bench.run(ScriptedLlm(), held) is True


async def test_the_first_piece_goes_out_at_once_and_the_rest_gathers(
    bench: Bench, monkeypatch: pytest.MonkeyPatch
) -> None:
    """One piece at most in PIECE_SECONDS: thirty words after the first become one more."""
    monkeypatch.setattr(turn_module, "PIECE_SECONDS", 60.0)
    first_was_shown = asyncio.Event()

    async def shown() -> None:
        first_was_shown.set()

    bench.queue.after_append = shown
    await bench.desk.say("hola")
    async with bench.desk.watch() as watch:
        await bench.run(ScriptedLlm(says("Hola. ", first_was_shown, *["mar "] * 30)))
        reply = await watch.reply()
    assert [delta.text for delta in watch.deltas] == ["Hola. ", "mar " * 30]
    assert watch.rebuilt() == reply.text
    assert bench.queue.appended == ["Hola. "], "the last piece goes with the reply"


async def test_pieces_are_not_held_back_longer_than_that(
    bench: Bench, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Once PIECE_SECONDS have passed the next piece goes out, although the model still speaks."""
    monkeypatch.setattr(turn_module, "PIECE_SECONDS", 0.0)
    gates = [asyncio.Event() for _ in range(4)]

    async def shown() -> None:
        gates[len(bench.queue.appended) - 1].set()

    bench.queue.after_append = shown
    words = ["mar ", "sol ", "luna ", "Gracias "]
    script = [step for pair in zip(words, gates, strict=True) for step in pair]
    await bench.desk.say("hola")
    await bench.run(ScriptedLlm(says(*script)))
    assert bench.queue.appended == words
    assert (await bench.desk.replies())[0].text == "".join(words)


async def test_a_stop_keeps_what_was_shown(bench: Bench) -> None:
    """The call is closed, and the text so far is the reply."""
    llm = ScriptedLlm(says("Hola. ", asyncio.Event()))
    await bench.desk.say("hola")
    held = bench.hold(await bench.desk.claim())
    async with bench.desk.watch() as watch:
        running = bench.begin(llm, held)
        await watch.next()
        held.interrupt(Interrupt.STOP)
        assert await running is False
        reply = await watch.reply()
    assert (reply.text, reply.stopped, reply.source) == ("Hola. ", True, "llm")
    assert llm.open == 0
    assert await bench.desk.waiting() == 0


async def test_a_stop_before_the_first_word_leaves_an_empty_reply(bench: Bench) -> None:
    """Every acked message gets its reply, and the next prompt gets a stand-in for the empty one."""
    llm = ScriptedLlm(says(asyncio.Event()), says("Sigo aquí."))
    await bench.desk.say("hola")
    held = bench.hold(await bench.desk.claim())
    running = bench.begin(llm, held)
    await llm.until(calls=1)
    held.interrupt(Interrupt.STOP)
    await running
    (reply,) = await bench.desk.replies()
    assert (reply.text, reply.stopped) == ("", True)
    await bench.desk.say("sigues?")
    await bench.run(llm)
    assert [message.content for message in llm.requests[1]][1:] == ["hola", SILENT_REPLY, "sigues?"]


async def test_the_store_tells_of_a_stop_with_the_next_piece(bench: Bench) -> None:
    """No other word from the engine is needed: the answer to an append carries the flag."""
    gate = asyncio.Event()
    llm = ScriptedLlm(says("Hola. ", gate, "mar ", asyncio.Event()))
    await bench.desk.say("hola")
    async with bench.desk.watch() as watch:
        running = bench.begin(llm, bench.hold(await bench.desk.claim()))
        await watch.next()
        assert await bench.desk.sessions.stop(sid_of("ana"), None) is True
        gate.set()
        reply = await watch.reply()
    await running
    assert (reply.text, reply.stopped) == ("Hola. mar ", True)
    assert watch.rebuilt() == reply.text


async def test_a_turn_stopped_while_its_worker_died_is_settled_with_what_was_shown(bench: Bench) -> None:
    """Whoever takes it over calls no model."""
    llm = ScriptedLlm()
    await bench.desk.say("hola")
    dead = await bench.desk.claim()
    await bench.desk.queue.append(dead, 1, 0, "Hola. ")
    await bench.desk.sessions.stop(sid_of("ana"), None)
    await bench.desk.expire_lease()
    await bench.run(llm)
    (reply,) = await bench.desk.replies()
    assert (reply.text, reply.stopped, reply.attempt) == ("Hola. ", True, 1)
    assert llm.requests == []


async def test_handing_over_gives_the_turn_back_without_a_try(bench: Bench) -> None:
    """A drain is not the model's fault; the next worker starts over as another attempt, at once."""
    await bench.desk.say("hola")
    held = bench.hold(await bench.desk.claim())
    async with bench.desk.watch() as watch:
        running = bench.begin(ScriptedLlm(says("Hola. ", asyncio.Event())), held)
        await watch.next()
        held.interrupt(Interrupt.HAND_OVER)
        await running
        assert bench.queue.given_back == [(0.0, False, 0.0)]
        assert await bench.desk.permits() == 0
        again = await bench.desk.claim()
        assert (again.tries, again.crashes, again.attempt) == (0, 0, 2)
        await bench.run(ScriptedLlm(says("Te escucho.")), bench.hold(again))
        reply = await watch.reply()
    assert watch.rebuilt() == reply.text == "Te escucho."


async def test_a_drain_before_the_call_makes_no_call(bench: Bench) -> None:
    """An interrupt that came between claim and call ends the call before its first step."""
    llm = ScriptedLlm()
    await bench.desk.say("hola")
    held = bench.hold(await bench.desk.claim())
    held.interrupt(Interrupt.HAND_OVER)
    await bench.run(llm, held)
    assert bench.queue.given_back == [(0.0, False, 0.0)]
    assert bench.queue.appended == []


async def test_an_answer_that_became_whole_is_not_cut_by_a_drain(bench: Bench) -> None:
    """When the rest arrives together with the interrupt, the whole reply is settled, not its first piece."""
    rest, arrived = asyncio.Event(), asyncio.Event()

    async def play(call: LlmCall) -> None:
        call.deliver("Hola. ")
        await rest.wait()
        call.deliver("Te escucho.")
        call.finish_reason = "stop"
        arrived.set()
        await asyncio.Event().wait()  # the connection lingers, as after a usage chunk

    await bench.desk.say("hola")
    held = bench.hold(await bench.desk.claim())

    async def drain() -> None:
        rest.set()
        await arrived.wait()
        held.interrupt(Interrupt.HAND_OVER)

    bench.queue.after_append = drain
    await bench.run(ScriptedLlm(play), held)
    assert [(reply.text, reply.stopped) for reply in await bench.desk.replies()] == [
        ("Hola. Te escucho.", False)
    ]
    assert bench.queue.given_back == []
