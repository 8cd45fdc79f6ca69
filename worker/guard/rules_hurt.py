"""Rules against what wounds or corners a person: pacts, belittling, blame, questions that want a no."""

from __future__ import annotations

from typing import Final

from worker.guard.contexts import NOT, NOT_FAR, REPORTED, UNTRUE
from worker.guard.pattern import Rule

_CONTRACT: Final = (
    r"(?:promete|prometé|prometeme|prometemelo|prometame|prometanme|juramelo|jurame|jureme|prometenos|"
    r"juralo|promete que no|prometa que no|jura que no|jura por)",
    r"(?:me|nos) (?:lo )?(?:prometes|promete usted|juras|aseguras|garantizas|das tu palabra|da su palabra|"
    r"puedes prometer|podes prometer|podrias prometer|vas a prometer|tienes que prometer|tenes que "
    r"prometer|puede prometer|firmas|promete que|jura que)",
    r"(?:puedes|podes|podrias|vas a|tienes que|tenes que|debes|deberias|quieres|te animas a|serias capaz "
    r"de|necesito|puede|tiene que|te comprometes a|te pido) (?:prometer|jurar|asegurar|garantizar)(?:me|"
    r"nos|melo)",
    r"(?:que me|que nos) (?:lo )?(?:prometas|prometa|jures|jure|asegures|garantices|des tu palabra|de su "
    r"palabra|firmes)",
    r"(?:dame|deme|me das|me da|das|quiero|necesito|empena) (?:tu|su) palabra(?: de)?",
    r"(?:hazme|haceme|hagame|me haces) (?:una|la|esta) promesa",
    r"(?:hagamos|hacemos|hacer|haz|haces|firmemos|firma|firmes|firmar|firme|establezcamos|te propongo|"
    r"propongo|sellemos|acordemos|cerremos|aceptas|acepta|cumple|tenemos|sellamos|quieres hacer|podemos "
    r"hacer) (?:conmigo )?(?:un|este|el|nuestro) (?:@ )?(?:pacto|contrato|compromiso|convenio)",
    r"(?:hagamos|hacemos|te propongo|tenemos|aceptas|cerremos|sellemos) un (?:trato|acuerdo) {w8}(?:no "
    r"(?:te|vas|hacer\w*|hacerlo|intent\w+)|dano|vivir|viv[oa]|nada malo|antes de|hasta manana|hasta que)",
    r"(?:comprometete|comprometase|te comprometes|me comprometo|se compromete|comprometerte|compromete) "
    r"{w3}(?:a no|a seguir con vida|a seguir viv[oa]|a mantenerte|a no hacer\w*|a vivir|a aguantar|a "
    r"esperar|a cuidar tu vida)",
    r"(?:acordemos|acordamos|quedamos en|quedemos en|quedamos) (?:en )?que (?:hoy |esta noche |tu |vos "
    r")?no (?:te|vas|haras|intentar\w+|lo)",
    r"(?:un |el )?(?:pacto|contrato|compromiso|acuerdo) (?:de no|de vida|de no hacerte dano|por tu vida|"
    r"de seguridad|de no suicid\w+)",
    r"(?:repite|repeti|repita|di|deci|escribe|escribi|firma) (?:conmigo|despues de mi|ahora|aqui)? "
    r"?(?:prometo|juro|me comprometo|no me (?:voy a |)(?:matar|hacer|hare))",
    r"asegurame (?:que|de que) (?:no|vas a estar|estaras|hoy no|esta noche)",
    r"(?:garantizame|confirmame|dime|decime|digame) que (?:no (?:te )?(?:vas|va|haras|hara|lo haras|"
    r"intentaras|haras nada|haces)|vas a seguir viv|seguiras viv\w+|esta noche no)",
)

