"""Naming an illness as the person's."""

from __future__ import annotations

from typing import Final

from worker.guard.contexts import NOT_FAR
from worker.guard.pattern import Rule, words

_ILL: Final = words(
    r"""
    depresion|bipolar\w*|bipolaridad|ansiedad (?:generalizada|social|clinica|severa)|trastorno\w*|tlp|toc
    tag|esquizofreni\w+|limite de la personalidad|borderline|anorexi\w+|bulimi\w+|estres postraumatico|tept
    tdah|deficit de atencion|autis\w+|asperger|psicosis|psicotic[oa]|distimia|psicopat\w+|narcisis\w+
    histrionic\w+|paranoi\w+|esquizoid\w+|agorafobia|fobia social|hipocondri\w+|burnout|sindrome de @
    crisis (?:psicotica|maniaca|bipolar)|mania|hipomania|neuros\w+|neurotic\w+|codependen\w+|adiccion
    adict[oa]|alcoholic[oa]|ludopat\w+|apego \w+|enfermedad mental|cuadro (?:de|depresivo|ansioso|clinico)
    episodio (?:de|depresivo|maniaco|psicotico)|brote (?:psicotico|de)|ataques? de panico recurrentes
    ciclotim\w+|disociativ\w+
    """
)

_DIAGNOSIS: Final = (
    rf"(?:tienes|tenes|tiene usted|usted tiene|padeces|padece|sufres|sufris|sufre usted|presentas|"
    rf"presenta|atraviesas|desarrollaste|cursas|estas cursando|estas con|estas teniendo|estas sufriendo|"
    rf"estas desarrollando|estas en|esta en|estas atravesando|estas pasando por|has desarrollado|tuviste|"
    rf"muestras|vives con) (?:(?:un|una|de|una clara|claramente|sin duda|algo de|principio de|cuadro de|"
    rf"probablemente|seguramente|rasgos de|sintomas de|signos de|posiblemente|quiza|casi seguro|la|los|el|"
    rf"mucha|claros|clara|tipico|fuerte|gran|tipo de|forma de|inicio de|episodio de|ya) ){{0,4}}{_ILL}",
    rf"(?:(?:eso|esto|lo tuyo|lo que (?:tienes|tenes|te pasa|sientes|sentis|describes|describis|vives|"
    rf"cuentas|contas|tuviste|me cuentas)|tu (?:caso|cuadro|problema)|tus sintomas|todo eso|todo esto|"
    rf"estos sintomas|esos sintomas) )(?:(?:se|te|claramente|sin duda|seguramente|probablemente|no) "
    rf")?(?:es|son|se llama|suena a|parece|parecen|indica|indican|corresponde\w*|apunta\w*|coincide\w*|"
    rf"encaja\w*|tiene nombre|tiene pinta de|sugiere\w*|confirma\w*|se debe a|fue|sera|seria|demuestra\w*|"
    rf"huele a) (?:(?:a|un|una|de|con|claro|clara|claramente|sin duda|que|tienes|caso|el|la|los|cuadro|"
    rf"tipico|tipica|ser|por) ){{0,5}}{_ILL}",
    rf"(?:es|parece|suena a|hablamos de|estamos ante|se trata de|creo que es|diria que es|diria que "
    rf"tienes|creo que tienes|me parece que tienes|pienso que tienes|apostaria que tienes|seguro tienes) "
    rf"(?:(?:un|una|claro|clara|claramente|caso|tipico|tipica|cuadro|tu|de) ){{1,4}}{_ILL}",
    r"(?:es|parece|suena a) (?:depresion (?:mayor|clinica|severa|profunda|moderada|leve|cronica|posparto|"
    r"endogena|reactiva)|una depresion|una clara depresion|tipico de la depresion|bipolaridad|un "
    r"trastorno|ansiedad generalizada|esquizofrenia|psicosis)",
    r"(?:eres|sos|usted es|es usted|te has vuelto|te volviste|seguro eres|seguro sos) (?:(?:una|un|"
    r"persona|clinicamente|claramente|un poco|algo|probablemente|alguien|muy|con) ){0,3}(?:bipolar|"
    r"depresiv[oa]|borderline|esquizofrenic[oa]|autista|narcisista|psicotic[oa]|anorexic[oa]|bulimic[oa]|"
    r"neurotic[oa]|psicopata|sociopata|paranoic[oa]|obsesiv[oa] compulsiv[oa]|maniac[oa]|histeric[oa]|"
    r"esquizoide|codependiente|alcoholic[oa]|adict[oa]|drogadict[oa]|tdah|hipocondriac[oa]|enferm[oa] "
    r"mental|ciclotimic[oa])",
    r"(?:estas|esta usted|te veo|te noto) (?:(?:clinicamente|severamente|gravemente|claramente|muy|"
    r"profundamente|realmente|sin duda) )?(?:deprimid[oa]|psicotic[oa]|maniac[oa]|enferm[oa] (?:de|"
    r"mental)|traumatizad[oa]|disociad[oa]|en plena mania)",
    r"(?:tus|los|estos|esos) (?:sintomas|signos) (?:@ ){0,2}(?:son (?:de|claros|tipicos|compatibles|"
    r"propios)|indican|corresponden|coinciden|encajan|apuntan|demuestran|confirman|sugieren|cuadran)",
    r"(?:(?:mi|el|tu|un|segun mi|ese) diagnostico) (?:@ )?(?:es|seria|sera|probable|apunta|mas probable|"
    r"claro|presuntivo|de)(?: {w3})",
    r"(?:te (?:diagnostico|diagnostique|puedo diagnosticar|voy a diagnosticar)|puedo diagnosticarte|voy a "
    r"diagnosticarte)",
    r"(?:cumples|cumplis|reunes|cumple) (?:con )?(?:todos |varios |con todos |con )?(?:los )?(?:criterios|"
    r"requisitos|sintomas)",
    rf"(?:tu|su|tus) (?:novi[oa]|pareja|marido|espos[oa]|mujer|ex|jef[ea]|madre|padre|mama|papa|"
    rf"herman[oa]|hij[oa]|amig[oa]|suegra) (?:@ ){{0,1}}(?:es|tiene|padece|sufre|debe ser|debe tener|"
    rf"seguro es|seguro tiene|esta|parece) (?:(?:un|una|claramente|de|muy|probablemente) "
    rf"){{0,2}}(?:{_ILL}|esquizofrenic[oa]|depresiv[oa]|psicopata|sociopata|deprimid[oa]|borderline|"
    rf"maltratador\w* patologic\w+)",
    rf"(?:con|por|debido a|a causa de|producto de) (?:tu|su|esa|esta) (?:{_ILL}) ",
    r"tu (?:depresion (?:mayor|clinica|severa|leve|moderada|es|se|viene)|trastorno|bipolaridad|"
    r"esquizofrenia|psicosis|cuadro depresivo)(?: {w2})",
)

DIAGNOSIS: Final = Rule(
    "diagnosis",
    _DIAGNOSIS,
    unless=(
        NOT_FAR,
        r"(?:si|cuando|que te dijeron que|cuentas que|dices que|contas que|decis que|dijo que|dijeron "
        r"que|diagnosticaron|contaste que|comentas que|mencionas que|mencionaste que|dijiste que|"
        r"crees que|piensas que|saber|sabiendo|sospechas que|pensar que|temes que|vivir con|mucha "
        r"gente que|quien|quienes|personas que|gente que|escribes que|escribiste que|sabes que|aunque|"
        r"alguna vez|han dicho|dicho alguna vez que|decirte|decir|explicar|entender|si lo que|te han "
        r"dicho que|dicho que) {w6}",
        r"¿(?:@ ){0,3}",
    ),
)
