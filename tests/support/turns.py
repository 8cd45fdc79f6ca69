"""Turns for tests: people on the real store, a model that follows a script, and what the store then holds."""

from __future__ import annotations

import asyncio
from collections.abc import AsyncIterator, Awaitable, Callable, Sequence
from contextlib import asynccontextmanager
from types import TracebackType
from typing import Any, Self

import redis.asyncio
from redis.asyncio.client import PubSub

from shared.crisis import Assessment, Level
from shared.errors import LlmError
from shared.ids import MessageId, SessionId, Token, TraceId, session_id
from shared.keys import live_channel
from shared.protocol import Delta, LoggedEvent, LoggedReply, Message, decode_server, read_body
from shared.seal import Seal, make_seal
from shared.settings import Settings
from shared.store import scripts
from shared.store.events import parse_event
from shared.store.queue import TurnQueue
from shared.store.sessions import Sessions, Submitted
from shared.store.turn import Turn
from worker.llm import ChatMessage, LlmCall, Produce

PATIENCE_SECONDS = 25.0
LLM_URL = "http://127.0.0.1:9/v1/chat/completions"
"""Makes settings that are not offline; nothing ever calls it."""


def sid_of(name: str) -> SessionId:
    """Return the session of the person called `name`."""
    return session_id(Token(name))


def says(*steps: str | asyncio.Event | LlmError, finish: str | None = "stop") -> Produce:
    """Return a script: deliver texts, wait for events, fail with an error; then the answer is whole."""

    async def produce(call: LlmCall) -> None:
        for step in steps:
            if isinstance(step, asyncio.Event):
                await step.wait()
            elif isinstance(step, LlmError):
                raise step
            else:
                call.deliver(step)
                await asyncio.sleep(0)
        call.finish_reason = finish

    return produce


class ScriptedLlm:
    """A model whose n-th call follows the n-th script; the last one is repeated."""

    def __init__(self, *plays: Produce) -> None:
        self.requests: list[list[ChatMessage]] = []
        self.open = 0
        self.max_open = 0
        self._plays = plays or (says("Te ", "escucho."),)
        self._changed = asyncio.Condition()

    def start(self, messages: Sequence[ChatMessage], *, trace: TraceId) -> LlmCall:
        """Start the next call."""
        self.requests.append(list(messages))
        call = LlmCall(self._counted(self._plays[min(len(self.requests), len(self._plays)) - 1]), name=trace)
        self.open += 1
        self.max_open = max(self.max_open, self.open)
        return call

    def _counted(self, play: Produce) -> Produce:
        async def produce(call: LlmCall) -> None:
            call.add_done_callback(self._ended)
            await self._notify()
            await play(call)

        return produce

    def _ended(self, _: LlmCall) -> None:
        self.open -= 1
        self._last = asyncio.ensure_future(self._notify())

    async def _notify(self) -> None:
        async with self._changed:
            self._changed.notify_all()

    async def until(self, *, calls: int | None = None, running: int | None = None) -> None:
        """Wait until so many calls were started and so many are running."""

        def reached() -> bool:
            return (calls is None or len(self.requests) >= calls) and running in (None, self.open)

        async with asyncio.timeout(PATIENCE_SECONDS), self._changed:
            await self._changed.wait_for(reached)

    async def warm(self) -> None:
        """Nothing to load."""

    async def aclose(self) -> None:
        """Nothing to close."""


class Watch:
    """What is published of one session, from the moment of the subscription on."""

    def __init__(self, sid: SessionId, pubsub: PubSub, seal: Seal) -> None:
        self.sid = sid
        self.deltas: list[Delta] = []
        self._seal = seal
        self._pubsub = pubsub

    async def next(self) -> Delta | LoggedReply | None:
        """Wait for the next delta or reply; None is an erasure."""
        async with asyncio.timeout(PATIENCE_SECONDS):
            event = None
            while event is None or event.kind == "u":
                message = await self._pubsub.get_message(ignore_subscribe_messages=True, timeout=1)
                event = parse_event(message["data"]) if message else None
        if event.kind == "e":
            return None
        if event.kind == "r":
            reply = read_body(self._seal.open(self.sid, event.body))
            assert isinstance(reply, LoggedReply)
            return reply
        delta = decode_server(self._seal.open(self.sid, event.body))
        assert isinstance(delta, Delta)
        self.deltas.append(delta)
        return delta

    async def reply(self) -> LoggedReply:
        """Wait for the next reply; what comes before it is in `deltas`."""
        while not isinstance(found := await self.next(), LoggedReply):
            assert found is not None, "erased"
        return found

    def rebuilt(self) -> str:
        """Return the text that a client has after all deltas so far, as PROTOCOL.md tells it to build it."""
        attempt, text = 0, ""
        for delta in self.deltas:
            assert delta.attempt >= attempt
            if delta.attempt > attempt:
                attempt, text = delta.attempt, ""
            assert delta.at == len(text), "a gap or a duplicate"
            text += delta.text
        return text


