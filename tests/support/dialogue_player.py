"""Plays written dialogues on a stage: who says what, what the scripted model answers, what was shown."""

from __future__ import annotations

import asyncio
from collections.abc import Sequence
from dataclasses import dataclass, field
from typing import Any, Final

from tests.support.clients import Frame, People
from tests.support.dialogues import Dialogue, Turn
from tests.support.llm_reply import Reply, error_body
from tests.support.stage import Stage

PIECE_CHARS: Final = 5
"""The model's words come in pieces this long, so that what is refused is always cut somewhere."""
PIECE_SECONDS: Final = 0.005
"""Between two pieces: slow enough for the first words to be on the screen when the last ones come."""
UNASKED: Final = "Nadie debía preguntarle al modelo."
"""What it answers when the dialogue gives it nothing to say."""
AT_ONCE: Final = 16
"""Talks that go on at the same time."""


@dataclass(frozen=True, slots=True)
class Played:
    """One turn as it went: the frames with the message's id, and what the model was asked last, each time."""

    frames: tuple[Frame, ...]
    asked: tuple[str, ...]

    def of(self, type: str) -> list[Frame]:
        """Return the frames of this type."""
        return [frame for frame in self.frames if frame["type"] == type]

    @property
    def reply(self) -> Frame:
        """The final reply."""
        (reply,) = self.of("reply")
        return reply

    @property
    def built(self) -> dict[int, str]:
        """What the deltas of each attempt made up, put together in the order they came."""
        texts: dict[int, str] = {}
        for delta in self.of("delta"):
            texts[delta["attempt"]] = texts.get(delta["attempt"], "") + delta["text"]
        return texts

    @property
    def gaps(self) -> bool:
        """Whether a delta did not stand where the one before it ended, or belonged to an older attempt."""
        attempt, length = 0, 0
        for delta in self.of("delta"):
            if delta["attempt"] > attempt:
                attempt, length = delta["attempt"], 0
            if (delta["attempt"], delta["at"]) != (attempt, length):
                return True
            length += len(delta["text"])
        return False

    @property
    def shown(self) -> list[str]:
        """Return every text that stood on the screen, help included."""
        return [*self.built.values(), self.reply["text"], *(frame["text"] for frame in self.of("resources"))]


@dataclass(slots=True)
class Transcript:
    """One dialogue as it went; `broken` says why it ended early."""

    dialogue: Dialogue
    played: list[Played] = field(default_factory=list)
    broken: str | None = None


class Players:
    """Plays dialogues, each in a session of its own. The model finds its words by the request's trace id."""

    def __init__(self, stage: Stage, people: People) -> None:
        self._stage = stage
        self._people = people
        self._parts: dict[str, Dialogue] = {}
        stage.llm.script = self._prompt

    async def play_all(self, dialogues: Sequence[Dialogue]) -> list[Transcript]:
        """Play them at the same time; return their transcripts in order."""
        room = asyncio.Semaphore(AT_ONCE)

        async def one(dialogue: Dialogue) -> Transcript:
            async with room:
                return await self._play(dialogue)

        return await asyncio.gather(*(one(dialogue) for dialogue in dialogues))

    async def _play(self, dialogue: Dialogue) -> Transcript:
        transcript = Transcript(dialogue)
        hello: dict[str, Any] = {"country": dialogue.hello} if dialogue.hello else {}
        try:
            person = await self._people.json(self._stage.edges[0], **hello)
            user = person.welcome["user"]
            self._parts[user] = dialogue
            for number, turn in enumerate(dialogue.turns, start=1):
                id = await person.say(turn.says)
                await person.reply(id)
                frames = tuple(frame for frame in person.frames if frame.get("id") == id)
                transcript.played.append(Played(frames, self._asked(f"{user}:m{number}")))
        except AssertionError as error:
            transcript.broken = str(error)
        return transcript

    def _asked(self, trace: str) -> tuple[str, ...]:
        return tuple(call.words for call in self._stage.llm.requests if call.trace == trace)

    def _prompt(self, number: int, _body: dict[str, Any]) -> Reply:
        user, _, message = self._stage.llm.requests[number - 1].trace.partition(":m")
        return _reply(self._parts[user].turns[int(message) - 1])


def _reply(turn: Turn) -> Reply:
    """Return what the model does in this turn."""
    if turn.fails == "error":
        return Reply(status=500, raw=error_body("server_error"))
    if turn.fails == "cut":
        return Reply(text="Te escucho con toda la", pieces=2, cut_after=1)
    if turn.fails == "filtered":
        return Reply(text="", pieces=0, finish="content_filter")
    text = turn.model or UNASKED
    pieces = [text[at : at + PIECE_CHARS] for at in range(0, len(text), PIECE_CHARS)]
    return Reply(pieces=pieces, delay=PIECE_SECONDS)
