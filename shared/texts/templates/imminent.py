"""What is said when a life is in danger right now. First the whole; later a shorter form that stays."""

from __future__ import annotations

from typing import Final

Slot = tuple[str, ...]

HEARD: Final[Slot] = (
    "Aquí estoy, leyendo. Por lo que {cuentas}, {tu} vida corre peligro ahora mismo.",
    "Gracias por decírmelo. Entiendo que {tu} vida está en riesgo en este momento, y eso es lo primero.",
    "Entiendo que {piensas} en morir, y que puede ser ya. {Tu} vida me importa.",
    "Me importa lo que {te} pase. Escucho un dolor enorme y un peligro que es de ahora.",
)
HEARD_DONE: Final[Slot] = (
    "Entiendo que ya pasó algo que pone {tu} vida en peligro; gracias por decirlo.",
    "Lo que ya pasó necesita atención médica, aunque ahora {te} parezca poco.",
    "Gracias por contarlo. {Tu} cuerpo necesita que lo vea un médico cuanto antes.",
)
EMERGENCY_FIRST: Final[Slot] = (
    "Emergencias antes que nada: {llama} ya {emergency} y {di|decí|diga} qué pasó y dónde {estás}.",
    "Lo primero de todo es emergencias: {llama} ahora {emergency}, incluso si {te} {sientes} bien.",
    "Emergencias primero, antes de seguir leyendo: {llama} {emergency} para que manden una ambulancia.",
)
TAKEN: Final[Slot] = (
    "No {tomes|tomes|tome} nada más, y {deja|dejá|deje} lejos lo que quede.",
    "Lo que quede, lejos de {ti}; no {tomes|tomes|tome} más y no {te|te|se} {duermas|duermas|duerma}.",
    "{Deja|Dejá|Deje} lejos lo que queda, y que el médico sepa qué fue y cuánto hace.",
)
BLEEDING: Final[Slot] = (
    "{Presiona|Presioná|Presione} la herida con una tela limpia y {deja|dejá|deje} lejos lo que la causó.",
    "Una tela limpia, apretada sobre la herida, ayuda mientras llegan; lo que la causó, lejos.",
    "{Aprieta|Apretá|Apriete} la herida con algo limpio, sin soltar, y que lo demás quede lejos.",
)
CALL: Final[Slot] = (
    "Por favor, {llama} ahora {lines}.",
    "{Llama} ya {lines}.",
    "Esto necesita ayuda en persona: {llama} en este momento {lines}.",
    "Hace falta alguien que pueda ir hasta ahí: {llama} {lines}.",
)
CONDITION: Final[Slot] = (
    "Si ya {tomaste|tomaste|tomó} algo o hay sangre, emergencias antes que nada.",
    "Si ya {hiciste|hiciste|hizo} algo o hay una herida, emergencias es lo primero.",
    "Y si algo ya está hecho, una toma o una herida, emergencias antes que nada.",
)
COMPANY: Final[Slot] = (
    "Y sobre todo, {busca} a alguien que esté {contigo} ahora: familia, una vecina, quien sea.",
    "Sin esperar, {busca} a alguien que esté {contigo} ahora, aunque {te} cueste pedirlo.",
    "Y {busca} a alguien que esté {contigo} ahora; alcanza con decir «no quiero estar a solas».",
    "Mientras tanto, {busca} a alguien que esté {contigo} ahora y {abre|abrí|abra} la puerta.",
)
COMPANY_CHILD: Final[Slot] = (
    "Primero, {busca} a alguien que esté {contigo} ahora: una persona adulta de la casa, una vecina.",
    "Ya mismo, {busca} a alguien que esté {contigo} ahora: una persona adulta en la que confíes.",
    "Y {busca} a alguien que esté {contigo} ahora, un adulto cercano; despertar a quien duerme está bien.",
)
DISTANCE: Final[Slot] = (
    "{Aléjate|Alejate|Aléjese} de lo que pueda hacer{te} daño, o que otra persona lo guarde.",
    "{Pon|Poné|Ponga} distancia: que otra persona guarde lejos lo que pueda hacer{te} daño.",
    "Que quede lejos lo que pueda hacer{te} daño; y si el lugar es peligroso, {sal|salí|salga} de ahí.",
)
PROGRAM: Final[Slot] = (
    "Soy un programa, no puedo enviar ayuda, pero sigo aquí {contigo}. ¿{Puedes} llamar? ¿Quién está cerca?",
    (
        "Como soy un programa, no puedo enviar ayuda; sí seguir aquí mientras {llamas|llamás|llama}. "
        "¿Con quién {estás}? ¿{Puedes} hacer esa llamada?"
    ),
    ("No puedo enviar ayuda, soy un programa; sigo leyendo. ¿Dónde {estás}? ¿Quién puede llegar hasta ahí?"),
    (
        "Sigo aquí; soy un programa, no puedo enviar ayuda. ¿A quién {puedes} avisar ya? ¿{Te} es posible "
        "llamar?"
    ),
)
WHO_IS_NEAR: Final[Slot] = (
    "¿Quién está cerca de {ti}?",
    "¿Quién puede llegar hasta ahí?",
    "¿A quién {puedes} escribir ya?",
)

