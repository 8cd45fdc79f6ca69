"""The session token on disk, for whoever asks to be remembered: one private file a server."""

from __future__ import annotations

import hashlib
import os
from collections.abc import Mapping
from pathlib import Path

from shared.chat.address import Address
from shared.ids import Token, parse_token


class Keep:
    """The file that holds the token for `address`. It is the key to everything said: mode 0600."""

    def __init__(self, address: Address, environment: Mapping[str, str]) -> None:
        state = environment.get("XDG_STATE_HOME") or Path.home() / ".local" / "state"
        name = hashlib.sha256(str(address).encode()).hexdigest()[:16]
        self._path = Path(state) / "psicoia" / f"sesion-{name}"

    def load(self) -> Token | None:
        """Return the token kept, or None."""
        try:
            return parse_token(self._path.read_text(encoding="ascii").strip())
        except (OSError, UnicodeDecodeError):
            return None

    def save(self, token: str) -> None:
        """Keep `token`. Raises OSError."""
        self._path.parent.mkdir(mode=0o700, parents=True, exist_ok=True)
        descriptor = os.open(self._path, os.O_WRONLY | os.O_CREAT | os.O_TRUNC, 0o600)
        with open(descriptor, "w", encoding="ascii") as file:
            os.chmod(self._path, 0o600)
            file.write(f"{token}\n")
