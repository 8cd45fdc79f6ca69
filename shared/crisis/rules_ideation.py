"""The wish to be dead or gone, to kill oneself, and the feeling of being a burden.

Rules run on sentences from which figures of speech and denials were already blanked out (`contexts.py`).
"""

from __future__ import annotations

from shared.crisis.levels import Level
from shared.crisis.words import Rule, rule

IDEATION: tuple[Rule, ...] = (
    rule(
        Level.IDEATION,
        "kill_self",
        r"<KILLME>",
        r"me (?:\w+ )?(?:quiero|quisiera|queria|voy a|gustaria|ganas de|pienso|tengo que|deberia|"
        r"puedo|podria|iba a|intente|trate de|provoca|quero|animo a|quise) <G2><KILL>\b",
        r"me (?:mato|suicido|ahorco|quito la vida|pego un tiro|cuelgo(?! (?:de|con|a|en|\w+ndo)\b)|"
        r"desvivo|corto las venas)\b",
        r"(?:idea|ideas|pensamientos?|ideaciones?|impulsos?) (?:\w+ ){0,2}(?:suicidas?|de suicid\w+|"
        r"de muerte|de morir\w*)",
        r"(?:suicidio|suicidarse|muerte|morir|matarme) (?:\w+ ){0,2}(?:es|seria|como) (?:\w+ "
        r"){0,2}(?:salida|solucion|opcion|respuesta|escape|alivio|camino|descanso)",
        r"(?:salida|solucion|opcion|escape|alivio|descanso|camino) (?:que (?:veo|me queda|tengo|"
        r"encuentro) )?(?:\w+ ){0,2}(?:es|seria) (?:\w+ ){0,2}(?:muerte|morir\w*|suicid\w+|matarme|"
        r"desaparecer)",
        r"(?:pienso|pensando|pensado|pensar|penso|considero|considerando|planeo|planeando) (?:\w+ "
        r"){0,3}(?:suicidio|en la muerte todo|mi muerte|mi funeral)",
        r"(?:me )?(?:ordena|ordenan|dice|dicen|grita|gritan|pide|piden) (?:[\w,]+ ){0,3}(?:que me "
        r"(?:mate|tire|corte|muera|lastime|haga dano)|<KILLME>)",
        r"intent(?:e|o|ar|arlo|os) (?:de )?(?:matarme|suicid\w+|otra vez quitarme|quitarme la vida)",
        r"(?:busco|buscando|googleo|googlee|busque|averiguando|existe|hay|digan|dime|decime|cual es|"
        r"conoces|saben|sabes) (?:\w+ ){0,5}(?:forma|manera|modo|metodo|metodos|pastillas?|dosis|"
        r"veneno)s? (?:\w+ ){0,6}(?:morir|matarme|matarse|suicid\w+|no despertar|irse de este mundo|"
        r"letal|mortal)",
        r"(?:como|cual es la forma|que puedo tomar|que tomo|que hago|forma rapida) (?:\w+ "
        r"){0,5}(?:morir|matarme|suicidarme|matarse|suicidarse|no despertar) (?:\w+ ){0,2}(?:sin "
        r"(?:dolor|sufrir|que)|rapido|ya|mas|facil)",
    ),
    rule(
        Level.IDEATION,
        "wish_dead",
        r"<WANT> (?:\w+ ){0,3}?<GONE>",
        r"me (?:\w+ )?(?:quiero|quisiera|queria|gustaria|ganas de|encantaria|deseo) (?:\w+ "
        r"){0,2}(?:morir|ir de este mundo|ir para siempre|dormir para siempre|morir ya)\b",
        r"(?:quiero|quisiera|gustaria|deseo|ojala) (?:\w+ ){0,2}(?:dormirme|dormir|acostarme|cerrar "
        r"los ojos) <C4>(?:no|nunca|jamas) (?:volver a |mas )?(?:despert\w+|abrirlos|levantarme)",
        r"(?:ya )?no (?:me )?(?:quiero|quisiera|kero|deseo|tengo ganas de|puedo|aguanto|soporto|"
        r"siento ganas de|dan ganas de) (?:\w+ ){0,2}?(?:vivir|seguir viv\w+|existir|estar viv[oa]|"
        r"estar (?:mas )?(?:en este mundo|en esta vida|aca en este)|esta vida|mi vida|seguir en "
        r"(?:este mundo|esta vida)|seguir respirando|despertar(?:me)? (?:mas|manana|nunca)|llegar "
        r"(?:viv[oa] )?(?:a|al) (?:proximo|manana|los \d+|fin de ano)|llegar viv[oa])(?! (?:con|en "
        r"(?:casa|la|el|este (?:pais|lugar|barrio))|asi con|juntos|aqui en|lejos|sola en|de))",
        r"(?:no|sin) (?:\w+ )?(?:quiero|queria|ganas de|deseos de|motivos? para|razon para|razones "
        r"para|fuerzas para|fuerza para|sentido|caso) (?:\w+ )?(?:estar mas|vivir|seguir viv\w+|"
        r"seguir con vida|seguir existiendo|seguir (?:con )?(?:mi|la|esta) vida)\b(?! (?:con|en "
        r"(?:casa|la|el)|aqui|lejos|de))",
        r"no (?:\w+ )?(?:encuentro|tengo|veo|hallo|hay) (?:\w+ )?(?:razon|razones|motivos?|sentido|"
        r"para que|caso|ningun motivo|ninguna razon) (?:\w+ )?(?:para |de |a |en )?(?:seguir|vivir|"
        r"la vida|mi vida|estar viv[oa]|existir|levantarme nunca)(?! (?:en este|con (?:el|ella|la|"
        r"esta relacion)|estudiando|trabajando|en la))",
        r"(?:ojala|quisiera|desearia|rezo|pido|espero|prefiero|preferiria|por mi) (?:\w+ "
        r"){0,4}(?:no (?:volver a )?(?:despert\w+|amane\w+|haber nacido|hubiera nacido)|no (?:me "
        r")?despiert\w+|me (?:muera|muriera|atropelle|atropellara|pase algo|pasara algo|lleve|"
        r"llevara|mate|caiga un|de un infarto)|dios me (?:lleve|llevara)|pase pronto|fuera yo|"
        r"hubiera muerto|muerta|muerto|nunca despert\w+)",
        r"(?:ojala|desearia|quisiera|deberia) (?:\w+ )?(?:estar|estuviera|haberme|haber) "
        r"(?:muert[oa]|muerto ya)",
        r"(?:para|pa) (?:que|ke) (?:\w+ )?(?:seguir (?:viv\w+|existiendo|aqui|luchando si)|vivo|"
        r"vivir|sigo (?:viv\w+|aqui|en este mundo|respirando|existiendo)|existo|existir|estoy "
        r"viv[oa]|naci|nacer|despertar|despierto|levantarme si)\b",
        r"no (?:merezco|quiero merecer) (?:\w+ )?(?:vivir|estar viv[oa]|existir|seguir viv\w+|la "
        r"vida|estar en este mundo)",
        r"me (?:habria|hubiera|hubiese|iba a haber) (?:\w+ )?(?:matado|suicidado|quitado la vida|"
        r"ahorcado|tirado|muerto|colgado)(?! de (?:risa|hambre|verguenza|miedo|frio))",
        r"(?:que|un|el|algun) (?:camion|auto|carro|coche|tren|bus|rayo|colectivo|metro|infarto|"
        r"cancer) (?:\w+ )?me (?:lleve|llevara|lleva|atropelle|atropellara|arrolle|pase por encima|"
        r"choque|mate|parta)",
        r"(?:cruzar|cruzo|cruce|camino|cruzando) (?:\w+ ){0,3}sin mirar",
        r"(?:pienso|pensando|pensar|penso|pensado) (?:\w+ ){0,2}en (?:la muerte|mi muerte|morir\w*|"
        r"irme (?:para siempre|de este|del todo)|no estar (?:mas|aqui)|dejar de (?:existir|vivir|"
        r"estar)|desaparecer|como seria (?:morir|no estar))",
        r"(?:ya )?no (?:me )?(?:importa|interesa) (?:\w+ )?(?:vivir|seguir viv\w+|mi vida|si vivo|"
        r"estar viv[oa]|morir\w*)",
        r"(?:quisiera|quiero|ojala|gustaria) (?:\w+ )?(?:que (?:\w+ )?(?:mi corazon|todo esto|esta "
        r"vida|mi vida|la vida) (?:\w+ )?(?:pare|parara|se detenga|se detuviera|acabe|acabara|"
        r"termine|terminara)|evaporarme|esfumarme|borrarme|apagarme|volverme nada|ser nada)",
        r"(?:la muerte|morir\w*|estar muert[oa]|no existir) (?:\w+ )?(?:me (?:atrae|llama|tienta|da "
        r"(?:paz|alivio|tranquilidad))|seria (?:un alivio|mejor|un descanso|lo mejor|mas facil|"
        r"bonito)|es (?:lo mejor|mejor|lo unico|mi unic\w+))",
        r"(?:seria|es) (?:un alivio|mejor|mas facil|lo mejor|un descanso|bueno) (?:\w+ ){0,3}(?:que "
        r"me (?:muera|muriera|fuera para siempre|mate|matara)|morir\w*|no (?:existir|despertar|"
        r"haber nacido)|estar muert[oa]|si no existiera|desaparecer)",
        r"(?:que|cuantas|cuales|cuanto) (?:\w+ )?(?:pastillas|veneno|pastilla|medicamento|dosis|"
        r"cosa|clonazepam|paracetamol|gotas)? ?(?:\w+ ){0,5}(?:para|pa) (?:no (?:volver a "
        r")?despertar\w*|morir\w*|matarme|dormir(?:me)? para siempre|irme de este mundo|acabar con "
        r"mi vida)",
        r"(?:ya )?no (?:quiero|puedo) seguir(?: mas| asi| viviendo asi)?(?= ?$)",
        r"(?:a veces|pienso|creo|siento) (?:[\w,]+ ){0,4}(?:seria mejor|mejor seria|mejor) no "
        r"(?:estar|existir|haber)\b",
        r"cansad[oa] de (?:vivir|la vida(?! que)|estar viv[oa]|existir|esta vida|respirar)|hart[oa] "
        r"de (?:vivir|la vida(?! que)|estar viv[oa]|existir|esta vida)",
        r"(?:la|mi|esta) vida (?:ya )?(?:no (?:vale la pena|tiene sentido|vale nada|me importa|la "
        r"quiero|me interesa)|(?:se )?acabo para mi|no es vida)",
        r"(?:no )?(?:vale la pena|tiene sentido|merece la pena) (?:seguir )?(?:vivir|viviendo|"
        r"existir|estar viv[oa])\b",
        r"(?:me imagino|imagino|suen[oi]o) (?:\w+ ){0,3}(?:muert[oa]|mi (?:propia )?muerte|mi "
        r"funeral|mi entierro|mi velorio)",
        r"no (?:deberia|tendria que|tuve que|debi) (?:\w+ )?(?:haber nacido|existir|nacer|estar "
        r"viv[oa]|seguir viv[oa])",
        r"no (?:haber|hubiera|hubiese|debi haber) nacido|maldigo (?:el dia|haber) (?:que|en que)? "
        r"?(?:naci|nacido)",
        r"(?:da igual|mismo|no me importa|no me importaria|me vale) (?:\w+ )?(?:si )?(?:me "
        r")?(?:vivo o muero|vivir o morir|morir\w*|muero|despertar|no despertar|me atropella\w*|que "
        r"me pase|morirme)",
        r"(?:estaria|estare|descansaria|mejor|seria mejor|paz) (?:\w+ )?(?:muert[oa]|bajo tierra|"
        r"tres metros bajo|en un cajon|en el cementerio)\b",
        r"(?:mejor|prefiero|preferiria|antes) (?:\w+ )?(?:me muero|muerta que|muerto que|morir\w*)|"
        r"mejor (?:morir\w*|muerto|muerta)",
        r"(?:solo|lo unico que) (?:\w+ ){0,3}(?:morir\w*|la muerte|desaparecer|dejar de sufrir para "
        r"siempre|dormir para siempre|que todo (?:se )?(?:acabe|termine))",
        r"(?:llamo|espero|busco|deseo|anhelo|llama|ronda|pienso en) (?:\w+ )?(?:a |en )?la muerte",
        r"(?:irme|reunirme|estar|encontrarme|volver) (?:ya )?con (?:\w+ ){1,4}(?:en el cielo|que "
        r"(?:esta|estan) en el cielo|que (?:ya )?(?:murio|fallecio|partio))",
        r"(?:no|sin) (?:quiero|quisiera|querer) (?:estar|seguir) (?:mas )?(?:aqui|aca|en este "
        r"mundo)(?! (?:en|con|trabajando|esperando|metid[oa]|encerrad[oa]))\b(?= ?(?:$|,|mas|nunca|"
        r"nadie|y|pero|para))",
        r"(?:ya )?(?:me )?(?:quiero|quisiera) (?:rendirme|bajarme|bajar|salir|borrar|borrarme|"
        r"apagar|apagarme) (?:\w+ ){0,2}(?:de (?:la|esta) vida|del mundo|del mapa|para siempre|de "
        r"este mundo|de la existencia)",
        r"si me (?:muero|muriera|mato|matara|suicido|pasara algo|voy de este mundo) (?:\w+ "
        r"){0,2}(?:nadie|a nadie|todos|no pasa|no cambia|ni cuenta|quien|que mas)",
    ),
    rule(
        Level.IDEATION,
        "burden",
        r"(?:estarian|estaria|estaran|vivirian|serian|sera|estan|iria|les iria|estaria todo|"
        r"viviria) (?:\w+ )?(?:mejor|mas felices|mas tranquil[oa]s?|feliz|aliviad[oa]s|bien) (?:\w+ "
        r")?(?:sin mi|si (?:yo )?(?:no (?:existiera|estuviera|estoy)|me (?:muero|muriera|voy|fuera)|"
        r"desapare\w+))",
        r"(?:mejor|bien|felices|facil|descansarian|alivio) (?:\w+ ){0,4}(?:sin mi\b(?! (?:permiso|"
        r"ayuda|consentimiento))|si (?:yo )?(?:no (?:existiera|estuviera|hubiera)|me (?:muero|"
        r"muriera|fuera para siempre)|desapare\w+))",
        r"(?:mejor|bueno) (?:\w+ )?(?:que )?(?:yo )?no (?:existiera|existir|estuviera viv\w+|"
        r"hubiera nacido|estar)\b",
        r"(?:si (?:yo )?(?:no (?:existiera|estuviera)|me muero|me muriera|desapareciera|desaparezco|"
        r"falto|faltara)) (?:[\w,]+ ){0,4}(?:nadie|mejor|notaria|importa\w*|extra\w+|cuenta|feliz|"
        r"felices|alivi\w+|problemas?|descans\w+|llorar\w+)",
        r"(?:nadie|ni) (?:\w+ ){0,3}(?:notaria|se daria cuenta|me extranaria|me va a extranar|"
        r"lloraria|me lloraria|echaria de menos) <C4>(?:si (?:me |no |yo |desapare)|que no estoy|mi "
        r"ausencia|cuando (?:me|no))",
        r"(?:soy|ser|siento|solo|sentirme|siendo) (?:\w+ ){0,3}(?:carga|estorbo|lastre|peso) (?:\w+ "
        r")?(?:para|muy|sobro|y|en)? ?<C8>(?:muer\w*|mor\w+|mejor|desapare\w+|no (?:estar|existir|"
        r"est(?:ar|uv))|sin mi|irme|liber\w+|existi\w*)",
        r"(?:les|le|los|dejar de) (?:\w+ ){0,2}(?:quito|quitaria|sacaria|saco|hago|haria|ahorr\w+|"
        r"ser) (?:\w+ ){0,2}(?:un (?:peso|favor)|de encima|el problema|un estorbo|una carga) "
        r"<C8>(?:muer\w*|mor\w+|mat\w+|desapare\w+|no est\w+|me voy|yendome|existir)",
        r"(?:a )?nadie (?:\w+ ){0,2}(?:importaria|importa|importo|extranaria|extrana|lloraria|"
        r"notaria|duele|doleria|afecta\w*) (?:\w+ )?(?:si (?:me|no|yo|desapare\w+)|que me (?:muera|"
        r"vaya|mate)|mi (?:muerte|ausencia))(?! (?:quedo|gusta|invitan|saludan|siento))",
        r"(?:carga|estorbo|lastre|problema|molestia) (?:[\w,]+ ){0,5}(?:que me (?:muera|muriera|"
        r"mate|vaya de)|muert[oa]|morir\w*|desaparecer|no (?:existir|estar|existiera)|sin mi\b)",
        r"(?:le|les) (?:haria|hago) (?:\w+ )?(?:un favor|bien) (?:\w+ ){0,4}(?:muri\w+|matand\w+|"
        r"desapare\w+|yendome|si me (?:muero|mato|muriera))",
        r"(?:sobro|no hago falta|estorbo) (?:\w+ ){0,2}(?:en este mundo|en el mundo|en esta vida|en "
        r"la vida)",
        r"asi (?:ya )?(?:no|dejo de) (?:molest\w+|ser una carga|estorb\w+|sufren por)",
    ),
)
