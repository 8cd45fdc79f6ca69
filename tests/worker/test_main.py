"""The worker's composition root: what start-up builds, what arq reads, what `check` tells."""

from __future__ import annotations

import asyncio
import signal
import socket
import urllib.request
from collections.abc import Callable, Iterator
from typing import Any

import arq.worker
import pytest

from shared.errors import StoreUnavailable
from shared.settings import Settings
from tests.support.logs import logging_restored
from tests.support.turns import LLM_URL, Desk
from worker.engine import LeasedWorker
from worker.llm import HttpLlm
from worker.main import WorkerSettings, arq_pool, check, make_worker, shutdown, startup


@pytest.fixture(autouse=True)
def _logging() -> Iterator[None]:
    """Start-up sets logging up for its whole process."""
    with logging_restored():
        yield


async def started(settings: Settings) -> dict[Any, Any]:
    """Return the context after start-up."""
    context: dict[Any, Any] = {"settings": settings}
    await startup(context)
    return context


async def test_start_up_builds_what_a_turn_needs(make_settings: Callable[..., Settings]) -> None:
    """A queue that reaches the store, a pool to listen on, a model; shutdown closes all of it."""
    context = await started(make_settings(llm_url=LLM_URL))
    await context["queue"].beat("here")
    assert await context["redis"].ping()
    assert isinstance(context["llm"], HttpLlm)
    await shutdown(context)
    with pytest.raises(StoreUnavailable):
        await context["queue"].beat("here")


async def test_without_key_and_address_there_is_no_model(make_settings: Callable[..., Settings]) -> None:
    """Offline: nothing is loaded, nothing is called."""
    context = await started(make_settings())
    assert context["llm"] is None
    await shutdown(context)


async def test_figures_are_served_while_the_worker_lives(
    make_settings: Callable[..., Settings], free_port: Callable[[], int]
) -> None:
    """METRICS_PORT answers from start-up to shutdown."""
    port = free_port()
    context = await started(make_settings(metrics_port=port))
    body = await asyncio.to_thread(_get, f"http://127.0.0.1:{port}/metrics")
    assert b"psicoia_turns_in_flight 0.0" in body
    await shutdown(context)
    with socket.socket() as probe:
        assert probe.connect_ex(("127.0.0.1", port)) != 0


def _get(url: str) -> bytes:
    with urllib.request.urlopen(url, timeout=5) as answer:
        body: bytes = answer.read()
        return body


async def test_two_workers_are_told_apart(make_settings: Callable[..., Settings]) -> None:
    """Each has a control list of its own: fences and stops do not get mixed up."""
    contexts = [await started(make_settings()) for _ in range(2)]
    first, second = (context["queue"].wake_keys for context in contexts)
    assert first[0] != second[0]
    assert first[1] == second[1]
    for context in contexts:
        await shutdown(context)


async def test_settings_are_read_when_nobody_passes_them(
    redis_url: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    """As under arq's own command line."""
    monkeypatch.setenv("REDIS_URL", redis_url)
    monkeypatch.setenv("WORKER_MAX_JOBS", "7")
    monkeypatch.setitem(Settings.model_config, "env_file", None)
    context: dict[Any, Any] = {}
    await startup(context)
    assert context["settings"].worker_max_jobs == 7
    await shutdown(context)


async def test_arq_makes_our_worker_of_our_settings() -> None:
    """`arq worker.main.WorkerSettings` gets a leased worker with every attribute."""
    made = arq.worker.create_worker(WorkerSettings, handle_signals=False)
    assert isinstance(made, LeasedWorker)
    assert (made.on_startup, made.on_shutdown) == (startup, shutdown)
    assert list(made.functions) == ["answer"]
    assert (made.keep_result_s, made.log_results) == (0, False)
    assert made.functions["answer"].keep_result_s == 0


async def test_both_commands_make_the_same_worker(make_settings: Callable[..., Settings]) -> None:
    """`python -m worker` differs in nothing that arq reads."""
    kwargs = arq.worker.get_kwargs(WorkerSettings)
    loop = asyncio.get_running_loop()
    made = make_worker(make_settings())
    assert loop.remove_signal_handler(signal.SIGINT)
    assert loop.remove_signal_handler(signal.SIGTERM)
    for name, value in kwargs.items():
        if name not in ("functions", "keep_result"):
            assert getattr(made, name) == value, name
    assert made.keep_result_s == 0
    assert list(made.functions) == ["answer"]


async def test_nothing_is_pickled(make_settings: Callable[..., Settings]) -> None:
    """arq's pool and worker serialize JSON and refuse the rest."""
    pool = arq_pool(make_settings())
    for serializer in (pool.job_serializer, WorkerSettings.__dict__["job_serializer"]):
        assert serializer({"a": ["b"]}) == b'{"a":["b"]}'
        with pytest.raises(TypeError):
            serializer({"a": object()})
    await pool.aclose(close_connection_pool=True)


async def test_check_tells_whether_a_worker_of_this_host_lives(
    make_settings: Callable[..., Settings],
) -> None:
    """No beat, no worker; another host's beat does not count."""
    settings = make_settings()
    assert await check(settings, "here") is False
    async with Desk(settings) as desk:
        await desk.queue.beat("there")
        assert await check(settings, "here") is False
        await desk.queue.beat("here")
        assert await check(settings, "here") is True
        assert 0 < await desk.redis.ttl("arq:queue:health-check:here") <= 10
