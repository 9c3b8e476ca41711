"""References side by side: `A and B`, `A, the Kenyan army and B`."""

from __future__ import annotations

from itertools import pairwise

from communique.mentions.items import Item
from communique.mentions.refs import Ref
from communique.reading.parties import states_of
from communique.reading.structure import Structure

_LINKED = 3
"""Items of a side, a word of owning and a state."""


class Coordination:
    """Tells which references of one sentence are joined; asked of a reference again, it knows the answer."""

    __slots__ = ("_behind", "items", "lexicon", "refs", "structure", "words")

    def __init__(self, structure: Structure) -> None:
        self.structure = structure
        self.lexicon = structure.lexicon
        self.words = structure.lexicon.words
        self.items = structure.items
        self.refs = structure.refs
        self._behind: dict[Ref, list[Ref]] = {}

    def behind(self, ref: Ref) -> list[Ref]:
        """References joined to `ref` by coordinators or commas, directly behind it; none to one of another sentence."""
        if id(ref) not in self.structure.ref_clause:
            return []
        known = self._behind.get(ref)
        if known is None:
            known = self._behind[ref] = self._read(ref)
        return known

    def _read(self, ref: Ref) -> list[Ref]:
        out: list[Ref] = []
        last = ref.last
        prep = self._own_link(ref) or ref.prep
        for other in self.refs:
            if other.first < last:
                continue
            owned = other.weak and not ref.genitive  # `der USA und Südkoreas`
            joined = self._joined(last, other, prep) or self._row(ref, last, other)
            if owned or not joined or self._apart(ref, other):
                break
            out.append(other)
            last = other.last
        return out

    def group(self, ref: Ref) -> list[Ref]:
        """A reference and those joined to it."""
        return [ref, *self.behind(ref)]

    def couples(self) -> list[tuple[str, ...]]:
        """Pairs of states that the sentence names side by side."""
        out: list[tuple[str, ...]] = []
        for ref in self.refs:
            others = self.behind(ref) if len(ref.states) == 1 else []
            if others and len(joined := states_of([ref, *others])) == 2:
                out.append(joined)
        return out

    def _joined(self, last: int, other: Ref, prep: str | None) -> bool:
        """Whether only coordinators and commas, articles and adjectives lead from item `last` to `other`."""
        items, coordinators = self.items, self.words.coordinators
        if last == other.first:
            return self._lettered(items[last - 1]) and self._lettered(items[last])
        comma = coordinated = False
        for at in range(last, other.first):
            text = items[at].text
            if text in coordinators or text in self.lexicon.grammar.correlatives:
                coordinated = True
            elif text == "-" and self.lexicon.properties.state_follows and other.first == last + 1:
                coordinated = items[last - 1].is_type("state") and items[other.first].is_type("state")
            elif text == ",":
                comma = True
            elif self._leads_to(at, other) and self._governs_on(text, prep, coordinated, comma):
                continue
            elif not self._lead(items[at]):
                return False
        if not comma or coordinated or items[other.first - 1].text != ",":
            return comma or coordinated
        behind = items[other.last].text if other.last < len(items) else ""
        return behind == "," or behind in coordinators or self._opening(last, other)

    def _own_link(self, ref: Ref) -> str | None:
        """`les gouvernements du Togo, du Bénin et du Mali`: the word of owning that goes on behind several sides."""
        if not ref.head or ref.kind != "state" or ref.role or ref.last - ref.first < _LINKED:
            return None
        side, at = self.items[ref.first].text, ref.last - 2
        if self.items[at].text in self.words.determiners and at > ref.first + 1:
            at -= 1
        link = self.items[at].text
        plural = side.endswith(tuple(self.lexicon.grammar.plural_titles))
        return link if plural and link in self.words.owners else None

    def _row(self, ref: Ref, last: int, other: Ref) -> bool:
        """`A; B; C đã gửi điện …`: persons with titles whom semicolons part, before the verb that they share."""
        if not self.lexicon.properties.titles_stack or not (ref.name and ref.role and other.name):
            return False
        if not other.role or [i.text for i in self.items[last : other.first]] != [";"]:
            return False
        return not ref.first or self.items[ref.first - 1].text in (",", ";")

    def _leads_to(self, at: int, other: Ref) -> bool:
        """Whether at most an article stands between an item and a reference (`de l'Inde`)."""
        after = other.first - at - 1
        return after == 0 or (after == 1 and self.items[at + 1].text in self.words.determiners)

    def _governs_on(self, text: str, prep: str | None, coordinated: bool, comma: bool) -> bool:
        """Whether a preposition governs one more of a list (`au Mali, en Guinée et à Cuba`)."""
        listed = comma and bool(self.lexicon.properties.noun_cases) and prep in self.words.meeting_preps
        if (coordinated or listed) and text == prep:
            return True
        if prep is None or not (coordinated or comma) or not self.lexicon.properties.adjectives_follow:
            return False
        owners = self.words.owners
        if text in owners or prep in owners:
            return text in owners and prep in owners
        return text in self.words.place_preps and prep in self.words.place_preps

    def _lettered(self, item: Item) -> bool:
        """Whether an item is a state's name of one character, which stands by others without a mark (`中美`)."""
        return item.is_type("state") and len(item.text) == 1 and not self.lexicon.properties.word_boundary

    def _opening(self, last: int, other: Ref) -> bool:
        """`Nga, Ấn Độ ký …`, `Kenya, Peru sign …`: some of a kind that open a sentence before its verb."""
        if other.last >= len(self.items):
            return False
        behind = self.items[other.last]
        row = [r for r in self.refs if r.last <= last]
        alike = bool(row) and row[0].first == 0 and row[-1].last == last
        for before, ref in pairwise([*row, other]):
            between = [i.text for i in self.items[before.last : ref.first]]
            alike = alike and between == [","] and before.kind == ref.kind and before.states != ref.states
        acts = behind.start in self.structure.verb_starts or self.lexicon.leads_verb(behind.text)
        return alike and acts

    def _lead(self, item: Item) -> bool:
        """Whether an item may stand between a coordinator and the reference it joins (article, adjective)."""
        words = self.words
        if item.text in words.determiners or item.text in words.possessives:
            return True
        if item.text in words.oblique_determiners or item.is_type("side"):
            return True
        endings = self.lexicon.adjective_endings
        return (
            bool(endings)
            and item.term is None
            and not item.capital
            and item.text.endswith(endings)
            and item.text not in self.lexicon.verb_words
            and item.text not in words.prepositions
        )

    def _apart(self, ref: Ref, other: Ref) -> bool:
        """Whether a reference stands in a relative clause that the one before it does not stand in."""
        clause = self.structure.ref_clause[id(other)]
        return (
            clause != self.structure.ref_clause[id(ref)]
            and self.structure.clauses.all[clause].kind == "relative"
        )
