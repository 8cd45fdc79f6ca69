"""Judges a dialogue as it was played against what is written of it."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Final

from tests.support.dialogue_player import Played, Transcript
from tests.support.dialogue_words import foreign_numbers_in, missing, numbers_in, plain
from tests.support.dialogues import Turn

MAX_TEMPLATE_WORDS: Final = 120
MAX_TEMPLATE_QUESTIONS: Final = 3
MAX_LINES_SHOWN: Final = 3
TAG: Final = re.compile(r"\b(?:nivel|level) ?[:=]|[\[<{(] ?(?:nivel|level)\b")
"""The model's machine tag, in plain text."""


def failures(transcript: Transcript) -> list[str]:
    """Return what did not go as written, turn by turn, with the words that were shown; empty when all did."""
    dialogue, told = transcript.dialogue, []
    for index, (turn, played) in enumerate(zip(dialogue.turns, transcript.played, strict=False)):
        earlier = transcript.played[:index]
        found = list(_turn_failures(turn, played, earlier, dialogue.country_at(index)))
        if found:
            told.append(_told(index + 1, turn, played, found))
    if transcript.broken:
        told.append(f"turn {len(transcript.played) + 1} was not answered: {transcript.broken}")
    return told


def _turn_failures(turn: Turn, played: Played, earlier: list[Played], country: str | None) -> Iterator[str]:
    yield from _delivery(turn, played)
    yield from _help(turn, played, country)
    reply = played.reply["text"]
    for wanted in turn.has:
        yield from (f"the reply lacks: {name}" for name in missing(wanted, reply, country))
    for text in played.shown:
        yield from (f"shown, and must not be: {each}" for each in turn.lacks if re.search(each, plain(text)))
        if TAG.search(plain(text)):
            yield "the model's tag was shown"
        if foreign := foreign_numbers_in(text, country):
            yield f"numbers that are not of {country}: {sorted(foreign)}"
    yield from _measure(played, country)
    yield from _repeated(turn, played, earlier)


def _delivery(turn: Turn, played: Played) -> Iterator[str]:
    """The deltas make up the reply; it comes from where it should; the model was asked what was said."""
    reply = played.reply
    if played.gaps:
        yield "a gap or a duplicate in the deltas, or an older attempt that came back"
    if played.of("delta") and played.built.get(reply["attempt"]) != reply["text"]:
        yield "the last attempt's deltas are not the reply"
    if not reply["text"].strip():
        yield "the reply is empty"
    if turn.source not in {reply["source"], "any"}:
        yield f"the source is {reply['source']}, not {turn.source}"
    if played.asked and turn.model is None and not turn.fails:
        yield "the model was asked"
    if any(words != turn.says for words in played.asked):
        yield "the model was asked something else"


def _help(turn: Turn, played: Played, country: str | None) -> Iterator[str]:
    """Help comes first, once, of the right level and country; or not at all."""
    shown = [frame["level"] for frame in played.of("resources")]
    wanted = [] if turn.level == "none" else [turn.level]
    if shown != wanted and turn.level != "any":
        yield f"resources: {shown}, not {wanted}"
    for frame in played.of("resources"):
        if played.frames[0] is not frame:
            yield "something came before the resources"
        if frame["country"] != country:
            yield f"resources of {frame['country']}, not {country}"
        if not frame["items"]:
            yield "resources without a line"
        if country is None and any(item.get("phone") for item in frame["items"]):
            yield "a phone number for an unknown country"


def _measure(played: Played, country: str | None) -> Iterator[str]:
    reply = played.reply["text"]
    if len(numbers_in(reply, country)) > MAX_LINES_SHOWN:
        yield f"more than {MAX_LINES_SHOWN} lines in the reply"
    if played.reply["source"] != "template":
        return
    if (words := len(reply.split())) > MAX_TEMPLATE_WORDS:
        yield f"a template of {words} words"
    if (questions := reply.count("?")) > MAX_TEMPLATE_QUESTIONS:
        yield f"a template with {questions} questions"


def _repeated(turn: Turn, played: Played, earlier: list[Played]) -> Iterator[str]:
    """What we wrote ourselves is never said twice; where the dialogue says so, neither is anything else."""
    if played.reply["source"] != "llm" or turn.new:
        said = {part for each in earlier for part in each.reply["text"].split("\n") if part.strip()}
        if said & set(played.reply["text"].split("\n")):
            yield "a paragraph of the reply was said before"
    helped = {frame["text"] for each in earlier for frame in each.of("resources")}
    if turn.new and helped & {frame["text"] for frame in played.of("resources")}:
        yield "the same help text again"


def _told(number: int, turn: Turn, played: Played, found: list[str]) -> str:
    reply = played.reply
    problems = "\n".join(f"    - {problem}" for problem in dict.fromkeys(found))
    begun = [text for attempt, text in played.built.items() if attempt != reply["attempt"]]
    before = "".join(f"\n    shown before: {text!r}" for text in begun)
    said = f"\n    reply ({reply['source']}): {reply['text']!r}"
    return f"turn {number}: {turn.says[:120]!r}\n{problems}{before}{said}"
