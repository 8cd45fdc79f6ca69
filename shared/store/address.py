"""Where the store is: one address, or the name under which Sentinels know it.

    redis://[user:password@]host[:port]/db      rediss://… (TLS)      unix:///path
    redis+sentinel://[user:password@]host1[:port],host2[:port]/name[?db=0]

With Sentinel the primary is asked for anew at every connection, so that a failover is met like any
lost connection. User and password are the store's own.
"""

from __future__ import annotations

import asyncio
import contextlib
from typing import Any, Final
from urllib.parse import parse_qs, unquote, urlsplit

from redis.asyncio import sentinel as redis_sentinel
from redis.asyncio.connection import ConnectionPool
from redis.exceptions import ConnectionError as RedisConnectionError
from redis.exceptions import RedisError

SENTINEL_SCHEME: Final = "redis+sentinel"
SENTINEL_PORT: Final = 26379
SENTINEL_SECONDS: Final = 1.0
"""Longest wait for a Sentinel's answer; all are asked at once."""


def make_pool(url: str, **options: Any) -> Any:
    """Return a redis-py connection pool for `url`. Raises ValueError when it is none of the above."""
    if urlsplit(url).scheme == SENTINEL_SCHEME:
        return _sentinel_pool(url, options)
    return ConnectionPool.from_url(url, **options)


def _sentinel_pool(url: str, options: dict[str, Any]) -> Any:
    parts = urlsplit(url)
    login, _, hosts = parts.netloc.rpartition("@")
    user, _, password = login.partition(":")
    name = unquote(parts.path.strip("/"))
    if not hosts or not name:
        raise ValueError("a Sentinel address needs hosts and a name")
    database = parse_qs(parts.query).get("db", ["0"])[0]
    make_sentinel: Any = _Sentinels  # its own types are incomplete
    sentinel = make_sentinel(
        [_host_and_port(host) for host in hosts.split(",")],
        sentinel_kwargs={"socket_timeout": SENTINEL_SECONDS, "socket_connect_timeout": SENTINEL_SECONDS},
    )
    credentials = {"username": unquote(user) or None, "password": unquote(password) or None}
    client = sentinel.master_for(
        name, db=int(database), connection_class=_PrimaryConnection, **credentials, **options
    )
    # The pool finds the primary through the client's Sentinel, which it keeps itself.
    return client.connection_pool


class _Sentinels(redis_sentinel.Sentinel):
    """All the Sentinels of an address. redis-py asks them in turn: two lost hosts would use up a
    connection's whole time, and at the next try again."""

    async def discover_master(self, service_name: str) -> tuple[str, int]:
        """Return what the first Sentinel says that sees a live primary."""
        asked = [asyncio.ensure_future(self._ask(node, service_name)) for node in self.sentinels]
        try:
            for answer in asyncio.as_completed(asked):
                with contextlib.suppress(RedisError, OSError, TimeoutError):
                    if address := await answer:
                        return address
        finally:
            for question in asked:
                question.cancel()
            await asyncio.gather(*asked, return_exceptions=True)
        raise redis_sentinel.MasterNotFoundError("no Sentinel knows a live primary")

    async def _ask(self, node: Any, name: str) -> tuple[str, int] | None:
        try:
            state = (await node.sentinel_masters()).get(name)
        finally:
            # Asked once an outage: an idle connection to each Sentinel would serve nobody.
            await node.connection_pool.disconnect()
        if state is None or not self.check_master_state(state, name):
            return None
        return state["ip"], state["port"]


class _PrimaryConnection(redis_sentinel.SentinelManagedConnection):
    """Asks whom it reached: a Sentinel that learned of a failover late names what is a replica by now."""

    async def connect_to(self, address: tuple[str, int]) -> None:
        connect_to: Any = super().connect_to
        await connect_to(address)
        await self.send_command("ROLE")
        role = await self.read_response()
        if role[0] not in (b"master", "master"):
            await self.disconnect()
            raise RedisConnectionError("a replica, not the primary")


def _host_and_port(text: str) -> tuple[str, int]:
    host, separator, port = text.strip().rpartition(":")
    if not separator or "]" in port:
        return text.strip().strip("[]"), SENTINEL_PORT
    return host.strip("[]"), int(port)
