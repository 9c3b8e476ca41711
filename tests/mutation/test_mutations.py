"""A sentence that is negated, turned round, asked, supposed, put off or denied gives another record, or none.

The tables beside this file hold sentences with the record that each must give, and what must become of that
record under each change. Nothing of the kind may then be read as done.
"""

from __future__ import annotations

import tomllib
from pathlib import Path
from typing import Any

import msgspec
import pytest

import communique
from communique.kinds.registry import BY_NAME
from communique.lexicon import languages
from communique.vocab import CommitmentMode, Modality, Plover, Stance

HERE = Path(__file__).parent
FEWEST = 60
ABSENT = "absent"
HOLDS: dict[str, list[str]] = {
    "negation": ["negated", ABSENT],
    "denial": ["negated", ABSENT],
    "question": ["conditional", ABSENT],
    "condition": ["conditional", ABSENT],
    "future": ["planned", "intended", "proposed"],
    "swap": [],
    "none": [],
}
"""The modalities that a change leaves the record, when the mutation names none of its own.

A swap names the record that it becomes; `none` are words that look like a change and leave all as it was.
"""
CHANGES = frozenset(HOLDS)
VALUES: dict[str, Any] = {"plover": Plover, "mode": CommitmentMode, "stance": Stance}
UNTRIED = frozenset({"SUPPORT"})
"""The class of acts for which no cue is: support is a position."""

TABLES = {path.stem: tomllib.loads(path.read_text("utf-8"))["base"] for path in sorted(HERE.glob("*.toml"))}
WITHOUT_TABLE = frozenset({"ar", "es", "fr", "ru", "vi", "zh"})
"""Languages whose pack is in a first form: no table of changed sentences has been written for them yet."""
BASES = [(lang, base) for lang, bases in TABLES.items() for base in bases]
PAIRS = [(lang, base, mutation) for lang, base in BASES for mutation in base["mutations"]]


def _read(text: str, lang: str, kind: str) -> list[dict[str, Any]]:
    """The records of a kind, as plain values."""
    return [msgspec.to_builtins(r) for r in communique.read(text, lang=lang).records if r.kind == kind]


def _plain(value: Any) -> Any:
    return sorted(value) if isinstance(value, list | tuple) else value


def _has(record: dict[str, Any], fields: dict[str, Any]) -> bool:
    """Whether a record has these fields; lists in any order, tables by the fields they name."""
    for name, value in fields.items():
        own = record.get(name)
        if isinstance(value, dict):
            if not isinstance(own, dict) or not _has(own, value):
                return False
        elif _plain(own if name != "modality" else own or "actual") != _plain(value):
            return False
    return True


def _told(records: list[dict[str, Any]]) -> str:
    unseen = {"evidence", "id", "doc", "lang", "attribution", "confidence"}
    return repr([{k: v for k, v in r.items() if k not in unseen} for r in records])


@pytest.mark.parametrize(("lang", "base"), BASES, ids=[f"{lang}: {base['text']}" for lang, base in BASES])
def test_the_plain_sentence_is_read(lang: str, base: dict[str, Any]) -> None:
    records = _read(base["text"], lang, base["kind"])
    assert any(_has(r, base["given"]) for r in records), _told(records)


@pytest.mark.parametrize(
    ("lang", "base", "mutation"), PAIRS, ids=[f"{lang}: {m['text']}" for lang, _, m in PAIRS]
)
def test_the_change_is_seen(lang: str, base: dict[str, Any], mutation: dict[str, Any]) -> None:
    records = _read(mutation["text"], lang, base["kind"])
    becomes = mutation.get("becomes")
    if becomes is not None:
        assert any(_has(r, becomes) for r in records), f"nothing reads {becomes}: {_told(records)}"
        assert not any(_has(r, base["given"]) for r in records), f"read as before: {_told(records)}"
        return
    holds = HOLDS[mutation["change"]] or [base["given"]["modality"]]
    allowed = mutation.get("modality", holds)
    same = {"plover": base["given"]["plover"]} if "plover" in base["given"] else {}
    wrong = [r for r in records if _has(r, same) and r.get("modality", "actual") not in allowed]
    assert not wrong, f"neither of {allowed}: {_told(wrong)}"
    sides = {name: value for name, value in base["given"].items() if name not in ("modality", "status")}
    assert ABSENT in allowed or any(_has(r, sides) for r in records), f"lost: {_told(records)}"


def test_every_language_has_a_table_or_is_listed_without() -> None:
    assert set(TABLES) == set(languages()) - WITHOUT_TABLE


@pytest.mark.parametrize("lang", TABLES)
def test_the_table_is_wide(lang: str) -> None:
    """Enough pairs, no pair twice, every change, and every kind, stance, mode and class of act."""
    bases = TABLES[lang]
    pairs = [(base["text"], m["text"]) for base in bases for m in base["mutations"]]
    assert len(pairs) >= FEWEST
    assert len(set(pairs)) == len(pairs)
    assert {m["change"] for base in bases for m in base["mutations"]} == CHANGES
    modalities = set(Modality.__args__) | {ABSENT}
    for base in bases:
        for m in base["mutations"]:
            assert set(m.get("modality", HOLDS[m["change"]])) <= modalities
            assert m["change"] != "swap" or "becomes" in m
    assert {base["kind"] for base in bases} == set(BY_NAME) - {"person"}
    for name, terms in VALUES.items():
        assert {base["given"].get(name) for base in bases} >= set(terms.__args__) - UNTRIED
