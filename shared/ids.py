"""Identifiers: what each one is, how it is made, how it is checked.

A *token* is the only key to a conversation and never leaves the process that received it;
everything that is stored, logged or published uses the *sid* derived from it.
"""

from __future__ import annotations

import hashlib
import re
import secrets
from typing import NewType

Token = NewType("Token", str)
"""32 random bytes in base64url without padding: 43 characters. Never logged, never stored."""

SessionId = NewType("SessionId", str)
"""First 32 hex digits of SHA-256(token): names a session in keys, logs and queue arguments."""

MessageId = NewType("MessageId", str)
"""1-64 characters, chosen by the client, unique in its session."""

Offset = NewType("Offset", str)
"""A Redis stream id (`milliseconds-counter`): a place in a session's log. Opaque to clients."""

TraceId = NewType("TraceId", str)
"""`Usuario-17:m3`: the third message of the seventeenth user. Names no person."""

Fence = NewType("Fence", str)
"""`worker.nonce`: proves that the holder of a turn is the one that claimed it."""

MAX_MESSAGE_ID_CHARS = 64

_TOKEN = re.compile(r"[A-Za-z0-9_-]{42}[AEIMQUYcgkosw048]", re.ASCII)
_OFFSET = re.compile(r"(\d{1,20})-(\d{1,20})", re.ASCII)
_STREAM_ID_LIMIT = 2**64


def new_token() -> Token:
    """Return a fresh, unguessable session token (256 bits)."""
    return Token(secrets.token_urlsafe(32))


def parse_token(value: object) -> Token | None:
    """Return `value` as a token if it has a token's exact form, else None."""
    if isinstance(value, str) and _TOKEN.fullmatch(value):
        return Token(value)
    return None


def session_id(token: Token) -> SessionId:
    """Return the name under which the store knows the session of `token`."""
    return SessionId(hashlib.sha256(token.encode("ascii")).hexdigest()[:32])


def parse_offset(value: object) -> Offset | None:
    """Return `value` as an offset if a stream id of that form can exist, else None."""
    if not isinstance(value, str) or not (match := _OFFSET.fullmatch(value)):
        return None
    parts = [int(part) for part in match.groups()]
    # Nothing can follow the greatest id, and Redis refuses to look there.
    if max(parts) >= _STREAM_ID_LIMIT or min(parts) == _STREAM_ID_LIMIT - 1:
        return None
    return Offset(value)


def trace_id(user: int, number: int) -> TraceId:
    """Return the trace id of message `number` of user `user`."""
    return TraceId(f"Usuario-{user}:m{number}")


def message_key(message_id: str) -> str:
    """Return a short digest that stands for a client-chosen id inside the store.

    Ids are the client's own text, so they are not stored as they come (invariant I8).
    """
    return hashlib.blake2b(message_id.encode(), digest_size=12).hexdigest()
