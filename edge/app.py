"""The edge's composition root: builds everything, serves, drains, stops."""

from __future__ import annotations

import asyncio
import contextlib
import signal
import ssl
from collections.abc import Awaitable
from typing import TypeVar

import structlog

from edge.care import Care
from edge.connections import Connections
from edge.doors import Proxies
from edge.fanout import Fanout
from edge.http import Site
from edge.services import Services
from edge.tcp import listen_tcp
from edge.waiting import Waiting
from edge.ws import WsDoor
from shared import log as logs
from shared.crisis import FAILED, assess
from shared.errors import ConfigError
from shared.metrics import EdgeMetrics
from shared.seal import make_seal
from shared.settings import Settings
from shared.store import scripts
from shared.store.sessions import Sessions

log = structlog.get_logger("psicoia.edge")

T = TypeVar("T")


class Edge:
    """One edge process."""

    def __init__(self, settings: Settings) -> None:
        self._settings = settings
        self._draining = asyncio.Event()
        self.serving = False
        """True once both ports are listened on."""

        seal = make_seal(settings.data_key.get_secret_value())
        metrics = EdgeMetrics()
        self._store = scripts.connect(settings.store_url)
        self._fanout = Fanout(settings.store_url, self._store, seal)
        sessions = Sessions(self._store, settings, seal)
        self._waiting = Waiting(sessions)
        # Loads the weights now rather than with the first message.
        if assess("¡hola!") is FAILED:
            log.error("detector_failed")
        care = Care(settings.default_country, metrics)
        services = Services(settings, sessions, self._fanout, self._waiting, care, metrics)
        self._connections = Connections(services)
        site = Site(metrics, lambda: self.ready, settings.allowed_origins)
        self._ws = WsDoor(self._connections, site, Proxies(settings.trusted_proxies))

    @property
    def ready(self) -> bool:
        """True while new clients are welcome and can be served."""
        return self._store.connected and self._fanout.connected and not self._draining.is_set()

    async def run(self) -> None:
        """Serve until SIGTERM or SIGINT, then drain. Raises ConfigError when a port is taken."""
        settings = self._settings
        context = tls_context(settings)
        await self._store.start()
        await self._fanout.start()
        waiting = asyncio.create_task(self._waiting.run(), name="waiting")
        doors = contextlib.ExitStack()
        try:
            listening = listen_tcp(self._connections, settings.app_host, settings.app_port, context)
            tcp = await _bind("APP_PORT", listening)
            doors.callback(tcp.close)
            ws = await _bind("WS_PORT", self._ws.listen(settings.ws_host, settings.ws_port, context))
            self._watch_signals()
            self.serving = True
            log.info("edge_ready", app_port=settings.app_port, ws_port=settings.ws_port)
            await self._draining.wait()
            log.info("edge_draining")
            tcp.close()
            await self._connections.drain(settings.drain_seconds)
            ws.close(close_connections=True)
        finally:
            doors.close()
            waiting.cancel()
            await self._fanout.aclose()
            await self._store.aclose()
        log.info("edge_stopped")

    def leave(self) -> None:
        """Begin to drain; `run` returns when that is done."""
        self._draining.set()

    def _watch_signals(self) -> None:
        loop = asyncio.get_running_loop()
        for number in (signal.SIGTERM, signal.SIGINT):
            loop.add_signal_handler(number, self.leave)


async def _bind(name: str, listening: Awaitable[T]) -> T:
    try:
        return await listening
    except OSError as error:
        raise ConfigError(f"{name}: cannot be listened on ({error.strerror}). Example: {name}=5002") from None


def tls_context(settings: Settings) -> ssl.SSLContext | None:
    """Return the TLS set-up of both ports, or None. Raises ConfigError."""
    if not settings.tls_cert:
        return None
    context = ssl.create_default_context(ssl.Purpose.CLIENT_AUTH)
    try:
        context.load_cert_chain(settings.tls_cert, settings.tls_key)
    except (OSError, ssl.SSLError) as error:
        raise ConfigError(
            f"TLS_CERT, TLS_KEY: cannot be loaded ({type(error).__name__}). "
            "Example: TLS_CERT=/etc/psicoia/cert.pem TLS_KEY=/etc/psicoia/key.pem"
        ) from None
    return context


async def serve(settings: Settings) -> None:
    """Run one edge until it is told to stop."""
    logs.configure(settings.log_level)
    logs.log_uncaught()
    logs.log_loop_errors(asyncio.get_running_loop())
    await Edge(settings).run()
