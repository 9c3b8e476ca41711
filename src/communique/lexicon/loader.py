"""Reads a language pack's files, checks them, and compiles them into a `Lexicon`."""

from __future__ import annotations

import json
import tomllib
from functools import cache
from importlib.resources import files
from pathlib import Path
from typing import Any, TypeVar

import msgspec

from communique.errors import LanguageError, PackError
from communique.lexicon.cache import cached
from communique.lexicon.declension import Declension
from communique.lexicon.known_words import known_words
from communique.lexicon.lexicon import Lexicon, Pack, Term
from communique.lexicon.patterns import Head, expand
from communique.lexicon.shape import (
    Cue,
    Cues,
    Grammar,
    Never,
    Numbers,
    Properties,
    Roles,
    StateNames,
    Topics,
)
from communique.lexicon.verbs import VerbTable, verb_forms
from communique.text.fold import fold, plain_letters

T = TypeVar("T")
PACKS = Path(str(files("communique"))) / "lexicon" / "packs"


@cache
def languages() -> tuple[str, ...]:
    """The languages that can be read: the folders that hold a `pack.toml`."""
    return tuple(sorted(p.parent.name for p in PACKS.glob("*/pack.toml")))


@cache
def language_name(lang: str) -> str:
    """The name of a language in itself, such as `Deutsch`; the code of one that no pack reads as it is."""
    path = PACKS / lang / "pack.toml"
    if lang not in languages():
        return lang
    return str(tomllib.loads(path.read_text(encoding="utf-8")).get("name", lang))


@cache
def load(lang: str) -> Lexicon:
    """The lexicon of a language; read from the pack's cache when its files have not changed."""
    if lang not in languages():
        raise LanguageError(f"no pack for language {lang!r}; there are {', '.join(languages())}")
    folder = PACKS / lang
    return Lexicon(cached(folder, lambda: compile_pack(folder)))


def compile_pack(folder: Path) -> Pack:
    """Read, check and expand the pack in `folder`; `PackError` names file and entry."""
    # The world's tables are read only here.
    from communique.lexicon.terms import (
        acronyms,
        add_names,
        add_plain,
        bands,
        common_words,
        inflect,
        short_states,
    )

    properties = read_pack_file(folder / "pack.toml", Properties)
    grammar = read_pack_file(folder / "grammar.toml", Grammar)
    roles = read_pack_file(folder / "roles.toml", Roles)
    verbs = verb_forms(_spelled(folder / "verbs.toml"), properties, str(folder / "verbs.toml"))
    calendar: dict[str, Any] = _plain(json.loads((folder / "generated.json").read_text(encoding="utf-8")))
    listed: dict[str, list[Term]] = {}
    states, never = read_states(folder)
    add_names(listed, properties, calendar.pop("states"), states, never.strings)
    add_plain(listed, properties, grammar, roles)
    declension = _declension(folder)
    if declension is not None:
        inflect(listed, declension)
    cues = _cues(folder, listed, verbs, properties)
    terms = {literal: tuple(rows) for literal, rows in sorted(listed.items())}
    numbers = read_pack_file(folder / "numbers.toml", Numbers)
    sectors = read_pack_file(folder / "topics.toml", Topics).sectors
    by_tag = _by_tag(verbs)
    parted = properties.word_boundary
    return Pack(
        properties=properties,
        grammar=grammar,
        roles=roles,
        numbers=numbers,
        sectors=sectors,
        cues=cues,
        terms=terms,
        common=common_words(terms),
        acronyms=acronyms(terms),
        bands=bands(),
        calendar=calendar,
        verbs=by_tag,
        particles=_particles(verbs),
        words=[] if parted else known_words(grammar, roles, numbers, sectors, calendar, by_tag, cues, terms),
        short_states={} if parted else short_states(states),
    )


def _cues(
    folder: Path, terms: dict[str, list[Term]], verbs: VerbTable, properties: Properties
) -> dict[str, Cue]:
    cues: dict[str, Cue] = {}
    for kind, listed in read_cues(folder).items():
        path = folder / "cues" / f"{kind}.toml"
        for cue in listed:
            if cue.id in cues:
                raise PackError("this cue id is claimed twice", path, cue.id)
            cues[cue.id] = cue
            _add_cue(terms, path, cue, verbs, properties)
    return cues


