"""What a message in a crisis also tells, beyond its level: small, cautious readings that shape the reply.

A cue missed costs little: every reply also says what to do in that case. A cue seen by mistake costs little
too. Nothing here decides whether there is danger: `shared.crisis` does.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Final

from shared.crisis.normal import plain

_TAKEN = re.compile(
    r"\b(?:m?e? ?(?:tome|trague|bebi|empastille|zampe|inyecte|clave|mande)|me (?:acabo de|he) "
    r"(?:tomar|tragar|tomado|tragado|bebido|metido|zampado|beber)|acabo de (?:tomar|tragar|beber)\w*|"
    r"he (?:tomado|tragado|bebido)|me (?:baje|pase)|las tome|lo tome|me las tome|vacie el)\b"
    r"(?=.{0,60}\b(?:todas?|todo|pastil\w*|pastis|pildor\w*|frasco|blister|caja|bote|botiquin|veneno|"
    r"lejia|cloro|insecticida|raticida|muchas|muchos|muchisim\w*|demasiad\w*|monton|sobredosis|quimico|"
    r"liquido|remedios?|medicamentos?|clonas?|dosis)\b)|"
    r"\b(?:ya )?me? ?(?:las|los|lo|la) (?:tome|trague|bebi)\b|\bya (?:bebi|trague)\b|\bsobredosis\b|"
    r"\btome lo (?:de|que?|del)\b|\bme (?:tome|eche|mande) (?:un trago del?|el veneno|el frasquito|lo de)\b|"
    r"\b(?:tome|tragado|tomado|bebi|trague)\b.{0,40}\b(?:marea\w*|vomit\w*|nublad\w*|sueno)\b"
)
_BLEEDING = re.compile(
    r"\b(?:sangrando|sangro|sangra mucho|me sale (?:mucha )?sangre|no para de (?:sangrar|salir)|"
    r"(?:mucha|tanta|hay|veo la) sangre|desangr\w*|ya me corte|me corte profund\w|me abri l[oa]s \w+|"
    r"me (?:acabo de cortar|corte|he cortado) (?:\w+ ){0,2}(?:venas?|munecas?)|me hice el corte|"
    r"(?:toalla|venda|sabana) esta empapada|agua se puso roja)\b"
)
_OTHER_DONE = re.compile(
    r"\b(?:se (?:tomo|trago|tomó|bebio|corto las venas|colgo|tiro|disparo|inyecto|desmayo|ha tomado)|"
    r"no (?:reacciona|respira|despierta|responde)|inconsciente|desmayad\w|sangrando|convulsion\w*|"
    r"mucha sangre)\b"
)
_NO_ANSWER = re.compile(
    r"\b(?:no (?:me )?(?:contest|atiend|atend|respond)\w*|nadie (?:me )?(?:contest|atiend|respond)\w*|"
    r"(?:suena|da|esta|sale|comunica) (?:y suena|ocupad[oa]|comunicando|apagad[oa]|buzon)|"
    r"me (?:colgaron|cortaron|dejaron en espera)|fuera de servicio|comunica todo el)"
)
_CALL = re.compile(
    r"\b(?:numero|linea|telefono|llam|marqu|marc[oa]|0\d\d|\d{3,}|contest|atiend|cuelg|colgar)"
)
_OUT_OF_USE = re.compile(
    r"\bno (?:funciona|anda|sirve|existe|da tono|entra la llamada|conecta|esta activo)\b"
)
_PHONE = re.compile(r"\b(?:numero|linea|telefono|llamada|llame|llamo|\d{3,})")
_NO_VOICE = re.compile(
    r"\bno (?:puedo|podria|quiero|me animo a|soy capaz de) (?:hablar|llamar|hacer ruido|hacer (?:una|la|esa) "
    r"llamada)(?! (?:con|de|sobre|del|a) )|"
    r"(?<!no )(?<!nadie )(?<!nunca )\b(?:me|nos) (?:(?:van a|va a|pueden|puede) (?:escuchar|oir)|"
    r"escuchan|oyen|oigan)\b|"
    r"\bsin que (?:\w+ ){0,3}(?:escuch|oig|enter)\w*|\bsolo puedo escribir|\bprefiero escribir|"
    r"\b(?:da|dan) (?:\w+ ){0,2}(?:verguenza|miedo|panico|ansiedad|cosa) (?:hablar|llamar)|"
    r"\bhay gente (?:al lado|cerca|aqui|aca)|\bsoy (?:sord|mud)[oa]\b|\bno tengo (?:voz|saldo|credito)\b"
)
_AGE = re.compile(
    r"\b(?:tengo|cumpli|con mis) (?:ya |casi |apenas |solo )?(\d{1,2})(?: an(?:os|itos)\b"
    r"(?! (?:(?:sin|con|en|que|aqui|asi|casad[oa]|separad[oa]|junt[oa]s?|\w+ndo)\b|de (?!edad)))|"
    r"(?=\s*$|\s*[^\w\s%$]|\s*\n| (?:y|e|pero|soy|voy)\b))"
)
"""An age, not how long something lasts ("tengo 10 años con esto") nor how many there are of something."""
_CHILD = re.compile(
    r"\bsoy (?:menor|un nino|una nina|chiquit\w)|\bmi (?:maestra|seno|profe)\b|padrastro|madrastra|"
    r"\bmi (?:mama|papa|mami|papi|ma|pa|madre|padre|abuelo|tio|hermano)\b.{0,40}\b(?:me (?:pega|golpea|toca|"
    r"grita|encierra|castiga|abusa|insulta|amenaza|hace)|abusa de mi|entra a mi)|"
    r"\ben (?:la escuela|el colegio|la primaria|la secundaria|el cole|el recreo|el liceo)\b.{0,40}\bme\b|"
    r"\bvoy (?:a|en) (?:la )?(?:primaria|secundaria|prepa|sexto|quinto|septimo)\b"
)
_GROWN_UP = re.compile(
    r"\bmis? (?:hij[oa]s?|niet[oa]s?|bebes?|espos[oa]|marido|mujer|suegr[oa]s?|nuera|yerno)\b|"
    r"\bsoy (?:madre|padre|mama|papa|abuel[oa]|viud[oa]|divorciad[oa]|casad[oa]|jubilad[oa]|adult[oa]|"
    r"mayor de edad)\b|\bmi ex ?(?:marido|mujer|espos[oa])\b"
)
_BURDEN = re.compile(
    r"\b(?:carga|estorbo|molestia|sobro|peso para)\b|\b(?:estar\w+|vivir\w+|viven|estan) mejor sin m|"
    r"\bsin mi (?:estar|todo|todos|serian|vivirian)"
)
_EXPLICIT = re.compile(
    r"\b(?:m+a+t+a+r?\w*|suicid\w*|quitar\w* la vida|colgar\w*|ahorcar\w*|acabar con mi vida)\b"
)
_VIOLENCE = re.compile(
    r"\b(?:le (?:pega|pegan|pego|grita|revisa)|(?:la|lo) (?:golpea|pega|maltrata|amenaza|viol|toca|encierra|"
    r"abus|control)\w*|golpe\w*|abus\w*|viol(?:o|aron|an|encia|a)|maltrat\w*|tocament\w*|manose\w*|"
    r"(?:la|lo) quiere matar|(?:la|lo) va a matar)\b"
)
ADULT_AGE: Final = 18
CHILD_AGE: Final = 5
"""Younger than this nobody writes: the figure is something else."""


@dataclass(frozen=True, slots=True)
class Cues:
    """What a message tells besides its level."""

    taken: bool = False
    """The writer took something already."""
    bleeding: bool = False
    other_done: bool = False
    """Somebody else took something, is bleeding or does not react."""
    no_answer: bool = False
    """A number was called in vain."""
    no_voice: bool = False
    """The writer cannot, or dares not, talk aloud."""
    child: bool = False
    burden: bool = False
    passive: bool = False
    """No word for an act: wishing not to be, rather than to do."""
    violence: bool = False
    """Somebody is hit, abused or threatened."""

    @property
    def done(self) -> bool:
        """True when the writer's body needs a doctor now."""
        return self.taken or self.bleeding


