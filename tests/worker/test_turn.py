"""One turn on the real store with a scripted model."""

from __future__ import annotations

import asyncio
from collections.abc import AsyncIterator, Callable
from typing import Any

import pytest
from prometheus_client import generate_latest

import worker.turn as turn_module
from shared.crisis import Level
from shared.errors import LlmError, StoreUnavailable
from shared.log import SESSION_DIGITS
from shared.metrics import WorkerMetrics
from shared.protocol import Delta, LoggedReply
from shared.settings import Settings
from shared.store.queue import Turn, TurnQueue, Word
from tests.support.logs import Lines
from tests.support.turns import LLM_URL, Desk, ScriptedLlm, says, sid_of
from worker.held import Held, Interrupt
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
from worker.prompt import SILENT_REPLY
from worker.turn import MAX_CRASHES, TurnRunner

NEVER = 1_000_000.0
"""A deadline that does not come; only the engine looks at it."""


class SpyQueue:
    """The real queue, with a look at what goes back and a hand on what comes back."""

    def __init__(self, real: TurnQueue) -> None:
        self.real = real
        self.given_back: list[tuple[float, bool, float]] = []
        self.appended: list[str] = []
        self.settles = 0
        self.lose_answers = 0
        """So many answers are lost after the operation ran."""
        self.after_append: Callable[[], Any] | None = None

    async def append(self, turn: Turn, attempt: int, at: int, text: str) -> Word:
        """Append, noting the text."""
        word = await self.real.append(turn, attempt, at, text)
        self._answer()
        self.appended.append(text)
        if self.after_append:
            await self.after_append()
        return word

    async def settle(self, turn: Turn, reply: LoggedReply, **how: Any) -> bool:
        """Settle."""
        self.settles += 1
        more = await self.real.settle(turn, reply, **how)
        self._answer()
        return more

    async def give_back(self, turn: Turn, **how: Any) -> None:
        """Give back at once, noting when it would be due, whether it counts as a try, and the gate."""
        self.given_back.append((how.get("delay", 0.0), how.get("tried", True), how.get("gate", 0.0)))
        await self.real.give_back(turn, **{**how, "delay": 0.0, "gate": 0.0})

    def _answer(self) -> None:
        if self.lose_answers:
            self.lose_answers -= 1
            raise StoreUnavailable("the answer was lost")


class Bench:
    """A desk, and runners that answer what is claimed at it."""

    def __init__(self, desk: Desk) -> None:
        self.desk = desk
        self.queue = SpyQueue(desk.queue)
        self.metrics = WorkerMetrics()

    def hold(self, turn: Turn) -> Held:
        """Return the turn as an engine holds it."""
        return Held(turn, NEVER)

    async def run(self, llm: ScriptedLlm | None, held: Held | None = None) -> bool:
        """Answer `held`, or the one turn that is due."""
        held = held or self.hold(await self.desk.claim())
        queue: Any = self.queue
        return await TurnRunner(queue, llm, self.desk.settings, self.metrics).run(held, hungry=lambda: True)

    def begin(self, llm: ScriptedLlm | None, held: Held) -> asyncio.Task[bool]:
        """Answer `held` in the background."""
        return asyncio.create_task(self.run(llm, held))

    def counted(self, name: str, **labels: str) -> float:
        """Return a figure."""
        return self.metrics.registry.get_sample_value(f"psicoia_{name}", labels) or 0.0


@pytest.fixture(autouse=True)
def _full_jitter(monkeypatch: pytest.MonkeyPatch) -> None:
    """Waits are as long as they can be, so that they can be told exactly."""
    monkeypatch.setattr(turn_module.random, "random", lambda: 1.0)


@pytest.fixture
async def open_bench(make_settings: Callable[..., Settings]) -> AsyncIterator[Callable[..., Any]]:
    """Build a bench: `await open_bench(llm_max_retries=1)`."""
    desks: list[Desk] = []

    async def build(**settings: Any) -> Bench:
        desks.append(Desk(make_settings(**{"llm_url": LLM_URL, "rate_max_messages": 1000, **settings})))
        return Bench(await desks[-1].__aenter__())

    yield build
    for desk in desks:
        await desk.__aexit__(None, None, None)


