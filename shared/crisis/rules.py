"""Rules for what must never be missed: sentences that say it outright and leave no room for another meaning.

The model decides everything else. A rule matches a whole sentence, so figures of speech, denials and quotes,
which all need more words, are out of its reach. Patterns are ordinary unaccented Spanish, compared in folded
spelling.
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from typing import Final

from shared.crisis.levels import Level
from shared.crisis.normal import fold, fold_pattern

_BEFORE: Final = (
    r"(?:(?:hola|oye|che|mira|por favor|ayuda|ayudame|ayudenme|ya|hoy|solo|yo|es que|la verdad|de verdad|"
    r"neta|no aguanto mas|no puedo mas|estoy mal|siento que|creo que|a veces|y|pero),? |no, )*"
)
_AFTER: Final = (
    r"(?:,? (?:ya|hoy|ahora|por favor|ayuda|ayudame|de verdad|en serio|la verdad|y ya|mas|asi|nunca mas|"
    r"no aguanto mas|no puedo mas|no es broma|todo el tiempo|otra vez|de nuevo|siempre|todos los dias))*"
)
_KIN: Final = (
    r"(?:marido|esposo|novio|pareja|ex|exmarido|papa|padre|mama|madre|padrastro|madrastra|hermano|tio|abuelo|"
    r"hijo|jefe|esposa|novia|mujer|vecino|primo|suegro)"
)
_THEIRS: Final = (
    r"(?:hermano|hermana|hijo|hija|amigo|amiga|mejor amigo|mejor amiga|mama|papa|madre|padre|novio|novia|"
    r"pareja|esposo|esposa|marido|primo|prima|ex|sobrino|sobrina|companero|companera|alumno|alumna|"
    r"vecino|vecina)"
)
_END: Final = r"(?:matar|suicidar|ahorcar|colgar|quitar la vida|pegar un tiro)"
_END_SELF: Final = r"(?:matarme|suicidarme|ahorcarme|quitarme la vida|pegarme un tiro|cortarme las venas)"

_SAID_OUTRIGHT: Final[dict[Level, tuple[str, ...]]] = {
    Level.IMMINENT: (
        rf"me voy (?:a )?{_END}",
        rf"voy (?:a )?{_END_SELF}",
        r"(?:hoy|esta noche|ahora|manana) me (?:mato|suicido|ahorco|cuelgo)",
        r"me (?:tome|trague|acabo de tomar|acabo de tragar) (?:todas |todo )?(?:las pastillas|el frasco|"
        r"un frasco de pastillas|el blister)",
        r"me (?:corte|acabo de cortar) las venas",
    ),
    Level.IDEATION: (
        rf"(?:me )?quiero (?:morir|morirme|{_END_SELF}|{_END}|dejar de existir|desaparecer para siempre|"
        r"estar muert[oa])",
        rf"(?:pienso|estoy pensando|he pensado) en (?:{_END_SELF}|suicidio|el suicidio|morirme)",
        rf"(?:tengo|me dan|siento) (?:muchas )?(?:ganas|ideas) (?:de )?(?:{_END_SELF}|morir|morirme|"
        r"no vivir|suicidas)",
        r"(?:no quiero|no tengo ganas de|no deseo) (?:seguir |mas )?(?:vivir|viviendo|existir|estar viv[oa])",
        r"ojala (?:me muera|no despertara|no despierte|estuviera muert[oa])",
    ),
    Level.SELF_HARM: (
        r"me (?:corto|corte|volvi a cortar|estoy cortando) (?:los brazos|las piernas|los muslos|"
        r"las munecas|el brazo)",
        r"me (?:autolesiono|autolesione|hago dano|hice dano a proposito|lastimo a proposito)",
        r"(?:quiero|necesito|tengo ganas de) (?:cortarme|lastimarme|hacerme dano|autolesionarme)",
    ),
    Level.VICTIM: (
        rf"mi {_KIN} me (?:pega|golpea|maltrata|viola|violo|pego|golpeo|quiere matar|amenaza de muerte|"
        r"toca por las noches)",
        r"(?:me violaron|me estan pegando|abusaron de mi|abusan de mi|me quieren matar|sufro violencia)",
    ),
    Level.THIRD_PARTY: (
        rf"mi {_THEIRS} (?:se quiere|quiere|se va a|va a|dice que se va a|dice que se quiere|"
        rf"dice que quiere|amenaza con) (?:{_END}|matarse|suicidarse|morir|morirse|quitarse la vida)",
        rf"mi {_THEIRS} (?:se corta|se autolesiona|se quiso matar|intento suicidarse)",
    ),
}  # fmt: skip


def _whole(patterns: Iterable[str]) -> re.Pattern[str]:
    return re.compile(fold_pattern(rf"{_BEFORE}(?:{'|'.join(patterns)}){_AFTER}"))


RULES: Final = tuple(
    (level, f"outright.{level.value}", _whole(each)) for level, each in _SAID_OUTRIGHT.items()
)

_KEYS: Final = frozenset(
    fold(word)
    for word in [
        "matar",
        "matarme",
        "mato",
        "suicidar",
        "suicidarme",
        "suicido",
        "suicidas",
        "suicidio",
        "suicidarse",
        "suicidarme",
        "ahorcar",
        "ahorcarme",
        "ahorco",
        "colgar",
        "cuelgo",
        "quitar",
        "quitarme",
        "quitarse",
        "pegar",
        "pegarme",
        "cortar",
        "cortarme",
        "corto",
        "corta",
        "corte",
        "pastillas",
        "frasco",
        "blister",
        "venas",
        "morir",
        "morirme",
        "morirse",
        "muera",
        "muerto",
        "muerta",
        "existir",
        "desaparecer",
        "vivir",
        "vivo",
        "viva",
        "viviendo",
        "despertara",
        "despierte",
        "autolesiono",
        "autolesiona",
        "autolesione",
        "autolesionarme",
        "dano",
        "lastimo",
        "lastimarme",
        "pega",
        "golpea",
        "maltrata",
        "viola",
        "violo",
        "pego",
        "golpeo",
        "amenaza",
        "toca",
        "violaron",
        "pegando",
        "abusaron",
        "abusan",
        "violencia",
        "matarse",
    ]
)
"""Every sentence that a rule matches holds one of these."""

LONGEST_TOKENS: Final = 16
"""Longer sentences are none that say it outright and nothing else."""


_JOINTS: Final = frozenset({",", "pero", "i", "aunke", "porke"})
"""Folded words between which a clause stands."""


def said_outright(sentence: list[str]) -> tuple[str, Level] | None:
    """Return id and level of the gravest rule that `sentence` (folded tokens) as a whole matches, or None.

    What stands before a "but" is a whole of its own: nobody jokes and then objects.
    """
    if len(sentence) > LONGEST_TOKENS or _KEYS.isdisjoint(sentence):
        return None
    if "pero" in sentence[1:]:
        return said_outright(sentence[: sentence.index("pero", 1)])
    said = " ".join(sentence).replace(" ,", ",").strip(' ,"')
    return next(((id, level) for level, id, rule in RULES if rule.fullmatch(said)), None)


def said_in_a_clause(sentence: list[str]) -> tuple[str, Level] | None:
    """Return id and level of a rule that one clause of `sentence` matches, or None.

    Weaker than a whole sentence: the rest may be a joke ("me quiero matar, perdí el tren") and must be
    looked at.
    """
    if len(sentence) > LONGEST_TOKENS or _KEYS.isdisjoint(sentence):
        return None
    clause: list[str] = []
    for token in (*sentence, ","):
        if token not in _JOINTS:
            clause.append(token)
        elif clause and (found := said_outright(clause)):
            return found
        else:
            clause = []
    return None
