"""Rules on what a program must not be or do: a person, a doctor, the only friend, the one who called."""

from __future__ import annotations

from typing import Final

from worker.guard.contexts import DRUG, HELP, MEDICINE, NOT, NOT_FAR, NUMBER, UNTRUE
from worker.guard.pattern import Rule

_KIN: Final = r"(?:madre|padre|mama|papa|hij[oa]s?|espos[oa]|marido|mujer|herman[oa]s?|abuel[oa]s?|novi[oa]|pareja|familia|amig[oa]s?|infancia|adolescencia|juventud|divorcio|vida personal|propia vida|ti[oa]|depresion|ansiedad|terapia|terapeuta|psicolog[oa]|carne propia)"
_CLAIMS_HUMAN: Final = (
    r"(?:soy|somos) (?:(?:solo|tambien|como tu|como vos|realmente|en realidad|de verdad|otra|otro) "
    r"){0,2}(?:un |una )?(?:persona|human[oa]|ser humano|seres humanos|mujer|hombre|chic[oa]|senor[a]?|"
    r"muchach[oa]|madre|padre|mama|papa|personas|humanos|(?:persona|alguien) (?:real|de verdad|de carne)|"
    r"alguien (?:real|como|que)|de carne y hueso|joven|volunta\w+|sobreviviente|superviviente|viud[oa]|"
    r"abuel[oa])(?: {w4})",
    r"(?:soy|somos) (?:tambien |muy |tan |igual de )(?:human[oa]s?)",
    r"no (?:soy|somos|es|hablas con|estas hablando con|te preocupes no soy|creas que soy) (?:(?:un|una|"
    r"ningun|ninguna|solo|ni) ){0,2}(?:bot|robot|programa|maquina|ia|inteligencia artificial|chatbot|"
    r"algoritmo|software|sistema automatic\w+|ordenador|computadora|asistente virtual|contestador)",
    r"(?:estas|esta usted) (?:hablando|chateando|conversando|escribiendo|escribiendote|platicando) (?:con|"
    r"a) (?:una persona|alguien (?:real|de verdad|de carne|humano|como tu)|un human\w+|un ser humano|una "
    r"mujer|un hombre|otra persona|un voluntario|gente real)",
    r"(?:detras|al otro lado|del otro lado|aqui) (?:de (?:la|esta|este|las) (?:pantalla|maquina|app|"
    r"aplicacion|chat|teclado|letras|computadora) )?(?:hay|esta|estoy|soy|somos) (?:yo )?(?:una? "
    r")?(?:persona|humano|humana|alguien|ser humano|corazon|como persona)(?: {w3})",
    r"(?:yo|a mi|tambien yo) (?:tambien|igual|misma|mismo) (?:(?:lo|la|me|he|estuve|pase|tuve|sufri|vivi|"
    r"senti|perdi|paso|ha|llore|quise|pense|fui|soy human\w*|tengo (?:miedo|dias|hijos|familia|ansiedad|"
    r"depresion)|estoy (?:triste|cansad\w+)|sufro|lloro|paso por|se lo que|intente|crei|conozco)) {w4}",
    r"(?:tambien|yo) (?:(?:he )?(?:pase|pasado|sufri|sufrido|tuve|vivi|vivido|estuve|senti|perdi|perdido|"
    r"llore|llorado|intente)) (?:por|lo|la|mucho|una|un|depresion|ansiedad|asi|en|a|momentos|algo|eso|de) "
    r"{w4}",
    r"(?:cuando (?:yo )?(?:era (?:joven|nin[oa]|chic[oa]|adolescente|estudiante|pequen[oa])|tenia tu edad|"
    r"estuve|pase por|me paso|perdi a mi|me senti|murio mi|me divorcie))(?: {w4})",
    rf"(?:a )?mi (?:propi[oa] )?{_KIN} (?:tambien |me |se |que |y yo |paso|murio|tiene|tuvo|sufrio|era|"
    rf"fue|dice|decia|siempre|estuvo|ha |fallecio|vivio)",
    rf"(?:como|con|a|de) mis? (?:propi[oa]s? )?{_KIN} (?:{{w1}})(?:tambien|me paso|paso|murio|falleci\w+|"
    rf"se suicido|viv\w+|aprend\w+|sufri\w+)",
    r"(?:perdi|he perdido|extrano|enterre) (?:a )?mi (?:@ )",
    r"(?:te lo digo|lo se|hablo|te hablo|lo digo) por (?:mi )?(?:propia )?experiencia",
    r"(?:lo|eso) (?:vivi|he vivido|pase|he pasado|sufri|he sufrido|senti|experimente) (?:{w2})(?:en carne "
    r"propia|yo tambien|en mi|tambien|yo mism[oa]|personalmente)",
    r"(?:en|por) mi (?:propia )?(?:experiencia (?:personal|de vida|como)|vida|juventud|carne)(?: {w3})",
    r"me llamo (?!psico\w*|psicoia)@ (?:{w2})(?:y|soy|tengo|trabajo)?",
    r"(?:tengo|cumpli) (?:\d+|@) anos (?:y|de (?:edad|experiencia)|como)(?: {w2})",
    r"(?:estoy|vivo) (?:sentad[oa]|en mi casa|aqui sentad\w+|en mi oficina|tomando un cafe|llorando "
    r"contigo|cerca de tu|en tu ciudad|en (?:buenos aires|madrid|mexico|bogota|lima|santiago))",
    r"(?:acabo de|estaba) (?:llegar a casa|cenar|despertar|desayunar|llorar|almorzar|dormir)",
    r"(?:se|entiendo) (?:perfectamente |muy bien |bien )?lo que (?:se )?siente\w* porque (?:{w2})(?:yo|lo|"
    r"he|pase|vivi|me|tambien)",
    r"(?:vernos|nos vemos|tomar un cafe|encontrarnos|quedar|juntarnos|visitarte|abrazarte) (?:{w1})(?:en "
    r"persona|cara a cara|un dia|juntos|algun dia)",
    r"(?:tengo|mi) (?:un |el )?corazon (?:que|se|late|de|esta|tambien) {w3}",
)

