"""docs/safety.md and docs/safety.es.md: what they name exists, and both say the same."""

from __future__ import annotations

import re
from importlib.util import find_spec

import pytest

from shared.crisis import Level
from shared.freshness import MAX_AGE
from shared.metrics import EdgeMetrics, WorkerMetrics
from tests.support.env import ROOT
from worker.guard import RULES

PAGES = ("docs/safety.md", "docs/safety.es.md")


def _read(name: str) -> str:
    return (ROOT / name).read_text(encoding="utf-8")


@pytest.mark.parametrize("name", PAGES)
def test_every_level_has_its_row(name: str) -> None:
    """What is seen and what is said is told for each level."""
    rows = [row for row in _read(name).splitlines() if row.startswith("| `")]
    for level in Level:
        assert sum(f"`{level.value}`" in row.split("|")[1] for row in rows) == 2, level


@pytest.mark.parametrize("name", PAGES)
def test_every_rule_of_the_guard_is_told(name: str) -> None:
    """No reply is refused by a rule that the page does not explain."""
    firsts = [row.split("|")[1] for row in _read(name).splitlines() if row.startswith("| `")]
    told = re.findall(r"`(\w+)`", " ".join(firsts))
    assert set(RULES) <= set(told)


@pytest.mark.parametrize("name", PAGES)
def test_the_figures_are_those_of_metrics(name: str) -> None:
    """Every `psicoia_` name is a figure that an edge or a worker exports."""
    exported = {
        family.name for metrics in (EdgeMetrics(), WorkerMetrics()) for family in metrics.registry.collect()
    }
    named = set(re.findall(r"\bpsicoia_\w+\b", _read(name)))
    assert {each.removesuffix("_total") for each in named} <= exported
    assert {"psicoia_messages_by_level", "psicoia_resources", "psicoia_replies_refused"} <= named


@pytest.mark.parametrize("name", PAGES)
def test_commands_and_files_exist(name: str) -> None:
    """A module that can be run is there, a file that is named is there, and so is the release's limit."""
    text = _read(name)
    for module in re.findall(r"python -m ([\w.]+)", text):
        assert find_spec(f"{module}.__main__") or find_spec(module)
    paths = re.findall(r"`((?:shared|worker|tests)/[\w./]+)`", text)
    assert paths
    assert [path for path in paths if not (ROOT / path).exists()] == []
    assert f" {MAX_AGE.days} " in text


@pytest.mark.parametrize("name", PAGES)
def test_make_targets_exist(name: str) -> None:
    """Every `make WORD` is a target of the Makefile."""
    targets = set(re.findall(r"^([a-z-]+):", _read("Makefile"), re.MULTILINE))
    assert set(re.findall(r"(?:^|`)make ([a-z-]+)", _read(name), re.MULTILINE)) <= targets


def test_both_languages_have_the_same_sections() -> None:
    """The Spanish page is the English one: as many sections, rows, items and checks."""
    english, spanish = map(_read, PAGES)
    for mark in (r"^## ", r"^\| ", r"^\d\. ", r"^- \*\*", r"^- \[ \] ", r"^```"):
        counts = [len(re.findall(mark, text, re.MULTILINE)) for text in (english, spanish)]
        assert counts[0] == counts[1] > 0, mark


def test_a_report_asks_for_no_one_s_words() -> None:
    """The issue's template says that nothing is quoted, and where help is."""
    template = _read(".github/ISSUE_TEMPLATE/missed-danger.md")
    assert "NEVER quote" in template
    assert "NUNCA cites" in template
    assert "findahelpline.com" in template
