"""Danger somebody else is in.

Rules run on sentences from which figures of speech and denials were already blanked out (`contexts.py`).
"""

from __future__ import annotations

from shared.crisis.levels import Level
from shared.crisis.words import Rule, rule

THIRD_PARTY: tuple[Rule, ...] = (
    rule(
        Level.THIRD_PARTY,
        "suicide",
        r"<KIN> <C8>?(?:se (?:\w+ )?(?:quiere|va a|quiso|intento|queria|piensa|puede|vaya a|iba a|"
        r"trato de|intenta|quera) (?:\w+ )?<KILL>|(?:quiere|quisiera|piensa|intento|planea|pensando|"
        r"pensado|va a|habla de|hablo de|hablado de|amenaza con|amenazo con|dice de|ganas de|idea "
        r"de|piensa en|pensando en|a punto de|trato de|intenta|capaz de|obsesionad[oa] con|quiso|"
        r"pensar en) (?:\w+ ){0,2}(?:<KILLSE>|morir|desaparecer|estar muert[oa]|no (?:vivir|"
        r"despertar|existir)|quitarse|acabar con todo|el suicidio))",
        r"<KIN> <C8>?(?:no quiere (?:\w+ )?(?:vivir|seguir|existir|estar (?:mas )?(?:aqui|en este "
        r"mundo|viv[oa])|despertar)|quiere (?:\w+ )?(?:morirse|morir|estar muert[oa]|desaparecer|"
        r"irse de este mundo|matarse)|(?:esta|estaria) cansad[oa] de vivir|no le (?:ve|encuentra) "
        r"sentido (?:a|de) (?:la vida|vivir)|no tiene (?:ganas de|motivos para) vivir|preferiria "
        r"estar muert[oa])",
        r"<KIN> <C8>?(?:dice|dijo|escribio|escribe|puso|publico|mando|manda|grita|repite|insiste|"
        r"conto|confeso|comento|habla|amenaza|amenazo|subio|jura) (?:[\w,:\"]+ ){0,8}?(?:se (?:mata|"
        r"quiere matar|va a matar|quita la vida|suicida|ahorca|cuelga|tira|muere|hace dano|corta|"
        r"quiere ir|va a (?:quitar|tirar|ahorcar|suicidar))|<KILLSE>|no quiere (?:\w+ )?(?:vivir|"
        r"estar|seguir)|quiere (?:morir\w*|desaparecer|estar muert\w+|matarse)|mejor (?:sin (?:el|"
        r"ella)|muert[oa])|sin (?:el|ella) (?:estar\w+ mejor)|despedid\w+|adios para siempre|una "
        r"carga|no vale la pena vivir|ojala (?:se muriera|estuviera muert[oa]|no despertara)|se "
        r"acaba todo|ya no aguanta|preferiria)",
        r"<KIN> <C8>?(?:se (?:\w+ )?(?:tomo|trago|tomado|empastillo|corto las venas|colgo|ahorco|"
        r"disparo|inyecto|tiro de)) (?:\w+ ){0,4}(?:pastillas|pildoras|veneno|frasco|caja|blister|"
        r"medicamentos|somniferos|raticida|cloro|remedios|no (?:reacciona|despierta|responde)|todo|"
        r"sangr\w+|respira|desmay\w+)",
        r"<KIN> <C8>?(?:no (?:reacciona|despierta|responde|respira)|esta inconsciente|se esta "
        r"desangrando|esta en (?:la azotea|el puente|la cornisa)|(?:subio|esta) (?:\w+ "
        r"){0,3}(?:azotea|cornisa|barandal))",
        r"<KIN> <C8>?(?:se despidio|regalo (?:todo|sus cosas|su)|dejo (?:\w+ )?(?:cartas?|notas?)|"
        r"escribio (?:\w+ )?(?:cartas?|notas?)|mando (?:\w+ )?(?:audio|mensaje|carta) de despedida|"
        r"esta regalando|anda despidiendose|carta de despedida)(?! (?:al|en el|por) (?:trabajo|"
        r"aeropuerto|viaje))(?= <C8>(?:vol\w+|siempre|carta|despedid\w+|muer\w+|mat\w+|cosas|todo|"
        r"nunca|mal|adios)| (?:de|todo|sus|cartas?)| y no (?:contesta|aparece|responde|lo encuentro|"
        r"la encuentro|sabemos))",
        r"<KIN> <C8>?(?:tiene|trae|compro|consiguio|junto|esta juntando|guarda|encontre|escondio) "
        r"(?:\w+ ){0,3}<WEAPON> (?:[\w,]+ ){0,8}(?:vivir|mat\w+|morir\w*|suicid\w+|deprimid\w+|"
        r"despedi\w+|sufr\w+|dano)",
        r"(?:temo|miedo|preocupa|preocupad[oa]|asustad[oa]|creo|siento|sospecho|se) (?:\w+ "
        r"){0,5}(?:se (?:haga (?:dano|algo)|mate|suicide|quite la vida|lastime|corte|vaya a "
        r"(?:matar|suicidar|hacer (?:dano|algo)))|pueda (?:matarse|suicidarse|hacerse dano))",
        r"(?:si (?:lo|la|le) (?:dejo|termino|corto)|si me voy) (?:[\w,]+ ){0,6}se (?:mata|quita la "
        r"vida|suicida|corta|va a matar|hace dano|tira)",
        r"(?:se quiere|se va a|se quiso|se intento) (?:matar|suicidar|quitar la vida|ahorcar)\b",
        r"<KIN> <C8>?(?:tiene|con|anda con) (?:\w+ )?(?:ideas|pensamientos|intentos?) (?:\w+ "
        r")?(?:suicid\w+|de (?:suicid\w+|muerte|morir))",
        r"(?:intento|intentos) (?:de )?(?:suicid\w+|quitarse la vida|matarse) (?:[\w,]+ ){0,5}(?:de "
        r"mi|mi|anoche|ayer|hoy|hospital)|<KIN> <C4>intento (?:suicid\w+|matarse|quitarse)",
    ),
    rule(
        Level.THIRD_PARTY,
        "self_harm",
        r"<KIN> <C8>?se (?:\w+ )?(?:corta|corto|autolesiona|autolesiono|lastima|hace dano|hace "
        r"cortes|quema|raja|hace tajos|hiere|golpea (?:la cabeza|contra|sol)|pega (?:contra|la "
        r"cabeza)|esta (?:cortando|lastimando|haciendo dano)|hizo (?:dano|cortes))(?! (?:el|las) "
        r"(?:pelo|unas|cabello|dedo)| jugando| cocinando| pelando| picando| afeit\w+| con (?:un "
        r"papel|el papel|una lata)| sin querer| el (?:pie|tobillo|dedo)| la (?:luz|rodilla|barba|"
        r"comunicacion|llamada|senal))",
        r"<KIN> <C8>?(?:tiene|le (?:vi|encontre|descubri|note)|vi que tiene) (?:\w+ ){0,4}(?:cortes|"
        r"cortadas|cicatrices|tajos|marcas|quemaduras) (?:\w+ ){0,3}(?:brazos?|munecas?|piernas?|"
        r"muslos?)",
        r"(?:que|quien) se (?:autolesiona|corta los|corta las|quiere matar|quiere suicidar|hace "
        r"dano)",
        r"<KIN> <C8>?(?:amenaza|amenazo) con (?:cortarse|lastimarse|hacerse|matarse|tirarse|"
        r"quitarse)",
    ),
    rule(
        Level.THIRD_PARTY,
        "violence",
        r"(?:le|la|lo|les) (?:\w+ )?(?:pega|pego|golpea|golpeo|maltrata|cachetea|viola|violo|"
        r"manosea|da (?:palizas|golpizas))\b (?:\w+ )?(?:a )?(?:mi|su|sus|mis|la|los) (?:mama|madre|"
        r"herman\w+|hij\w+|mujer|esposa|ni[nñ]\w*|nin\w+|pareja|novia|abuel\w+|prim\w+|amiga|ti[oa]|"
        r"sobrin\w+|vieja|mujer|senora|bebe|chic\w+)",
        r"a (?:mi|una|la) (?:mejor )?(?:mama|madre|herman\w+|hij\w+|amig\w+|prim\w+|vecin\w+|ti[oa]|"
        r"sobrin\w+|companer\w+|alumn\w+|abuel\w+|nieta|nieto|nin\w+|bebe) (?:\w+ )?(?:la|lo|le) "
        r"(?:\w+ )?(?:pega\w*|golpea\w*|maltrata\w*|abusa\w*|viola\w*|violo|toca\w*|toco|manosea\w*|"
        r"amenaza\w*)",
        r"<KIN> <C4>(?:sufre|vive|es victima de|esta sufriendo) (?:\w+ ){0,3}(?:violencia|maltrato|"
        r"abuso|golpes)",
        r"(?:golpea|maltrata|abusa de|abuso de|viola a|violo a|amenaza a|toca a|manosea a|pegandole "
        r"a|golpeando a|violaron a|abusaron de) (?:a )?(?:mi|su|sus|mis|una|la|nuestra) (?:mama|"
        r"madre|herman\w+|hij\w+|mujer|esposa|nin\w+|pareja|novia|abuel\w+|prim\w+|amig\w+|ti[oa]|"
        r"sobrin\w+|vecina|companera)",
        r"(?:mi|una|la) (?:mejor )?(?:amiga|hermana|vecina|prima|hija|mama|companera|sobrina|tia|"
        r"alumna) <C4>(?:el (?:marido|esposo|novio|papa|ex)|su (?:marido|esposo|novio|pareja|ex|"
        r"papa|padre|padrastro)) (?:\w+ ){0,2}(?:la|le) (?:\w+ )?(?:pega|pego|golpea|golpeo|"
        r"maltrata|amenaza|viola|toca|toco|violo)",
    ),
)
