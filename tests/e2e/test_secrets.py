"""Words and keys stay inside (I8): not in logs, not in metrics, and with DATA_KEY not in the store."""

from __future__ import annotations

import asyncio
import base64
import json
from collections.abc import AsyncIterator, Iterator
from contextlib import asynccontextmanager
from typing import Any

import pytest
import pytest_asyncio

from shared.embedded import EmbeddedStore, free_port
from tests.support.clients import JsonClient, People
from tests.support.cluster import Node
from tests.support.llm_reply import Reply
from tests.support.stage import Stage, log_lines, staged

pytestmark = pytest.mark.asyncio(loop_scope="module")

SAID = "el canario amarillo se escapó anoche"
ANSWERED = "luna, mesa. pájaro violeta canta bajito"
KEY = base64.urlsafe_b64encode(bytes(range(32))).decode()
API_KEY = "gsk_clave_muy_secreta"


@pytest.fixture(scope="module")
def metrics_port() -> int:
    """Where the worker shows its figures."""
    return free_port()


@pytest_asyncio.fixture(scope="module", loop_scope="module")
async def stage(
    tmp_path_factory: pytest.TempPathFactory, store_server: EmbeddedStore, metrics_port: int
) -> AsyncIterator[Stage]:
    """Two edges and a worker that log everything and seal what they store."""
    told = {"log_level": "DEBUG", "data_key": KEY, "groq_api_key": API_KEY, "metrics_port": metrics_port}
    async with staged(tmp_path_factory.mktemp("secrets"), store_server, edges=2, **told) as stage:
        yield stage


def spellings(phrase: str) -> Iterator[bytes]:
    """Yield a phrase as it may appear: as it is, in JSON, in Python's and in base64's writing."""
    yield phrase.encode()
    yield json.dumps(phrase)[1:-1].encode()
    yield repr(phrase.encode())[2:-1].encode()
    for shift in range(3):
        yield base64.b64encode(b"x" * shift + phrase.encode())[4:-4]


