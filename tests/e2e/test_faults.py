"""Whatever the model does, each person gets one final reply."""

from __future__ import annotations

import asyncio
from collections.abc import AsyncIterator, Callable, Sequence
from email.utils import formatdate
from itertools import count
from typing import Any

import pytest
import pytest_asyncio

from shared.embedded import EmbeddedStore
from shared.keys import GATE
from tests.support.clients import People
from tests.support.fake_llm import Request, Script
from tests.support.llm_reply import Reply, error_body, sse
from tests.support.stage import Stage, staged

pytestmark = pytest.mark.asyncio(loop_scope="module")

TEXT = "Hola. Mar 💛, luna, mesa, sol."
RETRIES = 2
TIMEOUT_SECONDS = 1.5


@pytest_asyncio.fixture(scope="module", loop_scope="module")
async def shared_stage(
    tmp_path_factory: pytest.TempPathFactory, store_server: EmbeddedStore
) -> AsyncIterator[Stage]:
    """One edge and one worker that retries twice, quickly."""
    quick = {
        "llm_max_retries": RETRIES,
        "llm_timeout_seconds": TIMEOUT_SECONDS,
        "llm_backoff_initial": 0.02,
        "llm_backoff_max": 0.05,
    }
    async with staged(tmp_path_factory.mktemp("faults"), store_server, **quick) as stage:
        yield stage


@pytest_asyncio.fixture(loop_scope="module")
async def stage(shared_stage: Stage) -> Stage:
    """The stage with a model nothing bad is known of."""
    async with shared_stage.redis() as store:
        async for key in store.scan_iter("llm:*"):
            await store.delete(key)
    shared_stage.llm.requests.clear()
    return shared_stage


def then_well(*faults: Reply) -> Script:
    """Return a script of these faults, one a request, and good answers ever after."""
    numbers = count()

    def script(_number: int, _body: dict[str, Any]) -> Reply:
        number = next(numbers)
        return faults[number] if number < len(faults) else Reply(text=TEXT)

    return script


def always(fault: Reply) -> Script:
    """Return a script of nothing else."""
    return lambda *_: fault


async def ask(stage: Stage, people: People) -> tuple[dict[str, Any], Sequence[Request]]:
    """Ask once; return the reply, after checking it against its deltas, and the model's requests."""
    ana = await people.json(stage.edges[0])
    id = await ana.say("hola")
    reply = await ana.reply(id)
    assert ana.whole(id) == reply
    assert {call.trace for call in stage.llm.requests} == {reply["trace_id"]}
    return reply, stage.llm.requests


SERVER_ERROR = Reply(status=500, raw=error_body("server_error"))


@pytest.mark.parametrize(
    "faults",
    [
        pytest.param([SERVER_ERROR] * 2, id="500 twice"),
        pytest.param([Reply(cut_after=-1)], id="closed before the answer"),
        pytest.param([Reply(text="", pieces=0)], id="empty"),
        pytest.param([Reply(raw=error_body("server_error"))], id="JSON error body under stream: true"),
        pytest.param(
            [Reply(before=sse({"error": {"message": "No.", "code": 503}}), text="")], id="error event"
        ),
        pytest.param([Reply(hang_after=-1)], id="silence past the timeout"),
    ],
)
async def test_a_passing_fault_is_tried_again(stage: Stage, people: People, faults: list[Reply]) -> None:
    """A fault before any text costs tries, not the answer; nobody sees an attempt that showed nothing."""
    stage.llm.script = then_well(*faults)
    reply, calls = await ask(stage, people)
    assert (reply["text"], reply["source"], reply["attempt"]) == (TEXT, "llm", 1)
    assert len(calls) == len(faults) + 1


