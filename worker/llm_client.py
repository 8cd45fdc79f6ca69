"""The HTTP client under the model: httpx's interface on aiohttp's connections.

A fifth of httpx's own CPU a call (DESIGN §6), and no slot lost when a call is cancelled.
"""

from __future__ import annotations

from contextvars import ContextVar
from types import SimpleNamespace
from urllib.parse import urlsplit
from urllib.request import getproxies, proxy_bypass

import aiohttp
import httpx
from httpx_aiohttp import AiohttpTransport

from shared.settings import Settings

KEEP_ALIVE_SECONDS = 30.0

_reused: ContextVar[bool] = ContextVar("llm_connection_reused", default=False)


def build_client(settings: Settings, *, keep_alive: bool = True) -> httpx.AsyncClient:
    """Return a client for `settings.chat_url` with a connection for every turn that may run.

    Without `keep_alive` every request opens a connection of its own.
    """
    # Plain addresses need no certificates, whose loading takes longer than all the rest.
    context = httpx.create_ssl_context(verify=settings.chat_url.startswith("https:"))

    def session() -> aiohttp.ClientSession:
        # A session of our own: without a limit of ours aiohttp takes 100, which would cap the turns
        # in flight, and the transport cannot pass "no cookies".
        return aiohttp.ClientSession(
            connector=aiohttp.TCPConnector(
                limit=settings.worker_max_jobs,
                ssl=context,
                **({"keepalive_timeout": KEEP_ALIVE_SECONDS} if keep_alive else {"force_close": True}),
            ),
            cookie_jar=aiohttp.DummyCookieJar(),
            trace_configs=[_reuse_trace()],
        )

    proxy = _proxy(settings.chat_url)
    transport = AiohttpTransport(verify=context, client=session, proxy=httpx.Proxy(proxy) if proxy else None)
    return httpx.AsyncClient(transport=transport, trust_env=False)


def watch_reuse() -> None:
    """Forget what `was_reused` knew; call it in the task that sends, before sending."""
    _reused.set(False)


def was_reused() -> bool:
    """Tell whether this task's request went over a connection that had served another before."""
    return _reused.get()


def _reuse_trace() -> aiohttp.TraceConfig:
    async def reused(
        session: aiohttp.ClientSession,
        context: SimpleNamespace,
        params: aiohttp.TraceConnectionReuseconnParams,
    ) -> None:
        _reused.set(True)

    trace = aiohttp.TraceConfig()
    trace.on_connection_reuseconn.append(reused)
    return trace


def _proxy(url: str) -> str | None:
    """Return the proxy the environment names for `url`.

    Asked once here: aiohttp's own `trust_env` looks it up in two threads for every request.
    """
    parts = urlsplit(url)
    if not parts.hostname or proxy_bypass(parts.hostname):
        return None
    proxies = getproxies()
    return proxies.get(parts.scheme) or proxies.get("all")
