"""The page, frame by frame, against a scripted edge that pauses, cuts and refuses when it is told to."""

from __future__ import annotations

import re
from collections.abc import AsyncIterator

import pytest
from playwright.async_api import expect

from tests.support.fake_edge import FakeEdge
from tests.support.fake_session import HELP
from tests.support.visit import Visit, needs_chromium, visiting

pytestmark = needs_chromium


@pytest.fixture
async def edge() -> AsyncIterator[FakeEdge]:
    """A scripted edge that serves `web/`."""
    edge = FakeEdge()
    await edge.start()
    yield edge
    await edge.close()


@pytest.fixture
async def visit() -> AsyncIterator[Visit]:
    """A page that must end without a complaint."""
    async with visiting() as visit:
        yield visit


async def test_streams_the_reply_into_the_page(edge: FakeEdge, visit: Visit) -> None:
    """The first words are on the screen while the rest is still being written."""
    edge.hold_after = 2
    await visit.open(edge.page)
    await visit.say("hola")
    await expect(visit.replies).to_have_text("Te escucho:")
    await expect(visit.page.get_by_role("button", name="Detener")).to_be_visible()
    edge.release()
    await expect(visit.replies).to_have_text("Te escucho: hola")
    await expect(visit.page.get_by_role("button", name="Detener")).to_be_hidden()
    await expect(visit.page.get_by_role("status")).to_have_text("PsicoIA: Te escucho: hola")


async def test_counts_offsets_in_code_points(edge: FakeEdge, visit: Visit) -> None:
    """Words behind an emoji land in their place, and a higher attempt starts the text over."""
    delta = {"type": "delta", "attempt": 1, "at": 0}
    edge.answers["hoja"] = [
        {**delta, "text": "🌿🌿"},
        {**delta, "at": 2, "text": " brota"},
        {**delta, "attempt": 2, "text": "👩‍👧 acá"},
        {**delta, "attempt": 1, "at": 8, "text": " vieja"},
        {**delta, "attempt": 2, "at": 7, "text": " estoy"},
        "!",
    ]
    edge.hold_after = 5
    await visit.open(edge.page)
    await visit.say("hoja")
    await expect(visit.replies).to_have_text("👩‍👧 acá estoy")
    edge.release()
    await expect(visit.replies).to_have_text("👩‍👧 acá estoy!")


async def test_shows_the_talk_again_after_a_reload_in_the_middle_of_an_answer(
    edge: FakeEdge, visit: Visit
) -> None:
    """A reload brings the history and the reply being written, which then goes on."""
    await visit.open(edge.page)
    await visit.say("primero")
    await expect(visit.replies).to_have_text("Te escucho: primero")
    edge.hold_after = 2
    await visit.say("segundo")
    await expect(visit.replies.nth(1)).to_have_text("Te escucho:")
    await visit.page.reload()
    await visit.online()
    await expect(visit.users).to_have_text(["primero", "segundo"])
    await expect(visit.replies).to_have_text(["Te escucho: primero", "Te escucho:"])
    edge.release()
    await expect(visit.replies).to_have_text(["Te escucho: primero", "Te escucho: segundo"])
    assert len(edge.sessions) == 1
    assert "since" not in edge.received[-1]


async def test_survives_a_cut_in_the_middle_of_an_answer(edge: FakeEdge, visit: Visit) -> None:
    """The edge dies and comes back: the reply is there once and whole, asked for from the last offset."""
    await visit.open(edge.page)
    await visit.say("uno")
    await expect(visit.replies).to_have_text("Te escucho: uno")
    edge.hold_after = 1
    await visit.say("dos y tres")
    await expect(visit.replies.nth(1)).to_have_text("Te")
    await edge.stop()
    await visit.offline()
    edge.release()
    await edge.start()
    await expect(visit.replies).to_have_text(["Te escucho: uno", "Te escucho: dos y tres"])
    await expect(visit.users).to_have_text(["uno", "dos y tres"])
    assert edge.received[-1]["type"] == "hello"
    assert edge.received[-1]["since"] == edge.sessions[edge.received[-1]["session"]].log[1]["offset"]


