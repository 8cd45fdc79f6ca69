"""What the wire itself says to people: greeting, help, errors, goodbye.

Sentences never repeat what a client sent: field names and limits are ours, values are not shown.
"""

from __future__ import annotations

import math
from typing import Final

DISCLAIMER: Final = (
    "PsicoIA es un programa de acompañamiento: no reemplaza a un profesional ni puede enviar ayuda; "
    "si hay peligro ahora mismo, llamá al número de emergencias de tu país."
)
GOODBYE: Final = "Gracias por este rato. Cuidate mucho; podés volver cuando quieras."
HELP: Final = (
    "Escribime lo que quieras y te respondo. También podés usar:",
    "  /recursos [PAÍS]  teléfonos y páginas de ayuda (por ejemplo: /recursos AR)",
    "  /parar            corta la respuesta que estoy escribiendo",
    "  /sesion           te muestra la llave para volver a esta conversación",
    "  /sesion LLAVE     retoma una conversación anterior",
    "  /borrar           borra para siempre todo lo que hablamos",
    "  /ayuda            muestra esta lista",
    "  salir             cierra la conversación",
)

ERASED_LINE: Final = "Listo: borré toda nuestra conversación. Si querés, empezamos de nuevo."
STOPPED_LINE: Final = "(Respuesta detenida.)"
RESUMED_LINE: Final = "Qué bueno que volviste. Esto es lo último que hablamos:"
RESUMED_EMPTY_LINE: Final = "No hay nada guardado con esa llave; la seguimos usando y empezamos de cero."
BAD_KEY_LINE: Final = (
    "Esa llave no tiene la forma correcta (son 43 caracteres). Copiala entera y probá de nuevo."
)
BAD_COUNTRY_LINE: Final = "No reconozco ese país: usá su código de dos letras, por ejemplo /recursos AR."

PERSON: Final = "Vos"
COMPANION: Final = "PsicoIA"

NOT_HTTP: Final = "Este puerto habla líneas de texto o JSON, no HTTP: la página está en el puerto web."
NOT_TLS: Final = "Este puerto no habla TLS: conectate sin cifrado o por la página segura."
NOT_JSON: Final = "Eso no es un objeto JSON válido en UTF-8."
NOT_TEXT_FRAME: Final = "Solo entiendo cuadros de texto (JSON o líneas), no binarios."
NOT_UTF8: Final = "No pude leer esa línea: tiene que estar en UTF-8."
EMPTY: Final = "El mensaje (`text`) está vacío. Contame con tus palabras, aunque sean pocas."


def greeting(user: int) -> tuple[str, str, str]:
    """Return the three lines that open text mode for user number `user`."""
    return (
        f"Usuario-{user} conectado.",
        "Bienvenido a PsicoIA, un programa de acompañamiento (no reemplaza a un profesional).",
        "Contame cómo te sentís hoy. Escribí 'salir' para cerrar.",
    )


def session_line(token: str) -> str:
    """Return the line that shows a person the key to their conversation."""
    return f"Tu llave para volver (no la compartas): {token}"


def reconnect_text(after_ms: int) -> str:
    """Return the sentence for an edge that is going away."""
    return f"Voy a reiniciarme: volvé a conectarte en {duration(after_ms / 1000)} y seguimos donde quedamos."


def unknown_type(known: tuple[str, ...]) -> str:
    """Return the sentence for a frame whose `type` is none of `known`."""
    return f"El campo `type` tiene que ser uno de estos: {', '.join(known)}."


def bad_id(max_chars: int) -> str:
    """Return the sentence for an `id` that is not a string of 1 to `max_chars` characters."""
    return f"El campo `id` tiene que ser un texto de 1 a {max_chars} caracteres."


def bad_text(max_chars: int) -> str:
    """Return the sentence for a `text` that is missing or is no string."""
    return f"El campo `text` tiene que ser un texto de 1 a {max_chars} caracteres."


BAD_COUNTRY: Final = "El campo `country` tiene que ser un código de país de dos letras, por ejemplo AR."
BAD_T: Final = "El campo `t` tiene que ser un valor simple: texto, número, booleano o null."


def bad_locale(max_chars: int) -> str:
    """Return the sentence for a `locale` that is no string of at most `max_chars` characters."""
    return f"El campo `locale` tiene que ser un texto de hasta {max_chars} caracteres, por ejemplo es-AR."


def text_too_long(max_chars: int) -> str:
    """Return the sentence for a message of more than `max_chars` code points."""
    return f"El mensaje (`text`) puede tener hasta {max_chars} caracteres. Partilo en varios y te leo igual."


def frame_too_long(max_bytes: int) -> str:
    """Return the sentence for a line or frame of more than `max_bytes` bytes."""
    return f"Eso supera los {max_bytes // 1024} KiB por envío, así que cierro. Volvé con textos más cortos."


_ERRORS: Final = {
    "bad_frame": "No pude entender lo que llegó.",
    "empty": EMPTY,
    "too_long": "Eso es demasiado largo. Partilo en varios mensajes y te leo igual.",
    "rate_limited": "Quiero leerte bien: de a {limit} mensajes cada {window}. Probá de nuevo {later}.",
    "too_many_pending": "Ya tengo {limit} mensajes tuyos por responder. Esperá a que te conteste y seguimos.",
    "busy": "Hay mucha gente conversando ahora. Probá de nuevo {later}.",
    "unavailable": "No puedo guardar tu mensaje en este momento. Mandalo de nuevo {later}.",
    "too_many_connections": "Ya hay {limit} conexiones abiertas desde tu red. Cerrá alguna y probá de nuevo.",
    "too_many_sessions": "Ya se abrieron {limit} conversaciones nuevas desde tu red. Probá de nuevo {later}.",
    "slow_consumer": "Tu conexión no alcanza a recibir lo que te mando. Volvé a conectarte y seguimos.",
    "going_away": "Me estoy reiniciando. Volvé a conectarte en un momento y seguimos donde quedamos.",
}


def error_text(
    code: str, *, retry_after: float | None = None, limit: int = 0, window: float | None = None
) -> str:
    """Return the sentence for error `code`. Raises KeyError if unknown.

    `retry_after` and `window` are in seconds; `limit` is the number that was exceeded.
    """
    later = "en un momento" if retry_after is None else f"en {duration(retry_after)}"
    span = "un rato" if window is None else duration(window)
    return _ERRORS[code].format(later=later, limit=limit, window=span)


def duration(seconds: float) -> str:
    """Return a span in words, rounded up, so that whoever waits that long has waited enough."""
    whole = max(1, math.ceil(seconds))
    for size, one, many in ((3600, "una hora", "horas"), (60, "un minuto", "minutos")):
        if whole == size:
            return one
        # Below one and a half the smaller unit says it better: 90 segundos, not 2 minutos.
        if whole > size * 1.5:
            return f"{math.ceil(whole / size)} {many}"
    return "un segundo" if whole == 1 else f"{whole} segundos"
