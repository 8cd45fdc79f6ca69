"""A message as one line of tokens, as the model reads it."""

from __future__ import annotations

from shared.crisis.normal import sentences

STOP = "."
"""Stands between sentences."""


def joined(said: list[list[str]]) -> list[str]:
    """Return the tokens of all sentences, each closed by STOP. A token that follows itself is left out."""
    every = [token for sentence in said for token in (*sentence, STOP)]
    return [token for token, before in zip(every, ["", *every], strict=False) if token != before]


def stream(text: str) -> list[str]:
    """Return the folded tokens of `text`, each sentence closed by STOP."""
    return joined(sentences(text))
