"""Languages are data: no condition of the code names one, and only the packs in use are loaded."""

from __future__ import annotations

import ast
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import communique
from communique.lexicon import languages

SOURCES = Path(str(communique.__file__)).parent
READS = """
from communique import read
from communique.lexicon.loader import load
read("France and Kenya signed an agreement.", lang="en")
print(load.cache_info().currsize)
"""
HELP = """
import contextlib, sys
from communique.cli.main import main
sys.argv = ["communique", "--help"]
with contextlib.suppress(SystemExit):
    main()
print("communique.lexicon.loader" in sys.modules, file=sys.stderr)
"""


def _compared(node: ast.AST) -> Iterator[ast.expr | ast.pattern]:
    if isinstance(node, ast.Compare):
        yield from (node.left, *node.comparators)
    elif isinstance(node, ast.Dict):
        yield from (key for key in node.keys if key is not None)
    elif isinstance(node, ast.Subscript):
        yield node.slice
    elif isinstance(node, ast.MatchValue):
        yield node.value


def _named(node: ast.AST) -> set[str]:
    return {n.value for n in ast.walk(node) if isinstance(n, ast.Constant) and isinstance(n.value, str)}


def _conditions(source: str, codes: set[str]) -> list[int]:
    return [
        part.lineno
        for node in ast.walk(ast.parse(source))
        for part in _compared(node)
        if _named(part) & codes
    ]


def test_no_condition_names_a_language() -> None:
    codes = set(languages())
    found = {
        f"{path.relative_to(SOURCES)}:{line}"
        for path in SOURCES.rglob("*.py")
        for line in _conditions(path.read_text(encoding="utf-8"), codes)
    }
    assert not found


def test_a_named_language_would_be_found() -> None:
    for source in ("lang == 'en'", "lang in ('de', 'en')", "{'en': 1}[x]", "match x:\n  case 'en': y"):
        assert _conditions(source, {"en"}), source


def _run(program: str) -> subprocess.CompletedProcess[str]:
    return subprocess.run([sys.executable, "-c", program], capture_output=True, text=True, check=True)


def test_reading_loads_one_pack() -> None:
    assert _run(READS).stdout.split()[-1] == "1"


def test_help_loads_no_pack() -> None:
    assert _run(HELP).stderr.split()[-1] == "False"
