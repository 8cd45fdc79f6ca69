"""The corpus and what is made of it: readable, honest, apart from what judges; noise; report."""

from __future__ import annotations

import random
from collections import Counter
from pathlib import Path

import pytest

from shared.crisis import Level
from shared.crisis.learn.corpus import CorpusError, Example, folds, read_corpus, read_file
from shared.crisis.learn.lessons import LABELS, CrisisLessons, label_of
from shared.crisis.learn.noise import NOISES, noisy
from shared.crisis.learn.report import figures, judge_all, misses, summary, under_noise
from shared.crisis.normal import plain


def example(text: str, level: Level = Level.NONE, family: str = "neutral-x") -> Example:
    """Return an example with these properties."""
    return Example(text, level, family, "general", "standard", "file")


def test_the_corpus_is_large_and_has_every_level() -> None:
    """Thousands of messages; none of the nine levels is left to chance."""
    counts = Counter(each.level for each in read_corpus())
    assert sum(counts.values()) > 20_000
    assert all(counts[level] > 1000 for level in Level)


def test_nothing_that_judges_is_learned_from() -> None:
    """No held-out message stands in the corpus, not even in another spelling."""
    learned = {" ".join(plain(each.text).split()) for each in read_corpus()}
    assert not [each.text for each in read_corpus(held_out=True) if plain(each.text) in learned]


def test_a_heading_gives_level_family_country_and_style(tmp_path: Path) -> None:
    """What stands under a heading has its properties; remarks and empty lines are skipped."""
    file = tmp_path / "one.txt"
    file.write_text(
        "# remark\n[ideation | wish | AR/UY | chat]\nkiero morir\n\n[none | neutral-a | MX | caps]\nHOLA\n"
    )
    first, second = read_file(file)
    assert first == Example("kiero morir", Level.IDEATION, "wish", "AR/UY", "chat", "one")
    assert (second.level, second.country) == (Level.NONE, "MX")


@pytest.mark.parametrize("text", ["hola\n", "[grave | x | MX | chat]\nhola\n", "[none | x | MX | loud]\n"])
def test_what_cannot_be_read_names_file_and_line(tmp_path: Path, text: str) -> None:
    """A slip in a heading is told, not guessed at."""
    file = tmp_path / "two.txt"
    file.write_text(text)
    with pytest.raises(CorpusError, match=r"two\.txt:1"):
        list(read_file(file))


def test_families_are_held_out_whole() -> None:
    """No family is on both sides, and each is held out exactly once."""
    examples = [example(f"m{n}", family=f"f{n % 7}") for n in range(70)]
    seen: list[Example] = []
    for known, unknown in folds(examples, 3):
        assert not {each.family for each in known} & {each.family for each in unknown}
        seen += unknown
    assert sorted(each.text for each in seen) == sorted(each.text for each in examples)


def test_a_figure_of_speech_is_a_label_of_its_own() -> None:
    """The network learns figures apart from small talk; both are level none."""
    assert label_of(example("me muero de risa", family="figurative-laughter")) == "figurative"
    assert label_of(example("hola")) == "none"


def test_lessons_vary_and_leave_out_what_is_too_long() -> None:
    """A message is at times misspelt or stands beside another; the label stays."""
    lessons = CrisisLessons(
        [
            example("quiero morirme ya", Level.IDEATION),
            example("hola, buenas"),
            example("ya " + "no sí " * 200),
        ]
    )
    assert lessons.targets == [LABELS.index("ideation"), LABELS.index("none")]
    rng = random.Random(0)
    assert len({tuple(lessons.varied(0, rng)) for _ in range(50)}) >= 4


@pytest.mark.parametrize("name", NOISES)
def test_noise_is_seeded_and_keeps_something_to_read(name: str) -> None:
    """The same seed gives the same misspelling; no text becomes empty."""
    text = "Ya no quiero seguir viviendo, estoy cansada"
    assert NOISES[name](text, random.Random(3)) == NOISES[name](text, random.Random(3)) != ""


def test_noise_changes_most_messages() -> None:
    """Misspelling is no formality."""
    rng = random.Random(1)
    assert (
        sum(noisy("Ya no quiero seguir viviendo", rng) != "Ya no quiero seguir viviendo" for _ in range(100))
        > 80
    )


def test_the_report_counts_and_lists() -> None:
    """Recall, false alarms, confusions and misses are those of the verdicts."""
    examples = [
        example("uno", Level.IDEATION),
        example("dos", Level.IMMINENT),
        example("tres"),
        example("cuatro", Level.PAST),
    ]
    answers = {"uno": Level.IDEATION, "dos": Level.NONE, "tres": Level.NONE, "cuatro": Level.VICTIM}
    verdicts = judge_all(examples, answers.__getitem__)
    numbers = figures(verdicts)
    assert (numbers.recall, numbers.false_alarms, numbers.count) == (0.5, 0.5, 4)
    assert list(misses(verdicts)) == [
        "- imminent → none (file): dos",
        "- past → victim (file): cuatro",
    ]
    text = "\n".join(summary("Set", verdicts))
    assert "recall 50.0 %, false alarms 50.0 %" in text
    assert "| ideation | 1 | 100.0 % |  | 100.0 % |" in text


def test_the_report_tells_what_bad_spelling_changes() -> None:
    """A judge that minds capitals is found out."""
    rows = {
        row.split(" | ")[0]: row
        for row in under_noise(
            [example("ayuda")], lambda text: Level.IDEATION if text.islower() else Level.NONE
        )
    }
    assert rows["| capitals"].endswith("| 0.0 % | 0.0 % |")
    assert rows["| no_accents"].endswith("| 100.0 % | 100.0 % |")
