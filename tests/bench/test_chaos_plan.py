"""The seeded plan of faults and the seeded model."""

from __future__ import annotations

import pytest

from bench.chaos.plan import SECONDS, SHARES, Kind, make_plan
from bench.chaos.words import answer, call_of, model, owner, question
from shared.crisis import assess


def test_same_seed_same_plan() -> None:
    """A seed repeats its faults, another seed has others."""
    assert make_plan(7, 2000, 100) == make_plan(7, 2000, 100)
    assert make_plan(7, 2000, 100) != make_plan(8, 2000, 100)


@pytest.mark.parametrize("seed", range(5))
def test_every_kind_strikes(seed: int) -> None:
    """A run with room for all kinds has them all, as many faults as asked for, in the order of turns."""
    plan = make_plan(seed, 2000, 100)
    assert {fault.kind for fault in plan} == set(Kind) == set(SHARES)
    assert [fault.number for fault in plan] == list(range(100))
    assert [fault.turn for fault in plan] == sorted(fault.turn for fault in plan)


def test_quiet_begin_and_end() -> None:
    """Nothing strikes before people talk, nor after they have finished."""
    turns = [fault.turn for fault in make_plan(1, 1000, 200)]
    assert min(turns) >= 40
    assert max(turns) <= 960


def test_frozen_workers_lose_their_lease() -> None:
    """Every frozen worker sleeps longer than the lease of a run."""
    from bench.chaos.scene import SETTINGS

    plan = [fault for seed in range(20) for fault in make_plan(seed, 2000, 100)]
    naps = [fault.seconds for fault in plan if fault.kind is Kind.FREEZE_WORKER]
    assert naps
    assert min(naps) > SETTINGS["lease_seconds"]
    assert max(naps) <= SECONDS[Kind.FREEZE_WORKER][1]


def test_faults_strike_together() -> None:
    """Some faults strike in the same moment as another: recovery is hit too."""
    turns = [fault.turn for fault in make_plan(3, 100_000, 100)]
    assert len(set(turns)) < 95


def test_no_faults() -> None:
    """A run without faults has an empty plan."""
    assert make_plan(1, 100, 0) == ()


def test_words_name_their_owner() -> None:
    """From a question or an answer one can tell whose it is and which call gave it."""
    text = question(12, "m3")
    assert owner(text) == (12, "m3")
    assert owner(answer(text, 44)) == (12, "m3")
    assert call_of(answer(text, 44)) == 44
    assert answer(text, 44) != answer(text, 45)
    assert owner("te leo") is None
    assert call_of("te leo") is None


def test_words_are_calm() -> None:
    """Nothing people say in a run signals danger, which would change what the service does."""
    assert not any(assess(question(n, f"m{n % 40}")).crisis for n in range(300))


def test_model_is_seeded() -> None:
    """A call's number decides how the model fails; in a storm every call fails."""
    body = {"messages": [{"role": "user", "content": question(1, "m1")}]}
    calm, storm = model(5, lambda: False), model(5, lambda: True)
    assert [calm(n, body) for n in range(50)] == [calm(n, body) for n in range(50)]
    failing = [storm(n, body) for n in range(50)]
    assert all(
        reply.status != 200 or reply.cut_after is not None or reply.hang_after is not None or not reply.text
        for reply in failing
    )
    assert sum(calm(n, body) == storm(n, body) for n in range(200)) < 60
