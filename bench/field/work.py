"""A worker process of one contender: `python -m bench.field.work NAME URL SLOTS [PATIENCE]`."""

from __future__ import annotations

import asyncio
import sys

import uvloop

from bench.field.contender import make


def main() -> None:
    """Work until killed."""
    name, url, slots, *patience = sys.argv[1:]
    # The same event loop for all of them.
    asyncio.set_event_loop_policy(uvloop.EventLoopPolicy())
    asyncio.set_event_loop(asyncio.new_event_loop())
    make(name).work(url, int(slots), float(patience[0]) if patience else None)


if __name__ == "__main__":
    main()
