"""What the companion says while risk is up: what was heard, what to do first, numbers, a direct question.

`{lines}` becomes the country's numbers, or where to find them. `{puedes|podés}`: tú, then vos.
"""

from __future__ import annotations

from typing import Final

from shared.crisis.levels import Level

Slots = tuple[tuple[str, ...], ...]
"""Wordings for each part of the reply, in order."""

_ACTION: Final[Slots] = (
    (
        "Escucho que tu vida está en peligro en este momento, y eso es lo primero.",
        "Lo que {cuentas|contás} es una emergencia, y me importa que sigas con vida.",
        "Por lo que {dices|decís}, esto es muy grave y pasa ahora; gracias por escribirlo.",
    ),
    (
        "Si ya tomaste algo o hay sangre, emergencias antes que nada.",
        "Si algo ya está hecho, una toma o una herida, {llama|llamá} a emergencias ahora mismo.",
        "Primero emergencias si ya tomaste algo o te lastimaste.",
    ),
    (
        "Por favor, {llama|llamá} {lines}.",
        "{Llama|Llamá} ya {lines}.",
        "En este momento {llama|llamá} {lines}.",
    ),
    (
        "{Aléjate|Alejate} de lo que pueda hacerte daño y {busca|buscá} a alguien que esté contigo ahora.",
        "{Sal|Salí} a un lugar seguro, lejos de eso, y {busca|buscá} a alguien que esté contigo ahora.",
        (
            "{Deja|Dejá} eso lejos, que otra persona lo guarde, y {busca|buscá} a alguien que esté contigo "
            "ahora."
        ),
    ),
    (
        (
            "Soy un programa y no puedo enviar ayuda, pero sigo aquí en esta charla. ¿Quién está cerca? "
            "¿{Puedes|Podés} llamar?"
        ),
        "Soy un programa, no puedo enviar ayuda; sí puedo seguir leyendo. ¿Dónde estás ahora y con quién?",
        (
            "Como soy un programa, no puedo enviar ayuda por mi cuenta; sigo aquí mientras {llamas|llamás}. "
            "¿A quién {puedes|podés} avisar ya?"
        ),
    ),
)

_LIFE: Final[Slots] = (
    (
        "Gracias por confiarme algo tan doloroso; no hay nada de qué avergonzarse.",
        "Lo que {sientes|sentís} es muy duro y tiene sentido que pese tanto.",
        "Siento que estés pasando por esto; decirlo es difícil y lo hiciste.",
    ),
    (
        (
            "Te pregunto sin vueltas: ¿estás pensando en quitarte la vida? ¿{Tienes|Tenés} un plan o algo a "
            "mano?"
        ),
        "Necesito preguntarlo claro: ¿{piensas|pensás} en matarte, y {has pensado|pensaste} cómo o cuándo?",
        (
            "Una pregunta directa, porque importa: ¿hay un plan, un momento o algo cerca con lo que hacerte "
            "daño?"
        ),
    ),
    (
        "{Puedes|Podés} llamar y hablar con una persona {lines}.",
        "Para hablar ya con alguien preparado, {llama|llamá} {lines}.",
        "Hay personas que atienden esto; {llama|llamá} {lines}.",
    ),
    (
        "También ayuda contárselo a alguien de confianza y a un profesional de salud.",
        "{Busca|Buscá} a una persona de confianza para hoy, y a un profesional para los próximos días.",
        "Que lo sepan un profesional y alguien que quieras hace esto menos solitario.",
    ),
    (
        (
            "Mientras tanto, {pon|poné} lejos lo que pueda dañarte y {bebe|bebé} agua despacio. ¿Qué haría "
            "difícil llamar?"
        ),
        "Por ahora, los pies en el suelo y el aire lento. ¿Qué te frena para llamar?",
        (
            "Vamos de a ratos: los próximos diez minutos, cerca de alguien. ¿Qué te costaría de hacer esa "
            "llamada?"
        ),
    ),
)

_VICTIM: Final[Slots] = (
    (
        "Gracias por contarlo: lo que te hacen no es tu culpa.",
        "Te creo. Nadie merece ese trato y no es tu culpa.",
        "Lo que {cuentas|contás} es violencia, y la responsabilidad es de quien la ejerce: no es tu culpa.",
    ),
    (
        "¿{Puedes|Podés} escribir sin peligro ahora?",
        "¿Estás en un lugar seguro para seguir escribiendo?",
        "¿Está cerca esa persona, o {puedes|podés} escribir con seguridad?",
    ),
    (
        "Si está ahí o hay amenaza, emergencias primero. {Puedes|Podés} llamar {lines}.",
        "Con peligro inmediato, primero emergencias. Para orientarte, {llama|llamá} {lines}.",
        "Ante una amenaza ahora, emergencias. También {puedes|podés} llamar {lines}.",
    ),
    (
        "La llamada puede quedar en el registro del teléfono: conviene borrarla.",
        "Si te revisan el teléfono, {recuerda|recordá} borrar la llamada del registro y esta charla.",
        "Un cuidado: {borra|borrá} la llamada del registro si alguien mira tu teléfono.",
    ),
    (
        "¿Hay alguien de confianza que pueda saber lo que pasa?",
        "¿A dónde podrías ir si {necesitas|necesitás} salir rápido?",
        "¿Qué {necesitas|necesitás} primero, ahora mismo?",
    ),
)

