"""The detector: what it finds, what it leaves alone, and that it always answers."""

from __future__ import annotations

import json
import subprocess
import sys
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from shared.crisis import Assessment, Level, assess, detect
from shared.crisis.learn.corpus import read_corpus
from shared.crisis.learn.report import Verdict, figures, judge_all

ROOT = Path(__file__).parents[2]


def _judged(source: str) -> list[Verdict]:
    return judge_all(
        (each for each in read_corpus(held_out=True) if each.source == source),
        lambda text: assess(text).level,
    )


@pytest.mark.parametrize("source", ["heldout_b", "heldout_dev"])
def test_danger_is_seen_in_messages_it_never_learned_from(source: str) -> None:
    """On sets written apart the detector is as good as the care policy asks."""
    numbers = figures(_judged(source))
    assert numbers.recall is not None
    assert numbers.recall >= 0.95
    assert numbers.false_alarms is not None
    assert numbers.false_alarms <= 0.06


@pytest.mark.parametrize("level", [level for level in Level if level.crisis])
def test_every_kind_of_danger_is_seen(level: Level) -> None:
    """No kind of danger is traded for another."""
    verdicts = [each for each in _judged("heldout_b") if each.example.level is level]
    seen = sum(each.found.crisis for each in verdicts) / len(verdicts)
    assert seen >= (0.97 if level is Level.IMMINENT else 0.9)


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
    result = assess("mi novio me pega. quiero morirme")
    assert result.level is Level.IDEATION
    assert result.rules
    assert not any("victim" in rule for rule in result.rules)


@pytest.mark.parametrize("place", [0, 20, 39])
def test_danger_is_seen_anywhere_in_a_long_message(place: int) -> None:
    """One sentence among forty ordinary ones is enough."""
    sentences = [f"El día {number} fuimos al mercado y cocinamos con la abuela" for number in range(40)]
    sentences[place] = "La verdad es que ya no quiero vivir y pienso en matarme"
    assert assess(". ".join(sentences)).crisis


def test_a_failure_inside_counts_as_ideation(monkeypatch: pytest.MonkeyPatch) -> None:
    """Whatever breaks in the detector, the person is treated as in danger."""

    def broken(text: str) -> list[list[str]]:
        raise ValueError("broken")

    monkeypatch.setattr(detect, "sentences", broken)
    assert assess("hola") == Assessment(Level.IDEATION, ("detector_failed",))


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
