"""The window of the conversation that the model sees. Pure."""

from __future__ import annotations

import math
from collections.abc import Sequence
from itertools import pairwise

from shared.protocol import LoggedReply, LoggedUser
from shared.settings import Settings
from worker.llm import ChatMessage

MESSAGE_OVERHEAD_TOKENS = 4
"""What a chat template adds around each message (OpenAI's cookbook counts 3 to 4)."""

SILENT_REPLY = "…"
"""Stands for a reply that was stopped before its first word: roles must alternate."""


def estimate_tokens(text: str, chars_per_token: float) -> int:
    """Return how many tokens `text` is taken to cost as one chat message."""
    return math.ceil(len(text) / chars_per_token) + MESSAGE_OVERHEAD_TOKENS


def build_messages(
    system: str,
    spoken: Sequence[LoggedUser | LoggedReply],
    question: str,
    settings: Settings,
) -> list[ChatMessage]:
    """Return the system prompt, the newest exchanges that fit, and the person's words, unchanged.

    `spoken` alternates question and reply, oldest first; a reply whose question is not there is
    left out. The newest message is always sent whole, even when it alone exceeds
    LLM_INPUT_TOKEN_BUDGET; history then is empty. Only the person's own words have role `user`.
    """

    def cost(text: str) -> int:
        return estimate_tokens(text, settings.llm_chars_per_token)

    budget = settings.llm_input_token_budget - cost(system) - cost(question)
    room = settings.llm_history_max_messages
    window: list[ChatMessage] = []
    for asked, answered in reversed(_exchanges(spoken)):
        budget -= cost(asked) + cost(answered)
        room -= 2
        if budget < 0 or room < 0:
            break
        window += ChatMessage("assistant", answered), ChatMessage("user", asked)
    return [ChatMessage("system", system), *reversed(window), ChatMessage("user", question)]


def _exchanges(spoken: Sequence[LoggedUser | LoggedReply]) -> list[tuple[str, str]]:
    pairs = pairwise(spoken)
    return [
        (asked.text, answered.text or SILENT_REPLY)
        for asked, answered in pairs
        if isinstance(asked, LoggedUser) and isinstance(answered, LoggedReply)
    ]
