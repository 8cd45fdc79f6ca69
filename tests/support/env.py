"""Settings and environments that know nothing of the developer's own."""

from __future__ import annotations

import os
from collections.abc import Mapping
from pathlib import Path
from typing import Any

from shared.settings import Settings, load_settings

ROOT = Path(__file__).resolve().parent.parent.parent
VARIABLES = frozenset(name.upper() for name in Settings.model_fields)

FAST: Mapping[str, Any] = {
    "lease_seconds": 1.0,
    "drain_seconds": 3.0,
    "llm_timeout_seconds": 5.0,
    "llm_backoff_initial": 0.05,
    "llm_backoff_max": 0.2,
}
"""What tests wait for is short; everything else has its default."""


def isolated_settings(**overrides: Any) -> Settings:
    """Return settings from `overrides` and FAST, without `.env`."""
    values: dict[str, Any] = {**FAST, **overrides}
    return load_settings(_env_file=None, **values)


def process_env(**overrides: Any) -> dict[str, str]:
    """Return the environment of a child process: ours without our settings, then FAST and `overrides`.

    Names may be in small letters, as in Settings.
    """
    base = {name: value for name, value in os.environ.items() if name.upper() not in VARIABLES}
    given = {name.upper(): str(value) for name, value in {**FAST, **overrides}.items()}
    return {**base, "PYTHONPATH": str(ROOT), "PYTHONDONTWRITEBYTECODE": "1", **given}
