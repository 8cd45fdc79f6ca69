"""Every error of PsicoIA.

* :exc:`PsicoiaError`
    * :exc:`ConfigError`: a setting is wrong; the start stops with one readable line.
    * :exc:`StoreError`
        * :exc:`StoreUnavailable`: the store is down or was silent for too long. Whether the
          operation ran is unknown: repeat it with the same id.
        * :exc:`LeaseLost`: the turn belongs to another worker now, or was erased.
    * :exc:`Refusal`: a message or frame is not accepted; becomes an `error` frame.
    * :exc:`LlmError`: see `worker/llm.py` for its kinds.

`retryable` tells whether the same call can succeed later without being changed.
No error carries message text or a session token.
"""

from __future__ import annotations

from typing import ClassVar


class PsicoiaError(Exception):
    """Base of all errors raised on purpose by this project."""

    retryable: ClassVar[bool] = False


class ConfigError(PsicoiaError):
    """A setting has a wrong value. The message names variable, problem and example."""


class StoreError(PsicoiaError):
    """Base of the store's errors."""


class StoreUnavailable(StoreError):
    """The store is down, or did not answer in time."""

    retryable = True


class LeaseLost(StoreError):
    """The fence is another's: nothing was written, and nothing may be written any more."""


class Refusal(PsicoiaError):
    """A message or frame that is not accepted.

    `code` is one of the protocol's error codes, `message` the Spanish sentence a person reads,
    `retry_after` seconds until it is worth trying again.
    """

    def __init__(
        self,
        code: str,
        message: str,
        *,
        id: str | None = None,
        retry_after: float | None = None,
    ) -> None:
        super().__init__(code)
        self.code = code
        self.message = message
        self.id = id
        self.retry_after = retry_after


class LlmError(PsicoiaError):
    """A call to the model did not end in a whole answer."""
