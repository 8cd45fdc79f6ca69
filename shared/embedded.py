"""The store of `make run` and of the tests: a real Valkey or Redis server as a child process.

It listens on loopback only, on a free port below the ephemeral range, keeps an append-only file in
its data directory, and holds a lock there, so that no two servers ever open the same data.
"""

from __future__ import annotations

import contextlib
import fcntl
import os
import random
import socket
import subprocess
import threading
import time
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path
from typing import IO, Self

import redis

from shared.child import tied
from shared.errors import ConfigError, StoreUnavailable
from shared.store_binary import find_server

__all__ = ["EmbeddedStore", "find_server", "free_port"]

PORTS = range(20_000, 32_000)
"""Below every system's ephemeral range: a client that retries such a port cannot meet itself."""

START_SECONDS = 60.0
"""Longest wait for a server to load its data and answer."""

STOP_SECONDS = 5.0
"""Longest wait for a server to leave after SIGTERM; then it is killed."""

LOCK_SECONDS = 2.0
"""Longest wait for the data of a server that is just leaving."""

_PORT_TRIES = 10
_POLL_SECONDS = 0.01
_ANSWER_SECONDS = 0.5


def free_port() -> int:
    """Return a loopback port that nobody listens on right now. Raises ConfigError if none is found."""
    for port in random.sample(PORTS, 100):
        with socket.socket() as probe:
            probe.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
            try:
                probe.bind(("127.0.0.1", port))
            except OSError:
                continue
            return port
    raise ConfigError(f"no free port found between {PORTS.start} and {PORTS.stop}")


