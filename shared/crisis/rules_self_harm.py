"""Hurting oneself, now or again.

Rules run on sentences from which figures of speech and denials were already blanked out (`contexts.py`).
"""

from __future__ import annotations

from shared.crisis.levels import Level
from shared.crisis.words import Rule, rule

SELF_HARM: tuple[Rule, ...] = (
    rule(
        Level.SELF_HARM,
        "cutting",
        r"me (?:\w+ ){0,2}(?:corto|corte|cortaba|rajo|raje|tajeo|tajee|marco|marque|araño|arano|"
        r"arane|rasgo|rasgue|raspo|quemo|queme|pincho|clavo|clave|hiero|heri|tajie|corta[ro]n?|"
        r"lacero|he cortado|hago cortes|hice cortes) (?:\w+ ){0,3}<SKIN>(?! (?:jugando|cocinando|"
        r"con (?:un papel|la (?:plancha|olla|cacerola|sarten|impresora))|en (?:el|la) (?:partido|"
        r"cancha|gym|cocina)|sin querer|con el horno))",
        r"me (?:\w+ )?(?:corto|corte|lastimo|quemo|araño|arano|hago cortes|hago dano|golpeo|hiero|"
        r"autolesiono|autolesione) (?:\w+ ){0,3}(?:a proposito|adrede|a escondidas|cuando (?:estoy|"
        r"me|todo|tengo|discut|no)|para (?:sentir|calmar|no|castigar|aliviar|dejar)|por dentro|"
        r"todos los dias|cada (?:dia|noche|vez)|otra vez|de nuevo|sol[oa] en|en el bano|y (?:me |no "
        r"|siento)|con (?:una |un |la |el )?(?:navaja|cuter|hoja|gillette|cuchillo|vidrio|tijera|"
        r"cigarro|encendedor|compas|sacapuntas|aguja))",
        r"(?:cortarme|rajarme|quemarme|tajearme|herirme|aranarme|arañarme|pincharme)(?! (?:el |la |"
        r"las |los |un poco el |mas el )?(?:pelo|cabello|flequillo|unas|barba|puntas|fleco|"
        r"cerquillo|chasquilla|melena|luz|telefono|internet|dedo|rubio|con el sol|la lengua|con "
        r"(?:la plancha|el papel)|del todo con|bigote))\b(?! (?:cocinando|pelando|con (?:un papel|"
        r"la olla)))",
        r"(?:me )?(?:voy a|quiero|tengo que|necesito|ganas de|volvi a|vuelvo a) (?:\w+ )?(?:cortar|"
        r"rajar|quemar|tajear|hacer cortes en) (?:\w+ ){0,2}<SKIN>",
        r"me (?:he vuelto a|volvi a|vuelvo a|quiero|tengo que|necesito) (?:\w+ )?(?:cortar|rajar|"
        r"quemar|lastimar|tajear|hacer dano)(?! (?:el (?:pelo|cabello|flequillo)|las (?:unas|"
        r"puntas)))\b",
        r"me (?:\w+ )?(?:lastim\w+|cort[eo]|raj[eo]|hice dano|hago dano|pinch[eo]|hier[oe]) (?:\w+ "
        r"){0,4}con (?:la|el|una|un|mi) (?:hojillas?|navaja|cuter|gillette|hoja|vidrio|compas|"
        r"sacapuntas|aguja|bisturi|encendedor|tijeras?)(?! (?:de (?:cocina|afeitar cuando)|"
        r"cocinando|abriendo|por accidente|sin querer))",
        r"(?:volvi a|recai|recaida|vuelvo a|empece a|no puedo dejar de|necesito|ganas de) (?:\w+ "
        r"){0,3}(?:cortarme|cortar|cortes|lastimarme|autolesion\w+|hacerme dano|quemarme|navaja)",
        r"me hice (?:\w+ ){0,2}(?:cortes|tajos|heridas|quemaduras|un corte en (?:el brazo|la pierna|"
        r"la muneca|el muslo))(?! (?:de pelo|cocinando))",
        r"(?:me (?:corte|abri|raje|marque)) (?:las |la )?(?:munecas?|venas)",
    ),
    rule(
        Level.SELF_HARM,
        "harm",
        r"me (?:\w+ )?(?:hago|hice|haga|haria|hacia|provoco|causo|he hecho|estoy haciendo) (?:\w+ "
        r")?(?:dano|mal a mi|heridas|moretones|quemaduras)(?! (?:jugando|corriendo|entrenando|en "
        r"(?:el|la) (?:rodilla|tobillo|pie|espalda)))",
        r"(?:hacerme|causarme|provocarme|haciendome) (?:\w+ )?(?:dano|heridas|dolor|cortes)",
        r"(?:autolesi\w+me|autolesiono|autolesione\b|autolesionandome|autolesionarme|autolesionado|"
        r"lastimarme a proposito|lastimandome|lastimarme(?! (?:corriendo|jugando|el|la)))",
        r"me (?:\w+ )?(?:volvi a |vuelvo a )?(?:lastimo|lastimar|lastime)(?! (?:el|la|los|un|una|"
        r"jugando|corriendo|entrenando|sus|que|lo|cuando (?:jug|corr|me (?:dijo|dice|grit)))\b)(?= "
        r"(?:a (?:mi|proposito)|sola?|solo|y|cuando|otra|de nuevo|para|las|$)| ?$| ?,)",
        r"me (?:pego|golpeo|doy golpes|doy punetazos|doy cabezazos|estrello|doy) (?:\w+ ){0,2}(?:la "
        r"cabeza|cabeza|contra (?:la|el|una) (?:pared|muro|piso|puerta)|yo (?:mism[oa]|sol[oa])|a "
        r"mi mism[oa]|hasta|en la cara|en las piernas|en los brazos)(?! (?:con (?:la|el) (?:puerta|"
        r"mueble|mesa)))",
        r"me (?:arranco|jalo|arrancaba) (?:\w+ ){0,3}(?:pelo|cabello|piel|costras|pestanas) (?:\w+ "
        r"){0,4}(?:hasta|cuando|para|a mechones|de (?:la )?ansiedad|sangr\w+)",
        r"me (?:\w+ )?(?:quemo|queme|quemaba|apago|apague|apagaba) (?:\w+ ){0,5}(?:cigarr\w+|"
        r"encendedor|colilla|fosforo|a proposito|adrede)",
        r"me (?:muerdo|pellizco|rasco|clavo las unas) (?:\w+ ){0,4}(?:hasta (?:sangrar|sacarme|que "
        r"sangr\w*|hacerme)|sangre)",
        r"(?:heridas|cortes|cicatrices|marcas|tajos|quemaduras|lineas) (?:\w+ ){0,3}(?:que (?:me "
        r")?hago|me hago|que me hice|en (?:mis|los|las) (?:brazos|munecas|piernas|muslos)|con "
        r"(?:pulseras|mangas|manga))",
        r"(?:manga larga|mangas largas|pulseras|muñequeras|munequeras) <C8>(?:cortes|marcas|"
        r"cicatrices|heridas|brazos|no vean)",
        r"(?:navaja|cuter|hojilla|gillette|hoja de afeitar|vidrio|filo) (?:\w+ ){0,5}(?:me (?:calma|"
        r"tranquiliza|alivia|ayuda|llama)|brazo|piel|lo unico|piernas|munecas|muslos)",
        r"(?:ver|viendo|siento|sentir) (?:\w+ ){0,3}(?:mi )?sangre <C4>(?:calma|alivi\w+|"
        r"tranquil\w+|mejor|paz)",
        r"(?:vomito|vomitar) a proposito|me (?:provoco|meto los dedos para) (?:el )?vomit\w+",
        r"(?:merezco|me castigo|castigarme) (?:\w+ ){0,3}(?:con (?:golpes|dolor|cortes)|sangr\w+|"
        r"cort\w+|lastim\w+|quem\w+|golpeandome)",
    ),
)
