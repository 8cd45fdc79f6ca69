"""The provider's quota: 8 workers and a long line of people against one that enforces RPM and TPM itself."""

from __future__ import annotations

import argparse
import asyncio
import tempfile
import time
from collections.abc import Callable
from pathlib import Path
from typing import Any

from bench.figures import keep, machine, print_table
from bench.provider import WINDOW, Call, Provider
from bench.submitter import Submitter
from shared.embedded import EmbeddedStore
from tests.support.cluster import Cluster
from tests.support.fake_llm import FakeLlm

BOUNDS = {"rpm": {"llm_rpm": 120, "llm_tpm": 200_000}, "tpm": {"llm_rpm": 240, "llm_tpm": 60_000}}
"""In each run the limit it is named after is the one that binds."""

SETTINGS = {"lease_seconds": 3, "llm_timeout_seconds": 20, "max_in_flight": 20}
AIM = 0.95


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """Declare the options of `python -m bench quota`."""
    parser.add_argument("--bound", choices=[*BOUNDS, "both"], default="both")
    parser.add_argument("--seconds", type=float, default=140, help="of each run; more than 60")
    parser.add_argument("--workers", type=int, default=8)
    parser.add_argument("--people", type=int, default=1000, help="who all wait from the start")


async def run(options: argparse.Namespace) -> int:
    """Measure; print a table. Returns 1 when a 429 was seen or the quota was left unused."""
    print(machine())
    print("The windows use the store's time alone, so the workers' clocks do not matter and none is faked.")
    rows, missed = [], False
    for bound in BOUNDS if options.bound == "both" else [options.bound]:
        limits = BOUNDS[bound]
        provider = Provider(limits["llm_rpm"], limits["llm_tpm"], delay=0.2)
        started = await _play(provider, options, limits)
        row, met = _judge(bound, provider, limits, started, started + options.seconds)
        rows.append(row)
        missed = missed or not met
    head = ["bound by", "429s", "calls by minute", "tokens by minute", "RPM used", "TPM used"]
    print_table(head, rows)
    print(f"used: mean over time, after the first minute, of the last {WINDOW:.0f} s; aim {AIM:.0%}")
    return int(missed)


async def _play(provider: Provider, options: argparse.Namespace, limits: dict[str, int]) -> float:
    """Let everybody wait at once and the workers work; return when the first call came."""
    with tempfile.TemporaryDirectory() as folder, EmbeddedStore(Path(folder) / "store") as store:
        async with FakeLlm(provider, keep_bodies=False) as llm, Submitter(store.url) as submitter:
            for _ in range(options.people):
                await submitter.say()
            settings: dict[str, Any] = {**SETTINGS, **limits, "llm_url": llm.url}
            async with Cluster(Path(folder), store.url, **settings) as cluster:
                await cluster.start(edges=0, workers=options.workers)
                await llm.wait_for(lambda llm: bool(llm.requests))
                started = provider.calls[0].at
                await asyncio.sleep(started + options.seconds - time.monotonic())
                return started


def _judge(
    bound: str, provider: Provider, limits: dict[str, int], start: float, end: float
) -> tuple[list[str], bool]:
    """Return the row of a run, and whether it met the aims."""
    calls = [call for call in provider.calls if call.at < end]
    shares = {
        "rpm": _used(calls, lambda call: 1, start + WINDOW, end) / limits["llm_rpm"],
        "tpm": _used(calls, lambda call: call.tokens, start + WINDOW, end) / limits["llm_tpm"],
    }
    keep(f"quota-{bound}", {"shares": shares, "refused": len(provider.refused), "calls": len(calls)})
    row = [
        f"{bound} {limits[f'llm_{bound}']}",
        str(len(provider.refused)),
        _by_minute(calls, lambda call: 1, start, end),
        _by_minute(calls, lambda call: call.tokens, start, end),
        f"{shares['rpm']:.1%}",
        f"{shares['tpm']:.1%}",
    ]
    return row, not provider.refused and shares[bound] >= AIM


def _used(calls: list[Call], weight: Callable[[Call], int], start: float, end: float) -> float:
    """Return the mean over time of what the last minute's calls weigh together."""
    return sum(
        weight(call) * max(0.0, min(call.at + WINDOW, end) - max(call.at, start)) for call in calls
    ) / (end - start)


def _by_minute(calls: list[Call], weight: Callable[[Call], int], start: float, end: float) -> str:
    minutes = [0] * (1 + int((end - start) // WINDOW))
    for call in calls:
        minutes[int((call.at - start) // WINDOW)] += weight(call)
    return " ".join(map(str, minutes))
