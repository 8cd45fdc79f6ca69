"""The provider's quota around one call: reserve before, listen to its headers, correct after."""

from __future__ import annotations

import asyncio
import secrets
from collections.abc import Mapping, Sequence

from shared.errors import PsicoiaError
from shared.settings import Settings
from shared.store.quota import SLACK_SECONDS, ProviderQuota
from worker.llm import ChatMessage, Usage
from worker.prompt import estimate_tokens
from worker.ratelimit import remaining

LEARNING_RATE = 0.1
MAX_RATIO = 4.0
"""A provider whose count is further from our estimate than this is not believed."""


class QuotaExhausted(PsicoiaError):
    """The provider's quota has no room for this call for `wait` seconds; nothing was reserved."""

    retryable = True

    def __init__(self, wait: float) -> None:
        super().__init__("quota exhausted")
        self.wait = wait


class Reservation:
    """One call's share of the quota."""

    __slots__ = ("_heard", "_id", "_made", "_meter", "_observed", "estimate")

    def __init__(self, meter: Meter, id: str, estimate: int) -> None:
        self._meter = meter
        self._id = id
        self._observed = self._heard = False
        self._made = asyncio.get_running_loop().time()
        self.estimate = estimate

    async def observe(self, headers: Mapping[str, str]) -> None:
        """Take the provider's word, once, where it leaves less than we thought. Raises StoreUnavailable.

        The first word also tells that the call has arrived; if late, its minute began later than ours.
        """
        if not self._heard:
            self._heard = True
            if asyncio.get_running_loop().time() - self._made > SLACK_SECONDS:
                await self._meter.quota.late(self._id)
        if not self._observed and headers:
            self._observed = True
            await self._meter.quota.observe(self._id, remaining(headers))

    async def correct(self, usage: Usage | None) -> None:
        """Replace the estimate by what was used; None leaves it. Raises StoreUnavailable."""
        if usage is not None:
            self._meter.learn(self.estimate, usage)
            await self._meter.quota.correct(self._id, usage.prompt_tokens + usage.completion_tokens)

    async def release(self) -> None:
        """The provider refused the call: it used no tokens. Raises StoreUnavailable."""
        await self._meter.quota.correct(self._id, 0)


class Meter:
    """Estimates what calls cost, and learns from what they really cost."""

    def __init__(self, quota: ProviderQuota, settings: Settings) -> None:
        self.quota = quota
        self._settings = settings
        self._ratio = 1.0

    async def reserve(self, messages: Sequence[ChatMessage]) -> Reservation | None:
        """Reserve one call; None when no quota is set. Raises QuotaExhausted, StoreUnavailable."""
        if not self.quota.active:
            return None
        estimate = self.estimate(messages)
        id = secrets.token_hex(8)
        if wait := await self.quota.reserve(id, estimate):
            raise QuotaExhausted(wait)
        return Reservation(self, id, estimate)

    def estimate(self, messages: Sequence[ChatMessage]) -> int:
        """Return the tokens a call may cost at most: its prompt as learned, and a whole answer."""
        return int(self._prompt(messages) * self._ratio) + self._settings.llm_max_tokens

    def learn(self, estimate: int, usage: Usage) -> None:
        """Note what the provider counted for a prompt that was taken to cost `estimate` with its answer."""
        believed = max(1.0, (estimate - self._settings.llm_max_tokens) / self._ratio)
        ratio = min(MAX_RATIO, usage.prompt_tokens / believed)
        # Never below our own estimate: too little reserved is a 429, too much is corrected in a moment.
        self._ratio = max(1.0, self._ratio + LEARNING_RATE * (ratio - self._ratio), ratio)

    def _prompt(self, messages: Sequence[ChatMessage]) -> int:
        return sum(
            estimate_tokens(message.content, self._settings.llm_chars_per_token) for message in messages
        )
