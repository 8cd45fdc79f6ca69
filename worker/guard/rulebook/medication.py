"""Starting, changing or stopping medication."""

from __future__ import annotations

from typing import Final

from worker.guard.contexts import DRUG, MEDICINE, NUMBER
from worker.guard.pattern import Rule, words

_STOP: Final = words(
    r"""
    dejar|suspender|bajar|subir|aumentar|reducir|duplicar|cambiar|interrumpir|saltarte|abandonar|disminuir
    cortar|partir|quitar|retirar|parar|ajustar|doblar|triplicar|descontinuar|mezclar|tirar|dejarlas?
    reemplazar|sustituir
    """
)

_START: Final = words(
    r"""
    tomar|empezar|probar|comprar|pedir|iniciar|comenzar|conseguir|usar|tomarte|medicarte|automedicarte
    volver a tomar|tomar de nuevo
    """
)

_SHOULD: Final = words(
    r"""
    deberias|debieras|tienes que|tenes que|tiene que|debes|debe|deberia|puedes|podes|puede|podrias|podria
    te recomiendo|te aconsejo|te sugiero|le recomiendo|recomiendo|aconsejo|sugiero|seria mejor|seria bueno
    es mejor|conviene|te conviene|convendria|lo mejor es|lo mejor seria|mejor|prueba a|proba|prueba|intenta
    intentar|tendrias que|quizas? (?:debas|debes|puedas)|no pasa nada (?:por|si)|es momento de|es hora de
    ya es hora de|ya puedes|ya podes|necesitas|necesitarias|te vendria bien|te ayudaria|te haria bien
    hay que|vas a|considera|plantea\w*|valora
    """
)

_OWN: Final = (
    r"(?:(?:la|el|los|las|tu|tus|su|sus|un|una|de|esa|ese|esas|esos|con|media|medio|otra|otro|mas|menos|"
    r"toda|dos|algun|alguna|algo de|de a poco|poco a poco|gradualmente|a|con los|ya|hoy|por unos dias|"
    r"por tu cuenta|unas|unos|dosis de|mitad de|@mente) ){0,4}"
)

_PUT: Final = (
    r"(?! (?:@ ){0,2}(?:lejos|fuera|con (?:tu|un|una|alguien)|en manos|a (?:alguien|tu|una|otra)|bajo|"
    r"guardad\w+|donde|al cuidado|en otro|en casa de|solo si|hablando|hablarlo|consult\w+|en un lugar|"
    r"en el|en la|para otro))"
)

