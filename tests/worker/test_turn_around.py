"""What surrounds a turn: the companion, the log, the figures."""

from __future__ import annotations

import asyncio
from collections.abc import Callable
from typing import Any

import pytest
from prometheus_client import generate_latest

import worker.speech as speech_module
from shared.crisis import Level
from shared.log import SESSION_DIGITS
from tests.support.logs import Lines
from tests.support.turn_bench import Bench
from tests.support.turns import LLM_URL, ScriptedLlm, says, sid_of
from worker.llm import (
    LlmRejected,
    LlmUnavailable,
)


async def test_offline_needs_no_permit_and_no_model(open_bench: Callable[..., Any]) -> None:
    """More turns than MAX_IN_FLIGHT are claimed and answered by the companion."""
    bench: Bench = await open_bench(llm_url="", max_in_flight=1)
    people = ("ana", "eva", "leo")
    for who in people:
        await bench.desk.say("estoy triste", who)
    turns = (await bench.desk.queue.claim(16)).turns
    assert len(turns) == 3
    for turn in turns:
        await bench.run(None, bench.hold(turn))
    for who in people:
        (reply,) = await bench.desk.replies(who)
        assert (reply.source, reply.attempt) == ("offline", 1)
        assert reply.text


@pytest.mark.parametrize("offline", [True, False])
async def test_the_companion_learns_what_it_needs(
    open_bench: Callable[..., Any], monkeypatch: pytest.MonkeyPatch, offline: bool
) -> None:
    """Words, number of the turn, what both said before, danger and country."""
    asked: list[tuple[str, dict[str, Any]]] = []

    def companion(text: str, **about: Any) -> str:
        asked.append((text, about))
        return f"Respuesta {len(asked)}."

    name = "offline_reply" if offline else "fallback_reply"
    monkeypatch.setattr(speech_module, name, companion)
    bench: Bench = await open_bench(llm_url="" if offline else LLM_URL)
    llm = None if offline else ScriptedLlm(says(LlmRejected(401)))
    await bench.desk.say("hola", country="AR")
    await bench.run(llm)
    await bench.desk.say("me quiero morir", level=Level.IDEATION)
    await bench.run(llm)
    always = {"country": "AR", "was": Level.NONE, "again": False}
    assert asked == [
        ("hola", {"turn": 1, "previous": [], "earlier": [], "level": Level.NONE, **always}),
        (
            "me quiero morir",
            {
                "turn": 2,
                "previous": ["Respuesta 1."],
                "earlier": ["hola"],
                "level": Level.IDEATION,
                **always,
            },
        ),
    ]
    assert [reply.text for reply in await bench.desk.replies()] == ["Respuesta 1.", "Respuesta 2."]


async def test_logs_carry_the_trace_and_no_words(bench: Bench, log_lines: Lines) -> None:
    """Every line of a turn names trace and session's short hash; none holds what was said or answered."""
    llm = ScriptedLlm(
        says("canario respuesta", LlmUnavailable("cut")), says("canario ", "otra"), says(LlmRejected(400))
    )
    await bench.desk.say("canario pregunta")
    await bench.run(llm)
    await bench.run(llm)
    await bench.desk.say("canario segunda")
    await bench.run(llm)
    of_turns = [line for line in log_lines() if line["logger"] == "psicoia.turn"]
    assert {line["event"] for line in of_turns} == {"model_failed", "first_token", "turn_settled"}
    assert {line["session"] for line in of_turns} == {sid_of("ana")[:SESSION_DIGITS]}
    assert {line["trace"] for line in of_turns} == {"Usuario-17:m1", "Usuario-17:m2"}
    assert "canario" not in str(log_lines())
    assert sid_of("ana") not in str(log_lines())
    settled = next(line for line in of_turns if line["event"] == "turn_settled")
    assert (settled["source"], settled["attempt"], settled["chars"]) == ("llm", 2, len("canario otra"))


async def test_turns_are_counted_and_timed(bench: Bench) -> None:
    """The worker's figures: turns by source, those in hand, first token, whole time; no session in them."""
    gate = asyncio.Event()
    llm = ScriptedLlm(says("Hola. ", gate), says(LlmRejected(400)))
    await bench.desk.say("hola")
    running = bench.begin(llm, bench.hold(await bench.desk.claim()))
    await llm.until(calls=1)
    assert bench.counted("turns_in_flight") == 1
    gate.set()
    await running
    await bench.desk.say("otra")
    await bench.run(llm)
    assert bench.counted("turns_in_flight") == 0
    assert bench.counted("turns_total", source="llm") == 1
    assert bench.counted("turns_total", source="fallback") == 1
    assert bench.counted("turn_seconds_count") == 2
    assert bench.counted("first_token_seconds_count") == 1
    assert sid_of("ana").encode() not in generate_latest(bench.metrics.registry)
