"""`python -m shared.crisis`: one message a line on stdin, one JSON object a line on stdout."""

from __future__ import annotations

import io
import json
import sys

from shared.crisis import assess


def main() -> None:
    """Assess every line of standard input and print level, crisis flag and rule ids, never the text."""
    for line in io.TextIOWrapper(sys.stdin.buffer, encoding="utf-8", errors="replace"):
        result = assess(line.rstrip("\r\n"))
        print(json.dumps({"level": result.level, "crisis": result.crisis, "rules": result.rules}), flush=True)


if __name__ == "__main__":
    main()
