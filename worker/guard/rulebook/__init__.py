"""What must not be said, one module a rule. The order here is the order in which rules are tried."""

from __future__ import annotations

from typing import Final

from worker.guard.pattern import Rule
from worker.guard.rulebook.burden import BURDEN
from worker.guard.rulebook.call_back import CALL_BACK
from worker.guard.rulebook.claims_called import CLAIMS_CALLED
from worker.guard.rulebook.claims_human import CLAIMS_HUMAN
from worker.guard.rulebook.claims_professional import CLAIMS_PROFESSIONAL
from worker.guard.rulebook.contract import CONTRACT
from worker.guard.rulebook.couples_advice import COUPLES_ADVICE
from worker.guard.rulebook.dependency import DEPENDENCY
from worker.guard.rulebook.diagnosis import DIAGNOSIS
from worker.guard.rulebook.ends_talk import ENDS_TALK
from worker.guard.rulebook.glamorising import GLAMORISING
from worker.guard.rulebook.judging import JUDGING
from worker.guard.rulebook.leading_negative import LEADING_NEGATIVE
from worker.guard.rulebook.medication import MEDICATION
from worker.guard.rulebook.method import METHOD
from worker.guard.rulebook.minimising import MINIMISING
from worker.guard.rulebook.no_help import NO_HELP
from worker.guard.rulebook.promise import PROMISE
from worker.guard.rulebook.refusal import REFUSAL
from worker.guard.rulebook.secrecy import SECRECY

RULES: Final[tuple[Rule, ...]] = (
    METHOD,
    GLAMORISING,
    BURDEN,
    SECRECY,
    CONTRACT,
    LEADING_NEGATIVE,
    MINIMISING,
    JUDGING,
    CLAIMS_HUMAN,
    CLAIMS_PROFESSIONAL,
    CLAIMS_CALLED,
    DIAGNOSIS,
    MEDICATION,
    DEPENDENCY,
    NO_HELP,
    PROMISE,
    CALL_BACK,
    ENDS_TALK,
    REFUSAL,
    COUPLES_ADVICE,
)
