"""Puts the terminal client together: keyboard, screen, client."""

from __future__ import annotations

import argparse
import asyncio
import contextlib
import os
import shutil
import signal
import sys
from collections.abc import Sequence
from dataclasses import asdict

from shared.chat.client import Client, Down
from shared.chat.commands import Command, Order, Say, Unknown, parse_line
from shared.chat.keep import Keep
from shared.chat.keyboard import Keyboard, terminal_restored
from shared.chat.options import Options, country_code, parse_options
from shared.chat.screen import Screen, colour_wanted
from shared.chat.talk import (
    Done,
    Erased,
    Event,
    Help,
    Queued,
    Ready,
    Said,
    Talk,
    Trouble,
    Words,
    item_line,
)
from shared.crisis.levels import Level
from shared.helplines import lines_for
from shared.ids import parse_token
from shared.texts import chat, wire
from shared.texts.care import resources_text

YES = {"sí", "si", "s"}
INTERRUPTED = 130


class App:
    """One run of the terminal client. `terminal`: a person sits in front of it."""

    def __init__(
        self,
        options: Options,
        screen: Screen,
        keyboard: Keyboard,
        lines: asyncio.Queue[str | None],
        *,
        terminal: bool,
    ) -> None:
        self._options, self._screen, self._keyboard, self._lines = options, screen, keyboard, lines
        self._terminal = terminal
        self._keep = Keep(options.address, os.environ) if options.remember else None
        kept = self._keep.load() if self._keep else None
        talk = Talk(options.token or kept, only_own=not terminal)
        self._client = Client(options.address, talk, self._show, options.country)
        self._end: asyncio.Future[int] = asyncio.get_running_loop().create_future()
        self._code = 0
        self._down = False
        self._greeted = False
        self._interrupts = 0
        self._confirming = False  # the next line answers whether to erase
        self._input_ended = False
        self._erasing = False

    async def run(self) -> int:
        """Talk until the person leaves or the input ends; return the exit code."""
        self._keyboard.start()
        if self._terminal:
            self._screen.note(chat.CONNECTING.format(address=self._options.address))
        else:
            self._keyboard.allow()
        async with asyncio.TaskGroup() as group:
            tasks = [group.create_task(self._client.run()), group.create_task(self._read())]
            code = await self._end
            for task in tasks:
                task.cancel()
        self._screen.end()
        return code

    def leave(self, code: int) -> None:
        """End the run with `code`."""
        if not self._end.done():
            self._end.set_result(code)

    def interrupt(self) -> None:
        """Ctrl-C: stop the reply; a second time: leave."""
        self._interrupts += 1
        if self._interrupts > 1 or not self._terminal:
            self.leave(INTERRUPTED)
        elif self._client.talk.writing:
            self._screen.note(chat.STOPPING)
            self._lines.put_nowait(Command.STOP.value)
        else:
            self._screen.note(f"\n{chat.LEAVE_HINT}")

    # What the person types

    async def _read(self) -> None:
        while True:
            line = await self._lines.get()
            if line is None:
                self._input_ended = True
                if self._terminal:
                    self.leave(0)
            else:
                await self._handle(line)
            self._next()

    async def _handle(self, line: str) -> None:
        if line != Command.STOP.value:
            self._interrupts = 0
        if self._confirming:
            self._confirming = False
            await self._erase(line.strip().lower() in YES)
            return
        match parse_line(line):
            case Say(text):
                await self._client.say(text)
            case Order(command, argument):
                await self._obey(command, argument)
            case Unknown():
                self._screen.warn(chat.UNKNOWN_COMMAND)

    def _next(self) -> None:
        """Ask for the next line once nothing is on its way."""
        if self._client.talk.unanswered or self._erasing or not self._lines.empty():
            return
        if self._input_ended:
            self.leave(self._code)
        self._keyboard.allow()

    async def _obey(self, command: Command, argument: str) -> None:
        match command:
            case Command.HELP:
                self._screen.plain(wire.HELP)
            case Command.RESOURCES:
                await self._resources(argument)
            case Command.SESSION:
                self._session(argument)
            case Command.STOP:
                if not await self._client.stop():
                    self._screen.note(chat.NOTHING_TO_STOP)
            case Command.ERASE if self._terminal:
                self._confirming = True
                self._screen.warn(chat.CONFIRM_ERASE)
            case Command.ERASE:
                await self._erase(True)
            case Command.QUIT:
                self._screen.plain([wire.GOODBYE])
                self.leave(self._code)

    async def _resources(self, argument: str) -> None:
        """Show the directory's lines; it is in this program, so they are there without a server."""
        if argument:
            try:
                await self._client.live_in(country_code(argument))
            except argparse.ArgumentTypeError:
                self._screen.warn(wire.BAD_COUNTRY_LINE)
                return
        country, lines = lines_for(self._client.country, Level.IDEATION)
        items = tuple(item_line(asdict(line)) for line in lines)
        self._screen.help(Help(resources_text(Level.IDEATION, country, lines), items))

    def _session(self, argument: str) -> None:
        talk, token = self._client.talk, parse_token(argument)
        if argument and token is None:
            self._screen.warn(wire.BAD_KEY_LINE)
        elif token and talk.outbox:
            self._screen.warn(chat.NOT_NOW)
        elif token:
            self._greeted = False
            self._client.switch(Talk(token, only_own=not self._terminal))
        else:
            self._screen.plain([wire.session_line(talk.token) if talk.token else chat.NO_SESSION])

    async def _erase(self, sure: bool) -> None:
        if not sure:
            self._screen.note(chat.NOT_ERASED)
        else:
            self._erasing = await self._client.erase()
            if not self._erasing:
                self._screen.warn(chat.ERASE_LATER)

    # What the server says

    def _show(self, event: Event | Down) -> None:
        match event:
            case Words():
                self._screen.words(event)
            case Done():
                self._screen.done(event)
                self._next()
            case Help():
                self._screen.help(event)
            case Said(text):
                self._screen.said(text)
            case Queued(position):
                self._screen.note(chat.QUEUED.format(position=position))
            case Erased():
                self._erasing = False
                self._screen.note(wire.ERASED_LINE)
                self._next()
            case Trouble(message, failed):
                self._screen.warn(message)
                self._code = 1 if failed else self._code
                self._next()
            case Ready():
                self._ready(event)
            case Down():
                self._offline(event)

    def _ready(self, ready: Ready) -> None:
        if self._keep and self._client.talk.token:
            try:
                self._keep.save(self._client.talk.token)
            except OSError as error:
                self._screen.warn(chat.NOT_KEPT.format(reason=error.strerror))
        if ready.lost:
            self._screen.note(chat.GONE)
        if ready.gap:
            self._screen.note(chat.GAP)
        if self._terminal and not self._greeted:
            self._screen.note(chat.RESUMED if ready.resumed else f"{ready.disclaimer}\n{chat.INTRO}")
        elif self._down:
            self._screen.note(chat.BACK)
        self._greeted, self._down = True, False
        self._next()

    def _offline(self, down: Down) -> None:
        if self._erasing:
            self._erasing = False
            self._screen.warn(chat.ERASE_LATER)
        if not self._terminal and down.seconds > self._options.wait:
            self._screen.warn(chat.GAVE_UP.format(address=self._options.address))
            self.leave(1)
        elif not self._down:
            self._down = True
            text = chat.LOST if down.lost else chat.UNREACHABLE.format(address=self._options.address)
            self._screen.warn(text)
            self._next()


