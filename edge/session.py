"""One connection as a state machine without a transport: bytes in, frames out, in both modes.

What can be done at once is done on arrival, in this order: read, look for danger, show help. What
needs the store becomes an errand.
"""

from __future__ import annotations

import random
import secrets
from collections.abc import Callable

from edge import textmode
from edge.errands import Errands
from edge.outgoing import TOO_SLOW, Outgoing
from edge.peek import peek_text
from edge.services import Services
from edge.voice import JsonVoice, TextVoice
from shared.crisis import Assessment, Level
from shared.errors import Refusal
from shared.framing import MAX_FRAME_BYTES, Mode
from shared.ids import MessageId
from shared.places import country_in
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
        self._refused: Refusal | None = None
        self._gone = False
        self._bad = BadFrameCount()
        self._variant = 0
        voice = self._json if json else self._text
        self._errands = Errands(services, out, voice, address, self.disconnect)
        self._talk = self._errands.talk

    # What adapters call

    def receive(self, data: bytes) -> None:
        """Take one frame or line."""
        if self._gone:
            return
        self._settle_mode(data)
        if self._refused:
            self._turn_away(self._refused)
            return
        limit = self._services.settings.max_message_chars
        try:
            if self._mode is Mode.JSON:
                self._on_frame(decode(data, max_chars=limit))
            else:
                self._on_line(textmode.decode_line(data, max_chars=limit))
        except Refusal as refusal:
            # Too long, or badly put: a cry for help is heard all the same.
            self._hear(peek_text(data), MessageId(refusal.id) if refusal.id else None)
            self.refuse_frame(refusal)

    def refuse_frame(self, refusal: Refusal) -> None:
        """Answer something unreadable; too many in a row end the connection."""
        if self._gone:
            return
        self._settle_mode(b"")
        if self._refused:
            self._turn_away(self._refused)
            return
        self._services.metrics.messages.labels(refusal.code).inc()
        self._talk.frame(ErrorFrame.of(refusal))
        if self._bad.bad():
            self.disconnect(CloseCode.POLICY, "too many bad frames")

    def greet(self) -> None:
        """The greeting's delay has passed and nothing was said: text mode, for now."""
        if self._mode is not None or self._gone:
            return
        if self._refused:
            self._turn_away(self._refused)
        else:
            self._greeted = True
            self._errands.greet()

    @property
    def refused(self) -> bool:
        """True when the connection is turned away as soon as its mode is known."""
        return self._refused is not None

    def refuse(self, refusal: Refusal) -> None:
        """Turn the connection away as soon as its mode is known."""
        self._refused = refusal
        if self._mode is Mode.JSON:
            self._turn_away(refusal)

    def end_of_input(self) -> None:
        """The client will say nothing more; close when it was answered."""
        if self._mode is None and not self._greeted:
            self.disconnect(CloseCode.BYE)
        elif not self._gone:
            self._errands.leave_when_answered()

    def too_long(self, start: bytes) -> None:
        """A line or frame that begins with `start` was over the limit: say so and close."""
        if not self._gone:
            self._settle_mode(start)
            refusal = Refusal("too_long", wire.frame_too_long(MAX_FRAME_BYTES))
            self._services.metrics.messages.labels(refusal.code).inc()
            self._talk.frame(ErrorFrame.of(refusal))
            self.disconnect(CloseCode.TOO_BIG)

    def going_away(self, spread_ms: int) -> None:
        """The edge drains: send the client elsewhere, not all at the same moment."""
        if not self._gone:
            self._talk.frame(Reconnect(random.randrange(spread_ms + 1)))

    def disconnect(self, code: CloseCode, reason: str = "") -> None:
        """Close from our side."""
        if not self._gone:
            self._out.close(code, reason)
            self.closed()

    def closed(self) -> None:
        """The connection is over."""
        self._gone = True
        self._errands.closed()

    async def idle(self) -> None:
        """Wait until nothing of this connection is under way."""
        await self._errands.idle()

    # On arrival

    def _settle_mode(self, data: bytes) -> None:
        if self._mode is None:
            # After the greeting too, a client that speaks JSON is heard as such.
            self._mode = Mode.JSON if self._sniff(data) is Mode.JSON else Mode.TEXT
            self._talk.voice = self._json if self._mode is Mode.JSON else self._text
            if self._mode is Mode.TEXT:
                self._out.too_slow = "\n".join(textmode.render(TOO_SLOW)).encode()

    def _on_frame(self, frame: ClientFrame) -> None:
        self._bad.good()
        match frame:
            case Message():
                self._say(frame)
            case Hello():
                self._errands.hello(frame)
            case Stop(id=id):
                self._errands.stop(id)
            case Ping(t=t):
                self._json.frame(Pong(t))
            case Erase():
                self._errands.add(self._talk.erase)
            case Export():
                self._errands.add(self._talk.export)

    def _on_line(self, command: textmode.TextCommand | textmode.Say) -> None:
        self._bad.good()
        match command:
            case textmode.Say(text=text):
                self._say(Message(MessageId(f"t-{secrets.token_hex(8)}"), text))
            case textmode.Quit():
                self._errands.quit(self._text)
            case textmode.ShowHelp():
                self._text.lines(*wire.HELP)
            case textmode.ShowResources():
                self._show_resources(command)
            case textmode.ShowSession():
                self._errands.show_session(self._text)
            case textmode.ResumeSession(token=token):
                if token is None:
                    self._text.lines(textmode.WARNING + wire.BAD_KEY_LINE)
                else:
                    self._errands.resume(token, self._text)
            case textmode.EraseAll():
                self._errands.add(self._talk.erase)
            case textmode.StopReply():
                self._errands.stop(None)

    def _say(self, message: Message) -> None:
        """Help first; then the message goes its way."""
        self._errands.submit(message, heard=self._hear(message.text, message.id))

    def _hear(self, text: str, id: MessageId | None) -> Assessment:
        self._talk.said_country = country_in(text) or self._talk.said_country
        heard = self._services.care.hear(text, country=self._talk.where, id=id, variant=self._variant)
        if heard.resources is not None:
            self._variant += 1
            self._talk.frame(heard.resources)
        return heard.assessment

    def _show_resources(self, command: textmode.ShowResources) -> None:
        if not command.understood:
            self._text.lines(textmode.WARNING + wire.BAD_COUNTRY_LINE)
            return
        if command.country:
            self._talk.country = command.country
        self._text.frame(self._services.care.resources(Level.IDEATION, country=self._talk.where))

    def _turn_away(self, refusal: Refusal) -> None:
        self._talk.frame(ErrorFrame.of(refusal))
        leaving = refusal.code == "going_away"
        self.disconnect(CloseCode.RESTART if leaving else CloseCode.POLICY, refusal.code)
