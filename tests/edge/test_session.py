"""One connection as a state machine: what happens on arrival, before anything asks the store."""

from __future__ import annotations

import asyncio
from types import SimpleNamespace
from typing import Any, cast

import pytest

from edge.care import Care
from edge.outgoing import Outgoing
from edge.services import Services
from edge.session import Conversation
from edge.waiting import Waiting
from shared.errors import Refusal, StoreUnavailable
from shared.framing import sniff
from shared.ids import SessionId
from shared.metrics import EdgeMetrics
from shared.protocol import MAX_BAD_FRAMES, CloseCode
from shared.texts import wire
from shared.texts.wire import error_text
from tests.support.env import isolated_settings
from tests.support.fake_port import FakePort

DANGER = "me quiero matar"
MESSAGE = b'{"type":"message","id":"m1","text":"%b"}'


class NoStore:
    """A store that never answers, or always fails."""

    def __init__(self, *, down: bool) -> None:
        self._down = down

    async def subscribe(self, _sid: SessionId, _listener: object) -> None:
        """Fail or hang."""
        if self._down:
            raise StoreUnavailable("down")
        await asyncio.Event().wait()

    def unsubscribe(self, _sid: SessionId, _listener: object) -> None:
        """Nothing to do."""


class Line:
    """A conversation on a fake port, with a store that does not help."""

    def __init__(self, *, json: bool = False, down: bool = False, **settings: Any) -> None:
        metrics = EdgeMetrics()
        fake: Any = SimpleNamespace()
        values = isolated_settings(**settings)
        services = Services(
            values, fake, cast(Any, NoStore(down=down)), Waiting(fake), Care("", metrics), metrics
        )
        self.port = FakePort()
        self.talk = Conversation(services, Outgoing(self.port), "203.0.113.9", sniff, json=json)

    def say(self, *frames: bytes) -> list[str]:
        """Let frames arrive; return the types of what came at once."""
        before = len(self.port.written)
        for frame in frames:
            self.talk.receive(frame)
        return self.port.kinds()[before:]


@pytest.fixture
async def line() -> Line:
    """A JSON connection."""
    return Line(json=True)


async def test_help_comes_before_anything_is_asked_of_the_store(line: Line) -> None:
    """Danger is answered on arrival, also while the session is still being opened, with the message's id."""
    frames = line.say(b'{"type":"hello","country":"AR"}', MESSAGE % DANGER.encode())
    assert frames == ["resources"]
    assert line.port.frames[0]["id"] == "m1"
    assert line.port.frames[0]["country"] == "AR"


@pytest.mark.parametrize(
    ("hello", "country"), [(b'{"type":"hello"}', "PE"), (b'{"type":"hello","country":"AR"}', "AR")]
)
async def test_the_country_that_was_named_counts_until_the_client_says_one(
    line: Line, hello: bytes, country: str
) -> None:
    """Who told where they live sees that country's lines from then on, unless the client knows better."""
    line.say(hello, MESSAGE % b"vivo en Lima", MESSAGE % DANGER.encode())
    assert line.port.frames[-1]["country"] == country


@pytest.mark.parametrize(
    ("frame", "code", "id"),
    [
        (MESSAGE % (DANGER + ". " + "a " * 4000).encode(), "too_long", "m1"),
        (b'{"type":"message","id":"","text":"%b"}' % DANGER.encode(), "bad_frame", None),
        (b'{"type":"message","id":"m1","text":"%b"' % DANGER.encode(), "bad_frame", None),
        (DANGER.encode(), "bad_frame", None),
        (b'{"type":"mesage","id":"m1","text":"%b"}' % DANGER.encode(), "bad_frame", "m1"),
    ],
)
async def test_a_refused_cry_for_help_is_heard(line: Line, frame: bytes, code: str, id: str | None) -> None:
    """Too long or badly put: the help comes first, then the refusal."""
    assert line.say(frame) == ["resources", "error"]
    assert line.port.frames[1]["code"] == code
    assert line.port.frames[0].get("id") == line.port.frames[1].get("id") == id


