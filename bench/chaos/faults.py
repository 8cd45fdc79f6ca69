"""What is done to processes, store and connections. Each fault ends with everything whole again."""

from __future__ import annotations

import asyncio
import contextlib
import os
import random
import signal
import time
from collections.abc import Callable, Coroutine, Sequence
from dataclasses import dataclass
from typing import Any, ClassVar

import redis.exceptions

from bench.chaos.client import Client
from bench.chaos.plan import Fault, Kind
from bench.chaos.record import Frozen
from bench.chaos.scene import Scene
from tests.support.cluster import Node

CUT_SHARE = 0.4
"""How many of the people lose their connection at once."""

VICTIM_SECONDS = 30.0


Act = Callable[["Striker", Fault], Coroutine[Any, Any, None]]


@dataclass(frozen=True, slots=True)
class Struck:
    """A fault that happened; `victim` is a worker's name, or empty."""

    fault: Fault
    at: float
    victim: str = ""


class Striker:
    """Carries out faults. What takes time goes on in the background until `recovered`."""

    def __init__(self, scene: Scene, clients: Callable[[], Sequence[Client]]) -> None:
        self.struck: list[Struck] = []
        self._scene = scene
        self._clients = clients
        self._tasks: set[asyncio.Task[None]] = set()

    def strike(self, fault: Fault) -> None:
        """Begin a fault."""
        task = asyncio.create_task(self._acts[fault.kind](self, fault), name=f"fault {fault.number}")
        self._tasks.add(task)

    async def recovered(self) -> None:
        """Wait until all faults are over and what they killed runs again. Raises what went wrong."""
        await asyncio.gather(*self._tasks)

    def _note(self, fault: Fault, victim: str = "") -> None:
        self.struck.append(Struck(fault, time.monotonic(), victim))

    # Workers and edges

    async def _victim(self, nodes: list[Node], fault: Fault, *, alone: bool = False) -> Node:
        """Take a victim out of those that are ready; wait while there is none (or only one, `alone`)."""
        async with asyncio.timeout(VICTIM_SECONDS):
            async with self._scene.ready:
                await self._scene.ready.wait_for(lambda: len(nodes) > alone)
                return nodes.pop(int(fault.pick * len(nodes)))

    async def _kill_worker(self, fault: Fault) -> None:
        node = await self._victim(self._scene.workers, fault)
        self._scene.dismissed.add(node)
        self._note(fault, self._scene.names[node])
        await node.kill()
        await self._scene.add_worker()

    async def _kill_edge(self, fault: Fault) -> None:
        node = await self._victim(self._scene.edges.open, fault)
        self._scene.dismissed.add(node)
        self._note(fault)
        await node.kill()
        await self._scene.add_edge()

    async def _drain_worker(self, fault: Fault) -> None:
        node = await self._victim(self._scene.workers, fault)
        self._scene.dismissed.add(node)
        self._note(fault)
        code, _ = await asyncio.gather(node.term(), self._scene.add_worker())
        assert code == 0, f"a drained worker left with {code}"

    async def _drain_edge(self, fault: Fault) -> None:
        node = await self._victim(self._scene.edges.open, fault)
        self._scene.dismissed.add(node)
        self._note(fault)
        code, _ = await asyncio.gather(node.term(), self._scene.add_edge())
        assert code == 0, f"a drained edge left with {code}"

    async def _freeze_worker(self, fault: Fault) -> None:
        # One always goes on: with nobody to take over there is nothing to see.
        node = await self._victim(self._scene.workers, fault, alone=True)
        name, start = self._scene.names[node], time.monotonic()
        self._note(fault, name)
        node.freeze()
        await asyncio.sleep(fault.seconds)
        node.thaw()
        self._scene.frozen.append(Frozen(name, start, time.monotonic()))
        await self._scene.back(self._scene.workers, node)

    async def _freeze_edge(self, fault: Fault) -> None:
        node = await self._victim(self._scene.edges.open, fault)
        self._note(fault)
        node.freeze()
        # People still knock at its door.
        await self._scene.back(self._scene.edges.open, node)
        await asyncio.sleep(fault.seconds)
        with contextlib.suppress(ProcessLookupError):  # the next fault may have killed it
            node.thaw()

    # The store and the links to it

    async def _freeze_store(self, fault: Fault) -> None:
        async with self._scene.store_lock:
            self._note(fault)
            os.kill(self._scene.store.pid, signal.SIGSTOP)
            await asyncio.sleep(fault.seconds)
            os.kill(self._scene.store.pid, signal.SIGCONT)

    async def _restart_store(self, fault: Fault) -> None:
        async with self._scene.store_lock:
            self._note(fault)
            await asyncio.to_thread(self._scene.store.kill)
            await asyncio.sleep(fault.seconds)
            await asyncio.to_thread(self._scene.store.restart)
            await self._scene.sync_always()

    async def _drop_links(self, fault: Fault) -> None:
        types = {Kind.DROP_PUBSUB: ("pubsub",), Kind.DROP_COMMANDS: ("normal",)}
        async with self._scene.store_lock, self._scene.redis() as client:
            self._note(fault)
            for name in types.get(fault.kind, ("pubsub", "normal")):
                with contextlib.suppress(redis.exceptions.RedisError):
                    await client.client_kill_filter(_type=name, skipme=True)

    # The people and the model

    async def _cut_clients(self, fault: Fault) -> None:
        self._note(fault)
        rng = random.Random(fault.pick)
        for client in self._clients():
            if rng.random() < CUT_SHARE:
                client.cut()

    async def _model_storm(self, fault: Fault) -> None:
        self._note(fault)
        self._scene.storm_until = max(self._scene.storm_until, time.monotonic() + fault.seconds)
        await asyncio.sleep(fault.seconds)

    _acts: ClassVar[dict[Kind, Act]] = {
        Kind.KILL_WORKER: _kill_worker,
        Kind.KILL_EDGE: _kill_edge,
        Kind.DRAIN_WORKER: _drain_worker,
        Kind.DRAIN_EDGE: _drain_edge,
        Kind.FREEZE_WORKER: _freeze_worker,
        Kind.FREEZE_EDGE: _freeze_edge,
        Kind.FREEZE_STORE: _freeze_store,
        Kind.RESTART_STORE: _restart_store,
        Kind.DROP_ALL: _drop_links,
        Kind.DROP_PUBSUB: _drop_links,
        Kind.DROP_COMMANDS: _drop_links,
        Kind.CUT_CLIENTS: _cut_clients,
        Kind.MODEL_STORM: _model_storm,
    }
