"""shared/log.py: one line an event, at the right level, bound to its turn, without a person's words (I8)."""

from __future__ import annotations

import asyncio
import io
import json
import logging
import subprocess
import sys
import threading

import pytest
import structlog

from shared.ids import SessionId, TraceId
from shared.log import LIBRARIES, bind_turn, configure, log_loop_errors, log_uncaught
from tests.support.env import process_env
from tests.support.logs import Lines

CANARY = "canario-amarillo-7431"
SID = SessionId("0123456789abcdef" * 2)


class Boom(Exception):
    """A foreign error that carries what it stumbled over."""


def _boom() -> None:
    words = CANARY
    raise Boom(f"could not handle {words}")


def test_a_json_line_has_time_level_logger_event_and_fields(log_lines: Lines) -> None:
    """One event is one JSON object."""
    structlog.get_logger("psicoia.edge").info("connected", transport="ws", count=3)
    (line,) = log_lines()
    assert line.pop("ts").endswith("Z")
    assert line == {
        "level": "info",
        "logger": "psicoia.edge",
        "event": "connected",
        "transport": "ws",
        "count": 3,
    }


def test_a_human_line_is_one_line(log_stream: io.StringIO) -> None:
    """In a terminal an event is one readable line, an error included."""
    configure("INFO", json=False, stream=log_stream)
    try:
        _boom()
    except Boom:
        structlog.get_logger("psicoia.edge").exception("broken", count=3)
    (line,) = log_stream.getvalue().splitlines()
    assert "broken" in line
    assert "count=3" in line
    assert "Boom" in line
    assert CANARY not in line


@pytest.mark.usefixtures("log_stream")
def test_json_unless_it_is_a_terminal() -> None:
    """The form follows what stdout is."""

    class Terminal(io.StringIO):
        def isatty(self) -> bool:
            return True

    for stream, is_json in ((io.StringIO(), True), (Terminal(), False)):
        configure("INFO", stream=stream)
        structlog.get_logger("psicoia").info("hello_there")
        assert stream.getvalue().startswith("{") is is_json


def test_turn_fields_are_bound_and_released(log_lines: Lines) -> None:
    """Trace and the session's first 12 digits stand in every line of a turn, and in none after it."""
    log = structlog.get_logger("psicoia.turn")
    with bind_turn(TraceId("Usuario-17:m3"), SID):
        log.info("inside")
    log.info("outside")
    inside, outside = log_lines()
    assert (inside["trace"], inside["session"]) == ("Usuario-17:m3", SID[:12])
    assert not {"trace", "session"} & outside.keys()


async def test_turns_of_one_process_do_not_mix(log_lines: Lines) -> None:
    """Each task sees its own turn's fields."""
    log = structlog.get_logger("psicoia.turn")
    meet = asyncio.Barrier(2)

    async def turn(number: int) -> None:
        with bind_turn(TraceId(f"Usuario-1:m{number}"), SID):
            await meet.wait()
            log.info("answered", number=number)

    await asyncio.gather(turn(1), turn(2))
    assert {(line["number"], line["trace"]) for line in log_lines()} == {
        (1, "Usuario-1:m1"),
        (2, "Usuario-1:m2"),
    }


@pytest.mark.parametrize("name", LIBRARIES)
def test_debug_is_for_our_own_loggers_only(name: str, log_lines: Lines) -> None:
    """LOG_LEVEL=DEBUG shows our DEBUG lines and no library's, whose texts hold words."""
    logging.getLogger(name).info("%s", CANARY)
    logging.getLogger(f"{name}.deeper").debug(CANARY)
    structlog.get_logger("psicoia.edge").debug("ours")
    logging.getLogger("psicoia.std").debug("ours_too")
    assert [line["event"] for line in log_lines()] == ["ours", "ours_too"]


def test_a_level_silences_what_lies_below(log_stream: io.StringIO) -> None:
    """LOG_LEVEL=ERROR leaves errors only, from both kinds of loggers."""
    configure("ERROR", json=True, stream=log_stream)
    structlog.get_logger("psicoia.edge").warning("no")
    logging.getLogger("psicoia.edge").warning("no")
    structlog.get_logger("psicoia.edge").error("yes")
    assert [json.loads(line)["event"] for line in log_stream.getvalue().splitlines()] == ["yes"]


