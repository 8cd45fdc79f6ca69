"""shared/log.py and shared/redact.py: one line an event, and never a person's words (invariant I8)."""

from __future__ import annotations

import asyncio
import io
import json
import logging
import subprocess
import sys
import threading
from collections.abc import Callable, Iterator
from typing import Any

import pytest
import structlog

from shared.errors import ConfigError, PsicoiaError, Refusal
from shared.ids import SessionId, TraceId, new_token
from shared.log import LIBRARIES, bind_turn, configure, log_loop_errors, log_uncaught
from tests.support.env import process_env

CANARY = "canario-amarillo-7431"
SID = SessionId("0123456789abcdef" * 2)
Lines = Callable[[], list[dict[str, Any]]]


@pytest.fixture(autouse=True)
def _logging_as_before() -> Iterator[None]:
    """Logging is global: put it back as other tests expect it."""
    root = logging.getLogger()
    names = ["", "psicoia", *LIBRARIES]
    before = [(name, logging.getLogger(name).level) for name in names]
    handlers = root.handlers[:]
    hooks = sys.excepthook, threading.excepthook, sys.unraisablehook
    yield
    for name, level in before:
        logging.getLogger(name).setLevel(level)
    root.handlers[:] = handlers
    sys.excepthook, threading.excepthook, sys.unraisablehook = hooks
    structlog.reset_defaults()


@pytest.fixture
def stream() -> io.StringIO:
    """Where the log goes."""
    return io.StringIO()


@pytest.fixture
def lines(stream: io.StringIO) -> Lines:
    """The JSON lines written so far, at DEBUG."""
    configure("DEBUG", json=True, stream=stream)
    return lambda: [json.loads(line) for line in stream.getvalue().splitlines()]


class Boom(Exception):
    """A foreign error that carries what it stumbled over."""


def _boom() -> None:
    words = CANARY
    raise Boom(f"could not handle {words}")


def test_a_json_line_has_time_level_logger_event_and_fields(lines: Lines) -> None:
    """One event is one JSON object."""
    structlog.get_logger("psicoia.edge").info("connected", transport="ws", count=3)
    (line,) = lines()
    assert line.pop("ts").endswith("Z")
    assert line == {
        "level": "info",
        "logger": "psicoia.edge",
        "event": "connected",
        "transport": "ws",
        "count": 3,
    }


def test_a_human_line_is_one_line(stream: io.StringIO) -> None:
    """In a terminal an event is one readable line, an error included."""
    configure("INFO", json=False, stream=stream)
    try:
        _boom()
    except Boom:
        structlog.get_logger("psicoia.edge").exception("broken", count=3)
    (line,) = stream.getvalue().splitlines()
    assert "broken" in line
    assert "count=3" in line
    assert "Boom" in line
    assert CANARY not in line


def test_json_unless_it_is_a_terminal() -> None:
    """The form follows what stdout is."""

    class Terminal(io.StringIO):
        def isatty(self) -> bool:
            return True

    for stream, is_json in ((io.StringIO(), True), (Terminal(), False)):
        configure("INFO", stream=stream)
        structlog.get_logger("psicoia").info("hello_there")
        assert stream.getvalue().startswith("{") is is_json


def test_turn_fields_are_bound_and_released(lines: Lines) -> None:
    """Trace and the session's first 12 digits stand in every line of a turn, and in none after it."""
    log = structlog.get_logger("psicoia.turn")
    with bind_turn(TraceId("Usuario-17:m3"), SID):
        log.info("inside")
    log.info("outside")
    inside, outside = lines()
    assert (inside["trace"], inside["session"]) == ("Usuario-17:m3", SID[:12])
    assert not {"trace", "session"} & outside.keys()


async def test_turns_of_one_process_do_not_mix(lines: Lines) -> None:
    """Each task sees its own turn's fields."""
    log = structlog.get_logger("psicoia.turn")
    meet = asyncio.Barrier(2)

    async def turn(number: int) -> None:
        with bind_turn(TraceId(f"Usuario-1:m{number}"), SID):
            await meet.wait()
            log.info("answered", number=number)

    await asyncio.gather(turn(1), turn(2))
    assert {(line["number"], line["trace"]) for line in lines()} == {
        (1, "Usuario-1:m1"),
        (2, "Usuario-1:m2"),
    }


@pytest.mark.parametrize("name", LIBRARIES)
def test_debug_is_for_our_own_loggers_only(name: str, lines: Lines) -> None:
    """LOG_LEVEL=DEBUG shows our DEBUG lines and no library's, whose texts hold words."""
    logging.getLogger(name).info("%s", CANARY)
    logging.getLogger(f"{name}.deeper").debug(CANARY)
    structlog.get_logger("psicoia.edge").debug("ours")
    logging.getLogger("psicoia.std").debug("ours_too")
    assert [line["event"] for line in lines()] == ["ours", "ours_too"]


def test_a_level_silences_what_lies_below(stream: io.StringIO) -> None:
    """LOG_LEVEL=ERROR leaves errors only, from both kinds of loggers."""
    configure("ERROR", json=True, stream=stream)
    structlog.get_logger("psicoia.edge").warning("no")
    logging.getLogger("psicoia.edge").warning("no")
    structlog.get_logger("psicoia.edge").error("yes")
    assert [json.loads(line)["event"] for line in stream.getvalue().splitlines()] == ["yes"]


def test_a_library_that_brought_a_handler_loses_it(lines: Lines, capsys: pytest.CaptureFixture[str]) -> None:
    """arq's command line sets up logging of its own; ours replaces it."""
    chatty = logging.getLogger("arq")
    chatty.addHandler(logging.StreamHandler(sys.stdout))
    chatty.setLevel(logging.INFO)
    configure("DEBUG", json=True, stream=io.StringIO())
    chatty.info(CANARY)
    assert capsys.readouterr().out == ""
    assert lines() == []


