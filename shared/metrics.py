"""Figures for Prometheus. Counts and durations only: no text, no token, no session, no address.

Each process builds one of these in its composition root and hands it down; its registry is its own,
so an edge exports the edge's figures and a worker the worker's.
"""

from __future__ import annotations

from collections.abc import Callable
from typing import Final, Protocol

import structlog
from prometheus_client import CollectorRegistry, Counter, Gauge, Histogram, generate_latest, start_http_server
from prometheus_client.exposition import CONTENT_TYPE_LATEST
from prometheus_client.process_collector import ProcessCollector

from shared.daily import DailyCounter, Today, utc_today

log = structlog.get_logger("psicoia.metrics")

FIRST_TOKEN_BUCKETS: Final = (0.05, 0.1, 0.2, 0.4, 0.8, 1.5, 3.0, 6.0, 12.0, 25.0)
TURN_BUCKETS: Final = (0.01, 0.05, 0.1, 0.25, 0.5, 1.0, 2.5, 5.0, 10.0, 20.0, 40.0, 80.0)
"""Upper bounds in seconds."""


class Metrics(Protocol):
    """What can be rendered and served."""

    @property
    def registry(self) -> CollectorRegistry:
        """The figures of this process."""


class EdgeMetrics:
    """The figures of an edge. `today` tells which day it is."""

    def __init__(self, today: Today = utc_today) -> None:
        self.registry: Final = _registry()
        self.connections: Final = Gauge(
            "psicoia_connections",
            "Open connections, by transport (ws, tcp)",
            ["transport"],
            registry=self.registry,
        )
        self.messages: Final = Counter(
            "psicoia_messages",
            "Messages received, by outcome: acked, duplicate, or the code of the error",
            ["outcome"],
            registry=self.registry,
        )
        self.levels: Final = DailyCounter(
            "psicoia_messages_by_level",
            "Messages by the level of danger in their words",
            ["level"],
            registry=self.registry,
            today=today,
        )
        self.resources: Final = DailyCounter(
            "psicoia_resources",
            "Help resources shown, by level of danger and country ('' when unknown)",
            ["level", "country"],
            registry=self.registry,
            today=today,
        )


class WorkerMetrics:
    """The figures of a worker. `today` tells which day it is."""

    def __init__(self, today: Today = utc_today) -> None:
        self.registry: Final = _registry()
        self.turns: Final = Counter(
            "psicoia_turns",
            "Turns settled, by source (llm, offline, fallback, template)",
            ["source"],
            registry=self.registry,
        )
        self.refused: Final = DailyCounter(
            "psicoia_replies_refused",
            "Replies of the model that the guard refused, by rule",
            ["rule"],
            registry=self.registry,
            today=today,
        )
        self.retries: Final = Counter(
            "psicoia_llm_retries", "Calls to the model that were tried again", registry=self.registry
        )
        self.leases_lost: Final = Counter(
            "psicoia_leases_lost", "Turns that another worker took over", registry=self.registry
        )
        self.first_token: Final = Histogram(
            "psicoia_first_token_seconds",
            "From the call to the model's first token",
            buckets=FIRST_TOKEN_BUCKETS,
            registry=self.registry,
        )
        self.turn_time: Final = Histogram(
            "psicoia_turn_seconds",
            "From claim to settled reply",
            buckets=TURN_BUCKETS,
            registry=self.registry,
        )
        self.in_flight: Final = Gauge(
            "psicoia_turns_in_flight", "Turns this worker holds now", registry=self.registry
        )


def render(metrics: Metrics) -> tuple[bytes, str]:
    """Return the body of `/metrics` and its content type."""
    return generate_latest(metrics.registry), CONTENT_TYPE_LATEST


def serve(metrics: Metrics, port: int, host: str = "127.0.0.1") -> Callable[[], None]:
    """Serve `/metrics` on `port` from a thread of its own; return what stops it. Port 0: do nothing.

    A taken port is logged and otherwise ignored: figures are not worth a process.
    """
    if not port:
        return lambda: None
    try:
        server, thread = start_http_server(port, addr=host, registry=metrics.registry)
    except OSError:
        log.warning("metrics_port_taken", port=port)
        return lambda: None

    def stop() -> None:
        server.shutdown()
        server.server_close()
        thread.join()

    return stop


def _registry() -> CollectorRegistry:
    registry = CollectorRegistry()
    ProcessCollector(registry=registry)
    return registry
