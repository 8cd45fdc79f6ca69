"""shared/store/sessions.py: what a connection that comes back is given."""

from __future__ import annotations

import pytest

from shared.ids import Offset
from shared.protocol import Delta, read_body
from shared.store.events import parse_event
from shared.store.sessions import PAGE_EVENTS
from tests.support.store_kit import Kit, patch_scripts, person

ANA = person("ana")


async def test_nothing_is_stored(kit: Kit) -> None:
    """An unknown session does not exist."""
    page = await kit.edge().resume(ANA, None)
    assert (page.exists, page.entries, page.seq) == (False, (), 0)


async def test_the_whole_conversation(kit: Kit) -> None:
    """Without `since` everything is given, in the order of the log."""
    first = await kit.say(ANA, "hola", id="a")
    await kit.settle(await kit.take_one(), "te leo")
    page = await kit.edge().resume(ANA, None)
    assert page.exists
    assert (page.user, page.seq, page.cut, page.more, page.running) == (17, 2, "", False, None)
    assert [(entry.kind, entry.number) for entry in page.entries] == [("u", 1), ("r", 1)]
    assert page.entries[0].offset == first.offset < page.entries[1].offset
    assert [getattr(read_body(entry.body), "text", None) for entry in page.entries] == ["hola", "te leo"]


async def test_only_what_came_later(kit: Kit) -> None:
    """With `since` everything after that place is given, and not the place itself."""
    offsets = [(await kit.say(ANA)).offset for _ in range(4)]
    page = await kit.edge().resume(ANA, offsets[1])
    assert [entry.offset for entry in page.entries] == offsets[2:]
    assert (await kit.edge().resume(ANA, offsets[-1])).entries == ()


@pytest.mark.parametrize("since", ["0-0", f"{2**64 - 1}-0", f"{2**64 - 1}-{2**64 - 2}"])
async def test_any_offset_may_be_asked_for(kit: Kit, since: str) -> None:
    """The first and the last place a log could have are places like any other."""
    await kit.say(ANA)
    page = await kit.edge().resume(ANA, Offset(since))
    assert len(page.entries) == (since == "0-0")


async def test_long_conversations_come_in_pages(kit: Kit) -> None:
    """Each page goes on after the one before; the running reply comes with the last."""
    offsets = [(await kit.say(ANA)).offset for _ in range(PAGE_EVENTS * 2 + 7)]
    turn = await kit.take_one()
    await kit.worker().append(turn, 1, 0, "Te leo")
    seen: list[Offset] = []
    since = None
    for more in (True, True, False):
        page = await kit.edge().resume(ANA, since)
        assert page.more is more
        assert (page.running is None) is more
        seen += [entry.offset for entry in page.entries]
        since = seen[-1]
    assert seen == offsets
    assert page.running == Delta(turn.question.id, 1, 0, "Te leo")


async def test_export_yields_every_page(kit: Kit) -> None:
    """`pages` gives all events once, also when the last page is exactly full, and one page of none."""
    assert [page async for page in kit.edge().pages(ANA)] == [()]
    offsets = [(await kit.say(ANA)).offset for _ in range(PAGE_EVENTS * 2)]
    pages = [page async for page in kit.edge().pages(ANA)]
    assert [entry.offset for page in pages for entry in page] == offsets
    assert max(map(len, pages)) == PAGE_EVENTS


async def test_seq_is_the_last_event_the_page_includes(kit: Kit) -> None:
    """Live events go on from the page's seq, without gap or repeat."""
    with kit.raw.pubsub() as listener:
        listener.subscribe(f"s:{ANA}:live")
        assert listener.get_message(timeout=5)
        seen = []
        await kit.say(ANA, "hola qué tal", id="a")
        seen.append((await kit.edge().resume(ANA, None)).seq)
        turn = await kit.take_one()
        for at, text in ((0, "Te "), (3, "leo")):
            await kit.worker().append(turn, 1, at, text)
            seen.append((await kit.edge().resume(ANA, None)).seq)
        await kit.settle(turn)
        seen.append((await kit.edge().resume(ANA, None)).seq)
        events = []
        for _ in seen:
            message = listener.get_message(timeout=5)
            assert message is not None
            events.append(parse_event(message["data"]))
    assert [event.seq for event in events] == seen == [1, 2, 3, 4]
    assert [event.kind for event in events] == ["u", "d", "d", "r"]
    assert [event.number for event in events] == [1, 1, 1, 1]
    assert (events[0].origin, events[3].origin) == ("c1", "-")
    logged = (await kit.edge().resume(ANA, None)).entries
    assert [event.offset for event in events] == [logged[0].offset, "-", "-", logged[1].offset]
    assert [events[0].body, events[3].body] == [entry.body for entry in logged]


async def test_a_long_log_loses_its_beginning_and_says_so(kit: Kit, monkeypatch: pytest.MonkeyPatch) -> None:
    """`cut` is the newest place that is gone: who asks from before it has missed something."""
    patch_scripts(monkeypatch, "LOG_CAP, LOG_STRIDE = 4000, 64", "LOG_CAP, LOG_STRIDE = 6, 3")
    offsets = [(await kit.say(ANA)).offset for _ in range(8)]
    assert (await kit.edge().resume(ANA, None)).cut == "", "within the stride nothing is trimmed"
    offsets.append((await kit.say(ANA)).offset)
    page = await kit.edge().resume(ANA, None)
    assert page.cut == offsets[2]
    assert [entry.offset for entry in page.entries] == offsets[3:]


async def test_each_life_of_a_session_has_its_name(kit: Kit) -> None:
    """`born` stays while the session lives, and seq starts over with a new one."""
    await kit.say(ANA)
    first = await kit.edge().resume(ANA, None)
    await kit.say(ANA)
    assert (await kit.edge().resume(ANA, None)).born == first.born
    await kit.edge().erase(ANA, "c1")
    await kit.say(ANA)
    second = await kit.edge().resume(ANA, None)
    assert second.born != first.born
    assert second.seq == 1
