"""What tests of the command line share."""

from __future__ import annotations

import subprocess
from collections.abc import Callable

Run = Callable[..., "subprocess.CompletedProcess[str]"]

MEETING = (
    "Kenya's President William Ruto met Japan's Prime Minister Fumio Kishida in Tokyo on 8 February 2024.\n"
)
