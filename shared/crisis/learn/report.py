"""How good the detector is: figures, a table of confusions, every miss. Pure: it is given the corpus."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass
from typing import Final

from shared.crisis.learn.corpus import Example
from shared.crisis.learn.noise import NOISES
from shared.crisis.levels import Level

Judge = Callable[[str], Level]

LISTED_CHARS: Final = 120
"""A listed miss is cut after so many characters."""


@dataclass(frozen=True, slots=True)
class Verdict:
    """What the detector made of one example."""

    example: Example
    found: Level

    @property
    def right(self) -> bool:
        """True when danger was told from no danger."""
        return self.found.crisis == self.example.level.crisis


def judge_all(examples: Iterable[Example], judge: Judge) -> list[Verdict]:
    """Return the verdict on every example."""
    return [Verdict(example, judge(example.text)) for example in examples]


@dataclass(frozen=True, slots=True)
class Figures:
    """Recall and false alarms. Shares from 0 to 1; None where there was nothing to count."""

    recall: float | None
    false_alarms: float | None
    count: int


def figures(verdicts: Sequence[Verdict]) -> Figures:
    """Return how much danger was seen, and how often it was seen where there is none."""
    danger = [each.found.crisis for each in verdicts if each.example.level.crisis]
    calm = [each.found.crisis for each in verdicts if not each.example.level.crisis]
    return Figures(_share(danger), _share(calm), len(verdicts))


def summary(title: str, verdicts: Sequence[Verdict]) -> Iterator[str]:
    """Yield the report on one set as lines of Markdown."""
    yield f"## {title}: {_both(figures(verdicts))}"
    yield ""
    yield from _table("level", verdicts, lambda each: each.example.level.value)
    yield from _table("country", verdicts, lambda each: each.example.country)
    yield from _table("style", verdicts, lambda each: each.example.style)
    yield from _confusions(verdicts)


def misses(verdicts: Sequence[Verdict]) -> Iterator[str]:
    """Yield every wrong decision: danger not seen first."""
    wrong = [each for each in verdicts if not each.right]
    for each in sorted(wrong, key=lambda each: (-each.example.level.rank, each.example.source)):
        text = each.example.text
        short = text if len(text) <= LISTED_CHARS else f"{text[:LISTED_CHARS]}…"
        yield f"- {each.example.level.value} → {each.found.value} ({each.example.source}): {short}"


def under_noise(examples: Sequence[Example], judge: Judge, seed: int = 0) -> Iterator[str]:
    """Yield, for each kind of bad spelling, how many decisions on danger it leaves unchanged."""
    import random

    yield "| spelling | danger seen before, and still | decisions unchanged |"
    yield "|---|---|---|"
    plain = [judge(example.text).crisis for example in examples]
    for name, noise in NOISES.items():
        rng = random.Random(seed)
        after = [judge(noise(example.text, rng)).crisis for example in examples]
        kept = _share([now for before, now in zip(plain, after, strict=True) if before])
        same = _share([before == now for before, now in zip(plain, after, strict=True)])
        yield f"| {name} | {_percent(kept)} | {_percent(same)} |"


def _table(name: str, verdicts: Sequence[Verdict], key: Callable[[Verdict], str]) -> Iterator[str]:
    groups: dict[str, list[Verdict]] = defaultdict(list)
    for verdict in verdicts:
        groups[key(verdict)].append(verdict)
    yield f"| {name} | messages | recall | false alarms | level right |"
    yield "|---|---|---|---|---|"
    for group, its in sorted(groups.items(), key=lambda item: -len(item[1])):
        numbers = figures(its)
        exact = _share([each.found is each.example.level for each in its])
        yield (
            f"| {group} | {len(its)} | {_percent(numbers.recall)} | {_percent(numbers.false_alarms)} "
            f"| {_percent(exact)} |"
        )
    yield ""


def _confusions(verdicts: Sequence[Verdict]) -> Iterator[str]:
    counts = Counter((each.example.level, each.found) for each in verdicts)
    yield "| is \\ found | " + " | ".join(level.value for level in Level) + " |"
    yield "|---" * (len(Level) + 1) + "|"
    for level in Level:
        yield f"| {level.value} | " + " | ".join(str(counts[level, found] or "") for found in Level) + " |"
    yield ""


def _share(answers: Sequence[bool]) -> float | None:
    return sum(answers) / len(answers) if answers else None


def _percent(share: float | None) -> str:
    return "" if share is None else f"{100 * share:.1f} %"


def _both(numbers: Figures) -> str:
    return (
        f"recall {_percent(numbers.recall)}, false alarms {_percent(numbers.false_alarms)} "
        f"({numbers.count} messages)"
    )
