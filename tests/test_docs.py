"""The documents name only what exists, and all of it."""

from __future__ import annotations

import re
import shlex
import subprocess
import sys
import typing
from pathlib import Path
from typing import Any

import pytest

from communique import vocab
from communique.cli.main import app
from communique.kinds.record import Record
from communique.kinds.registry import BY_NAME
from communique.resolve.weights import WEIGHTS

ROOT = Path(__file__).resolve().parent.parent
DOCS = sorted([*ROOT.glob("*.md"), *ROOT.glob("docs/*.md")])
FORMAT = (ROOT / "docs/record-format.md").read_text(encoding="utf-8")


def commands(text: str) -> list[list[str]]:
    blocks = re.findall(r"^```sh\n(.*?)^```", text, flags=re.M | re.S)
    inline = re.findall(r"`((?:communique|make) [^`]+)`", text)
    lines = [line for block in blocks for line in block.splitlines()] + inline
    parts = [part for line in lines for part in re.split(r" && | \| ", line)]
    return [shlex.split(part, comments=True) for part in parts if re.match(r"(communique|make) ", part)]


def parts(command: Any) -> list[Any]:
    """A command and, where it is a group, the commands in it."""
    return [command, *getattr(command, "commands", {}).values()]


def options() -> dict[str, set[str]]:
    import typer

    group: Any = typer.main.get_command(app)
    return {
        name: {flag for part in parts(command) for parameter in part.params for flag in parameter.opts}
        | {"--help"}
        for name, command in group.commands.items()
    }


@pytest.mark.parametrize("path", DOCS, ids=lambda path: path.name)
def test_every_command_and_option_in_the_docs_exists(path: Path) -> None:
    known = options()
    targets = set(re.findall(r"^([a-z-]+):", (ROOT / "Makefile").read_text(), flags=re.M))
    for program, *args in commands(path.read_text(encoding="utf-8")):
        if program == "make":
            assert args[0] in targets, f"{path.name}: make {args[0]}"
            continue
        assert args[0] in known, f"{path.name}: communique {args[0]}"
        used = {arg for arg in args[1:] if re.match(r"--?[a-z]", arg)}
        assert used <= known[args[0]], f"{path.name}: communique {shlex.join(args)}"


@pytest.mark.parametrize("path", DOCS, ids=lambda path: path.name)
def test_every_relative_link_leads_somewhere(path: Path) -> None:
    for target in re.findall(r"\]\(([^)#]+)", path.read_text(encoding="utf-8")):
        assert target.startswith("https://") or (path.parent / target).exists(), target


def test_every_command_is_in_the_readme_and_the_changelog() -> None:
    for name in ("README.md", "CHANGELOG.md"):
        text = (ROOT / name).read_text(encoding="utf-8")
        assert [command for command in options() if f"communique {command}" not in text] == []


@pytest.mark.parametrize("kind", BY_NAME)
def test_every_kind_and_field_is_in_the_record_format(kind: str) -> None:
    row = re.search(rf"^\| `{kind}` \| (.*) \|$", FORMAT, flags=re.M)
    assert row, f"{kind} has no row"
    own = set(BY_NAME[kind].__struct_fields__) - set(Record.__struct_fields__)
    assert {field for field in own if f"`{field}`" not in row.group(1)} == set()


def test_every_shared_field_and_every_value_is_in_the_record_format() -> None:
    assert [field for field in Record.__struct_fields__ if f"| `{field}` |" not in FORMAT] == []
    values = {value for name in vocab.__all__ for value in typing.get_args(getattr(vocab, name))}
    assert sorted(value for value in values if f"`{value}`" not in FORMAT) == []


def test_every_kind_has_its_key_for_scoring() -> None:
    from communique.quality.matching import KEYS

    assert set(KEYS) == set(BY_NAME)


def test_the_readme_shows_what_its_commands_print() -> None:
    tool = [sys.executable, str(ROOT / "tools/show_outputs.py"), "--check"]
    done = subprocess.run(tool, capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stdout + done.stderr


def test_every_feature_and_its_weight_is_in_the_page_on_resolution() -> None:
    page = (ROOT / "docs/resolution.md").read_text(encoding="utf-8")
    assert [name for name, weight in WEIGHTS.items() if f"| {name} | {weight:g} |" not in page] == []
