"""Every key of the store, in one place: what it is named, what it holds, how long it lives.

`sid` stands in every key of a session, so that erase can find them all. The Lua scripts get
the same names from :data:`LUA_NAMES`; arq's keys keep arq's names.
"""

from __future__ import annotations

from shared.ids import SessionId

QUEUE = "arq:queue"
"""zset: sessions that have mail. Score: when due, or the end of the lease while a worker has it (ms)."""

JOB = "arq:job:"
"""string per scheduled session: arq's job definition; holds ids only."""

HEALTH = "arq:queue:health-check:"
"""string per host: a worker of this host was alive a moment ago."""

WAKE = "arq:wake"
"""list: a token per scheduled turn. Idle workers BLPOP it; losing one costs half a second at most."""

CONTROL = "worker:"
"""list per worker: sessions whose turn it should look at now (stop, erase)."""

PERMITS = "llm:permits"
"""zset: the distributed semaphore. Sessions whose turn holds a permit, by end of lease (ms)."""

MODEL_HEALTH = "llm:health"
"""hash: the limit in force while it is below MAX_IN_FLIGHT, failures in a row, when to probe next."""

PACE = "pace:"
"""string per stretch of 10 s: turns settled, messages refused as `busy`. For honest waits."""

GATE = "llm:gate"
"""string: no calls to the model before this time (ms). Only ever moves later."""

QUOTA = "llm:quota:"
"""zset and hash per window (minute, day): reservations by time, and their tokens."""

USERS = "users"
"""string: counter behind `Usuario-17`."""

DOOR = "door:"
"""zset per address (hashed): new sessions of the last minute."""

LIVE = "live"
"""channel per session: every event in order, each with the session's next seq."""

PROBE = "edge:"
"""channel per edge: its own heartbeat, which shows that pub/sub still delivers."""

SESSION_PARTS = ("log", "turn", "pend", "spoken", "part", "seen", "rate")
"""log stream · turn hash · pend list · spoken list · part list · seen hash · rate zset."""


def session_key(sid: SessionId, part: str) -> str:
    """Return the key of one part of a session."""
    return f"s:{sid}:{part}"


def live_channel(sid: SessionId) -> str:
    """Return the channel on which the session's events are published."""
    return session_key(sid, LIVE)


LUA_NAMES = f"""
local QUEUE, JOB, WAKE, CONTROL = '{QUEUE}', '{JOB}', '{WAKE}', '{CONTROL}'
local PERMITS, GATE, USERS, DOOR = '{PERMITS}', '{GATE}', '{USERS}', '{DOOR}'
local QUOTA, HEALTH, PACE = '{QUOTA}', '{MODEL_HEALTH}', '{PACE}'
local function key(sid, part) return 's:' .. sid .. ':' .. part end
"""
"""Put before every script, so that Python and Lua cannot disagree on a name."""