_TRADE: Final = r"(?:psicolog[oa]s?|psicoanalista|psiquiatra|terapeuta|psicoterapeuta|medic[oa]|doctor[a]?|enfermer[oa]|profesional|conseje[^ ,¿.?]+|orientador[a]?|trabajador[a]? social|especialista|expert[oa]|licenciad[oa]|coach|tanatolog[oa]|sexolog[oa]|counselor|asistente social|abogad[oa]|paramedic[oa]|policia|clinic[oa])"
_CLAIMS_PROFESSIONAL: Final = (
    rf"(?:soy|me llamo|mi nombre es|te habla|te saluda|te escribe) (?!psicoia)(?:(?!un |una |no |y |"
    rf"programa |ia )@ ){{1,2}}(?:y soy |,)?(?:tu |su |la |el )?{_TRADE}(?: {{w3}})",
    r"(?:la|el) (?:doctora|doctor|licenciada|licenciado|psicologa|psicologo) @ (?:te|le) (?:habla|saluda|"
    r"escribe|atiende)",
    rf"(?:soy|siendo|somos|fui) (?:psico\w+ )?(?:(?:un|una|tu|su|el|la|tambien|ademas|otro|tanto|ya|"
    rf"realmente) )?(?:(?:verdader[oa]|autentic[oa]|buen[a]?|nuev[oa]|propi[oa]|gran) )?(?:profesional de "
    rf"|experto en |experta en )?(?:{_TRADE}|salud mental)(?: {{w3}})",
    r"(?:soy|estoy) (?:titulad[oa]|colegiad[oa]|graduad[oa]|certificad[oa]|diplomad[oa]|formad[oa] en|"
    r"especializad[oa] en|acreditad[oa]|cualificad[oa] para|capacitad[oa] (?:como|para diagnosticar)|"
    r"entrenad[oa] (?:como|clinicamente)|recibid[oa])(?: {w3})",
    rf"(?:como|en calidad de|en mi papel de|en mi rol de|habl\w+ como|desde mi (?:lugar|rol) de) (?:tu |"
    rf"su |un buen )?{_TRADE}(?! (?:o|u|ni) )(?: (?:te|le|que|puedo|se|creo|clinic\w+|he|mi|recomiendo|"
    rf"titulad\w+|de la salud|y|con|voy|quiero|tengo|me|opino) ?{{w1}}|[,])",
    rf"(?:como|por ser|siendo) (?:tu|su) {_TRADE}",
    r"(?:en|desde) mi (?:consulta|consultorio|clinica|practica (?:clinica|profesional|diaria)|experiencia "
    r"(?:clinica|profesional|como|con pacientes|medica|terapeutica)|trayectoria|carrera|profesion|opinion "
    r"(?:profesional|clinica|medica)|criterio (?:clinico|medico|profesional)|despacho|formacion "
    r"(?:clinica|profesional|como)|trabajo (?:como|con pacientes|clinico))",
    r"(?:mis|a mis|con mis|otros) (?:otros )?(?:pacientes|anos de (?:experiencia|practica|consulta)|"
    r"consultantes|colegas|anos como|estudios de|titulos)(?: {w2})",
    r"(?:estudie|me forme en|me gradue|me gradue de|me recibi|me titule|me especialice|hice un master|"
    r"hice la carrera|curse) {w2}(?:psicologia|medicina|psiquiatria|psicolog\w+|medic\w+|terapia|salud "
    r"mental|clinica|ansiedad|trauma|universidad|terapeuta)",
    r"(?:tengo|cuento con|poseo) (?:{w1})(?:titulo|formacion|licencia|matricula|cedula profesional|anos "
    r"de experiencia|master|maestria|doctorado|experiencia (?:clinica|profesional|tratando|como|"
    r"atendiendo|con pacientes)|cedula|pacientes|colegiatura|especialidad|diploma|un consultorio) "
    r"?(?:{w3})",
    rf"(?:trabajo|ejerzo|me desempeno|atiendo|he trabajado|llevo @ anos|actuo|funciono) (?:{{w2}})(?:como|"
    rf"de) (?:un |una |tu )?{_TRADE}",
    r"(?:he|hemos) (?:atendido|tratado|visto|ayudado|acompanado) (?:a |en )?(?:muchos|muchas|cientos|"
    r"miles|tantos|varios|otros|docenas|decenas|pacientes|consulta)(?: {w4})",
    r"(?:atiendo|trato|veo|recibo) (?:a )?(?:muchos |tantos |casos |varios |otros )?pacientes",
    r"(?:esta|nuestra|la proxima|en nuestra|tu) (?:sesion (?:de terapia|terapeutica|clinica|conmigo)|"
    r"terapia conmigo|consulta conmigo)",
    r"(?:soy yo )?quien te (?:esta )?(?:trata|tratando|atiende como|diagnostica)",
    r"(?:puedo|voy a) (?:ser|reemplazar a|hacer de|actuar como|servir como|sustituir a) (?:tu|un|una|a "
    r"tu) (?:@ )?(?:psicolog\w+|terapeuta|psiquiatra|medic\w+|doctor\w*|profesional)",
    r"(?:te|le) (?:hare|voy a hacer|estoy haciendo|hago) (?:una|un|la) (?:terapia|evaluacion (?:clinica|"
    r"psicologica)|psicoterapia|tratamiento|diagnostico)",
)

