"""shared/store/sessions.py: the door, places in the queue, and forgetting for good."""

from __future__ import annotations

import pytest

from shared.errors import LeaseLost, Refusal
from shared.store.turn import Word
from tests.support.store_kit import Clock, Kit, everything, person

ANA, LUZ, SOL, TEO = (person(name) for name in ("ana", "luz", "sol", "teo"))


async def test_users_are_numbered(kit: Kit) -> None:
    """Every new session gets the next number, whatever its address."""
    assert await kit.edge().admit(ANA, "10.0.0.1") == 1
    assert await kit.edge().admit(LUZ, "10.0.0.2") == 2


async def test_a_session_keeps_its_number(kit: Kit) -> None:
    """A second connection to a session in which nothing was said yet opens no new one."""
    edge = kit.edge(new_sessions_per_ip=1)
    assert await edge.admit(ANA, "10.0.0.1") == await edge.admit(ANA, "10.0.0.1") == 1
    assert not (await edge.resume(ANA, None)).exists, "nothing was said"


async def test_new_sessions_of_an_address_are_limited(kit: Kit, clock: Clock) -> None:
    """So many a minute over all edges; refused ones neither count nor get a number."""
    edge, other = kit.edge(new_sessions_per_ip=2), kit.edge(new_sessions_per_ip=2)
    await edge.admit(ANA, "10.0.0.1")
    clock.advance(20_000)
    await other.admit(LUZ, "10.0.0.1")
    for expected in (40.0, 30.0):
        with pytest.raises(Refusal) as caught:
            await edge.admit(SOL, "10.0.0.1")
        assert (caught.value.code, caught.value.retry_after) == ("too_many_sessions", expected)
        clock.advance(10_000)
    clock.advance(19_999)
    with pytest.raises(Refusal):
        await edge.admit(SOL, "10.0.0.1")
    clock.advance(1)
    assert await edge.admit(SOL, "10.0.0.1") == 3


async def test_one_address_does_not_close_the_door_to_another(kit: Kit) -> None:
    """Each address has its own allowance."""
    edge = kit.edge(new_sessions_per_ip=1)
    await edge.admit(ANA, "10.0.0.1")
    with pytest.raises(Refusal):
        await edge.admit(LUZ, "10.0.0.1")
    await edge.admit(LUZ, "10.0.0.2")


async def test_addresses_are_not_stored(kit: Kit) -> None:
    """Where people write from is kept as a digest only."""
    await kit.edge().admit(ANA, "203.0.113.77")
    assert all(b"203.0.113.77" not in key + value for key, value in everything(kit.raw))


async def test_places_count_who_is_before(kit: Kit, clock: Clock) -> None:
    """Waiting sessions are numbered from 1; who is being answered, or is not there, has place 0."""
    for sid in (ANA, LUZ, SOL):
        await kit.say(sid)
        clock.advance(1)
    assert await kit.edge().places([SOL, ANA, LUZ, TEO]) == [3, 1, 2, 0]
    await kit.take_one()
    assert await kit.edge().places([ANA, LUZ, SOL]) == [0, 1, 2]
    assert await kit.edge().places([]) == []


async def test_danger_has_the_first_place(kit: Kit, clock: Clock) -> None:
    """The head of the line is what people are told, too."""
    await kit.say(ANA)
    clock.advance(1)
    await kit.say(LUZ, danger=True)
    assert await kit.edge().places([ANA, LUZ]) == [2, 1]


async def test_erase_leaves_no_key_but_the_limiters(kit: Kit) -> None:
    """Everything with the session's id in its name goes, in the middle of a busy conversation."""
    for name in "abc":
        await kit.say(ANA, id=name, country="AR")
    await kit.settle(await kit.take_one())
    turn = await kit.take_one()
    await kit.worker().append(turn, 1, 0, "Te leo")
    parts = {"log", "turn", "pend", "spoken", "part", "seen", "rate"}
    assert kit.keys_of(ANA) == {f"s:{ANA}:{part}" for part in parts} | {f"arq:job:{ANA}"}
    await kit.edge().erase(ANA, "c1")
    assert kit.keys_of(ANA) == {f"s:{ANA}:rate"}
    assert kit.raw.zcard("arq:queue") == kit.raw.zcard("llm:permits") == 0


async def test_erase_keeps_the_others(kit: Kit) -> None:
    """Nobody else's words, turn or place are touched."""
    await kit.say(LUZ)
    await kit.take_one()
    before = {(key, value) for key, value in everything(kit.raw) if key != b"arq:wake"}
    await kit.say(ANA)
    await kit.edge().erase(ANA, "c1")
    left = {(key, value) for key, value in everything(kit.raw) if key != b"arq:wake"}
    assert {(key, value) for key, value in left if not key.endswith(f"{ANA}:rate".encode())} == before


async def test_erase_fences_the_worker(kit: Kit) -> None:
    """Who was answering finds out through its control list, and can write nothing any more."""
    await kit.say(ANA)
    turn = await kit.take_one(name="w7")
    await kit.edge().erase(ANA, "c1")
    assert kit.raw.lrange("worker:w7", 0, -1) == [ANA.encode()]
    worker = kit.worker("w7")
    assert await worker.append(turn, 1, 0, "tarde") is Word.LOST
    assert await worker.renew([turn]) == [Word.LOST]
    await worker.give_back(turn)
    with pytest.raises(LeaseLost):
        await kit.settle(turn)
    assert kit.keys_of(ANA) == {f"s:{ANA}:rate"}
    assert kit.raw.zcard("arq:queue") == 0


async def test_a_worker_from_before_the_erase_cannot_write_after_it(kit: Kit) -> None:
    """A new life of the session has fences of its own."""
    await kit.say(ANA)
    old = await kit.take_one()
    await kit.edge().erase(ANA, "c1")
    await kit.say(ANA, id="nuevo")
    new = await kit.take_one()
    with pytest.raises(LeaseLost):
        await kit.settle(old)
    await kit.settle(new)
    assert kit.logged(ANA) == [("u", "nuevo", 1), ("r", "nuevo", 1)]


async def test_erasing_is_no_way_around_the_limiter(kit: Kit) -> None:
    """The short window stays."""
    await kit.say(ANA, rate_max_messages=1)
    await kit.edge().erase(ANA, "c1")
    with pytest.raises(Refusal):
        await kit.say(ANA, rate_max_messages=1)


async def test_erase_frees_the_permit_for_who_waits(kit: Kit) -> None:
    """Somebody is woken for the freed place."""
    await kit.say(ANA)
    await kit.take_one(max_in_flight=1)
    await kit.say(LUZ)
    await kit.take(max_in_flight=1)
    assert not kit.raw.exists("arq:wake")
    await kit.edge().erase(ANA, "c1")
    assert kit.raw.llen("arq:wake") == 1
    assert (await kit.take_one(max_in_flight=1)).sid == LUZ


async def test_erase_is_told_to_all_connections(kit: Kit) -> None:
    """The live channel says who erased, outside the session's count; again is no error."""
    with kit.raw.pubsub() as listener:
        listener.subscribe(f"s:{ANA}:live")
        assert listener.get_message(timeout=5)
        for _ in range(2):
            await kit.edge().erase(ANA, "c9")
            message = listener.get_message(timeout=5)
            assert message is not None
            assert message["data"] == b"0 e - 0 c9 "


async def test_ping(kit: Kit) -> None:
    """A store that is there says so."""
    assert await kit.edge().ping()
