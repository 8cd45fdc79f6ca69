"""The worker's composition root: settings in, a running worker out.

`python -m worker` and `arq worker.main.WorkerSettings` start the same thing.
"""

from __future__ import annotations

import asyncio
import secrets
from typing import Any, ClassVar

import arq.worker
import structlog
from arq.connections import ArqRedis
from arq.worker import Function, func

from shared import log as logs
from shared.crisis import FAILED, Level, assess
from shared.metrics import WorkerMetrics, serve
from shared.seal import make_seal
from shared.settings import Settings, load_settings
from shared.store import scripts
from shared.store.address import make_pool
from shared.store.connection import StoreConnection
from shared.store.job import FUNCTION, deserialize, serialize
from shared.store.link import SILENCE_SECONDS
from shared.store.queue import TurnQueue
from shared.store.quota import ProviderQuota
from worker import guard
from worker.engine import LeasedWorker
from worker.held import Held
from worker.llm import HttpLlm
from worker.quota import Meter
from worker.turn import TurnRunner

log = structlog.get_logger("psicoia.worker")


async def startup(ctx: dict[Any, Any]) -> None:
    """Build what a worker needs, into arq's context."""
    settings: Settings = ctx.get("settings") or load_settings()
    logs.configure(settings.log_level)
    logs.log_uncaught()
    logs.log_loop_errors(asyncio.get_running_loop())
    store = scripts.connect(settings.store_url)
    await store.start()
    queue = TurnQueue(store, settings, make_seal(settings.data_key.get_secret_value()), secrets.token_hex(4))
    metrics = WorkerMetrics()
    llm = None if settings.offline else HttpLlm(settings)
    ctx |= {
        "settings": settings,
        "store": store,
        "redis": arq_pool(settings),
        "queue": queue,
        "llm": llm,
        "runner": TurnRunner(queue, llm, Meter(ProviderQuota(store, settings), settings), settings, metrics),
        # Work is taken meanwhile: the first call waits for no more than what is left of this.
        "warming": asyncio.ensure_future(llm.warm()) if llm else None,
        "stop_metrics": serve(metrics, settings.metrics_port),
    }
    _load_care()
    log.info("worker_started", model=settings.model_name if llm else "offline")


def _load_care() -> None:
    """Load the weights of detector and guard now rather than with the first turn."""
    if assess("¡hola!") is FAILED:
        log.error("detector_failed")
    if not guard.check("¡Hola!", Level.NONE, None).allowed:
        log.error("guard_failed")


async def shutdown(ctx: dict[Any, Any]) -> None:
    """Close what start-up opened."""
    if ctx["llm"] is not None:
        await ctx["warming"]
        await ctx["llm"].aclose()
    ctx["stop_metrics"]()
    await ctx["store"].aclose()
    await ctx["redis"].aclose(close_connection_pool=True)


async def answer(ctx: dict[Any, Any], held: Held) -> bool:
    """The one job there is: answer a claimed turn."""
    runner: TurnRunner = ctx["runner"]
    return await runner.run(held, hungry=ctx["hungry"])


def arq_pool(settings: Settings) -> ArqRedis:
    """Return arq's own connection pool: a blocking listen, and nothing pickled."""
    pool = make_pool(
        settings.store_url, socket_timeout=SILENCE_SECONDS, socket_connect_timeout=SILENCE_SECONDS
    )
    return ArqRedis(pool, job_serializer=serialize, job_deserializer=deserialize)


class WorkerSettings:
    """What `arq` reads. Results are not kept, arguments not logged, nothing is pickled."""

    functions: ClassVar[list[Function]] = [func(answer, name=FUNCTION, keep_result=0)]
    on_startup = startup
    on_shutdown = shutdown
    keep_result = 0
    log_results = False
    job_serializer = serialize
    job_deserializer = deserialize


def make_worker(settings: Settings) -> LeasedWorker:
    """Return a worker for `settings`; `run()` blocks until a signal ends it."""
    return LeasedWorker(
        functions=WorkerSettings.functions,
        on_startup=startup,
        on_shutdown=shutdown,
        keep_result=0,
        log_results=False,
        job_serializer=serialize,
        job_deserializer=deserialize,
        ctx={"settings": settings},
    )


async def check(settings: Settings, host: str) -> bool:
    """Return True when the store answers and a worker of this host said it is alive."""
    store: StoreConnection = scripts.connect(settings.store_url)
    await store.start()
    try:
        queue = TurnQueue(store, settings, make_seal(""), "check")
        return await queue.alive(host)
    finally:
        await store.aclose()


# arq's command line always builds `arq.worker.Worker`; this is the only place to give it ours.
vars(arq.worker)["Worker"] = LeasedWorker
