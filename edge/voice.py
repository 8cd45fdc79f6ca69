"""How a connection is spoken to: JSON frames, or lines for people."""

from __future__ import annotations

from collections import deque
from typing import Protocol

from edge import textmode
from edge.outgoing import Outgoing
from shared.ids import Token
from shared.protocol import LoggedReply, LoggedUser, ServerFrame, UserFrame, Welcome, decode_server, encode
from shared.texts import wire

_DELTA = b'{"type":"delta"'


class Voice(Protocol):
    """Writes what a client of one mode understands."""

    def frame(self, frame: ServerFrame) -> None:
        """Send a frame."""

    def encoded(self, frame: bytes) -> None:
        """Send a frame that is encoded already."""

    def opened(self, welcome: Welcome, user: int) -> None:
        """Say that the session is open; its replay follows."""

    def replayed(self) -> None:
        """Say that the replay is over."""


class JsonVoice:
    """Frames as they are."""

    def __init__(self, out: Outgoing) -> None:
        self._out = out

    def frame(self, frame: ServerFrame) -> None:
        """Send a frame."""
        self._out.send(encode(frame))

    def encoded(self, frame: bytes) -> None:
        """Send a frame that is encoded already."""
        self._out.send(frame)

    def opened(self, welcome: Welcome, user: int) -> None:
        """Send `welcome`."""
        self.frame(welcome)

    def replayed(self) -> None:
        """Nothing to say: live frames simply go on."""


class TextVoice:
    """Lines: only what a person needs to see."""

    def __init__(self, out: Outgoing) -> None:
        self._out = out
        self._history: deque[LoggedUser | LoggedReply] | None = None

    def frame(self, frame: ServerFrame) -> None:
        """Send the lines of a frame, if a person needs any."""
        self.lines(*textmode.render(frame))

    def encoded(self, frame: bytes) -> None:
        """Send the lines of a frame, if a person needs any; collect it during a replay."""
        if frame.startswith(_DELTA):
            return
        decoded = decode_server(frame)
        if self._history is not None and isinstance(decoded, UserFrame | LoggedReply):
            self._history.append(decoded)
        else:
            self.frame(decoded)

    def opened(self, welcome: Welcome, user: int) -> None:
        """Greet a new person; whoever comes back is shown where they were."""
        if welcome.resumed:
            self._history = deque(maxlen=textmode.HISTORY_LINES)
        else:
            self.lines(*wire.greeting(user))

    def replayed(self) -> None:
        """Show the end of the conversation to whoever came back."""
        if self._history is not None:
            history, self._history = self._history, None
            self.lines(wire.RESUMED_LINE, *textmode.render_history(history))

    def session(self, token: Token) -> None:
        """Show the key to the conversation."""
        self.lines(wire.session_line(token))

    def lines(self, *lines: str) -> None:
        """Send lines."""
        for line in lines:
            self._out.send(line.encode())
