"""Real processes to measure: store, fake model, edges, workers, and the CPU each of them used."""

from __future__ import annotations

import asyncio
import contextlib
import os
import re
import sys
import tempfile
from collections.abc import AsyncIterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from shared.embedded import EmbeddedStore, free_port
from tests.support.cluster import Cluster

TICKS = os.sysconf("SC_CLK_TCK")


@dataclass(frozen=True, slots=True)
class Rig:
    """What runs, by role."""

    store: EmbeddedStore
    cluster: Cluster
    llm_url: str
    llm_pid: int

    def cpu(self) -> dict[str, float]:
        """Return the CPU seconds used so far by each role."""
        roles = {
            "edge": [node.pid for node in self.cluster.edges],
            "worker": [node.pid for node in self.cluster.workers],
            "store": [self.store.pid],
        }
        return {role: sum(map(cpu_seconds, pids)) for role, pids in roles.items()}


def cpu_seconds(pid: int) -> float:
    """Return the user and system time a process has used (Linux)."""
    fields = Path(f"/proc/{pid}/stat").read_text().rpartition(")")[2].split()
    return (int(fields[11]) + int(fields[12])) / TICKS


@contextlib.asynccontextmanager
async def rig(*, edges: int, workers: int, model: list[str], **settings: Any) -> AsyncIterator[Rig]:
    """Start everything on free ports; `model` are arguments of the fake model."""
    with tempfile.TemporaryDirectory() as folder:
        directory = Path(folder)
        port = free_port()
        llm = await asyncio.create_subprocess_exec(
            *(sys.executable, "-m", "tests.support.fake_llm", "--port", str(port), *model),
            stdout=asyncio.subprocess.PIPE,
        )
        assert llm.stdout is not None
        ready = (await llm.stdout.readline()).decode()
        assert re.match("READY", ready), ready
        try:
            with EmbeddedStore(directory / "store") as store:
                url = f"http://127.0.0.1:{port}/v1/chat/completions"
                limits = {
                    "llm_url": url,
                    "max_in_flight": 100_000,
                    "max_connections_per_ip": 100_000,
                    "new_sessions_per_ip": 100_000,
                    "rate_max_messages": 100_000,
                    "worker_max_jobs": 5_000,
                }
                async with Cluster(directory, store.url) as cluster:
                    await asyncio.gather(
                        *(cluster.start_edge(**limits | settings) for _ in range(edges)),
                        *(cluster.start_worker(**limits | settings) for _ in range(workers)),
                    )
                    yield Rig(store, cluster, url, llm.pid)
        finally:
            llm.terminate()
            await llm.wait()
