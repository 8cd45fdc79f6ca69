"""shared/store/connection.py: everybody gets their own answer, whatever happens to the connection."""

from __future__ import annotations

import asyncio
import random
from typing import Any

import pytest
import redis

from shared.errors import StoreUnavailable
from shared.store import connection as module
from shared.store.connection import StoreConnection, StoreRejected


async def echo(store: StoreConnection, text: str) -> str:
    """Send a text there and back."""
    answer: bytes = await store.call("ECHO", text)
    return answer.decode()


async def blocked(store: StoreConnection, raw: redis.Redis) -> asyncio.Task[Any]:
    """Keep the connection waiting for an answer that does not come; return the waiting call."""
    task = asyncio.create_task(store.call("BLPOP", "nothing", 0))
    while not raw.info("clients")["blocked_clients"]:
        await asyncio.sleep(0.001)
    return task


async def cut(store: StoreConnection, raw: redis.Redis) -> None:
    """Cut the connection from the server's side, while a call is on its way."""
    waiting = await blocked(store, raw)
    raw.client_kill_filter(_type="normal", skipme=True)
    with pytest.raises(StoreUnavailable):
        await waiting


async def test_everybody_gets_their_own_answer(store: StoreConnection) -> None:
    """Five hundred callers at once over one connection."""
    texts = [str(number) for number in range(500)]
    assert await asyncio.gather(*(echo(store, text) for text in texts)) == texts


async def test_answers_of_every_kind(store: StoreConnection) -> None:
    """Bytes, numbers, nothing and lists come as they are."""
    assert await store.call("SET", "k", b"\xff\r\n") == b"OK"
    assert await store.call("GET", "k") == b"\xff\r\n"
    assert await store.call("INCR", "n") == 1
    assert await store.call("GET", "none") is None
    assert await store.call("EVAL", "return {1, 'a', {2}}", 0) == [1, b"a", [2]]


async def test_cancelled_callers_shift_no_answers(store: StoreConnection) -> None:
    """Callers cancelled at random moments never leave their answer to another."""
    chance = random.Random(7)
    survivors = 0
    for wave in range(20):
        tasks = {f"{wave}.{i}": asyncio.create_task(echo(store, f"{wave}.{i}")) for i in range(50)}
        doomed = chance.sample(sorted(tasks), 25)
        for name in doomed:
            if chance.random() < 0.5:
                await asyncio.sleep(0)
            tasks[name].cancel()
        await asyncio.wait(tasks.values())
        for name, task in tasks.items():
            if not task.cancelled():
                assert task.result() == name
                survivors += 1
    assert survivors >= 20 * 25
    assert await echo(store, "last") == "last"


async def test_a_cancelled_callers_command_still_runs(store: StoreConnection) -> None:
    """Cancelling stops the waiting, not the command: order stays what it was."""
    task = asyncio.create_task(store.call("INCR", "n"))
    await asyncio.sleep(0)
    task.cancel()
    assert await store.call("INCR", "n") == 2


async def test_an_error_is_only_its_callers(store: StoreConnection) -> None:
    """The answers before and after an error belong to whom they belong."""
    before, wrong, after = await asyncio.gather(
        echo(store, "a"), store.call("NOSUCH"), echo(store, "b"), return_exceptions=True
    )
    assert (before, after) == ("a", "b")
    assert isinstance(wrong, StoreRejected)


async def test_what_cannot_be_sent_shifts_nothing(store: StoreConnection) -> None:
    """A value Redis has no bytes for fails before it takes a place in the line."""
    with pytest.raises(redis.DataError):
        await store.call("ECHO", None)
    assert await echo(store, "a") == "a"


@pytest.mark.parametrize(
    "command",
    [
        ("MIS-PALABRAS", "mis-palabras"),
        ("SET", "k", "v", "mis-palabras"),
        ("HSET", "text", "f", "mis-palabras"),
        ("EVAL", "return redis.call('NOSUCH', ARGV[1])", 0, "mis-palabras"),
        ("EVAL", "return ARGV[1] + 1", 0, "mis-palabras"),
        ("XADD", "log", "mis-palabras", "f", "v"),
        ("ZADD", "z", "mis-palabras", "m"),
    ],
)
async def test_errors_do_not_echo_what_was_said(store: StoreConnection, command: tuple[Any, ...]) -> None:
    """Redis repeats arguments in some errors; we do not."""
    await store.call("SET", "text", "x")
    with pytest.raises(StoreRejected) as caught:
        await store.call(*command)
    assert "palabras" not in str(caught.value).lower()
    assert caught.value.__cause__ is None
    assert len(str(caught.value)) <= 200


