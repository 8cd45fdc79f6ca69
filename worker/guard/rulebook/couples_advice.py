"""Advice for couples to a victim: mediation, patience, understanding for the aggressor."""

from __future__ import annotations

from typing import Final

from worker.guard.contexts import REPORTED, UNTRUE
from worker.guard.pattern import Rule, When, words

_HIM: Final = (
    r"(?:(?:con|a) (?:Él|ÉL|ella|ellos|tu (?:@ )?(?:marido|pareja|novi[oa]|espos[oa]|mujer|agresor|ex|"
    r"padre|padrastro|jefe|papa|conviviente|companero|hombre|abusador|tio)|el (?:@ )?(?:calma|tranquil\w+|"
    r"amor|carino|respeto|sinceramente|calmad\w+|sobre|cuando|a solas|y (?:dile|explica\w*|lleg\w+|"
    r"arregl\w+)|para|sin (?:gritar|pelear|enojarte)|de forma|de manera|como adultos|de nuevo|en privado|"
    r"francamente|abiertamente|civilizad\w+|serenamente|,)|su|quien te))"
)

_CALM: Final = words(
    r"""
    tranquil\w+|calma|calmad\w+|buenas|serenidad|amor|carino|paciencia|respeto|sinceridad|comprension
    """
)

_COUPLES_ADVICE: Final = (
    r"si (?:hablas|hablaras|conversas|dialogas|le hablas|le explicas|le dices|le decis|lo hablas|lo "
    r"entiendes|lo perdonas|le pides|te disculpas|lo escuchas) (?:@ ){0,5}(?:entienda|cambie|cambiara|"
    r"entienda|entendera|entienda|mejore|se calme|puedan|podran|se arregle|todo|las cosas|comprenda|pare|"
    r"deje|mejorara)(?: {w2})",
    r"(?:sientense|siéntense|sentarse|sentaos|siéntate con|tomense un tiempo|tomen un cafe|salgan|hablen|"
    r"hablenlo|conversen|dialoguen|platiquen|charlen|negocien|intenten|busquen|vayan|traten) (?:@ "
    r")?(?:los dos|ambos|juntos|a (?:hablar|conversar|dialogar|charlar|platicar|solas)|con calma|en "
    r"pareja|tranquilamente|un acuerdo|llegar|entenderse|una solucion|de (?:hablar|entenderse|"
    r"arreglar\w*))(?: {w4})",
    r"(?:que|algo) (?:hiciste|dijiste|habras hecho|pudiste hacer) (?:@ )?(?:tu|vos|usted|para|que) ?(?:@ "
    r")?(?:para|que|se|lo|el|ella)?(?: {w4})",
    r"(?:como|que) (?:podrias|puedes|podes) (?:@ )?(?:hacer|cambiar|mejorar) (?:tu |vos )?(?:para "
    r")?(?:que )?(?:el|ella|no) (?:@ )?(?:no )?(?:se (?:enoje|altere|enfade|moleste)|te (?:pegue|grite|"
    r"golpee|trate)|este (?:bien|feliz|contento)|mejor)(?: {w2})",
    rf"(?:habla|hablale|hablar|hable|hablen|hablarlo|hablalo|hablas|dialoga|dialogar|conversa|conversar|"
    rf"conversalo|converse|platica|platicar|charla|charlar|platiquen|conversen|sientate|sentate|sientense|"
    rf"sentarte|negocia|negociar|acuerda|razona|razonar|comunicate|comunicarte|reuniste|juntate|discutelo|"
    rf"aclaralo) (?:@ ){{0,3}}{_HIM}",
    rf"(?:habla|hablen|hablar|hablalo|hablenlo|dialoguen|conversen|conversa|platiquen|hablale|dile|decile|"
    rf"explicale|explicaselo|expresale|pidele|pedile|contale|cuentale|preguntale|planteale|proponle|"
    rf"proponele|sugierele|sugerile|muestrale|mostrale|demuestrale|demostrale|hazle|hacele|escribele|"
    rf"escribile) (?:@ ){{0,3}}(?:{_CALM}|como te sientes|como te sentis|lo que sientes|lo que sentis|que "
    rf"te (?:duele|lastima|hace dano|molesta|respete|escuche|entienda|trate)|que lo (?:amas|quieres|"
    rf"queres)|que la (?:amas|quieres)|tus sentimientos|que (?:cambie|te hace sentir|vaya a terapia|deje "
    rf"de)|perdon|disculpas|por que (?:lo hace|actua|se enoja)|una oportunidad|que (?:quieres|queres) "
    rf"arreglar|carino|amor|ver que|entender|en pareja|juntos|una cena|una carta|comprension|poner "
    rf"limites juntos)",
    r"(?:terapia|consejeria|terapeuta|psicologo|asesoria|orientacion|mediacion|retiro|charlas?|dinamica|"
    r"encuentro|sesion(?:es)?|curso|taller) (?:@ )?(?:de |para |en )?(?:parejas?|matrimonial\w*|"
    r"conyugal\w*|matrimonios?|famil\w+ juntos|juntos)(?! (?:@ )?(?:no|nunca|puede ser peligros\w+|esta "
    r"desaconsejad\w+|jamas))",
    r"(?:un |una |la )?(?:mediador[a]?|mediacion|mediar|conciliacion|conciliar|consejero matrimonial|"
    r"constelacion\w* familiar\w*)(?! (?:@ )?(?:no|nunca|esta desaconsejad\w+|jamas))(?: {w2})",
    r"(?:dale|dele|darle|denle|dense|daos|darse|merece|dar) (?:@ )?(?:otra|una segunda|una nueva|una "
    r"ultima|una|otra nueva|la) oportunidad",
    r"(?:perdonal[oae]|perdonale|perdonarl[oae]|aprende a perdonar|intenta perdonar\w*|deberias "
    r"perdonar\w*|tienes que perdonar\w*|el perdon|perdonense)(?: {w3})",
    r"(?:intenta|intente|trata|trate|procura|procure|evita|evite|busca|evitar|deberias|tratar|procurar|"
    r"mejor|cuidate de|cuida de|es mejor|conviene|intentar) (?:de )?(?:no )?(?:(?:hacerl[oa]|que se|tanto|"
    r"mas|hacer|darle|que el|que ella|lo posible por no|decir\w* nada que) )?(?:provocar\w*|provoques|"
    r"enojar\w*|enoje|enfadar\w*|enfade|molestar\w*|molestes|contradecir\w*|contradigas|alterar\w*|altere|"
    r"discutir\w*|discutas|llevarle la contraria|irritar\w*|enojes|enfades|darle motivos|motivos|hacerlo "
    r"enojar|rabiar|celos|complacer\w*|agradar\w*|entender\w*|entenderl[oae]|comprender\w*|"
    r"comprenderl[oae]|ponerte en su lugar|ser mas (?:paciente|carinos\w+|comprensiv\w+|dulce|amable|"
    r"atenta)|salvar|arreglar\w*|reconciliar\w*|reconquistar\w*|calmarl[oae]|tranquilizarl[oae]|tenerle "
    r"paciencia|escucharl[oae]|llegar a un acuerdo|ceder|obedecer\w*|portarte bien|mejorar (?:la|tu) "
    r"(?:relacion|matrimonio|comunicacion)|mantener la (?:familia|paz)|enfrentarlo|confrontarlo)",
    r"no (?:lo|la|le) (?:provoques|hagas (?:enojar|enfadar|rabiar)|contradigas|molestes|enojes|enfades|"
    r"alteres|lleves la contraria|des motivos|discutas|respondas|contestes|des razones|dejes|denuncies|"
    r"abandones|hagas caso)(?: {w2})",
    r"(?:ponte|ponete|pongase) en (?:su|el) lugar(?: {w2})",
    r"(?:entiendel[oae]|comprendel[oae]|entendel[oae]|compréndel[oae]|apoyal[oae]|ayudal[oae] a "
    r"(?:cambiar|controlar\w*|mejorar)|tenle paciencia|tenele paciencia|ten paciencia|tene paciencia|se "
    r"(?:mas )?(?:paciente|comprensiva|carinosa|tolerante|dulce|amable)|sea (?:mas )?(?:paciente|"
    r"comprensiva)|confrontal[oae]|enfrental[oae]|enfrentate a|encaral[oae]|reclamale|contestale|pegale|"
    r"pidele perdon|pedile perdon|pidele disculpas|complacel[oae]|hazle caso|hacele caso|dale (?:carino|"
    r"tiempo|espacio|la razon|lo que|gusto|celos)|reconquistal[oae]|seducel[oae]|cocinale|preparale|"
    r"consientel[oae])(?: {w3})",
    r"(?:el|ella|tu (?:marido|pareja|novi[oa]|espos[oa]|padre|mujer)|seguro|seguramente|en el fondo|quiza|"
    r"tal vez|a lo mejor|probablemente|capaz) (?:(?:que|el|ella|te|lo hace|solo|seguro|en el fondo|"
    r"tambien|seguramente|solo lo hace|no|solamente|quiza) ){0,3}(?:te (?:quiere|ama|adora|cela porque|"
    r"pega porque)|esta(?:ba)? (?:arrepentid[oa]|estresad[oa]|nervios[oa]|cansad[oa]|pasando|celos[oa]|"
    r"borrach[oa])|lo hace (?:por|porque|sin)|porque te (?:quiere|ama)|va a cambiar|cambiara|puede "
    r"cambiar|no (?:lo hizo|lo hace|quiso|quiere) (?:con|a|hacerte|lastimarte|con mala|adrede|de|"
    r"queriendo)|tuvo un mal dia|sufre|sufrio|necesita (?:tu|que|de tu|ayuda|carino|comprension|amor)|"
    r"merece (?:otra|una)|es (?:asi porque|buen[oa] (?:persona|padre|en el fondo)|celoso porque)|se "
    r"(?:arrepiente|siente mal|arrepentira)|actua asi|reacciona asi|perdio el control|estaria)(?: {w4})",
    r"(?:todas|todos|las|en todas|en toda|toda) (?:las |los )?(?:parejas?|matrimonios?|relaciones|"
    r"familias?|relacion|hogares) (?:@ )?(?:pelean|discuten|tienen|pasan|hay|pelea\w*|discut\w+|normal\w*|"
    r"crisis|atraviesan|son|es normal)(?: {w3})",
    r"(?:salvar|salva|salven|rescatar|recuperar|recupera|reconstruir|arreglar|fortalecer|mejorar|reavivar|"
    r"cuidar|cuida|trabajar en|reparar|luchar por|lucha por|pelea por|apostar por|mantener|conservar|"
    r"sanar) (?:@ )?(?:la|tu|su|el|esta|vuestra|nuestra) (?:relacion|matrimonio|pareja|hogar|familia "
    r"unida|vinculo|amor)(?: {w2})",
    r"(?:por (?:el bien de )?(?:los|tus) (?:ninos|hijos)|por la familia|por tus hijos|por el matrimonio) "
    r"(?:@ )?(?:aguanta|quedate|intenta|resiste|vale la pena|no|deberias|perdona\w*|sigue|continua|trata|"
    r"segui|mantente|debes|es mejor|hay que)(?: {w4})",
    r"(?:aguanta|aguantá|aguante|soporta|resiste|quedate|volve|vuelve|regresa) (?:@ )?(?:un poco mas|por "
    r"(?:los|tus|la|el|amor)|con el|con ella|con tu|a casa con|a su lado|a tu (?:casa|matrimonio)|junto a|"
    r"que|hasta que (?:se|los)|por ahora|en la relacion)(?: {w3})",
    r"(?:escucha|escuchá|escuche|oye|entiende|comprende|pregunta\w*|considera|mira|ve) (?:@ )?(?:su|la) "
    r"(?:version|punto de vista|lado|parte|perspectiva)(?: {w3})",
    r"(?:algo (?:hiciste|habras hecho|haras|debiste|debes haber hecho)|que (?:hiciste|habras hecho|le "
    r"hiciste|le dijiste) (?:tu |vos )?(?:para (?:que|provocar\w*|enojar\w*)|antes|que lo)|en que "
    r"(?:fallaste|estas fallando)|que parte (?:de responsabilidad|te toca)|los dos (?:tienen|son|deben|"
    r"tendran|fallaron|ponen|pusieron)|ambos (?:tienen|son|deben|fallaron|pusieron)|ambas partes)(?: {w4})",
    r"(?:cambia|cambiar|modifica|mejora|revisa|cuida) (?:tu |vos )?(?:@ )?(?:actitud|comportamiento|forma "
    r"de (?:hablar|vestir|tratar|ser)|tono|conducta|manera de (?:hablar|vestir|ser)|caracter|trato|"
    r"aspecto)(?: {w4})",
    r"(?:reconcili\w+|amigar\w*|hagan las paces|haz las paces|hace las paces|hacer las paces|lleguen a un "
    r"acuerdo|llegar a un acuerdo|arreglen (?:las cosas|sus|esto)|arregla las cosas|arreglar las cosas|"
    r"arreglarlo (?:con|entre|juntos)|arreglenlo|resuelvan|resuelvanlo|solucionen\w*|hablen los dos|"
    r"hablen juntos|reencuentr\w+|unas? vacaciones juntos|tiempo (?:de calidad )?juntos|una cena "
    r"romantica|comunicacion (?:asertiva |de pareja |en (?:la|tu) (?:pareja|relacion)|con (?:el|tu)|entre "
    r"ustedes|con tu pareja)|negociar con|negocia con|tiempo en pareja|una escapada)(?: {w3})",
    r"(?:los|un poco de|tener) (?:trapos|problemas de pareja|asuntos de pareja|problemas de casa|pleitos "
    r"de pareja)(?: {w5})",
    r"(?:es|eso es|son|fue) (?:(?:solo|una|un|normal|simple|cosa|cosas|problema|problemas|pelea|peleas|"
    r"discusion|crisis|mal momento|asunto) ){1,3}(?:de|en|entre|la|las) (?:pareja|parejas|matrimonio|"
    r"matrimonios|enamorados|novios|hermanos|la pareja|las parejas|familia)(?: {w2})",
    r"(?:si (?:tu )?(?:cambias|te portas|le haces caso|lo tratas|eres mas|sos mas|le das|haces lo que|te "
    r"callas|le demuestras|le pones)) (?:@ ){0,5}(?:el |ella )?(?:@ )?(?:cambiara|cambia|va a cambiar|no "
    r"te (?:pegara|hara|va a|pega)|se calmara|se calma|dejara|todo|mejorara|se le pasa\w*|se va a "
    r"calmar)(?: {w2})",
)

COUPLES_ADVICE: Final = Rule(
    "couples_advice",
    _COUPLES_ADVICE,
    unless=(
        r"(?:no|nunca|ni|sin|tampoco|jamas|nadie|antes de|en vez de|evita|no te) (?:@[ ]){0,6}",
        UNTRUE,
        REPORTED,
        r"(?:dijiste que|te hace creer|te dijeron que|te digan que|presion\w+ para|te piden que|te "
        r"pide que|promete que|jura que|te obliga a|si) {w4}",
        r"¿(?:te|puedes|podes|hay|cuando|quien|es|esta|estas|sabes) (?:@ ){0,4}",
    ),
    when=When.VICTIM,
)
