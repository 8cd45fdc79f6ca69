"""Promised calls and messages: the program answers, it never begins."""

from __future__ import annotations

from typing import Final

from worker.guard.pattern import Rule, words

_SOON: Final = words(
    r"""
    manana|luego|mas tarde|despues|pronto
    en (?:un rato|unos|una hora|la (?:manana|tarde|noche)|cuanto|\w+ (?:minutos|horas|dias))|a las|a la
    esta (?:noche|tarde|semana)|al rato|el (?:lunes|martes|miercoles|jueves|viernes|sabado|domingo|proximo)
    cuando|para (?:ver|saber|seguir)|la (?:proxima|semana)|de nuevo|otra vez|dentro de|ahora mismo|enseguida
    cada (?:dia|noche|manana)|en breve|ahorita|por (?:telefono|la tarde|la noche|la manana)|hoy|ya|al final
    """
)

_CALL_BACK: Final = (
    rf"(?:voy a|vamos a|van a|puedo|podemos|prometo|volvere a|intentare|quiero) (?:llamarte|contactarte|"
    rf"visitarte|telefonearte|escribirte|buscarte|llamarle|llamarlo|llamarla) (?:@ )?{_SOON}",
    r"(?:voy a|vamos a|van a|volvere a) (?:llamarte|contactarte|visitarte|telefonearte|comunicarme "
    r"contigo|llamarle)(?: {w2})",
    rf"(?:te|le) (?:llamo|llamarE|llamare|llamaremos|voy a llamar|vamos a llamar|vuelvo a llamar|volvere "
    rf"a llamar|escribo|escribirE|escribire|escribiremos|voy a escribir|busco|contacto|contactare|"
    rf"contactaremos|marco|marcare|telefoneo|visito|visitare|hablo|hablare|mando (?:un )?mensaje|aviso|"
    rf"avisare|recuerdo|recordare|pregunto|preguntare|mensajeo|envio un (?:mensaje|recordatorio)|mandare "
    rf"un mensaje|enviare un (?:mensaje|recordatorio)) (?:@ )?(?:yo )?{_SOON}",
    r"(?:te|le) (?:llamaremos|llamarE|llamare|voy a (?:llamar|telefonear|visitar)|vamos a (?:llamar|"
    r"contactar)|contactare|contactaremos|devuelvo la llamada|devolvere la llamada|regreso la llamada|van "
    r"a (?:llamar|contactar|devolver)|llamaran|contactaran|estaran llamando|volveran a llamar|hare una "
    r"llamada|estare llamando|visitare)(?: {w3})",
    r"(?:manana|luego|mas tarde|en un rato|esta noche|en unos minutos|en \w+ (?:minutos|horas|dias)|"
    r"despues|pronto|al rato|cada dia|cada manana|el @|hoy mismo|ahorita) (?:@ )?(?:mismo )?(?:te|le) "
    r"(?:llamo|escribo|busco|hablo|contacto|marco|aviso|pregunto|llamare|escribire|llamaremos|visito|"
    r"recuerdo|mando|vuelvo)(?: {w2})",
    r"me (?:comunico|comunicare|pondre en contacto|pongo en contacto|volvere a comunicar|voy a comunicar) "
    r"(?:contigo|con usted|con vos)(?: {w3})",
    r"(?:nos|se) (?:comunicaremos|pondremos en contacto|pondran en contacto|comunicaran|van a comunicar|"
    r"pondra en contacto|comunicara|vamos a comunicar|contactaran) (?:contigo|con usted|con vos|con)(?: "
    r"{w3})",
    r"(?:paso|pasare|ire|voy|vamos|iremos|vendre|llego|voy yo) (?:yo )?a (?:verte|visitarte|buscarte|tu "
    r"casa|recogerte|acompanarte en persona|verlo|verla|estar contigo en persona)",
    r"(?:volvere|vuelvo|regreso|voy a volver|regresare) a (?:escribirte|llamarte|contactarte|buscarte|"
    r"hablarte|comunicarme)(?: {w3})",
    r"(?:un|una|nuestro|nuestra|nuestros|algun|alguno de nuestros|el) (?:@ )?(?:asesor\w*|agente\w*|"
    r"profesional\w*|psicolog\w+|equipo|operador\w*|companer\w+|voluntari\w+|terapeuta\w*|medic\w+|"
    r"consejer\w+|persona|humano|especialista\w*|colega|alguien) (?:@ ){0,3}te (?:va a |van a "
    r")?(?:llamar\w*|contactar\w*|escribir\w*|atendera|buscara|visitara|devolvera)(?: {w2})",
    r"(?:espera|esperá|espere|aguarda|atiende|estate atent\w+ a|queda atent\w+ a|esta atent\w+ a|contesta|"
    r"recibiras|vas a recibir) (?:mi|nuestra|una|la|un) (?:llamada|mensaje|visita) ?(?:{w2})",
    r"alguien (?:te|se) (?:va a |pondra |comunicara )?(?:llamar\w*|contactar\w*|en contacto|contigo|"
    r"escribira|visitara)(?: {w2})",
    r"(?:hare|voy a hacer|dare|doy|hago) (?:un )?seguimiento (?:de tu|a tu|contigo|diario|manana|de como|"
    r"yo|personal|por telefono)(?: {w2})",
    r"(?:en|dentro de) (?:@ ){1,2}(?:minutos|horas|dias|rato) (?:te|vuelvo|regreso|estoy de vuelta|me "
    r"comunico|retomo)(?: {w3})",
    r"(?:quedamos|quedemos|nos hablamos|nos llamamos|te espero|tenemos cita|te agendo|te doy (?:un "
    r")?turno|te anoto|hablamos por telefono|nos vemos) (?:@ )?(?:manana|el (?:lunes|martes|miercoles|"
    r"jueves|viernes)|a las|para|por telefono|por videollamada|en persona|una cita)(?: {w2})",
    r"(?:dame|pasame|dejame|deja|envíame|enviame|mandame) tu (?:numero|telefono|celular|whatsapp|"
    r"direccion|movil) (?:@ )?(?:y|para|te|asi)(?: {w3})",
)

CALL_BACK: Final = Rule(
    "call_back",
    _CALL_BACK,
    unless=(
        r"(?:no|ni|nunca|tampoco|si|cuando|aunque no) (?:@[ ]){0,2}",
        r"(?:dile|decile|di|escribe|mandale|enviale|escribile|escribele|preguntale|pidele|pedile) {w6}",
        r"(?:linea|telefono|numero|servicio|alli|ahi|llamas|marcas|que|quien|atiende) (?:@ ){0,3}",
    ),
)
