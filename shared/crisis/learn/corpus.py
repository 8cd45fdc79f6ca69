"""The corpus: labelled messages in plain text files, one block a way of saying it."""

from __future__ import annotations

import random
import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Final

from shared.crisis.levels import Level

FOLDER: Final = Path(__file__).parent.parent / "corpus"

HELD_OUT: Final = "heldout_"
"""Files of this beginning are never learned from: they were written apart, to judge."""

STYLES: Final = frozenset(["standard", "no-accents", "chat", "caps", "obfuscated", "indirect", "long"])

_HEAD = re.compile(r"\[([a-z_]+) \| ([\w-]+) \| (general|[A-Z]{2}(?:/[A-Z]{2})*) \| ([a-z-]+)\]")


class CorpusError(ValueError):
    """A line of the corpus that cannot be read; names the file and the line."""


@dataclass(frozen=True, slots=True)
class Example:
    """One message somebody could have typed, and what it means."""

    text: str
    level: Level
    family: str
    """The way of saying it, unique within its file and level. Whole families are held out in validation."""
    country: str
    style: str
    source: str
    """The file's name without its ending: one author each."""


def read_file(path: Path) -> Iterator[Example]:
    """Yield the examples of one file. Raises CorpusError, OSError."""
    head: tuple[Level, str, str, str] | None = None
    for number, raw in enumerate(path.read_text(encoding="utf-8").split("\n"), start=1):
        line = raw.strip()
        if not line or line.startswith("# "):
            continue
        if line.startswith("[") and " | " in line:
            head = _head(line, f"{path.name}:{number}")
        elif head is None:
            raise CorpusError(f"{path.name}:{number}: a message before the first heading")
        else:
            yield Example(line, *head, source=path.stem)


def _head(line: str, where: str) -> tuple[Level, str, str, str]:
    match = _HEAD.fullmatch(line)
    if match is None or match[1] not in set(Level) or match[4] not in STYLES:
        raise CorpusError(f"{where}: not a heading of the form [level | family | country | style]")
    return Level(match[1]), match[2], match[3], match[4]


def read_corpus(*, held_out: bool = False, folder: Path = FOLDER) -> list[Example]:
    """Return what is learned from, or with `held_out` what only judges. Raises CorpusError, OSError."""
    return [
        example
        for path in sorted(folder.glob("*.txt"))
        if path.stem.startswith(HELD_OUT) is held_out
        for example in read_file(path)
    ]


def folds(examples: Sequence[Example], count: int) -> Iterator[tuple[list[Example], list[Example]]]:
    """Yield `count` times (what is learned, what is held out): every family is held out once, as a whole."""
    families = sorted({_family(example) for example in examples})
    random.Random(0).shuffle(families)
    part = {family: at % count for at, family in enumerate(families)}
    for held in range(count):
        known = [example for example in examples if part[_family(example)] != held]
        yield known, [example for example in examples if part[_family(example)] == held]


def _family(example: Example) -> tuple[str, str, str]:
    return example.source, example.level.value, example.family
