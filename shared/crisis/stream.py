"""A message as one line of tokens, as the model reads it."""

from __future__ import annotations

from shared.crisis.normal import sentences

STOP = "."
"""Stands between sentences."""


LONG_NUMBER = "000"
"""Stands for every number of two digits or more: an age, a bill, a phone."""


def _known(token: str) -> str:
    return LONG_NUMBER if len(token) > 1 and token.isdigit() else token


def joined(said: list[list[str]]) -> list[str]:
    """Return the tokens of all sentences, each closed by STOP. A token that follows itself is left out."""
    every = [_known(token) for sentence in said for token in (*sentence, STOP)]
    return [token for token, before in zip(every, ["", *every], strict=False) if token != before]


def stream(text: str) -> list[str]:
    """Return the folded tokens of `text`, each sentence closed by STOP."""
    return joined(sentences(text))
