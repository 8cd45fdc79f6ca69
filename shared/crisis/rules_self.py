"""What a person says about their own death or about hurting themself.

Rules run on text from which figures of speech, denials and the outgrown past were already blanked out
(`contexts.py`), so they need not mind them.
"""

from __future__ import annotations

from shared.crisis.levels import Level
from shared.crisis.words import Rule, rule

IMMINENT: tuple[Rule, ...] = (
    rule(
        Level.IMMINENT,
        "act_done",
        r"me (?:\w+ )?(?:tome|trague|tomado|tragado|meti|zampe|bebi|empine|inyecte) (?:\w+ ){0,2}"
        r"(?:tod[oa]s?|entero|entera|un monton de|muchas|muchisim[oa]s|demasiad[oa]s|como|unas|mas de|\d\d+|veinte|"
        r"treinta|cuarenta|cincuenta|cien|puno de|el frasco|los? blister|la caja|el bote|cuanta|cuanto|el veneno|"
        r"la tira|dos cajas|dos blisters|veneno|raticida|cloro|lavandina|lejia|sobredosis)"
        r"(?=<G4>(?:<PILLS>|lo que|entero|entera|habia|encontre)|\b(?: (?:el|la|las|los))? <PILLS>| entero)",
        r"me (?:tome|trague|meti|bebi) (?:el|un|la|los|las|todo el) (?:\w+ )?(?:<PILLS>) (?:enter|complet|de mi|que habia)",
        r"me (?:tome|trague|bebi) (?:\w+ ){0,2}(?:veneno|raticida|cloro|lavandina|lejia|frasco)",
        r"(?:tome|trague) (?:todas|un monton|muchas|demasiadas|\d\d+) (?:\w+ ){0,3}<PILLS>",
        r"me (?:\w+ )?(?:corte|abri|rebane) (?:\w+ )?(?:venas|munecas) <C8>(?:sangr|morir|acab|profund)",
        r"me (?:estoy|sigo) desangrando",
        r"(?:sale|saliendo|sangro|sangrando|pierdo) (?:mucha )?sangre? ?<C4>(?:munecas?|venas?|no para|cort)",
        r"(?:abri|deje abierto|deje prendido|prendi) (?:la llave del|la perilla del|el) gas <C4>(?:cerr|encerr|dorm|espera)",
        r"me (?:acabo|estoy) (?:de )?(?:ahorcar|colgar|ahorcando|colgando|matando|envenenar|disparar)\b(?! (?:con|de risa))",
        r"(?:hice|haciendo|tuve) un nudo (?:\w+ ){0,4}(?:cuello|soga|cuerda|techo|viga)",
        r"(?:soga|cuerda|cinturon|lazo|sabana) (?:\w+ ){0,4}(?:cuello|viga|techo|colgad|atad|amarrad)",
    ),
    rule(
        Level.IMMINENT,
        "at_the_place",
        r"estoy (?:ya |aqui |aca |ahora |parad[oa] |sentad[oa] |subid[oa] |sol[oa] |al |en el |en la )*"
        r"(?:en|borde|arriba|sobre|encima|al|orilla|del otro lado|frente)(?: (?:de|del|al))?(?: (?:el|la|las|los|un|una))?(?: \w+)? "
        r"(?:azotea|cornisa|vias|barandal|baranda|precipicio|abismo|acantilado|viaducto|borde del|borde de la azotea|"
        r"puente|barranco|parapeto)(?! (?:tomando|con|viendo|fumando|regando|tendiendo|sacando|festejando|haciendo|colgante))",
        r"(?:parad[oa]|sentad[oa]|subid[oa]|colgad[oa]|asomad[oa]) (?:en|al|sobre|a) (?:\w+ ){0,3}"
        r"(?:borde|azotea|cornisa|puente|barandal|baranda|vias|balcon|ventana|techo|piso)<C4>(?:salt|tir|abajo|llor|solo|sola|miro)",
        r"(?:voy|por|punto de|lista|listo|decidid[oa]) (?:a )?(?:saltar(?! (?:la|a la|de|cuerda|la cuerda))\b|saltar (?:de|del|desde) (?:\w+ )?<PLACE>|"
        r"tirarme (?!en|a la cama|un|a dormir|a descansar)(?:\w+ ){0,3}<PLACE>|dejarme caer)",
        r"me (?:tiro|aviento|arrojo|lanzo|boto|dejo caer) (?:\w+ ){0,3}<PLACE>",
        r"me voy a <JUMP> (?:\w+ ){0,3}<PLACE>",
        r"me voy a aventar|falta (?:solo )?(?:dar )?el paso|un paso (?:mas )?y (?:ya|todo|se acaba|listo)",
    ),
    rule(
        Level.IMMINENT,
        "means",
        r"(?:ya |aqui )?(?:tengo|junte|consegui|compre|guarde|conte|separe|prepare|reuni|saque|robe|agarre|afile|cargue|"
        r"juntando|guardando|contando|preparad[oa]s?|busque)"
        r" (?:\w+ ){0,4}<WEAPON> (?:[\w,]+ ){0,7}?(?:list|mano|mesa|suficient|necesari|prepar|mochila|cajon|delante|frente|"
        r"usar|colgar|matar|morir|tomar(?:me|las|lo|mel|tod)|acab|termin|para hoy|esta noche|lo hago|escondid|cuello|cargad|despert|"
        r"decid|haga falta|no volver|noche|meter|disparar|momento|despedi)",
        r"(?:ya|las|las he) conte (?:todas )?(?:las )?(?:pastillas|pildoras|tabletas)",
        r"(?:junte|juntando|juntado|acumul\w+|reuni|estuve guardando) (?:\w+ ){0,4}(?:pastillas|pildoras|tabletas|somniferos|insulina|medicamentos)",
        r"(?:pastillas|soga|cuerda|pistola|arma|veneno|navaja|cuchillo|revolver) (?:\w+ ){0,3}(?:en (?:la|mi) mano|frente a mi|delante|al lado|list[oa]s?\b|sobre la mesa|cargad[oa])",
        r"(?:compre|consegui|tengo|deje listo) lo que (?:hacia falta|necesito|necesitaba|me falta|hace falta)",
        r"me apunto (?:a la|en la|con)|(?:pistola|arma|canon) en la (?:sien|boca|cabeza)",
        r"averigue (?:cuant[ao]s?|que dosis)|(?:cuant[ao]s?|que dosis) (?:\w+ ){0,4}(?:para no despertar|para morir\w*|son mortales|letal)",
    ),
    rule(
        Level.IMMINENT,
        "goodbye",
        r"(?:deje|dejo|escribi|escribiendo|termine de escribir|hice|deje escrita|ya escribi|dejando|redacte|grabe|escrita) (?:\w+ ){0,3}(?:cartas?|notas?|audio|video)"
        r" (?:[\w,]+ ){0,4}?(?:despedid|escrit|almohada|mesa|cada uno|para (?:mi|mis|todos|que)|sobre|perdon|adios)",
        r"(?:cartas?|notas?|videos?|audios?|mensajes?) de despedida(?! (?:de soltera|del trabajo))",
        r"me despedi (?:ya )?(?:de )?(?:todos|mi|mis|ellos|la vida|el mundo)(?! (?:\w+ ){0,4}(?:aeropuerto|trabajo|oficina|viaje|vacaciones|empresa|fiesta))",
        r"(?:regale|done|reparti|vendi) (?:\w+ ){0,2}(?:mis cosas|mi ropa|todo|mi (?:perro|perra|gato|gata|guitarra))(?! (?:lo|en la) )"
        r"<C8>(?:no (?:las|los|lo|la)? ?(?:voy a |vuelvo a )?necesit\w+|ya no|para que|me voy|despedi|hoy|final)",
        r"(?:cuiden|cuida|cuidame|cuidenme|te encargo|les encargo|encarguense) (?:mucho )?(?:a |de )?(?:mi|mis) (?:\w+ )?(?:\w+ )?"
        r"(?:cuando (?:no|ya no)|ya no|me voy|yo ya|por favor adios|que yo|porque)",
        r"(?:cuando|para cuando) (?:lean|leas|lea|encuentren|reciban|despierten|lo lean) (?:esto )?<C8>(?:no (?:voy a )?est\w+|ya (?:no|habre|estare)|me fui|sera tarde|habre)",
        r"(?:es|sera|va a ser) (?:mi|la) ultim[oa] (?:dia|noche|vez que|mensaje|carta|amanecer|navidad|cumpleanos|cena)"
        r"(?! (?:de (?:trabajo|clase|clases|vacaciones|curso|colegio|universidad|la semana)|en (?:la|el) (?:oficina|trabajo)|"
        r"que (?:te |le |les |lo |la )?(?:presto|aviso|compro|digo)))",
        r"(?:adios|chau|chao|hasta siempre) (?:[\w,]+ ){0,3}(?:mundo cruel|para siempre|vida|a todos(?! \w+ (?:nos vemos|hasta manana)))",
        r"(?:manana|pronto|despues de hoy|el lunes) (?:ya )?no (?:voy a |quiero )?(?:despiert\w*|desperte?\w*|est(?:oy|are|ar)\b(?! (?:disponible|en la|en el|en casa|conectad))|amanez\w+|existi\w*|veran|vere)",
        r"(?:hoy|esta noche) (?:se acaba|termina|acaba|termino con|acabo con|le pongo fin|pongo fin) (?:todo\b|esto\b|mi (?:vida|sufrimiento|dolor)|conmigo|a (?:todo|esto))",
        r"no (?:llego|voy a llegar|llegare|paso|voy a pasar) (?:de|a|vivo a|viva a) (?:hoy|esta noche|manana|la manana|fin de semana|el lunes|ver)\b",
        r"de (?:hoy|esta noche) no paso|no (?:me )?(?:van|vas) a volver a ver(?:me)?\b|no me veran (?:mas|nunca|de nuevo)",
        r"(?:perdonen|perdonenme|perdoname|perdon) (?:por (?:lo que|todo)|mama|papa|hijos|a todos) <C8>(?:voy a hacer|me voy|no aguanto|adios|ya no puedo)",
    ),
    rule(
        Level.IMMINENT,
        "decided",
        r"(?:ya )?(?:lo )?tengo (?:ya )?(?:tod[oa] )?(?:planead[oa]|decidid[oa]|preparad[oa]|el plan|un plan|la fecha|fecha|el dia elegido|el lugar|tod[oa] list[oa])"
        r" <C8>(?:vida|mat|muer|mor[ti]|suicid|noche|irme|me voy|acab|termin|adios|nadie|saltar|sufr)",
        r"(?:ya )?(?:elegi|puse|decidi|escogi) (?:el dia|la fecha|fecha|como y cuando|el lugar|la forma|el metodo)(?! (?:de (?:la|mi) (?:boda|fiesta|viaje)|del|para (?:la|el)))",
        r"ya (?:no hay vuelta atras|esta decidido|lo decidi|tome la decision|tome mi decision) <C8>(?:adios|noche|vida|muer|mat|me voy|hoy|despedi|sufr|perdon)",
        r"(?:lo hago|lo voy a hacer|voy a hacerlo|lo haré|hago) (?:esta noche|hoy mismo|hoy si|y ya|de una vez|cuando (?:todos|se) (?:duerman|vayan))",
        r"(?:hoy|esta noche|ahora) (?:si )?(?:lo hago|lo voy a hacer|voy a hacerlo|me voy de este mundo|me voy para siempre|es el dia|desaparezco para siempre)",
        r"me voy (?:hoy |ya |esta noche |manana )?(?:de este mundo|para siempre de|al cielo|al otro mundo|con dios)",
        r"estoy (?:por|a punto de|por fin por) (?:hacerlo|<KILLME>|matar|terminar con (?:todo|esto)|acabar con (?:todo|esto)|tomarme|cortarme)(?! (?:el pelo|un))",
        r"<NOW> (?:si )?(?:[\w,]+ ){0,3}(?:me mato|me cuelgo|me ahorco|me suicido|me pego un tiro|me quito la vida|me muero yo|voy a <KILLME>|quiero <KILLME>|me voy a <KILL>|me quiero <KILL>)",
        r"(?:me mato|me cuelgo(?! de)|me ahorco|me suicido|me pego un tiro|me quito la vida|voy a <KILLME>|quiero <KILLME>|me voy a <KILL>|me quiero <KILL>|<KILLME>) <C4><NOW>",
        r"voy a <G2>(?:<KILLME>|acabar con todo|terminar con todo(?! (?:el|la|los|las|lo)\b))",
        r"me voy a (?:suicidar|matar|ahorcar|colgar|pegar un|quitar la vida|cortar las venas)",
        r"(?:tengo|con) (?:\w+ ){0,3}(?:mano|mesa)? ?y? ?(?:quiero|voy a|ganas de) (?:usarl[oa]|dispararme)",
        r"(?:mi|la) despedida (?:es|final|de este mundo)|esta es mi despedida|vine a despedirme",
    ),
)

