"""shared/settings.py: what is read, what is refused and how, what never prints."""

from __future__ import annotations

import base64
from pathlib import Path

import pytest
from pydantic import ValidationError

from shared.errors import ConfigError
from shared.settings import GROQ_URL, LOCAL_REDIS, Settings, decode_key, load_settings

CANARY = "canary-Zx81"
KEY = bytes(range(200, 232))


@pytest.fixture(autouse=True)
def _no_env_file(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """`.env` is read from the current directory: an empty one."""
    monkeypatch.chdir(tmp_path)


@pytest.mark.parametrize(
    ("name", "value"),
    [
        ("APP_PORT", "http"),
        ("APP_PORT", "0"),
        ("APP_PORT", "65536"),
        ("WS_PORT", "-1"),
        ("MAX_IN_FLIGHT", "0"),
        ("MAX_IN_FLIGHT", "1000001"),
        ("RATE_WINDOW_SECONDS", "0"),
        ("RATE_WINDOW_SECONDS", "nan"),
        ("RATE_WINDOW_SECONDS", "inf"),
        ("RATE_WINDOW_SECONDS", "ten"),
        ("LLM_TEMPERATURE", "2.1"),
        ("LLM_MAX_RETRIES", "-1"),
        ("LLM_URL", "localhost:8000"),
        ("LLM_RPM", "-1"),
        ("LEASE_SECONDS", "0.1"),
        ("METRICS_PORT", "65536"),
        ("LOG_LEVEL", "LOUD"),
        ("DEFAULT_COUNTRY", "Argentina"),
        ("TRUSTED_PROXIES", "10.0.0.0/8,nowhere"),
        ("REDIS_URL", "http://localhost"),
        ("DATA_KEY", "short"),
        ("DATA_KEY", "ñandú" * 8),
    ],
)
def test_a_wrong_value_is_one_line_with_name_problem_and_example(
    name: str, value: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    """A wrong value stops the start with one readable line: variable, problem, example."""
    monkeypatch.setenv(name, value)
    with pytest.raises(ConfigError) as caught:
        load_settings()
    line = str(caught.value)
    assert "\n" not in line
    problem, _, example = line.partition(" Example: ")
    assert problem.startswith(f"{name}: ")
    assert len(problem) > len(f"{name}: .")
    assert example.startswith(f"{name}=")
    assert len(example) > len(f"{name}=")


def test_half_a_tls_pair_is_refused(monkeypatch: pytest.MonkeyPatch) -> None:
    """A certificate without its key is one readable line that names both variables."""
    monkeypatch.setenv("TLS_CERT", "/cert.pem")
    with pytest.raises(ConfigError, match=r"^TLS_CERT and TLS_KEY .*Example: TLS_CERT=\S+ TLS_KEY=\S+$"):
        load_settings()


@pytest.mark.parametrize("name", ["GROQ_API_KEY", "REDIS_URL", "DATA_KEY"])
def test_secrets_never_print(name: str, monkeypatch: pytest.MonkeyPatch) -> None:
    """No way of printing settings shows a secret."""
    value = {
        "GROQ_API_KEY": CANARY,
        "REDIS_URL": f"redis://:{CANARY}@localhost:6379/0",
        "DATA_KEY": base64.urlsafe_b64encode(KEY).decode(),
    }[name]
    monkeypatch.setenv(name, value)
    settings = load_settings()
    assert getattr(settings, name.lower()).get_secret_value() == value
    for shown in (repr(settings), str(settings), settings.model_dump_json(), str(settings.model_dump())):
        assert value not in shown
        assert CANARY not in shown


@pytest.mark.parametrize("name", ["REDIS_URL", "DATA_KEY"])
def test_a_wrong_secret_is_not_in_the_error(name: str, monkeypatch: pytest.MonkeyPatch) -> None:
    """The line about a wrong secret does not repeat it."""
    monkeypatch.setenv(name, f"{CANARY}-wrong")
    with pytest.raises(ConfigError) as caught:
        load_settings()
    assert CANARY not in str(caught.value) + repr(caught.value)


def test_frozen() -> None:
    """Settings are read once; nothing changes them afterwards."""
    settings, name = load_settings(), "app_port"
    with pytest.raises(ValidationError):
        setattr(settings, name, 1)


@pytest.mark.parametrize("padding", ["", "="])
def test_data_key_padded_or_not(padding: str) -> None:
    """A DATA_KEY is 32 bytes in base64url, with or without its padding."""
    text = base64.urlsafe_b64encode(KEY).decode().rstrip("=") + padding
    assert {"-", "_"} & set(text)
    assert decode_key(text) == KEY
    assert load_settings(data_key=text).data_key.get_secret_value() == text


@pytest.mark.parametrize("size", [31, 33])
def test_data_key_of_another_size(size: int) -> None:
    """A key that is not 32 bytes is refused with its size."""
    with pytest.raises(ConfigError, match=f"must be 32 bytes, not {size}"):
        load_settings(data_key=base64.urlsafe_b64encode(bytes(size)).decode())


def test_limits_up_to_a_million_and_fractions_of_seconds(monkeypatch: pytest.MonkeyPatch) -> None:
    """Limits take values up to 10^6; seconds may be fractions."""
    limits = ["RATE_MAX_MESSAGES", "MAX_PENDING_PER_SESSION", "MAX_QUEUE_DEPTH", "MAX_CONNECTIONS_PER_IP"]
    limits += ["NEW_SESSIONS_PER_IP", "MAX_IN_FLIGHT", "WORKER_MAX_JOBS", "MAX_MESSAGE_CHARS"]
    seconds = ["RATE_WINDOW_SECONDS", "LLM_TIMEOUT_SECONDS", "LEASE_SECONDS", "DRAIN_SECONDS"]
    for name in limits:
        monkeypatch.setenv(name, "1000000")
    for name in seconds:
        monkeypatch.setenv(name, "0.25")
    settings = load_settings()
    assert {getattr(settings, name.lower()) for name in limits} == {1_000_000}
    assert {getattr(settings, name.lower()) for name in seconds} == {0.25}


def test_lists_are_separated_by_commas(monkeypatch: pytest.MonkeyPatch) -> None:
    """Comma lists forgive spaces and empty parts."""
    monkeypatch.setenv("ALLOWED_ORIGINS", " https://a.example , https://b.example,, ")
    assert load_settings().allowed_origins == ("https://a.example", "https://b.example")


def test_an_empty_value_is_the_default(monkeypatch: pytest.MonkeyPatch) -> None:
    """`APP_PORT=` in a file that was copied means the default, not an error."""
    monkeypatch.setenv("APP_PORT", "")
    assert load_settings().app_port == 5001


def test_env_file_in_the_current_directory_and_the_environment_above_it(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """`.env` is read, and a variable of the environment wins over it."""
    (tmp_path / ".env").write_text("APP_PORT=6001\nWS_PORT=6002\nSOMETHING_ELSE=1\n")
    monkeypatch.setenv("WS_PORT", "7002")
    settings = load_settings()
    assert (settings.app_port, settings.ws_port) == (6001, 7002)


def test_an_env_file_in_another_encoding(tmp_path: Path) -> None:
    """A `.env` that is not UTF-8 is one readable line."""
    (tmp_path / ".env").write_bytes(b"MODEL_NAME=mod\xe9le\n")
    with pytest.raises(ConfigError, match=r"^\.env is not UTF-8 text\. Example: "):
        load_settings()


def test_offline_is_no_key_and_no_address() -> None:
    """A local model needs no key; neither key nor address is offline."""
    assert load_settings().offline
    assert not load_settings(llm_url="http://localhost:8000/v1/chat/completions").offline
    assert not load_settings(groq_api_key="gsk").offline


def test_addresses_used_when_none_is_given() -> None:
    """Without REDIS_URL and LLM_URL the local store and Groq are used."""
    settings = load_settings()
    assert (settings.store_url, settings.chat_url) == (LOCAL_REDIS, GROQ_URL)


def test_every_field_has_an_example() -> None:
    """The line about a wrong value can always give an example."""
    assert [name for name, field in Settings.model_fields.items() if not field.examples] == []
