"""Where the store is: what each kind of address means."""

from __future__ import annotations

from typing import Any

import pytest

from shared.store.address import make_pool


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
