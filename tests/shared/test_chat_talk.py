"""The terminal client's reading of frames."""

from __future__ import annotations

import itertools
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from shared.chat.talk import Done, Erased, Help, Ready, Said, Talk, Trouble, Words

WELCOME = {
    "type": "welcome",
    "session": "T",
    "resumed": False,
    "offset": "0-0",
    "disclaimer": "Soy un programa.",
}
ACK = {"type": "ack", "id": "a", "trace_id": "Usuario-1:m1", "offset": "5-0", "duplicate": False}
REPLY = {"type": "reply", "id": "a", "attempt": 1, "text": "hola", "offset": "6-0", "source": "llm"}


def delta(text: str, at: int = 0, attempt: int = 1, id: str = "a") -> dict[str, Any]:
    """A `delta` frame."""
    return {"type": "delta", "id": id, "attempt": attempt, "at": at, "text": text}


@pytest.fixture
def talk() -> Talk:
    """A fresh conversation with one message sent and acknowledged."""
    talk = Talk()
    talk.receive(WELCOME)
    talk.say("a", "buenas")
    talk.receive(ACK)
    return talk


def test_a_new_session_resumes_from_where_it_was_welcomed(talk: Talk) -> None:
    """Before any reply the resume point is the welcome's offset; an ack's never is."""
    assert talk.hello() == {"type": "hello", "session": "T", "since": "0-0"}


def test_the_last_reply_is_the_resume_point(talk: Talk) -> None:
    """`since` is the offset of the last `user` or `reply`."""
    talk.receive(REPLY)
    assert talk.hello()["since"] == "6-0"
    talk.receive({"type": "user", "id": "x", "text": "otra", "offset": "7-0"})
    assert talk.hello(country="AR") == {"type": "hello", "session": "T", "since": "7-0", "country": "AR"}


def test_a_token_without_resume_point_asks_for_the_whole_history() -> None:
    """A session taken from its token says hello without `since`."""
    assert Talk("T").hello() == {"type": "hello", "session": "T"}


def test_a_message_stays_in_the_outbox_until_its_ack() -> None:
    """What is not acknowledged is due again with the same id."""
    talk = Talk()
    frame = talk.say("a", "buenas")
    assert talk.due() == [frame]
    talk.receive(ACK)
    assert talk.due() == []
    assert list(talk.unanswered) == ["a"]


def test_deltas_add_to_what_is_shown(talk: Talk) -> None:
    """Each delta shows what it adds, counted in code points; the reply adds what is left."""
    assert talk.receive(delta("🌿 a")) == [Words("🌿 a", False)]
    assert talk.receive(delta("b", at=3)) == [Words("b", False)]
    assert talk.receive({**REPLY, "text": "🌿 abc"}) == [Words("c", False), Done("🌿 abc", False)]
    assert talk.unanswered == {}


def test_the_whole_text_after_a_reconnect_is_not_shown_twice(talk: Talk) -> None:
    """One delta with `at` 0 that holds all text so far shows only what is new."""
    talk.receive(delta("Te "))
    assert talk.receive(delta("Te escucho", at=0)) == [Words("escucho", False)]
    assert talk.receive(delta("Te ", at=0)) == []


def test_a_higher_attempt_starts_over_and_a_lower_one_is_void(talk: Talk) -> None:
    """A new attempt replaces the text, and what comes late of the old one changes nothing."""
    talk.receive(delta("viejo"))
    assert talk.receive(delta("nuevo", attempt=2)) == [Words("nuevo", True)]
    assert talk.receive(delta("s", at=5)) == []
    assert talk.receive({**REPLY, "attempt": 2, "text": "nuevo"}) == [Done("nuevo", False)]
    assert talk.receive(delta("tarde", attempt=3)) == []


def test_a_gap_waits_for_the_whole_reply(talk: Talk) -> None:
    """A delta beyond the end of what is known is not shown in the wrong place."""
    talk.receive(delta("ho"))
    assert talk.receive(delta("a", at=3)) == []
    assert talk.receive(REPLY) == [Words("la", False), Done("hola", False)]


def test_a_reply_that_differs_replaces_what_was_shown(talk: Talk) -> None:
    """When the final text is another one (the guard replaced it), it is shown from its start."""
    talk.receive(delta("mal"))
    assert talk.receive({**REPLY, "attempt": 2}) == [Words("hola", True), Done("hola", False)]


def test_history_shows_both_sides(talk: Talk) -> None:
    """Messages of other connections are shown, our own echo is not."""
    assert talk.receive({"type": "user", "id": "a", "text": "buenas", "offset": "5-0"}) == []
    other = {"type": "user", "id": "b", "text": "desde el teléfono", "offset": "7-0"}
    assert talk.receive(other) == [Said("desde el teléfono")]


