from __future__ import annotations

import os
import subprocess
import sys

import pytest

from command_line import Run
from communique.version import __version__

COMMANDS = ("read", "explain", "records", "brief", "check", "score")


@pytest.mark.parametrize("command", COMMANDS)
def test_every_command_has_help_with_an_example(communique: Run, command: str) -> None:
    done = communique(command, "--help")
    assert done.returncode == 0
    assert f"Example: communique {command} " in " ".join(done.stdout.split())


def test_the_version(communique: Run) -> None:
    assert communique("--version").stdout == f"communique {__version__}\n"


def test_an_unknown_command_is_code_2(communique: Run) -> None:
    assert communique("raed").returncode == 2


@pytest.mark.parametrize("heavy", ["duckdb", "sqlalchemy", "numpy", "pyarrow", "py3langid"])
def test_help_and_json_lines_load_nothing_heavy(heavy: str) -> None:
    code = (
        "import sys, communique.cli.main as m\n"
        "sys.argv = ['communique', 'read', '-', '--lang', 'en', '--format', 'jsonl']\n"
        "try: m.main()\n"
        f"except SystemExit: sys.exit({heavy!r} in sys.modules)\n"
    )
    done = subprocess.run(
        [sys.executable, "-c", code], input=b"They met.", capture_output=True, env=os.environ
    )
    assert done.returncode == 0, done.stderr.decode()
