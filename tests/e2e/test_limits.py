"""Limits that hold over all edges: a person's rate, an address's sessions, connections, the mail box."""

from __future__ import annotations

import asyncio
from collections.abc import AsyncIterator

import pytest
import pytest_asyncio

from shared.embedded import EmbeddedStore
from tests.support.clients import Frame, JsonClient, People
from tests.support.cluster import Node
from tests.support.llm_reply import Reply
from tests.support.stage import Stage, staged

pytestmark = pytest.mark.asyncio(loop_scope="module")

RATE, WINDOW = 5, 1.0
PENDING = 2
QUEUE = 4
CONNECTIONS = 6


@pytest_asyncio.fixture(scope="module", loop_scope="module")
async def stage(
    tmp_path_factory: pytest.TempPathFactory, store_server: EmbeddedStore
) -> AsyncIterator[Stage]:
    """Two edges under a tight rate, and a worker."""
    rate = {"rate_max_messages": RATE, "rate_window_seconds": WINDOW, "max_connections_per_ip": CONNECTIONS}
    async with staged(tmp_path_factory.mktemp("limits"), store_server, edges=2, **rate) as stage:
        yield stage


@pytest_asyncio.fixture(scope="module", loop_scope="module")
async def tight(stage: Stage) -> Node:
    """A third edge, where everything else is scarce too."""
    return await stage.cluster.start_edge(
        max_pending_per_session=PENDING, max_queue_depth=QUEUE, new_sessions_per_ip=2
    )


async def verdict(client: JsonClient, id: str) -> Frame:
    """Wait for the ack or the error of a message."""
    return await client.until(lambda frame: frame.get("id") == id and frame["type"] in ("ack", "error"))


async def both_edges(stage: Stage, people: People) -> list[JsonClient]:
    """Return two connections of one session, on two edges."""
    ana = await people.json(stage.edges[0])
    return [ana, await people.json(stage.edges[1], session=ana.token)]


async def moved(stage: Stage, people: People, tight: Node) -> JsonClient:
    """Return a person on the tight edge, whose session began elsewhere."""
    ana = await people.json(stage.edges[0])
    await ana.aclose()
    return await people.json(tight, session=ana.token)


async def test_a_burst_over_two_edges_admits_exactly_the_limit(stage: Stage, people: People) -> None:
    """Of 30 messages through two edges at once exactly 5 are taken; the others learn when to come back."""
    stage.llm.script = lambda *_: Reply(text="Sí.", pieces=1)
    clients = await both_edges(stage, people)

    async def attempt(number: int) -> Frame:
        client = clients[number % 2]
        return await verdict(client, await client.say("hola", f"b{number}"))

    verdicts = await asyncio.gather(*map(attempt, range(30)))
    assert sum(frame["type"] == "ack" for frame in verdicts) == RATE
    refused = [frame for frame in verdicts if frame["type"] == "error"]
    assert {frame["code"] for frame in refused} == {"rate_limited"}
    assert all(0 < frame["retry_after"] <= WINDOW for frame in refused)
    assert all(frame["message"] for frame in refused)


async def test_retry_after_is_when_one_more_is_admitted(stage: Stage, people: People) -> None:
    """Over several windows of hammering on two edges each message is taken as soon as it may, none sooner."""
    stage.llm.script = lambda *_: Reply(text="Sí.", pieces=1)
    clients = await both_edges(stage, people)
    taken: list[float] = []

    async def hammer(client: JsonClient, name: str) -> None:
        for number in range(200):
            if len(taken) > 2 * RATE:
                return
            found = await verdict(client, await client.say("hola", f"{name}{number}"))
            if found["type"] == "ack":
                await client.reply(found["id"])
                taken.append(int(found["offset"].split("-")[0]) / 1000)
            elif found["code"] == "rate_limited":
                # Half of the attempts come too soon on purpose: they must not count.
                await asyncio.sleep(found["retry_after"] * (0.5 if number % 2 else 1.0))
        raise AssertionError("hardly anything was taken")

    await asyncio.gather(hammer(clients[0], "a"), hammer(clients[1], "b"))
    times = sorted(taken)
    spans = [later - earlier for earlier, later in zip(times, times[RATE:], strict=False)]
    assert min(spans) >= WINDOW, "more than the limit in one window"
    assert max(spans) < 2 * WINDOW, "retry_after promised too late a time, or refusals counted"


async def test_unanswered_messages_are_bounded(stage: Stage, people: People, tight: Node) -> None:
    """One unanswered message too many is refused with its id; after an answer there is room again."""
    gate = asyncio.Event()
    stage.llm.script = lambda *_: Reply(text="Sí.", gate=gate)
    ana = await moved(stage, people, tight)
    ids = [await ana.say("hola") for _ in range(PENDING + 1)]
    error = await verdict(ana, ids[-1])
    assert (error["type"], error["code"]) == ("error", "too_many_pending")
    gate.set()
    await ana.reply(ids[-2])
    await ana.say("ahora sí", ids[-1])
    assert await ana.reply(ids[-1])


async def test_the_queue_is_bounded(stage: Stage, people: People, tight: Node) -> None:
    """With as many people in the queue as it takes, one more is told to come back; nobody else suffers."""
    gate = asyncio.Event()
    stage.llm.script = lambda *_: Reply(text="Sí.", gate=gate)
    crowd = [await moved(stage, people, tight) for _ in range(QUEUE)]
    await asyncio.gather(*[verdict(client, await client.say("hola", "q")) for client in crowd])
    late = await moved(stage, people, tight)
    error = await verdict(late, await late.say("¿y yo?"))
    assert (error["code"], error["retry_after"] > 0) == ("busy", True)
    gate.set()
    for client in crowd:
        await client.reply("q")
    assert (await late.ask("de nuevo"))["text"] == "Sí."


async def test_connections_of_an_address_are_bounded_on_each_edge(stage: Stage, people: People) -> None:
    """One connection too many is told so and closed; the other edge still takes it."""
    for _ in range(CONNECTIONS):
        await people.json(stage.edges[0])
    late = await people.json(stage.edges[0], hello=False)
    error = await late.wait("error")
    assert error["code"] == "too_many_connections"
    await late.until_ended()
    assert late.link.close_code == 1008
    line = await (await people.text(stage.edges[0])).line()
    assert line == f"⚠ {error['message']}"
    assert (await people.json(stage.edges[1])).welcome


async def test_new_sessions_of_an_address_are_bounded_over_all_edges(
    stage: Stage, people: People, tight: Node
) -> None:
    """Sessions count over all edges together; a known token needs no new place."""
    async with stage.redis() as store:
        for key in [key async for key in store.scan_iter("door:*")]:
            await store.delete(key)
    ana = await people.json(stage.edges[0])
    await people.json(tight)
    late = await people.json(tight, hello=False)
    await late.send("hello")
    error = await late.wait("error")
    assert error["code"] == "too_many_sessions"
    assert 0 < error["retry_after"] <= 60
    back = await people.json(tight, session=ana.token)
    assert back.welcome["user"] == ana.welcome["user"]
