"""Where the store is: one address, or the name under which Sentinels know it.

    redis://[user:password@]host[:port]/db      rediss://… (TLS)      unix:///path
    redis+sentinel://[user:password@]host1[:port],host2[:port]/name[?db=0]

With Sentinel the primary is asked for anew at every connection, so that a failover is met like any
lost connection. User and password are the store's own.
"""

from __future__ import annotations

from typing import Any, Final
from urllib.parse import parse_qs, unquote, urlsplit

from redis.asyncio import sentinel as redis_sentinel
from redis.asyncio.connection import ConnectionPool

SENTINEL_SCHEME: Final = "redis+sentinel"
SENTINEL_PORT: Final = 26379
SENTINEL_SECONDS: Final = 1.0


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
    make_sentinel: Any = redis_sentinel.Sentinel  # its own types are incomplete
    sentinel = make_sentinel(
        [_host_and_port(host) for host in hosts.split(",")],
        sentinel_kwargs={"socket_timeout": SENTINEL_SECONDS, "socket_connect_timeout": SENTINEL_SECONDS},
    )
    credentials = {"username": unquote(user) or None, "password": unquote(password) or None}
    client = sentinel.master_for(name, db=int(database), **credentials, **options)
    # The pool finds the primary through the client's Sentinel, which it keeps itself.
    return client.connection_pool


def _host_and_port(text: str) -> tuple[str, int]:
    host, separator, port = text.strip().rpartition(":")
    if not separator or "]" in port:
        return text.strip().strip("[]"), SENTINEL_PORT
    return host.strip("[]"), int(port)
