"""worker/speech.py: what is said in one turn besides the model's words."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import pytest

import worker.speech as speech_module
from shared.crisis import Assessment, Level
from shared.ids import Fence, MessageId, TraceId
from shared.protocol import LoggedReply, LoggedUser
from shared.store.turn import Turn
from tests.support.turns import sid_of
from worker.speech import SECOND_OPINION, Speech

SAFE = "Gracias por contarlo. Te leo con calma."
DANGERS = [level for level in Level if level.crisis]
ORDINARY = [level for level in Level if not level.crisis]
Hear = Callable[[Level], None]


@pytest.fixture
def hear(monkeypatch: pytest.MonkeyPatch) -> Hear:
    """Decide what the detector hears in the person's words."""

    def decide(level: Level) -> None:
        monkeypatch.setattr(speech_module, "assess", lambda text: Assessment(level, ("rule.one",)))

    decide(Level.NONE)
    return decide


def speech(text: str = "hola", default: str = "", **about: Any) -> Speech:
    """Return the speech of the second turn of a talk."""
    place: dict[str, Any] = {"country": "ES", "risk": Level.NONE, "was": Level.NONE, "since": 0, **about}
    spoken = (
        LoggedUser(MessageId("m1"), "buenas"),
        LoggedReply(MessageId("m1"), TraceId("Usuario-17:m1"), 1, "Cuéntame.", "llm"),
    )
    country = place.pop("country")
    question = LoggedUser(MessageId("m2"), text)
    return Speech(
        Turn(sid_of("ana"), Fence("w1.n.1"), 2, 1, 0, 0, 17, country, False, question, spoken, None, **place),
        default,
    )


@pytest.mark.parametrize("words", list(Level))
@pytest.mark.parametrize("risk", [Level.NONE, *DANGERS])
def test_the_graver_of_memory_and_words_counts(hear: Hear, words: Level, risk: Level) -> None:
    """A calm message in a session at risk is still in it; graver words are heard at once."""
    hear(words)
    said = speech(risk=risk)
    assert said.level.rank == max(words.rank, risk.rank)
    assert said.raised is None, "the edge has stored what the words told"


@pytest.mark.parametrize("opinion", list(Level))
@pytest.mark.parametrize("risk", [Level.NONE, *DANGERS])
def test_a_second_opinion_raises_and_never_lowers(hear: Hear, opinion: Level, risk: Level) -> None:
    """Only a graver danger counts; then it joins the memory under a rule id of its own."""
    said = speech(risk=risk)
    said.second_opinion(opinion)
    if opinion.crisis and opinion.rank > risk.rank:
        assert said.level is opinion
        assert said.raised == Assessment(opinion, (SECOND_OPINION,))
    else:
        assert (said.level, said.raised) == (risk, None)


@pytest.mark.parametrize(
    ("told", "text", "default", "country"),
    [
        ("UY", "vivo en México", "AR", "UY"),
        (None, "vivo en México", "AR", "MX"),
        (None, "hola", "AR", "AR"),
        (None, "hola", "", None),
    ],
)
def test_the_country_is_the_nearest_known(
    hear: Hear, told: str | None, text: str, default: str, country: str | None
) -> None:
    """What the client said, then the person's words, then DEFAULT_COUNTRY; else none, so no number."""
    assert speech(text, default, country=told).country == country


@pytest.mark.parametrize("level", DANGERS)
@pytest.mark.parametrize("what", ["template", "offline", "fallback"])
def test_while_risk_is_up_all_that_is_said_carries_a_number(hear: Hear, level: Level, what: str) -> None:
    """Of the country; where the country is unknown, none."""
    assert any(number in getattr(speech(risk=level), what)() for number in ("112", "024", "016"))
    nowhere = getattr(speech(risk=level, country=None), what)()
    assert not any(char.isdigit() for char in nowhere)


@pytest.mark.parametrize("level", ORDINARY)
@pytest.mark.parametrize("what", ["template", "offline", "fallback"])
def test_without_risk_there_is_always_something_to_say(hear: Hear, level: Level, what: str) -> None:
    """A refused reply in a calm talk is replaced by the companion's, which speaks of no emergency."""
    hear(level)
    text = getattr(speech(), what)()
    assert text.strip()
    assert "112" not in text or level is Level.INFORMATIONAL


@pytest.mark.parametrize("name", ["offline_reply", "fallback_reply", "template_reply", "complete"])
@pytest.mark.parametrize(("since", "again"), [(0, False), (1, True), (2, False)])
def test_all_are_told_the_same_about_the_turn(
    hear: Hear, monkeypatch: pytest.MonkeyPatch, name: str, since: int, again: bool
) -> None:
    """Number, what both said before, country, and whether the risk began with an earlier message."""
    told: dict[str, Any] = {}

    def spy(*words: Any, **about: Any) -> str:
        told.update(about)
        return "dicho"

    monkeypatch.setattr(speech_module, name, spy)
    said = speech(risk=Level.IDEATION, was=Level.VICTIM, since=since)
    says: dict[str, Callable[[], str]] = {
        "offline_reply": said.offline,
        "fallback_reply": said.fallback,
        "template_reply": said.template,
        "complete": lambda: said.completed(SAFE),
    }
    assert says[name]() == "dicho"
    about = {"turn": 2, "previous": ["Cuéntame."], "earlier": ["buenas"], "country": "ES", "again": again}
    assert {key: told[key] for key in about} == about
    if "was" in told:
        assert told["was"] is Level.VICTIM


@pytest.mark.parametrize("level", [level for level in DANGERS if level is not Level.IMMINENT])
def test_a_completed_reply_keeps_the_models_words(hear: Hear, level: Level) -> None:
    """Only something is added behind them."""
    completed = speech(risk=level).completed(SAFE)
    assert completed.startswith(SAFE)
    assert len(completed) > len(SAFE)


def test_nothing_is_added_to_a_reply_without_risk(hear: Hear) -> None:
    """An ordinary reply is the model's alone."""
    assert speech().completed(SAFE) == SAFE
    assert speech().closing(SAFE) == ""


def test_facts_end_with_a_line_of_help(hear: Hear) -> None:
    """Information is given, and behind it where to turn; never behind an empty reply."""
    hear(Level.INFORMATIONAL)
    assert speech().closing(SAFE).strip()
    assert speech().closing(" ") == ""


def test_a_risk_that_is_up_has_no_closing_line(hear: Hear) -> None:
    """What its level demands is added instead."""
    assert speech(risk=Level.IDEATION).closing(SAFE) == ""
