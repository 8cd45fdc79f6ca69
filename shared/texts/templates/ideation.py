"""What is said to those who think of dying, feel a burden, or hurt themselves."""

from __future__ import annotations

from typing import Final

Slot = tuple[str, ...]

HEARD: Final[Slot] = (
    "Gracias por confiarme algo tan doloroso; no hay nada de qué avergonzarse.",
    "Lo que {sientes} es muy duro, y entiendo que pese tanto.",
    "Siento mucho que {estés} pasando por esto; decirlo cuesta y lo {hiciste|hiciste|hizo}.",
    "Cuando se piensa en morir, casi siempre hay un dolor que ya no se aguanta. Quiero escucharlo.",
)
HEARD_GENTLY: Final[Slot] = (
    "Qué cansancio tan hondo hay en lo que {dices}; gracias por contarlo.",
    "Escucho mucho dolor en esas palabras, y las tomo en serio.",
    "Debe de haber costado llegar hasta aquí y decir esto. Me alegra que lo {escribas|escribas|escriba}.",
    "Lo que {cuentas} pesa de verdad, y aquí se puede decir entero.",
)
BURDEN: Final[Slot] = (
    "Sentir que se es una carga duele muchísimo; gracias por decirlo en voz alta.",
    "Ese sentimiento de sobrar es de los más dolorosos, y me importa que lo {cuentes|cuentes|cuente}.",
    "Cuando el dolor es tan grande, convence de que los demás vivirían mejor; eso lo dice el dolor.",
)
SELF_HARM_HEARD: Final[Slot] = (
    "Gracias por contarlo. Lastimarse suele ser un modo de aguantar algo que duele demasiado.",
    "No {te} voy a juzgar: detrás de esas heridas hay un dolor que merece cuidado.",
    "Siento que {estés} en ese punto; contarlo es difícil y lo {hiciste|hiciste|hizo}.",
    "{Tu} cuerpo está cargando con un dolor muy grande, y me importa cómo {estás}.",
)

ASK: Final[Slot] = (
    (
        "{Te} pregunto directamente: ¿{estás} pensando en quitar{se} la vida? ¿Hay un plan, algo a mano o "
        "un momento pensado?"
    ),
    (
        "Prefiero preguntarlo claro: ¿{piensas} en matar{se}? Si es así, ¿hay un plan, un cuándo, algo que "
        "{tengas|tengas|tenga} a mano?"
    ),
    (
        "Una pregunta directa, sin juicio: ¿{has pensado|pensaste|ha pensado} en suicidar{se}? ¿{Tienes} "
        "un plan, los medios cerca o un día en mente?"
    ),
    (
        "Hablar de esto no lo empeora, así que pregunto: ¿{quieres} morir, {piensas} en quitar{se} la "
        "vida? ¿Con un plan, algo cerca, un día?"
    ),
)
ASK_GENTLY: Final[Slot] = (
    (
        "A veces, con tanto peso, llegan ideas de morir: ¿{estás} pensando en quitar{se} la vida? ¿Hay un "
        "plan, algo a mano o un momento pensado?"
    ),
    (
        "Quiero entender bien, por eso pregunto: cuando {dices} esto, ¿{piensas} en quitar{se} la vida? "
        "¿Hay algún plan, algo cerca, un día?"
    ),
    (
        "Con mucho cuidado pregunto: ¿ha aparecido la idea de matar{se}? ¿Y un plan, un momento, algo que "
        "{tengas|tengas|tenga} a mano?"
    ),
    (
        "Se puede hablar de todo aquí: ¿{has llegado|llegaste|ha llegado} a pensar en suicidar{se}? ¿Con "
        "un plan, algo a mano, un cuándo?"
    ),
)
ASK_SELF_HARM: Final[Slot] = (
    (
        "¿Hay ahora una herida que necesite atención, o algo a mano con lo que lastimar{se}? ¿{Piensas} "
        "también en quitar{se} la vida, con un plan o un momento?"
    ),
    (
        "Pregunto claro: ¿{te lastimaste|te lastimaste|se lastimó} hoy, o {tienes} cerca con qué? ¿Hay "
        "además ideas de morir, un plan, un cuándo?"
    ),
    (
        "Necesito saberlo: ¿{sientes} ahora el impulso de hacer{se} daño, hay algo a mano? ¿Y {piensas} en "
        "morir, con un plan o un día?"
    ),
)

