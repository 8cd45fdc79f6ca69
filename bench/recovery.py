"""Recovery: `kill -9` of a worker in mid-answer, until its people hear the next word from another."""

from __future__ import annotations

import argparse
import asyncio
import random
import tempfile
import time
from pathlib import Path
from typing import Any

import msgspec
from websockets.asyncio.client import ClientConnection

from bench.field.contender import LABELS
from bench.field.pack import Pack, available
from bench.figures import keep, machine, percentile, print_table
from bench.person import arrive
from bench.rig import Rig, rig
from shared.embedded import EmbeddedStore

LEASE_SECONDS = 3.0
PIECES, PIECE_SECONDS = 60, 0.1
FIELD_KILLS = 3
FIELD_JOBS = 5
FIELD_SECONDS = 30.0
HOLD_SECONDS = 600.0

BY_DEFAULT = {
    "streaq": "60-120 s: idle_timeout 60 s, and a worker that waits looks again only after as long",
    "saq": "never: one try; with retries up to 75 s: timeout 10 s, sweep every 60 s, 5 s for the abort",
    "arq": "310 s: job_timeout 300 s + 10 s, from the job's start",
}
"""What their documented defaults come to; too long to wait for here."""


class Frame(msgspec.Struct):
    """The fields of a frame that tell one attempt from another."""

    type: str
    attempt: int = 1


decode = msgspec.json.Decoder(Frame).decode


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """Declare the options of `python -m bench recovery`."""
    parser.add_argument("--kills", type=int, default=8)
    parser.add_argument("--people", type=int, default=10, help="who are being answered at each kill")


async def run(options: argparse.Namespace) -> None:
    """Measure ours as people see it, the others' from handler to handler; print a table."""
    print(machine())
    others = [name for name in ("streaq", "saq", "arq") if available(name)]
    results = {"psicoia": await _ours(options)}
    results |= dict(zip(others, await asyncio.gather(*map(_other, others)), strict=True))
    rows = []
    for name, seconds in results.items():
        cells = [f"{percentile(seconds, share):.2f}" if seconds else f"> {FIELD_SECONDS:.0f}" for share in (0.5, 0.99)]
        rows.append([LABELS[name], str(len(seconds)), *cells, BY_DEFAULT.get(name, "the same")])
    print_table(["s from kill -9 to the next word", "cases", "p50", "p99", "with its defaults"], rows)
    keep("recovery", results)


async def _ours(options: argparse.Namespace) -> list[float]:
    model = ["--pieces", str(PIECES), "--delay", str(PIECE_SECONDS), "--text", "palabra " * PIECES]
    seconds: list[float] = []
    async with rig(edges=1, workers=1, model=model, lease_seconds=LEASE_SECONDS, llm_timeout_seconds=20) as running:
        for _ in range(options.kills):
            seconds += await _kill(running, options.people)
    return seconds


async def _kill(running: Rig, people: int) -> list[float]:
    """Kill the only worker that answers, while another stands by; return each person's silence."""
    cluster = running.cluster
    doomed = cluster.workers[-1]
    sockets = await asyncio.gather(*(arrive(cluster.edges[0].url) for _ in range(people)))
    for ws in sockets:
        await ws.send('{"type":"message","id":"m","text":"hoy fue un día largo"}')
    await asyncio.gather(*(_delta(ws) for ws in sockets))
    await cluster.start_worker(lease_seconds=LEASE_SECONDS, **_limits(running))
    await asyncio.sleep(random.random())
    killed = time.monotonic()
    await doomed.kill()
    heard = await asyncio.gather(*(_delta(ws, after_attempt=1) for ws in sockets))
    await asyncio.gather(*(_leave(ws) for ws in sockets))
    return [at - killed for at in heard]


def _limits(running: Rig) -> dict[str, Any]:
    return {"llm_url": running.llm_url, "max_in_flight": 100_000, "worker_max_jobs": 5_000, "llm_timeout_seconds": 20}


async def _delta(ws: ClientConnection, *, after_attempt: int = 0) -> float:
    """Wait for a piece of an attempt later than that; return when it came."""
    async with asyncio.timeout(FIELD_SECONDS):
        while True:
            frame = decode(await ws.recv())
            if frame.type == "delta" and frame.attempt > after_attempt:
                return time.monotonic()


async def _leave(ws: ClientConnection) -> None:
    await ws.send('{"type":"stop"}')
    await ws.close()


async def _other(name: str) -> list[float]:
    """Return the seconds from kill to the same jobs' next start, with the shortest settings there are."""
    seconds: list[float] = []
    with tempfile.TemporaryDirectory() as folder, EmbeddedStore(Path(folder)) as store:
        async with Pack(name, store.url, slots=100, patience=LEASE_SECONDS) as pack:
            (doomed,) = await pack.start()
            for kill in range(FIELD_KILLS):
                ids = [f"job{kill}.{number}" for number in range(FIELD_JOBS)]
                await asyncio.gather(*(pack.contender.enqueue(id, HOLD_SECONDS) for id in ids))
                await pack.started(ids, within=5)
                await asyncio.sleep(random.random())
                ...
    return seconds
