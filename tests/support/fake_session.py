"""What the scripted edge keeps: a connection, a session, and how frames look in text mode."""

from __future__ import annotations

import asyncio
import json
from collections.abc import Callable
from dataclasses import dataclass, field
from typing import Any

Frame = dict[str, Any]
Sender = Callable[[str], None]

GREETING = (
    "Usuario-{user} conectado.",
    "Bienvenido a PsicoIA, un programa de acompañamiento (no reemplaza a un profesional).",
    "Contame cómo te sentís hoy. Escribí 'salir' para cerrar.",
)
HELP: Frame = {
    "type": "resources",
    "level": "ideation",
    "country": "AR",
    "text": "No estás solo. Hay personas que pueden ayudarte ahora.",
    "items": [
        {"name": "Línea 135", "phone": "135", "kind": "suicide_crisis", "hours": "24/7"},
        {"name": "Find a Helpline", "kind": "directory", "url": "https://findahelpline.com"},
    ],
}


@dataclass(eq=False)
class Peer:
    """One connection: how to write to it, how to tear it down, which mode it speaks."""

    write: Sender
    abort: Callable[[], None]
    json: bool = False
    session: Session | None = None

    def send(self, frame: Frame) -> None:
        """Send `frame` the way this connection's mode shows it."""
        for line in [json.dumps(frame, ensure_ascii=False)] if self.json else as_text(frame):
            self.write(line)


@dataclass(eq=False)
class Session:
    """A conversation: its log, its unanswered messages, the reply being written, who watches."""

    token: str
    user: int
    log: list[Frame] = field(default_factory=list)
    acks: dict[str, Frame] = field(default_factory=dict)
    pending: asyncio.Queue[Frame] = field(default_factory=asyncio.Queue)
    live: Frame | None = None
    stopped: set[str] = field(default_factory=set)
    peers: set[Peer] = field(default_factory=set)
    worker: asyncio.Task[None] | None = None

    def publish(self, frame: Frame, but: Peer | None = None) -> None:
        """Send `frame` to every connection of the session except `but`."""
        for peer in self.peers - {but}:
            peer.send(frame)


def as_text(frame: Frame) -> list[str]:
    """Return the text-mode lines of `frame`."""
    match frame["type"]:
        case "welcome":
            return [line.format(user=frame["user"].rsplit("-")[-1]) for line in GREETING]
        case "reply":
            return [" ".join(frame["text"].split())]
        case "resources":
            return [
                frame["text"],
                *(f"{item['name']}: {item.get('phone', item.get('url'))}" for item in frame["items"]),
            ]
        case "error":
            return [f"⚠ {frame['message']}"]
        case _:
            return []


def pieces_of(text: str) -> list[str]:
    """Return the default answer to `text`, word by word."""
    words = f"Te escucho: {text}".split(" ")
    return [words[0], *(f" {word}" for word in words[1:])]
