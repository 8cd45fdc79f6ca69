"""shared/freshness.py: help lines that nobody looked at for half a year hold up a release."""

from __future__ import annotations

import json
import subprocess
import sys
from datetime import date, timedelta
from pathlib import Path
from typing import Any

import pytest

from shared.freshness import DIRECTORY, MAX_AGE, main, stale
from tests.support.env import ROOT

TODAY = date(2027, 5, 21)
LIMIT = TODAY - timedelta(days=180)


def _line(checked: object, phone: str = "024") -> dict[str, Any]:
    return {"country": "ES", "name": "Línea", "phone": phone, "checked": checked}


def _file(folder: Path, *lines: dict[str, Any]) -> Path:
    path = folder / "lines.json"
    path.write_text(json.dumps({"lines": lines}), encoding="utf-8")
    return path


def test_half_a_year_is_the_limit() -> None:
    """An entry of 180 days ago still passes, one of 181 is named with its age."""
    assert stale([_line(LIMIT.isoformat()), _line(TODAY.isoformat())], TODAY) == []
    [sentence] = stale([_line((LIMIT - timedelta(days=1)).isoformat())], TODAY)
    assert sentence == "ES 024 (Línea): checked on 2026-11-21, 181 days ago"


@pytest.mark.parametrize("checked", [None, "", "soon", "22-11-2026", "2027-05-22", "2127-01-01"])
def test_a_date_that_says_nothing_does_not_pass(checked: object) -> None:
    """No date, one that cannot be read and one in the future are as bad as an old one."""
    assert len(stale([_line(checked)], TODAY)) == 1


def test_each_is_named_and_the_code_says_so(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """The old ones are printed one a line, the fresh ones are not, and the exit code is 1."""
    path = _file(tmp_path, _line("2026-01-01", "1"), _line("2027-05-01", "2"), _line("2025-01-01", "3"))
    assert main(path, TODAY) == 1
    printed = capsys.readouterr().out.splitlines()
    assert [line.split(" (")[0] for line in printed[:-1]] == ["ES 1", "ES 3"]
    assert printed[-1].startswith("2 of 3 ")


def test_a_fresh_directory_passes(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """With nothing stale the code is 0, and one line says how many were looked at."""
    assert main(_file(tmp_path, _line("2027-05-01")), TODAY) == 0
    assert capsys.readouterr().out.startswith("1 help lines")


def test_the_directory_grows_old_as_a_whole() -> None:
    """Of the real directory every entry is named once its newest check is too long ago."""
    lines = json.loads(DIRECTORY.read_text(encoding="utf-8"))["lines"]
    newest = max(date.fromisoformat(line["checked"]) for line in lines)
    assert stale(lines, newest) == []
    assert len(stale(lines, newest + MAX_AGE + timedelta(days=1))) == len(lines)


def test_the_command_reads_the_real_directory() -> None:
    """`python -m shared.freshness` says how many lines there are, and its code tells whether one is stale."""
    done = subprocess.run(
        [sys.executable, "-m", "shared.freshness"], cwd=ROOT, capture_output=True, text=True, check=False
    )
    count = len(json.loads(DIRECTORY.read_text(encoding="utf-8"))["lines"])
    assert f"{count} help lines" in done.stdout.splitlines()[-1]
    assert done.returncode == int("must be checked" in done.stdout)
