"""A failover under load: everything the new primary has is answered once, whole and in order."""

from __future__ import annotations

import asyncio
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest
from redis.asyncio import Redis

from shared.keys import PERMITS, QUEUE
from shared.ready import is_ready, wait_until_ready
from tests.support.clients import JsonClient, People
from tests.support.cluster import Cluster
from tests.support.env import ROOT, isolated_settings, process_env
from tests.support.fake_llm import FakeLlm
from tests.support.llm_reply import Reply
from tests.support.sentinels import Watched, watched_store
from tests.support.stage import ROOMY, log_lines

TEXT = "luna, mesa. río 🌿 mar 💙 rosa, hoja. sol 🌞 nube, lago. hilo, vela. "
"""Every six characters end with a word that may be shown at once: no piece waits for the guard."""
PIECES = [TEXT[at : at + 6] for at in range(0, len(TEXT), 6)]
PEOPLE = 10
DOWN_AFTER_MS = 500
PATIENCE_SECONDS = 20.0


@pytest.fixture
def watched(tmp_path: Path) -> Iterator[Watched]:
    """A primary, a replica and three Sentinels."""
    with watched_store(tmp_path / "watched", sentinels=3) as store:
        yield store


async def test_a_failover_mid_stream(watched: Watched, tmp_path: Path) -> None:
    """The primary dies with a Sentinel while ten people talk: nothing replicated is lost or doubled."""
    gate = asyncio.Event()
    llm = FakeLlm(lambda *_: Reply(pieces=PIECES, delay=0.02, piece_gate=gate))
    cluster = Cluster(tmp_path, watched.url, **ROOMY)
    async with llm, cluster, People() as people:
        await cluster.start(edges=2, workers=2, llm_url=llm.url)
        crowd = [await people.json(cluster.edges[number % 2]) for number in range(PEOPLE)]
        asked = await before_the_failover(crowd)
        await asyncio.to_thread(watched.replicate)
        watched.primary.kill()
        watched.sentinels[0].kill()
        lost = await unanswered(crowd)
        addresses = [isolated_settings(ws_port=edge.ws_port) for edge in cluster.edges]
        assert not any(await asyncio.gather(*map(is_ready, addresses)))
        movers, stayers = crowd[: PEOPLE // 2], crowd[PEOPLE // 2 :]
        for client in movers:
            await client.drop()
        gate.set()
        await asyncio.to_thread(watched.fail_over_after, DOWN_AFTER_MS)
        async with asyncio.timeout(PATIENCE_SECONDS):
            await asyncio.gather(*map(wait_until_ready, addresses))

        after = [
            await people.again(client, cluster.edges[1 - number % 2]) for number, client in enumerate(movers)
        ]
        after += stayers
        for client, id in zip(after, lost, strict=True):
            await say_until_acked(client, id)
        for before, now, first, last in zip(crowd, after, asked, lost, strict=True):
            await check_replies(before, now, [*first, last])
        async with Redis.from_url(watched.new_primary_url) as store:
            await check_store(store, crowd, workers=2)
        assert "answers, version" in await launcher_check(tmp_path, watched.url)
        lines = [line for node in (*cluster.edges, *cluster.workers) for line in log_lines(node)]
        assert not [line for line in lines if line["level"] in ("error", "critical")]


async def before_the_failover(crowd: list[JsonClient]) -> list[list[str]]:
    """Bring everybody into the middle of a reply, with one more message acked; return both ids of each."""
    first = [await client.say("hola") for client in crowd]
    for client, id in zip(crowd, first, strict=True):
        await client.wait("delta", id=id)
    second = [await client.say("y otra cosa") for client in crowd]
    for client, id in zip(crowd, second, strict=True):
        await client.wait("ack", id=id)
    return [list(pair) for pair in zip(first, second, strict=True)]


async def unanswered(crowd: list[JsonClient]) -> list[str]:
    """Let everybody send a message while there is no primary; return the ids, all `unavailable`."""
    ids = [await client.say("¿me leés?") for client in crowd]
    for client, id in zip(crowd, ids, strict=True):
        assert (await client.wait("error", id=id))["code"] == "unavailable"
    return ids


async def say_until_acked(client: JsonClient, id: str) -> None:
    """Send a message again with its id, as clients do, until it is acked."""
    while not client.of("ack", id=id):
        seen = len(client.frames)
        await client.say("¿me leés?", id)
        await client.until(lambda f: f.get("id") == id and f["type"] in ("ack", "error"), after=seen)


async def check_replies(before: JsonClient, now: JsonClient, ids: list[str]) -> None:
    """Wait for the replies to `ids`; they came whole, once each, in order, over both connections."""
    for id in ids:
        assert (await now.reply(id))["text"] == TEXT
        assert now.whole(id)
    earlier = [] if before is now else before.of("reply")
    assert [reply["id"] for reply in [*earlier, *now.of("reply")]] == ids


async def check_store(store: Redis, crowd: list[JsonClient], *, workers: int) -> None:
    """The log holds every message and reply once, nothing waits, and the workers listen here."""
    for client in crowd:
        kinds = [fields[b"k"] for _, fields in await store.xrange(f"s:{client.sid}:log")]
        assert sorted(kinds) == [b"r"] * 3 + [b"u"] * 3
    assert [await store.zcard(key) for key in (QUEUE, PERMITS)] == [0, 0]
    async with asyncio.timeout(PATIENCE_SECONDS):
        while (await store.info("clients"))["blocked_clients"] != workers:
            await asyncio.sleep(0.02)


async def launcher_check(directory: Path, url: str) -> str:
    """Return what `psicoia.py check` says of this address."""
    process = await asyncio.create_subprocess_exec(
        *(sys.executable, str(ROOT / "psicoia.py"), "check"),
        env=process_env(redis_url=url),
        cwd=directory,
        stdout=asyncio.subprocess.PIPE,
    )
    output, _ = await process.communicate()
    return output.decode()
