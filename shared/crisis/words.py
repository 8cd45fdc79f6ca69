"""Vocabulary shared by the rules: fragments of regular expressions, and what compiles them.

A pattern is ordinary unaccented Spanish; `<NAME>` stands for a fragment of this file. Every gap is bounded, so
that matching stays linear in the length of the text.
"""

from __future__ import annotations

import re
from dataclasses import dataclass

from shared.crisis.levels import Level
from shared.crisis.normal import fold_pattern

_FRAGMENTS: dict[str, str] = {
    # Gaps of up to n words; G stays inside the clause, C crosses commas and quotes.
    "G2": r"(?:\w+ ){0,2}",
    "G4": r"(?:\w+ ){0,4}",
    "C4": r"(?:[\w,:\"]+ ){0,4}",
    "C8": r"(?:[\w,:\"]+ ){0,8}",
    "PLACE": (
        r"(?:tren|metro|subte|camion|camiones|carro|carros|autos?|coches?|micro|bus|colectivo|vias?|rieles|puente|rio|"
        r"balcon|ventana|azotea|terraza|techo|edificio|barranco|precipicio|acantilado|carretera|ruta|avenida|calle|"
        r"autopista|viaducto|mirador|torre|vacio|abismo|cornisa|(?:\w+ )?piso)"
    ),
    "JUMP": r"(?:tirar|aventar|arrojar|lanzar|botar|echar|saltar)",
    "WEAPON": (
        r"(?:pistola|arma|revolver|escopeta|fusil|rifle|fierro|soga|cuerda|lazo|mecate|veneno|raticida|navajas?|cuchillo|"
        r"cuter|hojillas?|gillette|bisturi|cinturon|pastillas|pildoras|blisters?|tabletas|frasco|somniferos|barbituricos|"
        r"insulina|nafta|gasolina|racumin|plaguicida|pesticida|cloro|lavandina)"
    ),
    "PILLS": (
        r"(?:pastillas|pildoras|tabletas|comprimidos|capsulas|pepas|medicamentos|medicinas|remedios|somniferos|"
        r"blisters?|frascos?|cajas?|bote|tira|tiras|clonazepam|rivotril|paracetamol|ansioliticos|antidepresivos|"
        r"veneno|raticida|cloro|lavandina|lejia|insulina)"
    ),
    # Bare infinitives of dying by one's own hand, used after "me quiero", "me voy a"...
    "KILL": (
        r"(?:matar|suicidar|ahorcar|colgar de|colgar del|colgar|desvivir|envenenar|degollar|desangrar|petatear|"
        r"quitar (?:la|mi) vida|pegar un (?:tiro|balazo|corchazo)|dar un (?:tiro|balazo)|meter un (?:tiro|balazo)|"
        r"volar (?:la cabeza|los sesos|la tapa)|cortar las venas|abrir las venas|quitar de en medio|"
        r"<JUMP> (?:\w+ ){0,3}<PLACE>)"
    ),
    "KILLME": (
        r"(?:matarme|suicidarme|ahorcarme|colgarme|desvivirme|envenenarme|degollarme|desangrarme|petatearme|"
        r"quitarme (?:la|mi) vida|pegarme un (?:tiro|balazo|corchazo)|darme un (?:tiro|balazo)|"
        r"meterme un (?:tiro|balazo)|volarme (?:la cabeza|los sesos|la tapa)|cortarme las venas|abrirme las venas|"
        r"quitarme de en medio|dispararme|(?:tirarme|aventarme|arrojarme|lanzarme|botarme|echarme) (?:\w+ ){0,3}<PLACE>|"
        r"saltar (?:de|del|desde|al|por) (?:\w+ ){0,2}<PLACE>|acabar con mi vida|terminar con mi vida|acabar conmigo|"
        r"(?:poner|ponerle|darle|dar) fin a (?:mi|la|esta) (?:vida|existencia))"
    ),
    # Wishes to be dead or gone, as infinitive phrases.
    "GONE": (
        r"(?:morirme|morir|estar muert[oa]|dejar de (?:existir|vivir|respirar|ser)|"
        r"(?:acabar|terminar) con (?:todo(?! (?:el|la|los|las|lo)\b)|ella|esta vida|este sufrimiento|mi existencia)|"
        r"desaparecer(?! (?:un|unos|del grupo|de la fiesta|de redes|de las redes|de instagram)\b)|"
        r"no (?:existir|despertar|despertarme|vivir|haber nacido|seguir viv[oa]|estar viv[oa]|estar aqui|estar mas)|"
        r"dormir(?:me)? (?:para siempre|y no (?:volver a )?despertar|y ya no despertar|y nunca)|palmarla|"
        r"irme (?:de este mundo|para siempre|al otro lado|con (?:mi|dios))|descansar (?:para siempre|de todo para siempre)|"
        r"que me (?:atropelle|mate|pase|parta|caiga)|que (?:todo|esto|mi vida) (?:se )?(?:acabe|termine)|"
        r"que dios me lleve|que me muera)"
    ),
    "WANT": (
        r"(?:quiero|quisiera|queria|deseo|desearia|gustaria|ganas de|ganas tengo de|pienso|pienso en|pensando en|"
        r"pensado en|pensar en|pense en|imagino|fantaseo con|sueno con|prefiero|preferiria|voy a|necesito|anhelo|ojala|"
        r"mejor|planeo|planeando|planeado|idea de|decidi|decidido|decidida|considero|considerando|intentar|intente|"
        r"por|animarme a|animo a|atrevo a|valor de|valor para|tentad[oa] de|formas? de|maneras? de|como|capaz de|obsesion)"
    ),
    "NOW": (
        r"(?:hoy|esta (?:misma )?(?:noche|tarde|madrugada|semana)|manana|ahora|ahorita|en un rato|al rato|"
        r"en unas horas|en un momento|a la noche|este (?:finde|fin de semana|lunes|martes|miercoles|jueves|viernes|"
        r"sabado|domingo)|el (?:lunes|martes|miercoles|jueves|viernes|sabado|domingo)|apenas|en cuanto|saliendo|"
        r"cuando (?:se (?:vayan|vaya|duerman|duerma)|todos|llegue|salga|no haya)|ya mismo|de una vez|antes de que)"
    ),
    "SKIN": (
        r"(?:brazos?|piernas?|munecas?|muslos?|piel|venas?|antebrazos?|panza|abdomen|barriga|vientre|estomago|pierna|"
        r"cuerpo|manos?|caderas?|pecho)"
    ),
    "KIN": (
        r"(?:(?:mi|mis|un|una|el|la|tu|su|nuestr[oa]|ese|esa|este|esta) (?:\w+ )?(?:mejor )?"
        r"(?:amig[oa]s?|amigui\w+|herman\w+|hij\w+|mama|papa|ma|pa|viejo|vieja|madre|padre|mami|papi|prim[oa]s?|ti[oa]s?|"
        r"novi[oa]|espos[oa]|marido|mujer|pareja|ex|companer[oa]s?|compa|alumn[oa]s?|estudiante|vecin[oa]s?|roomie|"
        r"cunad[oa]|sobrin[oa]s?|abuel[oa]s?|niet[oa]s?|carnal|parcer[oa]|parce|pana|pata|jefe|jefa|paciente|persona|"
        r"chic[oa]|chav[oa]|muchach[oa]|nen[ea]|ni[nñ][oa]|pib[ea]|cabr[ao]|polol[oa]|seguidor[a]?|conocid[oa]|colega|"
        r"suegr[oa]|ahijad[oa]|profe|profesora?|inquilin[oa]|streamer|tipo|seño[r]a?|senora?|joven|menor)"
        r"|alguien|un conocido)"
    ),
    "KILLSE": (
        r"(?:matarse|suicidarse|ahorcarse|colgarse|morirse|quitarse la vida|cortarse|lastimarse|autolesionarse|"
        r"hacerse dano|dispararse|pegarse un tiro|envenenarse|desvivirse|acabar con su vida|terminar con su vida|"
        r"(?:tirarse|aventarse|lanzarse|arrojarse) (?:\w+ ){0,3}<PLACE>)"
    ),
    "ABUSER": (
        r"(?:(?:mi|el|un|este|ese|su) (?:\w+ )?(?:ex ?)?(?:esposo|marido|novio|pareja|ex|exnovio|exmarido|exesposo|"
        r"exnovia|exesposa|expareja|esposa|novia|mujer|papa|pap[ai]|padre|viejo|hombre|tipo|padrastro|madrastra|hermano|"
        r"tio|abuelo|primo|hijo|jefe|patron|profe|profesor|entrenador|vecino|cura|pastor|companero|senor|suegro|polol[oa]|"
        r"cunado|companeros|hermanastro|tutor|marid[oa]|conviviente|companer[oa]|tata|chico|man|wey|compa|enamorado)|"
        r"(?:mi|la|una) (?:mama|madre|vieja|tia|abuela|hermana|jefa|suegra|madrastra|companera|maestra|profesora|patrona))"
    ),
    "PARTNER": (
        r"(?:mi|el|un|ese|este) (?:\w+ )?(?:ex ?)?(?:esposo|marido|novio|pareja|ex|exnovio|exmarido|exesposo|expareja|"
        r"esposa|novia|mujer|papa|padre|padrastro|hombre|tipo|hermano|tio|polol[oa]|conviviente|hijo|viejo|enamorado)"
    ),
}


@dataclass(frozen=True, slots=True)
class Rule:
    """A pattern over folded text that stands for one way of saying one thing."""

    id: str
    level: Level
    pattern: re.Pattern[str]


def rx(pattern: str) -> re.Pattern[str]:
    """Compile `pattern` after expanding `<NAME>` fragments and folding its words. Raises KeyError, re.error."""
    while re.search(r"<[A-Z0-9]+>", pattern):
        pattern = re.sub(r"<([A-Z0-9]+)>", lambda match: _FRAGMENTS[match.group(1)], pattern)
    return re.compile(rf"\b{fold_pattern(f'(?:{pattern})')}")


def rule(level: Level, name: str, *patterns: str) -> Rule:
    """Return the rule `name` of `level` that matches any of `patterns`."""
    return Rule(f"{level.value}.{name}", level, rx("|".join(patterns)))
