"""One connection as a state machine without a transport: bytes in, frames out, in both modes.

What can be done at once is done on arrival, in this order: read, look for danger, show help. What
needs the store goes through the pump, one operation after the other.
"""

from __future__ import annotations

import asyncio
import random
import secrets
from collections.abc import Awaitable, Callable
from functools import partial

import structlog
from msgspec import UNSET

from edge import textmode
from edge.outgoing import Outgoing
from edge.peek import peek_text
from edge.pump import Pump
from edge.services import Services
from edge.talk import Talk, unavailable
from edge.voice import JsonVoice, TextVoice
from shared.crisis import Level
from shared.errors import Refusal, StoreUnavailable
from shared.framing import Mode
from shared.ids import MessageId
from shared.protocol import (
    BadFrameCount,
    ClientFrame,
    CloseCode,
    Erase,
    ErrorFrame,
    Export,
    Hello,
    Message,
    Ping,
    Pong,
    Reconnect,
    Stop,
    decode,
)
from shared.texts import wire

log = structlog.get_logger("psicoia.edge")

REOPEN_SECONDS = 0.5
"""How often a connection made while the store was down tries again."""

LINGER_SECONDS = 120.0
"""How long an answer is awaited for a client that has closed its side (`echo hola | nc …`)."""

_COUNTED = frozenset({"bad_frame", "empty", "too_long"})


