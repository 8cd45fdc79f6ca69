"""`python -m worker` and `arq worker.main.WorkerSettings`, as real processes."""

from __future__ import annotations

import asyncio
import signal
import sys
import urllib.request
from collections.abc import AsyncIterator, Callable
from contextlib import asynccontextmanager
from pathlib import Path
from typing import Any

import pytest

from shared.child import tied
from shared.settings import Settings
from tests.support.cluster import Cluster
from tests.support.env import process_env
from tests.support.turns import PATIENCE_SECONDS, Desk

WORKER = ("-m", "worker")
ARQ = ("-m", "arq", "worker.main.WorkerSettings")


@asynccontextmanager
async def process(
    directory: Path, *command: str, **settings: Any
) -> AsyncIterator[asyncio.subprocess.Process]:
    """Start a Python process where no `.env` lies; it is killed in the end if it still runs."""
    started = await asyncio.create_subprocess_exec(
        *tied([sys.executable, *command]),
        env=process_env(**settings),
        cwd=directory,
        stdin=asyncio.subprocess.DEVNULL,
        stdout=asyncio.subprocess.PIPE,
        stderr=asyncio.subprocess.PIPE,
    )
    try:
        yield started
    finally:
        if started.returncode is None:
            started.kill()
            await started.communicate()


async def ended(directory: Path, *command: str, **settings: Any) -> tuple[int | None, str, str]:
    """Run to the end; return exit code, output and errors."""
    async with process(directory, *command, **settings) as started:
        async with asyncio.timeout(PATIENCE_SECONDS):
            output, errors = await started.communicate()
        return started.returncode, output.decode(), errors.decode()


@pytest.mark.parametrize("options", [(), ("--check",)])
async def test_a_wrong_setting_is_one_readable_line(tmp_path: Path, options: tuple[str, ...]) -> None:
    """It names variable, problem and example; the exit code tells it from a crash."""
    code, output, errors = await ended(tmp_path, *WORKER, *options, lease_seconds="soon")
    assert code == 2
    assert output == ""
    assert errors.count("\n") == 1
    assert "LEASE_SECONDS" in errors
    assert "Example: LEASE_SECONDS=3" in errors


async def test_check_fails_without_a_worker(tmp_path: Path, redis_url: str) -> None:
    """A store alone is not health."""
    found = await ended(tmp_path, *WORKER, "--check", redis_url=redis_url)
    assert found == (1, "", "no worker is alive\n")


async def test_check_fails_without_a_store(tmp_path: Path, free_port: Callable[[], int]) -> None:
    """And says why, in one line."""
    nowhere = f"redis://127.0.0.1:{free_port()}/0"
    found = await ended(tmp_path, *WORKER, "--check", redis_url=nowhere)
    assert found == (1, "", "the store does not answer\n")


async def test_a_worker_answers_is_healthy_and_leaves(
    cluster: Cluster,
    tmp_path: Path,
    redis_url: str,
    free_port: Callable[[], int],
    make_settings: Callable[..., Settings],
) -> None:
    """From the first message over health check and figures to a clean end on SIGTERM."""
    port = free_port()
    node = await cluster.start_worker(metrics_port=port)
    async with Desk(make_settings()) as desk:
        reply = await desk.ask("canario triste")
    assert reply.source == "offline"
    assert await ended(tmp_path, *WORKER, "--check", redis_url=redis_url) == (0, "", "a worker is alive\n")
    figures = await asyncio.to_thread(_get, f"http://127.0.0.1:{port}/metrics")
    assert 'psicoia_turns_total{source="offline"} 1.0' in figures
    assert await node.term() == 0
    assert "worker_drained" in node.text()
    assert "canario" not in node.text()


def _get(url: str) -> str:
    with urllib.request.urlopen(url, timeout=5) as answer:
        text: str = answer.read().decode()
        return text


async def test_arqs_own_command_runs_the_same_worker(
    tmp_path: Path, redis_url: str, make_settings: Callable[..., Settings]
) -> None:
    """It answers, logs no argument and no word, and leaves on SIGTERM."""
    async with process(tmp_path, *ARQ, redis_url=redis_url) as running, Desk(make_settings()) as desk:
        reply = await desk.ask("canario triste")
        running.send_signal(signal.SIGTERM)
        output, errors = await running.communicate()
    assert reply.source == "offline"
    assert running.returncode == 0
    text = (output + errors).decode()
    assert "worker_drained" in text
    assert "canario" not in text
    assert reply.id not in text
