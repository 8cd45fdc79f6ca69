"""shared/embedded.py and shared/store_binary.py: the store of `make run`, on a real server."""

from __future__ import annotations

import os
import signal
import socket
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest
import redis

from shared import embedded, store_binary
from shared.embedded import PORTS, EmbeddedStore, find_server, free_port
from shared.errors import ConfigError, StoreUnavailable
from tests.support.env import process_env


@pytest.fixture
def store(tmp_path: Path) -> Iterator[EmbeddedStore]:
    """A server of this test's own."""
    with EmbeddedStore(tmp_path / "data") as running:
        yield running


@pytest.fixture
def hasty(monkeypatch: pytest.MonkeyPatch) -> None:
    """Waiting for somebody else's lock ends at once."""
    monkeypatch.setattr(embedded, "LOCK_SECONDS", 0)


def _get(store: EmbeddedStore, key: str) -> object:
    with redis.Redis.from_url(store.url) as client:
        return client.get(key)


def _set(store: EmbeddedStore, key: str, value: str) -> None:
    with redis.Redis.from_url(store.url) as client:
        client.set(key, value)


def test_it_runs_as_told(store: EmbeddedStore) -> None:
    """Append-only file every second, no snapshots, nothing evicted, loopback only."""
    with redis.Redis.from_url(store.url) as client:
        config = client.config_get("*")
        assert client.info("server")["process_id"] == store.pid
    wanted = {
        "appendonly": "yes",
        "appendfsync": "everysec",
        "save": "",
        "maxmemory-policy": "noeviction",
        "bind": "127.0.0.1",
    }
    assert {name: config[name] for name in wanted} == wanted
    assert int(config["port"]) in PORTS


def test_data_survive_a_stop_and_a_new_start(tmp_path: Path) -> None:
    """What was written is there after the next `make run`."""
    with EmbeddedStore(tmp_path) as first:
        _set(first, "k", "v")
    with EmbeddedStore(tmp_path) as second:
        assert _get(second, "k") == b"v"


def test_data_and_port_survive_a_crash(store: EmbeddedStore) -> None:
    """After SIGKILL `restart` brings the same port and the same data back."""
    _set(store, "k", "v")
    url, pid = store.url, store.pid
    store.kill()
    assert not store.running
    store.restart()
    assert (store.url, _get(store, "k")) == (url, b"v")
    assert store.pid != pid


def test_restart_of_a_running_server(store: EmbeddedStore) -> None:
    """`restart` also serves a server that runs: it ends in order first."""
    pid = store.pid
    store.restart()
    assert store.pid != pid


def test_stop_ends_the_process_and_may_be_repeated(tmp_path: Path) -> None:
    """After `stop` nothing runs, nothing restarts, and a second `stop` is harmless."""
    store = EmbeddedStore(tmp_path)
    with pytest.raises(StoreUnavailable):
        _ = store.url
    store.start()
    pid = store.pid
    store.stop()
    store.stop()
    with pytest.raises(ProcessLookupError):
        os.kill(pid, 0)
    with pytest.raises(StoreUnavailable):
        _ = store.pid
    with pytest.raises(StoreUnavailable):
        store.restart()


def test_a_stubborn_server_is_killed(store: EmbeddedStore, monkeypatch: pytest.MonkeyPatch) -> None:
    """A server that does not answer SIGTERM is killed when its time is up."""
    monkeypatch.setattr(embedded, "STOP_SECONDS", 0.05)
    os.kill(store.pid, signal.SIGSTOP)
    store.stop()
    assert not store.running


@pytest.mark.usefixtures("hasty")
def test_two_never_open_the_same_data(store: EmbeddedStore) -> None:
    """A second `make run` on the same data gets one readable line that names the first."""
    with pytest.raises(ConfigError, match=rf"in use by another PsicoIA \(process {os.getpid()}\)") as caught:
        EmbeddedStore(store.directory).start()
    assert "\n" not in str(caught.value)
    assert store.running


@pytest.mark.usefixtures("hasty")
def test_a_server_that_outlived_its_launcher_still_holds_the_data(store: EmbeddedStore) -> None:
    """The lock is the server's too, so it holds even when the launcher's own is gone."""
    assert store._claim is not None
    store._claim.close()
    with pytest.raises(ConfigError, match="in use"):
        EmbeddedStore(store.directory).start()


