"""Real edge and worker processes for tests: started, waited for, hurt on purpose, cleaned up."""

from __future__ import annotations

import asyncio
import contextlib
import signal
import sys
from collections.abc import Callable
from pathlib import Path
from typing import Any, Self

from shared.child import tied
from shared.embedded import free_port
from shared.ready import wait_until_ready
from tests.support.env import isolated_settings, process_env

READY_SECONDS = 20.0
STOP_SECONDS = 20.0
_POLL_SECONDS = 0.02
_TAIL_LINES = 30


class Node:
    """One process with its log; `app_port` and `ws_port` are 0 for a worker."""

    def __init__(self, module: str, log: Path, app_port: int = 0, ws_port: int = 0) -> None:
        self.module = module
        self.log = log
        self.app_port = app_port
        self.ws_port = ws_port
        self._process: asyncio.subprocess.Process | None = None

    @property
    def pid(self) -> int:
        """The process id."""
        assert self._process is not None, "not started"
        return self._process.pid

    @property
    def running(self) -> bool:
        """Whether the process is alive."""
        return self._process is not None and self._process.returncode is None

    @property
    def url(self) -> str:
        """The edge's WebSocket address."""
        return f"ws://127.0.0.1:{self.ws_port}/ws"

    def text(self) -> str:
        """Return all it has logged, and whatever it printed."""
        return self.log.read_text(errors="replace") if self.log.exists() else ""

    async def spawn(self, env: dict[str, str]) -> None:
        """Start it in the directory of its log, where no `.env` lies; all its output goes to the log."""
        with self.log.open("ab") as output:
            self._process = await asyncio.create_subprocess_exec(
                *tied([sys.executable, "-m", self.module]),
                env=env,
                cwd=self.log.parent,
                stdin=asyncio.subprocess.DEVNULL,
                stdout=output,
                stderr=asyncio.subprocess.STDOUT,
                start_new_session=True,
            )

    async def until(self, holds: Callable[[], bool], what: str, seconds: float = READY_SECONDS) -> None:
        """Wait until `holds` is true. Raises AssertionError when the process ends first or time is up."""
        try:
            async with asyncio.timeout(seconds):
                while not holds():
                    assert self.running, f"{self.module} ended before {what}:\n{self.text()}"
                    await asyncio.sleep(_POLL_SECONDS)
        except TimeoutError:
            raise AssertionError(f"{self.module}: no {what} within {seconds} s:\n{self.text()}") from None

    async def signal(self, number: signal.Signals) -> int:
        """Send a deadly signal, wait for the end, return the exit code (SIGKILL after STOP_SECONDS)."""
        assert self._process is not None, "not started"
        with contextlib.suppress(ProcessLookupError):
            self._process.send_signal(number)
        try:
            return await asyncio.wait_for(self._process.wait(), STOP_SECONDS)
        except TimeoutError:
            self._process.kill()
            return await self._process.wait()

    async def kill(self) -> int:
        """End it as a crash would (SIGKILL)."""
        return await self.signal(signal.SIGKILL)

    async def term(self) -> int:
        """Ask it to drain and leave (SIGTERM); return its exit code."""
        return await self.signal(signal.SIGTERM)

    def freeze(self) -> None:
        """Stop it without its knowing (SIGSTOP)."""
        assert self._process is not None, "not started"
        self._process.send_signal(signal.SIGSTOP)

    def thaw(self) -> None:
        """Let a frozen one go on (SIGCONT)."""
        assert self._process is not None, "not started"
        self._process.send_signal(signal.SIGCONT)


class Cluster:
    """Edges and workers on one store. An async context manager: leaving kills what still runs.

    `settings` (small or capital letters) go to every process; `start_edge` and `start_worker` override them.
    Processes of a test that fails show the end of their logs in its captured output.
    """

    def __init__(self, directory: Path, redis_url: str, **settings: Any) -> None:
        self.directory = directory
        self.edges: list[Node] = []
        self.workers: list[Node] = []
        self._settings = {"redis_url": redis_url, **{name.lower(): v for name, v in settings.items()}}

    async def start(self, *, edges: int = 1, workers: int = 1, **settings: Any) -> Self:
        """Start so many more edges and workers, all at once, and wait until every one is ready."""
        starts = [self.start_edge(**settings) for _ in range(edges)]
        starts += [self.start_worker(**settings) for _ in range(workers)]
        await asyncio.gather(*starts)
        return self

    async def start_edge(self, **settings: Any) -> Node:
        """Start one more edge; return it when its `/readyz` answers 200."""
        node = Node("edge", self._log("edge", len(self.edges)), free_port(), free_port())
        self.edges.append(node)
        ports = {"app_port": node.app_port, "ws_port": node.ws_port}
        await node.spawn(self._env({**ports, **settings}))
        address = isolated_settings(ws_port=node.ws_port)
        ready = asyncio.create_task(wait_until_ready(address))
        try:
            await node.until(ready.done, "readiness")
        finally:
            ready.cancel()
        return node

    async def start_worker(self, **settings: Any) -> Node:
        """Start one more worker; return it when it has logged `worker_ready`."""
        node = Node("worker", self._log("worker", len(self.workers)))
        self.workers.append(node)
        await node.spawn(self._env(settings))
        await node.until(lambda: "worker_ready" in node.text(), "worker_ready")
        return node

    async def close(self) -> None:
        """Kill what still runs and print the end of every log."""
        nodes = [*self.edges, *self.workers]
        await asyncio.gather(*(node.kill() for node in nodes if node.running))
        for node in nodes:
            tail = "\n".join(node.text().splitlines()[-_TAIL_LINES:])
            print(f"--- {node.log.name}\n{tail}")  # noqa: T201

    async def __aenter__(self) -> Self:
        return self

    async def __aexit__(self, *_exc: object) -> None:
        await self.close()

    def _log(self, name: str, number: int) -> Path:
        return self.directory / f"{name}-{number}.log"

    def _env(self, settings: dict[str, Any]) -> dict[str, str]:
        return process_env(**{**self._settings, **{name.lower(): value for name, value in settings.items()}})
