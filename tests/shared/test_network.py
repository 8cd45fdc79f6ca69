"""The network: letters to buckets, tokens to probabilities, weights to a file and back."""

from __future__ import annotations

from pathlib import Path

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from shared.network.features import BUCKETS, MAX_TOKEN_LETTERS, grams
from shared.network.model import CHUNK, MAX_UNKNOWN, WINDOW, Model
from shared.network.weights import Weights

WORDS = ("uno", "dos", "tres")
DETECTORS, VECTOR, HIDDEN, WIDTH = 5, 4, 6, 3


def weights() -> Weights:
    """Return a small network with random numbers."""
    rng = np.random.default_rng(1)

    def drawn(*shape: int) -> np.ndarray:
        return rng.normal(size=shape).astype(np.float16).astype(np.float32)

    return Weights(
        ("a", "b", "c"),
        WORDS,
        words=drawn(len(WORDS), VECTOR),
        buckets=drawn(BUCKETS, VECTOR),
        detectors=drawn(WIDTH, VECTOR, DETECTORS),
        detectors_bias=drawn(DETECTORS),
        hidden=drawn(DETECTORS, HIDDEN),
        hidden_bias=drawn(HIDDEN),
        out=drawn(HIDDEN, 3),
        out_bias=drawn(3),
    )


def by_hand(network: Weights, tokens: list[str]) -> np.ndarray:
    """Return the strongest answers over `tokens`, worked out the slow way."""
    ids, starts = grams(tokens)
    vectors = []
    for token, found in zip(tokens, np.split(ids, starts[1:]), strict=True):
        vector = network.buckets[found].mean(axis=0)
        vectors.append(vector + network.words[WORDS.index(token)] if token in WORDS else vector)
    nothing = np.zeros(VECTOR)
    padded = [nothing, *vectors, nothing]
    answers = [
        sum(padded[at + place] @ network.detectors[place] for place in range(WIDTH)) + network.detectors_bias
        for at in range(len(tokens))
    ]
    return np.maximum(answers, 0).max(axis=0)


tokens_ = st.lists(
    st.sampled_from([*WORDS, "cuatro", "k", "supercalifragilistico"]), min_size=1, max_size=WINDOW
)


@given(tokens_)
def test_it_answers_what_the_plain_arithmetic_answers(tokens: list[str]) -> None:
    """Tables, gathers and chunks are only faster."""
    network = weights()
    (reading,) = Model(network).read(tokens)
    np.testing.assert_allclose(reading.pooled, by_hand(network, tokens), rtol=1e-3, atol=1e-3)
    assert reading.probabilities.sum() == pytest.approx(1, abs=1e-4)


@given(st.lists(tokens_, min_size=1, max_size=5))
def test_several_texts_in_one_go_are_read_as_if_alone(texts: list[list[str]]) -> None:
    """No text hears its neighbours."""
    network = weights()
    for reading, tokens in zip(Model(network).read_each(texts), texts, strict=True):
        np.testing.assert_allclose(reading.pooled, by_hand(network, tokens), rtol=1e-3, atol=1e-3)


def test_long_texts_are_read_in_windows_that_overlap() -> None:
    """Every run of half a window is judged with what is before and behind it, also across chunks."""
    network = weights()
    rng = np.random.default_rng(2)
    tokens = [str(each) for each in rng.choice([*WORDS, "x", "yy"], CHUNK + 3 * WINDOW)]
    readings = Model(network).read(tokens)
    for number, reading in enumerate(readings):
        start = number * WINDOW // 2
        inside = by_hand(network, tokens[max(0, start - 1) : start + WINDOW + 1])
        assert (reading.pooled <= inside + 1e-3).all()
    whole = np.max([reading.pooled for reading in readings], axis=0)
    np.testing.assert_allclose(whole, by_hand(network, tokens), rtol=1e-3, atol=1e-3)


def test_too_many_unknown_words_say_nothing() -> None:
    """What is past the limit is nothing, not an error: time stays bounded."""
    readings = Model(weights()).read([f"w{number}" for number in range(MAX_UNKNOWN + 100)])
    assert all(np.isfinite(reading.probabilities).all() for reading in readings)


def test_weights_survive_the_file(tmp_path: Path) -> None:
    """What is loaded is what was saved, to half precision."""
    network = weights()
    network.save(tmp_path / "weights.npz")
    loaded = Weights.load(tmp_path / "weights.npz")
    assert (loaded.labels, loaded.vocabulary) == (network.labels, network.vocabulary)
    np.testing.assert_array_equal(loaded.buckets, network.buckets)


def test_the_strongest_detectors_are_named() -> None:
    """An explanation is numbers of detectors, strongest first."""
    model = Model(weights())
    (reading,) = model.read(["uno", "dos"])
    named = model.strongest(reading, "b")
    assert len(named) == len(set(named)) == 2
    assert all(0 <= each < DETECTORS for each in named)


@given(st.lists(st.text(min_size=1, max_size=30), min_size=1, max_size=20))
def test_every_token_has_letters_of_its_own(tokens: list[str]) -> None:
    """Any text becomes buckets in range; each token begins where the one before ends."""
    ids, starts = grams(tokens)
    assert len(starts) == len(tokens)
    assert starts[0] == 0
    assert (np.diff(starts) > 0).all()
    assert ((ids >= 0) & (ids < BUCKETS)).all()


def test_only_the_first_letters_of_a_token_count() -> None:
    """A very long token costs no more than a long one."""
    long = "a" * MAX_TOKEN_LETTERS
    assert list(grams([long + "bcd"])[0]) == list(grams([long])[0])
