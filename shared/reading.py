"""How the frames of clients are read. Pure; the only way out but a frame is a Refusal."""

from __future__ import annotations

import unicodedata
from collections.abc import Callable
from typing import Any, Final

import msgspec
from msgspec import UNSET, Struct

from shared.errors import Refusal
from shared.frames import ClientFrame, Erase, Export, Hello, Message, Ping, Stop
from shared.ids import MAX_MESSAGE_ID_CHARS, MessageId, parse_offset, parse_token
from shared.texts import wire

MAX_LOCALE_CHARS: Final = 35
"""RFC 5646 §4.4.1: every language tag in practice fits into 35 characters."""

_INVISIBLE_CATEGORIES: Final = frozenset({"Cc", "Cf", "Cs", "Zs", "Zl", "Zp"})
# Letters and marks that draw nothing: joiner, Hangul and Khmer fillers, Braille blank, variation selectors.
_BLANK: Final = frozenset(
    "\u034f\u115f\u1160\u17b4\u17b5\u2800\u3164\uffa0"
    + "".join(map(chr, (*range(0x180B, 0x1810), *range(0xFE00, 0xFE10))))
)


class _Envelope(Struct, frozen=True):
    """Any JSON object, with the fields some frame knows; the rest is skipped unread."""

    type: Any = None
    id: Any = UNSET
    text: Any = UNSET
    session: Any = UNSET
    since: Any = UNSET
    country: Any = UNSET
    locale: Any = UNSET
    t: Any = UNSET


_envelopes = msgspec.json.Decoder(_Envelope)


def decode(data: bytes | str, *, max_chars: int) -> ClientFrame:
    """Read one frame of a client; `max_chars` bounds a message's code points.

    Raises Refusal (`bad_frame`, `empty` or `too_long`) and nothing else, whatever comes; its `id` is
    the frame's when that is a valid one. No text of the client is in it.
    """
    envelope = _parse(data)
    if envelope is None:
        raise Refusal("bad_frame", wire.NOT_JSON)
    reader = _READERS.get(envelope.type) if isinstance(envelope.type, str) else None
    if reader is None:
        raise _bad(envelope, wire.unknown_type(tuple(_READERS)))
    return reader(envelope, max_chars)


def check_text(text: str, max_chars: int, id: MessageId | None = None) -> None:
    """Raise Refusal if `text` is too long (in code points) or has nothing a person could see."""
    if len(text) > max_chars:
        raise Refusal("too_long", wire.text_too_long(max_chars), id=id)
    if not any(map(_visible, text)):
        raise Refusal("empty", wire.EMPTY, id=id)


def _parse(data: bytes | str) -> _Envelope | None:
    # The errors hold the client's bytes, so they must not become the context of what is raised next.
    try:
        # msgspec does not look at the UTF-8 of what it skips: decode first.
        return _envelopes.decode(data if isinstance(data, str) else data.decode())
    except (ValueError, RecursionError):
        return None


def _bad(envelope: _Envelope, sentence: str) -> Refusal:
    return Refusal("bad_frame", sentence, id=_message_id(envelope.id))


def _message_id(value: object) -> MessageId | None:
    if isinstance(value, str) and 1 <= len(value) <= MAX_MESSAGE_ID_CHARS:
        return MessageId(value)
    return None


def _visible(char: str) -> bool:
    return unicodedata.category(char) not in _INVISIBLE_CATEGORIES and char not in _BLANK


def _hello(envelope: _Envelope, _max_chars: int) -> Hello:
    country, locale = envelope.country, envelope.locale
    if isinstance(country, str) and len(country) == 2 and country.isascii() and country.isalpha():
        country = country.upper()
    elif country is not None and country is not UNSET:
        raise _bad(envelope, wire.BAD_COUNTRY)
    known = locale is None or locale is UNSET or (isinstance(locale, str) and len(locale) <= MAX_LOCALE_CHARS)
    if not known:
        raise _bad(envelope, wire.bad_locale(MAX_LOCALE_CHARS))
    return Hello(parse_token(envelope.session), parse_offset(envelope.since), country, locale)


def _message(envelope: _Envelope, max_chars: int) -> Message:
    id = _message_id(envelope.id)
    if id is None:
        raise _bad(envelope, wire.bad_id(MAX_MESSAGE_ID_CHARS))
    if not isinstance(envelope.text, str):
        raise _bad(envelope, wire.bad_text(max_chars))
    check_text(envelope.text, max_chars, id)
    return Message(id, envelope.text)


def _stop(envelope: _Envelope, _max_chars: int) -> Stop:
    if envelope.id is None or envelope.id is UNSET:
        return Stop()
    id = _message_id(envelope.id)
    if id is None:
        raise _bad(envelope, wire.bad_id(MAX_MESSAGE_ID_CHARS))
    return Stop(id)


def _ping(envelope: _Envelope, _max_chars: int) -> Ping:
    if isinstance(envelope.t, list | dict):
        raise _bad(envelope, wire.BAD_T)
    return Ping(envelope.t)


_READERS: Final[dict[str, Callable[[_Envelope, int], ClientFrame]]] = {
    "hello": _hello,
    "message": _message,
    "stop": _stop,
    "export": lambda _envelope, _max_chars: Export(),
    "erase": lambda _envelope, _max_chars: Erase(),
    "ping": _ping,
}