IDEATION: tuple[Rule, ...] = (
    rule(
        Level.IDEATION,
        "kill_self",
        r"<KILLME>",
        r"me (?:\w+ )?(?:quiero|quisiera|queria|voy a|gustaria|ganas de|pienso|tengo que|deberia|puedo|podria|iba a|intente|trate de|provoca|quero|animo a|quise) <G2><KILL>\b",
        r"me (?:mato|suicido|ahorco|quito la vida|pego un tiro|cuelgo(?! (?:de|con|a|en)\b)|desvivo|corto las venas)\b",
        r"(?:idea|ideas|pensamientos?|ideaciones?|impulsos?) (?:\w+ ){0,2}(?:suicidas?|de suicid\w+|de muerte|de morir\w*)",
        r"(?:suicidio|suicidarse|muerte|morir|matarme) (?:\w+ ){0,2}(?:es|seria|como) (?:\w+ ){0,2}(?:salida|solucion|opcion|respuesta|escape|alivio|camino|descanso)",
        r"(?:salida|solucion|opcion|escape|alivio|descanso|camino) (?:que (?:veo|me queda|tengo|encuentro) )?(?:\w+ ){0,2}(?:es|seria) (?:\w+ ){0,2}(?:muerte|morir\w*|suicid\w+|matarme|desaparecer)",
        r"(?:pienso|pensando|pensado|pensar|penso|considero|considerando|planeo|planeando) (?:\w+ ){0,3}(?:suicidio|en la muerte todo|mi muerte|mi funeral)",
        r"(?:me )?(?:ordena|ordenan|dice|dicen|grita|gritan|pide|piden) (?:[\w,]+ ){0,3}(?:que me (?:mate|tire|corte|muera|lastime|haga dano)|<KILLME>)",
        r"intent(?:e|o|ar|arlo|os) (?:de )?(?:matarme|suicid\w+|otra vez quitarme|quitarme la vida)",
        r"(?:busco|buscando|googleo|googlee|busque|averiguando|existe|hay|digan|dime|decime|cual es|conoces|saben|sabes) (?:\w+ ){0,5}(?:forma|manera|modo|metodo|metodos|pastillas?|dosis|veneno)s? (?:\w+ ){0,6}(?:morir|matarme|matarse|suicid\w+|no despertar|irse de este mundo|letal|mortal)",
        r"(?:como|cual es la forma|que puedo tomar|que tomo|que hago|forma rapida) (?:\w+ ){0,5}(?:morir|matarme|suicidarme|matarse|suicidarse|no despertar) (?:\w+ ){0,2}(?:sin (?:dolor|sufrir|que)|rapido|ya|mas|facil)",
    ),
    rule(
        Level.IDEATION,
        "wish_dead",
        r"<WANT> (?:\w+ ){0,3}?<GONE>",
        r"me (?:\w+ )?(?:quiero|quisiera|queria|gustaria|ganas de|encantaria|deseo) (?:\w+ ){0,2}(?:morir|ir de este mundo|ir para siempre|dormir para siempre|morir ya)\b",
        r"(?:quiero|quisiera|gustaria|deseo|ojala) (?:\w+ ){0,2}(?:dormirme|dormir|acostarme|cerrar los ojos) <C4>(?:no|nunca|jamas) (?:volver a |mas )?(?:despert\w+|abrirlos|levantarme)",
        r"(?:ya )?no (?:me )?(?:quiero|quisiera|kero|deseo|tengo ganas de|puedo|aguanto|soporto|siento ganas de|dan ganas de) (?:\w+ ){0,2}?(?:vivir|seguir viv\w+|existir|estar viv[oa]|estar (?:mas )?(?:en este mundo|en esta vida|aca en este)|"
        r"esta vida|mi vida|seguir en (?:este mundo|esta vida)|seguir respirando|despertar(?:me)? (?:mas|manana|nunca)|llegar (?:viv[oa] )?(?:a|al) (?:proximo|manana|los \d+|fin de ano)|llegar viv[oa])"
        r"(?! (?:con|en (?:casa|la|el|este (?:pais|lugar|barrio))|asi con|juntos|aqui en|lejos|sola en|de))",
        r"(?:no|sin) (?:\w+ )?(?:quiero|queria|ganas de|deseos de|motivos? para|razon para|razones para|fuerzas para|fuerza para|sentido|caso) (?:\w+ )?(?:estar mas|vivir|seguir viv\w+|seguir con vida|seguir existiendo|seguir (?:con )?(?:mi|la|esta) vida)\b(?! (?:con|en (?:casa|la|el)|aqui|lejos|de))",
        r"no (?:\w+ )?(?:encuentro|tengo|veo|hallo|hay) (?:\w+ )?(?:razon|razones|motivos?|sentido|para que|caso|ningun motivo|ninguna razon) (?:\w+ )?(?:para |de |a |en )?(?:seguir|vivir|la vida|mi vida|estar viv[oa]|existir|levantarme nunca)(?! (?:en este|con (?:el|ella|la|esta relacion)|estudiando|trabajando|en la))",
        r"(?:ojala|quisiera|desearia|rezo|pido|espero|prefiero|preferiria|por mi) (?:\w+ ){0,4}(?:no (?:volver a )?(?:despert\w+|amane\w+|haber nacido|hubiera nacido)|no (?:me )?despiert\w+|me (?:muera|muriera|atropelle|atropellara|pase algo|pasara algo|lleve|llevara|mate|caiga un|de un infarto)|dios me (?:lleve|llevara)|pase pronto|fuera yo|hubiera muerto|muerta|muerto|nunca despert\w+)",
        r"(?:ojala|desearia|quisiera|deberia) (?:\w+ )?(?:estar|estuviera|haberme|haber) (?:muert[oa]|muerto ya)",
        r"cansad[oa] de (?:vivir|la vida|estar viv[oa]|existir|esta vida|respirar)|hart[oa] de (?:vivir|la vida|estar viv[oa]|existir|esta vida)",
        r"(?:la|mi|esta) vida (?:ya )?(?:no (?:vale la pena|tiene sentido|vale nada|me importa|la quiero|me interesa)|(?:se )?acabo para mi|no es vida)",
        r"(?:no )?(?:vale la pena|tiene sentido|merece la pena) (?:seguir )?(?:vivir|viviendo|existir|estar viv[oa])\b",
        r"(?:me imagino|imagino|suen[oi]o) (?:\w+ ){0,3}(?:muert[oa]|mi (?:propia )?muerte|mi funeral|mi entierro|mi velorio)",
        r"no (?:deberia|tendria que|tuve que|debi) (?:\w+ )?(?:haber nacido|existir|nacer|estar viv[oa]|seguir viv[oa])",
        r"no (?:haber|hubiera|hubiese|debi haber) nacido|maldigo (?:el dia|haber) (?:que|en que)? ?(?:naci|nacido)",
        r"(?:da igual|mismo|no me importa|no me importaria|me vale) (?:\w+ )?(?:si )?(?:me )?(?:vivo o muero|vivir o morir|morir\w*|muero|despertar|no despertar|me atropella\w*|que me pase|morirme)",
        r"(?:estaria|estare|descansaria|mejor|seria mejor|paz) (?:\w+ )?(?:muert[oa]|bajo tierra|tres metros bajo|en un cajon|en el cementerio)\b",
        r"(?:mejor|prefiero|preferiria|antes) (?:\w+ )?(?:me muero|muerta que|muerto que|morir\w*)|mejor (?:morir\w*|muerto|muerta)",
        r"(?:solo|lo unico que) (?:\w+ ){0,3}(?:morir\w*|la muerte|desaparecer|dejar de sufrir para siempre|dormir para siempre|que todo (?:se )?(?:acabe|termine))",
        r"(?:llamo|espero|busco|deseo|anhelo|llama|ronda|pienso en) (?:\w+ )?(?:a |en )?la muerte",
        r"(?:irme|reunirme|estar|encontrarme|volver) (?:ya )?con (?:\w+ ){1,4}(?:en el cielo|que (?:esta|estan) en el cielo|que (?:ya )?(?:murio|fallecio|partio))",
        r"(?:no|sin) (?:quiero|quisiera|querer) (?:estar|seguir) (?:mas )?(?:aqui|aca|en este mundo)(?! (?:en|con|trabajando|esperando|metid[oa]|encerrad[oa]))\b(?= ?(?:$|,|mas|nunca|nadie|y|pero|para))",
        r"(?:ya )?(?:me )?(?:quiero|quisiera) (?:rendirme|bajarme|bajar|salir|borrar|borrarme|apagar|apagarme) (?:\w+ ){0,2}(?:de (?:la|esta) vida|del mundo|del mapa|para siempre|de este mundo|de la existencia)",
        r"si me (?:muero|muriera|mato|matara|suicido|pasara algo|voy de este mundo) (?:\w+ ){0,2}(?:nadie|a nadie|todos|no pasa|no cambia|ni cuenta|quien|que mas)",
    ),
    rule(
        Level.IDEATION,
        "burden",
        r"(?:estarian|estaria|estaran|vivirian|serian|sera|estan|iria|les iria|estaria todo|viviria) (?:\w+ )?(?:mejor|mas felices|mas tranquil[oa]s?|feliz|aliviad[oa]s|bien) (?:\w+ )?(?:sin mi|si (?:yo )?(?:no (?:existiera|estuviera|estoy)|me (?:muero|muriera|voy|fuera)|desapare\w+))",
        r"(?:mejor|bien|felices|facil|descansarian|alivio) (?:\w+ ){0,4}(?:sin mi\b(?! (?:permiso|ayuda|consentimiento))|si (?:yo )?(?:no (?:existiera|estuviera|hubiera)|me (?:muero|muriera|fuera para siempre)|desapare\w+))",
        r"(?:mejor|bueno) (?:\w+ )?(?:que )?(?:yo )?no (?:existiera|existir|estuviera viv\w+|hubiera nacido|estar)\b",
        r"(?:si (?:yo )?(?:no (?:existiera|estuviera)|me muero|me muriera|desapareciera|desaparezco|falto|faltara)) (?:[\w,]+ ){0,4}(?:nadie|mejor|notaria|importa\w*|extra\w+|cuenta|feliz|felices|alivi\w+|problemas?|descans\w+|llorar\w+)",
        r"(?:nadie|ni) (?:\w+ ){0,3}(?:notaria|se daria cuenta|me extranaria|me va a extranar|lloraria|me lloraria|echaria de menos) <C4>(?:si (?:me |no |yo |desapare)|que no estoy|mi ausencia|cuando (?:me|no))",
        r"(?:soy|ser|siento|solo|sentirme|siendo) (?:\w+ ){0,3}(?:carga|estorbo|lastre|peso) (?:\w+ )?(?:para|muy|sobro|y|en)? ?<C8>(?:muer\w*|mor\w+|mejor|desapare\w+|no (?:estar|existir|est(?:ar|uv))|sin mi|irme|liber\w+|existi\w*)",
        r"(?:les|le|los|dejar de) (?:\w+ ){0,2}(?:quito|quitaria|sacaria|saco|hago|haria|ahorr\w+|ser) (?:\w+ ){0,2}(?:un (?:peso|favor)|de encima|el problema|un estorbo|una carga) <C8>(?:muer\w*|mor\w+|mat\w+|desapare\w+|no est\w+|me voy|yendome|existir)",
        r"(?:sobro|no hago falta|estorbo) (?:\w+ ){0,2}(?:en este mundo|en el mundo|en esta vida|en la vida)",
        r"asi (?:ya )?(?:no|dejo de) (?:molest\w+|ser una carga|estorb\w+|sufren por)",
    ),
)

