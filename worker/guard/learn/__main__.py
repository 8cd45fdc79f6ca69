"""`python -m worker.guard.learn`: trains the guard's ear on its corpus."""

from __future__ import annotations

import random

from shared.network.model import Model
from shared.network.train import Recipe, train
from worker.guard.learn.lessons import (
    EVERYDAY_WORDS,
    GuardLessons,
    nonsense,
    own_words,
    read_corpus,
    wordings,
)
from worker.guard.sense import WEIGHTS

RECIPE = Recipe(epochs=20, drop_word=0.15)

corpus = [*read_corpus(), *own_words(), *wordings(), *nonsense(1600, EVERYDAY_WORDS, random.Random(0))]
first = Model(train(GuardLessons(corpus), RECIPE))
train(GuardLessons(corpus, first), RECIPE).save(WEIGHTS)
