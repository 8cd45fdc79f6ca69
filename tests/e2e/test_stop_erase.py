"""Stop keeps what was shown; erase leaves nothing, in the store and on every screen."""

from __future__ import annotations

import asyncio
from collections.abc import AsyncIterator

import pytest
import pytest_asyncio

from shared.embedded import EmbeddedStore
from shared.ids import SessionId
from tests.support.clients import Frame, JsonClient, People
from tests.support.llm_reply import Reply
from tests.support.stage import Stage, staged

pytestmark = pytest.mark.asyncio(loop_scope="module")

PIECES = ("Gracias ", "luna ", "mar.")
STOP_SECONDS = 1.0
"""PROTOCOL.md: what was shown is kept as the reply "within a second"."""


@pytest_asyncio.fixture(scope="module", loop_scope="module")
async def stage(
    tmp_path_factory: pytest.TempPathFactory, store_server: EmbeddedStore
) -> AsyncIterator[Stage]:
    """Two edges and a worker with one permit and long leases: nothing but the command can be what acts."""
    directory = tmp_path_factory.mktemp("stop")
    slow = {"max_in_flight": 1, "lease_seconds": 30, "llm_timeout_seconds": 60}
    async with staged(directory, store_server, edges=2, **slow) as stage:
        yield stage


async def stopped(client: JsonClient, id: str) -> Frame:
    """Wait for the reply that a stop ends, as long as a stop may take."""
    found = await client.until(lambda f: (f["type"], f.get("id")) == ("reply", id), seconds=STOP_SECONDS)
    assert found["stopped"] is True
    return found


async def traces(stage: Stage, sid: SessionId) -> set[str]:
    """Return the names of all keys with the session in them, and of lists and sets that name it."""
    found = set()
    async with stage.redis() as store:
        async for key in store.scan_iter(count=1000):
            members = {
                b"zset": lambda key: store.zrange(key, 0, -1),
                b"list": lambda key: store.lrange(key, 0, -1),
            }.get(await store.type(key))
            if sid.encode() in key or (members and sid.encode() in await members(key)):
                found.add(key.decode())
    return found


@pytest.mark.parametrize("silent", [False, True], ids=["mid-reply", "while the model hangs"])
async def test_stop_keeps_what_was_shown(stage: Stage, people: People, silent: bool) -> None:
    """Within a second the partial text is the reply on every edge, and the model's connection is closed."""
    stage.llm.script = lambda *_: Reply(pieces=PIECES, hang_after=-1 if silent else 2)
    ana = await people.json(stage.edges[0])
    other = await people.json(stage.edges[1], session=ana.token)
    id = await ana.say("hola")
    await stage.llm.wait_for(lambda llm: llm.in_flight == 1)
    if not silent:
        await ana.until(lambda _: ana.built(id)[1] == "Gracias luna ")
    call = stage.llm.requests[-1]
    await ana.send("stop")
    reply = await stopped(ana, id)
    assert reply["text"] == ("" if silent else "Gracias luna ")
    assert ana.whole(id) == await stopped(other, id) == other.whole(id)
    await asyncio.wait_for(call.finished.wait(), STOP_SECONDS)
    assert call.closed_early
    stage.llm.script = lambda *_: Reply(text="Sigo acá.")
    assert (await other.ask("¿seguís?"))["text"] == "Sigo acá."


async def test_stop_of_a_waiting_message_leaves_it_empty(stage: Stage, people: People) -> None:
    """A message that waits is ended by its id with an empty text; the running one is not touched."""
    gate = asyncio.Event()
    stage.llm.script = lambda *_: Reply(pieces=PIECES, piece_gate=gate)
    ana = await people.json(stage.edges[0])
    ids = [await ana.say(text) for text in ("a", "b", "c")]
    await ana.wait("delta", id=ids[0])
    await ana.wait("ack", id=ids[2])
    await ana.send("stop", id=ids[1])
    assert (await stopped(ana, ids[1]))["text"] == ""
    assert not ana.of("reply", id=ids[0])
    gate.set()
    await ana.reply(ids[2])
    assert [reply["id"] for reply in ana.of("reply")] == [ids[1], ids[0], ids[2]]
    assert [call.words for call in stage.calls_of(ana.welcome["user"])] == ["a", "c"]


