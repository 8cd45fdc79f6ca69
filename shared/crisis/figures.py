"""Figures of speech that name their harmless cause: dying of laughter, of shame, of a flat battery.

Where the model sees danger, it reads once more without these: what it then no longer sees was the figure's.
"""

from __future__ import annotations

import re
from typing import Final

from shared.crisis.normal import fold_pattern

_CAUSE: Final = (
    r"(?:risa|verguenza|sueno|hambre|calor|frio|aburrimiento|amor|envidia|susto|curiosidad|sed|oso|roche|corte|asco|"
    r"cansancio|nervios|pena ajena|felicidad|emocion|ternura|gusto|antojo|ganas de|intriga|impaciencia|rabia|"
    r"celos|orgullo|flojera|pereza|ilusion)"
)
_THING: Final = (
    r"(?:movil|celular|cel|telefono|bateria|compu|computadora|laptop|portatil|ordenador|tele|coche|carro|auto|"
    r"moto|pc|internet|wifi|planta|plantas|reloj|tablet)"
)

_FIGURES: Final = re.compile(
    fold_pattern(
        r"\b(?:"
        r"(?:me |te |nos |se )?(?:quiero |queria |quisiera |voy a |iba a |casi |estoy )?(?:me )?"
        r"(?:morir|morirme|muero|moria|mori|morimos|muriendo|muriendome|matar|matarme|mato|muerto|muerta) "
        rf"(?:de|del|por) (?:la |el |tanta |tanto |pura |puro |pinche |puta )?{_CAUSE}"
        r"|(?:se )?(?:me|te|le|nos) (?:ha muerto|murio|muere|esta muriendo|suicido|ha suicidado) "
        rf"(?:el|la|mi|las) {_THING}"
        r"|mat(?:o|aria) por (?:un|una|unas|unos|ese|esa|eso|el|la)"
        r")\b"
    )
)


def without_figures(tokens: list[str]) -> list[str]:
    """Return folded `tokens` with each such figure replaced by a laugh; unchanged when there is none."""
    said = " ".join(tokens)
    bare = _FIGURES.sub("jaja", said)
    return tokens if bare == said else bare.split(" ")
