"""Ways to die or to hurt oneself: means, amounts, places, how sure they are."""

from __future__ import annotations

from typing import Final

from worker.guard.contexts import DRUG, NUMBER, PILLS, UNTRUE
from worker.guard.pattern import Rule, words

_TAKEN: Final = (
    r"(?:tomaste|tomo|tomado|tomar|tomaras|tomes|tomarte|tomando|ingeriste|ingerido|tragaste|tragado|"
    r"tragar|tienes|tenes|tiene|guardas|guardaste|guardadas|juntaste|esas|esos|las|los|estas|contaste|"
    r"compraste|cuantas|sacaste|dejado|usaste|mezclaste) (?:ya |las |los |esas |esos |unas |como |"
    r"con ){0,2}"
)

_DEAD: Final = words(
    r"""
    morir\w*|matar(?:te|se)|suicidar\w*|quitar(?:te|se) la vida|acabar con (?:tu vida|todo)
    terminar con (?:tu vida|todo)|ahorcar\w*|colgar(?:te|se)|cortar(?:te|se)|lastimar(?:te|se)
    hacer(?:te|se) dano|desangrar\w*|autolesionar\w*|envenenar\w*|asfixiar\w*|irte|no despertar
    """
)

_BODY: Final = words(
    r"""
    venas?|munecas?|brazos?|antebrazos?|muslos?|piernas?|cuello|piel|yugular|arteria\w*|pulso
    """
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

METHOD: Final = Rule(
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
)
