"""`python -m shared.chat`."""

import sys

from shared.chat import main

sys.exit(main())
