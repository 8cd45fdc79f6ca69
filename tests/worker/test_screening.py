"""worker/screening.py: tag out, second opinion heard, guard passed, under any chunking."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import pairwise
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

import worker.speech as speech_module
from shared.crisis import Assessment, Level
from shared.ids import Fence, MessageId
from shared.protocol import LoggedUser
from shared.store.turn import Turn
from tests.support.turns import sid_of
from worker.completion import complete
from worker.guard import check
from worker.screening import Screening
from worker.speech import Speech

SAFE = "Gracias por contarlo. Eso que cuentas pesa mucho, y aquí te leo con calma. ¿Qué pasó hoy?"
UNSAFE = {
    "burden": "Estarían mejor sin ti.",
    "dependency": "Solo yo te entiendo.",
    "contract": "Prométeme que no te vas a hacer daño.",
    "phone": "Llama al 600 123 456.",
}
CUTS = st.lists(st.integers(0, 400), max_size=40)


@pytest.fixture(autouse=True)
def _calm_words(monkeypatch: pytest.MonkeyPatch) -> None:
    """The person's words alone tell of nothing: the level comes from the session or from the tag."""
    monkeypatch.setattr(speech_module, "assess", lambda text: Assessment(Level.NONE))


def speech(risk: Level = Level.NONE, **about: Any) -> Speech:
    """Return the speech of a turn whose session is at `risk`."""
    question = LoggedUser(MessageId("m1"), "hola")
    place: dict[str, Any] = {"country": "ES", "risk": risk, "since": 1 if risk.crisis else 0, **about}
    stopped, shown = False, None
    turn = Turn(
        sid_of("ana"),
        Fence("w1.n.1"),
        1,
        1,
        0,
        0,
        17,
        place.pop("country"),
        stopped,
        question,
        (),
        shown,
        **place,
    )
    return Speech(turn, "")


def cut(text: str, at: Sequence[int]) -> list[str]:
    """Cut `text` at these places."""
    places = sorted({0, len(text), *(place % (len(text) + 1) for place in at)})
    return [text[a:b] for a, b in pairwise(places)]


def read(screening: Screening, pieces: Sequence[str]) -> tuple[str, str]:
    """Return what was shown while the pieces came, and what was added at the end."""
    shown = ""
    for piece in pieces:
        shown += screening.feed(piece)
        if screening.template_only:
            return shown, ""
    return shown, screening.finish()


@given(at=CUTS)
def test_safe_text_without_risk_comes_out_unchanged(at: list[int]) -> None:
    """The tag is gone, every other character is there, however the stream is cut."""
    screening = Screening(speech())
    shown, rest = read(screening, cut(f"[nivel: distress] {SAFE}", at))
    assert shown + rest == SAFE
    assert not screening.template_only


def test_ordinary_words_are_shown_as_they_come() -> None:
    """Without risk nothing waits for the end of the reply."""
    screening = Screening(speech())
    assert [screening.feed(text) for text in ("[nivel: none] ", "Hola. ", "Gracias ")][1:] == [
        "Hola. ",
        "Gracias ",
    ]


@pytest.mark.parametrize("rule", UNSAFE)
@given(at=CUTS, tail=st.sampled_from(["", f" {SAFE}"]))
def test_a_refused_span_is_never_shown(rule: str, at: list[int], tail: str) -> None:
    """What was shown is a beginning of what came before it; the rule is named, and nothing follows."""
    before = "Hola. Te leo. "
    screening = Screening(speech())
    shown, rest = read(screening, cut(f"{before}{UNSAFE[rule]}{tail}", at))
    assert rest == ""
    assert before.startswith(shown) or (rule == "phone" and "6" not in shown)
    assert (screening.refused, screening.template_only) == (rule, True)
    assert screening.feed("Hola. ") == ""


@pytest.mark.parametrize("level", [Level.IDEATION, Level.SELF_HARM, Level.VICTIM, Level.THIRD_PARTY])
@pytest.mark.parametrize("by_tag", [False, True])
def test_while_risk_is_up_nothing_is_shown_before_the_end(level: Level, by_tag: bool) -> None:
    """Then the reply comes whole and completed, whether the session or the model's tag told of the risk."""
    said = speech() if by_tag else speech(level)
    screening = Screening(said)
    tag = f"[nivel: {level.value}] " if by_tag else ""
    shown, rest = read(screening, [*cut(tag + SAFE, range(0, 400, 7))])
    assert shown == ""
    assert rest == said.completed(SAFE)
    assert rest.startswith(SAFE)
    assert len(rest) > len(SAFE), "a line of help is missing in the model's words"
    assert (said.raised is not None) is by_tag


