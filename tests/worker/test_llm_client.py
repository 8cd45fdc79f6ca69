"""The HTTP client under the model: pool, proxy."""

from __future__ import annotations

import asyncio

import pytest

from shared.settings import load_settings
from tests.support.fake_llm import FakeLlm
from tests.support.llm_reply import Reply
from worker.llm_client import build_client, was_reused, watch_reuse

BODY = {"messages": [{"role": "user", "content": "hola"}]}


async def test_pool_takes_every_turn() -> None:
    """150 calls are open at once: neither library's default of 100 holds."""
    gate = asyncio.Event()
    async with FakeLlm(lambda number, body: Reply(gate=gate)) as llm:
        client = build_client(load_settings(_env_file=None, llm_url=llm.url, worker_max_jobs=150))
        calls = [asyncio.create_task(client.post(llm.url, json=BODY, timeout=None)) for _ in range(150)]
        await llm.wait_for(lambda llm: llm.in_flight == 150)
        gate.set()
        assert {(await call).status_code for call in calls} == {200}
        await client.aclose()


@pytest.mark.parametrize(("keep_alive", "connections"), [(True, 1), (False, 2)])
async def test_reuse_is_known(*, keep_alive: bool, connections: int) -> None:
    """The task that sent a request can tell whether its connection was a kept one."""
    async with FakeLlm() as llm:
        client = build_client(load_settings(_env_file=None, llm_url=llm.url), keep_alive=keep_alive)
        seen = []
        for _ in range(2):
            watch_reuse()
            await client.post(llm.url, json=BODY)
            seen.append(was_reused())
        assert seen == [False, keep_alive]
        assert llm.connections == connections
        await client.aclose()


async def test_proxy_of_the_environment_is_used(monkeypatch: pytest.MonkeyPatch) -> None:
    """A proxy that the environment names gets the request, unless NO_PROXY excepts the host."""
    async with FakeLlm() as proxy:
        monkeypatch.setenv("http_proxy", proxy.url.removesuffix("/v1/chat/completions"))
        monkeypatch.delenv("no_proxy", raising=False)
        client = build_client(load_settings(_env_file=None, llm_url="http://llm.invalid/v1"))
        assert (await client.post("http://llm.invalid/v1", json=BODY)).status_code == 200
        assert proxy.requests[0].headers["host"] == "llm.invalid"
        await client.aclose()
        monkeypatch.setenv("no_proxy", "127.0.0.1")
        client = build_client(load_settings(_env_file=None, llm_url=proxy.url))
        await client.post(proxy.url, json=BODY)
        assert proxy.requests[1].headers["host"].startswith("127.0.0.1:")
        await client.aclose()
