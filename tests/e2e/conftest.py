"""Fixtures of the tests on real processes. They share their module's event loop and cluster."""

from __future__ import annotations

from collections.abc import AsyncIterator

import pytest_asyncio

from tests.support.clients import People


@pytest_asyncio.fixture(loop_scope="module")
async def people() -> AsyncIterator[People]:
    """Connections that are closed when the test is over."""
    async with People() as people:
        yield people