def test_a_pipe_sees_only_its_own_answers() -> None:
    """With `only_own`, history and other connections' replies are left out."""
    talk = Talk("T", only_own=True)
    assert talk.receive({"type": "user", "id": "b", "text": "antes", "offset": "1-0"}) == []
    assert talk.receive(delta("x", id="b")) == []
    assert talk.receive({**REPLY, "id": "b"}) == []
    talk.say("a", "buenas")
    assert talk.receive(REPLY) == [Words("hola", False), Done("hola", False)]


def test_a_passing_refusal_keeps_the_message() -> None:
    """`rate_limited` leaves the message in the outbox, due when the server said."""
    talk = Talk()
    talk.say("a", "buenas")
    events = talk.receive(
        {"type": "error", "id": "a", "code": "rate_limited", "message": "Despacio.", "retry_after": 2}
    )
    assert events == [Trouble("Despacio.", failed=False)]
    assert (talk.retry_after, len(talk.due())) == (2, 1)
    assert talk.retry_after is None


def test_a_lasting_refusal_gives_the_message_up() -> None:
    """`too_long` is final: the message is not sent again and waits for no reply."""
    talk = Talk()
    talk.say("a", "buenas")
    assert talk.receive({"type": "error", "id": "a", "code": "too_long", "message": "Es largo."}) == [
        Trouble("Es largo.", failed=True)
    ]
    assert (talk.due(), talk.unanswered) == ([], {})


def test_words_may_go_out_while_the_store_is_down() -> None:
    """A connection without welcome but `unavailable` takes messages: the edge listens for danger."""
    talk = Talk()
    talk.receive({"type": "error", "code": "unavailable", "message": "Un momento.", "retry_after": 1})
    assert talk.open
    talk.lost()
    assert not talk.open


def test_a_session_that_is_gone_waits_for_nothing_it_acknowledged(talk: Talk) -> None:
    """After `resumed: false` only unacknowledged messages are still to be answered, and it is said."""
    talk.say("b", "otra")
    assert talk.receive(WELCOME) == [Ready(False, lost=True, gap=False, disclaimer="Soy un programa.")]
    assert list(talk.unanswered) == ["b"]
    assert talk.receive(WELCOME) == [Ready(False, lost=False, gap=False, disclaimer="Soy un programa.")]


def test_an_erasure_forgets(talk: Talk) -> None:
    """After `erased` nothing is awaited, and the next hello asks from the beginning."""
    talk.receive(delta("ho"))
    assert talk.receive({"type": "erased"}) == [Erased()]
    assert (talk.unanswered, talk.writing) == ({}, None)
    assert talk.hello() == {"type": "hello", "session": "T"}


def test_help_is_one_line_an_entry(talk: Talk) -> None:
    """Name, telephone, hours and address stand in one line, as far as there are."""
    items = [
        {"name": "135", "phone": "135", "kind": "x", "hours": "24/7"},
        {"name": "Web", "url": "https://a.b"},
    ]
    frame = {"type": "resources", "level": "ideation", "country": None, "text": "Acá.", "items": items}
    assert talk.receive(frame) == [Help("Acá.", ("135: 135 (24/7)", "Web: https://a.b"))]


json_values = st.recursive(
    st.none() | st.booleans() | st.integers() | st.text(max_size=5),
    lambda inner: st.lists(inner, max_size=2) | st.dictionaries(st.text(max_size=3), inner, max_size=2),
    max_leaves=4,
)
fields = (
    "id",
    "text",
    "offset",
    "attempt",
    "at",
    "session",
    "resumed",
    "items",
    "code",
    "message",
    "position",
)
types = ("welcome", "ack", "queued", "delta", "reply", "user", "resources", "erased", "error", "odd")


@given(st.lists(st.tuples(st.sampled_from(types), st.dictionaries(st.sampled_from(fields), json_values))))
def test_no_frame_breaks_it(frames: list[tuple[str, dict[str, Any]]]) -> None:
    """Frames with missing fields or fields of any type raise nothing."""
    talk = Talk()
    for kind, frame in frames:
        talk.receive({"type": kind, **frame})


@given(st.text(min_size=1), st.data())
def test_any_cutting_into_deltas_shows_the_reply(text: str, data: st.DataObject) -> None:
    """However the text is cut, and wherever a reconnect repeats its beginning, the screen ends up with it."""
    cuts = sorted(data.draw(st.sets(st.integers(0, len(text)))) | {0, len(text)})
    talk, screen = Talk(), ""
    talk.say("a", "buenas")
    frames = [delta(text[start:end], at=start) for start, end in itertools.pairwise(cuts)]
    repeat = data.draw(st.integers(0, len(frames)))
    frames.insert(repeat, delta(text[: cuts[repeat]]))
    for frame in [*frames, {**REPLY, "text": text}]:
        for event in talk.receive(frame):
            if isinstance(event, Words):
                assert not event.again
                screen += event.text
    assert screen == text
