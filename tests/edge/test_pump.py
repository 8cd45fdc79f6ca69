"""A connection's operations run one after the other, and input stops when too many wait."""

from __future__ import annotations

import asyncio
from collections.abc import Awaitable, Callable

import pytest

from edge.pump import MAX_OPERATIONS, Pump


class Tap:
    """Notes what the pump says about its room."""

    def __init__(self) -> None:
        self.said: list[str] = []
        self.pump = Pump(lambda: self.said.append("full"), lambda: self.said.append("relieved"))


def waiting_for(gate: asyncio.Event, done: list[int], number: int) -> Callable[[], Awaitable[None]]:
    """Return an operation that notes its number once the gate is open."""

    async def run() -> None:
        await gate.wait()
        done.append(number)

    return run


async def test_operations_run_in_order_one_at_a_time() -> None:
    """The second begins only when the first has ended."""
    tap, done = Tap(), []
    gates = [asyncio.Event(), asyncio.Event()]
    for number, gate in enumerate(gates):
        tap.pump.add(waiting_for(gate, done, number))
    gates[1].set()
    await asyncio.sleep(0)
    assert done == []
    gates[0].set()
    await tap.pump.idle()
    assert done == [0, 1]


async def test_input_is_taken_again_when_there_is_room() -> None:
    """At MAX_OPERATIONS waiting it says full, once; below it relieved, once."""
    tap, done = Tap(), []
    gate = asyncio.Event()
    tap.pump.add(waiting_for(gate, done, -1))
    await asyncio.sleep(0)
    for number in range(MAX_OPERATIONS + 3):
        tap.pump.add(waiting_for(gate, done, number))
    assert tap.said == ["full"]
    gate.set()
    await tap.pump.idle()
    assert tap.said == ["full", "relieved"]
    assert done == list(range(-1, MAX_OPERATIONS + 3))


async def test_clear_drops_what_has_not_begun() -> None:
    """The operation under way ends; the others never begin."""
    tap, done = Tap(), []
    gate = asyncio.Event()
    for number in range(3):
        tap.pump.add(waiting_for(gate, done, number))
    await asyncio.sleep(0)
    tap.pump.clear()
    gate.set()
    await tap.pump.idle()
    assert done == [0]


async def test_cancelling_the_wait_cancels_no_operation() -> None:
    """`idle` under a timeout leaves the pump running."""
    tap, done = Tap(), []
    gate = asyncio.Event()
    tap.pump.add(waiting_for(gate, done, 0))
    with pytest.raises(TimeoutError):
        await asyncio.wait_for(tap.pump.idle(), 0.001)
    gate.set()
    await tap.pump.idle()
    assert done == [0]


async def test_an_idle_pump_has_no_task() -> None:
    """Thousands of idle connections cost no tasks."""
    tap, done = Tap(), []
    gate = asyncio.Event()
    gate.set()
    tap.pump.add(waiting_for(gate, done, 0))
    await tap.pump.idle()
    assert [task.get_name() for task in asyncio.all_tasks()].count("pump") == 0
    tap.pump.add(waiting_for(gate, done, 1))
    await tap.pump.idle()
    assert done == [0, 1]