def test_a_library_that_brought_a_handler_loses_it(
    log_lines: Lines, capsys: pytest.CaptureFixture[str]
) -> None:
    """arq's command line sets up logging of its own; ours replaces it."""
    chatty = logging.getLogger("arq")
    chatty.addHandler(logging.StreamHandler(sys.stdout))
    chatty.setLevel(logging.INFO)
    configure("DEBUG", json=True, stream=io.StringIO())
    chatty.info(CANARY)
    assert capsys.readouterr().out == ""
    assert log_lines() == []


@pytest.mark.usefixtures("log_stream")
def test_a_terminal_without_utf8_still_gets_the_line() -> None:
    """Characters it cannot show are escaped, not lost with the line."""
    raw = io.BytesIO()
    configure("INFO", json=True, stream=io.TextIOWrapper(raw, encoding="ascii"))
    structlog.get_logger("psicoia").info("saludo", who="ñ")
    assert json.loads(raw.getvalue())["who"] == "ñ"


async def test_what_nobody_awaited_is_logged_without_values(log_lines: Lines) -> None:
    """A failing callback is logged by type; asyncio's own text would print its arguments."""
    loop = asyncio.get_running_loop()
    log_loop_errors(loop)
    done = asyncio.Event()

    def callback(_words: str) -> None:
        done.set()
        _boom()

    loop.call_soon(callback, CANARY)
    await done.wait()
    await asyncio.sleep(0)
    (line,) = log_lines()
    assert line["event"] == "loop_error"
    assert line["what"].startswith("Exception in callback")
    assert line["error"].endswith(".Boom")
    assert CANARY not in json.dumps(line)


async def test_a_lost_task_is_named(log_lines: Lines) -> None:
    """An error that ended a task unseen names the task's function."""
    loop = asyncio.get_running_loop()
    log_loop_errors(loop)

    async def lost() -> None:
        _boom()

    task = loop.create_task(lost())
    await asyncio.wait([task])
    del task
    (line,) = log_lines()
    assert line["what"] == "Task exception was never retrieved"
    assert line["task"].endswith("lost")
    assert CANARY not in json.dumps(line)


def test_errors_of_threads_are_logged(log_lines: Lines) -> None:
    """A thread's death is a line, without its values."""
    log_uncaught()
    thread = threading.Thread(target=_boom)
    thread.start()
    thread.join()
    (line,) = log_lines()
    assert line["event"] == "uncaught_error"
    assert CANARY not in json.dumps(line)


def _run(code: str) -> subprocess.CompletedProcess[str]:
    head = "import sys, structlog; from shared.log import configure, log_uncaught\n"
    return subprocess.run(
        [sys.executable, "-c", head + code], capture_output=True, text=True, env=process_env(), check=False
    )


def test_the_error_that_ends_a_process_is_logged_without_values() -> None:
    """An uncaught error is one line on stdout, nothing on stderr, exit code 1."""
    done = _run(f"configure('DEBUG'); log_uncaught()\ndef f(words): raise ValueError(words)\nf('{CANARY}')")
    assert (done.returncode, done.stderr) == (1, "")
    line = json.loads(done.stdout)
    assert (line["event"], line["error"]) == ("uncaught_error", "ValueError")
    assert CANARY not in done.stdout


def test_a_closed_log_pipe_does_not_end_the_process() -> None:
    """When the reader of the log goes away the process goes on and ends in order."""
    code = (
        "configure('INFO'); log = structlog.get_logger('psicoia'); log.info('first'); sys.stdin.readline()\n"
        "for _ in range(3): log.info('nobody_reads')\n"
        "print('alive', file=sys.stderr)"
    )
    head = "import sys, structlog; from shared.log import configure\n"
    with subprocess.Popen(
        [sys.executable, "-c", head + code],
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        text=True,
        env=process_env(),
    ) as process:
        assert process.stdout is not None
        assert process.stdin is not None
        assert process.stderr is not None
        assert "first" in process.stdout.readline()
        process.stdout.close()
        process.stdin.write("\n")
        process.stdin.flush()
        assert process.stderr.read() == "alive\n"
    assert process.returncode == 0
