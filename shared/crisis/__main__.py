"""`python -m shared.crisis`: one message a line on stdin, one JSON object a line on stdout."""

from __future__ import annotations

import json
import sys

from shared.crisis import assess


def main() -> None:
    """Assess every line of standard input and print level, crisis flag and rule ids, never the text."""
    sys.stdin.reconfigure(encoding="utf-8", errors="replace")  # type: ignore[union-attr]
    for line in sys.stdin:
        result = assess(line.rstrip("\r\n"))
        print(json.dumps({"level": result.level, "crisis": result.crisis, "rules": result.rules}), flush=True)


if __name__ == "__main__":
    main()
