"""Groups of words for one actor: a name, what qualifies it, and the noun that tells its sector."""

from __future__ import annotations

import msgspec

from communique.coding.names import Name
from communique.coding.words import Classes, Word
from communique.lexicon.events import Events

_REACH = 3
"""How many plain words may stand between a name and the noun it qualifies."""
_KEEP = frozenset({"GOV", "CVL", ""})
"""Sectors that say little: another noun of the group goes before them."""


class Group(msgspec.Struct, eq=False):
    """The words `[first, last)`: who they stand for."""

    first: int
    last: int
    codes: list[str] = []
    """The states or bodies, most often one; empty for `the police`."""
    sector: str = ""
    preposition: int | None = None
    """The place of the preposition that governs the group."""
    place: bool = False
    """Only a name that also says where."""
    named: bool = False
    local: bool = False
    """The code comes from where the group is (`police in Dhaka`)."""
    private: bool = False
    """A person or thing of a nation that no sector fits (`the Malian singer`)."""
    chain: int = 0
    """Groups joined by `and` share a number."""

    @property
    def full(self) -> list[str]:
        """The codes with the sector."""
        return [code if len(code) > 3 else code + self.sector for code in self.codes]


class Grouper:
    """Builds the groups of one language's sentences."""

    def __init__(self, events: Events, classes: Classes) -> None:
        self.classes = classes
        self.verbs = events.verbs
        self.finite = events.finite
        self.partitives = events.partitives
        self.sectors: dict[str, list[tuple[tuple[str, ...], str]]] = {}
        for noun, sector in events.sector_of.items():
            words = tuple(noun.split())
            self.sectors.setdefault(words[0], []).append((words, sector))
        for rows in self.sectors.values():
            rows.sort(key=lambda row: -len(row[0]))

    def groups(self, words: list[Word], names: dict[int, Name]) -> list[Group]:
        """The sentence's groups in order."""
        out: list[Group] = []
        at = 0
        while at < len(words):
            group = self._at(words, names, at, 0)
            if group is None:
                at += 1
                continue
            out.append(group)
            at = group.last
        return out

    def _at(self, words: list[Word], names: dict[int, Name], at: int, depth: int) -> Group | None:
        if at not in names and self._sector(words, at) is None:
            return self._partitive(words, names, at, depth)
        group = Group(at, at)
        self._extend(words, names, group)
        if not group.codes:
            self._complete(words, names, group, depth)
        return group if group.codes or group.sector else None

    def _extend(self, words: list[Word], names: dict[int, Name], group: Group) -> None:
        """Take in the words of the group from its first on."""
        at, seen, possessed, gap = group.first, 0, False, 0
        while at < len(words):
            name = names.get(at)
            sector = self._sector(words, at)
            if name is not None:
                if at > group.first and self._other(words, group, name):
                    break
                self._add_name(group, name, possessed)
                at, seen, gap = name.last, seen + 1, 0
                group.last = at
            elif sector is not None and not (gap and self._is_verb(words, at)):
                self._add_sector(group, sector[1])
                at, gap = at + sector[0], 0
                group.last = at
            elif words[at].text in self.classes.genitives and group.last == at:
                possessed, at, group.last = True, at + 1, at + 1
            elif self._plain(words, at) and gap < _REACH:
                if words[at].capital and group.last == at and group.sector:
                    group.last = at + 1
                    at += 1
                else:
                    at, gap = at + 1, gap + 1
            else:
                break
        group.place = group.place and not group.sector
        group.private = self._private(words, names, group)

    def _private(self, words: list[Word], names: dict[int, Name], group: Group) -> bool:
        last = names.get(group.last - 1)
        if group.sector or last is None or last.kind != "people" or group.last >= len(words):
            return False
        word = words[group.last]
        return not (word.capital or self.classes.halts(word) or word.text in self.verbs)

    def _other(self, words: list[Word], group: Group, name: Name) -> bool:
        """A second name after a whole first one begins a group of its own (`gave Malawi Chinese rice`)."""
        before = words[name.first - 1]
        return (
            bool(group.codes)
            and name.kind in ("people", "state")
            and not group.sector
            and group.place
            and before.text not in self.classes.genitives
            and not (before.text.endswith("-") or before.text == "-")
        )

    def _add_name(self, group: Group, name: Name, possessed: bool) -> None:
        if name.kind == "role":
            self._add_sector(group, name.sector.strip())
            return
        where = name.kind in ("state", "place", "city")
        if group.codes and (name.kind == "leader" or (possessed and name.kind != "group")):
            return
        group.codes = [name.state]
        group.named = True
        group.place = where and not group.sector
        if name.sector and (not group.sector or group.sector in _KEEP):
            group.sector = name.sector

    def _add_sector(self, group: Group, sector: str) -> None:
        if group.sector in _KEEP or (sector not in _KEEP and group.sector != "REB"):
            group.sector = sector

    def _plain(self, words: list[Word], at: int) -> bool:
        word = words[at]
        if self.classes.halts(word) or word.text in self.classes.genitives:
            return False
        return word.capital or not self._is_verb(words, at)

    def _is_verb(self, words: list[Word], at: int) -> bool:
        """A finite verb form, read as one; a participle before a noun is left to the caller."""
        return words[at].text in self.finite

    def _sector(self, words: list[Word], at: int) -> tuple[int, str] | None:
        """The sector noun at `at`: its number of words and its sector; `to ship` has none."""
        if words[at].text in self.verbs and at and words[at - 1].text == self.classes.marker:
            return None
        for row, sector in self.sectors.get(words[at].text, ()):
            if tuple(word.text for word in words[at : at + len(row)]) == row:
                return len(row), sector
        return None

    def _partitive(self, words: list[Word], names: dict[int, Name], at: int, depth: int) -> Group | None:
        """`thousands of Nigerians`, `the city of Mandalay`: the word counts or classes what follows."""
        if words[at].text not in self.partitives or depth > 2:
            return None
        inner = self._after_of(words, names, at + 1, depth)
        if inner is None:
            return None
        inner.first = at
        return inner

    def _after_of(self, words: list[Word], names: dict[int, Name], at: int, depth: int) -> Group | None:
        if at >= len(words) or words[at].text not in self.classes.of:
            return None
        start = self._skip_modifiers(words, names, at + 1)
        return self._at(words, names, start, depth + 1) if start < len(words) else None

    def _skip_modifiers(self, words: list[Word], names: dict[int, Name], at: int) -> int:
        """The first word from `at` on that is neither determiner nor plain adjective."""
        for step in range(at, min(at + 5, len(words))):
            word = words[step]
            if step in names or self._sector(words, step) or word.text in self.partitives:
                return step
            if word.text in self.classes.determiners:
                continue
            if self.classes.halts(word):
                break
        return at

    def _complete(self, words: list[Word], names: dict[int, Name], group: Group, depth: int) -> None:
        """The code of a group without a name: from `of X`, `in X`, `from X` right behind it."""
        at = group.last
        if depth > 2 or at >= len(words) or words[at].text not in self.classes.places:
            return
        start = self._skip_modifiers(words, names, at + 1)
        if start >= len(words):
            return
        inner = self._at(words, names, start, depth + 1)
        if inner is None or not inner.codes:
            return
        group.codes = list(inner.codes)
        group.named = True
        joined = self._joined(words, names, inner.last)
        if joined:
            group.codes.append(joined.state)
        if words[at].text in self.classes.of:
            group.last = joined.last if joined else inner.last
            if not group.sector or group.sector in _KEEP:
                group.sector = inner.sector or group.sector
        else:
            group.local = True

    def _joined(self, words: list[Word], names: dict[int, Name], at: int) -> Name | None:
        """The second state of `the presidents of X and Y`."""
        if at + 1 >= len(words) or words[at].text not in self.classes.joining:
            return None
        name = names.get(at + 1)
        return name if name and name.kind in ("state", "city", "place") else None
