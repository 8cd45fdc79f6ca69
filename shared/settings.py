"""The settings: read once from the environment or `.env`, frozen, passed down.

Every field is one variable of `.env.example`, in the same order; a test keeps the two equal.
A wrong value raises :exc:`~shared.errors.ConfigError` whose text is one readable line.
"""

from __future__ import annotations

import base64
import binascii
import ipaddress
import re
from typing import Annotated, Any, Literal

from pydantic import Field, SecretStr, ValidationError, field_validator, model_validator
from pydantic_settings import BaseSettings, NoDecode, SettingsConfigDict

from shared.errors import ConfigError

Port = Annotated[int, Field(ge=1, le=65535)]
Limit = Annotated[int, Field(ge=1, le=1_000_000)]
Quota = Annotated[int, Field(ge=0, le=1_000_000_000)]
Seconds = Annotated[float, Field(gt=0, le=31_536_000, allow_inf_nan=False)]
CommaList = Annotated[tuple[str, ...], NoDecode]

GROQ_URL = "https://api.groq.com/openai/v1/chat/completions"
LOCAL_REDIS = "redis://localhost:6379/0"


class Settings(BaseSettings):
    """All settings of edge, worker and launcher. Durations are in seconds."""

    model_config = SettingsConfigDict(
        env_file=".env", frozen=True, extra="ignore", case_sensitive=False, env_ignore_empty=True
    )

    # Doors
    app_host: str = Field("127.0.0.1", examples=["0.0.0.0"])
    app_port: Port = Field(5001, examples=["5001"])
    ws_host: str = Field("127.0.0.1", examples=["0.0.0.0"])
    ws_port: Port = Field(8765, examples=["8765"])
    allowed_origins: CommaList = Field((), examples=["https://psicoia.example"])
    trusted_proxies: CommaList = Field((), examples=["10.0.0.0/8"])
    tls_cert: str = Field("", examples=["/etc/psicoia/cert.pem"])
    tls_key: str = Field("", examples=["/etc/psicoia/key.pem"])
    max_connections_per_ip: Limit = Field(50, examples=["50"])
    new_sessions_per_ip: Limit = Field(30, examples=["30"])

    # Store
    redis_url: SecretStr = Field(SecretStr(""), examples=[LOCAL_REDIS])
    data_key: SecretStr = Field(SecretStr(""), examples=["32 bytes in base64url"])
    session_ttl_seconds: Seconds = Field(2_592_000, examples=["2592000"])

    # People
    default_country: str = Field("", examples=["AR"])
    max_message_chars: Limit = Field(4000, examples=["4000"])
    rate_max_messages: Limit = Field(6, examples=["6"])
    rate_window_seconds: Seconds = Field(10, examples=["10"])
    max_pending_per_session: Limit = Field(50, examples=["50"])
    max_queue_depth: Limit = Field(10_000, examples=["10000"])

    # Model
    groq_api_key: SecretStr = Field(SecretStr(""), examples=["gsk_..."])
    model_name: str = Field("llama-3.3-70b-versatile", examples=["llama-3.3-70b-versatile"])
    llm_url: str = Field("", examples=[GROQ_URL])
    llm_temperature: Annotated[float, Field(ge=0, le=2)] = Field(0.6, examples=["0.6"])
    llm_max_tokens: Limit = Field(400, examples=["400"])
    llm_timeout_seconds: Seconds = Field(20, examples=["20"])
    llm_max_retries: Annotated[int, Field(ge=0, le=1_000_000)] = Field(3, examples=["3"])
    llm_backoff_initial: Seconds = Field(0.5, examples=["0.5"])
    llm_backoff_max: Seconds = Field(8, examples=["8"])
    llm_history_max_messages: Annotated[int, Field(ge=0, le=1_000_000)] = Field(20, examples=["20"])
    llm_input_token_budget: Limit = Field(3000, examples=["3000"])
    llm_chars_per_token: Annotated[float, Field(ge=0.5, le=20)] = Field(4, examples=["4"])
    max_in_flight: Limit = Field(20, examples=["20"])
    llm_rpm: Quota = Field(0, examples=["30"])
    llm_tpm: Quota = Field(0, examples=["6000"])
    llm_rpd: Quota = Field(0, examples=["14400"])
    llm_tpd: Quota = Field(0, examples=["500000"])

    # Running
    lease_seconds: Annotated[float, Field(ge=0.2, le=3600)] = Field(3, examples=["3"])
    worker_max_jobs: Limit = Field(200, examples=["200"])
    metrics_port: Annotated[int, Field(ge=0, le=65535)] = Field(0, examples=["9100"])
    drain_seconds: Annotated[float, Field(ge=0, le=3600)] = Field(20, examples=["20"])
    log_level: Literal["DEBUG", "INFO", "WARNING", "ERROR"] = Field("INFO", examples=["INFO"])

    @field_validator("allowed_origins", "trusted_proxies", mode="before")
    @classmethod
    def _split(cls, value: Any) -> Any:
        if not isinstance(value, str):
            return value
        return tuple(part.strip() for part in value.split(",") if part.strip())

    @field_validator("trusted_proxies")
    @classmethod
    def _networks(cls, value: tuple[str, ...]) -> tuple[str, ...]:
        for network in value:
            ipaddress.ip_network(network, strict=False)
        return value

    @field_validator("log_level", "default_country", mode="before")
    @classmethod
    def _upper(cls, value: Any) -> Any:
        return value.strip().upper() if isinstance(value, str) else value

    @field_validator("default_country")
    @classmethod
    def _country(cls, value: str) -> str:
        if value and not re.fullmatch("[A-Z]{2}", value):
            raise ValueError("must be two letters (ISO 3166-1)")
        return value

    @field_validator("llm_url")
    @classmethod
    def _http(cls, value: str) -> str:
        if value and not re.match(r"https?://[^/\s]+", value):
            raise ValueError("must be a whole http(s) address")
        return value

    @field_validator("redis_url")
    @classmethod
    def _redis(cls, value: SecretStr) -> SecretStr:
        url = value.get_secret_value()
        if url and not re.match(r"(rediss?|unix|redis\+sentinel)://.", url):
            raise ValueError("must start with redis://, rediss://, unix:// or redis+sentinel://")
        return value

    @field_validator("data_key")
    @classmethod
    def _key(cls, value: SecretStr) -> SecretStr:
        if value.get_secret_value():
            decode_key(value.get_secret_value())
        return value

    @model_validator(mode="after")
    def _tls_pair(self) -> Settings:
        if bool(self.tls_cert) != bool(self.tls_key):
            raise ValueError(
                "TLS_CERT and TLS_KEY must be set together. "
                "Example: TLS_CERT=/etc/psicoia/cert.pem TLS_KEY=/etc/psicoia/key.pem"
            )
        return self

    @property
    def offline(self) -> bool:
        """True when there is neither a key nor an explicit model address."""
        return not self.groq_api_key.get_secret_value() and not self.llm_url

    @property
    def store_url(self) -> str:
        """The store's address; may hold a password, so never print it."""
        return self.redis_url.get_secret_value() or LOCAL_REDIS

    @property
    def chat_url(self) -> str:
        """The whole address of the model's chat-completions endpoint."""
        return self.llm_url or GROQ_URL