def test_of_a_library_only_the_template_passes(lines: Lines) -> None:
    """A warning of a library keeps its constant part, and loses what was put into it."""
    try:
        _boom()
    except Boom:
        logging.getLogger("websockets.server").exception("failed on %s", CANARY)
    logging.getLogger("asyncio").error(f"formatted before: {CANARY}")
    first, second = lines()
    assert first["event"] == "failed on %s"
    assert first["error"].endswith(".Boom")
    assert second["event"].startswith("test_log.test_of_a_library_only_the_template_passes:")
    assert CANARY not in json.dumps([first, second])


def test_a_foreign_error_is_type_and_lines(lines: Lines) -> None:
    """Of somebody else's exception neither message nor locals are logged, of its causes neither."""
    try:
        try:
            _boom()
        except Boom as error:
            raise ValueError(CANARY) from error
    except ValueError:
        structlog.get_logger("psicoia.edge").exception("broken")
    (line,) = lines()
    assert line["level"] == "error"
    assert line["error"] == "ValueError"
    assert [at.rpartition(" ")[2] for at in line["at"]] == ["test_a_foreign_error_is_type_and_lines"]
    assert line["at"][0].startswith("tests/shared/test_log.py:")
    assert "Boom at tests/shared/test_log.py:" in line["causes"][0]
    assert CANARY not in json.dumps(line)


def test_an_error_of_ours_says_what_is_wrong(lines: Lines) -> None:
    """Our own errors hold no words, so their message helps."""
    for error in (ConfigError("APP_PORT: taken"), Refusal("too_long", CANARY), PsicoiaError("x")):
        structlog.get_logger("psicoia.edge").warning("refused", exc_info=error)
    assert [line["problem"] for line in lines()] == ["APP_PORT: taken", "too_long", "x"]
    assert CANARY not in json.dumps(lines())


def test_every_error_of_a_group_is_named(lines: Lines) -> None:
    """A task group's error names the errors inside."""
    group = ExceptionGroup(CANARY, [ValueError(CANARY), Boom(CANARY)])
    structlog.get_logger("psicoia.edge").error("tasks_failed", exc_info=group)
    (line,) = lines()
    assert line["error"] == "ExceptionGroup"
    assert [cause.rpartition(".")[2] for cause in line["causes"]] == ["ValueError", "Boom"]
    assert CANARY not in json.dumps(line)


@pytest.mark.parametrize(
    ("name", "value"),
    [
        ("text", CANARY),
        ("content", CANARY),
        ("frame", {"text": CANARY}),
        ("frame", CANARY.encode()),
        ("why", ValueError(CANARY)),
        ("parts", [{"text": CANARY}]),
    ],
)
def test_fields_that_could_hold_words_are_withheld(name: str, value: object, lines: Lines) -> None:
    """A careless log call still shows no words: only numbers and short strings pass, by harmless names."""
    structlog.get_logger("psicoia.edge").debug("careless", **{name: value})
    (line,) = lines()
    assert name in line
    assert CANARY not in json.dumps(line)


def test_a_token_is_cut_out_wherever_it_stands(lines: Lines) -> None:
    """No token reaches a log, as a field or in the middle of one, not even as the event."""
    token = new_token()
    log = structlog.get_logger("psicoia.edge")
    log.info("hello", who=token)
    log.info("hello", who=f"resume {token}, please")
    log.info(f"hello {token}")
    assert token not in json.dumps(lines())
    assert lines()[1]["who"] == "resume [withheld], please"


@pytest.mark.parametrize("value", [2**70, -(2**70), "\ud800", float("nan"), "a\nb", "ñ" * 5000, {1, 2}])
def test_no_value_breaks_a_line(value: object, lines: Lines) -> None:
    """Whatever a field holds, one short line comes out and nothing is raised."""
    structlog.get_logger("psicoia.edge").info("odd", value=value)
    (line,) = lines()
    assert line["event"] == "odd"
    assert len(json.dumps(line, ensure_ascii=False)) < 1000


def test_a_terminal_without_utf8_still_gets_the_line() -> None:
    """Characters it cannot show are escaped, not lost with the line."""
    raw = io.BytesIO()
    configure("INFO", json=True, stream=io.TextIOWrapper(raw, encoding="ascii"))
    structlog.get_logger("psicoia").info("saludo", who="ñ")
    assert json.loads(raw.getvalue())["who"] == "ñ"


async def test_what_nobody_awaited_is_logged_without_values(lines: Lines) -> None:
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
    (line,) = lines()
    assert line["event"] == "loop_error"
    assert line["what"].startswith("Exception in callback")
    assert line["error"].endswith(".Boom")
    assert CANARY not in json.dumps(line)


async def test_a_lost_task_is_named(lines: Lines) -> None:
    """An error that ended a task unseen names the task's function."""
    loop = asyncio.get_running_loop()
    log_loop_errors(loop)

    async def lost() -> None:
        _boom()

    task = loop.create_task(lost())
    await asyncio.wait([task])
    del task
    (line,) = lines()
    assert line["what"] == "Task exception was never retrieved"
    assert line["task"].endswith("lost")
    assert CANARY not in json.dumps(line)


def test_errors_of_threads_are_logged(lines: Lines) -> None:
    """A thread's death is a line, without its values."""
    log_uncaught()
    thread = threading.Thread(target=_boom)
    thread.start()
    thread.join()
    (line,) = lines()
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
