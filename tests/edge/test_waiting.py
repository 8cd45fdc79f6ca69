"""People are told their place in the queue: after a second, then when it changes."""

from __future__ import annotations

import asyncio
from collections.abc import Sequence
from typing import cast

import pytest

from edge import waiting
from edge.waiting import MAX_ASKED, Waiting
from shared.errors import StoreUnavailable
from shared.ids import SessionId
from shared.store.sessions import Sessions
from tests.edge.conftest import StartEdge
from tests.support.clients import People
from tests.support.edge_kit import Hand, until


class Queue:
    """Places as the store would tell them."""

    def __init__(self) -> None:
        self.place: dict[SessionId, int] = {}
        self.asked: list[int] = []
        self.down = False

    async def places(self, sids: Sequence[SessionId]) -> list[int]:
        """Return the places."""
        self.asked.append(len(sids))
        if self.down:
            raise StoreUnavailable("down")
        return [self.place.get(sid, 0) for sid in sids]

    async def newest(self, sids: Sequence[SessionId]) -> list[int]:
        """Return the newest seqs."""
        return [7 for _ in sids]


class Someone:
    """A connection that waits, or does not."""

    def __init__(self, sid: str, since: float | None) -> None:
        self.waits = None if since is None else (SessionId(sid), since)
        self.told: list[int] = []
        self.reached: list[int] = []

    def awaits(self) -> SessionId | None:
        """Say which session an answer is owed to."""
        return self.waits[0] if self.waits else None

    def reach(self, newest: int) -> None:
        """Take the newest seq."""
        self.reached.append(newest)

    def waits_since(self) -> tuple[SessionId, float] | None:
        """Say since when."""
        return self.waits

    def place(self, position: int) -> None:
        """Take the place."""
        self.told.append(position)


async def test_only_who_has_waited_a_second_is_told(monkeypatch: pytest.MonkeyPatch) -> None:
    """Newcomers, those who do not wait and those who are being answered hear nothing."""
    queue = Queue()
    room = Waiting(cast(Sessions, queue))
    now = asyncio.get_running_loop().time()
    late, new, done, busy = (
        Someone("late", now - 2),
        Someone("new", now + 60),
        Someone("done", None),
        Someone("busy", now - 2),
    )
    queue.place = {SessionId("late"): 7, SessionId("new"): 3}
    for waiter in (late, new, done, busy):
        room.add(waiter)
    await tick(room, monkeypatch)
    assert (late.told, new.told, done.told, busy.told) == ([7], [], [], [])
    assert queue.asked == [2], "who does not wait is not asked about"
    room.discard(late)
    await tick(room, monkeypatch)
    assert late.told == [7]


async def test_all_who_await_an_answer_learn_how_far_their_session_is() -> None:
    """Also those whose reply has begun; who is owed nothing is forgotten."""
    room = Waiting(cast(Sessions, Queue()))
    waits, done = Someone("waits", 0.0), Someone("done", None)
    room.add(waits)
    room.add(done)
    await room._compare()
    assert (waits.reached, done.reached) == ([7], [])
    assert room._waiters == {waits}


async def test_many_are_asked_about_in_bounded_calls(monkeypatch: pytest.MonkeyPatch) -> None:
    """A script holds up the store while it runs, so it gets MAX_ASKED sessions at most."""
    queue = Queue()
    room = Waiting(cast(Sessions, queue))
    for number in range(MAX_ASKED + 1):
        room.add(Someone(str(number), -10.0))
    await tick(room, monkeypatch)
    assert queue.asked == [MAX_ASKED, 1]


async def test_a_store_that_is_down_ends_nothing(monkeypatch: pytest.MonkeyPatch) -> None:
    """The next tick asks again."""
    queue = Queue()
    room = Waiting(cast(Sessions, queue))
    late = Someone("late", -10.0)
    queue.place = {SessionId("late"): 2}
    room.add(late)
    monkeypatch.setattr(waiting, "LOOK_SECONDS", 0.001)
    queue.down = True
    running = asyncio.create_task(room.run())
    await until(lambda: queue.asked)
    queue.down = False
    await until(lambda: late.told)
    running.cancel()
    await asyncio.gather(running, return_exceptions=True)
    assert late.told[0] == 2


async def test_queued_comes_when_the_place_changes(
    start_edge: StartEdge, people: People, worker: Hand, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Over the wire: the place, then nothing while it stays, then the new place; nothing once it begins."""
    monkeypatch.setattr(waiting, "LOOK_SECONDS", 0.02)
    edge = await start_edge()
    first, second = await people.json(edge), await people.json(edge)
    await first.say("uno", id="m1")
    await first.wait("ack")
    await second.say("dos", id="m2")
    assert (await second.wait("queued"))["position"] == 2
    assert (await first.wait("queued"))["position"] == 1
    really, asked = Sessions.places, iter(range(10**6))

    async def counted(self: Sessions, sids: Sequence[SessionId]) -> list[int]:
        if next(asked) == 3:
            several.set()
        return await really(self, sids)

    several = asyncio.Event()
    monkeypatch.setattr(Sessions, "places", counted)
    await several.wait()
    turn = await worker.take()
    assert (await second.wait("queued", position=1))["id"] == "m2"
    await worker.settle(turn, "respuesta")
    await worker.answer()
    await second.reply("m2")
    assert [frame["position"] for frame in second.of("queued")] == [2, 1]
    assert [frame["position"] for frame in first.of("queued")] == [1]


async def tick(room: Waiting, monkeypatch: pytest.MonkeyPatch) -> None:
    """Let one tick pass."""
    await room._tick()


async def test_a_lost_publish_is_repaired_while_an_answer_is_owed(
    start_edge: StartEdge, people: People, worker: Hand, monkeypatch: pytest.MonkeyPatch
) -> None:
    """The reply was published once and never arrived; nothing else will tell this edge of it."""
    monkeypatch.setattr(waiting, "LOOK_SECONDS", 0.05)
    edge = await start_edge()
    ana = await people.json(edge)
    await ana.say("hola", id="m1")
    await ana.wait("ack")
    turn = await worker.take()
    lost: list[bytes] = []
    fanout = edge.edge._fanout
    deliver = fanout._deliver

    def lose(channel: bytes, data: bytes) -> None:
        # All but the edge's own heartbeat: the connection itself is well.
        lost.append(data) if channel.startswith(b"s:") else deliver(channel, data)

    monkeypatch.setattr(fanout, "_deliver", lose)
    await worker.settle(turn, "te escucho")
    assert (await ana.reply("m1"))["text"] == "te escucho"
    assert lost
