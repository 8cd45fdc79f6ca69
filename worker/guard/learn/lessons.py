"""The guard's corpus: sentences of replies under the id of the rule they break, or under `safe`."""

from __future__ import annotations

import random
import re
from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import Final

from worker.guard.sense import SAFE
from worker.guard.stream import spoken

FOLDER: Final = Path(__file__).parent.parent / "corpus"

_HEAD: Final = re.compile(r"\[([a-z_]+)\]")


def read_corpus(folder: Path = FOLDER) -> Iterator[tuple[str, str]]:
    """Yield each line of the corpus with its label. Raises OSError, ValueError."""
    for path in sorted(folder.glob("*.txt")):
        label = ""
        for line in path.read_text(encoding="utf-8").splitlines():
            if head := _HEAD.fullmatch(line.strip()):
                label = head[1]
            elif line.strip() and not line.startswith("#"):
                if not label:
                    raise ValueError(f"{path.name}: a line before the first heading")
                yield line.strip(), label


class GuardLessons:
    """See :class:`shared.network.train.Lessons`. A safe text teaches sentence by sentence, as it is heard."""

    def __init__(self, corpus: Sequence[tuple[str, str]]) -> None:
        self.labels = tuple(sorted({label for _, label in corpus}))
        self.tokens: list[list[str]] = []
        self.targets: list[int] = []
        for text, label in corpus:
            sentences = list(spoken(text))
            whole = [[token for sentence in sentences for token in sentence]]
            for tokens in sentences if label == SAFE else whole:
                self.tokens.append(tokens)
                self.targets.append(self.labels.index(label))

    def varied(self, at: int, rng: random.Random) -> list[str]:
        """Return sentence number `at` as it is: a model spells well."""
        del rng
        return self.tokens[at]