# Later turns.
STILL: Final[Slot] = (
    "Sigo aquí. Lo más urgente no cambió: que alguien {te} ayude en persona.",
    "Sigo leyendo, con {tu} vida por delante de todo lo demás.",
    "Aquí sigo, y me importa cómo {estás} en este minuto.",
    "Gracias por seguir escribiendo en medio de algo tan duro.",
    "No hace falta explicar nada ahora; primero, que no {estés} a solas.",
)
CHECKS: Final[Slot] = (
    "¿{Pudiste|Pudiste|Pudo} llamar? ¿Hay alguien {contigo}? ¿Quedó lejos lo que puede hacer{te} daño?",
    (
        "¿{Lograste|Lograste|Logró} hablar por teléfono? ¿Quién está a {tu} lado? ¿Está lejos lo que puede "
        "hacer{te} daño?"
    ),
    "¿Ya {llamaste|llamaste|llamó}? ¿Hay alguien {contigo}, o cerca? ¿Y lo peligroso, está lejos de {ti}?",
    "¿Qué pasó con la llamada? ¿Hay alguien ahí {contigo}? ¿Está lejos lo que puede dañar{te}?",
)
CALL_AGAIN: Final[Slot] = (
    "Si aún falta esa llamada, {llama} {lines}.",
    "El paso sigue siendo el mismo: {llama} {lines}.",
    "Por favor, que sea ahora: {llama} {lines}.",
)
PROGRAM_AGAIN: Final[Slot] = (
    "Soy un programa, no puedo enviar ayuda; por eso insisto, y sigo en esta charla.",
    "Desde aquí no puedo enviar ayuda, soy un programa, pero no dejo la conversación.",
    "Como soy un programa, no puedo enviar ayuda; puedo seguir leyendo mientras alguien llega.",
    "No puedo enviar ayuda, soy un programa; por eso importa tanto esa llamada.",
    "Soy un programa y no puedo enviar ayuda; lo que sí hago es seguir aquí mientras {llamas|llamás|llama}.",
)
CHECKS_WITHOUT_CALL: Final[Slot] = (
    "¿Hay alguien ahí {contigo}? ¿Quedó lejos lo que puede hacer{te} daño?",
    "¿Quién podría llegar hasta ahí y estar {contigo} ahora? ¿Está lejos lo peligroso?",
    "¿Alguien está {contigo}? ¿Está fuera de {tu} alcance lo que puede dañar{te}?",
)
"""For those who called in vain or cannot talk."""
CRISIS_TOO: Final[Slot] = (
    "Para hablar mientras llega la ayuda, {llama} {lines}.",
    "Y después, o si alguien puede marcar por {ti}: {llama} {lines}.",
    "Con la ambulancia en camino, {llama} también {lines}.",
)
