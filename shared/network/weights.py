"""The numbers of a trained network, and the file they are kept in."""

from __future__ import annotations

from dataclasses import dataclass, fields
from pathlib import Path
from typing import Any, Final

import numpy as np
import numpy.typing as npt

Floats = npt.NDArray[np.float32]

_TEXTS: Final = ("labels", "vocabulary")


@dataclass(frozen=True, slots=True)
class Weights:
    """`words` are the vocabulary's vectors, `buckets` those of the n-grams, `detectors` the convolution's."""

    labels: tuple[str, ...]
    """What the network tells apart."""
    vocabulary: tuple[str, ...]
    words: Floats
    buckets: Floats
    detectors: Floats
    """(words that one detector sees, length of a vector, how many detectors)."""
    detectors_bias: Floats
    hidden: Floats
    hidden_bias: Floats
    out: Floats
    out_bias: Floats

    def save(self, path: Path) -> None:
        """Write the weights in half precision. Raises OSError."""
        arrays: dict[str, Any] = {}
        for field in fields(self):
            value = getattr(self, field.name)
            if field.name in _TEXTS:
                arrays[field.name] = np.frombuffer("\n".join(value).encode(), np.uint8)
            else:
                arrays[field.name] = value.astype(np.float16)
        np.savez_compressed(path, **arrays)

    @classmethod
    def load(cls, path: Path) -> Weights:
        """Read the weights. Raises OSError, KeyError, ValueError."""
        with np.load(path, allow_pickle=False) as file:
            values: dict[str, Any] = {}
            for field in fields(cls):
                array = file[field.name]
                if field.name in _TEXTS:
                    values[field.name] = tuple(array.tobytes().decode().split("\n"))
                else:
                    values[field.name] = array.astype(np.float32)
            return cls(**values)
