"""What takes the danger out of words: figures of speech, denials, the outgrown past, questions about facts.

`FIGURES` and `DENIALS` are blanked out of a sentence before the rules see it, so that they disarm exactly the
words they cover: "no me quiero matar, pero ya conté las pastillas" is still a plan.
"""

from __future__ import annotations

from shared.crisis.words import rx

_CAUSES = (
    r"(?:risa|risas|sueno|hambre|sed|frio|calor|verguenza|vergu|pena(?! propia)|amor|ganas|miedo|susto|cansancio|cansad[oa]|nervios|"
    r"emocion|felicidad|ternura|envidia|aburrimiento|aburrid[oa]|curiosidad|antojo|celos|sueno|ansias|cringe|placer|gusto|"
    r"dolor de \w+|intriga|estres|coraje|rabia|asco|alegria|ilusion|lindo|rico|bonito|la pena ajena|tos|trabajo|tarea)"
)
_EVERYDAY = (
    r"(?:estudiar|trabajar|estudiando|trabajando|entrenar|entrenando|limpiando|cocinando|correr|corriendo|reir|reirme|"
    r"caminando|pensar|explicando|bailar|bailando|hacer ejercicio|leer|leyendo)"
)

FIGURES = rx(
    "|".join(
        (
            # cause or object named
            rf"(?:me |nos |te |se )?(?:casi (?:me )?)?(?:muero|morir|morirme|mori|moria|moriria|muere|mueres|mori[oa]|morimos|muriendo|"
            rf"morirse|muerto|muerta|muertos|muertas|mato|matar|maten|matas|mata|matando|matan|mataba|morido|muriendome) (?:\w+ )?de (?:la |el |tanta |tanto |puro |pura |mi )?{_CAUSES}",
            rf"me (?:\w+ ){{0,2}}(?:muero|moria|mori|morir|muriendo) (?:por|x) (?!el dolor|su culpa|dentro|culpa|tu culpa|mi culpa)\w+",
            r"(?:muero|mato|mataria|moriria|matarias?|muere|mueren|moria|morir) por (?:un|una|unas|unos|ver|ir|conocer|comer|probar|esa|ese|esos|"
            r"tener|saber|verte|abrazar\w*|las?|los|el(?! dolor)|volver|estar en|mis hij\w+|mi familia|mi equipo)",
            rf"(?:me |nos )(?:mato|matare|voy a matar|estoy matando|mataba|mate|rompo|matamos) (?:a |por )?{_EVERYDAY}(?! cosas)",
            # hyperbole of third persons and things
            r"(?:\w+ ){1,3}(?:me|nos|te|los) (?:\w+ )?(?:estan? matando|mata|matan|va a matar|van a matar|mataron|mato|estaba matando) "
            r"(?:de |con (?:tanta|tanto|la|el|las|los|sus?|ese|esa)|por (?:el|la|llegar|no|haber|tardar)|si (?:llego|no|se entera|ve|sabe|repruebo|le)|cuando (?:vea|sepa|se entere|llegue|le)|jaja)(?! ?(?:cuchillo|pistola|arma|golpes|palo))",
            r"(?:dieta|calor|frio|examen|examenes|zapatos|tacones|trafico|tarea|tareas|sueldo|tos|gripe|dolor|espalda|cabeza|curiosidad|lunes|gym|gimnasio|"
            r"rutina|trabajo|estres|espera|hambre|sed|muela|clase|clases|cafe|chiste|meme|video|bot[ae]s|entrenamiento|profe|maestra|jet lag|insomnio|suspenso|silencio|cuenta|cuentas|mosquitos|alergia|migrana|regla|tesis|parcial|final|jefe|jefa|vieja|mama|hermano|hermana) (?:\w+ ){0,3}(?:me|nos|te) (?:\w+ )?(?:estan? matando|mata|matan|va a matar|van a matar|mato)",
            r"me (?:esta|estan|va a|van a) matando? (?:el|la|los|las|este|esta|estos|estas) (?!culpa|soledad|tristeza|pena|angustia|vida|deseo)\w+",
            r"(?:te|lo|la|los|las|le) (?:mato|voy a matar|mataria|quiero matar|voy a ahorcar|ahorco)\b",
            r"(?:mi (?:jefe|mama|papa|vieja|viejo|madre|padre|jefa|hermana|hermano|esposa|mujer|amiga|profe|profesora|entrenador|novia|coach)) (?:me (?:va a|quiere) matar|va a matarme|quiere matarme|me mata)"
            r"(?= (?:por|si|cuando|porque|jaja|$)|$| ,)",
            # things that die, kill or cut
            r"(?:bateria|celular|cel|compu|computadora|telefono|internet|wifi|auto|coche|carro|planta|plantas|pila|laptop|motor|mic|control|servidor) (?:\w+ ){0,3}(?:se |me )*(?:murio|muere|mato|colgo|cuelga|cortan?|corto)",
            r"se (?:me )?murio (?:la|el) (?:bateria|celular|cel|compu|pila|carro|auto|telefono|internet|planta|pantalla|laptop)",
            r"matar (?:el|un) (?:tiempo|rato|hambre|aburrimiento|gusanillo)|matar (?:dos pajaros|cucarachas|mosquitos|hormigas|zombies|el hambre|la curiosidad|el antojo)",
            r"(?:suicidio|suicida|suicidado|suicidarse|suicido) (?:financiero|politico|economico|comercial|laboral|profesional|social|academico|en defensa|en la (?:defensa|zaga|cancha)|deportivo|futbolistico|mediatico)",
            r"(?:equipo|seleccion|empresa|partido|defensa|gobierno|mercado) se (?:suicido|suicida|mato)",
            r"(?:escuadron suicida|suicide squad|mision suicida|gol suicida|squad)",
            r"(?:salto|saltar|saltando) (?:la |a la )?(?:cuerda|soga|comba|lazo|en paracaidas|de (?:alegria|felicidad|emocion|la cama)|bungee|en bungee)|<JUMP>(?:me|se)? (?:\w+ )?(?:en paracaidas|del bungee|a la piscina|a la pileta|al agua|de cabeza a)",
            r"me (?:tire|tiro|tirar|tirarme) (?:en|a) (?:la cama|el sofa|el sillon|dormir|la pileta|descansar)",
            # hair, paper, kitchen, sport
            r"(?:cort\w+|corta\w*|cortar\w*) (?:\w+ ){0,2}(?:pelo|cabello|flequillo|unas|puntas|fleco|barba|bigote|pasto|cesped|luz|cerquillo|chasquilla|internet|senal|llamada)",
            r"me (?:corte|queme|lastime|golpee|pegue|cortaron|raspe|pinche|lastimo|hice dano|corto|quemo|raje|hice un corte|heri) (?:(?:el|la|los|las|un|una|con|en|mi|al|cuando|por|tant[oa]|otra vez|de nuevo) )*(?:\w+ )?(?:\w+ )?(?:papel|dedo|dedos|codo|rodilla|tobillo|cocin\w+|pelando|picando|afeit\w+|rasur\w+|plancha|horno|olla|sarten|sol|playa|lengua|"
            r"sin querer|accidente|jug\w+|entren\w+|corriendo|futbol|partido|gym|bici\w*|cocina|mesa|puerta|aceite|cafe|mate|agua caliente|depil\w+|lata|vidrio de|fuego de|cebolla|verdura|cara con|basquet|escalera\w*|moto|caer\w*|cai)",
            r"me (?:cai|tropece|resbale|choque) (?:[\w,]+ ){0,10}(?:lastime|corte|golpee|pegue|raspe|hice dano|quebre|abri)",
            # medicine as prescribed, ordinary days
            r"(?:tome|tomo|tomar|tomado|toque|tomarme) (?:\w+ )?(?:mi|mis|la|las|una|un|dos|el) (?:\w+ )?(?:pastillas?|pildoras?|medicamentos?|medicinas?|remedios?|tableta|paracetamol|insulina|capsula)s? (?:de la|de las|del|para (?:la|el|dormir(?! para)|mi)|que me (?:receto|dio|indico|mando)|recetad\w+|como (?:siempre|todos|me)|de (?:hoy|siempre|la (?:manana|noche|presion))|anticoncep\w+)(?! siempre)",
            # idioms
            r"(?:muerto|muerta|muertos|medio muert[oa]|muert[oa] en vida) (?:despues|del (?:gym|entrenamiento|trabajo)|de (?:tanto|trabajar|entrenar|correr|caminar))",
            r"(?:hasta|ni|antes) (?:la )?muert[oa]s? (?:voy|uso|me pongo|digo|salgo)|muerto el perro|muerte subita|punto muerto|naturaleza muerta|dia de (?:los )?muertos|(?:lloro|llore|reir|reirme) de risa(?: , casi muero)?",
            r"(?:casi|por poco) (?:me )?(?:muero|muere|morimos|mato|me mato|muerto)(?= (?:cuando|del|de|al|con|en)|$| ,|jaja| jaja)",
            r"(?:me )?(?:muero|mori|morir|muerta|muerto|mato|me maten|matenme|matame)(?: \w+){0,3} jaja|jaja (?:\w+ ){0,4}(?:me )?(?:muero|mori|mato|muerta|muerto)\b(?! hoy| de verdad| en serio)",
            r"me (?:matas|mataste|mataron|mata) (?:con|de|tu|ese|esa|eso|ese chiste)\w*|(?:payaso|trafico|risa) (?:[\w,]+ ){0,4}me muero|tierra (?:me )?tragu\w+|tragame tierra|que me trague la tierra",
            r"(?:muerdo|colgad[oa]|cuelgo|colgue|colgarme|me cuelgo|colgar) (?:de (?:la |las )?(?:netflix|serie|redes)|el telefono|con el (?:celular|cel|juego)|la ropa|un cuadro|la llamada|al hablar|con (?:la|las) (?:serie|tareas?))",
            r"me (?:quiero|voy a|queria|puedo) (?:morir|matar) (?:\w+ )?(?:con (?:el|la|este|esta|lo) (?:examen|final|partido|cancion|gol|serie|video|outfit|foto|nota)|que (?:lindo|rico|verguenza|hermoso|risa|papelon))",
        )
    )
)

