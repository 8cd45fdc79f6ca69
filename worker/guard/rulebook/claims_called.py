"""Having called or sent somebody: the program can do neither."""

from __future__ import annotations

from typing import Final

from worker.guard.pattern import Rule, words

_SERVICES: Final = (
    r"(?:emergencias?|la policia|policia|una ambulancia|la ambulancia|ambulancia|ayuda|bomberos|urgencias|"
    r"un medico|una patrulla|los servicios|servicios|las autoridades|autoridades|tu (?:familia|madre|padre|"
    r"mama|papa|pareja|contacto|herman\w+|medic\w+|psicolog\w+|psiquiatra|terapeuta|amig\w+|escuela|"
    r"colegio|espos\w+)|tus (?:padres|papas|contactos|amigos|familiares)|alguien|un equipo|una unidad|"
    r"el equipo|un profesional|la linea|los bomberos|proteccion|el 911|911|el 112|112|el 024|samu|socorro|"
    r"asistencia|un familiar|un patrullero|la guardia|rescate|personal|el hospital|la ubicacion|"
    r"tu ubicacion|tus datos|un especialista)"
)

_ALERT: Final = words(
    r"""
    llamad[oa]|avisad[oa]|contactad[oa]|notificad[oa]|informad[oa]|alertad[oa]|enviad[oa]|mandad[oa]
    pedid[oa]|solicitad[oa]|dado aviso|compartid[oa]|reportad[oa]|transmitid[oa]|activad[oa]|hablado con
    dado parte|derivad[oa]|pasad[oa]
    """
)

