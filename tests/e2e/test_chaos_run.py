"""A short run of the breaker: real processes, every fault a run of this length has room for."""

from __future__ import annotations

import argparse

import pytest

from bench.chaos import run as chaos
from bench.chaos.table import report


@pytest.mark.timeout(120)
async def test_short_seed_is_clean() -> None:
    """People talk while processes and links are broken, and no invariant is (I1-I5)."""
    parser = argparse.ArgumentParser()
    chaos.add_arguments(parser)
    sizes = {"seed": 270, "turns": 40, "faults": 6, "edges": 2, "workers": 2, "people": 10}
    options = parser.parse_args([f"--{name}={size}" for name, size in sizes.items()])
    result = await chaos.run_seed(options.seed, options)
    assert not result.violations, report(result, options)
    assert len(result.struck) == options.faults
