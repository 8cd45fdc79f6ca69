"""How far a connection has shown the reply that is being written. Pure.

Only a repair needs to know: it shows the rest, so that the deltas make up the whole text also for
whoever lost some of them on the way. Frames are kept as they came and read only then.
"""

from __future__ import annotations

from shared.ids import MessageId
from shared.protocol import Delta, decode_server


class Shown:
    """The last piece of a reply that was shown, which tells how much of it was."""

    __slots__ = ("_last",)

    def __init__(self) -> None:
        self._last: Delta | bytes | None = None

    def piece(self, delta: Delta | bytes) -> None:
        """Note a piece that was shown, as a value or as its frame."""
        self._last = delta

    def clear(self) -> None:
        """Nothing is being written any more."""
        self._last = None

    @property
    def empty(self) -> bool:
        """True while nothing of a reply was shown."""
        return self._last is None

    def began(self, id: MessageId) -> bool:
        """Tell whether a piece of the reply to `id` was shown."""
        last = self._read()
        return last is not None and last.id == id

    def rest(self, id: MessageId, attempt: int, text: str) -> Delta | None:
        """Return what is missing of `text`, the reply to `id` by now; None when nothing is."""
        last = self._read()
        same = last is not None and (last.id, last.attempt) == (id, attempt)
        start = last.at + len(last.text) if last is not None and same else 0
        return Delta(id, attempt, start, text[start:]) if start < len(text) else None

    def _read(self) -> Delta | None:
        if isinstance(self._last, bytes):
            frame = decode_server(self._last)
            self._last = frame if isinstance(frame, Delta) else None
        return self._last
