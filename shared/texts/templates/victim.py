"""What is said to those who are hit, threatened, abused or controlled."""

from __future__ import annotations

from typing import Final

Slot = tuple[str, ...]

NOT_YOUR_FAULT: Final[Slot] = (
    "Gracias por contarlo: lo que {te} hacen no es {tu} culpa.",
    "{Te} creo. Nadie merece ese trato, y no es {tu} culpa.",
    "Lo que {cuentas} es violencia, y es responsabilidad de quien la ejerce: no es {tu} culpa.",
    "Siento mucho que {te} esté pasando esto. Haga lo que haga la otra persona, no es {tu} culpa.",
)
SAFE: Final[Slot] = (
    "¿{Puedes} escribir sin peligro ahora?",
    "¿{Estás} en un lugar seguro para seguir escribiendo?",
    "¿Está cerca esa persona, o {puedes} escribir con seguridad?",
)
EMERGENCY: Final[Slot] = (
    "Si está ahí o {te} amenaza, {llama} {emergency}.",
    "Si hay peligro en este momento, {sal|salí|salga} si {puedes} y {llama} {emergency}.",
    "Con esa persona cerca o una amenaza, primero emergencias: {llama} {emergency}.",
    "Si {te} hace daño ahora o {temes|temés|teme} que lo haga, {llama} {emergency}.",
)
LINE: Final[Slot] = (
    "Para orientación y apoyo, {llama} {lines}.",
    "Hay personas que conocen esto y ayudan a pensar qué hacer: {llama} {lines}.",
    "Cuando sea seguro, {llama} {lines}.",
)
LINE_CHILD: Final[Slot] = (
    "Hay una línea para chicos y chicas a los que les pasa esto: {llama} {lines}.",
    "Ahí escuchan a personas de {tu} edad: {llama} {lines}.",
    "Cuando sea seguro, {llama} {lines}; atienden a chicas y chicos.",
)
LOG: Final[Slot] = (
    "La llamada puede quedar en el registro del teléfono: conviene borrarla.",
    "Si {te} revisan el teléfono, {borra|borrá|borre} después la llamada del registro.",
    "Un cuidado: si alguien mira {tu} teléfono, la llamada se puede borrar del registro.",
    "Conviene que la llamada no quede en el registro si otra persona usa {tu} teléfono.",
)
NEXT: Final[Slot] = (
    "¿Hay alguien de confianza que pueda saber lo que pasa?",
    "¿A dónde {podrías} ir si hace falta salir rápido?",
    "¿Qué {necesitas} primero, ahora mismo?",
)
NEXT_CHILD: Final[Slot] = (
    "¿Qué persona adulta de {tu} confianza podría saberlo hoy?",
    "¿Hay en la escuela o en la familia un adulto que {te} escuche?",
    "¿A quién, de los grandes, {te} sería más fácil contárselo?",
)

# Later turns.
STAY: Final[Slot] = (
    "Sigo aquí, y {te} sigo creyendo.",
    "Gracias por seguir contando; no es fácil ponerlo en palabras.",
    "Leo con atención; {mereces|merecés|merece} cuidado, no miedo.",
    "Lo que {cuentas} es grave, y la vergüenza no es de quien lo sufre.",
    "No hay que decidir todo hoy; primero, que {estés} a salvo.",
)
SAFE_AGAIN: Final[Slot] = (
    "¿Sigue siendo seguro escribir?",
    "¿Dónde está ahora esa persona?",
    "¿{Estás} a salvo en este momento?",
    "¿Cambió algo desde {tu} último mensaje, hay peligro ahora?",
)
LINE_AGAIN: Final[Slot] = (
    "Si aparece o {te} amenaza, {llama} {lines}.",
    "Ante cualquier señal de peligro, {llama} {lines}.",
    "Los pasos siguen ahí: {llama} {lines}.",
)
NEXT_AGAIN: Final[Slot] = (
    "¿Quién podría recibir{te} si hiciera falta salir?",
    "¿Qué {te} haría sentir un poco más a salvo hoy?",
    "¿Con quién de confianza {podrías} acordar una palabra de aviso?",
    "¿Qué es lo que más miedo {te} da en este momento?",
    "¿Hay documentos o un bolso que {puedas|puedas|pueda} dejar donde alguien de confianza?",
)
NEXT_AGAIN_CHILD: Final[Slot] = (
    "¿Se lo {has podido|pudiste|ha podido} contar a alguna persona adulta?",
    "¿Con qué adulto {te} {sientes} más a salvo?",
    "¿Quién, en la escuela o en la familia, {te} creería?",
    "¿Qué es lo que más miedo {te} da en este momento?",
)
