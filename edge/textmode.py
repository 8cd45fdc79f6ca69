"""Text mode: lines of people to commands, server frames to lines. Pure.

What a person types is either a command or something they say; what comes back is only what a person
needs to see, one line at a time, with nothing in it that could drive their terminal.
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass
from typing import Final

from shared.errors import Refusal
from shared.ids import Token, parse_token
from shared.protocol import (
    Erased,
    ErrorFrame,
    LoggedEvent,
    LoggedReply,
    Reconnect,
    Reply,
    ResourceItem,
    Resources,
    ServerFrame,
    check_text,
    decode_server,
)
from shared.texts import wire

WARNING: Final = "⚠ "
"""How every line starts that tells of an error or of an edge going away."""

HISTORY_LINES: Final = 6
"""How much of the conversation a resumed session shows: enough to pick up the thread."""


@dataclass(frozen=True, slots=True)
class Say:
    """A message: anything that is no command."""

    text: str


@dataclass(frozen=True, slots=True)
class Quit:
    """`salir`"""


@dataclass(frozen=True, slots=True)
class ShowHelp:
    """`/ayuda`"""


@dataclass(frozen=True, slots=True)
class ShowResources:
    """`/recursos [PAÍS]`: `country` in capitals, None when none was given or it was no country code."""

    country: str | None = None
    understood: bool = True


@dataclass(frozen=True, slots=True)
class ShowSession:
    """`/sesion`"""


@dataclass(frozen=True, slots=True)
class ResumeSession:
    """`/sesion TOKEN`: `token` is None when what was given has not a token's form."""

    token: Token | None


@dataclass(frozen=True, slots=True)
class EraseAll:
    """`/borrar`"""


@dataclass(frozen=True, slots=True)
class StopReply:
    """`/parar`"""


TextCommand = Quit | ShowHelp | ShowResources | ShowSession | ResumeSession | EraseAll | StopReply

_PLAIN: Final[dict[str, TextCommand]] = {
    "salir": Quit(),
    "/ayuda": ShowHelp(),
    "/borrar": EraseAll(),
    "/parar": StopReply(),
}


def parse_line(line: str) -> TextCommand | None:
    """Return the command that `line` is, or None: then it is a message."""
    word, *rest = line.strip(_AROUND).split(maxsplit=1) or [""]
    argument = rest[0].strip() if rest else ""
    match word.lower():
        case "/recursos":
            return _resources(argument)
        # With or without accent: whoever writes /sesión TOKEN must not send their key to the model.
        case "/sesion" | "/sesión":
            return ResumeSession(parse_token(argument)) if argument else ShowSession()
        case plain if not argument:
            return _PLAIN.get(plain)
    return None


def decode_line(line: bytes | str, *, max_chars: int) -> TextCommand | Say:
    """Return what a person wants with one line or frame.

    Raises Refusal: `bad_frame` when it is not UTF-8, `empty` when nothing is in it, `too_long` when a
    message has more than `max_chars` code points.
    """
    text = line if isinstance(line, str) else _text(line)
    if text is None:
        raise Refusal("bad_frame", wire.NOT_UTF8)
    command = parse_line(text)
    if command is not None:
        return command
    check_text(text, max_chars)
    return Say(text)


def render(frame: ServerFrame | bytes) -> list[str]:
    """Return the lines a person sees of a server frame; none for what only programs need."""
    match decode_server(frame) if isinstance(frame, bytes) else frame:
        case Reply() as reply:
            return [_reply_line(reply)]
        case Resources(text=text, items=items):
            return [one_line(text), *map(_item_line, items)]
        case ErrorFrame(message=message):
            return [WARNING + one_line(message)]
        case Reconnect(after_ms=after_ms):
            return [WARNING + wire.reconnect_text(after_ms)]
        case Erased():
            return [wire.ERASED_LINE]
    return []


def render_history(events: Iterable[LoggedEvent], limit: int = HISTORY_LINES) -> list[str]:
    """Return the last `limit` things said, one line each, for whoever comes back."""
    lines = [_history_line(event) for event in events if event.text]
    return lines[-limit:] if limit > 0 else []


def one_line(text: str) -> str:
    """Return `text` without line breaks (they become spaces) and without control characters but tab."""
    return _CONTROLS.sub("", _BREAKS.sub(" ", text)).strip()


# Everything a terminal, or str.splitlines, takes for a new line.
_BREAKS = re.compile("[\n\r\v\f\x1c-\x1e\x85\u2028\u2029]+")
# C0 and C1 (ESC and CSI start sequences that drive a terminal) and the marks that turn the order of the text.
_CONTROLS = re.compile("[\x00-\x08\x0e-\x1f\x7f-\x9f\u202a-\u202e\u2066-\u2069]")
# White space and what terminals and editors leave around a word.
_AROUND: Final = " \t\r\n\v\f\xa0\u200b\ufeff"


def _text(line: bytes) -> str | None:
    # The error holds the person's bytes, so it must not become the context of what is raised next.
    try:
        return line.decode()
    except UnicodeDecodeError:
        return None


def _resources(argument: str) -> ShowResources:
    if not argument:
        return ShowResources()
    if len(argument) == 2 and argument.isascii() and argument.isalpha():
        return ShowResources(argument.upper())
    return ShowResources(None, understood=False)


def _reply_line(reply: LoggedReply) -> str:
    return one_line(reply.text) or wire.STOPPED_LINE


def _item_line(item: ResourceItem) -> str:
    details = [part for part in (item.phone, f"({item.hours})" if item.hours else None, item.url) if part]
    return one_line(f"• {item.name}: {' '.join(details)}") if details else one_line(f"• {item.name}")


def _history_line(event: LoggedEvent) -> str:
    speaker = wire.COMPANION if isinstance(event, LoggedReply) else wire.PERSON
    return f"{speaker}: {one_line(event.text)}"
