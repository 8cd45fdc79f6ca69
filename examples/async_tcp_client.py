"""Many people at once, over TCP in JSON mode: what each of them waits, and whether a word was lost.

    python examples/async_tcp_client.py --connections 30 --messages 3
    python examples/async_tcp_client.py --connections 200 --rate 50 --duration 60 --json run.json

Each person writes, waits for the whole reply, writes again. `--rate` bounds all of them together.
The server admits MAX_CONNECTIONS_PER_IP (50) and NEW_SESSIONS_PER_IP (30 a minute) from one address:
raise both to measure more. Only the standard library. Exit code 1: something was lost, or nothing answered.
"""

import argparse
import asyncio
import contextlib
import json
import math
import sys
import time
import uuid
from collections import Counter
from dataclasses import dataclass, field
from typing import Any

CONNECTING_AT_ONCE = 100
LINE_BYTES = 1 << 20
WORDS = ("Hoy fue un día largo.", "Me cuesta dormir.", "Estoy un poco nervioso.", "Gracias por escuchar.")


@dataclass
class Tally:
    """What was seen so far; latencies in seconds from the moment a message was sent."""

    connected: int = 0
    sent: int = 0
    lost: int = 0
    ack: list[float] = field(default_factory=list)
    first: list[float] = field(default_factory=list)
    reply: list[float] = field(default_factory=list)
    sources: Counter[str] = field(default_factory=Counter)
    errors: Counter[str] = field(default_factory=Counter)

    def line(self, elapsed: float) -> str:
        """Return the progress as one line."""
        return (
            f"{elapsed:6.1f} s  connected {self.connected}  sent {self.sent}  acked {len(self.ack)}  "
            f"replies {len(self.reply)}  errors {self.errors.total()}  lost {self.lost}"
        )

    def summary(self, elapsed: float) -> dict[str, Any]:
        """Return all figures, latencies in milliseconds."""
        return {
            "seconds": round(elapsed, 3),
            "sent": self.sent,
            "replies": len(self.reply),
            "replies_per_second": round(len(self.reply) / elapsed, 2),
            "lost": self.lost,
            "errors": dict(self.errors),
            "sources": dict(self.sources),
            "latency_ms": {name: percentiles(getattr(self, name)) for name in ("ack", "first", "reply")},
        }


def percentiles(seconds: list[float]) -> dict[str, float]:
    """Return p50, p90, p95, p99 (nearest rank) and the maximum in milliseconds; {} without values."""
    ordered = sorted(seconds)
    ranks = {f"p{share}": math.ceil(share / 100 * len(ordered)) - 1 for share in (50, 90, 95, 99)}
    ranks["max"] = len(ordered) - 1
    return {name: round(ordered[rank] * 1000, 2) for name, rank in ranks.items()} if ordered else {}


class Pace:
    """Gives out the moments at which somebody may write."""

    def __init__(self, rate: float, deadline: float) -> None:
        self._gap = 1 / rate if rate else 0.0
        self._deadline = deadline
        self._next = time.monotonic()

    async def turn(self) -> bool:
        """Wait for the next moment; return False when the time for writing is over."""
        self._next = max(self._next + self._gap, time.monotonic())
        if self._next >= self._deadline:
            return False
        await asyncio.sleep(self._next - time.monotonic() if self._gap else 0)
        return True


