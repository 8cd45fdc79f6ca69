"""Sixty written dialogues, played through the whole system: real edge, real workers, a scripted model."""

from __future__ import annotations

from collections.abc import AsyncIterator, Mapping
from typing import Final

import pytest
import pytest_asyncio

from shared.embedded import EmbeddedStore
from tests.support.clients import People
from tests.support.dialogue_checks import failures
from tests.support.dialogue_player import Players, Transcript
from tests.support.dialogues import Dialogue, load_dialogues, load_themes
from tests.support.stage import staged

pytestmark = [pytest.mark.asyncio(loop_scope="module"), pytest.mark.timeout(180)]

DIALOGUES: Final = load_dialogues()
THEMES: Final = {
    "denial", "change-of-subject", "coded-words", "third-turns-first", "jailbreak", "insults", "child",
    "number-fails", "aggressor-near", "elderly", "third-party", "past-and-well", "informational",
    "figures-of-speech", "two-safe-answers", "one-safe-answer", "relapse", "model-tag", "model-down",
    "offline", "country-by-hello", "country-by-words", "country-unknown", "country-without-own-line",
    "voseo", "imminent-template-only", "imminent-repeated", "long-message", "disguised-spelling",
    "guard-method", "guard-contract", "guard-minimising", "guard-burden", "guard-secrecy",
    "guard-human", "guard-professional", "guard-called-somebody", "guard-diagnosis", "guard-medication",
    "guard-dependency", "guard-no-help", "guard-ends-talk", "guard-leading-negative", "guard-couple",
    "guard-promise", "guard-phone", "guard-refusal", "guard-glamorising", "guard-judging",
    "guard-call-back",
}  # fmt: skip
"""What the collection must cover."""

Evening = Mapping[str, Transcript]
"""All transcripts, by the dialogue's id."""


@pytest_asyncio.fixture(scope="module", loop_scope="module")
async def evening(
    tmp_path_factory: pytest.TempPathFactory, store_server: EmbeddedStore
) -> AsyncIterator[Evening]:
    """Everything is played once, many talks at the same time; each test looks at one of them."""
    transcripts: list[Transcript] = []
    for name, silent in (("model", False), ("no-model", True)):
        settings = {"llm_url": "", "groq_api_key": ""} if silent else {"llm_max_retries": 0}
        dialogues = [each for each in DIALOGUES if each.without_model is silent]
        directory = tmp_path_factory.mktemp(name)
        async with staged(directory, store_server, **settings) as stage, People() as people:
            transcripts += await Players(stage, people).play_all(dialogues)
    yield {each.dialogue.id: each for each in transcripts}


@pytest.mark.parametrize("dialogue", DIALOGUES, ids=[each.id for each in DIALOGUES])
async def test_a_dialogue_goes_as_written(evening: Evening, dialogue: Dialogue) -> None:
    """Level, help, source and words of every turn are what the care policy asks for."""
    told = failures(evening[dialogue.id])
    assert not told, "\n".join([f"{dialogue.id}: {dialogue.about}", *told])


async def test_the_collection_is_whole() -> None:
    """Sixty dialogues or more, every theme among them, most of them with several turns."""
    covered = {name for theme in load_themes() for name in theme.covers}
    assert len(DIALOGUES) >= 60
    assert covered == THEMES
    assert all(len(dialogue.turns) >= 2 for dialogue in DIALOGUES)


async def test_every_level_and_every_source_is_heard_from() -> None:
    """The checks reach all levels of danger and all places a reply can come from."""
    turns = [turn for dialogue in DIALOGUES for turn in dialogue.turns]
    assert {turn.level for turn in turns} >= {
        "imminent", "ideation", "self_harm", "victim", "third_party", "none",
    }  # fmt: skip
    assert {turn.source for turn in turns} >= {"llm", "template", "fallback", "offline"}
