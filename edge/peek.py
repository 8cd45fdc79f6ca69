"""Words in a frame that was refused: a cry for help must not go unseen for a format's sake."""

from __future__ import annotations

import msgspec


class _WithText(msgspec.Struct):
    text: str = ""


_decoder = msgspec.json.Decoder(_WithText)


def peek_text(frame: bytes | str) -> str:
    """Return the `text` of a JSON frame, or the frame itself when it is no such thing."""
    try:
        return _decoder.decode(frame).text
    except (ValueError, RecursionError):
        return frame if isinstance(frame, str) else frame.decode(errors="replace")
