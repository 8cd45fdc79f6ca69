"""Numbers written in digits or in Spanish words, as the groups of digits they stand for."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Final

_UNITS: Final = ["cero", "uno", "dos", "tres", "cuatro", "cinco", "seis", "siete", "ocho", "nueve"]
_TEENS: Final = [
    "diez",
    "once",
    "doce",
    "trece",
    "catorce",
    "quince",
    "dieciseis",
    "diecisiete",
    "dieciocho",
    "diecinueve",
    "veinte",
    "veintiuno",
    "veintidos",
    "veintitres",
    "veinticuatro",
    "veinticinco",
    "veintiseis",
    "veintisiete",
    "veintiocho",
    "veintinueve",
]
_TENS: Final = ["treinta", "cuarenta", "cincuenta", "sesenta", "setenta", "ochenta", "noventa"]
_HUNDREDS: Final = [
    "cien",
    "doscientos",
    "trescientos",
    "cuatrocientos",
    "quinientos",
    "seiscientos",
    "setecientos",
    "ochocientos",
    "novecientos",
]


@dataclass(frozen=True, slots=True)
class Numeral:
    """One group of digits. `spoken` when it was written in words."""

    digits: str
    spoken: bool = False

    @property
    def tens(self) -> bool:
        """True when "y" and a unit may follow: treinta, ciento cuarenta."""
        return (
            self.spoken and len(self.digits) in (2, 3) and self.digits.endswith("0") and self.digits[-2] > "2"
        )

    @property
    def hundreds(self) -> bool:
        """True when tens may follow: ciento, novecientos."""
        return self.spoken and len(self.digits) == 3 and self.digits.endswith("00")

    def composed_with(self, other: Numeral, *, after_y: bool) -> Numeral | None:
        """Return the one number both make ("ciento" "doce", "treinta" y "cinco"); None when they do not."""
        if not other.spoken:
            return None
        if after_y:
            joins = self.tens and len(other.digits) == 1 and other.digits != "0"
            return Numeral(self.digits[:-1] + other.digits, spoken=True) if joins else None
        if self.hundreds and len(other.digits) <= 2 and not other.digits.startswith("0"):
            return Numeral(str(int(self.digits) + int(other.digits)), spoken=True)
        return None


_WORDS: Final = {
    **{word: str(number) for number, word in enumerate(_UNITS)},
    **{word: str(number) for number, word in enumerate(_TEENS, 10)},
    **{word: str(number * 10) for number, word in enumerate(_TENS, 3)},
    **{word: str(number * 100) for number, word in enumerate(_HUNDREDS, 1)},
    "ciento": "100",
    "diecises": "16",
}


def numeral_of(word: str) -> Numeral | None:
    """Return the number a folded word stands for; None for any other word."""
    if word.isascii() and word.isdecimal():
        return Numeral(word)
    spoken = _WORDS.get(word)
    return Numeral(spoken, spoken=True) if spoken is not None else None
