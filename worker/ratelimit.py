"""What a provider's `x-ratelimit-*` headers say is left. Pure.

Groq and OpenAI agree on the names; a duration is `7.66s`, `2m59.56s`, `120ms` or plain seconds.
"""

from __future__ import annotations

import re
from collections.abc import Mapping

from shared.store.quota import Remaining

_PARTS = re.compile(r"(\d+(?:\.\d+)?)(ms|s|m|h|d)")
_SECONDS = {"ms": 0.001, "s": 1.0, "m": 60.0, "h": 3600.0, "d": 86_400.0}
MAX_HEADER_CHARS = 40


def remaining(headers: Mapping[str, str]) -> Remaining:
    """Return what the headers say; what is missing or unreadable is None."""
    return Remaining(
        requests=_count(headers.get("x-ratelimit-remaining-requests")),
        requests_reset=duration(headers.get("x-ratelimit-reset-requests")),
        tokens=_count(headers.get("x-ratelimit-remaining-tokens")),
        tokens_reset=duration(headers.get("x-ratelimit-reset-tokens")),
    )


def duration(value: str | None) -> float | None:
    """Return a duration in seconds, or None when it is none."""
    text = (value or "").strip()[:MAX_HEADER_CHARS]
    if re.fullmatch(r"\d+(?:\.\d+)?", text):
        return float(text)
    parts = _PARTS.findall(text)
    if not parts or "".join(number + unit for number, unit in parts) != text:
        return None
    return sum(float(number) * _SECONDS[unit] for number, unit in parts)


def _count(value: str | None) -> int | None:
    text = (value or "").strip()
    return int(text) if text.isascii() and text.isdigit() and len(text) <= MAX_HEADER_CHARS else None