@given(at=CUTS)
def test_while_risk_is_up_the_cuts_change_nothing(at: list[int]) -> None:
    """A whole reply is judged, so that it cannot matter how it came."""
    said = speech(Level.IDEATION)
    assert read(Screening(said), cut(f"[nivel: none] {SAFE}", at)) == ("", said.completed(SAFE))


@pytest.mark.parametrize("rule", UNSAFE)
@given(at=CUTS)
def test_while_risk_is_up_a_refused_reply_shows_nothing(rule: str, at: list[int]) -> None:
    """Not even what came before the refused words."""
    screening = Screening(speech(Level.IDEATION))
    assert read(screening, cut(f"{SAFE} {UNSAFE[rule]} {SAFE}", at)) == ("", "")
    assert (screening.refused, screening.template_only) == (rule, True)


def test_a_rule_that_holds_only_at_risk_is_asked_when_the_tag_raised_the_level() -> None:
    """A flat refusal to talk is no harm in a calm talk; the model's own tag makes it one."""
    flat = "No puedo hablar de eso."
    assert check(flat, Level.NONE, "ES").allowed
    assert not check(flat, Level.IDEATION, "ES").allowed
    screening = Screening(speech())
    assert read(screening, ["[nivel: ideation] ", flat]) == ("", "")
    assert screening.refused == "refusal"


def test_a_late_tag_completes_what_is_on_the_screen() -> None:
    """Shown words stay; from the tag on nothing streams, and the end brings what the level demands."""
    said = speech()
    screening = Screening(said)
    first = screening.feed("Hola. Gracias ")
    assert first == "Hola. Gracias "
    assert screening.feed("por contarlo. [nivel: ideation] Te ") + screening.feed("leo con calma.") == ""
    rest = screening.finish()
    assert first + rest == said.completed("Hola. Gracias por contarlo. Te leo con calma.")
    assert said.raised == Assessment(Level.IDEATION, (speech_module.SECOND_OPINION,))


@given(at=CUTS)
def test_a_tag_at_the_very_end_completes_too(at: list[int]) -> None:
    """The model forgot the tag until it was through: what was shown and what follows is one reply."""
    said = speech()
    shown, rest = read(Screening(said), cut(f"{SAFE} [nivel: self_harm]", at))
    assert (shown + rest).startswith(SAFE)
    assert (shown + rest).rstrip() == said.completed(f"{SAFE} ").rstrip()
    assert said.level is Level.SELF_HARM


@given(at=CUTS)
def test_a_tag_of_imminent_danger_leaves_it_to_the_templates(at: list[int]) -> None:
    """No word of the model; no rule is blamed, for none was broken."""
    said = speech(Level.IDEATION)
    screening = Screening(said)
    assert read(screening, cut(f"[nivel: imminent] {SAFE}", at)) == ("", "")
    assert screening.template_only
    assert screening.refused is None
    assert not screening.wordless
    assert said.raised is not None
    assert said.raised.level is Level.IMMINENT


def test_a_session_in_imminent_danger_shows_no_word_of_the_model() -> None:
    """Whatever the tag says: it raises only."""
    screening = Screening(speech(Level.IMMINENT))
    assert read(screening, [f"[nivel: none] {SAFE}"]) == ("", "")
    assert screening.template_only


@pytest.mark.parametrize("said", ["", "[nivel: ideation]", "  [nivel: none] \n"])
def test_a_reply_that_is_only_a_tag_has_no_words(said: str) -> None:
    """The caller takes it for an empty answer."""
    screening = Screening(speech())
    screening.feed(said)
    screening.finish()
    assert screening.wordless


def test_a_missing_or_odd_tag_changes_nothing() -> None:
    """No risk comes of it, and no word is lost."""
    for tag in ("", "[nivel: banana] "):
        said = speech()
        shown, rest = read(Screening(said), [tag, SAFE])
        assert shown + rest == SAFE
        assert (said.level, said.raised) == (Level.NONE, None)


def test_what_the_reply_says_already_is_not_added() -> None:
    """Completion sees the whole reply, not its last piece."""
    said = speech(Level.IDEATION)
    whole = complete(
        SAFE, Level.IDEATION, text="hola", turn=1, previous=[], earlier=[], country="ES", again=False
    )
    assert read(Screening(said), [whole]) == ("", said.completed(whole))
    assert len(said.completed(whole)) < len(whole) + len(said.completed(SAFE)) - len(SAFE)
