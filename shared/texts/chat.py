"""What the terminal client says by itself; what the server says comes over the wire."""

from __future__ import annotations

from typing import Final

PROMPT: Final = "› "
INTRO: Final = "/ayuda muestra los comandos · Ctrl-C detiene una respuesta · salir cierra"
CONNECTING: Final = "Conectando con {address}…"
UNREACHABLE: Final = "No logro conectarme con {address}. Sigo intentando; lo que escribas no se pierde."
LOST: Final = "Se cortó la conexión. Sigo intentando; lo que escribas no se pierde."
BACK: Final = "De nuevo en línea."
GAVE_UP: Final = "No pude conectarme con {address}."
RESUMED: Final = "Retomamos la conversación."
GONE: Final = "La conversación anterior ya no está guardada; empezamos de cero."
GAP: Final = "Falta una parte de la conversación, que ya no está guardada."
QUEUED: Final = "En cola: {position}.º"
AGAIN: Final = "(empiezo de nuevo)"
STOPPED: Final = "(detenido)"
STOPPING: Final = "Deteniendo la respuesta… Ctrl-C otra vez para salir."
LEAVE_HINT: Final = "Ctrl-C otra vez para salir."
NOTHING_TO_STOP: Final = "No hay ninguna respuesta en camino."
CONFIRM_ERASE: Final = "¿Borro para siempre todo lo que hablamos? Escribí sí para confirmar."
NOT_ERASED: Final = "No borré nada."
ERASE_LATER: Final = "No hay conexión: no pude borrar nada. Probá de nuevo en un momento."
NOT_NOW: Final = "Todavía falta enviar un mensaje. Probá de nuevo en un momento."
NO_SESSION: Final = "Todavía no hay llave: falta conectarse."
NOT_KEPT: Final = "No pude guardar la llave en este equipo: {reason}."
UNKNOWN_COMMAND: Final = "No conozco ese comando. Con /ayuda ves la lista."
UNKNOWN_COUNTRY: Final = (
    "Si hay peligro ahora, llamá al número de emergencias de tu país.",
    "Líneas de ayuda de todo el mundo: https://findahelpline.com",
)

BAD_ADDRESS: Final = "la dirección tiene que ser como ws://localhost:8765/ws o tcp://localhost:5001"
BAD_KEY: Final = "la llave de una conversación tiene 43 letras, números, guiones o guiones bajos"
BAD_COUNTRY: Final = "el país se escribe con dos letras, por ejemplo AR"

USAGE: Final = "Conversar con PsicoIA en esta terminal. No reemplaza a un profesional."
USAGE_ADDRESS: Final = "ws://…, wss://… o tcp://… (por defecto %(default)s)"
USAGE_REMEMBER: Final = "guarda la llave de la conversación en este equipo, y la próxima vez la retoma"
USAGE_SESSION: Final = "retoma la conversación de esta llave"
USAGE_WAIT: Final = "con la entrada desde un archivo: segundos sin conexión hasta darse por vencido"
USAGE_COUNTRY: Final = "tu país, para las líneas de ayuda (dos letras: AR, MX, ES…)"
