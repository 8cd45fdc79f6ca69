"""Pacts: asking for a promise not to do it."""

from __future__ import annotations

from typing import Final

from worker.guard.contexts import NOT_FAR
from worker.guard.pattern import Rule

_CONTRACT: Final = (
    r"(?:promete|prometé|prometeme|prometemelo|prometame|prometanme|juramelo|jurame|jureme|prometenos|"
    r"juralo|promete que no|prometa que no|jura que no|jura por)",
    r"(?:me|nos) (?:lo )?(?:prometes|promete usted|juras|aseguras|garantizas|das tu palabra|da su palabra|"
    r"puedes prometer|podes prometer|podrias prometer|vas a prometer|tienes que prometer|tenes que "
    r"prometer|puede prometer|firmas|promete que|jura que)",
    r"(?:puedes|podes|podrias|vas a|tienes que|tenes que|debes|deberias|quieres|te animas a|serias capaz "
    r"de|necesito|puede|tiene que|te comprometes a|te pido) (?:prometer|jurar|asegurar|garantizar)(?:me|"
    r"nos|melo)",
    r"(?:que me|que nos) (?:lo )?(?:prometas|prometa|jures|jure|asegures|garantices|des tu palabra|de su "
    r"palabra|firmes)",
    r"(?:dame|deme|me das|me da|das|quiero|necesito|empena) (?:tu|su) palabra(?: de)?",
    r"(?:hazme|haceme|hagame|me haces) (?:una|la|esta) promesa",
    r"(?:hagamos|hacemos|hacer|haz|haces|firmemos|firma|firmes|firmar|firme|establezcamos|te propongo|"
    r"propongo|sellemos|acordemos|cerremos|aceptas|acepta|cumple|tenemos|sellamos|quieres hacer|podemos "
    r"hacer) (?:conmigo )?(?:un|este|el|nuestro) (?:@ )?(?:pacto|contrato|compromiso|convenio)",
    r"(?:hagamos|hacemos|te propongo|tenemos|aceptas|cerremos|sellemos) un (?:trato|acuerdo) {w8}(?:no "
    r"(?:te|vas|hacer\w*|hacerlo|intent\w+)|dano|vivir|viv[oa]|nada malo|antes de|hasta manana|hasta que)",
    r"(?:comprometete|comprometase|te comprometes|me comprometo|se compromete|comprometerte|compromete) "
    r"{w3}(?:a no|a seguir con vida|a seguir viv[oa]|a mantenerte|a no hacer\w*|a vivir|a aguantar|a "
    r"esperar|a cuidar tu vida)",
    r"(?:acordemos|acordamos|quedamos en|quedemos en|quedamos) (?:en )?que (?:hoy |esta noche |tu |vos "
    r")?no (?:te|vas|haras|intentar\w+|lo)",
    r"(?:un |el )?(?:pacto|contrato|compromiso|acuerdo) (?:de no|de vida|de no hacerte dano|por tu vida|"
    r"de seguridad|de no suicid\w+)",
    r"(?:repite|repeti|repita|di|deci|escribe|escribi|firma) (?:conmigo|despues de mi|ahora|aqui)? "
    r"?(?:prometo|juro|me comprometo|no me (?:voy a |)(?:matar|hacer|hare))",
    r"asegurame (?:que|de que) (?:no|vas a estar|estaras|hoy no|esta noche)",
    r"(?:garantizame|confirmame|dime|decime|digame) que (?:no (?:te )?(?:vas|va|haras|hara|lo haras|"
    r"intentaras|haras nada|haces)|vas a seguir viv|seguiras viv\w+|esta noche no)",
)

CONTRACT: Final = Rule("contract", _CONTRACT, unless=(NOT_FAR, r"(?:no es|sin) {w4}"))