def cues_of(text: str, earlier: Sequence[str] = ()) -> Cues:
    """Return what `text` tells besides its level.

    `earlier` are the person's own words before it, oldest first: who was a child then is one now.
    """
    said = plain(text)
    return Cues(
        taken=bool(_TAKEN.search(said)),
        bleeding=bool(_BLEEDING.search(said)),
        other_done=bool(_OTHER_DONE.search(said)),
        no_answer=_call_failed(said),
        no_voice=bool(_NO_VOICE.search(said)),
        child=_is_child([*map(plain, earlier), said]),
        burden=bool(_BURDEN.search(said)),
        passive=not _EXPLICIT.search(said),
        violence=bool(_VIOLENCE.search(said)),
    )


def _call_failed(said: str) -> bool:
    if _NO_ANSWER.search(said) and _CALL.search(said):
        return True
    return bool(_OUT_OF_USE.search(said) and _PHONE.search(said))


def _is_child(told: Sequence[str]) -> bool:
    """True when the words `told` are a child's: the age told last counts, without one what a child tells."""
    ages = [age for said in told for age in map(int, _AGE.findall(said)) if age >= CHILD_AGE]
    if ages:
        return ages[-1] < ADULT_AGE
    return any(map(_CHILD.search, told)) and not any(map(_GROWN_UP.search, told))
