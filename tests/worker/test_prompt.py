"""The window of the conversation that the model sees."""

from __future__ import annotations

import math

import pytest
from hypothesis import given
from hypothesis import strategies as st

from shared.ids import MessageId, TraceId
from shared.protocol import LoggedReply, LoggedUser
from shared.settings import Settings
from tests.support.env import isolated_settings
from worker.llm import ChatMessage
from worker.prompt import MESSAGE_OVERHEAD_TOKENS, SILENT_REPLY, build_messages, estimate_tokens

Spoken = list[LoggedUser | LoggedReply]
SYSTEM = "Sé amable."

texts = st.text(max_size=60)
"""Any text: empty, with line ends, beyond the basic plane."""


def asked(text: str) -> LoggedUser:
    """Return a person's message."""
    return LoggedUser(MessageId("m"), text)


def answered(text: str) -> LoggedReply:
    """Return a reply."""
    return LoggedReply(MessageId("m"), TraceId("Usuario-1:m1"), 1, text, "llm")


@st.composite
def windows(draw: st.DrawFn) -> Spoken:
    """Draw what the store hands out: exchanges, the first of which may have lost its question."""
    spoken: Spoken = []
    for question, reply in draw(st.lists(st.tuples(texts, texts), max_size=8)):
        spoken += asked(question), answered(reply)
    return spoken[draw(st.integers(0, 1)) :]


@st.composite
def limits(draw: st.DrawFn) -> Settings:
    """Draw the settings that bound the window."""
    return isolated_settings(
        llm_input_token_budget=draw(st.integers(1, 300)),
        llm_chars_per_token=draw(st.sampled_from([0.5, 1.0, 3.7, 4.0])),
        llm_history_max_messages=draw(st.integers(0, 12)),
    )


def exchanges(spoken: Spoken) -> list[ChatMessage]:
    """Return all that could be sent of `spoken`, as a plain model of the rule: whole pairs, oldest first."""
    start = 1 if spoken and isinstance(spoken[0], LoggedReply) else 0
    return [
        ChatMessage("user", entry.text)
        if isinstance(entry, LoggedUser)
        else ChatMessage("assistant", entry.text or SILENT_REPLY)
        for entry in spoken[start:]
    ]


def cost(messages: list[ChatMessage], settings: Settings) -> int:
    """Return the estimate for all messages."""
    return sum(estimate_tokens(message.content, settings.llm_chars_per_token) for message in messages)


@given(windows(), texts, limits())
def test_the_window_obeys_its_bounds(spoken: Spoken, question: str, settings: Settings) -> None:
    """Within budget and count, unless it is the newest message alone; the newest is always whole and last."""
    system, *history, newest = build_messages(SYSTEM, spoken, question, settings)
    assert system == ChatMessage("system", SYSTEM)
    assert newest == ChatMessage("user", question)
    assert len(history) <= settings.llm_history_max_messages
    if history:
        assert cost([system, *history, newest], settings) <= settings.llm_input_token_budget


@given(windows(), texts, limits())
def test_roles_alternate_and_only_the_persons_words_are_the_users(
    spoken: Spoken, question: str, settings: Settings
) -> None:
    """After the system prompt: user, assistant, user, ... user; each role's words are that speaker's own."""
    _, *talk = build_messages(SYSTEM, spoken, question, settings)
    assert [message.role for message in talk] == ["user", "assistant"] * (len(talk) // 2) + ["user"]
    persons = {entry.text for entry in spoken if isinstance(entry, LoggedUser)} | {question}
    assert {message.content for message in talk if message.role == "user"} <= persons


@given(windows(), texts, limits())
def test_the_history_is_the_newest_that_fits(spoken: Spoken, question: str, settings: Settings) -> None:
    """A suffix of the exchanges, without holes; one exchange more would break a bound."""
    system, *history, newest = build_messages(SYSTEM, spoken, question, settings)
    possible = exchanges(spoken)
    assert history == possible[len(possible) - len(history) :]
    if len(history) < len(possible):
        wider = possible[len(possible) - len(history) - 2 :]
        too_many = len(wider) > settings.llm_history_max_messages
        assert too_many or cost([system, *wider, newest], settings) > settings.llm_input_token_budget


def test_a_message_longer_than_the_budget_is_sent_whole_and_alone() -> None:
    """The person's words are never cut; history gives way."""
    words = "ñ🙂\n " * 5000
    messages = build_messages(SYSTEM, [asked("hola"), answered("Hola.")], words, isolated_settings())
    assert messages == [ChatMessage("system", SYSTEM), ChatMessage("user", words)]


def test_no_history_yet() -> None:
    """The first message of a session goes with the system prompt alone."""
    messages = build_messages(SYSTEM, [], "hola", isolated_settings())
    assert messages == [ChatMessage("system", SYSTEM), ChatMessage("user", "hola")]


def test_a_reply_without_its_question_is_left_out() -> None:
    """An odd window starts with a reply: it would be the assistant speaking first."""
    spoken: Spoken = [answered("¿Y luego?"), asked("nada"), answered("Te escucho.")]
    _, *talk = build_messages(SYSTEM, spoken, "hola", isolated_settings())
    assert [message.content for message in talk] == ["nada", "Te escucho.", "hola"]


def test_a_reply_stopped_before_its_first_word_keeps_its_place() -> None:
    """Providers refuse empty messages, and roles must alternate."""
    _, *talk = build_messages(SYSTEM, [asked("hola"), answered("")], "sigo aquí", isolated_settings())
    assert [message.content for message in talk] == ["hola", SILENT_REPLY, "sigo aquí"]


@pytest.mark.parametrize(("most", "sent"), [(0, 0), (1, 0), (2, 2), (3, 2), (4, 4)])
def test_an_odd_limit_sends_whole_exchanges(most: int, sent: int) -> None:
    """LLM_HISTORY_MAX_MESSAGES is a ceiling; half an exchange is not sent to reach it."""
    spoken: Spoken = [asked("uno"), answered("1"), asked("dos"), answered("2"), asked("tres"), answered("3")]
    messages = build_messages(SYSTEM, spoken, "hola", isolated_settings(llm_history_max_messages=most))
    assert len(messages) - 2 == sent


@given(texts, st.floats(0.5, 20))
def test_the_estimate_never_rounds_down(text: str, chars_per_token: float) -> None:
    """Text is counted in code points, each message pays its overhead."""
    tokens = estimate_tokens(text, chars_per_token)
    assert (tokens - MESSAGE_OVERHEAD_TOKENS) * chars_per_token >= len(text) - 1e-9
    assert tokens == MESSAGE_OVERHEAD_TOKENS + math.ceil(len(text) / chars_per_token)
