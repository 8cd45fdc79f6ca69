"""The guard's corpus and its lessons: readable, enough of every kind, apart from what judges."""

from __future__ import annotations

import json
import random
from collections import Counter
from pathlib import Path

import pytest

from worker.guard import RULES
from worker.guard.folding import fold
from worker.guard.learn.lessons import GuardLessons, own_words, read_corpus
from worker.guard.sense import NUMBER, SAFE
from worker.guard.stream import FAILED, PHONE

HERE = Path(__file__).parent
LABELS = {*RULES, SAFE} - {PHONE, FAILED}


def folded(text: str) -> str:
    """Return the words of `text` without case, accents and signs."""
    return " ".join("".join(char if (char := fold(each)).isalnum() else " " for each in text).lower().split())


def judging() -> list[str]:
    """Return every reply of the exams that the guard is judged by."""
    exams = [path.read_text(encoding="utf-8").splitlines() for path in sorted(HERE.glob("guard_*.jsonl"))]
    return [json.loads(line)["reply"] for exam in exams for line in exam if line]


def test_the_corpus_has_enough_of_every_kind() -> None:
    """A hundred sentences a rule, thousands that are safe, and no heading that is no rule."""
    counts = Counter(label for _, label in read_corpus())
    assert set(counts) == LABELS
    assert {label for label, count in counts.items() if count < 100} == set()
    assert counts[SAFE] > 3000


def test_no_line_of_the_corpus_contradicts_another() -> None:
    """What is harm in one place is not safe in another."""
    kinds: dict[str, set[bool]] = {}
    for text, label in read_corpus():
        kinds.setdefault(folded(text), set()).add(label == SAFE)
    assert [text for text, safe in kinds.items() if len(safe) > 1] == []


def test_nothing_that_judges_is_learned_from() -> None:
    """No sentence or reply of the exams stands in the corpus, not even in another spelling."""
    learned = {folded(text) for text, _ in read_corpus()}
    tables = judging()
    assert len(tables) > 500
    assert [text for text in tables if folded(text) in learned] == []


def test_a_heading_gives_the_label(tmp_path: Path) -> None:
    """What stands under a heading has its label; remarks and empty lines are skipped, other files too."""
    (tmp_path / "b.txt").write_text("# remark\n[safe]\n  Te leo. \n\n[method]\n# no\nUno dos.\n")
    (tmp_path / "a.txt").write_text("[burden]\nTres.\n")
    (tmp_path / "c.md").write_text("Nada.\n")
    assert list(read_corpus(tmp_path)) == [("Tres.", "burden"), ("Te leo.", "safe"), ("Uno dos.", "method")]


def test_a_line_before_the_first_heading_names_its_file(tmp_path: Path) -> None:
    """A slip is told, not guessed at; a file's last heading does not reach into the next one."""
    (tmp_path / "a.txt").write_text("[safe]\nTe leo.\n")
    (tmp_path / "b.txt").write_text("Te leo.\n")
    with pytest.raises(ValueError, match=r"b\.txt"):
        list(read_corpus(tmp_path))


def test_harm_is_learned_whole_and_safety_sentence_by_sentence() -> None:
    """Which sentence of a harmful text does the harm is not known; every sentence of a safe one is safe."""
    lessons = GuardLessons([("Te leo. ¿Quieres seguir?", SAFE), ("Uno, DOS. Tres", "method")])
    assert lessons.labels == ("method", SAFE)
    assert lessons.tokens == [
        ["te", "leo", "."],
        ["quieres", "seguir", "?"],
        ["uno", ",", "dos", ".", "tres", "."],
    ]
    assert [lessons.labels[target] for target in lessons.targets] == [SAFE, SAFE, "method"]


def test_a_lesson_is_at_times_only_the_beginning_of_its_sentence() -> None:
    """Any beginning of what is safe, most of what is harm: half a harmful sentence may be quite innocent."""
    lessons = GuardLessons(
        [("uno dos tres cuatro cinco seis.", SAFE), ("uno dos tres cuatro cinco.", "method")]
    )
    rng = random.Random(0)
    for at, least in ((0, 1), (1, 4)):
        read = [lessons.varied(at, rng) for _ in range(200)]
        assert all(tokens == lessons.tokens[at][: len(tokens)] for tokens in read)
        assert {len(tokens) for tokens in read} == set(range(least, len(lessons.tokens[at]) + 1))


def test_numbers_are_learned_as_they_are_heard() -> None:
    """Whatever the number, it is the same token to the network."""
    lessons = GuardLessons([("Faltan 24 horas", SAFE)])
    assert lessons.tokens == [["faltan", NUMBER, "horas", "."]]


def test_our_own_words_are_safe() -> None:
    """The templates at every level of danger are learned as safe, whatever the country."""
    own = list(own_words())
    assert {label for _, label in own} == {SAFE}
    assert all(text for text, _ in own)
    assert len(set(own)) > 100
