"""shared/errors.py: one tree, and its docstring is its picture."""

from __future__ import annotations

import inspect
import re

import pytest

from shared import errors
from shared.errors import (
    ConfigError,
    LeaseLost,
    LlmError,
    PsicoiaError,
    Refusal,
    StoreError,
    StoreUnavailable,
)
from shared.store.connection import StoreRejected


def test_the_docstring_is_the_tree() -> None:
    """Every class of the module stands in the docstring, under its base."""
    assert errors.__doc__ is not None
    drawn: dict[str, str] = {}
    path: list[str] = []
    for indent, name in re.findall(r"^( *)\* :exc:`(\w+)`", errors.__doc__, re.MULTILINE):
        path = path[: len(indent) // 4]
        drawn[name] = path[-1] if path else "Exception"
        path.append(name)
    classes = [value for value in vars(errors).values() if inspect.isclass(value)]
    assert drawn == {
        cls.__name__: cls.__base__.__name__
        for cls in classes
        if issubclass(cls, Exception) and cls.__base__ is not None
    }


@pytest.mark.parametrize(
    ("error", "retryable"),
    [
        (PsicoiaError, False),
        (ConfigError, False),
        (StoreError, False),
        (LeaseLost, False),
        (StoreUnavailable, True),
        (StoreRejected, True),
        (Refusal, False),
        (LlmError, False),
    ],
)
def test_what_may_be_repeated(error: type[PsicoiaError], retryable: bool) -> None:
    """Only a store that is away can answer the same call later."""
    assert issubclass(error, PsicoiaError)
    assert error.retryable is retryable


def test_a_refusal_carries_what_its_frame_needs() -> None:
    """Code, sentence, message id and pause; the exception's own text is the code alone."""
    refusal = Refusal("rate_limited", "Esperá un poquito.", id="a", retry_after=1.5)
    assert (refusal.code, refusal.message, refusal.id, refusal.retry_after) == (
        "rate_limited",
        "Esperá un poquito.",
        "a",
        1.5,
    )
    assert str(refusal) == "rate_limited"
    assert "poquito" not in repr(refusal)


def test_a_refusal_may_concern_no_message() -> None:
    """Id and pause are optional."""
    refusal = Refusal("bad_frame", "No entendí.")
    assert (refusal.id, refusal.retry_after) == (None, None)
