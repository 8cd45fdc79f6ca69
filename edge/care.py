"""Help first (I6): what a person in danger sees before anything else is asked of any other process."""

from __future__ import annotations

from dataclasses import dataclass

import structlog

from shared.crisis import FAILED, Assessment, Level, assess
from shared.helplines import lines_for
from shared.ids import MessageId
from shared.metrics import EdgeMetrics
from shared.protocol import ResourceItem, Resources
from shared.texts.care import resources_text

log = structlog.get_logger("psicoia.care")


@dataclass(frozen=True, slots=True)
class Heard:
    """A person's words as the edge understood them. `resources` is set when they signal danger."""

    assessment: Assessment
    resources: Resources | None = None


class Care:
    """Reads words for danger and finds the help for it. Never waits, never raises."""

    def __init__(self, default_country: str, metrics: EdgeMetrics) -> None:
        self._default_country = default_country or None
        self._metrics = metrics

    def hear(self, text: str, *, country: str | None, id: MessageId | None, variant: int) -> Heard:
        """Assess one message. `variant` chooses the wording, so that no block repeats."""
        assessment = assess(text)
        if assessment is FAILED:
            log.error("detector_failed")  # a broken detector calls everything danger: somebody must know
        self._metrics.levels.labels(assessment.level).inc()
        if not assessment.crisis:
            return Heard(assessment)
        return Heard(assessment, self.resources(assessment.level, country=country, id=id, variant=variant))

    def resources(
        self, level: Level, *, country: str | None, id: MessageId | None = None, variant: int = 0
    ) -> Resources:
        """Return the help lines for `level` in `country`, or in DEFAULT_COUNTRY when it is None."""
        shown, lines = lines_for(country or self._default_country, level)
        self._metrics.resources.labels(level, shown or "").inc()
        return Resources(
            level=level.value,
            country=shown,
            text=resources_text(level, shown, lines, variant=variant),
            items=tuple(
                ResourceItem(line.name, line.kind, line.phone, line.hours, line.url) for line in lines
            ),
            id=id,
        )
