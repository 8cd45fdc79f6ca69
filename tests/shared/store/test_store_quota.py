"""The provider's quota: sliding windows, all or nothing, corrected by what is true."""

from __future__ import annotations

from typing import Any

from shared.store.quota import ProviderQuota, Remaining
from tests.support.env import isolated_settings
from tests.support.store_kit import Clock, Kit

MINUTE = 61_000
"""The provider's minute and our slack, in ms."""


def quota(kit: Kit, **limits: Any) -> ProviderQuota:
    """Return the quota under these limits."""
    return ProviderQuota(kit.store, isolated_settings(**limits))


async def test_without_limits_there_is_nothing_to_ask(kit: Kit) -> None:
    """All limits at 0 mean none."""
    assert not quota(kit).active
    assert quota(kit, llm_tpd=1).active


async def test_requests_slide_over_the_minute(kit: Kit, clock: Clock) -> None:
    """The third request of two waits exactly until the first has left the window."""
    two = quota(kit, llm_rpm=2)
    assert await two.reserve("a", 10) == 0
    clock.advance(20_000)
    assert await two.reserve("b", 10) == 0
    wait = await two.reserve("c", 10)
    assert wait * 1000 == MINUTE - 20_000 + 1
    clock.advance(MINUTE - 20_000)
    assert await two.reserve("c", 10) == 0
    assert await two.reserve("d", 10) > 0


async def test_tokens_wait_until_enough_of_them_are_free(kit: Kit, clock: Clock) -> None:
    """As many old reservations have to go as the new one needs, and no more."""
    hundred = quota(kit, llm_tpm=100)
    for number in range(4):
        assert await hundred.reserve(f"old{number}", 25) == 0
        clock.advance(1000)
    assert await hundred.reserve("new", 50) * 1000 == MINUTE - 3000 + 1
    assert await hundred.reserve("small", 1) * 1000 == MINUTE - 4000 + 1


async def test_a_refusal_takes_nothing(kit: Kit, clock: Clock) -> None:
    """What one window refuses is not taken from the other either."""
    both = quota(kit, llm_rpm=10, llm_tpd=100)
    assert await both.reserve("a", 90) == 0
    assert await both.reserve("b", 20) > 3600
    assert kit.raw.zcard("llm:quota:minute") == kit.raw.zcard("llm:quota:day") == 1
    assert await both.reserve("c", 10) == 0


async def test_a_call_larger_than_the_quota_goes_alone(kit: Kit, clock: Clock) -> None:
    """It could never fit, so it gets the whole window instead of waiting for ever."""
    small = quota(kit, llm_tpm=100)
    assert await small.reserve("huge", 500) == 0
    assert await small.reserve("next", 1) > 0
    clock.advance(MINUTE)
    assert await small.reserve("next", 1) == 0


async def test_real_usage_replaces_the_estimate(kit: Kit) -> None:
    """Tokens that were reserved and not used are free again at once; the request stays counted."""
    both = quota(kit, llm_tpm=100, llm_rpm=2)
    assert await both.reserve("a", 90) == 0
    assert await both.reserve("b", 50) > 0
    await both.correct("a", 20)
    assert await both.reserve("b", 50) == 0
    assert await both.reserve("c", 1) > 0


async def test_a_correction_of_what_has_left_the_window_changes_nothing(kit: Kit, clock: Clock) -> None:
    """Else a long answer would leave tokens behind that nothing ever removes."""
    hundred = quota(kit, llm_tpm=100)
    await hundred.reserve("a", 90)
    clock.advance(MINUTE)
    await hundred.reserve("b", 10)
    await hundred.correct("a", 80)
    assert await hundred.reserve("c", 90) == 0


async def test_headers_lower_the_estimate_until_they_reset(kit: Kit, clock: Clock) -> None:
    """The provider knows of calls that are not ours."""
    hundred = quota(kit, llm_tpm=100)
    await hundred.reserve("a", 10)
    await hundred.observe("a", Remaining(tokens=30, tokens_reset=5.0))
    assert await hundred.reserve("b", 31) > 0
    assert await hundred.reserve("b", 30) == 0
    clock.advance(5001)
    assert await hundred.reserve("c", 60) == 0


