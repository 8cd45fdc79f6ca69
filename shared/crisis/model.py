"""The learned part of the detector: a small convolutional network over the words of a message.

Words are vectors (their own, when known, plus those of their n-grams); detectors of one, three and five words
slide over them; the strongest answer of each within a window goes to a classifier. Shaped after Kim,
"Convolutional Neural Networks for Sentence Classification" (2014) and, for the words, Bojanowski et al.,
"Enriching Word Vectors with Subword Information" (2017). Trained by `make crisis-train`.
"""

from __future__ import annotations

import os
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any, Final

# Small products: a second thread costs more than it brings, and the event loop's core is its own.
os.environ.setdefault("OPENBLAS_NUM_THREADS", "1")

import numpy as np
import numpy.typing as npt

from shared.crisis.features import grams

Floats = npt.NDArray[np.float32]

WEIGHTS: Final = Path(__file__).with_name("weights.npz")

LABELS: Final = (
    "imminent", "ideation", "self_harm", "victim", "third_party",
    "past", "informational", "distress", "none", "figurative",
)  # fmt: skip
"""What the network tells apart; a figure of speech is a kind of `none` that is learned by itself."""

WIDTHS: Final = eval(os.environ.get("WIDTHS","(1,3,5)"))
"""Words that one detector sees."""

WINDOW: Final = 64
"""Tokens that are judged together; longer messages are read in windows that overlap by half."""
_HALF: Final = WINDOW // 2

EXPLAINED: Final = 2
"""Detectors named in an explanation."""

MAX_UNKNOWN: Final = 1500
"""Different words not in the vocabulary that are read by their letters; the rest of them say nothing."""


@dataclass(frozen=True, slots=True)
class Weights:
    """The network's numbers. `words` are the vocabulary's vectors, `buckets` those of the n-grams."""

    vocabulary: tuple[str, ...]
    words: Floats
    buckets: Floats
    convolutions: tuple[Floats, ...]
    """For each width: (width, vector, detectors)."""
    conv_bias: Floats
    hidden: Floats
    hidden_bias: Floats
    out: Floats
    out_bias: Floats

    def save(self, path: Path) -> None:
        """Write the weights in half precision. Raises OSError."""
        arrays: dict[str, Any] = {
            name: getattr(self, name).astype(np.float16)
            for name in ("words", "buckets", "conv_bias", "hidden", "hidden_bias", "out", "out_bias")
        }
        arrays |= {
            f"conv{width}": kernel.astype(np.float16)
            for width, kernel in zip(WIDTHS, self.convolutions, strict=True)
        }
        arrays["vocabulary"] = np.frombuffer("\n".join(self.vocabulary).encode(), np.uint8)
        np.savez_compressed(path, **arrays)

    @classmethod
    def load(cls, path: Path) -> Weights:
        """Read the weights. Raises OSError, KeyError, ValueError."""
        with np.load(path, allow_pickle=False) as file:

            def floats(name: str) -> Floats:
                array: Floats = file[name].astype(np.float32)
                return array

            return cls(
                tuple(file["vocabulary"].tobytes().decode().split("\n")),
                floats("words"),
                floats("buckets"),
                tuple(floats(f"conv{width}") for width in WIDTHS),
                floats("conv_bias"),
                floats("hidden"),
                floats("hidden_bias"),
                floats("out"),
                floats("out_bias"),
            )


@dataclass(frozen=True, slots=True)
class Reading:
    """What the network makes of one window: the probability of each of LABELS, and how it came to it."""

    probabilities: Floats
    pooled: Floats
    hidden: Floats


class Model:
    """The network, ready to read."""

    def __init__(self, weights: Weights) -> None:
        self._weights = weights
        self._index = {word: row for row, word in enumerate(weights.vocabulary)}
        # What every known word contributes to each detector at each place, worked out once.
        self._slots = np.concatenate(
            [kernel for kernels in weights.convolutions for kernel in kernels], axis=1
        )
        self._known = self._project(self._vectors(weights.vocabulary) + weights.words)
        self._detectors = weights.convolutions[0].shape[2]

    def read(self, tokens: Sequence[str]) -> list[Reading]:
        """Return what each window of `tokens` says; `tokens` must not be empty."""
        table, rows = self._look_up(tokens)
        pooled = self._pool(self._convolve(table, rows))
        hidden = np.maximum(pooled @ self._weights.hidden + self._weights.hidden_bias, 0)
        scores = hidden @ self._weights.out + self._weights.out_bias
        scores = np.exp(scores - scores.max(axis=1, keepdims=True))
        scores /= scores.sum(axis=1, keepdims=True)
        return [Reading(*each) for each in zip(scores, pooled, hidden, strict=True)]

    def strongest(self, reading: Reading, label: str) -> tuple[int, ...]:
        """Return the detectors that spoke most for `label`: an explanation that holds no word of the text."""
        voices = (reading.hidden > 0) * self._weights.out[:, LABELS.index(label)]
        weight = reading.pooled * (self._weights.hidden @ voices)
        return tuple(int(each) for each in np.argsort(-weight)[:EXPLAINED])

    def _vectors(self, tokens: Sequence[str]) -> Floats:
        ids, starts = grams(tokens)
        counts = np.diff(np.append(starts, len(ids)))
        sums: Floats = np.add.reduceat(self._weights.buckets[ids], starts, axis=0)
        return sums / counts[:, None].astype(np.float32)

    def _project(self, vectors: Floats) -> Floats:
        projected: Floats = vectors @ self._slots
        return projected

    def _look_up(self, tokens: Sequence[str]) -> tuple[Floats, npt.NDArray[np.intp]]:
        """Return a table of contributions and each token's row in it."""
        index, known = self._index, len(self._index)
        unknown: dict[str, int] = {}
        rows = np.array(
            [
                row if (row := index.get(token)) is not None else known + unknown.setdefault(token, len(unknown))
                for token in tokens
            ]
        )
        if not unknown:
            return self._known, rows
        few = list(unknown)[:MAX_UNKNOWN]
        used, rows = np.unique(rows, return_inverse=True)
        parts = [self._known[used[used < known]], self._project(self._vectors(few))]
        if len(unknown) > len(few):
            parts.append(np.zeros((len(unknown) - len(few), self._known.shape[1]), np.float32))
        return np.concatenate(parts), rows

    def _convolve(self, table: Floats, rows: npt.NDArray[np.intp]) -> Floats:
        detectors = self._detectors
        contributions = table.take(rows, axis=0)
        answers = np.empty((len(rows), len(WIDTHS) * detectors), np.float32)
        slot = 0
        for which, width in enumerate(WIDTHS):
            part = answers[:, which * detectors : (which + 1) * detectors]
            part[:] = self._weights.conv_bias[which * detectors : (which + 1) * detectors]
            for place in range(width):
                _add_shifted(part, contributions[:, slot * detectors : (slot + 1) * detectors], place - width // 2)
                slot += 1
        np.maximum(answers, 0, out=answers)
        return answers

    def _pool(self, answers: Floats) -> Floats:
        if len(answers) <= WINDOW:
            return answers.max(axis=0, keepdims=True)
        halves = np.maximum.reduceat(answers, np.arange(0, len(answers), _HALF), axis=0)
        pooled: Floats = np.maximum(halves[:-1], halves[1:])
        return pooled


def _add_shifted(part: Floats, contributions: Floats, shift: int) -> None:
    """Add to the answer at each place what the word `shift` places further on contributes."""
    if shift < 0:
        part[-shift:] += contributions[:shift]
    elif shift:
        part[:-shift] += contributions[shift:]
    else:
        part += contributions
