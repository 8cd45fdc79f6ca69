"""From a message to a level. Pure, deterministic, never raises; see SAFETY policy in docs/safety.md.

The order of reading, sentence by sentence:

1. every rule that can match is tried; most sentences match none and are done;
2. figures of speech and denials are blanked out, and what matched must match what is left;
3. danger told as over, or of a person in a story, is set aside;
4. the gravest level found wins; with no danger left: denied or past, informational, distress or none.
"""

from __future__ import annotations

from typing import Final

from shared.crisis import contexts
from shared.crisis.figures import FIGURES
from shared.crisis.gate import KEY, index_of
from shared.crisis.levels import Assessment, Level
from shared.crisis.normal import units
from shared.crisis.rules import RULES
from shared.crisis.words import Rule

MAX_WORK = 150_000
"""Most characters times patterns that are read of one message. With more, it counts as `ideation`: it is many
times longer than any message that will be accepted, and time must stay bounded."""

MAX_FEELINGS = 60
"""Sentences looked at for a feeling or a question of facts when there is no danger."""

FAILED = Assessment(Level.IDEATION, ("detector_failed",))
"""What a failure inside the detector counts as: silence would be the dangerous mistake."""

_NEVER_OVER = frozenset({"imminent.act_done", "imminent.at_the_place", "imminent.means", "imminent.goodbye"})
"""Rules about this very hour: no talk of the past disarms them."""

_BLANK = " § "

# Every pattern with its rule; the index tells which of them a sentence calls for.
_PATTERNS: Final = tuple((pattern, rule) for rule in RULES for pattern in rule.patterns)
_WANTED, _ALWAYS = index_of(pattern.pattern for pattern, _ in _PATTERNS)


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
    work = 0
    for index, sentence in enumerate(sentences):
        called = _called(sentence)
        work += len(sentence) * called.bit_count()
        if work > MAX_WORK:
            found["too_much_to_read"] = Level.IDEATION
            break
        if hits := _hits(sentence, called):
            following = sentences[index + 1] if index + 1 < len(sentences) else ""
            found.update(_weigh(sentence, following, hits))
    if not found:
        found = _harmless(sentences)
    level = max(found.values(), key=lambda level: level.rank, default=Level.NONE)
    return Assessment(level, tuple(name for name, its in found.items() if its is level))


def _called(sentence: str) -> int:
    """Return the bit set of the patterns that can match."""
    called = _ALWAYS
    for word in sentence.split():
        called |= _WANTED.get(word[:KEY], 0)
    return called


def _hits(sentence: str, called: int) -> dict[int, Rule]:
    """Return the patterns (by position in `_PATTERNS`) that match, with their rules."""
    hits: dict[int, Rule] = {}
    while called:
        position = called.bit_length() - 1
        called ^= 1 << position
        pattern, rule = _PATTERNS[position]
        if pattern.search(sentence):
            hits[position] = rule
    return hits


def _weigh(sentence: str, following: str, hits: dict[int, Rule]) -> dict[str, Level]:
    """Return what a sentence with `hits` says once figures, denials, past and stories are set aside."""
    disarmed: dict[str, Level] = {}
    bare = FIGURES.sub(_BLANK, sentence)
    if contexts.DENIALS.search(bare):
        bare = contexts.DENIALS.sub(_BLANK, bare)
        disarmed["past.denied"] = Level.PAST
    left = {rule.id: rule for position, rule in hits.items() if _PATTERNS[position][0].search(bare)}
    if not left:
        return disarmed
    if _is_over(bare, following) and _NEVER_OVER.isdisjoint(left):
        return {"past.outgrown": Level.PAST}
    told = {name: rule.level for name, rule in left.items() if not _is_a_story(rule, bare)}
    return told or {"informational.story": Level.INFORMATIONAL}


def _is_over(sentence: str, following: str) -> bool:
    near = f"{sentence} {following}"
    if not contexts.PAST.search(sentence) or not contexts.RECOVERED.search(near):
        return False
    return not contexts.RELAPSE.search(near)


def _is_a_story(rule: Rule, sentence: str) -> bool:
    return rule.level is Level.THIRD_PARTY and bool(contexts.FICTION.search(sentence))


def _harmless(sentences: list[str]) -> dict[str, Level]:
    """Return what there is besides danger, from the most telling to nothing at all."""
    serious = [each for each in sentences if contexts.RISK_TOPIC.search(each)]
    if any(contexts.DENIALS.search(each) for each in serious):
        return {"past.denied": Level.PAST}
    if any(_is_over(each, "") for each in serious):
        return {"past.outgrown": Level.PAST}
    if any(contexts.INFORMATIONAL.search(each) for each in serious):
        return {"informational.topic": Level.INFORMATIONAL}
    if any(_feels(each) for each in sentences):
        return {"distress.feeling": Level.DISTRESS}
    return {}


def _feels(sentence: str) -> bool:
    # The figures are costly to look for: only where there is a feeling they could explain away.
    return bool(
        contexts.DISTRESS.search(sentence) and contexts.DISTRESS.search(FIGURES.sub(_BLANK, sentence))
    )
