"""What is said about the call itself: a number in vain, no voice to talk with, a country not known; and the
lines that close a talk without danger."""

from __future__ import annotations

from typing import Final

Slot = tuple[str, ...]

EMERGENCY_ABROAD: Final = "al número de emergencias de {tu} país"
"""Stands for a number where the country is unknown; follows a verb of calling."""

ABROAD: Final[Slot] = (
    "En findahelpline.com hay líneas de cada país; {dime} en qué país {estás}.",
    "{Dime} en qué país {estás} y paso los números; también están en findahelpline.com.",
    "Las líneas de cada país están en findahelpline.com; falta saber en qué país {estás}.",
    "Si me {dices} en qué país {estás}, paso los números; mientras, están en findahelpline.com.",
)

WHERE: Final[Slot] = (
    "Y {dime} en qué país {estás}, para dar{te} los números de ahí.",
    "Si me {dices} en qué país {estás}, paso los números.",
    "Falta saber en qué país {estás}: con eso paso los números.",
)
"""Where findahelpline.com was named already."""

NO_ANSWER: Final[Slot] = (
    "Siento que nadie haya atendido; no dice nada de lo que {importas|importás|importa}.",
    "Qué duro marcar y que no haya nadie del otro lado. Ese intento vale, y hay más puertas.",
    "Que un número no responda es desesperante; hay otros caminos.",
)
OTHER_DOORS: Final[Slot] = (
    "{Llama} {lines}; y si tampoco, {ve|andá|vaya} a urgencias del hospital más cercano. {more}",
    "Hay otra vía: {llama} {lines}. O {ve|andá|vaya} a urgencias del hospital más cercano. {more}",
    "Ahora {llama} {lines}. Urgencias del hospital más cercano también atiende esto. {more}",
    "Vale la pena insistir: {llama} {lines}, o directo a urgencias de un hospital. {more}",
)
MORE: Final[Slot] = (
    "En findahelpline.com hay más líneas.",
    "Hay más líneas en findahelpline.com.",
    "Más líneas: findahelpline.com.",
)

NO_VOICE: Final[Slot] = (
    (
        "Si no {puedes} hablar en voz alta, {escribe|escribí|escriba} a alguien de confianza que "
        "pueda marcar; en findahelpline.com hay líneas con chat."
    ),
    (
        "Sin hablar también se puede: un mensaje a alguien cercano pidiendo esa llamada, o una línea con "
        "chat de findahelpline.com."
    ),
    (
        "No hace falta decir nada en voz alta: un mensaje a alguien de confianza, o un chat de los que "
        "muestra findahelpline.com."
    ),
)
NO_VOICE_URGENT: Final[Slot] = (
    "Si no {puedes} hablar, un mensaje a alguien cercano pidiendo esa llamada alcanza.",
    "Sin voz también se puede: un mensaje ya a quien pueda marcar.",
    "No hace falta hablar: con un mensaje se le puede pedir a otra persona.",
)
CHAT_LINE: Final[Slot] = (
    "Si no {puedes} hablar en voz alta, {chat} también atiende por escrito.",
    "Sin hablar también se puede: {chat} tiene chat, y un mensaje a alguien de confianza también sirve.",
    "No hace falta la voz: con {chat} se puede escribir.",
)

SOFT_CHECK: Final[Slot] = (
    "Y una pregunta suave: lo de antes, esas ideas de morir, ¿siguen ahí o se han ido?",
    "Antes hablamos de ideas de morir; ¿cómo está eso en este momento?",
    "Me quedo pensando en lo que {contaste|contaste|contó} antes: ¿volvieron hoy las ganas de no estar?",
    "Y de lo que {dijiste|dijiste|dijo} antes, ¿queda algo de aquella idea de morir?",
)
SOFT_CHECK_VICTIM: Final[Slot] = (
    "Y una pregunta suave: ¿{estás} a salvo en este momento?",
    "Sobre lo de antes, ¿cómo está ahora la situación, hay peligro?",
    "Me quedo pensando en lo que {contaste|contaste|contó} antes: ¿hay calma donde {estás}?",
)
SOFT_CHECK_THIRD: Final[Slot] = (
    "Y esa persona por la que {temías|temías|temía}, ¿cómo está ahora?",
    "Sobre lo de antes: ¿sigue acompañada esa persona?",
    "Me quedo pensando en quien {te} preocupaba; ¿está a salvo?",
)
FACTS: Final[Slot] = (
    "Por si a alguien le hace falta: se puede llamar {lines}.",
    "Y si el tema toca de cerca, se puede llamar {lines}.",
    "Para quien lo necesite, ahora o más adelante: se puede llamar {lines}.",
)
FACTS_ABROAD: Final = "; hay líneas de cada país en findahelpline.com"
