"""`python -m worker` runs a worker; `python -m worker --check` tells whether one is alive here."""

from __future__ import annotations

import argparse
import asyncio
import socket
import sys

import uvloop

from shared import log as logs
from shared.errors import ConfigError, StoreUnavailable
from shared.settings import Settings, load_settings


def main() -> int:
    """Run; return the process's exit code."""
    parser = argparse.ArgumentParser(prog="python -m worker", description=__doc__)
    parser.add_argument("--check", action="store_true", help="exit 0 if a worker of this host is alive")
    options = parser.parse_args()
    try:
        settings = load_settings()
    except ConfigError as error:
        print(error, file=sys.stderr)
        return 2
    return _check(settings) if options.check else _run(settings)


def _run(settings: Settings) -> int:
    from worker.main import make_worker

    asyncio.set_event_loop(uvloop.new_event_loop())
    make_worker(settings).run()
    return 0


def _check(settings: Settings) -> int:
    from worker.main import check

    logs.configure("ERROR", stream=sys.stderr)  # the answer is one line
    try:
        alive = asyncio.run(check(settings, socket.gethostname()))
    except StoreUnavailable:
        print("the store does not answer", file=sys.stderr)
        return 1
    print("a worker is alive" if alive else "no worker is alive", file=sys.stderr)
    return 0 if alive else 1


if __name__ == "__main__":
    sys.exit(main())
