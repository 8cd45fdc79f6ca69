"""shared/store: words and tokens stay inside (I8), and everything has an end (I9)."""

from __future__ import annotations

from collections.abc import Iterable

import redis

from shared.ids import SessionId, Token, session_id
from shared.protocol import Delta
from shared.seal import make_seal
from tests.support.store_kit import Kit, everything, reply_to

DATA_KEY = "MDEyMzQ1Njc4OWFiY2RlZjAxMjM0NTY3ODlhYmNkZWY"
TOKEN = Token("c2VjcmV0LXRva2VuLW9mLWFuYS1mb3ItdGhlLXRlc3Q")
ANA = session_id(TOKEN)
ADDRESS = "203.0.113.77"


async def busy(kit: Kit, sid: SessionId) -> None:
    """Do everything that writes, and leave something in every kind of key."""
    edge, worker = kit.edge(), kit.worker("w1", lease_seconds=5)
    await edge.admit(sid, ADDRESS)
    for name in "abcd":
        await kit.say(sid, f"canario-dicho {name}", id=f"canario-id-{name}", country="AR")
    turn = (await worker.claim(1)).turns[0]
    await worker.append(turn, 1, 0, "canario-pieza")
    await worker.renew([turn])
    last = Delta(turn.question.id, 1, 13, "canario-final")
    await worker.settle(turn, reply_to(turn, "canario-pieza canario-final"), hungry=False, last=last)
    turn = (await worker.claim(1)).turns[0]
    await worker.append(turn, 1, 0, "canario-otra")
    await edge.stop(sid, "canario-id-c")
    await edge.stop(sid, None)
    await worker.beat("host")
    await worker.nudge()
    await kit.say(session_id(Token("x" * 43)), "canario-de-luz", id="canario-id-luz")
    given_back = (await worker.claim(1)).turns[0]
    await worker.give_back(given_back, delay=30, gate=30)
    await worker.nudge()


def found(needles: Iterable[str], haystack: Iterable[bytes]) -> set[str]:
    """Return what was found where it must not be."""
    hay = b"\n".join(haystack)
    return {needle for needle in needles if needle.encode() in hay}


def left(raw: redis.Redis, key: bytes) -> int:
    """Return the milliseconds a key has left, -1 for one without an end."""
    ttl = raw.pttl(key)
    assert isinstance(ttl, int)
    return ttl


async def test_every_key_has_an_end(kit: Kit, raw: redis.Redis) -> None:
    """After a busy scene there is no key without a time to live."""
    await busy(kit, ANA)
    keys = set(raw.scan_iter(count=1000))
    kinds = {key.decode().split(":")[0] for key in keys}
    assert {"s", "arq", "llm", "users", "door", "worker"} <= kinds
    assert {key for key in keys if left(raw, key) <= 0} == set()


async def test_a_first_message_leaves_no_key_for_ever(kit: Kit, raw: redis.Redis) -> None:
    """Each operation alone, not only all of them together."""
    await kit.say(ANA)
    assert {key for key in raw.scan_iter() if left(raw, key) <= 0} == set()


async def test_a_nudge_alone_leaves_no_key_for_ever(kit: Kit, raw: redis.Redis) -> None:
    """Also when the wake list was empty."""
    await kit.worker().nudge()
    assert left(raw, b"arq:wake") > 0


async def test_a_session_lives_from_its_last_event_on(kit: Kit, raw: redis.Redis) -> None:
    """Message and reply both renew the life of all of a session's keys."""
    keys = [f"s:{ANA}:{part}".encode() for part in ("log", "turn", "spoken", "seen")]
    await kit.say(ANA)
    await kit.settle(await kit.take_one())
    await kit.say(ANA, session_ttl_seconds=500)
    assert all(499_000 < left(raw, key) <= 500_000 for key in keys)
    await kit.settle(await kit.take_one())
    assert all(left(raw, key) > 1_000_000 for key in keys)


async def test_sealed_words_are_nowhere(kit: Kit, raw: redis.Redis) -> None:
    """With DATA_KEY neither words nor client's ids are in any key, value or published event."""
    kit.seal = make_seal(DATA_KEY)
    published = await listened(kit, raw)
    stored = [key + b"=" + value for key, value in everything(raw)]
    assert len(stored) > 40
    assert len(published) > 8
    assert found(["canario", "hola", DATA_KEY], stored + published) == set()
    assert found(["canario"], [raw.dump(key) or b"" for key in raw.scan_iter()]) == set()


async def test_the_search_finds_what_is_not_sealed(kit: Kit, raw: redis.Redis) -> None:
    """Without DATA_KEY the same search finds the words: it is able to."""
    published = await listened(kit, raw)
    stored = [value for _, value in everything(raw)]
    for heap in (stored, published):
        assert found(["canario-dicho", "canario-pieza"], heap) == {"canario-dicho", "canario-pieza"}


async def test_tokens_and_addresses_are_nowhere(kit: Kit, raw: redis.Redis) -> None:
    """With or without DATA_KEY only digests of them get out."""
    published = await listened(kit, raw)
    stored = [key + b"=" + value for key, value in everything(raw)]
    assert found([TOKEN, ADDRESS], stored + published) == set()
    assert found([ANA], stored) == {ANA}


async def listened(kit: Kit, raw: redis.Redis) -> list[bytes]:
    """Play the busy scene and return all that was published meanwhile."""
    published = []
    with raw.pubsub() as listener:
        listener.psubscribe("*")
        assert listener.get_message(timeout=5)
        await busy(kit, ANA)
        raw.publish("end", b"end")
        while (message := listener.get_message(timeout=5)) is not None and message["channel"] != b"end":
            published.append(message["channel"] + b" " + message["data"])
    return published


async def test_sealed_and_open_again(kit: Kit) -> None:
    """Everything that is read back through the operations is what was said."""
    kit.seal = make_seal(DATA_KEY)
    await kit.say(ANA, "me siento solo", id="a")
    await kit.say(ANA, "¿estás?", id="b")
    await kit.settle(await kit.take_one(), "te leo")
    turn = await kit.take_one()
    assert turn.question.text == "¿estás?"
    assert [said.text for said in turn.spoken] == ["me siento solo", "te leo"]
    await kit.worker().append(turn, 1, 0, "aquí ")
    await kit.worker().append(turn, 1, 5, "estoy")
    page = await kit.edge().resume(ANA, None)
    assert page.running == Delta("b", 1, 0, "aquí estoy")
    assert [b"te leo" in entry.body for entry in page.entries] == [False, False, True]
    await kit.worker().give_back(turn, delay=60)
    assert await kit.edge().stop(ANA, None)
    assert b"aqu\xc3\xad estoy" in (await kit.edge().resume(ANA, None)).entries[-1].body
