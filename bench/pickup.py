"""Pick-up: from the submit to the model's receiving the call, with more and more turns in flight."""

from __future__ import annotations

import argparse
import asyncio
import random
from typing import Any
from urllib.parse import urljoin

import httpx

from bench.figures import keep, machine, ms, percentile, print_table
from bench.rig import Rig, rig
from bench.submitter import Sent, Submitter

HOLD_SECONDS = 600.0
IDLE_SECONDS = 6.0
SETTLE_SECONDS = 2.0
"""After the load is in flight: its connections are made, the first renewals are through."""

BATCH = 50
INNER = ("evalsha", "blpop", "set", "get", "rpush", "ping")
"""What a worker itself sends; all else that is counted runs inside a script."""


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """Declare the options of `python -m bench pickup`."""
    parser.add_argument("--in-flight", type=int, nargs="+", default=[0, 600, 5000])
    parser.add_argument("--probes", type=int, default=200)
    parser.add_argument("--pause", type=float, default=0.02, help="mean seconds between probes")
    parser.add_argument("--workers", type=int, default=4)


async def run(options: argparse.Namespace) -> None:
    """Measure and print a table."""
    print(machine())
    rows, results = [], []
    for load in options.in_flight:
        answer = HOLD_SECONDS if load else 0.0
        limits = {"lease_seconds": 3, "llm_timeout_seconds": HOLD_SECONDS}
        async with rig(
            edges=0, workers=options.workers, model=["--pieces", "1", "--delay-first", str(answer)], **limits
        ) as running:
            figures = await _measure(running, options, load)
        results.append(figures)
        over, whole = figures["over_submit"], figures["whole"]
        rows.append(
            [str(load), *(ms(percentile(over, share)) for share in (0.5, 0.95, 0.99))]
            + [ms(percentile(whole, share)) for share in (0.5, 0.99)]
        )
    print_table(["turns in flight", "p50", "p95", "p99", "p50 with submit", "p99 with submit"], rows)
    print("ms from the submit's answer (or its start) to the model's having read the request")
    keep("pickup", results)


async def _measure(running: Rig, options: argparse.Namespace, load: int) -> dict[str, Any]:
    async with Submitter(running.store.url) as person, httpx.AsyncClient(trust_env=False) as http:
        stats = urljoin(running.llm_url, "/stats")
        if not load:
            await _idle(person, options.workers)
            for _ in range(20 * options.workers):  # every worker has made its first call
                await person.say()
                await asyncio.sleep(0.005)
        for start in range(0, load, BATCH):
            await asyncio.gather(*(person.say() for _ in range(min(BATCH, load - start))))
        await _until_in_flight(http, stats, load)
        await asyncio.sleep(SETTLE_SECONDS)
        sent = []
        for _ in range(options.probes):
            sent.append(await person.say())
            await asyncio.sleep(random.expovariate(1 / options.pause))
        await asyncio.sleep(1)
        return _figures(load, sent, (await http.get(stats)).json()["calls"])


async def _until_in_flight(http: httpx.AsyncClient, stats: str, load: int) -> None:
    for _ in range(300):
        if (await http.get(stats)).json()["in_flight"] >= load:
            return
        await asyncio.sleep(0.2)
    raise TimeoutError(f"{load} turns did not come into flight")


def _figures(load: int, sent: list[Sent], calls: list[dict[str, Any]]) -> dict[str, Any]:
    arrived = {call["trace"]: call["start"] for call in calls}
    missing = [one.trace for one in sent if one.trace not in arrived]
    assert not missing, f"{len(missing)} of {len(sent)} turns were not picked up"
    return {
        "in_flight": load,
        "over_submit": [arrived[one.trace] - one.after for one in sent],
        "whole": [arrived[one.trace] - one.before for one in sent],
    }


async def _idle(person: Submitter, workers: int) -> None:
    before = await person.command_counts()
    await asyncio.sleep(IDLE_SECONDS)
    after = await person.command_counts()
    spent = {name: after[name] - before.get(name, 0) for name in after if name != "info"}
    per = {name: count / IDLE_SECONDS / workers for name, count in spent.items() if count}
    sent = sum(count for name, count in per.items() if name in INNER)
    print(f"an idle worker: {sent:.1f} commands/s sent, {sum(per.values()):.1f} with those inside scripts")
    print("  " + ", ".join(f"{name} {count:.1f}" for name, count in sorted(per.items(), key=lambda x: -x[1])))