def decode_key(text: str) -> bytes:
    """Return the 32 bytes of a DATA_KEY in base64url, padded or not. Raises ValueError."""
    try:
        key = base64.b64decode(text.rstrip("=") + "=" * (-len(text.rstrip("=")) % 4), b"-_", validate=True)
    except (binascii.Error, ValueError):
        raise ValueError("must be base64url") from None
    if len(key) != 32:
        raise ValueError(f"must be 32 bytes, not {len(key)}")
    return key


def load_settings(**overrides: Any) -> Settings:
    """Read the settings. Raises ConfigError with one line naming variable, problem and example."""
    try:
        return Settings(**overrides)
    except ValidationError as error:
        # The input is left out on purpose: it may be a secret.
        raise ConfigError(_one_line(error)) from None
    except (OSError, UnicodeDecodeError) as error:
        problem = "is not UTF-8 text" if isinstance(error, UnicodeDecodeError) else "cannot be read"
        raise ConfigError(f".env {problem}. Example: cp .env.example .env") from None


def _one_line(error: ValidationError) -> str:
    first = error.errors(include_input=False, include_url=False, include_context=False)[0]
    problem = first["msg"].removeprefix("Value error, ")
    if not first["loc"]:
        return problem
    name = str(first["loc"][0])
    example = (Settings.model_fields[name].examples or [""])[0]
    return f"{name.upper()}: {problem}. Example: {name.upper()}={example}"
