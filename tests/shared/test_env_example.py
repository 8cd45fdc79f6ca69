""".env.example: the same names, order and defaults as the settings, each with a comment."""

from __future__ import annotations

from pydantic import SecretStr

from shared.settings import Settings, load_settings
from tests.support.env import ROOT

EXAMPLE = ROOT / ".env.example"


def _lines() -> list[str]:
    return EXAMPLE.read_text(encoding="utf-8").splitlines()


def _written(default: object) -> str:
    if isinstance(default, SecretStr):
        return default.get_secret_value()
    return ",".join(default) if isinstance(default, tuple) else str(default)


def test_names_and_defaults_equal_the_settings() -> None:
    """Every variable stands in .env.example once, in the settings' order, with its default."""
    written = [tuple(line.split("=", 1)) for line in _lines() if line and not line.startswith("#")]
    expected = [(name.upper(), _written(field.default)) for name, field in Settings.model_fields.items()]
    assert written == expected


def test_a_copy_gives_the_defaults() -> None:
    """`cp .env.example .env` changes nothing."""
    assert load_settings(_env_file=EXAMPLE) == load_settings(_env_file=None)


def test_every_variable_has_a_comment_above_it() -> None:
    """A reader learns from the file itself what a variable does."""
    lines = _lines()
    bare = [
        line
        for above, line in zip(["", *lines], lines, strict=False)
        if line and not line.startswith("#") and (not above.startswith("# ") or above.startswith("# ---"))
    ]
    assert bare == []
