"""What the offline companion says in ordinary talk. `{puedes|podés}`: the form for tú, then the one for vos.

Every list has at least four wordings, so that nothing has to be said twice running.
"""

from __future__ import annotations

from typing import Final

# Stems of the feeling words, without accents, by category: the dictionary of the original, grown.
FEELINGS: Final[dict[str, tuple[str, ...]]] = {
    "alarma": (
        "suicid", "matarme", "cortarme", "morir", "muerte", "terminar con todo", "no aguanto mas",
        "desesper", "no puedo mas",
    ),
    "ansiedad": (
        "ansied", "ansios", "panico", "nervios", "presion", "no puedo respirar", "angusti", "estres",
        "agobi", "preocup", "miedo", "taquicardia", "insomnio", "no puedo dormir", "no duermo", "abrum",
        "examen", "tension", "inquiet",
    ),
    "tristeza": (
        "vaci", "trist", "sin ganas", "llor", "solo", "sola", "soledad", "nada importa", "culpa",
        "cansanci", "cansad", "deprim", "depre", "bajon", "murio", "fallecio", "extran", "duelo",
        "me dejo", "ruptura", "cortamos", "terminamos", "inutil", "fracas", "mal", "dolido", "duele",
        "desanim", "agotad", "desgan",
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

# What the talk is about: stems, and how it is named back.
TOPICS: Final[tuple[tuple[tuple[str, ...], str], ...]] = (
    (("murio", "fallecio", "duelo", "velorio", "entierro"), "una pérdida así"),
    (("trabajo", "jefe", "oficina", "despid", "laburo", "chamba", "pega "), "lo del trabajo"),
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
    (("deuda", "dinero", "plata", "alquiler", "renta", "lana"), "lo del dinero"),
    (("dormir", "insomnio", "sueno", "duermo", "desvel"), "las noches sin descanso"),
    (("enferm", "dolor", "salud", "hospital", "medic"), "lo de la salud"),
    (("solo", "sola", "soledad"), "esa soledad"),
)

TOPIC_LINES: Final = (
    "Veo que {topic} ocupa mucho lugar en este momento.",
    "Por lo que {cuentas|contás}, {topic} está pesando.",
    "Me quedo con {topic}: no es poca cosa.",
    "{topic_cap} puede remover muchas cosas a la vez.",
)

REFLECTIONS: Final[dict[str, tuple[str, ...]]] = {
    "alarma": (
        "Lo que {dices|decís} suena a un dolor muy grande, y gracias por decirlo.",
        "Escucho desesperación, como si todo hubiera llegado al límite.",
        "Suena a que estás cargando más de lo que se puede cargar a solas.",
        "Cuando todo aprieta así, cuesta ver alrededor; tiene sentido que te sientas sin salida.",
    ),
    "ansiedad": (
        "Suena a ansiedad: el cuerpo en alerta y la cabeza sin pausa.",
        "Lo que {describes|describís} parece angustia, y es agotador vivir con esa tensión.",
        "Escucho mucha presión junta; es comprensible sentir nervios así.",
        "Ese miedo que aparece es real, aunque no siempre avise de un peligro real.",
        "Parece que hay demasiado a la vez y el cuerpo lo está notando.",
    ),
    "tristeza": (
        "Escucho tristeza en lo que {cuentas|contás}, y tiene derecho a estar aquí.",
        "Suena a un vacío de esos que pesan hasta para levantarse.",
        "Lo que {sientes|sentís} parece mucha pena junta; no hace falta disimularla conmigo.",
        "Parece un cansancio que no se arregla solo con dormir.",
        "Duele, y se nota; gracias por ponerlo en palabras.",
    ),
    "apoyo": (
        "Se nota que esas personas te importan, y por eso duele.",
        "Lo que pasa con la gente cercana suele tocar hondo.",
        "Escucho ganas de sentirte en compañía y de que te entiendan.",
        "Los vínculos a veces cansan y a la vez hacen falta; tiene sentido sentir las dos cosas.",
    ),
    "esperanza": (
        "Se escucha un poco de luz en lo que {dices|decís}, y vale la pena detenerse ahí.",
        "Hay fuerza en lo que {cuentas|contás}, aunque sea pequeña.",
        "Qué bueno leer eso: también lo que va bien merece un lugar.",
        "Noto ganas de cuidarte, y eso ya es un movimiento.",
    ),
    "general": (
        "Te leo con atención.",
        "Gracias por compartirlo; aquí no hay respuestas correctas ni juicios.",
        "Quiero entender bien lo que te pasa.",
        "Lo que {traes|traés} importa, aunque cueste encontrarle nombre.",
        "{Tómate|Tomate} el tiempo que haga falta, voy siguiendo lo que {escribes|escribís}.",
    ),
}

STEPS: Final[dict[str, tuple[str, ...]]] = {
    "ansiedad": (
        (
            "Si {quieres|querés}, {prueba|probá} esto: inhalar en cuatro tiempos, sostener cuatro, soltar "
            "en cuatro y esperar cuatro, tres veces."
        ),
        (
            "Una cosa pequeña: {nombra|nombrá} cinco cosas que ves, cuatro que {puedes|podés} tocar, tres "
            "que {oyes|oís}, dos que {hueles|olés} y una que {saboreas|saboreás}."
        ),
        (
            "{Apoya|Apoyá} los pies en el suelo y {suelta|soltá} los hombros; que la espalda note el "
            "respaldo un minuto."
        ),
        (
            "{Puedes|Podés} escribir la preocupación en un papel y separar lo que hoy depende de {ti|vos} "
            "de lo que no."
        ),
        "Mojarse la cara o las muñecas con agua fresca a veces le baja el volumen al cuerpo.",
        "Para esta noche: pantallas lejos media hora antes de dormir y la luz baja.",
    ),
    "tristeza": (
        "Un paso chiquito para hoy: un vaso de agua y cinco minutos de caminar, aunque sea por la casa.",
        (
            "{Puedes|Podés} elegir una sola tarea mínima, como abrir la ventana o darte una ducha, y que "
            "con eso alcance por hoy."
        ),
        "A veces ayuda escribirlo sin corregir, diez minutos, como una carta que nadie va a leer.",
        (
            "{Puedes|Podés} mandarle un mensaje corto a alguien de confianza: «hoy no estoy bien, ¿hablamos "
            "un rato?»."
        ),
        (
            "{Elige|Elegí} algo que antes te gustaba y {hazlo|hacelo} apenas cinco minutos, sin esperar "
            "tener ganas."
        ),
        "Comer algo sencillo y acostarse hoy a una hora parecida a la de ayer también es cuidarse.",
    ),
    "apoyo": (
        (
            "Una idea: {elige|elegí} a una persona con la que sea fácil hablar y {mándale|mandale} un "
            "saludo, sin explicar todo."
        ),
        "{Puedes|Podés} ensayar aquí lo que te gustaría decirle, empezando por «yo siento…».",
        "Antes de esa charla, unas respiraciones lentas y un vaso de agua ayudan a llegar con más calma.",
        "A veces alcanza con pedir algo concreto: «¿me {acompañas|acompañás} un rato?».",
        "{Escribe|Escribí} en una nota qué {necesitas|necesitás} de esa persona y qué no; ordena mucho.",
    ),
    "esperanza": (
        "{Anota|Anotá} en una línea qué ayudó hoy, para tenerlo a mano un día más difícil.",
        "{Puedes|Podés} repetir mañana algo pequeño de lo que hoy salió bien.",
        "{Quédate|Quedate} un momento con esa sensación, notando en qué parte del cuerpo está.",
        "Contárselo a alguien que {quieres|querés} suele hacer crecer lo bueno.",
        "Un paseo corto, sin apuro, para darle lugar a eso.",
    ),
    "general": (
        "Mientras tanto, un vaso de agua y tres respiraciones lentas nunca sobran.",
        "Si ayuda, {puedes|podés} ponerle al momento un número del cero al diez.",
        "{Puedes|Podés} escribirlo como salga, sin orden; después lo miramos.",
        "Un ratito de aire, aunque sea en la ventana, puede aclarar un poco.",
        "Quizá sirva preguntarte qué {necesitas|necesitás} en la próxima hora, nada más.",
    ),
}

QUESTIONS: Final[dict[str, tuple[str, ...]]] = {
    "alarma": (
        "¿Qué es lo más difícil de este momento?",
        "¿Con quién {puedes|podés} estar en este rato?",
        "¿Qué pasó hoy para que se sintiera así?",
        "¿Qué te ayudó otras veces a pasar un rato como este?",
    ),
    "ansiedad": (
        "¿Dónde lo {notas|notás} más en el cuerpo?",
        "¿Qué es lo que más vueltas da en la cabeza?",
        "¿Cuándo empezó a apretar así?",
        "¿Qué otras veces te ayudó a aflojar un poco?",
        "¿Qué sería lo peor de todo esto, dicho en voz alta?",
    ),
    "tristeza": (
        "¿Desde cuándo te acompaña esta tristeza?",
        "¿Hay algún momento del día en que pese un poco menos?",
        "¿Qué es lo que más {extrañas|extrañás}?",
        "¿Quién sabe, además de este programa, cómo estás?",
        "¿Cómo {vienes|venís} durmiendo y comiendo?",
    ),
    "apoyo": (
        "¿Con quién te {sientes|sentís} más en confianza?",
        "¿Qué te gustaría que esa persona entendiera?",
        "¿Qué pasó la última vez que hablaron?",
        "¿Qué {necesitas|necesitás} {tú|vos} de ese vínculo?",
    ),
    "esperanza": (
        "¿Qué {crees|creés} que ayudó a que hoy fuera distinto?",
        "¿Qué te gustaría que siguiera creciendo?",
        "¿Cómo podrías darle un poco más de lugar?",
        "¿Con quién te gustaría compartirlo?",
    ),
    "general": (
        "¿Cómo estás en este momento?",
        "¿Qué te gustaría contarme?",
        "¿Qué fue lo más pesado de hoy?",
        "¿Qué sentimiento se acerca más a lo que te pasa?",
        "¿Por dónde {quieres|querés} empezar?",
    ),
}

PROFESSIONAL: Final = (
    (
        "Si esto sigue más de dos semanas o no deja hacer la vida de siempre, una psicóloga o un médico "
        "pueden ayudar."
    ),
    "Hablarlo también con un profesional de la salud mental puede aliviar la carga.",
)

GREETINGS: Final = (
    (
        "Hola, qué bueno que estás aquí. Soy PsicoIA, un programa que acompaña y escucha sin juzgar. ¿Cómo "
        "te {sientes|sentís} hoy?"
    ),
    "Hola, te doy la bienvenida. Aquí {puedes|podés} hablar a tu ritmo. ¿Qué te trae hoy?",
    "Hola; me alegra leerte. ¿Cómo {vienes|venís} llevando el día?",
    "Hola, te leo. ¿Con qué ánimo {llegas|llegás} a esta charla?",
)
IDENTITY: Final = (
    (
        "Soy PsicoIA, un programa: no soy una persona ni reemplazo a un profesional. {Puedes|Podés} "
        "contarme lo que quieras y lo vemos paso a paso. ¿Qué te gustaría hablar?"
    ),
    (
        "Del otro lado hay un programa, no una persona. Aun así, lo que {escribes|escribís} lo tomo en "
        "serio. ¿Cómo te {sientes|sentís} sabiendo eso?"
    ),
    (
        "Soy un programa de acompañamiento; no tengo cuerpo ni título, solo escucha y algunas ideas "
        "sencillas. ¿Qué {necesitas|necesitás} hoy?"
    ),
    (
        "Un programa que acompaña, eso soy; no una persona ni un psicólogo. ¿Te parece si seguimos con lo "
        "que te preocupa, o hay algo que quieras preguntarme antes?"
    ),
)
THANKS: Final = (
    "Gracias a {ti|vos} por la confianza. ¿Qué te {llevas|llevás} de este rato?",
    "Me alegra haberte acompañado un poco. ¿Hay algo más que quieras poner en palabras?",
    (
        "No hay de qué; hablar de lo que pasa también es cuidarse. ¿Qué cosa amable {puedes|podés} hacer "
        "hoy por {ti|vos}?"
    ),
    "Qué bueno que sirva. ¿Cómo {quieres|querés} seguir el día?",
)
GOODBYES: Final = (
    "Gracias por este rato. {Puedes|Podés} volver cuando quieras, a cualquier hora. Que descanses.",
    "Hasta pronto. Lo que hablamos queda aquí por si {quieres|querés} retomarlo. {Cuídate|Cuidate}.",
    "Que te vaya bien. Un pasito a la vez; aquí se puede volver siempre.",
    "Adiós por ahora. Ojalá haya un rato de calma para {ti|vos} hoy.",
)

FALLBACKS: Final = (
    (
        "Perdón: ahora mismo no pude pensar bien mi respuesta, y no quiero contestar cualquier cosa. Lo que "
        "escribiste llegó."
    ),
    (
        "Tuve un problema y no me salió la respuesta en este momento. No es por lo que dijiste; eso lo "
        "tengo aquí."
    ),
    (
        "{Disculpa|Disculpá}, algo falló de mi lado y no alcancé a pensar una buena respuesta. Tu mensaje "
        "sí lo leí."
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
    "¿Me {cuentas|contás} un poco más mientras me recupero?",
    "Si {puedes|podés}, {sigue|seguí} por donde ibas: ¿qué es lo más importante de lo que querías decir?",
    "¿{Quieres|Querés} que sigamos? Lo último que contaste, ¿cómo te deja ahora?",
    "{Prueba|Probá} a escribirlo otra vez, con las palabras que salgan: ¿qué {necesitas|necesitás} ahora?",
)
