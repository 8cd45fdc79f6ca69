"""A streaming client over WebSocket that survives cuts: it resumes where it was and loses no word.

    pip install websockets
    python examples/ws_client.py ws://localhost:8765/ws

Three rules make it safe. A message stays in the outbox until its `ack`, and is sent again with the
same id, which the server answers once. The offset of the last `user` or `reply` frame goes into the
next `hello` as `since`, and brings exactly what was missed. A `delta` says where its text belongs.
"""

import argparse
import asyncio
import contextlib
import json
import sys
import threading
import uuid
from typing import Any

from websockets.asyncio.client import ClientConnection, connect
from websockets.exceptions import ConnectionClosed
from websockets.typing import Subprotocol

JSON_MODE = Subprotocol("psicoia.v1+json")
RETRY_SECONDS = 2.0  # when an error names no other time


class Talk:
    """One conversation: what must survive a broken connection, and what is on the screen."""

    def __init__(self) -> None:
        self.resume: dict[str, str] = {}
        self.outbox: dict[str, str] = {}
        self.unanswered: set[str] = set()
        self.all_answered = asyncio.Event()
        self.ready = asyncio.Event()  # cleared while there is no connection to write to
        self.ws: ClientConnection | None = None
        self.shown = ""  # the part of the reply being written that is on the screen
        self.attempt = 0

    async def say(self, text: str) -> None:
        """Put `text` into the outbox and send it, now or when the connection is back."""
        id = uuid.uuid4().hex
        self.outbox[id] = text
        self.unanswered.add(id)
        self.all_answered.clear()
        if self.ready.is_set():
            await self.send({"type": "message", "id": id, "text": text})

    async def send(self, frame: dict[str, Any]) -> None:
        """Send `frame`; if the connection breaks meanwhile, the outbox repeats what matters."""
        try:
            if self.ws:
                await self.ws.send(json.dumps(frame))
        except ConnectionClosed:
            self.ready.clear()

    async def flush(self, after: float = 0) -> None:
        """Send all that has no ack yet, `after` so many seconds."""
        await asyncio.sleep(after)
        for id, text in list(self.outbox.items()):
            await self.send({"type": "message", "id": id, "text": text})

    async def run(self, url: str) -> None:
        """Connect, resume, listen; for ever. `connect` waits longer after each failure."""
        async for ws in connect(url, subprotocols=[JSON_MODE], compression=None):
            self.ws = ws
            try:
                await self.send({"type": "hello", **self.resume})
                async with asyncio.TaskGroup() as retries:
                    async for text in ws:
                        delay = self.receive(json.loads(text))
                        if delay is not None:
                            retries.create_task(self.flush(delay))
            except* ConnectionClosed:
                pass
            self.ready.clear()

    def receive(self, frame: dict[str, Any]) -> float | None:
        """Apply a server frame; return after how many seconds the outbox is to be sent, or None."""
        match frame:
            case {"type": "welcome", "session": session, "resumed": resumed, "offset": offset}:
                self.resume = (
                    {**self.resume, "session": session} if resumed else {"session": session, "since": offset}
                )
                self.ready.set()
                return 0
            case {"type": "ack", "id": id}:
                self.outbox.pop(id, None)
            case {"type": "delta"}:
                self.show(frame["text"], frame["attempt"], frame["at"])
            case {"type": "user", "id": id, "offset": offset}:
                self.outbox.pop(id, None)
                self.resume["since"] = offset
            case {"type": "reply", "id": id, "offset": offset}:
                self.show(frame["text"], frame["attempt"], 0)
                print(flush=True)
                self.shown, self.attempt = "", 0
                self.resume["since"] = offset
                self.answered(id)
            case {"type": "resources"}:
                print(
                    "\n".join(
                        [frame["text"], *(" ".join(map(str, item.values())) for item in frame["items"])]
                    )
                )
            case {"type": "error", "message": message}:
                print(f"⚠ {message}", file=sys.stderr, flush=True)
                return self.refused(frame)
        return None

    def refused(self, error: dict[str, Any]) -> float | None:
        """Give a message up that can never be accepted; return the delay for one that can."""
        if "id" not in error:
            return None
        if error["code"] in {"rate_limited", "too_many_pending", "busy", "unavailable"}:
            return float(error.get("retry_after", RETRY_SECONDS))
        self.outbox.pop(error["id"], None)
        self.answered(error["id"])
        return None

    def answered(self, id: str) -> None:
        """Note that message `id` needs nothing any more."""
        self.outbox.pop(id, None)
        self.unanswered.discard(id)
        if not self.unanswered:
            self.all_answered.set()

    def show(self, text: str, attempt: int, at: int) -> None:
        """Print what `text` at `at` adds to the screen. A higher attempt starts over, on a new line."""
        whole = self.shown[:at] + text if attempt == self.attempt else text
        if not whole.startswith(self.shown):
            print(flush=True)
            self.shown = ""
        print(whole[len(self.shown) :], end="", flush=True)
        self.shown, self.attempt = max(whole, self.shown, key=len), attempt


def read_keyboard(loop: asyncio.AbstractEventLoop, lines: asyncio.Queue[str]) -> None:
    """Put each line of the input into `lines`, and "" when it ends."""
    for line in sys.stdin:
        loop.call_soon_threadsafe(lines.put_nowait, line.strip() or " ")
    loop.call_soon_threadsafe(lines.put_nowait, "")


async def main(url: str) -> None:
    """Send each line of the input; leave when it ends and everything is answered."""
    talk, lines = Talk(), asyncio.Queue[str]()
    # A daemon thread: one that waits for the keyboard must not keep the program from ending.
    threading.Thread(target=read_keyboard, args=(asyncio.get_running_loop(), lines), daemon=True).start()
    runner = asyncio.create_task(talk.run(url))
    while line := await lines.get():
        if line.strip():
            await talk.say(line)
    if talk.unanswered:
        await talk.all_answered.wait()
    runner.cancel()
    await asyncio.gather(runner, return_exceptions=True)


if __name__ == "__main__":
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("url", nargs="?", default="ws://localhost:8765/ws")
    with contextlib.suppress(KeyboardInterrupt):
        asyncio.run(main(parser.parse_args().url))
