"""The screen a reply passes on its way to the person, word by word.

Every finished word is looked at as soon as it is there, whatever the pieces the text comes in, so that the
verdict cannot depend on them. Text is shown up to the first place from where a rule might still match.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import Final, Protocol

from shared.crisis.levels import Level
from worker.guard.folding import ACCENT, ASK, COMMA, STOP, WEIGHT, fold
from worker.guard.matcher import Matcher
from worker.guard.phones import PhoneWatch
from worker.guard.rules import rules_for
from worker.guard.sense import Sense, heard

MAX_WORD: Final = 40
"""Letters; a longer word is in no rule and counts as an unknown one."""
MAX_HIDDEN: Final = 256
"""Code points of one word, seen or not, with the same effect."""
MAX_BETWEEN: Final = 32
"""Signs between two words that are remembered."""
UNKNOWN_WORD: Final = "#"

FAILED: Final = "failed"
PHONE: Final = "phone"


class Screen:
    """Shows what may be shown of one reply as it comes. `level` and `country` are the session's.

    `refused` holds the id of the rule once something was refused; from then on nothing more is shown.
    Never raises: a failure inside counts as refused, by the rule `failed`.
    """

    def __init__(self, level: Level, country: str | None) -> None:
        self.refused: str | None = None
        self._raw = ""
        """What came and was not shown yet; its first code point is number `_shown` of the reply."""
        self._shown = 0
        self._came = 0
        self._ended = False
        try:
            # The learned ear judges where the whole reply waits anyway. A reply that streams it would hold up
            # too often: it is for the rules alone, until the ear knows more of what models say.
            ears: tuple[Ear, ...] = (Matcher(rules_for(level)),)
            if level.crisis:
                ears = (*ears, Sense(level))
            self._reader = _Reader(ears, PhoneWatch(country))
        except Exception:  # noqa: BLE001  (fails closed: a broken rule must not let a reply through)
            self.refused = FAILED

    @property
    def held(self) -> int:
        """How many code points came and are not shown yet."""
        return len(self._raw)

    def feed(self, text: str) -> str:
        """Return what may be shown now that `text` came: the beginning of what was held, or ""."""
        return self._take(text, last=False)

    def finish(self) -> str:
        """Return the rest of the reply, which is whole now."""
        return self._take("", last=True)

    def _take(self, text: str, *, last: bool) -> str:
        if self.refused or self._ended:
            return ""
        self._ended = last
        until = 0
        try:
            self._raw += text
            self._read(text, last=last)
            until = self._came if last else self._reader.safe_until
        except Exception:  # noqa: BLE001  (fails closed, as above)
            self.refused = FAILED
        if self.refused:
            self._raw = ""
            return ""
        return self._release(until)

    def _read(self, text: str, *, last: bool) -> None:
        for char in text:
            self._reader.read(char, self._came)
            self._came += 1
            if self._reader.refused:
                break
        if last and not self._reader.refused:
            self._reader.finish()
        self.refused = self._reader.refused

    def _release(self, until: int) -> str:
        count = max(0, until - self._shown)
        shown, self._raw = self._raw[:count], self._raw[count:]
        self._shown += len(shown)
        return shown


class Ear(Protocol):
    """Listens to folded words. `held_from` is the place from where what it heard may turn out to be harm."""

    refused: str | None

    @property
    def held_from(self) -> int | None: ...

    def word(self, word: str, origin: int) -> None: ...

    def sign(self, sign: str) -> None: ...

    def finish(self) -> None: ...


class _Scribe:
    """Writes down what an ear would hear."""

    held_from = None

    def __init__(self) -> None:
        self.refused: str | None = None
        self.sentences: list[list[str]] = [[]]

    def word(self, word: str, origin: int) -> None:
        del origin
        self.sentences[-1].append(heard(word))

    def sign(self, sign: str) -> None:
        if self.sentences[-1] and sign in (COMMA, STOP, ASK):
            self.sentences[-1].append(sign)
            if sign != COMMA:
                self.sentences.append([])

    def finish(self) -> None:
        self.sign(STOP)


def spoken(text: str) -> list[list[str]]:
    """Return the sentences of `text` as an ear hears them."""
    scribe = _Scribe()
    reader = _Reader((scribe,), PhoneWatch(None))
    for at, char in enumerate(text):
        reader.read(char, at)
    reader.read(STOP, len(text))
    scribe.finish()
    return [sentence for sentence in scribe.sentences if sentence]


class _Reader:
    """Makes folded words of code points and hands them to the rules and to the watch on phone numbers."""

    def __init__(self, ears: Sequence[Ear], phones: PhoneWatch) -> None:
        self.refused: str | None = None
        self._ears = ears
        self._phones = phones
        self._word = ""
        self._word_at = 0
        self._too_long = False
        self._between = ""
        """The signs since the last word, as they came."""
        self._between_at = 0
        self._dot = False
        """A point came of which it is not known yet whether it ends the sentence."""
        self._next = 0

    @property
    def safe_until(self) -> int:
        """The place in the reply up to which it may be shown."""
        ears = (ear.held_from for ear in self._ears)
        limits = (self._word_at if self._word else self._next, self._phones.held_from, *ears)
        return min(limit for limit in limits if limit is not None)

    def read(self, char: str, at: int) -> None:
        """Take in one code point, number `at` of the reply."""
        self._next = at + 1
        piece = fold(char)
        if piece in WEIGHT:
            self._separator(piece, char, at)
        elif not self._too_long:
            self._letters(piece, char, at)

    def finish(self) -> None:
        """Decide all that was open: the reply ends here."""
        if self._word:
            self._end_word()
        if not self.refused and self._phones.finish(self._between):
            self.refused = PHONE
        if not self.refused:
            for ear in self._ears:
                ear.finish()
            self._hear()

    def _letters(self, piece: str, char: str, at: int) -> None:
        if char == ACCENT and self._word:
            self._word = self._word[:-1] + self._word[-1].upper()
        if not piece:
            return
        self._dot = False  # within an address, a number, an abbreviation
        if not self._word:
            self._word_at = at
        self._word += piece
        if len(self._word) > MAX_WORD or at - self._word_at > MAX_HIDDEN:
            self._word = UNKNOWN_WORD
            self._end_word()
            self._too_long = True

    def _separator(self, sign: str, char: str, at: int) -> None:
        self._too_long = False
        if self._word:
            self._end_word()
        if not self._between:
            self._between_at = at
        if len(self._between) < MAX_BETWEEN:
            self._between += char
        if char != STOP:
            if self._dot:
                self._sign(STOP)
            self._dot = False
            self._sign(sign)
        elif self._dot:  # two points are a pause; one and a space end the sentence
            self._sign(COMMA)
            self._dot = False
        else:
            self._dot = True
        self._hear()

    def _sign(self, sign: str) -> None:
        for ear in self._ears:
            ear.sign(sign)

    def _end_word(self) -> None:
        word, self._word = self._word, ""
        start = self._between_at if self._between else self._word_at
        if self._phones.word(word.lower(), start, self._between):
            self.refused = PHONE
        self._between = ""
        for ear in self._ears:
            ear.word(word, self._word_at)
        self._hear()

    def _hear(self) -> None:
        for ear in self._ears:
            self.refused = self.refused or ear.refused