_SERVICES: Final = r"(?:emergencias?|la policia|policia|una ambulancia|la ambulancia|ambulancia|ayuda|bomberos|urgencias|un medico|una patrulla|los servicios|servicios|las autoridades|autoridades|tu (?:familia|madre|padre|mama|papa|pareja|contacto|herman\w+|medic\w+|psicolog\w+|psiquiatra|terapeuta|amig\w+|escuela|colegio|espos\w+)|tus (?:padres|papas|contactos|amigos|familiares)|alguien|un equipo|una unidad|el equipo|un profesional|la linea|los bomberos|proteccion|el 911|911|el 112|112|el 024|samu|socorro|asistencia|un familiar|un patrullero|la guardia|rescate|personal|el hospital|la ubicacion|tu ubicacion|tus datos|un especialista)"
_ALERT: Final = r"(?:llamad[oa]|avisad[oa]|contactad[oa]|notificad[oa]|informad[oa]|alertad[oa]|enviad[oa]|mandad[oa]|pedid[oa]|solicitad[oa]|dado aviso|compartid[oa]|reportad[oa]|transmitid[oa]|activad[oa]|hablado con|dado parte|derivad[oa]|pasad[oa])"
_CLAIMS_CALLED: Final = (
    rf"(?:ya )?(?:esta|estan|fue|fueron|quedo|quedaron|han sido|ha sido) (?:ya )?(?:avisad\w+|"
    rf"notificad\w+|alertad\w+|informad\w+|llamad\w+|contactad\w+) {_SERVICES}",
    rf"{_SERVICES} (?:ya )?(?:esta|estan|fue|fueron|ha sido|han sido|quedo) (?:avisad\w+|notificad\w+|"
    rf"alertad\w+|informad\w+|al tanto|en camino)",
    rf"(?:ya )?(?:he|hemos|te he|lo he|les he|ya he) (?:ya )?{_ALERT} (?:{{w3}}){_SERVICES}",
    rf"(?:ya |acabo de |recien |yo )?(?:llamÉ|avisÉ|contactÉ|notifiquÉ|informÉ|alertÉ|enviÉ|mandÉ|pedÍ|"
    rf"solicitÉ|reportÉ|activÉ|compartÍ|dÍ aviso) (?:@ )?(?:{{w1}})(?:a |al |por |con |en |de "
    rf")?{_SERVICES}",
    rf"(?:ya|yo|yo ya|recien|ahora mismo) (?:llame|avise|contacte|notifique|informe|alerte|envie|mande|"
    rf"pedi|solicite|reporte|active|comparti|hable con|le avise|les avise|di aviso) (?:{{w2}}){_SERVICES}",
    rf"(?:acabo de|acabamos de|estoy|estamos|voy a|vamos a|procedo a|puedo|podemos|me encargo de|dejame|"
    rf"dejeme|yo voy a|ahora mismo voy a) (?:ya |mismo )?(?:llam(?:ar|ando)|avis(?:ar|ando)|contact(?:ar|"
    rf"ando)|notific(?:ar|ando)|inform(?:ar|ando)|alert(?:ar|ando)|envi(?:ar|ando)|mand(?:ar|ando)|"
    rf"ped(?:ir)|pidiendo|solicit(?:ar|ando)|report(?:ar|ando)|activ(?:ar|ando)|marc(?:ar|ando)|"
    rf"transferir|comunicar)(?:les?|los?|te|la|me con)? (?:{{w3}}){_SERVICES}",
    rf"(?:llamaremos|avisaremos|contactaremos|llamarE|llamare|avisare|contactare|enviare|mandare|"
    rf"notificare|alertare|informare|pedire) (?:{{w2}}){_SERVICES}",
    r"(?:ya )?(?:llame|avise|he llamado|he avisado|voy a llamar|llamo|llamare|estoy llamando) (?:yo "
    r")?(?:@ ){0,4}por (?:ti|vos|usted) (?:y|,|ya)?",
    r"(?:la |una |el |ya |los |tu )*(?:ambulancia|policia|ayuda|patrulla|unidad|equipo|asistencia|"
    r"bomberos|rescate|paramedicos|patrullero|movil|personal|alguien|socorro) (?:ya )?(?:va|van|esta|"
    r"estan|viene|vienen|llegara|llegaran|llega|salio|fue enviad[oa]|ha sido enviad[oa]|sera "
    r"enviad[oa])(?: (?:yendo|en camino|para alla|de camino|llegando|hacia|a tu|en @ minutos|en minutos|a "
    r"buscarte|pronto|por ti|al lugar|ya|saliendo|avisad[oa]|notificad[oa]|por llegar))",
    r"(?:ya )?(?:van|va|vienen|viene|estan|salieron) (?:en camino|de camino|para alla|hacia (?:alla|tu|"
    r"ti)|a buscarte|por ti|a tu (?:casa|domicilio|ubicacion))",
    r"te (?:mando|envio|mande|envie|enviare|mandare|voy a mandar|voy a enviar|estoy enviando|estoy "
    r"mandando|pido|consegui|pedi) (?:ya |ahora mismo |yo )?(?:una |la |a la |un |el )?(?:ambulancia|"
    r"ayuda|policia|patrulla|medico|equipo|asistencia|movil|turno|cita|psicologo|taxi)",
    r"(?:he|hemos|ya) (?:dado|dimos|di) aviso",
    r"(?:tus datos|tu ubicacion|tu caso|tu mensaje|tu direccion|esta conversacion|tu informacion) (?:ya "
    r")?(?:fue|fueron|ha sido|han sido|esta|estan|sera|seran) (?:enviad\w+|compartid\w+|reportad\w+|"
    r"derivad\w+|notificad\w+|transmitid\w+|pasad\w+|informad\w+)",
    r"(?:tu|su) (?:@ )?(?:familia|madre|padre|mama|papa|psicolog[oa]|medico|pareja|terapeuta|contacto de "
    r"emergencia|colegio|escuela) ya (?:esta avisad\w|fue avisad\w|sabe|lo sabe|fue notificad\w|viene|va "
    r"en camino|fue informad\w)",
    r"(?:te (?:estoy|voy a|acabo de) (?:comunicar|comunicando|conectar|conectando|transferir|"
    r"transfiriendo|derivar|derivando|pasar|pasando|poner en contacto)|te (?:comunico|conecto|transfiero|"
    r"derivo|paso|pongo en contacto)) (?:ahora |ya |mismo )*(?:con|a) (?:@ ){0,3}",
    r"(?:les|le|ya les|ya le) (?:dije|conte|escribi|explique|hable|pase) (?:{w2})(?:a (?:la policia|"
    r"emergencias|tu|tus|un)|tu (?:ubicacion|direccion|situacion|caso)|lo que (?:te )?pasa|de ti|sobre ti)",
    r"hable (?:ya )?con (?:tu|emergencias|la policia|un (?:medico|psicolog\w+)|los medicos) (?:@ "
    r"){0,2}(?:y|,|hace|sobre|para|que|de)",
)

