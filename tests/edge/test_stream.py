"""The view of a session (I4): whatever is lost, late, erased or read twice, the client ends with the log."""

from __future__ import annotations

from hypothesis import example, given, settings
from hypothesis import strategies as st

from shared.ids import MessageId
from tests.support.session_model import StoredSession, Watcher, settled, whole_view

ACTIONS = (
    "other says",
    "i say",
    "i say, no answer",
    "piece",
    "start over",
    "settle",
    "other erases",
    "i erase",
    "expire",
    "lose",
    "deliver",
    "step",
    "step",
    "step",
)


class Play:
    """Acts on a session that one connection follows."""

    def __init__(self) -> None:
        self.store = StoredSession()
        self.me = Watcher(self.store)
        self._said = 0

    def act(self, action: str) -> None:
        """Let one thing happen."""
        store, me = self.store, self.me
        self._said += 1
        match action:
            case "other says":
                store.say(MessageId(f"other-{self._said}"), "other")
            case "i say":
                me.say(f"me-{self._said}", answered=True)
            case "i say, no answer":
                me.say(f"me-{self._said}", answered=False)
            case "piece":
                store.write("ab")
            case "start over":
                store.start_over()
            case "settle":
                store.settle()
            case "other erases":
                store.erase("other")
            case "i erase":
                me.erase()
            case "expire":
                # It comes a whole SESSION_TTL after the last event: nothing is under way by then.
                settled(store, me)
                store.expire()
            case "lose":
                me.lose()
            case "deliver":
                me.deliver()
            case "step":
                me.step()


@settings(max_examples=1000, deadline=None)
@given(st.lists(st.sampled_from(ACTIONS), max_size=40))
@example(["step"] * 5 + ["other says", "deliver", "expire", "other says", "deliver"])
def test_the_client_ends_with_the_log(actions: list[str]) -> None:
    """Whatever comes in whatever order, the client has seen the log, each event once, in order."""
    play = Play()
    for action in actions:
        play.act(action)
    settled(play.store, play.me)
    # An expiry is silent: only what is said after it shows that it happened.
    for action in ("other says", "piece", "settle"):
        play.act(action)
    settled(play.store, play.me)
    whole_view(play.store, play.me)
