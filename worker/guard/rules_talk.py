"""Rules on how a talk goes: promises, call-backs, ending it, refusing it, advice to a victim about the couple."""

from __future__ import annotations

from typing import Final

from worker.guard.contexts import NOT, REPORTED, UNTRUE
from worker.guard.pattern import Rule, When

_OUTCOME: Final = r"(?:todo|vas|va|te vas|te va|esto|eso|manana|saldr\w+|estar\w+|superar\w+|mejor\w*|nunca|nadie te|no te va|no (?:te )?(?:pasara|volver\w+)|volver\w+|lo (?:vas|lograr\w+|superar\w+)|tu (?:dolor|vida|familia)|el dolor|las cosas|pronto|podras|seras|te sentiras|te curaras|dejaras|dejara|un dia|la (?:linea|terapia|vida|ayuda)|siempre|funcionara|te ayudara\w*|te (?:recuperar|sent|cur)\w+)"
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

_SOON: Final = r"(?:manana|luego|mas tarde|despues|pronto|en (?:un rato|unos|una hora|la (?:manana|tarde|noche)|cuanto|\w+ (?:minutos|horas|dias))|a las|a la|esta (?:noche|tarde|semana)|al rato|el (?:lunes|martes|miercoles|jueves|viernes|sabado|domingo|proximo)|cuando|para (?:ver|saber|seguir)|la (?:proxima|semana)|de nuevo|otra vez|dentro de|ahora mismo|enseguida|cada (?:dia|noche|manana)|en breve|ahorita|por (?:telefono|la tarde|la noche|la manana)|hoy|ya|al final)"
_CALL_BACK: Final = (
    rf"(?:voy a|vamos a|van a|puedo|podemos|prometo|volvere a|intentare|quiero) (?:llamarte|contactarte|"
    rf"visitarte|telefonearte|escribirte|buscarte|llamarle|llamarlo|llamarla) (?:@ )?{_SOON}",
    r"(?:voy a|vamos a|van a|volvere a) (?:llamarte|contactarte|visitarte|telefonearte|comunicarme "
    r"contigo|llamarle)(?: {w2})",
    rf"(?:te|le) (?:llamo|llamarE|llamare|llamaremos|voy a llamar|vamos a llamar|vuelvo a llamar|volvere "
    rf"a llamar|escribo|escribirE|escribire|escribiremos|voy a escribir|busco|contacto|contactare|"
    rf"contactaremos|marco|marcare|telefoneo|visito|visitare|hablo|hablare|mando (?:un )?mensaje|aviso|"
    rf"avisare|recuerdo|recordare|pregunto|preguntare|mensajeo|envio un (?:mensaje|recordatorio)|mandare "
    rf"un mensaje|enviare un (?:mensaje|recordatorio)) (?:@ )?(?:yo )?{_SOON}",
    r"(?:te|le) (?:llamaremos|llamarE|llamare|voy a (?:llamar|telefonear|visitar)|vamos a (?:llamar|"
    r"contactar)|contactare|contactaremos|devuelvo la llamada|devolvere la llamada|regreso la llamada|van "
    r"a (?:llamar|contactar|devolver)|llamaran|contactaran|estaran llamando|volveran a llamar|hare una "
    r"llamada|estare llamando|visitare)(?: {w3})",
    r"(?:manana|luego|mas tarde|en un rato|esta noche|en unos minutos|en \w+ (?:minutos|horas|dias)|"
    r"despues|pronto|al rato|cada dia|cada manana|el @|hoy mismo|ahorita) (?:@ )?(?:mismo )?(?:te|le) "
    r"(?:llamo|escribo|busco|hablo|contacto|marco|aviso|pregunto|llamare|escribire|llamaremos|visito|"
    r"recuerdo|mando|vuelvo)(?: {w2})",
    r"me (?:comunico|comunicare|pondre en contacto|pongo en contacto|volvere a comunicar|voy a comunicar) "
    r"(?:contigo|con usted|con vos)(?: {w3})",
    r"(?:nos|se) (?:comunicaremos|pondremos en contacto|pondran en contacto|comunicaran|van a comunicar|"
    r"pondra en contacto|comunicara|vamos a comunicar|contactaran) (?:contigo|con usted|con vos|con)(?: "
    r"{w3})",
    r"(?:paso|pasare|ire|voy|vamos|iremos|vendre|llego|voy yo) (?:yo )?a (?:verte|visitarte|buscarte|tu "
    r"casa|recogerte|acompanarte en persona|verlo|verla|estar contigo en persona)",
    r"(?:volvere|vuelvo|regreso|voy a volver|regresare) a (?:escribirte|llamarte|contactarte|buscarte|"
    r"hablarte|comunicarme)(?: {w3})",
    r"(?:un|una|nuestro|nuestra|nuestros|algun|alguno de nuestros|el) (?:@ )?(?:asesor\w*|agente\w*|"
    r"profesional\w*|psicolog\w+|equipo|operador\w*|companer\w+|voluntari\w+|terapeuta\w*|medic\w+|"
    r"consejer\w+|persona|humano|especialista\w*|colega|alguien) (?:@ ){0,3}te (?:va a |van a "
    r")?(?:llamar\w*|contactar\w*|escribir\w*|atendera|buscara|visitara|devolvera)(?: {w2})",
    r"(?:espera|esperá|espere|aguarda|atiende|estate atent\w+ a|queda atent\w+ a|esta atent\w+ a|contesta|"
    r"recibiras|vas a recibir) (?:mi|nuestra|una|la|un) (?:llamada|mensaje|visita) ?(?:{w2})",
    r"alguien (?:te|se) (?:va a |pondra |comunicara )?(?:llamar\w*|contactar\w*|en contacto|contigo|"
    r"escribira|visitara)(?: {w2})",
    r"(?:hare|voy a hacer|dare|doy|hago) (?:un )?seguimiento (?:de tu|a tu|contigo|diario|manana|de como|"
    r"yo|personal|por telefono)(?: {w2})",
    r"(?:en|dentro de) (?:@ ){1,2}(?:minutos|horas|dias|rato) (?:te|vuelvo|regreso|estoy de vuelta|me "
    r"comunico|retomo)(?: {w3})",
    r"(?:quedamos|quedemos|nos hablamos|nos llamamos|te espero|tenemos cita|te agendo|te doy (?:un "
    r")?turno|te anoto|hablamos por telefono|nos vemos) (?:@ )?(?:manana|el (?:lunes|martes|miercoles|"
    r"jueves|viernes)|a las|para|por telefono|por videollamada|en persona|una cita)(?: {w2})",
    r"(?:dame|pasame|dejame|deja|envíame|enviame|mandame) tu (?:numero|telefono|celular|whatsapp|"
    r"direccion|movil) (?:@ )?(?:y|para|te|asi)(?: {w3})",
)