_CLAIMS_CALLED: Final = (
    rf"(?:ya )?(?:esta|estan|fue|fueron|quedo|quedaron|han sido|ha sido) (?:ya )?(?:avisad\w+|"
    rf"notificad\w+|alertad\w+|informad\w+|llamad\w+|contactad\w+) {_SERVICES}",
    rf"{_SERVICES} (?:ya )?(?:esta|estan|fue|fueron|ha sido|han sido|quedo) (?:avisad\w+|notificad\w+|"
    rf"alertad\w+|informad\w+|al tanto|en camino)",
    rf"(?:ya )?(?:he|hemos|te he|lo he|les he|ya he) (?:ya )?{_ALERT} (?:{{w3}}){_SERVICES}",
    rf"(?:ya |acabo de |recien |yo )?(?:llamÉ|avisÉ|contactÉ|notifiquÉ|informÉ|alertÉ|enviÉ|mandÉ|pedÍ|"
    rf"solicitÉ|reportÉ|activÉ|compartÍ|dÍ aviso) (?:@ )?(?:{{w1}})(?:a |al |por |con |en |de "
    rf")?{_SERVICES}",
    rf"(?:ya|yo|yo ya|recien|ahora mismo) (?:llame|avise|contacte|notifique|informe|alerte|envie|mande|"
    rf"pedi|solicite|reporte|active|comparti|hable con|le avise|les avise|di aviso) (?:{{w2}}){_SERVICES}",
    rf"(?:acabo de|acabamos de|estoy|estamos|voy a|vamos a|procedo a|puedo|podemos|me encargo de|dejame|"
    rf"dejeme|yo voy a|ahora mismo voy a) (?:ya |mismo )?(?:llam(?:ar|ando)|avis(?:ar|ando)|contact(?:ar|"
    rf"ando)|notific(?:ar|ando)|inform(?:ar|ando)|alert(?:ar|ando)|envi(?:ar|ando)|mand(?:ar|ando)|"
    rf"ped(?:ir)|pidiendo|solicit(?:ar|ando)|report(?:ar|ando)|activ(?:ar|ando)|marc(?:ar|ando)|"
    rf"transferir|comunicar)(?:les?|los?|te|la|me con)? (?:{{w3}}){_SERVICES}",
    rf"(?:llamaremos|avisaremos|contactaremos|llamarE|llamare|avisare|contactare|enviare|mandare|"
    rf"notificare|alertare|informare|pedire) (?:{{w2}}){_SERVICES}",
    r"(?:ya )?(?:llame|avise|he llamado|he avisado|voy a llamar|llamo|llamare|estoy llamando) (?:yo "
    r")?(?:@ ){0,4}por (?:ti|vos|usted) (?:y|,|ya)?",
    r"(?:la |una |el |ya |los |tu )*(?:ambulancia|policia|ayuda|patrulla|unidad|equipo|asistencia|"
    r"bomberos|rescate|paramedicos|patrullero|movil|personal|alguien|socorro) (?:ya )?(?:va|van|esta|"
    r"estan|viene|vienen|llegara|llegaran|llega|salio|fue enviad[oa]|ha sido enviad[oa]|sera "
    r"enviad[oa])(?: (?:yendo|en camino|para alla|de camino|llegando|hacia|a tu|en @ minutos|en minutos|a "
    r"buscarte|pronto|por ti|al lugar|ya|saliendo|avisad[oa]|notificad[oa]|por llegar))",
    r"(?:ya )?(?:van|va|vienen|viene|estan|salieron) (?:en camino|de camino|para alla|hacia (?:alla|tu|"
    r"ti)|a buscarte|por ti|a tu (?:casa|domicilio|ubicacion))",
    r"te (?:mando|envio|mande|envie|enviare|mandare|voy a mandar|voy a enviar|estoy enviando|estoy "
    r"mandando|pido|consegui|pedi) (?:ya |ahora mismo |yo )?(?:una |la |a la |un |el )?(?:ambulancia|"
    r"ayuda|policia|patrulla|medico|equipo|asistencia|movil|turno|cita|psicologo|taxi)",
    r"(?:he|hemos|ya) (?:dado|dimos|di) aviso",
    r"(?:tus datos|tu ubicacion|tu caso|tu mensaje|tu direccion|esta conversacion|tu informacion) (?:ya "
    r")?(?:fue|fueron|ha sido|han sido|esta|estan|sera|seran) (?:enviad\w+|compartid\w+|reportad\w+|"
    r"derivad\w+|notificad\w+|transmitid\w+|pasad\w+|informad\w+)",
    r"(?:tu|su) (?:@ )?(?:familia|madre|padre|mama|papa|psicolog[oa]|medico|pareja|terapeuta|contacto de "
    r"emergencia|colegio|escuela) ya (?:esta avisad\w|fue avisad\w|sabe|lo sabe|fue notificad\w|viene|va "
    r"en camino|fue informad\w)",
    r"(?:te (?:estoy|voy a|acabo de) (?:comunicar|comunicando|conectar|conectando|transferir|"
    r"transfiriendo|derivar|derivando|pasar|pasando|poner en contacto)|te (?:comunico|conecto|transfiero|"
    r"derivo|paso|pongo en contacto)) (?:ahora |ya |mismo )*(?:con|a) (?:@ ){0,3}",
    r"(?:les|le|ya les|ya le) (?:dije|conte|escribi|explique|hable|pase) (?:{w2})(?:a (?:la policia|"
    r"emergencias|tu|tus|un)|tu (?:ubicacion|direccion|situacion|caso)|lo que (?:te )?pasa|de ti|sobre ti)",
    r"hable (?:ya )?con (?:tu|emergencias|la policia|un (?:medico|psicolog\w+)|los medicos) (?:@ "
    r"){0,2}(?:y|,|hace|sobre|para|que|de)",
)

CLAIMS_CALLED: Final = Rule(
    "claims_called",
    _CLAIMS_CALLED,
    unless=(
        r"(?:no|ni|tampoco|nunca|jamas|aunque no|sin) (?:@[ ]){0,3}",
        r"(?:si|cuando|hasta que|hasta saber que|mientras|tu|usted|vos|si ya|que bueno que|que bien "
        r"que|despues de) (?:@[ ]){0,2}",
        r"(?:dices que|cuentas que|dijiste que|contas que|contaste que|pide que|pedi que) {w2}",
    ),
)
