"""`python -m bench NAME [options]`; without a name all of them run with their defaults."""

from __future__ import annotations

import argparse
import asyncio

from bench import turns

BENCHES = {"turns": turns}


def main() -> None:
    """Run one bench, or all."""
    parser = argparse.ArgumentParser(prog="python -m bench", description=__doc__)
    names = parser.add_subparsers(dest="name")
    for name, bench in BENCHES.items():
        bench.add_arguments(names.add_parser(name, help=bench.__doc__))
    options = parser.parse_args()
    for name in [options.name] if options.name else list(BENCHES):
        chosen = options if options.name else parser.parse_args([name])
        print(f"## {name}")
        asyncio.run(BENCHES[name].run(chosen))


if __name__ == "__main__":
    main()
