"""The model's words on their way to the person: tag taken out, second opinion heard, guard passed (I7).

With no risk they stream, held back only while they might begin something refused; a line may follow. While
risk is up the whole reply is checked before a word of it is shown, and completed with what its level demands.
"""

from __future__ import annotations

from shared.crisis import Level
from worker.guard import Screen, check
from worker.speech import Speech
from worker.tag import TagReader


class Screening:
    """One attempt's words. Once `refused` or `template_only` is set, nothing more of it may be shown."""

    def __init__(self, speech: Speech) -> None:
        self.refused: str | None = None
        """The id of the rule that refused the reply."""
        self._speech = speech
        self._tag = TagReader()
        self._screen: Screen | None = None
        self._text = ""
        self._shown = 0

    @property
    def template_only(self) -> bool:
        """True when the reply must come from the templates."""
        return self.refused is not None or self._speech.level is Level.IMMINENT

    @property
    def wordless(self) -> bool:
        """True when there was nothing but the tag so far, and no template is due instead."""
        return not self._text.strip() and not self.template_only

    def feed(self, text: str) -> str:
        """Return what may be shown of the reply now that `text` has arrived."""
        return self._pass_on(self._tag.feed(text))

    def finish(self) -> str:
        """Return the rest, now that the reply has ended."""
        rest = self._pass_on(self._tag.finish())
        if self.template_only:
            return ""
        if self._screen is not None:
            rest += self._screen.finish()
            self.refused = self._screen.refused
        if self.refused:
            return ""
        if not self._speech.level.crisis:
            return rest + self._speech.closing(self._text)
        return self._completed()

    def _pass_on(self, text: str) -> str:
        self._speech.second_opinion(self._tag.level)
        self._text += text
        if self.template_only or not text:
            return ""
        if self._speech.level.crisis:
            return ""
        if self._screen is None:
            self._screen = Screen(self._speech.level, self._speech.country)
        shown = self._screen.feed(text)
        self.refused = self._screen.refused
        self._shown += len(shown)
        return shown

    def _completed(self) -> str:
        """Check the whole reply, and return what was not shown of it yet, completed."""
        verdict = check(self._text, self._speech.level, self._speech.country)
        if not verdict.allowed:
            self.refused = verdict.rule
            return ""
        return self._speech.completed(self._text)[self._shown :]
