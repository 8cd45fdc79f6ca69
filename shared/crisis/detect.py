"""From a message to a level. Deterministic, never raises; see docs/safety.md.

The model reads the whole message; the rules make sure of what is said outright; the gravest level wins.
"""

from __future__ import annotations

from functools import cache
from typing import Final

from shared.crisis.levels import CALM, Assessment, Level
from shared.crisis.model import LABELS, WEIGHTS, Model, Reading, Weights
from shared.crisis.normal import sentences
from shared.crisis.rules import said_outright
from shared.crisis.safe import is_safe_answer
from shared.crisis.stream import joined

THRESHOLD: Final = 0.5
"""Danger is seen when the model gives the five levels of danger together at least this much."""

IMMINENT_SHARE: Final = 0.35
"""Of that, imminent danger is seen when this much of it is: it is the costlier one to miss."""

MAX_SENTENCES: Final = 400
"""Sentences looked at by the rules; the model reads them all."""

FAILED: Final = Assessment(Level.IDEATION, ("detector_failed",))
"""What a failure inside the detector counts as: silence would be the dangerous mistake."""

_DANGER: Final = tuple(Level(label) for label in LABELS if label in {*Level} and Level(label).crisis)


def assess(text: str) -> Assessment:
    """Return how much danger `text` tells of, and the rules that say so. Never raises."""
    try:
        return _assess(text)
    # Whatever breaks in here, a person may be in danger: the caller must get an answer.
    except Exception:  # noqa: BLE001
        return FAILED


def warm() -> None:
    """Load the weights now rather than with the first message. Raises OSError, KeyError, ValueError."""
    _model()


@cache
def _model() -> Model:
    return Model(Weights.load(WEIGHTS))


def _assess(text: str) -> Assessment:
    said = sentences(text)
    tokens = joined(said)
    if not tokens:
        return CALM
    found: dict[str, Level] = {}
    for sentence in said[:MAX_SENTENCES]:
        if outright := said_outright(sentence):
            found[outright[1]] = outright[0]
    model = _model()
    readings = model.read(tokens)
    for reading in readings:
        level = _level(reading)
        found[f"model.{level.value}"] = level
        if level.crisis:
            found |= dict.fromkeys(
                (f"detector.{each}" for each in model.strongest(reading, level.value)), level
            )
    level = max(found.values(), key=lambda each: each.rank)
    safe = not level.crisis and is_safe_answer(" ".join(tokens))
    return Assessment(level, tuple(name for name, its in found.items() if its is level), safe)


def _level(reading: Reading) -> Level:
    """Return what one window says."""
    danger = reading.probabilities[: len(_DANGER)]
    if danger.sum() >= THRESHOLD:
        if danger[0] >= IMMINENT_SHARE * danger.sum():
            return _DANGER[0]
        return _DANGER[int(danger.argmax())]
    label = LABELS[len(_DANGER) + int(reading.probabilities[len(_DANGER) :].argmax())]
    return Level.NONE if label == "figurative" else Level(label)
