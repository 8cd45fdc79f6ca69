"""Claims whose answer came late, because the worker or the store had stood still."""

from __future__ import annotations

import asyncio

import pytest

import worker.engine
from shared.store.queue import TurnQueue
from shared.store.turn import Claims
from tests.support.turns import Desk, ScriptedLlm, says
from tests.support.workers import Hire, Renewals

FOREVER = 50.0
"""Seconds; longer than any test takes."""


async def test_a_late_claim_is_renewed_at_once(
    hire: Hire, desk: Desk, monkeypatch: pytest.MonkeyPatch
) -> None:
    """When a claim's answer took longer than the pause between renewals, nobody waits for the next one."""
    monkeypatch.setattr(worker.engine, "RENEW_SECONDS", FOREVER)
    renewals = Renewals(monkeypatch)
    real = TurnQueue.claim

    async def claim(queue: TurnQueue, want: int) -> Claims:
        claims = await real(queue, want)
        if claims.turns:
            # From here on any claim is late; the renewal that is due is still FOREVER away.
            hired.engine._renew_pause = 0.0
        return claims

    monkeypatch.setattr(TurnQueue, "claim", claim)
    gate = asyncio.Event()
    hired = hire(ScriptedLlm(says("Hola. ", gate, "Te escucho.")), lease_seconds=3 * FOREVER)
    await desk.say("hola")
    await renewals.until(lambda sizes: sizes == [1])
    gate.set()
