"""The model's second opinion: the machine tag it opens its reply with, read and taken out. Pure, streaming.

The prompt asks for `[nivel: X]` first. Models forget it, translate it, repeat it at the end or dress it in
Markdown: every such form is taken out, wherever it stands and however the stream is cut, and only a level we
know counts.
"""

from __future__ import annotations

from typing import Final

import regex

from shared.crisis import Level
from shared.crisis.normal import plain

MAX_TAG_CHARS: Final = 48
"""Longer bracketed spans are ordinary text."""

_NAMES: Final = {
    **{level.value: level for level in Level},
    **{level.value.replace("_", " "): level for level in Level},
    **{level.value.replace("_", "-"): level for level in Level},
    "inminente": Level.IMMINENT,
    "ideacion": Level.IDEATION,
    "autolesion": Level.SELF_HARM,
    "victima": Level.VICTIM,
    "violencia": Level.VICTIM,
    "tercero": Level.THIRD_PARTY,
    "terceros": Level.THIRD_PARTY,
    "pasado": Level.PAST,
    "informativo": Level.INFORMATIONAL,
    "malestar": Level.DISTRESS,
    "ninguno": Level.NONE,
    "nada": Level.NONE,
}

_WORD: Final = r"(?:nivel|level)"
_NAME: Final = r"(?P<name>[\p{L}_ -]{1,24}?)"
# Dressed in brackets or Markdown: anywhere. Bare: only as the very first words, on a line of its own.
_DRESSED: Final = rf"[*_`]{{0,3}}[\[(<{{]{{1,2}}\s?{_WORD}\s?[:=]\s?{_NAME}\s?[\])>}}]{{1,2}}[*_`]{{0,3}}\s?"
_BARE: Final = rf"[*_`#]{{0,3}}\s?{_WORD}\s?[:=]\s?[*_`]{{0,3}}{_NAME}[*_`.]{{0,3}}\s?(?:\n|—|\|)\s?"
_ANYWHERE: Final = regex.compile(_DRESSED, regex.IGNORECASE)
_AT_START: Final = regex.compile(rf"\s*(?:{_DRESSED}|{_BARE})", regex.IGNORECASE)
_OPENERS: Final = "*_`[(<{"


class TagReader:
    """Takes the tags out of one reply's stream. `level` is the gravest level they named; NONE without any."""

    def __init__(self) -> None:
        self.level = Level.NONE
        self._held = ""
        self._begun = False

    def feed(self, text: str) -> str:
        """Return what is certainly no tag, in order; the rest waits for more."""
        self._held += text
        return self._take(last=False)

    def finish(self) -> str:
        """Return what is left at the end of the reply."""
        return self._take(last=True)

    def _take(self, *, last: bool) -> str:
        shown = ""
        if not self._begun and not self._open(last=last):
            return ""
        while self._held:
            start = min((at for at in map(self._held.find, _OPENERS) if at >= 0), default=len(self._held))
            shown, self._held = shown + self._held[:start], self._held[start:]
            match = _ANYWHERE.match(self._held, partial=not last)
            if match is None:
                shown, self._held = shown + self._held[:1], self._held[1:]
            elif match.partial or (match.end() == len(self._held) and not last):
                if len(self._held) <= MAX_TAG_CHARS:
                    return shown
                shown, self._held = shown + self._held[:1], self._held[1:]
            else:
                self._note(match)
        return shown

    def _open(self, *, last: bool) -> bool:
        """Look for a tag as the first words; False while it may still come."""
        match = _AT_START.match(self._held, partial=not last)
        open_ended = match is not None and (match.partial or match.end() == len(self._held))
        if open_ended and not last and len(self._held) <= MAX_TAG_CHARS:
            return False
        self._begun = True
        if match is not None and not match.partial:
            self._note(match)
        return True

    def _note(self, match: regex.Match[str]) -> None:
        self._held = self._held[match.end() :]
        name = " ".join(plain(match["name"] or "").split())
        level = _NAMES.get(name, Level.NONE)
        if level.rank > self.level.rank:
            self.level = level
