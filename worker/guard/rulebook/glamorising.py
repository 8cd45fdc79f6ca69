"""Praise of death: as peace, as courage, as a right, as what others will remember."""

from __future__ import annotations

from typing import Final

from worker.guard.contexts import DYING, NOT_FAR, REPORTED, UNTRUE
from worker.guard.pattern import Rule, words

_GLORY: Final = words(
    r"""
    valiente\w*|valid[oa]|respetable|dign[oa]|hermos[oa]|bell[oa]|honros[oa]|legitim[oa]|logic[oa]|razonable
    heroic[oa]|poetic[oa]|romantic[oa]|dulce|libertad|liberacion|liberador\w*|descanso|paz|alivio|solucion
    salida|noble|comprensible|buena idea|lo mejor|mejor opcion|mejor decision|un acto de amor|coraje
    valentia|un regalo|bonit[oa]|lo mas sensato|admirable|tu derecho|buena opcion|un viaje|volver a casa
    tranquilidad
    """
)

_GLAMORISING: Final = (
    r"(?:descansar|dormir|irse|irte|desaparecer|cerrar los ojos|dejarse ir) (?:para siempre|por siempre|"
    r"eternamente) (?:@ )?(?:es|suena|seria|puede ser|parece|trae|da)(?: {w3})",
    rf"(?:irte|irse|partir|descansar para siempre|marcharte|desaparecer) (?:seria|es|puede ser|podria "
    rf"ser) (?:(?!no )@ ){{0,2}}{_GLORY}",
    r"(?:las|tus) (?:cicatrices|marcas|heridas) (?:de los cortes )?(?:son|se ven|tambien son) (?:@ "
    r")?(?:hermos\w+|bell\w+|bonit\w+|arte|medallas|poesia)",
    r"(?:un\w* )?(?:salida|puerta|final|forma de irse|manera de irse|forma de irte) (?:mas |muy "
    r")?(?:valiente|dign[oa]|hermos[oa]|honros[oa]|"
    r"bell[oa]|elegante|heroic[oa]|poetic[oa]|facil|rapida|romantic[oa]|noble)",
    rf"{DYING} (?:(?!no )@ ){{0,2}}(?:es|seria|puede ser|podria ser|tambien es|parece|suena|trae|da|te "
    rf"dara|te daria|te traera) (?:(?!no )@ ){{0,4}}{_GLORY}",
    rf"{DYING} (?:(?!no )@ )?(?:te )?(?:libera\w*|alivia\w*|calma\w*|ayuda\w*|relaja\w*|quita\w* el dolor|"
    rf"tranquiliza\w*|traera paz|dara paz)(?! (?:@ ){{0,2}}(?:un rato|un momento|un instante|y despues|"
    rf"pero|por un))",
    rf"(?:es|seria|me parece) (?:{{w1}}{_GLORY}) {{w2}}(?:querer |elegir |decidir |desear )?{DYING}",
    r"(?:hay|tiene|existe) (?:cierta |algo |mucha |algo de )?(?:bell[oe]za|poesia|nobleza|dignidad|"
    r"valentia|romantic\w+) {w1}en (?:\w+ )?"
    r"(?:la muerte|morir|el suicidio|suicid\w+|los cortes|matar\w+|quitarse la vida|las cicatrices|irse)",
    r"(?:por fin |al fin |asi )?(?:descansaras|descansarias|vas a descansar|podras descansar|vas a poder "
    r"descansar|estaras|estarias|"
    r"vas a estar|encontraras|encontrarias|tendras|tendrias|hallaras) {w2}(?:en paz|para siempre|por fin|"
    r"la paz|paz (?:eterna|por fin|alla)|"
    r"eternamente|el descanso)",
    r"(?:todo|el dolor|el sufrimiento|tu dolor) (?:se )?(?:acabaria|terminaria|terminara|acabara|acaba) "
    r"(?:{w4})(?:muer\w+|suicid\w+|para siempre|mat\w+)",
    r"(?:te reuniras|te reencontraras|te vas a reunir|volveras a (?:ver|estar|abrazar)|vas a (?:ver|estar|"
    r"reunirte|encontrarte)|estaras|podras estar|estarias)"
    r" (?:@ ){0,4}(?:en el cielo|alla arriba|en el mas alla|del otro lado|en la otra vida)",
    r"(?:en un|a un) lugar mejor",
    r"(?:todos |ellos |siempre |la gente )?(?:te|los) (?:recordaran|recordarian|van a recordar|admirarian|"
    r"admiraran|lloraran|valoraran) (?:por siempre|para siempre|"
    r"como|cuando (?:ya )?(?:no estes|mueras|faltes)|siempre|con (?:admiracion|orgullo|amor))",
    r"(?:asi|entonces|solo asi|cuando mueras|cuando ya no estes) {w2}(?:todos|ellos|te|se) "
    r"{w2}(?:valoraran|valorarian|arrepentiran|arrepentirian|daran cuenta|darian cuenta|recordaran)",
    r"(?:respeto|apoyo|comprendo y respeto|acepto|admiro) {w1}(?:tu|su) (?:decision|eleccion|valentia) "
    r"(?:{w3})"
    rf"(?:de {DYING}|de irte|de no seguir|de dejar|de partir|de terminar|al querer|para {DYING})",
    rf"(?:estas en|tienes|tenes|es) (?:todo )?(?:tu|el|en tu|su)? ?derecho (?:de|a) {DYING}",
    rf"(?:si )?(?:quieres|queres|decides|decidis|deseas) {DYING} {{w2}}(?:hazlo|hacelo|adelante|es tu "
    rf"decision|te entiendo y te apoyo|te apoyo|esta bien|lo respeto)",
    rf"(?:deberias|tendrias que|mejor seria|lo mejor (?:es|seria)|tal vez (?:debas|deberias)|quiza\w* "
    rf"(?:debas|deberias)|adelante con|anda y) {DYING}",
    r"(?:los|tus) cortes {w2}(?:son|se ven) {w2}(?:hermos\w+|arte|bell\w+|bonit\w+|liberador\w+|tu historia)",
    r"(?:fue|era|es) (?:un |una |muy |todo un )?(?:valiente|heroe|heroina|leyenda) {w2}(?:al|por) "
    r"(?:suicid\w+|quitarse|matarse|morir|irse)",
    r"(?:hay que|se necesita|requiere|hace falta) {w2}(?:valor|valentia|coraje|mucho valor|huevos|ser "
    r"valiente) {w1}para (?:morir|suicid\w+|matar\w+|quitarse|irse|hacerlo|cortar\w+)",
)

GLAMORISING: Final = Rule(
    "glamorising",
    _GLAMORISING,
    unless=(
        NOT_FAR,
        UNTRUE,
        REPORTED,
        r"(?:ayuda|contarlo|hablar|hablarlo|apoyo|pedirla|decirlo|confiar|hablar de) (?:es|de|seria|"
        r"fue|puede ser) (?:@ ){0,2}",
    ),
)
