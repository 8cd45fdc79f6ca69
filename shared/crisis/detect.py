"""From a message to a level. Pure, deterministic, never raises; see SAFETY policy in docs/safety.md.

The order of reading, sentence by sentence:

1. what is said in a figure of speech or denied is blanked out;
2. every rule is tried on what is left; the gravest level found wins;
3. danger told as over, or of a person in a story, is set aside;
4. with no danger left: denied or past, informational, distress or none.
"""

from __future__ import annotations

from shared.crisis import contexts
from shared.crisis.figures import FIGURES
from shared.crisis.levels import Assessment, Level
from shared.crisis.normal import fold, units
from shared.crisis.rules import RULES
from shared.crisis.words import Rule

MAX_READ = 6000
"""Characters of different sentences with a word of danger that are read. With more, the message counts as
`ideation`: it is longer than any message that will be accepted, and time must stay bounded."""

FAILED = Assessment(Level.IDEATION, ("detector_failed",))
"""What a failure inside the detector counts as: silence would be the dangerous mistake."""

_NEVER_OVER = frozenset({"imminent.act_done", "imminent.at_the_place", "imminent.means", "imminent.goodbye"})
"""Rules about this very hour: no talk of the past disarms them."""

_BLANK = " § "

# First letters, in the folded spelling, of the words without which no rule matches. Cheap to look for, and most
# sentences have none of them.
_GATE_WORDS = (
    "mata mate mato muer mori mora muri suic ahor colg cuel vivi viva vida exis desa desp desv desn "
    "desc dorm nace naci muert cort corte raj taj naja nava cute hoja hoji vidr filo auto dano lasti "
    "hago hice hac hacer quem quit tira tire tiro avie aven arro lanz bota salt past pild tabl bliss "
    "blis fras vene rati clor lavan sogas soga cuer pist arma revo cuch carta cart nota despe adio "
    "chau perd regal done cuid ulti hoy mana azot corn puen vias bara prec abis acan pega peg golp "
    "paliz cach pate viol abus toca toco mano aman amen ame amenz mied terr malt acos host chan "
    "encie ence morad levan puso sang tome trag bebi mejo carg esto estorb sobr nadi irme borr rend "
    "apag cielo ciel cans hart acab term fin fina plan deci dosis dosi gas nudo hern heri aran rasg "
    "rasc arra vomi cast mere marc mar cica puls mang gana lleg vuel volv perdi parad para senta "
    "asom tenta suen imag imagi balc vent dina dej deja ojala atro cayer obli fuer forz sexo nude "
    "foto paso secre perse sigue mald ultim elijo elegi pus puse fech haga hace hizo hic bofe trom "
    "pina madr putiz corre escon cinto cable jalo arm mach escup empu ahog asfi estra dio caga chil "
    "morete ojo tien caer dejar falt ser conte junt lean leas zurr surt saco saca reve sufr victi "
    "reac resp inco pele mor due morf veran sign segu mete meti peta palm alivi salid sent valgo "
    "vale merec just razon sirv daria des fija horc tum sueno paz "
)
_GATE = frozenset(fold(word)[:3] for word in _GATE_WORDS.split())


def assess(text: str) -> Assessment:
    """Return how much danger `text` tells of, and the rules that say so. Never raises."""
    try:
        return _assess(text)
    # Whatever breaks in here, a person may be in danger: the caller must get an answer.
    except Exception:  # noqa: BLE001
        return FAILED


def _assess(text: str) -> Assessment:
    sentences = list(dict.fromkeys(units(text)))
    found: dict[str, Level] = {}
    read = 0
    for index, sentence in enumerate(sentences):
        if not _may_matter(sentence):
            continue
        read += len(sentence)
        if read > MAX_READ:
            found["too_much_to_read"] = Level.IDEATION
            break
        following = sentences[index + 1] if index + 1 < len(sentences) else ""
        found.update(_read(sentence, following))
    if not found:
        found = _harmless([FIGURES.sub(_BLANK, each) for each in sentences])
    level = max(found.values(), key=lambda level: level.rank, default=Level.NONE)
    return Assessment(level, tuple(name for name, its in found.items() if its is level))


def _may_matter(sentence: str) -> bool:
    return not _GATE.isdisjoint(word[:3] for word in sentence.split())


def _read(sentence: str, following: str) -> dict[str, Level]:
    """Return what one sentence says, danger and disarmed danger alike."""
    disarmed: dict[str, Level] = {}
    bare = FIGURES.sub(_BLANK, sentence)
    if contexts.DENIALS.search(bare):
        bare = contexts.DENIALS.sub(_BLANK, bare)
        disarmed["past.denied"] = Level.PAST
    hits = [rule for rule in RULES if rule.pattern.search(bare)]
    if not hits:
        return disarmed
    if _is_over(bare, following) and _NEVER_OVER.isdisjoint(rule.id for rule in hits):
        return {"past.outgrown": Level.PAST}
    hits = [rule for rule in hits if not _is_a_story(rule, bare)]
    if not hits:
        return {"informational.story": Level.INFORMATIONAL}
    return _about(hits)


def _about(hits: list[Rule]) -> dict[str, Level]:
    return {rule.id: rule.level for rule in hits}


def _is_over(sentence: str, following: str) -> bool:
    near = f"{sentence} {following}"
    if not contexts.PAST.search(sentence) or not contexts.RECOVERED.search(near):
        return False
    return not contexts.RELAPSE.search(near)


def _is_a_story(rule: Rule, sentence: str) -> bool:
    return rule.level is Level.THIRD_PARTY and bool(contexts.FICTION.search(sentence))


def _harmless(sentences: list[str]) -> dict[str, Level]:
    if any(contexts.INFORMATIONAL.search(each) and contexts.RISK_TOPIC.search(each) for each in sentences):
        return {"informational.topic": Level.INFORMATIONAL}
    if any(contexts.DISTRESS.search(each) for each in sentences):
        return {"distress.feeling": Level.DISTRESS}
    return {}
