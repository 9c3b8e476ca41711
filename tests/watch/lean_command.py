"""The command line as it is where pandas is not installed: only tests install it, and DuckDB's driver loads it.

At the end its standard error says how much memory the process had at most; what `wait4` says of a child counts
the process that it was forked from.
"""

from __future__ import annotations

import re
import sys
from collections.abc import Sequence
from importlib.abc import MetaPathFinder
from importlib.machinery import ModuleSpec
from pathlib import Path
from types import ModuleType


class Without(MetaPathFinder):
    """Finds nothing, and lets nobody else find pandas."""

    def find_spec(
        self, name: str, path: Sequence[str] | None, target: ModuleType | None = None
    ) -> ModuleSpec | None:
        if name.partition(".")[0] == "pandas":
            raise ModuleNotFoundError(name)
        return None


if __name__ == "__main__":
    sys.meta_path.insert(0, Without())
    from communique.cli.main import main

    try:
        main()
    finally:
        peak = re.search(r"VmHWM:\s+(\d+) kB", Path("/proc/self/status").read_text())
        print(f"at most {peak[1] if peak else '?'} KiB", file=sys.stderr)
