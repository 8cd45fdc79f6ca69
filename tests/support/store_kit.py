"""What the store's tests share: people who say things, workers that answer, a clock that obeys."""

from __future__ import annotations

import hashlib
from collections.abc import Callable, Iterator
from dataclasses import replace
from typing import Any, cast

import msgspec
import pytest
import redis

from shared.crisis import Assessment, Level
from shared.ids import Fence, MessageId, SessionId
from shared.protocol import LoggedReply, Message
from shared.seal import PlainSeal, Seal
from shared.store import scripts
from shared.store.connection import StoreConnection
from shared.store.queue import TurnQueue
from shared.store.sessions import Sessions, Submitted
from shared.store.turn import Claims, Turn
from tests.support.env import isolated_settings

CLOCK = "test:now"
START = 1_800_000_000_000
REAL_TIME = "redis.call('TIME')"
SET_TIME = f"{{math.floor(redis.call('GET', '{CLOCK}') / 1000), redis.call('GET', '{CLOCK}') % 1000 * 1000}}"


def person(name: str) -> SessionId:
    """Return a session id that is easy to choose and looks like any other."""
    return SessionId(hashlib.sha256(name.encode()).hexdigest()[:32])


def patch_scripts(monkeypatch: pytest.MonkeyPatch, old: str, new: str) -> None:
    """Let every script run with `new` in the place of `old`, which must be there."""
    for script in scripts.ALL:
        source = script.source.decode()
        assert old in source, f"{old} is not in the scripts any more"
        patched = source.replace(old, new).encode()
        monkeypatch.setattr(script, "source", patched)
        monkeypatch.setattr(script, "sha", hashlib.sha1(patched, usedforsecurity=False).hexdigest())


class Clock:
    """The store's time, which stands still until a test moves it. Milliseconds."""

    def __init__(self, raw: redis.Redis) -> None:
        self._raw = raw
        raw.set(CLOCK, START)

    @property
    def now(self) -> int:
        """The store's time."""
        return int(cast(bytes, self._raw.get(CLOCK)))

    def advance(self, ms: int) -> None:
        """Let time pass."""
        self._raw.incrby(CLOCK, ms)


class DirectStore:
    """A store whose calls never suspend: for tests that own no event loop."""

    def __init__(self, raw: redis.Redis) -> None:
        self._raw = raw

    async def call(self, *command: Any) -> Any:
        """Send one command and return its answer."""
        try:
            return self._raw.execute_command(*command)
        except redis.exceptions.NoScriptError:
            source = next(script.source for script in scripts.ALL if script.sha == command[1])
            return self._raw.execute_command("EVAL", source, *command[2:])


class Kit:
    """Builds the store's two faces and does with them what edges and workers do."""

    def __init__(self, store: StoreConnection | DirectStore, raw: redis.Redis) -> None:
        self.store = cast(StoreConnection, store)
        self.raw = raw
        self.seal: Seal = PlainSeal()
        self._messages = 0

    def edge(self, **settings: Any) -> Sessions:
        """Return the edge's side under these settings."""
        return Sessions(self.store, isolated_settings(**settings), self.seal)

    def worker(self, name: str = "w1", **settings: Any) -> TurnQueue:
        """Return the worker's side under these settings; with a model, so that permits count."""
        return TurnQueue(self.store, isolated_settings(**{"groq_api_key": "k", **settings}), self.seal, name)

    async def say(
        self,
        sid: SessionId,
        text: str = "hola",
        *,
        id: str | None = None,
        danger: bool = False,
        level: Level | None = None,
        safe: bool = False,
        nonce: str | None = None,
        country: str | None = None,
        **settings: Any,
    ) -> Submitted:
        """Submit one message; limits are far away unless `settings` bring them near."""
        self._messages += 1
        level = level or (Level.IDEATION if danger else Level.NONE)
        message = Message(MessageId(id or f"id-{self._messages}"), text)
        wide = {"rate_max_messages": 1000, "max_pending_per_session": 1000}
        return await self.edge(**{**wide, **settings}).submit(
            sid,
            message,
            origin="c1",
            user=17,
            heard=Assessment(level, ("rule.one",), safe),
            country=country,
            nonce=nonce,
        )

    async def take(self, want: int = 16, **settings: Any) -> list[Turn]:
        """Claim as worker `w1`."""
        return list((await self.worker(**settings).claim(want)).turns)

    async def take_one(self, **settings: Any) -> Turn:
        """Claim one turn, which must be there."""
        (turn,) = await self.take(1, **settings)
        return turn

    async def ask_again(self, **settings: Any) -> float | None:
        """Claim with room left and return the pause the store advises."""
        claims: Claims = await self.worker(**settings).claim(16)
        return claims.ask_again

    async def settle(self, turn: Turn, text: str = "aquí estoy", *, hungry: bool = True) -> bool:
        """Settle a turn with `text`."""
        return await self.worker().settle(turn, reply_to(turn, text), hungry=hungry)

    def keys_of(self, sid: SessionId) -> set[str]:
        """Return the names of all keys with the session's id in them."""
        return {key.decode() for key in self.raw.scan_iter(match=f"*{sid}*", count=1000)}

    def logged(self, sid: SessionId) -> list[tuple[str, str, int]]:
        """Return kind, message id and number of every event in the log."""
        entries = cast(list[tuple[bytes, dict[bytes, bytes]]], self.raw.xrange(f"s:{sid}:log"))
        return [
            (fields[b"k"].decode(), msgspec.json.decode(fields[b"b"] + b"}")["id"], int(fields[b"n"]))
            for _, fields in entries
        ]


def reply_to(turn: Turn, text: str = "aquí estoy") -> LoggedReply:
    """Return a reply to a turn."""
    return LoggedReply(turn.question.id, turn.trace, turn.attempt, text, "llm", turn.stopped)


def run_now(coroutine: Any) -> Any:
    """Run a coroutine that never suspends (see DirectStore) and return its result."""
    try:
        coroutine.send(None)
    except StopIteration as done:
        return done.value
    raise AssertionError("the coroutine waits for something")


def everything(raw: redis.Redis) -> Iterator[tuple[bytes, bytes]]:
    """Yield every key with all that it holds, as bytes; each element for itself."""
    readers: dict[bytes, Callable[[bytes], Any]] = {
        b"string": raw.get,
        b"hash": raw.hgetall,
        b"list": lambda key: raw.lrange(key, 0, -1),
        b"zset": lambda key: raw.zrange(key, 0, -1),
        b"stream": raw.xrange,
    }
    for key in raw.scan_iter(count=1000):
        for value in _flat(readers[cast(bytes, raw.type(key))](key)):
            yield key, value


def _flat(value: Any) -> Iterator[bytes]:
    if isinstance(value, bytes):
        yield value
    elif isinstance(value, dict):
        yield from _flat(list(value.items()))
    else:
        for part in value:
            yield from _flat(part)


ANA, LUZ = person("ana"), person("luz")
LEASE = {"lease_seconds": 1}


async def started(kit: Kit) -> Turn:
    """Let Ana write and a worker take it, for a second."""
    await kit.say(ANA, id="a")
    return await kit.take_one(**LEASE)


async def shown(kit: Kit) -> str | None:
    """Return what a person who comes back sees of the running reply."""
    running = (await kit.edge().resume(ANA, None)).running
    return running.text if running else None


def of_another(turn: Turn) -> Turn:
    """Return the turn with a fence that is not the store's."""
    return replace(turn, fence=Fence("w9.ffffffffffff.1"))