_DENY = r"(?:no(?! (?:puedo|paro|paraba|dejo|dejaba|aguanto|solo|es que no|se si))|nunca|jamas|ni|tampoco)"
DENIALS = rx(
    "|".join(
        (
            rf"{_DENY} (?:me |lo |yo )?(?:voy a|quiero|quiera|quisiera|pienso|pienso en|he pensado(?: en)?|pense(?: en)?|estoy pensando en|planeo|tengo (?:ganas de|planes de|pensado|intencion(?:es)? de|ideas? de|"
            r"pensamientos? de)|se me (?:ocurre|pasa por la cabeza|ha ocurrido)|haria|hare|intentaria|seria capaz de|podria|estoy por|deseo|quise|queria|intente|he intentado|gustaria) "
            r"(?:en |de |a |eso de )?(?:<KILLME>|<KILLSE>|el suicidio|suicidio|morirme|morir|hacerme (?:dano|nada|algo)|cortarme|lastimarme|hacerme|quitarme|matar|suicidar|lastimar|cortar|autolesionarme|hacer (?:ninguna )?(?:nada malo|una locura|locura|tonterias?|nada)|ideas suicidas|estar muert[oa])"
            r"(?! (?:todavia|aun|hoy pero|sin|sol[oa]|de viej|asi|lento|pero (?:ya|no (?:quiero|aguanto)))\b)",
            rf"(?:no|nunca|jamas|ni) (?:me )?(?:haria|hare|voy a hacer|he hecho|hago|hice|quiero hacer|mataria|matare|suicidaria|suicidare|cortaria|lastimaria|quitaria la vida|he cortado|he autolesionado|autolesiono|corto|lastimo|cortaria|mato|suicido) ?(?:dano|nada|la vida|eso|mas)?",
            r"(?:no|sin|nunca) (?:tengo|tuve|he tenido|tener|hay|habia) (?:\w+ )?(?:ideas?|pensamientos?|ideacion(?:es)?|intenciones?|intencion|planes) (?:de )?(?:suicid\w+|morir\w*|matarme|hacerme dano|quitarme la vida|autolesi\w+)",
            r"ya no (?:me )?(?:corto|lastimo|autolesiono|hago dano|quiero (?:morir|matar|morirme|matarme|hacerme dano)|pienso en (?:matarme|morir\w*|suicid\w+|la muerte|eso|hacerme)|quiero morir\w*|hago eso|tengo (?:esos|esas) (?:pensamientos|ideas|ganas))",
            r"(?:no|ni) (?:es que|significa que|estoy diciendo que|digo que) (?:me )?(?:quiera|vaya a) (?:matar\w*|morir\w*|suicid\w+|hacer\w* dano)",
            r"(?:dice|dijo|asegura|jura|juro) que no (?:se )?(?:quiere|va a|piensa) (?:matar\w*|suicid\w+|morir\w*|hacerse dano)",
            rf"(?:nadie|mi \w+ (?:no|nunca|jamas)|nunca) (?:me )?(?:pega|pego|golpea|maltrata|ha (?:pegado|golpeado|tocado)|puso la mano|levanto la mano|ha (?:levantado|puesto) la mano)",
        )
    )
)

