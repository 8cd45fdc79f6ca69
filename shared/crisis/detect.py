"""From a message to a level. Deterministic, never raises; see docs/safety.md.

The model reads the whole message; the rules make sure of what is said outright; the gravest level wins.
"""

from __future__ import annotations

from functools import cache
from pathlib import Path
from typing import Final

from shared.crisis.figures import without_figures
from shared.crisis.levels import CALM, Assessment, Level
from shared.crisis.normal import sentences
from shared.crisis.rules import said_in_a_clause, said_outright
from shared.crisis.safe import is_safe_answer
from shared.crisis.stream import joined
from shared.network.model import WINDOW, Model, Reading
from shared.network.weights import Weights

WEIGHTS: Final = Path(__file__).with_name("weights.npz")
"""Learned from the corpus by `make crisis-train`."""

THRESHOLD: Final = 0.45
"""Danger is seen when the model gives the five levels of danger together at least this much."""

BESIDE_A_FIGURE: Final = 0.6
"""The same, once a figure of speech was taken out that may have been all there was."""

IMMINENT_THRESHOLD: Final = 0.33
"""Imminent danger is also seen when it alone has this much."""

IMMINENT_SHARE: Final = 0.35
"""Of that, imminent danger is seen when this much of it is: it is the costlier one to miss."""

LIGHT: Final = 0.5
"""With more of it in the model's view, a clause that says it outright is taken for a manner of speaking."""

MAX_SAFE_TOKENS: Final = 60
"""A longer message is a tale, no answer."""

MAX_SENTENCES: Final = 400
"""Sentences looked at by the rules; the model reads them all."""

FAILED: Final = Assessment(Level.IDEATION, ("detector_failed",))
"""What a failure inside the detector counts as: silence would be the dangerous mistake."""

_DANGER: Final = tuple(level for level in Level if level.crisis)
"""The first labels of the network, in its order."""


def assess(text: str) -> Assessment:
    """Return how much danger `text` tells of, and the rules that say so. Never raises."""
    try:
        return _read(text, _model())
    # Whatever breaks in here, a person may be in danger: the caller must get an answer.
    except Exception:  # noqa: BLE001
        return FAILED


def warm() -> None:
    """Load the weights now rather than with the first message. Raises OSError, KeyError, ValueError."""
    _model()


@cache
def _model() -> Model:
    return Model(Weights.load(WEIGHTS))


def level_in(text: str, model: Model) -> Level:
    """Return the level that `model` and the rules find in `text`."""
    return _read(text, model).level


def _read(text: str, model: Model) -> Assessment:
    said = sentences(text)
    tokens = joined(said)
    if not tokens:
        return CALM
    found = dict(filter(None, map(said_outright, said[:MAX_SENTENCES])))
    gravest, reading = _gravest(model, tokens)
    if gravest.crisis and len(tokens) > WINDOW:
        # Which danger it is, the sentence itself tells better than all that stands around it.
        each = list(dict.fromkeys(tuple(joined([sentence])) for sentence in said[:MAX_SENTENCES]))
        telling = _gravest_of(model, model.read_each(each), THRESHOLD)
        gravest, reading = telling if telling[0].crisis else (gravest, reading)
    if gravest.crisis and (bare := without_figures(tokens)) is not tokens:
        gravest, reading = _gravest(model, bare, BESIDE_A_FIGURE)
    if not gravest.crisis and not found and _in_earnest(model, reading):
        found = dict(filter(None, map(said_in_a_clause, said[:MAX_SENTENCES])))
    found[f"model.{gravest.value}"] = gravest
    if gravest.crisis:
        found |= dict.fromkeys((f"detector.{at}" for at in model.strongest(reading, gravest.value)), gravest)
    level = max(found.values(), key=lambda each: each.rank)
    safe = not level.crisis and len(tokens) <= MAX_SAFE_TOKENS and is_safe_answer(" ".join(tokens))
    rules = tuple(name for name, its in found.items() if its is level)
    return Assessment(level, () if level is Level.NONE else rules, safe)


def _in_earnest(model: Model, reading: Reading) -> bool:
    """Tell whether the model hears neither a figure of speech nor an everyday matter."""
    light = sum(reading.probabilities[model.labels.index(label)] for label in ("none", "figurative"))
    return bool(light < LIGHT)


def _gravest(model: Model, tokens: list[str], threshold: float = THRESHOLD) -> tuple[Level, Reading]:
    """Return the gravest level of all windows, and the window that says so most."""
    return _gravest_of(model, model.read(tokens), threshold)


def _gravest_of(model: Model, readings: list[Reading], threshold: float) -> tuple[Level, Reading]:
    levels = [(_level(model, reading, threshold), reading) for reading in readings]
    return max(levels, key=lambda each: (each[0].rank, each[1].probabilities[0]))


def _level(model: Model, reading: Reading, threshold: float) -> Level:
    """Return what one window says."""
    danger = reading.probabilities[: len(_DANGER)]
    if danger.sum() >= threshold or danger[0] >= IMMINENT_THRESHOLD:
        if danger[0] >= IMMINENT_SHARE * danger.sum():
            return _DANGER[0]
        return _DANGER[int(danger.argmax())]
    label = model.labels[len(_DANGER) + int(reading.probabilities[len(_DANGER) :].argmax())]
    return Level.NONE if label == "figurative" else Level(label)
