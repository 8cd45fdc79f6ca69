"""The care layer's own time: detection of ordinary and of hostile texts, and the guard on one reply."""

from __future__ import annotations

import argparse
import random
import statistics
import string
import time
from collections.abc import Callable, Iterator

from bench.figures import keep, machine, print_table
from shared.crisis import Level, assess, warm
from shared.crisis.learn.corpus import read_corpus
from worker.guard import Screen

SIZES = (60, 2000, 50_000)
REPLY = (
    "Gracias por contarme cómo te sientes. Lo que describes suena muy agotador, y tiene sentido que "
    "estés así después de una semana tan pesada. A veces ayuda parar un momento y respirar despacio, "
    "soltando el aire por la boca. Si quieres, podemos mirar juntos qué parte del día se te hace más "
    "cuesta arriba. ¿Qué es lo que más te pesa en este momento? "
)
PIECE = 5
"""Characters the guard is fed at a time: about a token."""


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """Declare the options of `python -m bench care`."""
    parser.add_argument("--seconds", type=float, default=0.5, help="spent on each text")


async def run(options: argparse.Namespace) -> None:
    """Measure every text; print a table of milliseconds."""
    print(machine())
    warm()
    rows = []
    for size in SIZES:
        for name, text in _texts(size):
            rows.append(
                [name, str(len(text)), *_milliseconds(lambda text=text: assess(text), options.seconds)]
            )  # type: ignore[misc]
    rows.append(["the guard, a reply", str(len(REPLY)), *_milliseconds(_guard, options.seconds)])
    print_table(["text", "characters", "least ms", "median ms"], rows)
    keep("care", {"milliseconds": rows})


def _texts(size: int) -> Iterator[tuple[str, str]]:
    rng = random.Random(1)

    def letters(count: int) -> str:
        return "".join(rng.choice(string.ascii_lowercase) for _ in range(count))

    messages = [example.text for example in read_corpus()]
    rng.shuffle(messages)
    yield "messages of the corpus", ". ".join(messages)[:size]
    yield "danger, again and again", ("me quiero morir. " * size)[:size]
    yield "nothing but unknown words", " ".join(letters(6) for _ in range(size // 6))[:size]
    yield "unknown words of two letters", " ".join(letters(2) for _ in range(size // 2))[:size]
    yield "leet", " ".join(rng.choice("43105") + letters(3) for _ in range(size // 4))[:size]
    yield "spelled out", " ".join(letters(1) for _ in range(size // 2))[:size]
    yield "glued words", ("quieromatarmequieromatarmehoy " * size)[:size]
    yield "emoji", ("😂💊" * size)[:size]
    yield "one letter", "a" * size
    yield "commas", (", " * size)[:size]


def _guard() -> None:
    screen = Screen(Level.NONE, "AR")
    for at in range(0, len(REPLY), PIECE):
        screen.feed(REPLY[at : at + PIECE])
    screen.finish()


def _milliseconds(work: Callable[[], object], seconds: float) -> list[str]:
    """Return the least and the median time of one call."""
    until = time.perf_counter() + seconds
    times: list[float] = []
    while time.perf_counter() < until or len(times) < 3:
        started = time.perf_counter()
        work()
        times.append((time.perf_counter() - started) * 1000)
    return [f"{min(times):.2f}", f"{statistics.median(times):.2f}"]
