"""How a connection is spoken to, in both modes."""

from __future__ import annotations

from edge.outgoing import Outgoing
from edge.textmode import HISTORY_LINES
from edge.voice import JsonVoice, TextVoice
from shared.ids import MessageId, Offset, Token, TraceId
from shared.protocol import (
    Ack,
    Erased,
    Limits,
    Pong,
    Welcome,
    close_body,
    encode,
    encode_delta,
    open_reply,
    open_user,
)
from shared.texts import wire
from tests.support.fake_port import FakePort

AT, TRACE = Offset("5-0"), TraceId("Usuario-3:m1")
TOKEN = Token("t" * 43)


def welcome(*, resumed: bool) -> Welcome:
    """Return a welcome."""
    return Welcome(TOKEN, "Usuario-3", resumed, AT, Limits(4000, 6, 10), "aviso")


def user(number: int) -> bytes:
    """Return the frame of a message."""
    return close_body(open_user(MessageId(f"m{number}"), f"digo {number}"), AT)


def reply(number: int) -> bytes:
    """Return the frame of a reply."""
    body = open_reply(MessageId(f"m{number}"), TRACE, 1, f"respuesta\n{number}", "llm")
    return close_body(body, AT)


def test_json_says_everything_as_it_is() -> None:
    """Frames go out as frames, encoded ones untouched."""
    port = FakePort()
    voice = JsonVoice(Outgoing(port))
    voice.opened(welcome(resumed=True), 3)
    voice.encoded(reply(1))
    voice.replayed()
    voice.frame(Pong(7))
    assert port.kinds() == ["welcome", "reply", "pong"]
    assert port.written[1] == reply(1)


def test_a_new_person_is_greeted_with_three_frames() -> None:
    """Three lines, each a frame of its own."""
    port = FakePort()
    TextVoice(Outgoing(port)).opened(welcome(resumed=False), 3)
    assert port.lines == list(wire.greeting(3))
    assert len(port.lines) == 3
    assert port.lines[0] == "Usuario-3 conectado."


def test_who_comes_back_sees_the_end_of_the_conversation() -> None:
    """The replay is collected and its last lines are shown; then replies are lines again."""
    port = FakePort()
    voice = TextVoice(Outgoing(port))
    voice.opened(welcome(resumed=True), 3)
    for number in range(5):
        voice.encoded(user(number))
        voice.encoded(reply(number))
    assert port.lines == []
    voice.replayed()
    assert port.lines[0] == wire.RESUMED_LINE
    assert len(port.lines) == 1 + HISTORY_LINES
    assert port.lines[-2:] == ["Vos: digo 4", "PsicoIA: respuesta 4"]
    voice.encoded(reply(9))
    assert port.lines[-1] == "respuesta 9"


def test_a_person_sees_only_what_they_need() -> None:
    """No deltas, no acks, nothing of what they said themselves elsewhere."""
    port = FakePort()
    voice = TextVoice(Outgoing(port))
    voice.opened(welcome(resumed=False), 3)
    port.written.clear()
    voice.encoded(encode_delta(MessageId("m1"), 1, 0, "te"))
    voice.encoded(user(1))
    voice.frame(Ack(MessageId("m1"), TRACE, AT, False))
    voice.replayed()
    assert port.lines == []
    voice.encoded(encode(Erased()))
    voice.session(TOKEN)
    assert port.lines == [wire.ERASED_LINE, wire.session_line(TOKEN)]