def read_cues(folder: Path) -> dict[str, list[Cue]]:
    """The cues of a pack by kind, as its files list them."""
    return {path.stem: read_pack_file(path, Cues).cue for path in sorted((folder / "cues").glob("*.toml"))}


def read_states(folder: Path) -> tuple[dict[str, StateNames], Never]:
    """The hand-written names of `states.toml`, and the strings that never name a state."""
    path = folder / "states.toml"
    table = _spelled(path)
    never = _convert(table.pop("never", {"strings": []}), Never, path)
    return {code: _convert(row, StateNames, path, code) for code, row in table.items()}, never


def _add_cue(
    terms: dict[str, list[Term]], path: Path, cue: Cue, verbs: VerbTable, properties: Properties
) -> None:
    """Add a cue's literals; one literal that is several forms of its verb is one term that lists them."""
    forms: dict[Head, list[str]] = {}
    space = " " if properties.word_boundary else ""
    for pattern in cue.patterns:
        for head in expand(pattern, verbs, f"{path}: {cue.id}", space, properties):
            tails = tuple(tuple(fold(t) for t in tail) for tail in head.tails)
            behind = tuple(fold(t) for t in head.behind)
            key = head._replace(literal=fold(head.literal), form="", tails=tails, behind=behind)
            listed = forms.setdefault(key, [])
            if head.form not in listed:
                listed.append(head.form)
    for head, listed in forms.items():
        term = Term(
            "cue",
            path.stem,
            cue.id,
            left_open=head.open_start,
            right_open=head.open_end,
            form=" ".join(listed),
            tails=head.tails,
            behind=head.behind,
        )
        terms.setdefault(head.literal, []).append(term)


def _by_tag(verbs: VerbTable) -> dict[str, list[str]]:
    tags: dict[str, set[str]] = {}
    for forms in verbs.values():
        for tag, surface, _ in forms:
            tags.setdefault(tag, set()).add(fold(surface))
    return {tag: sorted(words) for tag, words in sorted(tags.items())}


def _particles(verbs: VerbTable) -> dict[str, list[str]]:
    """By finite form, the prefixes that verbs part from it."""
    found: dict[str, set[str]] = {}
    for forms in verbs.values():
        for _, surface, particle in forms:
            if particle:
                found.setdefault(fold(surface), set()).add(fold(particle))
    return {form: sorted(listed) for form, listed in sorted(found.items())}


@cache
def _declension(folder: Path) -> Declension | None:
    """How words decline in the pack of `folder`; None where its nouns have no cases."""
    properties = read_pack_file(folder / "pack.toml", Properties)
    path = folder / "forms.toml"
    return Declension(_toml(path), properties, str(path)) if properties.noun_cases else None


def _spelled(path: Path) -> dict[str, Any]:
    """A file of a pack with all forms in place of its marked words."""
    declension = _declension(path.parent.parent if path.parent.name == "cues" else path.parent)
    return declension.spelled(_toml(path)) if declension is not None else _toml(path)


def _toml(path: Path) -> dict[str, Any]:
    try:
        text = path.read_text(encoding="utf-8")
        table = tomllib.loads(text)
        return table if plain_letters(text) == text else _plain(table)
    except FileNotFoundError:
        raise PackError("this file of the pack is missing", path) from None
    except tomllib.TOMLDecodeError as error:
        raise PackError(f"not TOML: {error}", path) from error


def _plain(value: Any) -> Any:
    """The value with the letters of all its words as folded text has them, but in the sentences of cues."""
    if isinstance(value, str):
        return plain_letters(value).rstrip()
    if isinstance(value, list):
        return [_plain(part) for part in value]
    if isinstance(value, dict):
        return {_plain(k): v if k in ("yes", "no") else _plain(v) for k, v in value.items()}
    return value


def read_pack_file(path: Path, shape: type[T]) -> T:
    """One file of a pack in its typed shape; `PackError` names file and entry."""
    table = _toml(path) if shape is Properties else _spelled(path)
    return _convert(table, shape, path)


def _convert(value: object, shape: type[T], path: Path, entry: str | None = None) -> T:
    try:
        return msgspec.convert(value, shape)
    except msgspec.ValidationError as error:
        raise PackError(str(error), path, entry) from error
