"""The frames: their fields are the wire's own."""

from __future__ import annotations

import json
from typing import Any

import pytest

from shared import protocol as p
from shared.errors import Refusal
from shared.ids import MessageId, Offset, Token, TraceId

TOKEN = Token("q" * 42 + "A")
M1, TRACE, AT = MessageId("m1"), TraceId("Usuario-17:m1"), Offset("1764000000000-0")
LINE = p.ResourceItem("Línea 024", "suicide_crisis", "024", "24/7")


@pytest.mark.parametrize(
    ("frame", "expected"),
    [
        (
            p.Welcome(TOKEN, "Usuario-17", False, AT, p.Limits(4000, 6, 10.0), "soy un programa"),
            {
                "type": "welcome",
                "session": TOKEN,
                "user": "Usuario-17",
                "resumed": False,
                "offset": AT,
                "limits": {"max_chars": 4000, "rate_max": 6, "rate_window_s": 10.0},
                "disclaimer": "soy un programa",
            },
        ),
        (
            p.Ack(M1, TRACE, AT, True),
            {"type": "ack", "id": "m1", "trace_id": TRACE, "offset": AT, "duplicate": True},
        ),
        (p.Queued(M1, 3), {"type": "queued", "id": "m1", "position": 3}),
        (p.Delta(M1, 1, 0, "Hola"), {"type": "delta", "id": "m1", "attempt": 1, "at": 0, "text": "Hola"}),
        (p.UserFrame(M1, "hola", AT), {"type": "user", "id": "m1", "text": "hola", "offset": AT}),
        (
            p.Resources("ideation", None, "Hay ayuda", (LINE,)),
            {
                "type": "resources",
                "level": "ideation",
                "country": None,
                "text": "Hay ayuda",
                "items": [{"name": "Línea 024", "kind": "suicide_crisis", "phone": "024", "hours": "24/7"}],
            },
        ),
        (p.History(()), {"type": "history", "events": []}),
        (p.Erased(), {"type": "erased"}),
        (p.Pong(), {"type": "pong"}),
        (p.Pong(None), {"type": "pong", "t": None}),
        (p.Reconnect(350), {"type": "reconnect", "after_ms": 350}),
        (
            p.ErrorFrame.of(Refusal("busy", "Probá luego", id="m1", retry_after=2.5)),
            {"type": "error", "code": "busy", "message": "Probá luego", "id": "m1", "retry_after": 2.5},
        ),
        (
            p.ErrorFrame.of(Refusal("empty", "Vacío")),
            {"type": "error", "code": "empty", "message": "Vacío"},
        ),
    ],
)
def test_server_frames_have_the_wire_s_fields(frame: p.ServerFrame, expected: dict[str, Any]) -> None:
    """Each frame has exactly its fields, leaves out what is absent, and is read back as itself."""
    data = p.encode(frame)
    assert json.loads(data) == expected
    assert b"\n" not in data
    assert p.decode_server(data) == frame
