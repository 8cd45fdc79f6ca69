"""Detection of danger in what people write. Deterministic, explains itself, never raises.

>>> from shared.crisis import assess
>>> assess("este examen me va a matar").crisis
False
"""

from shared.crisis.detect import assess
from shared.crisis.levels import CALM, VERSION, Assessment, Level

__all__ = ["CALM", "VERSION", "Assessment", "Level", "assess"]
