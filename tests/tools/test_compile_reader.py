"""The copy of the reader that is compiled reads what the sources read, and the compiler takes it."""

from __future__ import annotations

import ast
import os
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parents[2]
TEXTS = ROOT / "examples" / "texts"
sys.path.insert(0, str(ROOT / "tools"))

from compile_reader import laid_out, rewritten  # noqa: E402

KEPT = '''
class Counted:
    """Counts how often it is asked."""

    def __init__(self) -> None:
        self.asked = 0

    @once
    def answer(self) -> int:
        """Worked out one time."""
        self.asked += 1
        return 7

    @once
    def nothing(self) -> int | None:
        self.asked += 1
        return None
'''
STRUCT = '''
import msgspec


class Stated(msgspec.Struct, frozen=True):
    """A class whose keywords the compiler would drop."""

    name: str = "x"


def made() -> Stated:
    return Stated("y")
'''


@pytest.fixture(scope="module")
def copy(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("compiled")
    laid_out(folder)
    return folder


def test_values_that_are_kept_are_worked_out_once_by_properties() -> None:
    module = rewritten(KEPT, "counted")
    assert module is not None
    space: dict[str, object] = {}
    exec(module.source, space)
    counted = space["Counted"]()  # type: ignore[operator]
    assert (counted.answer, counted.answer, counted.nothing, counted.nothing) == (7, 7, None, None)
    assert counted.asked == 2


def test_a_struct_moves_to_a_module_of_its_own() -> None:
    module = rewritten(STRUCT, "stated")
    assert module is not None
    assert "from stated_classes import Stated" in module.source
    assert [n.name for n in ast.parse(module.left).body if isinstance(n, ast.ClassDef)] == ["Stated"]
    assert "frozen=True" in module.left


def test_a_module_whose_struct_needs_the_rest_of_it_stays_as_it_is() -> None:
    assert rewritten(STRUCT.replace('"x"', "made.__name__"), "stated") is None


def test_the_copy_reads_what_the_sources_read(copy: Path) -> None:
    texts = [str(path) for path in sorted(TEXTS.glob("*.txt"))]
    said = [_read(texts, folder) for folder in (ROOT / "src", copy)]
    assert said[0].count(b"\n") > 100
    assert said[0] == said[1]


def _read(texts: list[str], folder: Path) -> bytes:
    command = [sys.executable, "-m", "communique", "read", *texts, "--format", "jsonl"]
    env = {**os.environ, "PYTHONPATH": str(folder)}
    return subprocess.run(command, env=env, cwd=folder, capture_output=True, check=True).stdout


def test_the_compiler_takes_every_module(copy: Path) -> None:
    script = """
from mypyc.build import mypycify
mypycify(["--config-file", "mypy.ini", *open("modules.txt").read().split()], separate=True)
"""
    env = {**os.environ, "PYTHONPATH": str(copy)}
    done = subprocess.run([sys.executable, "-c", script], cwd=copy, env=env, capture_output=True, text=True)
    assert done.returncode == 0, done.stdout[-3000:] + done.stderr[-3000:]


def test_no_code_does_what_compiled_code_does_otherwise(copy: Path) -> None:
    names = (copy / "modules.txt").read_text(encoding="utf-8").split()
    found = [
        f"{name}:{line}: {what}"
        for name in names
        for line, what in _differing(ast.parse((ROOT / "src" / name).read_text(encoding="utf-8")))
    ]
    assert not found, "\n".join(found)


@pytest.mark.parametrize(
    "code",
    [
        "for i in range(9):\n    while i:\n        i -= 1",
        "class Words(frozenset[str]):\n    def __contains__(self, word): return True",
        "out.extend(x for x in found if x not in out)",
    ],
)
def test_what_compiled_code_does_otherwise_is_found(code: str) -> None:
    assert len(list(_differing(ast.parse(code)))) == 1


def _differing(tree: ast.Module) -> Iterator[tuple[int, str]]:
    for node in ast.walk(tree):
        if isinstance(node, ast.For) and ast.unparse(node.iter).startswith("range("):
            counted = {ast.unparse(node.target)}
            if counted & {name.id for part in node.body for name in _stored(part)}:
                yield node.lineno, "the variable of a loop over a range is set inside it"
        if isinstance(node, ast.ClassDef) and ast.unparse(node).startswith(_inheriting(node.name)):
            own = {part.name for part in node.body if isinstance(part, ast.FunctionDef)}
            if own & {"__contains__", "__getitem__", "__iter__", "__len__"}:
                yield node.lineno, "a class changes what the built-in one that it inherits from does"
        if isinstance(node, ast.Call) and isinstance(node.func, ast.Attribute) and node.args:
            changed = ast.unparse(node.func.value)
            generated = isinstance(node.args[0], ast.GeneratorExp)
            if generated and node.func.attr in ("extend", "update") and _names(node.args[0], changed):
                yield node.lineno, "a generator looks at what is being changed by it"


def _inheriting(name: str) -> tuple[str, ...]:
    return tuple(f"class {name}({base}" for base in ("dict[", "list[", "set[", "frozenset["))


def _stored(part: ast.AST) -> list[ast.Name]:
    names = [node for node in ast.walk(part) if isinstance(node, ast.Name)]
    return [name for name in names if isinstance(name.ctx, ast.Store)]


def _names(part: ast.AST, name: str) -> bool:
    return any(ast.unparse(node) == name for node in ast.walk(part) if isinstance(node, ast.expr))
