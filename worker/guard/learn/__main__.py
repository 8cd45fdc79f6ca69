"""`python -m worker.guard.learn`: trains the guard's ear on its corpus."""

from __future__ import annotations

from shared.network.model import Model
from shared.network.train import Recipe, train
from worker.guard.learn.lessons import GuardLessons, own_words, read_corpus
from worker.guard.sense import WEIGHTS

RECIPE = Recipe(epochs=20, drop_word=0.15)

corpus = [*read_corpus(), *own_words()]
first = Model(train(GuardLessons(corpus), RECIPE))
train(GuardLessons(corpus, first), RECIPE).save(WEIGHTS)
