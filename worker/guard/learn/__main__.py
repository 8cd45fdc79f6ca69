"""`python -m worker.guard.learn`: trains the guard's ear on its corpus."""

from __future__ import annotations

from shared.network.train import Recipe, train
from worker.guard.learn.lessons import GuardLessons, read_corpus
from worker.guard.sense import WEIGHTS

train(GuardLessons(list(read_corpus())), Recipe(epochs=20)).save(WEIGHTS)
