"""The system prompt: versioned, short enough, and with the rules that matter."""

from __future__ import annotations

import re

import pytest

from worker.system_prompt import SYSTEM_PROMPT, VERSION


def test_it_has_a_version_and_a_bound() -> None:
    """The version is a date with a counter; the text leaves room in the token budget."""
    assert re.fullmatch(r"\d{4}-\d\d-\d\d\.\d+", VERSION)
    assert len(SYSTEM_PROMPT.split()) <= 460


@pytest.mark.parametrize(
    "rule",
    ["programa", "diagnosticas", "medicación", "métodos", "juzgar", "tú, vos o usted", "números de teléfono"],
)
def test_it_holds_the_rules(rule: str) -> None:
    """Role, register and prohibitions are all there."""
    assert rule in SYSTEM_PROMPT


def test_it_names_no_number() -> None:
    """Numbers come from the directory, never from the prompt."""
    assert not re.search(r"\d{3}", SYSTEM_PROMPT.replace("120 palabras", ""))
