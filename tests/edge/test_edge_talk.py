"""What a connection does with its session, seen from outside: edges on the real store, a worker by hand."""

from __future__ import annotations

import asyncio
from typing import Any

import pytest

from edge import talk
from edge.stream import Stream
from shared.errors import StoreUnavailable
from shared.ids import new_token
from shared.store.connection import StoreConnection
from shared.store.events import Event
from shared.store.sessions import Sessions
from tests.edge.conftest import StartEdge
from tests.support.clients import JsonClient, People
from tests.support.edge_kit import Hand, LocalEdge


def kinds(client: JsonClient, after: int = 0) -> list[str]:
    """Return the types of the frames received, in order."""
    return [frame["type"] for frame in client.frames[after:]]


async def test_a_message_is_acked_streamed_and_answered(
    edge: LocalEdge, people: People, worker: Hand
) -> None:
    """ack, deltas in order, reply: nothing before the ack, and the deltas make up the reply."""
    ana = await people.json(edge)
    id = await ana.say("hola")
    turn = await worker.take()
    await worker.show(turn, "te ", "escucho 🙂", " ñ")
    await worker.settle(turn, "te escucho 🙂 ñ")
    await ana.reply(id)
    assert kinds(ana) == ["welcome", "ack", "delta", "delta", "delta", "reply"]
    ack, reply = ana.of("ack")[0], ana.whole(id)
    assert ack["duplicate"] is False
    assert ack["trace_id"] == reply["trace_id"] == f"{ana.welcome['user']}:m1"
    assert reply["text"] == "te escucho 🙂 ñ"


async def test_the_welcome_tells_limits_and_place(start_edge: StartEdge, people: People) -> None:
    """A new session: not resumed, its token, where its replay starts, what may be sent."""
    edge = await start_edge(max_message_chars=77, rate_max_messages=5, rate_window_seconds=2.5)
    welcome = (await people.json(edge)).welcome
    assert welcome["resumed"] is False
    assert "truncated" not in welcome
    assert welcome["limits"] == {"max_chars": 77, "rate_max": 5, "rate_window_s": 2.5}
    assert welcome["user"] == "Usuario-1"
    assert len(welcome["session"]) == 43
    assert welcome["disclaimer"]


async def test_a_bare_message_opens_a_session(edge: LocalEdge, people: People) -> None:
    """A message before any hello is stored; welcome comes first."""
    ana = await people.json(edge, hello=False)
    await ana.say("hola")
    await ana.wait("ack")
    assert kinds(ana) == ["welcome", "ack"]


async def test_a_token_nobody_knows_is_kept(edge: LocalEdge, people: People) -> None:
    """A well-formed token under which nothing lies opens a session of that name, not resumed."""
    token = new_token()
    ana = await people.json(edge, session=token, since="5-0")
    assert ana.welcome["session"] == token
    assert ana.welcome["resumed"] is False
    assert "truncated" not in ana.welcome


@pytest.mark.parametrize("session", ["short", 7, None, "x" * 43, ["x"]])
async def test_a_malformed_token_opens_a_new_session(
    edge: LocalEdge, people: People, session: object
) -> None:
    """What has not a token's form is ignored."""
    ana = await people.json(edge, session=session)
    assert ana.welcome["session"] != session
    assert ana.welcome["resumed"] is False


async def test_resume_shows_exactly_what_was_missed(edge: LocalEdge, people: People, worker: Hand) -> None:
    """With `since` only what came later is shown, in order; then the text so far; then live frames."""
    ana = await people.json(edge)
    first = await ana.say("uno")
    await worker.answer("respuesta uno")
    await ana.reply(first)
    since = ana.since
    await ana.drop()
    other = await people.json(edge, session=ana.token)
    await other.say("dos", id="two")
    turn = await worker.take()
    await worker.show(turn, "res", "pues")
    await other.until(lambda frame: frame["type"] == "delta" and frame["at"] == 3)
    back = await people.json(edge, session=ana.token, since=since)
    assert back.welcome["resumed"] is True
    assert back.welcome["offset"] == since
    assert (await back.wait("delta"))["text"] == "respues"
    await worker.show(turn, "ta", at=7)
    await worker.settle(turn, "respuesta")
    await back.reply("two")
    assert kinds(back) == ["welcome", "user", "delta", "delta", "reply"]
    assert back.whole("two")["text"] == "respuesta"


@pytest.mark.parametrize("since", ["mañana", 5, "1-", "99999999999999999999999-0"])
async def test_a_malformed_since_shows_everything(
    edge: LocalEdge, people: People, worker: Hand, since: object
) -> None:
    """A `since` that cannot be an offset asks for the whole retained history."""
    ana = await people.json(edge)
    id = await ana.say("hola")
    await worker.answer("te escucho")
    await ana.reply(id)
    back = await people.json(edge, session=ana.token, since=since)
    await back.reply(id)
    assert kinds(back) == ["welcome", "user", "reply"]
    assert "truncated" not in back.welcome


async def test_a_since_that_is_no_longer_kept_is_told(
    edge: LocalEdge, people: People, store: StoreConnection
) -> None:
    """Who comes back from before what is kept is told that something is missing."""
    ana = await people.json(edge)
    await ana.say("hola")
    offset = (await ana.wait("ack"))["offset"]
    await store.call("HSET", f"s:{ana.sid}:turn", "cut", offset)
    old = await people.json(edge, session=ana.token, since="5-0")
    assert old.welcome["truncated"] is True
    at_the_cut = await people.json(edge, session=ana.token, since=offset)
    assert "truncated" not in at_the_cut.welcome


