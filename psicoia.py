"""PsicoIA's launcher.

python psicoia.py [dev]     store, edge and worker in one command; what `make run` calls
python psicoia.py edge      one edge, as `python -m edge`
python psicoia.py worker    one worker, as `python -m worker`
python psicoia.py chat      talk to PsicoIA in this terminal
python psicoia.py check     are the settings right and does the store answer?
"""

from __future__ import annotations

import asyncio
import runpy
import sys
from collections.abc import Callable, Mapping
from pathlib import Path
from typing import Any
from urllib.parse import urlsplit

import redis.asyncio

from shared.embedded import find_server
from shared.errors import ConfigError, PsicoiaError
from shared.log import configure, log_uncaught
from shared.settings import Settings, load_settings
from shared.store.address import SENTINEL_SCHEME, make_pool
from shared.supervisor import supervise

DATA = Path(".data")
"""Where the embedded store keeps the conversations; like `.env`, relative to the current directory."""

PROBLEM, WRONG_USE = 1, 2
STORE_SECONDS = 2.0


def main(argv: list[str]) -> int:
    """Run the command named first in `argv` (default: dev); return the exit code."""
    name, rest = (argv[0], argv[1:]) if argv else ("dev", [])
    command = COMMANDS.get(name)
    if command is None:
        asked = name in {"-h", "--help", "help"}
        print(__doc__.strip(), file=sys.stdout if asked else sys.stderr)
        return 0 if asked else WRONG_USE
    try:
        return command(rest)
    except ConfigError as error:
        print(error, file=sys.stderr)
        return WRONG_USE
    except PsicoiaError as error:
        print(error, file=sys.stderr)
        return PROBLEM


def dev(_args: list[str]) -> int:
    """Start everything and keep it running until a signal."""
    settings = load_settings()
    configure(settings.log_level)
    log_uncaught()
    supervise(settings, DATA)
    return 0


def check(_args: list[str]) -> int:
    """Say in plain words whether the settings are right and the store answers."""
    settings = load_settings()
    print("Settings: right.")
    print(f"Model:    {'none, the offline companion answers' if settings.offline else settings.model_name}.")
    if not settings.redis_url.get_secret_value():
        print(f"Store:    REDIS_URL is not set; dev starts {find_server()[0]}.")
        return 0
    return _check_store(settings)


def chat(args: list[str]) -> int:
    """Talk to PsicoIA in this terminal."""
    from shared.chat import main as talk  # the others need none of it

    return talk(args)


def edge(args: list[str]) -> int:
    """Run one edge."""
    return _module("edge", args)


def worker(args: list[str]) -> int:
    """Run one worker."""
    return _module("worker", args)


COMMANDS: Mapping[str, Callable[[list[str]], int]] = {
    "dev": dev,
    "edge": edge,
    "worker": worker,
    "chat": chat,
    "check": check,
}


def _check_store(settings: Settings) -> int:
    # Only hosts and ports are shown: the rest of the address may hold a password.
    url = urlsplit(settings.store_url)
    hosts = url.netloc.rpartition("@")[2]
    if url.scheme != SENTINEL_SCHEME and url.hostname:
        hosts = f"{url.hostname}:{url.port or 6379}"
    where = hosts or url.path
    try:
        server = asyncio.run(_server_info(settings.store_url))
    except (redis.RedisError, OSError, ValueError) as error:
        print(f"Store:    {where} does not answer ({type(error).__name__}).")
        return PROBLEM
    version = server.get("valkey_version") or server.get("redis_version")
    print(f"Store:    {where} answers, version {version}.")
    return 0


async def _server_info(url: str) -> dict[str, Any]:
    pool = make_pool(url, socket_timeout=STORE_SECONDS, socket_connect_timeout=STORE_SECONDS)
    async with redis.asyncio.Redis.from_pool(pool) as client:
        info: dict[str, Any] = await client.info("server")
    return info


def _module(name: str, args: list[str]) -> int:
    """Run a module as `python -m` does; it ends by SystemExit or by returning."""
    sys.argv = [name, *args]
    runpy.run_module(name, run_name="__main__", alter_sys=True)
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
