"""The provider's quota, shared by all workers: requests and tokens of the last minute and day."""

from __future__ import annotations

from dataclasses import dataclass

from shared.settings import Settings
from shared.store import scripts
from shared.store.connection import StoreConnection

PATIENCE_SECONDS = 65.0
"""A turn waits for the provider's minute to pass; what takes longer is answered by the fallback."""

SLACK_SECONDS = 1.0
"""Our windows are this much longer than the provider's (quota_common.lua): a call takes time to get there."""


@dataclass(frozen=True, slots=True)
class Remaining:
    """What a provider's headers say is left; None where they say nothing. Resets are in seconds."""

    requests: int | None = None
    requests_reset: float | None = None
    tokens: int | None = None
    tokens_reset: float | None = None


class ProviderQuota:
    """LLM_RPM, LLM_TPM, LLM_RPD and LLM_TPD as sliding windows. Raises StoreUnavailable."""

    def __init__(self, store: StoreConnection, settings: Settings) -> None:
        self._store = store
        self._limits = (settings.llm_rpm, settings.llm_tpm, settings.llm_rpd, settings.llm_tpd)

    @property
    def active(self) -> bool:
        """True when any limit is set."""
        return any(self._limits)

    async def reserve(self, id: str, tokens: int) -> float:
        """Reserve a call of so many tokens. Returns 0.0, or the seconds to wait: nothing was taken then."""
        return float(await scripts.RESERVE.run(self._store, id, tokens, *self._limits)) / 1000

    async def correct(self, id: str, tokens: int) -> None:
        """Replace a reservation's estimate by the tokens really used."""
        await scripts.CORRECT.run(self._store, id, tokens, *self._limits)

    async def late(self, id: str) -> None:
        """Count a call from now that took longer than SLACK_SECONDS to be answered at all."""
        await scripts.LATE.run(self._store, id, *self._limits)

    async def observe(self, id: str, remaining: Remaining) -> None:
        """Lower the estimate of what is left to what the provider said to call `id`, until it resets."""
        await scripts.OBSERVE.run(
            self._store,
            id,
            *self._limits,
            *_pair(remaining.requests, remaining.requests_reset),
            *_pair(remaining.tokens, remaining.tokens_reset),
        )


def _pair(left: int | None, reset: float | None) -> tuple[str, str]:
    if left is None or reset is None:
        return "", ""
    return str(max(0, left)), str(max(1, int(reset * 1000)))
