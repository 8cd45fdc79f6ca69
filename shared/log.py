"""Logs: one line an event, JSON for machines, readable in a terminal, and never a person's words.

Our own modules log with ``structlog.get_logger("psicoia.<part>")``: an event in snake_case, and fields.
LOG_LEVEL concerns these only. Libraries print text at DEBUG and arguments at INFO, so they stay at
WARNING whatever LOG_LEVEL says, and even there only their templates pass (see `shared/redact.py`).
"""

from __future__ import annotations

import asyncio
import logging
import os
import re
import sys
import threading
from collections.abc import Mapping, MutableMapping
from contextlib import AbstractContextManager
from json import dumps
from types import TracebackType
from typing import Any, Final, TextIO

import msgspec
import structlog
from structlog.contextvars import bound_contextvars, merge_contextvars
from structlog.dev import ConsoleRenderer
from structlog.types import EventDict, Processor

from shared.ids import SessionId, TraceId
from shared.redact import describe, field, template

OURS: Final = "psicoia"
LIBRARIES: Final = (
    "websockets", "httpx", "httpcore", "aiohttp", "redis", "arq", "asyncio", "hpack", "uvloop",
)  # fmt: skip
SESSION_DIGITS: Final = 12
"""So many hex digits of a session id tell sessions apart in logs, and open nothing."""
_NOT_ASCII: Final = re.compile(r"[^\x00-\x7f]")


def configure(level: str, *, json: bool | None = None, stream: TextIO | None = None) -> None:
    """Set up logging for this process; call it once, in the composition root.

    `level` is LOG_LEVEL. `json` None means: JSON unless `stream` (default stdout) is a terminal.
    """
    output = _Output(stream or sys.stdout)
    as_json = not output.is_terminal() if json is None else json
    number = logging.getLevelNamesMapping()[level]
    processors = _processors(as_json=as_json, colors=output.is_terminal())
    structlog.configure(
        processors=processors,
        wrapper_class=structlog.make_filtering_bound_logger(number),
        logger_factory=lambda *names: _Lines(names[0] if names else OURS, output),
        cache_logger_on_first_use=False,  # module-level loggers follow a later configure
    )
    root = logging.getLogger()
    root.handlers[:] = [_Bridge(processors, output)]
    root.setLevel(logging.WARNING)
    logging.getLogger(OURS).setLevel(number)
    for name in LIBRARIES:
        library = logging.getLogger(name)
        library.setLevel(logging.WARNING)
        library.handlers.clear()
        library.propagate = True


def bind_turn(trace: TraceId | None, sid: SessionId) -> AbstractContextManager[None]:
    """Return a context in which every line carries the trace id and the session's short hash."""
    fields = {"session": sid[:SESSION_DIGITS]}
    return bound_contextvars(**fields if trace is None else {**fields, "trace": trace})


def log_uncaught() -> None:
    """Log errors that end the process or a thread, instead of printing them with their values."""
    sys.excepthook = _uncaught
    threading.excepthook = lambda args: _uncaught(
        args.exc_type, args.exc_value or args.exc_type(), args.exc_traceback
    )
    sys.unraisablehook = lambda args: _uncaught(
        args.exc_type, args.exc_value or args.exc_type(), args.exc_traceback
    )


def log_loop_errors(loop: asyncio.AbstractEventLoop) -> None:
    """Log what nobody awaited in `loop`, instead of asyncio's own text, which prints arguments."""
    loop.set_exception_handler(_loop_error)


def _uncaught(kind: type[BaseException], error: BaseException, trace: TracebackType | None) -> None:
    if issubclass(kind, KeyboardInterrupt):
        return
    structlog.get_logger(OURS).critical("uncaught_error", exc_info=error.with_traceback(trace))


def _loop_error(_loop: asyncio.AbstractEventLoop, context: Mapping[str, Any]) -> None:
    # The context's message may hold a callback's arguments ("Exception in callback f(b'...')").
    what = str(context.get("message", "")).partition("(")[0].partition("<")[0].strip()
    task = context.get("task") or context.get("future")
    name = getattr(task.get_coro(), "__qualname__", None) if isinstance(task, asyncio.Task) else None
    structlog.get_logger(OURS).error("loop_error", what=what, task=name, exc_info=context.get("exception"))


class _Output:
    """Whole lines to one stream. A reader that went away costs the lines, not the process."""

    def __init__(self, stream: TextIO) -> None:
        self._stream = stream
        self._mutex = threading.Lock()

    def is_terminal(self) -> bool:
        return self._stream.isatty()

    def write(self, line: str) -> None:
        with self._mutex:
            try:
                self._write(line)
            except UnicodeEncodeError:  # a terminal that knows no UTF-8
                self._write(_NOT_ASCII.sub(lambda found: dumps(found[0])[1:-1], line))
            except BrokenPipeError:
                self._discard()
            except (OSError, ValueError):  # full disk, closed stream: nowhere to tell it
                return

    def _write(self, line: str) -> None:
        self._stream.write(f"{line}\n")
        self._stream.flush()

    def _discard(self) -> None:
        # What is still buffered would raise again when the interpreter flushes at its end.
        sink = os.open(os.devnull, os.O_WRONLY)
        os.dup2(sink, self._stream.fileno())
        os.close(sink)


class _Lines:
    """What structlog calls with the finished line: one method a level."""

    __slots__ = ("critical", "debug", "error", "exception", "info", "msg", "name", "warning")

    def __init__(self, name: str, output: _Output) -> None:
        self.name = name
        self.msg = self.debug = self.info = self.warning = output.write
        self.error = self.exception = self.critical = output.write


class _Bridge(logging.Handler):
    """Standard-library records, ours and the libraries', through the same processors."""

    def __init__(self, processors: list[Processor], output: _Output) -> None:
        super().__init__()
        self._processors = processors
        self._output = output

    def emit(self, record: logging.LogRecord) -> None:
        ours = record.name == OURS or record.name.startswith(f"{OURS}.")
        event: Any = {"event": record.getMessage() if ours else template(record)}
        event["exc_info"] = record.exc_info
        for processor in self._processors:
            event = processor(_Lines(record.name, self._output), record.levelname.lower(), event)
        self._output.write(event)


def _processors(*, as_json: bool, colors: bool) -> list[Processor]:
    stamp = structlog.processors.TimeStamper(
        fmt="iso" if as_json else "%H:%M:%S.%f", utc=as_json, key="ts" if as_json else "timestamp"
    )
    common: list[Processor] = [merge_contextvars, _name, _level, _error, _guard, stamp]
    return [*common, _json if as_json else ConsoleRenderer(colors=colors, sort_keys=False)]


def _name(logger: Any, _method: str, event: EventDict) -> EventDict:
    event["logger"] = getattr(logger, "name", OURS)
    return event


def _level(_logger: Any, method: str, event: EventDict) -> EventDict:
    event["level"] = "error" if method == "exception" else method
    return event


def _error(_logger: Any, _method: str, event: EventDict) -> EventDict:
    given = event.pop("exc_info", None)
    if given is True:
        given = sys.exc_info()[1]
    elif isinstance(given, tuple):
        given = given[1]
    if isinstance(given, BaseException):
        event.update(describe(given))
    return event


def _guard(_logger: Any, _method: str, event: EventDict) -> EventDict:
    return {name: field(name, value) for name, value in event.items()}


def _json(_logger: Any, _method: str, event: MutableMapping[str, Any]) -> str:
    first = {name: event.pop(name) for name in ("ts", "level", "logger", "event") if name in event}
    return msgspec.json.encode({**first, **event}).decode()
