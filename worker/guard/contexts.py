"""What may stand before words of harm and turn them round: a denial, a doubt, what somebody else said."""

from __future__ import annotations

from typing import Final

from worker.guard.pattern import words

NOT: Final = r"(?:no|nunca|jamas|tampoco|ni|sin) (?:(?:te|me|se|le|lo|la|les|os) ){0,2}"
"""A denial right before."""

NOT_FAR: Final = r"(?:no|nunca|tampoco|ni|sin|nadie) (?:@[ ]){0,5}"
"""A denial before, with no comma between: "no te voy a pedir que me…"."""

UNTRUE: Final = (
    r"(?:no (?:es|sea|era) (?:verdad|cierto|asi)|no (?:creo|pienso|significa|quiere decir|implica|hace|"
    r"creas)|es (?:falso|mentira)|dudo|lejos de|en vez de|en lugar de|nada de|no porque) {w6}"
)
_BELIEVES: Final = (
    r"sientes|sentis|siente|sienta|sientas|sienten|sentir|sentirte|sentirse|sentias|sintiendo|sentiste|"
    r"sentido|crees|creas|cree|creen|creer|creerte|creias|creyendo|creido|piensas|pensas|piense|pienses|"
    r"pensar|pensando|pensaste|pensabas|pensamiento|pensamientos|idea|ideas|temes|temer|temor|miedo|dices|"
    r"decis|decir|decirte|decirse|dice|dicen|diga|digan|digas|dijo|dijiste|dijeron|diciendo|dicho|cuentas|"
    r"contas|contaste|cuenta usted|cuentes|mencionas|mencionaste|comentas|comentaste|escribes|escribis|"
    r"convencerte|convence|convencido|convencida|convencer|voz|voces|mente|mito|mitos|susurra|repite|"
    r"repites|repetis|repiten|eso de|imaginas|imaginar|parezca|parecerte|escuchar|escuchaste|oir|oiste|"
    r"oyes|llamarte|llaman|llamado|llamo|frases como|cosas como|aunque"
)
REPORTED: Final = rf"(?:{_BELIEVES}) {{w6}}"
"""What the person, somebody else or the illness thinks or says; not the model's own "creo que"."""

WHETHER: Final = (
    r"(?:si|cuando|cuanto|quien|quienes|alguien|persona|personas|gente|que|muchos|muchas) (?:(?:no|tambien|"
    r"ya|tu|vos|usted) )?"
)

HELP: Final = (
    r"(?:(?:de |con |por |en |desde )?(?:al?|un|una|la|el|tu|su|los|las|de|del|con|ningun|ninguna|algun|"
    r"alguna|mas|otro|otra|esa|ese|ayuda|linea|numero) ){0,4}(?:ayuda|psicolog\w*|psiquiatra\w*|"
    r"terapeuta\w*|terapia\w*|medic[oa]s?|doctor\w*|profesional\w*|especialista\w*|hospital\w*|urgencias|"
    r"emergencias?|guardia|clinica|ambulancia|policia|lineas?|024|016|911|112|linea|consulta|"
    r"centro de salud|tratamiento|salud mental|denuncia\w*|consejero|orientador\w*)"
)

NUMBER: Final = words(
    r"""
    \d+|dos|tres|cuatro|cinco|seis|siete|ocho|nueve|diez|doce|quince|veinte|treinta|cuarenta|cincuenta
    sesenta|ochenta|cien|doscient\w+|trescient\w+|quinient\w+|mil|un par de|unas|varias|muchas|varios|unos
    medio|media|bastantes|suficientes|un|una
    """
)
PILLS: Final = words(
    r"""
    pastill\w*|comprimid\w*|tableta\w*|capsula\w*|pildora\w*|blister\w*|cajas?|frascos?|grageas?|pepas|gotas
    ampolla\w*|dosis|mg|miligramos|gramos|ml|unidades|somnifer\w*
    """
)
DRUG: Final = words(
    r"""
    paracetamol|acetaminofen\w*|ibuprofeno|aspirina|clonazepam|rivotril|diazepam|valium|alprazolam|xanax
    lorazepam|orfidal|lexatin|bromazepam|zolpidem|trankimazin|tafil|insulina|sertralina|fluoxetina|prozac
    escitalopram|citalopram|paroxetina|venlafaxina|duloxetina|bupropion|mirtazapina|trazodona|amitriptilina
    quetiapina|olanzapina|risperidona|aripiprazol|haloperidol|litio|lamotrigina|valpro\w*|carbamazepina
    pregabalina|gabapentina|tramadol|morfina|fentanilo|metadona|melatonina|propranolol|metilfenidato
    ritalin\w*|benzodiacepina\w*|benzodiazepina\w*|barbituric\w*|antidepresiv\w*|ansiolitic\w*
    antipsicotic\w*|somnifer\w*|tranquilizante\w*|calmantes?|estabilizador\w*|opioide\w*|opiace\w*
    relajantes? muscular\w*
    """
)
MEDICINE: Final = (
    rf"(?:medicacion\w*|medicament\w*|medicina|medicinas|remedios?|farmacos?|pastill\w*|pildoras?|"
    rf"comprimidos?|"
    rf"dosis|tratamiento|{DRUG})"
)
DYING: Final = words(
    r"""
    la muerte|morir|morirte|morirse|el suicidio|suicidarte|suicidarse|quitarte la vida|quitarse la vida
    matarte|matarse|acabar con todo|terminar con todo|desaparecer|dejar este mundo|dejarlo todo
    acabar con tu vida|terminar con tu vida|no vivir|cortarte|cortarse|autolesionarte|autolesionarse
    hacerte dano|lastimarte|irte de este mundo|partir
    """
)
