"""Break everything, seeded, while people talk; then check from the outside that nothing was broken."""

from __future__ import annotations

import argparse
import asyncio
import random
import tempfile
import time
import traceback
from pathlib import Path

from bench.chaos.aftermath import fetch_logs, processes, stranded
from bench.chaos.client import Client, Watcher
from bench.chaos.faults import Striker
from bench.chaos.overlap import never_over, one_at_a_time
from bench.chaos.people import KINDS, SHARES, Moods, Person
from bench.chaos.plan import make_plan
from bench.chaos.record import Account, Violation
from bench.chaos.scene import Scene, scene
from bench.chaos.table import Result, report
from bench.chaos.verdict import judge

STALL_SECONDS = 40.0
"""So long without any answer, and the run is given up: something is stuck."""

CALM_SECONDS = 1.0
WATCHED_SHARE = 0.15
"""How many sessions have a second device."""


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """Declare the options of `python -m bench chaos`."""
    parser.add_argument("--seed", type=int, default=1, help="the first seed")
    parser.add_argument("--seeds", type=int, default=1, help="how many, one run each")
    parser.add_argument("--turns", type=int, default=2000)
    parser.add_argument("--faults", type=int, default=100)
    parser.add_argument("--edges", type=int, default=3)
    parser.add_argument("--workers", type=int, default=4)
    parser.add_argument("--people", type=int, default=60)
    parser.add_argument("--max-in-flight", type=int, default=12)
    parser.add_argument("--keep", type=Path, help="keep logs and store of each run in this folder")


async def run(options: argparse.Namespace) -> int:
    """Run every seed; return 1 when one of them found a violation."""
    clean = True
    for seed in range(options.seed, options.seed + options.seeds):
        result = await run_seed(seed, options)
        print(report(result, options), flush=True)
        clean = clean and not result.violations
    return 0 if clean else 1


async def run_seed(seed: int, options: argparse.Namespace) -> Result:
    """Run one seed and judge it."""
    with tempfile.TemporaryDirectory(prefix="psicoia-chaos-") as folder:
        directory = Path(folder)
        if options.keep:
            directory = options.keep / f"seed-{seed}"
            directory.mkdir(parents=True, exist_ok=True)
        started = scene(
            directory,
            seed,
            edges=options.edges,
            workers=options.workers,
            max_in_flight=options.max_in_flight,
        )
        async with started as running:
            return await Run(running, seed, options).play()