def test_a_stale_lock_file_is_no_obstacle(tmp_path: Path) -> None:
    """A lock file left by a crash locks nothing."""
    (tmp_path / "lock").write_text("99999")
    with EmbeddedStore(tmp_path) as store:
        assert store.running


def test_a_taken_port_means_another_one(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """A port that was taken between choosing and binding is replaced."""
    with socket.socket() as other:
        other.bind(("127.0.0.1", 0))
        other.listen()
        ports = iter([other.getsockname()[1], free_port()])
        monkeypatch.setattr(embedded, "free_port", lambda: next(ports))
        with EmbeddedStore(tmp_path) as store:
            assert store.url != f"redis://127.0.0.1:{other.getsockname()[1]}/0"
            assert store.running


def test_a_port_with_another_server_on_it_is_not_mistaken_for_ours(
    store: EmbeddedStore, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Another server's PONG does not count: its process id differs."""
    taken = int(store.url.rpartition(":")[2].partition("/")[0])
    ports = iter([taken, free_port()])
    monkeypatch.setattr(embedded, "free_port", lambda: next(ports))
    with EmbeddedStore(tmp_path / "second") as second:
        assert second.url != store.url


def test_damaged_data_are_a_readable_line(tmp_path: Path) -> None:
    """A server that refuses its data: one line with its own reason, and nothing left running."""
    (tmp_path / "appendonlydir").mkdir()
    (tmp_path / "appendonlydir" / "appendonly.aof.manifest").write_text("nonsense\n")
    with pytest.raises(ConfigError, match=r"does not start: .*manifest") as caught:
        EmbeddedStore(tmp_path).start()
    assert "\n" not in str(caught.value)
    with (tmp_path / "lock").open() as lock:
        embedded.fcntl.flock(lock, embedded.fcntl.LOCK_EX | embedded.fcntl.LOCK_NB)


def test_the_directory_is_private(store: EmbeddedStore) -> None:
    """Conversations lie where only their owner looks."""
    assert store.directory.stat().st_mode & 0o077 == 0


def test_free_ports_lie_below_the_ephemeral_range() -> None:
    """A client that retries such a port never connects to itself."""
    assert all(free_port() in PORTS for _ in range(20))
    assert PORTS.stop <= 32_768


def _server(directory: Path, name: str, version: str) -> None:
    path = directory / name
    path.write_text(f"#!/bin/sh\necho 'Redis server v={version} sha=0'\n")
    path.chmod(0o755)


def test_a_server_on_path_comes_first(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """`valkey-server` is preferred to `redis-server`, and both to the package."""
    monkeypatch.setenv("PATH", str(tmp_path))
    _server(tmp_path, "redis-server", "7.2.4")
    assert find_server() == [str(tmp_path / "redis-server")]
    _server(tmp_path, "valkey-server", "8.0.1")
    assert find_server() == [str(tmp_path / "valkey-server")]


def test_an_old_server_is_passed_over(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """A server too old for the scripts is not used."""
    monkeypatch.setenv("PATH", str(tmp_path))
    _server(tmp_path, "redis-server", "6.0.16")
    assert find_server() != [str(tmp_path / "redis-server")]


def test_no_server_at_all_is_a_readable_line(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Without any server the error names the variable that helps."""
    monkeypatch.setenv("PATH", str(tmp_path))
    monkeypatch.setattr(store_binary, "find_spec", lambda _name: None)
    with pytest.raises(ConfigError, match=r"^REDIS_URL: no store found.* Example: REDIS_URL=redis://"):
        find_server()


@pytest.mark.skipif(sys.platform != "linux", reason="the kernel's parent-death signal is Linux only")
def test_the_server_dies_with_its_launcher(tmp_path: Path) -> None:
    """SIGKILL of the launcher ends the server, and the next launcher gets data and lock."""
    code = (
        "import sys; from pathlib import Path; from shared.embedded import EmbeddedStore\n"
        "store = EmbeddedStore(Path(sys.argv[1])); store.start(); print(store.pid, flush=True); store.wait()"
    )
    command = [sys.executable, "-c", code, str(tmp_path)]
    with subprocess.Popen(command, stdout=subprocess.PIPE, text=True, env=process_env()) as launcher:
        assert launcher.stdout is not None
        pid = int(launcher.stdout.readline())
        launcher.kill()
    with EmbeddedStore(tmp_path) as store:  # the lock is free only when the first server is gone
        assert store.pid != pid
