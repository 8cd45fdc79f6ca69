"""Violence, abuse and threats the person suffers.

Rules run on sentences from which figures of speech and denials were already blanked out (`contexts.py`).
"""

from __future__ import annotations

from shared.crisis.levels import Level
from shared.crisis.words import Rule, rule

VICTIM: tuple[Rule, ...] = (
    rule(
        Level.VICTIM,
        "hit",
        r"<ABUSER> <C8>?me (?:\w+ )?(?:pega|pego|golpea|golpeo|cachetea|patea|pateo|ahorca|ahorco|"
        r"agarra a|agarro a|arrastra|arrastro|empuja|empujo|zamarrea|jalonea|jalo del|tiro del|"
        r"agarra del|agarro del|escupe|encierra|encerro|quema|quemo|muele|tira (?:cosas|del pelo|"
        r"contra)|avienta|avento|estampa|estampo|faja|fajo|nalguea|madrea|cascar?|casca|zurra|surte|"
        r"surtio|sacude|sacudio|asfixia|asfixio|aprieta|cela y|rompio|lastima|lastimo|pegaba|"
        r"golpeaba|tocaba|toco|violaba|encerraba|manoseaba|hacia cosas|hace cosas)\b(?! (?:un(?:a)? "
        r"(?:gripe|resfri\w+|abrazo|susto|gritos?|llamada|mirada|reto)|unos (?:gritos|retos|sustos)|"
        r"el (?:resfrio|acento|covid|catarro|virus)|la (?:gripe|risa|luna|tos)|su (?:resfri\w+|"
        r"gripe|risa|mania|acento)|en el (?:padel|tenis|juego|fifa|ajedrez)|mucho que|que (?:no|me)|"
        r"los (?:piojos|planes)))",
        r"me (?:\w+ )?(?:pegan|pegaron|golpean|golpearon|patean|patearon|apalean|madrean|madrearon|"
        r"escupen|tiran al piso|encierran|agarran a golpes|dan (?:golpes|patadas)|empujan)\b(?! "
        r"(?:los (?:planes|precios)|la gripe|un susto))",
        r"me (?:\w+ )?(?:dio|da|dieron|dan|meti[oa]?|mete|metieron|acomodo|solto|pego|arreo|encajo) "
        r"(?:\w+ )?(?:palizas?|golpizas?|cachetadas?|cachetazos?|bofetadas?|punetazos?|trompadas?|"
        r"pinas?|pinazos?|patadas?|madrizas?|putizas?|puñetes?|punetes?|golpes?|correazos?|"
        r"cintarazos?|nalgadas|coscorrones|combos?|charchazos?|tranca|pela|pelas|zurra|cueriza)(?! "
        r"(?:de (?:suerte|realidad|agua|aire|calor|timon|vida|efecto)|en el juego))",
        r"me (?:cago|caga|cagaron|agarro|agarra|mole|molio|muele|saco|lleno|deja|dejo|revento|"
        r"reviento|cagan|cosio|corrio|saca) (?:\w+ )?(?:a |de |la )?(?:palos|trompadas|pinas|golpes|"
        r"patadas|mierda a|cresta|chucha|mugre|moretones|moretoneada|morad[oa]|marcas|marcad[oa]|"
        r"ojo morado|correazos|punetes|trompis|palazos)",
        r"me (?:\w+ )?(?:levanto|levanta|alza|puso|pone|ponen) la mano(?: encima)?|me (?:puso|pone) "
        r"las manos encima",
        r"(?:moretones|morados|ojo morado|marcas) (?:\w+ ){0,5}(?:que me (?:hizo|deja|dejo|hace)|de "
        r"(?:sus|los) golpes)",
        r"<ABUSER> <C4>nos (?:\w+ )?(?:pega|pego|golpea|golpeo|maltrata|amenaza|encierra|viola|toca|"
        r"abusa)\b(?! (?:un|una|unos|la|el)\b)",
        r"(?:borracho|tomado|drogado|toma|celos\w*|enojado|furioso|miedo|siempre|todos los dias|"
        r"otra vez|anoche|ayer|cuando) (?:[\w,]+ ){0,6}me (?:\w+ )?(?:pega|pego|golpea|golpeo|patea|"
        r"cachetea|ahorca)\b(?! (?:un (?:susto|grito|bajon)|la (?:gripe|tristeza|nostalgia|soledad|"
        r"ansiedad|luna)|el (?:bajon|sueno|sol|recuerdo|resfrio)|fuerte|duro (?:la|el)|mal|hambre|"
        r"sueno))",
        r"(?:sufro|vivo|sufri|padezco|hay) (?:\w+ ){0,2}(?:violencia|maltrato|maltratos|abuso|"
        r"golpes) (?:\w+ ){0,3}(?:en (?:mi )?casa|domestica|intrafamiliar|de genero|por parte|de mi|"
        r"de parte|sexual|fisico|fisica)",
        r"(?:bullying|acoso) (?:\w+ ){0,4}(?:me pegan|me golpean|a golpes)",
        r"(?:con (?:el|un|la|una)) (?:cinturon|cable|palo|correa|chancla|chicote|vara|fierro|cinto|"
        r"escoba) (?:\w+ ){0,4}me (?:pega|golpea|castiga)",
        r"me (?:castiga|castigan|corrige|disciplina) (?:\w+ )?(?:con el|con un|con la|a) "
        r"(?:cinturon|cable|palo|correa|golpes|chicote|vara|cinto|correazos)",
    ),
    rule(
        Level.VICTIM,
        "abuse",
        r"me (?:\w+ )?(?:violo|violaron|viola|violan|violado|violada|abuso sexual|abusan|manosea|"
        r"manoseo|manosean|manosearon|penetro|desnudo|droga[rs]?on|drogo)\b(?! (?:mis derechos|los "
        r"derechos|mi privacidad|la privacidad))",
        r"(?:fui|he sido|soy|estoy siendo|siendo) (?:\w+ )?(?:violad[oa]|abusad[oa]|golpead[oa]|"
        r"maltratad[oa]|agredid[oa]|amenazad[oa]|victima de (?:violencia|abuso|maltrato|violacion|"
        r"trata))",
        r"abus(?:a|o|aron|an|aba|ando|ar) (?:sexualmente )?de mi\b(?! (?:confianza|paciencia|buena|"
        r"tiempo|amabilidad|bondad))",
        r"me (?:\w+ )?(?:toca|toco|tocan|tocaron|tocaba|acaricia|roza|besa|beso|agarra|agarro) "
        r"(?:\w+ ){0,3}(?:sin mi (?:permiso|consentimiento)|sin (?:permiso|que (?:yo )?quier\w+|"
        r"consentimiento)|mis partes|las partes|partes intimas|los senos|los pechos|las tetas|abajo|"
        r"ahi abajo|a la fuerza|la cola|el culo|las nalgas|las piernas|la vagina|el pene|por debajo|"
        r"donde no|mientras duermo|de noche|y (?:me da|tengo) (?:miedo|asco))",
        r"<ABUSER> <C4>se (?:mete|metia|mete de noche) (?:\w+ )?(?:a|en) mi (?:cama|cuarto|pieza|"
        r"habitacion|recamara|ducha|bano)",
        r"(?:entra|viene|se mete|entraba|venia|se acuesta) (?:\w+ ){0,4}(?:cuarto|pieza|habitacion|"
        r"cama|recamara|dormitorio) <C8>(?:me (?:toca|toco|hace|obliga)|tocarme|desnud\w+|miedo|"
        r"mira)",
        r"me (?:\w+ )?(?:obliga|obligo|obligan|fuerza|forzo|fuerzan|forzaron|presiona|amenaza|"
        r"chantajea|pide|hizo|hace) (?:\w+ )?(?:a |para |con |que )?(?:\w+ )?(?:tener (?:sexo|"
        r"relaciones)|tener relaciones|sexo|acostarme|desnud\w+|tocarl\w+|tocarme|fotos "
        r"(?:desnud\w+|sin ropa|intimas|mias)|cosas sexuales|nudes|hacerle|chup\w+|prostitu\w+|"
        r"besarl\w+)",
        r"(?:dice|dijo|me pide|pidio|hizo jurar|amenaza) (?:\w+ ){0,3}(?:es|era|sea|guarde|guardar) "
        r"(?:\w+ )?(?:nuestro secreto|un secreto entre|el secreto) ",
        r"(?:chantaje\w+|amenaz\w+|extorsion\w+) (?:\w+ ){0,4}(?:mis|fotos|videos|pack|nudes|"
        r"intim\w+|desnud\w+)",
        r"(?:subio|publico|difundio|mando|paso|filtro|compartio|subieron) (?:\w+ )?(?:mis |unas |un "
        r"|mi |las )?(?:fotos?|videos?|pack|nudes) (?:intim\w+|desnud\w+|sin (?:mi permiso|ropa)|"
        r"privad\w+)",
        r"me (?:acosa|acosan|hostiga|persigue|sigue) (?:[\w,]+ ){0,6}(?:miedo|toca|manosea|"
        r"sexual\w*|amenaza|esperando|afuera|casa|calle|insinua|trabajo|mensajes)",
        r"<ABUSER> <C4>(?:abusa|abuso|maltrata|me acosa|me viola|me maltrata|me humilla y me|me "
        r"tortura|me somete)",
        r"me (?:\w+ )?maltrata[n]?\b",
    ),
    rule(
        Level.VICTIM,
        "threat",
        r"me (?:\w+ )?(?:amenaza|amenazo|amenazan|amenazaron|tiene amenazad[oa]) (?:\w+ )?(?:de "
        r"muerte|con (?:\w+ )?(?:matar\w*|golpear\w*|pegarme|cuchillo|arma|pistola|machete|quitarme|"
        r"hacerme|lastimar\w*|quemar\w*|echarme|un|denunciar|acido)|si (?:me|lo|la|hablo|digo|"
        r"cuento|denuncio)|y (?:me|tengo miedo))",
        r"<PARTNER> <C4>me (?:\w+ )?(?:amenaza|amenazo)",
        r"(?:dice|dijo|juro|jura|amenaza|amenazo|grito|mando decir) (?:[\w,]+ ){0,6}(?:(?:con "
        r")?matarme|me (?:va a|iba a) matar|que me mata|me mata(?! de)|me va a (?:encontrar|"
        r"desfigurar|quemar|desaparecer)|si no (?:es|soy) (?:suya|de el))",
        r"(?:si (?:lo|la) (?:dejo|denuncio)|si me (?:voy|separo)|si (?:hablo|digo algo|cuento)) "
        r"(?:[\w,]+ ){0,4}me (?:mata|va a matar|pega|golpea|quita)",
        r"(?:tengo|me da|vivo con|siento|con|mucho) (?:\w+ )?(?:miedo|terror|panico) (?:\w+ "
        r"){0,2}?(?:a |de |por )?(?:mi (?:pareja|esposo|marido|novio|novia|esposa|ex|papa|padre|"
        r"padrastro|hermano|tio|mama|vida)|el cuando|llegar a (?:mi )?casa|volver a (?:mi )?casa|"
        r"que (?:el |mi \w+ )?(?:me (?:mate|pegue|golpee|haga algo|encuentre|viole|lastime|toque)|"
        r"vuelva a pegar\w*|llegue (?:borrach|tomad|mi)))(?! (?:tarde|a la entrevista|se (?:enoje|"
        r"vaya)|no (?:me|le)))",
        r"(?:no me|ni me) deja[n]? (?:\w+ )?(?:salir|ver a mi|hablar con|tener (?:amig|telefono|"
        r"dinero)|trabajar|usar (?:el )?(?:telefono|celular)|ir (?:sola|a ver|con mi|al medico)|"
        r"estudiar|irme|comer)(?! (?:\w+ )?(?:de fiesta|de noche|los (?:lunes|martes|domingos|"
        r"findes)|con mis amigos porque|hasta (?:tarde|que)|despues|el jefe|porque tengo (?:examen|"
        r"tarea)))(?= <C8>(?:me (?:quit|revis|control|encierr|grit|peg|cela)|miedo|ni|casa|familia|"
        r"sola|solo|marido|celos)|.*(?:marido|esposo|novio|pareja))",
        r"(?:marido|esposo|novio|pareja|ex|padrastro|patron) <C4>(?:no me deja (?:salir|ver|hablar|"
        r"trabajar|tener|ir)|me (?:quit[oa]|escond[eio]+|rompio|revisa) (?:\w+ ){0,2}(?:telefono|"
        r"celular|documentos?|pasaporte|llaves|dinero|plata|sueldo|cedula|dni))",
        r"me (?:controla|revisa|espia|vigila|rastrea|cela) (?:[\w,]+ ){0,8}(?:amenaza|miedo|pega|"
        r"golpea|encierra|grita|insulta|no me deja)",
        r"me (?:encierra|encerro|tiene encerrad[oa]|tienen encerrad[oa]|tiene secuestrad[oa]|"
        r"retiene|tiene controlad[oa])(?! (?:el trabajo|la rutina))",
        r"(?:tiene|saco|guarda|compro|anda con|con) (?:\w+ )?(?:un |una )?(?:arma|pistola|cuchillo|"
        r"machete|fierro|navaja) (?:[\w,]+ ){0,5}(?:me|miedo|amenaz\w+|mi)",
        r"(?:miedo|amenaza|amenazo|apunto|golpe\w*|pega) <C8>(?:un arma|una pistola|un cuchillo|un "
        r"machete|armado)",
        r"(?:esta|ahi|aqui|afuera|llego|golpeando|tocando) (?:\w+ ){0,4}(?:borracho|furioso|"
        r"rompiendo|pateando) <C8>(?:miedo|puerta|escondid\w+|pegar\w*|me va|encerr\w+)",
        r"(?:estoy|me) (?:encerr\w+|escond\w+) (?:\w+ ){0,4}(?:bano|cuarto|pieza|closet|habitacion) "
        r"<C8>(?:el|marido|esposo|novio|papa|padre|padrastro|borracho|golpe\w*|pega\w*|afuera)",
        r"(?:<PARTNER>) me (?:va a|quiere|quiso|intento|trato de) (?:matar|ahorcar|ahogar|asfixiar|"
        r"quemar|atropellar)(?! (?:por|cuando (?:vea|sepa|se entere)|si (?:se entera|llego|ve)|de|"
        r"con (?:tanto|sus chistes)|jaja))\b(?! \w+ jaja)",
        r"(?:quiere|quiso|intento|trato de|quieren|van a) (?:matarme|ahorcarme|violarme|"
        r"secuestrarme|ahogarme|quemarme)",
    ),
)
