"""shared/metrics.py: each process exports its own figures, and nothing else."""

from __future__ import annotations

import socket
import urllib.request
from collections.abc import Callable

import pytest

from shared.metrics import EdgeMetrics, WorkerMetrics, render, serve


def _text(metrics: EdgeMetrics | WorkerMetrics) -> str:
    body, kind = render(metrics)
    assert kind.startswith("text/plain")
    return body.decode()


def test_edge_and_worker_export_their_own() -> None:
    """No figure of the one stands in the other's `/metrics`."""
    edge, worker = (
        {line.split()[2] for line in _text(metrics).splitlines() if line.startswith("# TYPE psicoia")}
        for metrics in (EdgeMetrics(), WorkerMetrics())
    )
    assert {"psicoia_connections", "psicoia_messages_total", "psicoia_resources_total"} <= edge
    assert {"psicoia_turns_total", "psicoia_first_token_seconds", "psicoia_turns_in_flight"} <= worker
    assert not edge & worker


def test_the_care_figures_are_by_level_and_by_rule() -> None:
    """Messages by level at the edge, refused replies by rule at the worker; no other label but the day."""
    edge, worker = EdgeMetrics(), WorkerMetrics()
    edge.levels.labels("ideation").inc()
    worker.refused.labels("contract").inc()
    assert 'psicoia_messages_by_level_total{level="ideation"} 1.0' in _text(edge)
    assert 'psicoia_messages_by_level_day{day="today",level="ideation"} 1.0' in _text(edge)
    assert 'psicoia_replies_refused_total{rule="contract"} 1.0' in _text(worker)
    assert 'psicoia_replies_refused_day{day="today",rule="contract"} 1.0' in _text(worker)


def test_two_of_a_kind_share_nothing() -> None:
    """Figures belong to the object that was built, not to the module."""
    one, other = EdgeMetrics(), EdgeMetrics()
    one.messages.labels("acked").inc(3)
    assert 'psicoia_messages_total{outcome="acked"} 3.0' in _text(one)
    assert 'outcome="acked"' not in _text(other)


def test_durations_fall_into_buckets() -> None:
    """A turn's times are histograms in seconds."""
    worker = WorkerMetrics()
    worker.first_token.observe(0.3)
    worker.turn_time.observe(3)
    text = _text(worker)
    assert 'psicoia_first_token_seconds_bucket{le="0.4"} 1.0' in text
    assert 'psicoia_first_token_seconds_bucket{le="0.2"} 0.0' in text
    assert "psicoia_turn_seconds_sum 3.0" in text


def test_served_on_a_port_until_stopped(free_port: Callable[[], int]) -> None:
    """METRICS_PORT answers Prometheus, and is free again after `stop`."""
    port = free_port()
    stop = serve(WorkerMetrics(), port)
    try:
        with urllib.request.urlopen(f"http://127.0.0.1:{port}/metrics", timeout=5) as answer:
            assert b"psicoia_turns_in_flight 0.0" in answer.read()
    finally:
        stop()
    with pytest.raises(ConnectionRefusedError), socket.create_connection(("127.0.0.1", port), 1):
        pass


def test_a_taken_port_is_no_death(free_port: Callable[[], int]) -> None:
    """A second worker on the same port goes on without."""
    port = free_port()
    with socket.create_server(("127.0.0.1", port)):
        serve(WorkerMetrics(), port)()


def test_port_zero_is_off() -> None:
    """Without METRICS_PORT nothing listens and nothing needs stopping."""
    serve(WorkerMetrics(), 0)()
