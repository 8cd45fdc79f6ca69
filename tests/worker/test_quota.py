"""A call's share of the quota: estimated, observed, corrected, learned from."""

from __future__ import annotations

from typing import Any, cast

import pytest

from shared.store.quota import ProviderQuota, Remaining
from tests.support.env import isolated_settings
from worker.llm import ChatMessage, Usage
from worker.quota import MAX_RATIO, Meter, QuotaExhausted

MESSAGES = [ChatMessage("system", "s" * 400), ChatMessage("user", "u" * 40)]
PROMPT = 100 + 4 + 10 + 4
"""MESSAGES in tokens at four characters each, with what a chat template adds."""


class Spy:
    """A quota that notes what it is told."""

    active = True

    def __init__(self) -> None:
        self.wait = 0.0
        self.reserved: list[int] = []
        self.corrected: list[int] = []
        self.observed: list[Remaining] = []
        self.were_late = 0

    async def reserve(self, id: str, tokens: int) -> float:
        """Reserve."""
        self.reserved.append(tokens)
        return self.wait

    async def correct(self, id: str, tokens: int) -> None:
        """Correct."""
        self.corrected.append(tokens)

    async def late(self, id: str) -> None:
        """Move."""
        self.were_late += 1

    async def observe(self, id: str, remaining: Remaining) -> None:
        """Observe."""
        self.observed.append(remaining)


def meter(spy: Any, **settings: Any) -> Meter:
    """Return a meter with a hundred tokens an answer."""
    limits = isolated_settings(**{"llm_max_tokens": 100, "llm_chars_per_token": 4, **settings})
    return Meter(cast(ProviderQuota, spy), limits)


async def test_a_whole_answer_is_reserved() -> None:
    """The prompt as estimated, and LLM_MAX_TOKENS."""
    spy = Spy()
    assert await meter(spy).reserve(MESSAGES) is not None
    assert spy.reserved == [PROMPT + 100]


async def test_without_a_quota_nothing_is_asked() -> None:
    """No limit set: no call of the store."""
    spy = Spy()
    spy.active = False
    assert await meter(spy).reserve(MESSAGES) is None
    assert spy.reserved == []


async def test_no_room_says_how_long() -> None:
    """The turn can then keep its place for so long."""
    spy = Spy()
    spy.wait = 12.5
    with pytest.raises(QuotaExhausted) as caught:
        await meter(spy).reserve(MESSAGES)
    assert caught.value.wait == 12.5


async def test_usage_corrects_and_teaches() -> None:
    """A provider that counts more tokens than we do is believed from the next call on."""
    spy = Spy()
    learning = meter(spy)
    reserved = await learning.reserve(MESSAGES)
    assert reserved is not None
    await reserved.correct(Usage(prompt_tokens=2 * PROMPT, completion_tokens=30))
    assert spy.corrected == [2 * PROMPT + 30]
    await learning.reserve(MESSAGES)
    assert spy.reserved[-1] == 2 * PROMPT + 100


async def test_an_absurd_count_teaches_little() -> None:
    """A server that lies about usage does not stop everybody."""
    spy = Spy()
    learning = meter(spy)
    learning.learn(PROMPT + 100, Usage(prompt_tokens=10**9, completion_tokens=0))
    assert learning.estimate(MESSAGES) <= MAX_RATIO * PROMPT + 100


async def test_a_smaller_count_never_reserves_less_than_our_own() -> None:
    """Too much reserved is corrected in a moment, too little is a 429."""
    learning = meter(Spy())
    for _ in range(50):
        learning.learn(PROMPT + 100, Usage(prompt_tokens=1, completion_tokens=0))
    assert learning.estimate(MESSAGES) == PROMPT + 100


async def test_headers_are_taken_once() -> None:
    """They come with the first piece; every later one has the same."""
    spy = Spy()
    reserved = await meter(spy).reserve(MESSAGES)
    assert reserved is not None
    await reserved.observe({})
    headers = {"x-ratelimit-remaining-tokens": "5", "x-ratelimit-reset-tokens": "1s"}
    await reserved.observe(headers)
    await reserved.observe(headers)
    assert spy.observed == [Remaining(tokens=5, tokens_reset=1.0)]


async def test_unknown_usage_leaves_the_estimate() -> None:
    """A server that reports nothing is taken at its worst."""
    spy = Spy()
    reserved = await meter(spy).reserve(MESSAGES)
    assert reserved is not None
    await reserved.correct(None)
    assert spy.corrected == []


async def test_a_refused_call_used_no_tokens() -> None:
    """Its request stays counted."""
    spy = Spy()
    reserved = await meter(spy).reserve(MESSAGES)
    assert reserved is not None
    await reserved.release()
    assert spy.corrected == [0]


@pytest.mark.parametrize(("slack", "late"), [(-1.0, 1), (1000.0, 0)])
async def test_a_call_that_was_answered_late_is_counted_later(
    monkeypatch: pytest.MonkeyPatch, slack: float, late: int
) -> None:
    """Once, with its first piece, whether the provider sends headers or not."""
    monkeypatch.setattr("worker.quota.SLACK_SECONDS", slack)
    spy = Spy()
    reserved = await meter(spy).reserve(MESSAGES)
    assert reserved is not None
    await reserved.observe({})
    await reserved.observe({})
    assert spy.were_late == late
