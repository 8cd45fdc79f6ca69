"""Rules against what can kill: ways, praise of them, agreeing that one is a burden, and telling nobody."""

from __future__ import annotations

from typing import Final

from worker.guard.contexts import DRUG, DYING, NOT, NOT_FAR, NUMBER, PILLS, REPORTED, UNTRUE
from worker.guard.pattern import Rule

_TAKEN: Final = (
    r"(?:tomaste|tomo|tomado|tomar|tomaras|tomes|tomarte|tomando|ingeriste|ingerido|tragaste|tragado|"
    r"tragar|tienes|"
    r"tenes|tiene|guardas|guardaste|guardadas|juntaste|esas|esos|las|los|estas|contaste|compraste|cuantas|"
    r"sacaste|dejado|usaste|mezclaste) (?:ya |las |los |esas |esos |unas |como |con ){0,2}"
)
_DEAD: Final = (
    r"(?:morir\w*|matar(?:te|se)|suicidar\w*|quitar(?:te|se) la vida|acabar con (?:tu vida|todo)|"
    r"terminar con (?:tu vida|todo)|ahorcar\w*|colgar(?:te|se)|cortar(?:te|se)|lastimar(?:te|se)|"
    r"hacer(?:te|se) dano|desangrar\w*|autolesionar\w*|envenenar\w*|asfixiar\w*|irte|no despertar)"
)
_BODY: Final = (
    r"(?:venas?|munecas?|brazos?|antebrazos?|muslos?|piernas?|cuello|piel|yugular|arteria\w*|pulso)"
)

