"""`make release-check`: no release with help lines that nobody has looked at for half a year.

Prints the entries of the directory whose `checked` date is too old, missing or in the future, one a line,
and ends with code 1 when there is any.
"""

from __future__ import annotations

import json
import sys
from collections.abc import Iterable, Mapping
from datetime import UTC, date, datetime, timedelta
from pathlib import Path
from typing import Any, Final

DIRECTORY: Final = Path(__file__).with_name("helplines.json")

MAX_AGE: Final = timedelta(days=180)
"""An entry checked longer ago than this holds up a release."""


def stale(lines: Iterable[Mapping[str, Any]], today: date) -> list[str]:
    """Return one sentence for every entry that must be checked again, in the directory's order."""
    return [
        f"{line['country']} {line['phone']} ({line['name']}): {trouble}"
        for line in lines
        if (trouble := _trouble(line.get("checked"), today))
    ]


def _trouble(checked: object, today: date) -> str:
    try:
        day = date.fromisoformat(str(checked))
    except ValueError:
        return "no date on which it was checked"
    if day > today:
        return f"checked on {day}, which is still to come"
    age = today - day
    return f"checked on {day}, {age.days} days ago" if age > MAX_AGE else ""


def main(path: Path = DIRECTORY, today: date | None = None) -> int:
    """Print what is stale in the directory at `path`; return the process's exit code."""
    lines = json.loads(path.read_text(encoding="utf-8"))["lines"]
    found = stale(lines, today or datetime.now(UTC).date())
    verdict = (
        f"{len(found)} of {len(lines)} help lines must be checked again: see docs/safety.md"
        if found
        else f"{len(lines)} help lines, all checked within {MAX_AGE.days} days"
    )
    sys.stdout.writelines(f"{sentence}\n" for sentence in (*found, verdict))
    return 1 if found else 0


if __name__ == "__main__":
    sys.exit(main())
