"""Counts that are also kept by day, for whoever reads `/metrics` without a Prometheus behind it.

Each is an ordinary counter, and beside it, under the same name with `_day`, a gauge that tells today's count
and yesterday's. Days are UTC. Two days are kept, whatever happens, so the memory is bounded by the labels.
"""

from __future__ import annotations

import threading
from collections import Counter as Tally
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from datetime import UTC, date, datetime, timedelta
from typing import Final

from prometheus_client import CollectorRegistry, Counter
from prometheus_client.core import GaugeMetricFamily
from prometheus_client.registry import Collector

Today = Callable[[], date]


def utc_today() -> date:
    """Return the day it is now, in UTC."""
    return datetime.now(UTC).date()


@dataclass(frozen=True, slots=True)
class DailyCount:
    """One line of a daily counter."""

    counter: DailyCounter
    values: tuple[str, ...]

    def inc(self) -> None:
        """Count one more."""
        self.counter.add(self.values)


class DailyCounter(Collector):
    """A counter with labels that knows today's and yesterday's counts as well.

    `name` is given without `_total`; `today` tells which day it is. A process counts from its own start.
    """

    def __init__(
        self,
        name: str,
        documentation: str,
        labels: Sequence[str],
        *,
        registry: CollectorRegistry,
        today: Today = utc_today,
    ) -> None:
        self._name: Final = f"{name}_day"
        self._documentation: Final = f"{documentation}; today and yesterday (UTC), since this process began"
        self._labels: Final = (*labels, "day")
        self._total: Final = Counter(name, documentation, labels, registry=registry)
        self._today = today
        self._day = today()
        self._counts: Tally[tuple[str, ...]] = Tally()
        self._before: Tally[tuple[str, ...]] = Tally()
        # Figures are rendered by a thread of their own in a worker.
        self._lock = threading.Lock()
        registry.register(self)

    def labels(self, *values: str) -> DailyCount:
        """Return the count with these labels, in the order of the constructor's, as a counter would."""
        return DailyCount(self, values)

    def add(self, values: tuple[str, ...]) -> None:
        """Count one more with the labels `values`. Raises ValueError when they are too few or too many."""
        self._total.labels(*values).inc()
        with self._lock:
            self._turn_page()
            self._counts[values] += 1

    def collect(self) -> Iterator[GaugeMetricFamily]:
        """Yield the counts of both days; what did not happen on a day has no line."""
        family = GaugeMetricFamily(self._name, self._documentation, labels=self._labels)
        with self._lock:
            self._turn_page()
            for day, counts in (("today", self._counts), ("yesterday", self._before)):
                for labels, count in sorted(counts.items()):
                    family.add_metric((*labels, day), count)
        yield family

    def _turn_page(self) -> None:
        today = self._today()
        if today == self._day:
            return
        self._before = self._counts if today - self._day == timedelta(days=1) else Tally()
        self._counts = Tally()
        self._day = today
