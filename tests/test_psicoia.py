"""psicoia.py: the launcher's commands and exit codes, as a user runs them."""

from __future__ import annotations

import os
import signal
import socket
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

import psicoia
from tests.support.env import ROOT, process_env


def _run(directory: Path, *args: str, **settings: Any) -> subprocess.CompletedProcess[str]:
    return subprocess.run(
        [sys.executable, str(ROOT / "psicoia.py"), *args],
        cwd=directory,
        env=process_env(**settings),
        capture_output=True,
        text=True,
        timeout=50,
        check=False,
    )


def test_check_names_the_store_that_answers(tmp_path: Path, redis_url: str) -> None:
    """`check` says in words that all is right, and exits 0."""
    done = _run(tmp_path, "check", redis_url=redis_url)
    assert (done.returncode, done.stderr) == (0, "")
    assert "answers, version " in done.stdout
    assert "offline companion" in done.stdout


def test_check_of_a_store_that_is_away(tmp_path: Path, free_port: Callable[[], int]) -> None:
    """A store that does not answer is exit code 1; its password is not shown."""
    port = free_port()
    done = _run(tmp_path, "check", redis_url=f"redis://:canary@127.0.0.1:{port}/0")
    assert done.returncode == 1
    assert f"127.0.0.1:{port} does not answer" in done.stdout
    assert "canary" not in done.stdout + done.stderr


def test_check_without_an_address(tmp_path: Path) -> None:
    """Without REDIS_URL `check` tells which server `dev` would start, and starts none."""
    done = _run(tmp_path, "check")
    assert done.returncode == 0
    assert "REDIS_URL is not set; dev starts " in done.stdout
    assert list(tmp_path.iterdir()) == []


@pytest.mark.parametrize("command", ["dev", "check"])
def test_a_wrong_setting_is_one_line(command: str, tmp_path: Path) -> None:
    """A wrong value stops the start with one line on stderr and exit code 2."""
    done = _run(tmp_path, command, app_port="http")
    assert (done.returncode, done.stdout) == (2, "")
    assert done.stderr.startswith("APP_PORT: ")
    assert done.stderr.count("\n") == 1


def test_an_unknown_command_shows_the_known_ones(capsys: pytest.CaptureFixture[str]) -> None:
    """A mistyped command is exit code 2 and the list of commands."""
    assert psicoia.main(["devv"]) == 2
    assert "psicoia.py check" in capsys.readouterr().err


def test_help_is_no_error(capsys: pytest.CaptureFixture[str]) -> None:
    """Asked for help, the launcher prints it and exits 0."""
    assert psicoia.main(["--help"]) == 0
    assert "psicoia.py check" in capsys.readouterr().out


def test_dev_is_the_default(monkeypatch: pytest.MonkeyPatch) -> None:
    """`python psicoia.py` is `python psicoia.py dev`."""
    monkeypatch.setattr(psicoia, "COMMANDS", {**psicoia.COMMANDS, "dev": lambda args: 40 + len(args)})
    assert psicoia.main([]) == 40
    assert psicoia.main(["dev", "x"]) == 41


def test_dev_says_where_it_is_and_leaves_in_order(tmp_path: Path, free_port: Callable[[], int]) -> None:
    """`make run`: page and nc lines when the edge is ready; Ctrl-C ends all with exit code 0."""
    web, tcp = free_port(), free_port()
    with subprocess.Popen(
        [sys.executable, str(ROOT / "psicoia.py")],
        cwd=tmp_path,
        env=process_env(ws_port=web, app_port=tcp),
        stdout=subprocess.PIPE,
        text=True,
        start_new_session=True,
    ) as launcher:
        assert launcher.stdout is not None
        seen: list[str] = []
        try:
            for line in launcher.stdout:
                seen.append(line)
                if "Ctrl-C" in line:
                    break
        finally:
            os.killpg(launcher.pid, signal.SIGINT)  # what a terminal does
        rest = launcher.stdout.read()
    text = "".join(seen)
    assert f"http://localhost:{web}/" in text
    assert f"nc localhost {tcp}" in text
    assert launcher.returncode == 0
    assert "edge_stopped" in rest
    assert (tmp_path / ".data" / "appendonlydir").is_dir()
    with pytest.raises(ConnectionRefusedError), socket.create_connection(("127.0.0.1", web), 1):
        pass
