"""HTTP on the WebSocket port: the page, health, metrics. Files come from a map made at start."""

from __future__ import annotations

import hashlib
import mimetypes
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from http import HTTPStatus
from pathlib import Path
from urllib.parse import urlsplit

from websockets.datastructures import Headers
from websockets.http11 import Response

from shared.metrics import EdgeMetrics, render

WEB = Path(__file__).resolve().parent.parent / "web"

SECURITY_HEADERS: Mapping[str, str] = {
    "Content-Security-Policy": (
        "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self' data:; "
        "connect-src 'self' ws: wss:; manifest-src 'self'; worker-src 'self'; "
        "base-uri 'none'; form-action 'none'; frame-ancestors 'none'"
    ),
    "X-Content-Type-Options": "nosniff",
    "X-Frame-Options": "DENY",
    "Referrer-Policy": "no-referrer",
    "Cross-Origin-Opener-Policy": "same-origin",
    "Cross-Origin-Resource-Policy": "same-origin",
    "Permissions-Policy": "camera=(), geolocation=(), microphone=()",
}

_TYPES = {
    ".html": "text/html; charset=utf-8",
    ".css": "text/css; charset=utf-8",
    ".js": "text/javascript; charset=utf-8",
    ".json": "application/json; charset=utf-8",
    ".webmanifest": "application/manifest+json; charset=utf-8",
    ".svg": "image/svg+xml; charset=utf-8",
    ".txt": "text/plain; charset=utf-8",
}


@dataclass(frozen=True, slots=True)
class File:
    """One file of the page, in memory."""

    body: bytes
    content_type: str
    etag: str


def load_files(folder: Path = WEB) -> dict[str, File]:
    """Return every file below `folder` by its path in the address, hidden ones excepted."""
    files: dict[str, File] = {}
    for path in sorted(folder.rglob("*")):
        relative = path.relative_to(folder)
        if path.is_file() and not any(part.startswith(".") for part in relative.parts):
            files[f"/{relative.as_posix()}"] = _file(path)
    if "/index.html" in files:
        files["/"] = files["/index.html"]
    return files


def _file(path: Path) -> File:
    body = path.read_bytes()
    guessed = _TYPES.get(path.suffix) or mimetypes.guess_type(path.name)[0] or "application/octet-stream"
    return File(body, guessed, f'"{hashlib.sha256(body).hexdigest()[:20]}"')


class Site:
    """Answers plain HTTP requests. `ready` tells whether this edge wants new clients."""

    def __init__(self, metrics: EdgeMetrics, ready: Callable[[], bool], origins: tuple[str, ...]) -> None:
        self._metrics = metrics
        self._ready = ready
        self._origins = frozenset(origin.rstrip("/").lower() for origin in origins)
        self._files = load_files()

    def respond(self, path: str, headers: Headers) -> Response:
        """Answer `GET path`."""
        if file := self._files.get(path):
            return self._send_file(file, headers.get("If-None-Match"))
        match path:
            case "/healthz":
                return self.plain(HTTPStatus.OK)
            case "/readyz":
                return self.plain(HTTPStatus.OK if self._ready() else HTTPStatus.SERVICE_UNAVAILABLE)
            case "/metrics":
                body, content_type = render(self._metrics)
                return _response(HTTPStatus.OK, body, content_type)
        return self.plain(HTTPStatus.NOT_FOUND)

    def plain(self, status: HTTPStatus) -> Response:
        """Answer with nothing but a status."""
        return _response(status, f"{status.phrase}\n".encode(), "text/plain; charset=utf-8")

    def allows(self, origin: str | None, host: str | None) -> bool:
        """Tell whether a WebSocket may be opened from `origin`. Programs send none and are let in."""
        if origin is None:
            return True
        if self._origins:
            return origin.rstrip("/").lower() in self._origins
        try:
            return bool(host) and urlsplit(origin).netloc.lower() == (host or "").lower()
        except ValueError:
            return False

    def _send_file(self, file: File, known: str | None) -> Response:
        extra = {"ETag": file.etag, "Cache-Control": "no-cache"}
        if known is not None and file.etag in known:
            return _response(HTTPStatus.NOT_MODIFIED, b"", file.content_type, extra)
        return _response(HTTPStatus.OK, file.body, file.content_type, extra)


def secure(headers: Headers) -> None:
    """Put SECURITY_HEADERS into the headers of an answer."""
    for name, value in SECURITY_HEADERS.items():
        if name not in headers:
            headers[name] = value


def _response(
    status: HTTPStatus, body: bytes, content_type: str, extra: Mapping[str, str] | None = None
) -> Response:
    headers = Headers()
    headers["Content-Type"] = content_type
    headers["Content-Length"] = str(len(body))
    headers["Connection"] = "close"
    if extra is None:
        headers["Cache-Control"] = "no-store"
    for name, value in (extra or {}).items():
        headers[name] = value
    secure(headers)
    return Response(status.value, status.phrase, headers, body)