_OTHER: Final[Slots] = (
    (
        "{Haces|Hacés} bien en tomarlo en serio, y se nota cuánto te importa.",
        "Qué difícil ver así a alguien; es importante que lo digas.",
        "Gracias por contarlo: lo que {notas|notás} merece atención.",
    ),
    (
        (
            "{Pregúntale|Preguntale} directo si piensa en matarse o si está en peligro: preguntar no da la "
            "idea, alivia."
        ),
        "{Habla|Hablá} claro con esa persona y {escucha|escuchá} sin juzgar; preguntar no empeora nada.",
        "Lo mejor es preguntarle sin rodeos y escuchar más que aconsejar.",
    ),
    (
        "Que no se quede a solas y que no tenga cerca medios para dañarse.",
        "{Quédate|Quedate} cerca o {pide|pedí} que alguien lo esté, y {aleja|alejá} lo peligroso.",
        "Mientras, compañía, y lejos lo que sirva para hacerse daño.",
    ),
    (
        "Para esa persona, o para orientarte, {llama|llamá} {lines}.",
        "{Puedes|Podés} llamar y pedir ayuda para esa persona {lines}.",
        "{Llama|Llamá} {lines}; también atienden a quien acompaña.",
    ),
    (
        "¿Está en peligro ahora mismo? ¿Y cómo estás llevándolo?",
        "¿Quién está con esa persona en este momento? Tu cansancio también cuenta.",
        "¿Quién te ayuda a sostener esto? ¿Está en peligro en este momento?",
    ),
)

_PAST: Final[Slots] = (
    (
        "Gracias por contar algo tan importante de tu historia.",
        "Haber pasado por eso y hablarlo hoy tiene mucho valor.",
        "Te leo: eso que {cuentas|contás} dejó huella, y aquí se puede hablar.",
        "Qué bueno que lo puedas decir con tus palabras.",
    ),
    (
        "¿Qué te ayudó a salir de ahí?",
        "¿Qué te sostiene hoy?",
        "¿Cómo estás ahora, cuando lo {recuerdas|recordás}?",
        "¿Qué le dirías a quien eras entonces?",
    ),
)

_FACTS: Final[Slots] = (
    (
        "Es un tema importante y hablar de él con cuidado ayuda a prevenir.",
        "Qué bueno que se pregunte por esto: hablarlo bien no lo provoca, ayuda.",
        "Es una buena pregunta, y merece fuentes serias.",
        "Informarse es una manera de cuidar.",
    ),
    (
        (
            "Ahora no tengo datos a mano; la OMS y el ministerio de salud de tu país publican información "
            "fiable."
        ),
        "Para cifras y definiciones, lo más fiable es la OMS o el ministerio de salud de tu país.",
        "Sin conexión a mis fuentes no quiero dar cifras de memoria: la OMS las publica al día.",
        "Para un trabajo o una charla, {busca|buscá} las guías de prevención de la OMS.",
    ),
    (
        "Y si el tema te toca de cerca, {puedes|podés} llamar {lines}. ¿Qué te llevó a preguntarlo?",
        (
            "Por si sirve a alguien, ayuda hay: se puede llamar {lines}. ¿Es para un trabajo o por algo que "
            "{vives|vivís}?"
        ),
        "Si alguien lo necesita, se puede llamar {lines}. ¿Qué más te gustaría saber?",
        "Ante la duda por alguien, se puede llamar {lines}. ¿Cómo te deja este tema?",
    ),
)

SLOTS: Final[dict[Level, Slots]] = {
    Level.IMMINENT: _ACTION,
    Level.IDEATION: _LIFE,
    Level.SELF_HARM: _LIFE,
    Level.VICTIM: _VICTIM,
    Level.THIRD_PARTY: _OTHER,
    Level.PAST: _PAST,
    Level.INFORMATIONAL: _FACTS,
}

SELF_HARM_QUESTIONS: Final = (
    "Te pregunto sin vueltas: ¿te lastimaste hoy? ¿{Piensas|Pensás} también en quitarte la vida?",
    "Necesito preguntarlo claro: ¿hay una herida que atender ahora, y {piensas|pensás} en morir?",
    "Una pregunta directa: ¿{tienes|tenés} a mano con qué hacerte daño, o un plan de ir más lejos?",
)

WHICH_COUNTRY: Final = "{Dime|Decime} en qué país estás, para darte los números de ahí."

HONEST: Final = (
    "Soy un programa, no una persona.",
    "Te respondo como lo que soy: un programa.",
)
"""Comes first when a person in danger asks who is there."""

FALLBACKS: Final = (
    "No pude pensar bien mi respuesta, pero esto no espera.",
    "Algo me falló y no pude pensar la respuesta; lo importante va igual.",
    "No alcancé a pensar una respuesta propia; va lo que más importa.",
)
"""Comes first when the model failed while risk is up."""