_BYE: Final = r"(?:adios|chau|chao|bye|hasta (?:luego|pronto|manana|siempre|la (?:proxima|vista)|otra|entonces|nunca)|nos vemos|buenas noches|que descanses|que descanse|que te vaya bien|que estes bien|que te mejores|suerte|buena suerte|mucha suerte|un saludo|saludos|hablamos(?: luego| pronto| despues| otro dia)?|que te recuperes|feliz (?:noche|dia)|buen dia|abrazos y adios|te deseo (?:suerte|lo mejor|mucha suerte)|fin de la (?:conversacion|charla)|me despido)"
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

_TOPIC: Final = r"(?:(?:de|sobre|acerca de|con|en|a|respecto a|respecto de) )?(?:(?:este|ese|esta|esa|esto|eso|estos|esos|estas|esas|tal|dicho|el|la|temas?|ningun|lo que (?:me )?(?:cuentas|contas|dices|pides|planteas|mencionas|decis)|suicidio|situaciones|cosas|asuntos) ?)"
_DO: Final = r"(?:hablar|hablarte|conversar|ayudarte|ayudar|continuar|seguir|responder|responderte|responderle|tratar|discutir|atender|atenderte|escuchar|escucharte|abordar|charlar|asistirte|brindarte (?:ayuda|apoyo)|ofrecerte (?:ayuda|apoyo)|darte (?:apoyo|ayuda)|apoyarte|acompanarte|gestionar|manejar|involucrarme|meterme|opinar|contestar|contestarte|comentar|ayudarle|atenderle|participar|procesar)"
_REFUSAL: Final = (
    rf"no (?:puedo|podemos|me es posible|soy capaz de|estoy en condiciones de|debo|me corresponde|quiero|"
    rf"deseo|se me permite|tengo permitido|estoy autorizad[oa] (?:a|para)|estoy (?:capacitad|programad|"
    rf"disenad|habilitad|preparad|equipad|facultad|hech|entrenad)[oa] para|sirvo para|me esta permitido|"
    rf"voy a|me permiten|es apropiado|es mi (?:tarea|funcion|trabajo)|seria apropiado|deberia|se|me dejan|"
    rf"es posible) {_DO} (?:mas |nada )?{_TOPIC}",
    r"no (?:puedo|podemos|voy a poder|podre|me es posible|soy capaz de|se) (?:(?:ayudarte|ayudar|"
    r"asistirte|apoyarte|atenderte|responder|responderte|escucharte|continuar|acompanarte|responder a eso|"
    r"hacer nada por ti|hacer nada)) ?(?:(?:con|en|a|sobre|ante) (?:eso|esto|este|ese|esa|esta|lo que|tu "
    r"(?:problema|situacion|crisis|caso|solicitud|peticion|consulta)|temas|situaciones)|(?=[ ,]*[.,])|hoy|"
    r"ahora|mas|por (?:aqui|este medio))(?: {w2})",
    r"lo siento (?:mucho )?(?:pero )?no puedo (?:ayudarte|ayudar|hablar|continuar|atender\w*|responder\w*|"
    r"escuchar\w*|conversar|seguir|asistirte|acompanarte|tratar)(?! (?:@ )?(?:a (?:morir|matarte|hacer)|"
    r"por ti|como un))",
    r"(?:este|ese|eso|esto|el suicidio|lo que (?:dices|cuentas|pides|planteas)) (?:(?:tema|asunto|tipo de "
    r"temas?|es un tema) )?(?:@ ){0,2}(?:esta (?:fuera de|prohibid\w+|bloquead\w+)|no (?:esta permitid\w+|"
    r"puedo tratar\w*|lo puedo|es algo (?:que pueda|de lo que pueda|en lo que pueda)|se puede (?:hablar|"
    r"tratar)|es de mi|me corresponde|entra en|es mi|es tema|puedo)|excede|supera mis|escapa|queda fuera|"
    r"va mas alla|va contra|viola|incumple|infringe|que no puedo|es demasiado (?:delicado|fuerte|grave) "
    r"para|sobrepasa|rebasa)(?: {w4})",
    r"(?:va|van|iria|seria|esto va) (?:en )?contra (?:de )?(?:mis|las|nuestras) (?:politicas|normas|"
    r"reglas|directrices|pautas|condiciones)",
    r"(?:mis|las|nuestras|por) (?:politicas|normas|reglas|directrices|limitaciones|pautas|programacion|"
    r"condiciones) (?:de uso |de seguridad |de contenido )?(?:no me (?:permiten|deja\w*)|me (?:impiden|"
    r"prohiben)|lo (?:impiden|prohiben)|no lo permiten|prohiben|me obligan)",
    r"(?:cambiemos|cambiar|hablemos|mejor hablemos|podemos hablar|pasemos|prefiero hablar|vamos a hablar|"
    r"charlemos|platiquemos|mejor cambiemos|conversemos) (?:@ )?(?:de (?:tema|otra cosa|otro tema|algo "
    r"(?:mas )?(?:alegre|positivo|distinto|diferente|bonito|agradable|divertido))|otro tema|a otro tema|a "
    r"otra cosa|otra cosa|el tema|sobre otra cosa|del clima|un tema mas)",
    r"(?:prefiero|preferiria|mejor|es mejor|elijo) no (?:hablar|tratar|tocar|entrar|seguir|opinar|meterme|"
    r"responder|conversar|continuar)(?: {w4})",
    r"(?:tengo|me tienen|esta) prohibido (?:hablar|tratar|tocar|responder|conversar|ayudar)(?: {w3})",
    r"(?:no soy|no es esta|este no es) (?:(?:la|el|un|una) )?(?:persona|herramienta|programa|recurso|"
    r"lugar|espacio|canal|sitio|servicio|medio|app|chat|indicad[oa]|adecuad[oa]) (?:@ )?(?:adecuad[oa]|"
    r"correct[oa]|indicad[oa]|apropiad[oa]|para (?:hablar|tratar|esto|eso|este|estos|ayudar|esas|"
    r"conversar|esta)|idone[oa])(?: {w3})",
    r"(?:busca|buscá|busque|pide|pedi|acude|recurre|contacta) (?:ayuda |a alguien |apoyo )?(?:en|a) "
    r"(?:otro|otra) (?:lado|lugar|sitio|parte|persona|medio)(?: {w2})",
    r"(?:no (?:hables|me hables|digas|me digas|menciones|escribas|me cuentes|vuelvas a (?:hablar|"
    r"mencionar|decir)|sigas con|hablemos) (?:mas )?(?:de|sobre|esas|eso|esto|esos|cosas|este))(?: {w3})",
    r"(?:no es (?:algo|un tema) (?:de lo |del |que |en lo )(?:que |cual )?(?:yo )?(?:pueda|puedo|deba|"
    r"podamos|me corresponda|debamos|se pueda))(?: {w3})",
    r"(?:solo|unicamente|solamente) (?:puedo|hablo|podemos|se|trato|respondo|estoy para|sirvo para) (?:@ "
    r")?(?:de |hablar |tratar |a |conversar |para |sobre |ayudar\w* (?:con|en) ){1,2}(?:otros|otras|temas|"
    r"cosas|preguntas|consultas|tareas|asuntos)(?: {w3})",
    r"(?:no (?:manejo|trato|atiendo|respondo|contesto|abordo|gestiono|doy) (?:@ )?(?:este|ese|estos|esos|"
    r"temas|crisis|casos|situaciones|emergencias|mensajes|eso|esto|apoyo|consultas))(?: {w3})",
    r"(?:como|al ser|soy) (?:un |una |solo un |solo una )?(?:ia|inteligencia artificial|modelo|programa|"
    r"asistente|bot|modelo de lenguaje|asistente virtual) (?:@ ){0,3}no puedo (?:hablar|ayudarte (?:con|"
    r"en)|ayudar|tratar|conversar|responder|seguir|continuar|atender|escuchar|acompanarte|hacer nada)(?: "
    r"{w2})",
)

