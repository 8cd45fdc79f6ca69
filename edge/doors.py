"""Limits at the door: how many connections one address may hold on this edge."""

from __future__ import annotations

import ipaddress
import re
from collections import Counter
from collections.abc import Sequence

IPV6_PREFIX = 64
"""One household or phone usually has a whole /64, so that is what counts as one address."""


def address_of(host: str) -> str:
    """Return what counts as one address: an IPv4 address, or an IPv6 network of 64 bits."""
    address = _parse(host.partition("%")[0])
    if isinstance(address, ipaddress.IPv6Address):
        return str(ipaddress.ip_network((address, IPV6_PREFIX), strict=False))
    return str(address or host)


def _parse(host: str) -> ipaddress.IPv4Address | ipaddress.IPv6Address | None:
    try:
        address = ipaddress.ip_address(host)
    except ValueError:
        return None
    # A socket that listens for both families sees IPv4 as ::ffff:203.0.113.9.
    return getattr(address, "ipv4_mapped", None) or address


_WITH_PORT = re.compile(r"\[(?P<v6>[^\]]*)\](?::\d+)?|(?P<v4>[\d.]+):\d+")


def _host_of(hop: str) -> str | None:
    """Return the address in one hop of X-Forwarded-For, which some proxies write with a port."""
    hop = hop.strip()
    if found := _WITH_PORT.fullmatch(hop):
        hop = found["v6"] or found["v4"] or ""
    return hop if _parse(hop) else None


class Proxies:
    """The load balancers whose word about the client's address is taken."""

    def __init__(self, trusted: Sequence[str]) -> None:
        self._networks = [ipaddress.ip_network(network, strict=False) for network in trusted]

    def client(self, peer: str, forwarded_for: str | None) -> str:
        """Return the client's host: the last one in X-Forwarded-For that is no trusted proxy."""
        host = peer
        for hop in reversed((forwarded_for or "").split(",")):
            before = _host_of(hop)
            if before is None or not self._trusts(host):
                break
            host = before
        return host

    def _trusts(self, host: str) -> bool:
        address = _parse(host)
        return address is not None and any(address in network for network in self._networks)


class Doors:
    """Counts open connections by address."""

    def __init__(self, max_connections: int) -> None:
        self._max = max_connections
        self._open: Counter[str] = Counter()

    def enter(self, address: str) -> bool:
        """Count a connection; False when it is one too many. Every `enter` needs a `leave`."""
        self._open[address] += 1
        return self._open[address] <= self._max

    def leave(self, address: str) -> None:
        """Forget a connection."""
        self._open[address] -= 1
        if self._open[address] <= 0:
            del self._open[address]
