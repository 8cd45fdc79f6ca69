"""shared/store/scripts.py: the scripts are loaded, found again, and tell only the store's time."""

from __future__ import annotations

import re
from pathlib import Path

import pytest
import redis

from shared.store import scripts
from shared.store.connection import StoreConnection, StoreRejected
from shared.store.scripts import Script, connect
from tests.support.store_kit import person

ANA = person("ana")
FOLDER = Path(scripts.__file__).with_name("lua")


def test_every_file_is_a_script() -> None:
    """No operation is left out of what a new connection loads."""
    files = {path.stem for path in FOLDER.glob("*.lua") if not path.stem.endswith("common")}
    assert sorted(script.name for script in scripts.ALL) == sorted(files)


@pytest.mark.parametrize("path", sorted(FOLDER.glob("*.lua")), ids=lambda path: path.stem)
def test_a_file_opens_with_what_it_does(path: Path) -> None:
    """Its first line is a sentence; its arguments have names."""
    text = path.read_text(encoding="utf-8")
    assert text.startswith("-- ")
    assert len(text.splitlines()) <= 150
    assert not re.search(r"KEYS\[", text), "ARGV only: keys are made by `key`"


def test_time_comes_from_the_store_alone() -> None:
    """There is one clock: the store's TIME, read in one place; never os.time, never an argument."""
    texts = [path.read_text(encoding="utf-8") for path in FOLDER.glob("*.lua")]
    assert sum(text.count("'TIME'") for text in texts) == 1
    assert not any(re.search(r"os\.(time|clock)", text) for text in texts)


async def test_a_new_connection_has_all_scripts_loaded(store: StoreConnection, raw: redis.Redis) -> None:
    """The first call of each is by its digest already."""
    assert raw.script_exists(*(script.sha for script in scripts.ALL)) == [True] * len(scripts.ALL)


async def test_a_store_that_forgot_its_scripts_gets_them_again(
    store: StoreConnection, raw: redis.Redis
) -> None:
    """SCRIPT FLUSH, or a fail-over, costs one call more and no error."""
    raw.script_flush()
    assert await scripts.PLACES.run(store, ANA) == [0]
    assert raw.script_exists(scripts.PLACES.sha) == [True]


async def test_a_scripts_own_error_is_not_repeated(
    store: StoreConnection, raw: redis.Redis, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Only an unknown digest is answered with the source; a mistake is raised, without arguments."""
    raw.set(f"s:{ANA}:turn", "no hash")
    raw.config_resetstat()
    with pytest.raises(StoreRejected) as caught:
        await scripts.RESUME.run(store, ANA, "", "mis-palabras")
    assert "mis-palabras" not in str(caught.value)
    assert "cmdstat_eval" not in raw.info("commandstats")


async def test_connect_does_not_wait(free_port: object) -> None:
    """Making a connection touches no network."""
    assert not connect("redis://127.0.0.1:1/0").connected


def test_names_and_helpers_come_before_each_script() -> None:
    """One text: the key names, the helpers, the operation."""
    script = Script("places")
    assert script.source.endswith((FOLDER / "places.lua").read_bytes())
    assert b"local QUEUE" in script.source
    assert (FOLDER / "common.lua").read_bytes() in script.source
    assert re.fullmatch("[0-9a-f]{40}", script.sha)