LINE: Final[Slot] = (
    "{Puedes} hablar ahora con una persona: {llama} {lines}.",
    "Para no llevarlo a solas, {llama} {lines}.",
    "Hay gente preparada para escuchar justo esto: {llama} {lines}.",
    "Escribir aquí ayuda, y una voz ayuda más: {llama} {lines}.",
    "Que hoy {te} escuche también una persona: {llama} {lines}.",
)
LINE_EMERGENCY: Final[Slot] = (
    "Si {sientes} que {podrías} hacer{se} daño, {llama} {lines}.",
    "Si esto se vuelve más fuerte, no {esperes|esperes|espere}: {llama} {lines}.",
    "Si llega un momento en que no {puedes} más, {llama} {lines}.",
    "A cualquier hora, si el peligro se acerca, {llama} {lines}.",
)
"""For countries without a line that listens."""
HELPERS: Final[Slot] = (
    "También ayuda contárselo hoy a {someone} y pedir cita con un profesional de salud mental.",
    "{Piensa|Pensá|Piense} en {someone} para hoy, y en un profesional de la salud para lo que sigue.",
    "Que lo sepan {someone} y un profesional de la salud hace esto menos solitario.",
)
STEP: Final[Slot] = (
    "Por ahora, un paso: {pon|poné|ponga} lejos lo que pueda hacer{te} daño.",
    "Mientras tanto, los pies en el suelo y tres respiraciones lentas.",
    "Para este rato, un vaso de agua y un lugar donde haya alguien cerca.",
    "Los próximos diez minutos, nada más: una manta, algo tibio, alguien cerca.",
)
HARD: Final[Slot] = (
    "¿Qué haría difícil esa llamada?",
    "¿Qué {te} frena para llamar, si algo lo hace?",
    "¿Qué haría más fácil marcar ese número?",
)

# Later turns.
STAY: Final[Slot] = (
    "Sigo aquí, sin prisa.",
    "Gracias por seguir hablando de algo tan difícil.",
    "Lo que {cuentas} sigue importando, cada parte.",
    "Esto no tiene que resolverse hoy; vamos de a un rato.",
    "Lo que {sientes} cabe aquí, tal como sale.",
)
DEEPER: Final[Slot] = (
    "¿Qué es lo que más pesa en este momento?",
    "¿Qué hace que hoy duela así?",
    "¿Hubo algún rato en que doliera un poco menos, y qué había ahí?",
    "¿Qué tendría que aflojar, aunque sea un poco, para pasar mejor esta noche?",
    "¿Desde cuándo {llevas|llevás|lleva} esto por dentro?",
    "Si el dolor bajara un poco, ¿qué {te} gustaría recuperar primero?",
    "¿Qué es lo que más cuesta que los demás entiendan?",
)
CLOSE_BY: Final[Slot] = (
    "¿Quién podría estar {contigo} hoy?",
    "¿Cambió algo en lo del plan o lo que hay a mano?",
    "¿Cómo de fuerte es en este momento la idea de morir?",
    "¿Está lejos lo que podría hacer{te} daño?",
)
CLOSE_BY_SELF_HARM: Final[Slot] = (
    "¿Quién podría estar {contigo} hoy?",
    "¿Está lejos lo que podría hacer{te} daño?",
    "¿Cómo están las heridas, necesitan que alguien las vea?",
    "¿Qué ayudó otras veces a dejar pasar el impulso?",
)
LINE_AGAIN: Final[Slot] = (
    "Si esto crece, {llama} {lines}.",
    "La ayuda sigue ahí: {llama} {lines}.",
    "Y para decirlo en voz alta con alguien, {llama} {lines}.",
    "Cuando {quieras|quieras|quiera} una voz del otro lado, {llama} {lines}.",
)
