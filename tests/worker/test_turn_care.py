"""One turn while somebody is in danger, or the model says what it must not: on the real store."""

from __future__ import annotations

import asyncio
from collections.abc import Awaitable, Callable

import pytest

from shared.crisis import Level
from shared.store.turn import Mode
from tests.support.logs import Lines
from tests.support.turn_bench import Bench
from tests.support.turns import PATIENCE_SECONDS, ScriptedLlm, says
from worker.held import Interrupt
from worker.llm import LlmRejected, LlmUnavailable
from worker.speech import Speech

UNSAFE = "Estarían mejor sin ti."
SAFE = "Gracias por contarlo. Te leo con calma."
SPAIN = ("024", "112", "016")
SOMETIMES = [Level.IDEATION, Level.SELF_HARM, Level.VICTIM, Level.THIRD_PARTY]


async def say(bench: Bench, text: str, level: Level = Level.NONE) -> None:
    """Let Ana, in Spain, write `text`, in which the edge heard `level`."""
    await bench.desk.say(text, country="ES", level=level)


async def test_an_unsafe_reply_is_replaced_by_a_template(bench: Bench, log_lines: Lines) -> None:
    """Nothing was shown, so it stays the first attempt; rule and trace are logged, no word of it."""
    await say(bench, "hola")
    async with bench.desk.watch() as watch:
        await bench.run(ScriptedLlm(says(UNSAFE)))
        reply = await watch.reply()
    assert (reply.source, reply.attempt, reply.stopped) == ("template", 1, False)
    assert reply.text == watch.rebuilt()
    assert "mejor sin ti" not in reply.text
    (line,) = [line for line in log_lines() if line["event"] == "reply_refused"]
    assert (line["rule"], line["trace"]) == ("burden", "Usuario-17:m1")
    assert "mejor sin" not in str(log_lines())


async def test_an_unsafe_ending_replaces_what_was_shown(bench: Bench) -> None:
    """A new attempt takes the place of the words on the screen; the refused ones never were there."""
    await say(bench, "hola")
    shown = asyncio.Event()

    async def seen() -> None:
        shown.set()

    bench.queue.after_append = seen
    async with bench.desk.watch() as watch:
        await bench.run(ScriptedLlm(says("Gracias ", shown, "por contarlo. ", UNSAFE, " Te leo.")))
        reply = await watch.reply()
    assert (reply.source, reply.attempt) == ("template", 2)
    assert watch.deltas[0].text == "Gracias "
    assert watch.rebuilt() == reply.text
    assert "sin ti" not in "".join(delta.text for delta in watch.deltas)


async def test_refusals_are_counted_by_rule(bench: Bench) -> None:
    """Each refused reply once, and nothing else."""
    llm = ScriptedLlm(says(UNSAFE), says(UNSAFE), says("Solo yo te entiendo."), says(SAFE))
    for number in range(4):
        await say(bench, f"hola {number}")
        await bench.run(llm)
    assert bench.counted("replies_refused_total", rule="burden") == 2
    assert bench.counted("replies_refused_total", rule="dependency") == 1
    assert bench.counted("turns_total", source="template") == 3
    assert bench.counted("turns_total", source="llm") == 1


@pytest.mark.parametrize("level", SOMETIMES)
async def test_while_risk_is_up_the_reply_comes_whole_and_completed(bench: Bench, level: Level) -> None:
    """The model's words, checked, and behind them the numbers; in one piece, also a turn later."""
    llm = ScriptedLlm(says("Gracias ", SAFE.removeprefix("Gracias ")))
    for text, heard in (("canario", level), ("hablemos de fútbol", Level.NONE)):
        await say(bench, text, heard)
        async with bench.desk.watch() as watch:
            await bench.run(llm)
            reply = await watch.reply()
        assert reply.source == "llm"
        assert reply.text.startswith(SAFE)
        assert any(number in reply.text for number in SPAIN)
        assert [delta.text for delta in watch.deltas] == [reply.text]
    assert bench.queue.appended == []
    assert f"({level.value})" in llm.requests[1][0].content


async def test_while_risk_is_up_a_refused_reply_is_a_template_with_numbers(bench: Bench) -> None:
    """Without one word of the model's."""
    await say(bench, "canario", Level.IDEATION)
    await bench.run(ScriptedLlm(says(SAFE, " ", UNSAFE)))
    (reply,) = await bench.desk.replies()
    assert (reply.source, reply.attempt) == ("template", 1)
    assert "024" in reply.text
    assert SAFE not in reply.text


async def test_the_models_opinion_is_stored_and_the_next_turn_knows_it(bench: Bench) -> None:
    """The tag is not shown; the risk stays up although the next message is a calm one."""
    llm = ScriptedLlm(says("[nivel: self_harm] ", SAFE), says("[nivel: none] ", SAFE))
    await say(bench, "canario")
    await bench.run(llm)
    await say(bench, "hola")
    turn = await bench.desk.claim()
    assert (turn.risk, turn.since) == (Level.SELF_HARM, 1)
    await bench.run(llm, bench.hold(turn))
    for reply in await bench.desk.replies():
        assert "nivel" not in reply.text
        assert any(number in reply.text for number in SPAIN)
    assert await bench.desk.field("risk_rules") == "model.tag"
    assert "(self_harm)" in llm.requests[1][0].content


async def test_the_models_imminent_is_answered_by_the_template(bench: Bench) -> None:
    """No word of the model is shown, no rule is blamed; the next turn calls no model at all."""
    llm = ScriptedLlm(says("[nivel: imminent] ", SAFE))
    for text in ("canario", "hola"):
        await say(bench, text)
        await bench.run(llm)
    replies = await bench.desk.replies()
    assert [reply.source for reply in replies] == ["template", "template"]
    assert all("112" in reply.text and SAFE not in reply.text for reply in replies)
    assert len(llm.requests) == 1
    assert bench.counted("replies_refused_total", rule="failed") == 0


