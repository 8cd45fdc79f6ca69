"""The Lua scripts: one `.lua` file an operation, each behind the names of `shared/keys.py`."""

from __future__ import annotations

import hashlib
from pathlib import Path
from typing import Any, Final

from shared.keys import LUA_NAMES
from shared.store.connection import StoreConnection, StoreRejected

_FOLDER = Path(__file__).with_name("lua")


def _read(name: str) -> str:
    return (_FOLDER / f"{name}.lua").read_text(encoding="utf-8")


_COMMON = LUA_NAMES + _read("common")


class Script:
    """One atomic operation of the store."""

    def __init__(self, name: str, *includes: str) -> None:
        self.name = name
        self.source = (_COMMON + "".join(map(_read, (*includes, name)))).encode()
        self.sha = hashlib.sha1(self.source, usedforsecurity=False).hexdigest()

    async def run(self, store: StoreConnection, *args: Any) -> Any:
        """Run the script with ARGV `args`. Raises StoreUnavailable."""
        try:
            return await store.call("EVALSHA", self.sha, 0, *args)
        except StoreRejected as error:
            if not str(error).startswith(("NOSCRIPT", "No matching script")):
                raise
            return await store.call("EVAL", self.source, 0, *args)


SUBMIT: Final = Script("submit", "risk_common")
CLAIM: Final = Script("claim", "health_common")
APPEND: Final = Script("append")
SETTLE: Final = Script("settle", "health_common", "risk_common")
GIVE_BACK: Final = Script("give_back", "health_common")
CLOSE_GATE: Final = Script("close_gate", "health_common")
RENEW: Final = Script("renew")
STOP: Final = Script("stop")
CUT: Final = Script("cut")
RESUME: Final = Script("resume")
ERASE: Final = Script("erase")
ADMIT: Final = Script("admit")
PLACES: Final = Script("places")
NEWEST: Final = Script("newest")
RESERVE: Final = Script("reserve", "quota_common")
CORRECT: Final = Script("correct", "quota_common")
OBSERVE: Final = Script("observe", "quota_common")
LATE: Final = Script("late", "quota_common")

ALL: Final = (
    *(SUBMIT, CLAIM, APPEND, SETTLE, GIVE_BACK, RENEW, STOP, CUT, RESUME, ERASE, ADMIT, PLACES, NEWEST),
    *(CLOSE_GATE, RESERVE, CORRECT, OBSERVE, LATE),
)


def connect(url: str) -> StoreConnection:
    """Return a (not yet started) connection that has all scripts loaded whenever it is up."""
    return StoreConnection(url, scripts=(script.source for script in ALL))
