"""Builds references to actors out of a sentence's items: titles with names, states, sides, pronouns."""

from __future__ import annotations

from communique.lexicon.lexicon import Lexicon
from communique.mentions.delegations import DelegationReader
from communique.mentions.governing import Government
from communique.mentions.groups import GroupReader
from communique.mentions.holders import HolderFinder
from communique.mentions.items import Item
from communique.mentions.joining import TitleJoiner
from communique.mentions.ministries import Ministries
from communique.mentions.names import NameReader
from communique.mentions.pronouns import PronounReader
from communique.mentions.refs import Ref
from communique.mentions.respective import RespectiveNames
from communique.mentions.shared_titles import SharedTitles
from communique.mentions.sides import SideReader
from communique.mentions.states import StateReader
from communique.mentions.titled import TitledReader
from communique.mentions.titles import STATE_TYPES, TitleReader


class ActorFinder:
    """Finds references in one language; stateless between sentences."""

    def __init__(self, lexicon: Lexicon) -> None:
        self.lexicon = lexicon
        self.words = lexicon.words
        self.names = NameReader(lexicon)
        self.titles = TitleReader(lexicon)
        self.pronouns = PronounReader(lexicon)
        self.groups = GroupReader(lexicon, self.names, self.titles)
        self.sides = SideReader(lexicon, self.titles, self.groups)
        ministries = Ministries(lexicon)
        self.states = StateReader(lexicon, self.titles, ministries)
        self.shared = SharedTitles(lexicon, self.names, self.titles)
        self.titled = TitledReader(lexicon, self.names, self.titles, self.groups, self.shared, ministries)
        self.respective = RespectiveNames(lexicon, self.names)
        self.joiner = TitleJoiner(lexicon, self.titles)
        self.delegations = DelegationReader(lexicon)
        self.holders = HolderFinder(lexicon, self.names, self.titles)
        self.government = Government(lexicon)
        self.cased = bool(lexicon.properties.noun_cases)
        self.postings = frozenset(lexicon.grammar.posting_leads)
        self.adjective_titles = frozenset(lexicon.roles.adjective_titles)
        self.telling = self.pronouns.all | self.holders.verbs | lexicon.bare_groups
        """The words of which a sentence without names has to hold one, if it refers to anybody."""

    def find(self, text: str, items: list[Item], strict: bool = False) -> list[Ref]:
        """The sentence's references in order. `strict`: a headline in title case."""
        out: list[Ref] = []
        pronouns = self.pronouns.all
        told = (at for at, item in enumerate(items) if item.term is not None or item.text in pronouns)
        at = next(told, len(items))
        while at < len(items):
            item = items[at]
            if item.term is None and item.text not in pronouns:
                at += 1
                continue
            ref = self._at(text, items, at, strict, self._floor(items, out))
            if ref is None:
                at += 1
                continue
            while out and out[-1].last > ref.first:
                out.pop()
            if ref.role and not ref.states and out and out[-1].name:
                self._serve(items, out[-1], ref)
            ref = self.joiner.join(text, items, out, ref)
            if out and ref.name:
                self.respective.share(text, items, out[-1], ref, strict)
            out.append(ref)
            if ref.name and ref.role:
                others = self.shared.behind(text, items, ref, strict)
                out.extend(others or self.shared.fellow(text, items, ref, strict))
            elif ref.counterpart and ref.name and len(ref.states) > 1:
                out[-1:] = self.shared.counterparts(text, items, ref, strict) or out[-1:]
            elif ref.role and len(ref.states) > 1:
                named = self.shared.distributed(text, items, ref, strict)
                out[-1:] = named or out[-1:]
            elif ref.office and len(ref.states) > 1:
                out[-1:] = self.shared.of_group(text, items, ref, strict) or out[-1:]
            at = max(out[-1].last, at + 1)
        out = self.delegations.join(text, items, out)
        for ref in out:
            self.government.note(items, ref)
        if self.cased:
            for before, ref in zip([None, *out], out, strict=False):
                self.government.note_case(items, ref, before)
        heading = self.holders.heading(text, items, out, strict)
        if heading is not None:
            out = sorted([*out, heading], key=lambda r: r.first)
        holder = self.holders.facing(text, items, out, strict)
        return [holder, *out] if holder is not None else out

    def _serve(self, items: list[Item], owner: Ref, ref: Ref) -> None:
        """`Prime Minister X's spokesperson, Y`: who serves a person named right before is of the same side."""
        if ref.first - 1 == owner.last and items[owner.last].text == "'s" and not ref.counterpart:
            ref.states, owner.weak = owner.states, True

    def _floor(self, items: list[Item], out: list[Ref]) -> int:
        """Past the last reference, but not past the state that a title is posted to and the one before that."""
        if self.postings and out and out[-1].first and items[out[-1].first - 1].text in self.postings:
            sent = len(out) > 1 and out[-2].kind == "state" and not out[-2].head
            earlier = out[: -2 if sent else -1]
            return earlier[-1].last if earlier else 0
        at = len(out)
        while at and self._in_row(items, out[at - 1]):
            at -= 1
        return out[at - 1].last if at else 0

    def _in_row(self, items: list[Item], ref: Ref) -> bool:
        """Whether a reference is one of the adjectives before a title (`dem peruanischen und dem …`)."""
        if ref.last != ref.first + 1 or ref.head or not items[ref.first].is_type("adj", "people"):
            return False
        behind = items[ref.last : ref.last + 2]
        if behind and behind[0].capital and behind[0].text.endswith("-"):
            return True  # `den peruanischen Wirtschafts- und …`
        joined = behind[0].text == "," or behind[0].text in self.words.coordinators if behind else False
        return joined and len(behind) > 1 and behind[1].is_type("adj", "people")

    def _at(self, text: str, items: list[Item], at: int, strict: bool, floor: int) -> Ref | None:
        """The reference that the item at `at` makes, by what it names."""
        item = items[at]
        if item.term is None:
            return self.pronouns.read(items, at)
        kind = item.term.type
        if kind in STATE_TYPES:
            return self.states.read(items, at)
        if kind == "side":
            return self.sides.read(text, items, at)
        if kind == "role":
            return self._title(text, items, at, strict, floor)
        if kind == "group":
            return self._group(text, items, at, strict, floor)
        if kind == "counterpart":
            return self.titled.counterpart(text, items, at, strict, floor)
        if kind == "succession":
            return self.titled.succession(text, items, at, strict, floor)
        if kind == "guest":
            return self._guest(items, at)
        return self._own(items, at) if kind == "own" else None

    def _title(self, text: str, items: list[Item], at: int, strict: bool, floor: int) -> Ref | None:
        item = items[at]
        assert item.term is not None
        if self.names.guarded and text[item.start : item.end].islower():
            return None
        if item.text in self.adjective_titles and at and self._noun(items[at - 1]):
            return None
        ref = self.titled.read(text, items, at, strict, floor)
        if ref.name or not self.lexicon.role_of[item.term.entry].named:
            return ref
        if not ref.states:
            return None
        # `X领导人`: a title that is one only before a name makes a side of its state.
        ref.kind, ref.role, ref.role_text = "state", None, None
        return ref

    def _noun(self, item: Item) -> bool:
        """Whether a word is a plain noun, behind which a title may be its adjective (`misión diplomática`)."""
        plain = item.term is None or item.is_type("side")
        closed = item.text in self.lexicon.closed or item.text in self.words.honorifics
        return plain and item.text[0].isalpha() and not closed and item.text not in self.lexicon.verb_words

    def _group(self, text: str, items: list[Item], at: int, strict: bool, floor: int) -> Ref | None:
        if self.groups.determines(items, at) or self.groups.qualified(items, at):
            return None
        if self.groups.split_title(text, items, at, strict):
            return self.titled.read(text, items, at + 1, strict, floor)
        return self.groups.read(items, at)

    def _guest(self, items: list[Item], at: int) -> Ref | None:
        """`the guest`, `seinem Gast`: its first word is an article, which may rule it out as a subject."""
        if at + 1 < len(items) and items[at + 1].text in self.titles.of:
            return None
        ref = Ref.over("guest", items, at, at + 1)
        ref.head = items[at].text
        ref.objective = ref.head.split(" ", 1)[0] in self.words.oblique_determiners
        return ref

    def _own(self, items: list[Item], at: int) -> Ref | None:
        """The words for the speaker's own state, unless a determiner makes another's of them."""
        words = self.words
        opening = items[at].text.split(" ", 1)[0]
        named = items[at].text in self.lexicon.grammar.neighbour_country
        if at and opening in words.determiners and opening not in words.possessives and not named:
            return None
        ref = Ref.over("own", items, at, at + 1)
        ref.head = items[at].text
        return ref