SELF_HARM: tuple[Rule, ...] = (
    rule(
        Level.SELF_HARM,
        "cutting",
        r"me (?:\w+ ){0,2}(?:corto|corte|cortaba|rajo|raje|tajeo|tajee|marco|marque|araño|arano|arane|rasgo|rasgue|raspo|quemo|queme|pincho|clavo|clave|hiero|heri|tajie|corta[ro]n?|lacero|he cortado|hago cortes|hice cortes) (?:\w+ ){0,3}<SKIN>(?! (?:jugando|cocinando|con (?:un papel|la (?:plancha|olla|cacerola|sarten|impresora))|en (?:el|la) (?:partido|cancha|gym|cocina)|sin querer|con el horno))",
        r"me (?:\w+ )?(?:corto|corte|lastimo|quemo|araño|arano|hago cortes|hago dano|golpeo|hiero|autolesiono|autolesione) (?:\w+ ){0,3}(?:a proposito|adrede|a escondidas|cuando (?:estoy|me|todo|tengo|discut|no)|para (?:sentir|calmar|no|castigar|aliviar|dejar)|por dentro|todos los dias|cada (?:dia|noche|vez)|otra vez|de nuevo|sol[oa] en|en el bano|y (?:me |no |siento)|con (?:una |un |la |el )?(?:navaja|cuter|hoja|gillette|cuchillo|vidrio|tijera|cigarro|encendedor|compas|sacapuntas|aguja))",
        r"(?:cortarme|rajarme|quemarme|tajearme|herirme|aranarme|arañarme|pincharme)(?! (?:el |la |las |los |un poco el |mas el )?(?:pelo|cabello|flequillo|unas|barba|puntas|fleco|cerquillo|chasquilla|melena|luz|telefono|internet|dedo|rubio|con el sol|la lengua|con (?:la plancha|el papel)|del todo con|bigote))\b(?! (?:cocinando|pelando|con (?:un papel|la olla)))",
        r"(?:me )?(?:voy a|quiero|tengo que|necesito|ganas de|volvi a|vuelvo a) (?:\w+ )?(?:cortar|rajar|quemar|tajear|hacer cortes en) (?:\w+ ){0,2}<SKIN>",
        r"(?:volvi a|deje de|recai|recaida|vuelvo a|empece a|no puedo dejar de|necesito|ganas de) (?:\w+ ){0,3}(?:cortarme|cortar|cortes|lastimarme|autolesion\w+|hacerme dano|quemarme|navaja)",
        r"me hice (?:\w+ ){0,2}(?:cortes|tajos|heridas|quemaduras|un corte en (?:el brazo|la pierna|la muneca|el muslo))(?! (?:de pelo|cocinando))",
        r"(?:me (?:corte|abri|raje|marque)) (?:las |la )?(?:munecas?|venas)",
    ),
    rule(
        Level.SELF_HARM,
        "harm",
        r"me (?:\w+ )?(?:hago|hice|haga|haria|hacia|provoco|causo|he hecho|estoy haciendo) (?:\w+ )?(?:dano|mal a mi|heridas|moretones|quemaduras)(?! (?:jugando|corriendo|entrenando|en (?:el|la) (?:rodilla|tobillo|pie|espalda)))",
        r"(?:hacerme|causarme|provocarme|haciendome) (?:\w+ )?(?:dano|heridas|dolor|cortes)",
        r"(?:autolesi\w+me|autolesion[oe]|autolesionandome|autolesionarme|autolesionado|lastimarme a proposito|lastimandome|lastimarme(?! (?:corriendo|jugando|el|la)))",
        r"me (?:\w+ )?(?:volvi a |vuelvo a )?(?:lastimo|lastimar|lastime)(?! (?:el|la|los|un|una|jugando|corriendo|entrenando|sus|que|lo|cuando (?:jug|corr|me (?:dijo|dice|grit)))\b)(?= (?:a (?:mi|proposito)|sola?|solo|y|cuando|otra|de nuevo|para|las|$)| ?$| ?,)",
        r"me (?:pego|golpeo|doy golpes|doy punetazos|doy cabezazos|estrello|doy) (?:\w+ ){0,2}(?:la cabeza|cabeza|contra (?:la|el|una) (?:pared|muro|piso|puerta)|yo (?:mism[oa]|sol[oa])|a mi mism[oa]|hasta|en la cara|en las piernas|en los brazos)(?! (?:con (?:la|el) (?:puerta|mueble|mesa)))",
        r"me (?:arranco|jalo|arrancaba) (?:\w+ ){0,3}(?:pelo|cabello|piel|costras|pestanas) (?:\w+ ){0,4}(?:hasta|cuando|para|a mechones|de (?:la )?ansiedad|sangr\w+)",
        r"me (?:\w+ )?(?:quemo|queme|quemaba|apago|apague|apagaba) (?:\w+ ){0,5}(?:cigarr\w+|encendedor|colilla|fosforo|a proposito|adrede)",
        r"me (?:muerdo|pellizco|rasco|clavo las unas) (?:\w+ ){0,4}(?:hasta (?:sangrar|sacarme|que sangr\w*|hacerme)|sangre)",
        r"(?:heridas|cortes|cicatrices|marcas|tajos|quemaduras|lineas) (?:\w+ ){0,3}(?:que (?:me )?hago|me hago|que me hice|en (?:mis|los|las) (?:brazos|munecas|piernas|muslos)|con (?:pulseras|mangas|manga))",
        r"(?:manga larga|mangas largas|pulseras|muñequeras|munequeras) <C8>(?:cortes|marcas|cicatrices|heridas|brazos|no vean)",
        r"(?:navaja|cuter|hojilla|gillette|hoja de afeitar|vidrio|filo) (?:\w+ ){0,5}(?:me (?:calma|tranquiliza|alivia|ayuda|llama)|brazo|piel|lo unico|piernas|munecas|muslos)",
        r"(?:ver|viendo|siento|sentir) (?:\w+ ){0,3}(?:mi )?sangre <C4>(?:calma|alivi\w+|tranquil\w+|mejor|paz)",
        r"(?:vomito|vomitar) a proposito|me (?:provoco|meto los dedos para) (?:el )?vomit\w+",
        r"(?:merezco|me castigo|castigarme) (?:\w+ ){0,3}(?:con (?:golpes|dolor|cortes)|sangr\w+|cort\w+|lastim\w+|quem\w+|golpeandome)",
    ),
)
