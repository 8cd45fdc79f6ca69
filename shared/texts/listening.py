"""What the offline companion hears and how it answers in ordinary talk: feelings, topics, steps, questions.

Words to hear are without accents. For `{puedes}` and `{forma|forma|forma}` see `worker.wording`.
"""

from __future__ import annotations

from typing import Final

# Stems of the feeling words by category: the dictionary of the original, grown.
FEELINGS: Final[dict[str, tuple[str, ...]]] = {
    "alarma": (
        "suicid", "matarme", "cortarme", "morir", "muerte", "terminar con todo", "no aguanto mas",
        "desesper", "no puedo mas", "no doy mas",
    ),
    "ansiedad": (
        "ansied", "ansios", "panico", "nervios", "presion", "no puedo respirar", "angusti", "estres",
        "agobi", "preocup", "miedo", "taquicardia", "insomnio", "no puedo dormir", "no duermo", "abrum",
        "examen", "tension", "inquiet",
    ),
    "tristeza": (
        "vaci", "trist", "sin ganas", "llor", "soledad", "sola", "siento sol", "estoy sol", "tan sol",
        "nada importa", "culpa", "cansanci", "cansad", "deprim", "depre", "bajon", "murio", "fallecio",
        "extran", "duelo", "me dejo", "ruptura", "cortamos", "terminamos", "inutil", "fracas", "mal",
        "dolido", "duele", "desanim", "agotad", "desgan", "perdida",
    ),
    "apoyo": (
        "familia", "amig", "pareja", "novi", "hablar con", "compartir", "apoyo", "mi mama", "mi papa",
        "herman", "espos", "pelee", "peleamos", "discuti", "nadie me entiende", "me escuch", "marido",
        "hij",
    ),
    "esperanza": (
        "mejorar", "mejor", "calma", "avanz", "superar", "cuidarme", "fuerza", "logre", "content",
        "feliz", "alegr", "orgull", "esperanza", "tranquil", "animad", "agradec", "bien",
    ),
}  # fmt: skip

# What the talk is about: stems, and how it is named back. Always in the singular: a verb follows.
TOPICS: Final[tuple[tuple[tuple[str, ...], str], ...]] = (
    (("murio", "fallecio", "duelo", "velorio", "entierro", "muerte de"), "una pérdida así"),
    (("trabajo", "jefe", "oficina", "despid", "laburo", "chamba", "la pega", "mi pega"), "lo del trabajo"),
    (
        ("examen", "estudi", "universidad", "facultad", "colegio", "escuela", "tesis", "la uni"),
        "lo de los estudios",
    ),
    (
        ("novi", "pareja", "espos", "marido", "ruptura", "divorcio", "cortamos", "mi ex"),
        "lo que pasa en la pareja",
    ),
    (("mama", "papa", "herman", "familia", "hij", "padres", "abuel"), "lo que pasa en la familia"),
    (("amig", "companer"), "lo de las amistades"),
    (("deuda", "dinero", "plata", "alquiler", "renta"), "lo del dinero"),
    (("dormir", "insomnio", "duermo", "desvel", "sin sueno"), "dormir mal"),
    (("enferm", "dolor", "salud", "hospital", "medic"), "lo de la salud"),
    (("siento sol", "estoy sol", "sola", "soledad"), "esa soledad"),
)

TOPIC_LINES: Final = (
    "Veo que {topic} ocupa mucho lugar en este momento.",
    "Por lo que {cuentas}, {topic} está pesando.",
    "Me quedo con {topic}: no es poca cosa.",
    "{topic_cap} puede remover muchas cosas a la vez.",
)

REFLECTIONS: Final[dict[str, tuple[str, ...]]] = {
    "alarma": (
        "Lo que {dices} suena a desesperación, a un dolor muy grande; gracias por decirlo.",
        "Escucho desesperación, como si todo hubiera llegado al límite.",
        "Suena a que {estás} cargando más de lo que se puede cargar a solas.",
        "Cuando todo aprieta así, cuesta ver alrededor; esa desesperación tiene motivos.",
    ),
    "ansiedad": (
        "Suena a ansiedad: el cuerpo en alerta y la cabeza sin pausa.",
        "Lo que {describes|describís|describe} parece angustia, y es agotador vivir con esa tensión.",
        "Escucho mucha presión junta; es comprensible sentir nervios así.",
        "Ese miedo que aparece es real, aunque no siempre avise de un peligro real.",
        "Parece que hay demasiado a la vez, y la ansiedad lo está diciendo con el cuerpo.",
    ),
    "tristeza": (
        "Escucho tristeza en lo que {cuentas}, y tiene derecho a estar aquí.",
        "Suena a un vacío de esos que pesan hasta para levantarse.",
        "Lo que {sientes} parece mucha pena junta; aquí no hace falta disimularla.",
        "Parece un cansancio triste, que no se arregla solo con dormir.",
        "Duele, y se nota la tristeza; gracias por ponerla en palabras.",
    ),
    "apoyo": (
        "Se nota que esas personas {te} importan, y por eso duele.",
        "Lo que pasa con la gente cercana suele tocar hondo.",
        "Escucho ganas de compañía y de que {te} entiendan.",
        "Los vínculos a veces cansan y a la vez hacen falta; caben las dos cosas.",
    ),
    "esperanza": (
        "Se escucha algo de esperanza en lo que {dices}, y vale la pena detenerse ahí.",
        "Hay fuerza en lo que {cuentas}, aunque sea pequeña.",
        "Qué bueno leer eso: también la alegría merece un lugar.",
        "Noto ganas de {cuidarte|cuidarte|cuidarse}, y eso ya es un movimiento.",
    ),
    "general": (
        "Leo con atención.",
        "Gracias por compartirlo; aquí no hay respuestas correctas ni juicios.",
        "Quiero entender bien lo que {te} pasa.",
        "Lo que {traes|traés|trae} importa, aunque cueste encontrarle nombre.",
        "No hay apuro: voy siguiendo lo que {escribes|escribís|escribe}.",
    ),
}

