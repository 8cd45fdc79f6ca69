"""Folding: the form of a text in which rules compare it, one character at a time.

A folded text has digits and letters without accents, and between words one to three of the separators ` `,
`,`, `¿`; a sentence ends with `.` or `?`. Letters are lower-case, but a vowel that was written with an accent
is a capital: rules compare without case, and the few that must tell `llamé` from `llame` can. What cannot be
seen (zero-width characters, soft hyphens, combining marks) leaves no trace; any other sign, line breaks and
markdown included, is a space. So nobody gets past a rule with capitals, bold type or an invisible character
between two letters.
"""

from __future__ import annotations

import unicodedata
from functools import lru_cache
from typing import Final

SPACE: Final = " "
COMMA: Final = ","
OPENING: Final = "¿"
STOP: Final = "."
ASK: Final = "?"
WEIGHT: Final = {SPACE: 1, COMMA: 2, OPENING: 3, STOP: 4, ASK: 4}
"""Of several signs between two words the heavier ones count."""

ACCENT: Final = "\u0301"

_SIGNS: Final = {
    **dict.fromkeys(",;:…—–()", COMMA),
    OPENING: OPENING,
    **dict.fromkeys("!。", STOP),
    **dict.fromkeys("?？", ASK),
    STOP: STOP,
}
_LOOKALIKES: Final = str.maketrans(
    "авгезиіїјкморсѕтуүхһԁɡαβεηικνορτυχωıłøđ@",
    "abgeziiijkmopcstyyxhdgabenikvoptuxoiloda",
)
_UNSEEN: Final = frozenset("\u115f\u1160\u3164\uffa0\u2800\u180e")
_UNSEEN_KINDS: Final = frozenset({"Mn", "Me", "Cf"})


@lru_cache(maxsize=4096)
def fold(char: str) -> str:
    """Return what one code point is in the folded form: letters and digits, one separator, or ""."""
    if char in _SIGNS:
        return _SIGNS[char]
    if char in _UNSEEN or unicodedata.category(char) in _UNSEEN_KINDS:
        return ""
    parts = unicodedata.normalize("NFKD", char).casefold()
    word = "".join(letter for letter in map(_fold_letter, parts) if letter.isalnum())
    return (word.upper() if ACCENT in parts else word) or SPACE


def _fold_letter(char: str) -> str:
    if unicodedata.category(char) in _UNSEEN_KINDS:
        return ""
    digit = unicodedata.digit(char, None)
    return str(digit) if digit is not None else char.translate(_LOOKALIKES)