_AGO = (
    r"(?:hace (?:\w+ ){0,2}(?:anos|tiempo|decadas)|antes\b|cuando (?:era|tenia|estaba en|iba)|de (?:adolescente|chic[oa]|joven|ni[nñ]\w*|nin[oa]|pequen[oa])|a los \d+|en (?:mi (?:adolescencia|juventud|infancia)|el pasado|la secundaria|el liceo|el colegio|20\d\d|19\d\d)|"
    r"(?:el|en) ano pasado|solia|supere|sobrevivi|ya supere|mi ex\w*|en otra epoca|una epoca|en aquel\w*|logre|sali de|deje de|anos sin|meses sin|tuve un intento|estuve|intente|(?:\d+|un|dos|tres|cuatro|cinco|diez) (?:anos|meses) (?:sin|limpi[oa]|desde))"
)
PAST = rx(_AGO)
RECOVERED = rx(
    r"(?:ya (?:estoy (?:\w+ )?(?:bien|mejor|recuperad[oa]|a salvo|tranquil[oa])|paso|no(?= ?(?:$|,|mas|lo hago|me (?:corto|lastimo|hago|siento asi|pasa)|pienso|es asi|vivo|tengo))|lo (?:supere|deje)|me siento (?:bien|mejor)|sali|sane|deje|pude|quedo atras)|"
    r"(?:hoy|ahora|actualmente|gracias a (?:dios|la terapia|mi)|por suerte|desde entonces) (?:\w+ ){0,3}(?:(?:estoy|soy|vivo|me siento|ayudo|disfruto|agradezco|amo|puedo|tengo|valoro|estudio|trabajo|sigo) (?:\w+ )?(?:bien|mejor|feliz|viv[oa]|a otros|a otras|a salvo|tranquil[oa]|orgullos[oa]|la vida|agradecid[oa]|recuperad[oa]|en paz|segur[oa]|libre|una vida|estable|otra persona|voluntari\w+|content[oa]|dar|contarlo|de pie|psicolog\w+|en terapia)|ayudo|agradezco|disfruto)|"
    r"(?:estoy|me siento|quede|salí|vivo) (?:\w+ )?(?:recuperad[oa]|a salvo|orgullos[oa]|libre|agradecid[oa] de (?:seguir|estar))|lo supere|supere (?:un|mi|una|eso|la)|quedo (?:en el pasado|atras)|(?:anos|meses) (?:sin (?:cortarme|hacerlo|lastimarme|autolesion\w+|pensar)|limpi[oa])|sobrevivi\b.{0,60}(?:hoy|ahora|feliz)|me separe hace (?:anos|mucho|tiempo)|(?:la|mucha) terapia me (?:ayudo|salvo))"
)
"""With `PAST` in the same or the next sentence: it is over."""

