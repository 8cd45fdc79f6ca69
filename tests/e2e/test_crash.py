"""Whatever dies, an acked message gets one whole reply (I1); who lost a turn writes nothing (I3)."""

from __future__ import annotations

import asyncio
from collections.abc import AsyncIterator
from dataclasses import replace
from pathlib import Path

import pytest
import pytest_asyncio
from redis.asyncio import Redis

from shared.embedded import EmbeddedStore
from shared.keys import PERMITS, QUEUE, WAKE
from tests.support.clients import Frame, JsonClient, People
from tests.support.llm_reply import Reply
from tests.support.stage import Stage, log_lines, report, staged

pytestmark = pytest.mark.asyncio(loop_scope="module")

TEXT = "luna, mesa. río 🌿 mar 💙 rosa, hoja. sol 🌞 nube, lago. hilo, vela. "
"""Every six characters end with a word that may be shown at once: no piece waits for the guard."""
PIECES = [TEXT[at : at + 6] for at in range(0, len(TEXT), 6)]
TAKE_OVER_SECONDS = 10.0
"""The issue's bound on all replies after a worker's death."""


@pytest_asyncio.fixture(scope="module", loop_scope="module")
async def stage(
    tmp_path_factory: pytest.TempPathFactory, store_server: EmbeddedStore
) -> AsyncIterator[Stage]:
    """Two edges and a worker; tests start replacements for what they kill."""
    async with staged(tmp_path_factory.mktemp("crash"), store_server, edges=2) as stage:
        yield stage


async def mid_stream(stage: Stage, clients: list[JsonClient]) -> tuple[list[str], asyncio.Event]:
    """Let everybody ask and see the first piece; return their ids and the gate before all that follows."""
    gate = asyncio.Event()
    stage.llm.script = lambda *_: Reply(pieces=PIECES, delay=0.02, piece_gate=gate)
    ids = [await client.say("hola") for client in clients]
    for client, id in zip(clients, ids, strict=True):
        await client.wait("delta", id=id)
    return ids, gate


async def once_and_whole(stage: Stage, client: JsonClient, id: str) -> Frame:
    """Wait for the reply; check it, the deltas, and that the log holds the message and this reply only."""
    reply = await client.reply(id)
    assert (reply["text"], reply["source"]) == (TEXT, "llm")
    assert client.whole(id) == reply
    assert await logged(stage, client) == ["u", "r"]
    return reply


async def logged(stage: Stage, client: JsonClient) -> list[str]:
    """Return the kinds of the events in the session's log."""
    async with stage.redis() as store:
        return [fields[b"k"].decode() for _, fields in await store.xrange(f"s:{client.sid}:log")]


def gated_calls(stage: Stage, first: Reply) -> list[asyncio.Event]:
    """Let the first call answer as `first`, the others as usual, each after its own gate."""
    gates = [asyncio.Event() for _ in range(3)]
    replies = iter([first, *[Reply(pieces=PIECES)] * 2])
    numbered = iter(gates)
    stage.llm.script = lambda *_: replace(next(replies), piece_gate=next(numbered))
    return gates


async def test_a_frozen_worker_writes_nothing_when_it_wakes(stage: Stage, people: People) -> None:
    """Stopped past its lease while another one answers, and goes on to the next message: not a word."""
    gates = gated_calls(stage, Reply(pieces=PIECES))
    ana = await people.json(stage.edges[0])
    id = await ana.say("hola")
    await ana.wait("delta", id=id)
    (frozen,) = stage.workers
    frozen.freeze()
    gates[0].set()
    await stage.cluster.start_worker()
    await ana.wait("delta", id=id, attempt=2)
    next_id = await ana.say("y otra cosa")
    gates[1].set()
    reply = await ana.reply(id)
    await ana.wait("delta", id=next_id)
    frames = len(ana.frames)
    frozen.thaw()
    await frozen.until(lambda: bool(stage.logged("turn_lost", trace=reply["trace_id"])), "lost turn")
    assert await frozen.term() == 0
    gates[2].set()
    assert (await ana.reply(next_id))["text"] == ana.whole(next_id)["text"] == TEXT
    assert (reply["text"], reply["attempt"]) == (TEXT, 2)
    assert ana.whole(id) == reply
    assert {frame["id"] for frame in ana.frames[frames:]} == {next_id}
    assert await logged(stage, ana) == ["u", "u", "r", "r"]


@pytest.mark.parametrize(
    "heard",
    [Reply(pieces=PIECES, hang_after=3), Reply(pieces=(PIECES[0], ""))],
    ids=["some words more", "the end of the answer"],
)
async def test_who_lost_the_lease_is_refused_at_the_first_word(
    stage: Stage, people: People, heard: Reply
) -> None:
    """A turn that changed hands unnoticed takes no piece and no reply from its former holder."""
    gates = gated_calls(stage, heard)
    ana = await people.json(stage.edges[0])
    id = await ana.say("hola")
    await ana.wait("delta", id=id)
    async with stage.redis() as store:
        # As if the lease had run out by the store's clock alone.
        await store.zadd(QUEUE, {ana.sid: 1})
        await store.zrem(PERMITS, ana.sid)
        await store.rpush(WAKE, 1)
    await ana.wait("delta", id=id, attempt=2)
    gates[0].set()
    (worker,) = stage.workers
    trace = ana.of("ack")[0]["trace_id"]
    await worker.until(lambda: bool(stage.logged("turn_lost", trace=trace)), "lost turn")
    gates[1].set()
    assert (await once_and_whole(stage, ana, id))["attempt"] == 2


