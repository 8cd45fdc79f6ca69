"""The page in a real Chromium, on real edge and worker processes with a scripted model."""

from __future__ import annotations

import asyncio
from collections.abc import AsyncIterator
from typing import Any

import pytest
from playwright.async_api import expect

from tests.support.cluster import Cluster
from tests.support.env import process_env
from tests.support.fake_llm import FakeLlm
from tests.support.llm_reply import Reply
from tests.support.visit import Visit, needs_chromium, visiting

pytestmark = needs_chromium

PIECES = ("Buenas tardes. ", "Luna verde, ", "mar azul 🌿", " y sol.")
WHOLE = "".join(PIECES)


@pytest.fixture
async def gate() -> asyncio.Event:
    """Holds every answer after its first piece until it is set."""
    return asyncio.Event()


@pytest.fixture
async def llm(gate: asyncio.Event) -> AsyncIterator[FakeLlm]:
    """A model that answers in four pieces, the first at once, the others when the gate opens."""

    def script(number: int, _: dict[str, Any]) -> Reply:
        return Reply(text=WHOLE, pieces=PIECES, piece_gate=gate)

    async with FakeLlm(script) as llm:
        yield llm


@pytest.fixture
async def visit() -> AsyncIterator[Visit]:
    """A page that must end without a complaint."""
    async with visiting() as visit:
        yield visit


@pytest.fixture
async def page_url(cluster: Cluster, llm: FakeLlm) -> str:
    """The page on one edge, with one worker behind it."""
    await cluster.start(edges=1, workers=1, llm_url=llm.url)
    return f"http://127.0.0.1:{cluster.edges[0].ws_port}/"


async def test_a_reply_streams_and_a_reload_in_its_middle_loses_nothing(
    page_url: str, visit: Visit, gate: asyncio.Event, llm: FakeLlm
) -> None:
    """Words are there while the model still writes; after a reload they are again, and then the rest."""
    await visit.open(page_url)
    await visit.say("hola")
    await expect(visit.replies).to_contain_text("Buenas tardes")
    assert WHOLE not in await visit.replies.inner_text()
    await visit.page.reload()
    await visit.online()
    await expect(visit.users).to_have_text(["hola"])
    await expect(visit.replies).to_contain_text("Buenas tardes")
    gate.set()
    await expect(visit.replies).to_have_text([WHOLE])
    await visit.page.reload()
    await expect(visit.replies).to_have_text([WHOLE])
    await expect(visit.users).to_have_text(["hola"])
    assert len(llm.requests) == 1


async def test_an_edge_killed_in_the_middle_of_an_answer_loses_nothing(
    page_url: str, cluster: Cluster, redis_url: str, visit: Visit, gate: asyncio.Event, llm: FakeLlm
) -> None:
    """The page comes back to a new edge by itself; what was written meanwhile is sent once."""
    edge = cluster.edges[0]
    await visit.open(page_url)
    await visit.say("uno")
    await expect(visit.replies).to_contain_text("Buenas tardes")
    await edge.kill()
    await visit.offline()
    await visit.say("dos")
    await expect(visit.page.get_by_text("enviando…")).to_be_visible()
    gate.set()
    await edge.spawn(process_env(redis_url=redis_url, app_port=edge.app_port, ws_port=edge.ws_port))
    await expect(visit.replies).to_have_text([WHOLE, WHOLE], timeout=20_000)
    await expect(visit.users).to_have_text(["uno", "dos"])
    assert [request.words for request in llm.requests] == ["uno", "dos"]


async def test_markup_of_person_and_model_is_shown_as_text(
    page_url: str, visit: Visit, gate: asyncio.Event, llm: FakeLlm
) -> None:
    """Neither side's HTML becomes part of the page."""
    gate.set()
    evil = "<img src=x onerror=alert(1)><script>alert(2)</script><b>no</b>"
    llm.script = lambda number, body: Reply(text=evil)
    await visit.open(page_url)
    await visit.say(evil)
    await expect(visit.users).to_have_text([evil])
    await expect(visit.replies).to_have_text([evil])
    assert await visit.page.locator("#log img, #log script, #log b").count() == 0


async def test_stop_keeps_what_was_shown(page_url: str, visit: Visit) -> None:
    """The stop button ends the reply with the words that are there."""
    await visit.open(page_url)
    await visit.say("hola")
    await expect(visit.replies).to_contain_text("Buenas tardes")
    await visit.page.get_by_role("button", name="Detener").click()
    await expect(visit.page.get_by_text("(detenido)")).to_be_visible()
    await expect(visit.replies).not_to_contain_text("hoy?")


async def test_danger_brings_help_before_the_reply(page_url: str, visit: Visit) -> None:
    """The card with help is there while the answer is still to come."""
    await visit.open(page_url)
    await visit.say("no quiero vivir más")
    await expect(visit.card).to_contain_text("emergencias")
    await expect(visit.card.get_by_role("link").first).to_have_attribute("href", "https://findahelpline.com")


async def test_a_refused_message_goes_again_by_itself(
    cluster: Cluster, llm: FakeLlm, visit: Visit, gate: asyncio.Event
) -> None:
    """Over the limit the page says so, waits as long as it was told, and sends the message again."""
    gate.set()
    await cluster.start(llm_url=llm.url, rate_max_messages=1, rate_window_seconds=3)
    await visit.open(f"http://127.0.0.1:{cluster.edges[0].ws_port}/")
    await visit.say("uno")
    await visit.say("dos")
    await expect(visit.page.get_by_role("alert")).to_contain_text("Probá de nuevo")
    await expect(visit.replies).to_have_text([WHOLE, WHOLE], timeout=15_000)
    await expect(visit.page.get_by_role("alert")).to_be_hidden()
    assert [request.words for request in llm.requests] == ["uno", "dos"]
