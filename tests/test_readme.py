"""README.md and README.es.md: what they name exists, and both say the same."""

from __future__ import annotations

import asyncio
import re
import shlex
import sys
from collections.abc import Iterator
from importlib.util import find_spec
from pathlib import Path

import pytest
from pydantic import SecretStr

import psicoia
from shared.settings import Settings
from tests.support.cluster import Cluster
from tests.support.env import ROOT, VARIABLES

READMES = ("README.md", "README.es.md")
PAGES = [*READMES, "CHANGELOG.md", *(str(path.relative_to(ROOT)) for path in (ROOT / "docs").rglob("*.md"))]
STORE_PORT = 6379
ELSEWHERE = frozenset({11434})
"""Ports of other people's programs."""


def _read(name: str) -> str:
    return (ROOT / name).read_text(encoding="utf-8")


def _blocks(name: str, language: str) -> list[str]:
    """The fenced code blocks of `language`."""
    return re.findall(rf"^```{language}\n(.*?)^```$", _read(name), re.MULTILINE | re.DOTALL)


def _commands(name: str) -> Iterator[list[str]]:
    """The words of every shell command, in blocks and in running text, without comments."""
    quoted = re.findall(r"`((?:make|\.venv/bin/|python|npx|nc) ?[^`\n]*)`", _read(name))
    for line in [*"".join(_blocks(name, "bash")).splitlines(), *quoted]:
        yield shlex.split(line, comments=True)


def _table(name: str) -> list[tuple[str, str]]:
    """Name and default of every row of the settings table."""
    rows = re.findall(r"^\| `([A-Z_]+)` \| (.+?) \| .+ \|$", _read(name), re.MULTILINE)
    return [(setting, "" if default == "—" else default.strip("`")) for setting, default in rows]


@pytest.mark.parametrize("name", READMES)
def test_the_table_holds_every_setting_with_its_default(name: str) -> None:
    """Names, order and defaults are those of the settings, and so of .env.example."""

    def written(default: object) -> str:
        if isinstance(default, SecretStr):
            return default.get_secret_value()
        return ",".join(default) if isinstance(default, tuple) else str(default)

    assert _table(name) == [
        (key.upper(), written(field.default)) for key, field in Settings.model_fields.items()
    ]


@pytest.mark.parametrize("name", READMES)
def test_settings_in_the_text_exist(name: str) -> None:
    """No name in capitals with an underscore is anything but a setting."""
    assert set(re.findall(r"\b[A-Z]{2,}(?:_[A-Z]+)+\b", _read(name))) <= VARIABLES


@pytest.mark.parametrize("name", READMES)
def test_make_targets_exist(name: str) -> None:
    """Every `make WORD` is a target of the Makefile."""
    targets = set(re.findall(r"^([a-z-]+):", _read("Makefile"), re.MULTILINE))
    named = {words[1] for words in _commands(name) if words[:1] == ["make"] and len(words) > 1}
    assert named
    assert named <= targets


@pytest.mark.parametrize("name", READMES)
def test_programs_exist(name: str) -> None:
    """Every script, module and launcher command that is called is there."""
    seen = 0
    for words in _commands(name):
        for word, after in zip(words, [*words[1:], ""], strict=True):
            if word == "psicoia.py" and after:
                assert after in psicoia.COMMANDS
            elif word == "-m":
                assert find_spec(after) is not None, after
            elif word.endswith(".py"):
                assert (ROOT / word).is_file(), word
            else:
                continue
            seen += 1
    assert seen > 5


@pytest.mark.parametrize("name", READMES)
def test_ports_are_the_defaults(name: str) -> None:
    """A port is a setting's default, given by a setting in the same README, the store's, or not ours."""
    text = _read(name)
    given = {int(port) for port in re.findall(r"[A-Z]_PORT=(\d+)", text)}
    defaults = {Settings.model_fields[field].default for field in ("app_port", "ws_port")}
    named = {int(port) for port in re.findall(r"(?:localhost[: ]|--port )(\d+)", text)}
    assert defaults <= named
    assert named <= defaults | given | {STORE_PORT} | ELSEWHERE


@pytest.mark.parametrize("name", PAGES)
def test_links_lead_to_files(name: str) -> None:
    """A relative link points at a file or folder of this project."""
    for target in re.findall(r"\]\(([^)#\s]+)[^)]*\)", _read(name)):
        if "://" not in target:
            assert (ROOT / name).parent.joinpath(target).exists(), target


@pytest.mark.parametrize("name", READMES)
def test_the_folder_table_names_what_is_there(name: str) -> None:
    """Every path in the table of folders exists."""
    rows = re.findall(r"^\| ((?:`[a-z_./]+`(?:, )?)+) \|", _read(name), re.MULTILINE)
    paths = [path for row in rows for path in re.findall(r"`([^`]+)`", row) if not path.startswith("/")]
    paths.remove("salir")  # a row of the table of commands
    assert "edge/" in paths
    assert [path for path in paths if not (ROOT / path).exists()] == []


def test_both_languages_have_the_same_sections_and_commands() -> None:
    """The Spanish README is the English one: as many sections and rows, the same commands and code."""
    english, spanish = READMES
    for mark in (r"^#+ ", r"^\| ", r"^\d+\. ", r"^- "):
        counts = [len(re.findall(mark, _read(name), re.MULTILINE)) for name in READMES]
        assert counts[0] == counts[1], mark
    commands = [[shlex.split(b, comments=True) for b in _blocks(name, "bash")] for name in READMES]
    assert commands[0] == commands[1]
    assert _blocks(english, "python") == _blocks(spanish, "python")


async def test_the_python_snippet_gets_a_reply(cluster: Cluster, tmp_path: Path) -> None:
    """The snippet runs as printed and shows the whole reply last."""
    await cluster.start()
    [snippet] = _blocks(READMES[0], "python")
    program = tmp_path / "snippet.py"
    program.write_text(snippet.replace("8765", str(cluster.edges[0].ws_port)), encoding="utf-8")
    process = await asyncio.create_subprocess_exec(
        sys.executable, str(program), stdout=asyncio.subprocess.PIPE, stderr=asyncio.subprocess.STDOUT
    )
    output, _ = await process.communicate()
    lines = output.decode().splitlines()
    assert process.returncode == 0, lines
    assert lines[0].startswith("{'type': 'welcome'")
    assert lines[-1].startswith("{'type': 'reply', 'id': 'm1'")