class Desk:
    """One real store with both its sides: people who write (`sessions`) and a worker's `queue`."""

    def __init__(self, settings: Settings) -> None:
        self.settings = settings
        self._seal = make_seal(settings.data_key.get_secret_value())
        self.store = scripts.connect(settings.store_url)
        self.sessions = Sessions(self.store, settings, self._seal)
        self.queue = TurnQueue(self.store, settings, self._seal, "w1")
        self.redis: Any = redis.asyncio.Redis.from_url(settings.store_url)

    async def __aenter__(self) -> Self:
        await self.store.start()
        return self

    async def __aexit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        await self.store.aclose()
        await self.redis.aclose()

    async def say(
        self, text: str, who: str = "ana", *, country: str | None = None, level: Level = Level.NONE
    ) -> Submitted:
        """Let `who` write `text`."""
        submitted = await self.sessions.submit(
            sid_of(who),
            Message(MessageId(f"id {text[:40]}"), text),
            origin="-",
            user=17,
            heard=Assessment(level),
            country=country,
        )
        assert not submitted.duplicate
        return submitted

    async def ask(self, text: str, who: str = "ana") -> LoggedReply:
        """Let `who` write `text` and wait for the reply."""
        async with self.watch(who) as watch:
            await self.say(text, who)
            return await watch.reply()

    async def claim(self) -> Turn:
        """Claim the one turn that is due."""
        (turn,) = (await self.queue.claim(16)).turns
        return turn

    async def log(self, who: str = "ana") -> list[LoggedEvent]:
        """Return everything in the log of `who`."""
        pages = [page async for page in self.sessions.pages(sid_of(who))]
        return [read_body(entry.body) for page in pages for entry in page]

    async def replies(self, who: str = "ana") -> list[LoggedReply]:
        """Return the replies in the log of `who`."""
        return [event for event in await self.log(who) if isinstance(event, LoggedReply)]

    async def field(self, name: str, who: str = "ana") -> str | None:
        """Return one field of the turn of `who`."""
        value = await self.redis.hget(f"s:{sid_of(who)}:turn", name)
        return None if value is None else value.decode()

    async def waiting(self) -> int:
        """Return how many sessions are in the queue, due or leased."""
        return int(await self.redis.zcard("arq:queue"))

    async def until(self, holds: Callable[[], Awaitable[bool]]) -> None:
        """Look into the store again and again until `holds`."""
        async with asyncio.timeout(PATIENCE_SECONDS):
            while not await holds():
                await asyncio.sleep(0.01)

    async def until_listening(self, workers: int = 1) -> None:
        """Wait until so many workers block on their wake-up."""

        async def blocked() -> bool:
            return int((await self.redis.info("clients"))["blocked_clients"]) == workers

        await self.until(blocked)

    async def until_wake_up_waits(self) -> None:
        """Wait until a wake-up token lies there: a listening worker would have taken it at once."""

        async def lies_there() -> bool:
            return bool(await self.redis.exists("arq:wake"))

        await self.until(lies_there)

    async def permits(self) -> int:
        """Return how many permits are taken."""
        return int(await self.redis.zcard("llm:permits"))

    async def expire_lease(self, who: str = "ana") -> None:
        """Let the lease of `who`'s turn be over, as when its worker died."""
        await self.redis.zadd("arq:queue", {sid_of(who): 1})
        await self.redis.zrem("llm:permits", sid_of(who))

    async def kill_connections(self) -> None:
        """Drop every connection to the store, blocked ones too, but subscriptions and our own."""
        await self.redis.execute_command("CLIENT", "KILL", "TYPE", "normal", "SKIPME", "yes")

    @asynccontextmanager
    async def watch(self, who: str = "ana") -> AsyncIterator[Watch]:
        """Give what is published of `who` from now on."""
        async with self.redis.pubsub() as pubsub:
            await pubsub.subscribe(live_channel(sid_of(who)))
            assert (await pubsub.get_message(timeout=PATIENCE_SECONDS))["type"] == "subscribe"
            yield Watch(sid_of(who), pubsub, self._seal)
