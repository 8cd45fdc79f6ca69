"""Violence the person suffers, and danger somebody else is in."""

from __future__ import annotations

from shared.crisis.levels import Level
from shared.crisis.words import Rule, rule

VICTIM: tuple[Rule, ...] = (
    rule(
        Level.VICTIM,
        "hit",
        r"<ABUSER> <C8>?me (?:\w+ )?(?:pega|pego|golpea|golpeo|cachetea|patea|pateo|ahorca|ahorco|agarra a|agarro a|arrastra|arrastro|empuja|empujo|zamarrea|jalonea|jalo del|tiro del|agarra del|agarro del|escupe|encierra|encerro|quema|quemo|muele|tira (?:cosas|del pelo|contra)|avienta|avento|estampa|estampo|faja|fajo|nalguea|madrea|cascar?|casca|zurra|surte|surtio|sacude|sacudio|asfixia|asfixio|aprieta|cela y|rompio|lastima|lastimo)\b"
        r"(?! (?:un(?:a)? (?:gripe|resfri\w+|abrazo|susto|grito|llamada|mirada)|el (?:resfrio|acento|covid|catarro|virus)|la (?:gripe|risa|luna|tos)|su (?:resfri\w+|gripe|risa|mania|acento)|en el (?:padel|tenis|juego|fifa|ajedrez)|mucho que|que (?:no|me)|los (?:piojos|planes)))",
        r"me (?:\w+ )?(?:pegan|pegaron|golpean|golpearon|patean|patearon|apalean|madrean|madrearon|escupen|tiran al piso|encierran|agarran a golpes|dan (?:golpes|patadas)|empujan)\b(?! (?:los (?:planes|precios)|la gripe|un susto))",
        r"me (?:\w+ )?(?:dio|da|dieron|dan|meti[oa]?|mete|metieron|acomodo|solto|pego|arreo|encajo) (?:\w+ )?(?:palizas?|golpizas?|cachetadas?|cachetazos?|bofetadas?|punetazos?|trompadas?|pinas?|pinazos?|patadas?|madrizas?|putizas?|puñetes?|punetes?|golpes?|correazos?|cintarazos?|nalgadas|coscorrones|combos?|charchazos?|tranca|pela|pelas|zurra|cueriza)(?! (?:de (?:suerte|realidad|agua|aire|calor|timon|vida|efecto)|en el juego))",
        r"me (?:cago|caga|cagaron|agarro|agarra|mole|molio|muele|saco|lleno|deja|dejo|revento|reviento|cagan|cosio|corrio|saca) (?:\w+ )?(?:a |de |la )?(?:palos|trompadas|pinas|golpes|patadas|mierda a|cresta|chucha|mugre|moretones|moretoneada|morad[oa]|marcas|marcad[oa]|ojo morado|correazos|punetes|trompis|palazos)",
        r"me (?:\w+ )?(?:levanto|levanta|alza|puso|pone|ponen) la mano(?: encima)?|me (?:puso|pone) las manos encima",
        r"(?:moretones|morados|ojo morado|marcas) (?:\w+ ){0,5}(?:que me (?:hizo|deja|dejo|hace)|de (?:sus|los) golpes)",
        r"(?:sufro|vivo|sufri|padezco|hay) (?:\w+ ){0,2}(?:violencia|maltrato|maltratos|abuso|golpes) (?:\w+ ){0,3}(?:en (?:mi )?casa|domestica|intrafamiliar|de genero|por parte|de mi|de parte|sexual|fisico|fisica)",
        r"(?:bullying|acoso) (?:\w+ ){0,4}(?:me pegan|me golpean|a golpes)",
        r"(?:con (?:el|un|la|una)) (?:cinturon|cable|palo|correa|chancla|chicote|vara|fierro|cinto|escoba) (?:\w+ ){0,4}me (?:pega|golpea|castiga)",
        r"me (?:castiga|castigan|corrige|disciplina) (?:\w+ )?(?:con el|con un|con la|a) (?:cinturon|cable|palo|correa|golpes|chicote|vara|cinto|correazos)",
    ),
    rule(
        Level.VICTIM,
        "abuse",
        r"me (?:\w+ )?(?:violo|violaron|viola|violan|violado|violada|abuso sexual|abusan|manosea|manoseo|manosean|manosearon|penetro|desnudo|droga[rs]?on|drogo)\b(?! (?:mis derechos|los derechos|mi privacidad|la privacidad))",
        r"(?:fui|he sido|soy|estoy siendo|siendo) (?:\w+ )?(?:violad[oa]|abusad[oa]|golpead[oa]|maltratad[oa]|agredid[oa]|amenazad[oa]|victima de (?:violencia|abuso|maltrato|violacion|trata))",
        r"abus(?:a|o|aron|an|aba|ando|ar) (?:sexualmente )?de mi\b(?! (?:confianza|paciencia|buena|tiempo|amabilidad|bondad))",
        r"me (?:\w+ )?(?:toca|toco|tocan|tocaron|tocaba|acaricia|roza|besa|beso|agarra|agarro) (?:\w+ ){0,3}(?:sin mi (?:permiso|consentimiento)|sin (?:permiso|que (?:yo )?quier\w+|consentimiento)|mis partes|las partes|partes intimas|los senos|los pechos|las tetas|abajo|ahi abajo|a la fuerza|la cola|el culo|las nalgas|las piernas|la vagina|el pene|por debajo|donde no|mientras duermo|de noche|y (?:me da|tengo) (?:miedo|asco))",
        r"(?:entra|viene|se mete|se mete|se acuesta) (?:\w+ ){0,4}(?:cuarto|pieza|habitacion|cama|recamara|dormitorio) <C8>(?:me (?:toca|toco|hace|obliga)|tocarme|desnud\w+|miedo|mira)",
        r"me (?:\w+ )?(?:obliga|obligo|obligan|fuerza|forzo|fuerzan|forzaron|presiona|amenaza|chantajea|pide|hizo|hace) (?:\w+ )?(?:a |para |con |que )?(?:\w+ )?(?:tener (?:sexo|relaciones)|tener relaciones|sexo|acostarme|desnud\w+|tocarl\w+|tocarme|fotos (?:desnud\w+|sin ropa|intimas|mias)|cosas sexuales|nudes|hacerle|chup\w+|prostitu\w+|besarl\w+)",
        r"(?:dice|dijo|me pide|pidio|hizo jurar|amenaza) (?:\w+ ){0,3}(?:es|era|sea|guarde|guardar) (?:\w+ )?(?:nuestro secreto|un secreto entre|el secreto) ",
        r"(?:chantaje\w+|amenaz\w+|extorsion\w+) (?:\w+ ){0,4}(?:mis|fotos|videos|pack|nudes|intim\w+|desnud\w+)",
        r"(?:subio|publico|difundio|mando|paso|filtro|compartio|subieron) (?:\w+ )?(?:mis|unas|un|mi) (?:fotos?|videos?|pack|nudes) (?:intim\w+|desnud\w+|sin (?:mi permiso|ropa)|privad\w+)",
        r"me (?:acosa|acosan|hostiga|persigue|sigue) (?:[\w,]+ ){0,6}(?:miedo|toca|manosea|sexual\w*|amenaza|esperando|afuera|casa|calle|insinua|trabajo|mensajes)",
        r"<ABUSER> <C4>(?:abusa|abuso|maltrata|me acosa|me viola|me maltrata|me humilla y me|me tortura|me somete)",
        r"me (?:\w+ )?maltrata[n]?\b",
    ),
    rule(
        Level.VICTIM,
        "threat",
        r"me (?:\w+ )?(?:amenaza|amenazo|amenazan|amenazaron|tiene amenazad[oa]) (?:\w+ )?(?:de muerte|con (?:\w+ )?(?:matar\w*|golpear\w*|pegarme|cuchillo|arma|pistola|machete|quitarme|hacerme|lastimar\w*|quemar\w*|echarme|un|denunciar|acido)|si (?:me|lo|la|hablo|digo|cuento|denuncio)|y (?:me|tengo miedo))",
        r"<PARTNER> <C4>me (?:\w+ )?(?:amenaza|amenazo)",
        r"(?:dice|dijo|juro|jura|amenaza|amenazo|grito|mando decir) (?:[\w,]+ ){0,6}(?:(?:con )?matarme|me (?:va a|iba a) matar|que me mata|me mata(?! de)|me va a (?:encontrar|desfigurar|quemar|desaparecer)|si no (?:es|soy) (?:suya|de el))",
        r"(?:si (?:lo|la) (?:dejo|denuncio)|si me (?:voy|separo)|si (?:hablo|digo algo|cuento)) (?:[\w,]+ ){0,4}me (?:mata|va a matar|pega|golpea|quita)",
        r"(?:tengo|me da|vivo con|siento|con|mucho) (?:\w+ )?(?:miedo|terror|panico) (?:\w+ ){0,2}(?:a|de|por) (?:mi (?:pareja|esposo|marido|novio|novia|esposa|ex|papa|padre|padrastro|hermano|tio|mama|vida)|el cuando|llegar a (?:mi )?casa|volver a (?:mi )?casa|que (?:el |mi \w+ )?(?:me (?:mate|pegue|golpee|haga algo|encuentre|viole|lastime|toque)|vuelva a pegar\w*|llegue (?:borrach|tomad|mi)))(?! (?:tarde|a la entrevista|se (?:enoje|vaya)|no (?:me|le)))",
        r"(?:no me|ni me) deja[n]? (?:\w+ )?(?:salir|ver a mi|hablar con|tener (?:amig|telefono|dinero)|trabajar|usar (?:el )?(?:telefono|celular)|ir (?:sola|a ver|con mi|al medico)|estudiar|irme|comer)(?! (?:\w+ )?(?:de fiesta|de noche|los (?:lunes|martes|domingos|findes)|con mis amigos porque|hasta (?:tarde|que)|despues|el jefe|porque tengo (?:examen|tarea)))(?=<C8>(?:me (?:quit|revis|control|encierr|grit|peg|cela)|miedo|ni|casa|familia|sola|solo|marido|celos)|.*(?:marido|esposo|novio|pareja))",
        r"(?:marido|esposo|novio|pareja|ex|padrastro|patron) <C4>(?:no me deja (?:salir|ver|hablar|trabajar|tener|ir)|me (?:quit[oa]|escond[eio]+|rompio|revisa) (?:\w+ ){0,2}(?:telefono|celular|documentos?|pasaporte|llaves|dinero|plata|sueldo|cedula|dni))",
        r"me (?:encierra|encerro|tiene encerrad[oa]|tienen encerrad[oa]|tiene secuestrad[oa]|retiene|tiene controlad[oa])(?! (?:el trabajo|la rutina))",
        r"(?:tiene|saco|guarda|compro|anda con|con) (?:\w+ )?(?:un |una )?(?:arma|pistola|cuchillo|machete|fierro|navaja) (?:[\w,]+ ){0,5}(?:me|miedo|amenaz\w+|mi)",
        r"(?:miedo|amenaza|amenazo|apunto|golpe\w*|pega) <C8>(?:un arma|una pistola|un cuchillo|un machete|armado)",
        r"(?:esta|ahi|aqui|afuera|llego|golpeando|tocando) (?:\w+ ){0,4}(?:borracho|furioso|rompiendo|pateando) <C8>(?:miedo|puerta|escondid\w+|pegar\w*|me va|encerr\w+)",
        r"(?:estoy|me) (?:encerr\w+|escond\w+) (?:\w+ ){0,4}(?:bano|cuarto|pieza|closet|habitacion) <C8>(?:el|marido|esposo|novio|papa|padre|padrastro|borracho|golpe\w*|pega\w*|afuera)",
        r"(?:<PARTNER>) me (?:va a|quiere|quiso|intento|trato de) (?:matar|ahorcar|ahogar|asfixiar|quemar|atropellar)(?! (?:por|cuando (?:vea|sepa|se entere)|si (?:se entera|llego|ve)|de|con (?:tanto|sus chistes)|jaja))\b(?! \w+ jaja)",
        r"(?:quiere|quiso|intento|trato de|quieren|van a) (?:matarme|ahorcarme|violarme|secuestrarme|ahogarme|quemarme)",
    ),
)

