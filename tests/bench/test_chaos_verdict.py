"""The checks of a chaos run: each must see its own kind of damage, and be silent about a sound run."""

from __future__ import annotations

from dataclasses import replace

import pytest

from bench.chaos.overlap import level, never_over, one_at_a_time
from bench.chaos.record import Account, Call, Frame, Frozen, Said
from bench.chaos.verdict import judge
from bench.chaos.view import View
from bench.chaos.words import answer, question

TRACE = "Usuario-1:m{}"


def call(number: int, message: int, *, start: float | None = None, seconds: float = 0.5) -> Call:
    """Return the model's call `number`, for message `message` of session 1."""
    begin = float(number) if start is None else start
    text = question(1, f"m{message}")
    return Call(number, f"w{number % 2}", TRACE.format(message), (text,), begin, begin + seconds, False)


def sound() -> tuple[Account, list[Call]]:
    """Return a session of two messages in which nothing is wrong."""
    account = Account(1, "single", token="t", user="Usuario-1", views=[View()])
    view: View = account.views[0]
    view.take({"type": "welcome", "offset": "0-0"})
    calls = [call(1, 1), call(2, 2)]
    for number in (1, 2):
        said = Said(f"m{number}", question(1, f"m{number}"), times_sent=1, calm=True)
        said.offset, said.trace, said.acked_at, said.replied_at = (
            f"{number}-0",
            TRACE.format(number),
            1.0,
            2.0,
        )
        account.said[said.id] = said
        account.export.append({"type": "user", "id": said.id, "text": said.text, "offset": said.offset})
        view.sent(said.id)
        view.take({"type": "ack", "id": said.id, "offset": said.offset, "trace_id": said.trace})
        text = answer(said.text, number)
        view.take({"type": "delta", "id": said.id, "attempt": 1, "at": 0, "text": text[:5]})
        view.take({"type": "delta", "id": said.id, "attempt": 1, "at": 5, "text": text[5:]})
        reply = {
            "type": "reply",
            "id": said.id,
            "trace_id": said.trace,
            "attempt": 1,
            "text": text,
            "source": "llm",
            "offset": f"{number}-1",
        }
        account.export.append(reply)
        view.take(reply)
    account.log = list(account.export)
    return account, calls


def rules(account: Account, calls: list[Call]) -> set[str]:
    """Return the rules that the judgement finds broken."""
    return {found.rule for found in judge([account], calls)}


def test_sound_run_is_clean() -> None:
    """A session in which nothing is wrong has no violation."""
    account, calls = sound()
    assert judge([account], calls) == []
    assert account.views[0].whole == 2


def test_lost_reply() -> None:
    """An acked message without a reply is found (I1)."""
    account, calls = sound()
    account.export.pop()
    account.log.pop()
    assert "acked, but no reply" in rules(account, calls)


def test_lost_message() -> None:
    """An acked message that is not in the log is found (I1)."""
    account, calls = sound()
    del account.export[2]
    assert {"acked, but no user", "replay and export differ"} <= rules(account, calls)


def test_second_reply() -> None:
    """Two replies to one message are found (I1)."""
    account, calls = sound()
    account.export.append(account.export[-1] | {"offset": "9-9"})
    assert "reply more than once" in rules(account, calls)


def test_unanswered() -> None:
    """A person who never got the reply is found."""
    account, calls = sound()
    account.said["m2"].replied_at = 0.0
    assert "never answered" in rules(account, calls)


def test_order() -> None:
    """Replies in another order than the messages are found (I2)."""
    account, calls = sound()
    m1, r1, m2, r2 = account.export
    account.export = account.log = [m1, m2, r2, r1]
    assert "replies out of order" in rules(account, calls)


def test_cut_reply() -> None:
    """A reply that lacks its end is found, unless it was stopped by the person."""
    account, calls = sound()
    account.export[3]["text"] = account.export[3]["text"][:-1]
    assert "reply is not whole" in rules(account, calls)
    account.export[3]["stopped"] = True
    assert "stopped, but nobody asked" in rules(account, calls)
    account.said["m2"].stop_asked = True
    assert not {"reply is not whole", "stopped, but nobody asked"} & rules(account, calls)


def test_mixed_attempts() -> None:
    """A reply whose halves come from two calls is found (I3)."""
    account, calls = sound()
    calls.append(call(3, 2))
    text = account.export[3]["text"]
    account.export[3]["text"] = text[:20] + answer(question(1, "m2"), 3)[20:]
    assert "reply is not whole" in rules(account, calls)


