"""Figures: percentiles, tables, the machine they were taken on."""

from __future__ import annotations

import json
import os
import platform
from collections.abc import Sequence
from pathlib import Path
from typing import Any

OUT = Path(__file__).with_name("out")
"""Where results are kept as JSON, for the plot; not in the repository."""


def percentile(values: Sequence[float], share: float) -> float:
    """Return the value that `share` (0 to 1) of `values` do not exceed; NaN of none."""
    ordered = sorted(values)
    return ordered[min(len(ordered) - 1, int(len(ordered) * share))] if ordered else float("nan")


def print_table(head: Sequence[str], rows: Sequence[Sequence[str]]) -> None:
    """Print a Markdown table whose columns line up, the first one to the left."""
    lines = [list(head), *map(list, rows)]
    widths = [max(len(line[column]) for line in lines) for column in range(len(head))]

    def shown(line: Sequence[str]) -> str:
        rest = (cell.rjust(width) for cell, width in zip(line[1:], widths[1:], strict=True))
        return "| " + " | ".join([line[0].ljust(widths[0]), *rest]) + " |"

    print(shown(lines[0]))
    print("|" + "|".join("-" * (width + 2) for width in widths) + "|")
    for line in lines[1:]:
        print(shown(line))


def ms(seconds: float, digits: int = 2) -> str:
    """Return `seconds` as milliseconds."""
    return "-" if seconds != seconds else f"{seconds * 1000:.{digits}f}"


def keep(name: str, results: Any) -> None:
    """Write `results` to bench/out/NAME.json."""
    OUT.mkdir(exist_ok=True)
    (OUT / f"{name}.json").write_text(json.dumps(results, indent=1) + "\n")


def kept(name: str) -> Any:
    """Return what `keep` wrote last; None when there is nothing."""
    path = OUT / f"{name}.json"
    return json.loads(path.read_text()) if path.exists() else None


def machine() -> str:
    """Describe the machine and how busy it is, in one line."""
    model = "unknown processor"
    cpuinfo = Path("/proc/cpuinfo")
    if cpuinfo.exists():
        names = [line for line in cpuinfo.read_text().splitlines() if line.startswith("model name")]
        model = names[0].partition(":")[2].strip() if names else platform.machine()
    load = os.getloadavg()[0]
    return f"{os.cpu_count()} x {model}, Python {platform.python_version()}, load average {load:.1f}"