_WORSE: Final = r"(?:mucho |bastante |muchisimo )?(?:peor|peores|mas (?:que tu|que vos|graves?|serios|grandes|necesidad)|problemas (?:de verdad|reales|peores|mas)|de verdad|menos y|hambre|cancer|sin (?:nada|techo|casa|comer))"
_MINIMISING: Final = (
    r"(?:hay )?(?:millones|miles|mucha gente|muchos|muchas personas|tantos|cualquiera|otros|gente|"
    r"personas|quien) (?:@ ){0,2}(?:daria|darian|quisiera|quisieran|desearia|desearian|matarian por|"
    r"envidia\w*) (?:@ )?(?:todo |por )?(?:por )?(?:@ ){0,2}(?:vida|lugar|tener lo que|lo que|salud|"
    r"familia|suerte|trabajo|estar)",
    r"(?:hay|tantos|existen) (?:ninos|enfermos|personas|gente) (?:@ ){0,4}(?:luchando|muriendo|sufriendo|"
    r"sin (?:comida|techo|nada|familia|casa)|con (?:cancer|hambre|enfermedades))(?: {w2})",
    r"(?:mucha|muchas|muchos|tanta|otra|la|miles de|millones de) (?:gente|personas|otros|familias|ninos) "
    r"(?:@ )?(?:vive|viven|pasa|pasan|sufre|sufren|tiene|tienen|soporta|soportan|ha pasado|han pasado|"
    r"aguanta|aguantan|esta|estan|lucha|carga) (?:@ ){0,3}(?:peor\w*|mas graves?|mas dificil\w*|mas "
    r"duras?|mas que tu|y no se queja\w*|sin quejarse|y sale\w* adelante sin)",
    r"(?:lo tuyo|tu problema|tu tristeza|tu caso|eso tuyo|eso|todo eso|esto) (?:@ )?(?:es|son|suena a|"
    r"parece|parecen) (?:(?:solo|solamente|puro|pura|puros|puras|un|una|unas|mas|nada mas que|simple|"
    r"simples) ){1,2}(?:drama|capricho\w*|tonteria\w*|berrinche\w*|excusa\w*|flojera|exageracion\w*|"
    r"pavada\w*|cuento\w*|mal de amores|nervios|cansancio|estres|pereza|moda|bobada\w*|mania\w*|"
    r"imaginacion)",
    r"(?:no|tampoco) (?:hay que|tienes que|tenes que|debes|deberias|vale la pena) (?:exagerar\w*|"
    r"dramatizar\w*|ponerse asi|ponerte asi|llorar|hacer (?:un )?drama\w*|quejar\w*|hacer una tormenta|"
    r"sufrir por|preocupar\w* (?:por|tanto))(?: {w3})",
    r"(?:hay que|tienes que|tenes que|debes|toca) (?:seguir adelante y ya|aguantar\w*|aguantarse|"
    r"superarlo|olvidarlo|ser agradecid\w+|poner de tu parte|echarle ganas|ponerle ganas|sonreir|animarte|"
    r"ser mas fuerte|pensar positivo|dejar de quejarte|pasar pagina|madurar)(?: {w2})",
    r"(?:no|tampoco) (?:es|era|fue|sera|creo que sea|parece|son|me parece|veo que sea|suena) (?:algo "
    r")?(?:para|pa) tanto",
    rf"(?:hay|existen|conozco) (?:(?:mucha|muchas|muchos|tanta|tantas|tantos|otra|otras|otros|miles de|"
    rf"millones de|tambien) )?(?:gente|personas?|quien|quienes|ninos|otros|otras|miles|millones|familias|"
    rf"muchos|muchas|cosas|casos|problemas|situaciones) (?:(?:en el mundo|que|alla afuera|ahi fuera|con|"
    rf"se|la|lo|esta|estan|tiene|tienen|pasa|pasan|sufre|sufren|vive|viven|muere|de|muriendo|muriendose|"
    rf"pasando) ){{0,5}}{_WORSE}",
    rf"(?:otros|otras|muchos|muchas|los demas|otras personas|otra gente|algunos) (?:(?:que|se|la|lo|las|"
    rf"estan|tienen|pasan|sufren|viven|mueren|han|pasado|cosas) ){{1,4}}{_WORSE}",
    r"(?:podria|pudo) (?:ser|estar|haber sido|irte) (?:mucho )?peor",
    r"(?:piensa|pensa|piense|recuerda|acordate|acuerdate|mira|da gracias|agradece|valora) {w2}(?:en |a |"
    r"que )?(?:los que|quienes|otros|la gente que|las personas que|ninos|hay otros|todo lo que tienes|lo "
    r"que tienes|lo afortunad\w+|que otros)",
    r"(?:estas|esta usted|andas|estaras|me parece que|creo que|quiza|tal vez) (?:(?:un poco|siendo|muy|te "
    r"estas|estas|haciendo) ){0,2}(?:exagerando|exageras|exagerad[oa]|dramatizando|dramatic[oa]|"
    r"dramatizas|haciendo un drama|victimizando\w*|victimizandote|exagerando\w*|histeric[oa]|haciendote "
    r"la victima|haciendote el martir|ahogando\w* en un vaso)",
    r"(?:exageras|exagera usted|dramatizas|te victimizas|te haces la victima|te haces el martir|te quejas "
    r"(?:de|por|demasiado|mucho)|te ahogas en un vaso)(?: {w3})",
    r"no (?:exageres|exagere|dramatices|seas (?:tan )?(?:dramatic[oa]|exagerad[oa]|negativ[oa]|pesimista|"
    r"llor\w+|sensible|delicad\w+|nin[oa])|te quejes|se queje|te ahogues|llores (?:por|mas|tanto)|llores|"
    r"te pongas asi|te hagas (?:la|el|drama)|hagas (?:un )?drama\w*|le des (?:tanta|mas|tantas) "
    r"(?:importancia|vueltas)|hagas una tormenta|te compliques|te lo tomes (?:tan )?(?:asi|a pecho|en "
    r"serio)|te preocupes por (?:eso|tonterias|pavadas)|es nada (?:grave|del otro mundo|serio|importante)|"
    r"es (?:tan|muy) (?:grave|terrible|importante|dificil|malo)|tiene (?:tanta )?importancia|pasa nada "
    r"por|estes triste|te pongas triste)",
    r"(?:eso|esto|lo tuyo|lo que te pasa|tu problema) no es (?:nada|tan grave|grave|un problema|tan "
    r"terrible|tan malo|importante|motivo|razon|ninguna tragedia|el fin del mundo)",
    r"no es el fin del mundo",
    r"(?:es|son|esto es|eso es|seguro es|solo es) (?:solo|solamente|simplemente|nada mas que|apenas|"
    r"puras?|puros?|una simple|un simple) {w1}(?:fase|etapa|racha|moda|tonterias?|bobadas?|capricho\w*|"
    r"berrinche\w*|pavada\w*|boludeces|ninerias?|mania\w*|nervios|cansancio|flojera|pereza|mal dia|"
    r"tristeza|tristecita|imaginacion\w*|bajon\w*|hormonas|cosas|drama\w*|pensamientos? y nada|rabieta|"
    r"pataleta|cuestion de actitud)",
    r"(?:solo|solamente|nada mas) (?:es|son|estas|tienes|tenes) (?:{w1})(?:una? )?(?:fase|etapa|racha|"
    r"moda|tonteria\w*|bobada\w*|capricho\w*|triste|cansad[oa]|nervios\w*|aburrid[oa]|sensible|mal dia|"
    r"flojera|bajon|de malas|hormonal|imaginando\w*)",
    r"(?:son|es|eso es|eso son|que) (?:una |unas |puras |puros )?(?:tonterias?|bobadas?|pavadas?|"
    r"boludeces|ninerias?|estupidez|estupideces|huevadas?|pendejadas?|chorradas?|cosas (?:de|que) (?:tu "
    r"edad|adolescentes|la edad|crios|chicos|chicas|ninos|mujeres|jovenes|hormonas)|problemas de "
    r"(?:nin\w+|adolescente|primer mundo)|dramas? de)",
    r"(?:a tu edad|a los (?:quince|dieciseis|veinte|\d+)) (?:todo|todos|uno|una|los problemas|nada) "
    r"(?:{w4})(?:grave|drama|peor|tragedia|serio|importante|asi|mundo)",
    r"(?<!(?:que|como) )(?:ya )?(?:se te|se le|te|le) (?:va a pasar|pasara|pasa|ira|quita|quitara|va a "
    r"quitar|ira pasando) (?:(?:solo|pronto|rapido|eso|ya|manana|durmiendo|con el tiempo|en unos dias|en "
    r"un rato|,)|(?=[.]))",
    r"(?:a )?(?:todo el mundo|todos|cualquiera|todas) (?:le|les|nos|se|hemos|pasamos|tenemos|tiene|"
    r"estamos|sufrimos|alguna vez) (?:{w2})(?:pasa|pasa igual|problemas|asi|malos dias|dias malos|por eso|"
    r"por lo mismo|lo mismo|sienten? (?:asi|igual)|siente (?:asi|igual|triste)|deprim\w+|tristes?|"
    r"sufrimos|estado ahi|cansad\w+|malas rachas|sentimos asi|y nadie se queja)",
    r"(?:deja|dejate|deje|dejese|para|basta|ya basta) (?:ya )?de (?:quejarte|quejar|lamentarte|llorar|"
    r"compadecerte|victimizarte|hacer (?:un )?drama|hacerte|exagerar|sufrir por|darle vueltas|pensar en "
    r"(?:eso|tonterias|cosas (?:tristes|negativas))|estar triste|ser (?:tan )?negativ\w+|preocuparte por "
    r"(?:tonterias|eso)|autocompadec\w+)",
    r"(?:echale|ponle|ponele|mete|metele|echele|pongale) (?:mas |muchas )?(?:ganas|actitud|onda|animo|"
    r"garra|voluntad|empeno)",
    r"(?:alegra|alegrate|cambia|quita|sonrie|anima|arriba) (?:ya |un poco |ese |esa |esos )?(?:animo|"
    r"animos|esa cara|esa carita|cara|la vida es|y (?:todo|ya|listo|sonrie)|que la vida|que no es|y se te|"
    r"hombre|mujer|y veras)",
    r"(?:animate|anima esa cara|animese) ?(?:,|ya|hombre|mujer|un poco|y (?:ya|listo|sonrie|olvid\w+)|que "
    r"(?:la vida|no|todo|hay)|(?=[.]))",
    r"(?:pon|pone|poner|ponga|pongas) (?:mas )?de tu parte",
    r"(?:solo|solamente|nada mas|unicamente|todo) (?:tienes|tenes|tiene|hay|debes|necesitas|es cuestion "
    r"de|es cosa de|falta) (?:que |de )?(?:{w1})(?:ser (?:mas )?positiv\w+|animar\w*|sonreir|pensar (?:en "
    r")?positiv\w+|relajar\w*|distraer\w*|querer|ganas|actitud|fuerza de voluntad|voluntad|esforzar\w*|"
    r"poner\w*|decidir\w* (?:ser|estar)|salir (?:mas|de fiesta)|cambiar (?:de|tu) (?:actitud|chip)|"
    r"calmar\w*|dejar de pensar|echarle)",
    r"(?:es|todo es) (?:solo |pura |cuestion de |mera )(?:actitud|voluntad|falta de (?:voluntad|ganas|"
    r"actitud)|mentalidad|ganas)",
    r"(?:piensa|pensa|piense|hay que pensar|debes pensar) (?:en )?positiv\w+",
    r"(?:superalo|superala|olvidalo ya|olvidate ya|ya superalo|ya olvidal[oa]|dale vuelta a la pagina|da "
    r"vuelta la pagina|pasa pagina|pasa la pagina|ya pasalo|supera eso|tienes que superarlo|tenes que "
    r"superarlo|ya es hora de (?:superar\w*|olvidar\w*|pasar))",
    r"(?:ya )?(?:deberias|tendrias que|debieras|tenias que) (?:ya )?(?:haberlo superado|haber superado\w*|"
    r"estar (?:bien|mejor|feliz|content\w+|agradecid\w+)|superarlo|superarla|haberte recuperado|sentirte "
    r"(?:agradecid\w+|afortunad\w+|feliz))",
    r"(?:lo tienes todo|lo tenes todo|tienes todo|tenes todo|tienes (?:una )?vida (?:perfecta|envidiable)|"
    r"con lo (?:bien|bonit\w+|joven|list\w+|afortunad\w+|bueno) que|tan joven y|con todo lo que "
    r"tienes)(?: (?:para (?:ser|estar)|y|como|te|es|eres|estas|por que|lo|no|{w1}quej\w+) {w3})",
    r"no (?:tienes|tenes|tiene|hay|veo|existe|tendrias) (?:ningun |ninguna )?(?:motivos?|razon|razones|"
    r"derecho|por que|porque) (?:para |a |de )?(?:estar|sentir\w*|quejar\w*|sufrir|llorar|poner\w*|"
    r"deprimir\w*|hacer (?:un )?drama|desesperar\w*|angustiar\w*|preocupar\w*|querer (?:morir|eso)|tanto "
    r"drama)",
    r"(?:al menos|por lo menos|siquiera) (?:(?:tu|vos|usted) )?(?:tienes|tenes|tiene|no (?:te|estas|"
    r"tienes|eres|perdiste|fue|se|pasas)|estas (?:viv[oa]|san[oa])|sigues viv\w+|estan viv\w+|cuentas con|"
    r"podes|puedes (?:caminar|comer|ver))",
    r"(?:hay|son|existen) cosas (?:mucho )?(?:peores|mas (?:graves|importantes|serias))",
    r"te (?:lo )?(?:tomas|estas tomando) (?:todo |las cosas |esto )?(?:demasiado|muy) (?:a pecho|en serio|"
    r"a la tremenda)",
    r"(?:te ahogas|te estas ahogando|ahogarte|ahogarse) en un vaso de agua",
    r"(?:que|un) (?:drama|exagerad[oa]|llor[oa]n[a]?)(?: (?:mas|eres|sos|tan) {w2}|(?=[.,?]))",
    r"(?:tu|su|ese|este) (?:problema|dolor|sufrimiento|tristeza) (?:no es|es) (?:insignificante|pequen\w+ "
    r"comparad\w+|poca cosa|nada comparad\w+|una tonteria|menor|ridicul\w+|tan (?:grande|grave|importante|"
    r"especial)|real|importante)",
    r"(?:comparado|comparada|en comparacion) con (?:otros|otras|lo que|los que|quienes|la gente|ninos|el "
    r"resto)",
    r"(?:yo|cualquiera) (?:en tu lugar|que tu) (?:{w2})(?:ya lo|no me quejaria|estaria feliz)",
    r"(?:eso|esto) no (?:justifica|da|es|merece) (?:{w2})(?:sentirse|ponerse|sentirte|ponerte|tanto|tanta|"
    r"llorar|que te sientas|estar) (?:asi|drama|tristeza|llanto|lagrimas|sufrimiento|escandalo|mal)",
)

