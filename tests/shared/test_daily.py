"""shared/daily.py: today's counts and yesterday's, beside the counter, and never more than these."""

from __future__ import annotations

from datetime import date

import pytest
from prometheus_client import CollectorRegistry, generate_latest

from shared.daily import DailyCounter
from shared.metrics import EdgeMetrics, WorkerMetrics


class Clock:
    """A calendar that a test turns."""

    def __init__(self) -> None:
        self.day = date(2026, 12, 31)

    def __call__(self) -> date:
        return self.day


def _figures(registry: CollectorRegistry, start: str) -> dict[str, float]:
    lines = (line.rsplit(" ", 1) for line in generate_latest(registry).decode().splitlines())
    return {name: float(value) for name, value in lines if name.startswith(start)}


@pytest.fixture
def clock() -> Clock:
    """A calendar on the last day of a year."""
    return Clock()


@pytest.fixture
def registry() -> CollectorRegistry:
    """A registry of the test's own."""
    return CollectorRegistry()


@pytest.fixture
def seen(registry: CollectorRegistry, clock: Clock) -> DailyCounter:
    """A counter of one label."""
    return DailyCounter("seen", "Things seen, by kind", ["kind"], registry=registry, today=clock)


def test_today_is_counted_beside_the_total(registry: CollectorRegistry, seen: DailyCounter) -> None:
    """Every count stands in the counter and in today's line of its label."""
    seen.labels("bird").inc()
    seen.labels("bird").inc()
    seen.labels("cat").inc()
    figures = _figures(registry, "seen")
    assert figures['seen_total{kind="bird"}'] == 2
    assert figures['seen_day{day="today",kind="bird"}'] == 2
    assert figures['seen_day{day="today",kind="cat"}'] == 1


def test_midnight_turns_today_into_yesterday(
    registry: CollectorRegistry, seen: DailyCounter, clock: Clock
) -> None:
    """The day's counts are whole and still there the day after, and the new day begins at nothing."""
    seen.labels("bird").inc()
    clock.day = date(2027, 1, 1)
    assert _figures(registry, "seen_day") == {'seen_day{day="yesterday",kind="bird"}': 1}
    seen.labels("cat").inc()
    assert _figures(registry, "seen_day") == {
        'seen_day{day="today",kind="cat"}': 1,
        'seen_day{day="yesterday",kind="bird"}': 1,
    }
    assert _figures(registry, "seen_total")['seen_total{kind="bird"}'] == 1


@pytest.mark.parametrize("later", [date(2027, 1, 2), date(2027, 6, 1), date(2026, 12, 30)])
def test_a_day_that_was_not_yesterday_is_forgotten(
    registry: CollectorRegistry, seen: DailyCounter, clock: Clock, later: date
) -> None:
    """After a silent day, or a clock put back, nothing is called yesterday's that is not."""
    seen.labels("bird").inc()
    clock.day = later
    assert _figures(registry, "seen_day") == {}


def test_labels_must_be_those_of_the_counter(registry: CollectorRegistry, seen: DailyCounter) -> None:
    """A label too many is an error and leaves no line behind."""
    with pytest.raises(ValueError, match="label"):
        seen.labels("bird", "cat").inc()
    assert _figures(registry, "seen_day") == {}


def test_the_care_figures_are_kept_by_day(clock: Clock) -> None:
    """Levels, resources and refusals have their daily lines, in the process that counts them."""
    edge, worker = EdgeMetrics(clock), WorkerMetrics(clock)
    edge.levels.labels("ideation").inc()
    edge.resources.labels("ideation", "").inc()
    worker.refused.labels("method").inc()
    assert _figures(edge.registry, "psicoia_messages_by_level_day") == {
        'psicoia_messages_by_level_day{day="today",level="ideation"}': 1
    }
    assert _figures(edge.registry, "psicoia_resources_day") == {
        'psicoia_resources_day{country="",day="today",level="ideation"}': 1
    }
    assert _figures(worker.registry, "psicoia_replies_refused_day") == {
        'psicoia_replies_refused_day{day="today",rule="method"}': 1
    }
