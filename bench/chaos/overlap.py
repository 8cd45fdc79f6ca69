"""I5 and "one at a time" from the model's side: which calls were open together. Pure."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from itertools import pairwise

from bench.chaos.record import Call, Frozen, Violation

NOTICE_SECONDS = 0.1
"""How late the model, busy in the same process as all people, may see that a call was closed."""

THAW_GRACE_SECONDS = 0.5
"""A thawed worker gets so long to notice that it slept, and to close its calls."""


@dataclass(frozen=True, slots=True)
class Level:
    """The most calls that were open at once, and the longest time that there were too many."""

    most: int
    most_awake: int
    """Without those of workers that were frozen: they cannot close them."""
    longest_excess: float


def level(calls: Sequence[Call], limit: int, frozen: Sequence[Frozen] = ()) -> Level:
    """Measure the calls that were open together."""
    awake = [part for call in calls for part in _awake(call, frozen)]
    most, _ = _sweep([(call.start, call.end) for call in calls], limit)
    most_awake, excess = _sweep(awake, limit)
    return Level(most, most_awake, excess)


def never_over(calls: Sequence[Call], limit: int, frozen: Sequence[Frozen]) -> list[Violation]:
    """I5: no more than `limit` calls are open, but for those a frozen worker could not close."""
    found = level(calls, limit, frozen)
    if found.longest_excess <= NOTICE_SECONDS:
        return []
    evidence = f"{found.most_awake} for up to {found.longest_excess:.3f} s"
    return [Violation("more calls than MAX_IN_FLIGHT", f"limit {limit}", evidence)]


def one_at_a_time(calls: Iterable[Call], frozen: Sequence[Frozen]) -> list[Violation]:
    """I2: a session has one call open at a time, but for what a frozen worker could not close."""
    by_user: dict[str, list[tuple[float, float, Call]]] = defaultdict(list)
    for call in calls:
        for start, end in _awake(call, frozen):
            by_user[call.trace.partition(":")[0]].append((start, end, call))
    found = []
    for user, parts in by_user.items():
        parts.sort(key=lambda part: part[:2])
        for (_, end, earlier), (start, later_end, later) in pairwise(parts):
            seconds = min(end, later_end) - start
            if earlier is not later and seconds > NOTICE_SECONDS:
                evidence = f"calls {earlier.number} ({earlier.trace}, {earlier.worker}) and "
                evidence += f"{later.number} ({later.trace}, {later.worker}): {seconds:.3f} s"
                found.append(Violation("two calls of one session at once", user, evidence))
    return found


def _awake(call: Call, frozen: Sequence[Frozen]) -> list[tuple[float, float]]:
    """Return the parts of a call in which its worker was awake to close it."""
    parts, start = [], call.start
    for nap in sorted(frozen, key=lambda nap: nap.start):
        if nap.worker == call.worker and start < nap.end and nap.start < call.end:
            parts.append((start, nap.start))
            start = max(start, nap.end + THAW_GRACE_SECONDS)
    parts.append((start, call.end))
    return [(begin, end) for begin, end in parts if begin < end]


def _sweep(parts: Iterable[tuple[float, float]], limit: int) -> tuple[int, float]:
    """Return the highest level, and the longest time above `limit`."""
    changes = sorted(change for start, end in parts for change in ((start, 1), (end, -1)))
    level = most = 0
    over_since, longest = None, 0.0
    for at, step in changes:
        level += step
        most = max(most, level)
        if level > limit and over_since is None:
            over_since = at
        elif level <= limit and over_since is not None:
            longest, over_since = max(longest, at - over_since), None
    return most, longest
