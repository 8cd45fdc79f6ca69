"""Training a network. Needs the `train` extra; the same lessons and recipe give the same weights."""

from __future__ import annotations

import random
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import Any, Final, Protocol

import jax
import jax.numpy as jnp
import numpy as np
import optax

from shared.network.features import BUCKETS, grams
from shared.network.model import WINDOW
from shared.network.weights import Weights

Parameters = dict[str, Any]

MAX_GRAMS: Final = 28
"""More than the longest token has."""


class Lessons(Protocol):
    """What is learned from: texts as tokens, each with the place of its label in `labels`."""

    @property
    def labels(self) -> tuple[str, ...]: ...

    @property
    def tokens(self) -> Sequence[list[str]]:
        """The texts as they were written: the vocabulary comes from these."""
        ...

    @property
    def targets(self) -> Sequence[int]: ...

    def varied(self, at: int, rng: random.Random) -> list[str]:
        """Return text number `at` as it is read this time: misspelt, say, or next to another one."""
        ...


@dataclass(frozen=True, slots=True)
class Recipe:
    """What shapes the network and its training."""

    vector: int = 48
    detectors: int = 96
    width: int = 3
    hidden: int = 64
    epochs: int = 16
    batch: int = 128
    rate: float = 3e-3
    decay: float = 1e-4
    smoothing: float = 0.05
    drop: float = 0.3
    drop_word: float = 0.3
    """How often a known word is read by its letters alone, as if it were misspelt."""
    drop_token: float = 0.05
    follow: float = 0.004
    """How fast the weights that are kept, a running mean, follow those that learn: evens out their noise."""
    rare: int = 2
    """Words in fewer texts than this are not in the vocabulary."""
    seed: int = 0


