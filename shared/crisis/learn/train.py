"""Training: from the corpus to `weights.npz`. Needs the `train` extra; `make crisis-train` runs it.

Every message is read clean or, half of the time, as somebody in a hurry would have typed it, and at times next
to an everyday sentence, which changes nothing about its danger.
"""

from __future__ import annotations

import random
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import partial
from typing import Any, Final

import jax
import jax.numpy as jnp
import numpy as np
import optax

from shared.crisis.features import BUCKETS, grams
from shared.crisis.learn.corpus import Example
from shared.crisis.learn.noise import noisy
from shared.crisis.levels import Level
from shared.crisis.model import LABELS, WIDTHS, WINDOW, Weights
from shared.crisis.stream import stream

Parameters = dict[str, Any]

MAX_GRAMS: Final = 28
"""More than the longest token has."""


@dataclass(frozen=True, slots=True)
class Recipe:
    """What shapes the network and its training."""

    vector: int = 48
    detectors: int = 64
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
    noise: float = 0.5
    beside: float = 0.2
    rare: int = 2
    """Words in fewer messages than this are not in the vocabulary."""
    seed: int = 0


def label_of(example: Example) -> int:
    """Return the place in LABELS that the network learns for `example`."""
    if example.level is Level.NONE and example.family.startswith("figurative"):
        return LABELS.index("figurative")
    return LABELS.index(example.level.value)


