"""shared/ready.py: when the edge counts as up, and what a newcomer is told."""

from __future__ import annotations

import asyncio
from collections.abc import Callable

import pytest

from shared.ready import is_ready, wait_until_ready, welcome_lines
from tests.support.env import isolated_settings


async def _answering(answers: list[bytes], port: int) -> asyncio.Server:
    """Serve one of `answers` to each connection in turn; the last one for ever."""

    async def serve(reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
        request = await reader.readuntil(b"\r\n\r\n")
        assert request.startswith(b"GET /readyz HTTP/1.1\r\nHost: ")
        writer.write(answers.pop(0) if len(answers) > 1 else answers[0])
        writer.close()
        await writer.wait_closed()

    return await asyncio.start_server(serve, "127.0.0.1", port)


@pytest.mark.parametrize(
    ("answer", "ready"),
    [
        (b"HTTP/1.1 200 OK\r\n\r\nready", True),
        (b"HTTP/1.1 503 Service Unavailable\r\n\r\n", False),
        (b"SSH-2.0-something\r\n", False),
        (b"HTTP/1.1\r\n", False),
        (b"HTTP/1.1 many\r\n", False),
        (b"x" * 100_000, False),
        (b"", False),
    ],
)
async def test_only_200_is_ready(answer: bytes, ready: bool, free_port: Callable[[], int]) -> None:
    """Whatever else listens on the port is not our edge."""
    port = free_port()
    async with await _answering([answer], port):
        assert await is_ready(isolated_settings(ws_port=port)) is ready


async def test_nobody_there_is_not_ready(free_port: Callable[[], int]) -> None:
    """A closed port is an answer, not an error."""
    assert not await is_ready(isolated_settings(ws_port=free_port()))


async def test_waiting_ends_with_the_first_200(free_port: Callable[[], int]) -> None:
    """A 503 while the store is still loading is waited out, also when bound to all addresses."""
    port = free_port()
    async with await _answering([b"HTTP/1.1 503 No\r\n\r\n", b"HTTP/1.1 200 OK\r\n\r\n"], port):
        await asyncio.wait_for(wait_until_ready(isolated_settings(ws_port=port, ws_host="0.0.0.0")), 10)


def test_a_newcomer_is_told_page_terminal_and_who_answers() -> None:
    """Without a key: page, nc line, and that the offline companion answers."""
    text = "\n".join(welcome_lines(isolated_settings()))
    assert "http://localhost:8765/" in text
    assert "nc localhost 5001" in text
    assert "offline companion" in text


def test_the_model_is_named_without_its_secrets() -> None:
    """With a model its name and host are shown, and nothing else of its address."""
    settings = isolated_settings(llm_url="http://user:secret@llm.example:8000/v1?key=secret", model_name="m1")
    text = "\n".join(welcome_lines(settings))
    assert "m1 at llm.example" in text
    assert "secret" not in text


def test_addresses_that_work_are_shown() -> None:
    """TLS and other hosts change the lines."""
    settings = isolated_settings(tls_cert="c", tls_key="k", ws_host="::", app_host="chat.example")
    text = "\n".join(welcome_lines(settings))
    assert "https://localhost:8765/" in text
    assert "openssl s_client -quiet -connect chat.example:5001" in text
