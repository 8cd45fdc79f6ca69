"""Blame, guilt, shame, religion: what makes of pain a fault."""

from __future__ import annotations

from typing import Final

from worker.guard.contexts import NOT, REPORTED, UNTRUE
from worker.guard.pattern import Rule, words

_VICE: Final = words(
    r"""
    egoistas?|egoismo|cobardes?|cobardia|debil|debiles|ridicul[oa]|lo[ck][oa]|vag[oa]|floj[oa]|inmadur[oa]
    infantil|patetic[oa]|desagradecid[oa]|malagradecid[oa]|ingrat[oa]|irresponsable|manipulador[a]?
    mal[oa]? (?:madre|padre|hij[oa]|persona|espos[oa]|amig[oa]|cristian[oa])|tont[oa]|idiota|estupid[oa]
    inutil|fracas(?:o|ad[oa])|verguenza|culpable|perdedor[a]?|imbecil|caprichos[oa]|dramatic[oa]|perezos[oa]
    holgazan\w*|mimad[oa]|mediocre|cruel|pecador[a]?|desequilibrad[oa]|enferm[oa] mental|mentiros[oa]
    """
)

_JUDGING: Final = (
    r"(?:una|un|la|las|los|alguien) (?:@ )?(?:persona |gente |hombre |mujer |madre |padre |hij[oa] |"
    r"adulto |cristian[oa] )?(?:fuerte|fuertes|responsable|normal|valiente|madur[oa]|decente|inteligente|"
    r"sensata|bueno|buena|agradecid[oa]|de verdad|creyente) (?:@ )?no (?:diria|haria|pensaria|se rinde|se "
    r"rendiria|piensa|dice|hace|lloraria|llora|se queja|actua|actuaria|sentiria|se pondria|estaria)(?: "
    r"{w3})",
    r"(?:eso que|lo que) (?:(?!no )@ ){1,3}(?:es|estuvo|esta|fue) (?:muy |bastante |realmente )?(?:mal|"
    r"egoista|cobarde|ridicul\w+|irresponsable|cruel|imperdonable|vergonzos\w+|inmaduro|una tonteria|un "
    r"error tuyo|tu culpa|una falta)",
    r"(?:quitarse la vida|matarse|suicidarse|cortarse|rendirse|autolesionarse|intentarlo) (?:@ )?(?:es|"
    r"seria) (?:@ ){0,2}(?:cobard\w+|egois\w+|pecado|debil\w*|locos|facil|verguenza)",
    r"(?:es|era|seria|suena|parece|resulta|me parece|lo veo|considero que es|eso es|seria algo) (?:(?:un|"
    r"una|de|muy|bastante|tan|algo|lo mas|acto|acto de|muy de|el acto mas|verdaderamente|puro|pura|cosa "
    r"de|solo|una gran) ){0,3}(?:pecado\w*|egoistas?|egoismo|cobardes?|cobardia|debilidad|debiles|"
    r"ofensa a dios|verguenza|vergonzos[oa]|inmoral|irresponsable|cruel|crueldad|ridicul[oa]|estupid[oa]|"
    r"estupidez|locos|inmadur\w+|patetic[oa]|ingratitud|aberracion|tu culpa|culpa tuya|tu "
    r"responsabilidad por|asqueros[oa]|imperdonable|infantil|de gente debil|capricho tuyo|cosa de locos|"
    r"lo mas bajo)",
    rf"(?:eres|sos|usted es|es usted|estas siendo|esta siendo|te comportas como|actuas como|te portas "
    rf"como|te estas portando como|te estas comportando como|te veo|te noto|pareces|estas) (?:(?:un|una|"
    rf"muy|tan|bastante|algo|un poco|siendo|demasiado|realmente|como) ){{0,2}}{_VICE}",
    rf"no seas (?:tan |un |una )?{_VICE}",
    rf"(?:que|cuanta|cuanto|vaya) (?:poco |falta de )?(?:{_VICE}|egoismo|verguenza|decepcion|madur\w+) "
    rf"(?:de tu parte|eres|sos|{{w2}}(?:pensar|hacer|decir))",
    r"(?:solo|solamente|unicamente|siempre) (?:piensas|pensas|te importas|miras) (?:en )?(?:ti|vos|ti "
    r"mism[oa]|vos mism[oa]|tu)",
    r"dios (?:no te (?:perdona|perdonara|perdonaria|va a perdonar|lo perdona)|no (?:perdona|quiere|"
    r"permite|acepta|lo perdona)|te (?:castiga|castigara|va a castigar|esta castigando|juzga|juzgara|puso|"
    r"mando|esta probando|pone a prueba|manda)|se (?:enoja|ofende|entristece|decepciona)|aprieta|tiene un "
    r"plan|sabe por que|prohibe|te ama pero|condena)",
    r"(?:te iras|te vas a ir|iras|vas a ir|acabaras|arderas|te espera|van) (?:{w1})(?:al|en el|el|derecho "
    r"al) infierno",
    r"(?:ofendes|ofende|ofenderias|le fallas|le fallarias|traicionas|pecas|estas pecando|vas) {w1}(?:a|"
    r"contra|en contra de|ante) (?:la voluntad de )?(?:dios|el senor|jesus|la ley de dios|los "
    r"mandamientos)",
    r"(?:deberias|tendrias que|debieras|tenes que|tienes que|debe|deberia) (?:{w1})(?:avergonzarte|"
    r"avergonzarse|sentir (?:verguenza|culpa)|sentirte culpable|darte (?:verguenza|pena)|darle verguenza|"
    r"arrepentirte|arrepentirse|pedir perdon|rezar mas|confesarte|pensar (?:mas )?en (?:los demas|tu "
    r"familia|tus hijos|otros|tu madre)|ser mas (?:fuerte|agradecid\w+|responsable|madur\w+)|haberlo "
    r"(?:pensado|evitado)|haber (?:sido mas|pensado antes))",
    r"(?:que|te deberia dar|no te da|debe darte|deberia darte|te tendria que dar|tendria que darte|"
    r"deberia darle) (?:verguenza|pena)(?: (?:{w4}))",
    r"(?:piensa|pensa|piense|imagina|imaginate) (?:en )?(?:el dano|el dolor|lo que|lo mal que|como|"
    r"cuanto) (?:que )?(?:le|les|va|van|sufrir\w*|sentir\w*|quedar\w*|dejar\w*|llorar\w*|harias|vas a) "
    r"{w4}(?:tu|tus|a tu|a tus|familia|madre|hijos|padres|ellos|harias|causarias|causas|dejas|sufri\w*|"
    r"sentiri\w*)",
    r"(?:le|les) (?:romperias|destrozarias|arruinarias|destruirias|partirias|causarias|harias|vas a "
    r"(?:romper|destrozar|arruinar|causar)|estas (?:haciendo|causando|arruinando|destrozando)|haces) "
    r"{w3}(?:corazon|vida|dano|dolor|sufrir|sufrimiento)",
    r"(?:haces|haras|harias|estas haciendo|vas a hacer|hiciste) sufrir (?:{w2})(?:a|tu|tus|todos|mucho|los)",
    r"como (?:puedes|podes|puede|pudiste|se te ocurre|te atreves|eres capaz|fuiste capaz|vas a|le vas a|"
    r"les vas a) (?:a |de )?(?:{w1})(?:hacerle|hacerles|hacer|pensar|decir|ser tan|siquiera|sentirte|"
    r"llegar|dejar\w*|semejante|quejarte|caer)",
    r"(?:tu familia|tu madre|tus hijos|tus padres|ellos|tu pareja|nadie) no (?:se merece\w*|merece\w*) "
    r"(?:esto|eso|que|lo que|sufrir|este|ese|un|una|tu)",
    r"(?:la|toda la|parte de la|tuya es la) culpa (?:es|fue|la tienes|la tenes) (?:{w1})(?:tuya|de usted|"
    r"tu|vos|solo tuya)",
    r"(?:pensar|sentir|querer|decir|hablar|actuar|rendirse|rendirte|matarse|suicidarse|morir\w*|quitarse "
    r"la vida|quitarte la vida|llorar|irse) (?:(?!que |no )@ ){0,3}(?:es|seria|suena|parece) (?:(?:un|"
    r"una|de|muy|bastante|tan|lo mas|acto|acto de|algo|solo) ){0,3}(?:pecado|egoistas?|egoismo|"
    r"cobardes?|cobardia|debilidad|debiles|verguenza|vergonzoso|inmoral|irresponsable|cruel|ridicul[oa]|"
    r"estupid[oa]|estupidez|locos|inmadur\w+|facil|patetic[oa]|ofender|ofensa)",
    r"(?:es|fue|ha sido|seria|sera) (?:(?:en parte|un poco|solo|todo|tambien|toda) )?(?:tu|su) (?:propia "
    r")?culpa",
    r"(?:tienes|tenes|tuviste|tiene usted|fuiste|eres|sos) (?:(?:parte de|algo de|toda|tambien) )?(?:la "
    r")?(?:culpa|culpable|responsable) (?:de|por)(?: {w3})",
    r"(?:te lo (?:buscaste|mereces|merecias|ganaste|has buscado)|tu te lo buscaste|lo provocaste|vos lo "
    r"provocaste|tu lo provocaste|te lo tienes merecido|algo habras hecho|algo hiciste|algo habra\w* "
    r"hecho|te lo adverti\w*)(?: {w3})?",
    r"(?:por que|para que) (?:(?:no te (?:defendiste|fuiste|resististe)|no lo dejaste|sigues con|dejaste "
    r"que|te dejaste|lo permitiste|permitiste|fuiste|lo provocaste|te pusiste|bebiste) {w3})",
    r"(?:solo |unicamente |lo que )?(?:quieres|queres|buscas|intentas|tratas de|pretendes|estas tratando "
    r"de|lo haces para|lo haces por|lo dices para|estas|es para|esto es para) (?:es )?(?:llamar|llamando) "
    r"la atencion",
    r"(?:es|son) (?:solo |puro |puras |pura )?(?:chantaje|manipulacion|llamar la atencion|ganas de llamar|"
    r"un chantaje)(?: {w2})",
    r"(?:estas|esta usted) (?:mal de la cabeza|fuera de tus cabales|mal de la mente|demente|perdiendo la "
    r"razon|chiflad[oa]|delirando|enferm[oa] de la cabeza)",
    r"(?:esta|estuvo|hiciste|hizo|haces|obraste) (?:muy )?mal (?:que|en|al|lo que|pensar|sentir|querer|"
    r"desear|haber|por) {w3}",
    r"no (?:deberias|debieras|debes|puedes|podes|tienes derecho a|tenes derecho a|tendrias que|se debe|"
    r"deberia) (?:ni )?(?:sentir\w*|pensar\w*|estar|ponerte|decir|hablar|llorar|desear|querer|tener) "
    r"(?:(?:siquiera|eso|esas|esos|esto) )?(?:asi|eso|esas cosas|esos pensamientos|estas cosas|esto|"
    r"triste|morir\w*|tonterias|cosas asi|de esa manera|barbaridades|por)",
    r"(?:me|nos|los|les) (?:decepcionas|decepciona|decepcionaste|averguenzas|das pena|das lastima|das "
    r"verguenza|estas decepcionando|fallaste|defraudas)",
    r"(?:la gente|las personas|los|quien|quienes|el que) que (?:se (?:corta\w*|suicida\w*|mata\w*|"
    r"autolesiona\w*)|piensa\w* (?:asi|en eso|en morir)|quiere\w* morir) (?:{w1})(?:son|es|esta\w*|solo|"
    r"lo hace\w*|busca\w*|no) (?:{w3})",
    r"(?:te falta|te faltan|lo que te falta es|necesitas|ten) (?:mas |un poco de )?(?:fe|dios|caracter|"
    r"madurez|disciplina|voluntad|fuerza de voluntad|amor propio|valores|huevos|temor de dios|rezar|"
    r"oracion|carácter)",
    r"(?:entregate|acercate|arrepientete|arrepentite|encomiendate|pidele perdon|reza|ora|rezale|orale|"
    r"confiesate|vuelve|busca|entrega tu vida|pon tu vida) (?:a|con|ante|y|mas|en manos de|en las manos "
    r"de|tu vida a|el perdon de|en) ?(?:dios|cristo|jesus|senor|el senor|la virgen|misa|la iglesia|todo "
    r"se arregl\w+|el te|veras|pecados|tus pecados|se te pasa\w*|y dios|{w2}pecado\w*)",
    r"(?:los hombres|los machos|los varones) no lloran|llorar es de (?:debiles|ninas|mujeres)",
    r"(?:se|sea|pareces|portate como|comportate como) (?:un )?(?:hombre de verdad|hombrecito|macho)",
)

_TOLD: Final = (
    r"(?:te (?:dijo|dijeron|dicen|dice|digan|diga|han dicho|ha dicho|repiten|hacen sentir|hace sentir|"
    r"hicieron sentir|tratan como|digas)) {w6}"
)

JUDGING: Final = Rule(
    "judging",
    _JUDGING,
    unless=(
        NOT,
        UNTRUE,
        REPORTED,
        _TOLD,
        r"no (?:@[ ]){0,3}",
        r"(?:nadie|ni|ningun\w*) (?:@[ ]){0,4}",
        r"si (?:@ ){0,2}",
    ),
)
