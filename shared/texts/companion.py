"""What the offline companion says besides listening: greetings, who it is, the past, facts, and failures.

Every list has at least four wordings, so that nothing has to be said twice running. For `{puedes}` and
`{forma|forma|forma}` see `worker.wording`; what it says in danger is in `shared.texts.templates`.
"""

from __future__ import annotations

from typing import Final

GREETINGS: Final = (
    (
        "Hola, qué bueno que {estés} aquí. Soy PsicoIA, un programa que acompaña y escucha sin juzgar. ¿Cómo "
        "{te|te|se} {sientes} hoy?"
    ),
    "Hola, {te} doy la bienvenida. Aquí {puedes} hablar a {tu} ritmo. ¿Qué {te} trae hoy?",
    "Hola; me alegra que {escribas|escribas|escriba}. ¿Cómo {vienes|venís|viene} llevando el día?",
    "Hola, aquí estoy. ¿Con qué ánimo {llegas|llegás|llega} a esta charla?",
)
IDENTITY: Final = (
    (
        "Soy PsicoIA, un programa: no soy una persona ni reemplazo a un profesional. {Puedes} "
        "contarme lo que {quieras|quieras|quiera} y lo vemos paso a paso. ¿Qué {te} gustaría hablar?"
    ),
    (
        "Del otro lado hay un programa, no una persona. Aun así, lo que {escribes|escribís|escribe} lo "
        "tomo en serio. ¿Cómo {te|te|se} {sientes} sabiendo eso?"
    ),
    (
        "Soy un programa de acompañamiento; no tengo cuerpo ni título, solo escucha y algunas ideas "
        "sencillas. ¿Qué {necesitas} hoy?"
    ),
    (
        "Un programa que acompaña, eso soy; no una persona ni un psicólogo. ¿{Te} parece si seguimos "
        "con lo que {te} preocupa, o hay alguna pregunta antes?"
    ),
)
THANKS: Final = (
    "Gracias a {ti} por la confianza. ¿Qué {te|te|se} {llevas|llevás|lleva} de este rato?",
    "Me alegra haber acompañado un poco. ¿Hay algo más que {quieras|quieras|quiera} poner en palabras?",
    (
        "No hay de qué; hablar de lo que pasa también es cuidarse. ¿Qué cosa amable {puedes} hacer "
        "hoy por {ti}?"
    ),
    "Qué bueno que sirva. ¿Cómo {quieres} seguir el día?",
)
GOODBYES: Final = (
    "Gracias por este rato. Aquí se puede volver a cualquier hora. Que {descanses|descanses|descanse}.",
    "Hasta pronto. Lo que hablamos queda aquí por si {quieres} retomarlo. {Cuídate|Cuidate|Cuídese}.",
    "Que {te} vaya bien. Un pasito a la vez; aquí se puede volver siempre.",
    "Adiós por ahora. Ojalá haya un rato de calma para {ti} hoy.",
)

FALLBACKS: Final = (
    (
        "Perdón: ahora mismo no pude pensar bien mi respuesta, y no quiero contestar cualquier cosa. Lo que "
        "{escribiste|escribiste|escribió} llegó."
    ),
    (
        "Tuve un problema y no me salió la respuesta en este momento. No es por lo que "
        "{dijiste|dijiste|dijo}; eso lo tengo aquí."
    ),
    (
        "{Disculpa|Disculpá|Disculpe}, algo falló de mi lado y no alcancé a pensar una buena respuesta. "
        "{Tu} mensaje sí lo leí."
    ),
    (
        "Me quedé sin poder pensar la respuesta justo ahora; son cosas de ser un programa. Gracias por la "
        "paciencia."
    ),
)
LAST_RESORT: Final = (
    "Perdón, algo falló de mi lado y no pude responderte. Lo que escribiste llegó, y no es por lo que "
    "dijiste. "
    "Si estás en peligro, llama ahora a emergencias de tu país. ¿Me lo escribes otra vez en un momento?"
)
"""When even choosing a fallback failed: needs nothing, so it cannot fail too."""

FALLBACK_INVITES: Final = (
    "¿Me {cuentas} un poco más mientras me recupero?",
    "Si {puedes}, {sigue|seguí|siga} por donde {ibas|ibas|iba}: ¿qué es lo más importante de todo eso?",
    "¿Seguimos? Lo último que {contaste|contaste|contó}, ¿cómo {te} deja ahora?",
    "{Prueba|Probá|Pruebe} a escribirlo otra vez, con las palabras que salgan: ¿qué {necesitas} ahora?",
)

PAST: Final = (
    "Gracias por contar algo tan importante de {tu} historia.",
    "Haber pasado por eso y hablarlo hoy tiene mucho valor.",
    "Eso que {cuentas} dejó huella, y aquí se puede hablar.",
    "Qué bueno que lo {puedas|puedas|pueda} decir con {tus} palabras.",
    "Escucho lo que costó, y también que hoy es distinto.",
)
PAST_QUESTIONS: Final = (
    "¿Qué {te} ayudó a salir de ahí?",
    "¿Qué {te} sostiene hoy?",
    "¿Cómo {estás} ahora, cuando lo {recuerdas|recordás|recuerda}?",
    "¿Qué le {dirías|dirías|diría} a quien {eras|eras|era} entonces?",
)

FACTS: Final = (
    "Es un tema importante, y hablar de él con cuidado ayuda a prevenir.",
    "Qué bueno que se pregunte por esto: hablarlo bien no lo provoca, ayuda.",
    "Es una buena pregunta, y merece fuentes serias.",
    "Informarse es una manera de cuidar.",
    "Preguntar por esto es valioso, para un trabajo o para la vida.",
)
FACTS_SOURCES: Final = (
    (
        "Soy un programa de acompañamiento y ahora no tengo datos a mano; la OMS y el ministerio de salud "
        "de {tu} país publican información fiable."
    ),
    "Como programa de apoyo emocional, no doy cifras de memoria: la OMS las publica al día.",
    (
        "Soy un programa que acompaña, no una enciclopedia; las guías de prevención de la OMS y del "
        "ministerio de salud son claras."
    ),
    "Este es un programa de apoyo; para definiciones y cifras, lo mejor es la OMS o el ministerio de salud.",
)

HONEST: Final = (
    "Soy un programa, no una persona.",
    "Respondo como lo que soy: un programa.",
    "Aquí hay un programa, no una persona.",
)
"""Comes first when a person in danger asks who is there."""

FALLBACKS_AT_RISK: Final = (
    "No pude pensar bien mi respuesta, pero esto no espera.",
    "Algo me falló; lo importante va igual.",
    "No alcancé a pensar otra respuesta; va lo principal.",
    "Tuve un fallo, y lo que importa no espera.",
)
"""Comes first when the model failed while risk is up."""
