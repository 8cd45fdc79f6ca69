"""Figures of speech and everyday accidents: words of danger that carry none.

They are blanked out of a sentence before the rules see it, so that they disarm exactly the words they cover.
"""

from __future__ import annotations

from shared.crisis.words import any_of

FIGURES = any_of(
    r"(?:me |nos |te |se )?(?:casi (?:me )?)?(?:muero|morir|morirme|mori|moria|moriria|muere|mueres|"
    r"mori[oa]|morimos|muriendo|morirse|muerto|muerta|muertos|muertas|mato|matar|maten|matas|mata|"
    r"matando|matan|mataba|morido|muriendome) (?:\w+ )?de (?:la |el |tanta |tanto |puro |pura |mi "
    r")?<CAUSE>",
    r"me (?:\w+ ){0,2}(?:muero|moria|mori|morir|muriendo) (?:por|x) (?!el dolor|su culpa|dentro|"
    r"culpa|tu culpa|mi culpa)\w+",
    r"(?:muero|mato|mataria|moriria|matarias?|muere|mueren|moria|morir) por (?:un|una|unas|unos|ver|"
    r"ir|conocer|comer|probar|esa|ese|esos|tener|saber|verte|abrazar\w*|las?|los|el(?! dolor)|"
    r"volver|estar en|mis hij\w+|mi familia|mi equipo)",
    r"(?:me |nos )(?:mato|matare|voy a matar|estoy matando|mataba|mate|rompo|matamos) (?:a |por "
    r")?<EVERYDAY>(?! cosas)",
    r"(?:matar|morir|muero|mato|morirme|morire|matare) de (?:tanto|tanta) \w+",
    r"(?:gat[oa]s?|perr[oa]s?|perrit[oa]|gatit[oa]|conejo|loro|mosquitos?) (?:\w+ )?me \w+",
    r"(?:\w+ ){1,3}(?:me|nos|te|los) (?:\w+ )?(?:estan? matando|mata|matan|va a matar|van a matar|"
    r"mataron|mato|estaba matando) (?:de |con (?:tanta|tanto|la|el|las|los|sus?|ese|esa)|por (?:el|"
    r"la|llegar|no|haber|tardar)|si (?:llego|no|se entera|ve|sabe|repruebo|le)|cuando (?:vea|sepa|"
    r"se entere|llegue|le)|jaja)(?! ?(?:cuchillo|pistola|arma|golpes|palo))",
    r"(?:dieta|calor|frio|examen|examenes|zapatos|tacones|trafico|tarea|tareas|sueldo|tos|gripe|"
    r"dolor|espalda|cabeza|curiosidad|lunes|gym|gimnasio|rutina|trabajo|estres|espera|hambre|sed|"
    r"muela|clase|clases|cafe|chiste|meme|video|bot[ae]s|entrenamiento|profe|maestra|jet lag|"
    r"insomnio|suspenso|silencio|cuenta|cuentas|mosquitos|alergia|migrana|regla|tesis|parcial|final|"
    r"jefe|jefa|vieja|mama|hermano|hermana) (?:\w+ ){0,3}(?:me|nos|te) (?:\w+ )?(?:estan? matando|"
    r"mata|matan|va a matar|van a matar|mato)",
    r"me (?:esta|estan|va a|van a) matando? (?:el|la|los|las|este|esta|estos|estas) (?!culpa|"
    r"soledad|tristeza|pena|angustia|vida|deseo)\w+",
    r"(?:te|lo|la|los|las|le) (?:mato|voy a matar|mataria|quiero matar|voy a ahorcar|ahorco)\b",
    r"(?:mi (?:jefe|mama|papa|vieja|viejo|madre|padre|jefa|hermana|hermano|esposa|mujer|amiga|profe|"
    r"profesora|entrenador|novia|coach)) (?:me (?:va a|quiere) matar|va a matarme|quiere matarme|me "
    r"mata)(?= (?:por|si|cuando|porque|jaja|$)|$| ,)",
    r"(?:bateria|celular|cel|compu|computadora|telefono|internet|wifi|auto|coche|carro|planta|"
    r"plantas|pila|laptop|motor|mic|control|servidor) (?:\w+ ){0,3}(?:se |me )*(?:murio|muere|mato|"
    r"colgo|cuelga|cortan?|corto)",
    r"se (?:me )?murio (?:la|el) (?:bateria|celular|cel|compu|pila|carro|auto|telefono|internet|"
    r"planta|pantalla|laptop)",
    r"matar (?:el|un) (?:tiempo|rato|hambre|aburrimiento|gusanillo)|matar (?:dos pajaros|cucarachas|"
    r"mosquitos|hormigas|zombies|el hambre|la curiosidad|el antojo)",
    r"(?:suicidio|suicida|suicidado|suicidarse|suicido) (?:financiero|politico|economico|comercial|"
    r"laboral|profesional|social|academico|en defensa|en la (?:defensa|zaga|cancha)|deportivo|"
    r"futbolistico|mediatico)",
    r"(?:equipo|seleccion|empresa|partido|defensa|gobierno|mercado) se (?:suicido|suicida|mato)",
    r"(?:escuadron suicida|suicide squad|mision suicida|gol suicida|squad)",
    r"(?:salto|saltar|saltando) (?:la |a la )?(?:cuerda|soga|comba|lazo|en paracaidas|de (?:alegria|"
    r"felicidad|emocion|la cama)|bungee|en bungee)|<JUMP>(?:me|se)? (?:\w+ )?(?:en paracaidas|del "
    r"bungee|a la piscina|a la pileta|al agua|de cabeza a)",
    r"me (?:tire|tiro|tirar|tirarme) (?:en|a) (?:la cama|el sofa|el sillon|dormir|la pileta|"
    r"descansar)",
    r"(?:siento|senti|sentia|creo|crei|pense|parece|parecia|pensaba|sensacion de|miedo de|miedo a) "
    r"(?:\w+ ){0,3}?(?:que )?(?:me )?(?:voy a|iba a|muero|moria) ?(?:morir\w*)?(?= (?:de|cuando|y "
    r"(?:me falta|no puedo respirar)|por (?:el|la)|del)|$| ,)",
    r"me (?:quiero|queria|quise) morir (?:[\w,]+ ){0,8}jaja(?! (?:pero|en serio|no))",
    r"(?:miedo|terror|panico|fobia) (?:\w+ )?(?:a|de|por) (?:la muerte|morir(?:me)?|que me muera|"
    r"enfermarme y morir)",
    r"(?:quiero|prefiero|gustaria|quisiera) morir(?:me)? (?:de viej\w+|viej\w+|a los \d+|en paz "
    r"cuando|sin haber|con las botas|feliz)",
    r"(?:cort\w+|corta\w*|cortar\w*) (?:\w+ ){0,2}(?:pelo|cabello|flequillo|unas|puntas|fleco|barba|"
    r"bigote|pasto|cesped|luz|cerquillo|chasquilla|internet|senal|llamada)",
    r"me (?:corte|queme|lastime|golpee|pegue|cortaron|raspe|pinche|lastimo|hice dano|corto|quemo|"
    r"raje|hice un corte|heri) (?:(?:el|la|los|las|un|una|con|en|mi|al|cuando|por|tant[oa]|otra vez|"
    r"de nuevo) )*(?:\w+ )?(?:\w+ )?(?:papel|dedo|dedos|codo|rodilla|tobillo|cocin\w+|pelando|"
    r"picando|afeit\w+|rasur\w+|plancha|horno|olla|sarten|sol|playa|lengua|sin querer|accidente|"
    r"jug\w+|entren\w+|corriendo|futbol|partido|gym|bici\w*|cocina|mesa|puerta|aceite|cafe|mate|"
    r"agua caliente|depil\w+|lata|vidrio de|fuego de|cebolla|verdura|cara con|basquet|escalera\w*|"
    r"moto|caer\w*|cai)",
    r"me (?:cai|tropece|resbale|choque) (?:[\w,]+ ){0,10}(?:lastime|corte|golpee|pegue|raspe|hice "
    r"dano|quebre|abri)",
    r"(?:tome|tomo|tomar|tomado|toque|tomarme) (?:\w+ )?(?:mi|mis|la|las|una|un|dos|el) (?:\w+ "
    r")?(?:pastillas?|pildoras?|medicamentos?|medicinas?|remedios?|tableta|paracetamol|insulina|"
    r"capsula)s? (?:de la|de las|del|para (?:la|el|dormir(?! para)|mi)|que me (?:receto|dio|indico|"
    r"mando)|recetad\w+|como (?:siempre|todos|me)|de (?:hoy|siempre|la (?:manana|noche|presion))|"
    r"anticoncep\w+)(?! siempre)",
    r"(?:muerto|muerta|muertos|medio muert[oa]|muert[oa] en vida) (?:despues|del (?:gym|"
    r"entrenamiento|trabajo)|de (?:tanto|trabajar|entrenar|correr|caminar))",
    r"(?:hasta|ni|antes) (?:la )?muert[oa]s? (?:voy|uso|me pongo|digo|salgo)|muerto el perro|muerte "
    r"subita|punto muerto|naturaleza muerta|dia de (?:los )?muertos|(?:lloro|llore|reir|reirme) de "
    r"risa(?: , casi muero)?",
    r"(?:casi|por poco) (?:me )?(?:muero|muere|morimos|mato|me mato|muerto)(?= (?:cuando|del|de|al|"
    r"con|en)|$| ,|jaja| jaja)",
    r"(?:me )?(?:muero|mori|morir|muerta|muerto|mato|me maten|matenme|matame)(?: \w+){0,3} jaja|"
    r"jaja (?:\w+ ){0,4}(?:me )?(?:muero|mori|mato|muerta|muerto)\b(?! hoy| de verdad| en serio)",
    r"me (?:matas|mataste|mataron|mata) (?:con|de|tu|ese|esa|eso|ese chiste)\w*|(?:payaso|trafico|"
    r"risa) (?:[\w,]+ ){0,4}me muero|tierra (?:me )?tragu\w+|tragame tierra|que me trague la tierra",
    r"(?:muerdo|colgad[oa]|cuelgo|colgue|colgarme|me cuelgo|colgar) (?:de (?:la |las )?(?:netflix|"
    r"serie|redes)|el telefono|con el (?:celular|cel|juego)|la ropa|un cuadro|la llamada|al hablar|"
    r"con (?:la|las) (?:serie|tareas?))",
    r"me (?:quiero|voy a|queria|puedo) (?:morir|matar) (?:\w+ )?(?:con (?:el|la|este|esta|lo) "
    r"(?:examen|final|partido|cancion|gol|serie|video|outfit|foto|nota)|que (?:lindo|rico|verguenza|"
    r"hermoso|risa|papelon))",
)
