"""Encryption at rest: with DATA_KEY, everything people say is sealed before it leaves the process.

AES-256-GCM with a key per session derived by HKDF (RFC 5869); the session's id is bound as
additional data, so that a value moved to another session does not open.
"""

from __future__ import annotations

import os
from functools import lru_cache
from typing import Protocol

from cryptography.exceptions import InvalidTag
from cryptography.hazmat.primitives.ciphers.aead import AESGCM
from cryptography.hazmat.primitives.hashes import SHA256
from cryptography.hazmat.primitives.kdf.hkdf import HKDF

from shared.errors import StoreError
from shared.ids import SessionId
from shared.settings import decode_key

NONCE_BYTES = 12
SESSION_KEYS_CACHED = 20_000


class SealBroken(StoreError):
    """A stored value does not open: another key, another session, or damage."""


class Seal(Protocol):
    """Seals and opens what a session stores."""

    def seal(self, sid: SessionId, value: bytes) -> bytes:
        """Return `value` in the form that may leave the process."""

    def open(self, sid: SessionId, value: bytes) -> bytes:
        """Return the value that was sealed. Raises SealBroken."""


class PlainSeal:
    """No DATA_KEY: values are stored as they are."""

    def seal(self, sid: SessionId, value: bytes) -> bytes:
        """Return `value` unchanged."""
        return value

    def open(self, sid: SessionId, value: bytes) -> bytes:
        """Return `value` unchanged."""
        return value


class AesSeal:
    """AES-256-GCM under a key derived for each session."""

    def __init__(self, key: bytes) -> None:
        def derive(sid: SessionId) -> AESGCM:
            return AESGCM(HKDF(SHA256(), 32, salt=None, info=b"psicoia session " + sid.encode()).derive(key))

        self._cipher = lru_cache(maxsize=SESSION_KEYS_CACHED)(derive)

    def seal(self, sid: SessionId, value: bytes) -> bytes:
        """Return nonce and ciphertext of `value`."""
        nonce = os.urandom(NONCE_BYTES)
        return nonce + self._cipher(sid).encrypt(nonce, value, sid.encode())

    def open(self, sid: SessionId, value: bytes) -> bytes:
        """Return the plain value. Raises SealBroken."""
        try:
            return self._cipher(sid).decrypt(value[:NONCE_BYTES], value[NONCE_BYTES:], sid.encode())
        except (InvalidTag, ValueError):
            raise SealBroken("a sealed value does not open") from None


def make_seal(data_key: str) -> Seal:
    """Return the seal for a DATA_KEY setting; the empty string means plain storage."""
    return AesSeal(decode_key(data_key)) if data_key else PlainSeal()
