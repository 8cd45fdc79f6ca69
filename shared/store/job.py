"""arq's job definition of a session's turn: JSON, and nothing in it but the session's id.

The keys are arq's own (arq 0.28, `arq.jobs.serialize_job`), so that arq's tools can list the queue.
"""

from __future__ import annotations

from typing import Any

import msgspec

from shared.ids import SessionId

FUNCTION = "answer"
"""Name under which the worker registers the coroutine that answers a turn."""


def job_definition(sid: SessionId) -> bytes:
    """Return the stored job that schedules a session."""
    return serialize({"t": None, "f": FUNCTION, "a": [sid], "k": {}, "et": 0})


def serialize(value: dict[str, Any]) -> bytes:
    """arq job serializer. Raises TypeError for what JSON cannot hold: nothing is ever pickled."""
    return msgspec.json.encode(value)


def deserialize(data: bytes) -> dict[str, Any]:
    """arq job deserializer. Raises msgspec.DecodeError."""
    return msgspec.json.decode(data, type=dict[str, Any])
