"""Lay out an empty language pack, or say what a pack still lacks.

    python tools/new_language.py xx        # xx: the BCP 47 code of a language that CLDR knows

Writes src/communique/lexicon/packs/xx with every file and every key of `lexicon/shape.py`, each under its own
explanation, and generated.json from CLDR. What is there already stays as it is. Then lists, file by file, what
is still empty.
"""

from __future__ import annotations

import argparse
import ast
import inspect
import json
import sys
import tomllib
import typing
from functools import cache
from pathlib import Path
from typing import Any

import msgspec

from build_world import names_of, render_json
from communique.lexicon import shape
from communique.lexicon.loader import PACKS

TABLES: dict[str, type[msgspec.Struct]] = {
    "pack.toml": shape.Properties,
    "grammar.toml": shape.Grammar,
    "roles.toml": shape.Roles,
    "numbers.toml": shape.Numbers,
    "topics.toml": shape.Topics,
}
VERBS = '# lemma = "its forms, in the columns of verb_forms in pack.toml"\n'
STATES = """\
# What generated.json (CLDR) lacks, by alpha-3 code:
# [KEN]
# names = []        other names, inflected forms
# adjectives = []
# people = []       demonyms
# capital = []      the capital, as it stands for the government
# metonym = []      a seat that stands for the government

[never]
strings = []
"""
CUES: type[msgspec.Struct] = shape.Cues


def kinds() -> list[str]:
    """The names of the cue files that the packs have: the record kinds with cues, and the verbs of saying."""
    return sorted({path.stem for path in PACKS.glob("*/cues/*.toml")})


@cache
def explanations(table: type[msgspec.Struct]) -> dict[str, str]:
    """The text under each attribute of a table in `shape.py`."""
    body = ast.parse(inspect.getsource(table)).body[0]
    assert isinstance(body, ast.ClassDef)
    out: dict[str, str] = {}
    for entry, text in zip(body.body, body.body[1:], strict=False):
        if isinstance(entry, ast.AnnAssign) and isinstance(text, ast.Expr):
            assert isinstance(entry.target, ast.Name)
            assert isinstance(text.value, ast.Constant)
            out[entry.target.id] = " ".join(str(text.value.value).split())
    return out


def empty_table(table: type[msgspec.Struct], given: dict[str, str]) -> str:
    """TOML with every key of a table, each with its explanation and an empty value; `given` is filled in."""
    lines = []
    tables = []
    for field in msgspec.structs.fields(table):
        said = explanations(table).get(field.name)
        head = [f"# {said}"] if said else []
        value = given.get(field.name, blank(field))
        entry = entry_of(field)
        if entry:
            tables += ["", *head, f"# [[{field.name}]]", *(f"# {line}" for line in sample(entry))]
        elif value == "{}":
            tables += ["", *head, f"[{field.name}]"]
        else:
            lines += [*head, f"# {field.name} = " if value is None else f"{field.name} = {value}"]
    return "\n".join([*lines, *tables]).strip() + "\n"


def sample(entry: type[msgspec.Struct]) -> list[str]:
    """A line for each key of an entry that may stand many times."""
    lines = []
    for field in msgspec.structs.fields(entry):
        said = explanations(entry).get(field.name)
        lines.append(f"{field.name} = {blank(field) or ''}{f'   # {said}' if said else ''}")
    return lines


def entry_of(field: Any) -> type[msgspec.Struct] | None:
    """The struct of a field that lists entries (`[[role]]`), else None."""
    kinds = [k for k in typing.get_args(field.type) if isinstance(k, type) and issubclass(k, msgspec.Struct)]
    return kinds[0] if kinds else None


def blank(field: Any) -> str | None:
    """The empty value of a field as TOML writes it; None for one that may be left out."""
    kind = typing.get_origin(field.type) or field.type
    if kind is list:
        return "[]"
    if kind is dict:
        return "{}"
    return str(field.default).lower() if isinstance(field.default, bool) else None


def lay_out(code: str, packs: Path) -> Path:
    """Write the files of the pack that are not there yet; the folder."""
    folder = packs / code
    (folder / "cues").mkdir(parents=True, exist_ok=True)
    given = {
        "pack.toml": {"name": json.dumps(code), "code": json.dumps(code), "verb_forms": '["inf"]'},
    }
    files = {name: empty_table(table, given.get(name, {})) for name, table in TABLES.items()}
    files |= {"verbs.toml": VERBS, "states.toml": STATES, "generated.json": render_json(names_of(code))}
    files |= {f"cues/{kind}.toml": empty_table(CUES, {}) for kind in kinds()}
    for name, text in files.items():
        if not (folder / name).exists():
            (folder / name).write_text(text, encoding="utf-8")
    return folder


def missing(folder: Path) -> list[str]:
    """A line for each file of the pack: the keys that are still empty."""
    lines = []
    for path in sorted(folder.rglob("*.toml")):
        table = tomllib.loads(path.read_text(encoding="utf-8"))
        shaped = TABLES.get(path.name)
        names = [f.name for f in msgspec.structs.fields(shaped) if blank(f) in ("[]", "{}")] if shaped else []
        said = ", ".join(name for name in names if not table.get(name))
        if path.name == "states.toml":
            said = _states_without(table, "adjectives", "people", "capital")
        elif not names and not table:
            said = "no entry"
        if said:
            lines.append(f"{path.relative_to(folder)}: {said}")
    return lines


def _states_without(table: dict[str, Any], *keys: str) -> str:
    """How many states lack each of some keys; empty when none lacks any."""
    codes = json.loads((PACKS / "en" / "generated.json").read_text(encoding="utf-8"))["states"]
    counts = {key: sum(not table.get(code, {}).get(key) for code in codes) for key in keys}
    return ", ".join(
        f"{count} of {len(codes)} states without {key}" for key, count in counts.items() if count
    )


def main(argv: list[str] | None = None) -> int:
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("code", help="BCP 47 primary language subtag, such as `pt`")
    parser.add_argument("--packs", type=Path, default=PACKS, help="folder of packs")
    args = parser.parse_args(argv)
    folder = lay_out(args.code, args.packs)
    lines = missing(folder)
    print(f"{folder}: {'still empty' if lines else 'every key has something'}")
    print("\n".join(f"  {line}" for line in lines))
    return 0


if __name__ == "__main__":
    sys.exit(main())
