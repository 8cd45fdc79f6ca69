"""What takes the danger out of words: denials, the outgrown past, questions about facts, stories.

`DENIALS` are blanked out of a sentence before the rules see it: "no me quiero matar, pero ya conté las
pastillas" is still a plan. The others look at the whole sentence.
"""

from __future__ import annotations

from shared.crisis.words import any_of

DENIALS = any_of(
    r"<DENY> (?:me |lo |yo )?(?:voy a|quiero|quiera|quisiera|pienso|pienso en|he pensado(?: en)?|"
    r"pense(?: en)?|estoy pensando en|planeo|tengo (?:ganas de|planes de|pensado|intencion(?:es)? "
    r"de|ideas? de|pensamientos? de)|se me (?:ocurre|pasa por la cabeza|ha ocurrido)|haria|hare|"
    r"intentaria|seria capaz de|podria|estoy por|deseo|quise|queria|intente|he intentado|gustaria) "
    r"(?:en |de |a |eso de )?(?:<KILLME>|<KILLSE>|el suicidio|suicidio|morirme|morir|hacerme "
    r"(?:dano|nada|algo)|cortarme|lastimarme|hacerme|quitarme|matar|suicidar|lastimar|cortar|"
    r"autolesionarme|hacer (?:ninguna )?(?:nada malo|una locura|locura|tonterias?|nada)|ideas "
    r"suicidas|estar muert[oa])(?! (?:todavia|aun|hoy pero|sin|sol[oa]|de viej|asi|lento|pero (?:ya|"
    r"no (?:quiero|aguanto)))\b)",
    r"(?:no|nunca|jamas|ni) (?:me )?(?:haria|hare|voy a hacer|he hecho|hago|hice|quiero hacer|"
    r"mataria|matare|suicidaria|suicidare|cortaria|lastimaria|quitaria la vida|he cortado|he "
    r"autolesionado|autolesiono|corto|lastimo|cortaria|mato|suicido) ?(?:dano|nada|la vida|eso|mas)?",
    r"(?:no|sin|nunca) (?:tengo|tuve|he tenido|tener|hay|habia) (?:\w+ )?(?:ideas?|pensamientos?|"
    r"ideacion(?:es)?|intenciones?|intencion|planes) (?:de )?(?:suicid\w+|morir\w*|matarme|hacerme "
    r"dano|quitarme la vida|autolesi\w+)",
    r"ya no (?:me )?(?:corto|lastimo|autolesiono|hago dano|quiero (?:morir|matar|morirme|matarme|"
    r"hacerme dano)|pienso en (?:matarme|morir\w*|suicid\w+|la muerte|eso|hacerme)|quiero morir\w*|"
    r"hago eso|tengo (?:esos|esas) (?:pensamientos|ideas|ganas))",
    r"(?:no|ni) (?:es que|significa que|estoy diciendo que|digo que) (?:me )?(?:quiera|vaya a) "
    r"(?:matar\w*|morir\w*|suicid\w+|hacer\w* dano)",
    r"(?:dice|dijo|asegura|jura|juro) que no (?:se )?(?:quiere|va a|piensa) (?:matar\w*|suicid\w+|"
    r"morir\w*|hacerse dano)",
    r"(?:nadie|mi \w+ (?:no|nunca|jamas)|nunca) (?:me )?(?:pega|pego|golpea|maltrata|ha (?:pegado|"
    r"golpeado|tocado)|puso la mano|levanto la mano|ha (?:levantado|puesto) la mano)",
)

PAST = any_of(
    r"(?:hace (?:\w+ ){0,2}(?:anos|tiempo|decadas)|antes\b|cuando (?:era|tenia|estaba en|iba)|de "
    r"(?:adolescente|chic[oa]|joven|ni[nñ]\w*|nin[oa]|pequen[oa])|a los \d+|en (?:mi "
    r"(?:adolescencia|juventud|infancia)|el pasado|la secundaria|el liceo|el colegio|20\d\d|19\d\d)|"
    r"(?:el|en) ano pasado|solia|supere|sobrevivi|ya supere|mi ex\w*|en otra epoca|una epoca|en "
    r"aquel\w*|logre|sali de|deje de|anos sin|meses sin|tuve un intento|estuve|intente|(?:\d+|un|"
    r"dos|tres|cuatro|cinco|diez) (?:anos|meses) (?:sin|limpi[oa]|desde))",
)

RECOVERED = any_of(
    r"(?:ya (?:estoy (?:\w+ )?(?:bien|mejor|recuperad[oa]|a salvo|tranquil[oa])|paso|no(?= ?(?:$|,|"
    r"mas|lo hago|me (?:corto|lastimo|hago|siento asi|pasa)|pienso|es asi|vivo|tengo))|lo (?:supere|"
    r"deje)|me siento (?:bien|mejor)|sali|sane|deje|pude|quedo atras)|(?:hoy|ahora|actualmente|"
    r"gracias a (?:dios|la terapia|mi)|por suerte|desde entonces) (?:\w+ ){0,3}(?:(?:estoy|soy|vivo|"
    r"me siento|ayudo|disfruto|agradezco|amo|puedo|tengo|valoro|estudio|trabajo|sigo) (?:\w+ "
    r")?(?:bien|mejor|feliz|viv[oa]|a otros|a otras|a salvo|tranquil[oa]|orgullos[oa]|la vida|"
    r"agradecid[oa]|recuperad[oa]|en paz|segur[oa]|libre|una vida|estable|otra persona|voluntari\w+|"
    r"content[oa]|dar|contarlo|de pie|psicolog\w+|en terapia)|ayudo|agradezco|disfruto)|(?:estoy|me "
    r"siento|quede|salí|vivo) (?:\w+ )?(?:recuperad[oa]|a salvo|orgullos[oa]|libre|agradecid[oa] de "
    r"(?:seguir|estar))|lo supere|y estoy (?:muy )?bien|buena relacion|nos llevamos bien|l[oa] perdone|"
    r"supere (?:un|mi|"
    r"una|eso|la)|quedo (?:en el pasado|atras)|(?:anos|meses) (?:sin (?:cortarme|hacerlo|lastimarme|"
    r"autolesion\w+|pensar)|limpi[oa])|sobrevivi\b.{0,60}(?:hoy|ahora|feliz)|me separe hace (?:anos|"
    r"mucho|tiempo)|(?:la|mucha) terapia me (?:ayudo|salvo))",
)
"""With `PAST` in the same or the next sentence: it is over."""

