"""A whole edge process: starts, says what is wrong, drains on SIGTERM."""

from __future__ import annotations

import asyncio
import json
import socket
import ssl
import subprocess
import sys
from collections.abc import AsyncIterator, Callable
from datetime import UTC, datetime, timedelta
from ipaddress import IPv4Address
from pathlib import Path

import httpx
import pytest
from cryptography import x509
from cryptography.hazmat.primitives.asymmetric import ec
from cryptography.hazmat.primitives.hashes import SHA256
from cryptography.hazmat.primitives.serialization import Encoding, NoEncryption, PrivateFormat
from cryptography.x509.oid import NameOID

from edge.app import Edge, tls_context
from shared.errors import ConfigError
from shared.settings import Settings
from tests.edge.conftest import StartEdge
from tests.support.clients import People
from tests.support.cluster import Cluster
from tests.support.edge_kit import Hand, until
from tests.support.env import process_env


@pytest.fixture
async def clients() -> AsyncIterator[People]:
    """Connections of a test with processes of its own."""
    async with People() as people:
        yield people


async def test_sigterm_drains_a_real_process(cluster: Cluster, clients: People, worker: Hand) -> None:
    """Not ready, reconnect, 1012, exit code 0; what was acked is answered elsewhere."""
    await cluster.start(edges=2, workers=0)
    leaving, staying = cluster.edges
    ana = await clients.json(leaving)
    await ana.say("hola", id="m1")
    await ana.wait("ack")
    assert await leaving.term() == 0
    await ana.until_ended()
    assert ana.frames[-1]["type"] == "reconnect"
    assert ana.link.close_code == 1012
    back = await clients.again(ana, staying)
    await worker.answer("acá estoy")
    assert (await back.reply("m1"))["text"] == "acá estoy"


async def test_not_ready_while_it_drains(
    start_edge: StartEdge, people: People, monkeypatch: pytest.MonkeyPatch
) -> None:
    """The load balancer is told first: /readyz 503, /healthz 200, until the last client has gone."""
    edge = await start_edge(drain_seconds=5)
    ana = await people.json(edge)
    (talk,) = edge.edge._connections._open
    go = asyncio.Event()
    monkeypatch.setattr(talk, "idle", go.wait)
    async with httpx.AsyncClient(base_url=f"http://127.0.0.1:{edge.ws_port}") as web:
        assert (await web.get("/readyz")).status_code == 200
        edge.leave()
        await ana.wait("reconnect")
        assert (await web.get("/readyz")).status_code == 503
        assert (await web.get("/healthz")).status_code == 200
    with pytest.raises(ConnectionRefusedError):
        await asyncio.open_connection("127.0.0.1", edge.app_port)
    go.set()
    await edge.ended()


@pytest.mark.parametrize(("name", "field"), [("APP_PORT", "app_port"), ("WS_PORT", "ws_port")])
async def test_a_taken_port_is_one_readable_line(
    make_settings: Callable[..., Settings], free_port: Callable[[], int], name: str, field: str
) -> None:
    """Variable, problem, example; and nothing is left listening."""
    with socket.socket() as taken:
        taken.bind(("127.0.0.1", 0))
        taken.listen()
        ports = {"app_port": free_port(), "ws_port": free_port(), field: taken.getsockname()[1]}
        with pytest.raises(ConfigError, match=f"^{name}: .*Example: {name}="):
            await Edge(make_settings(**ports)).run()
        with pytest.raises(ConnectionRefusedError):
            await asyncio.open_connection("127.0.0.1", ports["app_port" if field == "ws_port" else "ws_port"])


def test_a_wrong_certificate_is_one_readable_line(
    make_settings: Callable[..., Settings], tmp_path: Path
) -> None:
    """No path leads to a start without the encryption that was asked for."""
    nothing = tmp_path / "none.pem"
    nothing.write_text("no certificate")
    assert tls_context(make_settings()) is None
    for cert in (nothing, tmp_path / "missing.pem"):
        with pytest.raises(ConfigError, match=r"^TLS_CERT, TLS_KEY: .*Example: "):
            tls_context(make_settings(tls_cert=str(cert), tls_key=str(cert)))


@pytest.fixture(scope="module")
def certificate(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A certificate of our own for 127.0.0.1, with its key in one file."""
    key = ec.generate_private_key(ec.SECP256R1())
    name = x509.Name([x509.NameAttribute(NameOID.COMMON_NAME, "127.0.0.1")])
    now = datetime.now(UTC)
    address = x509.SubjectAlternativeName([x509.IPAddress(IPv4Address("127.0.0.1"))])
    cert = (
        x509.CertificateBuilder(name, name, key.public_key(), x509.random_serial_number())
        .not_valid_before(now - timedelta(days=1))
        .not_valid_after(now + timedelta(days=1))
        .add_extension(address, critical=False)
        .add_extension(x509.BasicConstraints(ca=True, path_length=None), critical=True)
        .sign(key, SHA256())
    )
    path = tmp_path_factory.mktemp("tls") / "both.pem"
    plain = key.private_bytes(Encoding.PEM, PrivateFormat.PKCS8, NoEncryption())
    path.write_bytes(cert.public_bytes(Encoding.PEM) + plain)
    return path


async def test_both_ports_speak_tls(start_edge: StartEdge, certificate: Path, worker: Hand) -> None:
    """With TLS_CERT and TLS_KEY: lines and the page, encrypted; greeting and reply arrive."""
    edge = await start_edge(tls_cert=str(certificate), tls_key=str(certificate))
    trust = ssl.create_default_context(cafile=str(certificate))
    reader, writer = await asyncio.open_connection("127.0.0.1", edge.app_port, ssl=trust)
    writer.write(b'{"type":"message","id":"m1","text":"hola"}\n')
    await worker.answer("te escucho")
    async with asyncio.timeout(5):
        frames = [json.loads(await reader.readline()) for _ in range(3)]
    assert [frame["type"] for frame in frames] == ["welcome", "ack", "reply"]
    async with httpx.AsyncClient(verify=trust) as web:
        assert (await web.get(f"https://127.0.0.1:{edge.ws_port}/healthz")).status_code == 200
    writer.close()
    await writer.wait_closed()
    await until(lambda: not edge.edge._connections._open)


def test_the_settings_stop_the_start(tmp_path: Path) -> None:
    """`python -m edge` with a wrong value: one line on stderr, exit code 2."""
    done = subprocess.run(
        [sys.executable, "-m", "edge"],
        env=process_env(ws_port="many"),
        cwd=tmp_path,
        capture_output=True,
        text=True,
        check=False,
    )
    assert done.returncode == 2
    assert done.stderr.startswith("WS_PORT: ")
    assert done.stderr.count("\n") == 1
