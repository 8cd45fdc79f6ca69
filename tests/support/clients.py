"""People at the door: small WebSocket and TCP clients for tests, in JSON and in text mode.

    async with People() as people:
        ana = await people.json(edge)
        reply = await ana.ask("hola")

A client reads all the time; what it received stays in `frames` (JSON) or `lines` (text). Nothing here
waits longer than PATIENCE_SECONDS.
"""

from __future__ import annotations

import asyncio
import itertools
import json
from collections.abc import Callable
from typing import Any, Generic, Self, TypeVar

from shared.ids import SessionId, Token, session_id
from tests.support.cluster import Node
from tests.support.links import Link, Transport, open_link

PATIENCE_SECONDS = 20.0

Frame = dict[str, Any]

Got = TypeVar("Got")
_names = itertools.count(1)
"""Two connections of one session must not choose the same ids by chance."""


class _Client(Generic[Got]):
    """Reads one link all the time."""

    def __init__(self, link: Link, read: Callable[[str], Got | None]) -> None:
        self.link = link
        self.received: list[Got] = []
        self.ignored = 0
        """Texts that are no frames."""
        self.ended = False
        self._read = read
        self._news = asyncio.Event()
        self._task = asyncio.create_task(self._run(), name="client")

    async def _run(self) -> None:
        try:
            async for text in self.link.texts():
                got = self._read(text)
                if got is None:
                    self.ignored += 1
                else:
                    self.received.append(got)
                    self._news.set()
        finally:
            self.ended = True
            self._news.set()

    async def until(
        self, wanted: Callable[[Got], bool], *, after: int = 0, seconds: float = PATIENCE_SECONDS
    ) -> Got:
        """Wait for the first thing received that is `wanted`, not counting the first `after` ones."""
        try:
            async with asyncio.timeout(seconds):
                while True:
                    while after < len(self.received):
                        after += 1
                        if wanted(self.received[after - 1]):
                            return self.received[after - 1]
                    assert not self.ended, f"the connection ended; received {self.received[-5:]}"
                    self._news.clear()
                    await self._news.wait()
        except TimeoutError:
            raise AssertionError(f"not received within {seconds} s: {self.received[-5:]}") from None

    async def until_ended(self) -> None:
        """Wait for the end of the connection."""
        async with asyncio.timeout(PATIENCE_SECONDS):
            await asyncio.wait([self._task])

    async def drop(self) -> None:
        """Break the connection off."""
        self.link.abort()
        await self.until_ended()
        await self.link.aclose()

    async def aclose(self) -> None:
        """Close the connection."""
        await self.link.aclose()
        await self.until_ended()


class JsonClient(_Client[Frame]):
    """A program. `token` and `user` are known after `welcome`."""

    def __init__(self, link: Link) -> None:
        super().__init__(link, _frame)
        self._name = next(_names)
        self._ids = itertools.count(1)

    @property
    def frames(self) -> list[Frame]:
        """All frames received so far."""
        return self.received

    @property
    def welcome(self) -> Frame:
        """The newest `welcome`."""
        return self.of("welcome")[-1]

    @property
    def token(self) -> Token:
        """The key to the session."""
        return Token(self.welcome["session"])

    @property
    def sid(self) -> SessionId:
        """The session's name in the store."""
        return session_id(self.token)

    @property
    def since(self) -> str:
        """Where to resume, as PROTOCOL.md tells clients to keep it."""
        logged = [frame["offset"] for frame in self.frames if frame["type"] in ("user", "reply")]
        return str(logged[-1] if logged else self.welcome["offset"])

    async def send(self, type: str, **fields: Any) -> None:
        """Send one frame."""
        await self.link.send(json.dumps({"type": type, **fields}, ensure_ascii=False))

    async def say(self, text: str, id: str | None = None) -> str:
        """Send a message; return its id without waiting for anything."""
        id = id or f"c{self._name}-{next(self._ids)}"
        await self.send("message", id=id, text=text)
        return id

    async def ask(self, text: str) -> Frame:
        """Send a message and return its reply."""
        return await self.reply(await self.say(text))

    async def wait(self, type: str, *, after: int = 0, **fields: Any) -> Frame:
        """Wait for the first frame of this type with these fields."""
        wanted = {"type": type, **fields}.items()
        return await self.until(lambda frame: wanted <= _hashable(frame).items(), after=after)

    async def reply(self, id: str) -> Frame:
        """Wait for the final reply to message `id`."""
        return await self.wait("reply", id=id)

    def of(self, type: str, **fields: Any) -> list[Frame]:
        """Return the frames of this type with these fields received so far."""
        wanted = {"type": type, **fields}.items()
        return [frame for frame in self.frames if wanted <= _hashable(frame).items()]

    def built(self, id: str) -> tuple[int, str]:
        """Return attempt and text that the deltas of `id` make up. Fails on any gap or duplicate."""
        attempt, text = 0, ""
        for delta in self.of("delta", id=id):
            assert delta["attempt"] >= attempt, "an older attempt came back"
            if delta["attempt"] > attempt:
                attempt, text = delta["attempt"], ""
            assert delta["at"] == len(text), "a gap or a duplicate"
            text += delta["text"]
        return attempt, text

    def whole(self, id: str) -> Frame:
        """Return the only reply to `id`, after checking that its deltas, if it had any, make up its text."""
        (reply,) = self.of("reply", id=id)
        if self.of("delta", id=id):
            assert self.built(id) == (reply["attempt"], reply["text"])
        return reply


class TextClient(_Client[str]):
    """A person with nc, or wscat."""

    def __init__(self, link: Link) -> None:
        super().__init__(link, lambda line: line)
        self._taken = 0

    @property
    def lines(self) -> list[str]:
        """All lines received so far."""
        return self.received

    async def say(self, text: str) -> None:
        """Send a line."""
        await self.link.send(text)

    async def line(self) -> str:
        """Wait for the next line that was not taken yet."""
        line = await self.until(lambda _: True, after=self._taken)
        self._taken += 1
        return line

    async def ask(self, text: str) -> str:
        """Send a line and return the next one."""
        await self.say(text)
        return await self.line()


class People:
    """Everybody a test lets in; leaving closes their connections."""

    def __init__(self) -> None:
        self._clients: list[_Client[Any]] = []

    async def json(
        self, edge: Node, transport: Transport = "ws", *, hello: bool = True, **fields: Any
    ) -> JsonClient:
        """Connect a program; with `hello` it says so with `fields` and has got its `welcome`."""
        client = JsonClient(await open_link(edge, transport))
        self._clients.append(client)
        if hello:
            await client.send("hello", **fields)
            await client.wait("welcome")
        return client

    async def again(self, before: JsonClient, edge: Node, **fields: Any) -> JsonClient:
        """Connect to the session of `before` from where that client was."""
        return await self.json(edge, session=before.token, **{"since": before.since, **fields})

    async def text(self, edge: Node, transport: Transport = "tcp") -> TextClient:
        """Connect a person who reads lines."""
        client = TextClient(await open_link(edge, "ws-bare" if transport == "ws" else transport))
        self._clients.append(client)
        return client

    async def __aenter__(self) -> Self:
        return self

    async def __aexit__(self, *_exc: object) -> None:
        await asyncio.gather(*(client.aclose() for client in self._clients))


def _frame(text: str) -> Frame | None:
    found: Frame | None = json.loads(text) if text.startswith("{") else None
    return found


def _hashable(frame: Frame) -> Frame:
    return {name: value for name, value in frame.items() if not isinstance(value, dict | list)}
