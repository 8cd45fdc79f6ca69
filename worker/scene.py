"""All that shapes one reply in a crisis, and the sentences about calling, which depend on most of it."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from shared.crisis.levels import Level
from shared.texts.templates import calling, ideation
from worker.calling import Numbers
from worker.cues import Cues
from worker.wording import Chooser, joined


@dataclass(frozen=True, slots=True)
class Scene:
    """All that shapes one reply."""

    level: Level
    choose: Chooser
    cues: Cues
    numbers: Numbers
    text: str
    asked: bool

    def pick(self, wordings: Sequence[str], **names: str) -> str:
        return self.choose.pick(wordings, **names)

    def call(self, wordings: Sequence[str], lines: str) -> str:
        """Return the sentence with the numbers, and what else helps to reach somebody."""
        if self.cues.no_answer:
            return joined(self.pick(calling.NO_ANSWER), self.other_doors())
        numbers = self.pick(wordings, lines=lines) if lines else ""
        if not self.cues.no_voice:
            return joined(numbers, "" if self.numbers.known else self.pick(calling.ABROAD))
        named = self.level is not Level.IMMINENT  # the sentence for the voiceless names findahelpline.com
        abroad = "" if self.numbers.known else self.pick(calling.WHERE if named else calling.ABROAD)
        return joined(numbers, self._silently(), abroad)

    def other_doors(self) -> str:
        """Return where else there is help when a call was in vain."""
        more = self.pick(calling.MORE if self.numbers.known else calling.ABROAD)
        urgent = self.level in (Level.IMMINENT, Level.VICTIM)
        others = self.numbers.others(self.text, urgent=urgent, child=self.cues.child)
        return self.pick(calling.OTHER_DOORS, lines=others, more=more)

    def listen(self, wordings: Sequence[str], lines: str) -> str:
        """As `call`, where the country may have no line that listens."""
        if self.numbers.crisis():
            return self.call(wordings, lines)
        return self.call(ideation.LINE_EMERGENCY, self.numbers.emergency())

    @property
    def hindered(self) -> bool:
        """True when the person told what keeps them from calling."""
        return self.cues.no_answer or self.cues.no_voice

    def _silently(self) -> str:
        if self.level is Level.IMMINENT:
            return self.pick(calling.NO_VOICE_URGENT)
        chat = self.numbers.chat() if self.cues.child else ""
        return self.pick(calling.CHAT_LINE, chat=chat) if chat else self.pick(calling.NO_VOICE)
