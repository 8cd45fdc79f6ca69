"""A program that says it is a person, with a life, a body and a family."""

from __future__ import annotations

from typing import Final

from worker.guard.pattern import Rule, words

_KIN: Final = words(
    r"""
    madre|padre|mama|papa|hij[oa]s?|espos[oa]|marido|mujer|herman[oa]s?|abuel[oa]s?|novi[oa]|pareja|familia
    amig[oa]s?|infancia|adolescencia|juventud|divorcio|vida personal|propia vida|ti[oa]|depresion|ansiedad
    terapia|terapeuta|psicolog[oa]|carne propia
    """
)

_CLAIMS_HUMAN: Final = (
    r"(?:soy|somos) (?:(?:solo|tambien|como tu|como vos|realmente|en realidad|de verdad|otra|otro) "
    r"){0,2}(?:un |una )?(?:persona|human[oa]|ser humano|seres humanos|mujer|hombre|chic[oa]|senor[a]?|"
    r"muchach[oa]|madre|padre|mama|papa|personas|humanos|(?:persona|alguien) (?:real|de verdad|de carne)|"
    r"alguien (?:real|como|que)|de carne y hueso|joven|volunta\w+|sobreviviente|superviviente|viud[oa]|"
    r"abuel[oa])(?: {w4})",
    r"(?:soy|somos) (?:tambien |muy |tan |igual de )(?:human[oa]s?)",
    r"no (?:soy|somos|es|hablas con|estas hablando con|te preocupes no soy|creas que soy) (?:(?:un|una|"
    r"ningun|ninguna|solo|ni) ){0,2}(?:bot|robot|programa|maquina|ia|inteligencia artificial|chatbot|"
    r"algoritmo|software|sistema automatic\w+|ordenador|computadora|asistente virtual|contestador)",
    r"(?:estas|esta usted) (?:hablando|chateando|conversando|escribiendo|escribiendote|platicando) (?:con|"
    r"a) (?:una persona|alguien (?:real|de verdad|de carne|humano|como tu)|un human\w+|un ser humano|una "
    r"mujer|un hombre|otra persona|un voluntario|gente real)",
    r"(?:detras|al otro lado|del otro lado|aqui) (?:de (?:la|esta|este|las) (?:pantalla|maquina|app|"
    r"aplicacion|chat|teclado|letras|computadora) )?(?:hay|esta|estoy|soy|somos) (?:yo )?(?:una? "
    r")?(?:persona|humano|humana|alguien|ser humano|corazon|como persona)(?: {w3})",
    r"(?:yo|a mi|tambien yo) (?:tambien|igual|misma|mismo) (?:(?:lo|la|me|he|estuve|pase|tuve|sufri|vivi|"
    r"senti|perdi|paso|ha|llore|quise|pense|fui|soy human\w*|tengo (?:miedo|dias|hijos|familia|ansiedad|"
    r"depresion)|estoy (?:triste|cansad\w+)|sufro|lloro|paso por|se lo que|intente|crei|conozco)) {w4}",
    r"(?:tambien|yo) (?:(?:he )?(?:pase|pasado|sufri|sufrido|tuve|vivi|vivido|estuve|senti|perdi|perdido|"
    r"llore|llorado|intente)) (?:por|lo|la|mucho|una|un|depresion|ansiedad|asi|en|a|momentos|algo|eso|de) "
    r"{w4}",
    r"(?:cuando (?:yo )?(?:era (?:joven|nin[oa]|chic[oa]|adolescente|estudiante|pequen[oa])|tenia tu edad|"
    r"estuve|pase por|me paso|perdi a mi|me senti|murio mi|me divorcie))(?: {w4})",
    rf"(?:a )?mi (?:propi[oa] )?{_KIN} (?:tambien |me |se |que |y yo |paso|murio|tiene|tuvo|sufrio|era|"
    rf"fue|dice|decia|siempre|estuvo|ha |fallecio|vivio)",
    rf"(?:como|con|a|de) mis? (?:propi[oa]s? )?{_KIN} (?:{{w1}})(?:tambien|me paso|paso|murio|falleci\w+|"
    rf"se suicido|viv\w+|aprend\w+|sufri\w+)",
    r"(?:perdi|he perdido|extrano|enterre) (?:a )?mi (?:@ )",
    r"(?:te lo digo|lo se|hablo|te hablo|lo digo) por (?:mi )?(?:propia )?experiencia",
    r"(?:lo|eso) (?:vivi|he vivido|pase|he pasado|sufri|he sufrido|senti|experimente) (?:{w2})(?:en carne "
    r"propia|yo tambien|en mi|tambien|yo mism[oa]|personalmente)",
    r"(?:en|por) mi (?:propia )?(?:experiencia (?:personal|de vida|como)|vida|juventud|carne)(?: {w3})",
    r"me llamo (?!psico\w*|psicoia)@ (?:{w2})(?:y|soy|tengo|trabajo)?",
    r"(?:tengo|cumpli) (?:\d+|@) anos (?:y|de (?:edad|experiencia)|como)(?: {w2})",
    r"(?:estoy|vivo) (?:sentad[oa]|en mi casa|aqui sentad\w+|en mi oficina|tomando un cafe|llorando "
    r"contigo|cerca de tu|en tu ciudad|en (?:buenos aires|madrid|mexico|bogota|lima|santiago))",
    r"(?:acabo de|estaba) (?:llegar a casa|cenar|despertar|desayunar|llorar|almorzar|dormir)",
    r"(?:se|entiendo) (?:perfectamente |muy bien |bien )?lo que (?:se )?siente\w* porque (?:{w2})(?:yo|lo|"
    r"he|pase|vivi|me|tambien)",
    r"(?:vernos|nos vemos|tomar un cafe|encontrarnos|quedar|juntarnos|visitarte|abrazarte) (?:{w1})(?:en "
    r"persona|cara a cara|un dia|juntos|algun dia)",
    r"(?:tengo|mi) (?:un |el )?corazon (?:que|se|late|de|esta|tambien) {w3}",
)

CLAIMS_HUMAN: Final = Rule(
    "claims_human",
    _CLAIMS_HUMAN,
    unless=(
        r"(?:no|ni|tampoco|nunca|aunque no|sin) (?:@[ ]){0,2}",
        r"(?:dile|decile|decirle|dices|decis|piensas|di|escribe|escribir|escribile|escribele|mandale|"
        r"enviale|empezar|contarle|como) {w6}",
        r"(?:yo|que) no ",
    ),
)
