"""`python -m edge` runs one edge: TCP, WebSocket and HTTP."""

from __future__ import annotations

import sys

import uvloop

from edge.app import serve
from shared.errors import ConfigError
from shared.settings import load_settings


def main() -> int:
    """Run; return the process's exit code."""
    try:
        uvloop.run(serve(load_settings()))
    except ConfigError as error:
        print(error, file=sys.stderr)
        return 2
    return 0


if __name__ == "__main__":
    sys.exit(main())