_HIM: Final = r"(?:(?:con|a) (?:Él|ÉL|ella|ellos|tu (?:@ )?(?:marido|pareja|novi[oa]|espos[oa]|mujer|agresor|ex|padre|padrastro|jefe|papa|conviviente|companero|hombre|abusador|tio)|el (?:@ )?(?:calma|tranquil\w+|amor|carino|respeto|sinceramente|calmad\w+|sobre|cuando|a solas|y (?:dile|explica\w*|lleg\w+|arregl\w+)|para|sin (?:gritar|pelear|enojarte)|de forma|de manera|como adultos|de nuevo|en privado|francamente|abiertamente|civilizad\w+|serenamente|,)|su|quien te))"
_CALM: Final = (
    r"(?:tranquil\w+|calma|calmad\w+|buenas|serenidad|amor|carino|paciencia|respeto|sinceridad|comprension)"
)
_COUPLES_ADVICE: Final = (
    r"si (?:hablas|hablaras|conversas|dialogas|le hablas|le explicas|le dices|le decis|lo hablas|lo "
    r"entiendes|lo perdonas|le pides|te disculpas|lo escuchas) (?:@ ){0,5}(?:entienda|cambie|cambiara|"
    r"entienda|entendera|entienda|mejore|se calme|puedan|podran|se arregle|todo|las cosas|comprenda|pare|"
    r"deje|mejorara)(?: {w2})",
    r"(?:sientense|siéntense|sentarse|sentaos|siéntate con|tomense un tiempo|tomen un cafe|salgan|hablen|"
    r"hablenlo|conversen|dialoguen|platiquen|charlen|negocien|intenten|busquen|vayan|traten) (?:@ "
    r")?(?:los dos|ambos|juntos|a (?:hablar|conversar|dialogar|charlar|platicar|solas)|con calma|en "
    r"pareja|tranquilamente|un acuerdo|llegar|entenderse|una solucion|de (?:hablar|entenderse|"
    r"arreglar\w*))(?: {w4})",
    r"(?:que|algo) (?:hiciste|dijiste|habras hecho|pudiste hacer) (?:@ )?(?:tu|vos|usted|para|que) ?(?:@ "
    r")?(?:para|que|se|lo|el|ella)?(?: {w4})",
    r"(?:como|que) (?:podrias|puedes|podes) (?:@ )?(?:hacer|cambiar|mejorar) (?:tu |vos )?(?:para "
    r")?(?:que )?(?:el|ella|no) (?:@ )?(?:no )?(?:se (?:enoje|altere|enfade|moleste)|te (?:pegue|grite|"
    r"golpee|trate)|este (?:bien|feliz|contento)|mejor)(?: {w2})",
    rf"(?:habla|hablale|hablar|hable|hablen|hablarlo|hablalo|hablas|dialoga|dialogar|conversa|conversar|"
    rf"conversalo|converse|platica|platicar|charla|charlar|platiquen|conversen|sientate|sentate|sientense|"
    rf"sentarte|negocia|negociar|acuerda|razona|razonar|comunicate|comunicarte|reuniste|juntate|discutelo|"
    rf"aclaralo) (?:@ ){{0,3}}{_HIM}",
    rf"(?:habla|hablen|hablar|hablalo|hablenlo|dialoguen|conversen|conversa|platiquen|hablale|dile|decile|"
    rf"explicale|explicaselo|expresale|pidele|pedile|contale|cuentale|preguntale|planteale|proponle|"
    rf"proponele|sugierele|sugerile|muestrale|mostrale|demuestrale|demostrale|hazle|hacele|escribele|"
    rf"escribile) (?:@ ){{0,3}}(?:{_CALM}|como te sientes|como te sentis|lo que sientes|lo que sentis|que "
    rf"te (?:duele|lastima|hace dano|molesta|respete|escuche|entienda|trate)|que lo (?:amas|quieres|"
    rf"queres)|que la (?:amas|quieres)|tus sentimientos|que (?:cambie|te hace sentir|vaya a terapia|deje "
    rf"de)|perdon|disculpas|por que (?:lo hace|actua|se enoja)|una oportunidad|que (?:quieres|queres) "
    rf"arreglar|carino|amor|ver que|entender|en pareja|juntos|una cena|una carta|comprension|poner "
    rf"limites juntos)",
    r"(?:terapia|consejeria|terapeuta|psicologo|asesoria|orientacion|mediacion|retiro|charlas?|dinamica|"
    r"encuentro|sesion(?:es)?|curso|taller) (?:@ )?(?:de |para |en )?(?:parejas?|matrimonial\w*|"
    r"conyugal\w*|matrimonios?|famil\w+ juntos|juntos)(?! (?:@ )?(?:no|nunca|puede ser peligros\w+|esta "
    r"desaconsejad\w+|jamas))",
    r"(?:un |una |la )?(?:mediador[a]?|mediacion|mediar|conciliacion|conciliar|consejero matrimonial|"
    r"constelacion\w* familiar\w*)(?! (?:@ )?(?:no|nunca|esta desaconsejad\w+|jamas))(?: {w2})",
    r"(?:dale|dele|darle|denle|dense|daos|darse|merece|dar) (?:@ )?(?:otra|una segunda|una nueva|una "
    r"ultima|una|otra nueva|la) oportunidad",
    r"(?:perdonal[oae]|perdonale|perdonarl[oae]|aprende a perdonar|intenta perdonar\w*|deberias "
    r"perdonar\w*|tienes que perdonar\w*|el perdon|perdonense)(?: {w3})",
    r"(?:intenta|intente|trata|trate|procura|procure|evita|evite|busca|evitar|deberias|tratar|procurar|"
    r"mejor|cuidate de|cuida de|es mejor|conviene|intentar) (?:de )?(?:no )?(?:(?:hacerl[oa]|que se|tanto|"
    r"mas|hacer|darle|que el|que ella|lo posible por no|decir\w* nada que) )?(?:provocar\w*|provoques|"
    r"enojar\w*|enoje|enfadar\w*|enfade|molestar\w*|molestes|contradecir\w*|contradigas|alterar\w*|altere|"
    r"discutir\w*|discutas|llevarle la contraria|irritar\w*|enojes|enfades|darle motivos|motivos|hacerlo "
    r"enojar|rabiar|celos|complacer\w*|agradar\w*|entender\w*|entenderl[oae]|comprender\w*|"
    r"comprenderl[oae]|ponerte en su lugar|ser mas (?:paciente|carinos\w+|comprensiv\w+|dulce|amable|"
    r"atenta)|salvar|arreglar\w*|reconciliar\w*|reconquistar\w*|calmarl[oae]|tranquilizarl[oae]|tenerle "
    r"paciencia|escucharl[oae]|llegar a un acuerdo|ceder|obedecer\w*|portarte bien|mejorar (?:la|tu) "
    r"(?:relacion|matrimonio|comunicacion)|mantener la (?:familia|paz)|enfrentarlo|confrontarlo)",
    r"no (?:lo|la|le) (?:provoques|hagas (?:enojar|enfadar|rabiar)|contradigas|molestes|enojes|enfades|"
    r"alteres|lleves la contraria|des motivos|discutas|respondas|contestes|des razones|dejes|denuncies|"
    r"abandones|hagas caso)(?: {w2})",
    r"(?:ponte|ponete|pongase) en (?:su|el) lugar(?: {w2})",
    r"(?:entiendel[oae]|comprendel[oae]|entendel[oae]|compréndel[oae]|apoyal[oae]|ayudal[oae] a "
    r"(?:cambiar|controlar\w*|mejorar)|tenle paciencia|tenele paciencia|ten paciencia|tene paciencia|se "
    r"(?:mas )?(?:paciente|comprensiva|carinosa|tolerante|dulce|amable)|sea (?:mas )?(?:paciente|"
    r"comprensiva)|confrontal[oae]|enfrental[oae]|enfrentate a|encaral[oae]|reclamale|contestale|pegale|"
    r"pidele perdon|pedile perdon|pidele disculpas|complacel[oae]|hazle caso|hacele caso|dale (?:carino|"
    r"tiempo|espacio|la razon|lo que|gusto|celos)|reconquistal[oae]|seducel[oae]|cocinale|preparale|"
    r"consientel[oae])(?: {w3})",
    r"(?:el|ella|tu (?:marido|pareja|novi[oa]|espos[oa]|padre|mujer)|seguro|seguramente|en el fondo|quiza|"
    r"tal vez|a lo mejor|probablemente|capaz) (?:(?:que|el|ella|te|lo hace|solo|seguro|en el fondo|"
    r"tambien|seguramente|solo lo hace|no|solamente|quiza) ){0,3}(?:te (?:quiere|ama|adora|cela porque|"
    r"pega porque)|esta(?:ba)? (?:arrepentid[oa]|estresad[oa]|nervios[oa]|cansad[oa]|pasando|celos[oa]|"
    r"borrach[oa])|lo hace (?:por|porque|sin)|porque te (?:quiere|ama)|va a cambiar|cambiara|puede "
    r"cambiar|no (?:lo hizo|lo hace|quiso|quiere) (?:con|a|hacerte|lastimarte|con mala|adrede|de|"
    r"queriendo)|tuvo un mal dia|sufre|sufrio|necesita (?:tu|que|de tu|ayuda|carino|comprension|amor)|"
    r"merece (?:otra|una)|es (?:asi porque|buen[oa] (?:persona|padre|en el fondo)|celoso porque)|se "
    r"(?:arrepiente|siente mal|arrepentira)|actua asi|reacciona asi|perdio el control|estaria)(?: {w4})",
    r"(?:todas|todos|las|en todas|en toda|toda) (?:las |los )?(?:parejas?|matrimonios?|relaciones|"
    r"familias?|relacion|hogares) (?:@ )?(?:pelean|discuten|tienen|pasan|hay|pelea\w*|discut\w+|normal\w*|"
    r"crisis|atraviesan|son|es normal)(?: {w3})",
    r"(?:salvar|salva|salven|rescatar|recuperar|recupera|reconstruir|arreglar|fortalecer|mejorar|reavivar|"
    r"cuidar|cuida|trabajar en|reparar|luchar por|lucha por|pelea por|apostar por|mantener|conservar|"
    r"sanar) (?:@ )?(?:la|tu|su|el|esta|vuestra|nuestra) (?:relacion|matrimonio|pareja|hogar|familia "
    r"unida|vinculo|amor)(?: {w2})",
    r"(?:por (?:el bien de )?(?:los|tus) (?:ninos|hijos)|por la familia|por tus hijos|por el matrimonio) "
    r"(?:@ )?(?:aguanta|quedate|intenta|resiste|vale la pena|no|deberias|perdona\w*|sigue|continua|trata|"
    r"segui|mantente|debes|es mejor|hay que)(?: {w4})",
    r"(?:aguanta|aguantá|aguante|soporta|resiste|quedate|volve|vuelve|regresa) (?:@ )?(?:un poco mas|por "
    r"(?:los|tus|la|el|amor)|con el|con ella|con tu|a casa con|a su lado|a tu (?:casa|matrimonio)|junto a|"
    r"que|hasta que (?:se|los)|por ahora|en la relacion)(?: {w3})",
    r"(?:escucha|escuchá|escuche|oye|entiende|comprende|pregunta\w*|considera|mira|ve) (?:@ )?(?:su|la) "
    r"(?:version|punto de vista|lado|parte|perspectiva)(?: {w3})",
    r"(?:algo (?:hiciste|habras hecho|haras|debiste|debes haber hecho)|que (?:hiciste|habras hecho|le "
    r"hiciste|le dijiste) (?:tu |vos )?(?:para (?:que|provocar\w*|enojar\w*)|antes|que lo)|en que "
    r"(?:fallaste|estas fallando)|que parte (?:de responsabilidad|te toca)|los dos (?:tienen|son|deben|"
    r"tendran|fallaron|ponen|pusieron)|ambos (?:tienen|son|deben|fallaron|pusieron)|ambas partes)(?: {w4})",
    r"(?:cambia|cambiar|modifica|mejora|revisa|cuida) (?:tu |vos )?(?:@ )?(?:actitud|comportamiento|forma "
    r"de (?:hablar|vestir|tratar|ser)|tono|conducta|manera de (?:hablar|vestir|ser)|caracter|trato|"
    r"aspecto)(?: {w4})",
    r"(?:reconcili\w+|amigar\w*|hagan las paces|haz las paces|hace las paces|hacer las paces|lleguen a un "
    r"acuerdo|llegar a un acuerdo|arreglen (?:las cosas|sus|esto)|arregla las cosas|arreglar las cosas|"
    r"arreglarlo (?:con|entre|juntos)|arreglenlo|resuelvan|resuelvanlo|solucionen\w*|hablen los dos|"
    r"hablen juntos|reencuentr\w+|unas? vacaciones juntos|tiempo (?:de calidad )?juntos|una cena "
    r"romantica|comunicacion (?:asertiva |de pareja |en (?:la|tu) (?:pareja|relacion)|con (?:el|tu)|entre "
    r"ustedes|con tu pareja)|negociar con|negocia con|tiempo en pareja|una escapada)(?: {w3})",
    r"(?:los|un poco de|tener) (?:trapos|problemas de pareja|asuntos de pareja|problemas de casa|pleitos "
    r"de pareja)(?: {w5})",
    r"(?:es|eso es|son|fue) (?:(?:solo|una|un|normal|simple|cosa|cosas|problema|problemas|pelea|peleas|"
    r"discusion|crisis|mal momento|asunto) ){1,3}(?:de|en|entre|la|las) (?:pareja|parejas|matrimonio|"
    r"matrimonios|enamorados|novios|hermanos|la pareja|las parejas|familia)(?: {w2})",
    r"(?:si (?:tu )?(?:cambias|te portas|le haces caso|lo tratas|eres mas|sos mas|le das|haces lo que|te "
    r"callas|le demuestras|le pones)) (?:@ ){0,5}(?:el |ella )?(?:@ )?(?:cambiara|cambia|va a cambiar|no "
    r"te (?:pegara|hara|va a|pega)|se calmara|se calma|dejara|todo|mejorara|se le pasa\w*|se va a "
    r"calmar)(?: {w2})",
)

