"""The fragments that patterns share; `<NAME>` in a pattern stands for one of them.

Every gap is bounded, so that matching stays linear in the length of the text. `G` gaps stay inside a clause,
`C` gaps cross commas and quotes; the figure is the most words they span.
"""

from __future__ import annotations

from typing import Final

FRAGMENTS: Final[dict[str, str]] = {
    "G2": r"(?:\w+ ){0,2}",
    "G4": r"(?:\w+ ){0,4}",
    "C4": r"(?:[\w,:\"]+ ){0,4}",
    "C8": r"(?:[\w,:\"]+ ){0,8}",
    "PLACE": (
        r"(?:tren|metro|subte|camion|camiones|carro|carros|autos?|coches?|micro|bus|colectivo|vias?|"
        r"rieles|puente|rio|balcon|ventana|azotea|terraza|techo|edificio|barranco|precipicio|"
        r"acantilado|carretera|ruta|avenida|calle|autopista|viaducto|mirador|torre|vacio|abismo|"
        r"cornisa|(?:\w+ )?piso)"
    ),
    "JUMP": r"(?:tirar|aventar|arrojar|lanzar|botar|echar|saltar)",
    "WEAPON": (
        r"(?:pistola|arma|revolver|escopeta|fusil|rifle|fierro|soga|cuerda|lazo|mecate|veneno|"
        r"raticida|navajas?|cuchillo|cuter|hojillas?|gillette|bisturi|cinturon|pastillas|pildoras|"
        r"blisters?|tabletas|frasco|somniferos|barbituricos|insulina|nafta|gasolina|racumin|"
        r"plaguicida|pesticida|cloro|lavandina)"
    ),
    "PILLS": (
        r"(?:pastillas|pildoras|tabletas|comprimidos|capsulas|pepas|medicamentos|medicinas|remedios|"
        r"somniferos|blisters?|frascos?|cajas?|bote|tira|tiras|clonazepam|rivotril|paracetamol|"
        r"ansioliticos|antidepresivos|veneno|raticida|cloro|lavandina|lejia|insulina|ibuprofenos?|"
        r"paracetamoles|aspirinas?|diazepam|alprazolam|lorazepam|tramadol|tafil|xanax|zolpidem|"
        r"amitriptilina|sertralina|quetiapina)"
    ),
    "KILL": (
        r"(?:matar|suicidar|ahorcar|colgar de|colgar del|colgar|desvivir|envenenar|degollar|"
        r"desangrar|petatear|quitar (?:la|mi) vida|pegar un (?:tiro|balazo|corchazo)|dar un (?:tiro|"
        r"balazo)|meter un (?:tiro|balazo)|volar (?:la cabeza|los sesos|la tapa)|cortar las venas|"
        r"abrir las venas|quitar de en medio|<JUMP> (?:\w+ ){0,3}<PLACE>)"
    ),
    "KILLME": (
        r"(?:matarme|suicidarme|ahorcarme|colgarme|desvivirme|envenenarme|degollarme|desangrarme|"
        r"petatearme|quitarme (?:la|mi) vida|pegarme un (?:tiro|balazo|corchazo)|darme un (?:tiro|"
        r"balazo)|meterme un (?:tiro|balazo)|volarme (?:la cabeza|los sesos|la tapa)|cortarme las "
        r"venas|abrirme las venas|quitarme de en medio|dispararme|estrellarme (?:con|contra|en el)|"
        r"estrellar (?:el|la|mi) (?:auto|carro|coche|moto)|(?:tirarme|aventarme|arrojarme|lanzarme|"
        r"botarme|echarme) (?:\w+ ){0,3}<PLACE>|saltar (?:de|del|desde|al|por) (?:\w+ ){0,2}<PLACE>|"
        r"acabar con mi vida|terminar con mi vida|acabar conmigo|(?:poner|ponerle|darle|dar) fin a "
        r"(?:mi|la|esta) (?:vida|existencia))"
    ),
    "GONE": (
        r"(?:morirme|morir|estar muert[oa]|dejar de (?:existir(?! para)|vivir(?! (?:con|en|asi|de))|"
        r"respirar)|(?:acabar|terminar) con (?:todo(?! (?:el|la|los|las|lo)\b)|ella|esta vida|este "
        r"sufrimiento|mi existencia)|desaparecer(?! (?:un|unos|del grupo|de la fiesta|de redes|de "
        r"las redes|de instagram)\b)|no (?:existir|despertar|despertarme|vivir|haber nacido|seguir "
        r"viv[oa]|estar viv[oa]|estar aqui|estar mas)|dormir(?:me)? (?:para siempre|y no (?:volver "
        r"a )?despertar|y ya no despertar|y nunca)|palmarla|irme (?:de este mundo|para siempre|al "
        r"otro lado|con (?:mi|dios))|descansar (?:para siempre|de todo para siempre)|que me "
        r"(?:atropelle|mate|pase|parta|caiga)|que (?:todo|esto|mi vida) (?:se )?(?:acabe|termine)|"
        r"que dios me lleve|que me muera)"
    ),
    "WANT": (
        r"(?:quiero|quisiera|queria|deseo|desearia|gustaria|ganas de|ganas tengo de|pienso|pienso "
        r"en|pensando en|pensado en|pensar en|pense en|imagino|fantaseo con|sueno con|prefiero|"
        r"preferiria|voy a|necesito|anhelo|ojala|mejor|planeo|planeando|planeado|idea de|decidi|"
        r"decidido|decidida|considero|considerando|intentar|intente|por|animarme a|animo a|atrevo a|"
        r"valor de|valor para|tentad[oa] de|formas? de|maneras? de|como|capaz de|obsesion)"
    ),
    "NOW": (
        r"(?:hoy|esta (?:misma )?(?:noche|tarde|madrugada|semana)|manana|ahora|ahorita|en un rato|"
        r"al rato|en unas horas|en un momento|a la noche|este (?:finde|fin de semana|lunes|martes|"
        r"miercoles|jueves|viernes|sabado|domingo)|el (?:lunes|martes|miercoles|jueves|viernes|"
        r"sabado|domingo)|apenas|en cuanto|saliendo|cuando (?:se (?:vayan|vaya|duerman|duerma)|"
        r"todos|llegue|salga|no haya)|ya mismo|de una vez|antes de que)"
    ),
    "SKIN": (
        r"(?:brazos?|piernas?|munecas?|muslos?|piel|venas?|antebrazos?|panza|abdomen|barriga|"
        r"vientre|estomago|pierna|cuerpo|manos?|caderas?|pecho)"
    ),
    "KIN": (
        r"(?:(?:mi|mis|un|una|el|la|tu|su|nuestr[oa]|ese|esa|este|esta) (?:\w+ )?(?:mejor "
        r")?(?:amig[oa]s?|amigui\w+|herman\w+|hij\w+|mama|papa|ma|pa|viejo|vieja|madre|padre|mami|"
        r"papi|prim[oa]s?|ti[oa]s?|novi[oa]|espos[oa]|marido|mujer|pareja|ex|companer[oa]s?|compa|"
        r"alumn[oa]s?|estudiante|vecin[oa]s?|roomie|cunad[oa]|sobrin[oa]s?|abuel[oa]s?|niet[oa]s?|"
        r"carnal|parcer[oa]|parce|pana|pata|jefe|jefa|paciente|persona|chic[oa]|chav[oa]|"
        r"muchach[oa]|nen[ea]|ni[nñ][oa]|pib[ea]|cabr[ao]|polol[oa]|seguidor[a]?|conocid[oa]|colega|"
        r"suegr[oa]|ahijad[oa]|profe|profesora?|inquilin[oa]|streamer|tipo|seño[r]a?|senora?|joven|"
        r"menor)|alguien|un conocido)"
    ),
    "KILLSE": (
        r"(?:matarse|suicidarse|ahorcarse|colgarse|morirse|quitarse la vida|cortarse|lastimarse|"
        r"autolesionarse|hacerse dano|dispararse|pegarse un tiro|envenenarse|desvivirse|acabar con "
        r"su vida|terminar con su vida|(?:tirarse|aventarse|lanzarse|arrojarse) (?:\w+ "
        r"){0,3}<PLACE>)"
    ),
    "ABUSER": (
        r"(?:(?:mi|el|un|este|ese|su) (?:\w+ )?(?:ex ?)?(?:esposo|marido|novio|pareja|ex|exnovio|"
        r"exmarido|exesposo|exnovia|exesposa|expareja|esposa|novia|mujer|papa|pap[ai]|padre|viejo|"
        r"hombre|tipo|padrastro|madrastra|hermano|tio|abuelo|primo|hijo|jefe|patron|profe|profesor|"
        r"entrenador|vecino|cura|pastor|companero|senor|suegro|polol[oa]|cunado|companeros|"
        r"hermanastro|tutor|marid[oa]|conviviente|companer[oa]|tata|chico|man|wey|compa|enamorado)|"
        r"(?:mi|la|una) (?:mama|madre|vieja|tia|abuela|hermana|jefa|suegra|madrastra|companera|"
        r"maestra|profesora|patrona))"
    ),
    "PARTNER": (
        r"(?:mi|el|un|ese|este) (?:\w+ )?(?:ex ?)?(?:esposo|marido|novio|pareja|ex|exnovio|exmarido|"
        r"exesposo|expareja|esposa|novia|mujer|papa|padre|padrastro|hombre|tipo|hermano|tio|"
        r"polol[oa]|conviviente|hijo|viejo|enamorado)"
    ),
    "CAUSE": (
        r"(?:risa|risas|sueno|hambre|sed|frio|calor|verguenza|vergu|pena(?! propia)|amor|ganas|"
        r"miedo|susto|cansancio|cansad[oa]|nervios|emocion|felicidad|ternura|envidia|aburrimiento|"
        r"aburrid[oa]|curiosidad|antojo|celos|sueno|ansias|cringe|placer|gusto|dolor de \w+|intriga|"
        r"estres|coraje|rabia|asco|alegria|ilusion|lindo|rico|bonito|la pena ajena|tos|trabajo|"
        r"tarea)"
    ),
    "EVERYDAY": (
        r"(?:estudiar|trabajar|estudiando|trabajando|entrenar|entrenando|limpiando|cocinando|correr|"
        r"corriendo|reir|reirme|caminando|pensar|explicando|bailar|bailando|hacer ejercicio|leer|"
        r"leyendo)"
    ),
    "DENY": (
        r"(?:no(?! (?:puedo|paro|paraba|dejo|dejaba|aguanto|solo|es que no|se si))|nunca|jamas|ni|"
        r"tampoco)"
    ),
}
