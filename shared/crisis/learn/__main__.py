"""`python -m shared.crisis.learn train | report [--quick]`: `make crisis-train` and `make crisis-report`."""

from __future__ import annotations

import argparse
import random
from collections.abc import Iterable

from shared.crisis.detect import WEIGHTS, assess, level_in
from shared.crisis.learn import report
from shared.crisis.learn.corpus import Example, folds, read_corpus
from shared.crisis.learn.lessons import CrisisLessons
from shared.crisis.learn.noise import nonsense
from shared.crisis.levels import Level

FOLDS = 4
NONSENSE = 900
RECIPE = {"vector": 64, "hidden": 96, "epochs": 20}
QUICK_EPOCHS = 10
"""Enough for the figures on held-out families; the shipped weights are trained for longer."""


def main() -> None:
    """Train the shipped weights, or print the report on them as Markdown."""
    parser = argparse.ArgumentParser(prog="python -m shared.crisis.learn")
    parser.add_argument("what", choices=("train", "report"))
    parser.add_argument("--quick", action="store_true", help="without the families held out: no training")
    options = parser.parse_args()
    if options.what == "train":
        _train()
    else:
        _report(quick=options.quick)


def _train() -> None:
    from shared.network.train import Recipe, train

    examples = read_corpus()
    everyday = [each.text for each in examples if each.source == "basics" and each.level is Level.NONE]
    for text in nonsense(NONSENSE, everyday, random.Random(0)):
        examples.append(Example(text, Level.NONE, "neutral-nonsense", "general", "standard", "nonsense"))
    train(CrisisLessons(examples), Recipe(**RECIPE)).save(WEIGHTS)


def _report(*, quick: bool) -> None:
    held_out = read_corpus(held_out=True)
    verdicts = report.judge_all(held_out, _assessed)
    for source in sorted({example.source for example in held_out}):
        _print(report.summary(source, [each for each in verdicts if each.example.source == source]))
    print("## Bad spelling (all sets above)\n")
    _print(report.under_noise(held_out, _assessed))
    print()
    if not quick:
        across = _across_families(read_corpus())
        _print(report.summary(f"Families held out, {FOLDS} parts", across))
    print("## Misses of the sets above, families aside\n")
    _print(report.misses(verdicts))


def _across_families(examples: list[Example]) -> list[report.Verdict]:
    """Judge every message by a network that saw none of its family."""
    from shared.network.model import Model
    from shared.network.train import Recipe, train

    verdicts: list[report.Verdict] = []
    for known, unknown in folds(examples, FOLDS):
        model = Model(train(CrisisLessons(known), Recipe(**{**RECIPE, "epochs": QUICK_EPOCHS})))
        verdicts += report.judge_all(unknown, lambda text, model=model: level_in(text, model))  # type: ignore[misc]
    return verdicts


def _assessed(text: str) -> Level:
    return assess(text).level


def _print(lines: Iterable[str]) -> None:
    for line in lines:
        print(line)


if __name__ == "__main__":
    main()