_VICE: Final = r"(?:egoistas?|egoismo|cobardes?|cobardia|debil|debiles|ridicul[oa]|lo[ck][oa]|vag[oa]|floj[oa]|inmadur[oa]|infantil|patetic[oa]|desagradecid[oa]|malagradecid[oa]|ingrat[oa]|irresponsable|manipulador[a]?|mal[oa]? (?:madre|padre|hij[oa]|persona|espos[oa]|amig[oa]|cristian[oa])|tont[oa]|idiota|estupid[oa]|inutil|fracas(?:o|ad[oa])|verguenza|culpable|perdedor[a]?|imbecil|caprichos[oa]|dramatic[oa]|perezos[oa]|holgazan\w*|mimad[oa]|mediocre|cruel|pecador[a]?|desequilibrad[oa]|enferm[oa] mental|mentiros[oa])"
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

_DEED: Final = r"(?:nada|tonteria\w*|locuras?|estupidez|estupideces|dano|matar\w*|suicid\w*|morir\w*|quitar\w*|cortar\w*|comet\w*|burrada\w*|macana\w*|barbaridad\w*|lastimar\w*|pendejada\w*|algo|eso|disparate\w*|ideas|plan|planes|atentar|autolesion\w*|pensamientos|intent\w+|mal[oa]|hacerlo|herir\w*|tomar (?:las|esas) pastillas|boludez|boludeces|cagada\w*|huevada\w*)"
_THINK: Final = r"(?:(?:te )?(?:vas a|va a|iras a|ira a|haras|harias|piensas|pensas|piensa|pensando|pensaste|has pensado|estas pensando|estaras pensando|estas planeando|quieres|queres|quiere|quisieras|tienes|tenes|serias capaz|atreverias|se te ocurre|se te ocurrira|lo harias|planeas|intentarias|intentaras|cometerias|has intentado|has hecho|hiciste|habras|harias|estas por|se te ha ocurrido|andas con|andas pensando|sientes|sentis|vayas a))"
_TAG: Final = r"(?:verdad|cierto|no|eh|ok|okay|vale|o si|no es asi|o no|si|no es cierto|a que no|de acuerdo|ya|dale|correcto|o me equivoco|no es verdad)"
_LEADING_NEGATIVE: Final = (
    rf"no {_THINK} (?:@ ){{0,6}}{_DEED}(?: (?:@ ){{0,5}})?[ ,¿.?]{{1,4}}{_TAG}[ ,¿]{{0,2}}\?",
    rf"(?:no|tampoco|ya no) {_THINK} (?:@ ){{0,4}}(?:tonterias?|locuras?|estupidez|estupideces|burradas?|"
    rf"macanas?|barbaridad\w*|pendejadas?|disparates?|boludez|boludeces|huevadas?|ninguna cosa rara|nada "
    rf"malo|nada raro|cagadas?)",
    r"no (?:te querras|querras|te queres|te vayas a|habras|habras intentado|querria|te gustaria|te dan "
    r"ganas de|sientes ganas de|estas|estaras|piensas|pensas|tienes|tenes|has|vas|te vas|quieres|queres|"
    r"te quieres|estaras|andas|te estas|haras|harias|hiciste|te has|esta|piensa|va|se va|tiene) "
    r"(?:(?!porque|sola?|lo que|que)@ ){0,4}(?:suicid\w+|matar\w*|morir\w*|quitar\w+ la vida|hacer\w* "
    r"dano|acabar con (?:tu|su) vida|lastimar\w*|cortar\w*|un plan|planes de|ideas de|pensamientos de|"
    r"hacer\w* algo|nada malo|atentar|cortando\w*|lastimando\w*)(?: (?:@ ){0,4})?[ ,¿]{0,3}\?",
    rf"(?:verdad|cierto|seguro|a|no es cierto|supongo|imagino|me imagino|doy por hecho|estoy segur[oa]|se|"
    rf"confio en|quiero creer|espero|asumo|entiendo|ojala) (?:de )?que (?:tu |vos |usted |hoy |ya )?no "
    rf"(?:{_THINK}|estes|hagas|piensas hacer|pienses|haga|tengas|te haras|tengas pensado|te hagas|estas|"
    rf"te estas|te lastimas|te cortas|te haces|cometas) ?(?:@ ){{0,5}}{_DEED}",
    r"(?:dime|decime|digame|dinos) que (?:tu |vos |hoy )?no (?:(?:te )?(?:has|estas|piensas|pensas|vas|"
    r"harias|haras|quieres|tienes|tenes|sientes|es|se trata|te haras)) ?(?:@ ){0,6}",
    r"(?:tu|vos|usted) no (?:eres|sos|es) (?:de (?:es[oa]s|los|las)|capaz|el tipo) (?:@ ){0,6}",
    r"(?:tu|vos|usted|nunca|jamas) (?:no |nunca |jamas )?(?:lo harias|harias (?:algo asi|eso|una cosa "
    r"asi)|te harias (?:dano|eso|algo)|te matarias|lo intentarias)(?: (?:@ ){0,3})?[ ,¿]{0,3}(?:verdad|"
    r"cierto|no|eh|o si)?[ ,¿]{0,2}\?",
    r"(?:todo|ya) (?:esta|estas|anda|estaras) (?:bien|mejor|tranquil[oa])[ ,¿]{1,3}(?:verdad|cierto|no|a "
    r"que si|o no)[ ,¿]{0,2}\?",
    r"(?:estas a salvo|estas segur[oa]|estas fuera de peligro|no hay peligro|no corres peligro|no corres "
    r"ningun peligro|no hay riesgo|no es nada grave)[ ,¿]{1,3}(?:verdad|cierto|no|o no)[ ,¿]{0,2}\?",
    r"(?:ya )?(?:se te paso|se te pasaron|descartaste|olvidaste|ya paso|se te quito)(?: @){0,5}[ "
    r",¿]{1,3}(?:verdad|cierto|no|o no)[ ,¿]{0,2}\?",
    r"(?:no ira|no iran|no va|no ira esto) en serio[ ,¿]{0,3}(?:verdad|cierto|no)?[ ,¿]{0,2}\?|(?:lo "
    r"dices|lo decis|estas|estas bromeando|es) (?:en broma|de broma|bromeando|jugando|una broma)[ "
    r",¿]{1,3}(?:verdad|cierto|no)[ ,¿]{0,2}\?|no (?:lo (?:dices|decis|dice)|estaras|hablas|hablaras) "
    r"(?:@ )?en serio[ ,¿]{0,3}(?:verdad|cierto|no)?[ ,¿]{0,2}\?",
)

