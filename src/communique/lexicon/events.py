"""A pack's events: how single sentences tell what PLOVER codes, and who acts beside the states.

`events.toml` holds the cues, written in the pattern language of the other cues (`patterns.py`) with
`{@name}` for a word list; `event_actors.toml` the groups, regions and leaders of news. They are read
only when sentences are coded, so that reading documents costs nothing more.
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from functools import cache
from pathlib import Path
from typing import NamedTuple

from communique.errors import LanguageError, PackError
from communique.lexicon.lexicon import Lexicon
from communique.lexicon.loader import PACKS, load, read_pack_file
from communique.lexicon.patterns import expand
from communique.lexicon.shape import Properties, Strict
from communique.lexicon.verbs import VerbTable, verb_forms
from communique.text.fold import fold
from communique.text.tokens import TOKEN
from communique.vocab import Plover

Tail = dict[str, tuple[tuple[str, ...], ...]]


class EventGrammar(Strict, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """The word classes that decide which of a sentence's events is the main one, and whether it is done."""

    say: list[str]
    """Verbs of saying: what they report is coded, not the saying."""
    performative: list[str]
    """Verbs of saying that do what they announce, so that `would` behind them is no mere threat."""
    ahead: list[str]
    """Words before a verb that put it in the future or only make it possible."""
    through: list[str]
    """Verbs that another verb's action passes through (`began to`, `continued to`)."""
    stopping: list[str]
    """Verbs that end another verb's action (`stopped shelling`)."""
    background: list[str]
    """Words that open what is not the news (`after`, `despite`)."""
    neuter: list[str]
    """Pronouns that stand for a state or body."""
    attribution: list[str]
    """Words that open a source at a sentence's end."""
    negation: list[str]
    auxiliaries: list[str]
    """Words before an infinitive without its marker (`did attack`, `must leave`)."""
    adverb_endings: list[str]
    plurals: list[str]
    """Nouns that are plural without one of `plural_endings`."""
    plural_endings: list[str]
    of: list[str]
    """What joins a noun to the whole that it is a part of."""
    places: list[str]
    """Prepositions that lead to a place."""
    nouns_after: list[str]
    """Words before a form that make a noun of it (`an attack`, `several protests`)."""
    sport: list[str]
    market: list[str]
    """Words of reports in which states' names are teams or markets."""


