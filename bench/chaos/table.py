"""What a run found, for people to read."""

from __future__ import annotations

import argparse
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass

from bench.chaos.faults import Struck
from bench.chaos.overlap import level
from bench.chaos.plan import Kind
from bench.chaos.record import Account, Call, Frozen, Violation

SHOWN_VIOLATIONS = 25


@dataclass(frozen=True, slots=True)
class Result:
    """Everything about one seed's run. Times in seconds."""

    seed: int
    seconds: float
    longest_silence: float
    accounts: list[Account]
    errors: list[dict[str, int]]
    connections: int
    struck: list[Struck]
    calls: list[Call]
    frozen: list[Frozen]
    limit: int
    violations: list[Violation]


def report(result: Result, options: argparse.Namespace) -> str:
    """Return the table, the violations, and how to run this again."""
    rows = [*_turns(result), *_recovery(result), *_model(result)]
    kinds = Counter(struck.fault.kind for struck in result.struck)
    rows.append(("faults", str(len(result.struck))))
    rows += [(f"  {kind}", str(kinds[kind])) for kind in Kind if kinds[kind]]
    rows.append(("violations", str(len(result.violations))))
    width = max(len(name) for name, _ in rows)
    lines = [f"seed {result.seed}: {'BROKEN' if result.violations else 'clean'} in {result.seconds:.0f} s"]
    lines += [f"  {name:{width}}  {value}" for name, value in rows]
    for found in result.violations[:SHOWN_VIOLATIONS]:
        lines.append(f"  ! {found.rule} | {found.where} | {found.evidence}")
    if len(result.violations) > SHOWN_VIOLATIONS:
        lines.append(f"  ! and {len(result.violations) - SHOWN_VIOLATIONS} more")
    lines.append(f"  again: {_command(result.seed, options)}")
    return "\n".join(lines)


def _turns(result: Result) -> list[tuple[str, str]]:
    said = [said for account in result.accounts for said in (*account.said.values(), *account.erased)]
    replies = [frame for account in result.accounts for frame in account.export if frame["type"] == "reply"]
    sources = Counter(frame["source"] for frame in replies)
    sources["stopped"] = sum(bool(frame.get("stopped")) for frame in replies)
    attempts = Counter(frame["attempt"] for frame in replies)
    refused = Counter[str]()
    for errors in result.errors:
        refused.update(errors)
    whole = sum(view.whole for account in result.accounts for view in account.views)
    partial = sum(view.partial for account in result.accounts for view in account.views)
    return [
        ("turns", f"{len(said)} of {len(result.accounts)} people, {result.connections} connections"),
        ("replies by source", _counts(sources)),
        ("replies by attempt", _counts(attempts)),
        ("erased with their session", str(sum(len(account.erased) for account in result.accounts))),
        ("sent again", str(sum(max(0, one.times_sent - 1) for one in said))),
        ("refusals seen", _counts(refused) or "none"),
        ("replies whole before they came", f"{whole} of {whole + partial}"),
    ]


def _recovery(result: Result) -> list[tuple[str, str]]:
    waits = sorted(
        (said.replied_at - said.acked_at, said.trace)
        for account in result.accounts
        for said in account.said.values()
        if said.answered and said.offset != "replayed"
    ) or [(0.0, "")]
    worst, late = waits[-1]
    lags = sorted((said.lag, said.trace) for account in result.accounts for said in account.said.values())
    takeovers = take_overs(result.struck, result.calls) or [(0.0, "")]
    slowest, trace = max(takeovers)
    return [
        (
            "ack to reply",
            f"p50 {waits[len(waits) // 2][0]:.2f} s, worst {worst:.2f} s ({late})",
        ),
        ("log to client", f"p50 {lags[len(lags) // 2][0]:.3f} s, worst {lags[-1][0]:.2f} s ({lags[-1][1]})"),
        ("longest silence for all", f"{result.longest_silence:.2f} s"),
        ("worker lost to next call", f"worst {slowest:.2f} s ({trace}) of {len(takeovers)}"),
    ]


def _model(result: Result) -> list[tuple[str, str]]:
    seen = level(result.calls, result.limit, result.frozen)
    open_calls = f"most {seen.most} at once, {seen.most_awake} without frozen workers'; limit {result.limit}"
    if seen.longest_excess:
        open_calls += f", over it for {seen.longest_excess * 1000:.0f} ms"
    return [("calls of the model", f"{len(result.calls)}; {open_calls}")]


def take_overs(struck: Sequence[Struck], calls: Sequence[Call]) -> list[tuple[float, str]]:
    """Return for each turn whose worker was killed or frozen the seconds to its next call, and its trace."""
    found = []
    for blow in struck:
        if blow.fault.kind not in (Kind.KILL_WORKER, Kind.FREEZE_WORKER):
            continue
        for call in calls:
            if call.worker == blow.victim and call.closed_early and call.start <= blow.at <= call.end:
                later = [next.start for next in calls if next.text == call.text and next.start > call.start]
                found += [(min(later) - blow.at, call.trace)] if later else []
    return found


def _counts(counter: Counter[str] | Counter[int]) -> str:
    return ", ".join(f"{name} {count}" for name, count in sorted(counter.items()) if count)


def _command(seed: int, options: argparse.Namespace) -> str:
    names = ("turns", "faults", "edges", "workers", "people", "max_in_flight")
    chosen = " ".join(f"--{name.replace('_', '-')} {getattr(options, name)}" for name in names)
    return f"python -m bench chaos --seed {seed} {chosen}"
