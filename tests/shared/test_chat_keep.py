"""The session token on disk."""

from __future__ import annotations

import stat
from pathlib import Path

from shared.chat.address import parse_address
from shared.chat.keep import Keep
from shared.ids import new_token


def keep(tmp_path: Path, address: str = "ws://localhost:8765/ws") -> Keep:
    """The keep of `address` under `tmp_path`."""
    return Keep(parse_address(address), {"XDG_STATE_HOME": str(tmp_path)})


def test_a_token_comes_back_from_a_private_file(tmp_path: Path) -> None:
    """Saved and loaded again; nobody else may read file or folder."""
    token = new_token()
    keep(tmp_path).save(token)
    (file,) = (tmp_path / "psicoia").iterdir()
    assert stat.S_IMODE(file.stat().st_mode) == 0o600
    assert stat.S_IMODE(file.parent.stat().st_mode) == 0o700
    assert keep(tmp_path).load() == token


def test_a_file_that_others_could_read_is_made_private(tmp_path: Path) -> None:
    """Saving over a file with a wide mode narrows it, and leaves nothing of the longer old content."""
    first, second = new_token(), new_token()
    keep(tmp_path).save(first)
    (file,) = (tmp_path / "psicoia").iterdir()
    file.write_text(f"{first}\n{first}\n")
    file.chmod(0o644)
    keep(tmp_path).save(second)
    assert stat.S_IMODE(file.stat().st_mode) == 0o600
    assert keep(tmp_path).load() == second


def test_a_server_never_gets_the_key_of_another(tmp_path: Path) -> None:
    """Each address has its own file."""
    keep(tmp_path).save(new_token())
    assert keep(tmp_path, "ws://otro.example/ws").load() is None


def test_what_is_no_token_counts_as_nothing(tmp_path: Path) -> None:
    """A missing, damaged or foreign file means a new session."""
    assert keep(tmp_path).load() is None
    keep(tmp_path).save("no soy una llave")
    assert keep(tmp_path).load() is None
    (file,) = (tmp_path / "psicoia").iterdir()
    file.write_bytes(b"\xff\xfe")
    assert keep(tmp_path).load() is None
