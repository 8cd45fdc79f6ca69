"""HTTP on the WebSocket port: the page, health, figures, and nothing else."""

from __future__ import annotations

import asyncio
from collections.abc import AsyncIterator, Callable
from pathlib import Path

import httpx
import pytest

from edge.http import SECURITY_HEADERS, WEB, Site, load_files
from shared.embedded import EmbeddedStore
from shared.metrics import EdgeMetrics
from tests.edge.conftest import StartEdge
from tests.support.clients import People
from tests.support.edge_kit import LocalEdge, StoreLink, until


@pytest.fixture
async def web(edge: LocalEdge) -> AsyncIterator[httpx.AsyncClient]:
    """A browser, more or less."""
    async with httpx.AsyncClient(base_url=f"http://127.0.0.1:{edge.ws_port}") as client:
        yield client


async def raw(edge: LocalEdge, request: bytes) -> bytes:
    """Send bytes; return all that comes back."""
    reader, writer = await asyncio.open_connection("127.0.0.1", edge.ws_port)
    writer.write(request)
    async with asyncio.timeout(5):
        answer = await reader.read()
    writer.close()
    return answer


async def test_the_page_and_its_files(web: httpx.AsyncClient) -> None:
    """`/` is the page; each file comes with its type, whatever is asked for with it."""
    page = await web.get("/")
    assert page.status_code == 200
    assert page.content == (WEB / "index.html").read_bytes()
    assert page.headers["content-type"] == "text/html; charset=utf-8"
    assert (await web.get("/?utm=1")).content == page.content
    for path in ("/js/main.js", "/css/app.css", "/icon.svg"):
        answer = await web.get(path)
        assert answer.content == (WEB / path.lstrip("/")).read_bytes()
    assert (await web.get("/js/main.js")).headers["content-type"].startswith("text/javascript")


async def test_what_is_known_is_not_sent_again(web: httpx.AsyncClient) -> None:
    """The same ETag gets 304 and no body; another one the file."""
    first = await web.get("/")
    etag = first.headers["etag"]
    known = await web.get("/", headers={"If-None-Match": etag})
    assert (known.status_code, known.content) == (304, b"")
    assert known.headers["etag"] == etag
    weak = await web.get("/", headers={"If-None-Match": f'"other", W/{etag}'})
    assert weak.status_code == 304
    assert (await web.get("/", headers={"If-None-Match": '"other"'})).status_code == 200


@pytest.mark.parametrize(
    "path",
    ["/nothing", "/js", "/js/", "/healthz/", "/.env", "/index.html/", "/%69ndex.html", "/ws"],
)
async def test_everything_else_is_not_found(web: httpx.AsyncClient, path: str) -> None:
    """No listing, no guessing, no decoding."""
    assert (await web.get(path)).status_code == 404


@pytest.mark.parametrize(
    "path",
    [
        "/../edge/http.py",
        "/js/../../pyproject.toml",
        "/..%2fpyproject.toml",
        "/%2e%2e/pyproject.toml",
        "//",
        "/..",
        "//etc/passwd",
        "/etc/passwd",
        "/js/..\\..\\pyproject.toml",
        "http://127.0.0.1/../pyproject.toml",
    ],
)
async def test_no_path_leads_out_of_the_page(edge: LocalEdge, path: str) -> None:
    """Files come from a map made at start; a path is only ever a key of it."""
    answer = await raw(edge, f"GET {path} HTTP/1.1\r\nHost: a\r\n\r\n".encode())
    assert answer.startswith(b"HTTP/1.1 404 ")


async def test_every_answer_carries_the_security_headers(edge: LocalEdge, web: httpx.AsyncClient) -> None:
    """Page, files, errors, figures, and the refusal of a broken WebSocket handshake."""
    answers = [await web.get(path) for path in ("/", "/js/main.js", "/nothing", "/healthz", "/metrics")]
    upgrade = {"Connection": "Upgrade", "Upgrade": "websocket"}
    answers.append(await web.get("/ws", headers=upgrade))
    answers.append(await web.get("/ws", headers={**upgrade, "Origin": "https://evil.example"}))
    answers.append(await web.get("/nothing", headers=upgrade))
    assert [answer.status_code for answer in answers] == [200, 200, 404, 200, 200, 400, 403, 404]
    for answer in answers:
        assert (
            SECURITY_HEADERS.items() <= {name: answer.headers.get(name) for name in SECURITY_HEADERS}.items()
        ), answer.status_code
        assert "server" not in answer.headers
    policy = SECURITY_HEADERS["Content-Security-Policy"]
    assert "default-src 'none'" in policy
    assert "unsafe" not in policy


