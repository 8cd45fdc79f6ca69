"""The network at work: tokens in, the probability of each label out. Pure, deterministic, quick."""

from __future__ import annotations

import os
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Final

# Small products: a second thread costs more than it brings, and the event loop's core is its own.
os.environ.setdefault("OPENBLAS_NUM_THREADS", "1")

import numpy as np
import numpy.typing as npt

from shared.network.features import grams
from shared.network.weights import Floats, Weights

WINDOW: Final = 64
"""Tokens that are judged together; longer texts are read in windows that overlap by half."""
_HALF: Final = WINDOW // 2

CHUNK: Final = 512
"""Tokens worked on at a time, so that what they need stays in the processor's cache."""

EXPLAINED: Final = 2
"""Detectors named in an explanation."""

MAX_UNKNOWN: Final = 800
"""Different words not in the vocabulary that are read by their letters; the rest of them say nothing."""

_GAP: Final = "#"
"""Stands between texts that are read in one go; what it contributes is wiped out."""

Rows = npt.NDArray[np.intp]


@dataclass(frozen=True, slots=True)
class Reading:
    """What the network makes of one window: the probability of each label, and how it came to it."""

    probabilities: Floats
    pooled: Floats
    hidden: Floats


class Model:
    """A network, ready to read."""

    def __init__(self, weights: Weights) -> None:
        self.labels = weights.labels
        self._weights = weights
        self._index = {word: row for row, word in enumerate(weights.vocabulary)}
        width, _, self._count = weights.detectors.shape
        self._reach = width // 2
        # What every known word contributes to each detector at each place, worked out once.
        self._slots = np.concatenate(list(weights.detectors), axis=1)
        self._known = self._project(self._vectors(weights.vocabulary) + weights.words)

    def read(self, tokens: Sequence[str]) -> list[Reading]:
        """Return what each window of `tokens` says; `tokens` must not be empty."""
        table, rows = self._look_up(tokens)
        return self.judge(self._pool(table, rows))

    def read_each(self, texts: Sequence[Sequence[str]]) -> list[Reading]:
        """Return what each of `texts` says by itself, worked out in one go. No text may be empty."""
        tokens = [token for text in texts for token in (*text, _GAP)]
        ends = np.cumsum([len(text) + 1 for text in texts])
        gaps = ends - 1
        table, rows = self._look_up(tokens)
        contributions = table[rows]
        contributions[gaps] = 0
        answers = self._detect(contributions)
        answers[gaps] = 0
        return self.judge(np.maximum.reduceat(answers, ends - np.diff(ends, prepend=0), axis=0))

    def judge(self, pooled: Floats) -> list[Reading]:
        """Return what each row of `pooled` (the strongest answers in one window) says."""
        hidden = np.maximum(pooled @ self._weights.hidden + self._weights.hidden_bias, 0)
        scores = hidden @ self._weights.out + self._weights.out_bias
        scores = np.exp(scores - scores.max(axis=1, keepdims=True))
        scores /= scores.sum(axis=1, keepdims=True)
        return [Reading(*each) for each in zip(scores, pooled, hidden, strict=True)]

    def answers(self, tokens: Sequence[str]) -> Floats:
        """Return what each detector answers at each of a few `tokens`."""
        return self._convolve(*self._look_up(tokens))

    def strongest(self, reading: Reading, label: str) -> tuple[int, ...]:
        """Return the detectors that spoke most for `label`: an explanation that holds no word of the text."""
        voices = (reading.hidden > 0) * self._weights.out[:, self.labels.index(label)]
        weight = reading.pooled * (self._weights.hidden @ voices)
        return tuple(int(each) for each in np.argsort(-weight)[:EXPLAINED])

    def _vectors(self, tokens: Sequence[str]) -> Floats:
        ids, starts = grams(tokens)
        counts = np.diff(np.append(starts, len(ids)))
        sums: Floats = np.add.reduceat(self._weights.buckets[ids], starts, axis=0)
        sums /= counts[:, None].astype(np.float32)
        return sums

    def _project(self, vectors: Floats) -> Floats:
        projected: Floats = vectors @ self._slots
        return projected

    def _look_up(self, tokens: Sequence[str]) -> tuple[Floats, Rows]:
        """Return a table of contributions and each token's row in it."""
        index, known = self._index, len(self._index)
        unknown: dict[str, int] = {}
        found = [
            row if (row := index.get(token)) is not None else known + unknown.setdefault(token, len(unknown))
            for token in tokens
        ]
        rows = np.array(found)
        if not unknown:
            return self._known, rows
        few = list(unknown)[:MAX_UNKNOWN]
        used, rows = np.unique(rows, return_inverse=True)
        parts = [self._known[used[used < known]], self._project(self._vectors(few))]
        if len(unknown) > len(few):
            parts.append(np.zeros((len(unknown) - len(few), self._known.shape[1]), np.float32))
        return np.concatenate(parts), rows

    def _convolve(self, table: Floats, rows: Rows) -> Floats:
        return self._detect(table[rows])

    def _detect(self, contributions: Floats) -> Floats:
        answers = np.empty((len(contributions), self._count), np.float32)
        answers[:] = self._weights.detectors_bias
        for place in range(2 * self._reach + 1):
            part = contributions[:, place * self._count : (place + 1) * self._count]
            shift = place - self._reach
            if shift < 0:
                answers[-shift:] += part[:shift]
            elif shift:
                answers[:-shift] += part[shift:]
            else:
                answers += part
        np.maximum(answers, 0, out=answers)
        return answers

    def _pool(self, table: Floats, rows: Rows) -> Floats:
        pooled: Floats
        if len(rows) <= WINDOW:
            pooled = self._convolve(table, rows).max(axis=0, keepdims=True)
            return pooled
        halves = []
        for start in range(0, len(rows), CHUNK):
            # A little of what is before and behind, which the detectors at the edges see.
            before = min(start, self._reach)
            answers = self._convolve(table, rows[start - before : start + CHUNK + self._reach])
            answers = answers[before : before + CHUNK]
            halves.append(np.maximum.reduceat(answers, np.arange(0, len(answers), _HALF), axis=0))
        every = np.concatenate(halves)
        pooled = np.maximum(every[:-1], every[1:])
        return pooled
