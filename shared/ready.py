"""Is the edge up, and what does its visitor need to know?"""

from __future__ import annotations

import asyncio
import contextlib
import ipaddress
import ssl
from urllib.parse import urlsplit

import structlog

from shared.settings import Settings

log = structlog.get_logger("psicoia.launcher")

POLL_SECONDS = 0.1
ANSWER_SECONDS = 3.0
"""Longest wait for one answer; /readyz itself waits up to 2 s for a silent store."""

PATIENCE_SECONDS = 15.0
"""After this long without an edge one line says so; the waiting goes on."""

_MAX_STATUS_LINE = 256


async def wait_until_ready(settings: Settings) -> None:
    """Return once the edge's `/readyz` answers 200."""
    loop = asyncio.get_running_loop()
    complaint = loop.time() + PATIENCE_SECONDS
    while not await is_ready(settings):
        if loop.time() > complaint:
            log.warning("edge_not_ready", waited_s=PATIENCE_SECONDS, port=settings.ws_port)
            complaint = float("inf")
        await asyncio.sleep(POLL_SECONDS)


async def is_ready(settings: Settings) -> bool:
    """Return whether the edge on this machine answers `/readyz` with 200."""
    try:
        async with asyncio.timeout(ANSWER_SECONDS):
            return await _status(settings) == 200
    except (OSError, TimeoutError, ValueError):
        return False


def welcome_lines(settings: Settings) -> list[str]:
    """Return what a newcomer needs: where the page is, how to talk without it, and who answers."""
    scheme = "https" if settings.tls_cert else "http"
    model = f"{settings.model_name} at {urlsplit(settings.chat_url).hostname}"
    if settings.offline:
        model = "none, the offline companion answers (GROQ_API_KEY or LLM_URL in .env brings a model)"
    host, port = _shown(settings.app_host), settings.app_port
    terminal = f"openssl s_client -quiet -connect {host}:{port}" if settings.tls_cert else f"nc {host} {port}"
    return [
        "",
        "PsicoIA is ready.",
        f"  Page:      {scheme}://{_bracketed(_shown(settings.ws_host))}:{settings.ws_port}/",
        f"  Terminal:  {terminal}",
        f"  Model:     {model}",
        "Ctrl-C stops everything.",
        "",
    ]


async def _status(settings: Settings) -> int:
    host = _reachable(settings.ws_host)
    reader, writer = await asyncio.open_connection(
        host, settings.ws_port, ssl=_trusting() if settings.tls_cert else None
    )
    try:
        writer.write(
            f"GET /readyz HTTP/1.1\r\nHost: {_bracketed(host)}\r\nConnection: close\r\n\r\n".encode()
        )
        line = await reader.readline()
        return int(line[:_MAX_STATUS_LINE].split()[1]) if line.startswith(b"HTTP/") else 0
    except IndexError:
        return 0
    finally:
        writer.close()
        with contextlib.suppress(OSError):
            await writer.wait_closed()


def _trusting() -> ssl.SSLContext:
    # Our own child on our own machine; its certificate is made out to the public name.
    context = ssl.SSLContext(ssl.PROTOCOL_TLS_CLIENT)
    context.check_hostname = False
    context.verify_mode = ssl.CERT_NONE
    return context


def _address(host: str) -> ipaddress.IPv4Address | ipaddress.IPv6Address | None:
    try:
        return ipaddress.ip_address(host)
    except ValueError:
        return None


def _reachable(host: str) -> str:
    """Return where a server bound to `host` is reached from this machine."""
    address = _address(host)
    if address is None or not address.is_unspecified:
        return host
    return "127.0.0.1" if address.version == 4 else "::1"


def _shown(host: str) -> str:
    address = _address(host)
    local = address is not None and (address.is_loopback or address.is_unspecified)
    return "localhost" if local else host


def _bracketed(host: str) -> str:
    return f"[{host}]" if ":" in host else host