async def test_a_killed_workers_turns_are_taken_over(stage: Stage, people: People) -> None:
    """kill -9 with 20 sessions mid-stream: within 10 s everybody has one whole reply of a higher attempt."""
    (victim,) = stage.workers
    crowd = [await people.json(stage.edges[number % 2]) for number in range(20)]
    ids, gate = await mid_stream(stage, crowd)
    await stage.cluster.start_worker()
    await victim.kill()
    gate.set()
    loop = asyncio.get_running_loop()
    started = loop.time()
    async with asyncio.timeout(TAKE_OVER_SECONDS):
        replies = [await once_and_whole(stage, *pair) for pair in zip(crowd, ids, strict=True)]
    report(f"20 turns of a killed worker answered after {loop.time() - started:.2f} s")
    assert {reply["attempt"] for reply in replies} == {2}


async def test_clients_of_a_killed_edge_go_on_elsewhere(stage: Stage, people: People) -> None:
    """kill -9 of an edge mid-stream: with `since` the other edge gives the rest, and no word twice."""
    victim, other = stage.edges
    crowd = [await people.json(victim, "tcp" if number % 2 else "ws") for number in range(6)]
    ids, gate = await mid_stream(stage, crowd)
    await victim.kill()
    for client in crowd:
        await client.until_ended()
    back = [await people.again(client, other) for client in crowd]
    gate.set()
    for client, id in zip(back, ids, strict=True):
        assert (await once_and_whole(stage, client, id))["attempt"] == 1
        assert [frame["type"] for frame in client.frames if frame["type"] != "delta"] == [
            "welcome",
            "user",
            "reply",
        ]
    await stage.cluster.start_edge()


async def test_every_store_connection_may_be_cut(stage: Stage, people: People) -> None:
    """CLIENT KILL of all connections, over and over mid-stream: nobody exits, nothing is lost or doubled."""
    crowd = [await people.json(stage.edges[number % 2]) for number in range(6)]
    ids, gate = await mid_stream(stage, crowd)
    late = [await client.say("y otra cosa") for client in crowd]
    async with stage.redis() as store:
        for round in range(3):
            await cut_all(store)
            gate.set()
            waited = (ids, late, late)[round]
            await asyncio.gather(*(one_of(client, id) for client, id in zip(crowd, waited, strict=True)))
    for client, pair in zip(crowd, zip(ids, late, strict=True), strict=True):
        for id in pair:
            assert (await client.reply(id))["text"] == TEXT
            assert client.whole(id)["attempt"] == 1
        assert await logged(stage, client) == ["u", "u", "r", "r"]
        assert [frame["type"] for frame in client.frames if frame["type"] not in ("delta", "queued")] == [
            "welcome", "ack", "ack", "reply", "reply"
        ]  # fmt: skip
    assert (len(stage.edges), len(stage.workers)) == (2, 1)


async def one_of(client: JsonClient, id: str) -> Frame:
    """Wait for a sign that the reply to `id` goes on or is there."""
    return await client.until(lambda frame: frame.get("id") == id and frame["type"] in ("delta", "reply"))


async def test_an_edge_that_slept_through_the_end_shows_all_of_it(stage: Stage, people: People) -> None:
    """Cut off from the store mid-stream and back when all is said, an edge shows the missing pieces too."""
    sleepy, other = stage.edges
    ana = await people.json(sleepy)
    awake = await people.json(other, session=ana.token)
    [id], gate = await mid_stream(stage, [ana])
    sleepy.freeze()
    async with stage.redis() as store:
        await cut_all(store)
    gate.set()
    await awake.reply(id)
    sleepy.thaw()
    assert (await once_and_whole(stage, ana, id))["attempt"] == 1
    assert awake.whole(id) == ana.whole(id)
    assert len(ana.of("delta", id=id)) == 2


async def cut_all(store: Redis) -> None:
    """Cut every connection of the store but this one."""
    for kind in ("normal", "pubsub"):
        await store.execute_command("CLIENT", "KILL", "TYPE", kind, "SKIPME", "yes")


async def test_the_store_may_die_and_come_back(people: People, tmp_path: Path) -> None:
    """SIGKILL of the store mid-stream: every acked message has one whole reply once it is back."""
    with EmbeddedStore(tmp_path / "store") as store:
        async with staged(tmp_path, store) as stage:
            (edge,) = stage.edges
            crowd = [await people.json(edge) for _ in range(6)]
            ids, gate = await mid_stream(stage, crowd)
            late = [await client.say("y otra cosa") for client in crowd]
            for client, id in zip(crowd, late, strict=True):
                await client.wait("ack", id=id)
            await asyncio.to_thread(store.kill)
            lost = [await client.say("¿me leés?") for client in crowd]
            for client, id in zip(crowd, lost, strict=True):
                assert (await client.wait("error", id=id))["code"] == "unavailable"
            gate.set()
            await asyncio.to_thread(store.restart)
            for client, id in zip(crowd, lost, strict=True):
                await say_until_acked(client, id)
            for client, *asked in zip(crowd, ids, late, lost, strict=True):
                for id in asked:
                    assert (await client.reply(id))["text"] == TEXT
                    assert client.whole(id)
                assert sorted(await logged(stage, client)) == ["r"] * 3 + ["u"] * 3
                assert [reply["id"] for reply in client.of("reply")] == asked
            errors = [line for node in (edge, *stage.workers) for line in log_lines(node)]
            assert not [line for line in errors if line["level"] in ("error", "critical")]


async def say_until_acked(client: JsonClient, id: str) -> None:
    """Send a message again with its id, as clients do, until it is acked."""
    while not client.of("ack", id=id):
        seen = len(client.frames)
        await client.say("¿me leés?", id)
        await client.until(lambda f: f.get("id") == id and f["type"] in ("ack", "error"), after=seen)