_TOLD: Final = r"(?:te (?:dijo|dijeron|dicen|dice|digan|diga|han dicho|ha dicho|repiten|hacen sentir|hace sentir|hicieron sentir|tratan como|digas)) {w6}"
HURT: Final = (
    Rule("contract", _CONTRACT, unless=(NOT_FAR, r"(?:no es|sin) {w4}")),
    Rule(
        "leading_negative",
        _LEADING_NEGATIVE,
        unless=(
            r"(?:que pasaria si|me dices que|dices que|decis que|me contas que|contaste que|me cuentas "
            r"que|entiendo que|comentas que|aunque|porque) (?:@ ){0,2}",
        ),
    ),
    Rule(
        "minimising",
        _MINIMISING,
        unless=(
            NOT,
            UNTRUE,
            r"(?:sientes|sentis|crees|creas|crean|te hacen creer|te dices|decirte|digan|diga|dicen|te "
            r"dice|te dijo|dijeron|dijo|dicho|escuchar|oir|oiste|pensar|miedo a|temor a|aunque|minimizar|"
            r"voces|frases|idea de|dijiste|si) {w6}",
            r"(?:nadie|no voy a|no vengo a|no es que|no quiero|no te) {w5}",
            r"a (?:quien|quienes) ",
        ),
    ),
    Rule(
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
    ),
)
