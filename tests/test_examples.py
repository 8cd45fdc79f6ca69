"""The example clients, run as a reader would run them, against the scripted edge."""

from __future__ import annotations

import asyncio
import json
import os
import sys
from asyncio.subprocess import PIPE, Process
from collections.abc import AsyncIterator
from pathlib import Path
from typing import Any

import pytest

from tests.support.fake_edge import FakeEdge, free_port
from tests.support.fake_session import HELP

EXAMPLES = Path(__file__).parents[1] / "examples"


@pytest.fixture
async def edge() -> AsyncIterator[FakeEdge]:
    """A scripted edge."""
    edge = FakeEdge()
    await edge.start()
    yield edge
    await edge.close()


async def start(program: str, *arguments: str) -> Process:
    """Start an example with its three streams piped."""
    return await asyncio.create_subprocess_exec(
        sys.executable,
        str(EXAMPLES / program),
        *arguments,
        stdin=PIPE,
        stdout=PIPE,
        stderr=PIPE,
        env={**os.environ, "PYTHONWARNINGS": "error", "PYTHONIOENCODING": "utf-8"},
    )


async def run(program: str, *arguments: str, lines: str = "") -> tuple[int | None, str, str]:
    """Run an example with `lines` as its input; return exit code, output, complaints."""
    process = await start(program, *arguments)
    out, err = await process.communicate(lines.encode())
    return process.returncode, out.decode(), err.decode()


async def measure(edge: FakeEdge, *arguments: str) -> tuple[int | None, dict[str, Any]]:
    """Run the load client; return exit code and summary."""
    code, out, err = await run("async_tcp_client.py", "--port", str(edge.tcp_port), "--json", "-", *arguments)
    assert err == ""
    return code, json.loads(out)


async def test_tcp_client_prints_each_reply_in_json_mode(edge: FakeEdge) -> None:
    """Lines in, whole replies out in order, and exit code 0 at the end of the input."""
    edge.answers["ayuda"] = [HELP, "Acá estoy."]
    code, out, err = await run(
        "tcp_client.py", "--json", "--port", str(edge.tcp_port), lines="hola\n\nayuda\n"
    )
    assert (code, err) == (0, "")
    assert out.splitlines()[0] == "Te escucho: hola"
    assert "  Línea 135: 135" in out.splitlines()
    assert out.splitlines()[-1] == "Acá estoy."


async def test_tcp_client_talks_in_text_mode_until_salir(edge: FakeEdge) -> None:
    """The greeting, a reply a line, and the goodbye are printed as they come."""
    process = await start("tcp_client.py", "--port", str(edge.tcp_port))
    assert process.stdin
    assert process.stdout
    heard = [(await process.stdout.readline()).decode() for _ in range(3)]
    assert heard[0] == "Usuario-1 conectado.\n"
    process.stdin.write("año nuevo\n".encode())
    assert (await process.stdout.readline()).decode() == "Te escucho: año nuevo\n"
    process.stdin.write(b"salir\n")
    assert (await process.stdout.readline()).decode() == "Hasta pronto.\n"
    process.stdin.close()
    assert await process.wait() == 0


async def test_tcp_client_tells_when_the_connection_breaks_before_the_reply(edge: FakeEdge) -> None:
    """An answer that never came makes the exit code 1."""
    edge.cut_before_ack.add("hola")
    code, out, _ = await run("tcp_client.py", "--json", "--port", str(edge.tcp_port), lines="hola\n")
    assert (code, out) == (1, "")


async def test_tcp_client_tells_when_nobody_listens() -> None:
    """No server: one line that says so, exit code 1."""
    code, _, err = await run(
        "tcp_client.py", "--host", "127.0.0.1", "--port", str(free_port()), lines="hola\n"
    )
    assert code == 1
    assert len(err.splitlines()) == 1