@pytest.mark.parametrize("stored", [True, False])
async def test_sends_again_with_the_same_id_what_was_not_acknowledged(
    edge: FakeEdge, visit: Visit, stored: bool
) -> None:
    """A message that was lost with the connection, or whose ack was, is shown once and answered once."""
    (edge.cut_before_ack if stored else edge.cut_before_store).add("te cuento algo")
    await visit.open(edge.page)
    await visit.say("te cuento algo")
    await expect(visit.replies).to_have_text(["Te escucho: te cuento algo"])
    await visit.online()
    await expect(visit.users).to_have_text(["te cuento algo"])
    await expect(visit.page.get_by_text("enviando…")).to_have_count(0)
    (session,) = edge.sessions.values()
    assert [event["type"] for event in session.log] == ["user", "reply"]
    assert len({frame["id"] for frame in edge.received if frame["type"] == "message"}) == 1


async def test_keeps_what_is_written_offline_over_a_reload(edge: FakeEdge, visit: Visit) -> None:
    """Words written while the edge is away are sent when it is back, in order, even after a reload."""
    await visit.open(edge.page)
    await visit.say("antes")
    await expect(visit.replies).to_have_text("Te escucho: antes")
    await edge.stop()
    await expect(visit.page.get_by_role("alert")).to_contain_text("Sin conexión")
    await visit.say("uno")
    await visit.say("dos")
    await expect(visit.page.get_by_text("enviando…")).to_have_count(2)
    await edge.start()
    await visit.page.reload()
    await expect(visit.users).to_have_text(["antes", "uno", "dos"])
    await expect(visit.replies).to_have_text(["Te escucho: antes", "Te escucho: uno", "Te escucho: dos"])
    assert [frame["text"] for frame in edge.received if frame["type"] == "message"] == ["antes", "uno", "dos"]


async def test_shows_markup_as_text(edge: FakeEdge, visit: Visit) -> None:
    """HTML, scripts and odd links in words of either side are shown, never run."""
    evil = "<img src=x onerror=alert(1)><script>alert(2)</script> [a](javascript:alert(3)) <b>no</b>"
    edge.answers[evil] = [evil]
    dialogs: list[str] = []
    visit.page.on("dialog", lambda dialog: dialogs.append(dialog.message))
    await visit.open(edge.page)
    await visit.say(evil)
    await expect(visit.replies).to_have_text(evil)
    await expect(visit.users).to_have_text(evil)
    assert await visit.page.locator(".message img, .message script, .message a, .message b").count() == 0
    assert dialogs == []


async def test_shows_help_as_a_card_to_tap(edge: FakeEdge, visit: Visit) -> None:
    """Resources are an alert with telephone links, and only https addresses become links."""
    odd = {"name": "Otra", "kind": "directory", "url": "javascript:alert(1)"}
    edge.answers["ayuda"] = [{**HELP, "items": [*HELP["items"], odd]}, "Acá estoy."]
    await visit.open(edge.page)
    await visit.say("ayuda")
    card = visit.card
    await expect(card).to_contain_text("Línea 135")
    await expect(card.get_by_role("link", name="135")).to_have_attribute("href", "tel:135")
    await expect(card.get_by_role("link")).to_have_count(2)
    await expect(visit.replies).to_have_text("Acá estoy.")


async def test_stop_keeps_what_was_shown(edge: FakeEdge, visit: Visit) -> None:
    """The stop button ends the reply being written with the text it has, and the composer stays free."""
    edge.hold_after = 2
    await visit.open(edge.page)
    await visit.say("una historia muy larga")
    await expect(visit.replies).to_have_text("Te escucho:")
    await visit.page.get_by_role("button", name="Detener").click()
    await expect(visit.page.get_by_text("(detenido)")).to_be_visible()
    await expect(visit.replies).to_have_text("Te escucho:")
    edge.release()
    await visit.say("sigo acá")
    await expect(visit.replies.nth(1)).to_have_text("Te escucho: sigo acá")


