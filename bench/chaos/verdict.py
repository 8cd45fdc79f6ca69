"""The checks: I1-I4 on what people saw and the log says. Pure. I5 is in :mod:`overlap`."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from itertools import pairwise

from bench.chaos.record import Account, Call, Frame, Violation
from bench.chaos.view import View
from bench.chaos.words import answer, call_of, owner

Texts = Mapping[int, str]
"""What the model said, whole, by the number of its call."""


def judge(accounts: Iterable[Account], calls: Iterable[Call]) -> list[Violation]:
    """Return every broken rule."""
    calls = list(calls)
    spoken = {call.number: answer(call.text, call.number) for call in calls}
    found: list[Violation] = []
    for account in accounts:
        found += log_is_one(account)
        found += answered_once(account)
        found += in_order(account)
        found += texts_are_whole(account, spoken)
        for number, view in enumerate(account.views):
            found += view_is_log(account, view, number)
    found += words_stay_home(calls, {account.user: account.number for account in accounts})
    return found


def log_is_one(account: Account) -> Iterator[Violation]:
    """The log that a resume replays and the one that an export holds are the same."""
    replayed = [frame for frame in account.log if frame["type"] in ("user", "reply")]
    if replayed != account.export:
        yield _broken(
            account, "replay and export differ", f"{len(replayed)} and {len(account.export)} events"
        )
    offsets = [frame["offset"] for frame in account.export]
    if len(set(offsets)) != len(offsets):
        yield _broken(account, "an offset twice in the log", "")


def answered_once(account: Account) -> Iterator[Violation]:
    """I1: every acked message is in the log once, and so is its one reply; nothing else is."""
    for kind in ("user", "reply"):
        ids = [frame["id"] for frame in account.export if frame["type"] == kind]
        for id in sorted({id for id in ids if ids.count(id) > 1}):
            yield _broken(account, f"{kind} more than once", id)
        for id in ids:
            if id not in account.said:
                yield _broken(account, f"{kind} that should not be there", id)
        for said in account.said.values():
            if said.acked and said.id not in ids:
                yield _broken(account, f"acked, but no {kind}", f"{said.id} {said.trace}")
    for said in account.said.values():
        if not said.answered:
            yield _broken(account, "never answered", f"{said.id} {'acked' if said.acked else 'not acked'}")


def in_order(account: Account) -> Iterator[Violation]:
    """I2: replies come in the order of the acks; message numbers count up."""
    users = [frame["id"] for frame in account.export if frame["type"] == "user"]
    # Who stops a message that still waits has its (empty) reply at once, before those of older ones.
    early = {frame["id"] for frame in account.export if frame.get("stopped") and not frame["text"]}
    replies = [
        frame["id"] for frame in account.export if frame["type"] == "reply" and frame["id"] not in early
    ]
    asked = [id for id in users if id not in early]
    if sorted(replies) == sorted(asked) and replies != asked:
        wrong = next(pair for pair in zip(replies, asked, strict=True) if pair[0] != pair[1])
        yield _broken(account, "replies out of order", f"{wrong[0]} came where {wrong[1]} was due")
    traces = {frame["id"]: frame["trace_id"] for frame in account.export if frame["type"] == "reply"}
    numbers = [int(traces[id].rpartition(":m")[2]) for id in users if id in traces]
    if any(later <= earlier for earlier, later in pairwise(numbers)):
        yield _broken(account, "message numbers do not count up", str(numbers))
    for said in account.said.values():
        if said.id in traces and said.trace and said.trace != traces[said.id]:
            yield _broken(account, "ack and reply have another trace", said.id)


def texts_are_whole(account: Account, spoken: Texts) -> Iterator[Violation]:
    """A reply is what the model said to these very words in one call, or its beginning if stopped."""
    for frame in account.export:
        said = account.said.get(frame["id"])
        if said is None:
            continue
        if frame["type"] == "user":
            if frame["text"] != said.text:
                yield _broken(account, "message changed", said.id)
            continue
        stopped = frame.get("stopped", False)
        if stopped and not said.stop_asked:
            yield _broken(account, "stopped, but nobody asked", said.id)
        if frame["source"] == "llm":
            yield from _model_text(account, frame, spoken, stopped=stopped)
        elif frame["source"] != "fallback" or not frame["text"] or owner(frame["text"]):
            yield _broken(account, f"no {frame['source']} reply was possible", said.id)


def _model_text(account: Account, frame: Frame, spoken: Texts, *, stopped: bool) -> Iterator[Violation]:
    text, id = frame["text"], frame["id"]
    if stopped and "]" not in text:
        return  # stopped before it said whose it is
    call = call_of(text)
    whole = spoken.get(call or 0, "")
    if owner(whole) != (account.number, id):
        yield _broken(account, "crossed words", f"{id} holds the answer to {owner(whole)}")
    elif not (whole.startswith(text) if stopped else text == whole):
        yield _broken(account, "reply is not whole", f"{id}: {len(text)} of {len(whole)} characters")


def view_is_log(account: Account, view: View, number: int) -> Iterator[Violation]:
    """I4: what a client saw over all its connections is the log: no gap, no duplicate, no other order."""
    where = f"client {number + 1}"
    yield from _offsets_match(account, view, where)
    for rule, id in view.complaints:
        yield _broken(account, rule, f"{id} ({where})")
    place = {frame["offset"]: index for index, frame in enumerate(account.export)}
    seen = [place.get(frame["offset"], -1) for frame in view.events]
    if -1 in seen:
        yield _broken(account, "a client saw what the log has not", view.events[seen.index(-1)]["id"])
    elif any(later <= earlier for earlier, later in pairwise(seen)):
        yield _broken(account, "a client saw something twice or out of order", where)
    for said in account.said.values():
        if said.calm and said.id in view.not_whole:
            yield _broken(account, "pieces do not make up the reply", f"{said.id} ({where}), in calm")


def _offsets_match(account: Account, view: View, where: str) -> Iterator[Violation]:
    known = {frame["offset"] for frame in view.events} | {ack["offset"] for ack in view.acks.values()}
    for frame in account.export:
        if frame["offset"] not in known:
            yield _broken(account, "a gap in a client's view", f"{frame['type']} {frame['id']} ({where})")
    shown = {frame["offset"]: frame for frame in view.events}
    for frame in account.export:
        if shown.get(frame["offset"], frame) != frame:
            yield _broken(account, "a client saw another text than the log has", frame["id"])
    logged = {frame["id"]: frame["offset"] for frame in account.export if frame["type"] == "user"}
    for id, ack in view.acks.items():
        if logged.get(id, ack["offset"]) != ack["offset"]:
            yield _broken(account, "ack and log have another offset", id)


def words_stay_home(calls: Iterable[Call], numbers: Mapping[str, int]) -> Iterator[Violation]:
    """No person's words are in a call for another one."""
    for call in calls:
        owners = {found[0] for text in call.users_text if (found := owner(text))}
        user = call.trace.partition(":")[0]
        if len(owners) > 1 or owners != {numbers.get(user, *owners)}:
            yield Violation(
                "crossed words", f"call {call.number}", f"{call.trace}: sessions {sorted(owners)}"
            )


def _broken(account: Account, rule: str, evidence: str) -> Violation:
    return Violation(rule, f"session {account.number} {account.user} ({account.kind})", evidence)
