"""Coming back (I4): on any edge, at any moment, with no gap and no duplicate."""

from __future__ import annotations

import asyncio
from collections.abc import AsyncIterator

import pytest
import pytest_asyncio

from shared.embedded import EmbeddedStore
from shared.ids import new_token
from tests.support.clients import Frame, JsonClient, People
from tests.support.links import Transport
from tests.support.llm_reply import Reply
from tests.support.stage import Stage, staged

pytestmark = pytest.mark.asyncio(loop_scope="module")

TEXT = "mar, luna. sol 🌞 río 🌿 rosa y hoja verde, nube 💙. " * 8
"""Words that may be shown at once: no piece waits for the guard."""


TRANSPORTS: tuple[Transport, ...] = ("ws", "tcp")


@pytest_asyncio.fixture(scope="module", loop_scope="module")
async def stage(
    tmp_path_factory: pytest.TempPathFactory, store_server: EmbeddedStore
) -> AsyncIterator[Stage]:
    """Two edges and a worker."""
    async with staged(tmp_path_factory.mktemp("resume"), store_server, edges=2) as stage:
        yield stage


def conversation(client: JsonClient) -> list[Frame]:
    """Return the user and reply frames a client received."""
    return [frame for frame in client.frames if frame["type"] in ("user", "reply")]


@pytest.mark.parametrize("transport", ["ws", "tcp"])
async def test_resume_in_the_middle_on_another_edge(
    stage: Stage, people: People, transport: Transport
) -> None:
    """Who drops off mid-reply gets on the other edge the text so far in one piece, then the rest live."""
    gate = asyncio.Event()
    pieces = [TEXT[:50], *(TEXT[at : at + 5] for at in range(50, len(TEXT), 5))]
    stage.llm.script = lambda *_: Reply(pieces=pieces, delay=0.005, piece_gate=gate)
    ana = await people.json(stage.edges[0], transport)
    id = await ana.say("hola")
    await ana.wait("delta", id=id)
    before = ana.built(id)
    await ana.drop()
    back = await people.again(ana, stage.edges[1])
    shown = await back.wait("delta", id=id)
    assert (shown["attempt"], shown["at"], shown["text"]) == (before[0], 0, TEXT[:50])
    gate.set()
    reply = await back.reply(id)
    assert back.built(id) == (1, TEXT)
    assert [frame["type"] for frame in back.frames[:3]] == ["welcome", "user", "delta"]
    assert back.welcome["resumed"]
    assert back.welcome["offset"] == ana.since
    assert (reply["text"], reply["attempt"]) == (TEXT, 1)
    assert conversation(back) == [
        {"type": "user", "id": id, "text": "hola", "offset": ana.of("ack")[0]["offset"]},
        reply,
    ]


async def test_resume_afterwards_on_another_edge(stage: Stage, people: People) -> None:
    """With `since` comes exactly what was missed, without it the whole conversation, and live goes on."""
    stage.llm.script = lambda _, body: Reply(text=f"Eco {body['messages'][-1]['content']}")
    ana = await people.json(stage.edges[0])
    ids = [(await ana.ask("uno"))["id"]]
    since = ana.since
    ids += [(await ana.ask(text))["id"] for text in ("dos", "tres")]
    await ana.drop()
    missed = await people.again(ana, stage.edges[1], since=since)
    whole = await people.json(stage.edges[1], "tcp", session=ana.token)
    nothing = await people.again(ana, stage.edges[0])
    ids += [await nothing.say("cuatro")]
    for client in (missed, whole, nothing):
        await client.reply(ids[-1])
    assert [(frame["type"], frame["id"]) for frame in conversation(whole)] == [
        (type, id) for id in ids for type in ("user", "reply")
    ]
    assert whole.of("reply")[:3] == ana.of("reply")
    assert conversation(missed) == conversation(whole)[2:]
    assert conversation(nothing) == conversation(whole)[-1:]
    assert not whole.of("delta", id=ids[2]), "a finished reply is not streamed again"


async def test_watchers_may_join_at_any_moment(stage: Stage, people: People) -> None:
    """Connections that come during a long reply, on both edges, all make up the very same text."""
    stage.llm.script = lambda *_: Reply(text=TEXT, pieces=len(TEXT) // 3, delay=0.01)
    ana = await people.json(stage.edges[0])
    id = await ana.say("hola")
    await ana.wait("delta", id=id)
    watchers: list[JsonClient] = []
    async with stage.redis() as store:
        while not ana.of("reply", id=id):
            # Subscriptions and pieces pile up meanwhile: many pieces come between the two steps of a resume.
            await store.client_pause(30)
            watchers += await asyncio.gather(
                *(people.json(edge, transport, session=ana.token)
                  for edge in stage.edges for transport in TRANSPORTS)
            )  # fmt: skip
    reply = await ana.reply(id)
    assert len(watchers) >= 10
    for watcher in watchers:
        await watcher.reply(id)
        assert watcher.built(id) in ((1, TEXT), (0, ""))
        assert conversation(watcher)[-1] == reply
        assert len(conversation(watcher)) == 2
    assert sum(watcher.built(id) == (1, TEXT) for watcher in watchers) >= 10


async def test_messages_that_wait_are_replayed_before_the_reply_in_progress(
    stage: Stage, people: People
) -> None:
    """Pipelined messages come back in order, then the running reply, then the replies to all of them."""
    gate = asyncio.Event()
    stage.llm.script = lambda *_: Reply(pieces=("Mar, ", "sol."), piece_gate=gate)
    ana = await people.json(stage.edges[0])
    ids = [await ana.say(text) for text in ("a", "b", "c")]
    await ana.wait("delta", id=ids[0])
    await ana.wait("ack", id=ids[2])
    await ana.drop()
    back = await people.again(ana, stage.edges[1])
    await back.wait("delta", id=ids[0])
    assert [(f["type"], f["id"]) for f in back.frames[1:]] == [
        *(("user", id) for id in ids),
        ("delta", ids[0]),
    ]
    gate.set()
    await back.reply(ids[2])
    assert [back.whole(id)["text"] for id in ids] == ["Mar, sol."] * 3
    assert [frame["id"] for frame in back.of("reply")] == ids


async def test_a_token_nothing_is_stored_under_is_kept(stage: Stage, people: People) -> None:
    """A well-formed token opens its own, empty session; anything else a new one."""
    token = new_token()
    ana = await people.json(stage.edges[0], session=token)
    other = await people.json(stage.edges[1], session="no es una llave")
    assert (ana.welcome["session"], ana.welcome["resumed"]) == (token, False)
    assert (len(other.welcome["session"]), other.welcome["resumed"]) == (43, False)
    assert other.token != token


async def test_export_holds_the_whole_conversation(stage: Stage, people: People) -> None:
    """The answer to `export` is one frame with every message and reply, however many there are."""
    stage.llm.script = lambda *_: Reply(text="Te leo. " * 400, pieces=1)
    ana = await people.json(stage.edges[0], "tcp")
    ids = [await ana.say("x" * 3900) for _ in range(50)]
    await ana.reply(ids[-1])
    other = await people.again(ana, stage.edges[1])
    await other.send("export")
    history = await other.wait("history")
    assert [event["id"] for event in history["events"] if event["type"] == "user"] == ids
    assert [event["id"] for event in history["events"] if event["type"] == "reply"] == ids
    assert {event["text"] for event in history["events"]} == {"x" * 3900, "Te leo. " * 400}
    assert [frame for frame in history["events"] if frame["type"] == "reply"] == ana.of("reply")