async def test_a_second_hello_only_changes_the_country(edge: LocalEdge, people: People) -> None:
    """A later hello opens nothing, and help comes for its country from then on, at once."""
    ana = await people.json(edge, country="AR")
    await ana.send("hello", session=new_token(), country="mx")
    await ana.say("me quiero matar", id="m1")
    resources = await ana.wait("resources")
    assert resources["country"] == "MX"
    await ana.wait("ack")
    assert kinds(ana) == ["welcome", "resources", "ack"]


async def test_the_country_of_a_pipelined_hello_counts(edge: LocalEdge, people: People) -> None:
    """hello and a cry for help in one packet: the help is that of the country just told."""
    ana = await people.json(edge, "tcp", hello=False)
    await ana.link.send(
        '{"type":"hello","country":"UY"}\n{"type":"message","id":"m1","text":"me quiero matar"}'
    )
    assert (await ana.wait("resources"))["country"] == "UY"


async def test_the_same_id_thrice_is_one_message(edge: LocalEdge, people: People, worker: Hand) -> None:
    """Duplicates are acked as such, with the first one's offset and trace, and answered once."""
    ana = await people.json(edge)
    for _ in range(3):
        await ana.say("hola", id="m1")
    await ana.until(lambda _: len(ana.of("ack")) == 3)
    await worker.answer("una vez")
    await ana.reply("m1")
    await ana.send("ping")
    await ana.wait("pong")
    acks = ana.of("ack")
    assert [ack["duplicate"] for ack in acks] == [False, True, True]
    assert len({(ack["offset"], ack["trace_id"]) for ack in acks}) == 1
    assert len(ana.of("reply")) == 1


async def test_the_live_event_may_overtake_the_answer(
    edge: LocalEdge, people: People, worker: Hand, monkeypatch: pytest.MonkeyPatch
) -> None:
    """The ack comes with whichever is first, once, and before every frame of its answer."""
    late = asyncio.Event()
    really = Sessions.submit

    async def slow(self: Sessions, *args: Any, **kwargs: Any) -> Any:
        answer = await really(self, *args, **kwargs)
        await late.wait()
        return answer

    monkeypatch.setattr(Sessions, "submit", slow)
    ana = await people.json(edge)
    id = await ana.say("hola")
    turn = await worker.take()
    await worker.show(turn, "te")
    await worker.settle(turn, "te escucho")
    await ana.reply(id)
    late.set()
    await ana.send("export")
    await ana.until(lambda frame: frame["type"] == "history")
    assert kinds(ana) == ["welcome", "ack", "delta", "reply", "history"]
    assert ana.of("ack")[0]["duplicate"] is False


async def test_an_ack_may_follow_unavailable(
    edge: LocalEdge, people: People, worker: Hand, monkeypatch: pytest.MonkeyPatch
) -> None:
    """The store's answers are lost, its events are not: `unavailable`, then ack and reply all the same."""
    really, nonces = Sessions.submit, []

    async def lost(self: Sessions, *args: Any, **kwargs: Any) -> Any:
        nonces.append(kwargs["nonce"])
        if len(nonces) > 1:
            raise StoreUnavailable("lost")
        await really(self, *args, **kwargs)
        raise StoreUnavailable("lost")

    monkeypatch.setattr(Sessions, "submit", lost)
    monkeypatch.setattr(talk, "SILENCE_SECONDS", 0.2)
    ana = await people.json(edge)
    (stream,) = next(iter(edge.edge._fanout._listeners.values()))
    events: list[Event] = []
    monkeypatch.setattr(Stream, "live", lambda self, event: events.append(event))
    await ana.say("hola", id="m1")
    error = await ana.wait("error")
    assert (error["code"], error["id"]) == ("unavailable", "m1")
    assert error["retry_after"] == 0.2
    assert 2 <= len(nonces) <= 6, "it tries again, but not in a tight loop"
    assert len(set(nonces)) == 1, "the store must know its own repeats"
    monkeypatch.undo()
    for event in events:
        stream.live(event)
    await worker.answer("te escucho")
    await ana.reply("m1")
    assert kinds(ana) == ["welcome", "error", "ack", "reply"]
    assert ana.of("ack")[0]["duplicate"] is False


async def test_refusals_carry_id_and_retry_after(start_edge: StartEdge, people: People, worker: Hand) -> None:
    """rate_limited and too_many_pending say which message, and when one more would be admitted."""
    edge = await start_edge(rate_max_messages=2, rate_window_seconds=30, max_pending_per_session=50)
    ana = await people.json(edge)
    for number in range(3):
        await ana.say("hola", id=f"m{number}")
    error = await ana.wait("error")
    assert (error["code"], error["id"]) == ("rate_limited", "m2")
    assert 0 < error["retry_after"] <= 30
    roomy = await start_edge(max_pending_per_session=1)
    bea = await people.json(roomy)
    await bea.say("uno", id="one")
    await bea.say("dos", id="two")
    error = await bea.wait("error")
    assert (error["code"], error["id"]) == ("too_many_pending", "two")
    assert "retry_after" not in error