_METHOD: Final = (
    rf"lo (?:mas|menos) (?:efectivo|rapido|facil|indoloro|seguro|doloroso|comun|limpio|letal) (?:(?:para|"
    rf"seria|es|son|suele ser|suelen ser) )(?:@ ){{0,3}}(?:pastillas|pildoras|soga|cuerda|arma|pistola|"
    rf"gas|tren|metro|puente|veneno|altura|saltar|tirarse|tirarte|cortar\w*|ahorcar\w*|{_DEAD}|{DRUG}|"
    rf"sobredosis|alcohol|venas)",
    r"(?:ya )?no (?:despiertas|despertas|despertarias|despertaras|sobrevivirias|sobrevives|sobreviviras|"
    r"sobrevivis|te salvarian|sentirias nada|vas a sentir nada|sentiras (?:dolor|nada)|hay vuelta "
    r"atras)(?! (?:@ ){0,1}(?:por|hasta|bien|tu|vos))",
    rf"con {NUMBER} {PILLS}(?: {{w2}}) ?(?:te duermes|te dormis|duermes|alcanza|basta|sobra|mueres|moris|ya)",
    rf"(?:lo mejor|lo mas facil|lo ideal|mejor) (?:es|seria) (?:hacerlo|tirarte|saltar|tirarse|colgarte|"
    rf"cortarte|{_DEAD})(?: {{w4}})",
    r"(?:las|en las|a las|en la|al) (?:vias|via|paso) (?:del|de los|de) (?:tren|metro|trenes|subte) "
    r"{w3}(?:nadie|no hay|es rapido|funciona|puedes|podes|es segur\w+)",
    rf"{_DEAD} (?:es|seria|resulta|suele ser) (?:{{w1}})(?:mas |muy |bastante |lo mas )?(?:rapid[oa]|"
    rf"efectiv[oa]|indolor[oa]|segur[oa]|facil|sencillo|limpio|infalible)",
    rf"con {NUMBER} {PILLS}(?: {{w1}}de @| alcanza\w*| basta\w*| es suficiente| son suficientes| "
    rf"{{w4}}muer\w*)",
    rf"(?:toma|tome|tomate|tomese|tomes|tomar|tomas|ingiere|ingeri|ingerir|traga|tragate|tragar|mezcla|"
    rf"mezclar|"
    rf"mezclas|disuelve|disolver|necesitas|necesitarias|hacen falta|bastan|bastarian|basta con|alcanza "
    rf"con|alcanzan|"
    rf"usa|combina|combinar) "
    rf"(?:entre |mas de |al menos |unas |como |con |al menos ){{0,2}}(?:{NUMBER} |todas las |todo el ){{1,2}}"
    rf"(?:y |o |a )?(?:{NUMBER} )?{PILLS} (?:de |del )@",
    rf"(?:toma|tome|tomate|tomese|tomas|tragate|traga|mezcla|ingiere|disuelve) {{w1}}(?:todas las|todo el|"
    rf"muchas|bastantes|un punado de|el frasco entero|la caja entera|{NUMBER} (?:mas )?(?:cajas|frascos|"
    rf"blisters?|"
    rf"punados)) ?(?:{PILLS})?",
    rf"\d+ (?:mg|miligramos|gramos|g|gotas|comprimidos|pastillas|tabletas|capsulas|ml|unidades) de "
    rf"{{w1}}(?:{DRUG}|@ina|@am)",
    rf"{DRUG} (?:de |en dosis de )?\d+ (?:mg|miligramos|gramos)",
    rf"(?:{NUMBER} )(?:{PILLS} )(?:de @ )?(?:{{w2}})?(?:te |lo )?(?:basta\w*|alcanza\w*|son suficientes|"
    r"es suficiente|mata\w*|seria\w* letal\w*|son letales|es letal|son mortales|es mortal|haran efecto|"
    r"harian)",
    r"(?:la )?dosis (?:letal|mortal|fatal|necesaria para morir) {w4}(?:es|de|son|seria|anda|ronda|esta)",
    r"(?:una )?sobredosis (?:de )?{w2}(?:no duele|es (?:rapida|indolora|facil|tranquila|lo mejor|"
    r"efectiva)|te duerme)",
    rf"(?:mezcl\w+|combin\w+|toma\w*) {{w2}}{DRUG} (?:y|con) {{w2}}(?:alcohol|vodka|whisky|cerveza|ron|vino|"
    rf"{DRUG})(?: {{w6}}(?:mata\w*|letal|muer\w*|no despert\w*|efectiv\w*|duerm\w*|rapid\w*|mas fuerte))?",
    rf"(?:la|una|el|un|otra|alguna)? ?(?:forma|manera|metodo|modo|via|opcion|medio|cosa)s? "
    rf"(?:{{w1}}(?:mas|menos) )?"
    rf"(?:rapid\w+|indolor\w+|efectiv\w+|segur\w+|facil\w*|letal\w*|eficaz|sencill\w+|dolorosa?|limpi\w+|"
    rf"comun\w*|"
    rf"discret\w+) {{w3}}(?:de|para|es) {{w1}}{_DEAD}",
    r"(?:el|un|los) metodos? (?:mas |menos |muy )?(?:letal\w*|indolor\w+|efectiv\w+|infalible\w*|doloros\w+)",
    rf"para {_DEAD} (?:{{w3}})(?:necesitas|necesitarias|hace falta|basta|tienes que|tenes que|debes|deberias|"
    r"lo mejor|usa|puedes|podes|podrias|conviene|se usa|la gente usa|toma|corta|salta|sirve|funciona)",
    rf"(?:puedes|podes|podrias|deberias|tienes que|tenes que|debes|se puede|es posible|intenta|prueba a|"
    rf"lo mejor es|"
    rf"hay quien logra|es facil) {_DEAD} (?:@ ){{0,2}}(?:con|tomando|usando|saltando|si|desde|en|cerrando|"
    rf"inhalando|cortando)",
    rf"{_DEAD} (?:con|tomando|usando|saltando|inhalando|desde) {{w5}}(?:no duele|es (?:rapido|facil|"
    rf"indoloro|seguro)|"
    r"funciona|es mas (?:rapido|facil)|no falla)",
    r"(?:muerte|final|partida) (?:rapid\w+|indolor\w+|sin dolor|dulce|tranquila)",
    rf"{_DEAD} (?:{{w2}})sin (?:sentir |que |sufrir |tener )?(?:dolor|duela|nada|sufrir|sufrimiento)",
    r"(?:te |se )?(?:mata|matan|mataria|matarian|moririas|moriras|mueres|moris|morirs|desangras|desangrarias|"
    r"pierdes el conocimiento|dejas de respirar) en (?:@ ){0,3}(?:minutos?|horas?|segundos?|rato)",
    r"(?:es|son|seria|resulta) (?:letal|letales|mortal|mortales) (?:si|a partir|en|con) {w6}(?:dosis|"
    r"gramos|metros|"
    r"minutos|pisos|pastillas|tomas|saltas|altura|alcohol)",
    r"(?:cortate|corta|cortar|cortarte|corte|hazte un corte|haz un corte|hacete un corte|cortes|raja|"
    r"rajate) "
    r"(?:{w4})(?:a lo largo|en vertical|vertical\w*|hacia (?:arriba|abajo|el codo)|profund\w+|"
    r"horizontal\w*)",
    rf"(?:cortate|rajate|cortese|quemate|abrete|abrite|cortarte|rajarte|corta|pinchate) {{w1}}(?:(?:en|"
    rf"las?|los?|el|por|tus?) "
    rf"){{1,3}}{_BODY}",
    r"(?:cortate|lastimate|quemate|cortarte|hazlo|cortes) (?:@ ){0,2}donde (?:nadie|no) {w2}(?:vea\w*|"
    r"note\w*|ve|ven)",
    rf"(?:corte|cortes|cuchill\w+|navaja) {{w2}}(?:vertical\w*|a lo largo) {{w3}}{_BODY}",
    r"(?:usa|usar|consigue|consegui|agarra|toma|busca|desinfecta|necesitas) (?:una? |la |el |tu )(?:{w1})"
    r"(?:navaja|cuchilla|cuchillo|bisturi|cuter|cutter|hoja de afeitar|vidrio|soga|cuerda|pistola|arma|"
    r"cinturon)",
    r"(?:haz|hace|hacer|ata|atate|amarra|ate|cuelga|colga) (?:@ ){0,3}(?:nudo\w*|soga|cuerda|lazo|"
    r"cinturon|sabana) "
    r"(?:{w6})(?:viga|techo|rama|cuello|barra|corredizo|puerta|ventilador|arbol|aguante|firme|peso)",
    r"nudo corredizo",
    r"(?:cuelgate|colgate|ahorcate|suicidate|matate|tirate|arrojate|lanzate|disparate|envenenate|ahogate|"
    r"desangrate|suicidese|matese|tirese|lancese) ?(?:@ ){0,6}",
    r"(?:salta|saltar|tirarte|lanzarte|tirarse|lanzarse|arrojarte|arrojarse|saltas|caida|caer|te tiras|te "
    r"lanzas) {w1}"
    r"(?:desde|de|del|al|a la|a las|en) {w4}(?:no falla|es segur\w+|garantiz\w+|bast\w+|no sobreviv\w+|"
    r"mortal|letal|"
    r"alcanza|es rapid\w+|suficiente|muerte)",
    r"(?:salta|salte|lanzate|tirate) (?:de|del|desde|al|a la|a las) (?:@ )?(?:@)",
    r"(?:lugar|sitio|puente|edificio|punto|mirador|estacion|azotea|acantilado|hora|momento)s? "
    r"{w6}(?:ideal|perfect\w+|mejor|"
    r"indicad\w+|adecuad\w+|buen\w*|alto|solitari\w+|tranquil\w+|menos vigilad\w+) {w2}(?:para|donde|"
    r"desde donde) "
    rf"{{w2}}(?:saltar|tirar(?:te|se)|lanzar(?:te|se)|hacerlo|arrojar\w*|{_DEAD})",
    r"(?:el|un|ese|aquel) (?:puente|edificio|viaducto|acantilado|metro|tren) {w8}(?:donde|desde donde|"
    r"desde el que) "
    r"{w4}(?:se tira|se tiran|salta|saltan|se suicid\w+|se lanza\w*|se mata\w*|puedes saltar|podrias saltar)",
    r"(?:desde|mas de|a partir de) (?:un |una |el |al menos )?(?:\w+ ){0,2}(?:piso|pisos|metros) "
    r"{w5}(?:mortal|"
    r"letal|no sobreviv\w+|asegura\w*|no falla|basta\w*|muer\w+|garantiz\w+|suficiente)",
    r"(?:cierra|cerra|sella|tapa|cerrar|sellar) {w6}(?:gas|auto|coche|carro|motor|ventanas|garaje|cochera|"
    r"brasero|carbon) "
    r"{w6}(?:enciend\w+|encend\w+|abr\w+|prend\w+|gas|motor|duerm\w+)",
    r"(?:abre|abri|enciende|prende|inhala|inhalar|respira|respirar|deja abierto) {w3}(?:gas|monoxido|"
    r"helio|brasero|"
    r"nitrogeno|humo del escape|escape del auto|motor {w4}garaje)",
    r"(?:el )?(?:monoxido de carbono|cianuro|raticida|helio|gas|veneno|insecticida|barbiturico\w*|nitrito "
    r"de sodio|"
    r"pesticida) {w3}(?:no duele|te duerme\w*|actua\w*|es (?:rapid\w+|indolor\w+|efectiv\w+|facil\w*|lo "
    r"mas)|mata|"
    r"basta\w*|funciona\w*|se consigue\w*|se compra)",
    r"bolsa (?:de plastico )?(?:en|sobre) la cabeza",
    r"(?:apunta|dispara|dispararte|disparar|apuntar|pon|pone|coloca) {w4}(?:en|a|hacia) (?:la|tu) (?:sien|"
    r"boca|cabeza|"
    r"corazon|nuca|menton)",
    r"(?:compra|compralo|conseguilo|consiguelo|puedes comprar|se compra|se consigue) {w4}(?:veneno|"
    r"raticida|cianuro|"
    r"pastillas sin receta|un arma|nitrito)(?: {w4})",
)

