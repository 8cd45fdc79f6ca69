"""shared/redact.py: what of an error, a field or a library's record may be written down (invariant I8)."""

from __future__ import annotations

import json
import logging

import pytest
import structlog

from shared.errors import ConfigError, PsicoiaError, Refusal
from shared.ids import new_token
from tests.support.logs import Lines

CANARY = "canario-amarillo-7431"


class Boom(Exception):
    """A foreign error that carries what it stumbled over."""


def _boom() -> None:
    words = CANARY
    raise Boom(f"could not handle {words}")


def test_of_a_library_only_the_template_passes(log_lines: Lines) -> None:
    """A warning of a library keeps its constant part, and loses what was put into it."""
    try:
        _boom()
    except Boom:
        logging.getLogger("websockets.server").exception("failed on %s", CANARY)
    logging.getLogger("asyncio").error(f"formatted before: {CANARY}")
    first, second = log_lines()
    assert first["event"] == "failed on %s"
    assert first["error"].endswith(".Boom")
    assert second["event"].startswith("test_redact.test_of_a_library_only_the_template_passes:")
    assert CANARY not in json.dumps([first, second])


def test_a_foreign_error_is_type_and_lines(log_lines: Lines) -> None:
    """Of somebody else's exception neither message nor locals are logged, of its causes neither."""
    try:
        try:
            _boom()
        except Boom as error:
            raise ValueError(CANARY) from error
    except ValueError:
        structlog.get_logger("psicoia.edge").exception("broken")
    (line,) = log_lines()
    assert line["level"] == "error"
    assert line["error"] == "ValueError"
    assert [at.rpartition(" ")[2] for at in line["at"]] == ["test_a_foreign_error_is_type_and_lines"]
    assert line["at"][0].startswith("tests/shared/test_redact.py:")
    assert "Boom at tests/shared/test_redact.py:" in line["causes"][0]
    assert CANARY not in json.dumps(line)


def test_an_error_of_ours_says_what_is_wrong(log_lines: Lines) -> None:
    """Our own errors hold no words, so their message helps."""
    for error in (ConfigError("APP_PORT: taken"), Refusal("too_long", CANARY), PsicoiaError("x")):
        structlog.get_logger("psicoia.edge").warning("refused", exc_info=error)
    assert [line["problem"] for line in log_lines()] == ["APP_PORT: taken", "too_long", "x"]
    assert CANARY not in json.dumps(log_lines())


def test_every_error_of_a_group_is_named(log_lines: Lines) -> None:
    """A task group's error names the errors inside."""
    group = ExceptionGroup(CANARY, [ValueError(CANARY), Boom(CANARY)])
    structlog.get_logger("psicoia.edge").error("tasks_failed", exc_info=group)
    (line,) = log_lines()
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
def test_fields_that_could_hold_words_are_withheld(name: str, value: object, log_lines: Lines) -> None:
    """A careless log call still shows no words: only numbers and short strings pass, by harmless names."""
    structlog.get_logger("psicoia.edge").debug("careless", **{name: value})
    (line,) = log_lines()
    assert name in line
    assert CANARY not in json.dumps(line)


def test_a_token_is_cut_out_wherever_it_stands(log_lines: Lines) -> None:
    """No token reaches a log, as a field or in the middle of one, not even as the event."""
    token = new_token()
    log = structlog.get_logger("psicoia.edge")
    log.info("hello", who=token)
    log.info("hello", who=f"resume {token}, please")
    log.info(f"hello {token}")
    assert token not in json.dumps(log_lines())
    assert log_lines()[1]["who"] == "resume [withheld], please"


@pytest.mark.parametrize("value", [2**70, -(2**70), "\ud800", float("nan"), "a\nb", "ñ" * 5000, {1, 2}])
def test_no_value_breaks_a_line(value: object, log_lines: Lines) -> None:
    """Whatever a field holds, one short line comes out and nothing is raised."""
    structlog.get_logger("psicoia.edge").info("odd", value=value)
    (line,) = log_lines()
    assert line["event"] == "odd"
    assert len(json.dumps(line, ensure_ascii=False)) < 1000
