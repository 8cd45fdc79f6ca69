"""The view of a session (I4): whatever is lost, late, erased or read twice, the client ends with the log."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st

from edge import errands
from shared.errors import StoreUnavailable
from shared.ids import MessageId
from shared.store.connection import StoreConnection
from shared.store.sessions import Page, Sessions
from tests.edge.conftest import StartEdge
from tests.support.clients import People
from tests.support.edge_kit import Hand, until
from tests.support.session_model import Watcher, settled, whole_view
from tests.support.stored_session import StoredSession

ACTIONS = (
    "other says",
    "i say",
    "i say, no answer",
    "piece",
    "start over",
    "settle",
    "other erases",
    "i erase",
    "expire",
    "lose",
    "deliver",
    "step",
    "step",
    "step",
)


class Play:
    """Acts on a session that one connection follows."""

    def __init__(self) -> None:
        self.store = StoredSession()
        self.me = Watcher(self.store)
        self._said = 0
        self._actions: dict[str, Callable[[], object]] = {
            "other says": lambda: self.store.say(MessageId(f"other-{self._said}"), "other"),
            "i say": lambda: self.me.say(f"me-{self._said}", answered=True),
            "i say, no answer": lambda: self.me.say(f"me-{self._said}", answered=False),
            "piece": lambda: self.store.write("ab"),
            "start over": self.store.start_over,
            "settle": self.store.settle,
            "other erases": lambda: self.store.erase("other"),
            "i erase": self.me.erase,
            "expire": self._expire,
            "lose": self.me.lose,
            "deliver": self.me.deliver,
            "step": self.me.step,
        }

    def act(self, action: str) -> None:
        """Let one thing happen."""
        self._said += 1
        self._actions[action]()

    def _expire(self) -> None:
        # It comes a whole SESSION_TTL after the last event: nothing is under way by then.
        settled(self.store, self.me)
        self.store.expire()


@settings(max_examples=1000, deadline=None)
@given(st.lists(st.sampled_from(ACTIONS), max_size=40))
@example(["step"] * 5 + ["other says", "deliver", "expire", "other says", "deliver"])
def test_the_client_ends_with_the_log(actions: list[str]) -> None:
    """Whatever comes in whatever order, the client has seen the log, each event once, in order."""
    play = Play()
    for action in actions:
        play.act(action)
    settled(play.store, play.me)
    # An expiry is silent: only what is said after it shows that it happened.
    for action in ("other says", "piece", "settle"):
        play.act(action)
    settled(play.store, play.me)
    whole_view(play.store, play.me)


@pytest.mark.parametrize("event_first", [True, False])
def test_an_own_erase_is_told_once(event_first: bool) -> None:
    """Its answer and its event come by different ways; what is said after it stays in view."""
    play = Play()
    play.act("other says")
    settled(play.store, play.me)
    play.act("i erase")
    for action in ("step", "step", *(["deliver", "step"] if event_first else ["step"])):
        play.act(action)
    assert (play.me.erasures, play.me.seen) == (1, [])
    play.act("i say")
    settled(play.store, play.me)
    assert play.me.erasures == 1
    assert play.me.seen == [], "the sender of a message does not get it back"
    whole_view(play.store, play.me)


@pytest.mark.parametrize("answer_first", [True, False])
def test_an_own_erase_whose_event_is_lost(answer_first: bool) -> None:
    """The answer alone tells of it, and what is live afterwards is heard."""
    play = Play()
    play.act("other says")
    settled(play.store, play.me)
    for action in ("i erase", "step", "step", *(["step", "lose"] if answer_first else ["lose", "step"])):
        play.act(action)
    settled(play.store, play.me)
    assert play.me.erasures == 1
    play.act("other says")
    settled(play.store, play.me)
    whole_view(play.store, play.me)


async def test_connections_on_two_edges_see_the_same(
    start_edge: StartEdge, people: People, worker: Hand
) -> None:
    """The others get the message as a `user` frame, its sender only the ack; deltas and reply reach all."""
    here, there = await start_edge(), await start_edge()
    ana = await people.json(here)
    phone = await people.json(there, session=ana.token)
    window = await people.json(here, session=ana.token)
    await ana.say("hola", id="m1")
    turn = await worker.take()
    await worker.show(turn, "te ", "escucho")
    await worker.settle(turn, "te escucho")
    for client in (ana, phone, window):
        await client.reply("m1")
        assert client.whole("m1")["text"] == "te escucho"
        assert client.built("m1") == (1, "te escucho")
    assert ana.of("user") == []
    for client in (phone, window):
        assert client.of("ack") == []
        assert [(user["id"], user["text"]) for user in client.of("user")] == [("m1", "hola")]
        assert client.of("user")[0]["offset"] == ana.of("ack")[0]["offset"]


async def test_an_erase_reaches_every_connection(start_edge: StartEdge, people: People, worker: Hand) -> None:
    """`erased` comes once to all; the token stays valid, and its conversation is empty."""
    here, there = await start_edge(), await start_edge()
    ana = await people.json(here)
    phone = await people.json(there, session=ana.token)
    await ana.say("hola")
    await worker.answer()
    await phone.wait("reply")
    await ana.send("erase")
    await phone.wait("erased")
    await ana.wait("erased")
    await ana.send("export")
    history = await ana.until(lambda frame: frame["type"] == "history")
    assert history["events"] == []
    again = await people.json(there, session=ana.token)
    assert again.welcome["resumed"] is False
    await again.say("de nuevo", id="new")
    await worker.answer("acá estoy")
    for client in (ana, phone, again):
        await client.reply("new")
        assert len(client.of("erased")) == (0 if client is again else 1)
    assert [user["id"] for user in ana.of("user")] == ["new"]


async def test_lost_events_are_made_good_from_the_log(
    start_edge: StartEdge, people: People, worker: Hand, store: StoreConnection
) -> None:
    """The pub/sub connection breaks in mid-reply: nothing is missing and nothing comes twice."""
    edge = await start_edge()
    ana = await people.json(edge)
    await ana.say("hola", id="m1")
    turn = await worker.take()
    at = await worker.show(turn, "uno ")
    await ana.wait("delta")
    await store.call("CLIENT", "KILL", "TYPE", "pubsub")
    await until(lambda: not edge.edge.ready, "the loss")
    at = await worker.show(turn, "dos ", at=at)
    await until(lambda: edge.edge.ready, "the repair")
    await worker.show(turn, "tres", at=at)
    await worker.settle(turn, "uno dos tres")
    await ana.reply("m1")
    text = ""
    for delta in ana.of("delta"):
        assert delta["at"] <= len(text)
        text = text[: delta["at"]] + delta["text"]
        assert "uno dos tres".startswith(text)
    assert len(ana.of("reply")) == len(ana.of("ack")) == 1


async def test_a_replay_that_breaks_off_goes_on(
    start_edge: StartEdge,
    people: People,
    worker: Hand,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    """The store fails between two pages of a replay: the rest follows, and live frames after it."""
    edge = await start_edge()
    ana = await people.json(edge)
    monkeypatch.setattr("shared.store.sessions.PAGE_EVENTS", 2)
    for number in range(4):
        await ana.say("hola", id=f"m{number}")
        await worker.answer(f"respuesta {number}")
    await ana.reply("m3")
    really, calls = Sessions.resume, iter(range(100))

    async def fails_once(self: Sessions, *args: Any) -> Page:
        if next(calls) == 1:
            raise StoreUnavailable("gone")
        return await really(self, *args)

    monkeypatch.setattr(Sessions, "resume", fails_once)
    monkeypatch.setattr(errands, "REOPEN_SECONDS", 0.02)
    back = await people.json(edge, session=ana.token)
    await back.reply("m3")
    await ana.say("algo nuevo", id="m4")
    await worker.answer("respuesta 4")
    await back.reply("m4")
    logged = [(frame["type"], frame["id"]) for frame in back.frames if frame["type"] in ("user", "reply")]
    assert logged == [(kind, f"m{number}") for number in range(5) for kind in ("user", "reply")]
    assert len(back.of("welcome")) == 1
    assert [error["code"] for error in back.of("error")] == ["unavailable"]
