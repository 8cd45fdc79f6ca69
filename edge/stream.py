"""One connection's view of its session: replay, live events, repair. Writes frames, reads none."""

from __future__ import annotations

from dataclasses import dataclass
from enum import Enum, auto
from typing import Protocol

from edge.mail import Mail
from edge.merge import Merge, Verdict
from edge.services import Services
from edge.shown import Shown
from shared.errors import StoreUnavailable
from shared.ids import MessageId, Offset, SessionId, Token
from shared.protocol import Erased, LoggedReply, ServerFrame, close_body, read_body
from shared.store.events import Event
from shared.store.sessions import LogEntry, Page


@dataclass(frozen=True, slots=True)
class Session:
    """An open session on this connection."""

    token: Token
    sid: SessionId
    user: int


class OwnErase(Enum):
    """Where the connection's own erase is: its answer and its event come by different ways."""

    NONE = auto()
    """There is none, or its event has come."""
    SENT = auto()
    """Neither answer nor event has come."""
    LOST = auto()
    """Its event may have been lost."""
    TOLD = auto()
    """The answer came first. What is live before the event is of the life that was erased."""


class Owner(Protocol):
    """The connection that follows the session, in its own mode."""

    name: str
    mail: Mail

    def frame(self, frame: ServerFrame) -> None:
        """Send a frame."""

    def encoded(self, frame: bytes) -> None:
        """Send a frame that is encoded already."""

    async def pace(self) -> None:
        """Wait while much is unsent."""

    def ack(self, id: MessageId, offset: Offset, number: int, *, duplicate: bool) -> bool:
        """Ack a message in doubt; False when it is none of this connection's."""

    def missed(self) -> None:
        """Have `catch_up` called soon."""

    def answered(self) -> None:
        """A reply was shown, or none is owed any more."""


_AFTER_LOSS = {OwnErase.SENT: OwnErase.LOST, OwnErase.TOLD: OwnErase.NONE}


class Stream:
    """Follows one session for one connection. A Fanout listener."""

    def __init__(self, services: Services, session: Session, since: Offset | None, owner: Owner) -> None:
        self.session = session
        self._services = services
        self._merge = Merge(since)
        self._owner = owner
        self._own_erase = OwnErase.NONE
        self._expected = 0
        self._shown = Shown()

    async def open(self) -> Page:
        """Subscribe, then read the first page. Raises StoreUnavailable and leaves nothing behind."""
        await self._services.fanout.subscribe(self.session.sid, self)
        try:
            return await self._page()
        except BaseException:
            self.close()
            raise

    def close(self) -> None:
        """Follow no longer."""
        self._services.fanout.unsubscribe(self.session.sid, self)

    async def catch_up(self, page: Page | None = None) -> None:
        """Show all that was missed and join the live events. Raises StoreUnavailable."""
        again = True
        while again:
            page = page or await self._page()
            again = await self._show_page(page)
            page = None

    async def _page(self) -> Page:
        self._merge.begin()
        return await self._services.sessions.resume(self.session.sid, self._merge.cursor)

    async def _show_page(self, page: Page) -> bool:
        """Show one page; True when another has to be read."""
        if self._merge.stale():
            return True
        if self._merge.new_life(page):
            self._forget()
            return True
        for entry in page.entries:
            self._entry(entry)
            self._merge.cursor = entry.offset
            await self._owner.pace()
            if self._merge.stale():
                return True
        if page.more:
            return True
        if page.running:
            self._show_rest(page.running.id, page.running.attempt, page.running.text)
        events, again = self._merge.finish(page)
        for event in events:
            self._show(event)
        return again

    # Fanout listener

    def live(self, event: Event) -> None:
        """Take one live event."""
        own = event.kind == "e" and event.origin == self._owner.name
        told = self._own_erase is OwnErase.TOLD
        if own:
            self._own_erase = OwnErase.NONE
        if told:
            return
        match self._merge.live(event):
            case Verdict.SHOW:
                self._show(event)
            case Verdict.CATCH_UP:
                self._merge.missed()
                self._owner.missed()
            case Verdict.ERASED:
                self._forget()

    def missed(self) -> None:
        """Events may have been lost: have the connection catch up."""
        self._own_erase = _AFTER_LOSS.get(self._own_erase, self._own_erase)
        self._merge.missed()
        self._owner.missed()

    def reach(self, newest: int) -> None:
        """Take the session's newest seq. What was newest a moment ago and is not here yet was lost."""
        if not self._merge.catching_up and self._merge.seq < self._expected:
            self.missed()
        self._expected = newest

    async def erase(self) -> None:
        """Delete the session everywhere. Raises StoreUnavailable."""
        self._own_erase = OwnErase.SENT
        try:
            await self._services.sessions.erase(self.session.sid, self._owner.name)
        except StoreUnavailable:
            self._own_erase = OwnErase.NONE
            raise
        self._erase_answered()

    def _erase_answered(self) -> None:
        if self._own_erase is OwnErase.NONE:
            return  # its event came first and was shown
        self._own_erase = OwnErase.TOLD if self._own_erase is OwnErase.SENT else OwnErase.NONE
        self._merge.forget()
        self._forget()

    def _forget(self) -> None:
        self._shown.clear()
        self._owner.mail.forget()
        self._owner.frame(Erased())
        self._owner.answered()

    def _show(self, event: Event) -> None:
        match event.kind:
            case "d":
                self._owner.mail.started(event.number)
                self._owner.encoded(event.body)
                self._shown.piece(event.body)
            case "u" if event.origin == self._owner.name:
                self._merge.cursor = event.offset
                self._own(event)
            case _:
                if event.kind == "r":
                    self._shown.clear()  # live pieces leave no gap
                entry = LogEntry(event.offset, event.kind, event.number, event.body)
                # A message in doubt that came by another connection: ours was its duplicate.
                self._entry(entry, duplicate=True)
                self._merge.cursor = event.offset

    def _own(self, event: Event) -> None:
        mail = self._owner.mail
        if mail.is_own(event.number):
            return
        id = read_body(event.body).id
        if not self._owner.ack(id, event.offset, event.number, duplicate=False):
            # Acked before an erase that was heard of only then: the client has cleared it away.
            self._owner.encoded(close_body(event.body, event.offset))

    def _entry(self, entry: LogEntry, *, duplicate: bool = False) -> None:
        if entry.kind == "u":
            if self._owner.mail.is_own(entry.number):
                return
            if self._owner.ack(read_body(entry.body).id, entry.offset, entry.number, duplicate=duplicate):
                return
        else:
            self._complete(entry)
        self._owner.encoded(close_body(entry.body, entry.offset))
        if entry.kind == "r":
            self._owner.mail.answered(entry.number)
            self._owner.answered()

    def _complete(self, entry: LogEntry) -> None:
        """Show the pieces that were lost of a reply of which some were shown, before its end."""
        if self._shown.empty:
            return
        reply = read_body(entry.body)
        if isinstance(reply, LoggedReply) and self._shown.began(reply.id):
            self._show_rest(reply.id, reply.attempt, reply.text)
            self._shown.clear()

    def _show_rest(self, id: MessageId, attempt: int, text: str) -> None:
        if rest := self._shown.rest(id, attempt, text):
            self._owner.frame(rest)
            self._shown.piece(rest)
