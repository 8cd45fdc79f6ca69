"""A call to the model as its reader sees it, without HTTP; and the waits between tries."""

from __future__ import annotations

import asyncio
import math
import subprocess
import sys

import pytest
from hypothesis import given
from hypothesis import strategies as st

from worker.llm import (
    MAX_ANSWER_CHARS,
    LlmCall,
    LlmClosed,
    LlmEmpty,
    LlmFiltered,
    LlmRejected,
    LlmUnavailable,
    backoff,
)


def says(*texts: str, finish: str | None = "stop", error: Exception | None = None) -> LlmCall:
    """Return a call whose producer says this at once, and then ends or fails."""

    async def produce(call: LlmCall) -> None:
        for text in texts:
            call.deliver(text)
        if error:
            raise error
        call.finish_reason = finish

    return LlmCall(produce)


async def hangs(call: LlmCall) -> None:
    """Produce one word and then nothing."""
    call.deliver("Hola")
    await asyncio.Event().wait()


async def test_read_gathers_what_arrived_and_ends_with_nothing() -> None:
    """All text since the last read comes at once; the end of a whole answer is "", again and again."""
    call = says("Te ", "escucho")
    assert await call.read() == "Te escucho"
    assert await call.read() == ""
    assert await call.read() == ""
    assert call.finish_reason == "stop"
    assert call.first_token_seconds is not None


async def test_text_before_a_failure_is_read_first() -> None:
    """A failure is told after the text that came before it, and stays told."""
    call = says("Te ", error=LlmRejected(400))
    assert await call.read() == "Te "
    for _ in range(2):
        with pytest.raises(LlmRejected):
            await call.read()


@pytest.mark.parametrize(
    ("texts", "finish", "expected"),
    [
        (["Te "], None, LlmUnavailable),
        ([], "stop", LlmEmpty),
        ([" \n"], "length", LlmEmpty),
        (["Te "], "content_filter", LlmFiltered),
        ([], "content_filter", LlmFiltered),
    ],
)
async def test_answers_that_are_none(texts: list[str], finish: str | None, expected: type[Exception]) -> None:
    """A cut, an empty and a filtered answer are failures."""
    call = says(*texts, finish=finish)
    if texts:
        await call.read()
    with pytest.raises(expected):
        await call.read()


async def test_foreign_error_becomes_ours_without_its_text() -> None:
    """An unforeseen exception reaches the reader as LlmUnavailable and keeps its words to itself."""
    with pytest.raises(LlmUnavailable) as caught:
        await says(error=ValueError("canario")).read()
    assert "canario" not in str(caught.value)
    assert caught.value.__context__ is None


async def test_nul_is_removed_and_nothing_else() -> None:
    """NUL never gets through; other odd characters do."""
    call = says("\x00", "a\x00b\u2028 ")
    assert await call.read() == "ab\u2028 "


async def test_answer_is_bounded() -> None:
    """An endless producer is told to stop at the bound."""
    call = says()
    assert call.deliver("x" * (MAX_ANSWER_CHARS - 1))
    assert not call.deliver("yz")
    assert len(await call.read()) == MAX_ANSWER_CHARS
    await call.aclose()


async def test_close_before_the_first_step_ends_the_reader() -> None:
    """A call closed before its task ever ran still tells its reader."""
    call = LlmCall(hangs)
    await call.aclose()
    with pytest.raises(LlmClosed):
        await call.read()


async def test_close_wakes_a_waiting_reader() -> None:
    """Whoever waits in read learns that the call was closed."""
    call = LlmCall(hangs)
    assert await call.read() == "Hola"
    reader = asyncio.create_task(call.read())
    await asyncio.sleep(0)
    await call.aclose()
    await call.aclose()
    with pytest.raises(LlmClosed):
        await reader


async def test_close_behind_a_whole_answer_spoils_nothing() -> None:
    """Closing while only the stream's end is missing leaves the answer whole."""

    async def produce(call: LlmCall) -> None:
        call.finish_reason = "stop"
        await hangs(call)

    call = LlmCall(produce)
    assert await call.read() == "Hola"
    await call.aclose()
    assert await call.read() == ""


async def test_cancelled_closer_does_not_stop_the_closing() -> None:
    """The producer's clean-up runs to its end although the one who asked for it is cancelled."""
    may_finish, cleaned = asyncio.Event(), asyncio.Event()

    async def produce(call: LlmCall) -> None:
        try:
            await hangs(call)
        finally:
            await may_finish.wait()
            cleaned.set()

    call = LlmCall(produce)
    await call.read()
    for _ in range(2):
        closer = asyncio.create_task(call.aclose())
        await asyncio.sleep(0)
        closer.cancel()
        with pytest.raises(asyncio.CancelledError):
            await closer
    may_finish.set()
    await cleaned.wait()
    await call.aclose()


async def test_cancelled_reader_loses_nothing() -> None:
    """A read that is cancelled leaves the text for the next one."""
    go = asyncio.Event()

    async def produce(call: LlmCall) -> None:
        await go.wait()
        call.deliver("Hola")
        call.finish_reason = "stop"

    call = LlmCall(produce)
    reader = asyncio.create_task(call.read())
    await asyncio.sleep(0)
    reader.cancel()
    await asyncio.wait((reader,))
    go.set()
    assert await call.read() == "Hola"
    await call.aclose()


def test_import_is_light() -> None:
    """A worker that starts loads neither HTTP library: together they take longer than all the rest."""
    code = "import sys, worker.llm; sys.exit(bool({'httpx', 'aiohttp'} & set(sys.modules)))"
    assert subprocess.run([sys.executable, "-c", code], check=False).returncode == 0


def test_backoff_doubles_up_to_its_maximum() -> None:
    """Without luck the waits are initial, twice, four times ... and never more than the maximum."""
    waits = [backoff(tries, 0.5, 8, lambda: 1.0) for tries in range(1, 7)]
    assert waits == [0.5, 1, 2, 4, 8, 8]


@given(
    st.integers(-1, 10**30), st.floats(1e-6, 3.2e7), st.floats(1e-6, 3.2e7), st.floats(0, 1, exclude_max=True)
)
def test_backoff_is_within_bounds(tries: int, initial: float, maximum: float, luck: float) -> None:
    """Any number of tries gives a finite wait between nothing and the maximum."""
    wait = backoff(tries, initial, maximum, lambda: luck)
    assert math.isfinite(wait)
    assert 0 <= wait <= maximum
