"""shared/store/sessions.py: what `submit` accepts, once, and what it refuses."""

from __future__ import annotations

import asyncio

import pytest
import redis

from shared.errors import Refusal
from shared.ids import message_key, parse_offset
from tests.support.store_kit import Clock, Kit, everything, patch_scripts, person

ANA, LUZ, SOL = person("ana"), person("luz"), person("sol")


async def refused(kit: Kit, **said: object) -> Refusal:
    """Say something as Ana that is refused."""
    with pytest.raises(Refusal) as caught:
        await kit.say(ANA, **said)
    return caught.value


async def test_a_message_gets_a_place_a_number_and_its_user(kit: Kit) -> None:
    """The answer tells where the message lies, which one it is, and whose."""
    first, second = await kit.say(ANA), await kit.say(ANA)
    assert parse_offset(first.offset)
    assert second.offset > first.offset
    assert [(s.number, s.user, s.duplicate) for s in (first, second)] == [(1, 17, False), (2, 17, False)]


async def test_numbers_count_in_each_session(kit: Kit) -> None:
    """Another person's messages start at one."""
    await kit.say(ANA)
    assert (await kit.say(LUZ)).number == 1


async def test_the_same_id_is_the_first_message_again(kit: Kit) -> None:
    """A repeated id is a duplicate: same place, same number, nothing stored."""
    first = await kit.say(ANA, "uno", id="a")
    await kit.say(ANA, "dos", id="b")
    again = await kit.say(ANA, "otra cosa", id="a")
    assert (again.offset, again.number, again.duplicate) == (first.offset, first.number, True)
    assert kit.logged(ANA) == [("u", "a", 1), ("u", "b", 2)]


async def test_an_id_is_only_its_sessions_own(kit: Kit) -> None:
    """Two people may choose the same id."""
    await kit.say(ANA, id="a")
    assert not (await kit.say(LUZ, id="a")).duplicate


async def test_our_own_repeat_is_no_duplicate(kit: Kit) -> None:
    """The same nonce is a call whose answer was lost: it answers as the first one would have."""
    first = await kit.say(ANA, id="a", nonce="n1")
    assert await kit.say(ANA, id="a", nonce="n1") == first
    assert len(kit.logged(ANA)) == 1


async def test_a_duplicate_passes_every_limit(kit: Kit) -> None:
    """What is stored already is acknowledged even when nothing new would be."""
    await kit.say(ANA, id="a")
    full = {"rate_max_messages": 1, "max_pending_per_session": 1, "max_queue_depth": 1}
    assert (await kit.say(ANA, id="a", **full)).duplicate


async def test_simultaneous_repeats_store_one_message(kit: Kit) -> None:
    """The same id from many connections at once is stored once."""
    answers = await asyncio.gather(*(kit.say(ANA, id="a") for _ in range(20)))
    assert sum(not answer.duplicate for answer in answers) == 1
    assert len({answer.offset for answer in answers}) == 1


async def test_old_ids_are_forgotten_in_a_bounded_memory(kit: Kit, monkeypatch: pytest.MonkeyPatch) -> None:
    """The duplicate check remembers the newest ids and no more."""
    patch_scripts(monkeypatch, "SEEN_CAP = 2000", "SEEN_CAP = 3")
    for name in "abcde":
        await kit.say(ANA, id=name)
    assert kit.raw.hlen(f"s:{ANA}:seen") == 2 * 3
    assert (await kit.say(ANA, id="c")).duplicate
    assert not (await kit.say(ANA, id="b")).duplicate


async def test_the_limit_is_exact(kit: Kit, clock: Clock) -> None:
    """So many messages a window and not one more, and the window slides."""
    limit = {"rate_max_messages": 3, "rate_window_seconds": 10}
    for pause in (0, 4000, 1000):
        clock.advance(pause)
        await kit.say(ANA, **limit)
    refusal = await refused(kit, **limit)
    assert (refusal.code, refusal.retry_after) == ("rate_limited", 5.0)
    clock.advance(5000)
    await kit.say(ANA, **limit)
    assert (await refused(kit, **limit)).retry_after == 4.0


async def test_a_moment_before_retry_after_is_too_early(kit: Kit, clock: Clock) -> None:
    """One millisecond less than told is refused, and told that one millisecond."""
    limit = {"rate_max_messages": 1, "rate_window_seconds": 10}
    await kit.say(ANA, **limit)
    clock.advance(9999)
    assert (await refused(kit, **limit)).retry_after == 0.001
    clock.advance(1)
    await kit.say(ANA, **limit)


