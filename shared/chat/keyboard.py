"""Lines from a person or a pipe, one at a time, read in a thread of their own."""

from __future__ import annotations

import contextlib
import os
import select
import sys
import threading
from collections.abc import Callable, Iterator

from shared.texts.chat import PROMPT

try:
    import readline
except ImportError:  # Windows: lines are edited by the console
    readline = None  # type: ignore[assignment]

try:
    import termios
except ImportError:
    termios = None  # type: ignore[assignment]

_STDIN = 0
_CHUNK = 65_536
_LOOK_SECONDS = 0.1


class Keyboard:
    """Hands over one line, then waits for :meth:`allow` before it asks for the next.

    While it waits on a terminal it shows no prompt, yet takes what is typed: so a person can write on,
    or stop a reply, while it is being written. On a pipe it reads nothing: that is the back-pressure.
    """

    def __init__(self, put: Callable[[str | None], None], *, terminal: bool) -> None:
        self._put = put  # called in the reading thread; None: the input has ended
        self._terminal = terminal
        self._allowed = threading.Event()
        self._prompting = False

    def start(self) -> None:
        """Begin to read. The thread is a daemon: one that waits for a key must not hold up the end."""
        threading.Thread(target=self._run, name="keyboard", daemon=True).start()

    def allow(self) -> None:
        """Ask for the next line."""
        self._allowed.set()

    def typed(self) -> str | None:
        """Return what stands behind the prompt; None while no prompt is shown."""
        if not self._prompting:
            return None
        return readline.get_line_buffer() if readline else ""

    def _run(self) -> None:
        for line in self._ask() if self._terminal else self._pipe():
            self._allowed.clear()
            self._put(line)
        self._put(None)

    def _ask(self) -> Iterator[str]:
        with contextlib.suppress(EOFError, OSError, ValueError):
            while True:
                line = self._typed_meanwhile()
                if line is None:
                    self._prompting = True
                    line = input(PROMPT)
                    self._prompting = False
                yield line
        self._prompting = False

    def _typed_meanwhile(self) -> str | None:
        """Wait to be allowed; return a line typed before that, or None."""
        if os.name == "nt":
            self._allowed.wait()
            return None
        while not self._allowed.is_set():
            if select.select([_STDIN], [], [], _LOOK_SECONDS)[0]:
                data = os.read(_STDIN, _CHUNK)
                if not data:
                    raise EOFError
                return data.decode(errors="replace")
        return None

    def _pipe(self) -> Iterator[str]:
        # Not sys.stdin: a daemon thread inside it would hold its lock when the interpreter ends.
        rest = b""
        self._allowed.wait()
        while data := os.read(_STDIN, _CHUNK):
            *lines, rest = (rest + data).split(b"\n")
            for line in lines:
                yield line.decode(errors="replace")
                self._allowed.wait()
        if rest:
            yield rest.decode(errors="replace")
            self._allowed.wait()


@contextlib.contextmanager
def terminal_restored() -> Iterator[None]:
    """Leave the terminal as it was, also when the program ends while a line is being edited."""
    if termios is None or not sys.stdin.isatty():
        yield
        return
    before = termios.tcgetattr(_STDIN)
    try:
        yield
    finally:
        termios.tcsetattr(_STDIN, termios.TCSADRAIN, before)
