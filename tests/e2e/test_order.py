"""Order (I2) and idempotence (I1) over several edges and workers."""

from __future__ import annotations

import asyncio
from collections.abc import AsyncIterator
from itertools import pairwise

import pytest
import pytest_asyncio

from shared.embedded import EmbeddedStore
from tests.support.clients import JsonClient, People
from tests.support.llm_reply import Reply
from tests.support.stage import Stage, staged

pytestmark = pytest.mark.asyncio(loop_scope="module")


@pytest_asyncio.fixture(scope="module", loop_scope="module")
async def stage(
    tmp_path_factory: pytest.TempPathFactory, store_server: EmbeddedStore
) -> AsyncIterator[Stage]:
    """Two edges and three workers, each too small for the work: all of them have to take part."""
    directory = tmp_path_factory.mktemp("order")
    async with staged(directory, store_server, edges=2, workers=3, worker_max_jobs=2) as stage:
        stage.llm.script = lambda _, body: Reply(text=f"Eco: {body['messages'][-1]['content']}", delay=0.01)
        yield stage


def one_at_a_time(stage: Stage, user: str, count: int) -> None:
    """Check that the model got messages 1 to `count` of `user` in order, each after the one before."""
    calls = stage.calls_of(user)
    assert [call.trace for call in calls] == [f"{user}:m{number}" for number in range(1, count + 1)]
    for before, after in pairwise(calls):
        assert before.end is not None
        assert before.end <= after.start, "two messages of one session were answered at once"


async def test_pipelined_messages_are_answered_in_order(stage: Stage, people: People) -> None:
    """12 messages sent in one go are answered in order, one at a time, whoever of three workers does it."""

    async def talk(client: JsonClient) -> None:
        ids = [await client.say(f"mensaje {number}") for number in range(12)]
        await client.reply(ids[-1])
        assert [ack["id"] for ack in client.of("ack")] == ids
        replies = client.of("reply")
        assert [(r["id"], r["text"]) for r in replies] == [
            (i, f"Eco: mensaje {n}") for n, i in enumerate(ids)
        ]
        assert [client.whole(id)["id"] for id in ids] == ids
        one_at_a_time(stage, client.welcome["user"], 12)

    clients = [await people.json(edge) for edge in stage.edges for _ in range(3)]
    await asyncio.gather(*map(talk, clients))
    busy = [node for node in stage.workers if '"turn_settled"' in node.text()]
    assert len(busy) == 3, "not every worker took part"


async def test_two_edges_agree_on_the_order_of_one_session(stage: Stage, people: People) -> None:
    """Messages from two edges are answered in the order acked, and both connections see the same."""
    ana = await people.json(stage.edges[0])
    tablet = await people.json(stage.edges[1], session=ana.token)
    ids = await asyncio.gather(
        *(client.say(f"{name} {number}", f"{name}{number}")
          for number in range(6) for name, client in (("a", ana), ("t", tablet)))
    )  # fmt: skip
    acks: dict[str, int] = {}
    for client, name in ((ana, "a"), (tablet, "t")):
        for id in (id for id in ids if id.startswith(name)):
            ack = await client.wait("ack", id=id)
            acks[id] = int(ack["trace_id"].rpartition("m")[2])
    order = sorted(acks, key=lambda id: acks[id])
    assert [acks[id] for id in order] == list(range(1, 13))
    for client in (ana, tablet):
        await client.reply(order[-1])
        assert [reply["id"] for reply in client.of("reply")] == order
        others = [id for id in order if client.of("user", id=id)]
        assert others == [id for id in order if not client.of("ack", id=id)]
    assert [r["offset"] for r in ana.of("reply")] == [r["offset"] for r in tablet.of("reply")]
    one_at_a_time(stage, ana.welcome["user"], 12)


async def test_the_same_id_three_times_is_one_message(stage: Stage, people: People) -> None:
    """A repeated id, before and after the answer, is acked as a duplicate of the first and answered once."""
    ana = await people.json(stage.edges[0])
    await asyncio.gather(*(ana.say("una vez", "x") for _ in range(2)))
    await ana.reply("x")
    await ana.say("otra cosa", "x")
    await ana.say("fin", "y")
    await ana.reply("y")
    first, *others = ana.of("ack", id="x")
    assert not first["duplicate"]
    assert others == [{**first, "duplicate": True}] * 2
    assert len(ana.of("reply", id="x")) == 1
    calls = stage.calls_of(ana.welcome["user"])
    assert [call.words for call in calls] == ["una vez", "fin"]


async def test_the_same_id_through_two_edges_at_once_is_one_message(stage: Stage, people: People) -> None:
    """Whoever wins the race, one edge acks the message, the other its duplicate; both see one reply."""
    ana = await people.json(stage.edges[0])
    tablet = await people.json(stage.edges[1], session=ana.token)
    for round in range(5):
        id = f"r{round}"
        await asyncio.gather(*(client.say("a la vez", id) for client in (ana, tablet, ana)))
        await asyncio.gather(ana.reply(id), tablet.reply(id))
        await tablet.wait("ack", id=id)
        await ana.until(lambda _, id=id: len(ana.of("ack", id=id)) == 2)
        acks = [*ana.of("ack", id=id), *tablet.of("ack", id=id)]
        assert sorted(ack["duplicate"] for ack in acks) == [False, True, True]
        assert len({(ack["offset"], ack["trace_id"]) for ack in acks}) == 1
        assert ana.whole(id) == tablet.whole(id)
    one_at_a_time(stage, ana.welcome["user"], 5)
