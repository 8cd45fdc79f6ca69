"""Logging for tests: set up as a process does, read back, and put back as it was."""

from __future__ import annotations

import json
import logging
import sys
import threading
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from io import StringIO
from typing import Any

import structlog

from shared.log import LIBRARIES

Lines = Callable[[], list[dict[str, Any]]]
"""Returns the JSON lines logged so far."""


def reader(stream: StringIO) -> Lines:
    """Return what reads the lines in `stream`."""
    return lambda: [json.loads(line) for line in stream.getvalue().splitlines()]


@contextmanager
def logging_restored() -> Iterator[None]:
    """Logging is global: leave it as it was found."""
    root = logging.getLogger()
    before = [(name, logging.getLogger(name).level) for name in ("", "psicoia", *LIBRARIES)]
    handlers = root.handlers[:]
    hooks = sys.excepthook, threading.excepthook, sys.unraisablehook
    try:
        yield
    finally:
        for name, level in before:
            logging.getLogger(name).setLevel(level)
        root.handlers[:] = handlers
        sys.excepthook, threading.excepthook, sys.unraisablehook = hooks
        structlog.reset_defaults()
