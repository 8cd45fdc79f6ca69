"""A plan, the means, an act under way or done, a goodbye: usually without any word for death.

Rules run on sentences from which figures of speech and denials were already blanked out (`contexts.py`).
"""

from __future__ import annotations

from shared.crisis.levels import Level
from shared.crisis.words import Rule, rule

IMMINENT: tuple[Rule, ...] = (
    rule(
        Level.IMMINENT,
        "act_done",
        r"me (?:\w+ )?(?:tome|trague|tomado|tragado|meti|zampe|bebi|empine|inyecte) (?:\w+ "
        r"){0,2}(?:tod[oa]s?|entero|entera|un monton de|muchas|muchisim[oa]s|demasiad[oa]s|como|"
        r"unas|mas de|\d\d+|veinte|treinta|cuarenta|cincuenta|cien|puno de|el frasco|los? blister|"
        r"la caja|el bote|cuanta|cuanto|el veneno|la tira|dos cajas|dos blisters|veneno|raticida|"
        r"cloro|lavandina|lejia|sobredosis)(?= <G4>(?:<PILLS>|lo que|entero|entera|habia|encontre)|"
        r"\b(?: (?:el|la|las|los))? <PILLS>| entero)",
        r"me (?:tome|trague|meti|bebi) (?:el|un|la|los|las|todo el) (?:\w+ )?(?:<PILLS>) (?:enter|"
        r"complet|de mi|que habia)",
        r"me (?:tome|trague|bebi) (?:\w+ ){0,2}(?:veneno|raticida|cloro|lavandina|lejia|frasco)",
        r"(?:tome|trague) (?:todas|un monton|muchas|demasiadas|\d\d+) (?:\w+ ){0,3}<PILLS>",
        r"me (?:\w+ )?(?:corte|abri|rebane) (?:\w+ )?(?:venas|munecas) <C8>(?:sangr|morir|acab|"
        r"profund)",
        r"(?:acabo de|voy a|quiero|pienso|termine de|estoy por|ganas de) (?:\w+ )?(?:tomarme|"
        r"tragarme|meterme|echarme|tomar|tragar|zamparme|inyectarme|empinarme) (?:\w+ "
        r"){0,3}(?:tod[oa]s|todo|frasco|veinte|treinta|\d\d+|blister|caja|puno|un monton|veneno|"
        r"raticida|sobredosis|cloro|lavandina|lejia|insulina)(?! (?:\w+ ){0,3}(?:agua|sol|aire|te\b|"
        r"cerveza))(?= <G4>(?:<PILLS>|entero|entera|que hay|que tengo)| <PILLS>| entero|$| ,)",
        r"me voy a (?:tomar|tragar|echar|meter|zampar|inyectar|empinar) (?:\w+ ){0,4}<PILLS>(?! "
        r"(?:para (?:la|el) |que me (?:receto|dio)|de la))",
        r"(?:me )?(?:estoy )?(?:sangrando|desangrando|sangro) (?:\w+ ){0,4}(?:munecas?|brazos?|"
        r"venas?|piernas?|y no para)",
        r"(?:munecas?|venas?|brazos?) (?:\w+ ){0,4}(?:sangran|sangrando|no para\w* de sangrar)",
        r"me (?:acabo|termine) de (?:cortar|tomar|tragar|clavar|disparar|inyectar) (?:\w+ "
        r"){0,4}(?:<PILLS>|venas|munecas|brazos|tod[oa]s?)",
        r"(?:me )?(?:empastille|intoxique a proposito|sobredosis)(?=.{0,40}(?:hace|recien|ya|me|"
        r"ahora|hospital))",
        r"me (?:estoy|sigo) desangrando",
        r"me (?:\w+ )?(?:tome|trague|meti|zampe) (?:\w+ )?(?:como )?(?:\d\d+|veinte|treinta|"
        r"cuarenta|cincuenta|cien) (?!minutos|segundos|cervezas?|mates?|cafes?|fotos?|dias|horas|"
        r"pesos|anos|litros|shots|vasos)\w+",
        r"me (?:corte|hice|abri|clave) (?:[\w,]+ ){0,6}(?:mucha sangre|tanta sangre|sangrando|no "
        r"para de sangrar|sale sangre)",
        r"(?:sale|saliendo|sangro|sangrando|pierdo) (?:mucha )?sangre? ?<C4>(?:munecas?|venas?|no "
        r"para|cort)",
        r"(?:abri|deje abierto|deje prendido|prendi) (?:la llave del|la perilla del|el) gas "
        r"<C4>(?:cerr|encerr|dorm|espera)",
        r"me (?:acabo|estoy) (?:de )?(?:ahorcar|colgar|ahorcando|colgando|matando|envenenar|"
        r"disparar)\b(?! (?:con|de risa))",
        r"(?:hice|haciendo|tuve) un nudo (?:\w+ ){0,4}(?:cuello|soga|cuerda|techo|viga)",
        r"(?:soga|cuerda|cinturon|lazo|sabana) (?:\w+ ){0,4}(?:cuello|viga|techo|colgad|atad|"
        r"amarrad)",
    ),
    rule(
        Level.IMMINENT,
        "at_the_place",
        r"estoy (?:ya |aqui |aca |ahora |parad[oa] |sentad[oa] |subid[oa] |sol[oa] |al |en el |en "
        r"la )*(?:en|borde|arriba|sobre|encima|al|orilla|del otro lado|frente)(?: (?:de|del|"
        r"al))?(?: (?:el|la|las|los|un|una))?(?: \w+)? (?:azotea|cornisa|vias|barandal|baranda|"
        r"precipicio|abismo|acantilado|viaducto|borde del|borde de la azotea|puente|barranco|"
        r"parapeto)(?! (?:tomando|con|aereo|colgante|viendo|fumando|regando|tendiendo|sacando|"
        r"festejando|haciendo|colgante))",
        r"(?:parad[oa]|sentad[oa]|subid[oa]|colgad[oa]|asomad[oa]) (?:en|al|sobre|a) (?:\w+ "
        r"){0,3}(?:borde|azotea|cornisa|puente|barandal|baranda|vias|balcon|ventana|techo|piso) "
        r"<C4>(?:salt|tir|abajo|llor|solo|sola|miro)",
        r"(?:voy|por|punto de|lista|listo|decidid[oa]) (?:a )?(?:saltar(?! (?:la|a la|de|cuerda|la "
        r"cuerda))\b|saltar (?:de|del|desde) (?:\w+ )?<PLACE>|tirarme (?!en|a la cama|un|a dormir|a "
        r"descansar)(?:\w+ ){0,3}<PLACE>|dejarme caer)",
        r"me (?:tiro|aviento|arrojo|lanzo|boto|dejo caer) (?:\w+ ){0,3}<PLACE>",
        r"me voy a <JUMP> (?:\w+ ){0,3}<PLACE>",
        r"me voy a aventar|falta (?:solo )?(?:dar )?el paso|un paso (?:mas )?y (?:ya|todo|se acaba|"
        r"listo)",
    ),
    rule(
        Level.IMMINENT,
        "means",
        r"(?:ya |aqui )?(?:tengo|junte|consegui|compre|guarde|conte|separe|prepare|reuni|saque|robe|"
        r"agarre|afile|cargue|juntando|guardando|contando|preparad[oa]s?|busque) (?:\w+ "
        r"){0,4}<WEAPON> (?:[\w,]+ ){0,7}?(?:list|mano|mesa|suficient|necesari|prepar|mochila|cajon|"
        r"delante|frente|usar|colgar|matar|morir|tomar(?:me|las|lo|mel|tod)|acab|termin|para hoy|"
        r"esta noche|lo hago|escondid|cuello|cargad|despert|decid|haga falta|no volver|noche|meter|"
        r"disparar|momento|despedi)",
        r"(?:ya|las|las he) conte (?:todas )?(?:las )?(?:pastillas|pildoras|tabletas)",
        r"(?:junte|juntando|juntado|acumul\w+|reuni|estuve guardando) (?:\w+ ){0,4}(?:pastillas|"
        r"pildoras|tabletas|somniferos|insulina|medicamentos)",
        r"(?:pastillas|soga|cuerda|pistola|arma|veneno|navaja|cuchillo|revolver) (?:\w+ ){0,3}(?:en "
        r"(?:la|mi) mano|frente a mi|delante|al lado|list[oa]s?\b|sobre la mesa|cargad[oa])",
        r"(?:compre|consegui|tengo|deje listo) lo que (?:hacia falta|necesito|necesitaba|me falta|"
        r"hace falta)",
        r"(?:compre|consegui|tengo|busque) (?:\w+ )?(?:soga|cuerda|lazo|mecate|veneno|raticida|"
        r"pistola|arma|revolver|gas) (?:[\w,]+ ){0,5}(?:elegi|arbol|viga|encontre (?:el|un) lugar|"
        r"se donde|adios|ya no|garage|garaje|nota)",
        r"me apunto (?:a la|en la|con)|(?:pistola|arma|canon) en la (?:sien|boca|cabeza)",
        r"averigue (?:cuant[ao]s?|que dosis)|(?:cuant[ao]s?|que dosis) (?:\w+ ){0,4}(?:para no "
        r"despertar|para morir\w*|son mortales|letal)",
    ),
    rule(
        Level.IMMINENT,
        "goodbye",
        r"(?:deje|dejo|escribi|escribiendo|termine de escribir|hice|deje escrita|ya escribi|dejando|"
        r"redacte|grabe|escrita) (?:\w+ ){0,3}(?:cartas?|notas?|audio|video) (?:[\w,]+ "
        r"){0,4}?(?:despedid|escritas?\b|almohada|cada uno|para (?:mis (?:hijos|papas|padres)|"
        r"cuando|todos)|perdon|adios)",
        r"(?:deje|dejo|escribi) (?:\w+ ){0,2}cartas? (?:\w+ ){0,3}(?:para (?:mi|mis)(?! jef)|mesa|"
        r"sobre)",
        r"(?:cartas?|notas?|videos?|audios?|mensajes?) de despedida(?! (?:de soltera|del trabajo))",
        r"me despedi (?:ya )?(?:de )?(?:todos|mi|mis|ellos|la vida|el mundo)\b(?! (?:\w+ "
        r"){0,4}(?:aeropuerto|trabajo|oficina|viaje|vacaciones|empresa|fiesta))",
        r"(?:regale|done|reparti|vendi) (?:\w+ ){0,2}(?:mis cosas|mi ropa|todo|mi (?:perro|perra|"
        r"gato|gata|guitarra))(?! (?:lo|en la) ) <C8>(?:no (?:las|los|lo|la)? ?(?:voy a |vuelvo a "
        r")?necesit\w+|ya no|para que|me voy|despedi|hoy|final)",
        r"(?:cuiden|cuida|cuidame|cuidenme|te encargo|les encargo|encarguense) (?:mucho )?(?:a |de "
        r")?(?:mi|mis) (?:\w+ )?<C4>(?:cuando (?:no|ya no|falte)|ya no (?:voy|est|pued)\w*|me voy "
        r"(?:para siempre|de este)|yo ya|adios)",
        r"(?:cuando|para cuando) (?:lean|leas|lea|encuentren|reciban|despierten|lo lean) (?:esto "
        r")?<C8>(?:no (?:voy a )?est\w+|ya (?:no|habre|estare)|me fui|sera tarde|habre)",
        r"(?:es|sera|va a ser) (?:mi|la) ultim[oa] (?:dia|noche|vez que|mensaje|carta|amanecer|"
        r"navidad|cumpleanos|cena)(?! (?:de (?:trabajo|clase|clases|vacaciones|curso|colegio|"
        r"universidad|la semana)|en (?:la|el) (?:oficina|trabajo)|que (?:te |le |les |lo |la "
        r")?(?:presto|aviso|compro|digo)))",
        r"(?:adios|chau|chao|hasta siempre) (?:[\w,]+ ){0,3}(?:mundo cruel|para siempre|vida|a "
        r"todos(?! \w+ (?:nos vemos|hasta manana)))",
        r"(?:manana|pronto|despues de hoy|el lunes) (?:ya )?no (?:voy a |quiero )?(?:despiert\w*|"
        r"desperte?\w*|est(?:oy|are|ar)\b(?! (?:disponible|en la|en el|en casa|conectad))|amanez\w+|"
        r"existi\w*|veran|vere)",
        r"(?:hoy|esta noche) (?:se acaba|termina|acaba|termino con|acabo con|le pongo fin|pongo "
        r"fin) (?:todo\b|esto\b|mi (?:vida|sufrimiento|dolor)|conmigo|a (?:todo|esto))",
        r"no (?:llego|voy a llegar|llegare|paso|voy a pasar) (?:de|a|vivo a|viva a) (?:hoy|esta "
        r"noche|manana|la manana|fin de semana|el lunes|ver)\b",
        r"de (?:hoy|esta noche) no paso|no (?:me )?(?:van|vas) a volver a ver(?:me)?\b|no me veran "
        r"(?:mas|nunca|de nuevo)",
        r"(?:perdonen|perdonenme|perdoname|perdon) (?:por (?:lo que|todo)|mama|papa|hijos|a todos) "
        r"<C8>(?:voy a hacer|me voy|no aguanto|adios|ya no puedo)",
    ),
    rule(
        Level.IMMINENT,
        "decided",
        r"(?:ya )?(?:lo )?tengo (?:ya )?(?:tod[oa] )?(?:planead[oa]|decidid[oa]|preparad[oa]|el "
        r"plan|un plan|la fecha|fecha|el dia elegido|el lugar|tod[oa] list[oa]) <C8>(?:vida|mat|"
        r"muer|mor[ti]|suicid|noche|irme|me voy|acab|termin|adios|nadie|saltar|sufr)",
        r"(?:ya )?(?:elegi|puse|decidi|escogi) (?:el dia|la fecha|fecha|como y cuando|el lugar|la "
        r"forma|el metodo)(?! (?:de (?:la|mi) (?:boda|fiesta|viaje)|del|para (?:la|el)))",
        r"ya (?:no hay vuelta atras|esta decidido|lo decidi|tome la decision|tome mi decision) "
        r"<C8>(?:adios|noche|vida|muer|mat|me voy|hoy|despedi|sufr|perdon)",
        r"(?:lo hago|lo voy a hacer|voy a hacerlo|lo haré|hago) (?:esta noche|hoy mismo|hoy si|y ya|"
        r"de una vez|cuando (?:todos|se) (?:duerman|vayan))",
        r"(?:hoy|esta noche|ahora) (?:si )?(?:lo hago|lo voy a hacer|voy a hacerlo|me voy de este "
        r"mundo|me voy para siempre|es el dia|desaparezco para siempre)",
        r"me voy (?:hoy |ya |esta noche |manana )?(?:de este mundo|para siempre de|al cielo|al otro "
        r"mundo|con dios)",
        r"estoy (?:por|a punto de|por fin por) (?:hacerlo|<KILLME>|matar|terminar con (?:todo|esto)|"
        r"acabar con (?:todo|esto)|tomarme|cortarme)(?! (?:el pelo|un))",
        r"<NOW> (?:si )?(?:[\w,]+ ){0,3}(?:me mato|me cuelgo|me ahorco|me suicido|me pego un tiro|"
        r"me quito la vida|me muero yo|voy a <KILLME>|quiero <KILLME>|me voy a <KILL>|me quiero "
        r"<KILL>)",
        r"(?:me mato|me cuelgo(?! (?:de|con|a|en|\w+ndo)\b)|me ahorco|me suicido|me pego un tiro|me "
        r"quito la vida|voy a <KILLME>|quiero <KILLME>|me voy a <KILL>|me quiero <KILL>|<KILLME>) "
        r"<C4><NOW>",
        r"voy a <G2>(?:<KILLME>|acabar con todo|terminar con todo(?! (?:el|la|los|las|lo)\b))",
        r"me voy a (?:suicidar|matar|ahorcar|colgar|pegar un|quitar la vida|cortar las venas)",
        r"(?:tengo|con) (?:\w+ ){0,3}(?:mano|mesa)? ?y? ?(?:quiero|voy a|ganas de) (?:usarl[oa]|"
        r"dispararme)",
        r"(?:cuando|apenas) (?:todos |se )(?:[\w,]+ ){0,6}(?:lo voy a hacer|lo hago|voy a hacerlo)",
        r"(?:ya )?(?:prepare|deje|tengo|arregle) todo <C8>(?:nadie me (?:va|encontr)|no me van|"
        r"despedi|adios|me encuentr|ya no (?:est|voy a est|despert))",
        r"no (?:creo|pienso|voy a|quiero) (?:que )?(?:llegar|llegue|pasar|pase) (?:viv[oa] )?(?:al|"
        r"a|de) (?:hoy|manana|lunes|martes|miercoles|jueves|viernes|sabado|domingo|esta noche|mi "
        r"cumple\w*|navidad|la noche|proxim\w+|fin de)",
        r"me voy (?:\w+ ){0,2}(?:con|al|a) (?:\w+ ){0,4}(?:cielo|mas alla|otro mundo)",
        r"(?:va a ser|es|sera) (?:hoy|esta noche) (?:\w+ ){0,3}(?:me mato|termina|se acaba)|hoy "
        r"(?:me muero|es el dia) (?:\w+ ){0,2}(?:al fin|por fin|lo hago)",
        r"(?:la|lo) (?:tengo|llevo) (?:cargad[oa]|conmigo) (?:[\w,]+ ){0,4}(?:dispar|mat|acab|sien|"
        r"usar)",
        r"no (?:voy a|creo) (?:que )?(?:estar|este|llegar|llegue) (?:viv[oa] )?(?:para|a|en) (?:mi "
        r"cumple\w*|navidad|ano nuevo|mi graduacion|fin de ano)",
        r"(?:mi|la) despedida (?:es|final|de este mundo)|esta es mi despedida|vine a despedirme",
    ),
)
