"""Promised outcomes: nobody knows that it will pass."""

from __future__ import annotations

from typing import Final

from worker.guard.contexts import NOT, UNTRUE
from worker.guard.pattern import Rule, words

_OUTCOME: Final = words(
    r"""
    todo|vas|va|te vas|te va|esto|eso|manana|saldr\w+|estar\w+|superar\w+|mejor\w*|nunca|nadie te|no te va
    no (?:te )?(?:pasara|volver\w+)|volver\w+|lo (?:vas|lograr\w+|superar\w+)|tu (?:dolor|vida|familia)
    el dolor|las cosas|pronto|podras|seras|te sentiras|te curaras|dejaras|dejara|un dia
    la (?:linea|terapia|vida|ayuda)|siempre|funcionara|te ayudara\w*|te (?:recuperar|sent|cur)\w+
    """
)

_PROMISE: Final = (
    r"(?:veras|vas a ver|ya veras|ya vas a ver|te daras cuenta de|confia|confia en|creeme|tranquil[oa]|te "
    r"digo|tengo la certeza de|estoy segur[oa] de) (?:@ )?(?:que )?(?:todo|como todo|las cosas|manana|"
    r"pronto|se|vas|esto|te) (?:@ ){0,2}(?:soluciona\w*|arregla\w*|mejor\w*|bien|pasa\w*|resuelve\w*|"
    r"salir|superar\w*|sentiras|acomoda\w*|recuper\w*)(?: {w2})",
    r"(?:el dolor|la tristeza|esto|la angustia|el sufrimiento) (?:@ )?se (?:va|ira|acaba|termina|pasa|"
    r"quita|cura|marchara|acabara) (?:pronto|solo|rapido|con el tiempo|manana|seguro|para siempre|,|y)(?: "
    r"{w2})",
    r"todo se (?:soluciona|arregla|resuelve|supera|cura|pasa|acomoda|solucionara|va a solucionar|termina "
    r"arreglando)(?: {w3})",
    r"(?:te|le|se|os|les) (?:lo )?(?:prometo|juro|garantizo|doy mi palabra|prometemos|firmo)(?: {w6})",
    r"(?:lo |yo |yo te |y )?(?:prometo|prometido|palabra de honor|tienes mi palabra|tenes mi palabra|te "
    r"doy mi palabra|es una promesa|garantizad[oa]|esta garantizad[oa])(?: {w3})",
    rf"(?:te|le) (?:lo )?(?:aseguro|puedo asegurar|puedo garantizar|puedo prometer|apuesto|certifico|doy "
    rf"por seguro)(?: (?:@ )?que)? {_OUTCOME}",
    r"(?:puedo|voy a|quiero) (?:prometerte|garantizarte|asegurarte|jurarte)(?: {w4})",
    r"todo (?:(?:esto|se|te|lo|lo demas|al final|tarde o temprano|seguro|seguramente|pronto|ya) "
    r"){0,2}(?:va a|ira a|van a|saldra|estara|ira|mejorara|pasara|volvera|terminara bien|acabara bien|"
    r"terminara|acabara|arreglara|solucionara|resolvera|tiene solucion|tendra solucion|quedara)(?: (?:@ "
    r"){0,2}(?:bien|mejor\w*|arregl\w*|solucion\w*|resolver\w*|normalidad|pasar|genial|perfecto|de "
    r"maravilla|en orden|atras|ok))?(?! (?:igual|mal|lo que|por la cabeza|por tu))",
    r"(?:esto|eso|el dolor|tu dolor|este dolor|ese dolor|esta tormenta|la tormenta|la tristeza|tu "
    r"tristeza|el sufrimiento|lo malo|la angustia|la oscuridad|el vacio|este momento|ese vacio) "
    r"(?:(?:tambien|se|te|ya|pronto|seguro|seguramente|sin duda) ){0,2}(?:pasara|va a pasar|pasará|"
    r"terminara|va a terminar|desaparecera|va a desaparecer|se ira|ira|va a ir|acabara|va a acabar|se "
    r"acabara|se va a ir|sanara|va a sanar|va a mejorar|mejorara)",
    r"(?:vas a|va a|vais a|podras) (?:(?:poder|seguro|volver a) )?(?:estar (?:bien|mejor|perfect\w+|feliz|"
    r"a salvo)|salir (?:de (?:esta|esto|eso|ahi)|adelante)|superar(?:lo|la)?(?: (?:esto|eso|todo))?|"
    r"curarte|recuperarte|sanar|sentirte (?:mejor|bien)|ser (?:feliz|muy feliz)|lograrlo|conseguirlo|"
    r"vencer\w*|mejorar|dejar de sufrir|ganar esta|estar como nuev[oa]|reirte de esto)",
    r"(?:estaras|te sentiras|seras|saldras|te recuperaras|te curaras|sanaras|mejoraras|lo superaras|"
    r"superaras|lo lograras|lo conseguiras|volveras a (?:ser|sonreir|estar|sentir|disfrutar|vivir|reir)|"
    r"dejaras de sufrir|encontraras (?:el amor|a alguien|la felicidad|la salida)|venceras) ?(?:(?:muy |"
    r"mucho )?(?:bien|mejor|feliz|adelante|de (?:esta|esto)|pronto|seguro|esto|ya|sin duda|{w2}))",
    r"(?:lo|la) (?:vas a|va a) (?:superar|lograr|conseguir|vencer|olvidar|dejar atras)",
    r"te (?:vas|va) a (?:curar|recuperar|sentir (?:mucho |muy )?(?:mejor|bien)|sanar|salvar|mejorar|"
    r"olvidar|reir de)",
    r"(?:manana|en unos dias|en una semana|pronto|en poco tiempo|muy pronto|dentro de poco) (?:@ "
    r")?(?:(?:todo|ya|te|las cosas|lo|sera|va a ser|vas a|seras|el sol|estaras|sentiras|veras) ){1,3}(?:@ "
    r"){0,2}(?:mejor\w*|bien|otro dia|distint\w+|diferente|feliz|sol|nuevo|sentiras|superad\w+|pasado|mas "
    r"(?:clar\w+|facil))",
    r"(?:seguro|seguramente|sin duda|con seguridad|de seguro|fijo) (?:que )?(?:(?:todo|te|se|manana|las "
    r"cosas|lo|vas|pronto|ya|sales|saldras|estaras|tu @|mejora\w*) ){1,2}(?:@ ){0,3}(?:mejor\w*|bien|"
    r"arregl\w+|solucion\w+|recuper\w+|feliz|adelante|superas|superaras|perdona\w*|vuelv\w+|cur\w+|"
    r"pasa\w*|de esta)",
    r"no te (?:va a pasar|pasara|va a ocurrir|ocurrira) nada(?: {w2})",
    r"(?:nunca|jamas) (?:mas )?(?:(?:vas a|volveras a|te volvera a|vas a volver a|te va a) )(?:@ "
    r")?(?:sufrir|sentir\w*|pasar|estar|llorar|doler|sol[oa])",
    r"(?:nunca|jamas) te (?:dejare|abandonare|voy a dejar|voy a abandonar|voy a fallar|fallare|dejo "
    r"sol[oa] nunca)(?: {w2})",
    r"(?:siempre|las veinticuatro horas|toda la vida) (?:estare|voy a estar|estaremos|me tendras|voy a "
    r"acompanarte|te acompanare)(?: {w2})",
    r"(?:la terapia|el psicologo|la linea|el tratamiento|la medicacion|esto|esta respiracion|este "
    r"ejercicio|hablar|llamar) (?:te )?(?:va a curar|curara|te va a quitar|quitara|va a quitar|va a "
    r"solucionar|solucionara|va a salvar|salvara|resolvera|va a resolver|eliminara|va a eliminar|hara "
    r"desaparecer)(?:te)?(?: {w3})",
    r"(?:el|ella|tu (?:ex|pareja|novi[oa]|marido|espos[oa]|mujer|hij[oa]|familia)) (?:(?:va a|seguro que|"
    r"seguro) )?(?:volvera|regresara|volver contigo|regresar|te perdonara|va a cambiar|cambiara|te va a "
    r"perdonar)(?: {w2})",
    r"(?:las cosas|tu vida|la vida|tu situacion|tu suerte) (?:te )?(?:(?:seguro|pronto|sin duda) )?(?:van "
    r"a|va a|mejoraran|mejorara|cambiaran|cambiara|saldran|saldra|se arreglaran|se van a|se va a|te "
    r"sonreira) ?(?:mejorar|cambiar|salir bien|estar bien|estar mejor|arreglar\w*|ir bien|ir mejor|ser "
    r"mejor\w*|acomodar\w*|bien|pronto|{w1})",
    r"(?:tiene|tendra) (?:que )?(?:un )?final feliz",
    r"(?:cien|100) (?:por ciento|por cien)? ?(?:segur[oa]|garantizad[oa])",
)

_WISH: Final = (
    r"(?:ojala|espero|quisiera|deseo|confio en|cuando|si|a veces|tal vez|quiza|quizas|puede ser|puede|"
    r"creer|ver|pensar|sientes|sentir|para|aunque|crees|dudas de|decirte|digan|dicen|dijeron|saber|no se|"
    r"no sabemos|imaginar|parece|como si|pueda) (?:que |si |a |de )?(?:@ ){0,3}"
)

PROMISE: Final = Rule(
    "promise",
    _PROMISE,
    unless=(
        NOT,
        UNTRUE,
        _WISH,
        r"(?:no|nunca|tampoco|nadie|ni) (?:(?:te|le|se|lo) )?(?:puedo|puede|podemos|voy a|quiero|se|"
        r"sabemos|podria|pretendo|prometo|hay|tengo|existe|digo|dire|necesitas|tienes que|hace falta) "
        r"(?:@[ ]){0,7}",
        r"(?:quien|nadie|no|ni) (?:@[ ]){0,1}",
    ),
)
