"""What is said in one turn besides the model's words: templates, fallbacks, what a reply must still say."""

from __future__ import annotations

from typing import Any, Final

from shared.crisis import Assessment, Level, assess
from shared.places import country_in
from shared.protocol import LoggedReply, LoggedUser
from shared.store.turn import Turn
from worker.companion import fallback_reply, offline_reply
from worker.completion import complete
from worker.templates import closing_line, template_reply
from worker.wording import seam

SECOND_OPINION: Final = "model.tag"
"""The rule id under which the model's own view joins the session's memory."""


class Speech:
    """The care of one turn. `level` is the session's risk or the message's own danger, the graver one."""

    def __init__(self, turn: Turn, default_country: str) -> None:
        self._said = turn.question.text
        self.level = max(assess(self._said).level, turn.risk, key=lambda level: level.rank)
        # As the edge does, so that both name the same country's lines.
        self.country = turn.country or country_in(self._said) or default_country or None
        self.was = turn.was
        self.raised: Assessment | None = None
        previous = [entry.text for entry in turn.spoken if isinstance(entry, LoggedReply)]
        # Risk that began with an earlier message: not everything need be said anew.
        again = 0 < turn.since < turn.number
        self._place: dict[str, Any] = {
            "turn": turn.number,
            "previous": previous,
            "country": self.country,
            "earlier": [entry.text for entry in turn.spoken if isinstance(entry, LoggedUser)],
        }
        self._again = again

    def second_opinion(self, level: Level) -> None:
        """Take the model's view of the message: it can raise the level, never lower it."""
        if level.crisis and level.rank > self.level.rank:
            self.level = level
            self.raised = Assessment(level, (SECOND_OPINION,))

    def template(self) -> str:
        """Return what is said instead of the model's words."""
        if self.level.crisis:
            return template_reply(self.level, text=self._said, again=self._again, **self._place)
        return self.offline()

    def offline(self) -> str:
        """Return the companion's answer when there is no model."""
        return offline_reply(self._said, level=self.level, was=self.was, again=self._again, **self._place)

    def fallback(self) -> str:
        """Return what is said when the model failed."""
        return fallback_reply(self._said, level=self.level, was=self.was, again=self._again, **self._place)

    def completed(self, reply: str) -> str:
        """Return the model's `reply` with what its level demands added at the end."""
        return complete(reply, self.level, text=self._said, again=self._again, **self._place)

    def closing(self, reply: str) -> str:
        """Return what is still to be said after the model's `reply` when there is no danger; "" mostly."""
        if self.level.crisis or not reply.strip():
            return ""
        line = closing_line(self.level, text=self._said, was=self.was, reply=reply, **self._place)
        return f"{seam(reply)}{line}" if line else ""