async def test_waiting_callers_are_told_of_a_cut(store: StoreConnection, raw: redis.Redis) -> None:
    """Whoever waits when the connection breaks gets StoreUnavailable: it may have run or not."""
    waiting = await blocked(store, raw)
    behind = [asyncio.create_task(echo(store, str(number))) for number in range(10)]
    await asyncio.sleep(0)
    raw.client_kill_filter(_type="normal", skipme=True)
    results = await asyncio.gather(waiting, *behind, return_exceptions=True)
    assert {type(result) for result in results} == {StoreUnavailable}


async def test_the_next_call_after_a_cut_succeeds(store: StoreConnection, raw: redis.Redis) -> None:
    """It waits for the reconnection; the answers are its own."""
    for wave in range(3):
        await cut(store, raw)
        texts = [f"{wave}.{number}" for number in range(100)]
        assert await asyncio.gather(*(echo(store, text) for text in texts)) == texts


async def test_cuts_in_full_flight_cross_no_answers(store: StoreConnection, raw: redis.Redis) -> None:
    """Under load each caller gets the own answer or StoreUnavailable, never another's."""
    done = asyncio.Event()
    answered = failed = 0

    async def caller(name: int) -> None:
        nonlocal answered, failed
        number = 0
        while not done.is_set():
            number += 1
            try:
                assert await echo(store, f"{name}.{number}") == f"{name}.{number}"
                answered += 1
            except StoreUnavailable:
                failed += 1

    callers = [asyncio.create_task(caller(name)) for name in range(30)]
    for _ in range(8):
        before = answered
        while answered < before + 200:
            await asyncio.sleep(0.001)
        raw.client_kill_filter(_type="normal", skipme=True)
    done.set()
    await asyncio.gather(*callers)
    assert failed > 0


async def test_scripts_are_loaded_again_after_a_cut(store: StoreConnection, raw: redis.Redis) -> None:
    """A new connection may lead to a server that knows none of them."""
    raw.script_flush()
    await cut(store, raw)
    await echo(store, "up")
    assert raw.info("memory")["number_of_cached_scripts"] > 0


async def test_a_limit_of_callers_in_flight(
    store: StoreConnection, raw: redis.Redis, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Past MAX_WAITING a caller is refused at once, and nothing is sent."""
    waiting = await blocked(store, raw)
    monkeypatch.setattr(module, "MAX_WAITING", 3)
    behind = [asyncio.create_task(echo(store, str(number))) for number in range(2)]
    await asyncio.sleep(0)
    with pytest.raises(StoreUnavailable, match="in flight"):
        await store.call("INCR", "n")
    raw.rpush("nothing", "x")
    await waiting
    assert await asyncio.gather(*behind) == ["0", "1"]
    assert raw.get("n") is None


async def test_closing_tells_who_waits(store: StoreConnection, raw: redis.Redis) -> None:
    """Nobody is left hanging, closing twice is no error, and nothing can be called afterwards."""
    waiting = await blocked(store, raw)
    await store.aclose()
    with pytest.raises(StoreUnavailable):
        await waiting
    await store.aclose()
    assert not store.connected


class Flapping:
    """A connection that breaks as soon as it is up, once; then it answers with what was asked."""

    def __init__(self) -> None:
        self.connects = 0
        self._writer: Any = self
        self.transport: Any = self
        self._asked: asyncio.Queue[bytes] = asyncio.Queue()

    async def connect(self) -> None:
        """Count the connects."""
        await asyncio.sleep(0)
        self.connects += 1

    async def disconnect(self, *, nowait: bool) -> None:
        """Do nothing."""

    def pack_command(self, *args: Any) -> list[bytes]:
        """Keep it readable."""
        return [" ".join(args).encode() + b"\n"]

    def abort(self) -> None:
        """Do nothing."""

    def is_closing(self) -> bool:
        """Tell that it is open, as far as anybody knows."""
        return False

    def write(self, data: bytes) -> None:
        """Take what is sent."""
        for line in data.splitlines():
            self._asked.put_nowait(line)

    async def read_response(self, *, disable_decoding: bool) -> Any:
        """Break at once on the first connection; echo on the others."""
        if self.connects == 1:
            raise redis.ConnectionError("gone")
        return await self._asked.get()


async def test_a_connection_that_breaks_at_once_crosses_no_answers(monkeypatch: pytest.MonkeyPatch) -> None:
    """Who waited for it, and wakes when it is gone already, is not left in the line unsent."""
    monkeypatch.setattr(module, "make_connection", lambda url: Flapping())
    store = StoreConnection("redis://nowhere")
    await store.start()
    early = asyncio.create_task(store.call("early"))
    await asyncio.wait([early])
    assert early.exception() is not None or early.result() == b"early"
    assert await asyncio.gather(*(store.call(name) for name in "abc")) == [b"a", b"b", b"c"]
    await store.aclose()
