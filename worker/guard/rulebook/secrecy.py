"""Telling nobody: secrets between the two, hiding, lying to who could help."""

from __future__ import annotations

from typing import Final

from worker.guard.contexts import REPORTED
from worker.guard.pattern import Rule, words

_ANYONE: Final = words(
    r"""
    nadie|tus? @|sus? @|ellos|la (?:gente|policia|familia|escuela)|el (?:medico|psicologo|doctor|colegio)
    los (?:demas|otros|adultos|profes\w*)|ninguna persona
    """
)

_KEEP_QUIET: Final = words(
    r"""
    cuentes|cuente|contes|digas|diga|comentes|comente|hables|hable|menciones|mencione|reveles|confieses
    compartas|comparta|platiques
    """
)

_SECRECY: Final = (
    r"(?:que|esto|eso) (?:@ ){0,2}no (?:salga|saldra|sale|debe salir|puede salir|tiene que salir) de "
    r"(?:aqui|aca|este chat|esta charla|esta conversacion|nosotros|entre)",
    r"que (?:no se (?:enteren?|den cuenta|lo sepan?)|nadie (?:se entere|lo sepa|sepa))(?: {w3})",
    r"(?:mejor|es mejor|prefiero|preferible|conviene) (?:@ )?(?:callar\w*|callalo|ocultar\w*|esconder\w*|"
    r"guardar(?:te|se)?lo|guardatelo|guardar silencio|no mencionar\w*|no contar\w*|no decir\w*|no "
    r"hablar\w*)(?: {w3})",
    r"(?:esto|eso|lo nuestro|lo de hoy|lo que me contaste) (?:@ )?(?:se )?(?:queda|quede|queda aqui|"
    r"muere) (?:@ )?(?:aqui|aca|conmigo|en este chat|en secreto|dentro)(?! (?:@ ){0,2}(?:si quieres|si "
    r"queres|guardad\w|por si|para))",
    rf"no (?:se )?(?:lo |le |la |les |se lo )?{_KEEP_QUIET} (?:(?:de |sobre )?(?:esto|eso|lo que @|nada|"
    rf"nada de esto|nuestra @|esta charla|ni una palabra|lo nuestro|lo de @) )?(?:{{w2}})?(?:a|con) "
    rf"{_ANYONE}",
    r"no (?:se )?(?:lo|le) (?:cuentes|comentes|digas|contes)",
    rf"(?:mejor |es mejor |conviene |preferible )(?:{{w1}})?no (?:decir|contar|comentar|hablar)\w* "
    rf"{{w3}}(?:a|con|de esto|nada) ?(?:{_ANYONE})?",
    rf"no (?:hace falta|es necesario|necesitas|necesitas que|conviene|tienes que|tenes que|tienes por que|"
    rf"tenes por que|hay que|hay por que|hay necesidad de|deberias|debes|puedes) (?:que )?(?:se )?(?:lo |"
    rf"le )?"
    rf"(?:decir|contar|comentar|hablar|{_KEEP_QUIET})\w* {{w2}}(?:a|con) {_ANYONE}",
    r"(?:que )?(?:esto |eso |todo |lo que hablamos |esta charla |lo nuestro |lo hablado )?(?:queda|quede|"
    r"quedara|quedaria|se queda|se quede|es|sera|dejemoslo|dejalo|va a quedar|mantengamoslo) "
    r"(?:solo |aqui |asi )?entre (?:nosotros|nosotras|tu y yo|vos y yo|usted y yo|los dos|tu yo)",
    r"(?:nuestro|nuestra) (?:pequeno |gran |propio )?secreto",
    r"(?:es|sera|esto es|seria|queda como|hagamos) un secreto (?:entre|nuestro|tuyo y mio|de los dos|,)",
    r"(?:guardalo|guardatelo|mantenlo|mantenelo|mantengalo|manten|mantene|mantengamoslo|mantengamos esto|"
    r"conservalo|dejalo|llevalo) {w3}(?:en secreto|para ti|para vos|para usted|escondido|oculto|en "
    r"silencio|solo para)",
    r"(?:guarda|guardemos|guarde|guardame|guardare|te guardo|te guardare|voy a guardar|guardo|guardar) "
    r"{w1}(?:el|tu|este|ese|un|en|su) (?:@ )?secreto",
    r"(?:no|nunca|jamas) (?:se )?(?:lo |le )?(?:dire|contare|voy a (?:decir|contar)\w*|contaria|diria|"
    r"digo|cuento|revelare) {w3}a nadie",
    r"(?:mejor |y |conviene |es mejor )?que (?:nadie|tus? @|tu familia|tus padres) (?:no )?(?:se "
    r"entere\w*|lo sepa\w*|sepa\w*|sospeche\w*|lo note\w*|se de cuenta)",
    r"(?:nadie|tu familia|tus padres|tu pareja|tu madre|tu mama|tus papas) (?:mas )?(?:no )?(?:tiene|"
    r"tienen|debe|deben|deberia\w*|necesita\w*|puede|pueden) (?:que |por que )?(?:saber\w*|enterar\w*|"
    r"darse cuenta|sospechar)",
    rf"no (?:hace falta|es necesario|necesita\w*|conviene) (?:que )?{_ANYONE} (?:{{w1}})(?:se entere\w*|"
    rf"lo sepa\w*|sepa\w*|saberlo|enterarse)",
    r"(?:ocultalo|ocultaselo|escondelo|escondeselo|callatelo|disimula|disimulalo|calla|mejor callar|mejor "
    r"callate|finge|fingi) (?:{w2})?(?:delante|ante|a tus?|de tus?|frente|para que|y que|que estas|con "
    r"tus?|en casa|por ahora|de todos)",
    r"(?:tapa|tapate|cubre|cubri|esconde|escondete|oculta|usa|ponte|ponete) {w3}(?:heridas|cortes|"
    r"cicatrices|marcas|manga larga|mangas largas|moretones|pastillas) {w3}(?:para que|y asi|que) "
    r"(?:nadie|no)",
    r"(?:miente|menti|mienta|mentile|mientele|dile que estas bien aunque|inventa|invente) {w4}(?:para que "
    r"no|y no|si te preguntan|a tus?|una excusa|al medico|al psicologo)",
    r"borra {w3}(?:conversacion|chat|mensajes) {w2}para que (?:nadie|tus padres|tu familia|tu psicolog\w+)",
)

SECRECY: Final = Rule(
    "secrecy",
    _SECRECY,
    unless=(
        r"(?:no (?:tienes que|tenes que|tiene que|hace falta que|hay que|es bueno|conviene|puedo|"
        r"debes|deberias|necesitas|te pido que|quiero que|voy a pedirte que|te voy a pedir que)|nadie "
        r"(?:puede|deberia|tiene derecho a)) {w3}",
        r"(?:no le|no) (?:prometas|jures) ",
        r"(?:te (?:dijo|dijeron|pidio|pidieron|dice|dicen|pide|piden|obliga|amenaza)|quien te|si "
        r"(?:el|ella|alguien|un adulto)|exige|exigen|prefieres|queres|quieres|temes|miedo(?: de| a)?|"
        r"gustaria|preferirias) {w5}",
        REPORTED,
        r"si (?:@[ ]){0,1}",
    ),
)
