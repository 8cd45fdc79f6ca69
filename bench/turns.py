"""What a turn costs: CPU of edge, worker and store, turns a second, and what a lone person feels."""

from __future__ import annotations

import argparse
import asyncio
import statistics
import time

from bench.person import Times, arrive, say
from bench.rig import Rig, rig


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """Declare the options of `python -m bench turns`."""
    parser.add_argument("--people", type=int, default=200)
    parser.add_argument("--turns", type=int, default=10, help="a person")
    parser.add_argument("--pieces", type=int, default=8)
    parser.add_argument("--delay", type=float, default=0.025, help="seconds between pieces")
    parser.add_argument("--workers", type=int, default=1)


async def run(options: argparse.Namespace) -> None:
    """Measure and print a table."""
    model = ["--pieces", str(options.pieces), "--delay", str(options.delay)]
    answer = (options.pieces - 1) * options.delay
    async with rig(edges=1, workers=options.workers, model=model) as running:
        url = running.cluster.edges[0].url
        lone = await _lone(url)
        added = sorted(times.reply - answer for times in lone)
        print(f"alone: reply p50 {_ms(statistics.median(times.reply for times in lone))} ms")
        print(f"       over the model's {answer * 1000:.0f} ms: p50 {_ms(added[len(added) // 2])} ms")
        await _crowd(running, url, options.people, options.turns)


async def _lone(url: str, turns: int = 20) -> list[Times]:
    ws = await arrive(url)
    await say(ws, "warm")
    times = [await say(ws, f"m{number}") for number in range(turns)]
    await ws.close()
    return times


async def _crowd(running: Rig, url: str, people: int, turns: int) -> None:
    sockets = await asyncio.gather(*(arrive(url) for _ in range(people)))
    before, started = running.cpu(), time.perf_counter()

    async def talk(number: int) -> list[Times]:
        return [await say(sockets[number], f"m{turn}") for turn in range(turns)]

    spoken = await asyncio.gather(*(talk(number) for number in range(people)))
    seconds = time.perf_counter() - started
    total = people * turns
    used = {role: value - before[role] for role, value in running.cpu().items()}
    print(f"{people} people x {turns} turns: {total / seconds:.0f} turns/s in {seconds:.2f} s")
    for role, value in used.items():
        print(f"  {role:7s} {value / total * 1000:6.3f} ms CPU a turn")
    print(f"  {'all':7s} {sum(used.values()) / total * 1000:6.3f} ms CPU a turn")
    replies = sorted(times.reply for person in spoken for times in person)
    print(f"  reply p50 {_ms(replies[len(replies) // 2])}  p99 {_ms(replies[int(len(replies) * 0.99)])} ms")
    await asyncio.gather(*(ws.close() for ws in sockets))


def _ms(seconds: float) -> str:
    return f"{seconds * 1000:.1f}"