def train(examples: Sequence[Example], recipe: Recipe) -> Weights:
    """Return the weights learned from `examples`. The same examples and recipe give the same weights."""
    rng = random.Random(recipe.seed)
    clean = [stream(example.text) for example in examples]
    keep = [at for at, tokens in enumerate(clean) if 0 < len(tokens) <= WINDOW]
    examples, clean = [examples[at] for at in keep], [clean[at] for at in keep]
    seen = Counter(token for tokens in clean for token in set(tokens))
    vocabulary = sorted(token for token, count in seen.items() if count >= recipe.rare)
    batches = _Batches(examples, clean, vocabulary, recipe, rng)
    parameters = _initial(len(vocabulary), recipe)
    steps = recipe.epochs * batches.per_epoch
    schedule = optax.warmup_cosine_decay_schedule(0, recipe.rate, steps // 20 + 1, steps)
    optimiser = optax.adamw(schedule, weight_decay=recipe.decay)
    state = optimiser.init(parameters)

    @jax.jit
    def step(parameters: Parameters, state: Any, batch: Any, labels: Any, key: Any) -> Any:
        slope = jax.grad(_loss)(parameters, batch, labels, key, recipe)
        change, state = optimiser.update(slope, state, parameters)
        return optax.apply_updates(parameters, change), state

    key = jax.random.PRNGKey(recipe.seed)
    for _ in range(recipe.epochs):
        for batch, labels in batches:
            key, now = jax.random.split(key)
            parameters, state = step(parameters, state, batch, labels, now)
    return _weights(vocabulary, parameters)


class _Batches:
    """The messages of one epoch after the other, noisy and shuffled."""

    def __init__(
        self,
        examples: Sequence[Example],
        clean: list[list[str]],
        vocabulary: Sequence[str],
        recipe: Recipe,
        rng: random.Random,
    ) -> None:
        self._examples, self._clean, self._recipe, self._rng = examples, clean, recipe, rng
        self._index = {word: row for row, word in enumerate(vocabulary, start=1)}
        self._labels = [label_of(example) for example in examples]
        everyday = (Level.NONE, Level.DISTRESS)
        self._everyday = [
            clean[at]
            for at, each in enumerate(examples)
            if each.level in everyday and len(clean[at]) < WINDOW // 2
        ]
        self.per_epoch = len(examples) // recipe.batch

    def __iter__(self) -> Iterator[tuple[Any, Any]]:
        order = list(range(len(self._examples)))
        self._rng.shuffle(order)
        for batch in range(self.per_epoch):
            chosen = order[batch * self._recipe.batch : (batch + 1) * self._recipe.batch]
            yield (
                self._arrays([self._tokens(at) for at in chosen]),
                np.array([self._labels[at] for at in chosen]),
            )

    def _tokens(self, at: int) -> list[str]:
        tokens = self._clean[at]
        if self._rng.random() < self._recipe.noise:
            tokens = stream(noisy(self._examples[at].text, self._rng))
        if self._examples[at].level.crisis and self._everyday and self._rng.random() < self._recipe.beside:
            other = self._rng.choice(self._everyday)
            tokens = other + tokens if self._rng.random() < 0.5 else tokens + other
        return tokens[:WINDOW]

    def _arrays(self, messages: list[list[str]]) -> Any:
        """Return words, n-grams and n-gram counts of the different tokens, then each message's token rows."""
        rows: dict[str, int] = {}
        places = np.zeros((len(messages), WINDOW), np.int32)
        for row, tokens in enumerate(messages):
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


def _initial(words: int, recipe: Recipe) -> Parameters:
    keys = iter(jax.random.split(jax.random.PRNGKey(recipe.seed + 1), 8))

    def drawn(*shape: int, scale: float) -> Any:
        return jax.random.normal(next(keys), shape) * scale

    pooled = recipe.detectors * len(WIDTHS)
    return {
        "words": drawn(words + 1, recipe.vector, scale=0.1),
        "buckets": drawn(BUCKETS + 1, recipe.vector, scale=0.1),
        **{
            f"conv{width}": drawn(
                width, recipe.vector, recipe.detectors, scale=(width * recipe.vector) ** -0.5
            )
            for width in WIDTHS
        },
        "conv_bias": jnp.zeros(pooled),
        "hidden": drawn(pooled, recipe.hidden, scale=pooled**-0.5),
        "hidden_bias": jnp.zeros(recipe.hidden),
        "out": drawn(recipe.hidden, len(LABELS), scale=recipe.hidden**-0.5),
        "out_bias": jnp.zeros(len(LABELS)),
    }


def _loss(parameters: Parameters, batch: Any, labels: Any, key: Any, recipe: Recipe) -> Any:
    scores = _scores(parameters, batch, key, recipe)
    wanted = optax.smooth_labels(jax.nn.one_hot(labels, len(LABELS)), recipe.smoothing)
    return optax.softmax_cross_entropy(scores, wanted).mean()


def _scores(parameters: Parameters, batch: Any, key: Any, recipe: Recipe) -> Any:
    words, buckets, counts, places = batch
    keys = jax.random.split(key, 4)
    keep = partial(jax.random.bernoulli)
    spoken = (words > 0) & keep(keys[0], 1 - recipe.drop_word, words.shape)
    letters = (parameters["buckets"][buckets] * (buckets < BUCKETS)[..., None]).sum(1) / counts[:, None]
    table = parameters["words"][words] * spoken[:, None] + letters
    there = (places > 0) & keep(keys[1], 1 - recipe.drop_token, places.shape)
    vectors = table[places] * there[..., None]
    pooled = jnp.concatenate([_detect(parameters, vectors, places > 0, width) for width in WIDTHS], axis=-1)
    pooled *= keep(keys[2], 1 - recipe.drop, pooled.shape) / (1 - recipe.drop)
    hidden = jax.nn.relu(pooled @ parameters["hidden"] + parameters["hidden_bias"])
    hidden *= keep(keys[3], 1 - recipe.drop / 2, hidden.shape) / (1 - recipe.drop / 2)
    return hidden @ parameters["out"] + parameters["out_bias"]


def _detect(parameters: Parameters, vectors: Any, there: Any, width: int) -> Any:
    which, reach = WIDTHS.index(width), width // 2
    padded = jnp.pad(vectors, ((0, 0), (reach, reach), (0, 0)))
    count, kernel = vectors.shape[1], parameters[f"conv{width}"]
    answers = sum(padded[:, place : place + count] @ kernel[place] for place in range(width))
    bias = jnp.split(parameters["conv_bias"], len(WIDTHS))[which]
    return (jax.nn.relu(answers + bias) * there[..., None]).max(axis=1)


def _weights(vocabulary: Sequence[str], parameters: Parameters) -> Weights:
    array = {name: np.asarray(value, np.float32) for name, value in parameters.items()}
    return Weights(
        tuple(vocabulary),
        array["words"][1:],
        array["buckets"][:BUCKETS],
        tuple(array[f"conv{width}"] for width in WIDTHS),
        array["conv_bias"],
        array["hidden"],
        array["hidden_bias"],
        array["out"],
        array["out_bias"],
    )