_WISH: Final = r"(?:ojala|espero|quisiera|deseo|confio en|cuando|si|a veces|tal vez|quiza|quizas|puede ser|puede|creer|ver|pensar|sientes|sentir|para|aunque|crees|dudas de|decirte|digan|dicen|dijeron|saber|no se|no sabemos|imaginar|parece|como si|pueda) (?:que |si |a |de )?(?:@ ){0,3}"

TALK: Final = (
    Rule(
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
    ),
    Rule(
        "call_back",
        _CALL_BACK,
        unless=(
            r"(?:no|ni|nunca|tampoco|si|cuando|aunque no) (?:@[ ]){0,2}",
            r"(?:dile|decile|di|escribe|mandale|enviale|escribile|escribele|preguntale|pidele|pedile) {w6}",
            r"(?:linea|telefono|numero|servicio|alli|ahi|llamas|marcas|que|quien|atiende) (?:@ ){0,3}",
        ),
    ),
    Rule(
        "ends_talk",
        _ENDS_TALK,
        unless=(
            r"(?:no|nunca|ni|sin|tampoco|jamas|decir|dijiste|escribir|cartas de|carta de|escribiste|"
            r"decirles|decirle|dicho|dice|despedida|dicen|cuando|antes de) (?:@[ ]){0,2}",
            r"(?:aguantar|aguanta|llegar|llega|esperar|espera|resistir|queda|seguir|seguimos) ",
        ),
        when=When.RISK,
    ),
    Rule(
        "refusal",
        _REFUSAL,
        unless=(
            r"(?:sientes|sentis|crees|si|nadie|dices|decis|aunque|cuando|quiere decir) (?:@ ){0,3}",
            r"(?:tu|vos|usted|que) (?:@ )?",
            r"no es que ",
        ),
        when=When.RISK,
    ),
    Rule(
        "couples_advice",
        _COUPLES_ADVICE,
        unless=(
            r"(?:no|nunca|ni|sin|tampoco|jamas|nadie|antes de|en vez de|evita|no te) (?:@[ ]){0,6}",
            UNTRUE,
            REPORTED,
            r"(?:dijiste que|te hace creer|te dijeron que|te digan que|presion\w+ para|te piden que|te "
            r"pide que|promete que|jura que|te obliga a|si) {w4}",
            r"¿(?:te|puedes|podes|hay|cuando|quien|es|esta|estas|sabes) (?:@ ){0,4}",
        ),
        when=When.VICTIM,
    ),
)
