"""What of an error or a foreign log record may be written down (invariant I8).

Exceptions carry the values they stumbled over, and libraries format what they handle into their
messages. So of an exception only its type and the lines it passed are kept, with its message only
when the error is ours; of a library's record only its template, which is a constant.
"""

from __future__ import annotations

import logging
import re
import traceback
from pathlib import Path
from typing import Any

from shared.errors import PsicoiaError

MAX_FRAMES = 12
MAX_LINKS = 4
MAX_SIZE = 400
"""Bounds of one description: lines of traceback, errors in a chain or group, characters of a value."""

WITHHELD = "[withheld]"

_WORDS = frozenset({"text", "content", "prompt", "body", "payload", "token", "message", "url", "key"})
_TOKEN = re.compile(r"(?<![\w-])[\w-]{43}(?![\w-])", re.ASCII)
_BIG = 2**63
_ROOT = Path(__file__).resolve().parent.parent


def describe(error: BaseException) -> dict[str, Any]:
    """Return the log fields that stand for `error`: its type, where it came from, what caused it."""
    fields: dict[str, Any] = {"error": _kind(error), "at": _frames(error)}
    if isinstance(error, PsicoiaError):
        fields["problem"] = plain(str(error))
    if causes := _causes(error):
        fields["causes"] = causes
    return fields


def plain(value: Any) -> Any:
    """Return `value` if it is a number, flag or short string without a token; else its type's name."""
    if value is None or isinstance(value, bool | float):
        return value
    if isinstance(value, int):
        return int(value) if abs(value) < _BIG else "<big int>"
    if isinstance(value, str):
        whole = value[:MAX_SIZE].encode(errors="replace").decode()  # lone surrogates
        return _TOKEN.sub(WITHHELD, whole)
    if isinstance(value, list | tuple | set | frozenset):
        return [plain(part) for part in list(value)[:MAX_FRAMES]]
    return f"<{type(value).__name__}>"


def field(name: str, value: Any) -> Any:
    """Return what may be logged under `name`: nothing at all where a name announces people's words."""
    return WITHHELD if name in _WORDS else plain(value)


def template(record: logging.LogRecord) -> str:
    """Return the constant part of a library's record, or where it was written when there is none.

    A record without arguments may have been formatted before it was logged, so its text is not used.
    """
    if record.args and isinstance(record.msg, str):
        return record.msg[:MAX_SIZE]
    return f"{record.module}.{record.funcName}:{record.lineno}"


def _kind(error: BaseException) -> str:
    kind = type(error)
    return kind.__qualname__ if kind.__module__ == "builtins" else f"{kind.__module__}.{kind.__qualname__}"


def _frames(error: BaseException) -> list[str]:
    frames = traceback.extract_tb(error.__traceback__)[-MAX_FRAMES:]
    return [f"{_short(frame.filename)}:{frame.lineno} {frame.name}" for frame in frames]


def _short(filename: str) -> str:
    _, packages, rest = filename.rpartition("site-packages/")
    return rest if packages else filename.removeprefix(f"{_ROOT}/")


def _causes(error: BaseException) -> list[str]:
    links: list[str] = []
    if isinstance(error, BaseExceptionGroup):
        links = [_link(part) for part in error.exceptions[:MAX_LINKS]]
    cause = _cause(error)
    while cause is not None and len(links) < MAX_LINKS:
        links.append(_link(cause))
        cause = _cause(cause)
    return links


def _cause(error: BaseException) -> BaseException | None:
    return error.__cause__ or (None if error.__suppress_context__ else error.__context__)


def _link(error: BaseException) -> str:
    frames = _frames(error)
    return f"{_kind(error)} at {frames[-1]}" if frames else _kind(error)
