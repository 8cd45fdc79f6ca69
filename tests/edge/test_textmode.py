"""Text mode: what people type, and what they see."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from edge import textmode as t
from shared import protocol as p
from shared.errors import Refusal
from shared.ids import MessageId, Offset, Token, TraceId, new_token
from shared.texts import wire

MAX_CHARS = 40
M1, TRACE, AT = MessageId("m1"), TraceId("Usuario-17:m1"), Offset("1764000000000-0")


def reply(text: str, *, stopped: bool = False) -> p.Reply:
    """Return a reply that says `text`."""
    return p.Reply(M1, TRACE, 1, text, "llm", stopped, offset=AT)


def outcome(line: bytes) -> str:
    """Return "understood", or the code `line` is refused with."""
    try:
        t.decode_line(line, max_chars=MAX_CHARS)
    except Refusal as refusal:
        return refusal.code
    return "understood"


@pytest.mark.parametrize(
    ("line", "command"),
    [
        ("salir", t.Quit()),
        ("  SALIR \t", t.Quit()),
        ("\ufeffSalir\r", t.Quit()),
        ("/ayuda", t.ShowHelp()),
        (" /AYUDA ", t.ShowHelp()),
        ("/recursos", t.ShowResources()),
        ("/recursos ar", t.ShowResources("AR")),
        ("/Recursos   MX  ", t.ShowResources("MX")),
        ("/recursos Argentina", t.ShowResources(None, understood=False)),
        ("/recursos ñá", t.ShowResources(None, understood=False)),
        ("/sesion", t.ShowSession()),
        ("/sesión", t.ShowSession()),
        ("/borrar", t.EraseAll()),
        ("/parar", t.StopReply()),
    ],
)
def test_commands(line: str, command: t.TextCommand) -> None:
    """Commands are known in any case and with space around them."""
    assert t.parse_line(line) == command
    assert t.decode_line(line.encode(), max_chars=MAX_CHARS) == command


@pytest.mark.parametrize("word", ["/sesion", "/SESION", "/sesión"])
def test_session_is_resumed_by_its_token(word: str) -> None:
    """A token is taken from the line, however the command is spelled."""
    token = new_token()
    assert t.parse_line(f"{word}  {token} ") == t.ResumeSession(token)


@pytest.mark.parametrize("argument", ["corta", "x" * 44, f"{'q' * 42}A y algo más"])
def test_what_follows_sesion_is_never_a_message(argument: str) -> None:
    """A key mistyped is refused as a key: it must not reach the model as words."""
    assert t.parse_line(f"/sesion {argument}") == t.ResumeSession(None)


@pytest.mark.parametrize(
    "line",
    [
        "hola",
        "quiero salir",
        "salir de casa",
        "/nada",
        "/",
        "/borrar nada",
        "ayuda",
        "{}",
        " con espacio ",
        "/ayudame",
    ],
)
def test_everything_else_is_a_message(line: str) -> None:
    """Other lines are what a person says, unchanged, unknown slash words included."""
    assert t.parse_line(line) is None
    assert t.decode_line(line, max_chars=MAX_CHARS) == t.Say(line)


@pytest.mark.parametrize(
    ("line", "code"),
    [
        (b"", "empty"),
        (b" \t", "empty"),
        ("\u200b\u3164".encode(), "empty"),
        (b"hola \xff canario", "bad_frame"),
        ("ñ".encode() * (MAX_CHARS + 1), "too_long"),
    ],
)
def test_unacceptable_lines_are_refused(line: bytes, code: str) -> None:
    """Blank lines, wrong encodings and too many code points are refused, without the person's words."""
    with pytest.raises(Refusal) as caught:
        t.decode_line(line, max_chars=MAX_CHARS)
    assert caught.value.code == code
    assert caught.value.__context__ is None


def test_limit_is_in_code_points() -> None:
    """A line of exactly the limit passes, whatever its bytes."""
    assert t.decode_line(("ñ" * MAX_CHARS).encode(), max_chars=MAX_CHARS) == t.Say("ñ" * MAX_CHARS)


@given(st.binary(max_size=80))
def test_any_line_is_understood_or_refused(line: bytes) -> None:
    """No bytes raise anything but a Refusal."""
    assert outcome(line) in {"understood", "bad_frame", "empty", "too_long"}


