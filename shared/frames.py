"""Every frame of the wire protocol, version 1, as a value. The names and fields are the wire's own.

Optional fields that are absent are left out of the JSON. Read and written by :mod:`shared.protocol`.
"""

from __future__ import annotations

from typing import Literal, cast

from msgspec import UNSET, Struct, UnsetType

from shared.errors import Refusal
from shared.ids import MessageId, Offset, Token, TraceId

ErrorCode = Literal[
    "bad_frame",
    "empty",
    "too_long",
    "rate_limited",
    "too_many_pending",
    "busy",
    "unavailable",
    "too_many_connections",
    "too_many_sessions",
    "slow_consumer",
    "going_away",
]
Source = Literal["llm", "offline", "fallback", "template"]
Scalar = str | int | float | bool | None


# Client frames


class _Frame(Struct, frozen=True, tag_field="type", omit_defaults=True):
    """Base of all frames: optional fields with their default value are not sent."""


class Hello(_Frame, frozen=True, tag="hello"):
    """Opens or resumes a session. `since` None asks for the whole retained history.

    `country` and `locale` are UNSET when absent (leave as it is) and None to forget them.
    """

    session: Token | None = None
    since: Offset | None = None
    country: str | UnsetType | None = UNSET
    locale: str | UnsetType | None = UNSET


class Message(_Frame, frozen=True, tag="message"):
    """What a person says."""

    id: MessageId
    text: str


class Stop(_Frame, frozen=True, tag="stop"):
    """Ends the reply to `id`; without `id`, the one being written."""

    id: MessageId | None = None


class Export(_Frame, frozen=True, tag="export"):
    """Asks for all that is stored of the session."""


class Erase(_Frame, frozen=True, tag="erase"):
    """Deletes all that is stored of the session."""


class Ping(_Frame, frozen=True, tag="ping"):
    """Asks for a `pong` with the same `t`."""

    t: Scalar | UnsetType = UNSET


ClientFrame = Hello | Message | Stop | Export | Erase | Ping


# Server frames


class Limits(Struct, frozen=True):
    """What a client may send: code points a message, messages a window, window in seconds."""

    max_chars: int
    rate_max: int
    rate_window_s: float


class Welcome(_Frame, frozen=True, tag="welcome"):
    """The session is open; `offset` is where this connection's replay starts."""

    session: Token
    user: str
    resumed: bool
    offset: Offset
    limits: Limits
    disclaimer: str
    truncated: bool = False


class Ack(_Frame, frozen=True, tag="ack"):
    """The message is stored and will be answered."""

    id: MessageId
    trace_id: TraceId
    offset: Offset
    duplicate: bool


class Queued(_Frame, frozen=True, tag="queued"):
    """The turn waits; `position` 1 is next."""

    id: MessageId
    position: int


class Delta(_Frame, frozen=True, tag="delta"):
    """Put `text` at code point `at` of the reply; a higher `attempt` starts it over."""

    id: MessageId
    attempt: int
    at: int
    text: str


class LoggedUser(_Frame, frozen=True, tag="user"):
    """A message as the log holds it."""

    id: MessageId
    text: str


class UserFrame(LoggedUser, frozen=True, tag="user"):
    """A message of the session, replayed or sent from another connection."""

    offset: Offset


class LoggedReply(_Frame, frozen=True, tag="reply"):
    """A final, whole reply as the log holds it."""

    id: MessageId
    trace_id: TraceId
    attempt: int
    text: str
    source: Source
    stopped: bool = False


class Reply(LoggedReply, frozen=True, kw_only=True, tag="reply"):
    """A final, whole reply."""

    offset: Offset


class ResourceItem(Struct, frozen=True, omit_defaults=True):
    """One help line or directory."""

    name: str
    kind: str
    phone: str | None = None
    hours: str | None = None
    url: str | None = None


class Resources(_Frame, frozen=True, tag="resources"):
    """Help lines; `country` is None when unknown or without lines of its own."""

    level: str
    country: str | None
    text: str
    items: tuple[ResourceItem, ...]
    id: MessageId | None = None


class History(_Frame, frozen=True, tag="history"):
    """The answer to `export`. Sent in pieces: see :func:`history_pieces`."""

    events: tuple[UserFrame | Reply, ...]


class Erased(_Frame, frozen=True, tag="erased"):
    """All that was stored of the session is gone."""


class Pong(_Frame, frozen=True, tag="pong"):
    """The answer to `ping`."""

    t: Scalar | UnsetType = UNSET


class Reconnect(_Frame, frozen=True, tag="reconnect"):
    """This edge is going away; come back after so many milliseconds, to any edge."""

    after_ms: int


class ErrorFrame(_Frame, frozen=True, tag="error"):
    """Something was not accepted; `retry_after` is in seconds."""

    code: ErrorCode
    message: str
    id: str | None = None
    retry_after: float | None = None

    @classmethod
    def of(cls, refusal: Refusal) -> ErrorFrame:
        """Return the frame that tells the client of `refusal`."""
        return cls(cast(ErrorCode, refusal.code), refusal.message, refusal.id, refusal.retry_after)


LoggedEvent = LoggedUser | LoggedReply
ServerFrame = (
    Welcome
    | Ack
    | Queued
    | Delta
    | Reply
    | UserFrame
    | Resources
    | History
    | Erased
    | Pong
    | Reconnect
    | ErrorFrame
)
