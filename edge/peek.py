"""Words in a frame that was refused: a cry for help must not go unseen for a format's sake."""

from __future__ import annotations

import re

import msgspec


class _WithText(msgspec.Struct):
    text: str = ""


_broken_text = re.compile(r'"text"\s*:\s*"')
_decoder = msgspec.json.Decoder(_WithText)


def peek_text(frame: bytes | str) -> str:
    """Return the `text` of a JSON frame, broken or not; without one the frame itself."""
    try:
        return _decoder.decode(frame).text
    except (ValueError, RecursionError):
        said = frame if isinstance(frame, str) else frame.decode(errors="replace")
        return _broken_text.split(said, maxsplit=1)[-1]
