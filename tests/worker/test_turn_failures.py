"""What a turn does when the model fails it."""

from __future__ import annotations

from typing import Any

import pytest

import worker.turn as turn_module
from shared.errors import LlmError
from shared.protocol import Delta
from tests.support.turn_bench import Bench
from tests.support.turns import ScriptedLlm, says, sid_of
from worker.llm import (
    LlmCall,
    LlmContextTooLong,
    LlmEmpty,
    LlmFiltered,
    LlmRateLimited,
    LlmRejected,
    LlmTimeout,
    LlmUnavailable,
)
from worker.turn import MAX_CRASHES


@pytest.fixture(autouse=True)
def _full_jitter(monkeypatch: pytest.MonkeyPatch) -> None:
    """Waits are as long as they can be, so that they can be told exactly."""
    monkeypatch.setattr(turn_module.random, "random", lambda: 1.0)


@pytest.mark.parametrize(
    ("error", "delay", "gate"),
    [
        (LlmUnavailable(), 0.05, 0.0),
        (LlmTimeout("first_token"), 0.05, 0.0),
        (LlmEmpty("empty"), 0.05, 0.0),
        (LlmRateLimited(None), 0.05, 0.05),
        (LlmRateLimited(2.0), 2.0, 2.0),
        (LlmRateLimited(5.0), 5.0, 5.0),
    ],
    ids=repr,
)
async def test_a_passing_failure_gives_the_turn_back(
    bench: Bench, error: LlmError, delay: float, gate: float
) -> None:
    """Due after the back-off or when the provider said; a 429 closes the gate for all workers.

    True tells the engine to claim again: the answer says when the turn is due.
    """
    await bench.desk.say("hola")
    assert await bench.run(ScriptedLlm(says(error))) is True
    assert bench.queue.given_back == [(delay, True, gate)]
    assert await bench.desk.replies() == []
    assert await bench.desk.permits() == 0
    assert (await bench.desk.claim()).tries == 1
    assert bench.counted("llm_retries_total") == 1


@pytest.mark.parametrize(
    "error",
    [
        LlmRejected(400),
        LlmRejected(401),
        LlmContextTooLong(413),
        LlmFiltered("filtered"),
        LlmRateLimited(65.01),
        LlmRateLimited(86_400.0),
    ],
    ids=repr,
)
async def test_a_lasting_failure_ends_with_the_fallback(bench: Bench, error: LlmError) -> None:
    """What waiting does not mend, or not within a person's patience, is answered warmly and at once."""
    llm = ScriptedLlm(says(error))
    await bench.desk.say("hola")
    await bench.run(llm)
    (reply,) = await bench.desk.replies()
    assert (reply.source, reply.attempt) == ("fallback", 1)
    assert reply.text
    assert len(llm.requests) == 1
    assert bench.queue.given_back == []


@pytest.mark.parametrize("play", [says("Te ", finish=None), says("Te ", finish="content_filter")])
async def test_an_answer_that_is_not_whole_is_no_reply(bench: Bench, play: Any) -> None:
    """A stream that just ends, or that the provider's filter cut, is not settled as the model's reply."""
    await bench.desk.say("hola")
    await bench.run(ScriptedLlm(play))
    assert [reply for reply in await bench.desk.replies() if reply.source == "llm"] == []


async def test_an_unforeseen_error_of_the_call_is_a_failure_of_the_model(bench: Bench) -> None:
    """Whatever breaks inside the call, the turn goes on to its next try."""

    async def play(call: LlmCall) -> None:
        raise RuntimeError("unforeseen")

    await bench.desk.say("hola")
    await bench.run(ScriptedLlm(play))
    assert bench.queue.given_back == [(0.05, True, 0.0)]


async def test_the_back_off_grows_and_the_last_try_ends_with_the_fallback(bench: Bench) -> None:
    """LLM_MAX_RETRIES tries more than the first, doubling up to LLM_BACKOFF_MAX; then never silence."""
    llm = ScriptedLlm(says(LlmUnavailable()))
    await bench.desk.say("hola")
    for _ in range(bench.desk.settings.llm_max_retries + 1):
        await bench.run(llm)
    assert [delay for delay, _, _ in bench.queue.given_back] == [0.05, 0.1, 0.2]
    assert [reply.source for reply in await bench.desk.replies()] == ["fallback"]
    assert len(llm.requests) == 4
    assert await bench.desk.waiting() == 0


async def test_a_retry_after_shown_text_starts_a_new_attempt(bench: Bench) -> None:
    """The second attempt's pieces make up the whole reply, whatever the first had shown."""
    llm = ScriptedLlm(says("Hola. ", LlmUnavailable("cut")), says("Aquí ", "estoy."))
    await bench.desk.say("hola")
    async with bench.desk.watch() as watch:
        await bench.run(llm)
        await bench.run(llm)
        reply = await watch.reply()
    assert watch.deltas[0] == Delta(reply.id, 1, 0, "Hola. ")
    assert (reply.attempt, reply.text) == (2, "Aquí estoy.")
    assert watch.rebuilt() == reply.text


async def test_the_fallback_after_shown_text_is_an_attempt_of_its_own(bench: Bench) -> None:
    """It does not continue the model's half sentence: one piece holds all of it."""
    await bench.desk.say("hola")
    async with bench.desk.watch() as watch:
        await bench.run(ScriptedLlm(says("Hola. ", LlmRejected(400))))
        reply = await watch.reply()
    assert (reply.source, reply.attempt) == ("fallback", 2)
    assert watch.deltas == [Delta(reply.id, 1, 0, "Hola. "), Delta(reply.id, 2, 0, reply.text)]


async def test_too_long_a_context_is_tried_once_more_with_the_newest_message_alone(bench: Bench) -> None:
    """System prompt and question; the reply is still the first attempt."""
    llm = ScriptedLlm(says("Te escucho."), says(LlmContextTooLong(400)), says("Sigo aquí."))
    for text in ("hola", "otra vez"):
        await bench.desk.say(text)
        await bench.run(llm)
    assert [len(request) for request in llm.requests] == [2, 4, 2]
    assert llm.requests[2] == [llm.requests[1][0], llm.requests[1][-1]]
    _, reply = await bench.desk.replies()
    assert (reply.text, reply.source, reply.attempt) == ("Sigo aquí.", "llm", 1)


async def test_too_long_even_alone_ends_with_the_fallback(bench: Bench) -> None:
    """Once more, not for ever."""
    llm = ScriptedLlm(says("Te escucho."), says(LlmContextTooLong(400)))
    for text in ("hola", "otra vez"):
        await bench.desk.say(text)
        await bench.run(llm)
    assert len(llm.requests) == 3
    assert [reply.source for reply in await bench.desk.replies()] == ["llm", "fallback"]


@pytest.mark.parametrize(("crashes", "source"), [(MAX_CRASHES - 1, "llm"), (MAX_CRASHES, "fallback")])
async def test_a_turn_that_kills_its_workers_is_ended(bench: Bench, crashes: int, source: str) -> None:
    """After MAX_CRASHES deaths the next worker does not try again."""
    llm = ScriptedLlm()
    await bench.desk.say("hola")
    await bench.desk.redis.hset(f"s:{sid_of('ana')}:turn", mapping={"fence": "dead.n.1", "crashes": crashes})
    await bench.run(llm)
    assert [reply.source for reply in await bench.desk.replies()] == [source]
    assert len(llm.requests) == (source == "llm")
