"""What a connection still has to send is bounded, paced, and never mixed up."""

from __future__ import annotations

import asyncio
from collections.abc import AsyncIterator

import msgspec
import pytest

from edge.outgoing import PACE_BYTES, PIECE_BYTES, Outgoing
from shared.errors import StoreUnavailable
from shared.protocol import MAX_OUTGOING_BYTES, CloseCode
from tests.support.fake_port import FakePort


async def pieces(*parts: bytes) -> AsyncIterator[bytes]:
    """Yield parts."""
    for part in parts:
        yield part


async def test_who_does_not_read_is_cut_off() -> None:
    """At MAX_OUTGOING_BYTES unsent: slow_consumer, 4008, and nothing after it."""
    port = FakePort(reads=False)
    out = Outgoing(port)
    for _ in range(40):
        out.send(b"x" * 10_000)
    assert port.closed is CloseCode.SLOW_CONSUMER
    assert msgspec.json.decode(port.written[-1])["code"] == "slow_consumer"
    assert len(port.written) == MAX_OUTGOING_BYTES // 10_000 + 1
    assert port.peak < MAX_OUTGOING_BYTES + 1000


async def test_who_reads_is_never_cut_off() -> None:
    """Any amount may be sent to a client that keeps up."""
    port = FakePort()
    out = Outgoing(port)
    for _ in range(100):
        out.send(b"x" * 10_000)
    assert port.closed is None
    assert len(port.written) == 100


async def test_pace_waits_only_while_much_is_unsent() -> None:
    """A replay goes on once the client has read."""
    port = FakePort(reads=False)
    out = Outgoing(port)
    out.send(b"x" * PACE_BYTES)
    await asyncio.wait_for(out.pace(), 1)
    out.send(b"x")
    waiting = asyncio.ensure_future(out.pace())
    await asyncio.sleep(0)
    assert not waiting.done()
    port.read_all()
    await asyncio.wait_for(waiting, 1)


async def test_a_long_frame_goes_in_pieces_and_others_wait_for_its_end() -> None:
    """Frames that come meanwhile follow the long one, in order and whole."""
    port = FakePort(reads=False)
    out = Outgoing(port)
    long = asyncio.ensure_future(out.send_long(pieces(b"a" * (PACE_BYTES + PIECE_BYTES), b"b", b"c")))
    await asyncio.sleep(0)
    out.send(b"one")
    out.send(b"two")
    assert port.written == []
    while not long.done():
        port.read_all()
        await asyncio.sleep(0)
    assert port.written == [b"a" * (PACE_BYTES + PIECE_BYTES) + b"bc", b"one", b"two"]
    assert max(len(piece) for piece, _, _ in port.pieces) == PIECE_BYTES
    assert [first for _, first, _ in port.pieces] == [True] + [False] * (len(port.pieces) - 1)
    assert [last for _, _, last in port.pieces] == [False] * (len(port.pieces) - 1) + [True]
    assert port.peak <= PACE_BYTES + PIECE_BYTES


async def test_a_long_frame_of_nothing_is_a_frame() -> None:
    """No pieces at all still make one, empty, whole frame."""
    port = FakePort()
    await Outgoing(port).send_long(pieces())
    assert port.pieces == [(b"", True, True)]


async def test_what_waits_behind_a_long_frame_counts_too() -> None:
    """Live frames behind an export that nobody reads are bounded like everything else."""
    port = FakePort(reads=False)
    out = Outgoing(port)
    long = asyncio.ensure_future(out.send_long(pieces(b"a" * 2 * PACE_BYTES)))
    await asyncio.sleep(0)
    for _ in range(MAX_OUTGOING_BYTES // 10_000):
        out.send(b"x" * 10_000)
    assert port.closed is CloseCode.SLOW_CONSUMER
    await asyncio.wait_for(long, 1)
    assert b"slow_consumer" not in b"".join(piece for piece, _, _ in port.pieces), "in the middle of a frame"


async def test_a_long_frame_that_breaks_off_ends_the_connection() -> None:
    """A frame that cannot be finished is followed by nothing: not by what waited, not by an error."""

    async def broken() -> AsyncIterator[bytes]:
        yield b"a"
        out.send(b"waits")
        raise StoreUnavailable("gone")

    port = FakePort()
    out = Outgoing(port)
    with pytest.raises(StoreUnavailable):
        await out.send_long(broken())
    out.send(b"an error frame")
    assert port.closed is CloseCode.RESTART
    assert port.written == []


async def test_a_long_frame_that_never_began_is_merely_refused() -> None:
    """Nothing was sent of it, so the connection goes on."""

    async def broken() -> AsyncIterator[bytes]:
        raise StoreUnavailable("gone")
        yield b""

    port = FakePort()
    out = Outgoing(port)
    with pytest.raises(StoreUnavailable):
        await out.send_long(broken())
    out.send(b"an error frame")
    assert port.closed is None
    assert port.written == [b"an error frame"]
