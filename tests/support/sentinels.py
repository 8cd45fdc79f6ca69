"""A primary, a replica and the Sentinels that watch them, all real processes on loopback."""

from __future__ import annotations

import contextlib
import subprocess
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

import redis

from shared.child import tied
from shared.embedded import find_server, free_port

NAME = "psico"
START_SECONDS = 20.0
PATIENT_MS = 60_000
"""No failover but the one that the test asks for, however busy the machine is."""

FAILOVER_MS = 3_000
_POLL_SECONDS = 0.02


class Server:
    """One server process, a store or a Sentinel, with its own directory. Blocking."""

    def __init__(self, directory: Path, *lines: str, sentinel: bool = False) -> None:
        directory.mkdir(parents=True)
        self.port = free_port()
        config = directory / "server.conf"
        own = ("bind 127.0.0.1", f"port {self.port}", f"dir {directory.resolve()}", "loglevel warning")
        config.write_text("\n".join([*own, *lines, ""]))
        command = [*find_server(), str(config), *(["--sentinel"] if sentinel else [])]
        self.client: Any = redis.Redis(port=self.port, socket_timeout=5, decode_responses=True)
        with (directory / "server.log").open("wb") as output:
            self._process = subprocess.Popen(
                tied(command), stdout=output, stderr=subprocess.STDOUT, start_new_session=True
            )

    @property
    def running(self) -> bool:
        """Whether the process is alive."""
        return self._process.poll() is None

    def answers(self) -> bool:
        """Whether it takes commands."""
        with contextlib.suppress(redis.RedisError):
            return bool(self.client.execute_command("PING"))
        return False

    def kill(self) -> None:
        """End it as a crash would (SIGKILL)."""
        self._process.kill()
        self._process.wait()

    def close(self) -> None:
        """Kill it, if it still runs, and let its connections go."""
        self.kill()
        self.client.close()


class Watched:
    """The store as Sentinels see it. `start` brings it up; `close` ends it at any time."""

    def __init__(self, directory: Path, sentinels: int) -> None:
        self._directory = directory
        self._count = sentinels
        self._servers: list[Server] = []

    def start(self) -> None:
        """Return when the replica follows, and the Sentinels know it and each other."""
        data = ("save ''", "appendonly yes", "maxmemory-policy noeviction", "repl-diskless-sync-delay 0")
        self.primary = self._server("primary", *data)
        self.replica = self._server("replica", *data, f"replicaof 127.0.0.1 {self.primary.port}")
        # First: a Sentinel that finds no replica looks again only ten seconds later.
        _until(self._replicates)
        watch = (
            f"sentinel monitor {NAME} 127.0.0.1 {self.primary.port} {self._count // 2 + 1}",
            f"sentinel down-after-milliseconds {NAME} {PATIENT_MS}",
            f"sentinel failover-timeout {NAME} {FAILOVER_MS}",
        )
        self.sentinels = [
            self._server(f"sentinel-{number}", *watch, sentinel=True) for number in range(self._count)
        ]
        _until(self._acquainted)

    def close(self) -> None:
        """End everything."""
        for server in reversed(self._servers):
            server.close()

    @property
    def url(self) -> str:
        """What REDIS_URL takes."""
        hosts = ",".join(f"127.0.0.1:{sentinel.port}" for sentinel in self.sentinels)
        return f"redis+sentinel://{hosts}/{NAME}"

    @property
    def new_primary_url(self) -> str:
        """The replica's own address, for looking into what it has after the failover."""
        return f"redis://127.0.0.1:{self.replica.port}/0"

    def replicate(self) -> None:
        """Return when the replica has every write the primary answered so far."""
        assert self.primary.client.wait(1, int(START_SECONDS * 1000)) == 1

    def fail_over_after(self, milliseconds: int) -> None:
        """Let the Sentinels act on a primary that is silent for so long."""
        for sentinel in self.sentinels:
            if sentinel.running:
                command = ("SENTINEL SET", NAME, "down-after-milliseconds", milliseconds)
                sentinel.client.execute_command(*command)

    def _server(self, name: str, *lines: str, sentinel: bool = False) -> Server:
        server = Server(self._directory / name, *lines, sentinel=sentinel)
        self._servers.append(server)
        return server

    def _replicates(self) -> bool:
        if not self.primary.answers() or not self.replica.answers():
            return False
        return bool(self.replica.client.info("replication")["master_link_status"] == "up")

    def _acquainted(self) -> bool:
        if not all(sentinel.answers() for sentinel in self.sentinels):
            return False
        states = [sentinel.client.sentinel_master(NAME) for sentinel in self.sentinels]
        known = (1, len(states) - 1)
        return all((state["num-slaves"], state["num-other-sentinels"]) == known for state in states)


@contextmanager
def watched_store(directory: Path, *, sentinels: int = 1) -> Iterator[Watched]:
    """Start a primary, a replica and so many Sentinels; leaving ends them.

    To be used in the test's own thread: they die with the thread that starts them.
    """
    store = Watched(directory, sentinels)
    try:
        store.start()
        yield store
    finally:
        store.close()


def _until(holds: Callable[[], bool]) -> None:
    deadline = time.monotonic() + START_SECONDS
    while not holds():
        assert time.monotonic() < deadline, "the servers do not come up"
        time.sleep(_POLL_SECONDS)
