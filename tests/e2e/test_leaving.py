"""Leaving (SIGTERM): nothing that runs is lost, nothing new is taken, people are sent elsewhere."""

from __future__ import annotations

import asyncio
from collections.abc import AsyncIterator

import pytest
import pytest_asyncio

from shared.embedded import EmbeddedStore
from tests.support.clients import People
from tests.support.llm_reply import Reply
from tests.support.stage import Stage, staged

pytestmark = pytest.mark.asyncio(loop_scope="module")

TEXT = "luna mar, sol. "


@pytest_asyncio.fixture(scope="module", loop_scope="module")
async def stage(
    tmp_path_factory: pytest.TempPathFactory, store_server: EmbeddedStore
) -> AsyncIterator[Stage]:
    """Two edges and a worker with long leases: what is handed over has not just run out."""
    patient = {"lease_seconds": 30, "drain_seconds": 20}
    async with staged(tmp_path_factory.mktemp("leaving"), store_server, edges=2, **patient) as stage:
        yield stage


@pytest_asyncio.fixture(loop_scope="module")
async def gate(stage: Stage) -> asyncio.Event:
    """Holds every answer after its first piece until it is set."""
    gate = asyncio.Event()
    stage.llm.script = lambda *_: Reply(text=TEXT, pieces=3, piece_gate=gate)
    stage.llm.requests.clear()
    return gate


async def test_a_draining_worker_finishes_what_runs(
    stage: Stage, people: People, gate: asyncio.Event
) -> None:
    """A worker told to leave ends its turn, takes nothing new and ends with 0; others do what is new."""
    ana, eva = [await people.json(stage.edges[0]) for _ in range(2)]
    id = await ana.say("hola")
    await ana.wait("delta", id=id)
    (worker,) = stage.workers
    leaving = asyncio.create_task(worker.term())
    await worker.until(lambda: "worker_draining" in worker.text(), "worker_draining")
    late = await eva.say("¿hay alguien?")
    await eva.wait("queued", id=late)
    gate.set()
    assert (await ana.reply(id))["text"] == TEXT
    assert await leaving == 0
    assert not eva.of("delta") + eva.of("reply")
    assert len(stage.llm.requests) == 1
    await stage.cluster.start_worker(drain_seconds=0.2)
    assert (await eva.reply(late))["attempt"] == 1
    assert ana.whole(id)["attempt"] == 1


async def test_a_drain_that_takes_too_long_hands_over(
    stage: Stage, people: People, gate: asyncio.Event
) -> None:
    """After DRAIN_SECONDS a worker gives its turn back at once, and another one answers it whole."""
    ana = await people.json(stage.edges[0])
    id = await ana.say("hola")
    await ana.wait("delta", id=id)
    (hasty,) = stage.workers
    await stage.cluster.start_worker()
    assert await hasty.term() == 0
    gate.set()
    reply = await ana.reply(id)
    assert (ana.whole(id), reply["text"], reply["attempt"]) == (reply, TEXT, 2)
    assert stage.llm.requests[0].closed_early


async def test_a_draining_edge_sends_people_elsewhere(
    stage: Stage, people: People, gate: asyncio.Event
) -> None:
    """An edge told to leave says `reconnect`, closes and ends with 0; elsewhere the reply goes on."""
    first, second = stage.edges
    ana, person = await people.json(first), await people.text(first)
    id = await ana.say("hola")
    await ana.wait("delta", id=id)
    for _ in range(3):
        await person.line()
    assert await first.term() == 0
    for client in (ana, person):
        await client.until_ended()
    assert ana.of("reconnect")[0]["after_ms"] >= 0
    assert person.lines[-1].startswith("⚠ ")
    assert ana.link.close_code in (1001, 1012)
    back = await people.again(ana, second)
    gate.set()
    assert (await back.reply(id))["text"] == TEXT
    assert back.whole(id)["attempt"] == 1