async def test_repeated_help_is_worded_anew(line: Line) -> None:
    """Two blocks on one connection are not the same text."""
    line.say(MESSAGE % DANGER.encode(), MESSAGE % DANGER.encode())
    texts = [frame["text"] for frame in line.port.frames]
    assert len(set(texts)) == 2


@pytest.mark.parametrize("t", ['"x"', "7", "1.5", "null", "true", '""', "0"])
async def test_ping_is_answered_with_its_own_t(line: Line, t: str) -> None:
    """Any simple value comes back, falsy ones too; none at all stays none."""
    assert line.say(b'{"type":"ping","t":%b}' % t.encode()) == ["pong"]
    assert line.port.written[-1] == b'{"type":"pong","t":%b}' % t.encode()
    line.say(b'{"type":"ping"}')
    assert line.port.written[-1] == b'{"type":"pong"}'


async def test_twenty_bad_frames_in_a_row_end_the_connection(line: Line) -> None:
    """The 19th does not; each is answered; bad_frame, empty and too_long count alike."""
    bad = [b"x", MESSAGE % b" ", MESSAGE % (b"a" * 4001)]
    for number in range(MAX_BAD_FRAMES - 1):
        line.say(bad[number % 3])
    assert line.port.closed is None
    line.say(b"x")
    assert line.port.closed is CloseCode.POLICY
    assert line.port.kinds() == ["error"] * MAX_BAD_FRAMES
    assert {frame["code"] for frame in line.port.frames} == {"bad_frame", "empty", "too_long"}


async def test_a_good_frame_starts_the_count_over(line: Line) -> None:
    """19 bad, a good one, 19 bad: the connection stays."""
    for _ in range(2):
        line.say(*[b"x"] * (MAX_BAD_FRAMES - 1))
        line.say(b'{"type":"ping"}')
    assert line.port.closed is None


async def test_bad_lines_count_in_text_mode_too() -> None:
    """Blank lines and bytes that are no UTF-8."""
    line = Line()
    line.talk.receive(b"hola")
    for number in range(MAX_BAD_FRAMES):
        line.talk.receive(b"" if number % 2 else b"\xff")
    assert line.port.closed is CloseCode.POLICY
    assert wire.NOT_UTF8 in line.port.lines[0]


async def test_the_first_frame_settles_the_mode() -> None:
    """JSON first is JSON for good; text first is text for good, and JSON then is a message."""
    json = Line()
    json.say(b'{"type":"ping"}')
    assert json.say(b"hola") == ["error"]
    text = Line()
    text.talk.receive(b"/ayuda")
    text.talk.receive(b'{"type":"ping"}')
    assert text.port.lines == list(wire.HELP)


async def test_json_is_understood_after_the_greeting_has_begun() -> None:
    """A client that was slow to speak is spoken to in its own mode."""
    line = Line()
    line.talk.greet()
    assert line.say(b'{"type":"ping","t":1}') == ["pong"]


async def test_a_greeting_is_for_who_has_not_spoken() -> None:
    """JSON clients and people who were faster get none."""
    for line in (Line(json=True, down=True), Line(down=True)):
        line.say(b'{"type":"ping"}')
        line.talk.greet()
        await line.talk.idle()
        assert line.port.kinds() == ["pong"]


async def test_text_commands_that_need_no_store() -> None:
    """Help, resources for a country, and what is not understood."""
    line = Line()
    line.talk.receive(b"/recursos ar")
    assert any("135" in text for text in line.port.lines)
    shown = len(line.port.lines)
    line.talk.receive(b"/recursos argentina")
    line.talk.receive(b"/sesion abc")
    assert line.port.lines[shown:] == [f"⚠ {wire.BAD_COUNTRY_LINE}", f"⚠ {wire.BAD_KEY_LINE}"]


async def test_a_country_said_in_words_is_remembered(line: Line) -> None:
    """It holds for the message that says it and for those that follow, until another is named."""
    line.say(MESSAGE % "vivo en México".encode(), MESSAGE % DANGER.encode(), MESSAGE % DANGER.encode())
    line.say(MESSAGE % f"ahora estoy en Lima y {DANGER}".encode(), MESSAGE % DANGER.encode())
    shown = [frame["country"] for frame in line.port.frames if frame["type"] == "resources"]
    assert shown == ["MX", "MX", "PE", "PE"]


