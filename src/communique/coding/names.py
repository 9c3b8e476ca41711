"""Which words of a sentence name a state, a body, a group, a leader or a city, with PLOVER's code of each."""

from __future__ import annotations

from typing import NamedTuple

from communique.coding.tables import scheme
from communique.coding.words import Classes, Word
from communique.lexicon.events import Events
from communique.lexicon.lexicon import Term
from communique.mentions.matcher import find
from communique.text.fold import fold
from communique.text.tokens import TOKEN
from communique.world.cities import find_city
from communique.world.organisations import ORGANISATIONS

MIN_PEOPLE = 60_000
"""A city that is no capital counts from this size on: smaller ones share too many names with people."""


class Name(NamedTuple):
    """The words `[first, last)` name who `code` stands for."""

    first: int
    last: int
    code: str
    kind: str
    """`state`, `people`, `group`, `leader`, `place`, `org`, `city`, or `role` (a title, without a code)."""

    @property
    def state(self) -> str:
        """The code without its sector."""
        return self.code[:3]

    @property
    def sector(self) -> str:
        """The sector that the name itself tells."""
        return self.code[3:]


class Names:
    """Finds the names of one language's sentences."""

    def __init__(self, events: Events, classes: Classes) -> None:
        self.lexicon = events.lexicon
        self.classes = classes
        self.table: dict[str, list[tuple[tuple[str, ...], str, str, str]]] = {}
        actors = events.actors
        for kind, codes in (
            ("place", actors.places),
            ("people", actors.peoples),
            ("leader", actors.leaders),
            ("group", actors.groups),
        ):
            for code, written in codes.items():
                for name in written:
                    self._enter(name, code, kind)
        for rows in self.table.values():
            rows.sort(key=lambda row: -len(row[0]))

    def _enter(self, name: str, code: str, kind: str) -> None:
        words = tuple(TOKEN.findall(fold(name)))
        self.table.setdefault(words[0], []).append((words, name, code, kind))

    def find(self, text: str, folded: str, words: list[Word]) -> dict[int, Name]:
        """The names by their first word; none overlap."""
        out: dict[int, Name] = {}
        known = self._known(text, folded, words)
        at = 0
        while at < len(words):
            listed = self._listed(text, words, at)
            first = known.get(at)
            name = listed if listed and (first is None or listed.last >= first.last) else first
            if name is None:
                name = self._city(text, words, at, known)
            if name is None:
                at += 1
                continue
            out[at] = name
            at = name.last
        return out

    def _known(self, text: str, folded: str, words: list[Word]) -> dict[int, Name]:
        """States, peoples, organisations and titles that the reader's lexicon knows."""
        if not words:
            return {}
        base, stop = words[0].start, words[-1].end
        starts = {word.start - base: i for i, word in enumerate(words)}
        ends = {word.end - base: i + 1 for i, word in enumerate(words)}
        out: dict[int, Name] = {}
        for hit in find(self.lexicon, text[base:stop], folded[base:stop]).names:
            first, last = starts.get(hit.start), ends.get(hit.end)
            if last is None and folded[base + hit.end] == "-":  # `British-flagged`
                last = None if first is None else first + 1
            if first is None or last is None:
                continue
            name = self._name(first, last, hit.term)
            if name:
                out[first] = name
        return out

    def _name(self, first: int, last: int, term: Term) -> Name | None:
        kind, value = term.type, term.value
        if kind in ("state", "capital", "metonym"):
            return Name(first, last, value, "state")
        if kind in ("people", "adj"):
            return Name(first, last, value, "people") if len(value) == 3 else None
        if kind == "org":
            organisation = ORGANISATIONS.get(value)
            if organisation is None or organisation.type == "non_state":
                return None
            return Name(first, last, "IGO", "org")
        if kind == "role":
            if self.lexicon.role_of[term.entry].organization in ORGANISATIONS:
                return Name(first, last, "IGO", "org")
            return Name(first, last, scheme().sector_of_role.get(value, "GOV").rjust(6), "role")
        return None

    def _listed(self, text: str, words: list[Word], at: int) -> Name | None:
        for row, written, code, kind in self.table.get(words[at].text, ()):
            last = at + len(row)
            if tuple(word.text for word in words[at:last]) != row:
                continue
            found = text[words[at].start : words[last - 1].end]
            if len(found) == len(written) and _written_so(found, written):
                return Name(at, last, code, kind)
        return None

    def _city(self, text: str, words: list[Word], at: int, known: dict[int, Name]) -> Name | None:
        """A city after a preposition of place; the longest run of capitalised words that names one."""
        word = words[at]
        if not word.capital or at == 0 or word.text in self.classes.calendar:
            return None
        if words[at - 1].text not in self.classes.places:
            return None
        last = at + 1
        while last < min(at + 3, len(words)) and words[last].capital and last not in known:
            last += 1
        for end in range(last, at, -1):
            city = find_city(text[word.start : words[end - 1].end])
            if city and (city.capital or city.population >= MIN_PEOPLE):
                return Name(at, end, city.country, "city")
        return None


def _written_so(found: str, written: str) -> bool:
    """Capitals of the list stand in the text too (`MEND` is no verb); a text all in capitals also fits."""
    return all(not w.isupper() or f.isupper() for f, w in zip(found, written, strict=True))
