"""What is written where: a colourful stream on a terminal, whole plain lines elsewhere."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from contextlib import contextmanager
from typing import TextIO

from shared.chat.plain import Wrapper, clean, width
from shared.chat.talk import Done, Help, Words
from shared.texts import chat, wire

_STYLES = {"dim": "2", "name": "1;36", "warning": "33", "help": "1;31"}
_CLEAR_LINE = "\r\033[K"


def colour_wanted(environment: dict[str, str], terminal: bool) -> bool:
    """Return whether colours are welcome (https://no-color.org)."""
    return terminal and not environment.get("NO_COLOR") and environment.get("TERM") != "dumb"


class Screen:
    """Writes to `out`; what is not conversation goes to `err` when `out` is no terminal.

    `columns` gives the terminal's width at that moment; `typed` what stands behind the prompt, or
    None while no prompt is shown.
    """

    def __init__(
        self,
        out: TextIO,
        err: TextIO,
        *,
        terminal: bool,
        colour: bool,
        columns: Callable[[], int] = lambda: 80,
        typed: Callable[[], str | None] = lambda: None,
    ) -> None:
        self._out = out
        self._aside = out if terminal else err
        self._terminal, self._colour = terminal, colour
        self._columns, self._typed = columns, typed
        self._wrapper: Wrapper | None = None  # while the cursor stands behind words of a reply

    def note(self, text: str) -> None:
        """Write a quiet line about the conversation."""
        self._lines([self._style("dim", clean(text))], self._aside)

    def warn(self, text: str) -> None:
        """Write a line about something that went wrong."""
        self._lines([self._style("warning", f"⚠ {clean(text)}")], self._aside)

    def plain(self, lines: Iterable[str]) -> None:
        """Write lines the person asked for."""
        self._lines([clean(line) for line in lines], self._out)

    def said(self, text: str) -> None:
        """Write words of the person that were not typed here."""
        self._lines([self._style("dim", f"{wire.PERSON}: {clean(text)}")], self._out)

    def help(self, help: Help) -> None:
        """Write help resources so that they cannot be overlooked."""
        lines = [*clean(help.text).split("\n"), *(f"• {clean(line)}" for line in help.lines)]
        bar = self._style("help", "┃")
        self._lines(["", *(f"{bar} {self._style('help', line)}" for line in lines), ""], self._out)

    def words(self, words: Words) -> None:
        """Write more of the reply. Elsewhere than on a terminal it comes whole, with `done`."""
        if not self._terminal:
            return
        if words.again:
            self._end_reply()
            self.note(chat.AGAIN)
        if not self._wrapper:
            self._begin_reply()
        assert self._wrapper
        self._write(self._out, self._wrapper.feed(clean(words.text)))

    def done(self, done: Done) -> None:
        """End the reply."""
        if self._terminal:
            self._end_reply()
        elif done.text:
            self._write(self._out, f"{clean(done.text)}\n")
        if done.stopped:
            self.note(chat.STOPPED)
        self._restore_prompt()

    def end(self) -> None:
        """Leave the cursor at the start of a line."""
        self._end_reply()
        if self._typed() is not None:
            self._write(self._out, "\n")

    def _begin_reply(self) -> None:
        self._clear_prompt()
        name = f"{wire.COMPANION}: "
        self._wrapper = Wrapper(self._columns(), used=width(name))
        self._write(self._out, self._style("name", name))

    def _end_reply(self) -> None:
        if self._wrapper:
            self._write(self._out, f"{self._wrapper.flush()}\n")
            self._wrapper = None

    def _lines(self, lines: Iterable[str], stream: TextIO) -> None:
        with self._above_prompt():
            self._end_reply()
            self._write(stream, "".join(f"{line}\n" for line in lines))

    @contextmanager
    def _above_prompt(self) -> Iterator[None]:
        self._clear_prompt()
        yield
        self._restore_prompt()

    def _clear_prompt(self) -> None:
        if self._typed() is not None and not self._wrapper:
            self._write(self._out, _CLEAR_LINE)

    def _restore_prompt(self) -> None:
        typed = self._typed()
        if typed is not None:
            self._write(self._out, f"{chat.PROMPT}{typed}")

    def _style(self, name: str, text: str) -> str:
        return f"\033[{_STYLES[name]}m{text}\033[0m" if self._colour and text else text

    def _write(self, stream: TextIO, text: str) -> None:
        stream.write(text)
        stream.flush()