@pytest.mark.parametrize(
    ("fault", "tries"),
    [
        pytest.param(SERVER_ERROR, RETRIES + 1, id="500"),
        pytest.param(Reply(text="", pieces=0), RETRIES + 1, id="empty"),
        pytest.param(Reply(raw=error_body(503)), RETRIES + 1, id="JSON error body under stream: true"),
        pytest.param(Reply(cut_after=2), RETRIES + 1, id="cut after text"),
        pytest.param(Reply(finish=None, done=False), RETRIES + 1, id="an end without finish_reason"),
        pytest.param(Reply(text="", pieces=0, finish="content_filter"), 1, id="content filter"),
        pytest.param(Reply(finish="content_filter"), 1, id="content filter after text"),
        pytest.param(Reply(status=401, raw=error_body("invalid_api_key")), 1, id="401"),
        pytest.param(Reply(status=400, raw=error_body("bad_request")), 1, id="400"),
        pytest.param(
            Reply(status=429, raw=error_body("rate_limit_exceeded"), headers={"retry-after": "3600"}),
            1,
            id="429 for an hour",
        ),
    ],
)
async def test_a_lasting_fault_ends_in_warm_words(
    stage: Stage, people: People, fault: Reply, tries: int
) -> None:
    """Once the tries are used up, or none makes sense, the fallback answers, with nothing of the fault."""
    stage.llm.script = always(fault)
    reply, calls = await ask(stage, people)
    assert reply["source"] == "fallback"
    assert len(reply["text"]) > 20
    assert fault.text[:10] not in reply["text"] or not fault.text
    assert len(calls) == tries


async def test_a_hanging_model_is_given_up(stage: Stage, people: People) -> None:
    """A model that falls silent after text is left at the gap's timeout; what it said is replaced."""
    stage.llm.script = always(Reply(pieces=("luna ", "decir."), hang_after=1))
    reply, calls = await ask(stage, people)
    assert (reply["source"], len(calls)) == ("fallback", RETRIES + 1)
    assert reply["attempt"] > 1
    assert all(call.closed_early for call in calls)


@pytest.mark.parametrize(
    "fault", [Reply(cut_after=2), Reply(finish=None, done=False)], ids=["broken off", "without an end"]
)
async def test_a_stream_cut_after_text_starts_a_new_attempt(
    stage: Stage, people: People, fault: Reply
) -> None:
    """What was shown of a cut answer is started over: a higher attempt from 0, and the whole text."""
    stage.llm.script = then_well(fault)
    ana = await people.json(stage.edges[0])
    id = await ana.say("hola")
    reply = await ana.reply(id)
    assert (reply["text"], reply["attempt"], reply["source"]) == (TEXT, 2, "llm")
    assert ana.whole(id) == reply
    assert {delta["attempt"] for delta in ana.of("delta", id=id)} == {1, 2}


@pytest.mark.parametrize(
    "header",
    [
        lambda: ("1", None),
        lambda: (formatdate(2_000_000_001, usegmt=True), formatdate(2_000_000_000, usegmt=True)),
    ],
    ids=["seconds", "date"],
)
async def test_retry_after_is_honoured_by_everybody(
    stage: Stage, people: People, header: Callable[[], tuple[str, str | None]]
) -> None:
    """After a 429 nobody calls the model before the time it named; then both people are answered by it."""
    until, date = header()
    headers = {"retry-after": until, **({"date": date} if date else {})}
    stage.llm.script = then_well(Reply(status=429, raw=error_body("rate_limit_exceeded"), headers=headers))
    ana, eva = [await people.json(stage.edges[0]) for _ in range(2)]
    id = await ana.say("hola")
    async with stage.redis() as store:
        while not await store.exists(GATE):
            await asyncio.sleep(0.01)
    replies = await asyncio.gather(ana.reply(id), eva.ask("hola"))
    assert [(reply["text"], reply["source"]) for reply in replies] == [(TEXT, "llm")] * 2
    first, *others = stage.llm.requests
    assert first.end is not None
    assert len(others) == 2
    # The store counts whole milliseconds.
    assert min(call.start for call in others) - first.end >= 0.99
