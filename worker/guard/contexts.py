"""What may stand before words of harm and turn them round: a denial, a doubt, what somebody else said."""

from __future__ import annotations

from typing import Final

NOT: Final = r"(?:no|nunca|jamas|tampoco|ni|sin) (?:(?:te|me|se|le|lo|la|les|os) ){0,2}"
"""A denial right before."""

NOT_FAR: Final = r"(?:no|nunca|tampoco|ni|sin|nadie) (?:@[ ]){0,5}"
"""A denial before, with no comma between: "no te voy a pedir que me…"."""

UNTRUE: Final = (
    r"(?:no (?:es|sea|era) (?:verdad|cierto|asi)|no (?:creo|pienso|significa|quiere decir|implica|hace|"
    r"creas)|"
    r"es (?:falso|mentira)|dudo|lejos de|en vez de|en lugar de|nada de|no porque) {w6}"
)
_BELIEVES: Final = (
    r"sientes|sentis|siente|sienta|sientas|sienten|sentir|sentirte|sentirse|sentias|sintiendo|sentiste|"
    r"sentido|"
    r"crees|creas|cree|creen|creer|creerte|creias|creyendo|creido|piensas|pensas|piense|pienses|"
    r"pensar|pensando|pensaste|pensabas|pensamiento|pensamientos|idea|ideas|temes|temer|temor|miedo|"
    r"dices|decis|decir|decirte|decirse|dice|dicen|diga|digan|digas|dijo|dijiste|dijeron|diciendo|dicho|"
    r"cuentas|"
    r"contas|contaste|cuenta usted|cuentes|mencionas|mencionaste|comentas|comentaste|escribes|escribis|"
    r"convencerte|convence|convencido|convencida|convencer|voz|voces|mente|"
    r"mito|mitos|susurra|repite|repites|repetis|repiten|eso de|imaginas|imaginar|parezca|parecerte|"
    r"escuchar|escuchaste|oir|oiste|oyes|llamarte|llaman|llamado|llamo|frases como|cosas como|aunque"
)
REPORTED: Final = rf"(?:{_BELIEVES}) {{w6}}"
"""What the person, somebody else or the illness thinks or says. The model's own "creo que" is not among these."""

WHETHER: Final = r"(?:si|cuando|cuanto|quien|quienes|alguien|persona|personas|gente|que|muchos|muchas) (?:(?:no|tambien|ya|tu|vos|usted) )?"

HELP: Final = (
    r"(?:(?:de |con |por |en |desde )?(?:al?|un|una|la|el|tu|su|los|las|de|del|con|ningun|ninguna|algun|"
    r"alguna|mas|"
    r"otro|otra|esa|ese|ayuda|linea|numero) ){0,4}"
    r"(?:ayuda|psicolog\w*|psiquiatra\w*|terapeuta\w*|terapia\w*|medic[oa]s?|doctor\w*|profesional\w*|"
    r"especialista\w*|hospital\w*|urgencias|emergencias?|guardia|clinica|ambulancia|policia|lineas?|024|"
    r"016|911|"
    r"112|linea|consulta|centro de salud|tratamiento|salud mental|denuncia\w*|consejero|orientador\w*)"
)

NUMBER: Final = (
    r"(?:\d+|dos|tres|cuatro|cinco|seis|siete|ocho|nueve|diez|doce|quince|veinte|treinta|cuarenta|cincuenta|"
    r"sesenta|ochenta|cien|doscient\w+|trescient\w+|quinient\w+|mil|un par de|unas|varias|muchas|varios|"
    r"unos|medio|media|bastantes|suficientes|un|una)"
)
PILLS: Final = (
    r"(?:pastill\w*|comprimid\w*|tableta\w*|capsula\w*|pildora\w*|blister\w*|cajas?|frascos?|grageas?|pepas|"
    r"gotas|ampolla\w*|dosis|mg|miligramos|gramos|ml|unidades|somnifer\w*)"
)
DRUG: Final = (
    r"(?:paracetamol|acetaminofen\w*|ibuprofeno|aspirina|clonazepam|rivotril|diazepam|valium|alprazolam|"
    r"xanax|"
    r"lorazepam|orfidal|lexatin|bromazepam|zolpidem|trankimazin|tafil|insulina|sertralina|fluoxetina|prozac|"
    r"escitalopram|citalopram|paroxetina|venlafaxina|duloxetina|bupropion|mirtazapina|trazodona|"
    r"amitriptilina|"
    r"quetiapina|olanzapina|risperidona|aripiprazol|haloperidol|litio|lamotrigina|valpro\w*|carbamazepina|"
    r"pregabalina|gabapentina|tramadol|morfina|fentanilo|metadona|melatonina|propranolol|metilfenidato|"
    r"ritalin\w*|"
    r"benzodiacepina\w*|benzodiazepina\w*|barbituric\w*|antidepresiv\w*|ansiolitic\w*|antipsicotic\w*|"
    r"somnifer\w*|tranquilizante\w*|calmantes?|estabilizador\w*|opioide\w*|opiace\w*|relajantes? muscular\w*)"
)
MEDICINE: Final = (
    rf"(?:medicacion\w*|medicament\w*|medicina|medicinas|remedios?|farmacos?|pastill\w*|pildoras?|"
    rf"comprimidos?|"
    rf"dosis|tratamiento|{DRUG})"
)
DYING: Final = (
    r"(?:la muerte|morir|morirte|morirse|el suicidio|suicidarte|suicidarse|quitarte la vida|quitarse la vida|"
    r"matarte|matarse|acabar con todo|terminar con todo|desaparecer|dejar este mundo|dejarlo todo|"
    r"acabar con tu vida|terminar con tu vida|no vivir|cortarte|cortarse|autolesionarte|autolesionarse|"
    r"hacerte dano|lastimarte|irte de este mundo|partir)"
)
