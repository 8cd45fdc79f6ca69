"""What the fake model answers, and the bytes of it."""

from __future__ import annotations

import asyncio
import json
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any

WORDS = "Te escucho. Tiene sentido que te sientas así. ¿Qué fue lo más difícil de hoy?"


@dataclass(frozen=True, slots=True, kw_only=True)
class Reply:
    """What to do with one request. Times in seconds.

    Order: wait `gate` and `delay_first`, send the head, then the pieces with `delay` between them.
    With `raw` the body is exactly that instead of a stream. After `cut_after` pieces (0 with `raw`) the
    connection breaks; after `hang_after` pieces nothing more comes until the client goes. -1 means
    before the first byte of the response.
    """

    text: str = WORDS
    pieces: int | Sequence[str] = 4
    status: int = 200
    headers: Mapping[str, str] = field(default_factory=dict)
    delay_first: float = 0.0
    delay: float = 0.0
    gate: asyncio.Event | None = None
    piece_gate: asyncio.Event | None = None
    """Waited for before the second piece."""
    finish: str | None = "stop"
    usage: bool = True
    done: bool = True
    before: bytes = b""
    """Sent in the stream before the first piece."""
    raw: bytes | None = None
    cut_after: int | None = None
    hang_after: int | None = None

    def ending(self) -> bytes:
        """Return what follows the last piece."""
        finish = sse({"choices": [_choice({}, self.finish)]}) if self.finish else b""
        counts = {"prompt_tokens": 12, "completion_tokens": len(self.split())}
        usage = sse({"choices": [], "usage": counts}) if self.usage else b""
        return finish + usage + (b"data: [DONE]\n\n" if self.done else b"")

    def split(self) -> list[str]:
        """Return the pieces the text is sent in."""
        if not isinstance(self.pieces, int):
            return list(self.pieces)
        size = max(1, -(-len(self.text) // max(1, self.pieces)))
        return [self.text[at : at + size] for at in range(0, len(self.text), size)]


def sse(event: Mapping[str, Any]) -> bytes:
    """Return one event of the stream."""
    return b"data: " + json.dumps(event, ensure_ascii=False).encode() + b"\n\n"


def error_body(code: str | int, kind: str = "", message: str = "No.") -> bytes:
    """Return the JSON of an error as OpenAI sends it."""
    return json.dumps({"error": {"message": message, "type": kind, "code": code}}).encode()


def piece(text: str) -> bytes:
    """Return the event that carries one piece of text."""
    return sse({"choices": [_choice({"content": text})]})


def _choice(delta: Mapping[str, Any], finish: str | None = None) -> dict[str, Any]:
    return {"index": 0, "delta": delta, "finish_reason": finish}
