"""Self-care the offline companion proposes: one small step at a time, never prescribed."""

from __future__ import annotations

from typing import Final

STEPS: Final[dict[str, tuple[str, ...]]] = {
    "alarma": (
        "Lo primero es no llevarlo a solas: un mensaje ahora a alguien de confianza, aunque sea «ven».",
        "Por ahora, un lugar con alguien cerca, aunque no haya que hablar.",
        "Los próximos diez minutos: agua, los pies en el suelo, y una voz conocida si se puede.",
    ),
    "ansiedad": (
        (
            "Si {quieres}, {prueba|probá|pruebe} esto: inhalar en cuatro tiempos, sostener cuatro, soltar "
            "en cuatro y esperar cuatro, tres veces."
        ),
        (
            "Una cosa pequeña: {nombra|nombrá|nombre} cinco cosas que {ves|ves|ve}, cuatro que {puedes} "
            "tocar, tres que {oyes|oís|oye}, dos que {hueles|olés|huele} y una que "
            "{saboreas|saboreás|saborea}."
        ),
        (
            "{Apoya|Apoyá|Apoye} los pies en el suelo y {suelta|soltá|suelte} los hombros; que la espalda "
            "note el respaldo un minuto."
        ),
        ("{Puedes} escribir la preocupación en un papel y separar lo que hoy depende de {ti} de lo que no."),
        "Mojarse la cara o las muñecas con agua fresca a veces le baja el volumen al cuerpo.",
        "Para esta noche: pantallas lejos media hora antes de dormir y la luz baja.",
    ),
    "tristeza": (
        "Un paso chiquito para hoy: un vaso de agua y cinco minutos de caminar, aunque sea por la casa.",
        "{Puedes} elegir una sola tarea mínima, como abrir la ventana, y que con eso alcance por hoy.",
        "A veces ayuda escribirlo sin corregir, diez minutos, como una carta que nadie va a leer.",
        (
            "{Puedes} mandarle un mensaje corto a alguien de confianza: «hoy no estoy bien, ¿hablamos "
            "un rato?»."
        ),
        (
            "{Elige|Elegí|Elija} algo que antes {te} gustaba y {hazlo|hacelo|hágalo} apenas cinco minutos, "
            "sin esperar tener ganas."
        ),
        "Comer algo sencillo y acostarse hoy a una hora parecida a la de ayer también es cuidarse.",
    ),
    "apoyo": (
        (
            "Una idea: {elige|elegí|elija} a una persona con la que sea fácil hablar y "
            "{mándale|mandale|mándele} un saludo, sin explicar todo."
        ),
        "{Puedes} ensayar aquí lo que {te} gustaría decirle, empezando por «yo siento…».",
        "Antes de esa charla, unas respiraciones lentas y un vaso de agua ayudan a llegar con más calma.",
        "A veces alcanza con pedir algo concreto: «¿un rato juntos, aunque sea en silencio?».",
        "Una nota con lo que {necesitas} de esa persona y lo que no ordena mucho.",
    ),
    "esperanza": (
        "{Anota|Anotá|Anote} en una línea qué ayudó hoy, para tenerlo a mano un día más difícil.",
        "{Puedes} repetir mañana algo pequeño de lo que hoy salió bien.",
        "Vale quedarse un momento con esa sensación, notando en qué parte del cuerpo está.",
        "Contárselo a alguien querido suele hacer crecer lo bueno.",
        "Un paseo corto, sin apuro, para darle lugar a eso.",
    ),
    "general": (
        "Mientras tanto, un vaso de agua y tres respiraciones lentas nunca sobran.",
        "Si ayuda, {puedes} ponerle al momento un número del cero al diez.",
        "{Puedes} escribirlo como salga, sin orden; después lo miramos.",
        "Un ratito de aire, aunque sea en la ventana, puede aclarar un poco.",
        "Quizá sirva preguntarse qué hace falta en la próxima hora, nada más.",
    ),
}

ANY_STEP: Final = (
    "Una canción conocida, de las que abrigan, puede acompañar estos minutos.",
    "Una ducha tibia, sin prisa, a veces cambia un poco el clima del día.",
    "Ordenar una sola cosa, un cajón o la mesa, da un pequeño respiro.",
    "Estirar el cuello y los brazos, despacio, afloja más de lo que parece.",
    "Diez minutos de sol o de luz de ventana por la mañana ayudan al ánimo y al sueño.",
    "Caminar una manzana mirando hacia arriba, sin teléfono, despeja.",
    "Anotar tres cosas, por pequeñas que sean, que hoy no salieron mal.",
    "Algo tibio entre las manos, un té o una sopa, da un poco de calma.",
    "Soltar el aire más largo que al tomarlo, cinco veces, le avisa al cuerpo que puede bajar.",
    "Levantarse mañana a la misma hora que hoy, aunque cueste, ordena el descanso.",
    "Acariciar a un animal o regar una planta cuenta como cuidado, y es de los buenos.",
    "Apagar las noticias por esta noche también es una forma de cuidarse.",
    "Un audio de un minuto a alguien querido puede acercar mucho.",
    "Dibujar o garabatear lo que se siente, sin que tenga que quedar lindo.",
)
"""For any feeling, once those of its own were proposed."""

PROFESSIONAL: Final = (
    (
        "Cuando algo así dura más de dos semanas o no deja hacer la vida de siempre, una psicóloga o un "
        "médico pueden ayudar de verdad."
    ),
    "Después de tanto así, vale la pena hablarlo también con un profesional de salud mental.",
    "Lo que se sostiene tanto merece el apoyo de un profesional: el centro de salud puede ser una puerta.",
    "Una consulta con un profesional de la salud no quita esta charla; la acompaña.",
)
"""When it lasts over two weeks or gets in the way of life."""