async def _run(options: Options, *, terminal: bool) -> int:
    loop, lines = asyncio.get_running_loop(), asyncio.Queue[str | None]()

    def put(line: str | None) -> None:
        with contextlib.suppress(RuntimeError):  # the loop is gone: so is whoever wanted the line
            loop.call_soon_threadsafe(lines.put_nowait, line)

    keyboard = Keyboard(put, terminal=terminal)
    screen = Screen(
        sys.stdout,
        sys.stderr,
        terminal=terminal,
        colour=colour_wanted(dict(os.environ), terminal),
        columns=lambda: shutil.get_terminal_size().columns,
        typed=keyboard.typed,
    )
    app = App(options, screen, keyboard, lines, terminal=terminal)
    with contextlib.suppress(NotImplementedError):  # Windows: Ctrl-C ends the program
        loop.add_signal_handler(signal.SIGINT, app.interrupt)
    return await app.run()


def main(argv: Sequence[str] | None = None) -> int:
    """Run the terminal client; return its exit code (1: something stayed unanswered)."""
    options = parse_options(argv)
    terminal = sys.stdin.isatty() and sys.stdout.isatty()
    try:
        with terminal_restored():
            return asyncio.run(_run(options, terminal=terminal))
    except KeyboardInterrupt:
        return INTERRUPTED
    except BrokenPipeError:
        return 1
