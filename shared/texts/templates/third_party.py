"""What is said to those who fear for somebody else. They are not treated as the ones in danger."""

from __future__ import annotations

from typing import Final

Slot = tuple[str, ...]

SERIOUS: Final[Slot] = (
    "{Haces|Hacés|Hace} bien en tomarlo en serio, y se nota cuánto {te} importa.",
    "Qué difícil ver así a alguien; es importante que lo {digas|digas|diga}.",
    "Gracias por contarlo: lo que {notas|notás|nota} merece atención.",
    "Es serio, y no es exagerar: mejor preguntar de más que callar.",
)
ASK_THEM: Final[Slot] = (
    (
        "{Pregúntale|Preguntale|Pregúntele} directamente si piensa en quitarse la vida: preguntar no da la "
        "idea, alivia."
    ),
    "{Habla|Hablá|Hable} claro: «¿estás pensando en matarte?»; luego {escucha|escuchá|escuche} sin discutir.",
    "Lo mejor es preguntarle sin rodeos si piensa en suicidarse, y escuchar más que aconsejar.",
)
NOT_ALONE: Final[Slot] = (
    "Que no se quede a solas, y que no tenga cerca nada con que dañarse.",
    (
        "{Quédate|Quedate|Quédese} cerca, sin dejarle a solas, o que alguien lo haga; y "
        "{aleja|alejá|aleje} lo peligroso."
    ),
    "Mientras, compañía: que no esté a solas, y lejos lo que sirva para hacerse daño.",
    "Alguien a su lado, sin dejarle a solas, y lo peligroso fuera de su alcance.",
)
BELIEVE: Final[Slot] = (
    "{Dile|Decile|Dígale} que le {crees|creés|cree} y que no es su culpa; sin presionar, a su ritmo.",
    "Lo que más ayuda es escuchar, creer y decirle que no es su culpa.",
    "{Escucha|Escuchá|Escuche} sin juzgar, {dile|decile|dígale} que no es su culpa y que hay salida.",
)
BESIDE: Final[Slot] = (
    "Que no quede a solas con quien le hace daño, si eso puede evitarse sin riesgo.",
    "Enfrentar a quien le daña puede ser peligroso; mejor acompañar y buscar un lugar seguro.",
    "Que sepa dónde puede refugiarse, y que no esté a solas en los momentos de peligro.",
    "{Puedes} ofrecerle un lugar seguro y compañía, sin decidir por esa persona.",
)
EMERGENCY_FIRST: Final[Slot] = (
    "Emergencias antes que nada: {llama} ya {emergency} y {di|decí|diga} dónde está esa persona.",
    "Lo primero es emergencias: {llama} ahora {emergency}, y que no se quede a solas ni un momento.",
    "Emergencias primero, y después todo lo demás: {llama} {emergency}.",
    "Esto no espera, emergencias antes que nada: {llama} {emergency} sin cortar la llamada.",
)
AFTER_EMERGENCY: Final[Slot] = (
    "{Quédate|Quedate|Quédese} a su lado hasta que lleguen, que no quede a solas, y lejos lo que usó.",
    "{Sigue|Seguí|Siga} las indicaciones del teléfono; que no esté a solas, y lo peligroso, lejos.",
    "Si respira, de costado y sin dejarle a solas hasta que lleguen; lo que usó, lejos.",
    "{Abre|Abrí|Abra} la puerta para cuando lleguen; mientras, a su lado, sin dejarle a solas.",
    "Que el médico sepa qué usó y cuándo; hasta entonces, sin dejarle a solas ni darle nada.",
)
CARE_DONE: Final[Slot] = (
    "¿Respira y responde? ¿Quién está ahí {contigo}?",
    "¿Ya {hablaste|hablaste|habló} con emergencias? ¿Hay alguien más {contigo}?",
    "¿Cómo está en este momento? ¿Y a {ti}, quién {te} acompaña?",
)
LINE: Final[Slot] = (
    "Para pedir ayuda para esa persona, {llama} {lines}.",
    "También ayudan a quien acompaña: {llama} {lines}.",
    "Para saber qué hacer, paso a paso, {llama} {lines}.",
    "Si el peligro es ahora, no hay que esperar: {llama} {lines}.",
    "Nadie tiene que poder con esto a solas: {llama} {lines}.",
)
CARE: Final[Slot] = (
    "¿Está en peligro ahora mismo? ¿Y cómo {estás} {tú}, llevando esto?",
    "¿Quién está con esa persona en este momento? {Tu} cansancio también cuenta: ¿cómo {estás}?",
    "¿Quién {te} ayuda a {ti} a sostener esto? ¿Está en peligro en este momento?",
)

# Later turns.
STAY: Final[Slot] = (
    "Sigo aquí; acompañar así cansa, y lo que {haces|hacés|hace} vale.",
    "Sigo leyendo. Cuidar de alguien en ese estado asusta, es natural.",
    "Gracias por seguir pendiente de esa persona.",
    "No depende todo de {ti}, aunque pese así.",
    "Es mucho para una sola persona; repartirlo también es cuidar.",
)
NOW: Final[Slot] = (
    "¿{Pudiste|Pudiste|Pudo} preguntarle directamente? ¿Quién está a su lado?",
    "¿Cómo está ahora esa persona? ¿Sigue acompañada?",
    "¿{Lograste|Lograste|Logró} hablar con alguien más de su entorno? ¿Está lejos lo peligroso?",
    "¿Cambió algo desde {tu} último mensaje? ¿Hay alguien con esa persona?",
)
NOW_VIOLENCE: Final[Slot] = (
    "¿{Pudiste|Pudiste|Pudo} hablar con esa persona a solas y sin riesgo?",
    "¿Está a salvo en este momento? ¿Quién más lo sabe?",
    "¿Tiene a dónde ir si hace falta salir rápido?",
    "¿Cambió algo desde {tu} último mensaje? ¿Hay peligro ahora?",
)
LINE_AGAIN: Final[Slot] = (
    "Si el peligro crece, {llama} {lines}.",
    "La ayuda sigue ahí: {llama} {lines}.",
    "Ante la duda, {llama} {lines}.",
)
CARE_AGAIN: Final[Slot] = (
    "¿Y a {ti}, quién {te} acompaña?",
    "¿{Has|Pudiste|Ha} {podido comer o descansar|comer o descansar|podido comer o descansar} un poco?",
    "¿Qué {necesitas} {tú} en este momento?",
    "¿Con quién {puedes} turnar{se}?",
    "¿Cómo {estás} {tú} con todo esto?",
)