def train(lessons: Lessons, recipe: Recipe) -> Weights:
    """Return the weights learned from `lessons`."""
    seen = Counter(token for tokens in lessons.tokens for token in set(tokens))
    vocabulary = sorted(token for token, count in seen.items() if count >= recipe.rare)
    batches = _Batches(lessons, vocabulary, recipe)
    parameters = _initial(len(vocabulary), len(lessons.labels), recipe)
    steps = recipe.epochs * batches.per_epoch
    schedule = optax.warmup_cosine_decay_schedule(0, recipe.rate, steps // 20 + 1, steps)
    optimiser = optax.adamw(schedule, weight_decay=recipe.decay)
    state = optimiser.init(parameters)
    smooth = parameters

    @jax.jit  # type: ignore[untyped-decorator,unused-ignore]
    def step(
        parameters: Parameters, smooth: Parameters, state: Any, batch: Any, targets: Any, key: Any
    ) -> Any:
        slope = jax.grad(_loss)(parameters, batch, targets, key, recipe)
        change, state = optimiser.update(slope, state, parameters)
        parameters = optax.apply_updates(parameters, change)
        return parameters, optax.incremental_update(parameters, smooth, recipe.follow), state

    key = jax.random.PRNGKey(recipe.seed)
    for _ in range(recipe.epochs):
        for batch, targets in batches:
            key, now = jax.random.split(key)
            parameters, smooth, state = step(parameters, smooth, state, batch, targets, now)
    return _weights(lessons.labels, vocabulary, smooth)


class _Batches:
    """The texts of one epoch after the other, varied and shuffled, as arrays."""

    def __init__(self, lessons: Lessons, vocabulary: Sequence[str], recipe: Recipe) -> None:
        self._lessons, self._size = lessons, recipe.batch
        self._rng = random.Random(recipe.seed)
        self._index = {word: row for row, word in enumerate(vocabulary, start=1)}
        self.per_epoch = len(lessons.targets) // recipe.batch

    def __iter__(self) -> Iterator[tuple[Any, Any]]:
        order = list(range(len(self._lessons.targets)))
        self._rng.shuffle(order)
        for batch in range(self.per_epoch):
            chosen = order[batch * self._size : (batch + 1) * self._size]
            texts = [self._lessons.varied(at, self._rng)[:WINDOW] for at in chosen]
            yield self._arrays(texts), np.array([self._lessons.targets[at] for at in chosen])

    def _arrays(self, texts: list[list[str]]) -> Any:
        """Return words, n-grams and n-gram counts of the different tokens, then each text's token rows."""
        rows: dict[str, int] = {}
        places = np.zeros((len(texts), WINDOW), np.int32)
        for row, tokens in enumerate(texts):
            for column, token in enumerate(tokens):
                places[row, column] = rows.setdefault(token, len(rows) + 1)
        size = 1024
        while size <= len(rows):
            size *= 2
        words = np.zeros(size, np.int32)
        buckets = np.full((size, MAX_GRAMS), BUCKETS, np.int32)
        counts = np.ones(size, np.float32)
        ids, starts = grams(list(rows))
        for (token, row), found in zip(rows.items(), np.split(ids, starts[1:]), strict=True):
            words[row] = self._index.get(token, 0)
            buckets[row, : len(found)] = found
            counts[row] = len(found)
        return words, buckets, counts, places


def _initial(words: int, labels: int, recipe: Recipe) -> Parameters:
    keys = iter(jax.random.split(jax.random.PRNGKey(recipe.seed + 1), 5))

    def drawn(*shape: int, scale: float) -> Any:
        return jax.random.normal(next(keys), shape) * scale

    seen = (recipe.width, recipe.vector, recipe.detectors)
    return {
        "words": drawn(words + 1, recipe.vector, scale=0.1),
        "buckets": drawn(BUCKETS + 1, recipe.vector, scale=0.1),
        "detectors": drawn(*seen, scale=(recipe.width * recipe.vector) ** -0.5),
        "detectors_bias": jnp.zeros(recipe.detectors),
        "hidden": drawn(recipe.detectors, recipe.hidden, scale=recipe.detectors**-0.5),
        "hidden_bias": jnp.zeros(recipe.hidden),
        "out": drawn(recipe.hidden, labels, scale=recipe.hidden**-0.5),
        "out_bias": jnp.zeros(labels),
    }


def _loss(parameters: Parameters, batch: Any, targets: Any, key: Any, recipe: Recipe) -> Any:
    scores = _scores(parameters, batch, key, recipe)
    wanted = optax.smooth_labels(jax.nn.one_hot(targets, scores.shape[-1]), recipe.smoothing)
    return optax.softmax_cross_entropy(scores, wanted).mean()


def _scores(parameters: Parameters, batch: Any, key: Any, recipe: Recipe) -> Any:
    words, buckets, counts, places = batch
    keys = jax.random.split(key, 4)
    keep = jax.random.bernoulli
    spoken = (words > 0) & keep(keys[0], 1 - recipe.drop_word, words.shape)
    letters = (parameters["buckets"][buckets] * (buckets < BUCKETS)[..., None]).sum(1) / counts[:, None]
    table = parameters["words"][words] * spoken[:, None] + letters
    there = (places > 0) & keep(keys[1], 1 - recipe.drop_token, places.shape)
    pooled = _detect(parameters, table[places] * there[..., None], places > 0, recipe.width)
    pooled *= keep(keys[2], 1 - recipe.drop, pooled.shape) / (1 - recipe.drop)
    hidden = jax.nn.relu(pooled @ parameters["hidden"] + parameters["hidden_bias"])
    hidden *= keep(keys[3], 1 - recipe.drop / 2, hidden.shape) / (1 - recipe.drop / 2)
    return hidden @ parameters["out"] + parameters["out_bias"]


def _detect(parameters: Parameters, vectors: Any, there: Any, width: int) -> Any:
    reach, count = width // 2, vectors.shape[1]
    padded = jnp.pad(vectors, ((0, 0), (reach, reach), (0, 0)))
    answers = sum(padded[:, place : place + count] @ parameters["detectors"][place] for place in range(width))
    return (jax.nn.relu(answers + parameters["detectors_bias"]) * there[..., None]).max(axis=1)


def _weights(labels: tuple[str, ...], vocabulary: Sequence[str], parameters: Parameters) -> Weights:
    array = {name: np.asarray(value, np.float32) for name, value in parameters.items()}
    array["words"], array["buckets"] = array["words"][1:], array["buckets"][:BUCKETS]
    return Weights(labels, tuple(vocabulary), **array)
