"""shared/keys.py: one name for everything, in Python and in Lua."""

from __future__ import annotations

import re
from pathlib import Path

import redis
from arq.constants import default_queue_name, health_check_key_suffix, job_key_prefix

from shared import keys
from shared.ids import SessionId

SID = SessionId("0123456789abcdef0123456789abcdef")
LUA = Path(keys.__file__).parent / "store" / "lua"


def test_every_key_of_a_session_holds_its_id() -> None:
    """So that erase can find them all."""
    assert keys.session_key(SID, "log") == f"s:{SID}:log"
    assert keys.live_channel(SID) == f"s:{SID}:live"
    assert all(SID in keys.session_key(SID, part) for part in keys.SESSION_PARTS)


def test_arqs_keys_keep_arqs_names() -> None:
    """arq's own tools find queue, jobs and health check."""
    assert (default_queue_name, job_key_prefix) == (keys.QUEUE, keys.JOB)
    assert keys.HEALTH.startswith(default_queue_name + health_check_key_suffix)


def test_lua_has_the_same_names(redis_url: str) -> None:
    """What the scripts call a key is what Python calls it."""
    names = ("QUEUE", "JOB", "WAKE", "CONTROL", "PERMITS", "GATE", "USERS", "DOOR")
    source = f"{keys.LUA_NAMES} return {{{', '.join(names)}, key('{SID}', 'log')}}"
    with redis.Redis.from_url(redis_url, decode_responses=True) as client:
        told = client.eval(source, 0)
    assert told == [*(getattr(keys, name) for name in names), keys.session_key(SID, "log")]


def test_lua_names_no_key_of_its_own() -> None:
    """The scripts build keys from these names only, and know no other part of a session."""
    for path in LUA.glob("*.lua"):
        text = path.read_text(encoding="utf-8")
        assert not re.search(r"'(s|arq|llm|worker|door|edge|users):", text), path.name
        parts = set(re.findall(r"key\(sid, '(\w+)'\)", text))
        assert parts <= {*keys.SESSION_PARTS, keys.LIVE}, path.name


def test_erase_knows_every_part() -> None:
    """A part added here and forgotten there would outlive its session."""
    text = (LUA / "erase.lua").read_text(encoding="utf-8")
    listed = set(re.findall(r"'(\w+)'", text.split("ipairs(")[1].split(")")[0]))
    assert listed == {*keys.SESSION_PARTS} - {"rate"}


def test_names_do_not_overlap() -> None:
    """No prefix is the beginning of another's keys."""
    names = [keys.QUEUE, keys.JOB, keys.WAKE, keys.CONTROL, keys.PERMITS, keys.GATE, keys.DOOR, keys.PROBE]
    assert len(set(names)) == len(names)
    assert not any(a != b and b.startswith(a) for a in names for b in names)
