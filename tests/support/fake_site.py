"""The HTTP half of the scripted edge: the files of `web/` with the headers the real edge sends."""

from __future__ import annotations

import mimetypes
from collections.abc import Callable
from http import HTTPStatus
from pathlib import Path

from websockets.asyncio.server import ServerConnection
from websockets.datastructures import Headers
from websockets.http11 import Request, Response

WEB = Path(__file__).parents[2] / "web"
CSP = (
    "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self' data:; "
    "connect-src 'self' ws: wss:; manifest-src 'self'; base-uri 'none'; form-action 'none'; "
    "frame-ancestors 'none'"
)
TYPES = {".js": "text/javascript", ".svg": "image/svg+xml", ".webmanifest": "application/manifest+json"}


def site(requests: list[str]) -> Callable[[ServerConnection, Request], Response | None]:
    """Return a `process_request` that answers plain GETs from `web/` and notes each path in `requests`."""

    def answer(_: ServerConnection, request: Request) -> Response | None:
        if request.headers.get("Upgrade", "").lower() == "websocket":
            return None
        path = request.path.partition("?")[0]
        requests.append(path)
        file = (WEB / (path.lstrip("/") or "index.html")).resolve()
        found = file.is_relative_to(WEB) and file.is_file()
        body = file.read_bytes() if found else b"no such page"
        kind = TYPES.get(file.suffix) or mimetypes.guess_type(file.name)[0] or "text/plain"
        headers = Headers(
            {
                "Content-Type": f"{kind}; charset=utf-8",
                "Content-Length": str(len(body)),
                "Content-Security-Policy": CSP,
                "X-Content-Type-Options": "nosniff",
                "Referrer-Policy": "no-referrer",
                "Connection": "close",
            }
        )
        status = HTTPStatus.OK if found else HTTPStatus.NOT_FOUND
        return Response(status, status.phrase, headers, body)

    return answer