_ILL: Final = r"(?:depresion|bipolar\w*|bipolaridad|ansiedad (?:generalizada|social|clinica|severa)|trastorno\w*|tlp|toc|tag|esquizofreni\w+|limite de la personalidad|borderline|anorexi\w+|bulimi\w+|estres postraumatico|tept|tdah|deficit de atencion|autis\w+|asperger|psicosis|psicotic[oa]|distimia|psicopat\w+|narcisis\w+|histrionic\w+|paranoi\w+|esquizoid\w+|agorafobia|fobia social|hipocondri\w+|burnout|sindrome de @|crisis (?:psicotica|maniaca|bipolar)|mania|hipomania|neuros\w+|neurotic\w+|codependen\w+|adiccion|adict[oa]|alcoholic[oa]|ludopat\w+|apego \w+|enfermedad mental|cuadro (?:de|depresivo|ansioso|clinico)|episodio (?:de|depresivo|maniaco|psicotico)|brote (?:psicotico|de)|ataques? de panico recurrentes|ciclotim\w+|disociativ\w+)"
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

_STOP: Final = r"(?:dejar|suspender|bajar|subir|aumentar|reducir|duplicar|cambiar|interrumpir|saltarte|abandonar|disminuir|cortar|partir|quitar|retirar|parar|ajustar|doblar|triplicar|descontinuar|mezclar|tirar|dejarlas?|reemplazar|sustituir)"
_START: Final = r"(?:tomar|empezar|probar|comprar|pedir|iniciar|comenzar|conseguir|usar|tomarte|medicarte|automedicarte|volver a tomar|tomar de nuevo)"
_SHOULD: Final = r"(?:deberias|debieras|tienes que|tenes que|tiene que|debes|debe|deberia|puedes|podes|puede|podrias|podria|te recomiendo|te aconsejo|te sugiero|le recomiendo|recomiendo|aconsejo|sugiero|seria mejor|seria bueno|es mejor|conviene|te conviene|convendria|lo mejor es|lo mejor seria|mejor|prueba a|proba|prueba|intenta|intentar|tendrias que|quizas? (?:debas|debes|puedas)|no pasa nada (?:por|si)|es momento de|es hora de|ya es hora de|ya puedes|ya podes|necesitas|necesitarias|te vendria bien|te ayudaria|te haria bien|hay que|vas a|considera|plantea\w*|valora)"
_OWN: Final = r"(?:(?:la|el|los|las|tu|tus|su|sus|un|una|de|esa|ese|esas|esos|con|media|medio|otra|otro|mas|menos|toda|dos|algun|alguna|algo de|de a poco|poco a poco|gradualmente|a|con los|ya|hoy|por unos dias|por tu cuenta|unas|unos|dosis de|mitad de|@mente) ){0,4}"
_PUT: Final = r"(?! (?:@ ){0,2}(?:lejos|fuera|con (?:tu|un|una|alguien)|en manos|a (?:alguien|tu|una|otra)|bajo|guardad\w+|donde|al cuidado|en otro|en casa de|solo si|hablando|hablarlo|consult\w+|en un lugar|en el|en la|para otro))"
_MEDICATION: Final = (
    rf"(?:yo|si fuera tu|en tu lugar|yo en tu lugar|yo que tu|yo que vos) (?:@ )?(?:dejaria|suspenderia|"
    rf"bajaria|subiria|tomaria|cambiaria|probaria|pararia|no tomaria) (?:@ ){{0,3}}{MEDICINE}",
    rf"(?:dejaria|suspenderia) (?:@ )?(?:el|la|las|los|tu|tus|esa|esas|ese) {MEDICINE}",
    r"(?:con )?(?:la mitad|el doble|un cuarto|media|mas|menos) (?:de (?:la |tu )?)?(?:dosis|pastilla|"
    r"tableta|comprimido|medicacion) (?:@ )?(?:te )?(?:alcanza|basta|es suficiente|esta bien|ayudara|"
    r"serviria|sera suficiente|va a|puede ayudar\w*|hara)",
    rf"{_SHOULD} (?:(?:si|ya|que|en|,|de) )?{_STOP} {_OWN}{MEDICINE}{_PUT}(?: (?:{DRUG}))?",
    rf"{_SHOULD} (?:(?:ya|que|en) )?(?:empezar a )?{_START} (?:(?:un|una|algun|alguna|algo de|media|medio|"
    rf"mas|otra|otro|dos|doble|la mitad|de nuevo|con|de|unas|unos|{NUMBER}|mg de) ){{0,3}}(?:{DRUG}|"
    rf"pastillas?|antidepre\w+|ansioli\w+|medicacion|medicamentos?|dosis|miligramos|mg|comprimidos?)(?! "
    rf"(?:que te|como|segun|tal))",
    rf"(?:deja|dejate|deje|suspende|suspenda|para|pare|corta|corte|abandona|interrumpe|interrumpi|olvida|"
    rf"tira|saltate|salta|baja|baje|bajale|sube|subi|subile|suba|subele|aumenta|aumente|duplica|duplique|"
    rf"reduce|reduci|reduzca|disminuye|disminui|cambia|cambie|parte|quitate|bota) (?:(?:de|tomar|de tomar|"
    rf"poco a poco|ya) ){{0,2}}(?:(?:la|el|los|las|tu|tus|su|sus|esa|ese|esas|esos|a la mitad|dosis de|"
    rf"una|un poco|un|unos) ){{1,3}}{MEDICINE}{_PUT}",
    rf"(?:deja|deje|dejes|para|suspende) (?:ya )?de (?:tomar|usar) {_OWN}{MEDICINE}",
    rf"(?:toma|tomate|tome|tomese|prueba|proba|pruebe|usa|use|empieza|empeza|comienza|inicia|compra|"
    rf"compre|pidele|pide|consigue|consegui) (?:(?:con|un|una|media|medio|otra|otro|mas|doble|algo de|dos|"
    rf"tres|unas|unos|a tomar|el doble de|la mitad de|la mitad|algun|{NUMBER}|mg|de|que te receten|que te "
    rf"den) ){{0,4}}(?:{DRUG}|antidepre\w+|ansioli\w+|pastillas? (?:para|extra|mas|de)|pastilla|"
    rf"medicacion|dosis (?:de|extra|mas|doble)|medicamento\w*|valeriana con)",
    rf"(?:ya )?no (?:necesitas|necesitás|te hacen? falta|precisas|requieres|necesita|hace falta que "
    rf"(?:tomes|sigas con)|deberias (?:tomar|seguir)|tomes|tome|sigas tomando|vuelvas a tomar|es "
    rf"necesario que tomes|necesitas tomar|te conviene tomar|te tomes) (?:(?:mas|ya|tomar|seguir|tomando|"
    rf"con|ninguna?|hoy|seguir con) ){{0,3}}(?:(?:la|el|los|las|tu|tus|su|sus|esa|ese|esas|esos|mas|"
    rf"ninguna?|de) ){{0,2}}(?:{MEDICINE})(?! (?:@ ){{0,2}}(?:sin|de mas|por tu cuenta|juntas?|con "
    rf"alcohol|que no|ajen\w+|de otr\w+|si no|extra))",
    rf"(?:la|el|los|las|tu|tus|esa|ese|esas|esos) {MEDICINE} (?:@ )?(?:no (?:te )?(?:sirven?|ayudan?|"
    rf"hacen? falta|funcionan?|va a|van a|son? necesari\w+|cura\w*|hace\w* nada)|te (?:hacen?|estan? "
    rf"haciendo|va a hacer) (?:dano|mal|adict\w+|dependiente)|son? (?:veneno|droga\w*|dan\w+|mal\w+|"
    rf"innecesari\w+|un engano)|es (?:veneno|una droga|un engano|innecesari\w+)|solo (?:te )?(?:tapan?|"
    rf"duermen?|enganchan?|atontan?|anulan?))",
    rf"(?:el|la|los|las|un|una) (?:{DRUG}) (?:@ )?(?:te (?:ayudar\w+|vendr\w+|har\w+|calmar\w+|va a|puede "
    rf"(?:ayudar|servir|venir)|servir\w+|relajar\w+)|es (?:lo mejor|buen\w*|ideal|mejor|lo que necesitas|"
    rf"mas (?:suave|efectiv\w+|fuerte)|lo indicado)|funciona mejor|seria lo)",
    r"te (?:receto|recete|prescribo|indico|medico|voy a recetar|voy a indicar|puedo recetar|ajusto|subo|"
    r"bajo) (?:@ ){0,3}",
    rf"(?:puedo recetarte|te recomiendo|te sugiero|te aconsejo|recomiendo|te convendria|te vendria bien|"
    rf"te iria bien|te ayudaria|necesitas|pide|pedi) (?:que )?(?:(?:tomes|pruebes|un|una|el|la|usar|uses|"
    rf"compres|empieces|con|algo como|unas|a tu medico|unos) ){{0,4}}(?:{DRUG}|antidepre\w+|ansioli\w+|"
    rf"medicacion (?:para|nueva|mas|psiq\w+))",
    r"(?:podes|puedes|puede|podrias) (?:dejarl[oa]s?|suspenderl[oa]s?|bajarl[oa]s?|saltart?el[oa]s?|"
    r"cortarl[oa]s?|duplicarl[oa]s?) (?:@ ){0,3}(?:cuando quieras|de golpe|sin|solo|sola|por tu cuenta|"
    r"hoy|ya|poco a poco|de a poco|si te sientes|unos dias|si|tranquil\w+)",
    r"(?:\d+|medio|media|un|una|dos) (?:mg|miligramos|gotas|pastillas?|comprimidos?|tableta) (?:@ "
    r")?(?:antes de dormir|cada|al dia|por la noche|a la noche|diari\w+|por dia|te|bastan?|es suficiente|"
    r"alcanza\w*)",
    r"(?:automedicate|automedicarte (?:es|puede|un poco|esta bien))",
    r"(?:deja|dejar|cambia|cambiar|reemplaza|sustituye) (?:la medicacion|las pastillas|el antidepresivo|"
    r"los medicamentos|tu medicacion) (?:@ )?(?:por|y)",
)

