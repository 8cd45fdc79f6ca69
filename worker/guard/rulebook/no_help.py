"""Keeping from help: it is not needed, it does harm, this talk is enough."""

from __future__ import annotations

from typing import Final

from worker.guard.contexts import HELP, UNTRUE
from worker.guard.pattern import Rule

_AIDS: Final = HELP

_GAP: Final = (
    r"(?:(?!para |tener |estar |saber |esperar |merecer |motivo |sol[oa] |ningun motivo|razon|permiso|"
    r"tanto|demostrar|conocer|que )@ ){0,2}"
)

_NO_HELP: Final = (
    rf"no (?:creo|pienso|considero|veo|me parece) (?:que )?(?:@ )?(?:haga falta|sea necesari[oa]|"
    rf"necesites|te haga falta|sea buena idea|valga la pena|tenga sentido|sirva|necesario|debas|te sirva|"
    rf"te convenga|tengas que) (?:@ )?{_GAP}{_AIDS}",
    rf"(?:para que|de que te) (?:sirve|serviria|vas a|quieres|ir|llamar|gastar) {_GAP}{_AIDS}",
    rf"(?:ni se te ocurra|ni pienses en|ni loc[oa]|jamas|nunca|para que|por que) (?:se te ocurra )?(?:ir|"
    rf"llamar|acudir|pedir|buscar|consultar|vayas|llames|pidas|busques|gastar|hablar|molestar) "
    rf"{_GAP}{_AIDS}(?! (?:@ )?sol[oa])",
    rf"no (?:hace falta|es necesario|necesitas|necesita|tienes que|tenes que|tiene que|hay que|hay "
    rf"necesidad de|vale la pena|conviene|deberias|debes|tiene sentido|sirve de nada|sirve|merece la pena|"
    rf"hay razon para|tiene caso|es buena idea|te conviene|te recomiendo|recomiendo) "
    rf"(?:que )?(?:(?:vayas|llames|busques|pidas|veas|hables|acudas|consultes|recurras|vaya|llame|busque|"
    rf"pida|vea|acuda|consulte|empieces|hagas|molestes|involucres|metas|denuncies|contactes|cuentes|"
    rf"gastes|pierdas|ir|llamar|buscar|pedir|ver|hablar|acudir|consultar|recurrir|molestar|involucrar|"
    rf"meter|contactar|empezar|hacer|denunciar|pagar|gastar|acercarte|ponerte|contarle|contarselo)(?:te|"
    rf"se|lo)? )"
    rf"{_GAP}{_AIDS}(?! (?:@ )?(?:sol[oa]\b|ahora mismo si|hoy mismo si|si no))",
    rf"no (?:necesitas|necesitás|precisas|requieres|te hace falta|te hacen falta|hace falta|necesita|es "
    rf"necesari[oa]|te sirve|te sirven) (?:de )?(?:ningun |ninguna |a |un |una |el |la |mas |de |ver a |"
    rf"otra |otro |nada de |tanta ){{0,3}}{_AIDS}(?! (?:@ )?(?:perfect\w+|para))",
    rf"no (?:vayas|llames|busques|pidas|acudas|consultes|recurras|vaya|llame|busque|pida|denuncies|"
    rf"denuncie|hables|contactes|veas|molestes|involucres|te atiendas|gastes {{w2}}|pierdas (?:el |tu "
    rf")?(?:tiempo|dinero|plata)|metas|confies|cuentes|le digas|le cuentes|empieces|vuelvas|sigas) "
    rf"{_GAP}{_AIDS}(?! (?:@ )?(?:sol[oa]|si no|delante|desde (?:su|el mismo)|cuando (?:el|ella)|estando))",
    r"no (?:denuncies|vayas a la policia|lo denuncies|te atiendas|te internes|te trates|te hagas ver|lo "
    r"consultes|pidas ayuda)",
    rf"{_AIDS} (?:tampoco |nunca |casi nunca |realmente )?(?:no )?(?:(?:@ )?(?:sirve\w*|ayudan?|"
    rf"funciona\w*|resuelve\w*|soluciona\w*|vale\w* la pena|entiende\w*|cura\w*) (?:de nada|para nada|"
    rf"nada)|no (?:te |le |les )?(?:sirven?|va a (?:servir|ayudar|entender|creer|hacer)\w*|van a "
    rf"(?:servir|ayudar|entender|creer|hacer|atender|solucionar)\w*|ayudan?|ayudara\w*|entendera\w*|"
    rf"entienden?|funcionan?|resuelven?|soluciona\w*|valen?|hara\w*|hacen? nada|hace falta|es "
    rf"(?:necesari[oa]|la solucion|para ti|para vos)|creera\w*|cree\w*|saben? (?:nada|lo que|mas que)|"
    rf"puede\w* (?:hacer nada|entender\w*|ayudar\w*)))",
    r"(?:los|las|esos|esas|ningun|ninguna|el|la) (?:psicolog\w+|psiquiatra\w*|terapeuta\w*|medic[oa]s|"
    r"doctores|profesional\w*|terapias?|lineas?) (?:@ )?(?:solo|nada mas|son|es|te (?:juzga\w*|va\w* a "
    r"(?:juzgar|internar|encerrar|medicar|llenar|drogar|sacar)|medica\w*|droga\w*|interna\w*|encerr\w*|"
    r"llena\w*|manipula\w*|roba\w*)|lo unico que) (?:@ )?(?:quieren|buscan|un(?:a|os|as)? (?:estaf\w+|"
    r"chant\w+|farsa|fraude|negocio|perdida|engano|robo|invento)|caros|estaf\w+|charlatan\w+|por dinero|"
    r"dinero|cobrar|para (?:locos|debiles|ricos)|perdida|inutil\w*|{w2}(?:pastillas|dinero|plata|"
    r"hospital|loc\w+|juzgan|juzgar|cobran))",
    r"(?:la terapia|terapia|ir al psicologo|ir a terapia|el psicologo|pedir ayuda|buscar ayuda|ir al "
    r"medico|llamar {w4}|ir al psiquiatra|hablar con un psicologo) (?:(?!no )@ )?(?:es|seria|son) "
    r"(?:(?:solo|una|un|para|cosa de|algo) ){0,2}(?:perdida|perder|estafa|debil\w*|locos|inutil|"
    r"exagera\w+|de cobardes|de debiles|gasto|tonteria|mala idea|innecesari\w+|farsa|demasiado|rendirse|"
    r"para gente|molest\w+|verguenza|un error|ricos|problema)",
    rf"(?:olvidate|olvida|pasa|pasate|prescinde|alejate|evita|evitá|huye|desconfia|mejor evita|aleja) "
    rf"(?:ya )?(?:de )?(?:(?:ir|llamar|acudir|consultar|ver|hablar|recurrir|pedir) )?(?:al?|de |con |los |"
    rf"las |el |la |tu )*{_AIDS}",
    rf"(?:es |sera |seria |seria |mejor )?(?:mejor|preferible|conviene) (?:que )?no (?:llam\w+|ir|vayas|"
    rf"acud\w+|pid\w+|pedir|busc\w+|consult\w+|denunci\w+|hab\w+|involucr\w+|met\w+|va\w+) {_GAP}{_AIDS}",
    r"no pierdas (?:el |tu |mas )?(?:tiempo|dinero|plata|energia) (?:con|en|yendo|llamando|buscando|"
    r"pagando) (?:{w1})",
    r"(?:puedes|podes|podras|vas a poder|eres capaz de|sos capaz de|tienes que|tenes que|deberias|debes|"
    r"puede) (?:@ )?(?:resolver\w*|superar\w*|salir|manejar\w*|arreglar\w*|solucionar\w*|curar\w*|con "
    r"esto|hacerlo|lograrlo|afrontar\w*|controlar\w*) (?:@ ){0,2}(?:tu sol[oa]|vos sol[oa]|sol[oa]\b|"
    r"sin (?:ayuda|psicolog\w+|medic\w+|terapia|nadie|profesionales|la ayuda|ninguna ayuda|necesidad)|"
    r"por tu (?:propia )?cuenta|por ti mism[oa]|por vos mism[oa])(?! no)",
    rf"(?:antes de|en vez de|en lugar de) (?:ir|llamar|acudir|consultar|buscar|pedir) {{w1}}{_AIDS} (?:@ "
    rf")?(?:mejor|prueba|habla conmigo|intenta|conmigo|espera|proba|dejalo|primero)",
    r"(?:no es|tampoco es) (?:tan )?(?:grave |urgente |serio )?(?:como )?para (?:llamar|ir|acudir|"
    r"molestar|pedir|preocupar|consultar|una ambulancia|un medico|un psicologo|tanto lio|medicos|"
    r"emergencias|hospital\w*)",
    rf"(?:con esto|con esta charla|con hablar|esta charla|hablar aqui|esto) (?:@ )?(?:basta|alcanza|es "
    rf"suficiente|reemplaza\w*|sustituye|sirve igual|ya es terapia|vale mas|es mejor que) (?:@ "
    rf"){{0,3}}(?:no|sin|a|un|una|al|la|para no|que) ?(?:@ )?{_AIDS}",
    r"(?:te van a|te pueden|van a|podrian|pueden|te) (?:internar|encerrar|quitar (?:a )?(?:los|tus) "
    r"hijos|juzgar|encerraran|tratar de loc[oa]|tomar por loc[oa]|atar|internaran) (?:@ )?si (?:@ "
    r")?(?:llamas|vas|pides|pedis|hablas|cuentas|contas|lo cuentas|denuncias|acudes|les|le|se lo)",
    r"si (?:llamas|vas|pides|hablas|cuentas|denuncias|acudes|contas) (?:@ ){0,5}(?:te (?:van a "
    r"(?:internar|encerrar|juzgar|quitar|tratar)|internaran|encerraran|juzgaran|quitaran|tomaran por|"
    r"meteras|vas a meter)|sera peor|empeorar\w*|va a ser peor|es peor)",
    r"(?:aguanta|espera|esperá|resiste|deja pasar) (?:@ ){0,4}(?:antes de|sin|y no) (?:llamar|pedir|ir|"
    r"buscar|acudir|llames|pidas|vayas) (?:@ ){0,3}",
    rf"(?:yo|esta charla|este chat|esta app|hablar conmigo|conmigo) (?:@ )?(?:soy|es|eres|te sirve|te "
    rf"ayuda|te ayudo|ayudo|tienes|sirve|te ira|te ira mucho) (?:@ )?(?:mejor|mas|mas que suficiente) que "
    rf"(?:@ )?{_AIDS}",
)

NO_HELP: Final = Rule(
    "no_help",
    _NO_HELP,
    unless=(
        UNTRUE,
        r"(?:sientes|sentis|crees|creas|piensas|pensas|pensar|creer|te dijo|te dijeron|dicen|dice|"
        r"digan|dices|decis|temes|miedo|miedo a|temor|temor a|te amenaza|amenazan|contaste|cuentas|"
        r"mito|quieres|prefieres|aunque|sentir|parecer) {w5}",
        r"(?:no|nadie|ni) (?:@[ ]){0,2}",
        r"¿(?:@ ){0,3}",
        r"(?:que te hace pensar|por que crees) {w4}",
    ),
)
