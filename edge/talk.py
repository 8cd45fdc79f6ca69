"""What a connection does with its session in the store: open, submit, stop, erase, export, repair."""

from __future__ import annotations

import asyncio
import secrets
from collections.abc import AsyncIterator
from typing import Protocol

from edge.mail import Mail
from edge.outgoing import Outgoing
from edge.services import Services
from edge.stream import Session, Stream
from edge.voice import Voice
from shared.crisis import Assessment
from shared.errors import Refusal, StoreUnavailable
from shared.ids import MessageId, Offset, SessionId, Token, new_token, session_id, trace_id
from shared.protocol import (
    Ack,
    Message,
    Queued,
    ServerFrame,
    Welcome,
    close_body,
    history_head,
    history_page,
    history_tail,
)
from shared.store.link import SILENCE_SECONDS
from shared.store.sessions import NO_OFFSET, Page, Submitted
from shared.texts import wire

RETRY_SECONDS = 0.05
"""Pause before a submit whose answer was lost is tried again."""


class Host(Protocol):
    """The connection around a talk."""

    def catch_up_soon(self) -> None:
        """Have `catch_up` run after what runs now."""

    def answered(self) -> None:
        """A reply was shown."""


class Talk:
    """One connection's session. All coroutines raise StoreUnavailable; some raise Refusal."""

    def __init__(self, services: Services, out: Outgoing, voice: Voice, host: Host, address: str) -> None:
        self.name = secrets.token_hex(6)
        self.mail = Mail()
        self.voice = voice
        self.country: str | None = None
        self.said_country: str | None = None
        self._services = services
        self._out = out
        self._host = host
        self._address = address
        self._stream: Stream | None = None
        self._wanted: tuple[Token | None, Offset | None] = (None, None)
        self._welcome: Welcome | None = None
        self._replaying = False
        self._clock = asyncio.get_running_loop().time

    # State

    @property
    def where(self) -> str | None:
        """The country whose help lines count: as the client says, else as the person's words do."""
        return self.country or self.said_country

    @property
    def session(self) -> Session | None:
        """The open session, or None."""
        return self._stream.session if self._stream else None

    @property
    def opened(self) -> bool:
        """True when a session is open and what was said before has been shown."""
        return self._stream is not None and not self._replaying

    @property
    def resumed(self) -> bool:
        """True when something was stored under the session that was opened last."""
        return self._welcome is not None and self._welcome.resumed

    def close(self) -> None:
        """Follow the session no longer."""
        self._replaying = False
        self._services.waiting.discard(self)
        if self._stream is not None:
            self._stream.close()
            self._stream = None

    # Operations

    async def open(self, token: Token | None, since: Offset | None) -> None:
        """Open or resume a session and show what was said. Raises Refusal (`too_many_sessions`).

        Should it fail, `ensure_open` goes on where it failed.
        """
        self.close()
        self.mail.forget()
        token = token or new_token()
        self._wanted = (token, since)
        stream = Stream(self._services, Session(token, session_id(token), 0), since, self)
        page = await stream.open()
        try:
            admit = self._services.sessions.admit
            user = page.user if page.exists else await admit(stream.session.sid, self._address)
        except BaseException:
            stream.close()
            raise
        stream.session = Session(token, session_id(token), user)
        self._stream = stream
        self._welcome = _welcome(self._services, stream.session, page, since)
        self.voice.opened(self._welcome, user)
        self._replaying = True
        await self._replay(stream, page)

    async def _replay(self, stream: Stream, page: Page | None = None) -> None:
        await stream.catch_up(page)
        self._replaying = False
        self.voice.replayed()

    def welcome_again(self) -> None:
        """Say once more that the session is open, to a client that turned out to speak JSON."""
        if self._stream is not None and self._welcome is not None:
            self.voice.opened(self._welcome, self._stream.session.user)

    async def ensure_open(self) -> Stream:
        """Open the session that was asked for last, or a new one, if none is open."""
        if self._stream is None:
            await self.open(*self._wanted)
        elif self._replaying:
            await self._replay(self._stream)
        assert self._stream is not None
        return self._stream

    async def submit(self, message: Message, *, heard: Assessment) -> None:
        """Submit one message and ack it. Raises Refusal with the message's id."""
        try:
            session = (await self.ensure_open()).session
            self.mail.sending(message.id)
            submitted = await self._submit(session, message, heard=heard)
        except Refusal as refusal:
            self.mail.refused(message.id)
            self._services.metrics.messages.labels(refusal.code).inc()
            raise Refusal(
                refusal.code, refusal.message, id=message.id, retry_after=refusal.retry_after
            ) from None
        except StoreUnavailable:
            self._services.metrics.messages.labels("unavailable").inc()
            raise unavailable(message.id) from None
        self.ack(message.id, submitted.offset, submitted.number, duplicate=submitted.duplicate)

    async def _submit(self, session: Session, message: Message, *, heard: Assessment) -> Submitted:
        nonce = secrets.token_hex(8)
        started = self._clock()
        while True:
            try:
                return await self._services.sessions.submit(
                    session.sid,
                    message,
                    origin=self.name,
                    user=session.user,
                    heard=heard,
                    country=self.where,
                    nonce=nonce,
                )
            except StoreUnavailable:
                # A connection that was merely dropped is back in a moment; the nonce tells the
                # store that this is our own repeat.
                if self._clock() - started > SILENCE_SECONDS / 2:
                    raise
                await asyncio.sleep(RETRY_SECONDS)

    async def stop(self, message_id: MessageId | None) -> None:
        """Stop a reply."""
        if self._stream is not None:
            await self._services.sessions.stop(self._stream.session.sid, message_id)

    async def erase(self) -> None:
        """Delete the session everywhere."""
        await (await self.ensure_open()).erase()

    async def export(self) -> None:
        """Send all that is stored as one `history` frame."""
        stream = await self.ensure_open()
        await self._out.send_long(self._history(stream.session.sid))

    async def _history(self, sid: SessionId) -> AsyncIterator[bytes]:
        first = True
        async for page in self._services.sessions.pages(sid):
            if first:
                yield history_head()
            events = [close_body(entry.body, entry.offset) for entry in page]
            yield history_page(events, first=first)
            first = first and not events
        yield history_tail()

    async def catch_up(self) -> None:
        """Show what was missed."""
        if self._stream is not None:
            await self._stream.catch_up()

    # Owner of the stream

    def frame(self, frame: ServerFrame) -> None:
        """Send a frame."""
        self.voice.frame(frame)

    def encoded(self, frame: bytes) -> None:
        """Send a frame that is encoded already."""
        self.voice.encoded(frame)

    async def pace(self) -> None:
        """Wait while much is unsent."""
        await self._out.pace()

    def ack(self, id: MessageId, offset: Offset, number: int, *, duplicate: bool) -> bool:
        """Ack a message in doubt, once; False when it is none of this connection's."""
        if self._stream is None or not self.mail.acked(id, number, self._clock(), duplicate=duplicate):
            return False
        trace = trace_id(self._stream.session.user, number)
        self.frame(Ack(id, trace, offset, duplicate))
        self._services.metrics.messages.labels("duplicate" if duplicate else "acked").inc()
        self._services.waiting.add(self)
        return True

    def missed(self) -> None:
        """Events may have been lost."""
        self._host.catch_up_soon()

    def answered(self) -> None:
        """A reply was shown."""
        self._host.answered()

    # Waiter

    def waits_since(self) -> tuple[SessionId, float] | None:
        """Return since when the oldest own message waits for its first word."""
        own = self.mail.waiting()
        return (self._stream.session.sid, own.since) if own and self._stream else None

    def awaits(self) -> SessionId | None:
        """Return the session while an answer is owed on this connection."""
        return self._stream.session.sid if self._stream and self.mail.open else None

    def reach(self, newest: int) -> None:
        """Compare what was seen with the session's newest event."""
        if self._stream is not None:
            self._stream.reach(newest)

    def place(self, position: int) -> None:
        """Tell the place in the queue, when it changed."""
        own = self.mail.waiting()
        if own and own.position != position:
            own.position = position
            self.frame(Queued(own.id, position))


def unavailable(id: MessageId | None = None) -> Refusal:
    """Return the refusal for a store that is down: the message may or may not have been stored."""
    text = wire.error_text("unavailable", retry_after=SILENCE_SECONDS)
    return Refusal("unavailable", text, id=id, retry_after=SILENCE_SECONDS)


def _welcome(services: Services, session: Session, page: Page, since: Offset | None) -> Welcome:
    return Welcome(
        session=session.token,
        user=f"Usuario-{session.user}",
        resumed=page.exists,
        offset=since if since and page.exists else NO_OFFSET,
        limits=services.limits,
        disclaimer=wire.DISCLAIMER,
        truncated=bool(since and page.cut and _older(since, page.cut)),
    )


def _older(offset: Offset, other: str) -> bool:
    def parts(value: str) -> tuple[int, ...]:
        return tuple(int(part) for part in value.split("-"))

    return parts(offset) < parts(other)