async def test_imminent_danger_in_the_persons_words_never_reaches_the_model(bench: Bench) -> None:
    """Nor does what follows while it is up: emergency number first, from the templates, worded anew."""
    llm = ScriptedLlm()
    await say(bench, "esta noche me mato", Level.IMMINENT)
    turn = await bench.desk.claim()
    assert turn.mode is Mode.TEMPLATE
    await bench.run(llm, bench.hold(turn))
    await say(bench, "hola")
    await bench.run(llm)
    assert llm.requests == []
    first, second = await bench.desk.replies()
    assert [reply.source for reply in (first, second)] == ["template", "template"]
    assert "112" in first.text
    assert "112" in second.text
    assert first.text != second.text


async def test_a_model_that_fails_while_risk_is_up_leaves_a_fallback_with_numbers(bench: Bench) -> None:
    """The failure is the model's, the help is not."""
    await say(bench, "canario", Level.VICTIM)
    await bench.run(ScriptedLlm(says(LlmRejected(401))))
    (reply,) = await bench.desk.replies()
    assert reply.source == "fallback"
    assert any(number in reply.text for number in SPAIN)


async def test_without_a_model_risk_is_answered_with_numbers(
    open_bench: Callable[..., Awaitable[Bench]],
) -> None:
    """Offline replies keep the session's risk in mind too."""
    bench = await open_bench(llm_url="")
    for text, level in (("canario", Level.IDEATION), ("hola", Level.NONE)):
        await say(bench, text, level)
        await bench.run(None)
    for reply in await bench.desk.replies():
        assert reply.source == "offline"
        assert "024" in reply.text


async def test_a_stop_while_the_reply_is_held_back_shows_nothing_of_it(bench: Bench) -> None:
    """What was not checked to its end is not shown because somebody wanted less of it."""
    gate = asyncio.Event()
    llm = ScriptedLlm(says("Gracias ", "por contarlo. ", gate))
    await say(bench, "canario", Level.IDEATION)
    held = bench.hold(await bench.desk.claim())
    running = bench.begin(llm, held)
    await llm.until(calls=1)
    held.interrupt(Interrupt.STOP)
    await running
    (reply,) = await bench.desk.replies()
    assert (reply.text, reply.stopped, reply.source) == ("", True, "llm")
    assert llm.open == 0


async def test_an_opinion_heard_before_a_stop_is_kept(bench: Bench, monkeypatch: pytest.MonkeyPatch) -> None:
    """The person stopped the reply, not the danger."""
    read, raised, gate = asyncio.Event(), asyncio.Event(), asyncio.Event()
    listen = Speech.second_opinion

    def hear(speech: Speech, level: Level) -> None:
        listen(speech, level)
        if level.crisis:
            raised.set()

    monkeypatch.setattr(Speech, "second_opinion", hear)
    llm = ScriptedLlm(says("Gracias ", read, "[nivel: ideation] por ", "contarlo. ", gate))

    async def seen() -> None:
        read.set()

    bench.queue.after_append = seen
    await say(bench, "canario")
    held = bench.hold(await bench.desk.claim())
    running = bench.begin(llm, held)
    async with asyncio.timeout(PATIENCE_SECONDS):
        await raised.wait()
    held.interrupt(Interrupt.STOP)
    await running
    (reply,) = await bench.desk.replies()
    assert (reply.text, reply.stopped) == ("Gracias ", True)
    await say(bench, "hola")
    assert (await bench.desk.claim()).risk is Level.IDEATION


async def test_who_takes_over_after_a_crash_knows_the_risk(bench: Bench) -> None:
    """The second worker checks and completes as the first would have; nothing of the first was shown."""
    await say(bench, "canario", Level.IDEATION)
    dead = await bench.desk.claim()
    await bench.desk.expire_lease()
    turn = await bench.desk.claim()
    assert (dead.risk, turn.risk, turn.crashes) == (Level.IDEATION, Level.IDEATION, 1)
    async with bench.desk.watch() as watch:
        await bench.run(ScriptedLlm(says(SAFE)), bench.hold(turn))
        reply = await watch.reply()
    assert (reply.source, reply.attempt) == ("llm", 2)
    assert reply.text.startswith(SAFE)
    assert "024" in reply.text
    assert watch.rebuilt() == reply.text


async def test_a_retry_forgets_the_refused_words_and_keeps_the_risk(bench: Bench) -> None:
    """A call that failed halfway showed nothing; the next one is judged by itself."""
    llm = ScriptedLlm(says("Estarían mejor ", LlmUnavailable("cut")), says(SAFE))
    await say(bench, "canario", Level.IDEATION)
    await bench.run(llm)
    assert await bench.desk.replies() == []
    await bench.run(llm)
    (reply,) = await bench.desk.replies()
    assert reply.source == "llm"
    assert reply.text.startswith(SAFE)


async def test_a_reply_that_is_only_a_tag_is_an_empty_answer(bench: Bench) -> None:
    """The model is asked again rather than the person left with nothing."""
    llm = ScriptedLlm(says("[nivel: none]"), says(SAFE))
    await say(bench, "hola")
    await bench.run(llm)
    assert await bench.desk.replies() == []
    assert bench.counted("llm_retries_total") == 1
    await bench.run(llm)
    assert [reply.text for reply in await bench.desk.replies()] == [SAFE]
