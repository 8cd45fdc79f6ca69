"""Ten times more people than the model can take: who is heard first, who waits, who is told to come back."""

from __future__ import annotations

import asyncio
from collections.abc import AsyncIterator

import pytest
import pytest_asyncio

from shared.crisis import assess
from shared.embedded import EmbeddedStore
from tests.support.clients import JsonClient, People
from tests.support.cluster import Node
from tests.support.fake_llm import FakeLlm
from tests.support.llm_reply import Reply
from tests.support.stage import Stage, staged

pytestmark = pytest.mark.asyncio(loop_scope="module")

PERMITS = 2
CROWD = 11 * PERMITS
"""Two are being answered, ten times as many wait."""

FLOOD = 20
DEPTH = 4
IMMINENT = "me voy a matar esta noche, ya tengo las pastillas"
DANGER = "me quiero morir"


@pytest_asyncio.fixture(scope="module", loop_scope="module")
async def stage(
    tmp_path_factory: pytest.TempPathFactory, store_server: EmbeddedStore
) -> AsyncIterator[Stage]:
    """One edge and two workers that share two permits."""
    directory = tmp_path_factory.mktemp("overload")
    async with staged(directory, store_server, workers=2, max_in_flight=PERMITS) as stage:
        yield stage


@pytest_asyncio.fixture(scope="module", loop_scope="module")
async def tight(stage: Stage) -> Node:
    """A second edge, which lets few people into the queue."""
    return await stage.cluster.start_edge(max_queue_depth=DEPTH)


class Valve:
    """A model that hangs: each call waits until it is let go. Calls count from here."""

    def __init__(self, llm: FakeLlm) -> None:
        self._llm = llm
        self._before = len(llm.requests)
        self._gates: dict[int, asyncio.Event] = {}
        self._open = False
        llm.script = self._reply

    def _reply(self, number: int, _body: object) -> Reply:
        gate = self._gates.setdefault(number - self._before, asyncio.Event())
        if self._open:
            gate.set()
        return Reply(text="Sí.", pieces=1, gate=gate)

    @property
    def words(self) -> list[str]:
        """What the model was asked, in order."""
        return [request.words for request in self._llm.requests[self._before :]]

    async def calls(self, count: int) -> None:
        """Wait until so many calls have come."""
        async with asyncio.timeout(20):
            await self._llm.wait_for(lambda llm: len(llm.requests) - self._before >= count)

    def release(self, call: int) -> None:
        """Let one call go."""
        self._gates[call].set()

    def release_all(self) -> None:
        """Let all calls go, also those to come."""
        self._open = True
        for gate in self._gates.values():
            gate.set()


async def accepted(client: JsonClient, text: str, id: str = "h") -> None:
    """Say something and wait for its ack."""
    await client.say(text, id)
    await client.wait("ack", id=id)


async def overloaded(stage: Stage, people: People) -> list[JsonClient]:
    """Return a crowd that has all been heard, in this order; the model holds the first two."""
    crowd = [await people.json(stage.edges[0]) for _ in range(CROWD)]
    for number, client in enumerate(crowd):
        await accepted(client, f"hola, soy {number}")
    return crowd


async def test_imminent_danger_is_answered_while_nobody_else_is(stage: Stage, people: People) -> None:
    """The template needs no permit: it is settled although every permit hangs and the line is long."""
    assert assess(IMMINENT).level == "imminent"
    valve = Valve(stage.llm)
    crowd = await overloaded(stage, people)
    await valve.calls(PERMITS)
    ana = await people.json(stage.edges[0])
    reply = await ana.ask(IMMINENT)
    assert reply["source"] == "template"
    assert not any(client.of("reply") for client in crowd)
    assert IMMINENT not in valve.words
    valve.release_all()
    answers = await asyncio.gather(*(client.reply("h") for client in crowd))
    assert {answer["source"] for answer in answers} == {"llm"}


async def test_danger_is_the_next_one_claimed(stage: Stage, people: People) -> None:
    """Who came last and is in danger gets the first permit that comes free; then the line goes on."""
    assert assess(DANGER).level == "ideation"
    valve = Valve(stage.llm)
    crowd = await overloaded(stage, people)
    await valve.calls(PERMITS)
    ana = await people.json(stage.edges[0])
    await accepted(ana, DANGER)
    assert len(valve.words) == PERMITS
    valve.release(1)
    await valve.calls(PERMITS + 1)
    assert valve.words[PERMITS] == DANGER
    valve.release(2)
    await valve.calls(PERMITS + 2)
    assert valve.words[PERMITS + 1] == f"hola, soy {PERMITS}"
    valve.release_all()
    await asyncio.gather(*(client.reply("h") for client in [ana, *crowd]))
    assert stage.llm.max_in_flight == PERMITS


async def test_twenty_messages_of_one_person_hold_nobody_back(stage: Stage, people: People) -> None:
    """It goes round robin between people: the hasty one has one turn a round, like everybody."""
    valve = Valve(stage.llm)
    hasty, *others = [await people.json(stage.edges[0]) for _ in range(1 + CROWD // 2)]
    for number in range(FLOOD):
        await accepted(hasty, f"mucho {number}", f"f{number}")
    for turn in ("uno", "dos"):
        for number, client in enumerate(others):
            await accepted(client, f"{turn} {number}", turn)
    await valve.calls(PERMITS)
    valve.release_all()
    await asyncio.gather(hasty.reply(f"f{FLOOD - 1}"), *(client.reply("dos") for client in others))
    order = valve.words
    first = [word for word in order if word.startswith("mucho")]
    assert first == [f"mucho {number}" for number in range(FLOOD)]
    before_second = order[: order.index("mucho 1")]
    assert sum(word.startswith("uno") for word in before_second) == len(others)
    before_third = order[: order.index("mucho 2")]
    # Turns in flight at the same time may finish in either order.
    assert sum(word.startswith("uno") for word in before_third) == len(others)
    rounds = order[: order.index("mucho 3")]
    assert sum(word.startswith("dos") for word in rounds) >= len(others) - 2 * PERMITS


async def test_a_full_queue_sheds_load_but_nobody_in_danger(
    stage: Stage, people: People, tight: Node
) -> None:
    """Beyond MAX_QUEUE_DEPTH people are told `busy` and when to come back; one in danger is taken."""
    valve = Valve(stage.llm)
    crowd = [await people.json(tight) for _ in range(DEPTH)]
    for client in crowd:
        await accepted(client, "hola")
    late, ana = await people.json(tight), await people.json(tight)
    await late.say("¿y yo?", "h")
    error = await late.wait("error", id="h")
    assert (error["code"], error["retry_after"] > 0) == ("busy", True)
    await accepted(ana, DANGER)
    await valve.calls(PERMITS)
    valve.release(1)
    await valve.calls(PERMITS + 1)
    assert valve.words[PERMITS] == DANGER
    valve.release_all()
    await asyncio.gather(*(client.reply("h") for client in [ana, *crowd]))
    await late.say("¿y yo?", "h")
    assert (await late.reply("h"))["text"] == "Sí."
    assert late.of("ack", id="h")
