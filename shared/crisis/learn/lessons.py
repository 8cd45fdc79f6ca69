"""The corpus as the network learns it.

Every message is read clean or, half of the time, as somebody in a hurry would have typed it; and a message of
danger at times stands next to an everyday sentence or behind a denial, which changes nothing about it.
"""

from __future__ import annotations

import random
from collections.abc import Sequence
from typing import Final

from shared.crisis.learn.corpus import Example
from shared.crisis.learn.noise import noisy
from shared.crisis.levels import Level
from shared.crisis.stream import stream
from shared.network.model import WINDOW

LABELS: Final = (*(level.value for level in Level), "figurative")
"""What the network tells apart; a figure of speech is a kind of `none` that is learned by itself."""

NOISE: Final = 0.5
BESIDE: Final = 0.2
TOGETHER: Final = 0.25
BEHIND_DENIAL: Final = 0.03
SHORT_DENIAL: Final = 12
"""Tokens; a longer one is a tale of its own."""
_BUT: Final = ((",", "pero"), ("pero",), (".", "pero"), (",",), (".",))
_AND: Final = ((".",), (".",), (",",), ("i",), (",", "i"))
_EVERYDAY: Final = (Level.NONE, Level.DISTRESS)


def label_of(example: Example) -> str:
    """Return the label that the network learns for `example`."""
    figurative = example.level is Level.NONE and example.family.startswith("figurative")
    return "figurative" if figurative else example.level.value


class CrisisLessons:
    """See :class:`shared.network.train.Lessons`. Messages longer than a window are left out."""

    labels = LABELS

    def __init__(self, examples: Sequence[Example]) -> None:
        read = [(example, stream(example.text)) for example in examples]
        read = [(example, tokens) for example, tokens in read if 0 < len(tokens) <= WINDOW]
        self._examples = [example for example, _ in read]
        self.tokens = [tokens for _, tokens in read]
        self.targets = [LABELS.index(label_of(example)) for example in self._examples]
        self._same: dict[int, list[list[str]]] = {}
        for tokens, target in zip(self.tokens, self.targets, strict=True):
            self._same.setdefault(target, []).append(tokens)
        self._denials = [
            tokens for example, tokens in read if example.level is Level.PAST and len(tokens) < SHORT_DENIAL
        ]
        self._everyday = [
            tokens for example, tokens in read if example.level in _EVERYDAY and len(tokens) < WINDOW // 2
        ]

    def _longer(self, at: int, tokens: list[str], rng: random.Random) -> list[str]:
        """Return a harmless message, at times with another of its kind beside it: together they stay so."""
        if self._examples[at].level not in _EVERYDAY or rng.random() >= TOGETHER:
            return tokens
        other = rng.choice(self._same[self.targets[at]])
        return [*tokens[:-1], *rng.choice(_AND), *other]

    def varied(self, at: int, rng: random.Random) -> list[str]:
        """Return message number `at`, perhaps misspelt, perhaps with an everyday sentence beside it."""
        tokens = self.tokens[at]
        if rng.random() < NOISE:
            tokens = stream(noisy(self._examples[at].text, rng))
        if not self._examples[at].level.crisis:
            return self._longer(at, tokens, rng)
        chance = rng.random()
        if self._everyday and chance < BESIDE:
            other = rng.choice(self._everyday)
            first, second = (other, tokens) if rng.random() < 0.5 else (tokens, other)
            return [*first[:-1], *rng.choice(_AND), *second]
        if self._denials and chance < BESIDE + BEHIND_DENIAL:
            # "No me quiero matar, pero ...": what comes behind the "but" is what counts.
            return [*rng.choice(self._denials)[:-1], *rng.choice(_BUT), *tokens]
        return tokens