def assert_silent(place: str, data: bytes, *phrases: str) -> None:
    """Check that no phrase is in `data`, however it is written, nor half of it."""
    for phrase in phrases:
        for half in (phrase, phrase[: len(phrase) // 2 + 1]):
            for spelling in spellings(half):
                assert spelling not in data, f"{place} holds {phrase!r}"


async def http(port: int, path: str) -> bytes:
    """Return the answer to a GET."""
    reader, writer = await asyncio.open_connection("127.0.0.1", port)
    writer.write(f"GET {path} HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\n\r\n".encode())
    answer = await reader.read()
    writer.close()
    await writer.wait_closed()
    return answer


async def everything(stage: Stage) -> AsyncIterator[tuple[str, bytes]]:
    """Yield each key of the store with a dump of all it holds."""
    async with stage.redis() as store:
        readers: dict[bytes, Any] = {
            b"string": lambda key: store.get(key),
            b"hash": lambda key: store.hgetall(key),
            b"list": lambda key: store.lrange(key, 0, -1),
            b"zset": lambda key: store.zrange(key, 0, -1, withscores=True),
            b"stream": lambda key: store.xrange(key),
        }
        async for key in store.scan_iter(count=1000):
            value = await readers[await store.type(key)](key)
            yield key.decode(), key + repr(value).encode()


@asynccontextmanager
async def overheard(stage: Stage) -> AsyncIterator[list[bytes]]:
    """Collect all that is published, and all commands the store gets, meanwhile."""
    heard: list[bytes] = []

    async def listen(subscribed: asyncio.Event) -> None:
        async with stage.redis() as store, store.pubsub() as pubsub:
            await pubsub.psubscribe("*")
            async for message in pubsub.listen():
                subscribed.set()
                heard.append(repr(message).encode())

    async def monitor(started: asyncio.Event) -> None:
        async with stage.redis() as store, store.monitor() as commands:
            started.set()
            while True:
                heard.append(repr(await commands.next_command()).encode())

    events = [asyncio.Event(), asyncio.Event()]
    tasks = [asyncio.create_task(listen(events[0])), asyncio.create_task(monitor(events[1]))]
    await asyncio.gather(*(event.wait() for event in events))
    yield heard
    for task in tasks:
        task.cancel()
    await asyncio.gather(*tasks, return_exceptions=True)


async def whole_talk(stage: Stage, people: People) -> JsonClient:
    """Talk, resume elsewhere mid-reply, go on, fail, refuse, export: every path that handles words."""
    gate = asyncio.Event()
    pieces = [ANSWERED[:12], ANSWERED[12:]]
    stage.llm.script = lambda *_: Reply(pieces=pieces, piece_gate=gate)
    ana = await people.json(stage.edges[0])
    id = await ana.say(SAID)
    await ana.wait("delta", id=id)
    back = await people.again(ana, stage.edges[1])
    assert (await back.wait("delta", id=id))["text"] == ANSWERED[:12]
    await ana.drop()
    gate.set()
    assert (await back.reply(id))["text"] == ANSWERED
    assert (back.built(id), back.of("user")[0]["text"]) == ((1, ANSWERED), SAID)
    await back.say(f"{SAID} y me quiero morir", SAID[:60])
    await back.reply(SAID[:60])
    await back.send("message", id="largo", text=SAID * 200)
    await back.send(SAID, session=back.token)
    await back.link.send(f'{{"type": "message", "text": "{SAID}", {back.token}')
    await back.until(lambda _: len(back.of("error")) == 3)
    stage.llm.script = lambda *_: Reply(pieces=pieces, cut_after=1)
    assert (await back.ask(SAID))["source"] == "fallback"
    stage.llm.script = lambda *_: Reply(status=400, raw=json.dumps({"error": {"message": SAID}}).encode())
    assert (await back.ask(SAID))["source"] == "fallback"
    await back.send("export")
    history = await back.wait("history")
    assert [event["text"] for event in history["events"][:2]] == [SAID, ANSWERED]
    person = await people.text(stage.edges[0])
    for _ in range(3):
        await person.line()
    await person.say(f"/sesion {back.token}")
    await person.until(lambda line: ANSWERED in line or SAID in line)
    return back


async def test_words_and_keys_are_nowhere(stage: Stage, people: People, metrics_port: int) -> None:
    """At DEBUG, with DATA_KEY: no canary in logs, metrics, keys, values, published events or commands."""
    async with overheard(stage) as heard:
        ana = await whole_talk(stage, people)
    secrets = (SAID, ANSWERED, ana.token, KEY, API_KEY)
    assert len(heard) > 50
    assert_silent("the store's traffic", b"\n".join(heard), *secrets)
    keys = 0
    async for name, dump in everything(stage):
        assert_silent(name, dump, *secrets)
        keys += 1
    assert keys > 5
    for port in (stage.edges[0].ws_port, stage.edges[1].ws_port, metrics_port):
        figures = await http(port, "/metrics")
        assert b"psicoia_" in figures
        assert_silent("/metrics", figures, *secrets, ana.sid)
    nodes: list[Node] = [*stage.edges, *stage.workers]
    for node in nodes:
        assert_silent(node.log.name, node.log.read_bytes(), *secrets)
        assert list(log_lines(node)), "nothing was logged at all"
    settled = {"session": ana.sid[:12]}
    await stage.cluster.workers[0].until(
        lambda: bool(stage.logged("turn_settled", **settled)), "a settled turn"
    )


async def test_the_model_gets_the_words_and_nobody_elses_key(stage: Stage, people: People) -> None:
    """What may leave leaves: the model is told the words, with the API key and without the token."""
    stage.llm.script = lambda *_: Reply(text=ANSWERED)
    ana = await people.json(stage.edges[0])
    await ana.ask(SAID)
    (call,) = stage.calls_of(ana.welcome["user"])
    assert call.words == SAID
    assert call.headers["authorization"] == f"Bearer {API_KEY}"
    assert_silent("the model's request", json.dumps([call.headers, call.body]).encode(), ana.token, ana.sid)