RELAPSE = rx(
    r"(?:otra vez|de nuevo|nuevamente|volv(?:i|io|ieron|er|iendo)|vuelv[eo]n? (?:a|los|las|esos|esas)|recai|recaida|ultimamente|(?:ahora|hoy) (?:\w+ )?(?:quiero|me quiero|voy a|pienso|tengo ganas|no quiero|lo voy|estoy (?:peor|igual|pensando))|"
    r"sigo (?:pensando|queriendo|igual|con|cort\w+|haci\w+)|todavia (?:pienso|quiero|tengo|me)|aun (?:pienso|quiero|tengo)|ya no (?:quiero vivir|aguanto|puedo)|esta (?:noche|vez))"
)
"""The past that is not over: takes the force out of `PAST`."""

INFORMATIONAL = rx(
    "|".join(
        (
            r"(?:que (?:es|son|significa|dice|factores|senales|causas|porcentaje|opina)|como se (?:define|llama|detecta|previene|mide|escribe|conjuga|dice)|cuant[oa]s? (?:personas|casos|suicidios|mujeres|gente|jovenes|muertes|intentos)|en que (?:ano|pais|libro)|es (?:cierto|verdad) que|es mito|por que (?:se (?:suicidan|suicido)|la gente|los jovenes|las personas|hay)|quien (?:escribio|era|fue)|cual es la (?:tasa|diferencia|definicion|causa|ley|historia)|existe (?:un|una|algun\w*) (?:plan|ley|programa|linea|estadistica|protocolo)|diferencia entre)",
            r"(?:tesis|ensayo|monografia|exposicion|exponer|tarea de|trabajo (?:practico|de investigacion|final|para la)|tp de|investigacion|estadisticas?|datos sobre|informe|resumen|resumir|articulo|noticia|noticias|documental|pelicula|serie|libro|novela|cuento|cancion|personaje|protagonista|poema|obra de teatro|guion|podcast|segun la oms|oms|ley \d+|prevencion del? suicid\w+|campana|charla|taller|curso|capacitacion|clase de|examen de|traduce|traducir|definicion|concepto|etimologia|historia de|setiembre amarillo|septiembre amarillo|dia mundial)",
            r"como (?:puedo |se puede |podemos |se )?(?:ayudar|ayuda|apoyar|acompanar|hablar) (?:a |con )?(?:alguien|una persona|personas|la gente|quien|los adolescentes|jovenes)",
        )
    )
)
FICTION = rx(
    r"(?:personaje|protagonista|novela|cuento|pelicula|serie|libro|cancion|poema|guion|obra de teatro|videojuego|anime|telenovela|documental|capitulo|trama|villano|episodio)"
)
"""Makes what a third person does a story; never what the writer says of themself."""

