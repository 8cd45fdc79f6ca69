"""All rules, gravest level first."""

from __future__ import annotations

from typing import Final

from shared.crisis.rules_ideation import IDEATION
from shared.crisis.rules_imminent import IMMINENT
from shared.crisis.rules_self_harm import SELF_HARM
from shared.crisis.rules_third_party import THIRD_PARTY
from shared.crisis.rules_violence import VICTIM
from shared.crisis.words import Rule

RULES: Final[tuple[Rule, ...]] = (*IMMINENT, *IDEATION, *SELF_HARM, *VICTIM, *THIRD_PARTY)
