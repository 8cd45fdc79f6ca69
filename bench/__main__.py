"""`python -m bench NAME [options]`; without a name all benches run with their defaults."""

from __future__ import annotations

import argparse
import asyncio
import sys

from bench import care, fairness, pickup, plot, quota, recovery, turns
from bench.chaos import run as chaos
from bench.field import race

BENCHES = {
    "care": care,
    "turns": turns,
    "pickup": pickup,
    "recovery": recovery,
    "fairness": fairness,
    "field": race,
}
BY_NAME = {"chaos": chaos, "plot": plot, "quota": quota}
"""What is run only when asked for: it takes minutes, or measures nothing."""


def main() -> None:
    """Run one bench, or all."""
    parser = argparse.ArgumentParser(prog="python -m bench", description=__doc__)
    names = parser.add_subparsers(dest="name")
    for name, bench in (BENCHES | BY_NAME).items():
        bench.add_arguments(names.add_parser(name, help=bench.__doc__))
    options = parser.parse_args()
    for name in [options.name] if options.name else list(BENCHES):
        chosen = options if options.name else parser.parse_args([name])
        print(f"## {name}")
        if asyncio.run((BENCHES | BY_NAME)[name].run(chosen)):
            sys.exit(1)


if __name__ == "__main__":
    main()
