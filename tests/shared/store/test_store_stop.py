"""shared/store/sessions.py: stopping a reply, whoever has it just then."""

from __future__ import annotations

from typing import Any

import pytest

from shared.errors import LeaseLost
from shared.ids import SessionId
from shared.protocol import LoggedReply, read_body
from shared.store import scripts
from shared.store.connection import StoreConnection
from shared.store.sessions import LogEntry
from tests.support.store_kit import Clock, Kit, everything, person

ANA, LUZ = person("ana"), person("luz")


async def replies(kit: Kit, sid: SessionId = ANA) -> list[LoggedReply]:
    """Return the replies in a session's log."""
    entries: tuple[LogEntry, ...] = (await kit.edge().resume(sid, None)).entries
    bodies = [read_body(entry.body) for entry in entries]
    return [body for body in bodies if isinstance(body, LoggedReply)]


class Interposing:
    """A store on which something else happens just before a script runs."""

    def __init__(self, store: StoreConnection, script: scripts.Script, meanwhile: Any) -> None:
        self._store, self._script, self._meanwhile = store, script, meanwhile

    async def call(self, *command: Any) -> Any:
        """Do the other thing once, then the call."""
        if command[1] == self._script.sha and self._meanwhile:
            meanwhile, self._meanwhile = self._meanwhile, None
            await meanwhile()
        return await self._store.call(*command)


async def test_nothing_to_stop(kit: Kit) -> None:
    """Without a pending message, or with another's id, nothing is stopped and nothing changes."""
    assert not await kit.edge().stop(ANA, None)
    await kit.say(ANA, id="a")
    before = sorted(everything(kit.raw))
    assert not await kit.edge().stop(ANA, "zz")
    assert not await kit.edge().stop(LUZ, "a")
    assert sorted(everything(kit.raw)) == before


async def test_a_running_reply_is_told_to_its_worker(kit: Kit) -> None:
    """The right worker finds the session in its control list; nobody else does."""
    await kit.say(ANA, id="a")
    await kit.take_one(name="w7")
    assert await kit.edge().stop(ANA, "a")
    assert kit.raw.lrange("worker:w7", 0, -1) == [ANA.encode()]
    assert 0 < kit.raw.ttl("worker:w7") <= 60
    assert await replies(kit) == [], "its worker settles it"


async def test_a_reply_that_waits_is_settled_at_once(kit: Kit) -> None:
    """What nobody has taken gets an empty, stopped reply, and leaves the queue."""
    await kit.say(ANA, id="a")
    assert await kit.edge().stop(ANA, None)
    assert await replies(kit) == [LoggedReply("a", "Usuario-17:m1", 1, "", "llm", stopped=True)]
    assert kit.raw.zcard("arq:queue") == 0
    assert not await kit.edge().stop(ANA, "a"), "once is enough"


async def test_shown_text_is_kept(kit: Kit) -> None:
    """A turn between two workers ends with what people saw, under its attempt."""
    await kit.say(ANA, id="a")
    turn = await kit.take_one()
    await kit.worker().append(turn, 2, 0, "Te ")
    await kit.worker().append(turn, 2, 3, "leo")
    await kit.worker().give_back(turn, delay=60)
    assert await kit.edge().stop(ANA, "a")
    assert await replies(kit) == [LoggedReply("a", "Usuario-17:m1", 2, "Te leo", "llm", stopped=True)]
    assert (await kit.edge().resume(ANA, None)).running is None


async def test_a_dead_workers_turn_can_be_stopped(kit: Kit, clock: Clock) -> None:
    """Its lease has run out: the person need not wait for another worker, and the dead one is fenced."""
    await kit.say(ANA, id="a")
    turn = await kit.take_one(lease_seconds=1)
    await kit.worker().append(turn, 1, 0, "Te leo")
    clock.advance(1000)
    assert await kit.edge().stop(ANA, "a")
    assert [(reply.text, reply.stopped) for reply in await replies(kit)] == [("Te leo", True)]
    assert kit.raw.zcard("llm:permits") == 0
    with pytest.raises(LeaseLost):
        await kit.settle(turn)


async def test_what_waits_behind_is_stopped_alone(kit: Kit) -> None:
    """The running turn goes on; the message behind it gets an empty, stopped reply."""
    for name in "abc":
        await kit.say(ANA, id=name)
    turn = await kit.take_one()
    await kit.worker().append(turn, 1, 0, "Te leo")
    assert await kit.edge().stop(ANA, "b")
    await kit.settle(turn)
    assert (await kit.take_one()).question.id == "c"
    assert [(r.id, r.text, r.stopped) for r in await replies(kit)] == [
        ("b", "", True),
        ("a", "aquí estoy", False),
    ]


async def test_the_next_message_is_due_after_a_stopped_one(kit: Kit) -> None:
    """Stopping the head makes room for what is behind it, and wakes somebody."""
    await kit.say(ANA, id="a")
    await kit.say(ANA, id="b")
    kit.raw.delete("arq:wake")
    assert await kit.edge().stop(ANA, None)
    assert kit.raw.llen("arq:wake") == 1
    assert (await kit.take_one()).question.id == "b"


async def test_a_stopped_turn_whose_worker_died_comes_back_to_be_settled(kit: Kit, clock: Clock) -> None:
    """The flag and the shown text survive the worker: the next one only has to settle."""
    await kit.say(ANA, id="a")
    turn = await kit.take_one(lease_seconds=1)
    await kit.worker().append(turn, 1, 0, "Te leo")
    assert await kit.edge().stop(ANA, None)
    clock.advance(1000)
    again = await kit.take_one()
    assert again.stopped
    assert again.shown is not None
    assert (again.shown.text, again.attempt) == ("Te leo", 1)


async def test_a_worker_that_was_faster_is_told(kit: Kit) -> None:
    """Taken between look and cut: the cut is refused and the worker gets the flag instead."""
    await kit.say(ANA, id="a")
    edge = kit.edge()
    edge._store = Interposing(kit.store, scripts.CUT, kit.take_one)  # type: ignore[assignment]
    assert await edge.stop(ANA, "a")
    assert await replies(kit) == []
    assert kit.raw.lrange("worker:w1", 0, -1) == [ANA.encode()]


async def test_a_reply_that_was_faster_stands(kit: Kit) -> None:
    """Settled between look and cut: there is one reply, and nothing left to stop."""
    await kit.say(ANA, id="a")
    edge = kit.edge()

    async def answer() -> None:
        await kit.settle(await kit.take_one())

    edge._store = Interposing(kit.store, scripts.CUT, answer)  # type: ignore[assignment]
    assert not await edge.stop(ANA, "a")
    assert [reply.stopped for reply in await replies(kit)] == [False]


async def test_two_stops_at_once_make_one_reply(kit: Kit) -> None:
    """The second cut of the same message is refused."""
    await kit.say(ANA, id="a")
    edge = kit.edge()
    edge._store = Interposing(kit.store, scripts.CUT, lambda: kit.edge().stop(ANA, "a"))  # type: ignore[assignment]
    await edge.stop(ANA, "a")
    assert len(await replies(kit)) == 1
