"""Belittling: it is not that bad, others have it worse, cheer up."""

from __future__ import annotations

from typing import Final

from worker.guard.contexts import NOT, UNTRUE
from worker.guard.pattern import Rule

_WORSE: Final = (
    r"(?:mucho |bastante |muchisimo )?(?:peor|peores|mas (?:que tu|que vos|graves?|serios|grandes|"
    r"necesidad)|problemas (?:de verdad|reales|peores|mas)|de verdad|menos y|hambre|cancer|sin (?:nada|"
    r"techo|casa|comer))"
)

_MINIMISING: Final = (
    r"(?:hay )?(?:millones|miles|mucha gente|muchos|muchas personas|tantos|cualquiera|otros|gente|"
    r"personas|quien) (?:@ ){0,2}(?:daria|darian|quisiera|quisieran|desearia|desearian|matarian por|"
    r"envidia\w*) (?:@ )?(?:todo |por )?(?:por )?(?:@ ){0,2}(?:vida|lugar|tener lo que|lo que|salud|"
    r"familia|suerte|trabajo|estar)",
    r"(?:hay|tantos|existen) (?:ninos|enfermos|personas|gente) (?:@ ){0,4}(?:luchando|muriendo|sufriendo|"
    r"sin (?:comida|techo|nada|familia|casa)|con (?:cancer|hambre|enfermedades))(?: {w2})",
    r"(?:mucha|muchas|muchos|tanta|otra|la|miles de|millones de) (?:gente|personas|otros|familias|ninos) "
    r"(?:@ )?(?:vive|viven|pasa|pasan|sufre|sufren|tiene|tienen|soporta|soportan|ha pasado|han pasado|"
    r"aguanta|aguantan|esta|estan|lucha|carga) (?:@ ){0,3}(?:peor\w*|mas graves?|mas dificil\w*|mas "
    r"duras?|mas que tu|y no se queja\w*|sin quejarse|y sale\w* adelante sin)",
    r"(?:lo tuyo|tu problema|tu tristeza|tu caso|eso tuyo|eso|todo eso|esto) (?:@ )?(?:es|son|suena a|"
    r"parece|parecen) (?:(?:solo|solamente|puro|pura|puros|puras|un|una|unas|mas|nada mas que|simple|"
    r"simples) ){1,2}(?:drama|capricho\w*|tonteria\w*|berrinche\w*|excusa\w*|flojera|exageracion\w*|"
    r"pavada\w*|cuento\w*|mal de amores|nervios|cansancio|estres|pereza|moda|bobada\w*|mania\w*|"
    r"imaginacion)",
    r"(?:no|tampoco) (?:hay que|tienes que|tenes que|debes|deberias|vale la pena) (?:exagerar\w*|"
    r"dramatizar\w*|ponerse asi|ponerte asi|llorar|hacer (?:un )?drama\w*|quejar\w*|hacer una tormenta|"
    r"sufrir por|preocupar\w* (?:por|tanto))(?: {w3})",
    r"(?:hay que|tienes que|tenes que|debes|toca) (?:seguir adelante y ya|aguantar\w*|aguantarse|"
    r"superarlo|olvidarlo|ser agradecid\w+|poner de tu parte|echarle ganas|ponerle ganas|sonreir|animarte|"
    r"ser mas fuerte|pensar positivo|dejar de quejarte|pasar pagina|madurar)(?: {w2})",
    r"(?:no|tampoco) (?:es|era|fue|sera|creo que sea|parece|son|me parece|veo que sea|suena) (?:algo "
    r")?(?:para|pa) tanto",
    rf"(?:hay|existen|conozco) (?:(?:mucha|muchas|muchos|tanta|tantas|tantos|otra|otras|otros|miles de|"
    rf"millones de|tambien) )?(?:gente|personas?|quien|quienes|ninos|otros|otras|miles|millones|familias|"
    rf"muchos|muchas|cosas|casos|problemas|situaciones) (?:(?:en el mundo|que|alla afuera|ahi fuera|con|"
    rf"se|la|lo|esta|estan|tiene|tienen|pasa|pasan|sufre|sufren|vive|viven|muere|de|muriendo|muriendose|"
    rf"pasando) ){{0,5}}{_WORSE}",
    rf"(?:otros|otras|muchos|muchas|los demas|otras personas|otra gente|algunos) (?:(?:que|se|la|lo|las|"
    rf"estan|tienen|pasan|sufren|viven|mueren|han|pasado|cosas) ){{1,4}}{_WORSE}",
    r"(?:podria|pudo) (?:ser|estar|haber sido|irte) (?:mucho )?peor",
    r"(?:piensa|pensa|piense|recuerda|acordate|acuerdate|mira|da gracias|agradece|valora) {w2}(?:en |a |"
    r"que )?(?:los que|quienes|otros|la gente que|las personas que|ninos|hay otros|todo lo que tienes|lo "
    r"que tienes|lo afortunad\w+|que otros)",
    r"(?:estas|esta usted|andas|estaras|me parece que|creo que|quiza|tal vez) (?:(?:un poco|siendo|muy|te "
    r"estas|estas|haciendo) ){0,2}(?:exagerando|exageras|exagerad[oa]|dramatizando|dramatic[oa]|"
    r"dramatizas|haciendo un drama|victimizando\w*|victimizandote|exagerando\w*|histeric[oa]|haciendote "
    r"la victima|haciendote el martir|ahogando\w* en un vaso)",
    r"(?:exageras|exagera usted|dramatizas|te victimizas|te haces la victima|te haces el martir|te quejas "
    r"(?:de|por|demasiado|mucho)|te ahogas en un vaso)(?: {w3})",
    r"no (?:exageres|exagere|dramatices|seas (?:tan )?(?:dramatic[oa]|exagerad[oa]|negativ[oa]|pesimista|"
    r"llor\w+|sensible|delicad\w+|nin[oa])|te quejes|se queje|te ahogues|llores (?:por|mas|tanto)|llores|"
    r"te pongas asi|te hagas (?:la|el|drama)|hagas (?:un )?drama\w*|le des (?:tanta|mas|tantas) "
    r"(?:importancia|vueltas)|hagas una tormenta|te compliques|te lo tomes (?:tan )?(?:asi|a pecho|en "
    r"serio)|te preocupes por (?:eso|tonterias|pavadas)|es nada (?:grave|del otro mundo|serio|importante)|"
    r"es (?:tan|muy) (?:grave|terrible|importante|dificil|malo)|tiene (?:tanta )?importancia|pasa nada "
    r"por|estes triste|te pongas triste)",
    r"(?:eso|esto|lo tuyo|lo que te pasa|tu problema) no es (?:nada|tan grave|grave|un problema|tan "
    r"terrible|tan malo|importante|motivo|razon|ninguna tragedia|el fin del mundo)",
    r"no es el fin del mundo",
    r"(?:es|son|esto es|eso es|seguro es|solo es) (?:solo|solamente|simplemente|nada mas que|apenas|"
    r"puras?|puros?|una simple|un simple) {w1}(?:fase|etapa|racha|moda|tonterias?|bobadas?|capricho\w*|"
    r"berrinche\w*|pavada\w*|boludeces|ninerias?|mania\w*|nervios|cansancio|flojera|pereza|mal dia|"
    r"tristeza|tristecita|imaginacion\w*|bajon\w*|hormonas|cosas|drama\w*|pensamientos? y nada|rabieta|"
    r"pataleta|cuestion de actitud)",
    r"(?:solo|solamente|nada mas) (?:es|son|estas|tienes|tenes) (?:{w1})(?:una? )?(?:fase|etapa|racha|"
    r"moda|tonteria\w*|bobada\w*|capricho\w*|triste|cansad[oa]|nervios\w*|aburrid[oa]|sensible|mal dia|"
    r"flojera|bajon|de malas|hormonal|imaginando\w*)",
    r"(?:son|es|eso es|eso son|que) (?:una |unas |puras |puros )?(?:tonterias?|bobadas?|pavadas?|"
    r"boludeces|ninerias?|estupidez|estupideces|huevadas?|pendejadas?|chorradas?|cosas (?:de|que) (?:tu "
    r"edad|adolescentes|la edad|crios|chicos|chicas|ninos|mujeres|jovenes|hormonas)|problemas de "
    r"(?:nin\w+|adolescente|primer mundo)|dramas? de)",
    r"(?:a tu edad|a los (?:quince|dieciseis|veinte|\d+)) (?:todo|todos|uno|una|los problemas|nada) "
    r"(?:{w4})(?:grave|drama|peor|tragedia|serio|importante|asi|mundo)",
    r"(?<!(?:que|como) )(?:ya )?(?:se te|se le|te|le) (?:va a pasar|pasara|pasa|ira|quita|quitara|va a "
    r"quitar|ira pasando) (?:(?:solo|pronto|rapido|eso|ya|manana|durmiendo|con el tiempo|en unos dias|en "
    r"un rato|,)|(?=[.]))",
    r"(?:a )?(?:todo el mundo|todos|cualquiera|todas) (?:le|les|nos|se|hemos|pasamos|tenemos|tiene|"
    r"estamos|sufrimos|alguna vez) (?:{w2})(?:pasa|pasa igual|problemas|asi|malos dias|dias malos|por eso|"
    r"por lo mismo|lo mismo|sienten? (?:asi|igual)|siente (?:asi|igual|triste)|deprim\w+|tristes?|"
    r"sufrimos|estado ahi|cansad\w+|malas rachas|sentimos asi|y nadie se queja)",
    r"(?:deja|dejate|deje|dejese|para|basta|ya basta) (?:ya )?de (?:quejarte|quejar|lamentarte|llorar|"
    r"compadecerte|victimizarte|hacer (?:un )?drama|hacerte|exagerar|sufrir por|darle vueltas|pensar en "
    r"(?:eso|tonterias|cosas (?:tristes|negativas))|estar triste|ser (?:tan )?negativ\w+|preocuparte por "
    r"(?:tonterias|eso)|autocompadec\w+)",
    r"(?:echale|ponle|ponele|mete|metele|echele|pongale) (?:mas |muchas )?(?:ganas|actitud|onda|animo|"
    r"garra|voluntad|empeno)",
    r"(?:alegra|alegrate|cambia|quita|sonrie|anima|arriba) (?:ya |un poco |ese |esa |esos )?(?:animo|"
    r"animos|esa cara|esa carita|cara|la vida es|y (?:todo|ya|listo|sonrie)|que la vida|que no es|y se te|"
    r"hombre|mujer|y veras)",
    r"(?:animate|anima esa cara|animese) ?(?:,|ya|hombre|mujer|un poco|y (?:ya|listo|sonrie|olvid\w+)|que "
    r"(?:la vida|no|todo|hay)|(?=[.]))",
    r"(?:pon|pone|poner|ponga|pongas) (?:mas )?de tu parte",
    r"(?:solo|solamente|nada mas|unicamente|todo) (?:tienes|tenes|tiene|hay|debes|necesitas|es cuestion "
    r"de|es cosa de|falta) (?:que |de )?(?:{w1})(?:ser (?:mas )?positiv\w+|animar\w*|sonreir|pensar (?:en "
    r")?positiv\w+|relajar\w*|distraer\w*|querer|ganas|actitud|fuerza de voluntad|voluntad|esforzar\w*|"
    r"poner\w*|decidir\w* (?:ser|estar)|salir (?:mas|de fiesta)|cambiar (?:de|tu) (?:actitud|chip)|"
    r"calmar\w*|dejar de pensar|echarle)",
    r"(?:es|todo es) (?:solo |pura |cuestion de |mera )(?:actitud|voluntad|falta de (?:voluntad|ganas|"
    r"actitud)|mentalidad|ganas)",
    r"(?:piensa|pensa|piense|hay que pensar|debes pensar) (?:en )?positiv\w+",
    r"(?:superalo|superala|olvidalo ya|olvidate ya|ya superalo|ya olvidal[oa]|dale vuelta a la pagina|da "
    r"vuelta la pagina|pasa pagina|pasa la pagina|ya pasalo|supera eso|tienes que superarlo|tenes que "
    r"superarlo|ya es hora de (?:superar\w*|olvidar\w*|pasar))",
    r"(?:ya )?(?:deberias|tendrias que|debieras|tenias que) (?:ya )?(?:haberlo superado|haber superado\w*|"
    r"estar (?:bien|mejor|feliz|content\w+|agradecid\w+)|superarlo|superarla|haberte recuperado|sentirte "
    r"(?:agradecid\w+|afortunad\w+|feliz))",
    r"(?:lo tienes todo|lo tenes todo|tienes todo|tenes todo|tienes (?:una )?vida (?:perfecta|envidiable)|"
    r"con lo (?:bien|bonit\w+|joven|list\w+|afortunad\w+|bueno) que|tan joven y|con todo lo que "
    r"tienes)(?: (?:para (?:ser|estar)|y|como|te|es|eres|estas|por que|lo|no|{w1}quej\w+) {w3})",
    r"no (?:tienes|tenes|tiene|hay|veo|existe|tendrias) (?:ningun |ninguna )?(?:motivos?|razon|razones|"
    r"derecho|por que|porque) (?:para |a |de )?(?:estar|sentir\w*|quejar\w*|sufrir|llorar|poner\w*|"
    r"deprimir\w*|hacer (?:un )?drama|desesperar\w*|angustiar\w*|preocupar\w*|querer (?:morir|eso)|tanto "
    r"drama)",
    r"(?:al menos|por lo menos|siquiera) (?:(?:tu|vos|usted) )?(?:tienes|tenes|tiene|no (?:te|estas|"
    r"tienes|eres|perdiste|fue|se|pasas)|estas (?:viv[oa]|san[oa])|sigues viv\w+|estan viv\w+|cuentas con|"
    r"podes|puedes (?:caminar|comer|ver))",
    r"(?:hay|son|existen) cosas (?:mucho )?(?:peores|mas (?:graves|importantes|serias))",
    r"te (?:lo )?(?:tomas|estas tomando) (?:todo |las cosas |esto )?(?:demasiado|muy) (?:a pecho|en serio|"
    r"a la tremenda)",
    r"(?:te ahogas|te estas ahogando|ahogarte|ahogarse) en un vaso de agua",
    r"(?:que|un) (?:drama|exagerad[oa]|llor[oa]n[a]?)(?: (?:mas|eres|sos|tan) {w2}|(?=[.,?]))",
    r"(?:tu|su|ese|este) (?:problema|dolor|sufrimiento|tristeza) (?:no es|es) (?:insignificante|pequen\w+ "
    r"comparad\w+|poca cosa|nada comparad\w+|una tonteria|menor|ridicul\w+|tan (?:grande|grave|importante|"
    r"especial)|real|importante)",
    r"(?:comparado|comparada|en comparacion) con (?:otros|otras|lo que|los que|quienes|la gente|ninos|el "
    r"resto)",
    r"(?:yo|cualquiera) (?:en tu lugar|que tu) (?:{w2})(?:ya lo|no me quejaria|estaria feliz)",
    r"(?:eso|esto) no (?:justifica|da|es|merece) (?:{w2})(?:sentirse|ponerse|sentirte|ponerte|tanto|tanta|"
    r"llorar|que te sientas|estar) (?:asi|drama|tristeza|llanto|lagrimas|sufrimiento|escandalo|mal)",
)

MINIMISING: Final = Rule(
    "minimising",
    _MINIMISING,
    unless=(
        NOT,
        UNTRUE,
        r"(?:sientes|sentis|crees|creas|crean|te hacen creer|te dices|decirte|digan|diga|dicen|te "
        r"dice|te dijo|dijeron|dijo|dicho|escuchar|oir|oiste|pensar|miedo a|temor a|aunque|minimizar|"
        r"voces|frases|idea de|dijiste|si) {w6}",
        r"(?:nadie|no voy a|no vengo a|no es que|no quiero|no te) {w5}",
        r"a (?:quien|quienes) ",
    ),
)
