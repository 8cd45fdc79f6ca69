"""Fixtures for the worker: a desk at the real store, a bench for turns, workers for hire."""

from __future__ import annotations

from collections.abc import AsyncIterator, Callable
from typing import Any

import pytest

import worker.engine
import worker.main
from shared.settings import Settings
from tests.support.turn_bench import Bench
from tests.support.turns import LLM_URL, Desk
from tests.support.workers import Hire, Renewals, hiring

FOREVER = 50.0
"""Seconds; longer than any test takes."""


@pytest.fixture
async def open_bench(make_settings: Callable[..., Settings]) -> AsyncIterator[Callable[..., Any]]:
    """Build a bench: `await open_bench(llm_max_retries=1)`."""
    desks: list[Desk] = []

    async def build(**settings: Any) -> Bench:
        desks.append(Desk(make_settings(**{"llm_url": LLM_URL, "rate_max_messages": 1000, **settings})))
        return Bench(await desks[-1].__aenter__())

    yield build
    for desk in desks:
        await desk.__aexit__(None, None, None)


@pytest.fixture
async def bench(open_bench: Callable[..., Any]) -> Bench:
    """A bench with a model and the tests' settings."""
    found: Bench = await open_bench()
    return found


@pytest.fixture
async def desk(make_settings: Callable[..., Settings]) -> AsyncIterator[Desk]:
    """People at the store, and a look into it."""
    async with Desk(make_settings(llm_url=LLM_URL, rate_max_messages=1000)) as found:
        yield found


@pytest.fixture
async def hire(
    make_settings: Callable[..., Settings], monkeypatch: pytest.MonkeyPatch
) -> AsyncIterator[Hire]:
    """`hire(llm, **settings)` starts a worker."""
    async with hiring(make_settings, monkeypatch) as found:
        yield found


@pytest.fixture
def renewals(monkeypatch: pytest.MonkeyPatch) -> Renewals:
    """What the workers renew."""
    return Renewals(monkeypatch)


@pytest.fixture
def only_woken(monkeypatch: pytest.MonkeyPatch) -> None:
    """No fallback poll: a worker hears of work by its wake-up or not at all."""
    monkeypatch.setattr(worker.engine, "FALLBACK_POLL_SECONDS", FOREVER)
    monkeypatch.setattr(worker.main, "SILENCE_SECONDS", 2 * FOREVER)
