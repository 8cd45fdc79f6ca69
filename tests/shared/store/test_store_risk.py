"""shared/store/lua/risk_common.lua: what words told of danger is remembered, they are not."""

from __future__ import annotations

import itertools
from typing import Any, cast

import pytest

from shared.crisis import VERSION, Assessment, Level
from shared.errors import LeaseLost
from shared.store.turn import Turn
from tests.support.store_kit import Kit, everything, of_another, person, reply_to

ANA, LUZ = person("ana"), person("luz")
DANGERS = sorted((level for level in Level if level.crisis), key=lambda level: level.rank)
MEMORY = ("risk", "risk_rules", "risk_version", "risk_since", "safe", "risk_was")


def stored(kit: Kit) -> list[bytes | None]:
    """Return the fields of MEMORY as they lie in the store."""
    return list(cast(Any, kit.raw).hmget(f"s:{ANA}:turn", *MEMORY))


def left_ms(kit: Kit) -> int:
    """Return how long the memory still lives."""
    return int(cast(Any, kit.raw).pttl(f"s:{ANA}:turn"))


async def seen(kit: Kit) -> Turn:
    """Return the next turn as a worker sees it, and settle it."""
    turn = await kit.take_one()
    await kit.settle(turn)
    return turn


async def remembered(kit: Kit) -> tuple[Level, Level, int]:
    """Return risk, earlier risk and first message of the risk after all that was said, by a calm message."""
    for _ in range(cast(Any, kit.raw).llen(f"s:{ANA}:pend")):
        await seen(kit)
    await kit.say(ANA)
    turn = await seen(kit)
    return turn.risk, turn.was, turn.since


@pytest.mark.parametrize("level", DANGERS)
async def test_risk_rises_at_once(kit: Kit, level: Level) -> None:
    """The turn of the message that tells of it knows it, and every later one."""
    await kit.say(ANA, level=level)
    first = await seen(kit)
    assert (first.risk, first.was, first.since) == (level, Level.NONE, 1)
    assert await remembered(kit) == (level, Level.NONE, 1)


async def test_without_danger_there_is_nothing_to_remember(kit: Kit) -> None:
    """Nor of another person's."""
    await kit.say(LUZ, level=Level.IDEATION)
    await seen(kit)
    assert await remembered(kit) == (Level.NONE, Level.NONE, 0)


@pytest.mark.parametrize(("first", "second"), [*itertools.product(DANGERS, DANGERS)])
async def test_the_gravest_danger_stays(kit: Kit, first: Level, second: Level) -> None:
    """Equal or lesser danger lowers nothing; the risk still began with its first message."""
    await kit.say(ANA, level=first)
    await kit.say(ANA, level=second)
    assert await remembered(kit) == (max(first, second, key=lambda level: level.rank), Level.NONE, 1)


async def test_two_safe_answers_bring_it_down(kit: Kit) -> None:
    """Then only an earlier risk is left, which the next turns know as `was`."""
    await kit.say(ANA, level=Level.SELF_HARM)
    await kit.say(ANA, safe=True)
    assert await remembered(kit) == (Level.SELF_HARM, Level.NONE, 1)
    await kit.say(ANA, safe=True)
    assert await remembered(kit) == (Level.NONE, Level.SELF_HARM, 0)


async def test_the_turn_of_the_second_safe_answer_knows_that_it_came_down(kit: Kit) -> None:
    """Its reply need not recite the block any more."""
    await kit.say(ANA, level=Level.IDEATION)
    for _ in range(2):
        await kit.say(ANA, safe=True)
    for _ in range(2):
        await seen(kit)
    last = await seen(kit)
    assert (last.risk, last.was) == (Level.NONE, Level.IDEATION)


async def test_ordinary_messages_bring_nothing_down(kit: Kit) -> None:
    """A change of subject is no answer, and does not undo one either."""
    await kit.say(ANA, level=Level.IDEATION)
    for _ in range(5):
        await kit.say(ANA)
    assert await remembered(kit) == (Level.IDEATION, Level.NONE, 1)
    await kit.say(ANA, safe=True)
    await kit.say(ANA)
    assert await remembered(kit) == (Level.IDEATION, Level.NONE, 1)
    await kit.say(ANA, safe=True)
    assert await remembered(kit) == (Level.NONE, Level.IDEATION, 0)


@pytest.mark.parametrize("again", DANGERS)
async def test_danger_in_between_starts_the_count_over(kit: Kit, again: Level) -> None:
    """Lesser danger too: two safe answers after the last sign of it."""
    await kit.say(ANA, level=Level.IDEATION)
    await kit.say(ANA, safe=True)
    await kit.say(ANA, level=again)
    await kit.say(ANA, safe=True)
    risk, was, _ = await remembered(kit)
    assert (risk.crisis, was) == (True, Level.NONE)
    await kit.say(ANA, safe=True)
    risk, was, _ = await remembered(kit)
    assert (risk, was.crisis) == (Level.NONE, True)


