"""The learned ear of the guard: hears, sentence by sentence, what no list of phrases foresaw.

A network (`make guard-train`) says of the sentence so far how likely it is to turn into each kind of harm.
While that is likely the words wait; a sentence that ends as harm is refused. Words go by one at a time, so
the verdict cannot depend on how the stream was cut.
"""

from __future__ import annotations

from functools import cache
from pathlib import Path
from typing import Final

import numpy as np

from shared.crisis.levels import Level
from shared.network.model import Model, Reading
from shared.network.weights import Floats, Weights
from worker.guard.folding import ASK, COMMA, STOP

WEIGHTS: Final = Path(__file__).with_name("weights.npz")

SAFE: Final = "safe"
NUMBER: Final = "0"
"""Stands for every number: which ones may be said is the business of the watch on phones."""
REFUSED: Final = {False: 0.85, True: 0.45}
"""A sentence that is harm with at least this probability is refused. While risk is up (True) less will do:
the whole reply waits anyway, and a template that is made for the moment takes its place."""
MAX_WORDS: Final = 60
"""A longer sentence is judged in stretches of this many words, so that what waits is bounded."""
SUSPECT: Final = 0.15
"""Words wait while the sentence so far is harm with at least this probability."""

_WHILE_AT_RISK: Final = frozenset({"ends_talk", "refusal"})
_TO_A_VICTIM: Final = frozenset({"couples_advice"})


@cache
def model() -> Model:
    """Return the trained network. Raises OSError, KeyError, ValueError."""
    return Model(Weights.load(WEIGHTS))


@cache
def _counted(labels: tuple[str, ...], level: Level) -> Floats:
    """Return 1 for the labels that are harm at `level`, 0 for the others."""
    spared = {SAFE}
    if not level.crisis:
        spared |= _WHILE_AT_RISK
    if level is not Level.VICTIM:
        spared |= _TO_A_VICTIM
    return np.array([label not in spared for label in labels], np.float32)


def heard(word: str) -> str:
    """Return a folded word as the network knows it: of the accents only that on the last letter counts.

    It tells `llamé` from `llame`; those inside a word tell nothing that a misspelt one does not.
    """
    return NUMBER if word.isdigit() else word[:-1].lower() + word[-1:]


class Sense:
    """Listens to one reply. `refused` becomes the id of the rule that a finished sentence broke."""

    def __init__(self, level: Level) -> None:
        self.refused: str | None = None
        self.held_from: int | None = None
        """The place in the reply from where the present sentence may turn out to be harm."""
        self._model = model()
        self._counted = _counted(self._model.labels, level)
        self._refused = REFUSED[level.crisis]
        self._tokens: list[str] = []
        self._words = 0
        self._settled: Floats | None = None
        """The strongest answers of the detectors that have seen all they will see of the sentence."""
        self._reading: Reading | None = None

    def word(self, word: str, origin: int) -> None:
        """Take in a finished word that stands at `origin` in the reply."""
        self._add(heard(word))
        self._words += 1
        if self._words > MAX_WORDS:
            self._end(STOP)
        if self._harm() < SUSPECT:
            self.held_from = None
        elif self.held_from is None:
            self.held_from = origin

    def sign(self, sign: str) -> None:
        """Take in a separator."""
        if sign == COMMA:
            self._add(COMMA)
        elif sign in (STOP, ASK):
            self._end(sign)

    def finish(self) -> None:
        """Decide what was open: the reply ends here."""
        self._end(STOP)

    def _end(self, sign: str) -> None:
        if self._tokens:
            self._add(sign)
            # Put so that an answer which is no number refuses.
            if not self._harm() < self._refused and self._reading is not None:
                at = int((self._reading.probabilities * self._counted).argmax())
                self.refused = self.refused or self._model.labels[at]
        self._tokens, self._words = [], 0
        self._settled, self._reading, self.held_from = None, None, None

    def _add(self, token: str) -> None:
        if self._tokens and self._tokens[-1] == token:
            return
        self._tokens = [*self._tokens[-2:], token]
        answers = self._model.answers(self._tokens)
        if len(answers) > 1:
            # The last but one word has now been seen with both its neighbours.
            whole = answers[-2]
            self._settled = whole if self._settled is None else np.maximum(self._settled, whole)
        latest = answers[-1] if self._settled is None else np.maximum(self._settled, answers[-1])
        (self._reading,) = self._model.judge(latest[None])

    def _harm(self) -> float:
        return 0.0 if self._reading is None else float(self._reading.probabilities @ self._counted)
