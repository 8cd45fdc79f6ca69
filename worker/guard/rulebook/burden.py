"""Agreeing that the person is a burden, or that others would be better off."""

from __future__ import annotations

from typing import Final

from worker.guard.contexts import NOT, REPORTED, UNTRUE
from worker.guard.pattern import Rule

_LOVED: Final = (
    r"(?:(?:tu|tus|su|sus|los|las|el|la) (?:@ )?(?:familia|hij\w+|padres?|madre|papas?|mama|pareja|marido|"
    r"mujer|espos[oa]|novi[oa]|amig\w+|seres queridos|herman[oa]s?|gente|mundo|tuyos|demas|otros|viejos|"
    r"abuel\w+)|todos|todas|todo el mundo|ellos|ellas|el mundo|la gente|los tuyos)"
)

_BURDEN: Final = (
    r"(?:mejor|tranquil\w+|aliviad\w+|felices|feliz|en paz|libres|bien) (?:@ )?si (?:tu |vos |usted "
    r")?(?:no (?:estuvieras|existieras|estas|estuviera)|te (?:fueras|murieras|vas|mueres|matas)|faltaras|"
    r"desaparecieras|desapareces|faltas)",
    r"(?:porque|pues|ya que|y es que|y si|la verdad es que|de hecho|en realidad|efectivamente|es cierto "
    r"que|si) ,?(?:lo eres|lo sos|eres una carga|sos una carga|les pesas|eres un peso|sos un peso|"
    r"estorbas|los cansas)",
    r"(?:nadie|ninguno) (?:@ )?(?:notaria|notara|sufriria|se enteraria|lloraria|te (?:soporta|aguanta|"
    r"quiere cerca))(?: {w3})",
    r"(?:seas|fueras|puedas ser|puede que seas|quiza seas|tal vez seas|pesas como|te has hecho) (?:una |"
    r"un |demasiada |mucha )(?:@ )?(?:carga|peso|estorbo|molestia|lastre|problema)",
    r"(?:si|cuando) (?:tu |vos |usted )?(?:no (?:estuvieras|existieras|estes|estas|estuviera|hubieras "
    r"nacido)|te (?:fueras|murieras|vayas|mueres|matas|mataras)|faltaras|desaparecieras|desapareces|"
    r"faltes) (?:@ ){0,4}(?:mejor|tranquil\w+|aliviad\w+|alivio|felices|feliz|en paz|libres|facil)",
    r"(?:ellos|todos|tus @|tu @|el mundo) (?:@ )?(?:lo |se |te )?(?:superarian|superarian|olvidarian|"
    r"olvidaran|recuperarian|seguirian adelante|seguirian con su vida|acostumbrarian|extranarian poco)(?: "
    r"{w2})",
    rf"(?:{_LOVED} (?:@ ){{0,2}})?(?:estaria\w*|estaran|estara|estarian|va a estar|van a estar|viviria\w*|"
    rf"viviran|viviria|vivira|seria\w*|seran|estan|"
    rf"vivirian|seguiria\w*|respiraria\w*|descansaria\w*|podria\w* (?:estar|vivir|ser)) (?:mucho |"
    rf"bastante |quiza |tal vez )?(?:mas |muy )?"
    rf"(?:mejor|tranquil\w+|feliz|felices|aliviad\w+|en paz|ligera?s?|libres?|bien|alivi\w+) (?:(?!con )@ "
    rf"){{0,2}}sin (?:ti|vos|usted|tu @|tenerte)",
    r"(?:mejor|tranquil\w+|feliz|felices|aliviad\w+|libres?) sin (?:ti|vos|usted)",
    r"sin (?:ti|vos|usted) (?:@ ){0,4}(?:estaria\w*|viviria\w*|seria\w*|van a estar|va a estar|estaran|"
    r"descansari\w+) {w2}(?:mejor|tranquil\w+|feliz|"
    r"felices|aliviad\w+|bien|mas ligera\w*|libres?)",
    r"(?:eres|sos|es usted|serias|seras|te has vuelto|te volviste|te has convertido en|resultas|te "
    r"conviertes en|te estas volviendo) (?:solo |tambien |realmente |ya )?(?:una |un |demasiad[oa] |mucha "
    r"|puro |pura )"
    r"{w1}(?:carga|peso|estorbo|molestia|lastre|problema|obstaculo|fastidio|costo)(?: (?:para|de|en|muy|"
    r"demasiado|pesad\w+|grande) {w2})?",
    r"(?:nadie|ni siquiera ellos) te (?:extranaria|echaria de menos|va a extranar|extranara|echara de "
    r"menos|echara en falta|necesita|lloraria|va a echar de menos|recordaria)",
    r"(?:no le importas|a nadie le importas|no les importas|nadie te quiere|no te necesitan|no te quieren|"
    r"no te extranarian|no haces falta|no le haces falta a nadie|nadie notaria tu ausencia)(?: a (?:nadie|"
    r"tu @))?",
    r"(?:le|les) (?:harias|haces|estarias haciendo|haria|vas a hacer) un (?:gran )?favor",
    r"(?:le|les) (?:quitas|quitarias|sacas|sacarias|ahorras|ahorrarias|evitas|evitarias) (?:un|una|ese|el|"
    r"mucho) {w1}(?:peso|carga|problema\w*|gasto\w*|sufrimiento|dolor|preocupacion\w*)",
    r"(?:se|los|les) (?:aliviarian|librarian|librarias|liberarias|liberarian|desharian|aliviaria|"
    r"aliviarias|sacarian un peso) (?:de ti|de vos|sin ti|sin vos|si te|si no|cuando|con tu|de esa carga|"
    r"de una carga)",
    r"(?:estas de mas|sobras|estorbas|solo das problemas|solo molestas|solo causas (?:dolor|problemas)|"
    r"eres prescindible|no aportas nada)(?: {w4})",
    r"(?:tu (?:ausencia|muerte|partida)) (?:{w2})(?:seria|sera|les haria|les daria|aliviaria|los "
    r"aliviaria|traeria|les traeria|haria|no se notaria|ayudaria) (?:{w3})(?:alivio|bien|paz|favor|mejor|"
    r"descanso|tranquilidad|carga\w*|notaria|solucion|familia)",
    r"(?:tienes|tenes) razon (?:{w3})(?:eres una carga|sos una carga|no vales|nadie te|estorbas|molestas|"
    r"les pesas|los cansas)",
    r"(?:los|las|les|le) (?:cansas|pesas|arruinas la vida|haces la vida (?:imposible|mas dificil)|agotas|"
    r"hundes|arrastras)(?: a todos)?",
    r"(?:la vida de (?:todos|los demas|tu @|tus @)) seria (?:mas|mejor) {w2}sin (?:ti|vos|usted)",
    r"el mundo no (?:te necesita|perderia nada|te va a extranar)",
)

BURDEN: Final = Rule(
    "burden",
    _BURDEN,
    unless=(
        NOT,
        UNTRUE,
        REPORTED,
        r"no (?:estaria\w*|seria\w*|eres|sos|@ ){1,2}",
        r"(?:te hace|hacerte|haga|te lleva a|nadie|ninguno|miente cuando) {w4}",
        r"(?:¿|por que )",
    ),
)
