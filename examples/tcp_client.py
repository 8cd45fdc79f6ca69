"""The simplest client: lines from the keyboard to PsicoIA over TCP, its answers to the screen.

    python examples/tcp_client.py                      # text mode: what nc and telnet speak
    python examples/tcp_client.py --json               # JSON mode: each answer knows its message
    echo "hoy fue un día largo" | python examples/tcp_client.py --json

Only the standard library. Exit code 1: no connection, or it broke before everything was answered.
"""

import argparse
import json
import socket
import sys
import threading
import uuid
from typing import Any, TextIO

QUIET_SECONDS = 5.0  # text mode does not say which line answers what: silence is the end
NETWORK = "utf-8"


def text_mode(sock: socket.socket, lines: TextIO) -> bool:
    """Send each line of `lines` and print all that comes until `salir`, or a silence after the last one."""
    heard = threading.Event()
    closed = threading.Event()

    def listen() -> None:
        with sock.makefile(encoding=NETWORK, errors="replace", newline="\n") as answers:
            for answer in answers:
                print(answer.rstrip("\r\n"), flush=True)
                heard.set()
        closed.set()
        heard.set()

    threading.Thread(target=listen, daemon=True).start()
    for line in filter(str.strip, lines):
        sock.sendall(f"{line.strip()}\n".encode())
        heard.clear()
        if line.strip() == "salir":
            return closed.wait(QUIET_SECONDS)
    while heard.wait(QUIET_SECONDS) and not closed.is_set():
        heard.clear()
    return not closed.is_set()


def json_mode(sock: socket.socket, lines: TextIO) -> bool:
    """Send each line as a `message` and wait for its `reply`, or for the error that refuses it."""
    sock.sendall(b'{"type": "hello"}\n')
    answers = sock.makefile(encoding=NETWORK, errors="replace", newline="\n")
    for line in filter(str.strip, lines):
        message = {"type": "message", "id": uuid.uuid4().hex, "text": line.strip()}
        sock.sendall(json.dumps(message).encode() + b"\n")
        if not any(is_last_word(json.loads(answer), message["id"]) for answer in answers if answer[0] == "{"):
            return False
    return True


def is_last_word(frame: dict[str, Any], id: str) -> bool:
    """Show `frame` if it is for people; return whether it ends the exchange about message `id`."""
    if frame["type"] in {"reply", "resources"}:
        print(frame["text"], flush=True)
    for item in frame.get("items", ()):
        print(f"  {item['name']}: {item.get('phone') or item.get('url')}", flush=True)
    if frame["type"] == "error":
        print(f"⚠ {frame['message']}", file=sys.stderr)
    return frame["type"] in {"reply", "error"} and frame.get("id") == id


def main() -> int:
    """Talk until the input ends."""
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("--host", default="localhost")
    parser.add_argument("--port", type=int, default=5001)
    parser.add_argument("--json", action="store_true", help="speak JSON mode")
    arguments = parser.parse_args()
    talk = json_mode if arguments.json else text_mode
    try:
        with socket.create_connection((arguments.host, arguments.port), timeout=10) as sock:
            sock.settimeout(None)
            return 0 if talk(sock, sys.stdin) else 1
    except OSError as error:
        print(f"no connection to {arguments.host}:{arguments.port}: {error}", file=sys.stderr)
        return 1


if __name__ == "__main__":
    sys.exit(main())