THIRD_PARTY: tuple[Rule, ...] = (
    rule(
        Level.THIRD_PARTY,
        "suicide",
        r"<KIN> <C8>?(?:se (?:\w+ )?(?:quiere|va a|quiso|intento|queria|piensa|puede|vaya a|iba a|trato de|intenta|quera) (?:\w+ )?<KILL>|(?:quiere|quisiera|piensa|intento|planea|pensando|pensado|va a|habla de|hablo de|hablado de|amenaza con|amenazo con|dice de|ganas de|idea de|piensa en|pensando en|a punto de|trato de|intenta|capaz de|obsesionad[oa] con|quiso|pensar en) (?:\w+ ){0,2}(?:<KILLSE>|morir|desaparecer|estar muert[oa]|no (?:vivir|despertar|existir)|quitarse|acabar con todo|el suicidio))",
        r"<KIN> <C8>?(?:no quiere (?:\w+ )?(?:vivir|seguir|existir|estar (?:mas )?(?:aqui|en este mundo|viv[oa])|despertar)|quiere (?:\w+ )?(?:morirse|morir|estar muert[oa]|desaparecer|irse de este mundo|matarse)|(?:esta|estaria) cansad[oa] de vivir|no le (?:ve|encuentra) sentido (?:a|de) (?:la vida|vivir)|no tiene (?:ganas de|motivos para) vivir|preferiria estar muert[oa])",
        r"<KIN> <C8>?(?:dice|dijo|escribio|escribe|puso|publico|mando|manda|grita|repite|insiste|conto|confeso|comento|habla|amenaza|amenazo|subio|jura) (?:[\w,:\"]+ ){0,8}?(?:se (?:mata|quiere matar|va a matar|quita la vida|suicida|ahorca|cuelga|tira|muere|hace dano|corta|quiere ir|va a (?:quitar|tirar|ahorcar|suicidar))|<KILLSE>|no quiere (?:\w+ )?(?:vivir|estar|seguir)|quiere (?:morir\w*|desaparecer|estar muert\w+|matarse)|mejor (?:sin (?:el|ella)|muert[oa])|sin (?:el|ella) (?:estar\w+ mejor)|despedid\w+|adios para siempre|una carga|no vale la pena vivir|ojala (?:se muriera|estuviera muert[oa]|no despertara)|se acaba todo|ya no aguanta|preferiria)",
        r"<KIN> <C8>?(?:se (?:\w+ )?(?:tomo|trago|tomado|empastillo|corto las venas|colgo|ahorco|disparo|inyecto|tiro de)) (?:\w+ ){0,4}(?:pastillas|pildoras|veneno|frasco|caja|blister|medicamentos|somniferos|raticida|cloro|remedios|no (?:reacciona|despierta|responde)|todo|sangr\w+|respira|desmay\w+)",
        r"<KIN> <C8>?(?:no (?:reacciona|despierta|responde|respira)|esta inconsciente|se esta desangrando|esta en (?:la azotea|el puente|la cornisa)|(?:subio|esta) (?:\w+ ){0,3}(?:azotea|cornisa|barandal))",
        r"<KIN> <C8>?(?:se despidio|regalo (?:todo|sus cosas|su)|dejo (?:\w+ )?(?:cartas?|notas?)|escribio (?:\w+ )?(?:cartas?|notas?)|mando (?:\w+ )?(?:audio|mensaje|carta) de despedida|esta regalando|anda despidiendose|carta de despedida)(?! (?:al|en el|por) (?:trabajo|aeropuerto|viaje))(?=<C8>(?:vol\w+|siempre|carta|despedid\w+|muer\w+|mat\w+|cosas|todo|nunca|mal|adios)| (?:de|todo|sus|cartas?))",
        r"<KIN> <C8>?(?:tiene|trae|compro|consiguio|junto|esta juntando|guarda|encontre|escondio) (?:\w+ ){0,3}<WEAPON> (?:[\w,]+ ){0,8}(?:vivir|mat\w+|morir\w*|suicid\w+|deprimid\w+|despedi\w+|sufr\w+|dano)",
        r"(?:temo|miedo|preocupa|preocupad[oa]|asustad[oa]|creo|siento|sospecho|se) (?:\w+ ){0,5}(?:se (?:haga (?:dano|algo)|mate|suicide|quite la vida|lastime|corte|vaya a (?:matar|suicidar|hacer (?:dano|algo)))|pueda (?:matarse|suicidarse|hacerse dano))",
        r"(?:si (?:lo|la|le) (?:dejo|termino|corto)|si me voy) (?:[\w,]+ ){0,6}se (?:mata|quita la vida|suicida|corta|va a matar|hace dano|tira)",
        r"(?:se quiere|se va a|se quiso|se intento) (?:matar|suicidar|quitar la vida|ahorcar)\b",
        r"<KIN> <C8>?(?:tiene|con|anda con) (?:\w+ )?(?:ideas|pensamientos|intentos?) (?:\w+ )?(?:suicid\w+|de (?:suicid\w+|muerte|morir))",
        r"(?:intento|intentos) (?:de )?(?:suicid\w+|quitarse la vida|matarse) (?:[\w,]+ ){0,5}(?:de mi|mi|anoche|ayer|hoy|hospital)|<KIN> <C4>intento (?:suicid\w+|matarse|quitarse)",
    ),
    rule(
        Level.THIRD_PARTY,
        "self_harm",
        r"<KIN> <C8>?se (?:\w+ )?(?:corta|corto|autolesiona|autolesiono|lastima|hace dano|hace cortes|quema|raja|hace tajos|hiere|golpea (?:la cabeza|contra|sol)|pega (?:contra|la cabeza)|esta (?:cortando|lastimando|haciendo dano)|hizo (?:dano|cortes))(?! (?:el|las) (?:pelo|unas|cabello|dedo)| jugando| el (?:pie|tobillo|dedo)| la (?:luz|rodilla|barba|comunicacion|llamada|senal))",
        r"<KIN> <C8>?(?:tiene|le (?:vi|encontre|descubri|note)|vi que tiene) (?:\w+ ){0,4}(?:cortes|cortadas|cicatrices|tajos|marcas|quemaduras) (?:\w+ ){0,3}(?:brazos?|munecas?|piernas?|muslos?)",
        r"(?:que|quien) se (?:autolesiona|corta los|corta las|quiere matar|quiere suicidar|hace dano)",
        r"<KIN> <C8>?(?:amenaza|amenazo) con (?:cortarse|lastimarse|hacerse|matarse|tirarse|quitarse)",
    ),
    rule(
        Level.THIRD_PARTY,
        "violence",
        r"(?:le|la|lo|les) (?:\w+ )?(?:pega|pego|golpea|golpeo|maltrata|cachetea|viola|violo|manosea|da (?:palizas|golpizas))\b (?:\w+ )?(?:a )?(?:mi|su|sus|mis|la|los) (?:mama|madre|herman\w+|hij\w+|mujer|esposa|ni[nñ]\w*|nin\w+|pareja|novia|abuel\w+|prim\w+|amiga|ti[oa]|sobrin\w+|vieja|mujer|senora|bebe|chic\w+)",
        r"a (?:mi|una|la) (?:mejor )?(?:mama|madre|herman\w+|hij\w+|amig\w+|prim\w+|vecin\w+|ti[oa]|sobrin\w+|companer\w+|alumn\w+|abuel\w+|nieta|nieto|nin\w+|bebe) (?:\w+ )?(?:la|lo|le) (?:\w+ )?(?:pega\w*|golpea\w*|maltrata\w*|abusa\w*|viola\w*|violo|toca\w*|toco|manosea\w*|amenaza\w*)",
        r"<KIN> <C4>(?:sufre|vive|es victima de|esta sufriendo) (?:\w+ ){0,3}(?:violencia|maltrato|abuso|golpes)",
        r"(?:golpea|maltrata|abusa de|abuso de|viola a|violo a|amenaza a|toca a|manosea a|pegandole a|golpeando a|violaron a|abusaron de) (?:a )?(?:mi|su|sus|mis|una|la|nuestra) (?:mama|madre|herman\w+|hij\w+|mujer|esposa|nin\w+|pareja|novia|abuel\w+|prim\w+|amig\w+|ti[oa]|sobrin\w+|vecina|companera)",
        r"(?:mi|una|la) (?:mejor )?(?:amiga|hermana|vecina|prima|hija|mama|companera|sobrina|tia|alumna) <C4>(?:el (?:marido|esposo|novio|papa|ex)|su (?:marido|esposo|novio|pareja|ex|papa|padre|padrastro)) (?:\w+ ){0,2}(?:la|le) (?:\w+ )?(?:pega|pego|golpea|golpeo|maltrata|amenaza|viola|toca|toco|violo)",
    ),
)
