"""Writes the outputs that the README shows, by running the commands it gives.

    python tools/show_outputs.py [--check]

A fenced `text` block that stands behind `<!-- output: COMMAND | N lines -->` holds the first N lines that
COMMAND prints, in a folder with examples and tests in it and a terminal of 100 columns. Commands run
in the order of the page, so that one may use the ledger of the one before. `--check` only fails
when a block is not what its command prints.
"""

from __future__ import annotations

import argparse
import os
import re
import subprocess
import sys
import tempfile
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
README = ROOT / "README.md"
_BLOCK = re.compile(r"(<!-- output: (.+?) \| (\d+) lines -->\n```text\n)(.*?)(```\n)", re.DOTALL)
_COLUMNS = "100"


def refreshed(page: str) -> str:
    """The page with every block as its command prints it now."""
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        for shown in ("examples", "tests"):
            (folder / shown).symlink_to(ROOT / shown)

        def filled(match: re.Match[str]) -> str:
            return match[1] + printed(match[2], int(match[3]), folder) + match[5]

        return _BLOCK.sub(filled, page)


def printed(command: str, lines: int, folder: Path) -> str:
    """The first lines of what a command prints; it must end well."""
    path = os.pathsep.join([str(Path(sys.executable).parent), os.environ.get("PATH", "")])
    env = {**os.environ, "PATH": path, "COLUMNS": _COLUMNS, "NO_COLOR": "1", "PYTHONIOENCODING": "utf-8"}
    done = subprocess.run(
        command, shell=True, cwd=folder, env=env, capture_output=True, text=True, check=False
    )
    if done.returncode:
        raise SystemExit(f"{README.name}: {command!r} ended with {done.returncode}:\n{done.stderr}")
    shown = [line.rstrip() for line in done.stdout.strip("\n").splitlines()]
    more = ["…"] if len(shown) > lines else []
    return "\n".join([*shown[:lines], *more]) + "\n"


def main() -> int:
    """Write or check the page; the exit code tells whether a block was stale."""
    parser = argparse.ArgumentParser(description="Write the outputs that the README shows.")
    parser.add_argument("--check", action="store_true", help="change nothing; fail when a block is stale")
    check = parser.parse_args().check
    page = README.read_text(encoding="utf-8")
    now = refreshed(page)
    if now == page:
        return 0
    if check:
        print("README.md shows outputs that its commands no longer print: run python tools/show_outputs.py")
        return 1
    README.write_text(now, encoding="utf-8")
    return 0


if __name__ == "__main__":
    sys.exit(main())
