"""The detector: what it finds, what it leaves alone, and that it always answers."""

from __future__ import annotations

import json
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from shared.crisis import Assessment, Level, assess, detect

ROOT = Path(__file__).parents[2]
DEV = ROOT / "tests" / "data" / "crisis_dev.jsonl"
IN_DANGER = {
    "crisis_self_imminent": Level.IMMINENT,
    "crisis_self_ideation": Level.IDEATION,
    "self_harm": Level.SELF_HARM,
    "violence_victim": Level.VICTIM,
    "third_party_risk": Level.THIRD_PARTY,
}


def _rows() -> Iterator[tuple[str, str]]:
    for line in DEV.read_text(encoding="utf-8").splitlines():
        row = json.loads(line)
        yield row["text"], row["label"]


def _crisis_share(labels: set[str]) -> float:
    answers = [assess(text).crisis for text, label in _rows() if label in labels]
    return sum(answers) / len(answers)


@pytest.mark.parametrize("label", IN_DANGER)
def test_recall_per_level_on_the_dev_set(label: str) -> None:
    """Every kind of danger in the labelled messages is found nearly always."""
    assert _crisis_share({label}) >= 0.95


def test_false_alarms_on_the_dev_set() -> None:
    """Messages without danger hardly ever raise an alarm."""
    assert _crisis_share({label for _, label in _rows()} - set(IN_DANGER)) <= 0.02


def test_levels_on_the_dev_set() -> None:
    """The level itself, not only the alarm, is right for most messages in danger."""
    right = [assess(text).level is IN_DANGER[label] for text, label in _rows() if label in IN_DANGER]
    assert sum(right) / len(right) >= 0.9


@pytest.mark.parametrize(
    ("text", "level"),
    [
        ("ya conté las pastillas", Level.IMMINENT),
        ("dejé las cartas escritas", Level.IMMINENT),
        ("estoy en la azotea", Level.IMMINENT),
        ("no me quiero matar, pero ya conté las pastillas", Level.IMMINENT),
        ("estarían mejor sin mí", Level.IDEATION),
        ("no, quiero morir", Level.IDEATION),
        ("no dejo de pensar en matarme", Level.IDEATION),
        ("hace años me cortaba y ahora volví a cortarme", Level.SELF_HARM),
        ("mi hermana se quiere matar", Level.THIRD_PARTY),
        ("hace años lo intenté, hoy estoy bien", Level.PAST),
        ("nunca me mataría", Level.PAST),
        ("me muero de risa", Level.NONE),
        ("la dieta me está matando", Level.NONE),
        ("este examen me va a matar", Level.NONE),
    ],
)
def test_who_when_and_how_it_is_meant(text: str, level: Level) -> None:
    """Person, time, negation and figures of speech decide, not the words alone."""
    assert assess(text).level is level


def test_gravest_level_wins_and_names_its_rules() -> None:
    """Of several levels in one message the gravest is told, with only its own rule ids."""
    result = assess("mi novio me pega. no quiero vivir más")
    assert result.level is Level.IDEATION
    assert result.rules
    assert all(rule.startswith("ideation.") for rule in result.rules)


def test_the_gate_hides_nothing(monkeypatch: pytest.MonkeyPatch) -> None:
    """Sentences skipped for speed are sentences in which no rule would have found anything."""
    gated = [assess(text) for text, _ in _rows()]
    monkeypatch.setattr(detect, "_ALWAYS", (1 << len(detect._PATTERNS)) - 1)
    assert [assess(text) for text, _ in _rows()] == gated


def test_a_failure_inside_counts_as_ideation(monkeypatch: pytest.MonkeyPatch) -> None:
    """Whatever breaks in the detector, the person is treated as in danger."""

    def broken(text: str) -> list[str]:
        raise ValueError("broken")

    monkeypatch.setattr(detect, "units", broken)
    assert assess("hola") == Assessment(Level.IDEATION, ("detector_failed",))


def test_more_than_can_be_read_counts_as_ideation() -> None:
    """A text of countless different sentences with words of danger is not waved through."""
    text = ". ".join(f"no quiero vivir en la casa {number}, me muero de risa" for number in range(3000))
    assert assess(text) == Assessment(Level.IDEATION, ("too_much_to_read",))


def test_levels_are_ranked_and_only_the_first_five_are_crises() -> None:
    """The order of gravity is the order of the policy."""
    assert [level for level in Level if level.crisis] == list(Level)[:5]
    assert sorted(Level, key=lambda level: -level.rank) == list(Level)


@given(st.text())
def test_any_text_gets_an_answer_that_does_not_change(text: str) -> None:
    """The detector is total and deterministic, and none of its rules broke on the way."""
    assert assess(text) == assess(text)
    assert assess(text).rules != ("detector_failed",)


def test_the_command_prints_one_object_a_line() -> None:
    """`python -m shared.crisis` answers each line with level, crisis and rules, and nothing of the text."""
    done = subprocess.run(
        [sys.executable, "-m", "shared.crisis"],
        input="quiero morirme\nhola\n",
        capture_output=True,
        text=True,
        check=True,
        cwd=ROOT,
        timeout=30,
    )
    first, second = (json.loads(line) for line in done.stdout.splitlines())
    assert (first["level"], first["crisis"]) == ("ideation", True)
    assert second == {"level": "none", "crisis": False, "rules": []}
    assert "morirme" not in done.stdout