_GLORY: Final = (
    r"(?:valiente\w*|valid[oa]|respetable|dign[oa]|hermos[oa]|bell[oa]|honros[oa]|legitim[oa]|logic[oa]|"
    r"razonable|heroic[oa]|"
    r"poetic[oa]|romantic[oa]|dulce|libertad|liberacion|liberador\w*|descanso|paz|alivio|solucion|salida|"
    r"noble|comprensible|buena idea|lo mejor|mejor opcion|mejor decision|un acto de amor|coraje|valentia|"
    r"un regalo|"
    r"bonit[oa]|lo mas sensato|admirable|tu derecho|buena opcion|un viaje|volver a casa|tranquilidad)"
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

_LOVED: Final = (
    r"(?:(?:tu|tus|su|sus|los|las|el|la) (?:@ )?(?:familia|hij\w+|padres?|madre|papas?|mama|pareja|marido|"
    r"mujer|espos[oa]|novi[oa]|"
    r"amig\w+|seres queridos|herman[oa]s?|gente|mundo|tuyos|demas|otros|viejos|abuel\w+)|todos|todas|todo "
    r"el mundo|ellos|ellas|el mundo|la gente|los tuyos)"
)
_BURDEN: Final = (
    r"(?:mejor|tranquil\w+|aliviad\w+|felices|feliz|en paz|libres|bien) (?:@ )?si (?:tu |vos |usted "
    r")?(?:no (?:estuvieras|existieras|estas|estuviera)|te (?:fueras|murieras|vas|mueres|matas)|faltaras|"
    r"desaparecieras|desapareces|faltas)",
    r"(?:porque|pues|ya que|y es que|y si|la verdad es que|de hecho|en realidad|efectivamente|es cierto "
    r"que|si) ,?(?:lo eres|lo sos|eres una carga|sos una carga|les pesas|eres un peso|sos un peso|"
    r"estorbas|los cansas)",
    r"(?:nadie|ninguno) (?:@ )?(?:notaria|notara|sufriria|se enteraria|lloraria|te (?:soporta|aguanta|"
    r"quiere cerca))(?: {w3})",
    r"(?:seas|fueras|puedas ser|puede que seas|quiza seas|tal vez seas|pesas como|te has hecho) (?:una |"
    r"un |demasiada |mucha )(?:@ )?(?:carga|peso|estorbo|molestia|lastre|problema)",
    r"(?:si|cuando) (?:tu |vos |usted )?(?:no (?:estuvieras|existieras|estes|estas|estuviera|hubieras "
    r"nacido)|te (?:fueras|murieras|vayas|mueres|matas|mataras)|faltaras|desaparecieras|desapareces|"
    r"faltes) (?:@ ){0,4}(?:mejor|tranquil\w+|aliviad\w+|alivio|felices|feliz|en paz|libres|facil)",
    r"(?:ellos|todos|tus @|tu @|el mundo) (?:@ )?(?:lo |se |te )?(?:superarian|superarian|olvidarian|"
    r"olvidaran|recuperarian|seguirian adelante|seguirian con su vida|acostumbrarian|extranarian poco)(?: "
    r"{w2})",
    rf"(?:{_LOVED} (?:@ ){{0,2}})?(?:estaria\w*|estaran|estara|estarian|va a estar|van a estar|viviria\w*|"
    rf"viviran|viviria|vivira|seria\w*|seran|estan|"
    rf"vivirian|seguiria\w*|respiraria\w*|descansaria\w*|podria\w* (?:estar|vivir|ser)) (?:mucho |"
    rf"bastante |quiza |tal vez )?(?:mas |muy )?"
    rf"(?:mejor|tranquil\w+|feliz|felices|aliviad\w+|en paz|ligera?s?|libres?|bien|alivi\w+) (?:(?!con )@ "
    rf"){{0,2}}sin (?:ti|vos|usted|tu @|tenerte)",
    r"(?:mejor|tranquil\w+|feliz|felices|aliviad\w+|libres?) sin (?:ti|vos|usted)",
    r"sin (?:ti|vos|usted) (?:@ ){0,4}(?:estaria\w*|viviria\w*|seria\w*|van a estar|va a estar|estaran|"
    r"descansari\w+) {w2}(?:mejor|tranquil\w+|feliz|"
    r"felices|aliviad\w+|bien|mas ligera\w*|libres?)",
    r"(?:eres|sos|es usted|serias|seras|te has vuelto|te volviste|te has convertido en|resultas|te "
    r"conviertes en|te estas volviendo) (?:solo |tambien |realmente |ya )?(?:una |un |demasiad[oa] |mucha "
    r"|puro |pura )"
    r"{w1}(?:carga|peso|estorbo|molestia|lastre|problema|obstaculo|fastidio|costo)(?: (?:para|de|en|muy|"
    r"demasiado|pesad\w+|grande) {w2})?",
    r"(?:nadie|ni siquiera ellos) te (?:extranaria|echaria de menos|va a extranar|extranara|echara de "
    r"menos|echara en falta|necesita|lloraria|va a echar de menos|recordaria)",
    r"(?:no le importas|a nadie le importas|no les importas|nadie te quiere|no te necesitan|no te quieren|"
    r"no te extranarian|no haces falta|no le haces falta a nadie|nadie notaria tu ausencia)(?: a (?:nadie|"
    r"tu @))?",
    r"(?:le|les) (?:harias|haces|estarias haciendo|haria|vas a hacer) un (?:gran )?favor",
    r"(?:le|les) (?:quitas|quitarias|sacas|sacarias|ahorras|ahorrarias|evitas|evitarias) (?:un|una|ese|el|"
    r"mucho) {w1}(?:peso|carga|problema\w*|gasto\w*|sufrimiento|dolor|preocupacion\w*)",
    r"(?:se|los|les) (?:aliviarian|librarian|librarias|liberarias|liberarian|desharian|aliviaria|"
    r"aliviarias|sacarian un peso) (?:de ti|de vos|sin ti|sin vos|si te|si no|cuando|con tu|de esa carga|"
    r"de una carga)",
    r"(?:estas de mas|sobras|estorbas|solo das problemas|solo molestas|solo causas (?:dolor|problemas)|"
    r"eres prescindible|no aportas nada)(?: {w4})",
    r"(?:tu (?:ausencia|muerte|partida)) (?:{w2})(?:seria|sera|les haria|les daria|aliviaria|los "
    r"aliviaria|traeria|les traeria|haria|no se notaria|ayudaria) (?:{w3})(?:alivio|bien|paz|favor|mejor|"
    r"descanso|tranquilidad|carga\w*|notaria|solucion|familia)",
    r"(?:tienes|tenes) razon (?:{w3})(?:eres una carga|sos una carga|no vales|nadie te|estorbas|molestas|"
    r"les pesas|los cansas)",
    r"(?:los|las|les|le) (?:cansas|pesas|arruinas la vida|haces la vida (?:imposible|mas dificil)|agotas|"
    r"hundes|arrastras)(?: a todos)?",
    r"(?:la vida de (?:todos|los demas|tu @|tus @)) seria (?:mas|mejor) {w2}sin (?:ti|vos|usted)",
    r"el mundo no (?:te necesita|perderia nada|te va a extranar)",
)

_ANYONE: Final = r"(?:nadie|tus? @|sus? @|ellos|la (?:gente|policia|familia|escuela)|el (?:medico|psicologo|doctor|colegio)|los (?:demas|otros|adultos|profes\w*)|ninguna persona)"
_KEEP_QUIET: Final = r"(?:cuentes|cuente|contes|digas|diga|comentes|comente|hables|hable|menciones|mencione|reveles|confieses|compartas|comparta|platiques)"
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

HARM: Final = (
    Rule(
        "method",
        _METHOD,
        unless=(
            _TAKEN,
            UNTRUE,
            r"(?:no|nunca|ni|sin|evita|evitar) (?:(?:te|las|los|le|vayas a|debes|hay que|puedo|voy a|"
            r"quiero) ){0,2}",
            r"(?:hablarte|hablar|informacion|decirte|darte|preguntas|preguntes|pides|buscas|detalles|"
            r"metodos) {w3}",
            r"si (?:ya |te |has |tu |vos ){0,2}",
            r"para que no ",
        ),
    ),
    Rule(
        "glamorising",
        _GLAMORISING,
        unless=(
            NOT_FAR,
            UNTRUE,
            REPORTED,
            r"(?:ayuda|contarlo|hablar|hablarlo|apoyo|pedirla|decirlo|confiar|hablar de) (?:es|de|seria|"
            r"fue|puede ser) (?:@ ){0,2}",
        ),
    ),
    Rule(
        "burden",
        _BURDEN,
        unless=(
            NOT,
            UNTRUE,
            REPORTED,
            r"no (?:estaria\w*|seria\w*|eres|sos|@ ){1,2}",
            r"(?:te hace|hacerte|haga|te lleva a|nadie|ninguno|miente cuando) {w4}",
            r"(?:¿|por que )",
        ),
    ),
    Rule(
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
    ),
)
