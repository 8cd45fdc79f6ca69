"""One person who talks over WebSocket, as cheaply as a client can be."""

from __future__ import annotations

import time
from dataclasses import dataclass

import msgspec
from websockets.asyncio.client import ClientConnection, connect
from websockets.typing import Subprotocol

from shared.protocol import SUBPROTOCOL


class Frame(msgspec.Struct):
    """The fields of server frames that a bench looks at."""

    type: str
    id: str = ""
    source: str = ""
    code: str = ""


decode = msgspec.json.Decoder(Frame).decode


@dataclass(slots=True)
class Times:
    """When things happened to one message, in seconds after it was sent."""

    ack: float = 0.0
    first: float = 0.0
    reply: float = 0.0
    source: str = ""


async def arrive(url: str) -> ClientConnection:
    """Connect and open a session."""
    ws = await connect(url, subprotocols=[Subprotocol(SUBPROTOCOL)], compression=None, max_queue=None)
    await ws.send('{"type":"hello"}')
    while decode(await ws.recv()).type != "welcome":
        pass
    return ws


async def say(ws: ClientConnection, id: str, text: str = "hoy fue un día largo") -> Times:
    """Say one thing and wait for the whole reply. Raises RuntimeError when it is refused."""
    times = Times()
    sent = time.perf_counter()
    await ws.send(f'{{"type":"message","id":"{id}","text":"{text}"}}')
    while True:
        frame = decode(await ws.recv())
        now = time.perf_counter() - sent
        match frame.type:
            case "ack":
                times.ack = now
            case "delta" if not times.first:
                times.first = now
            case "reply":
                times.reply, times.source = now, frame.source
                return times
            case "error":
                raise RuntimeError(frame.code)
