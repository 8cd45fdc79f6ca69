"""What all connections of an edge share."""

from __future__ import annotations

from dataclasses import dataclass

from edge.care import Care
from edge.fanout import Fanout
from edge.waiting import Waiting
from shared.metrics import EdgeMetrics
from shared.protocol import Limits
from shared.settings import Settings
from shared.store.sessions import Sessions


@dataclass(frozen=True, slots=True)
class Services:
    """Built once, in the composition root."""

    settings: Settings
    sessions: Sessions
    fanout: Fanout
    waiting: Waiting
    care: Care
    metrics: EdgeMetrics

    @property
    def limits(self) -> Limits:
        """What `welcome` tells a client it may send."""
        window = self.settings.rate_window_seconds
        return Limits(
            self.settings.max_message_chars,
            self.settings.rate_max_messages,
            int(window) if window == int(window) else window,
        )
