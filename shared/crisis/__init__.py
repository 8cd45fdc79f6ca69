"""Detection of danger in what people write. Deterministic, explains itself, never raises.

>>> from shared.crisis import assess
>>> assess("este examen me va a matar").crisis
False
"""

from shared.crisis.detect import FAILED, assess, warm
from shared.crisis.levels import CALM, VERSION, Assessment, Level

__all__ = ["CALM", "FAILED", "VERSION", "Assessment", "Level", "assess", "warm"]
