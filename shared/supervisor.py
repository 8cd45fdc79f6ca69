"""Everything in one command: starts the store, an edge and a worker, and keeps them running."""

from __future__ import annotations

import asyncio
import contextlib
import os
import signal
import sys
from collections.abc import Awaitable, Callable, Mapping, Sequence
from dataclasses import dataclass, field
from functools import partial
from pathlib import Path

import structlog

from shared.child import tied
from shared.embedded import EmbeddedStore
from shared.errors import ConfigError, StoreUnavailable
from shared.log import log_loop_errors
from shared.ready import wait_until_ready, welcome_lines
from shared.settings import Settings

log = structlog.get_logger("psicoia.launcher")

ROOT = Path(__file__).resolve().parent.parent
COMMANDS: Mapping[str, Sequence[str]] = {
    "edge": (sys.executable, "-m", "edge"),
    "worker": (sys.executable, "-m", "worker"),
}
STOP_MARGIN_SECONDS = 5.0
"""On top of DRAIN_SECONDS, before a process that does not leave is killed."""

WRONG_SETTING = 2
"""Exit code of a process that stopped at a ConfigError: starting it again changes nothing."""


@dataclass(slots=True)
class Backoff:
    """How long to wait before a process that died is started again, in seconds."""

    initial: float = 0.5
    longest: float = 5.0
    young: float = 10.0
    """A life shorter than this counts as a failed start."""
    max_failures: int = 5
    failures: int = field(default=0, init=False)

    def after(self, lived: float) -> float | None:
        """Return the wait after a life of `lived` seconds, or None when it is time to give up."""
        self.failures = self.failures + 1 if lived < self.young else 0
        if self.failures >= self.max_failures:
            return None
        return min(self.initial * 2.0 ** max(self.failures - 1, 0), self.longest)


class Child:
    """One supervised process."""

    def __init__(self, name: str, command: Sequence[str], env: Mapping[str, str]) -> None:
        self.name = name
        self._command = tied(command)
        self._env = env
        self._process: asyncio.subprocess.Process | None = None
        self._unwanted = False

    async def live(self) -> int:
        """Run it once, until it ends; return its exit code."""
        # A session of its own: Ctrl-C reaches the launcher alone, which stops the others in order.
        self._process = await asyncio.create_subprocess_exec(
            *self._command, env=self._env, stdin=asyncio.subprocess.DEVNULL, start_new_session=True
        )
        if self._unwanted:  # `stop` came while it was being started
            self.kill()
        return await self._process.wait()

    async def stop(self, grace: float) -> None:
        """Ask it to leave (SIGTERM), wait `grace` seconds, then kill it."""
        self._unwanted = True
        process = self._process
        if process is None or process.returncode is not None:
            return
        with contextlib.suppress(ProcessLookupError):
            process.terminate()
        try:
            await asyncio.wait_for(process.wait(), grace)
        except TimeoutError:
            log.warning("killed", process=self.name, after_s=grace)
            self.kill()
            await process.wait()

    def kill(self) -> None:
        """End it at once (SIGKILL)."""
        if self._process is not None and self._process.returncode is None:
            with contextlib.suppress(ProcessLookupError):
                self._process.kill()


class Supervisor:
    """Store, edge and worker of one machine."""

    def __init__(
        self,
        settings: Settings,
        data: Path,
        *,
        commands: Mapping[str, Sequence[str]] = COMMANDS,
        backoff: Callable[[], Backoff] = Backoff,
        say: Callable[[str], object] = print,
    ) -> None:
        self._settings = settings
        self._store = None if settings.redis_url.get_secret_value() else EmbeddedStore(data)
        self._commands = commands
        self._backoff = backoff
        self._say = say
        self._stopping = asyncio.Event()
        self._children: list[Child] = []

    def stop(self) -> None:
        """End everything in order and let it drain; called again, at once."""
        if self._stopping.is_set():
            for child in self._children:
                child.kill()
        self._stopping.set()

    async def run(self) -> None:
        """Start all, keep all running, return after `stop` when everything has ended.

        Raises ConfigError when the store does not start, or a process fails at every start.
        """
        if self._store is not None:
            await asyncio.to_thread(self._store.start)
        env = self._env()
        self._children = [Child(name, command, env) for name, command in self._commands.items()]
        keepers = [asyncio.create_task(self._keep(child.name, child.live)) for child in self._children]
        if self._store is not None:
            keepers.append(asyncio.create_task(self._keep("store", self._live_store)))
        others = [asyncio.create_task(self._greet()), asyncio.create_task(self._stop_asked())]
        try:
            await asyncio.wait([others[1], *keepers], return_when=asyncio.FIRST_COMPLETED)
        finally:
            self._stopping.set()
            await self._leave(others)
        for end in await asyncio.gather(*keepers, return_exceptions=True):
            if isinstance(end, BaseException):
                raise end

    async def _leave(self, tasks: Sequence[asyncio.Task[None]]) -> None:
        for task in tasks:
            task.cancel()
        await asyncio.gather(*tasks, return_exceptions=True)
        grace = self._settings.drain_seconds + STOP_MARGIN_SECONDS
        # One after the other: the edge first, so that nothing new comes in; the store last.
        for child in self._children:
            await child.stop(grace)
        if self._store is not None:
            await asyncio.to_thread(self._store.stop)

    async def _stop_asked(self) -> None:
        await self._stopping.wait()

    async def _keep(self, name: str, live: Callable[[], Awaitable[int]]) -> None:
        loop, backoff = asyncio.get_running_loop(), self._backoff()
        while True:
            born = loop.time()
            code = await live()
            if self._stopping.is_set():
                return
            wait = None if code == WRONG_SETTING else backoff.after(loop.time() - born)
            if wait is None:
                raise ConfigError(f"{name} does not stay up (exit code {code}); its own last lines say why")
            log.warning("restarting", process=name, exit_code=code, in_s=wait)
            with contextlib.suppress(TimeoutError):
                await asyncio.wait_for(self._stopping.wait(), wait)
            if self._stopping.is_set():
                return

    async def _live_store(self) -> int:
        assert self._store is not None
        if not self._store.running:
            try:
                await asyncio.to_thread(self._store.restart)
            except StoreUnavailable as error:
                log.warning("store_not_back", exc_info=error)
                return 1
        await asyncio.to_thread(self._store.wait)
        return 1

    async def _greet(self) -> None:
        await wait_until_ready(self._settings)
        self._say("\n".join(welcome_lines(self._settings)))

    def _env(self) -> dict[str, str]:
        path = os.pathsep.join(part for part in (str(ROOT), os.environ.get("PYTHONPATH")) if part)
        env = {**os.environ, "PYTHONPATH": path}
        return env if self._store is None else {**env, "REDIS_URL": self._store.url}


def supervise(settings: Settings, data: Path) -> None:
    """Run everything until SIGINT, SIGTERM or SIGHUP. Raises ConfigError with a readable line."""
    asyncio.run(_until_signal(settings, data))


async def _until_signal(settings: Settings, data: Path) -> None:
    supervisor = Supervisor(settings, data, say=partial(print, flush=True))
    loop = asyncio.get_running_loop()
    log_loop_errors(loop)
    for number in (signal.SIGINT, signal.SIGTERM, signal.SIGHUP):
        loop.add_signal_handler(number, supervisor.stop)
    await supervisor.run()
