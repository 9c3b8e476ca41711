"""Build hook: compile the reader with mypyc into the wheel, which then reads half as fast again and more.

`make compiled` asks for it; without being asked, a wheel holds the sources alone. The sources stay as they
are: a copy of them is compiled, rewritten where the compiler knows less than Python does.

- Of a `msgspec.Struct` the compiler drops the class's keywords, and a list or set as a base it refuses. Such
  classes move to a module of their own, which is not compiled; a module whose class needs the rest of it
  stays as it is. The few Structs that never leave the reader and that every token or name makes one of
  (`NATIVE`) become plain classes instead.
- `@once` and `@cached_property` write over themselves, for which a compiled object has no room. They become
  properties that look whether the value is there.
"""

from __future__ import annotations

import ast
import os
import shutil
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable
from pathlib import Path
from typing import Any, NamedTuple

from hatchling.builders.hooks.plugin.interface import BuildHookInterface
from hatchling.builders.wheel import WheelBuilderConfig

ROOT = Path(__file__).resolve().parents[1]
PACKAGES = ("base", "syntax", "mentions", "kinds", "reading")
"""The packages of which all modules are compiled."""
MODULES = (
    "lexicon/cases.py",
    "lexicon/lexicon.py",
    "lexicon/phrases.py",
    "pipeline.py",
    "text/marks.py",
    "text/segmenter.py",
    "text/segments.py",
    "text/tokens.py",
)
"""What is compiled besides. Folding is not, because the compiler's `lower` writes no Greek final sigma."""
NATIVE = frozenset({"Item", "Hit", "Ref", "CueHit"})
_KEPT = frozenset({"once", "cached_property"})
_IMPORTS = (ast.Import, ast.ImportFrom)
_LEFT = "_classes"
_MADE = "made"
_TOLD_EVERY = 20
"""Seconds."""
_SHOWN = 4000
"""Characters of what the compiler said, where it failed."""
_SETUP = """
from mypyc.build import mypycify
from setuptools import setup

options = ["--config-file", "mypy.ini", *open("modules.txt").read().split()]
setup(name="communique", packages=[], ext_modules=mypycify(options, separate=True, opt_level="1", debug_level="0"))
"""


class Module(NamedTuple):
    """A module as the compiler takes it, and the source of its classes that it does not take, if any."""

    source: str
    left: str


def rewritten(source: str, name: str) -> Module | None:
    """The module of that name for the compiler; None where it has to stay as it is.

    What need not change stays to the letter.
    """
    tree = ast.parse(source)
    classes = [node for node in tree.body if isinstance(node, ast.ClassDef)]
    left = [node for node in classes if node.name not in NATIVE and _refused(node)]
    if left and _needs_the_rest(tree, left):
        return None
    lines = source.split("\n")
    for node in reversed(classes):
        if node in left:
            lines[node.lineno - 1 : node.end_lineno] = [f"from {name}{_LEFT} import {node.name}"]
        elif node.name in NATIVE:
            _plain_class(lines, node)
        else:
            _looked_up(lines, node)
    return Module("\n".join(lines), _alone(tree, left) if left else "")


def _refused(node: ast.ClassDef) -> bool:
    """Whether a class has keywords, or a base that the compiler knows no class of."""
    bases = [ast.unparse(base) for base in node.bases]
    return bool(node.keywords) or any(base.startswith(("list[", "frozenset[", "Generic[")) for base in bases)


def _needs_the_rest(tree: ast.Module, left: list[ast.ClassDef]) -> bool:
    """Whether classes name what their module defines besides them, or are all of it."""
    rest = [node for node in tree.body if node not in left and not isinstance(node, _IMPORTS)]
    made = {name for node in rest for name in _defined(node)}
    named = {part.id for node in left for part in ast.walk(node) if isinstance(part, ast.Name)}
    return not made or bool(named & made)


def _defined(node: ast.stmt) -> set[str]:
    """The names that a statement of a module defines."""
    if isinstance(node, ast.ClassDef | ast.FunctionDef):
        return {node.name}
    names = (part for part in ast.walk(node) if isinstance(part, ast.Name))
    return {name.id for name in names if isinstance(name.ctx, ast.Store)}


def _alone(tree: ast.Module, left: list[ast.ClassDef]) -> str:
    """The source of a module of the classes alone, with all that their own module imports."""
    body: list[ast.stmt] = [node for node in tree.body if node in left or isinstance(node, _IMPORTS)]
    return ast.unparse(ast.Module(body, []))


def _plain_class(lines: list[str], node: ast.ClassDef) -> None:
    """Write a Struct's class anew, with the `__init__` that it has of itself."""
    fields = [part for part in node.body if isinstance(part, ast.AnnAssign)]
    given, kept = [], []
    for part in fields:
        name, default = ast.unparse(part.target), f" = {ast.unparse(part.value)}" if part.value else ""
        given.append(f"{name}: {ast.unparse(part.annotation)}{default}")
        kept.append(f"        self.{name} = {name}")
        part.value = None
    last = max(part.end_lineno or part.lineno for part in fields)
    header = [f"class {node.name}:", *(f"    {ast.unparse(part)}" for part in fields)]
    made = [f"    def __init__(self, {', '.join(given)}) -> None:", *kept, ""]
    lines[node.lineno - 1 : last] = [*header, "", *made]


