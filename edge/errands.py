"""What a connection has to do in the store, one thing after the other; failures become error frames."""

from __future__ import annotations

import asyncio
from collections.abc import Awaitable, Callable
from functools import partial

import structlog
from msgspec import UNSET

from edge.outgoing import Outgoing
from edge.pump import Pump
from edge.services import Services
from edge.talk import Talk, unavailable
from edge.voice import TextVoice, Voice
from shared.crisis import Assessment
from shared.errors import Refusal, StoreUnavailable
from shared.ids import MessageId, Token
from shared.protocol import CloseCode, ErrorFrame, Hello, Message
from shared.texts import wire

log = structlog.get_logger("psicoia.edge")

REOPEN_SECONDS = 0.5
"""How often a connection made while the store was down tries again."""

LINGER_SECONDS = 120.0
"""How long an answer is awaited for a client that has closed its side (`echo hola | nc …`)."""

Step = Callable[[], Awaitable[object]]


class Errands:
    """Runs in order what the frames of one connection ask for. Nothing here blocks or raises."""

    def __init__(
        self,
        services: Services,
        out: Outgoing,
        voice: Voice,
        address: str,
        close: Callable[[CloseCode], None],
    ) -> None:
        self.talk = Talk(services, out, voice, self, address)
        self._pump = Pump(out.port.pause_reading, out.port.resume_reading)
        self._close = close
        self._timers: set[asyncio.TimerHandle] = set()
        self._opened_by_client = False
        self._told_down = False
        self._reopening = False
        self._repairing = False
        self._leaving = False
        self._gone = False

    # What frames ask for

    def greet(self) -> None:
        """Open a session before the client said anything."""
        self.add(self._ensure_open)

    def hello(self, hello: Hello) -> None:
        """Open or resume a session; a later one may only change the country."""
        if hello.country is not UNSET:
            # At once: what comes right behind may be a cry for help.
            self.talk.country = hello.country
        self.add(partial(self._hello, hello))

    def submit(self, message: Message, *, heard: Assessment) -> None:
        """Submit a message."""
        self.add(partial(self._submit, message, heard))

    def stop(self, id: MessageId | None) -> None:
        """Stop a reply."""
        self.add(partial(self.talk.stop, id))

    def resume(self, token: Token, voice: TextVoice) -> None:
        """Change to another session (`/sesion TOKEN`)."""
        self.add(partial(self._resume, token, voice))

    def show_session(self, voice: TextVoice) -> None:
        """Show the key to the session."""
        self.add(partial(self._show_session, voice))

    def quit(self, voice: TextVoice) -> None:
        """Say goodbye and close."""
        self.add(partial(self._quit, voice))

    def leave_when_answered(self) -> None:
        """Close as soon as no answer is owed any more."""
        self._leaving = True
        self._later(LINGER_SECONDS, partial(self._close, CloseCode.BYE))
        self.add(self._leave_if_done)

    def add(self, step: Step) -> None:
        """Run `step` after all that came before."""
        self._pump.add(partial(self._perform, step))

    async def idle(self) -> None:
        """Wait until nothing is under way."""
        await self._pump.idle()

    def closed(self) -> None:
        """The connection is gone: nothing more is to be done."""
        self._gone = True
        for timer in self._timers:
            timer.cancel()
        self._timers.clear()
        self._pump.clear()
        self.talk.close()

    # Host of the talk

    def catch_up_soon(self) -> None:
        """Repair the view of the session after what runs now."""
        if not self._repairing:
            self._repairing = True
            self.add(self._catch_up)

    def answered(self) -> None:
        """A reply was shown."""
        if self._leaving:
            self.add(self._leave_if_done)

    # Steps

    async def _perform(self, step: Step) -> None:
        if not self._gone:
            await self._attempt(step)
        if self._gone:
            self.talk.close()  # the step may have opened a session after the connection had ended

    async def _attempt(self, step: Step) -> None:
        try:
            await step()
        except Refusal as refusal:
            self.talk.frame(ErrorFrame.of(refusal))
        except StoreUnavailable:
            self.talk.frame(ErrorFrame.of(unavailable()))
        except Exception:
            # One connection's mistake must not end in silence.
            log.exception("connection_failed")
            self.talk.frame(ErrorFrame.of(unavailable()))

    async def _hello(self, hello: Hello) -> None:
        if self._opened_by_client:
            return
        self._opened_by_client = True
        session = self.talk.session
        if session is not None and (hello.session is None or hello.session == session.token):
            self.talk.welcome_again()
        else:
            await self._open(partial(self.talk.open, hello.session, hello.since))

    async def _ensure_open(self) -> None:
        await self._open(self.talk.ensure_open)

    async def _reopen(self) -> None:
        self._reopening = False
        await self._ensure_open()

    def _reopen_later(self) -> None:
        if not self._reopening:
            self._reopening = True
            self._later(REOPEN_SECONDS, partial(self.add, self._reopen))

    async def _open(self, how: Step) -> None:
        """Open; while the store is down try again until it is back, and say so once."""
        try:
            await how()
        except StoreUnavailable:
            self._reopen_later()
            if not self._told_down:
                self._told_down = True
                raise
        else:
            self._told_down = False

    async def _submit(self, message: Message, heard: Assessment) -> None:
        # From now on a hello may only change the country.
        self._opened_by_client = True
        try:
            await self.talk.submit(message, heard=heard)
        except Refusal as refusal:
            if refusal.code == "unavailable" and not self.talk.opened:
                self._told_down = True
                self._reopen_later()
            raise
        finally:
            self.answered()

    async def _resume(self, token: Token, voice: TextVoice) -> None:
        await self._open(partial(self.talk.open, token, None))
        if self.talk.session is not None and not self.talk.resumed:
            voice.lines(wire.RESUMED_EMPTY_LINE)

    async def _quit(self, voice: TextVoice) -> None:
        voice.lines(wire.GOODBYE)
        self._close(CloseCode.BYE)

    async def _show_session(self, voice: TextVoice) -> None:
        voice.session((await self.talk.ensure_open()).session.token)

    async def _catch_up(self) -> None:
        self._repairing = False
        try:
            await self.talk.catch_up()
        except StoreUnavailable:
            self._later(REOPEN_SECONDS, self.catch_up_soon)

    async def _leave_if_done(self) -> None:
        if not self.talk.mail.open:
            self._close(CloseCode.BYE)

    def _later(self, seconds: float, action: Callable[[], None]) -> None:
        def run() -> None:
            self._timers.discard(timer)
            action()

        if not self._gone:
            timer = asyncio.get_running_loop().call_later(seconds, run)
            self._timers.add(timer)