class Conversation:
    """One connection. Adapters feed it; it never blocks and never raises."""

    def __init__(
        self, services: Services, out: Outgoing, address: str, sniff: Callable[[bytes], Mode], *, json: bool
    ) -> None:
        self._services = services
        self._out = out
        self._sniff = sniff
        self._json = JsonVoice(out)
        self._text = TextVoice(out)
        self._mode = Mode.JSON if json else None
        self._greeted = False
        self._said_hello = False
        self._told_down = False
        self._refused: Refusal | None = None
        self._leaving = False
        self._gone = False
        self._repairing = False
        self._bad = BadFrameCount()
        self._variant = 0
        self._pump = Pump(out.port.pause_reading, out.port.resume_reading)
        self._talk = Talk(services, out, self._json if json else self._text, self, address)
        self._timers: set[asyncio.TimerHandle] = set()

    # What adapters call

    def receive(self, data: bytes) -> None:
        """Take one frame or line."""
        if self._gone:
            return
        self._settle_mode(data)
        if self._refused:
            self._turn_away()
            return
        try:
            if self._mode is Mode.JSON:
                self._on_frame(decode(data, max_chars=self._services.settings.max_message_chars))
            else:
                self._on_line(textmode.decode_line(data, max_chars=self._services.settings.max_message_chars))
        except Refusal as refusal:
            self._hear_refused(data, refusal)

    def refuse_frame(self, refusal: Refusal) -> None:
        """Answer something that the transport itself found unreadable."""
        self._settle_mode(b"")
        self._error(refusal)

    def greet(self) -> None:
        """The greeting's delay has passed and nothing was said: text mode, for now."""
        if self._mode is None and not self._gone:
            if self._refused:
                self._turn_away()
                return
            self._greeted = True
            self._add(self._ensure_open)

    def refuse(self, refusal: Refusal) -> None:
        """Turn the connection away as soon as its mode is known."""
        self._refused = refusal
        if self._mode is Mode.JSON:
            self._turn_away()

    def end_of_input(self) -> None:
        """The client will say nothing more; close when it was answered."""
        if self._mode is None and not self._greeted:
            self._close(CloseCode.BYE)
            return
        self._leaving = True
        self._later(LINGER_SECONDS, partial(self._close, CloseCode.BYE))
        self._add(self._leave_if_done)

    def too_long(self) -> None:
        """A line or frame was over the limit: say so and close."""
        self._settle_mode(b"")
        self._error(Refusal("too_long", wire.frame_too_long(64 * 1024)))
        self._close(CloseCode.TOO_BIG)

    def going_away(self, spread_ms: int) -> None:
        """The edge drains: send the client elsewhere, not all at the same moment."""
        self._talk.frame(Reconnect(random.randrange(spread_ms + 1)))

    def disconnect(self, code: CloseCode) -> None:
        """Close from our side."""
        self._close(code)

    @property
    def busy(self) -> bool:
        """True while an operation of this connection is under way."""
        return self._pump.busy

    def closed(self) -> None:
        """The transport is gone."""
        self._gone = True
        for timer in self._timers:
            timer.cancel()
        self._timers.clear()
        self._pump.clear()
        self._talk.close()

    # On arrival

    def _settle_mode(self, data: bytes) -> None:
        if self._mode is None:
            # After the greeting too, a client that speaks JSON is heard as such.
            self._mode = Mode.JSON if self._sniff(data) is Mode.JSON else Mode.TEXT
            self._talk.voice = self._json if self._mode is Mode.JSON else self._text

    def _on_frame(self, frame: ClientFrame) -> None:
        self._bad.good()
        match frame:
            case Message():
                self._say(frame)
            case Hello():
                self._add(partial(self._hello, frame))
            case Stop(id=id):
                self._add(partial(self._stop, id))
            case Ping(t=t):
                self._json.frame(Pong(t))
            case Erase():
                self._add(self._talk.erase)
            case Export():
                self._add(self._talk.export)

    def _on_line(self, command: textmode.TextCommand | textmode.Say) -> None:
        self._bad.good()
        match command:
            case textmode.Say(text=text):
                self._say(Message(MessageId(f"t-{secrets.token_hex(8)}"), text))
            case textmode.Quit():
                self._add(self._quit)
            case textmode.ShowHelp():
                self._text.lines(*wire.HELP)
            case textmode.ShowResources():
                self._show_resources(command)
            case textmode.ShowSession():
                self._add(self._show_session)
            case textmode.ResumeSession():
                self._add(partial(self._resume, command))
            case textmode.EraseAll():
                self._add(self._talk.erase)
            case textmode.StopReply():
                self._add(partial(self._stop, None))

    def _say(self, message: Message) -> None:
        """Help first; then the message goes its way."""
        danger = self._hear(message.text, message.id)
        self._add(partial(self._submit, message, danger))

    def _hear(self, text: str, id: MessageId | None) -> bool:
        heard = self._services.care.hear(text, country=self._talk.country, id=id, variant=self._variant)
        if heard.resources is not None:
            self._variant += 1
            self._talk.frame(heard.resources)
        return heard.danger

    def _hear_refused(self, data: bytes, refusal: Refusal) -> None:
        # Too long, or badly put: a cry for help is heard all the same.
        self._hear(peek_text(data), MessageId(refusal.id) if refusal.id else None)
        self._error(refusal)

    def _show_resources(self, command: textmode.ShowResources) -> None:
        if not command.understood:
            self._text.lines(textmode.WARNING + wire.BAD_COUNTRY_LINE)
            return
        if command.country:
            self._talk.country = command.country
        self._text.frame(self._services.care.resources(Level.IDEATION, country=self._talk.country))

    def _error(self, refusal: Refusal) -> None:
        self._talk.frame(ErrorFrame.of(refusal))
        if refusal.code in _COUNTED:
            self._services.metrics.messages.labels(refusal.code).inc()
            if self._bad.bad():
                self._close(CloseCode.POLICY, "too many bad frames")

    def _turn_away(self) -> None:
        if self._refused is not None:
            self._talk.frame(ErrorFrame.of(self._refused))
            self._close(CloseCode.POLICY, self._refused.code)

    # Through the pump

    def _add(self, operation: Callable[[], Awaitable[None]]) -> None:
        self._pump.add(partial(self._perform, operation))

    async def _perform(self, operation: Callable[[], Awaitable[None]]) -> None:
        if self._gone:
            return
        try:
            await operation()
        except Refusal as refusal:
            self._error(refusal)
        except StoreUnavailable:
            self._error(unavailable())
        except Exception:
            # One connection's mistake must not end in silence.
            log.exception("connection_failed")
            self._error(unavailable())

    async def _hello(self, hello: Hello) -> None:
        if hello.country is not UNSET:
            self._talk.country = hello.country
        if self._said_hello:
            return
        self._said_hello = True
        session = self._talk.session
        if session is not None and (hello.session is None or hello.session == session.token):
            self._talk.welcome_again()
        else:
            await self._open(partial(self._talk.open, hello.session, hello.since))

    async def _ensure_open(self) -> None:
        await self._open(self._talk.ensure_open)

    async def _open(self, how: Callable[[], Awaitable[object]]) -> None:
        """Open; while the store is down try again until it is back, and say so once."""
        try:
            await how()
        except StoreUnavailable:
            self._later(REOPEN_SECONDS, lambda: self._add(self._ensure_open))
            if not self._told_down:
                self._told_down = True
                raise
        else:
            self._told_down = False

    async def _submit(self, message: Message, danger: bool) -> None:
        # From now on a hello may only change country and locale.
        self._said_hello = True
        try:
            await self._talk.submit(message, danger=danger)
        finally:
            self._leave_soon()

    async def _stop(self, id: MessageId | None) -> None:
        await self._talk.stop(id)

    async def _quit(self) -> None:
        self._text.lines(wire.GOODBYE)
        self._close(CloseCode.BYE)

    async def _show_session(self) -> None:
        self._text.session((await self._talk.ensure_open()).session.token)

    async def _resume(self, command: textmode.ResumeSession) -> None:
        if command.token is None:
            self._text.lines(textmode.WARNING + wire.BAD_KEY_LINE)
            return
        await self._open(partial(self._talk.open, command.token, None))

    async def _catch_up(self) -> None:
        self._repairing = False
        try:
            await self._talk.catch_up()
        except StoreUnavailable:
            self._later(REOPEN_SECONDS, self.catch_up_soon)

    async def _leave_if_done(self) -> None:
        if self._leaving and not self._talk.mail.open:
            self._close(CloseCode.BYE)

    # Host of the talk

    def catch_up_soon(self) -> None:
        """Repair the view of the session after what runs now."""
        if not self._repairing:
            self._repairing = True
            self._add(self._catch_up)

    def answered(self) -> None:
        """A reply was shown."""
        self._leave_soon()

    def _leave_soon(self) -> None:
        if self._leaving:
            self._add(self._leave_if_done)

    def _later(self, seconds: float, action: Callable[[], None]) -> None:
        def run() -> None:
            self._timers.discard(timer)
            action()

        if not self._gone:
            timer = asyncio.get_running_loop().call_later(seconds, run)
            self._timers.add(timer)

    def _close(self, code: CloseCode, reason: str = "") -> None:
        if not self._gone:
            self._out.close(code, reason)
            self.closed()