def _looked_up(lines: list[str], node: ast.ClassDef) -> None:
    """Make properties of a class's values that are kept once they are asked for."""
    kept = [part for part in node.body if isinstance(part, ast.FunctionDef) and _is_kept(part)]
    if not kept:
        return
    fields = []
    for part in reversed(kept):
        name, told = part.name, ast.unparse(part.returns or ast.Constant(None))
        optional = "None" in told
        fields.append(f"    _kept_{name}: {told if optional else f'{told} | None'} = None")
        fields += [f"    _has_{name}: bool = False"] if optional else []
        lines[part.lineno - 2 : part.lineno] = [
            "    @property",
            f"    def {name}(self) -> {told}:",
            *_asked(name, optional=optional),
            "",
            f"    def _make_{name}(self) -> {told}:",
        ]
    doc = node.body[0]
    lines[doc.end_lineno or doc.lineno : doc.end_lineno or doc.lineno] = ["", *fields]


def _asked(name: str, *, optional: bool) -> list[str]:
    value = f"self._kept_{name}"
    if not optional:
        return [
            f"        if {value} is None:",
            f"            {value} = self._make_{name}()",
            f"        return {value}",
        ]
    return [
        f"        if not self._has_{name}:",
        f"            {value} = self._make_{name}()",
        f"            self._has_{name} = True",
        f"        return {value}",
    ]


def _is_kept(part: ast.FunctionDef) -> bool:
    return any(isinstance(mark, ast.Name) and mark.id in _KEPT for mark in part.decorator_list)


def laid_out(folder: Path) -> list[Path]:
    """Copy the sources to `folder`, those to compile rewritten; the modules of the classes left to Python."""
    package = folder / "communique"
    shutil.copytree(ROOT / "src" / "communique", package, ignore=shutil.ignore_patterns("__pycache__"))
    paths = [path for name in PACKAGES for path in sorted((package / name).glob("*.py"))]
    names, left = [], []
    for path in [*paths, *(package / name for name in MODULES)]:
        place = path.relative_to(folder)
        module = rewritten(path.read_text(encoding="utf-8"), ".".join(place.with_suffix("").parts))
        if module is None or path.name == "__init__.py":
            continue
        names.append(str(place))
        path.write_text(module.source, encoding="utf-8")
        if module.left:
            left.append(path.with_name(f"{path.stem}{_LEFT}.py"))
            left[-1].write_text(module.left, encoding="utf-8")
    (folder / "modules.txt").write_text("\n".join(names), encoding="utf-8")
    (folder / "mypy.ini").write_text("[mypy]\nignore_missing_imports = True\n", encoding="utf-8")
    (folder / "setup.py").write_text(_SETUP, encoding="utf-8")
    return left


def built(folder: Path, tell: Callable[[str], None]) -> list[Path]:
    """The compiled modules of what was laid out in `folder`, compiled side by side; tells how far it is."""
    command = [
        sys.executable,
        "setup.py",
        "-q",
        "build_ext",
        "--build-lib",
        _MADE,
        f"-j{os.cpu_count() or 1}",
    ]
    environment = {**os.environ, "PYTHONPATH": "."}
    number = 2 * len((folder / "modules.txt").read_text(encoding="utf-8").split())
    with (folder / "said.txt").open("w+") as said:
        process = subprocess.Popen(
            command, cwd=folder, env=environment, stdout=said, stderr=subprocess.STDOUT
        )
        while process.poll() is None:
            time.sleep(_TOLD_EVERY)
            tell(f"{len(list((folder / 'build').rglob('*.o')))} of {number} files compiled")
        said.seek(0)
        if process.returncode:
            raise RuntimeError(f"the reader was not compiled:\n{said.read()[-_SHOWN:]}")
    return sorted(p for p in (folder / _MADE).rglob("*") if p.suffix in (".so", ".pyd"))


class CompiledReader(BuildHookInterface[WheelBuilderConfig]):
    """Adds the compiled modules to the wheel, beside their sources."""

    def initialize(self, version: str, build_data: dict[str, Any]) -> None:
        """Compile, and tell the wheel's builder what belongs to it and which Python it is for."""
        self.folder = tempfile.TemporaryDirectory()
        folder = Path(self.folder.name)
        left = laid_out(folder)
        self.app.display_info("compiling the reader, which takes some six minutes of processor time")
        added = {path: path.relative_to(folder) for path in left}
        added |= {path: path.relative_to(folder / _MADE) for path in built(folder, self.app.display_info)}
        build_data["pure_python"] = False
        build_data["infer_tag"] = True
        build_data["force_include"] = {str(path): str(place) for path, place in added.items()}

    def finalize(self, version: str, build_data: dict[str, Any], artifact_path: str) -> None:
        """Remove the copy that was compiled."""
        self.folder.cleanup()
