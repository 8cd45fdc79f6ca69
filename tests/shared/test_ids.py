"""shared/ids.py: how identifiers are made and checked."""

from __future__ import annotations

import base64
import hashlib
import re

import pytest
import redis
from hypothesis import given
from hypothesis import strategies as st

from shared.ids import (
    MAX_MESSAGE_ID_CHARS,
    message_key,
    new_token,
    parse_offset,
    parse_token,
    session_id,
    trace_id,
)

TOP = 2**64 - 1


def test_tokens_are_256_bits_and_never_twice() -> None:
    """43 characters of base64url that decode to 32 bytes."""
    tokens = {new_token() for _ in range(500)}
    assert len(tokens) == 500
    assert all(len(token) == 43 and len(base64.urlsafe_b64decode(token + "=")) == 32 for token in tokens)


@given(st.binary(min_size=32, max_size=32))
def test_every_token_is_recognised(raw: bytes) -> None:
    """Whatever 32 bytes a token is made of, it has a token's form."""
    token = base64.urlsafe_b64encode(raw).rstrip(b"=").decode()
    assert parse_token(token) == token


@given(st.text("AEIMQ-_bB9", min_size=42, max_size=44))
def test_what_is_recognised_has_one_spelling(text: str) -> None:
    """Two different tokens never mean the same bytes: the last character has no spare bits."""
    if (token := parse_token(text)) is not None:
        raw = base64.urlsafe_b64decode(token + "=")
        assert base64.urlsafe_b64encode(raw).rstrip(b"=").decode() == token


@pytest.mark.parametrize(
    "value",
    [
        "",
        "A" * 42,
        "A" * 44,
        "A" * 42 + "B",
        "A" * 43 + "\n",
        "Ａ" * 43,
        "A" * 41 + "=A",
        b"A" * 43,
        43,
        None,
    ],
)
def test_what_is_no_token(value: object) -> None:
    """Wrong length, alphabet, type or spare bits."""
    assert parse_token(value) is None


def test_a_session_is_named_by_a_digest() -> None:
    """First 32 hex digits of SHA-256: the token cannot be told from it."""
    token = new_token()
    assert session_id(token) == hashlib.sha256(token.encode()).hexdigest()[:32]
    assert re.fullmatch("[0-9a-f]{32}", session_id(token))
    assert token not in session_id(token)


@given(st.integers(0, TOP), st.integers(0, TOP))
def test_every_stream_id_is_an_offset(ms: int, counter: int) -> None:
    """What the store can hand out is accepted, but for the very last id there can be."""
    offset = f"{ms}-{counter}"
    assert parse_offset(offset) == (None if ms == counter == TOP else offset)


@pytest.mark.parametrize("value", [f"{TOP}-{TOP - 1}", f"{TOP - 1}-{TOP}", "0-0", "007-1"])
def test_the_store_takes_every_offset_as_a_beginning(value: str, redis_url: str) -> None:
    """What is recognised as an offset is no error to the store."""
    assert parse_offset(value)
    with redis.Redis.from_url(redis_url) as client:
        assert client.xrange("nothing", f"({value}", "+") == []


@pytest.mark.parametrize(
    "value",
    ["", "1", "-", "1-", "-1", "1-1-1", " 1-1", "1-1\n", "+", "$", "(1-1", "1-x", "１-1", "-1-1",
     f"{TOP + 1}-0",
     f"0-{TOP + 1}", f"{TOP}-{TOP}", "9" * 21 + "-0", b"1-1", 1, None, ["1-1"]],
)  # fmt: skip
def test_what_is_no_offset(value: object) -> None:
    """Anything the store could not have handed out, or would not look after."""
    assert parse_offset(value) is None


def test_a_trace_names_no_person() -> None:
    """User's number, message's number."""
    assert trace_id(17, 3) == "Usuario-17:m3"


@given(st.text(min_size=1, max_size=MAX_MESSAGE_ID_CHARS))
def test_a_clients_id_is_kept_as_a_digest(text: str) -> None:
    """Always the same short word without blanks, whatever the client's text."""
    assert re.fullmatch("[0-9a-f]{24}", message_key(text))
    assert message_key(text) == message_key(text) != message_key(text + ".")
