"""shared/crisis/stream.py: a message as one line of tokens."""

from __future__ import annotations

from itertools import pairwise

from hypothesis import given
from hypothesis import strategies as st

from shared.crisis.stream import STOP, joined, stream


def test_every_sentence_is_closed() -> None:
    """The model sees where one thought ends."""
    assert joined([["hola"], ["no", "puedo", "mas"]]) == ["hola", STOP, "no", "puedo", "mas", STOP]
    assert joined([]) == []


def test_what_follows_itself_is_left_out() -> None:
    """Repeating a word or a sign says nothing new."""
    assert joined([["no", "no", "no", "puedo"], []]) == ["no", "puedo", STOP]
    assert stream("no no no no puedo") == stream("no puedo")


def test_spelling_is_folded() -> None:
    """Capitals and accents make no difference."""
    assert stream("No PUEDO más") == stream("no puedo mas")


@given(st.text(max_size=300))
def test_any_text_becomes_tokens_without_repetition(text: str) -> None:
    """No empty token, none twice in a row, and a stop at the end of all that was said."""
    tokens = stream(text)
    assert all(tokens)
    assert all(a != b for a, b in pairwise(tokens))
    assert not tokens or tokens[-1] == STOP