RISK_TOPIC = rx(
    r"(?:suicid\w+|autolesi\w+|autolesion\w*|violencia|maltrato|abuso|bullying|acoso|depresion|morir|muerte|matar\w*|femicidio|feminicidio|eutanasia)"
)

DISTRESS = rx(
    r"(?:trist\w+|ansiedad|ansios[oa]|angusti\w+|depre\w*|deprim\w+|llor\w+|sol[oa]s?\b(?= |$)|soledad|vaci[oa]|miedo|panico|nervi\w+|estres\w*|agobi\w+|agotad[oa]|cansad[oa]|cansancio|harta?o?\b|desesper\w+|culpa\w*|verguenza|frustr\w+|"
    r"extrano|duelo|murio|fallecio|muerte|perdi a|perdid[oa]|ruptura|rompimos|cortamos|terminamos|me dejo|divorcio|separacion|bajonead[oa]|bajon|presion|preocup\w+|insomnio|no puedo dormir|no puedo mas|no doy mas|no aguanto|me duele|dolor|mal\b|fatal|hecho polvo|hecha polvo|de la fregada|"
    r"sin ganas|motivacion|inutil|fracas\w+|poca cosa|me cuesta|deudas|despidan|despidieron|pelee|peleamos|rechaz\w+|humill\w+|insult\w+|abrumad[oa]|rot[oa]\b|sufr\w+|odio|enoj\w+|rabia|desgan\w+|desanim\w+|me supera|colapsad[oa]|triste)"
)
