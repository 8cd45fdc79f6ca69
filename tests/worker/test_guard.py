"""The guard's verdicts on tables of sentences: what is never shown, and what must be shown."""

from __future__ import annotations

import io
import json
import subprocess
import sys
from pathlib import Path

import pytest

from shared.crisis.levels import Level
from tests.support.env import ROOT
from worker.guard import RULES, RULES_VERSION, check

HERE = Path(__file__).parent


def rows(name: str) -> list[tuple[str, Level, str | None, str]]:
    """Return (rule, level, country, sentence) for each line of a table."""
    found = []
    for line in (HERE / name).read_text(encoding="utf-8").splitlines():
        if line and not line.startswith("#"):
            head, sentence = line.split(" | ", 1)
            rule, level, country = (*head.split(), *["ideation", "ES"][len(head.split()) - 1 :])[:3]
            found.append((rule, Level(level), None if country == "-" else country, sentence))
    return found


REFUSED = rows("guard_refused.txt") + rows("guard_refused_later.txt")
ALLOWED = rows("guard_allowed.txt") + rows("guard_allowed_later.txt")


@pytest.mark.parametrize(("rule", "level", "country", "sentence"), REFUSED)
def test_what_harms_is_refused(rule: str, level: Level, country: str | None, sentence: str) -> None:
    """A harmful sentence is refused, alone and within a warm reply."""
    for reply in (sentence, f"Gracias por contarme esto. {sentence} ¿Cómo estás ahora?"):
        verdict = check(reply, level, country)
        assert not verdict.allowed
        assert verdict.rule in RULES


@pytest.mark.parametrize(("rule", "level", "country", "sentence"), ALLOWED)
def test_what_helps_is_allowed(rule: str, level: Level, country: str | None, sentence: str) -> None:
    """A supportive sentence near a rule is shown, alone and within a warm reply."""
    for reply in (sentence, f"Gracias por contarme esto. {sentence} Te leo."):
        verdict = check(reply, level, country)
        assert verdict.allowed, verdict.rule


def test_every_rule_is_shown_at_work_by_eight_sentences() -> None:
    """No rule goes untested."""
    named = [rule for rule, *_ in REFUSED]
    few = {rule for rule in RULES if rule != "failed" and named.count(rule) < 8}
    assert few == set()


def test_some_rules_hold_only_at_their_level() -> None:
    """A goodbye is fine without risk; couple's advice is refused to a victim only."""
    assert check("Hasta pronto, cuídate. Adiós.", Level.NONE, "ES").allowed
    assert not check("Hasta pronto, cuídate. Adiós.", Level.IDEATION, "ES").allowed
    assert check("Podrían ir a terapia de pareja.", Level.DISTRESS, "ES").allowed
    assert not check("Podrían ir a terapia de pareja.", Level.VICTIM, "ES").allowed


def test_the_command_answers_every_line_and_never_shows_the_text() -> None:
    """One verdict a line; a line that cannot be read, or an unknown level, fails closed."""
    lines = [
        json.dumps({"reply": "Te leo.", "level": "none", "country": "ES"}),
        json.dumps({"reply": "Soy psicóloga.", "level": "none", "country": None}),
        "no json",
        json.dumps({"reply": 3}),
        json.dumps({"reply": "Hablamos mañana.", "level": "odd", "country": "ES"}),
    ]
    done = subprocess.run(
        [sys.executable, "-m", "worker.guard"],
        input="\n".join(lines).encode() + b"\n\xff\xfe\n",
        capture_output=True,
        cwd=ROOT,
        check=True,
        timeout=30,
    )
    verdicts = [json.loads(line) for line in io.StringIO(done.stdout.decode())]
    assert verdicts == [
        {"allowed": True, "rule": None},
        {"allowed": False, "rule": "claims_professional"},
        {"allowed": False, "rule": "failed"},
        {"allowed": False, "rule": "failed"},
        {"allowed": False, "rule": "ends_talk"},
        {"allowed": False, "rule": "failed"},
    ]
    assert done.stderr == b""


def test_the_rules_have_a_version() -> None:
    """A refusal can be traced to the rules of its day."""
    assert RULES_VERSION