@pytest.fixture
async def bench(open_bench: Callable[..., Any]) -> Bench:
    """A bench with a model and the tests' settings."""
    found: Bench = await open_bench()
    return found


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
        await bench.run(ScriptedLlm(says("Te ", first_was_shown, *["la "] * 30)))
        reply = await watch.reply()
    assert [delta.text for delta in watch.deltas] == ["Te ", "la " * 30]
    assert watch.rebuilt() == reply.text
    assert bench.queue.appended == ["Te "], "the last piece goes with the reply"


async def test_pieces_are_not_held_back_longer_than_that(
    bench: Bench, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Once PIECE_SECONDS have passed the next piece goes out, although the model still speaks."""
    monkeypatch.setattr(turn_module, "PIECE_SECONDS", 0.0)
    gates = [asyncio.Event() for _ in range(4)]

    async def shown() -> None:
        gates[len(bench.queue.appended) - 1].set()

    bench.queue.after_append = shown
    await bench.desk.say("hola")
    await bench.run(ScriptedLlm(says("a", gates[0], "b", gates[1], "c", gates[2], "d", gates[3])))
    assert bench.queue.appended == ["a", "b", "c", "d"]
    assert (await bench.desk.replies())[0].text == "abcd"


async def test_a_stop_keeps_what_was_shown(bench: Bench) -> None:
    """The call is closed, and the text so far is the reply."""
    llm = ScriptedLlm(says("Te ", asyncio.Event()))
    await bench.desk.say("hola")
    held = bench.hold(await bench.desk.claim())
    async with bench.desk.watch() as watch:
        running = bench.begin(llm, held)
        await watch.next()
        held.interrupt(Interrupt.STOP)
        assert await running is False
        reply = await watch.reply()
    assert (reply.text, reply.stopped, reply.source) == ("Te ", True, "llm")
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
    llm = ScriptedLlm(says("Te ", gate, "escu", asyncio.Event()))
    await bench.desk.say("hola")
    async with bench.desk.watch() as watch:
        running = bench.begin(llm, bench.hold(await bench.desk.claim()))
        await watch.next()
        assert await bench.desk.sessions.stop(sid_of("ana"), None) is True
        gate.set()
        reply = await watch.reply()
    await running
    assert (reply.text, reply.stopped) == ("Te escu", True)
    assert watch.rebuilt() == reply.text


async def test_a_turn_stopped_while_its_worker_died_is_settled_with_what_was_shown(bench: Bench) -> None:
    """Whoever takes it over calls no model."""
    llm = ScriptedLlm()
    await bench.desk.say("hola")
    dead = await bench.desk.claim()
    await bench.desk.queue.append(dead, 1, 0, "Te ")
    await bench.desk.sessions.stop(sid_of("ana"), None)
    await bench.desk.expire_lease()
    await bench.run(llm)
    (reply,) = await bench.desk.replies()
    assert (reply.text, reply.stopped, reply.attempt) == ("Te ", True, 1)
    assert llm.requests == []


async def test_an_erased_session_gets_nothing_more(bench: Bench) -> None:
    """The next piece is refused, the call closed, and no key of the session comes back."""
    gate = asyncio.Event()
    llm = ScriptedLlm(says("Te ", gate, "escu", asyncio.Event()))
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


async def test_handing_over_gives_the_turn_back_without_a_try(bench: Bench) -> None:
    """A drain is not the model's fault; the next worker starts over as another attempt, at once."""
    await bench.desk.say("hola")
    held = bench.hold(await bench.desk.claim())
    async with bench.desk.watch() as watch:
        running = bench.begin(ScriptedLlm(says("Te ", asyncio.Event())), held)
        await watch.next()
        held.interrupt(Interrupt.HAND_OVER)
        assert await running is False
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
        call.deliver("Te ")
        await rest.wait()
        call.deliver("escucho.")
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
    assert [(reply.text, reply.stopped) for reply in await bench.desk.replies()] == [("Te escucho.", False)]
    assert bench.queue.given_back == []


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
    """Due after the back-off or when the provider said; a 429 closes the gate for all workers."""
    await bench.desk.say("hola")
    assert await bench.run(ScriptedLlm(says(error))) is False
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
        LlmRateLimited(5.01),
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
    llm = ScriptedLlm(says("Te e", LlmUnavailable("cut")), says("Aquí ", "estoy."))
    await bench.desk.say("hola")
    async with bench.desk.watch() as watch:
        await bench.run(llm)
        await bench.run(llm)
        reply = await watch.reply()
    assert watch.deltas[0] == Delta(reply.id, 1, 0, "Te e")
    assert (reply.attempt, reply.text) == (2, "Aquí estoy.")
    assert watch.rebuilt() == reply.text


async def test_the_fallback_after_shown_text_is_an_attempt_of_its_own(bench: Bench) -> None:
    """It does not continue the model's half sentence: one piece holds all of it."""
    await bench.desk.say("hola")
    async with bench.desk.watch() as watch:
        await bench.run(ScriptedLlm(says("Te e", LlmRejected(400))))
        reply = await watch.reply()
    assert (reply.source, reply.attempt) == ("fallback", 2)
    assert watch.deltas == [Delta(reply.id, 1, 0, "Te e"), Delta(reply.id, 2, 0, reply.text)]


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


async def test_an_answer_lost_on_its_way_repeats_nothing(
    bench: Bench, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Append and settle ran, but nobody was told: the repetition is taken for what it is."""
    monkeypatch.setattr(turn_module, "STORE_PAUSE_SECONDS", 0.0)
    shown = asyncio.Event()

    async def next_answer_is_lost_too() -> None:
        bench.queue.lose_answers = 1
        shown.set()

    bench.queue.lose_answers = 1
    bench.queue.after_append = next_answer_is_lost_too
    await bench.desk.say("hola")
    async with bench.desk.watch() as watch:
        await bench.run(ScriptedLlm(says("Te ", shown, "escucho.")))
        reply = await watch.reply()
    assert bench.queue.settles == 2
    assert [delta.text for delta in watch.deltas] == ["Te ", "escucho."]
    assert [each.text for each in await bench.desk.replies()] == [reply.text] == ["Te escucho."]


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
    monkeypatch.setattr(turn_module, "STORE_PATIENCE_SECONDS", 0.0)
    monkeypatch.setattr(turn_module, "STORE_PAUSE_SECONDS", 0.01)
    llm = ScriptedLlm(says("Te ", asyncio.Event()))
    bench.queue.lose_answers = 10
    await bench.desk.say("hola")
    with pytest.raises(StoreUnavailable):
        await bench.run(llm)
    await llm.until(running=0)
    assert await bench.desk.waiting() == 1


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
    """Words, number of the turn, its own earlier replies, danger and country."""
    asked: list[tuple[str, dict[str, Any]]] = []

    def companion(text: str, **about: Any) -> str:
        asked.append((text, about))
        return f"Respuesta {len(asked)}."

    name = "offline_reply" if offline else "fallback_reply"
    monkeypatch.setattr(turn_module, name, companion)
    bench: Bench = await open_bench(llm_url="" if offline else LLM_URL)
    llm = None if offline else ScriptedLlm(says(LlmRejected(401)))
    await bench.desk.say("hola", country="AR")
    await bench.run(llm)
    await bench.desk.say("me quiero morir", danger=True)
    await bench.run(llm)
    assert asked == [
        ("hola", {"turn": 1, "previous": [], "level": Level.NONE, "country": "AR"}),
        (
            "me quiero morir",
            {"turn": 2, "previous": ["Respuesta 1."], "level": Level.IDEATION, "country": "AR"},
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
    llm = ScriptedLlm(says("Te ", gate), says(LlmRejected(400)))
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
