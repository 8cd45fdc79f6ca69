"""What travels on a session's live channel: `seq kind offset number origin body`."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from typing import Literal, cast

import msgspec

from shared.ids import Offset
from shared.protocol import Delta

Kind = Literal["u", "r", "d", "e"]
"""user message · reply · delta · erased."""


@dataclass(frozen=True, slots=True)
class Event:
    """One published event.

    `seq` counts the session's events from 1 and starts over after an erase (whose own seq is 0).
    `body` is an open frame body (`u`, `r`), a whole delta frame (`d`) or empty (`e`), sealed if
    the store is. `origin` names the connection that caused the event, or is "-".
    """

    seq: int
    kind: Kind
    offset: Offset
    number: int
    origin: str
    body: bytes


def parse_event(payload: bytes) -> Event:
    """Return the event in a published payload. Raises ValueError when it is not one."""
    seq, kind, offset, number, origin, body = payload.split(b" ", 5)
    return Event(
        int(seq), cast(Kind, kind.decode()), Offset(offset.decode()), int(number), origin.decode(), body
    )


_delta = msgspec.json.Decoder(Delta)


def joined(frames: Iterable[bytes]) -> Delta | None:
    """Return the pieces of a running reply as one delta from its start; None when there are none."""
    pieces = [_delta.decode(frame) for frame in frames]
    if not pieces:
        return None
    last = pieces[-1]
    return Delta(id=last.id, attempt=last.attempt, at=0, text="".join(piece.text for piece in pieces))