class EmbeddedStore:
    """One store server with its data directory. Blocking; every method may be called from any thread.

    A context manager: entering starts the server, leaving stops it. After `kill`, `restart` brings
    it back on the same port with the same data.
    """

    def __init__(self, directory: Path) -> None:
        self.directory = directory
        self._port = 0
        self._process: subprocess.Popen[bytes] | None = None
        self._claim: IO[str] | None = None
        self._mutex = threading.RLock()
        # The server dies with the thread that started it (see `tied`), so never with a caller's.
        self._starter = ThreadPoolExecutor(1, "embedded-store")

    @property
    def url(self) -> str:
        """The server's address, as REDIS_URL takes it. Raises StoreUnavailable before the first start."""
        if not self._port:
            raise StoreUnavailable("the embedded store was never started")
        return f"redis://127.0.0.1:{self._port}/0"

    @property
    def pid(self) -> int:
        """The server's process id. Raises StoreUnavailable when it does not run."""
        if self._process is None or self._process.poll() is not None:
            raise StoreUnavailable("the embedded store does not run")
        return self._process.pid

    @property
    def running(self) -> bool:
        """Whether the server's process is alive."""
        return self._process is not None and self._process.poll() is None

    def start(self) -> None:
        """Start the server and wait until it answers.

        Raises ConfigError when there is no server, when another process holds the data, or when the
        server does not come up; its own last words are part of the message.
        """
        with self._mutex:
            if self.running:
                return
            self._lock()
            try:
                self._start_somewhere()
            except BaseException:
                self.stop()
                raise

    def stop(self) -> None:
        """End the server (SIGTERM, then SIGKILL after STOP_SECONDS) and release its data."""
        with self._mutex:
            self._end(self._process, graceful=True)
            if self._claim is not None:
                self._claim.close()
                self._claim = None

    def kill(self) -> None:
        """Kill the server as a crash would (SIGKILL)."""
        with self._mutex:
            self._end(self._process, graceful=False)

    def restart(self) -> None:
        """Start the server again on the same port and data, ending it first if it runs.

        Raises StoreUnavailable after `stop` or when it does not come up.
        """
        with self._mutex:
            if self._claim is None:
                raise StoreUnavailable("the embedded store was stopped")
            self._end(self._process, graceful=True)
            if (problem := self._try_port(self._port)) is not None:
                raise StoreUnavailable(f"the embedded store does not come back: {problem}")

    def wait(self) -> None:
        """Block until the server's process has ended, for whatever reason."""
        if self._process is not None:
            self._process.wait()

    def __enter__(self) -> Self:
        self.start()
        return self

    def __exit__(self, *_exc: object) -> None:
        self.stop()

    def _lock(self) -> None:
        self.directory.mkdir(parents=True, exist_ok=True, mode=0o700)
        claim = (self.directory / "lock").open("a+")
        deadline = time.monotonic() + LOCK_SECONDS
        while True:
            try:
                fcntl.flock(claim, fcntl.LOCK_EX | fcntl.LOCK_NB)
                break
            except BlockingIOError:
                if time.monotonic() > deadline:
                    claim.seek(0)
                    holder = claim.read(20).strip() or "unknown"
                    claim.close()
                    raise ConfigError(
                        f"the data in {self.directory}/ is in use by another PsicoIA (process {holder}). "
                        "Stop it first, or give this one a store of its own. "
                        "Example: REDIS_URL=redis://localhost:6379/0"
                    ) from None
                time.sleep(_POLL_SECONDS)
        claim.truncate(0)
        claim.write(str(os.getpid()))
        claim.flush()
        self._claim = claim

    def _start_somewhere(self) -> None:
        problem: str | None = None
        for _ in range(_PORT_TRIES):
            self._port = free_port()
            problem = self._try_port(self._port)
            if problem is None:
                return
            if "in use" not in problem:
                break
        raise ConfigError(f"the embedded store does not start: {problem}")

    def _try_port(self, port: int) -> str | None:
        """Start on `port`; return None when it answers, else why it does not."""
        assert self._claim is not None
        log = self.directory / "store.log"
        command = tied([*find_server(), *_options(self.directory, port)])
        with log.open("wb") as output:
            # Its own session: a Ctrl-C in the terminal must not end the store before the others.
            # The server inherits the lock, so the data stay claimed as long as it lives.
            self._process = process = self._starter.submit(
                subprocess.Popen,
                command,
                stdin=subprocess.DEVNULL,
                stdout=output,
                stderr=subprocess.STDOUT,
                start_new_session=True,
                pass_fds=(self._claim.fileno(),),
            ).result()
        if _answers(process, port):
            return None
        self._end(process, graceful=False)
        return _last_words(log)

    @staticmethod
    def _end(process: subprocess.Popen[bytes] | None, *, graceful: bool) -> None:
        if process is None:
            return
        if graceful and process.poll() is None:
            process.terminate()
            with contextlib.suppress(subprocess.TimeoutExpired):
                process.wait(STOP_SECONDS)
        process.kill()
        process.wait()


def _options(directory: Path, port: int) -> list[str]:
    options = {
        "bind": "127.0.0.1",
        "port": str(port),
        "dir": str(directory.resolve()),
        "appendonly": "yes",
        "appendfsync": "everysec",
        "save": "",
        "maxmemory-policy": "noeviction",
        "loglevel": "warning",
    }
    return [part for name, value in options.items() for part in (f"--{name}", value)]


def _answers(process: subprocess.Popen[bytes], port: int) -> bool:
    """Wait until the server on `port` has loaded its data, and is `process` and no other."""
    deadline = time.monotonic() + START_SECONDS
    bound = _ANSWER_SECONDS
    with redis.Redis(port=port, socket_timeout=bound, socket_connect_timeout=bound) as client:
        while process.poll() is None and time.monotonic() < deadline:
            # An error: not there yet, or still loading. Another pid: the port is another server's,
            # and ours is about to find that out.
            with contextlib.suppress(redis.RedisError):
                client.ping()
                if client.info("server")["process_id"] == process.pid:
                    return True
            time.sleep(_POLL_SECONDS)
    return False


def _last_words(log: Path) -> str:
    lines = [line for line in log.read_text(errors="replace").splitlines() if line.strip()]
    serious = [line for line in lines if " # " in line and "overcommit" not in line] or lines
    return "; ".join(line.rpartition(" # ")[2] for line in serious[-2:]) or "it gave no reason"
