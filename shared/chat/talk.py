"""What the server's frames mean to the person: frame in, things to show out. Pure.

Frames are untrusted dictionaries. A frame whose fields have the wrong type changes nothing.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from typing import Any

Frame = dict[str, Any]

PASSING = frozenset({"rate_limited", "too_many_pending", "busy", "unavailable"})
"""Refusals that pass by themselves: the message stays in the outbox and goes again with the same id."""

RETRY_SECONDS = 5.0
"""Delay before a refused message is sent again when the server names none."""


@dataclass(frozen=True, slots=True)
class Ready:
    """The server welcomed us. `lost`: what we had talked about is stored no more; `gap`: part of it."""

    resumed: bool
    lost: bool
    gap: bool
    disclaimer: str


@dataclass(frozen=True, slots=True)
class Said:
    """Words of the person that were not typed here: history, or another connection."""

    text: str


@dataclass(frozen=True, slots=True)
class Words:
    """More of the reply being written. `again`: what was shown of it is void, `text` starts it over."""

    text: str
    again: bool


@dataclass(frozen=True, slots=True)
class Done:
    """The reply is whole: `text`."""

    text: str
    stopped: bool


@dataclass(frozen=True, slots=True)
class Help:
    """Help resources: a sentence and lines of name, phone, hours, address."""

    text: str
    lines: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Queued:
    """The session's place in the queue."""

    position: int


@dataclass(frozen=True, slots=True)
class Trouble:
    """A Spanish sentence about what went wrong. `failed`: a message was given up for good."""

    message: str
    failed: bool


@dataclass(frozen=True, slots=True)
class Erased:
    """Everything is deleted."""


Event = Ready | Said | Words | Done | Help | Queued | Trouble | Erased


