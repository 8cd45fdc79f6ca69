"""What the network reads in a word: hashed character n-grams, so that misspelt words count too."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Final

import numpy as np
import numpy.typing as npt

BUCKETS: Final = 1 << 14
"""Character n-grams share this many rows."""

MAX_TOKEN_LETTERS: Final = 14
"""Letters of a token that are read: what comes after them says little in Spanish, and time stays bounded."""

_ORDERS: Final = (3, 4)
_FACTORS: Final = {3: (31, 961, 29_791), 4: (37, 1_369, 50_653, 1_874_161)}
_SALT: Final = 7919
_SPREAD: Final = np.uint32(2_654_435_761)
"""Knuth's multiplicative hashing: the golden ratio of 2**32."""
_SHIFT: Final = np.uint32(32 - BUCKETS.bit_length() + 1)


def grams(tokens: Sequence[str]) -> tuple[npt.NDArray[np.intp], npt.NDArray[np.intp]]:
    """Return the buckets of all n-grams of `tokens`, in order, and where each token's begin.

    A token is read as `<token>`, so every one has at least one n-gram. `tokens` must not be empty.
    """
    marked = [f"<{token[:MAX_TOKEN_LETTERS]}>" for token in tokens]
    letters = np.frombuffer("".join(marked).encode("ascii", "replace"), np.uint8).astype(np.uint32)
    lengths = np.fromiter(map(len, marked), np.intp, len(marked))
    owner = np.repeat(np.arange(len(marked)), lengths)
    ids, owners = [], []
    for order in _ORDERS:
        count = len(letters) - order + 1
        if count <= 0:
            continue
        whole = owner[:count] == owner[order - 1 :]
        code = np.full(count, order * _SALT, np.uint32)
        for at, factor in enumerate(_FACTORS[order]):
            code += letters[at : at + count] * np.uint32(factor)
        ids.append(((code * _SPREAD) >> _SHIFT)[whole])
        owners.append(owner[:count][whole])
    every, whose = np.concatenate(ids), np.concatenate(owners)
    order_by_token = np.argsort(whose, kind="stable")
    starts = np.searchsorted(whose[order_by_token], np.arange(len(marked)))
    return every[order_by_token].astype(np.intp), starts
