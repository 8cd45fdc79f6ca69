"""Side by side with arq, SAQ and streaQ: from the enqueuing call to the handler's start."""

from __future__ import annotations

import argparse
import asyncio
import random
import tempfile
import time
from pathlib import Path
from typing import Any

from bench.field.contender import LABELS, NAMES
from bench.field.pack import Pack, available
from bench.figures import keep, machine, ms, percentile, print_table
from bench.submitter import Submitter
from shared.embedded import EmbeddedStore

HOLD_SECONDS = 600.0
SETTLE_SECONDS = 1.0
IDLE_SECONDS = 4.0
SPARE_SLOTS = 100
BATCH = 20


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """Declare the options of `python -m bench field`."""
    parser.add_argument("--in-flight", type=int, nargs="+", default=[0, 600])
    parser.add_argument("--probes", type=int, default=150)
    parser.add_argument("--pause", type=float, default=0.03, help="mean seconds between probes")
    parser.add_argument("--workers", type=int, default=4)
    parser.add_argument("--only", nargs="+", choices=NAMES, default=list(NAMES))


async def run(options: argparse.Namespace) -> None:
    """Measure and print a table."""
    print(machine())
    names = list(filter(available, options.only))
    results = [await _measure(name, load, options) for load in options.in_flight for name in names]
    for load in options.in_flight:
        print(f"\n{load} jobs in flight, {options.workers} workers; ms from enqueue to the handler's start")
        _print([result for result in results if result["in_flight"] == load])
    keep("field", results)


def _print(results: list[dict[str, Any]]) -> None:
    rows = []
    ours = percentile(results[0]["seconds"], 0.5)
    for result in results:
        p50, p95, p99 = (percentile(result["seconds"], share) for share in (0.5, 0.95, 0.99))
        cells = [LABELS[result["name"]], ms(p50), ms(p95), ms(p99), f"{p50 / ours:.1f}"]
        rows.append([*cells, f"{result['commands']:.0f}", ms(result["enqueue"]), str(result["lost"] or "")])
    print_table(["", "p50", "p95", "p99", "p50 ratio", "commands/s", "enqueue", "not begun"], rows)


async def _measure(name: str, load: int, options: argparse.Namespace) -> dict[str, Any]:
    slots = load // options.workers + SPARE_SLOTS
    with tempfile.TemporaryDirectory() as folder, EmbeddedStore(Path(folder)) as store:
        async with Pack(name, store.url, slots=slots) as pack:
            await pack.start(options.workers)
            held = [f"held{number}" for number in range(load)]
            for start in range(0, load, BATCH):
                await asyncio.gather(
                    *(pack.contender.enqueue(id, HOLD_SECONDS) for id in held[start : start + BATCH])
                )
            if not await pack.started(held, within=30):
                print(f"{name}: not all of {load} jobs began within 30 s")
            await asyncio.sleep(SETTLE_SECONDS)
            commands = await _commands(store.url)
            sent, spent = {}, []
            for number in range(options.probes):
                id = f"probe{number}"
                sent[id] = time.monotonic()
                await pack.contender.enqueue(id, 0)
                spent.append(time.monotonic() - sent[id])
                await asyncio.sleep(random.expovariate(1 / options.pause))
            await pack.started(sent, within=5)
            begun = {id: pack.marks[id][0].at for id in sent if id in pack.marks}
            return {
                "name": name,
                "in_flight": load,
                "seconds": [at - sent[id] for id, at in begun.items()],
                "enqueue": percentile(spent, 0.5),
                "lost": len(sent) - len(begun),
                "commands": commands / options.workers,
            }


async def _commands(url: str) -> float:
    """Return how many commands a second the store runs while nothing is enqueued, scripts' own included."""
    async with Submitter(url) as store:
        before = sum((await store.command_counts()).values())
        await asyncio.sleep(IDLE_SECONDS)
        after = sum((await store.command_counts()).values())
    return (after - before) / IDLE_SECONDS
