"""`python -m worker.guard`: one JSON object a line on stdin, one verdict a line on stdout, never the text."""

from __future__ import annotations

import io
import json
import sys

import msgspec

from shared.crisis.levels import Level
from worker.guard import Verdict, check
from worker.guard.stream import FAILED


class _Line(msgspec.Struct):
    reply: str
    level: str = Level.IDEATION
    country: str | None = None


def verdict_of(line: bytes) -> Verdict:
    """Judge one line; what cannot be read is refused. An unknown level counts as `ideation`."""
    try:
        said = msgspec.json.decode(line, type=_Line)
    except (msgspec.MsgspecError, UnicodeDecodeError, RecursionError):
        return Verdict(False, FAILED)
    level = Level(said.level) if said.level in set(Level) else Level.IDEATION
    return check(said.reply, level, said.country)


def main() -> None:
    """Judge every line of standard input."""
    out = io.TextIOWrapper(sys.stdout.buffer, encoding="utf-8", write_through=True)
    for line in sys.stdin.buffer:
        verdict = verdict_of(line)
        print(json.dumps({"allowed": verdict.allowed, "rule": verdict.rule}), file=out, flush=True)


if __name__ == "__main__":
    main()