async def test_the_country_of_the_hello_counts_before_the_words(line: Line) -> None:
    """Also when it comes after them; a later word does not take its place."""
    line.say(MESSAGE % f"vivo en México y {DANGER}".encode(), b'{"type":"hello","country":"UY"}')
    line.say(MESSAGE % DANGER.encode(), MESSAGE % f"vivo en México y {DANGER}".encode())
    shown = [frame["country"] for frame in line.port.frames if frame["type"] == "resources"]
    assert shown == ["MX", "UY", "UY"]


async def test_a_country_in_a_refused_message_is_remembered_too(line: Line) -> None:
    """Whoever wrote too much was understood all the same."""
    line.say(MESSAGE % ("vivo en México. " + "a " * 4000).encode(), MESSAGE % DANGER.encode())
    assert line.port.frames[-1]["country"] == "MX"


async def test_a_country_said_in_words_holds_for_commands() -> None:
    """In text mode, for `/recursos`; one that is named there counts more."""
    line = Line()
    line.talk.receive(b"vivo en Uruguay")
    line.talk.receive(b"/recursos")
    assert any("0800" in text for text in line.port.lines)
    line.talk.receive(b"/recursos es")
    shown = len(line.port.lines)
    line.talk.receive(b"/recursos")
    assert any("024" in text for text in line.port.lines[shown:])


async def test_another_connection_remembers_nothing_of_it() -> None:
    """What one person says of where they are is theirs."""
    one, other = Line(json=True), Line(json=True)
    one.say(MESSAGE % "vivo en México".encode())
    other.say(MESSAGE % DANGER.encode())
    assert other.port.frames[0].get("country") is None


async def test_a_refused_connection_is_told_in_its_own_mode() -> None:
    """By JSON where it is JSON, by a line where it is text, at the greeting's time if it says nothing."""
    refusal = Refusal("too_many_connections", error_text("too_many_connections"))
    known = Line(json=True)
    known.talk.refuse(refusal)
    assert known.port.frames[0]["code"] == "too_many_connections"
    json, text, silent, binary = Line(), Line(), Line(), Line()
    for line in (json, text, silent, binary):
        line.talk.refuse(refusal)
        assert line.port.written == []
    json.say(MESSAGE % DANGER.encode())
    text.talk.receive(b"hola")
    silent.talk.greet()
    binary.talk.refuse_frame(Refusal("bad_frame", wire.NOT_TEXT_FRAME))
    assert [frame["code"] for frame in json.port.frames] == ["too_many_connections"]
    for line in (text, silent, binary):
        assert line.port.lines == [f"⚠ {refusal.message}"]
    assert {line.port.closed for line in (known, json, text, silent, binary)} == {CloseCode.POLICY}


async def test_a_frame_over_the_limit_is_explained_and_ends_it(line: Line) -> None:
    """`too_long`, then 1009; nothing is heard after it."""
    line.talk.too_long(b"{")
    assert line.port.frames[0]["code"] == "too_long"
    assert line.port.closed is CloseCode.TOO_BIG
    assert line.say(b'{"type":"ping"}') == []


async def test_the_edge_going_away_spreads_its_people(line: Line) -> None:
    """`reconnect` with a delay within the spread; a closed connection hears nothing."""
    for _ in range(50):
        line.talk.going_away(30)
    delays = {frame["after_ms"] for frame in line.port.frames}
    assert len(delays) > 1
    assert delays <= set(range(31))
    line.talk.closed()
    line.talk.going_away(30)
    assert len(line.port.frames) == 50


async def test_who_ends_before_speaking_is_let_go() -> None:
    """Connect and close, as health checks do: no session, no task, nothing said."""
    line = Line(down=True)
    line.talk.end_of_input()
    assert line.port.closed is CloseCode.BYE
    assert line.port.written == []


async def test_a_slow_reader_is_told_in_its_own_mode() -> None:
    """The last word to someone with nc is a line."""
    line = Line()
    line.talk.receive(b"/ayuda")
    line.talk._out._cut()
    assert line.port.lines[-1].startswith("⚠ ")
