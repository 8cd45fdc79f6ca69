"""shared/supervisor.py: starts all, keeps all running, stops all in order."""

from __future__ import annotations

import asyncio
import contextlib
import os
import signal
import sys
from collections.abc import AsyncIterator, Awaitable, Callable, Mapping, Sequence
from pathlib import Path
from typing import Any

import pytest
import redis

from shared.embedded import EmbeddedStore
from shared.errors import ConfigError
from shared.supervisor import Backoff, Supervisor
from tests.support.env import isolated_settings

# Writes "<name> start <pid> <REDIS_URL>" and "<name> end" into the file given, and leaves at SIGTERM.
STAND_IN = """
import os, signal, sys
name, path = sys.argv[1:3]
def note(*words):
    with open(path, "a") as out: out.write(" ".join(map(str, (name, *words))) + "\\n")
def leave(*_):
    note("end"); os._exit(0)
signal.signal(signal.SIGTERM, leave if name != "stubborn" else signal.SIG_IGN)
note("start", os.getpid(), os.environ.get("REDIS_URL", "none"))
while True: signal.pause()
"""


class Notes:
    """What the stand-ins wrote."""

    def __init__(self, path: Path) -> None:
        self.path = path

    def lines(self) -> list[list[str]]:
        return [line.split() for line in self.path.read_text().splitlines()] if self.path.exists() else []

    def starts(self, name: str) -> list[list[str]]:
        return [line for line in self.lines() if line[:2] == [name, "start"]]

    async def until_started(self, name: str, times: int = 1) -> list[str]:
        async with asyncio.timeout(20):
            while len(self.starts(name)) < times:
                await asyncio.sleep(0.01)
        return self.starts(name)[-1]

    def command(self, name: str) -> tuple[str, ...]:
        return (sys.executable, "-I", "-S", "-c", STAND_IN, name, str(self.path))


@pytest.fixture
def notes(tmp_path: Path) -> Notes:
    """A fresh notebook for the stand-ins."""
    return Notes(tmp_path / "notes")


Start = Callable[..., Awaitable[tuple[Supervisor, "asyncio.Task[None]"]]]


@pytest.fixture
async def start(tmp_path: Path, notes: Notes) -> AsyncIterator[Start]:
    """Start a supervisor over stand-ins; it is stopped at the end of the test at the latest."""
    running: list[tuple[Supervisor, asyncio.Task[None]]] = []

    async def build(
        commands: Mapping[str, Sequence[str]] | None = None, **settings: Any
    ) -> tuple[Supervisor, asyncio.Task[None]]:
        supervisor = Supervisor(
            isolated_settings(drain_seconds=0, ws_port=1, **settings),
            tmp_path / "data",
            commands=commands or {"edge": notes.command("edge"), "worker": notes.command("worker")},
            backoff=lambda: Backoff(initial=0.01, longest=0.02),
            say=lambda _text: None,
        )
        task = asyncio.create_task(supervisor.run())
        running.append((supervisor, task))
        return supervisor, task

    yield build
    for supervisor, task in running:
        supervisor.stop()
        with contextlib.suppress(ConfigError):
            await task


def _store_pid(url: str) -> int:
    with redis.Redis.from_url(url) as client:
        return int(client.info("server")["process_id"])


async def test_all_start_on_one_store_and_stop_in_order(start: Start, notes: Notes) -> None:
    """Edge and worker get the embedded store's address; the edge leaves first, the store last."""
    supervisor, task = await start()
    edge, worker = await notes.until_started("edge"), await notes.until_started("worker")
    assert edge[3] == worker[3]
    store = _store_pid(edge[3])
    supervisor.stop()
    await task
    assert notes.lines()[-2:] == [["edge", "end"], ["worker", "end"]]
    with pytest.raises(ProcessLookupError):
        os.kill(store, 0)


async def test_a_store_of_ones_own_is_used(
    start: Start, notes: Notes, redis_url: str, tmp_path: Path
) -> None:
    """With REDIS_URL no store is started."""
    await start(redis_url=redis_url)
    await notes.until_started("edge")
    assert not (tmp_path / "data").exists()


@pytest.mark.parametrize("name", ["edge", "worker"])
async def test_a_process_that_dies_is_started_again(name: str, start: Start, notes: Notes) -> None:
    """SIGKILL of one process brings a new one, on the same store; the other stays."""
    await start()
    other = {"edge": "worker", "worker": "edge"}[name]
    first, _ = await notes.until_started(name), await notes.until_started(other)
    os.kill(int(first[2]), signal.SIGKILL)
    second = await notes.until_started(name, times=2)
    assert second[2] != first[2]
    assert second[3] == first[3]
    assert len(notes.starts(other)) == 1


