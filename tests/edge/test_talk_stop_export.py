"""Stop and export, seen from outside: an edge on the real store, a worker by hand."""

from __future__ import annotations

from shared.store.connection import StoreConnection
from tests.edge.conftest import LongTalk
from tests.support.clients import JsonClient, People
from tests.support.edge_kit import Hand, LocalEdge


def kinds(client: JsonClient, after: int = 0) -> list[str]:
    """Return the types of the frames received, in order."""
    return [frame["type"] for frame in client.frames[after:]]


async def test_stop_without_id_ends_the_running_reply(
    edge: LocalEdge, people: People, worker: Hand, store: StoreConnection
) -> None:
    """The worker is told; what was shown is kept as the reply."""
    ana = await people.json(edge)
    await ana.say("hola", id="m1")
    turn = await worker.take()
    await worker.show(turn, "te ")
    await ana.wait("delta")
    await ana.send("stop")
    assert await worker.told_to_stop(turn)
    await worker.settle(turn, "te ", stopped=True)
    reply = await ana.reply("m1")
    assert (reply["text"], reply["stopped"]) == ("te ", True)


async def test_stop_with_the_id_of_a_waiting_message_empties_it(
    edge: LocalEdge, people: People, worker: Hand
) -> None:
    """A message that still waits is answered at once with nothing; the running one goes on."""
    ana = await people.json(edge)
    await ana.say("uno", id="m1")
    await ana.say("dos", id="m2")
    await ana.wait("ack", id="m2")
    turn = await worker.take()
    await ana.send("stop", id="m2")
    stopped = await ana.reply("m2")
    assert (stopped["text"], stopped["stopped"]) == ("", True)
    assert stopped["trace_id"].endswith(":m2")
    await worker.settle(turn, "respuesta")
    assert "stopped" not in await ana.reply("m1")


async def test_stop_of_nothing_is_no_error(edge: LocalEdge, people: People) -> None:
    """Before a session, without a reply under way, or with an id nobody knows: silence."""
    ana = await people.json(edge, hello=False)
    await ana.send("stop")
    await ana.send("hello")
    await ana.send("stop")
    await ana.send("stop", id="nobody")
    await ana.send("export")
    await ana.until(lambda frame: frame["type"] == "history")
    assert kinds(ana) == ["welcome", "history"]


async def test_export_is_one_frame_however_much_there_is(
    edge: LocalEdge, people: People, worker: Hand, long_talk: LongTalk
) -> None:
    """Thousands of events come as one frame, in order; what is live meanwhile comes after it."""
    for transport in ("ws", "tcp"):
        ana = await people.json(edge, transport)
        await long_talk(ana.sid, turns=1500, chars=400)
        other = await people.json(edge, session=ana.token)
        await ana.send("export")
        await other.send("message", id="live", text="ahora")
        history = await ana.until(lambda frame: frame["type"] == "history")
        events = history["events"]
        assert len(events) >= 3000
        assert [event["id"] for event in events[:4]] == ["m0", "m0", "m1", "m1"]
        assert events[2]["type"] == "user"
        assert len(events[3]["text"]) == 400
        in_history = any(event["id"] == "live" for event in events)
        assert in_history or await ana.wait("user", id="live")
