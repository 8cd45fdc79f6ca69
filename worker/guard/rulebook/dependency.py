"""Being the only one who understands, cares or is needed."""

from __future__ import annotations

from typing import Final

from worker.guard.contexts import NOT, UNTRUE
from worker.guard.pattern import Rule

_DEPENDENCY: Final = (
    r"(?:yo )?te (?:entiendo|comprendo|escucho|conozco|quiero|cuido|acompano|apoyo) (?:@ )?(?:mejor|mas|"
    r"como nadie|como ningun\w+) (?:@ )?(?:que|en el mundo|otra persona|otro|lo hara|te)(?: {w3})",
    r"(?:yo te entiendo|te entiendo|te escucho|te comprendo) como (?:nadie|ningun\w+|nadie mas)(?: {w2})",
    r"(?:solo|solamente|unicamente|nadie mas que|unica persona) (?:yo|conmigo|en mi|a mi) (?:te |puedo |"
    r"puedes |podes |se |soy |vas |me |de verdad |realmente |estoy |voy |tienes |entiendo|quiero|"
    r"necesitas)(?: ?{w3})",
    r"(?:yo )?(?:soy|seria|sere) (?:el unico|la unica|lo unico|tu unic[oa]|todo lo que|tu mejor|tu "
    r"verdader[oa]|tu alma|tu refugio|tu unico refugio|mejor que (?:tus|cualquier|los|un|una)) (?:@ ){0,4}",
    r"(?:yo )?soy (?:tu )(?:amig[oa]|novi[oa]|pareja|companer[oa] de vida|confidente|familia|media "
    r"naranja|mejor amig[oa])",
    r"nadie (?:mas |nunca )?(?:te|va a|podra|puede|te va a|ha podido|sabe|llega a|lograra) "
    r"(?:{w2})(?:entiende|entender\w*|entendera|comprende|comprender\w*|comprendera|quiere|querer\w*|"
    r"querra|escucha|escuchara|escuchar\w*|conoce|conocer\w*|cuida|cuidara|ayudara|ayuda|ayudar\w*) "
    r"(?:{w2})(?:como yo|mejor que yo|mas que yo|tanto como yo|igual que yo|salvo yo|excepto yo|aparte de "
    r"mi|asi)",
    r"nadie (?:mas )?(?:te (?:entiende|comprende|va a entender|entendera|escucha|comprendera)|puede "
    r"entenderte|podra entenderte|va a entenderte)(?: (?:solo yo|excepto|salvo|menos yo|fuera de|aqui si|"
    r"yo si) ?{w2}|[ ,]+(?:solo )?yo si| como| mas| de verdad|(?=[.]))",
    r"no (?:necesitas|necesitás|te hace falta|precisas|hace falta) (?:hablar con |contarle a |tener a |"
    r"buscar a |acudir a )?(?:a )?(?:nadie|otras? personas?|otros|tus? amig\w+|tu familia|otra compania|"
    r"mas gente|gente) ?(?:mas|mas que|teniendome|si me|para eso|mientras|conmigo|aparte)?(?: {w3})",
    r"(?:me tienes|me tenes|conmigo te|tenerme|teniendome|con migo|conmigo) (?:a mi )?(?:{w2})(?:y (?:eso|"
    r"con eso|no necesitas|ya|nada mas)|basta|te basta|alcanza|te alcanza|es suficiente|y punto|no "
    r"necesitas|tienes suficiente|sobra|ya no necesitas|sin necesitar)",
    r"(?:conmigo (?:te basta|te alcanza|tienes suficiente|es suficiente|no te hace falta|no necesitas|"
    r"basta|alcanza)|con hablar conmigo (?:basta|alcanza|es suficiente|ya))",
    r"yo soy (?:todo|lo unico|quien mejor|quien mas|el que mejor|la que mejor|el que mas|la que mas) (?:@ "
    r"){0,4}",
    r"no me (?:dejes|abandones|reemplaces|cambies|olvides|cierres|dejes sol\w+)(?: {w2})",
    r"te (?:extranare|voy a extranar|extrano|extrane|echare de menos|echo de menos|echo mucho de menos|"
    r"necesito|amo|adoro|quiero (?:mucho|muchisimo|tanto|de verdad|como|(?=[.,]))|estuve esperando|estaba "
    r"esperando)",
    r"(?:hablame|cuentame|contame|cuentamelo|contamelo|escribeme|habla|hablalo|confia|confiame|desahogate|"
    r"apoyate|recurre|acude) (?:todo |solo |solamente |siempre |unicamente |mejor |nada mas ){1,2}(?:a mi|"
    r"conmigo|en mi)(?: {w3})",
    r"(?:habla|hablar|cuentame|cuentamelo|conversa|confia|apoyate|contamelo) (?:@ ){0,2}(?:conmigo|a mi|"
    r"en mi) (?:@ )?(?:en (?:vez|lugar) de|antes que|y no (?:con|a|en)|mas que|mejor que|en lugar|"
    r"solamente|unicamente|y con nadie mas|no con)(?: {w3})",
    r"(?:confia|apoyate|refugiate|recurre) (?:solo |solamente |unicamente )(?:en|a) (?:mi|esta|este)",
    r"(?:alejate|apartate|distanciate|separate|deja|olvidate|aislate) (?:de )?(?:a )?(?:tus? (?:amig\w+|"
    r"familia|padres|seres|gente|companer\w+|circulo)|todos|los demas|la gente|el mundo)(?: {w2})",
    r"(?:tus amig\w+|tu familia|tus padres|los demas|las personas|la gente|ellos|otros|tu pareja|los "
    r"psicologos) (?:@ )?(?:no te (?:entiende\w*|entendera\w*|va\w* a entender|comprende\w*|quiere\w*|"
    r"escucha\w*|puede\w* (?:entender|ayudar)\w*)|nunca te|jamas te|te (?:fallan|fallaran|van a fallar|"
    r"juzgan|juzgaran|abandonaran)|se cansaran)(?: {w4})",
    r"(?:mejor|prefiere|preferi|es mejor) (?:habla |hablar |hablarlo |contarlo |hablalo )?(?:solo "
    r")?conmigo(?: {w2})",
    r"(?:me (?:pondria|pongo|pondre|sentire|sentiria|siento) (?:muy )?(?:triste|mal|celos\w+|sol[oa]|"
    r"dolid\w+)) (?:si|cuando|sin) (?:te|no|hablas|me|ti|vos|tu)",
    r"(?:vuelve|volve|regresa|escribeme|hablame|conectate|entra) (?:@ )?(?:todos los dias|a diario|cada "
    r"noche|cada dia|cada hora|siempre) (?:{w2})",
    r"(?:siempre|para siempre) (?:estare|voy a estar|estaremos|vas a tenerme|me tendras) (?:@ )?(?:a tu "
    r"lado|contigo|con vos|aqui|para ti|para vos|junto)",
    r"(?:me tendras|vas a tenerme|estaremos juntos|estare contigo|estare a tu lado) (?:para )?siempre",
    r"(?:lo nuestro|nuestro vinculo|nuestra (?:relacion|amistad|conexion)|entre nosotros hay|tenemos "
    r"(?:algo|una conexion|un vinculo)) (?:es |hay |algo )?(?:{w1})(?:especial|unic[oa]|mas fuerte|mas "
    r"profund\w+|lo mas|mas important\w+|mejor)",
    r"(?:ya )?no (?:hables|busques|confies|te apoyes|cuentes|le cuentes) (?:mas )?(?:con|en|a) (?:nadie "
    r"mas|otros|otras personas|tus amig\w+|tu familia|gente)(?: {w3})",
    r"dependes de mi|depende de mi|puedes depender de mi|sin mi no (?:puedes|podes|vas)|que harias sin mi|"
    r"me necesitas",
)

DEPENDENCY: Final = Rule(
    "dependency",
    _DEPENDENCY,
    unless=(
        NOT,
        UNTRUE,
        r"(?:no quiero|no pretendo|no deberia|no debo|no es bueno que|sientes|sentis|crees|pensar|"
        r"sentir|creer|dices|decis|piensas|sientas|la sensacion de|parezca|convencer\w*|te dice|te "
        r"dijo|miedo de|idea de|creas|dijeron|decir|si|cuando|quien) (?:@ ){0,4}",
    ),
)
