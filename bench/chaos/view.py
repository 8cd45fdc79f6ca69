"""One client's merged view of its session, over all its connections. Pure: frames in, complaints out."""

from __future__ import annotations

from dataclasses import dataclass, field

from bench.chaos.record import Frame


@dataclass(slots=True)
class View:
    """What a client has on its screen, and which rules of the protocol were broken on the way there."""

    since: str | None = None
    """Where to resume."""
    events: list[Frame] = field(default_factory=list)
    """`user` and `reply` frames in the order they came."""
    acks: dict[str, Frame] = field(default_factory=dict)
    complaints: list[tuple[str, str]] = field(default_factory=list)
    """(rule, message id)."""
    whole: int = 0
    partial: int = 0
    """Replies whose pieces had made up all, or only the beginning, of the text before it came."""
    not_whole: set[str] = field(default_factory=set)
    attempts: dict[str, int] = field(default_factory=dict)
    _built: dict[str, tuple[int, str]] = field(default_factory=dict)
    _replied: set[str] = field(default_factory=set)
    _unacked: set[str] = field(default_factory=set)

    def connected(self) -> None:
        """A new connection: what was sent on the old one may have been acked there unseen."""
        self._unacked.clear()

    def sent(self, id: str) -> None:
        """A message was sent for the first time, on this connection: its ack must precede its answer."""
        self._unacked.add(id)

    def erased(self) -> None:
        """All is gone; the session begins anew."""
        self.events.clear()
        self.acks.clear()
        self._built.clear()
        self._replied.clear()
        self._unacked.clear()

    def take(self, frame: Frame) -> None:
        """Take one frame of the server."""
        match frame["type"]:
            case "welcome":
                self.since = self.since or frame["offset"]
            case "ack":
                self._ack(frame)
            case "delta":
                self._delta(frame)
            case "user":
                self._event(frame)
            case "reply":
                self._reply(frame)

    def _ack(self, frame: Frame) -> None:
        id = frame["id"]
        self._unacked.discard(id)
        first = self.acks.setdefault(id, frame)
        if (first["offset"], first["trace_id"]) != (frame["offset"], frame["trace_id"]):
            self.complain("ack repeats another offset or trace", id)

    def _delta(self, frame: Frame) -> None:
        id, attempt, at, text = frame["id"], frame["attempt"], frame["at"], frame["text"]
        if id in self._unacked:
            self.complain("delta before its ack", id)
        if id in self._replied:
            self.complain("delta after its reply", id)
        shown, built = self._built.get(id, (0, ""))
        if attempt < shown:
            self.complain("delta of an older attempt", id)
            return
        if attempt > shown:
            built = ""
        if at == 0 and text.startswith(built):
            self._built[id] = (attempt, text)
        elif at == len(built):
            self._built[id] = (attempt, built + text)
        else:
            self.complain(f"delta at {at} where {len(built)} was due", id)

    def _reply(self, frame: Frame) -> None:
        id, attempt, text = frame["id"], frame["attempt"], frame["text"]
        if id in self._unacked:
            self.complain("reply before its ack", id)
        if id in self._replied:
            self.complain("second reply", id)
        shown, built = self._built.pop(id, (0, ""))
        if attempt < shown:
            self.complain("reply of an older attempt", id)
        elif attempt == shown and not text.startswith(built):
            self.complain("pieces and reply differ", id)
        if (attempt, text) == (shown, built):
            self.whole += 1
        else:
            self.partial += 1
            self.not_whole.add(id)
        self.attempts[id] = attempt
        self._replied.add(id)
        self._event(frame)

    def _event(self, frame: Frame) -> None:
        self.events.append(frame)
        self.since = frame["offset"]

    def complain(self, rule: str, id: str) -> None:
        """Note a broken rule."""
        self.complaints.append((rule, id))
