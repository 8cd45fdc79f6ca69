"""A program that says it is a professional, with patients and a degree."""

from __future__ import annotations

from typing import Final

from worker.guard.pattern import Rule, words

_TRADE: Final = words(
    r"""
    psicolog[oa]s?|psicoanalista|psiquiatra|terapeuta|psicoterapeuta|medic[oa]|doctor[a]?|enfermer[oa]
    profesional|conseje[^ ,¿.?]+|orientador[a]?|trabajador[a]? social|especialista|expert[oa]|licenciad[oa]
    coach|tanatolog[oa]|sexolog[oa]|counselor|asistente social|abogad[oa]|paramedic[oa]|policia|clinic[oa]
    """
)

_CLAIMS_PROFESSIONAL: Final = (
    rf"(?:soy|me llamo|mi nombre es|te habla|te saluda|te escribe) (?!psicoia)(?:(?!un |una |no |y |"
    rf"programa |ia )@ ){{1,2}}(?:y soy |,)?(?:tu |su |la |el )?{_TRADE}(?: {{w3}})",
    r"(?:la|el) (?:doctora|doctor|licenciada|licenciado|psicologa|psicologo) @ (?:te|le) (?:habla|saluda|"
    r"escribe|atiende)",
    rf"(?:soy|siendo|somos|fui) (?:psico\w+ )?(?:(?:un|una|tu|su|el|la|tambien|ademas|otro|tanto|ya|"
    rf"realmente) )?(?:(?:verdader[oa]|autentic[oa]|buen[a]?|nuev[oa]|propi[oa]|gran) )?(?:profesional de "
    rf"|experto en |experta en )?(?:{_TRADE}|salud mental)(?: {{w3}})",
    r"(?:soy|estoy) (?:titulad[oa]|colegiad[oa]|graduad[oa]|certificad[oa]|diplomad[oa]|formad[oa] en|"
    r"especializad[oa] en|acreditad[oa]|cualificad[oa] para|capacitad[oa] (?:como|para diagnosticar)|"
    r"entrenad[oa] (?:como|clinicamente)|recibid[oa])(?: {w3})",
    rf"(?:como|en calidad de|en mi papel de|en mi rol de|habl\w+ como|desde mi (?:lugar|rol) de) (?:tu |"
    rf"su |un buen )?{_TRADE}(?! (?:o|u|ni) )(?: (?:te|le|que|puedo|se|creo|clinic\w+|he|mi|recomiendo|"
    rf"titulad\w+|de la salud|y|con|voy|quiero|tengo|me|opino) ?{{w1}}|[,])",
    rf"(?:como|por ser|siendo) (?:tu|su) {_TRADE}",
    r"(?:en|desde) mi (?:consulta|consultorio|clinica|practica (?:clinica|profesional|diaria)|experiencia "
    r"(?:clinica|profesional|como|con pacientes|medica|terapeutica)|trayectoria|carrera|profesion|opinion "
    r"(?:profesional|clinica|medica)|criterio (?:clinico|medico|profesional)|despacho|formacion "
    r"(?:clinica|profesional|como)|trabajo (?:como|con pacientes|clinico))",
    r"(?:mis|a mis|con mis|otros) (?:otros )?(?:pacientes|anos de (?:experiencia|practica|consulta)|"
    r"consultantes|colegas|anos como|estudios de|titulos)(?: {w2})",
    r"(?:estudie|me forme en|me gradue|me gradue de|me recibi|me titule|me especialice|hice un master|"
    r"hice la carrera|curse) {w2}(?:psicologia|medicina|psiquiatria|psicolog\w+|medic\w+|terapia|salud "
    r"mental|clinica|ansiedad|trauma|universidad|terapeuta)",
    r"(?:tengo|cuento con|poseo) (?:{w1})(?:titulo|formacion|licencia|matricula|cedula profesional|anos "
    r"de experiencia|master|maestria|doctorado|experiencia (?:clinica|profesional|tratando|como|"
    r"atendiendo|con pacientes)|cedula|pacientes|colegiatura|especialidad|diploma|un consultorio) "
    r"?(?:{w3})",
    rf"(?:trabajo|ejerzo|me desempeno|atiendo|he trabajado|llevo @ anos|actuo|funciono) (?:{{w2}})(?:como|"
    rf"de) (?:un |una |tu )?{_TRADE}",
    r"(?:he|hemos) (?:atendido|tratado|visto|ayudado|acompanado) (?:a |en )?(?:muchos|muchas|cientos|"
    r"miles|tantos|varios|otros|docenas|decenas|pacientes|consulta)(?: {w4})",
    r"(?:atiendo|trato|veo|recibo) (?:a )?(?:muchos |tantos |casos |varios |otros )?pacientes",
    r"(?:esta|nuestra|la proxima|en nuestra|tu) (?:sesion (?:de terapia|terapeutica|clinica|conmigo)|"
    r"terapia conmigo|consulta conmigo)",
    r"(?:soy yo )?quien te (?:esta )?(?:trata|tratando|atiende como|diagnostica)",
    r"(?:puedo|voy a) (?:ser|reemplazar a|hacer de|actuar como|servir como|sustituir a) (?:tu|un|una|a "
    r"tu) (?:@ )?(?:psicolog\w+|terapeuta|psiquiatra|medic\w+|doctor\w*|profesional)",
    r"(?:te|le) (?:hare|voy a hacer|estoy haciendo|hago) (?:una|un|la) (?:terapia|evaluacion (?:clinica|"
    r"psicologica)|psicoterapia|tratamiento|diagnostico)",
)

CLAIMS_PROFESSIONAL: Final = Rule(
    "claims_professional",
    _CLAIMS_PROFESSIONAL,
    unless=(
        r"(?:no|ni|tampoco|nunca|aunque no) (?:@[ ]){0,2}",
        r"(?:alguien|profesional|persona|personas|profesionales|gente|especialistas) ",
    ),
)
