"""What clients send: what is read, what is refused, and that nothing else happens."""

from __future__ import annotations

import json
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st
from msgspec import UNSET

from shared import protocol as p
from shared.errors import Refusal
from shared.ids import MessageId, Offset, new_token
from shared.texts import wire

MAX_CHARS = 40
BAD_COUNTRIES: list[Any] = ["", "A", "ARG", "4R", "ñá", "ſs", 54, ["AR"], True]
BAD_LOCALES: list[Any] = ["x" * 36, 7, {}, False]
CANARY = "canario-7313"


def read(frame: Any) -> p.ClientFrame:
    """Decode `frame` (an object) as it would come over the wire."""
    return p.decode(json.dumps(frame), max_chars=MAX_CHARS)


def refused(data: bytes | str) -> Refusal:
    """Return the refusal of `data`; whatever it is, it tells nothing of what the client sent."""
    with pytest.raises(Refusal) as caught:
        p.decode(data, max_chars=MAX_CHARS)
    assert caught.value.__context__ is None
    assert CANARY not in f"{caught.value!r} {caught.value.message}"
    return caught.value


def outcome(frame: Any) -> str:
    """Return "frame" if `frame` is understood, else the code it is refused with."""
    try:
        read(frame)
    except Refusal as refusal:
        return refusal.code
    return "frame"


texts = st.text(st.characters(exclude_categories=["Cs"]), max_size=MAX_CHARS)
visible = texts.map(lambda text: ("a" + text)[:MAX_CHARS])
ids = st.text(st.characters(exclude_categories=["Cs"]), min_size=1, max_size=64).map(MessageId)
offsets = st.builds("{}-{}".format, st.integers(0, 2**64 - 1), st.integers(0, 2**64 - 1)).map(Offset)
scalars = (
    st.none()
    | st.booleans()
    | st.integers(-(10**40), 10**40)
    | st.floats(allow_nan=False, allow_infinity=False)
    | texts
)
countries = st.sampled_from(["AR", "ES", "MX", None, UNSET])
client_frames = st.one_of(
    st.builds(p.Hello, st.none() | st.builds(new_token), st.none() | offsets, countries, countries),
    st.builds(p.Message, ids, visible),
    st.builds(p.Stop, st.none() | ids),
    st.just(p.Export()),
    st.just(p.Erase()),
    st.builds(p.Ping, scalars | st.just(UNSET)),
)


@given(client_frames)
def test_client_frames_round_trip(frame: p.ClientFrame) -> None:
    """What a client may say is read back as the same value, from bytes and from text."""
    data = p.encode(frame)
    assert p.decode(data, max_chars=MAX_CHARS) == frame
    assert p.decode(data.decode(), max_chars=MAX_CHARS) == frame


@given(st.binary() | st.text(st.characters()))
def test_garbage_is_only_ever_refused(data: bytes | str) -> None:
    """Random bytes and text raise a Refusal and nothing else."""
    with pytest.raises(Refusal):
        p.decode(data, max_chars=MAX_CHARS)


json_values = st.recursive(
    scalars, lambda inner: st.lists(inner) | st.dictionaries(texts, inner), max_leaves=8
)


@given(
    st.dictionaries(
        st.sampled_from(["id", "text", "session", "since", "country", "locale", "t", "stray"]), json_values
    ),
    st.sampled_from(["hello", "message", "stop", "export", "erase", "ping"]) | json_values,
)
def test_odd_fields_are_read_or_refused(fields: dict[str, Any], type: Any) -> None:
    """Objects with fields of any kind become a frame or a Refusal with a known code."""
    assert outcome({**fields, "type": type}) in {"frame", "bad_frame", "empty", "too_long"}


@pytest.mark.parametrize(
    "data",
    [
        b"",
        b"null",
        b"[1]",
        b'"hola"',
        b'{"type":"ping"} x',
        b'{"type":"ping"',
        b'{"type":"ping","t":NaN}',
        b'{"type":"ping","t":1e999}',
        b'{"type":"ping","t":' + b"9" * 60_000 + b"}",
        b'{"type":"message","id":"m1","text":"\\ud800"}',
        b'{"type":"message","id":"m1","text":"\\ud800\\u0041"}',
        b'{"type":"message","id":"m1","text":"\xed\xa0\x80"}',
        b'{"type":"ping","stray":"' + CANARY.encode() + b'\xff"}',
        b'{"type":"ping","stray":' + b"[" * 60_000,
        b'{"type":' + b"[" * 30_000 + b"]" * 30_000 + b"}",
        b'{"type":' + b'{"a":' * 12_000,
        b'\xef\xbb\xbf{"type":"ping"}',
        '{"type":"ping","t":"\ud800"}',
    ],
)
def test_broken_json_is_a_bad_frame(data: bytes | str) -> None:
    """What is no JSON object in clean UTF-8 is refused as such, nesting bombs included."""
    refusal = refused(data)
    assert (refusal.code, refusal.message, refusal.id) == ("bad_frame", wire.NOT_JSON, None)


