"""Whatever dies, an acked message gets exactly one whole reply (I1), and who lost a turn writes nothing (I3)."""

from __future__ import annotations

import asyncio
from collections.abc import AsyncIterator
from pathlib import Path

import pytest
import pytest_asyncio

from shared.embedded import EmbeddedStore
from tests.support.clients import Frame, JsonClient, People
from tests.support.llm_reply import Reply
from tests.support.stage import Stage, log_lines, staged

pytestmark = pytest.mark.asyncio(loop_scope="module")

TEXT = "Estoy acá con vos 💙. Respirá despacio y contame qué pasó hoy, sin apuro. 🌿"
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


async def test_a_frozen_worker_writes_nothing_when_it_wakes(stage: Stage, people: People) -> None:
    """Stopped past its lease while another one answers, a worker notices and leaves the turn alone."""
    ana = await people.json(stage.edges[0])
    [id], gate = await mid_stream(stage, [ana])
    (frozen,) = stage.workers
    frozen.freeze()
    await stage.cluster.start_worker()
    await ana.until(lambda frame: frame.get("attempt") == 2)
    gate.set()
    reply = await once_and_whole(stage, ana, id)
    assert reply["attempt"] == 2
    frames = len(ana.frames)
    frozen.thaw()
    await frozen.until(lambda: bool(turns_lost(stage, reply["trace_id"])), "lost turn")
    assert await frozen.term() == 0
    assert not stage.logged("turn_settled", trace=reply["trace_id"], attempt=1)
    assert (await ana.ask("¿y ahora?"))["text"] == TEXT
    assert {frame["type"] for frame in ana.frames[frames:] if frame.get("id") == id} == set()
    assert await logged(stage, ana) == ["u", "r"] * 2


def turns_lost(stage: Stage, trace: str) -> list[object]:
    """Return the log lines of workers that found the turn of `trace` to be another's."""
    return [*stage.logged("turn_lost", trace=trace)]


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
    print(f"20 turns of a killed worker answered after {loop.time() - started:.2f} s")
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
    gate.set()
    late = [await client.say("y otra cosa") for client in crowd]
    async with stage.redis() as store:
        for _ in range(3):
            seen = len(crowd[0].frames)
            for kind in ("normal", "pubsub"):
                await store.execute_command("CLIENT", "KILL", "TYPE", kind, "SKIPME", "yes")
            await crowd[0].until(lambda frame: frame["type"] == "delta", after=seen)
    for client, pair in zip(crowd, zip(ids, late, strict=True), strict=True):
        for id in pair:
            assert (await client.reply(id))["text"] == TEXT
            assert client.built(id)[1] == TEXT
        assert await logged(stage, client) == ["u", "u", "r", "r"]
        assert [frame["type"] for frame in client.frames if frame["type"] not in ("delta", "queued")] == [
            "welcome", "ack", "ack", "reply", "reply"
        ]  # fmt: skip
    assert (len(stage.edges), len(stage.workers)) == (2, 1)


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
                    assert client.built(id)[1] == TEXT
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