async def test_refused_attempts_do_not_count(kit: Kit, clock: Clock) -> None:
    """Who keeps trying is not shut out longer."""
    limit = {"rate_max_messages": 1, "rate_window_seconds": 10}
    await kit.say(ANA, **limit)
    for second in range(1, 10):
        clock.advance(1000)
        assert (await refused(kit, **limit)).retry_after == 10 - second
    clock.advance(1000)
    await kit.say(ANA, **limit)


async def test_a_refusal_leaves_nothing_behind(kit: Kit) -> None:
    """A refused message is in no key: neither stored, nor seen, nor counted."""
    await kit.say(ANA, rate_max_messages=1)
    before = sorted(everything(kit.raw))
    await refused(kit, rate_max_messages=1)
    await refused(kit, max_pending_per_session=1)
    assert sorted(everything(kit.raw)) == before


async def test_danger_has_twice_the_allowance(kit: Kit, clock: Clock) -> None:
    """Someone in danger is limited later, and what they said still counts for the rest."""
    limit = {"rate_max_messages": 2, "rate_window_seconds": 10}
    for _ in range(4):
        await kit.say(ANA, danger=True, **limit)
        clock.advance(1000)
    assert (await refused(kit, danger=True, **limit)).retry_after == 6.0
    assert (await refused(kit, **limit)).retry_after == 8.0, "until only one of four is left"


async def test_the_real_clock_ends_the_window(kit: Kit) -> None:
    """Without a test's clock: told in milliseconds, and true after them."""
    limit = {"rate_max_messages": 1, "rate_window_seconds": 0.08}
    await kit.say(ANA, **limit)
    refusal = await refused(kit, **limit)
    assert refusal.retry_after is not None
    assert 0 < refusal.retry_after <= 0.08
    (_, score), *_ = kit.raw.zrange(f"s:{ANA}:rate", 0, 0, withscores=True)
    admitted = score / 1000 + 0.08
    while (now := kit.raw.time()) and now[0] + now[1] / 1e6 < admitted:
        await asyncio.sleep(0.005)
    await kit.say(ANA, **limit)


async def test_too_many_pending(kit: Kit) -> None:
    """Unanswered messages of a session are bounded; danger may have twice as many."""
    limit = {"max_pending_per_session": 2}
    await kit.say(ANA, **limit)
    await kit.say(ANA, **limit)
    assert (await refused(kit, **limit)).code == "too_many_pending"
    await kit.say(ANA, danger=True, **limit)
    await kit.say(ANA, danger=True, **limit)
    assert (await refused(kit, danger=True, **limit)).code == "too_many_pending"


async def test_an_answer_makes_room(kit: Kit) -> None:
    """A settled turn no longer counts as pending."""
    await kit.say(ANA, max_pending_per_session=1)
    await kit.settle(await kit.take_one())
    await kit.say(ANA, max_pending_per_session=1)


async def test_busy(kit: Kit) -> None:
    """A full queue takes no new session, twice as many when one is in danger; who waits may go on."""
    await kit.say(LUZ)
    refusal = await refused(kit, max_queue_depth=1)
    assert refusal.code == "busy"
    assert refusal.retry_after is not None
    assert 1 <= refusal.retry_after <= 120
    await kit.say(LUZ, max_queue_depth=1)
    await kit.say(ANA, danger=True, max_queue_depth=1)
    with pytest.raises(Refusal):
        await kit.say(SOL, danger=True, max_queue_depth=1)


async def test_a_refusal_names_the_message(kit: Kit) -> None:
    """The error frame can say which message it is about, and says nothing of its text."""
    await kit.say(ANA, max_pending_per_session=1)
    refusal = await refused(kit, text="palabras mías", id="x9", max_pending_per_session=1)
    assert refusal.id == "x9"
    assert "palabras" not in str(refusal) + refusal.message


async def test_ids_are_stored_as_digests_only(kit: Kit, raw: redis.Redis) -> None:
    """The client's id stands in the body alone, which DATA_KEY seals; never in a key or field."""
    await kit.say(ANA, id="mi-secreto")
    found = {key for key, value in everything(raw) if b"mi-secreto" in value}
    assert found == {f"s:{ANA}:log".encode()}
    assert raw.hexists(f"s:{ANA}:seen", message_key("mi-secreto"))


async def test_the_job_holds_the_session_only(kit: Kit, raw: redis.Redis) -> None:
    """arq's job names the function and the session."""
    await kit.say(ANA)
    job = raw.get(f"arq:job:{ANA}")
    assert job == b'{"t":null,"f":"answer","a":["%b"],"k":{},"et":0}' % ANA.encode()


async def test_the_country_is_remembered(kit: Kit) -> None:
    """The country told last stays with the session when a message brings none."""
    await kit.say(ANA, country="AR")
    await kit.say(ANA)
    assert (await kit.take_one()).country == "AR"
