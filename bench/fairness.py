"""Fairness: one person queues 50 messages at once; what 50 others feel of it."""

from __future__ import annotations

import argparse
import asyncio
import itertools

from bench.figures import keep, machine, percentile, print_table
from bench.person import arrive, say
from bench.rig import rig

FLOOD = 50
PERMITS = 6
MODEL_SECONDS = 0.1


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """Declare the options of `python -m bench fairness`."""
    parser.add_argument("--people", type=int, default=50)
    parser.add_argument("--turns", type=int, default=3, help="a person and round")
    parser.add_argument("--rounds", type=int, default=3)


async def run(options: argparse.Namespace) -> None:
    """Measure rounds with and without the flood in turn; print a table."""
    print(machine())
    model = ["--pieces", "1", "--delay-first", str(MODEL_SECONDS)]
    settings = {"lease_seconds": 3, "llm_timeout_seconds": 20, "max_in_flight": PERMITS}
    alone: list[float] = []
    beside: list[float] = []
    async with rig(edges=1, workers=2, model=model, **settings) as running:
        url = running.cluster.edges[0].url
        await _round(url, options, flood=False)
        for _ in range(options.rounds):
            alone += await _round(url, options, flood=False)
            beside += await _round(url, options, flood=True)
    rows = [
        [name, str(len(values)), *(f"{percentile(values, share):.2f}" for share in (0.5, 0.95, 0.99))]
        for name, values in (("without", alone), ("with", beside))
    ]
    ratios = [percentile(beside, share) / percentile(alone, share) for share in (0.5, 0.95, 0.99)]
    rows.append(["ratio", "", *(f"{ratio:.2f}" for ratio in ratios)])
    print_table(["one person's 50 messages", "others' replies", "p50 s", "p95 s", "p99 s"], rows)
    keep("fairness", {"alone": alone, "beside": beside})


async def _round(url: str, options: argparse.Namespace, *, flood: bool) -> list[float]:
    """Let everybody speak, each after the last reply; return how long the replies took, in seconds."""
    sockets = await asyncio.gather(*(arrive(url) for _ in range(options.people)))
    hasty = await arrive(url)
    if flood:
        for number in range(FLOOD):
            await hasty.send(f'{{"type":"message","id":"f{number}","text":"y otra cosa más"}}')

    async def talk(number: int) -> list[float]:
        return [(await say(sockets[number], f"m{turn}")).reply for turn in range(options.turns)]

    spoken = await asyncio.gather(*(talk(number) for number in range(options.people)))
    # What is left of the flood is not the next round's.
    await hasty.send('{"type":"erase"}')
    await asyncio.gather(*(ws.close() for ws in sockets))
    await asyncio.sleep(3 * MODEL_SECONDS)
    await hasty.close()
    return list(itertools.chain.from_iterable(spoken))
