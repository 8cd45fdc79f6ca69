"""Where the store is: what each kind of address means."""

from __future__ import annotations

import asyncio
from collections.abc import AsyncIterator
from contextlib import AsyncExitStack, asynccontextmanager
from typing import Any

import pytest
from redis.exceptions import ConnectionError as RedisConnectionError

from shared.store.address import SENTINEL_SECONDS, make_pool


def test_a_plain_address() -> None:
    """Host, port and database as redis-py reads them."""
    made = make_pool("redis://store:7000/3").connection_kwargs
    assert (made["host"], made["port"], made["db"]) == ("store", 7000, 3)


def sentinels(pool: Any) -> list[tuple[str, int]]:
    """Return the Sentinels a pool asks."""
    kwargs = [node.connection_pool.connection_kwargs for node in pool.sentinel_manager.sentinels]
    return [(node["host"], node["port"]) for node in kwargs]


def test_a_name_and_its_sentinels() -> None:
    """Every host is asked, at Sentinel's own port unless it says another."""
    pool = make_pool("redis+sentinel://one,two:7777,[::1]:7778/mymaster?db=2")
    assert pool.service_name == "mymaster"
    assert sentinels(pool) == [("one", 26379), ("two", 7777), ("::1", 7778)]
    assert pool.connection_kwargs["db"] == 2


def test_credentials_are_the_stores_own() -> None:
    """User and password open the primary, not the Sentinels; both may hold odd characters."""
    pool = make_pool("redis+sentinel://psico:s%40fe@one/mymaster")
    kwargs = pool.connection_kwargs
    assert (kwargs["username"], kwargs["password"]) == ("psico", "s@fe")
    assert sentinels(pool) == [("one", 26379)]


@pytest.mark.parametrize("url", ["redis+sentinel://one,two", "redis+sentinel:///name", "http://store"])
def test_what_is_no_address(url: str) -> None:
    """A Sentinel address lacks neither hosts nor name."""
    with pytest.raises(ValueError, match=r"scheme|hosts"):
        make_pool(url)


Say = dict[bytes, bytes]


@asynccontextmanager
async def server(says: Say) -> AsyncIterator[int]:
    """Answer each command by its name, or not at all; give the port."""

    async def talk(reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
        while line := await reader.readline():
            words = [line]
            for _ in range(int(line[1:])):
                await reader.readline()
                words.append((await reader.readline()).strip())
            if answer := says.get(words[1]):
                writer.write(answer)
        writer.close()

    listening = await asyncio.start_server(talk, "127.0.0.1")
    async with listening:
        yield listening.sockets[0].getsockname()[1]


def bulk(*words: str) -> bytes:
    """Return an array of strings as the server writes it."""
    return b"*%d\r\n" % len(words) + b"".join(b"$%d\r\n%b\r\n" % (len(w), w.encode()) for w in words)


def sentinel_of(port: int, flags: str = "master") -> Say:
    """Return what a Sentinel says that takes 127.0.0.1:`port` for the primary."""
    state = {
        "name": "psico",
        "ip": "127.0.0.1",
        "port": str(port),
        "flags": flags,
        "num-other-sentinels": "0",
    }
    fields = bulk(*(part for pair in state.items() for part in pair))
    return {b"CLIENT": b"+OK\r\n", b"SENTINEL": b"*1\r\n" + fields}


def store_that_is(role: str) -> Say:
    """Return what a store of this role says."""
    return {b"CLIENT": b"+OK\r\n", b"ROLE": bulk(role)}


@asynccontextmanager
async def connection_by(*sentinels: Say) -> AsyncIterator[Any]:
    """Give an unconnected connection by way of these Sentinels."""
    async with AsyncExitStack() as stack:
        ports = [await stack.enter_async_context(server(says)) for says in sentinels]
        pool = make_pool(f"redis+sentinel://{','.join(f'127.0.0.1:{port}' for port in ports)}/psico")
        connection = pool.make_connection()
        stack.push_async_callback(connection.disconnect)
        yield connection


async def test_lost_sentinels_keep_nobody_waiting() -> None:
    """With two of three Sentinels silent nobody waits for one time-out after the other."""
    primary = server(store_that_is("master"))
    async with primary as port, connection_by({}, {}, sentinel_of(port)) as connection:
        async with asyncio.timeout(SENTINEL_SECONDS * 1.5):
            await connection.connect()
        assert connection.port == port


@pytest.mark.parametrize("flags", ["master,s_down", "master,o_down", "slave"])
async def test_a_primary_that_is_down_is_not_tried(flags: str) -> None:
    """A Sentinel that holds the primary for down is overruled by one that sees the new one."""
    primary = server(store_that_is("master"))
    async with primary as port, connection_by(sentinel_of(1, flags), sentinel_of(port)) as connection:
        await connection.connect()
        assert connection.port == port


async def test_nobody_knows_a_primary() -> None:
    """While no Sentinel sees a live primary there is no connection, and that is a lost connection's error."""
    async with connection_by(sentinel_of(1, "master,s_down")) as connection:
        with pytest.raises(RedisConnectionError, match="no Sentinel"):
            await connection.connect()


async def test_a_replica_is_not_taken_for_the_primary() -> None:
    """Where a Sentinel that is behind leads, whoever says it is a replica is left again."""
    async with server(store_that_is("slave")) as port, connection_by(sentinel_of(port)) as connection:
        with pytest.raises(RedisConnectionError, match="replica"):
            await connection.connect()
        assert not connection.is_connected
