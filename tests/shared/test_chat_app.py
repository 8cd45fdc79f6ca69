"""The terminal client as a program: on a pipe and on a terminal, against the scripted edge."""

from __future__ import annotations

import asyncio
import codecs
import os
import re
import signal
import sys
from asyncio.subprocess import PIPE
from collections.abc import AsyncIterator
from pathlib import Path

import pytest

from tests.support.fake_edge import FakeEdge, free_port
from tests.support.fake_session import HELP

ROOT = Path(__file__).parents[2]
PROGRAM = [sys.executable, "-c", "import sys; from shared.chat import main; sys.exit(main(sys.argv[1:]))"]

pty = pytest.importorskip("pty", reason="pseudo-terminals exist on Unix only")


@pytest.fixture
async def edge() -> AsyncIterator[FakeEdge]:
    """A scripted edge."""
    edge = FakeEdge()
    await edge.start()
    yield edge
    await edge.close()


@pytest.fixture(params=["ws", "tcp"])
def address(request: pytest.FixtureRequest, edge: FakeEdge) -> str:
    """The edge's address over each transport."""
    return edge.ws if request.param == "ws" else f"tcp://127.0.0.1:{edge.tcp_port}"


def environment(state: Path) -> dict[str, str]:
    """A child's environment: warnings are errors, state goes to `state`."""
    return {
        **os.environ,
        "PYTHONWARNINGS": "error",
        "PYTHONIOENCODING": "utf-8",
        "XDG_STATE_HOME": str(state),
        "TERM": "xterm",
        "NO_COLOR": "1",
    }


async def pipe(lines: str, *arguments: str, state: Path = Path(os.devnull)) -> tuple[int | None, str, str]:
    """Run the client with `lines` as its input; return exit code, output, complaints."""
    process = await asyncio.create_subprocess_exec(
        *PROGRAM, *arguments, stdin=PIPE, stdout=PIPE, stderr=PIPE, cwd=ROOT, env=environment(state)
    )
    out, err = await process.communicate(lines.encode())
    return process.returncode, out.decode(), err.decode()


class Person:
    """Somebody at a terminal with the client."""

    def __init__(self, process: asyncio.subprocess.Process, terminal: int) -> None:
        self.process, self._terminal = process, terminal
        self._seen = ""
        self._decoder = codecs.getincrementaldecoder("utf-8")()
        self._news = asyncio.Event()
        asyncio.get_running_loop().add_reader(terminal, self._read)

    @classmethod
    async def sit_down(cls, *arguments: str, state: Path = Path(os.devnull)) -> Person:
        """Start the client on a new pseudo-terminal."""
        ours, theirs = pty.openpty()
        process = await asyncio.create_subprocess_exec(
            *PROGRAM,
            *arguments,
            stdin=theirs,
            stdout=theirs,
            stderr=theirs,
            cwd=ROOT,
            env=environment(state),
            start_new_session=True,
        )
        os.close(theirs)
        return cls(process, ours)

    def _read(self) -> None:
        try:
            data = os.read(self._terminal, 65_536)
        except OSError:  # the client has left
            data = b""
        if not data:
            asyncio.get_running_loop().remove_reader(self._terminal)
        self._seen += self._decoder.decode(data).replace("\r\n", "\n")
        self._news.set()

    async def sees(self, text: str) -> str:
        """Wait until `text` is on the screen; return what stands before it, and look on behind it."""
        while text not in self._seen:
            self._news.clear()
            await self._news.wait()
        before, _, self._seen = self._seen.partition(text)
        return before

    def types(self, text: str) -> None:
        """Press keys."""
        os.write(self._terminal, text.encode())

    def presses_ctrl_c(self) -> None:
        """Send what the terminal sends for Ctrl-C."""
        self.process.send_signal(signal.SIGINT)

    async def leaves(self) -> int:
        """Wait for the client's end; return its exit code."""
        code = await self.process.wait()
        asyncio.get_running_loop().remove_reader(self._terminal)
        os.close(self._terminal)
        return code


async def test_a_pipe_gets_whole_replies_and_an_end(address: str, edge: FakeEdge) -> None:
    """Lines are sent one after the other, replies printed, exit code 0 when all are answered."""
    edge.answers["ayuda"] = [HELP, "Acá \033[31mestoy."]
    code, out, err = await pipe("hola\n\nayuda\nsin fin de línea", address)
    assert (code, err) == (0, "")
    assert out.splitlines()[0] == "Te escucho: hola"
    assert "┃ • Línea 135: 135 (24/7)" in out
    assert out.splitlines()[-2:] == ["Acá [31mestoy.", "Te escucho: sin fin de línea"]


async def test_a_pipe_survives_a_cut(address: str, edge: FakeEdge) -> None:
    """After a lost message or a lost ack: a new connection, the same id, one answer."""
    edge.cut_before_ack.add("dos")
    edge.cut_before_store.add("tres")
    code, out, _ = await pipe("uno\ndos\ntres\n", address)
    assert code == 0
    assert out.splitlines() == ["Te escucho: uno", "Te escucho: dos", "Te escucho: tres"]
    (session,) = edge.sessions.values()
    assert len(session.log) == 6


