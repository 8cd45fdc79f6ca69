"""The guard's corpus: sentences of replies under the id of the rule they break, or under `safe`."""

from __future__ import annotations

import importlib
import pkgutil
import random
import re
from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import Final

from shared.crisis.levels import Level
from shared.helplines import known_countries, lines_for
from shared.network.model import Model
from shared.texts import templates
from worker.guard.sense import SAFE
from worker.guard.stream import spoken
from worker.templates import template_reply
from worker.wording import Register
from worker.wording import spoken as spoken_as

FOLDER: Final = Path(__file__).parent.parent / "corpus"

_WITH_A_NUMBER: Final = (
    "Puedes llamar al {phone} ({name}).",
    "En el {phone} atienden personas preparadas, ¿te animas a llamar?",
    "{name}, {phone}, recibe llamadas así todos los días.",
    "Si el peligro es ahora, llama al {phone} y quédate con alguien.",
    "El {phone} orienta en situaciones como esta. Gracias por confiar.",
    "Marcá el {phone}; del otro lado hay gente que escucha.",
    "¿Podría usted llamar al {phone} mientras seguimos hablando?",
    "Hay una línea para esto: {name}, en el {phone}.",
)

_LETTERS: Final = "aaaaeeeeiiioooouulnrstdcmpbgvqhfyjxzk"
EVERYDAY_WORDS: Final = [
    "uno",
    "dos",
    "tres",
    "cuatro",
    "cinco",
    "seis",
    "siete",
    "ocho",
    "nueve",
    "diez",
    "palabra",
    "palabras",
    "texto",
    "mensaje",
    "respuesta",
    "prueba",
    "hola",
    "pieza",
    "parte",
    "primera",
    "segunda",
    "tercera",
    "fin",
    "sol",
    "luna",
    "mar",
    "azul",
    "rojo",
    "verde",
    "casa",
    "árbol",
    "río",
    "lorem",
    "ipsum",
    "dolor",
    "sit",
    "amet",
    "the",
    "this",
    "is",
    "a",
    "mock",
    "response",
    "from",
    "model",
    "test",
    "hello",
    "world",
    "of",
    "and",
    "to",
    "in",
    "you",
    "your",
    "echo",
    "token",
    "stream",
]

_FILLED: Final = dict.fromkeys(
    ("lines", "emergency", "someone", "more", "chat", "topic", "topic_cap"), "al 911"
)

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


def own_words() -> Iterator[tuple[str, str]]:
    """Yield what our own templates say at each level in each country: safe by definition."""
    for turn, country in enumerate((*sorted(known_countries()), None)):
        for level in (level for level in Level if level.crisis):
            for again in (False, True):
                yield (
                    template_reply(level, text="hola", turn=turn, previous=(), country=country, again=again),
                    SAFE,
                )
        for line in lines_for(country, Level.IDEATION)[1]:
            for pattern in _WITH_A_NUMBER if line.phone else ():
                yield pattern.format(name=line.name, phone=line.phone), SAFE


def wordings() -> Iterator[tuple[str, str]]:
    """Yield every wording our companion and templates are put together from, in each register."""
    names = [f"shared.texts.{each}" for each in ("companion", "listening", "steps")]
    names += [f"shared.texts.templates.{each.name}" for each in pkgutil.iter_modules(templates.__path__)]
    for name in names:
        for constant, value in vars(importlib.import_module(name)).items():
            if constant.isupper() and constant not in {"FEELINGS", "TOPICS"}:
                for wording in _flat(value):
                    for register in Register:
                        yield spoken_as(wording, register, **_FILLED), SAFE


def _flat(value: object) -> Iterator[str]:
    if isinstance(value, str):
        yield value
    elif isinstance(value, dict | tuple):
        for each in value.values() if isinstance(value, dict) else value:
            yield from _flat(each)


def nonsense(count: int, words: Sequence[str], rng: random.Random) -> Iterator[tuple[str, str]]:
    """Yield texts that mean nothing: words in any order, and letters. What is not understood is no harm."""
    for at in range(count):
        length = rng.randint(1, 14)
        if at % 2:
            yield " ".join(rng.choice(words) for _ in range(length)) + ".", SAFE
        else:
            made = ("".join(rng.choices(_LETTERS, k=rng.randint(1, 9))) for _ in range(length))
            yield " ".join(made) + rng.choice((".", "", "?", " 1", " 2.")), SAFE


class GuardLessons:
    """See :class:`shared.network.train.Lessons`. A text teaches sentence by sentence, as it is heard.

    Which sentence of an unsafe text is the harmful one, an `ear` trained before tells; without it the text
    teaches as a whole.
    """

    def __init__(self, corpus: Sequence[tuple[str, str]], ear: Model | None = None) -> None:
        self.labels = tuple(sorted({label for _, label in corpus}))
        self._safe = self.labels.index(SAFE)
        self.tokens: list[list[str]] = []
        self.targets: list[int] = []
        for text, label in corpus:
            sentences = spoken(text)
            for tokens in sentences if label == SAFE else [_telling(sentences, label, self.labels, ear)]:
                self.tokens.append(tokens)
                self.targets.append(self.labels.index(label))

    def varied(self, at: int, rng: random.Random) -> list[str]:
        """Return sentence number `at`, at times only its beginning: that is how it is heard at first."""
        tokens = self.tokens[at]
        shortest, share = (1, 0.5) if self.targets[at] == self._safe else (2 * len(tokens) // 3, 0.25)
        return tokens[: rng.randint(max(1, shortest), len(tokens))] if rng.random() < share else tokens


def _telling(sentences: list[list[str]], label: str, labels: tuple[str, ...], ear: Model | None) -> list[str]:
    """Return the sentence that says what `label` forbids, or all of them as one."""
    if ear is None or len(sentences) == 1:
        return [token for sentence in sentences for token in sentence]
    at = labels.index(label)
    return max(sentences, key=lambda tokens: max(float(each.probabilities[at]) for each in ear.read(tokens)))