async def test_health_and_figures(edge: LocalEdge, web: httpx.AsyncClient, people: People) -> None:
    """Alive, ready, and how many are connected; never stored by anybody on the way."""
    assert (await web.get("/healthz")).status_code == 200
    assert (await web.get("/readyz")).status_code == 200
    await people.json(edge)
    figures = await web.get("/metrics")
    assert 'psicoia_connections{transport="ws"} 1.0' in figures.text
    assert figures.headers["cache-control"] == "no-store"
    assert figures.headers["content-type"].startswith("text/plain")


async def test_not_ready_without_the_store(
    start_edge: StartEdge, store_server: EmbeddedStore, free_port: Callable[[], int]
) -> None:
    """Alive all the same; ready when it is back."""
    async with StoreLink(store_server.url, free_port()) as link:
        edge = await start_edge(redis_url=link.url)
        async with httpx.AsyncClient(base_url=f"http://127.0.0.1:{edge.ws_port}") as web:
            link.close()
            await until(lambda: not edge.edge.ready)
            assert (await web.get("/readyz")).status_code == 503
            assert (await web.get("/healthz")).status_code == 200
            await link.open()
            await until(lambda: edge.edge.ready)
            assert (await web.get("/readyz")).status_code == 200


@pytest.mark.parametrize(
    "request_line",
    [
        b"POST / HTTP/1.1\r\nHost: a\r\nContent-Length: 4\r\n\r\nhola",
        b"HEAD / HTTP/1.1\r\nHost: a\r\n\r\n",
        b"PUT /index.html HTTP/1.1\r\nHost: a\r\nTransfer-Encoding: chunked\r\n\r\n0\r\n\r\n",
        b"GET / HTTP/2\r\n\r\n",
        b"GET /" + b"a" * 20_000 + b" HTTP/1.1\r\n\r\n",
        b"GET / HTTP/1.1\r\n" + b"X: y\r\n" * 500 + b"\r\n",
        b"\x16\x03\x01\x02\x00\x01\x00\r\n\r\n",
        b"hola\r\n\r\n",
    ],
)
async def test_strange_requests_break_nothing(
    edge: LocalEdge, web: httpx.AsyncClient, request_line: bytes
) -> None:
    """They are answered or closed on; the edge goes on."""
    answer = await raw(edge, request_line)
    assert not answer.startswith(b"HTTP/1.1 5")
    assert b"<html" not in answer
    if request_line.startswith(b"HEAD"):
        assert answer.partition(b"\r\n\r\n")[2] == b""
    assert (await web.get("/healthz")).status_code == 200


def test_hidden_files_are_not_there(tmp_path: Path) -> None:
    """What begins with a dot, or lies below such a folder, is not loaded."""
    for name in ("index.html", ".env", "js/a.js", ".git/config", "js/.b.js"):
        path = tmp_path / name
        path.parent.mkdir(exist_ok=True)
        path.write_text("x")
    assert set(load_files(tmp_path)) == {"/", "/index.html", "/js/a.js"}


def test_only_files_of_the_page_are_served() -> None:
    """Everything below `web/` and the root, and nothing of the sources."""
    files = load_files()
    assert files["/"].body == files["/index.html"].body
    assert not [name for name in files if name.endswith((".py", ".lua", ".toml"))]


def test_without_a_host_no_page_is_our_own() -> None:
    """An origin without a name does not match a request without one."""
    site = Site(EdgeMetrics(), lambda: True, ())
    assert not site.allows("null", None)
    assert not site.allows("", "")
    assert site.allows(None, None)
