"""Text from the network made harmless for a terminal, and broken at words. Pure."""

from __future__ import annotations

import re
import unicodedata

# ESC and CSI drive a terminal, bidi marks turn the order of the text, lone surrogates cannot be written.
_CONTROLS = re.compile("[\x00-\x08\x0e-\x1f\x7f-\x9f\u061c\u200e\u200f\u202a-\u202e\u2066-\u2069\ufeff]")
_SURROGATES = re.compile("[\ud800-\udfff]")
_BREAKS = re.compile("\r\n?|[\v\f\x85\u2028\u2029]")
_ZERO_WIDTH = {"Mn", "Me", "Cf"}


def clean(text: str) -> str:
    """Return `text` without control characters; line breaks become newlines, tabs spaces.

    Works piece by piece as well: no sequence survives by being split over two pieces.
    """
    text = _BREAKS.sub("\n", text).replace("\t", " ")
    return _SURROGATES.sub("\N{REPLACEMENT CHARACTER}", _CONTROLS.sub("", text))


def width(text: str) -> int:
    """Return the columns `text` takes on a terminal (an estimate for joined emoji)."""
    return sum(map(_columns, text))


def _columns(char: str) -> int:
    if unicodedata.category(char) in _ZERO_WIDTH:
        return 0
    return 2 if unicodedata.east_asian_width(char) in "WF" else 1


class Wrapper:
    """Breaks streamed text at words for a terminal of `columns`; a word is held until it ends."""

    def __init__(self, columns: int, used: int = 0) -> None:
        self._columns = max(columns, 1)
        self._used = used
        self._held = ""

    def feed(self, text: str) -> str:
        """Return what can be written of `text` so far."""
        *parts, self._held = re.split(r"([ \n])", self._held + text)
        return "".join(self._word(part) for part in parts)

    def flush(self) -> str:
        """Return the word held back."""
        held, self._held = self._held, ""
        return self._word(held)

    def _word(self, word: str) -> str:
        if word == "\n":
            self._used = 0
            return word
        wide = width(word)
        if word == " ":
            # A blank at the edge would make the terminal break the line a second time.
            if self._used == 0 or self._used + 1 >= self._columns:
                self._used = self._used and self._columns
                return ""
            self._used += 1
            return word
        if self._used and self._used + wide > self._columns:
            self._used = wide
            return f"\n{word}"
        self._used += wide
        return word
