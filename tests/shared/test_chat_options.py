"""The terminal client's command line."""

from __future__ import annotations

import pytest

from shared.chat.address import parse_address
from shared.chat.options import parse_options
from shared.ids import new_token


@pytest.mark.parametrize(
    ("text", "meaning"),
    [
        ("ws://localhost:8765", "ws://localhost:8765/ws"),
        ("ws://localhost:8765/", "ws://localhost:8765/ws"),
        ("wss://psicoia.example", "wss://psicoia.example:443/ws"),
        ("wss://psicoia.example/charla", "wss://psicoia.example:443/charla"),
        ("tcp://localhost", "tcp://localhost:5001"),
        ("tcp://[::1]:7000", "tcp://[::1]:7000"),
    ],
)
def test_an_address_is_completed(text: str, meaning: str) -> None:
    """Port and path have the server's defaults."""
    assert str(parse_address(text)) == meaning


@pytest.mark.parametrize("text", ["localhost", "http://a", "ws://", "tcp://a:99999", "ws://yo:clave@a"])
def test_what_is_no_address_is_refused(text: str) -> None:
    """Anything else raises ValueError."""
    with pytest.raises(ValueError, match=r"."):
        parse_address(text)


def test_options_have_quiet_defaults() -> None:
    """Nothing is remembered, resumed or told unless it is asked for."""
    options = parse_options([])
    assert str(options.address) == "ws://localhost:8765/ws"
    assert (options.remember, options.token, options.country) == (False, None, None)


def test_options_are_read() -> None:
    """Each option does what it says; a country may be written small."""
    token = new_token()
    options = parse_options(["tcp://h:1", "--recordar", "--sesion", token, "--pais", "ar", "--espera", "2"])
    assert (options.remember, options.token, options.country, options.wait) == (True, token, "AR", 2)


@pytest.mark.parametrize("argv", [["no"], ["--sesion", "corta"], ["--pais", "Argentina"]])
def test_wrong_options_are_explained(argv: list[str], capsys: pytest.CaptureFixture[str]) -> None:
    """The program ends with a line that says what is expected, and does not repeat a wrong key."""
    with pytest.raises(SystemExit):
        parse_options(argv)
    complaint = capsys.readouterr().err
    assert "psicoia.py chat" in complaint
    assert "corta" not in complaint
