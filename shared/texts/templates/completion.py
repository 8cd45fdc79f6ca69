"""What is added to a model's own reply while risk is up: only what it left out, one sentence each.

The sentences follow what the model said, so they open softly. The direct question closes the whole.
"""

from __future__ import annotations

from typing import Final

Slot = tuple[str, ...]

ASK: Final[Slot] = (
    "Y necesito preguntarlo claro: ¿{estás} pensando en quitar{se} la vida, con un plan o algo a mano?",
    "Una pregunta directa, porque importa: ¿{piensas} en matar{se}, hay un plan, un cuándo, algo cerca?",
    "Y una pregunta sin juicio: ¿{has pensado|pensaste|ha pensado} en suicidar{se}, cómo o cuándo?",
    "Me importa saberlo: ¿la idea de quitar{se} la vida está ahí, con un plan, un día o algo a mano?",
)
ASK_STATED: Final[Slot] = (
    "Y necesito saber si {estás} pensando en quitar{se} la vida, y si hay un plan o algo a mano.",
    "Importa también saber si {piensas} en matar{se}, y si hay un plan, un cuándo o algo cerca.",
    "{Dime}, con tus palabras, si {has pensado|pensaste|ha pensado} en suicidar{se}, cómo o cuándo.",
)
"""Where the model's reply asks three questions already."""
ASK_SELF_HARM: Final[Slot] = (
    "Y pregunto claro: ¿hay una herida que atender, o ideas de quitar{se} la vida con algo a mano?",
    "Necesito saberlo: ¿{te lastimaste|te lastimaste|se lastimó} hoy, y {piensas} también en matar{se}?",
    "Una pregunta directa: ¿{tienes} cerca con qué hacer{se} daño, o un plan de quitar{se} la vida?",
)
STEP: Final[Slot] = (
    "Por ahora, un paso: lejos lo que pueda hacer daño.",
    "Mientras tanto, tres respiraciones lentas y los pies en el suelo.",
    "Para este rato, un vaso de agua y alguien cerca.",
    "Solo los próximos diez minutos: una manta, algo tibio.",
)
HARD: Final[Slot] = (
    "¿Qué haría difícil esa llamada?",
    "¿Qué {te} frena para llamar?",
    "¿Qué haría más fácil marcar ese número?",
)
HARD_STATED: Final[Slot] = (
    "Si algo hace difícil esa llamada, aquí se puede contar.",
    "{Cuéntame|Contame|Cuénteme} qué {te} frena para llamar.",
    "Importa saber qué haría más fácil marcar ese número.",
)
"""Where the reply asks enough already."""
TRUSTED: Final[Slot] = (
    "También ayuda que hoy lo sepa {someone}.",
    "Y que {someone} esté al tanto hace esto menos solitario.",
    "{Piensa|Pensá|Piense} en {someone} a quien contárselo hoy.",
)
PROFESSIONAL: Final[Slot] = (
    "Un profesional de la salud también puede acompañar esto.",
    "Y vale la pena hablarlo con un profesional de salud mental.",
    "Pedir cita con un profesional de la salud es otro apoyo para lo que sigue.",
)
ASK_THEM: Final[Slot] = (
    "Lo mejor es preguntarle directamente si piensa en quitarse la vida: no da la idea, alivia.",
    "{Pregúntale|Preguntale|Pregúntele} sin rodeos si piensa en suicidarse, y {escucha|escuchá|escuche}.",
    "Preguntarle claro si piensa en matarse abre una puerta, no da la idea.",
)
CARE: Final[Slot] = (
    "¿Y {tú}, cómo {estás} con todo esto?",
    "¿Quién {te} acompaña a {ti} mientras tanto?",
    "{Tu} cansancio también cuenta: ¿cómo lo {llevas|llevás|lleva}?",
)
CARE_STATED: Final[Slot] = (
    "Y {tu} propio cansancio también cuenta.",
    "Cuidar de {ti} también es parte de esto.",
    "{Tú|Vos|Usted} también {mereces|merecés|merece} apoyo en esto.",
)
SAFE_STATED: Final[Slot] = (
    "Y lo primero es si {puedes} escribir sin peligro ahora.",
    "{Dime} si {estás} en un lugar seguro para escribir.",
    "Importa saber si {puedes} escribir con seguridad.",
)
