"""The merge of log and live events; every interleaving is tried in test_stream.py."""

from __future__ import annotations

from edge.merge import MAX_HELD, Merge, Verdict
from shared.ids import Offset
from shared.store.events import Event, Kind
from shared.store.sessions import Page

BORN = Offset("100-0")


def event(seq: int, kind: Kind = "d", offset: str = "-") -> Event:
    """Return a live event."""
    return Event(seq, kind, Offset(BORN if seq == 1 and offset == "-" else offset), 1, "-", b"")


def page(seq: int, born: str = BORN) -> Page:
    """Return a last page that is complete up to `seq`."""
    return Page(True, born, 1, seq)


def joined(seq: int) -> Merge:
    """Return a merge that has caught up to `seq`."""
    merge = Merge(None)
    merge.begin()
    merge.new_life(page(seq))
    assert merge.finish(page(seq)) == ([], False)
    return merge


def test_the_next_event_is_shown_and_older_ones_are_not() -> None:
    """Live events go on where the page ended."""
    merge = joined(5)
    assert [merge.live(event(seq)) for seq in (4, 5, 6, 6, 7)] == [
        Verdict.SKIP,
        Verdict.SKIP,
        Verdict.SHOW,
        Verdict.SKIP,
        Verdict.SHOW,
    ]


def test_a_jump_asks_for_the_log() -> None:
    """An event whose predecessor is missing is not shown."""
    merge = joined(5)
    assert merge.live(event(7)) is Verdict.CATCH_UP
    assert merge.live(event(6)) is Verdict.SHOW


def test_what_is_live_during_a_read_is_kept_for_after_it() -> None:
    """Held events that the page lacks follow it, in order; those it has do not."""
    merge = Merge(None)
    merge.begin()
    assert [merge.live(event(seq)) for seq in (4, 5, 6, 7)] == [Verdict.SKIP] * 4
    events, again = merge.finish(page(5))
    assert [held.seq for held in events] == [6, 7]
    assert not again
    assert not merge.catching_up
    assert merge.live(event(8)) is Verdict.SHOW


def test_a_gap_among_held_events_means_reading_again() -> None:
    """What comes before the gap is shown; the rest is left to the log."""
    merge = Merge(None)
    merge.begin()
    for seq in (6, 8):
        merge.live(event(seq))
    events, again = merge.finish(page(5))
    assert [held.seq for held in events] == [6]
    assert again


def test_too_many_held_events_are_dropped_and_read_again() -> None:
    """Memory is bounded: past MAX_HELD the log is read once more instead."""
    merge = Merge(None)
    merge.begin()
    for seq in range(6, 7 + MAX_HELD):
        merge.live(event(seq))
    assert merge.stale()
    assert merge.finish(page(5)) == ([], True)
    merge.begin()
    assert not merge.stale()


def test_an_erase_starts_over() -> None:
    """After it seq 1 is next, the log is read from its beginning, and a page under way is void."""
    merge = joined(5)
    merge.cursor = Offset("105-0")
    assert merge.live(event(0, "e")) is Verdict.ERASED
    assert merge.cursor is None
    assert not merge.stale()
    assert merge.live(event(1)) is Verdict.SHOW
    merge.begin()
    assert merge.live(event(0, "e")) is Verdict.ERASED
    assert merge.stale()
    assert merge.finish(page(9)) == ([], True)


def test_a_silent_end_is_noticed_by_the_first_event_of_the_next_life() -> None:
    """seq 1 of another life asks for the log, seq 1 of this one is merely late."""
    merge = joined(5)
    merge.cursor = Offset("105-0")
    assert merge.live(event(1)) is Verdict.SKIP
    assert merge.live(event(1, "u", "200-0")) is Verdict.CATCH_UP
    assert merge.new_life(page(1, "200-0"))
    assert merge.cursor is None


def test_a_life_is_known_by_its_first_live_event() -> None:
    """Who was there from the first event on needs no page to notice that another life began."""
    merge = joined(0)
    merge.new_life(Page(exists=False))
    assert merge.live(event(1)) is Verdict.SHOW
    assert merge.new_life(page(3)) is False
    assert merge.new_life(page(3, "200-0")) is True
    assert merge.new_life(Page(exists=False)) is True


def test_a_loss_makes_a_page_under_way_void() -> None:
    """What was held is gone, so the page it belonged to cannot be joined."""
    merge = joined(5)
    merge.missed()
    assert not merge.stale()
    assert merge.live(event(6)) is Verdict.SKIP
    merge.missed()
    assert merge.stale()
