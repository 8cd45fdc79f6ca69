"""edge/shown.py: the rest of a reply of which pieces were lost."""

from __future__ import annotations

import pytest

from edge.shown import Shown
from shared.ids import MessageId
from shared.protocol import Delta, encode

ID = MessageId("a")
TEXT = "Te escucho 💛 siempre."


@pytest.mark.parametrize("as_frame", [True, False])
def test_the_rest_begins_where_the_last_piece_ended(as_frame: bool) -> None:
    """Counted in code points, whether the piece was noted as a value or as its frame."""
    shown = Shown()
    piece = Delta(ID, 1, 3, TEXT[3:12])
    shown.piece(encode(piece) if as_frame else piece)
    assert shown.began(ID)
    assert shown.rest(ID, 1, TEXT) == Delta(ID, 1, 12, TEXT[12:])


def test_nothing_is_missing_of_what_was_shown_whole() -> None:
    """No empty piece is made up."""
    shown = Shown()
    shown.piece(Delta(ID, 1, 0, TEXT))
    assert shown.rest(ID, 1, TEXT) is None


def test_a_new_attempt_is_shown_from_its_start() -> None:
    """What was shown of an older attempt, or of another reply, counts for nothing."""
    shown = Shown()
    shown.piece(Delta(ID, 1, 0, TEXT[:5]))
    assert shown.rest(ID, 2, TEXT) == Delta(ID, 2, 0, TEXT)
    assert shown.rest(MessageId("b"), 1, TEXT) == Delta(MessageId("b"), 1, 0, TEXT)


def test_a_reply_nothing_was_shown_of_has_not_begun() -> None:
    """Before the first piece, after the end, and for another reply."""
    shown = Shown()
    assert (shown.empty, shown.began(ID)) == (True, False)
    shown.piece(Delta(ID, 1, 0, TEXT))
    assert (shown.empty, shown.began(MessageId("b"))) == (False, False)
    shown.clear()
    assert (shown.empty, shown.began(ID)) == (True, False)
