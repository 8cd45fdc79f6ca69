"""Calls to a model, as tests make and read them."""

from __future__ import annotations

from collections.abc import AsyncIterator, Callable
from contextlib import asynccontextmanager
from typing import Any

import httpx
import pytest

from shared.ids import TraceId
from shared.settings import load_settings
from tests.support.llm_reply import Reply
from worker.llm import ChatMessage, HttpLlm, LlmCall

MESSAGES = [ChatMessage("system", "Sé amable."), ChatMessage("user", "Hoy estoy triste ñ 🙂")]
TRACE = TraceId("Usuario-17:m3")
Start = Callable[..., LlmCall]


def client(url: str, http: httpx.AsyncClient | None = None, **settings: Any) -> HttpLlm:
    """Return a client of the model at `url` that heeds no `.env`."""
    return HttpLlm(load_settings(_env_file=None, llm_url=url, **settings), http)


@asynccontextmanager
async def caller(url: str) -> AsyncIterator[Start]:
    """Give a function that starts a call. The settings of the first call, as keywords, hold for all."""
    made: list[HttpLlm] = []

    def start(**settings: Any) -> LlmCall:
        if not made:
            made.append(client(url, **settings))
        return made[0].start(MESSAGES, trace=TRACE)

    yield start
    for llm in made:
        await llm.aclose()


def always(**fields: Any) -> Callable[[int, dict[str, Any]], Reply]:
    """Return a script that gives every request the same reply."""
    return lambda number, body: Reply(**fields)


async def whole(call: LlmCall, into: list[str] | None = None) -> str:
    """Read to the end; what came before a failure is left in `into`."""
    texts = into if into is not None else []
    while text := await call.read():
        texts.append(text)
    return "".join(texts)


async def failure(call: LlmCall, kind: type[Exception]) -> tuple[str, Any]:
    """Read until the call fails with `kind`; return the text before and the error."""
    texts: list[str] = []
    with pytest.raises(kind) as caught:
        await whole(call, texts)
    assert type(caught.value) is kind
    return "".join(texts), caught.value