class EventCue(Strict, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """One way of telling an event; see the head of `events.toml` for the fields."""

    id: str
    plover: Plover
    cameo: str
    patterns: list[str]
    mode: str | None = None
    target: list[str] = []
    mutual: bool = False
    inverse: bool = False
    speech: bool = False
    settled: bool = False
    domestic: bool = False
    reason: bool = False
    agentless: bool = False
    needs: str | None = None
    """`two`, `pair`: two states; `other`: two sides, may be of one state; `actor`: a subject of its own;

    `target`: a recipient; `envoy`, `speech`: who speaks for a state; `crowd`: people act.
    """
    yes: list[str]
    no: list[str] = []


class ModeCue(Strict, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """Words that tell the mode of an event of a class, where the cue does not."""

    plover: Plover
    mode: str
    words: list[str]


class EventFile(Strict, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """`events.toml`."""

    grammar: EventGrammar
    words: dict[str, list[str]] = {}
    verbs: dict[str, str | list[str]] = {}
    mode: list[ModeCue] = []
    event: list[EventCue]


class ActorFile(Strict, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """`event_actors.toml`: codes to names, sectors to nouns."""

    partitives: list[str]
    sectors: dict[str, list[str]]
    groups: dict[str, list[str]]
    places: dict[str, list[str]]
    peoples: dict[str, list[str]]
    leaders: dict[str, list[str]]


class Row(NamedTuple):
    """One literal of a cue: its words, the verb form it was made from, the tails that must follow."""

    words: tuple[str, ...]
    open_end: bool
    form: str
    tails: tuple[Tail, ...]
    cue: int
    verbal: bool
    """The verb stands in the tail (`protesters ~ marched`)."""


class Events:
    """The events of one language made ready for matching."""

    def __init__(self, file: EventFile, actors: ActorFile, lexicon: Lexicon, verbs: VerbTable) -> None:
        self.lexicon = lexicon
        self.grammar = file.grammar
        self.cues = file.event
        self.modes = file.mode
        self.actors = actors
        self.rows = _rows(file, verbs)
        self.say = _forms(verbs, file.grammar.say, ("pres", "past", "part", "inf"))
        self.performative = _forms(verbs, file.grammar.performative, ("pres", "past"))
        self.through = _forms(verbs, file.grammar.through)
        self.stopping = _forms(verbs, file.grammar.stopping)
        self.verbs = frozenset(fold(s) for forms in verbs.values() for _, s, _ in forms) | lexicon.verb_words
        self.finite = frozenset(
            fold(s) for forms in verbs.values() for tag, s, _ in forms if tag in ("pres", "past")
        )
        self.sector_of = {fold(w): s for s, words in reversed(actors.sectors.items()) for w in words}
        self.partitives = frozenset(actors.partitives)


@cache
def load_events(lang: str) -> Events:
    """The events of a language; `LanguageError` when its pack has none, `PackError` when they are wrong."""
    folder = PACKS / lang
    if not (folder / "events.toml").exists():
        raise LanguageError(
            f"events of sentences cannot be coded in language {lang!r}: its pack has no events.toml"
        )
    return compile_events(folder, load(lang))


def compile_events(folder: Path, lexicon: Lexicon) -> Events:
    """Read, check and expand the events of the pack in `folder`."""
    properties = read_pack_file(folder / "pack.toml", Properties)
    path = folder / "events.toml"
    file = read_pack_file(path, EventFile)
    ids = [cue.id for cue in file.event]
    for name in sorted({i for i in ids if ids.count(i) > 1}):
        raise PackError("this event id is claimed twice", path, name)
    table = read_pack_file(folder / "verbs.toml", dict[str, str | list[str]])
    verbs = verb_forms(table, properties, str(folder / "verbs.toml"))
    verbs |= verb_forms(file.verbs, properties, str(path))
    return Events(file, read_pack_file(folder / "event_actors.toml", ActorFile), lexicon, verbs)


def _forms(verbs: VerbTable, lemmas: Iterable[str], tags: tuple[str, ...] | None = None) -> frozenset[str]:
    return frozenset(fold(s) for lemma in lemmas for tag, s, _ in verbs[lemma] if tags is None or tag in tags)


def _rows(file: EventFile, verbs: VerbTable) -> dict[str, list[Row]]:
    out: dict[str, list[Row]] = {}
    for number, cue in enumerate(file.event):
        for pattern in cue.patterns:
            where = f"events.toml: {cue.id}"
            heads = expand(_with_words(pattern, file.words, where), verbs, where)
            tails = tuple(_tail(tail) for tail in heads[0].tails)
            verbal = "<" in pattern.partition("~")[2] and not any(head.form for head in heads)
            for head in heads:
                words = tuple(TOKEN.findall(fold(head.literal)))
                out.setdefault(words[0], []).append(
                    Row(words, head.open_end, head.form, tails, number, verbal)
                )
    return out


def _with_words(pattern: str, words: dict[str, list[str]], where: str) -> str:
    def listed(match: re.Match[str]) -> str:
        if match[1] not in words:
            raise PackError(f"no word list {match[1]!r}", entry=where)
        return "|".join(words[match[1]])

    return re.sub(r"@(\w+)", listed, pattern)


def _tail(surfaces: tuple[str, ...]) -> Tail:
    out: dict[str, set[tuple[str, ...]]] = {}
    for surface in surfaces:
        words = tuple(TOKEN.findall(fold(surface)))
        out.setdefault(words[0], set()).add(words)
    return {first: tuple(sorted(rows, key=lambda r: (-len(r), r))) for first, rows in sorted(out.items())}