_MEDICATION: Final = (
    rf"(?:yo|si fuera tu|en tu lugar|yo en tu lugar|yo que tu|yo que vos) (?:@ )?(?:dejaria|suspenderia|"
    rf"bajaria|subiria|tomaria|cambiaria|probaria|pararia|no tomaria) (?:@ ){{0,3}}{MEDICINE}",
    rf"(?:dejaria|suspenderia) (?:@ )?(?:el|la|las|los|tu|tus|esa|esas|ese) {MEDICINE}",
    r"(?:con )?(?:la mitad|el doble|un cuarto|media|mas|menos) (?:de (?:la |tu )?)?(?:dosis|pastilla|"
    r"tableta|comprimido|medicacion) (?:@ )?(?:te )?(?:alcanza|basta|es suficiente|esta bien|ayudara|"
    r"serviria|sera suficiente|va a|puede ayudar\w*|hara)",
    rf"{_SHOULD} (?:(?:si|ya|que|en|,|de) )?{_STOP} {_OWN}{MEDICINE}{_PUT}(?: (?:{DRUG}))?",
    rf"{_SHOULD} (?:(?:ya|que|en) )?(?:empezar a )?{_START} (?:(?:un|una|algun|alguna|algo de|media|medio|"
    rf"mas|otra|otro|dos|doble|la mitad|de nuevo|con|de|unas|unos|{NUMBER}|mg de) ){{0,3}}(?:{DRUG}|"
    rf"pastillas?|antidepre\w+|ansioli\w+|medicacion|medicamentos?|dosis|miligramos|mg|comprimidos?)(?! "
    rf"(?:que te|como|segun|tal))",
    rf"(?:deja|dejate|deje|suspende|suspenda|para|pare|corta|corte|abandona|interrumpe|interrumpi|olvida|"
    rf"tira|saltate|salta|baja|baje|bajale|sube|subi|subile|suba|subele|aumenta|aumente|duplica|duplique|"
    rf"reduce|reduci|reduzca|disminuye|disminui|cambia|cambie|parte|quitate|bota) (?:(?:de|tomar|de tomar|"
    rf"poco a poco|ya) ){{0,2}}(?:(?:la|el|los|las|tu|tus|su|sus|esa|ese|esas|esos|a la mitad|dosis de|"
    rf"una|un poco|un|unos) ){{1,3}}{MEDICINE}{_PUT}",
    rf"(?:deja|deje|dejes|para|suspende) (?:ya )?de (?:tomar|usar) {_OWN}{MEDICINE}",
    rf"(?:toma|tomate|tome|tomese|prueba|proba|pruebe|usa|use|empieza|empeza|comienza|inicia|compra|"
    rf"compre|pidele|pide|consigue|consegui) (?:(?:con|un|una|media|medio|otra|otro|mas|doble|algo de|dos|"
    rf"tres|unas|unos|a tomar|el doble de|la mitad de|la mitad|algun|{NUMBER}|mg|de|que te receten|que te "
    rf"den) ){{0,4}}(?:{DRUG}|antidepre\w+|ansioli\w+|pastillas? (?:para|extra|mas|de)|pastilla|"
    rf"medicacion|dosis (?:de|extra|mas|doble)|medicamento\w*|valeriana con)",
    rf"(?:ya )?no (?:necesitas|necesitás|te hacen? falta|precisas|requieres|necesita|hace falta que "
    rf"(?:tomes|sigas con)|deberias (?:tomar|seguir)|tomes|tome|sigas tomando|vuelvas a tomar|es "
    rf"necesario que tomes|necesitas tomar|te conviene tomar|te tomes) (?:(?:mas|ya|tomar|seguir|tomando|"
    rf"con|ninguna?|hoy|seguir con) ){{0,3}}(?:(?:la|el|los|las|tu|tus|su|sus|esa|ese|esas|esos|mas|"
    rf"ninguna?|de) ){{0,2}}(?:{MEDICINE})(?! (?:@ ){{0,2}}(?:sin|de mas|por tu cuenta|juntas?|con "
    rf"alcohol|que no|ajen\w+|de otr\w+|si no|extra))",
    rf"(?:la|el|los|las|tu|tus|esa|ese|esas|esos) {MEDICINE} (?:@ )?(?:no (?:te )?(?:sirven?|ayudan?|"
    rf"hacen? falta|funcionan?|va a|van a|son? necesari\w+|cura\w*|hace\w* nada)|te (?:hacen?|estan? "
    rf"haciendo|va a hacer) (?:dano|mal|adict\w+|dependiente)|son? (?:veneno|droga\w*|dan\w+|mal\w+|"
    rf"innecesari\w+|un engano)|es (?:veneno|una droga|un engano|innecesari\w+)|solo (?:te )?(?:tapan?|"
    rf"duermen?|enganchan?|atontan?|anulan?))",
    rf"(?:el|la|los|las|un|una) (?:{DRUG}) (?:@ )?(?:te (?:ayudar\w+|vendr\w+|har\w+|calmar\w+|va a|puede "
    rf"(?:ayudar|servir|venir)|servir\w+|relajar\w+)|es (?:lo mejor|buen\w*|ideal|mejor|lo que necesitas|"
    rf"mas (?:suave|efectiv\w+|fuerte)|lo indicado)|funciona mejor|seria lo)",
    r"te (?:receto|recete|prescribo|indico|medico|voy a recetar|voy a indicar|puedo recetar|ajusto|subo|"
    r"bajo) (?:@ ){0,3}",
    rf"(?:puedo recetarte|te recomiendo|te sugiero|te aconsejo|recomiendo|te convendria|te vendria bien|"
    rf"te iria bien|te ayudaria|necesitas|pide|pedi) (?:que )?(?:(?:tomes|pruebes|un|una|el|la|usar|uses|"
    rf"compres|empieces|con|algo como|unas|a tu medico|unos) ){{0,4}}(?:{DRUG}|antidepre\w+|ansioli\w+|"
    rf"medicacion (?:para|nueva|mas|psiq\w+))",
    r"(?:podes|puedes|puede|podrias) (?:dejarl[oa]s?|suspenderl[oa]s?|bajarl[oa]s?|saltart?el[oa]s?|"
    r"cortarl[oa]s?|duplicarl[oa]s?) (?:@ ){0,3}(?:cuando quieras|de golpe|sin|solo|sola|por tu cuenta|"
    r"hoy|ya|poco a poco|de a poco|si te sientes|unos dias|si|tranquil\w+)",
    r"(?:\d+|medio|media|un|una|dos) (?:mg|miligramos|gotas|pastillas?|comprimidos?|tableta) (?:@ "
    r")?(?:antes de dormir|cada|al dia|por la noche|a la noche|diari\w+|por dia|te|bastan?|es suficiente|"
    r"alcanza\w*)",
    r"(?:automedicate|automedicarte (?:es|puede|un poco|esta bien))",
    r"(?:deja|dejar|cambia|cambiar|reemplaza|sustituye) (?:la medicacion|las pastillas|el antidepresivo|"
    r"los medicamentos|tu medicacion) (?:@ )?(?:por|y)",
)

MEDICATION: Final = Rule(
    "medication",
    _MEDICATION,
    unless=(
        r"(?:no|nunca|jamas|ni|evita|tampoco|sin|sobre si|si|antes de|quien|decirte|decidir|opinar|"
        r"preguntale|preguntar|consulta\w*|preguntarle) (?:@[ ]){0,3}",
        r"(?:solo tu medico|tu medico|tu medica|tu psiquiatra|el medico|un medico|una medica|quien te "
        r"la receto|medico o psiquiatra|psiquiatra|con tu medico|profesional|medica) (?:@ ){0,5}",
        r"(?:querer|quieres|queres|ganas de|piensas|pensas|pensando en|has pensado en|dudas sobre|"
        r"decision de|miedo de|dijiste que|dices que|cuentas que) (?:@ ){0,4}",
    ),
)