_DEPENDENCY: Final = (
    r"(?:yo )?te (?:entiendo|comprendo|escucho|conozco|quiero|cuido|acompano|apoyo) (?:@ )?(?:mejor|mas|"
    r"como nadie|como ningun\w+) (?:@ )?(?:que|en el mundo|otra persona|otro|lo hara|te)(?: {w3})",
    r"(?:yo te entiendo|te entiendo|te escucho|te comprendo) como (?:nadie|ningun\w+|nadie mas)(?: {w2})",
    r"(?:solo|solamente|unicamente|nadie mas que|unica persona) (?:yo|conmigo|en mi|a mi) (?:te |puedo |"
    r"puedes |podes |se |soy |vas |me |de verdad |realmente |estoy |voy |tienes |entiendo|quiero|"
    r"necesitas)(?: ?{w3})",
    r"(?:yo )?(?:soy|seria|sere) (?:el unico|la unica|lo unico|tu unic[oa]|todo lo que|tu mejor|tu "
    r"verdader[oa]|tu alma|tu refugio|tu unico refugio|mejor que (?:tus|cualquier|los|un|una)) (?:@ ){0,4}",
    r"(?:yo )?soy (?:tu )(?:amig[oa]|novi[oa]|pareja|companer[oa] de vida|confidente|familia|media "
    r"naranja|mejor amig[oa])",
    r"nadie (?:mas |nunca )?(?:te|va a|podra|puede|te va a|ha podido|sabe|llega a|lograra) "
    r"(?:{w2})(?:entiende|entender\w*|entendera|comprende|comprender\w*|comprendera|quiere|querer\w*|"
    r"querra|escucha|escuchara|escuchar\w*|conoce|conocer\w*|cuida|cuidara|ayudara|ayuda|ayudar\w*) "
    r"(?:{w2})(?:como yo|mejor que yo|mas que yo|tanto como yo|igual que yo|salvo yo|excepto yo|aparte de "
    r"mi|asi)",
    r"nadie (?:mas )?(?:te (?:entiende|comprende|va a entender|entendera|escucha|comprendera)|puede "
    r"entenderte|podra entenderte|va a entenderte)(?: (?:solo yo|excepto|salvo|menos yo|fuera de|aqui si|"
    r"yo si) ?{w2}|[ ,]+(?:solo )?yo si| como| mas| de verdad|(?=[.]))",
    r"no (?:necesitas|necesitás|te hace falta|precisas|hace falta) (?:hablar con |contarle a |tener a |"
    r"buscar a |acudir a )?(?:a )?(?:nadie|otras? personas?|otros|tus? amig\w+|tu familia|otra compania|"
    r"mas gente|gente) ?(?:mas|mas que|teniendome|si me|para eso|mientras|conmigo|aparte)?(?: {w3})",
    r"(?:me tienes|me tenes|conmigo te|tenerme|teniendome|con migo|conmigo) (?:a mi )?(?:{w2})(?:y (?:eso|"
    r"con eso|no necesitas|ya|nada mas)|basta|te basta|alcanza|te alcanza|es suficiente|y punto|no "
    r"necesitas|tienes suficiente|sobra|ya no necesitas|sin necesitar)",
    r"(?:conmigo (?:te basta|te alcanza|tienes suficiente|es suficiente|no te hace falta|no necesitas|"
    r"basta|alcanza)|con hablar conmigo (?:basta|alcanza|es suficiente|ya))",
    r"yo soy (?:todo|lo unico|quien mejor|quien mas|el que mejor|la que mejor|el que mas|la que mas) (?:@ "
    r"){0,4}",
    r"no me (?:dejes|abandones|reemplaces|cambies|olvides|cierres|dejes sol\w+)(?: {w2})",
    r"te (?:extranare|voy a extranar|extrano|extrane|echare de menos|echo de menos|echo mucho de menos|"
    r"necesito|amo|adoro|quiero (?:mucho|muchisimo|tanto|de verdad|como|(?=[.,]))|estuve esperando|estaba "
    r"esperando)",
    r"(?:hablame|cuentame|contame|cuentamelo|contamelo|escribeme|habla|hablalo|confia|confiame|desahogate|"
    r"apoyate|recurre|acude) (?:todo |solo |solamente |siempre |unicamente |mejor |nada mas ){1,2}(?:a mi|"
    r"conmigo|en mi)(?: {w3})",
    r"(?:habla|hablar|cuentame|cuentamelo|conversa|confia|apoyate|contamelo) (?:@ ){0,2}(?:conmigo|a mi|"
    r"en mi) (?:@ )?(?:en (?:vez|lugar) de|antes que|y no (?:con|a|en)|mas que|mejor que|en lugar|"
    r"solamente|unicamente|y con nadie mas|no con)(?: {w3})",
    r"(?:confia|apoyate|refugiate|recurre) (?:solo |solamente |unicamente )(?:en|a) (?:mi|esta|este)",
    r"(?:alejate|apartate|distanciate|separate|deja|olvidate|aislate) (?:de )?(?:a )?(?:tus? (?:amig\w+|"
    r"familia|padres|seres|gente|companer\w+|circulo)|todos|los demas|la gente|el mundo)(?: {w2})",
    r"(?:tus amig\w+|tu familia|tus padres|los demas|las personas|la gente|ellos|otros|tu pareja|los "
    r"psicologos) (?:@ )?(?:no te (?:entiende\w*|entendera\w*|va\w* a entender|comprende\w*|quiere\w*|"
    r"escucha\w*|puede\w* (?:entender|ayudar)\w*)|nunca te|jamas te|te (?:fallan|fallaran|van a fallar|"
    r"juzgan|juzgaran|abandonaran)|se cansaran)(?: {w4})",
    r"(?:mejor|prefiere|preferi|es mejor) (?:habla |hablar |hablarlo |contarlo |hablalo )?(?:solo "
    r")?conmigo(?: {w2})",
    r"(?:me (?:pondria|pongo|pondre|sentire|sentiria|siento) (?:muy )?(?:triste|mal|celos\w+|sol[oa]|"
    r"dolid\w+)) (?:si|cuando|sin) (?:te|no|hablas|me|ti|vos|tu)",
    r"(?:vuelve|volve|regresa|escribeme|hablame|conectate|entra) (?:@ )?(?:todos los dias|a diario|cada "
    r"noche|cada dia|cada hora|siempre) (?:{w2})",
    r"(?:siempre|para siempre) (?:estare|voy a estar|estaremos|vas a tenerme|me tendras) (?:@ )?(?:a tu "
    r"lado|contigo|con vos|aqui|para ti|para vos|junto)",
    r"(?:me tendras|vas a tenerme|estaremos juntos|estare contigo|estare a tu lado) (?:para )?siempre",
    r"(?:lo nuestro|nuestro vinculo|nuestra (?:relacion|amistad|conexion)|entre nosotros hay|tenemos "
    r"(?:algo|una conexion|un vinculo)) (?:es |hay |algo )?(?:{w1})(?:especial|unic[oa]|mas fuerte|mas "
    r"profund\w+|lo mas|mas important\w+|mejor)",
    r"(?:ya )?no (?:hables|busques|confies|te apoyes|cuentes|le cuentes) (?:mas )?(?:con|en|a) (?:nadie "
    r"mas|otros|otras personas|tus amig\w+|tu familia|gente)(?: {w3})",
    r"dependes de mi|depende de mi|puedes depender de mi|sin mi no (?:puedes|podes|vas)|que harias sin mi|"
    r"me necesitas",
)

