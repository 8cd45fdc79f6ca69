"""Imports go one way: psicoia -> edge, worker -> shared."""

from __future__ import annotations

import ast
from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.support.env import ROOT

FLOORS = {"psicoia", "edge", "worker", "shared"}
ALLOWED = {
    "psicoia": {"edge", "worker", "shared"},
    "edge": {"edge", "shared"},
    "worker": {"worker", "shared"},
    "shared": {"shared"},
}


def _files(floor: str) -> list[Path]:
    return [ROOT / "psicoia.py"] if floor == "psicoia" else sorted((ROOT / floor).rglob("*.py"))


def _imported(source: str) -> Iterator[str]:
    """Yield every module named in an import, also one inside a function, and in `import_module("...")`."""
    for node in ast.walk(ast.parse(source)):
        if isinstance(node, ast.Import):
            yield from (alias.name for alias in node.names)
        elif isinstance(node, ast.ImportFrom):
            # A relative import stays on its floor: no package here has another floor inside.
            yield "" if node.level else str(node.module)
        elif isinstance(node, ast.Call) and node.args and isinstance(node.args[0], ast.Constant):
            name = node.func.attr if isinstance(node.func, ast.Attribute) else getattr(node.func, "id", "")
            if name in {"import_module", "__import__", "run_module"}:
                yield str(node.args[0].value)


@pytest.mark.parametrize("floor", sorted(FLOORS))
def test_imports_go_one_way(floor: str) -> None:
    """No floor imports one beside or above it."""
    files = _files(floor)
    assert files
    wrong = [
        f"{path.relative_to(ROOT)} imports {name}"
        for path in files
        for name in _imported(path.read_text(encoding="utf-8"))
        if (top := name.partition(".")[0]) in FLOORS and top not in ALLOWED[floor]
    ]
    assert wrong == []


def test_no_floor_imports_the_tests() -> None:
    """What runs in production needs nothing from tests, bench or examples."""
    names = {
        name.partition(".")[0]
        for floor in FLOORS
        for path in _files(floor)
        for name in _imported(path.read_text(encoding="utf-8"))
    }
    assert not names & {"tests", "bench", "examples"}


def test_the_walk_sees_hidden_imports() -> None:
    """Imports inside functions and by name are found too."""
    source = "def f():\n    import edge.app\n    from worker import turn\n    import_module('edge.ws')\n"
    assert list(_imported(source)) == ["edge.app", "worker", "edge.ws"]
