"""The offline companion: a small active-listening engine in Spanish. Pure and deterministic.

It answers when there is no model (`offline_reply`) and when the model failed (`fallback_reply`). A reply is
put together from slots (reflection, one small step, one open question...); each slot takes the wording that
was said longest ago in this session, so nothing is said twice. While risk is up the templates of the level
answer, with the country's numbers.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import Final

from shared.crisis.levels import Level
from shared.crisis.normal import plain
from shared.texts import companion as talk
from shared.texts import listening
from shared.texts.steps import ANY_STEP, PROFESSIONAL, STEPS
from worker.cues import cues_of
from worker.hearing import feeling_of, lasts, small_talk_of, topic_of
from worker.templates import closing_line, template_reply
from worker.wording import Chooser, Register, joined, register_of

__all__ = ["fallback_reply", "feeling_of", "offline_reply"]

_SMALL_TALK: Final = {
    "greeting": talk.GREETINGS,
    "identity": talk.IDENTITY,
    "goodbye": talk.GOODBYES,
    "thanks": talk.THANKS,
}


def offline_reply(
    text: str,
    *,
    turn: int,
    previous: Sequence[str],
    level: Level,
    country: str | None,
    again: bool = False,
    was: Level = Level.NONE,
    earlier: Sequence[str] = (),
) -> str:
    """Return the companion's answer to `text`: one paragraph of at most 120 words.

    `turn` counts the person's messages; `previous` holds the companion's earlier replies in this session,
    oldest first, `earlier` the person's words before `text`; `level` is the session's risk, `country` ISO
    3166-1 alpha-2 or None. `again` tells that risk was up in the turn before as well; `was` is a risk that
    was up earlier and has come down.
    """
    choose = Chooser(turn, previous, _register(text, previous, earlier))
    if level.crisis:
        asked = small_talk_of(text) == "identity"
        template = template_reply(
            level, text=text, turn=turn, previous=previous, country=country, again=again, earlier=earlier
        )
        return joined(choose.pick(talk.HONEST) if asked else "", template)
    closing = closing_line(
        level, text=text, turn=turn, previous=previous, country=country, was=was, earlier=earlier
    )
    if level is Level.INFORMATIONAL:
        return joined(choose.pick(talk.FACTS), choose.pick(talk.FACTS_SOURCES), closing)
    if level is Level.PAST:
        return joined(choose.pick(talk.PAST), closing or choose.pick(talk.PAST_QUESTIONS))
    if kind := small_talk_of(text):
        return joined(choose.pick(_SMALL_TALK[kind]), closing)
    return _listening(choose, plain(text), previous, closing)


def fallback_reply(
    text: str,
    *,
    turn: int,
    previous: Sequence[str],
    level: Level,
    country: str | None,
    again: bool = False,
    was: Level = Level.NONE,
    earlier: Sequence[str] = (),
) -> str:
    """Return what is said when the model could not answer: plain, warm, and with numbers when risk is up.

    Arguments as in :func:`offline_reply`.
    """
    choose = Chooser(turn, previous, _register(text, previous, earlier))
    if level.crisis:
        template = template_reply(
            level, text=text, turn=turn, previous=previous, country=country, again=again, earlier=earlier
        )
        return joined(choose.pick(talk.FALLBACKS_AT_RISK), template)
    closing = closing_line(
        level, text=text, turn=turn, previous=previous, country=country, was=was, earlier=earlier
    )
    invite = closing if was.crisis and closing else choose.pick(talk.FALLBACK_INVITES)
    facts = closing if level is Level.INFORMATIONAL else ""
    return joined(choose.pick(talk.FALLBACKS), invite, "" if facts == invite else facts)


def _register(text: str, previous: Sequence[str], earlier: Sequence[str]) -> Register:
    return register_of(text, previous, earlier=earlier, child=cues_of(text, earlier).child)


def _listening(choose: Chooser, said: str, previous: Sequence[str], closing: str) -> str:
    feeling = feeling_of(said)
    reflection = choose.pick(listening.REFLECTIONS[feeling], then=listening.FOLLOWING)
    question = choose.pick(listening.QUESTIONS[feeling], then=listening.OPEN_QUESTIONS)
    return joined(
        reflection, _about(choose, said, previous), _step(choose, said, feeling), closing or question
    )


def _about(choose: Chooser, said: str, previous: Sequence[str]) -> str:
    """Name the topic back, once: a person knows what they talk about."""
    topic = topic_of(said)
    if not topic or any(topic in reply.lower() for reply in previous):
        return ""
    return choose.pick(listening.TOPIC_LINES, topic=topic, topic_cap=topic[:1].upper() + topic[1:])


def _step(choose: Chooser, said: str, feeling: str) -> str:
    if lasts(said) and not choose.all_said(PROFESSIONAL):
        return choose.pick(PROFESSIONAL)
    return choose.pick(STEPS[feeling], then=ANY_STEP)