async def test_a_pipe_waits_out_a_refusal(edge: FakeEdge) -> None:
    """A message refused for a while is sent again by itself."""
    edge.refusals["hola"] = [{"code": "busy", "message": "Un momento.", "retry_after": 0.1}]
    code, out, err = await pipe("hola\n", edge.ws)
    assert (code, out, err) == (0, "Te escucho: hola\n", "⚠ Un momento.\n")


async def test_a_pipe_fails_when_a_message_was_given_up(edge: FakeEdge) -> None:
    """A lasting refusal makes the exit code 1; the rest is answered all the same."""
    edge.refusals["mal"] = [{"code": "too_long", "message": "Es largo."}]
    code, out, _ = await pipe("mal\nbien\n", edge.ws)
    assert (code, out) == (1, "Te escucho: bien\n")


async def test_a_pipe_gives_up_when_nobody_listens() -> None:
    """Without a server a pipe ends after the time it was given, with exit code 1."""
    code, out, err = await pipe("hola\n", f"tcp://127.0.0.1:{free_port()}", "--espera", "0.2")
    assert (code, out) == (1, "")
    assert "No pude conectarme" in err


async def test_the_token_is_kept_only_when_asked(edge: FakeEdge, tmp_path: Path) -> None:
    """Without --recordar nothing is written; with it the next run is the same session."""
    await pipe("hola\n", edge.ws, state=tmp_path)
    assert os.listdir(tmp_path) == []
    for _ in range(2):
        await pipe("hola\n", edge.ws, "--recordar", state=tmp_path)
    assert len(edge.sessions) == 2
    _, out, _ = await pipe("/sesion\n", edge.ws, "--recordar", state=tmp_path)
    assert out.split()[-1] in edge.sessions


async def test_a_person_sees_words_come_and_resumes_after_a_cut(edge: FakeEdge) -> None:
    """On a terminal the reply streams; after a cut it goes on where it stood."""
    person = await Person.sit_down(edge.ws)
    await person.sees("› ")
    edge.hold_after = 2
    person.types("hola\n")
    await person.sees("PsicoIA: Te ")
    edge.cut()
    await person.sees("⚠ Se cortó la conexión.")
    await person.sees("De nuevo en línea.")
    edge.release()
    await person.sees("hola\n")
    await person.sees("› ")
    person.types("salir\n")
    await person.sees("Cuidate")
    assert await person.leaves() == 0


async def test_a_person_sees_the_history_when_coming_back(edge: FakeEdge) -> None:
    """With its key a session shows both sides again."""
    await pipe("primero\n", edge.ws)
    (token,) = edge.sessions
    person = await Person.sit_down(edge.ws, "--sesion", token)
    await person.sees("Retomamos la conversación.")
    await person.sees("Vos: primero")
    await person.sees("PsicoIA: Te escucho: primero")
    person.types("\x04")
    assert await person.leaves() == 0


async def test_ctrl_c_stops_the_reply_and_then_leaves(edge: FakeEdge) -> None:
    """The first Ctrl-C keeps what was shown, the second ends the program."""
    person = await Person.sit_down(edge.ws)
    await person.sees("› ")
    edge.hold_after = 2
    person.types("cuento largo\n")
    await person.sees("PsicoIA: Te ")
    person.presses_ctrl_c()
    await person.sees("(detenido)")
    await person.sees("› ")
    assert edge.received[-1]["type"] == "stop"
    person.presses_ctrl_c()
    assert await person.leaves() == 130


async def test_a_person_can_write_on_and_stop_while_a_reply_is_being_written(edge: FakeEdge) -> None:
    """`/parar` typed during a reply ends it."""
    person = await Person.sit_down(edge.ws)
    await person.sees("› ")
    edge.hold_after = 2
    person.types("cuento largo\n")
    await person.sees("PsicoIA: Te ")
    person.types("/parar\n")
    await person.sees("(detenido)")
    person.types("salir\n")
    assert await person.leaves() == 0


async def test_erasing_asks_first(edge: FakeEdge) -> None:
    """`/borrar` deletes only after a yes."""
    person = await Person.sit_down(edge.ws)
    await person.sees("› ")
    person.types("/borrar\n")
    await person.sees("Escribí sí")
    person.types("mejor no\n")
    await person.sees("No borré nada.")
    person.types("/borrar\n")
    await person.sees("Escribí sí")
    person.types("sí\n")
    await person.sees("borré toda nuestra conversación")
    assert [frame["type"] for frame in edge.received] == ["hello", "erase"]
    person.types("salir\n")
    assert await person.leaves() == 0


async def test_a_pipe_waits_for_the_receipt_of_an_erasure(edge: FakeEdge) -> None:
    """An input that ends with `/borrar` still sees that everything was deleted."""
    code, out, err = await pipe("hola\n/borrar\n", edge.ws)
    assert (code, out) == (0, "Te escucho: hola\n")
    assert "borré toda nuestra conversación" in err


async def test_resources_need_no_server() -> None:
    """`/recursos AR` shows the country's lines from the directory, also with nobody to connect to."""
    address = f"tcp://127.0.0.1:{free_port()}"
    code, out, _ = await pipe("/recursos AR\n/recursos Argentina\n", address)
    assert code == 0
    assert re.search(r"^┃ • .*: \d{3}", out, re.MULTILINE)
    _, unknown, _ = await pipe("/recursos\n", address)
    assert "https://findahelpline.com" in unknown
    assert not re.search(r"\d{3}", unknown)
