"""The terminal client: `python psicoia.py chat`.

address   where the server is (ws://, wss://, tcp://)
link      one connection: frames as text lines over WebSocket or TCP
client    connects, resumes, repeats what was not acknowledged
talk      what the frames of a conversation mean (pure)
commands  what a typed line asks for (pure)
plain     text from the network made harmless, and wrapped (pure)
screen    what is written where
keyboard  lines from a person or a pipe
keep      the session token on disk, only when the person asks for it
app       puts them together
"""

from __future__ import annotations

from collections.abc import Sequence


def main(argv: Sequence[str] | None = None) -> int:
    """Run the terminal client with `argv` (default: the command line's); return the exit code."""
    from shared.chat.app import main as run

    return run(argv)