def test_reply_is_one_line() -> None:
    """Line breaks of every kind become one space; terminal sequences lose what makes them work."""
    text = "Hola.\r\n\nAcá\u2028estoy\x85\x1b[2Jcon\tvos\x07\x9b1m."
    assert t.render(reply(text)) == ["Hola. Acá estoy [2Jcon\tvos1m."]


def test_stopped_before_a_word_says_so() -> None:
    """A reply stopped while it waited still gets its line."""
    assert t.render(reply("", stopped=True)) == [wire.STOPPED_LINE]


def test_resources_are_lines() -> None:
    """Help comes as its text and one line an entry, with only what is known of it."""
    items = (
        p.ResourceItem("Línea 024", "suicide_crisis", "024", "24/7", "https://example.org"),
        p.ResourceItem("Emergencias", "emergency", "112"),
        p.ResourceItem("Find a Helpline", "directory", url="https://findahelpline.com"),
        p.ResourceItem("Un lugar", "other"),
    )
    assert t.render(p.Resources("ideation", "ES", "Hay gente que\nescucha:", items)) == [
        "Hay gente que escucha:",
        "• Línea 024: 024 (24/7) https://example.org",
        "• Emergencias: 112",
        "• Find a Helpline: https://findahelpline.com",
        "• Un lugar",
    ]


def test_errors_and_reconnect_are_one_warning_line() -> None:
    """Errors and an edge going away start with the warning sign."""
    assert t.render(p.ErrorFrame("busy", "Probá en\n2 segundos.")) == ["⚠ Probá en 2 segundos."]
    (line,) = t.render(p.Reconnect(1500))
    assert line.startswith("⚠ ")
    assert "2 segundos" in line


def test_erased_is_told() -> None:
    """Who asked for it sees that everything is gone."""
    assert t.render(p.Erased()) == [wire.ERASED_LINE]


@pytest.mark.parametrize(
    "frame",
    [
        p.Welcome(Token("q" * 42 + "A"), "Usuario-1", False, AT, p.Limits(1, 1, 1.0), "x"),
        p.Ack(M1, TRACE, AT, False),
        p.Queued(M1, 1),
        p.Delta(M1, 1, 0, "Ho"),
        p.UserFrame(M1, "hola", AT),
        p.History((p.UserFrame(M1, "hola", AT),)),
        p.Pong(1),
    ],
)
def test_what_programs_need_is_not_shown(frame: p.ServerFrame) -> None:
    """Frames for programs leave no line."""
    assert t.render(frame) == []
    assert t.render(p.encode(frame)) == []


wild = st.text(st.characters(exclude_categories=["Cs"]))
frames = st.one_of(
    st.builds(reply, wild),
    st.builds(
        p.Resources,
        wild,
        st.none() | wild,
        wild,
        st.lists(st.builds(p.ResourceItem, wild, wild, wild, wild, wild)).map(tuple),
    ),
    st.builds(p.ErrorFrame, st.just("busy"), wild),
    st.builds(p.Reconnect, st.integers(0, 10**9)),
)


@given(frames)
def test_no_line_drives_a_terminal(frame: p.ServerFrame) -> None:
    """No rendered line has a line break or a control character, and bytes render like the frame."""
    lines = t.render(frame)
    assert t.render(p.encode(frame)) == lines
    for line in lines:
        assert len(line.splitlines()) <= 1
        assert not [char for char in line if char != "\t" and (char < " " or "\x7f" <= char <= "\x9f")]


def test_history_shows_the_last_things_said() -> None:
    """Who comes back sees the end of the talk, who said what, and no empty lines."""
    events: list[p.LoggedEvent] = []
    for number in range(5):
        events += [p.UserFrame(M1, f"pregunta\n{number}", AT), reply(f"respuesta {number}")]
    events.append(reply("", stopped=True))
    assert t.render_history(events, limit=3) == [
        "PsicoIA: respuesta 3",
        "Vos: pregunta 4",
        "PsicoIA: respuesta 4",
    ]
    assert len(t.render_history(events)) == t.HISTORY_LINES
    assert t.render_history([]) == []