async def test_a_relapse_is_a_risk_that_begins_anew(kit: Kit) -> None:
    """Also at a lesser level than the one before; safe answers of the first time count no more."""
    await kit.say(ANA, level=Level.IMMINENT)
    for _ in range(2):
        await kit.say(ANA, safe=True)
    await kit.say(ANA, level=Level.VICTIM)
    await kit.say(ANA, safe=True)
    assert await remembered(kit) == (Level.VICTIM, Level.IMMINENT, 4)


async def test_safe_answers_in_a_calm_talk_are_not_saved_up(kit: Kit) -> None:
    """They answer nothing: risk that comes later needs two of its own."""
    for _ in range(3):
        await kit.say(ANA, safe=True)
    await kit.say(ANA, level=Level.IDEATION)
    await kit.say(ANA, safe=True)
    assert await remembered(kit) == (Level.IDEATION, Level.NONE, 4)


async def test_a_message_sent_twice_counts_once(kit: Kit) -> None:
    """The same safe answer, repeated by a client or by an edge whose answer was lost, is one answer."""
    await kit.say(ANA, level=Level.IDEATION)
    await kit.say(ANA, id="s", safe=True, nonce="n1")
    assert (await kit.say(ANA, id="s", safe=True, nonce="n2")).duplicate
    assert not (await kit.say(ANA, id="s", safe=True, nonce="n1")).duplicate
    assert await remembered(kit) == (Level.IDEATION, Level.NONE, 1)


async def test_the_models_opinion_joins_the_memory(kit: Kit) -> None:
    """What `settle` brings is known to the next turn, and begins with the message it was said of."""
    await kit.say(ANA)
    await kit.say(ANA)
    await seen(kit)
    turn = await kit.take_one()
    raised = Assessment(Level.SELF_HARM, ("model.tag",))
    await kit.worker().settle(turn, reply_to(turn), hungry=True, raised=raised)
    assert await remembered(kit) == (Level.SELF_HARM, Level.NONE, 2)
    assert stored(kit)[1:3] == [b"model.tag", VERSION.encode()]


async def test_an_opinion_lowers_nothing_and_a_calm_one_is_none(kit: Kit) -> None:
    """Neither lesser danger nor a level without danger."""
    await kit.say(ANA, level=Level.IDEATION)
    for level in (Level.THIRD_PARTY, Level.PAST, Level.NONE):
        await kit.say(ANA)
        turn = await kit.take_one()
        await kit.worker().settle(turn, reply_to(turn), hungry=True, raised=Assessment(level))
    assert await remembered(kit) == (Level.IDEATION, Level.NONE, 1)


async def test_a_worker_that_lost_the_turn_raises_nothing(kit: Kit) -> None:
    """Settle is fenced, its memory too."""
    await kit.say(ANA)
    turn = await kit.take_one()
    with pytest.raises(LeaseLost):
        await kit.worker().settle(
            of_another(turn), reply_to(turn), hungry=True, raised=Assessment(Level.IDEATION)
        )
    assert stored(kit) == [None] * len(MEMORY)


async def test_level_rules_and_version_are_stored_and_no_word(kit: Kit) -> None:
    """The sealed log holds the words; the memory beside it none of them."""
    await kit.say(ANA, "canario canela", level=Level.IDEATION)
    await kit.say(ANA, "canario seguro", safe=True)
    risk, rules, version, since, safe, was = stored(kit)
    assert (risk, rules, version) == (b"ideation", b"rule.one", VERSION.encode())
    assert (since, safe, was) == (b"1", b"1", None)
    holding = {key for key, value in everything(kit.raw) if b"canario" in value}
    assert holding == {f"s:{ANA}:log".encode()}


async def test_erase_forgets_it(kit: Kit) -> None:
    """Risk, earlier risk and count: whoever begins again is a stranger."""
    await kit.say(ANA, level=Level.IMMINENT)
    await kit.say(ANA, safe=True)
    await kit.edge().erase(ANA, "c1")
    assert stored(kit) == [None] * len(MEMORY)
    await kit.say(ANA, safe=True)
    turn = await kit.take_one()
    assert (turn.risk, turn.was, turn.since) == (Level.NONE, Level.NONE, 0)


async def test_it_lives_as_long_as_the_session(kit: Kit) -> None:
    """No longer: it lies in a key that expires with the others, and each message renews it."""
    await kit.say(ANA, level=Level.IDEATION, session_ttl_seconds=100)
    assert 0 < left_ms(kit) <= 100_000
    await kit.say(ANA, safe=True, session_ttl_seconds=500)
    assert 100_000 < left_ms(kit) <= 500_000


async def test_another_worker_that_takes_over_knows_it(kit: Kit) -> None:
    """The memory is the store's, not the worker's."""
    await kit.say(ANA, level=Level.VICTIM)
    dead = await kit.take_one()
    kit.raw.zadd("arq:queue", {ANA: 1})
    again = await kit.take_one()
    assert again.fence != dead.fence
    assert (again.risk, again.since) == (Level.VICTIM, 1)
