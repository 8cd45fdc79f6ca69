"""Questions that want a no: "you won't, will you?"."""

from __future__ import annotations

from typing import Final

from worker.guard.pattern import Rule, words

_DEED: Final = words(
    r"""
    nada|tonteria\w*|locuras?|estupidez|estupideces|dano|matar\w*|suicid\w*|morir\w*|quitar\w*|cortar\w*
    comet\w*|burrada\w*|macana\w*|barbaridad\w*|lastimar\w*|pendejada\w*|algo|eso|disparate\w*|ideas|plan
    planes|atentar|autolesion\w*|pensamientos|intent\w+|mal[oa]|hacerlo|herir\w*
    tomar (?:las|esas) pastillas|boludez|boludeces|cagada\w*|huevada\w*
    """
)

_THINK: Final = (
    r"(?:(?:te )?(?:vas a|va a|iras a|ira a|haras|harias|piensas|pensas|piensa|pensando|pensaste|"
    r"has pensado|estas pensando|estaras pensando|estas planeando|quieres|queres|quiere|quisieras|tienes|"
    r"tenes|serias capaz|atreverias|se te ocurre|se te ocurrira|lo harias|planeas|intentarias|intentaras|"
    r"cometerias|has intentado|has hecho|hiciste|habras|harias|estas por|se te ha ocurrido|andas con|"
    r"andas pensando|sientes|sentis|vayas a))"
)

_TAG: Final = words(
    r"""
    verdad|cierto|no|eh|ok|okay|vale|o si|no es asi|o no|si|no es cierto|a que no|de acuerdo|ya|dale
    correcto|o me equivoco|no es verdad
    """
)

_LEADING_NEGATIVE: Final = (
    rf"no {_THINK} (?:@ ){{0,6}}{_DEED}(?: (?:@ ){{0,5}})?[ ,¿.?]{{1,4}}{_TAG}[ ,¿]{{0,2}}\?",
    rf"(?:no|tampoco|ya no) {_THINK} (?:@ ){{0,4}}(?:tonterias?|locuras?|estupidez|estupideces|burradas?|"
    rf"macanas?|barbaridad\w*|pendejadas?|disparates?|boludez|boludeces|huevadas?|ninguna cosa rara|nada "
    rf"malo|nada raro|cagadas?)",
    r"no (?:te querras|querras|te queres|te vayas a|habras|habras intentado|querria|te gustaria|te dan "
    r"ganas de|sientes ganas de|estas|estaras|piensas|pensas|tienes|tenes|has|vas|te vas|quieres|queres|"
    r"te quieres|estaras|andas|te estas|haras|harias|hiciste|te has|esta|piensa|va|se va|tiene) "
    r"(?:(?!porque|sola?|lo que|que)@ ){0,4}(?:suicid\w+|matar\w*|morir\w*|quitar\w+ la vida|hacer\w* "
    r"dano|acabar con (?:tu|su) vida|lastimar\w*|cortar\w*|un plan|planes de|ideas de|pensamientos de|"
    r"hacer\w* algo|nada malo|atentar|cortando\w*|lastimando\w*)(?: (?:@ ){0,4})?[ ,¿]{0,3}\?",
    rf"(?:verdad|cierto|seguro|a|no es cierto|supongo|imagino|me imagino|doy por hecho|estoy segur[oa]|se|"
    rf"confio en|quiero creer|espero|asumo|entiendo|ojala) (?:de )?que (?:tu |vos |usted |hoy |ya )?no "
    rf"(?:{_THINK}|estes|hagas|piensas hacer|pienses|haga|tengas|te haras|tengas pensado|te hagas|estas|"
    rf"te estas|te lastimas|te cortas|te haces|cometas) ?(?:@ ){{0,5}}{_DEED}",
    r"(?:dime|decime|digame|dinos) que (?:tu |vos |hoy )?no (?:(?:te )?(?:has|estas|piensas|pensas|vas|"
    r"harias|haras|quieres|tienes|tenes|sientes|es|se trata|te haras)) ?(?:@ ){0,6}",
    r"(?:tu|vos|usted) no (?:eres|sos|es) (?:de (?:es[oa]s|los|las)|capaz|el tipo) (?:@ ){0,6}",
    r"(?:tu|vos|usted|nunca|jamas) (?:no |nunca |jamas )?(?:lo harias|harias (?:algo asi|eso|una cosa "
    r"asi)|te harias (?:dano|eso|algo)|te matarias|lo intentarias)(?: (?:@ ){0,3})?[ ,¿]{0,3}(?:verdad|"
    r"cierto|no|eh|o si)?[ ,¿]{0,2}\?",
    r"(?:todo|ya) (?:esta|estas|anda|estaras) (?:bien|mejor|tranquil[oa])[ ,¿]{1,3}(?:verdad|cierto|no|a "
    r"que si|o no)[ ,¿]{0,2}\?",
    r"(?:estas a salvo|estas segur[oa]|estas fuera de peligro|no hay peligro|no corres peligro|no corres "
    r"ningun peligro|no hay riesgo|no es nada grave)[ ,¿]{1,3}(?:verdad|cierto|no|o no)[ ,¿]{0,2}\?",
    r"(?:ya )?(?:se te paso|se te pasaron|descartaste|olvidaste|ya paso|se te quito)(?: @){0,5}[ "
    r",¿]{1,3}(?:verdad|cierto|no|o no)[ ,¿]{0,2}\?",
    r"(?:no ira|no iran|no va|no ira esto) en serio[ ,¿]{0,3}(?:verdad|cierto|no)?[ ,¿]{0,2}\?|(?:lo "
    r"dices|lo decis|estas|estas bromeando|es) (?:en broma|de broma|bromeando|jugando|una broma)[ "
    r",¿]{1,3}(?:verdad|cierto|no)[ ,¿]{0,2}\?|no (?:lo (?:dices|decis|dice)|estaras|hablas|hablaras) "
    r"(?:@ )?en serio[ ,¿]{0,3}(?:verdad|cierto|no)?[ ,¿]{0,2}\?",
)

LEADING_NEGATIVE: Final = Rule(
    "leading_negative",
    _LEADING_NEGATIVE,
    unless=(
        r"(?:que pasaria si|me dices que|dices que|decis que|me contas que|contaste que|me cuentas "
        r"que|entiendo que|comentas que|aunque|porque) (?:@ ){0,2}",
    ),
)
