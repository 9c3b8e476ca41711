"""States and organisations by name: a capital as its government, an adjective with a side, a weak mention."""

from __future__ import annotations

from communique.lexicon.lexicon import Lexicon
from communique.mentions.items import Item
from communique.mentions.ministries import Ministries
from communique.mentions.refs import Ref
from communique.mentions.titles import STATE_TYPES, TitleReader, code_of

_OWNERS = ("adj", "people", "org", "state")
"""Names that may stand right before the noun of their side."""
_BEFORE = ("adj", "people")
"""Names that are adjectives before a noun."""
_LONGEST = 4
"""Items that the noun behind a name may be cut into."""


class StateReader:
    """Reads names of states and organisations in one language; stateless between sentences."""

    def __init__(self, lexicon: Lexicon, titles: TitleReader, ministries: Ministries) -> None:
        self.titles = titles
        self.ministries = ministries
        self.joints = lexicon.words.coordinators | {"-"}
        self.postings = frozenset(lexicon.grammar.posting_leads)
        self.missions = tuple(lexicon.grammar.missions)
        self.modifiers = frozenset(lexicon.roles.modifiers)
        self.scales = lexicon.numbers.scales
        self.institutions = tuple(lexicon.grammar.institutions)
        self.article = lexicon.properties.article
        self.matters = frozenset(lexicon.grammar.matter_nouns)
        self.events = tuple(lexicon.grammar.event_nouns)
        self.places = lexicon.words.place_preps
        self.owners = frozenset(lexicon.words.owners)
        self.parted = lexicon.properties.word_boundary
        self.cased = bool(lexicon.properties.noun_cases)
        self.compounds = lexicon.properties.compounds
        self.delegations = frozenset(lexicon.grammar.delegations)
        self.genitives = lexicon.genitive_adjectives

    def read(self, items: list[Item], at: int) -> Ref | None:
        """The reference of the name at item `at`; None where it belongs to a title behind it."""
        item = items[at]
        assert item.term is not None
        kind = item.term.type
        codes, last = self._named(items, at)
        ref = Ref.over("org" if kind == "org" else "state", items, at, last)
        ref.states = tuple(dict.fromkeys(codes))
        ref.plural = len(ref.states) > 1
        possessive = last < len(items) and items[last].text == "'s"
        here = last + 1 if possessive else last
        while here < len(items) and items[here].term is None and items[here].text in self.modifiers:
            here += 1
        here = self.ministries.title_behind(items, here)
        behind = items[here] if here < len(items) else None
        follows = self.titles.state_follows and self.titles.following.active
        titled = behind is not None and behind.is_type("role", "counterpart") and not follows
        posted = at > 0 and items[at - 1].text in self.postings
        if titled and not posted and (kind == "adj" or not self.cased):
            return None
        owner = possessive or item.term.possessive
        owners = ("adj",) if self.cased else _OWNERS
        side = behind is not None and (behind.is_type("side") or self._one_side(item, behind))
        if behind is not None and side and (owner or kind in owners) and not follows:
            ref.last = self.titles.side_tail(items, here + 1)
            ref.end = items[ref.last - 1].end
            ref.head = behind.text
            if (
                posted
                and ref.head.endswith(self.missions)
                and not (at > 1 and items[at - 2].is_type(*STATE_TYPES))
            ):
                ref.kind, ref.post, ref.states = "own", ref.states, ()
            return ref
        compound = self._compound(items, last)
        if compound and items[last + 1].is_type("side"):
            ref.last, ref.end, ref.head = last + 2, items[last + 1].end, items[last + 1].text
            return ref
        if kind in _BEFORE and behind is not None and behind.is_type("land"):
            ref.last, ref.end = here + 1, behind.end
            named = items[here + 1] if here + 1 < len(items) else None
            if named is not None and named.is_type("capital") and code_of(named) in ref.states:
                ref.last, ref.end = here + 2, named.end
            return ref
        if kind == "adj" and self.titles.following.active and at and items[at - 1].is_type("land"):
            ref.first, ref.start = at - 1, items[at - 1].start
            return ref
        if kind == "adj" or owner or compound or (kind == "people" and at and self._quantity(items[at - 1])):
            ref.weak, ref.kind = True, "weak"
            ref.bearing = follows and self._matter_before(items, at)
            if possessive:
                ref.last, ref.end = last + 1, items[last].end
        elif (
            self._names_a_body(items, at, last)
            or (kind == "capital" and self._sites(items, at))
            or (at and items[at - 1].text in self.matters)
        ):
            ref.weak, ref.kind, ref.bearing = True, "weak", True
        return ref

    def _one_side(self, item: Item, behind: Item) -> bool:
        """`с кенийской стороны`: the word for both sides is one side's behind an adjective in the genitive."""
        if not self.cased or not behind.is_type("group") or behind.text not in self.delegations:
            return False
        return item.is_type("adj") and item.text.endswith(self.genitives)

    def _matter_before(self, items: list[Item], at: int) -> bool:
        """`الملف النووي الإيراني`: a noun of a matter or body before an adjective, another adjective between."""
        if at and items[at - 1].text in self.institutions:
            return True
        article = self.article
        between = at > 1 and bool(article) and items[at - 1].term is None
        return between and items[at - 1].text.startswith(article) and items[at - 2].text in self.institutions

    def _names_a_body(self, items: list[Item], at: int, last: int) -> bool:
        """`the University of Chile`, `智利大学的`: a state in the name of a body that nobody heads in the sentence."""
        if self.parted:
            of = at > 1 and items[at - 1].text in self.owners
            named = of and items[at - 2].capital and items[at - 2].text in self.institutions
            return named and not self._headed(items[: at - 2])
        if not self.institutions or not _joined(items, last).startswith(self.institutions):
            return False
        for item in items[last:]:
            if item.is_type("role"):
                return False
            if not item.text[0].isalpha() or item.text in self.owners:
                break
        return True

    def _headed(self, before: list[Item]) -> bool:
        """Whether a title without a mark behind it stands before a body's name."""
        for item in reversed(before):
            if item.is_type("role"):
                return True
            if not item.text[0].isalpha():
                break
        return False

    def _sites(self, items: list[Item], at: int) -> bool:
        """`曼谷会晤`: a capital right before the noun of what is held in it, with no word of place before."""
        if not self.events or (at and items[at - 1].text in self.places):
            return False
        return _joined(items, at + 1).startswith(self.events)

    def _named(self, items: list[Item], at: int) -> tuple[list[str], int]:
        """The codes of the name at `at` and of the adjectives joined to it, and past the last of them."""
        codes, last = [code_of(items[at])], at + 1
        if not items[at].is_type(*_BEFORE):
            return codes, last
        if last < len(items) and items[last].text == ",":
            end = self._row_end(items, last)
            codes += [code_of(item) for item in items[last:end] if item.is_type(*_BEFORE)]
            last = end
        if not items[at].is_type("adj"):
            return codes, last
        while last + 1 < len(items) and items[last].text in self.joints and items[last + 1].is_type("adj"):
            codes.append(code_of(items[last + 1]))
            last += 2
        while last < len(items) and items[last].is_type("adj"):
            codes.append(code_of(items[last]))
            last += 1
        return codes, last

    def _row_end(self, items: list[Item], at: int) -> int:
        """Past a row of adjectives behind commas that a side ends (`Kenyan, Ugandan and Tanzanian troops`)."""
        end = at
        while (
            end + 1 < len(items)
            and items[end + 1].is_type(*_BEFORE)
            and (items[end].text == "," or items[end].text in self.joints)
        ):
            end += 2
        return end if end < len(items) and items[end].is_type("side") else at

    def _quantity(self, item: Item) -> bool:
        """`1.3 million Syrians`: a number of people is not their state."""
        return item.text[0].isdigit() or item.text in self.scales

    def _compound(self, items: list[Item], at: int) -> bool:
        """`UN-Vollversammlung`: a name that a hyphen joins to a noun, which it only qualifies."""
        return (
            self.compounds
            and 0 < at < len(items) - 1
            and items[at].text == "-"
            and items[at - 1].end == items[at].start
            and items[at].end == items[at + 1].start
            and items[at + 1].capital
            and not items[at + 1].is_type(*STATE_TYPES)
        )


def _joined(items: list[Item], at: int) -> str:
    """The text that begins at item `at`, as far as the longest noun that is looked for."""
    return "".join(item.text for item in items[at : at + _LONGEST])
