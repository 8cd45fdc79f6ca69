"""Who counts as one address, and how many connections it may hold."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from edge.doors import Doors, Proxies, address_of


@pytest.mark.parametrize(
    ("host", "address"),
    [
        ("203.0.113.9", "203.0.113.9"),
        ("::ffff:203.0.113.9", "203.0.113.9"),
        ("2001:db8:1:2:3:4:5:6", "2001:db8:1:2::/64"),
        ("2001:db8:1:2:ffff::1", "2001:db8:1:2::/64"),
        ("2001:db8:1:3::1", "2001:db8:1:3::/64"),
        ("fe80::1%eth0", "fe80::/64"),
        ("", ""),
        ("not an address", "not an address"),
    ],
)
def test_what_counts_as_one_address(host: str, address: str) -> None:
    """An IPv4 address, mapped or not, or a whole IPv6 /64."""
    assert address_of(host) == address


@pytest.mark.parametrize(
    ("trusted", "peer", "forwarded", "client"),
    [
        ((), "10.0.0.1", "198.51.100.7", "10.0.0.1"),
        (("10.0.0.0/8",), "198.51.100.7", "203.0.113.1", "198.51.100.7"),
        (("10.0.0.0/8",), "10.0.0.1", "198.51.100.7", "198.51.100.7"),
        (("10.0.0.0/8",), "10.0.0.1", "6.6.6.6, 198.51.100.7", "198.51.100.7"),
        (("10.0.0.0/8",), "10.0.0.1", "6.6.6.6, 198.51.100.7 , 10.2.2.2", "198.51.100.7"),
        (("10.0.0.0/8",), "10.0.0.1", "10.0.0.3,10.0.0.2", "10.0.0.3"),
        (("10.0.0.0/8",), "10.0.0.1", None, "10.0.0.1"),
        (("10.0.0.0/8",), "10.0.0.1", "", "10.0.0.1"),
        (("10.0.0.0/8",), "::ffff:10.0.0.1", "198.51.100.7", "198.51.100.7"),
        (("10.0.0.0/8", "fd00::/8"), "fd00::1", "2001:db8::7", "2001:db8::7"),
        (("10.0.0.0/8",), "10.0.0.1", "198.51.100.7:4711", "198.51.100.7"),
        (("10.0.0.0/8",), "10.0.0.1", "[2001:db8::7]:4711", "2001:db8::7"),
        (("10.0.0.0/8",), "10.0.0.1", "unknown", "10.0.0.1"),
    ],
)
def test_only_trusted_proxies_are_believed(
    trusted: tuple[str, ...], peer: str, forwarded: str | None, client: str
) -> None:
    """The client is the last hop that no trusted proxy vouches for; what it says itself is ignored."""
    assert Proxies(trusted).client(peer, forwarded) == client


@given(st.text(), st.text())
def test_no_header_breaks_it(peer: str, forwarded: str) -> None:
    """Whatever a client sends, a host comes back."""
    assert isinstance(Proxies(("0.0.0.0/0", "::/0")).client(peer, forwarded), str)
    assert isinstance(address_of(peer), str)


def test_an_address_holds_so_many_connections_and_no_more() -> None:
    """A place is free again when a connection leaves; others are not concerned."""
    doors = Doors(2)
    assert [doors.enter("a") for _ in range(3)] == [True, True, False]
    assert doors.enter("b")
    doors.leave("a")
    assert not doors.enter("a"), "the refused one still holds its place"
    doors.leave("a")
    doors.leave("a")
    assert doors.enter("a")


def test_nothing_is_kept_of_addresses_that_left() -> None:
    """Memory does not grow with the number of addresses ever seen."""
    doors = Doors(2)
    for number in range(100):
        doors.enter(str(number))
        doors.leave(str(number))
    assert not doors._open
