"""The commands: how they start, refuse to start, tell their health, and wait for their store."""

from __future__ import annotations

import asyncio
import signal
import sys
from pathlib import Path
from typing import Any

import pytest

from shared.embedded import EmbeddedStore, free_port
from tests.support.clients import People
from tests.support.cluster import Cluster, Node
from tests.support.env import process_env
from tests.support.stage import ROOMY, staged

pytestmark = pytest.mark.asyncio(loop_scope="module")


async def run(directory: Path, *command: str, **settings: Any) -> tuple[int, list[str]]:
    """Run a command to its end; return its exit code and the lines it printed."""
    process = await asyncio.create_subprocess_exec(
        *command,
        cwd=directory,
        env=process_env(**settings),
        stdout=asyncio.subprocess.PIPE,
        stderr=asyncio.subprocess.STDOUT,
    )
    output, _ = await process.communicate()
    assert process.returncode is not None
    return process.returncode, output.decode().splitlines()


@pytest.mark.parametrize(
    ("module", "wrong", "shown"),
    [
        ("edge", {"app_port": "x"}, ["APP_PORT", "APP_PORT=5001"]),
        (
            "worker",
            {"groq_api_key": "gsk_secreta", "lease_seconds": "-1"},
            ["LEASE_SECONDS", "LEASE_SECONDS=3"],
        ),
        ("worker", {"redis_url": "http://:secreta@store"}, ["REDIS_URL", "REDIS_URL=redis://"]),
    ],
)
async def test_a_wrong_setting_is_told_in_one_line(
    tmp_path: Path, module: str, wrong: dict[str, str], shown: list[str]
) -> None:
    """The start is refused with code 2 and one line: variable, problem, example; never a secret."""
    code, lines = await run(tmp_path, sys.executable, "-m", module, **wrong)
    assert (code, len(lines)) == (2, 1)
    assert all(part in lines[0] for part in shown)
    assert "secreta" not in lines[0]


async def test_a_taken_port_is_told_in_one_line(tmp_path: Path, store_server: EmbeddedStore) -> None:
    """An edge whose port is another's says which setting to change, and leaves with code 2."""
    taken = await asyncio.start_server(lambda *_: None, "127.0.0.1", 0)
    async with taken:
        port = taken.sockets[0].getsockname()[1]
        ports = {"app_port": free_port(), "ws_port": port, "redis_url": store_server.url}
        code, lines = await run(tmp_path, sys.executable, "-m", "edge", **ports)
    assert code == 2
    assert "WS_PORT" in lines[-1]
    assert not [line for line in lines if "Traceback" in line]


async def test_check_tells_whether_a_worker_lives(tmp_path: Path, store_server: EmbeddedStore) -> None:
    """`--check` ends with 0 while a worker of this host is alive, with 1 without one and without a store."""

    async def check(**settings: Any) -> tuple[int, list[str]]:
        given = {"redis_url": store_server.url, **settings}
        return await run(tmp_path, sys.executable, "-m", "worker", "--check", **given)

    async with staged(tmp_path, store_server, edges=0, workers=0) as stage:
        lonely, gone = await asyncio.gather(check(), check(redis_url=f"redis://127.0.0.1:{free_port()}/0"))
        assert lonely == (1, ["no worker is alive"])
        assert (gone[0], gone[1][-1]) == (1, "the store does not answer")
        await stage.cluster.start_worker()
        assert await check() == (0, ["a worker is alive"])


class ArqNode(Node):
    """A worker started by arq's own command."""

    async def spawn(self, env: dict[str, str]) -> None:
        """Start `arq worker.main.WorkerSettings`."""
        with self.log.open("ab") as output:
            self._process = await asyncio.create_subprocess_exec(
                str(Path(sys.executable).with_name("arq")),
                "worker.main.WorkerSettings",
                env=env,
                cwd=self.log.parent,
                stdin=asyncio.subprocess.DEVNULL,
                stdout=output,
                stderr=asyncio.subprocess.STDOUT,
                start_new_session=True,
            )


async def test_arqs_own_command_answers_offline(
    tmp_path: Path, store_server: EmbeddedStore, people: People
) -> None:
    """`arq worker.main.WorkerSettings` is the same worker; without key and address the companion answers."""
    async with staged(tmp_path, store_server, workers=0, llm_url="") as stage:
        (edge,) = stage.edges
        node = ArqNode("arq", tmp_path / "arq.log")
        stage.cluster.workers.append(node)
        await node.spawn(process_env(**ROOMY, redis_url=store_server.url))
        replies = []
        for transport in ("ws", "tcp"):
            ana = await people.json(edge, transport)
            ids = [await ana.say(text) for text in ("hola", "estoy triste", "estoy triste")]
            await ana.reply(ids[-1])
            replies += [ana.whole(id) for id in ids]
            person = await people.text(edge, transport)
            for _ in range(3):
                await person.line()
            assert len(await person.ask("me siento solo")) > 20
        assert {reply["source"] for reply in replies} == {"offline"}
        assert replies[1]["text"] != replies[2]["text"], "the same line twice running"
        assert not stage.llm.requests
        assert await node.term() == 0
        assert "me siento solo" not in node.text()


async def test_a_store_that_is_down_at_the_start_is_waited_for(tmp_path: Path, people: People) -> None:
    """Edge and worker come up without a store, say so, and take work as soon as there is one."""
    with EmbeddedStore(tmp_path / "store") as store:
        url = store.url
        store.kill()
        cluster = Cluster(tmp_path, url, **ROOMY)
        async with cluster:
            starting = asyncio.create_task(cluster.start_edge())
            worker = await cluster.start_worker()
            while not cluster.edges or "edge_ready" not in cluster.edges[0].text():
                await asyncio.sleep(0.02)
            (edge,) = cluster.edges
            ana = await people.json(edge, hello=False)
            await ana.send("hello")
            assert (await ana.wait("error"))["code"] == "unavailable"
            await asyncio.to_thread(store.restart)
            await starting
            await ana.wait("welcome")
            assert (await ana.ask("hola"))["source"] == "offline"
            assert (edge.running, worker.running) == (True, True)
            for node in (worker, edge):
                assert await node.signal(signal.SIGINT) == 0