async def test_waits_out_a_refusal_and_sends_again(edge: FakeEdge, visit: Visit) -> None:
    """A refusal that passes is explained, and the message goes again by itself with the same id."""
    error = {"code": "rate_limited", "message": "Vas muy rápido: esperá un momento.", "retry_after": 0.3}
    edge.refusals["apurado"] = [error]
    await visit.open(edge.page)
    await visit.say("apurado")
    await expect(visit.page.get_by_role("alert")).to_have_text("Vas muy rápido: esperá un momento.")
    await expect(visit.replies).to_have_text("Te escucho: apurado")
    await expect(visit.page.get_by_role("alert")).to_be_hidden()
    sent = [frame["id"] for frame in edge.received if frame["type"] == "message"]
    assert len(sent) == 2
    assert len(set(sent)) == 1


async def test_says_which_message_failed_for_good(edge: FakeEdge, visit: Visit) -> None:
    """A message that can never be accepted is marked, and is not sent again after a reload."""
    edge.refusals["mal"] = [{"code": "too_long", "message": "El mensaje es muy largo."}]
    await visit.open(edge.page)
    await visit.say("mal")
    await expect(visit.page.get_by_text("no se pudo enviar")).to_be_visible()
    await visit.page.reload()
    await visit.online()
    await expect(visit.users).to_have_count(0)


async def test_obeys_reconnect(edge: FakeEdge, visit: Visit) -> None:
    """An edge that is going away is left, and the talk goes on over a new connection."""
    await visit.open(edge.page)
    edge.tell({"type": "reconnect", "after_ms": 50})
    await visit.offline()
    await visit.online()
    assert [frame["type"] for frame in edge.received] == ["hello", "hello"]
    await visit.say("hola")
    await expect(visit.replies).to_have_text("Te escucho: hola")


async def test_shows_what_another_connection_says_and_forgets_what_is_erased(
    edge: FakeEdge, visit: Visit
) -> None:
    """Messages of another device appear, and an erasure empties the talk everywhere."""
    await visit.open(edge.page)
    edge.tell({"type": "user", "id": "otro", "text": "desde el teléfono", "offset": "7-0"})
    await expect(visit.users).to_have_text("desde el teléfono")
    edge.tell({"type": "queued", "id": "otro", "position": 3})
    await expect(visit.page.get_by_text("En cola: 3.º")).to_be_visible()
    edge.tell({"type": "erased"})
    await expect(visit.users).to_have_count(0)
    await expect(visit.page.get_by_text("Se borró toda la conversación.")).to_be_visible()


async def test_enter_sends_and_shift_enter_breaks(edge: FakeEdge, visit: Visit) -> None:
    """Shift+Enter makes a line break, Enter sends both lines as they are."""
    await visit.open(edge.page)
    box = visit.composer
    await box.press_sequentially("una")
    await box.press("Shift+Enter")
    await box.press_sequentially("dos")
    await box.press("Enter")
    await expect(visit.replies).to_have_text(re.compile("una\ndos"))
    await expect(box).to_have_value("")


async def test_refuses_a_message_that_is_too_long_before_sending(edge: FakeEdge, visit: Visit) -> None:
    """The words stay in the composer; the limit counts code points."""
    await visit.open(edge.page)
    await visit.say("🌿" * 4001)
    await expect(visit.page.get_by_role("alert")).to_contain_text("4000")
    await expect(visit.composer).to_have_value("🌿" * 4001)
    assert [frame["type"] for frame in edge.received] == ["hello"]
    await visit.say("🌿" * 4000)
    await expect(visit.replies).to_have_count(1)


async def test_nothing_the_page_names_is_missing(edge: FakeEdge, visit: Visit) -> None:
    """Every file the page and the help page ask for exists, and the help page holds no script."""
    missing: list[str] = []
    visit.page.on(
        "response", lambda response: missing.append(response.url) if response.status >= 400 else None
    )
    await visit.open(edge.page)
    await visit.page.get_by_role("link", name="Ayuda urgente").click()
    await expect(visit.page.get_by_role("heading", level=1)).to_have_text("Ayuda urgente")
    await expect(visit.page.get_by_role("link", name="findahelpline.com")).to_be_visible()
    assert await visit.page.locator("script").count() == 0
    await visit.page.get_by_role("link", name="Volver").click()
    await visit.online()
    assert "/icon.svg" in edge.requests
