"""shared/seal.py: what is sealed opens for its own session and key, and for nothing else."""

from __future__ import annotations

import base64

import pytest
from hypothesis import given
from hypothesis import strategies as st

from shared.errors import StoreError
from shared.ids import SessionId
from shared.seal import NONCE_BYTES, AesSeal, PlainSeal, SealBroken, make_seal

ANA, LUZ = SessionId("a" * 32), SessionId("b" * 32)
SEAL = AesSeal(bytes(range(32)))
WORDS = b"me siento sola"


@given(st.binary(max_size=300))
def test_what_was_sealed_opens(value: bytes) -> None:
    """Any bytes come back, also none."""
    assert SEAL.open(ANA, SEAL.seal(ANA, value)) == value


def test_another_process_with_the_same_key_opens_it() -> None:
    """Edge and worker share nothing but DATA_KEY."""
    assert AesSeal(bytes(range(32))).open(ANA, SEAL.seal(ANA, WORDS)) == WORDS


def test_the_same_words_never_look_the_same() -> None:
    """Every value has a nonce of its own."""
    sealed = {SEAL.seal(ANA, WORDS) for _ in range(100)}
    assert len(sealed) == len({value[:NONCE_BYTES] for value in sealed}) == 100


def test_the_words_are_not_in_it() -> None:
    """Sealed text is no text."""
    assert b"siento" not in SEAL.seal(ANA, WORDS)


def test_another_session_cannot_open_it() -> None:
    """A value moved to another session is broken."""
    with pytest.raises(SealBroken):
        SEAL.open(LUZ, SEAL.seal(ANA, WORDS))


def test_another_key_cannot_open_it() -> None:
    """After a change of DATA_KEY old values are broken, not garbage."""
    with pytest.raises(SealBroken):
        AesSeal(bytes(32)).open(ANA, SEAL.seal(ANA, WORDS))


@given(place=st.integers(0, NONCE_BYTES + len(WORDS) + 15), bit=st.integers(0, 7))
def test_any_damage_is_noticed(place: int, bit: int) -> None:
    """One flipped bit anywhere breaks it."""
    sealed = bytearray(SEAL.seal(ANA, WORDS))
    sealed[place] ^= 1 << bit
    with pytest.raises(SealBroken):
        SEAL.open(ANA, bytes(sealed))


@pytest.mark.parametrize("length", [0, 1, 11, 12, 27, 28])
def test_too_short_is_broken(length: int) -> None:
    """A stump raises SealBroken, whatever the library says."""
    with pytest.raises(SealBroken):
        SEAL.open(ANA, SEAL.seal(ANA, WORDS)[:length])


@given(st.binary(max_size=60))
def test_plain_values_are_broken_under_a_key(value: bytes) -> None:
    """What was stored before there was a DATA_KEY raises SealBroken, a store's error."""
    with pytest.raises(StoreError):
        SEAL.open(ANA, value)


def test_the_error_says_nothing_of_the_value() -> None:
    """Neither text nor bytes nor cause get into a traceback."""
    value = b"palabras-mias-en-claro-sin-sellar"
    with pytest.raises(SealBroken) as caught:
        SEAL.open(ANA, value)
    assert "palabras" not in repr(caught.value)
    assert caught.value.__cause__ is None
    assert caught.value.__suppress_context__


def test_without_a_key_values_are_plain() -> None:
    """PlainSeal is the identity."""
    assert PlainSeal().open(ANA, PlainSeal().seal(ANA, WORDS)) == WORDS


def test_the_setting_chooses_the_seal() -> None:
    """An empty DATA_KEY is plain; 32 bytes in base64url, padded or not, are AES."""
    key = base64.urlsafe_b64encode(bytes(range(32))).decode()
    assert isinstance(make_seal(""), PlainSeal)
    for text in (key, key.rstrip("=")):
        assert make_seal(text).open(ANA, SEAL.seal(ANA, WORDS)) == WORDS
