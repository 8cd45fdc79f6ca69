"""shared/child.py: a child process ends with the process that started it."""

from __future__ import annotations

import os
import signal
import subprocess
import sys

import pytest

from shared.child import tied
from tests.support.env import process_env

PARENT = """
import subprocess, sys
from shared.child import tied
child = subprocess.Popen(tied([sys.executable, "-c", "import time; print('up', flush=1); time.sleep(600)"]))
print(child.pid, flush=True)
child.wait()
"""


@pytest.mark.skipif(sys.platform != "linux", reason="the kernel's parent-death signal is Linux only")
def test_a_child_dies_with_its_parent() -> None:
    """SIGKILL of the parent leaves no child behind."""
    command = [sys.executable, "-c", PARENT]
    with subprocess.Popen(command, stdout=subprocess.PIPE, text=True, env=process_env()) as parent:
        assert parent.stdout is not None
        said = {parent.stdout.readline().strip(), parent.stdout.readline().strip()}
        (child,) = (int(line) for line in said if line.isdigit())
        assert "up" in said
        os.kill(child, 0)
        parent.send_signal(signal.SIGKILL)
        # The child holds the pipe's other end: it closes only when the child is gone too.
        assert parent.stdout.read() == ""


def test_the_command_keeps_pid_arguments_and_exit_code() -> None:
    """Tying changes nothing else about a command."""
    code = "import os, sys; print(os.getpid(), *sys.argv[1:]); sys.exit(7)"
    with subprocess.Popen(
        tied([sys.executable, "-c", code, "a b", "--c"]), stdout=subprocess.PIPE, text=True
    ) as child:
        assert child.stdout is not None
        assert child.stdout.read().strip() == f"{child.pid} a b --c"
    assert child.returncode == 7