class Run:
    """One seed's people, faults and judgement."""

    def __init__(self, running: Scene, seed: int, options: argparse.Namespace) -> None:
        self._scene = running
        self._options = options
        self._seed = seed
        self._rng = random.Random(f"people {seed}")
        self._moods = Moods()
        self._answered = 0
        self._answered_at = time.monotonic()
        self._longest_silence = 0.0
        self._watchers: list[tuple[Person, Watcher]] = []
        self._people = [self._person(number) for number in range(1, options.people + 1)]
        self._striker = Striker(running, self._clients)

    async def play(self) -> Result:
        """Let them talk, break things, wait for calm, look."""
        started = time.monotonic()
        talking = [asyncio.create_task(person.run()) for person in self._people]
        watching = asyncio.create_task(self._watch_some())
        stuck = await self._talk(talking)
        stuck += await self._wait_for_watchers(watching)
        violations = stuck + await self._look()
        for task in (*talking, watching):
            task.cancel()
        await asyncio.gather(*talking, watching, return_exceptions=True)
        return Result(
            seed=self._seed,
            seconds=time.monotonic() - started,
            longest_silence=self._longest_silence,
            accounts=[person.account for person in self._people],
            errors=[person.errors for person in self._people],
            connections=sum(client.connections for client in self._clients()),
            struck=self._striker.struck,
            calls=self._scene.calls(),
            frozen=self._scene.frozen,
            limit=self._options.max_in_flight,
            violations=violations,
        )

    # Talking

    def _person(self, number: int) -> Person:
        people, turns = self._options.people, self._options.turns
        share = turns // people + (number <= turns % people)
        rng = random.Random(f"person {self._seed} {number}")
        kind = self._rng.choices(KINDS, SHARES)[0]
        return Person(self._scene.edges, Account(number, kind), rng, share, self._moods, self._count)

    def _clients(self) -> list[Client]:
        return [*self._people, *(watcher for _, watcher in self._watchers)]

    def _count(self) -> None:
        now = time.monotonic()
        if not self._moods.calm.is_set():
            self._longest_silence = max(self._longest_silence, now - self._answered_at)
        self._answered += 1
        self._answered_at = now

    async def _talk(self, talking: list[asyncio.Task[None]]) -> list[Violation]:
        """Strike as the turns go by, then let everybody finish; return what got stuck."""
        plan = list(make_plan(self._seed, self._options.turns, self._options.faults))
        calming: asyncio.Task[None] | None = None
        while not all(task.done() for task in talking):
            while plan and self._answered >= plan[0].turn:
                self._striker.strike(plan.pop(0))
            if calming is None and all(person.main_part_done for person in self._people):
                calming = asyncio.create_task(self._become_calm())
            if failed := _failed(calming):
                return failed
            if time.monotonic() - self._answered_at > STALL_SECONDS:
                return [*_failed(calming), *self._stuck()]
            await asyncio.sleep(0.02)
        for task in talking:
            await task
        return _failed(calming)

    async def _become_calm(self) -> None:
        await self._striker.recovered()
        self._moods.quiet.set()
        await asyncio.sleep(CALM_SECONDS)
        self._moods.calm.set()

    def _stuck(self) -> list[Violation]:
        return [
            Violation("stuck", f"session {person.account.number} ({person.account.kind})", person.state)
            for person in self._people
            # The others wait for these before their last words.
            if not person.finished() and (self._moods.calm.is_set() or not person.main_part_done)
        ]

    # Second devices

    async def _watch_some(self) -> None:
        watched = [
            p for p in self._people if p.account.kind != "erasing" and self._rng.random() < WATCHED_SHARE
        ]
        await asyncio.gather(*(self._watch(person) for person in watched))

    async def _watch(self, person: Person) -> None:
        await person.known.wait()
        rng = random.Random(f"watcher {self._seed} {person.account.number}")
        watcher = Watcher(self._scene.edges, rng, self._moods.quiet, person.token)
        self._watchers.append((person, watcher))
        person.account.views.append(watcher.view)
        running = asyncio.create_task(watcher.run())
        try:
            await watcher.until(lambda: person.finished() and watcher.replied() >= set(person.account.said))
        finally:
            watcher.leave()
            await running

    async def _wait_for_watchers(self, watching: asyncio.Task[None]) -> list[Violation]:
        done, _ = await asyncio.wait([watching], timeout=STALL_SECONDS / 2)
        if done:
            await watching
            return []
        return [
            Violation("a second device misses replies", f"session {person.account.number}", ",".join(missing))
            for person, watcher in self._watchers
            if (missing := sorted(set(person.account.said) - watcher.replied()))
        ]

    # Looking

    async def _look(self) -> list[Violation]:
        accounts = [person.account for person in self._people]
        await fetch_logs(self._scene, accounts)
        calls = self._scene.calls()
        found = judge(accounts, calls)
        found += never_over(calls, self._options.max_in_flight, self._scene.frozen)
        found += one_at_a_time(calls, self._scene.frozen)
        found += await stranded(self._scene)
        return found + processes(self._scene)


def _failed(task: asyncio.Task[None] | None) -> list[Violation]:
    """Return what went wrong with the faults themselves: something did not come back."""
    if task is None or not task.done() or (error := task.exception()) is None:
        return []
    where = error.__traceback__ and traceback.extract_tb(error.__traceback__)[-1]
    return [Violation("something did not come back", f"{type(error).__name__} {where}", str(error)[-800:])]