class Person:
    """One connection: writes, waits for the reply, writes again."""

    def __init__(self, tally: Tally, reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
        self._tally, self._reader, self._writer = tally, reader, writer

    async def _send(self, frame: dict[str, Any]) -> None:
        self._writer.write(json.dumps(frame).encode() + b"\n")
        await self._writer.drain()

    async def _receive(self) -> dict[str, Any]:
        """Return the next frame; what is not JSON is the greeting of text mode."""
        while line := await self._reader.readline():
            if line.startswith(b"{"):
                frame: dict[str, Any] = json.loads(line)
                return frame
        raise ConnectionError("closed by the server")

    async def greet(self) -> bool:
        """Open a session; return False when the server refuses."""
        await self._send({"type": "hello"})
        frame = await self._receive()
        if frame["type"] == "error":
            self._tally.errors[frame["code"]] += 1
        return bool(frame["type"] == "welcome")

    async def exchange(self, text: str) -> None:
        """Send one message until it is accepted, with the same id, and wait for its reply."""
        message = {"type": "message", "id": uuid.uuid4().hex, "text": text}
        delay: float | None = 0
        while delay is not None:
            await asyncio.sleep(delay)
            await self._send(message)
            delay = await self._outcome(message["id"], time.perf_counter())

    async def _outcome(self, id: str, start: float) -> float | None:
        """Follow message `id` to its end; return the delay after which it may be sent again, or None."""
        first = True
        while True:
            frame = await self._receive()
            if frame.get("id") != id:
                continue
            waited = time.perf_counter() - start
            match frame["type"]:
                case "ack":
                    self._tally.ack.append(waited)
                case "delta" if first:
                    first = False
                    self._tally.first.append(waited)
                case "reply":
                    self._tally.reply.append(waited)
                    self._tally.sources[frame["source"]] += 1
                    return None
                case "error":
                    self._tally.errors[frame["code"]] += 1
                    return frame.get("retry_after")


async def live(options: argparse.Namespace, tally: Tally, pace: Pace, door: asyncio.Semaphore) -> None:
    """Be one person from connection to goodbye."""
    writer = None
    try:
        async with door:
            address = options.host, options.port
            reader, writer = await asyncio.open_connection(*address, limit=LINE_BYTES)
            person = Person(tally, reader, writer)
            if not await asyncio.wait_for(person.greet(), options.timeout):
                return
        tally.connected += 1
        await converse(options, tally, pace, person)
    except (OSError, TimeoutError) as error:
        tally.errors[type(error).__name__] += 1
    finally:
        if writer:
            writer.close()
            with contextlib.suppress(OSError):
                await writer.wait_closed()


async def converse(options: argparse.Namespace, tally: Tally, pace: Pace, person: Person) -> None:
    """Write `options.messages` times (0: until the time is over); a message without an end is lost."""
    number = 0
    while (number < options.messages or not options.messages) and await pace.turn():
        tally.sent += 1
        try:
            await asyncio.wait_for(person.exchange(WORDS[number % len(WORDS)]), options.timeout)
        except (OSError, TimeoutError):
            tally.lost += 1
            raise
        number += 1


async def show_progress(tally: Tally, start: float) -> None:
    """Keep one line of figures fresh on a terminal; elsewhere write one now and then."""
    terminal = sys.stderr.isatty()
    while True:
        await asyncio.sleep(0.5 if terminal else 5)
        line = tally.line(time.monotonic() - start)
        print(
            f"\r{line}\033[K" if terminal else line, end="" if terminal else "\n", file=sys.stderr, flush=True
        )


async def run(options: argparse.Namespace) -> dict[str, Any]:
    """Let everybody talk; return the summary."""
    tally, door, start = Tally(), asyncio.Semaphore(CONNECTING_AT_ONCE), time.monotonic()
    pace = Pace(options.rate, start + (options.duration or math.inf))
    progress = asyncio.create_task(show_progress(tally, start))
    await asyncio.gather(*(live(options, tally, pace, door) for _ in range(options.connections)))
    progress.cancel()
    if sys.stderr.isatty():
        print("\r\033[K", end="", file=sys.stderr)
    return tally.summary(time.monotonic() - start)


def report(summary: dict[str, Any]) -> None:
    """Print the summary for people."""
    counts = ("sent", "replies", "replies_per_second", "lost", "errors", "sources")
    print("  ".join(f"{name.replace('_', ' ')} {summary[name]}" for name in counts))
    for name, row in summary["latency_ms"].items():
        print(f"{name:>6}  " + "  ".join(f"{rank} {value:.1f} ms" for rank, value in row.items()))


def arguments() -> argparse.Namespace:
    """Return the command line's options."""
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("--host", default="localhost")
    parser.add_argument("--port", type=int, default=5001)
    parser.add_argument("--connections", type=int, default=10, help="people at once")
    parser.add_argument(
        "--messages", type=int, default=3, help="messages a person; 0: until --duration is over"
    )
    parser.add_argument("--rate", type=float, default=0, help="messages a second, all together; 0: no bound")
    parser.add_argument("--duration", type=float, default=0, help="seconds of writing; 0: until all is said")
    parser.add_argument("--timeout", type=float, default=60, help="seconds after which a message is lost")
    parser.add_argument("--json", metavar="FILE", help="write the summary there; - for the standard output")
    options = parser.parse_args()
    if not options.messages and not options.duration:
        parser.error("--messages 0 needs a --duration")
    return options


def main() -> int:
    """Run, report, and tell by the exit code whether all was well."""
    options = arguments()
    summary = asyncio.run(run(options))
    if options.json == "-":
        print(json.dumps(summary, indent=2))
    else:
        report(summary)
        if options.json:
            with open(options.json, "w", encoding="utf-8") as file:
                json.dump(summary, file, indent=2)
    return 1 if summary["lost"] or not summary["replies"] else 0


if __name__ == "__main__":
    sys.exit(main())
