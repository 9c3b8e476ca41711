"""Sides and bodies of a state: `the army of Chad`, `die Regierung in Quito`, `our forces`, `the rebels`."""

from __future__ import annotations

from communique.lexicon.lexicon import Lexicon
from communique.mentions.groups import GroupReader
from communique.mentions.items import Item
from communique.mentions.refs import Ref
from communique.mentions.titles import TitleReader, code_of, prefix_state
from communique.world.cities import find_city
from communique.world.subdivisions import find_subdivision

_TOWN = 50_000
"""People of a town that is better known than a person of its name."""

_ADJECTIVES = 2
"""Plain adjectives between a side and that of its state."""


class SideReader:
    """Reads the nouns of sides in one language; stateless between sentences."""

    def __init__(self, lexicon: Lexicon, titles: TitleReader, groups: GroupReader) -> None:
        self.lexicon = lexicon
        self.words = lexicon.words
        self.titles = titles
        self.groups = groups
        self.links = frozenset(lexicon.grammar.side_links)
        self.delegations = frozenset(lexicon.grammar.delegations)
        self.seated = tuple(lexicon.grammar.seated)
        self.led = lexicon.grammar.led_bodies
        self.led_endings = tuple(f"-{noun}" for noun in self.led)
        self.world = lexicon.grammar.world_bodies
        self.bands = frozenset(lexicon.grammar.bands)
        self.joined = lexicon.properties.state_follows or bool(lexicon.properties.noun_cases)
        self.own_words = frozenset(lexicon.grammar.own_words)
        self.closed = lexicon.loose | lexicon.structure | lexicon.before_verbs | lexicon.verb_words

    def read(self, text: str, items: list[Item], at: int) -> Ref | None:
        """The side whose noun stands at item `at`, where the words around it say whose it is."""
        return (
            self._called(text, items, at)
            or self._led(text, items, at)
            or self._adjective_behind(items, at)
            or self._of_state(items, at)
            or self._seated(items, at)
            or self._band(items, at)
            or self._ours(items, at)
            or self.groups.counted(items, at)
            or self._of_world(items, at)
        )

    def _called(self, text: str, items: list[Item], at: int) -> Ref | None:
        """`the Obama administration`, `die Obama-Administration`: a government by the name of who leads it."""
        item = items[at]
        if item.text not in self.led and not item.text.endswith(self.led_endings):
            return None
        name, _, noun = item.text.rpartition("-")
        state, first = self.led[noun], at
        if not name:
            if not at or (item.capital and not self.titles.guarded):
                return None
            name, first = items[at - 1].text, at - 1
            if not items[first].capital or items[first].term is not None or name in self.words.not_names:
                return None
            if _is_place(text[items[first].start : items[first].end], state):
                return None
        elif prefix_state(self.lexicon, text[item.start : item.end]):
            return None
        ref = Ref.over("state", items, first, at + 1)
        ref.states, ref.head, ref.leader = (state,) if state else (), noun, name
        return ref

    def _led(self, text: str, items: list[Item], at: int) -> Ref | None:
        """`US-Handelsministerium`: a body whose compound begins with its state."""
        item = items[at]
        lead = prefix_state(self.lexicon, text[item.start : item.end])
        if lead is None:
            return None
        ref = Ref.over("state", items, at, at + 1)
        ref.states, ref.head = (lead,), item.text.partition("-")[2]
        return ref

    def _adjective_behind(self, items: list[Item], at: int) -> Ref | None:
        """`le ministère chinois du Commerce`, `l'armée tchadienne`: a side before the adjective of its state."""
        following = self.titles.following
        if not following.active:
            return None
        ref = Ref.over("state", items, at, at + 1)
        tail = self.titles.side_tail(items, at + 1)
        end = following.read(items, tail, ref)
        if end == tail:
            tail = self._described(items, tail)
            end = following.read(items, tail, ref)
        if end == tail:
            return None
        ref.last = self.titles.side_tail(items, end)
        ref.end, ref.head = items[ref.last - 1].end, items[at].text
        return ref

    def _sent_from(self, items: list[Item], at: int, here: int) -> bool:
        """`وفد من كينيا`: whether a word of origin stands behind a delegation."""
        return items[here].text in self.words.owners and items[at].text in self.delegations

    def _described(self, items: list[Item], at: int) -> int:
        """Past the plain adjectives of a side before that of its state (`un groupe parlementaire kényan`)."""
        here = at
        while here < min(len(items), at + _ADJECTIVES) and self._plain(items[here]):
            here += 1
        return here if here < len(items) and items[here].is_type("adj") else at

    def _plain(self, item: Item) -> bool:
        """Whether an item is a word without a class of its own, such as an adjective."""
        return item.term is None and item.text.isalpha() and item.text not in self.closed

    def _of_state(self, items: list[Item], at: int) -> Ref | None:
        """`the army of Chad`, `troops from Japan`, `die Regierung Kenias`: a side before its state."""
        tail = self._past_people(items, self.titles.side_tail(items, at + 1))
        here = tail
        if here < len(items) and (items[here].text in self.links or self._sent_from(items, at, here)):
            here += 1
        while here < len(items) and items[here].text in self.titles.articles:
            here += 1
        if here >= len(items) or not items[here].is_type("state", "org", "capital"):
            return self._of_body(items, at, here)
        term = items[here].term
        owned = here + 1 < len(items) and items[here + 1].text == "'s"
        bare = here == tail and not self.titles.state_follows
        if owned or (bare and not (term and term.possessive)) or not items[here].may_own():
            return None
        before = not (self.titles.state_follows and self.titles.following.active)
        if before and here + 1 < len(items) and items[here + 1].is_type("side", "role"):
            return None
        ref = Ref.over("org" if items[here].is_type("org") else "state", items, at, here + 1)
        ref.states = (code_of(items[here]),)
        ref.head = items[at].text
        return ref

    def _past_people(self, items: list[Item], at: int) -> int:
        """`حكومة وشعب غانا`: past a side that a word joins to another before the state of both."""
        joined = at + 1 < len(items) and items[at].text in self.words.coordinators and self.joined
        return at + 2 if joined and items[at + 1].is_type("side") else at

    def _of_world(self, items: list[Item], at: int) -> Ref | None:
        """`the Security Council`: a body of an organisation, with no name or capital before it that owns it."""
        code = self.world.get(items[at].text) if items[at].capital else None
        before = items[at - 1] if at else None
        if code is None or (
            before is not None
            and (before.term is not None or before.text == "'s" or before.text in self.words.possessives)
        ):
            return None
        if before is not None and before.capital and before.text not in self.words.determiners:
            return None
        if before is not None and before.text in self.words.coordinators and self._named(items, at - 2):
            return None
        if at + 1 < len(items) and items[at + 1].text in self.titles.of:
            return None
        ref = Ref.over("org", items, at, at + 1)
        ref.states, ref.head = (code,), items[at].text
        return ref

    def _named(self, items: list[Item], at: int) -> bool:
        """`Peace and Security Council`: whether the name of another body begins before it."""
        return at >= 0 and items[at].capital and items[at].term is None

    def _of_body(self, items: list[Item], at: int, here: int) -> Ref | None:
        """`the members of the Security Council`: a side that is of a body of an organisation."""
        code = self.world.get(items[here].text) if here < len(items) and items[here].capital else None
        if code is None or here == at + 1:
            return None
        ref = Ref.over("org", items, at, here + 1)
        ref.states, ref.head = (code,), items[at].text
        return ref

    def _seated(self, items: list[Item], at: int) -> Ref | None:
        """`die Regierung in Caracas`: a body and the capital or state that it sits in."""
        if at + 2 >= len(items) or not self.seated or not items[at].text.endswith(self.seated):
            return None
        if items[at + 1].text not in self.words.place_preps or not items[at + 2].is_type("capital", "state"):
            return None
        ref = Ref.over("state", items, at, at + 3)
        ref.states = (code_of(items[at + 2]),)
        ref.head = items[at].text
        return ref

    def _band(self, items: list[Item], at: int) -> Ref | None:
        """`die Rebellen`: an armed group that the text has named before."""
        if not at or items[at].text not in self.bands:
            return None
        before = items[at - 1].text
        if before not in self.words.determiners and before not in self.words.oblique_determiners:
            return None
        return Ref.over("org", items, at, at + 1)

    def _ours(self, items: list[Item], at: int) -> Ref | None:
        """`our forces`, `my government`, `our development bank`: a side that is the speaker's own."""
        for first in range(at - 1, max(-1, at - 3), -1):
            if items[first].text in self.own_words:
                count = self.groups.counts.get(items[first + 1].text, 0) if first + 1 < at else 0
                if count:
                    return self.groups.of_count(items, first, at + 1, count)
                ref = Ref.over("speaker", items, first, at + 1)
                ref.head = items[at].text
                return ref
            if items[first].term is not None or items[first].capital or not items[first].text.isalpha():
                break
        return None


def _is_place(name: str, state: str) -> bool:
    """Whether a name is that of a subdivision or of a town of some size in another state."""
    city = find_city(name)
    town = city is not None and city.name == name and city.country != state and city.population > _TOWN
    return town or bool(find_subdivision(name))
