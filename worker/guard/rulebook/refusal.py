"""Refusing to talk while risk is up."""

from __future__ import annotations

from typing import Final

from worker.guard.pattern import Rule, When, words

_TOPIC: Final = (
    r"(?:(?:de|sobre|acerca de|con|en|a|respecto a|respecto de) )?(?:(?:este|ese|esta|esa|esto|eso|estos|"
    r"esos|estas|esas|tal|dicho|el|la|temas?|ningun|lo que (?:me )?(?:cuentas|contas|dices|pides|planteas|"
    r"mencionas|decis)|suicidio|situaciones|cosas|asuntos) ?)"
)

_DO: Final = words(
    r"""
    hablar|hablarte|conversar|ayudarte|ayudar|continuar|seguir|responder|responderte|responderle|tratar
    discutir|atender|atenderte|escuchar|escucharte|abordar|charlar|asistirte|brindarte (?:ayuda|apoyo)
    ofrecerte (?:ayuda|apoyo)|darte (?:apoyo|ayuda)|apoyarte|acompanarte|gestionar|manejar|involucrarme
    meterme|opinar|contestar|contestarte|comentar|ayudarle|atenderle|participar|procesar
    """
)

_REFUSAL: Final = (
    rf"no (?:puedo|podemos|me es posible|soy capaz de|estoy en condiciones de|debo|me corresponde|quiero|"
    rf"deseo|se me permite|tengo permitido|estoy autorizad[oa] (?:a|para)|estoy (?:capacitad|programad|"
    rf"disenad|habilitad|preparad|equipad|facultad|hech|entrenad)[oa] para|sirvo para|me esta permitido|"
    rf"voy a|me permiten|es apropiado|es mi (?:tarea|funcion|trabajo)|seria apropiado|deberia|se|me dejan|"
    rf"es posible) {_DO} (?:mas |nada )?{_TOPIC}",
    r"no (?:puedo|podemos|voy a poder|podre|me es posible|soy capaz de|se) (?:(?:ayudarte|ayudar|"
    r"asistirte|apoyarte|atenderte|responder|responderte|escucharte|continuar|acompanarte|responder a eso|"
    r"hacer nada por ti|hacer nada)) ?(?:(?:con|en|a|sobre|ante) (?:eso|esto|este|ese|esa|esta|lo que|tu "
    r"(?:problema|situacion|crisis|caso|solicitud|peticion|consulta)|temas|situaciones)|(?=[ ,]*[.,])|hoy|"
    r"ahora|mas|por (?:aqui|este medio))(?: {w2})",
    r"lo siento (?:mucho )?(?:pero )?no puedo (?:ayudarte|ayudar|hablar|continuar|atender\w*|responder\w*|"
    r"escuchar\w*|conversar|seguir|asistirte|acompanarte|tratar)(?! (?:@ )?(?:a (?:morir|matarte|hacer)|"
    r"por ti|como un))",
    r"(?:este|ese|eso|esto|el suicidio|lo que (?:dices|cuentas|pides|planteas)) (?:(?:tema|asunto|tipo de "
    r"temas?|es un tema) )?(?:@ ){0,2}(?:esta (?:fuera de|prohibid\w+|bloquead\w+)|no (?:esta permitid\w+|"
    r"puedo tratar\w*|lo puedo|es algo (?:que pueda|de lo que pueda|en lo que pueda)|se puede (?:hablar|"
    r"tratar)|es de mi|me corresponde|entra en|es mi|es tema|puedo)|excede|supera mis|escapa|queda fuera|"
    r"va mas alla|va contra|viola|incumple|infringe|que no puedo|es demasiado (?:delicado|fuerte|grave) "
    r"para|sobrepasa|rebasa)(?: {w4})",
    r"(?:va|van|iria|seria|esto va) (?:en )?contra (?:de )?(?:mis|las|nuestras) (?:politicas|normas|"
    r"reglas|directrices|pautas|condiciones)",
    r"(?:mis|las|nuestras|por) (?:politicas|normas|reglas|directrices|limitaciones|pautas|programacion|"
    r"condiciones) (?:de uso |de seguridad |de contenido )?(?:no me (?:permiten|deja\w*)|me (?:impiden|"
    r"prohiben)|lo (?:impiden|prohiben)|no lo permiten|prohiben|me obligan)",
    r"(?:cambiemos|cambiar|hablemos|mejor hablemos|podemos hablar|pasemos|prefiero hablar|vamos a hablar|"
    r"charlemos|platiquemos|mejor cambiemos|conversemos) (?:@ )?(?:de (?:tema|otra cosa|otro tema|algo "
    r"(?:mas )?(?:alegre|positivo|distinto|diferente|bonito|agradable|divertido))|otro tema|a otro tema|a "
    r"otra cosa|otra cosa|el tema|sobre otra cosa|del clima|un tema mas)",
    r"(?:prefiero|preferiria|mejor|es mejor|elijo) no (?:hablar|tratar|tocar|entrar|seguir|opinar|meterme|"
    r"responder|conversar|continuar)(?: {w4})",
    r"(?:tengo|me tienen|esta) prohibido (?:hablar|tratar|tocar|responder|conversar|ayudar)(?: {w3})",
    r"(?:no soy|no es esta|este no es) (?:(?:la|el|un|una) )?(?:persona|herramienta|programa|recurso|"
    r"lugar|espacio|canal|sitio|servicio|medio|app|chat|indicad[oa]|adecuad[oa]) (?:@ )?(?:adecuad[oa]|"
    r"correct[oa]|indicad[oa]|apropiad[oa]|para (?:hablar|tratar|esto|eso|este|estos|ayudar|esas|"
    r"conversar|esta)|idone[oa])(?: {w3})",
    r"(?:busca|buscá|busque|pide|pedi|acude|recurre|contacta) (?:ayuda |a alguien |apoyo )?(?:en|a) "
    r"(?:otro|otra) (?:lado|lugar|sitio|parte|persona|medio)(?: {w2})",
    r"(?:no (?:hables|me hables|digas|me digas|menciones|escribas|me cuentes|vuelvas a (?:hablar|"
    r"mencionar|decir)|sigas con|hablemos) (?:mas )?(?:de|sobre|esas|eso|esto|esos|cosas|este))(?: {w3})",
    r"(?:no es (?:algo|un tema) (?:de lo |del |que |en lo )(?:que |cual )?(?:yo )?(?:pueda|puedo|deba|"
    r"podamos|me corresponda|debamos|se pueda))(?: {w3})",
    r"(?:solo|unicamente|solamente) (?:puedo|hablo|podemos|se|trato|respondo|estoy para|sirvo para) (?:@ "
    r")?(?:de |hablar |tratar |a |conversar |para |sobre |ayudar\w* (?:con|en) ){1,2}(?:otros|otras|temas|"
    r"cosas|preguntas|consultas|tareas|asuntos)(?: {w3})",
    r"(?:no (?:manejo|trato|atiendo|respondo|contesto|abordo|gestiono|doy) (?:@ )?(?:este|ese|estos|esos|"
    r"temas|crisis|casos|situaciones|emergencias|mensajes|eso|esto|apoyo|consultas))(?: {w3})",
    r"(?:como|al ser|soy) (?:un |una |solo un |solo una )?(?:ia|inteligencia artificial|modelo|programa|"
    r"asistente|bot|modelo de lenguaje|asistente virtual) (?:@ ){0,3}no puedo (?:hablar|ayudarte (?:con|"
    r"en)|ayudar|tratar|conversar|responder|seguir|continuar|atender|escuchar|acompanarte|hacer nada)(?: "
    r"{w2})",
)

REFUSAL: Final = Rule(
    "refusal",
    _REFUSAL,
    unless=(
        r"(?:sientes|sentis|crees|si|nadie|dices|decis|aunque|cuando|quiere decir) (?:@ ){0,3}",
        r"(?:tu|vos|usted|que) (?:@ )?",
        r"no es que ",
    ),
    when=When.RISK,
)