def test_crossed_words() -> None:
    """Another person's answer, and another person's words in a call, are found."""
    account, calls = sound()
    stranger = Call(3, "w1", "Usuario-1:m3", (question(1, "m1"), question(2, "m9")), 5.0, 6.0, False)
    assert "crossed words" in rules(account, [*calls, stranger])
    account.export[3]["text"] = answer(question(2, "m9"), 3)
    assert "crossed words" in rules(account, [*calls, replace(stranger, users_text=(question(2, "m9"),))])


def test_gap_in_view() -> None:
    """A reply that a client never saw is found (I4)."""
    account, calls = sound()
    account.views[0].events.pop()
    assert "a gap in a client's view" in rules(account, calls)


def test_duplicate_in_view() -> None:
    """A reply that a client saw twice is found (I4)."""
    account, calls = sound()
    account.views[0].take(account.export[3])
    assert {"second reply", "a client saw something twice or out of order"} <= rules(account, calls)


def test_phantom_in_view() -> None:
    """Something shown that the log does not hold is found (I4)."""
    account, calls = sound()
    account.views[0].events.append(account.export[3] | {"offset": "77-0"})
    assert "a client saw what the log has not" in rules(account, calls)


def test_pieces_missing_in_calm() -> None:
    """When nothing is broken, the pieces must make up the whole reply."""
    account, calls = sound()
    account.views[0].not_whole.add("m2")
    assert "pieces do not make up the reply" in rules(account, calls)


def delta(attempt: int, at: int, text: str) -> Frame:
    """Return a piece of the reply to m1."""
    return {"type": "delta", "id": "m1", "attempt": attempt, "at": at, "text": text}


@pytest.mark.parametrize(
    ("frames", "complaint"),
    [
        ([delta(1, 0, "abc"), delta(1, 3, "d")], None),
        ([delta(1, 0, "abc"), delta(1, 0, "abcd")], None),
        ([delta(1, 0, "abc"), delta(2, 0, "x"), delta(2, 1, "y")], None),
        ([delta(1, 0, "abc"), delta(1, 4, "e")], "delta at 4 where 3 was due"),
        ([delta(1, 0, "abc"), delta(1, 0, "abX")], "delta at 0 where 3 was due"),
        ([delta(1, 0, "abc"), delta(1, 2, "cd")], "delta at 2 where 3 was due"),
        ([delta(2, 0, "abc"), delta(1, 0, "x")], "delta of an older attempt"),
        ([delta(2, 1, "b")], "delta at 1 where 0 was due"),
    ],
)
def test_pieces(frames: list[Frame], complaint: str | None) -> None:
    """Pieces join without gap and overlap; a snapshot may come in between; a higher attempt starts over."""
    view = View()
    for frame in frames:
        view.take(frame)
    assert [rule for rule, _ in view.complaints] == ([complaint] if complaint else [])


def test_answer_before_ack() -> None:
    """A piece before the ack of a message that was just sent is found; on a new connection it may be."""
    view = View()
    view.sent("m1")
    view.take(delta(1, 0, "a"))
    assert view.complaints == [("delta before its ack", "m1")]
    view = View()
    view.sent("m1")
    view.connected()
    view.take(delta(1, 0, "a"))
    assert view.complaints == []


def test_over_the_limit() -> None:
    """Too many calls at once are found; those of a frozen worker count only while it is awake (I5)."""
    calls = [call(n, n, start=10.0, seconds=2.0) for n in (1, 2, 3)]
    assert [found.rule for found in never_over(calls, 2, [])] == ["more calls than MAX_IN_FLIGHT"]
    assert never_over(calls, 3, []) == []
    late = [calls[0], calls[1], call(4, 4, start=11.0, seconds=1.0)]
    asleep = [Frozen("w1", 10.5, 11.9)]
    assert never_over(late, 2, asleep) == []
    assert level(late, 2, asleep).most == 3
    assert never_over(late, 2, [Frozen("w7", 10.5, 11.9)]) != []


def test_moment_over_the_limit() -> None:
    """The model may see the end of a call a moment after the beginning of the next one."""
    calls = [call(1, 1, start=1.0, seconds=1.0), call(2, 2, start=1.99, seconds=1.0)]
    assert never_over(calls, 1, []) == []
    assert level(calls, 1).longest_excess == pytest.approx(0.01)


def test_two_at_a_time() -> None:
    """Two calls of one session at once are found (I2)."""
    calls = [call(1, 1, start=1.0, seconds=1.0), call(2, 2, start=1.5, seconds=1.0)]
    assert [found.rule for found in one_at_a_time(calls, [])] == ["two calls of one session at once"]
    assert one_at_a_time(calls, [Frozen("w1", 1.2, 2.2)]) == []
    short = [call(1, 1, start=1.0, seconds=1.0), call(2, 2, start=1.5, seconds=0.01)]
    assert one_at_a_time(short, []) == []
