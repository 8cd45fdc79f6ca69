"""The short sentence that goes with help resources: calm, no guilt, no promise, at most sixty words.

Numbers come only from the items that are passed in.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import Final

from shared.crisis.levels import Level
from shared.helplines import DIRECTORY_URL, HelpLine

MAX_NAMED = 3
"""Lines named in a sentence; the others are only in the list."""

_OPENINGS: Final[dict[Level, tuple[str, str, str]]] = {
    Level.IMMINENT: (
        (
            "Lo que cuentas es urgente y tu vida importa. Ahora mismo, lo primero es llamar {lines}. Y que "
            "alguien venga a estar contigo."
        ),
        (
            "Gracias por decirlo. Esto no puede esperar: llama ya {lines}, y busca a alguien que pueda "
            "estar a tu lado en este momento."
        ),
        (
            "Es un momento de mucho peligro y mereces ayuda ya. Por favor, llama {lines}, y aléjate de lo "
            "que pueda hacerte daño."
        ),
    ),
    Level.IDEATION: (
        (
            "Gracias por contarlo; tanto dolor no hay que llevarlo en soledad. Puedes llamar y hablar con "
            "una persona {lines}."
        ),
        (
            "Lo que sientes importa y se puede hablar de ello. Del otro lado hay personas que escuchan; "
            "puedes llamar {lines}."
        ),
        (
            "Decirlo ya es un paso difícil. Junto a esta charla, puedes llamar y hablar con alguien "
            "preparado {lines}."
        ),
    ),
    Level.VICTIM: (
        (
            "Lo que te hacen no es tu culpa. Si hay peligro ahora, primero emergencias. Puedes llamar "
            "{lines}. Ojo: la llamada puede quedar en el registro del teléfono."
        ),
        (
            "Gracias por contarlo; nadie merece ese trato y no es tu culpa. Cuando puedas hacerlo sin "
            "riesgo, puedes llamar {lines}. La llamada puede quedar en el registro."
        ),
        (
            "Te creo, y no es tu culpa. Hay personas que orientan sin juzgar; puedes llamar {lines}. "
            "Conviene borrar la llamada si alguien revisa el teléfono."
        ),
    ),
    Level.THIRD_PARTY: (
        (
            "Haces bien en tomarlo en serio. Para esa persona, y también para ti, puedes llamar {lines}. "
            "Mientras tanto, mejor que no se quede a solas."
        ),
        (
            "Se nota cuánto te importa. Puedes llamar y pedir orientación {lines}. Si el peligro es ahora, "
            "emergencias primero, y que alguien la acompañe."
        ),
        (
            "Gracias por cuidar de esa persona. Puedes llamar para saber qué hacer {lines}. Estar cerca y "
            "preguntarle sin rodeos ayuda."
        ),
    ),
    Level.NONE: (
        "Si en algún momento hace falta, puedes llamar y hablar con una persona {lines}.",
        "Por si sirve, ahora o más adelante: puedes llamar {lines}.",
        "Hay personas dispuestas a escuchar; puedes llamar cuando quieras {lines}.",
    ),
}

ABROAD: Final = f"al número de emergencias de tu país (hay líneas de cada lugar en {DIRECTORY_URL})"
"""Stands where the numbers would: after a verb of calling in any mood."""
_GROUPS: Final = {Level.SELF_HARM: Level.IDEATION}


def resources_text(level: Level, country: str | None, items: Sequence[HelpLine], variant: int = 0) -> str:
    """Return the sentence that introduces `items` at `level`.

    `country` is None when unknown: then no number is named, and the person is asked where they are.
    `variant` chooses one of three wordings; any integer will do.
    """
    group = _GROUPS.get(level, level)
    wordings = _OPENINGS.get(group, _OPENINGS[Level.NONE])
    wording = wordings[variant % len(wordings)]
    numbers = lines_phrase(items) if country else ""
    if numbers:
        return wording.format(lines=numbers)
    return f"{wording.format(lines=ABROAD)} ¿En qué país estás?"


def lines_phrase(items: Sequence[HelpLine], named: int = MAX_NAMED) -> str:
    """Return "al 112 (Emergencias) o al 024 (…)" for the first lines that have a phone; "" without any."""
    spoken = [f"al {item.phone} ({short_name(item)})" for item in items if item.phone][:named]
    if len(spoken) < 2:
        return "".join(spoken)
    return f"{', '.join(spoken[:-1])} o {spoken[-1]}"


def short_name(item: HelpLine) -> str:
    """Return the line's name without the brackets that say who runs it; a menu option to choose stays."""
    name, _, rest = item.name.partition(" (")
    choice = rest.rstrip(")")
    return f"{name}, {choice}" if choice.startswith(("opción", "marca")) else name
