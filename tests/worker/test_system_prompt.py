"""The system prompt: versioned, short enough, with the rules that matter and a note on the risk."""

from __future__ import annotations

import re

import pytest

from shared.crisis import Level
from worker.system_prompt import VERSION, system_prompt
from worker.tag import TagReader

PROMPT = system_prompt(Level.NONE)
RISKS = [level for level in Level if level.crisis and level is not Level.IMMINENT]
EVERY = [system_prompt(level, was=was) for level in Level for was in (Level.NONE, Level.IDEATION)]


def test_it_has_a_version_and_a_bound() -> None:
    """The version is a date with a counter; the text leaves room in the token budget."""
    assert re.fullmatch(r"\d{4}-\d\d-\d\d\.\d+", VERSION)
    assert max(len(prompt.split()) for prompt in EVERY) <= 600


@pytest.mark.parametrize(
    "rule",
    ["programa", "diagnosticas", "medicación", "métodos", "juzgar", "tú, vos o usted", "números de teléfono"],
)
def test_it_holds_the_rules(rule: str) -> None:
    """Role, register and prohibitions are all there, whatever the risk."""
    assert all(rule in prompt for prompt in EVERY)


def test_it_names_no_number() -> None:
    """Numbers come from the directory, never from the prompt."""
    assert not any(re.search(r"\d{3}", prompt.replace("120 palabras", "")) for prompt in EVERY)


def test_it_asks_for_the_tag_with_every_level() -> None:
    """The model is told the form, and each name that the worker understands."""
    assert "[nivel: X]" in PROMPT
    offered = PROMPT.split("[nivel: X]")[1].split(".")[0]
    assert [level for level in Level if level.value not in offered] == []
    for level in Level:
        reader = TagReader()
        reader.feed(f"[nivel: {level.value}] Hola.")
        assert reader.level is level


@pytest.mark.parametrize("level", RISKS)
def test_a_risk_that_is_up_is_noted(level: Level) -> None:
    """The note names the level, forbids ending the talk, and stands after all that always holds."""
    noted = system_prompt(level, was=Level.IDEATION)
    assert noted.startswith(PROMPT)
    note = noted.removeprefix(PROMPT)
    assert f"({level.value})" in note
    assert "No cierres la charla" in note


@pytest.mark.parametrize("level", [level for level in Level if not level.crisis])
def test_a_risk_that_came_down_asks_for_one_soft_check(level: Level) -> None:
    """Only then: without any earlier risk the prompt has no note."""
    assert system_prompt(level) == PROMPT
    note = system_prompt(level, was=Level.VICTIM).removeprefix(PROMPT)
    assert "una pregunta suave" in note
    assert "(victim)" in note
