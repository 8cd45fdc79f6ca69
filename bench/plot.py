"""A picture of what `pickup`, `field` and `recovery` measured last: `python -m bench plot`."""

from __future__ import annotations

import argparse
from pathlib import Path
from typing import Any

from bench.field.contender import LABELS
from bench.figures import kept, percentile

IMAGE = Path(__file__).resolve().parent.parent / "docs" / "images" / "pickup.svg"
COLOURS = ("#2f6f6d", "#9fc9c2")
LINES = "#bbbbbb"


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """Declare the options of `python -m bench plot`."""
    parser.add_argument("--to", type=Path, default=IMAGE)


async def run(options: argparse.Namespace) -> None:
    """Draw the kept results."""
    field, recovery = kept("field"), kept("recovery")
    if not field or not recovery:
        raise SystemExit("nothing to draw yet: run `make bench-field` first")
    draw(field, recovery, options.to)
    print(options.to)


def draw(field: list[dict[str, Any]], recovery: dict[str, list[float]], path: Path) -> None:
    """Draw pick-up (left) and recovery (right), both on logarithmic scales."""
    import matplotlib as mpl
    from matplotlib.figure import Figure

    # Letters stay letters: smaller, and readable in any browser.
    mpl.rcParams |= {"svg.fonttype": "none", "svg.hashsalt": "psicoia", "font.size": 9}
    figure = Figure(figsize=(9, 3.2), layout="constrained")
    left, right = figure.subplots(1, 2, width_ratios=(3, 2))
    _pick_up(left, field)
    _recovery(right, recovery)
    for axes in (left, right):
        axes.spines[["top", "right"]].set_visible(False)
        axes.set_axisbelow(True)
        axes.grid(axis="x", color=LINES, linewidth=0.4)
    path.parent.mkdir(parents=True, exist_ok=True)
    figure.savefig(path, metadata={"Date": None})


def _pick_up(axes: Any, field: list[dict[str, Any]]) -> None:
    loads = sorted({result["in_flight"] for result in field})
    names = list(dict.fromkeys(result["name"] for result in field))
    for number, load in enumerate(loads):
        of_load = [result for result in field if result["in_flight"] == load]
        at = [names.index(result["name"]) + 0.36 * (number - (len(loads) - 1) / 2) for result in of_load]
        half = [percentile(result["seconds"], 0.5) * 1000 for result in of_load]
        most = [percentile(result["seconds"], 0.99) * 1000 for result in of_load]
        axes.barh(at, half, 0.32, color=COLOURS[number % 2], label=f"{load} in flight")
        axes.hlines(at, half, most, color=LINES, linewidth=1)
        axes.plot(most, at, "|", color="#555555", markersize=7)
    axes.set_yticks(range(len(names)), [LABELS[name] for name in names])
    axes.invert_yaxis()
    axes.set_xscale("log")
    axes.set_title("Pick-up, ms (bar: p50, mark: p99)", loc="left")
    axes.legend(frameon=False)


def _recovery(axes: Any, recovery: dict[str, list[float]]) -> None:
    found = [(LABELS[name], values) for name, values in recovery.items() if name in LABELS and values]
    names, cases = [name for name, _ in found], [values for _, values in found]
    axes.barh(names, [percentile(values, 0.5) for values in cases], 0.5, color=COLOURS[0])
    axes.plot([percentile(values, 0.99) for values in cases], names, "|", color="#555555", markersize=7)
    axes.invert_yaxis()
    axes.set_title("kill -9 to the next start, s", loc="left")
