"""tests/support/cluster.py: what the end-to-end tests stand on."""

from __future__ import annotations

import asyncio

import pytest

from tests.support.cluster import Cluster


async def test_edges_come_up_die_and_leave(cluster: Cluster) -> None:
    """Edges listen on ports of their own; a killed one is gone, a drained one ends with 0."""
    await cluster.start(edges=2, workers=0)
    first, second = cluster.edges
    assert first.ws_port != second.ws_port
    await first.kill()
    assert not first.running
    with pytest.raises(ConnectionRefusedError):
        await asyncio.open_connection("127.0.0.1", first.app_port)
    _, writer = await asyncio.open_connection("127.0.0.1", second.app_port)
    writer.close()
    await writer.wait_closed()
    assert await second.term() == 0


async def test_a_process_that_does_not_start_shows_its_log(cluster: Cluster) -> None:
    """A wrong setting fails the test at once, with the process's own words."""
    with pytest.raises(AssertionError, match="RATE_WINDOW_SECONDS"):
        await cluster.start(edges=1, workers=0, rate_window_seconds="never")


async def test_a_worker_is_ready_freezes_and_drains(cluster: Cluster) -> None:
    """A worker counts as started once it takes work; frozen and thawed it still drains and ends with 0."""
    node = await cluster.start_worker()
    assert "worker_ready" in node.text()
    node.freeze()
    assert node.running
    node.thaw()
    assert await node.term() == 0
