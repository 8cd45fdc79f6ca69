"""A connection's own messages between sending and answer. Pure."""

from __future__ import annotations

from dataclasses import dataclass

from shared.ids import MessageId

MAX_IN_DOUBT = 200
"""Messages whose fate is unknown (the store went silent) that are still recognised when they appear."""


@dataclass(slots=True)
class Own:
    """An acked message of this connection; `position` is the place in the queue last told."""

    id: MessageId
    since: float
    position: int = 0
    answered: bool = False


class Mail:
    """What this connection sent: in doubt until acked, own until answered."""

    __slots__ = ("_in_doubt", "_own")

    def __init__(self) -> None:
        self._in_doubt: dict[MessageId, None] = {}
        self._own: dict[int, Own] = {}

    def sending(self, id: MessageId) -> None:
        """A message goes to the store."""
        self._in_doubt[id] = None
        if len(self._in_doubt) > MAX_IN_DOUBT:
            del self._in_doubt[next(iter(self._in_doubt))]

    def refused(self, id: MessageId) -> None:
        """The store did not take it."""
        self._in_doubt.pop(id, None)

    def acked(self, id: MessageId, number: int, now: float, *, duplicate: bool = False) -> bool:
        """Note that it was stored; False when that was known. A duplicate may be answered long since."""
        if id not in self._in_doubt:
            return False
        del self._in_doubt[id]
        if not duplicate:
            self._own[number] = Own(id, now)
        return True

    def is_own(self, number: int) -> bool:
        """Tell whether this connection sent and knows message `number`."""
        return number in self._own

    def started(self, number: int) -> None:
        """The reply to `number` is being written."""
        if own := self._own.get(number):
            own.answered = True

    def answered(self, number: int) -> None:
        """The reply to `number` is whole."""
        self._own.pop(number, None)

    def forget(self) -> None:
        """The session was erased."""
        self._own.clear()

    @property
    def open(self) -> bool:
        """True while an answer is owed."""
        return bool(self._own or self._in_doubt)

    def waiting(self) -> Own | None:
        """Return the oldest own message whose reply has not begun."""
        return next((own for own in self._own.values() if not own.answered), None)