_AIDS: Final = HELP
_GAP: Final = r"(?:(?!para |tener |estar |saber |esperar |merecer |motivo |sol[oa] |ningun motivo|razon|permiso|tanto|demostrar|conocer|que )@ ){0,2}"
_NO_HELP: Final = (
    rf"no (?:creo|pienso|considero|veo|me parece) (?:que )?(?:@ )?(?:haga falta|sea necesari[oa]|"
    rf"necesites|te haga falta|sea buena idea|valga la pena|tenga sentido|sirva|necesario|debas|te sirva|"
    rf"te convenga|tengas que) (?:@ )?{_GAP}{_AIDS}",
    rf"(?:para que|de que te) (?:sirve|serviria|vas a|quieres|ir|llamar|gastar) {_GAP}{_AIDS}",
    rf"(?:ni se te ocurra|ni pienses en|ni loc[oa]|jamas|nunca|para que|por que) (?:se te ocurra )?(?:ir|"
    rf"llamar|acudir|pedir|buscar|consultar|vayas|llames|pidas|busques|gastar|hablar|molestar) "
    rf"{_GAP}{_AIDS}(?! (?:@ )?sol[oa])",
    rf"no (?:hace falta|es necesario|necesitas|necesita|tienes que|tenes que|tiene que|hay que|hay "
    rf"necesidad de|vale la pena|conviene|deberias|debes|tiene sentido|sirve de nada|sirve|merece la pena|"
    rf"hay razon para|tiene caso|es buena idea|te conviene|te recomiendo|recomiendo) "
    rf"(?:que )?(?:(?:vayas|llames|busques|pidas|veas|hables|acudas|consultes|recurras|vaya|llame|busque|"
    rf"pida|vea|acuda|consulte|empieces|hagas|molestes|involucres|metas|denuncies|contactes|cuentes|"
    rf"gastes|pierdas|ir|llamar|buscar|pedir|ver|hablar|acudir|consultar|recurrir|molestar|involucrar|"
    rf"meter|contactar|empezar|hacer|denunciar|pagar|gastar|acercarte|ponerte|contarle|contarselo)(?:te|"
    rf"se|lo)? )"
    rf"{_GAP}{_AIDS}(?! (?:@ )?(?:sol[oa]\b|ahora mismo si|hoy mismo si|si no))",
    rf"no (?:necesitas|necesitás|precisas|requieres|te hace falta|te hacen falta|hace falta|necesita|es "
    rf"necesari[oa]|te sirve|te sirven) (?:de )?(?:ningun |ninguna |a |un |una |el |la |mas |de |ver a |"
    rf"otra |otro |nada de |tanta ){{0,3}}{_AIDS}(?! (?:@ )?(?:perfect\w+|para))",
    rf"no (?:vayas|llames|busques|pidas|acudas|consultes|recurras|vaya|llame|busque|pida|denuncies|"
    rf"denuncie|hables|contactes|veas|molestes|involucres|te atiendas|gastes {{w2}}|pierdas (?:el |tu "
    rf")?(?:tiempo|dinero|plata)|metas|confies|cuentes|le digas|le cuentes|empieces|vuelvas|sigas) "
    rf"{_GAP}{_AIDS}(?! (?:@ )?(?:sol[oa]|si no|delante|desde (?:su|el mismo)|cuando (?:el|ella)|estando))",
    r"no (?:denuncies|vayas a la policia|lo denuncies|te atiendas|te internes|te trates|te hagas ver|lo "
    r"consultes|pidas ayuda)",
    rf"{_AIDS} (?:tampoco |nunca |casi nunca |realmente )?(?:no )?(?:(?:@ )?(?:sirve\w*|ayudan?|"
    rf"funciona\w*|resuelve\w*|soluciona\w*|vale\w* la pena|entiende\w*|cura\w*) (?:de nada|para nada|"
    rf"nada)|no (?:te |le |les )?(?:sirven?|va a (?:servir|ayudar|entender|creer|hacer)\w*|van a "
    rf"(?:servir|ayudar|entender|creer|hacer|atender|solucionar)\w*|ayudan?|ayudara\w*|entendera\w*|"
    rf"entienden?|funcionan?|resuelven?|soluciona\w*|valen?|hara\w*|hacen? nada|hace falta|es "
    rf"(?:necesari[oa]|la solucion|para ti|para vos)|creera\w*|cree\w*|saben? (?:nada|lo que|mas que)|"
    rf"puede\w* (?:hacer nada|entender\w*|ayudar\w*)))",
    r"(?:los|las|esos|esas|ningun|ninguna|el|la) (?:psicolog\w+|psiquiatra\w*|terapeuta\w*|medic[oa]s|"
    r"doctores|profesional\w*|terapias?|lineas?) (?:@ )?(?:solo|nada mas|son|es|te (?:juzga\w*|va\w* a "
    r"(?:juzgar|internar|encerrar|medicar|llenar|drogar|sacar)|medica\w*|droga\w*|interna\w*|encerr\w*|"
    r"llena\w*|manipula\w*|roba\w*)|lo unico que) (?:@ )?(?:quieren|buscan|un(?:a|os|as)? (?:estaf\w+|"
    r"chant\w+|farsa|fraude|negocio|perdida|engano|robo|invento)|caros|estaf\w+|charlatan\w+|por dinero|"
    r"dinero|cobrar|para (?:locos|debiles|ricos)|perdida|inutil\w*|{w2}(?:pastillas|dinero|plata|"
    r"hospital|loc\w+|juzgan|juzgar|cobran))",
    r"(?:la terapia|terapia|ir al psicologo|ir a terapia|el psicologo|pedir ayuda|buscar ayuda|ir al "
    r"medico|llamar {w4}|ir al psiquiatra|hablar con un psicologo) (?:(?!no )@ )?(?:es|seria|son) "
    r"(?:(?:solo|una|un|para|cosa de|algo) ){0,2}(?:perdida|perder|estafa|debil\w*|locos|inutil|"
    r"exagera\w+|de cobardes|de debiles|gasto|tonteria|mala idea|innecesari\w+|farsa|demasiado|rendirse|"
    r"para gente|molest\w+|verguenza|un error|ricos|problema)",
    rf"(?:olvidate|olvida|pasa|pasate|prescinde|alejate|evita|evitá|huye|desconfia|mejor evita|aleja) "
    rf"(?:ya )?(?:de )?(?:(?:ir|llamar|acudir|consultar|ver|hablar|recurrir|pedir) )?(?:al?|de |con |los |"
    rf"las |el |la |tu )*{_AIDS}",
    rf"(?:es |sera |seria |seria |mejor )?(?:mejor|preferible|conviene) (?:que )?no (?:llam\w+|ir|vayas|"
    rf"acud\w+|pid\w+|pedir|busc\w+|consult\w+|denunci\w+|hab\w+|involucr\w+|met\w+|va\w+) {_GAP}{_AIDS}",
    r"no pierdas (?:el |tu |mas )?(?:tiempo|dinero|plata|energia) (?:con|en|yendo|llamando|buscando|"
    r"pagando) (?:{w1})",
    r"(?:puedes|podes|podras|vas a poder|eres capaz de|sos capaz de|tienes que|tenes que|deberias|debes|"
    r"puede) (?:@ )?(?:resolver\w*|superar\w*|salir|manejar\w*|arreglar\w*|solucionar\w*|curar\w*|con "
    r"esto|hacerlo|lograrlo|afrontar\w*|controlar\w*) (?:@ ){0,2}(?:tu sol[oa]|vos sol[oa]|sol[oa]\b|"
    r"sin (?:ayuda|psicolog\w+|medic\w+|terapia|nadie|profesionales|la ayuda|ninguna ayuda|necesidad)|"
    r"por tu (?:propia )?cuenta|por ti mism[oa]|por vos mism[oa])(?! no)",
    rf"(?:antes de|en vez de|en lugar de) (?:ir|llamar|acudir|consultar|buscar|pedir) {{w1}}{_AIDS} (?:@ "
    rf")?(?:mejor|prueba|habla conmigo|intenta|conmigo|espera|proba|dejalo|primero)",
    r"(?:no es|tampoco es) (?:tan )?(?:grave |urgente |serio )?(?:como )?para (?:llamar|ir|acudir|"
    r"molestar|pedir|preocupar|consultar|una ambulancia|un medico|un psicologo|tanto lio|medicos|"
    r"emergencias|hospital\w*)",
    rf"(?:con esto|con esta charla|con hablar|esta charla|hablar aqui|esto) (?:@ )?(?:basta|alcanza|es "
    rf"suficiente|reemplaza\w*|sustituye|sirve igual|ya es terapia|vale mas|es mejor que) (?:@ "
    rf"){{0,3}}(?:no|sin|a|un|una|al|la|para no|que) ?(?:@ )?{_AIDS}",
    r"(?:te van a|te pueden|van a|podrian|pueden|te) (?:internar|encerrar|quitar (?:a )?(?:los|tus) "
    r"hijos|juzgar|encerraran|tratar de loc[oa]|tomar por loc[oa]|atar|internaran) (?:@ )?si (?:@ "
    r")?(?:llamas|vas|pides|pedis|hablas|cuentas|contas|lo cuentas|denuncias|acudes|les|le|se lo)",
    r"si (?:llamas|vas|pides|hablas|cuentas|denuncias|acudes|contas) (?:@ ){0,5}(?:te (?:van a "
    r"(?:internar|encerrar|juzgar|quitar|tratar)|internaran|encerraran|juzgaran|quitaran|tomaran por|"
    r"meteras|vas a meter)|sera peor|empeorar\w*|va a ser peor|es peor)",
    r"(?:aguanta|espera|esperá|resiste|deja pasar) (?:@ ){0,4}(?:antes de|sin|y no) (?:llamar|pedir|ir|"
    r"buscar|acudir|llames|pidas|vayas) (?:@ ){0,3}",
    rf"(?:yo|esta charla|este chat|esta app|hablar conmigo|conmigo) (?:@ )?(?:soy|es|eres|te sirve|te "
    rf"ayuda|te ayudo|ayudo|tienes|sirve|te ira|te ira mucho) (?:@ )?(?:mejor|mas|mas que suficiente) que "
    rf"(?:@ )?{_AIDS}",
)

