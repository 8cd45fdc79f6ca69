"""Limits at the door: how many connections one address may hold on this edge."""

from __future__ import annotations

import ipaddress
from collections import Counter
from collections.abc import Sequence

IPV6_PREFIX = 64
"""One household or phone usually has a whole /64, so that is what counts as one address."""


def address_of(host: str) -> str:
    """Return what counts as one address: an IPv4 address, or an IPv6 network of 64 bits."""
    try:
        address = ipaddress.ip_address(host.partition("%")[0])
    except ValueError:
        return host
    if isinstance(address, ipaddress.IPv6Address):
        if address.ipv4_mapped:
            return str(address.ipv4_mapped)
        return str(ipaddress.ip_network((address, IPV6_PREFIX), strict=False))
    return str(address)


class Proxies:
    """The load balancers whose word about the client's address is taken."""

    def __init__(self, trusted: Sequence[str]) -> None:
        self._networks = [ipaddress.ip_network(network, strict=False) for network in trusted]

    def client(self, peer: str, forwarded_for: str | None) -> str:
        """Return the client's host: the last one in X-Forwarded-For that is no trusted proxy."""
        host = peer
        for hop in reversed((forwarded_for or "").split(",")):
            if not self._trusts(host) or not hop.strip():
                break
            host = hop.strip()
        return host

    def _trusts(self, host: str) -> bool:
        try:
            address = ipaddress.ip_address(host)
        except ValueError:
            return False
        return any(address in network for network in self._networks)


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
