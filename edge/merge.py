"""How a connection joins what was said with what is being said: no gap, no duplicate (I4). Pure.

Subscribe first, then read the log page by page, then go on with the live events that the last page
does not hold. Events carry the session's seq; a page tells the seq up to which it is complete.

A session may be erased or expire and begin anew under the same name. Each of its lives is known by
the offset of its first event (seq 1).
"""

from __future__ import annotations

from collections import deque
from enum import Enum, auto

from shared.ids import Offset
from shared.store.events import Event
from shared.store.sessions import Page

MAX_HELD = 256
"""Live events kept while a page is read. More: they are dropped, and the log is read once more."""


class Verdict(Enum):
    """What to do with a live event."""

    SHOW = auto()
    SKIP = auto()
    CATCH_UP = auto()
    ERASED = auto()


class Merge:
    """The place of one connection in its session.

    `cursor` is the newest log offset that was dealt with: the next page starts behind it.
    """

    __slots__ = ("_again", "_born", "_held", "_seq", "catching_up", "cursor")

    def __init__(self, cursor: Offset | None) -> None:
        self.cursor = cursor
        self.catching_up = True
        self._born = ""
        self._seq = 0
        self._again = False
        self._held: deque[Event] = deque()

    def live(self, event: Event) -> Verdict:
        """Judge an event the moment it arrives."""
        if event.kind == "e":
            self.forget()
            return Verdict.ERASED
        if self.catching_up:
            self._hold(event)
            return Verdict.SKIP
        return self._judge(event)

    def _judge(self, event: Event) -> Verdict:
        if event.seq == self._seq + 1:
            if event.seq == 1:
                self._born = event.offset
            self._seq = event.seq
            return Verdict.SHOW
        another_life = event.seq == 1 and event.offset != self._born
        return Verdict.CATCH_UP if event.seq > self._seq or another_life else Verdict.SKIP

    @property
    def seq(self) -> int:
        """The newest event that was dealt with."""
        return self._seq

    def stale(self) -> bool:
        """Return True when the page being shown is out of date: an erase came, or too much was missed."""
        return self._again

    def begin(self) -> None:
        """A page is about to be read: what is live from now on must be kept."""
        self.catching_up = True
        self._again = False
        self._held.clear()

    def missed(self) -> None:
        """Events were lost: a page under way is void, and what is live must be kept for the next one."""
        self._again = self.catching_up
        self.catching_up = True
        self._held.clear()

    def new_life(self, page: Page) -> bool:
        """Tell whether the session was erased or expired since the last page; then start over."""
        born_before, self._born = self._born, page.born
        if not born_before or born_before == page.born:
            return False
        self.cursor = None
        return True

    def finish(self, page: Page) -> tuple[list[Event], bool]:
        """Take the last page; return the held events it lacks, and whether to catch up again."""
        if self._again:
            return [], True
        self._seq = page.seq
        events: list[Event] = []
        while self._held:
            event = self._held.popleft()
            match self._judge(event):
                case Verdict.SHOW:
                    events.append(event)
                case Verdict.CATCH_UP:
                    return events, True
        self.catching_up = False
        return events, False

    def forget(self) -> None:
        """The session was erased: its next event is the first, and a page under way is void."""
        self._again = self.catching_up
        self._held.clear()
        self._born = ""
        self._seq = 0
        self.cursor = None

    def _hold(self, event: Event) -> None:
        if len(self._held) >= MAX_HELD:
            self._held.clear()
            self._again = True
        self._held.append(event)
