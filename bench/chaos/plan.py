"""Which fault strikes when: a pure function of the seed."""

from __future__ import annotations

import random
from collections.abc import Mapping
from dataclasses import dataclass
from enum import StrEnum


class Kind(StrEnum):
    """What can go wrong with processes and connections. The model's failures are in :mod:`words`."""

    KILL_WORKER = "kill -9 worker"
    KILL_EDGE = "kill -9 edge"
    DRAIN_WORKER = "drain worker"
    DRAIN_EDGE = "drain edge"
    FREEZE_WORKER = "freeze worker"
    FREEZE_EDGE = "freeze edge"
    FREEZE_STORE = "freeze store"
    RESTART_STORE = "kill -9 store"
    DROP_ALL = "drop all store links"
    DROP_PUBSUB = "drop pub/sub links"
    DROP_COMMANDS = "drop command links"
    CUT_CLIENTS = "cut client sockets"
    MODEL_STORM = "model fails for all"


SHARES: Mapping[Kind, int] = {
    Kind.KILL_WORKER: 14,
    Kind.KILL_EDGE: 8,
    Kind.DRAIN_WORKER: 3,
    Kind.DRAIN_EDGE: 2,
    Kind.FREEZE_WORKER: 12,
    Kind.FREEZE_EDGE: 6,
    Kind.FREEZE_STORE: 7,
    Kind.RESTART_STORE: 6,
    Kind.DROP_ALL: 6,
    Kind.DROP_PUBSUB: 9,
    Kind.DROP_COMMANDS: 9,
    Kind.CUT_CLIENTS: 14,
    Kind.MODEL_STORM: 2,
}
"""How often each kind comes, of their sum."""

SECONDS: Mapping[Kind, tuple[float, float]] = {
    # Past the lease, so that others take over what it holds.
    Kind.FREEZE_WORKER: (1.3, 2.5),
    Kind.FREEZE_EDGE: (0.5, 3.0),
    # On both sides of the two seconds after which a silent store counts as down.
    Kind.FREEZE_STORE: (0.5, 3.0),
    Kind.RESTART_STORE: (0.0, 0.5),
    Kind.MODEL_STORM: (0.2, 0.7),
}
"""How long a fault lasts, from and to. Kinds that are not here are over at once."""

QUIET_SHARE = 0.04
"""The first and last part of the turns in which nothing strikes."""

TWIN_CHANCE = 0.2
"""How many faults strike together with the one before: recovery itself must survive a fault."""


@dataclass(frozen=True, slots=True)
class Fault:
    """One fault: it strikes when `turn` turns are answered. `pick`, in [0, 1), chooses its victim."""

    number: int
    turn: int
    kind: Kind
    pick: float
    seconds: float


def make_plan(seed: int, turns: int, faults: int) -> tuple[Fault, ...]:
    """Return the faults of a run in the order they strike."""
    rng = random.Random(f"faults {seed}")
    kinds = _kinds(rng, faults)
    first, last = turns * QUIET_SHARE, turns * (1 - QUIET_SHARE)
    at = sorted(rng.uniform(first, last) for _ in range(faults))
    for number in range(1, faults):
        if rng.random() < TWIN_CHANCE:
            at[number] = at[number - 1]
    return tuple(
        Fault(number, int(turn), kind, rng.random(), rng.uniform(*SECONDS.get(kind, (0.0, 0.0))))
        for number, (turn, kind) in enumerate(zip(at, kinds, strict=True))
    )


def _kinds(rng: random.Random, count: int) -> list[Kind]:
    """Return `count` kinds in their shares, every kind at least once where there is room."""
    kinds = rng.sample(list(Kind), min(count, len(Kind)))
    kinds += rng.choices(list(SHARES), list(SHARES.values()), k=count - len(kinds))
    rng.shuffle(kinds)
    return kinds