async def test_stop_of_a_turn_that_waits_for_its_permit(stage: Stage, people: People) -> None:
    """A person whose turn nobody has taken yet can end it too, and writes on afterwards."""
    gate = asyncio.Event()
    stage.llm.script = lambda *_: Reply(pieces=PIECES, gate=gate)
    first = await people.json(stage.edges[0])
    await first.say("fui al mercado", "f")
    await stage.llm.wait_for(lambda llm: llm.in_flight == 1)
    ana = await people.json(stage.edges[1])
    id = await ana.say("espero")
    await ana.wait("ack", id=id)
    await ana.send("stop")
    assert (await stopped(ana, id))["text"] == ""
    gate.set()
    assert (await ana.ask("otra cosa"))["text"] == "".join(PIECES)
    assert (await first.reply("f"))["text"] == "".join(PIECES)
    assert [call.words for call in stage.calls_of(ana.welcome["user"])] == ["otra cosa"]


async def test_a_stop_of_nothing_does_nothing(stage: Stage, people: People) -> None:
    """A stop with nothing to stop, or of an answered message, is no error and changes nothing."""
    stage.llm.script = lambda *_: Reply(pieces=PIECES)
    ana = await people.json(stage.edges[0])
    await ana.send("stop")
    id = await ana.say("hola")
    await ana.reply(id)
    await ana.send("stop", id=id)
    await ana.send("stop", id="nunca")
    assert (await ana.ask("chau"))["text"] == "".join(PIECES)
    assert not ana.of("error")
    assert "stopped" not in ana.whole(id)


async def test_erase_leaves_nothing(stage: Stage, people: People) -> None:
    """After an erase nothing in the store names the session but the limiter's short window."""
    stage.llm.script = lambda *_: Reply(pieces=PIECES)
    ana = await people.json(stage.edges[0])
    other = await people.json(stage.edges[1], session=ana.token)
    await ana.ask("hola")
    assert len(await traces(stage, ana.sid)) > 3
    await ana.send("erase")
    await ana.wait("erased")
    await other.wait("erased")
    assert await traces(stage, ana.sid) <= {f"s:{ana.sid}:rate"}
    back = await people.json(stage.edges[1], session=ana.token)
    assert not back.welcome["resumed"]
    again = await other.ask("de nuevo")
    assert again["trace_id"].endswith(":m1")
    seen = stage.calls_of(again["trace_id"].split(":")[0])[-1].body["messages"]
    assert [message["role"] for message in seen] == ["system", "user"]
    for client in (ana, back):
        assert await client.reply(again["id"]) == again
    assert len(ana.of("erased")) == len(other.of("erased")) == 1


async def test_erase_in_the_middle_of_a_reply(stage: Stage, people: People) -> None:
    """The turn ends with the session: the model's connection is closed and nothing is written any more."""
    stage.llm.script = lambda *_: Reply(pieces=PIECES, hang_after=2)
    ana = await people.json(stage.edges[0])
    other = await people.json(stage.edges[1], session=ana.token)
    id = await ana.say("hola")
    await ana.say("y otra más", "espera")
    await ana.wait("delta", id=id)
    await ana.wait("ack", id="espera")
    call = stage.llm.requests[-1]
    await other.send("erase")
    await asyncio.gather(ana.wait("erased"), other.wait("erased"))
    await asyncio.wait_for(call.finished.wait(), STOP_SECONDS)
    assert call.closed_early
    assert await traces(stage, ana.sid) <= {f"s:{ana.sid}:rate"}
    stage.llm.script = lambda *_: Reply(text="Empecemos.")
    reply = await ana.ask("hola otra vez")
    assert reply["text"] == "Empecemos."
    after = [frame["type"] for frame in ana.frames]
    after = after[len(after) - after[::-1].index("erased") :]
    assert (after[0], set(after[1:-1]), after[-1]) == ("ack", {"delta"}, "reply")
    await other.wait("reply")
    assert len(ana.of("reply")) == len(other.of("reply")) == 1
