"""Ending the talk while risk is up."""

from __future__ import annotations

from typing import Final

from worker.guard.pattern import Rule, When, words

_BYE: Final = words(
    r"""
    adios|chau|chao|bye|hasta (?:luego|pronto|manana|siempre|la (?:proxima|vista)|otra|entonces|nunca)
    nos vemos|buenas noches|que descanses|que descanse|que te vaya bien|que estes bien|que te mejores|suerte
    buena suerte|mucha suerte|un saludo|saludos|hablamos(?: luego| pronto| despues| otro dia)?
    que te recuperes|feliz (?:noche|dia)|buen dia|abrazos y adios|te deseo (?:suerte|lo mejor|mucha suerte)
    fin de la (?:conversacion|charla)|me despido
    """
)

_ENDS_TALK: Final = (
    r"(?:te|los|le) dejo(?! (?:el|la|los|las|un|una|unos|este|esta|estos|estas|aqui (?:el|la|los|las|un|"
    r"una)|algunos?|algunas|por aqui|saber|algo|con (?:una|el|la) (?:pregunta|idea|numero|linea)|abierta|"
    r"espacio|claro|escrito|escrita|dos|tres|anotad\w+|esto|tiempo|elegir|a mano)\b)(?: (?:@ ){0,3})",
    rf"(?<=[.?¿,][ ¿]{{0,2}}){_BYE}(?: (?:y|,|cuidate|mucho|amig[oa]|querid[oa]|por ahora|entonces|@) "
    rf"?){{0,4}}[ ,]*(?=[.])",
    rf"{_BYE} (?:y )?(?:cuidate|cuidese|suerte|que|te deseo|por ahora)(?: {{w3}})",
    r"(?:cuidate|cuidese|cuidate mucho|animo|abrazo) (?:y )?(?:mucho )?(?:adios|chau|chao|hasta (?:luego|"
    r"pronto|manana|la)|nos vemos|bye|que descanses|suerte|hablamos|que te mejores)(?: {w2})",
    r"que (?:tengas|pases|tenga|pase|tengan) (?:un |una |muy )?(?:@ )?(?:buen[a]?|lind[oa]|feliz|"
    r"bonit[oa]|bell[oa]|excelente|gran) (?:@ )?(?:noche|dia|tarde|semana|descanso|vida)",
    r"no (?:puedo|podemos|quiero|voy a|debo) (?:ya |mas )?(?:seguir|continuar|mantener|proseguir) "
    r"(?:hablando|conversando|escribiendo|con (?:esta|la|este)|esta (?:conversacion|charla)|escuchando\w*|"
    r"respondiendo|contestando|la conversacion|platicando|chateando|aqui|contigo)(?: {w3})",
    r"(?:terminemos|terminamos|termino|finalizo|finalizamos|finalizar|doy por (?:terminada|finalizada|"
    r"cerrada)|cierro|cerramos|cerremos|acabemos|acabamos|concluyo|concluimos|dejemos|dejamos|dejare|"
    r"cortemos|corto|cortamos|pausamos|debo (?:terminar|cerrar|finalizar|dejar)|voy a (?:terminar|cerrar|"
    r"finalizar|dejar|cortar|desconectar\w*)|tengo que (?:terminar|cerrar|dejar|cortar|desconectar\w*)|"
    r"hay que (?:terminar|cerrar)|vamos a (?:terminar|cerrar|dejar\w*|finalizar)|es hora de (?:terminar|"
    r"cerrar|despedir\w*)) (?:(?:aqui|ya|hoy|esta|la|este|el|nuestra|con|por hoy|de hablar|las cosas|lo|"
    r"y) ){0,3}(?:aqui|conversacion|charla|chat|sesion|hoy|ahora|platica|por aqui|dialogo|hablar|esto|ahi)",
    r"(?:esta|la|nuestra|este) (?:conversacion|charla|sesion|chat|platica|dialogo|consulta) (?:@ )?(?:ha "
    r"terminado|termina|se termina|termino|llego a su fin|ha llegado|se cierra|queda (?:cerrad|terminad|"
    r"finalizad)\w*|finaliza|ha finalizado|ha concluido|concluye|se acaba|se acabo|acaba|sera cerrad\w+|"
    r"debe terminar|tiene que terminar|no puede continuar|no puede seguir|esta cerrad\w+)(?: {w2})",
    r"(?:hablamos|hablaremos|seguimos|seguiremos|continuamos|continuaremos|retomamos|conversamos|"
    r"platicamos|nos hablamos|lo hablamos|lo vemos|charlamos|sigamos|hablemos|continuemos) (?:@ "
    r")?(?:manana|otro dia|luego|en otro momento|mas tarde|despues|la proxima|otra vez|la semana|cuando "
    r"(?:estes|te sientas|te calmes|puedas|se te))(?: {w3})",
    r"me (?:tengo que ir|voy(?: (?:ya|ahora|por ahora|a (?:ir|dormir|desconectar\w*|despedir\w*)))?|"
    r"despido|debo ir|retiro|desconecto|voy despidiendo|necesitan en otro|esperan otros?)(?: {w2})?(?=[ "
    r",]*[.]|[ ,])",
    r"(?:tengo que|debo|necesito) (?:irme|retirarme|desconectarme|despedirme|atender (?:a )?otr\w+|"
    r"dejarte)(?: {w2})",
    r"(?:ya )?no (?:voy a|puedo|te voy a) (?:mas |ya )?(?:responder|contestar|leer|atender)\w* (?:mas|"
    r"otro|ningun|ya|hoy)(?: {w3})",
    r"(?:no me (?:escribas|hables|busques|contactes|escriba)|deja de (?:escribir|escribirme|hablarme|"
    r"contactarme)|no vuelvas a (?:escribir|escribirme|hablarme)|no escribas mas)(?: {w2})",
    r"(?:vuelve|volve|vuelva|regresa|escribeme|escribime|hablame|regrese|buscame) (?:@ )?(?:a (?:escribir|"
    r"hablar)(?:me)? )?(?:manana|otro dia|luego|mas tarde|despues|cuando (?:estes (?:mejor|mas|"
    r"tranquil\w+|calmad\w+|bien)|te (?:sientas|calmes|hayas|tranquilices)|hayas (?:llamado|dormido)|se "
    r"te pase))(?: {w3})",
    r"(?:eso es|es) todo (?:por (?:hoy|ahora|mi parte)|lo que (?:puedo|podia|tengo))(?: {w4})",
    r"(?:ve|vete|anda|andate|vaya) a (?:dormir|descansar|la cama|acostarte) (?:@ )?(?:y (?:ya|manana|"
    r"olvid\w+|luego|hablamos|no|se te|todo)|que manana|,)(?: {w3})",
    r"(?:aqui|hasta aqui|por aqui) (?:termina|termino|acaba|dejo|dejamos|llega|llego|termina mi|finaliza|"
    r"lo dejamos|lo dejo|lleg\w+ mi)(?: {w4})",
    r"(?:gracias por (?:contactar\w*|escribir\w*|tu mensaje|comunicarte|usar|contactarnos)) (?:@ "
    r"){0,3}(?:adios|hasta|que tengas|buen|buena|feliz|chau|cuidate)(?: {w3})",
)

ENDS_TALK: Final = Rule(
    "ends_talk",
    _ENDS_TALK,
    unless=(
        r"(?:no|nunca|ni|sin|tampoco|jamas|decir|dijiste|escribir|cartas de|carta de|escribiste|"
        r"decirles|decirle|dicho|dice|despedida|dicen|cuando|antes de) (?:@[ ]){0,2}",
        r"(?:aguantar|aguanta|llegar|llega|esperar|espera|resistir|queda|seguir|seguimos) ",
    ),
    when=When.RISK,
)