RELAPSE = any_of(
    r"(?:otra vez|de nuevo|nuevamente|volv(?:i|io|ieron|er|iendo)|vuelv[eo]n? (?:a|los|las|esos|"
    r"esas)|recai|recaida|ultimamente|(?:ahora|hoy) (?:\w+ )?(?:quiero|me quiero|voy a|pienso|tengo "
    r"ganas|me mato|es el dia|no quiero|lo voy|estoy (?:peor|igual|pensando))|sigo (?:pensando|"
    r"queriendo|igual|con|cort\w+|haci\w+)|todavia (?:pienso|quiero|tengo|me)|aun (?:pienso|quiero|"
    r"tengo)|ya no (?:quiero vivir|aguanto|puedo)|esta (?:noche|vez))",
)
"""The past that is not over: takes the force out of `PAST`."""

INFORMATIONAL = any_of(
    r"(?:que (?:es|son|significa|dice|factores|senales|causas|porcentaje|opina)|como se (?:define|"
    r"llama|detecta|previene|mide|escribe|conjuga|dice)|cuant[oa]s? (?:personas|casos|suicidios|"
    r"mujeres|gente|jovenes|muertes|intentos)|en que (?:ano|pais|libro)|es (?:cierto|verdad) que|es "
    r"mito|por que (?:se (?:suicidan|suicido)|la gente|los jovenes|las personas|hay)|quien "
    r"(?:escribio|era|fue)|cual es la (?:tasa|diferencia|definicion|causa|ley|historia)|existe "
    r"(?:un|una|algun\w*) (?:plan|ley|programa|linea|estadistica|protocolo)|diferencia entre)",
    r"(?:tesis|ensayo|monografia|exposicion|exponer|tarea de|trabajo (?:practico|de investigacion|"
    r"final|para la)|tp de|investigacion|estadisticas?|datos sobre|informe|resumen|resumir|articulo|"
    r"noticia|noticias|documental|pelicula|serie|libro|novela|cuento|cancion|personaje|protagonista|"
    r"poema|obra de teatro|guion|podcast|segun la oms|oms|ley \d+|prevencion del? suicid\w+|campana|"
    r"charla|taller|curso|capacitacion|clase de|examen de|traduce|traducir|definicion|concepto|"
    r"etimologia|historia de|setiembre amarillo|septiembre amarillo|dia mundial)",
    r"como (?:puedo |se puede |podemos |se )?(?:ayudar|ayuda|apoyar|acompanar|hablar) (?:a |con "
    r")?(?:alguien|una persona|personas|la gente|quien|los adolescentes|jovenes)",
)

FICTION = any_of(
    r"(?:personaje|protagonista|novela|cuento|pelicula|serie|libro|cancion|poema|guion|obra de "
    r"teatro|videojuego|anime|telenovela|documental|capitulo|trama|villano|episodio)",
)
"""Makes what a third person does a story; never what the writer says of themself."""

RISK_TOPIC = any_of(
    r"(?:lo intente|me (?:cortaba|lastimaba|pegaba|golpeaba|maltrataba|suicidaria|mataria|haria dano))|"
    r"(?:suicid\w+|autolesi\w+|autolesion\w*|violencia|maltrato|abuso|bullying|acoso|depresion|"
    r"morir|muerte|matar\w*|femicidio|feminicidio|eutanasia)",
)

DISTRESS = any_of(
    r"(?:trist\w+|ansiedad|ansios[oa]|angusti\w+|depre\w*|deprim\w+|llor\w+|sol[oa]s?\b(?= |$)|"
    r"soledad|vaci[oa]|miedo|panico|nervi\w+|estres\w*|agobi\w+|agotad[oa]|cansad[oa]|cansancio|"
    r"harta?o?\b|desesper\w+|culpa\w*|verguenza|frustr\w+|extrano|duelo|murio|fallecio|muerte|perdi "
    r"a|perdid[oa]|ruptura|rompimos|cortamos|terminamos|me dejo|divorcio|separacion|bajonead[oa]|"
    r"bajon|presion|preocup\w+|insomnio|no puedo dormir|no puedo mas|no doy mas|no aguanto|me duele|"
    r"dolor|mal\b|fatal|hecho polvo|hecha polvo|de la fregada|sin ganas|motivacion|inutil|fracas\w+|"
    r"poca cosa|me cuesta|deudas|despidan|despidieron|pelee|peleamos|rechaz\w+|humill\w+|insult\w+|"
    r"abrumad[oa]|rot[oa]\b|sufr\w+|odio|enoj\w+|rabia|desgan\w+|desanim\w+|me supera|colapsad[oa]|"
    r"triste)",
)
