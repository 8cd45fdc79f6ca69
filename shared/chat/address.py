"""Where the server is."""

from __future__ import annotations

from dataclasses import dataclass
from urllib.parse import urlsplit

DEFAULT = "ws://localhost:8765/ws"


@dataclass(frozen=True, slots=True)
class Address:
    """A server's address. `str()` gives it as the person may write it."""

    scheme: str
    host: str
    port: int
    path: str = ""

    def __str__(self) -> str:
        host = f"[{self.host}]" if ":" in self.host else self.host
        return f"{self.scheme}://{host}:{self.port}{self.path}"


def parse_address(text: str) -> Address:
    """Return the address written as `text`. Raises ValueError when it is none."""
    parts = urlsplit(text)
    defaults = {"ws": 80, "wss": 443, "tcp": 5001}
    if parts.scheme not in defaults or not parts.hostname or parts.username:
        raise ValueError("not an address")
    path = "" if parts.scheme == "tcp" else parts.path if parts.path.strip("/") else "/ws"
    return Address(parts.scheme, parts.hostname, parts.port or defaults[parts.scheme], path)