class Talk:
    """One conversation. `only_own` leaves out what was not asked here (history, other connections)."""

    def __init__(self, token: str | None = None, *, only_own: bool = False) -> None:
        self.token = token
        self.since: str | None = None
        self.outbox: dict[str, str] = {}  # id -> text, not acknowledged, oldest first
        self.unanswered: dict[str, None] = {}  # ids of our messages without a whole reply, oldest first
        self.open = False  # whether messages may be sent on the present connection
        self.retry_after: float | None = None  # seconds after which the outbox is due again
        self._only_own = only_own
        self._writing: tuple[str, int] = ("", 0)  # id and attempt of the reply being written
        self._shown = ""
        self._finished = ""  # id of the last whole reply: what comes late for it is void
        self._any = False

    @property
    def writing(self) -> str | None:
        """Id of the message that is being answered or waits for its answer; None when there is none."""
        return self._writing[0] or next((id for id in self.unanswered if id not in self.outbox), None)

    def hello(self, **more: str) -> Frame:
        """Return the first frame of a connection."""
        known = {"session": self.token, "since": self.token and self.since}
        return {"type": "hello", **{name: value for name, value in known.items() if value}, **more}

    def say(self, id: str, text: str) -> Frame:
        """Take a message into the outbox and return its frame."""
        self.outbox[id] = text
        self.unanswered[id] = None
        return {"type": "message", "id": id, "text": text}

    def due(self) -> list[Frame]:
        """Return the frames of all messages that have no ack."""
        self.retry_after = None
        return [{"type": "message", "id": id, "text": text} for id, text in self.outbox.items()]

    def lost(self) -> None:
        """Note that the connection is gone."""
        self.open = False
        self.retry_after = None

    def receive(self, frame: Frame) -> list[Event]:
        """Apply a server frame; return what is to be shown."""
        apply: Callable[[Frame], list[Event]] | None = {
            "welcome": self._welcome,
            "ack": self._ack,
            "queued": self._queued,
            "delta": self._delta,
            "reply": self._reply,
            "user": self._user,
            "resources": self._resources,
            "erased": self._erased,
            "error": self._error,
        }.get(str(frame.get("type")))
        try:
            return apply(frame) if apply else []
        except (KeyError, TypeError, ValueError, AttributeError):
            return []

    def _welcome(self, frame: Frame) -> list[Event]:
        resumed, lost = bool(frame["resumed"]), False
        self.token = str(frame["session"])
        self.open = True
        if not resumed:
            self.since = str(frame["offset"])
            lost, self._any = self._any, False
            self._forget()
        return [Ready(resumed, lost, bool(frame.get("truncated")), str(frame.get("disclaimer", "")))]

    def _forget(self) -> None:
        """Nothing is stored: what was acknowledged will not be answered."""
        self.unanswered = dict.fromkeys(self.outbox)
        self._writing, self._shown = ("", 0), ""

    def _ack(self, frame: Frame) -> list[Event]:
        self.outbox.pop(frame["id"], None)
        self._any = True
        return []

    def _queued(self, frame: Frame) -> list[Event]:
        return [Queued(int(frame["position"]))]

    def _delta(self, frame: Frame) -> list[Event]:
        id, attempt, at, text = frame["id"], int(frame["attempt"]), int(frame["at"]), str(frame["text"])
        if id == self._finished or (self._only_own and id not in self.unanswered):
            return []
        if id == self._writing[0] and (attempt < self._writing[1] or at > len(self._shown)):
            return []  # old, or a gap that the whole reply will mend
        same = (id, attempt) == self._writing
        whole = self._shown[:at] + text + self._shown[at + len(text) :] if same else text
        return self._show(id, attempt, whole)

    def _show(self, id: str, attempt: int, whole: str) -> list[Event]:
        """Let the screen hold `whole`, with what it adds to what is there, or from the start."""
        shown = self._shown if id == self._writing[0] else ""
        self._writing, self._shown = (id, attempt), whole
        again = not whole.startswith(shown)
        text = whole if again else whole[len(shown) :]
        return [Words(text, again)] if text else []

    def _reply(self, frame: Frame) -> list[Event]:
        id, text = frame["id"], str(frame["text"])
        self.since = str(frame["offset"])
        own = id in self.unanswered
        self.outbox.pop(id, None)
        self.unanswered.pop(id, None)
        self._any = True
        if self._only_own and not own:
            return []
        events = self._show(id, int(frame["attempt"]), text)
        self._writing, self._shown, self._finished = ("", 0), "", id
        return [*events, Done(text, bool(frame.get("stopped")))]

    def _user(self, frame: Frame) -> list[Event]:
        id = frame["id"]
        self.since = str(frame["offset"])
        self.outbox.pop(id, None)
        self._any = True
        return [] if self._only_own or id in self.unanswered else [Said(str(frame["text"]))]

    def _resources(self, frame: Frame) -> list[Event]:
        return [Help(str(frame["text"]), tuple(item_line(item) for item in frame["items"]))]

    def _erased(self, _: Frame) -> list[Event]:
        self.since = None
        self._any = False
        self._forget()
        return [Erased()]

    def _error(self, frame: Frame) -> list[Event]:
        id, code = frame.get("id"), frame["code"]
        failed = id in self.outbox and code not in PASSING
        if failed and isinstance(id, str):
            self.outbox.pop(id)
            self.unanswered.pop(id, None)
        elif id in self.outbox:
            self.retry_after = float(frame.get("retry_after") or RETRY_SECONDS)
        elif id is None and code == "unavailable":
            # With the store down the edge still listens for danger: words may go out at once.
            self.open = True
        return [Trouble(str(frame["message"]), failed)]


def item_line(item: Frame) -> str:
    """Return an entry of `resources` as one line: name, phone, hours, address, as far as there are."""
    details = (item.get("phone"), item.get("hours") and f"({item['hours']})", item.get("url"))
    rest = " ".join(str(part) for part in details if part)
    return f"{item['name']}: {rest}" if rest else str(item["name"])