async def test_a_store_that_dies_comes_back_with_its_data(start: Start, notes: Notes) -> None:
    """SIGKILL of the store: same port, same data, and nobody else is restarted."""
    await start()
    url = (await notes.until_started("edge"))[3]
    await notes.until_started("worker")
    with redis.Redis.from_url(url) as client:
        client.set("k", "v")
        old = int(client.info("server")["process_id"])
    os.kill(old, signal.SIGKILL)
    async with asyncio.timeout(20):
        while True:
            with contextlib.suppress(redis.RedisError), redis.Redis.from_url(url) as client:
                if client.info("server")["process_id"] != old:
                    break
            await asyncio.sleep(0.01)
        with redis.Redis.from_url(url) as client:
            assert client.get("k") == b"v"
    assert len(notes.lines()) == 2


async def test_a_process_that_cannot_start_ends_everything(start: Start, notes: Notes) -> None:
    """Five failed starts in a row: one readable line, and nothing is left running."""
    broken = (sys.executable, "-I", "-S", "-c", "raise SystemExit(1)")
    _, task = await start({"edge": broken, "worker": notes.command("worker")})
    with pytest.raises(ConfigError, match=r"^edge does not stay up \(exit code 1\)"):
        await task
    for pid in [int(line[2]) for line in notes.starts("worker")]:
        with pytest.raises(ProcessLookupError):
            os.kill(pid, 0)


async def test_a_wrong_setting_is_not_tried_again(start: Start, tmp_path: Path) -> None:
    """A process that stopped at a wrong setting (exit code 2) has told why; trying again helps nobody."""
    tries = tmp_path / "tries"
    wrong = (sys.executable, "-I", "-S", "-c", f"open({str(tries)!r}, 'a').write('x'); raise SystemExit(2)")
    _, task = await start({"edge": wrong})
    with pytest.raises(ConfigError, match="exit code 2"):
        await task
    assert tries.read_text() == "x"


async def test_a_stubborn_process_is_killed(
    start: Start, notes: Notes, monkeypatch: pytest.MonkeyPatch
) -> None:
    """A process that ignores SIGTERM is killed when its time is up."""
    monkeypatch.setattr("shared.supervisor.STOP_MARGIN_SECONDS", 0.05)
    supervisor, task = await start({"stubborn": notes.command("stubborn")})
    pid = int((await notes.until_started("stubborn"))[2])
    supervisor.stop()
    await task
    with pytest.raises(ProcessLookupError):
        os.kill(pid, 0)


async def test_asked_twice_it_hurries(start: Start, notes: Notes, monkeypatch: pytest.MonkeyPatch) -> None:
    """A second Ctrl-C waits for nobody."""
    monkeypatch.setattr("shared.supervisor.STOP_MARGIN_SECONDS", 3600)
    supervisor, task = await start({"stubborn": notes.command("stubborn")})
    await notes.until_started("stubborn")
    supervisor.stop()
    await asyncio.sleep(0)
    supervisor.stop()
    await asyncio.wait_for(task, 20)


async def test_data_in_use_is_a_readable_line(
    start: Start, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """A second launcher on the same data stops with one line, and starts nothing."""
    monkeypatch.setattr("shared.embedded.LOCK_SECONDS", 0)
    with EmbeddedStore(tmp_path / "data"):
        _, task = await start()
        with pytest.raises(ConfigError, match="in use by another PsicoIA"):
            await task


def test_backoff_doubles_to_its_longest_and_gives_up() -> None:
    """0.5 s doubling to 5 s, and the end after five short lives in a row."""
    backoff = Backoff()
    assert [backoff.after(1) for _ in range(5)] == [0.5, 1, 2, 4, None]
    patient = Backoff(max_failures=10)
    assert [patient.after(1) for _ in range(6)][-2:] == [5, 5]


def test_a_long_life_starts_the_count_over() -> None:
    """Only failures in a row count: a process that lived is started again at once, for ever."""
    backoff = Backoff()
    assert [backoff.after(lived) for lived in (1, 1, 1, 1, 11, 1)] == [0.5, 1, 2, 4, 0.5, 0.5]
    assert all(backoff.after(11) == 0.5 for _ in range(100))