async def test_headers_never_raise_the_estimate(kit: Kit) -> None:
    """More left than we think: our own count stands."""
    hundred = quota(kit, llm_tpm=100)
    await hundred.reserve("a", 90)
    await hundred.observe("a", Remaining(tokens=99, tokens_reset=5.0, requests=99, requests_reset=5.0))
    assert await hundred.reserve("b", 20) > 0


async def test_headers_are_held_against_what_was_reserved_then(kit: Kit) -> None:
    """Another call that ended since was in what the provider said, so it is no stranger's."""
    hundred = quota(kit, llm_tpm=100)
    await hundred.reserve("earlier", 40)
    await hundred.reserve("a", 10)
    await hundred.correct("earlier", 5)
    await hundred.observe("a", Remaining(tokens=50, tokens_reset=5.0))
    assert await hundred.reserve("b", 85) == 0


async def test_headers_of_the_day_do_not_touch_the_minute(kit: Kit) -> None:
    """Groq's request headers speak of the day, its token headers of the minute."""
    both = quota(kit, llm_rpm=10, llm_rpd=100)
    await both.observe("a", Remaining(requests=0, requests_reset=7200.0))
    assert await both.reserve("a", 1) > 0
    only_minute = quota(kit, llm_rpm=10)
    assert await only_minute.reserve("a", 1) == 0


async def test_claims_stop_at_the_requests_that_are_left(kit: Kit, clock: Clock) -> None:
    """Nobody is claimed only to be sent back."""
    limits = {"llm_rpm": 3}
    for number in range(5):
        await kit.say(f"{number:032x}")  # type: ignore[arg-type]
    await quota(kit, **limits).reserve("earlier", 1)
    assert len(await kit.take(**limits)) == 2


async def test_windows_end_by_themselves(kit: Kit) -> None:
    """No key without a time to live."""
    await quota(kit, llm_rpm=5, llm_tpd=5).reserve("a", 1)
    await quota(kit, llm_rpm=5).observe("a", Remaining(requests=1, requests_reset=1.0))
    assert all(kit.raw.pttl(key) > 0 for key in kit.raw.scan_iter("llm:quota:*"))


async def test_tokens_that_come_free_early_open_the_gate(kit: Kit) -> None:
    """Who was refused for lack of tokens is woken when a correction makes room, not a minute later."""
    hundred = quota(kit, llm_tpm=100)
    await kit.say(f"{1:032x}")  # type: ignore[arg-type]
    kit.raw.delete("arq:wake")
    await hundred.reserve("a", 90)
    assert await hundred.reserve("b", 50) > 0
    assert await kit.take() == []
    await hundred.correct("a", 60)
    assert await kit.take() == []
    assert not kit.raw.exists("arq:wake")
    await hundred.reserve("c", 1)
    await hundred.correct("a", 20)
    assert kit.raw.exists("arq:wake")
    assert len(await kit.take()) == 1


async def test_a_gate_the_provider_closed_stays_closed(kit: Kit) -> None:
    """Tokens of our own count do not overrule a 429."""
    hundred = quota(kit, llm_tpm=100)
    await kit.say(f"{1:032x}")  # type: ignore[arg-type]
    await kit.worker().close_gate(5)
    await hundred.reserve("a", 90)
    await hundred.reserve("b", 50)
    await hundred.correct("a", 20)
    assert await kit.take() == []


async def test_a_call_that_arrived_late_counts_from_then_on(kit: Kit, clock: Clock) -> None:
    """The provider's minute began when the call got there; its window must not end before that one."""
    one = quota(kit, llm_rpm=1)
    await one.reserve("a", 1)
    clock.advance(8000)
    await one.late("a")
    clock.advance(MINUTE - 8000)
    assert await one.reserve("b", 1) * 1000 == 8000 - 1000 + 1
    await one.late("gone")
    assert kit.raw.zcard("llm:quota:minute") == 1
