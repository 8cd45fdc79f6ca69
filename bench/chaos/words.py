"""What people and model say in a run. Every text names its session and message, so that words that
cross from one person to another, or from one attempt to another, are found.
"""

from __future__ import annotations

import hashlib
import random
import re
from collections.abc import Callable
from dataclasses import replace
from typing import Any

from tests.support.llm_reply import Reply, error_body

CANARY = "frambuesa"
"""Stands in every message and every answer; no log may hold it (I8)."""

FAIL_CHANCE = 0.12
"""How many of the model's calls fail by themselves."""

_TAG = re.compile(rf"{CANARY}-(\d+)-(\w+)")
_ASIDES = ("Hoy salí a caminar.", "Estuve leyendo un rato.", "Cociné con música.", "Llovió toda la tarde. 🌧️")
_PIECES = ("mar azul", "luna verde", "río claro", "nube 🙂", "sol alto", "rosa", "ñandú")


def question(session: int, id: str) -> str:
    """Return what session number `session` says in its message `id` (letters and digits only)."""
    return f"{_ASIDES[hash_of(session, id) % len(_ASIDES)]} {CANARY}-{session}-{id}"


def owner(text: str) -> tuple[int, str] | None:
    """Return the session's number and the message's id named by a text, or None."""
    found = _TAG.search(text)
    return (int(found[1]), found[2]) if found else None


def answer(text: str, call: int) -> str:
    """Return what the model says to `text` in its call number `call`: no two calls say the same."""
    tag = _TAG.search(text)
    rng = random.Random(f"{text} {call}")
    said = " ".join(rng.choices(_PIECES, k=rng.randint(3, 12)))
    return f"[{call}] {tag[0] if tag else '?'} {said} [/{call}]"


def call_of(text: str) -> int | None:
    """Return the number of the model's call that an answer, or its beginning, came from."""
    found = re.match(r"\[(\d+)\]", text)
    return int(found[1]) if found else None


def model(seed: int, storm: Callable[[], bool]) -> Callable[[int, dict[str, Any]], Reply]:
    """Return the model's script: seeded by the call's number. `storm()` makes all calls fail."""

    def reply(number: int, body: dict[str, Any]) -> Reply:
        rng = random.Random(f"model {seed} {number}")
        text = answer(str(body["messages"][-1]["content"]), number)
        whole = Reply(
            text=text,
            pieces=rng.randint(2, 10),
            delay=rng.uniform(0.01, 0.05),
            delay_first=rng.uniform(0.0, 0.05),
        )
        return _failing(rng, whole) if storm() or rng.random() < FAIL_CHANCE else whole

    return reply


def _failing(rng: random.Random, whole: Reply) -> Reply:
    match rng.choice(("429", "500", "cut", "cut", "stall", "empty")):
        case "429":
            wait = {"retry-after": rng.choice(("0.05", "0.1", "0.2", "1"))}
            return Reply(status=429, headers=wait, raw=error_body("rate_limit_exceeded"))
        case "500":
            return Reply(status=500, raw=error_body("internal_error"))
        case "cut":
            return replace(whole, cut_after=rng.randint(-1, 5))
        case "stall":
            return replace(whole, hang_after=rng.randint(-1, 3))
        case _:
            return Reply(text="", pieces=())


def hash_of(*parts: object) -> int:
    """Return a number that is the same in every process, unlike `hash`."""
    return int.from_bytes(hashlib.sha256(repr(parts).encode()).digest()[:4])