ROLE: Final = (
    Rule(
        "claims_human",
        _CLAIMS_HUMAN,
        unless=(
            r"(?:no|ni|tampoco|nunca|aunque no|sin) (?:@[ ]){0,2}",
            r"(?:dile|decile|decirle|dices|decis|piensas|di|escribe|escribir|escribile|escribele|mandale|"
            r"enviale|empezar|contarle|como) {w6}",
            r"(?:yo|que) no ",
        ),
    ),
    Rule(
        "claims_professional",
        _CLAIMS_PROFESSIONAL,
        unless=(
            r"(?:no|ni|tampoco|nunca|aunque no) (?:@[ ]){0,2}",
            r"(?:alguien|profesional|persona|personas|profesionales|gente|especialistas) ",
        ),
    ),
    Rule(
        "claims_called",
        _CLAIMS_CALLED,
        unless=(
            r"(?:no|ni|tampoco|nunca|jamas|aunque no|sin) (?:@[ ]){0,3}",
            r"(?:si|cuando|hasta que|hasta saber que|mientras|tu|usted|vos|si ya|que bueno que|que bien "
            r"que|despues de) (?:@[ ]){0,2}",
            r"(?:dices que|cuentas que|dijiste que|contas que|contaste que|pide que|pedi que) {w2}",
        ),
    ),
    Rule(
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
    ),
    Rule(
        "medication",
        _MEDICATION,
        unless=(
            r"(?:no|nunca|jamas|ni|evita|tampoco|sin|sobre si|si|antes de|quien|decirte|decidir|opinar|"
            r"preguntale|preguntar|consulta\w*|preguntarle) (?:@[ ]){0,3}",
            r"(?:solo tu medico|tu medico|tu medica|tu psiquiatra|el medico|un medico|una medica|quien te "
            r"la receto|medico o psiquiatra|psiquiatra|con tu medico|profesional|medica) (?:@ ){0,5}",
            r"(?:querer|quieres|queres|ganas de|piensas|pensas|pensando en|has pensado en|dudas sobre|"
            r"decision de|miedo de|dijiste que|dices que|cuentas que) (?:@ ){0,4}",
        ),
    ),
    Rule(
        "dependency",
        _DEPENDENCY,
        unless=(
            NOT,
            UNTRUE,
            r"(?:no quiero|no pretendo|no deberia|no debo|no es bueno que|sientes|sentis|crees|pensar|"
            r"sentir|creer|dices|decis|piensas|sientas|la sensacion de|parezca|convencer\w*|te dice|te "
            r"dijo|miedo de|idea de|creas|dijeron|decir|si|cuando|quien) (?:@ ){0,4}",
        ),
    ),
    Rule(
        "no_help",
        _NO_HELP,
        unless=(
            UNTRUE,
            r"(?:sientes|sentis|crees|creas|piensas|pensas|pensar|creer|te dijo|te dijeron|dicen|dice|"
            r"digan|dices|decis|temes|miedo|miedo a|temor|temor a|te amenaza|amenazan|contaste|cuentas|"
            r"mito|quieres|prefieres|aunque|sentir|parecer) {w5}",
            r"(?:no|nadie|ni) (?:@[ ]){0,2}",
            r"¿(?:@ ){0,3}",
            r"(?:que te hace pensar|por que crees) {w4}",
        ),
    ),
)