@pytest.mark.parametrize("type", [None, 7, ["ping"], {}, CANARY, "PING", ""])
def test_unknown_type_names_the_known_ones(type: Any) -> None:
    """An unknown `type` is refused with the list of those there are, never with what was sent."""
    refusal = refused(json.dumps({"type": type, "id": "m1"}))
    assert (refusal.code, refusal.id) == ("bad_frame", "m1")
    assert "`type`" in refusal.message
    assert "hello, message, stop, export, erase, ping" in refusal.message


def test_missing_type_is_a_bad_frame() -> None:
    """An object without `type` is refused."""
    assert "`type`" in refused('{"text":"hola"}').message


def test_duplicate_keys_and_stray_fields_do_no_harm() -> None:
    """The last of two equal keys counts; unknown fields are ignored."""
    frame = p.decode('{"type":"erase","type":"ping","t":1,"t":2,"x":{"y":[1]}}', max_chars=MAX_CHARS)
    assert frame == p.Ping(2)


@pytest.mark.parametrize("session", [None, 7, [], "corta", "x" * 43 + "=", f"{CANARY} " * 4])
def test_unmakeable_token_is_ignored(session: Any) -> None:
    """A token of any other form or type opens a new session."""
    assert read({"type": "hello", "session": session}) == p.Hello()


@pytest.mark.parametrize("since", [None, 7, "ayer", "1-", "-1-0", f"{2**64}-0"])
def test_malformed_since_asks_for_everything(since: Any) -> None:
    """A `since` that can be no offset counts as none."""
    token = new_token()
    assert read({"type": "hello", "session": token, "since": since}) == p.Hello(token)


def test_country_and_locale_absent_is_not_null() -> None:
    """Absent leaves country and locale as they are, null forgets them, letters become capitals."""
    assert read({"type": "hello"}) == p.Hello(country=UNSET, locale=UNSET)
    assert p.Hello(country=UNSET) != p.Hello(country=None)
    assert read({"type": "hello", "country": None, "locale": None}) == p.Hello(country=None, locale=None)
    assert read({"type": "hello", "country": "ar", "locale": "es-AR"}) == p.Hello(
        country="AR", locale="es-AR"
    )


@pytest.mark.parametrize(
    ("field", "value"),
    [
        *(("country", value) for value in BAD_COUNTRIES),
        *(("locale", value) for value in BAD_LOCALES),
    ],
)
def test_bad_country_or_locale_is_refused(field: str, value: Any) -> None:
    """A country that is not two ASCII letters, or a locale that is no short string, is refused by name."""
    refusal = refused(json.dumps({"type": "hello", field: value}))
    assert refusal.code == "bad_frame"
    assert f"`{field}`" in refusal.message


@pytest.mark.parametrize("id", [None, 7, "", "x" * 65, ["m1"]])
@pytest.mark.parametrize("type", ["message", "stop"])
def test_bad_id_is_refused_without_id(type: str, id: Any) -> None:
    """An id that is not a string of 1 to 64 characters is refused; a stop without one is fine."""
    frame = {"type": type, "id": id, "text": "hola"}
    if type == "stop" and id is None:
        assert read(frame) == p.Stop()
        return
    refusal = refused(json.dumps(frame))
    assert (refusal.code, refusal.id) == ("bad_frame", None)
    assert "`id`" in refusal.message
    assert "64" in refusal.message


def test_id_counts_code_points() -> None:
    """64 characters outside the BMP are a valid id."""
    assert read({"type": "stop", "id": "😀" * 64}) == p.Stop(MessageId("😀" * 64))


@pytest.mark.parametrize("text", [None, 7, ["hola"], UNSET])
def test_text_that_is_no_string_is_a_bad_frame(text: Any) -> None:
    """A message without a text string is refused, with its id."""
    frame = {"type": "message", "id": "m1"} | ({} if text is UNSET else {"text": text})
    refusal = refused(json.dumps(frame))
    assert (refusal.code, refusal.id) == ("bad_frame", "m1")
    assert "`text`" in refusal.message


@pytest.mark.parametrize(
    "text", ["", " ", "\t\r\n", "\u200b\u200d\ufeff", "\u3164\u2800\xa0", "\x00\x1b", "\ufe0f"]
)
def test_nothing_to_see_is_empty(text: str) -> None:
    """White space, controls and characters without width are no message."""
    refusal = refused(json.dumps({"type": "message", "id": "m1", "text": text}))
    assert (refusal.code, refusal.id) == ("empty", "m1")


def test_words_go_through_unchanged() -> None:
    """Whatever can be seen is kept as it came, with the space around it."""
    for text in (" hola \n", "😀", "👩‍👩‍👧", "á\x00", ".", "0"):
        assert read({"type": "message", "id": "m1", "text": text}) == p.Message(MessageId("m1"), text)


def test_limit_counts_code_points() -> None:
    """Exactly the limit passes, also in emoji of two UTF-16 units; one more names the limit."""
    read({"type": "message", "id": "m1", "text": "😀" * MAX_CHARS})
    refusal = refused(json.dumps({"type": "message", "id": "m1", "text": "a" * (MAX_CHARS + 1)}))
    assert (refusal.code, refusal.id) == ("too_long", "m1")
    assert str(MAX_CHARS) in refusal.message


@pytest.mark.parametrize("t", [[], {}, [1]])
def test_ping_takes_scalars_only(t: Any) -> None:
    """A container is not echoed."""
    assert "`t`" in refused(json.dumps({"type": "ping", "t": t})).message
