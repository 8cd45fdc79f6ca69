"""The distributed semaphore (I5), seen from the model's side."""

from __future__ import annotations

import asyncio
from collections.abc import AsyncIterator

import pytest
import pytest_asyncio

from shared.embedded import EmbeddedStore
from tests.support.clients import JsonClient, People
from tests.support.fake_llm import mean_level
from tests.support.llm_reply import Reply
from tests.support.stage import Stage, report, staged

pytestmark = pytest.mark.asyncio(loop_scope="module")

LIMIT = 6
SESSIONS = 60
PIECES, PIECE_SECONDS = 4, 0.1
"""A call takes 0.3 s: much shorter than any real one, so that the pauses between calls weigh more."""


@pytest_asyncio.fixture(scope="module", loop_scope="module")
async def stage(
    tmp_path_factory: pytest.TempPathFactory, store_server: EmbeddedStore
) -> AsyncIterator[Stage]:
    """One edge and three workers that share six permits."""
    directory = tmp_path_factory.mktemp("semaphore")
    async with staged(directory, store_server, workers=3, max_in_flight=LIMIT) as stage:
        yield stage


async def test_sixty_sessions_use_six_permits_and_never_more(stage: Stage, people: People) -> None:
    """Never more than 6 calls are open, at least 90 % of the permits are used while work waits."""
    stage.llm.script = lambda *_: Reply(pieces=PIECES, delay=PIECE_SECONDS)
    crowd = [await people.json(stage.edges[0]) for _ in range(SESSIONS)]
    for client in crowd:
        await client.say("hola", "h")
    await asyncio.gather(*(client.reply("h") for client in crowd))
    assert all(client.whole("h") for client in crowd)
    calls = stage.llm.requests
    assert len(calls) == SESSIONS
    # From the first moment of full use to the last call's start there was always work waiting.
    start = next(at for at, level in stage.llm.samples if level == LIMIT)
    end = calls[-1].start
    used = mean_level(stage.llm.samples, start, end) / LIMIT
    report(f"permits used while work waited: {used:.1%} of {LIMIT} over {end - start:.2f} s")
    assert stage.llm.max_in_flight == LIMIT
    assert used >= 0.9
    overtaken = worst_overtaking(crowd, [call.trace for call in calls])
    report(f"most overtaken: by {overtaken} of {SESSIONS}")
    assert overtaken <= 15


def worst_overtaking(crowd: list[JsonClient], started: list[str]) -> int:
    """Return how many others, whose message was stored later, were begun before the unluckiest one."""
    acks = sorted(
        (ack for client in crowd for ack in client.of("ack")), key=lambda ack: _place(ack["offset"])
    )
    turn = {trace: place for place, trace in enumerate(started)}
    places = [turn[ack["trace_id"]] for ack in acks]
    return max(sum(later < own for later in places[i:]) for i, own in enumerate(places))


def _place(offset: str) -> tuple[int, ...]:
    return tuple(int(part) for part in offset.split("-"))


async def test_turns_take_turns(stage: Stage, people: People) -> None:
    """Between people it goes round robin: nobody's second message is answered before everybody's first."""
    first_call = len(stage.llm.requests)
    gate = asyncio.Event()
    stage.llm.script = lambda *_: Reply(text="Sí.", pieces=1, gate=gate)
    crowd = [await people.json(stage.edges[0]) for _ in range(3 * LIMIT)]
    for client in crowd:
        await client.say("uno", "u")
        await client.say("dos", "d")
        await client.wait("ack", id="d")
    gate.set()
    await asyncio.gather(*(client.reply("d") for client in crowd))
    order = [call.words for call in stage.llm.requests[first_call:]]
    assert order[: len(crowd)].count("uno") >= len(crowd) - LIMIT
    assert stage.llm.max_in_flight == LIMIT


async def test_people_who_wait_are_told_their_place(stage: Stage, people: People) -> None:
    """After a second without a word comes a position; it counts from the head of the queue."""
    gate = asyncio.Event()
    stage.llm.script = lambda *_: Reply(text="Sí.", gate=gate)
    crowd = [await people.json(stage.edges[0]) for _ in range(LIMIT + 2)]
    for client in crowd:
        await client.say("hola", "h")
        await client.wait("ack", id="h")
    places = [(await client.wait("queued", id="h"))["position"] for client in crowd[LIMIT:]]
    gate.set()
    await asyncio.gather(*(client.reply("h") for client in crowd))
    assert places == [1, 2]
    assert not any(client.of("queued") for client in crowd[:LIMIT])
