"""Recovery: `kill -9` of a worker in mid-answer, until its people hear the next word from another."""

from __future__ import annotations

import argparse
import asyncio
import random
import tempfile
import time
from pathlib import Path

import msgspec
from websockets.asyncio.client import ClientConnection

from bench.field.contender import LABELS, NAMES
from bench.field.pack import Pack, available
from bench.figures import keep, machine, percentile, print_table
from bench.person import arrive
from bench.rig import Rig, rig
from shared.embedded import EmbeddedStore

LEASE_SECONDS = 3.0
PIECES, PIECE_SECONDS = 300, 0.1
FIELD_KILLS = 2
FIELD_JOBS = 4
FIELD_SLOTS = 10
FIELD_SECONDS = 35.0
HOLD_SECONDS = 600.0

SETTINGS = {"lease_seconds": LEASE_SECONDS, "llm_timeout_seconds": 20, "max_in_flight": 1000}
WHAT = {"people": "PsicoIA: the person's next word"} | {
    name: f"{label}: the handler starts again" for name, label in LABELS.items()
}
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
    parser.add_argument("--only", nargs="*", choices=NAMES, default=["psicoia", "streaq", "saq", "arq"])


async def run(options: argparse.Namespace) -> None:
    """Measure what people see of ours, then all from handler to handler; print a table."""
    print(machine())
    names = [name for name in options.only if available(name)]
    results = {"people": await _people(options)} if options.kills else {}
    # At the same time: all they do is wait.
    results |= dict(zip(names, await asyncio.gather(*map(_handlers, names)), strict=True))
    rows = []
    for name, seconds in results.items():
        shown = [f"{percentile(seconds, share):.2f}" for share in (0.5, 0.99)]
        cells = shown if seconds else [f"> {FIELD_SECONDS:.0f}"] * 2
        rows.append([WHAT[name], str(len(seconds)), *cells, BY_DEFAULT.get(name, "the same")])
    print_table(["seconds after kill -9", "cases", "p50", "p99", "with its defaults"], rows)
    keep("recovery", results)


async def _people(options: argparse.Namespace) -> list[float]:
    model = ["--pieces", str(PIECES), "--delay", str(PIECE_SECONDS), "--text", "palabra " * PIECES]
    seconds: list[float] = []
    async with rig(edges=1, workers=1, model=model, **SETTINGS) as running:
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
    await cluster.start_worker(llm_url=running.llm_url, **SETTINGS)
    await asyncio.sleep(random.random())
    killed = time.monotonic()
    await doomed.kill()
    heard = await asyncio.gather(*(_delta(ws, after_attempt=1) for ws in sockets))
    await asyncio.gather(*(_leave(ws) for ws in sockets))
    return [at - killed for at in heard]


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


async def _handlers(name: str) -> list[float]:
    """Return the seconds from a kill to its jobs' next start, with the shortest settings there are."""
    seconds: list[float] = []
    with tempfile.TemporaryDirectory() as folder, EmbeddedStore(Path(folder)) as store:
        async with Pack(name, store.url, slots=FIELD_SLOTS, patience=LEASE_SECONDS) as pack:
            await pack.start()
            for kill in range(FIELD_KILLS):
                await pack.start()
                ids = [f"job{kill}.{number}" for number in range(FIELD_JOBS)]
                await asyncio.gather(*(pack.contender.enqueue(id, HOLD_SECONDS) for id in ids))
                await pack.started(ids, within=5)
                await asyncio.sleep(random.random())
                seconds += await _kill_one(pack, ids)
    return seconds


async def _kill_one(pack: Pack, ids: list[str]) -> list[float]:
    pid = pack.marks[ids[0]][0].pid
    (doomed,) = (worker for worker in pack.workers if worker.pid == pid)
    orphans = [id for id in ids if pack.marks[id][0].pid == pid]
    pack.workers.remove(doomed)
    killed = time.monotonic()
    await pack.kill(doomed)
    await pack.started(orphans, times=2, within=FIELD_SECONDS)
    return [marks[1].at - killed for id in orphans if len(marks := pack.marks[id]) > 1]