async def test_load_client_answers_for_everybody(edge: FakeEdge) -> None:
    """Every message of every person is sent, acknowledged, streamed, answered and measured."""
    code, summary = await measure(edge, "--connections", "20", "--messages", "3")
    assert code == 0
    assert (summary["sent"], summary["replies"], summary["lost"]) == (60, 60, 0)
    assert summary["sources"] == {"llm": 60}
    assert set(summary["latency_ms"]) == {"ack", "first", "reply"}
    for row in summary["latency_ms"].values():
        assert row["p50"] <= row["p90"] <= row["p95"] <= row["p99"] <= row["max"]
    assert len(edge.sessions) == 20


async def test_load_client_counts_what_is_lost(edge: FakeEdge) -> None:
    """A connection that dies with an open message makes one lost message and exit code 1."""
    edge.cut_before_ack.add("Me cuesta dormir.")
    code, summary = await measure(edge, "--connections", "2", "--messages", "2")
    assert code == 1
    assert (summary["lost"], summary["replies"]) == (1, 3)
    assert sum(summary["errors"].values()) == 1


async def test_load_client_counts_refusals_by_code_and_tries_again(edge: FakeEdge) -> None:
    """A refusal with a time is counted, waited out and sent again with the same id."""
    edge.refusals["Hoy fue un día largo."] = [{"code": "rate_limited", "message": "…", "retry_after": 0.05}]
    code, summary = await measure(edge, "--connections", "1", "--messages", "1")
    assert (code, summary["errors"], summary["replies"], summary["lost"]) == (0, {"rate_limited": 1}, 1, 0)
    first, second = (frame["id"] for frame in edge.received if frame["type"] == "message")
    assert first == second


async def test_load_client_stops_writing_when_the_time_is_over(edge: FakeEdge) -> None:
    """`--rate` and `--duration` bound what is sent over all connections."""
    code, summary = await measure(
        edge, "--connections", "5", "--messages", "0", "--rate", "20", "--duration", "0.5"
    )
    assert code == 0
    assert 1 <= summary["sent"] <= 10
    assert summary["replies"] == summary["sent"]


async def test_load_client_prints_a_readable_summary(edge: FakeEdge, tmp_path: Path) -> None:
    """Without `--json -` people read percentiles, and the file holds the same figures."""
    file = tmp_path / "run.json"
    code, out, _ = await run(
        "async_tcp_client.py", "--port", str(edge.tcp_port), "--connections", "2", "--json", str(file)
    )
    assert code == 0
    assert "replies 6" in out
    assert "p99" in out
    assert json.loads(file.read_text())["replies"] == 6


async def test_ws_client_streams(edge: FakeEdge) -> None:
    """The first words are printed while the rest is still being written."""
    edge.hold_after = 2
    process = await start("ws_client.py", edge.ws)
    assert process.stdin
    assert process.stdout
    process.stdin.write(b"hola\n")
    process.stdin.close()
    assert await process.stdout.readexactly(11) == b"Te escucho:"
    edge.release()
    assert await process.stdout.read() == b" hola\n"
    assert await process.wait() == 0


async def test_ws_client_resumes_after_a_cut_in_the_middle_of_an_answer(edge: FakeEdge) -> None:
    """What was on the screen is not printed twice, what was missed is printed, no word is lost."""
    edge.cut_before_store.add("uno")
    edge.cut_before_ack.add("dos")
    process = await start("ws_client.py", edge.ws)
    assert process.stdin
    assert process.stdout
    process.stdin.write(b"uno\n")
    assert await process.stdout.readline() == b"Te escucho: uno\n"
    edge.hold_after = 1
    process.stdin.write(b"dos\n")
    process.stdin.close()
    await edge.held.wait()
    assert await process.stdout.readexactly(2) == b"Te"
    edge.cut()
    edge.release()
    assert await process.stdout.readline() == b" escucho: dos\n"
    assert await process.wait() == 0
    (session,) = edge.sessions.values()
    assert [event["type"] for event in session.log] == ["user", "reply"] * 2