FOLLOWING: Final = (
    "Sigo aquí, acompañando eso que {cuentas}.",
    "Eso también cuenta, y ayuda a entender mejor.",
    "Gracias por volver sobre esto; no es fácil.",
    "Se entiende que siga dando vueltas.",
    "Lo escucho tal como viene, sin corregir nada.",
    "No es poca cosa seguir poniéndolo en palabras.",
    "Cada detalle que {traes|traés|trae} va dibujando mejor lo que pasa.",
    "Es humano que algo así vuelva una y otra vez.",
    "Aquí hay lugar para lo que falte decir.",
    "Lo que {dices} ahora suma a lo de antes.",
    "Tiene lógica que canse, después de tanto.",
    "Gracias por la confianza de seguir contando.",
)
"""For those who have heard the name of their feeling already."""

QUESTIONS: Final[dict[str, tuple[str, ...]]] = {
    "alarma": (
        "¿Qué es lo más difícil de este momento?",
        "¿Con quién {puedes} estar en este rato?",
        "¿Qué pasó hoy para que se sintiera así?",
        "¿Qué ayudó otras veces a pasar un rato como este?",
    ),
    "ansiedad": (
        "¿Dónde lo {notas|notás|nota} más en el cuerpo?",
        "¿Qué es lo que más vueltas da en la cabeza?",
        "¿Cuándo empezó a apretar así?",
        "¿Qué otras veces ayudó a aflojar un poco?",
        "¿Qué sería lo peor de todo esto, dicho en voz alta?",
    ),
    "tristeza": (
        "¿Desde cuándo {te} acompaña esta tristeza?",
        "¿Hay algún momento del día en que pese un poco menos?",
        "¿Qué es lo que más {extrañas|extrañás|extraña}?",
        "¿Quién sabe, además de este programa, cómo {estás}?",
        "¿Cómo {vienes|venís|viene} durmiendo y comiendo?",
    ),
    "apoyo": (
        "¿Con quién {te|te|se} {sientes} más en confianza?",
        "¿Qué {te} gustaría que esa persona entendiera?",
        "¿Qué pasó la última vez que hablaron?",
        "¿Qué {necesitas} {tú} de ese vínculo?",
    ),
    "esperanza": (
        "¿Qué {crees|creés|cree} que ayudó a que hoy fuera distinto?",
        "¿Qué {te} gustaría que siguiera creciendo?",
        "¿Cómo {podrías} darle un poco más de lugar?",
        "¿Con quién {te} gustaría compartirlo?",
    ),
    "general": (
        "¿Cómo {estás} en este momento?",
        "¿Qué {te} gustaría contarme?",
        "¿Qué fue lo más pesado de hoy?",
        "¿Qué sentimiento se acerca más a lo que {te} pasa?",
        "¿Por dónde {quieres} empezar?",
    ),
}

OPEN_QUESTIONS: Final = (
    "¿Qué cambió desde ayer, aunque sea poco?",
    "¿Qué {te} diría alguien que {te} quiere bien?",
    "¿Qué parte de esto depende de {ti}, y cuál no?",
    "¿Qué {necesitas} escuchar hoy?",
    "¿Cómo fue el último día en que pesó menos?",
    "¿Qué {te} cuesta más decir en voz alta?",
    "¿Qué {te} sostuvo hasta aquí?",
    "¿Cómo sería un final de día un poquito mejor?",
    "¿Qué {has intentado|intentaste|ha intentado} ya, y qué tal fue?",
    "¿Qué {quieres} que yo entienda y todavía no dije bien?",
    "¿Cómo {te} trata el cuerpo estos días?",
    "¿Qué lugar o qué música {te} da algo de calma?",
)
"""For later in a talk, when those of the feeling were asked."""
