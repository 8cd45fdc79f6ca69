"""Child processes that do not outlive the one that started them."""

from __future__ import annotations

import os
import sys
from collections.abc import Sequence

_PR_SET_PDEATHSIG = 1
_SIGKILL = 9

# Runs before the real command, under the same pid: asks the kernel for a signal when the parent
# dies, then becomes the command. The second line closes the gap of a parent that died before that.
# (A preexec_fn would do the same, but runs Python code between fork and exec: unsafe with threads.)
_TIE = f"""
import ctypes, os, sys
ctypes.CDLL(None).prctl({_PR_SET_PDEATHSIG}, {_SIGKILL})
if os.getppid() != int(sys.argv[1]): sys.exit(1)
os.execvp(sys.argv[2], sys.argv[2:])
"""


def tied(command: Sequence[str]) -> list[str]:
    """Return `command` such that its process is killed when the starting process dies.

    Linux only; elsewhere the command comes back as it is. The kernel watches the *thread* that
    starts the child, so start it from one that lives as long as the child shall.
    """
    if sys.platform != "linux":
        return list(command)
    return [sys.executable, "-I", "-S", "-c", _TIE, str(os.getpid()), *command]
