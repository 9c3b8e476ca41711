"""Titles as references, with the state, body and name that stand around them; counterparts and successors."""

from __future__ import annotations

from communique.lexicon.lexicon import Lexicon
from communique.mentions.apposition import Apposition
from communique.mentions.groups import GroupReader
from communique.mentions.items import Item
from communique.mentions.ministries import Ministries
from communique.mentions.names import NameReader
from communique.mentions.person import HIGHEST, LOCAL
from communique.mentions.refs import Ref
from communique.mentions.shared_titles import SharedTitles
from communique.mentions.titles import STATE_TYPES, TitleReader, code_of, prefix_state
from communique.text.fold import fold
from communique.world.organisations import ORGANISATIONS
from communique.world.places import Unit, place_named

_CLOSING = frozenset({",", ")", "(", ".", ";", ":"})

_SET_OFF = frozenset({",", "-"})
_HOSTS = ("state", "org")
"""What somebody is posted to."""
_UNIT_ITEMS = 4
"""The most items of the name of a province or town, where nothing parts words."""
_GLOSS = 12
"""Items of a name in Latin letters in brackets."""
_CUT = 4
"""Items that a noun before a title may be cut into."""
_FULL = 2
"""Words of a name behind which a surname may stand that is an adjective elsewhere."""
_ADJECTIVES = ("adj",)
"""All that may tell a title's state before it, where the state itself stands behind in the genitive."""
_OFFICES = frozenset({"head_of_state", "head_of_government", "foreign_minister", "minister"})
"""Offices whose plural stands for both sides in talks (`the presidents`)."""

_PRESIDENCIES = frozenset({"head_of_state", "vice_head_of_state"})
"""Offices whose titles bodies of all sorts have too (`president of the Chamber of Commerce`)."""


class TitledReader:
    """Reads titles with names in one language; stateless between sentences.

    `floor` is the item before which nothing belongs to the title: the end of the reference before it.
    """

    def __init__(
        self,
        lexicon: Lexicon,
        names: NameReader,
        titles: TitleReader,
        groups: GroupReader,
        shared: SharedTitles,
        ministries: Ministries,
    ) -> None:
        self.lexicon = lexicon
        self.words = lexicon.words
        self.names = names
        self.titles = titles
        self.groups = groups
        self.shared = shared
        self.apposition = Apposition(lexicon, names)
        self.ministries = ministries
        self.leading = (
            ()
            if lexicon.properties.word_boundary
            else tuple(term for entry in lexicon.roles.role if entry.role in HIGHEST for term in entry.terms)
        )
        self.surnames = lexicon.caseless and lexicon.properties.adjectives_follow
        """A state's adjective behind a name is a surname, where the title has a state already."""
        self.links = lexicon.words.coordinators | {"-", ","}
        self.modifiers = frozenset(lexicon.roles.modifiers)
        self.following_style = lexicon.properties.adjectives_follow
        """Whether an article may stand before an honorific behind a title's comma."""
        self.marks = ("(",) if lexicon.properties.titles_stack else (",", "(")
        self.before = _ADJECTIVES if lexicon.properties.noun_cases else STATE_TYPES
        self.stacked = lexicon.properties.titles_stack
        self.postings = frozenset(lexicon.grammar.posting_leads)
        self.heads = frozenset(lexicon.roles.state_heads)
        self.institutions = tuple(lexicon.grammar.institutions)
        self.missions = frozenset(lexicon.grammar.missions)

    def read(self, text: str, items: list[Item], at: int, strict: bool, floor: int) -> Ref:
        """The title at item `at` and whom it names."""
        item = items[at]
        assert item.term is not None
        entry = self.lexicon.role_of[item.term.entry]
        told = self.ministries.first(items, at, floor, entry.role)
        first, states, organization = self._states_before(items, told, floor)
        if not states and self._name_ends(items, told, at):
            first = at
        local = (
            entry.role in LOCAL and not states and first == at and not self.lexicon.properties.word_boundary
        )
        begin, unit = _unit_before(text, items, at, floor) if local else (first, None)
        ref = Ref.over("role", items, begin, at + 1)
        if unit is not None:
            first, states, ref.units = begin, (unit.country,), (unit.code,) if unit.code else ()
        ref.role, ref.head = entry.role, fold(item.term.written) if item.term.cases else item.text
        ref.organization = entry.organization or organization
        ref.states = (entry.organization,) if entry.organization else states
        lead = prefix_state(self.lexicon, text[item.start : item.end])
        if lead and not ref.states:
            ref.states = (lead,)
        role_start, head = items[first].start, at
        given = self.names.given_state(items, at + 1) and not strict
        ahead = self._name_ahead(items, ref, floor)
        plain = given or ahead is not None
        at, role_end = (at + 1, item.end) if plain else self.titles.behind(text, items, at + 1, ref)
        at = _past_acronym(text, items, _past_state(items, at, ref), ref)
        whole = self.titles.following.whole_title(items, head, at)
        if whole is not None:
            ref.role = whole.role
        if at == head + 2 and items[head].text in self.heads and items[head + 1].is_type("state"):
            ref.role = "head_of_state"
        named = ref.organization and not entry.organization and not self.titles.guarded
        if named and ref.role in _PRESIDENCIES:
            self._of_body(ref)
        if (ref.role == "agency_head" or ref.role in _PRESIDENCIES) and _heads_league(ref):
            ref.role = "igo_head"
        if self._of_institution(items, ref):
            ref.role = "agency_head"
        beside = self.surnames and 0 < floor == ref.first
        bracketed = ahead is not None and at < len(items) and items[at].text in self.marks
        if given or beside or bracketed:
            run = self.names.forward(items, at, strict, given)
            if run is None and beside and ref.states:
                run = self._name_between(items, at, strict)
        else:
            run = self._name_behind(items, at, strict)
        if run and items[at].text == "(" and _acronym(text, items[run[0]]):
            run = None
        elif run and items[at].text == "," and self._titled_next(items, run[1]):
            held = self._set_off(items, ref, floor) or self._name_before(items, ref, floor, strict)
            run = None if held else run
        elif run and items[at].text == "," and self._set_off(items, ref, floor):
            # `X, ambassador of A, Y said`: the title is of the name before, the name behind acts
            run = run if run[1] >= len(items) or items[run[1]].text in _CLOSING else None
        if run and self.shared.is_plural(items, ref):
            run = self.names.parted(items, run)
        if run and self._surname_behind(items, run, ref):
            run = run[0], run[1] + 1
        if run:
            self.names.give(text, ref, items, run)
            at = self.names.state_behind(items, self._past_gloss(items, run[1]), ref)
        elif ahead:
            self.names.give(text, ref, items, ahead)
            ref.first, ref.start = ahead[0], items[ahead[0]].start
        elif back := self._name_before(items, ref, floor, strict):
            self.names.give(text, ref, items, back)
            ref.first = self.names.opening(items, back[0])
            ref.start = items[ref.first].start
            if not ref.states:
                ref.states = self.titles.set_apart(items, at)[1]
        elif apart := self._name_apart(items, at, strict, ref):
            self.names.give(text, ref, items, apart)
            at = apart[1]
        elif posted := self.apposition.behind_posting(items, at, strict):
            self.names.give(text, ref, items, posted)
            comma = items[posted[0] - 1].text == ","
            role_end = items[posted[0] - 1 - comma].end
            at = posted[1]
        elif set_off := self._name_set_off(items, at, strict, ref):
            self.names.give(text, ref, items, set_off)
            at = set_off[1]
        if ref.post and ref.name:
            ref.states = tuple(state for state in ref.states if state not in ref.post)
        ref.last = max(at, ref.first + 1)
        ref.end = items[ref.last - 1].end
        ref.role_text = text[role_start:role_end]
        if not ref.name and not ref.states and not ref.organization and self.shared.is_plural(items, ref):
            word = self.groups.word(items, ref.first)
            if word is not None:
                return self.groups.of_word(items, word, ref.last)
            ref.plural = ref.role in _OFFICES
        return ref

    def _name_ends(self, items: list[Item], first: int, at: int) -> bool:
        """Whether what stands before a title at item `at` ends in a name, as of who has the title."""
        return first < at and items[at - 1].capital

    def _of_body(self, ref: Ref) -> None:
        """The president of a body that is neither a state's nor an organisation of states heads an agency."""
        if ref.organization not in ref.states:
            ref.role = "agency_head"

    def _of_institution(self, items: list[Item], ref: Ref) -> bool:
        """`友好协会主席`: an office of states or their organisations right behind the noun of another body."""
        if not self.institutions or self.lexicon.properties.word_boundary or ref.organization:
            return False
        if ref.role not in _PRESIDENCIES and ref.role != "igo_head":
            return False
        before = "".join(item.text for item in items[max(0, ref.first - _CUT) : ref.first])
        return not ref.states and before.endswith(self.institutions)

    def _set_off(self, items: list[Item], ref: Ref, floor: int) -> bool:
        """Whether only a comma parts a title from the name of a reference that ends at `floor`."""
        if not 0 < floor == ref.first - 1 or items[floor].text != ",":
            return False
        return items[floor - 1].capital and items[floor - 1].term is None

    def _surname_behind(self, items: list[Item], run: tuple[int, int], ref: Ref) -> bool:
        """Whether a state's adjective behind a name goes on the name."""
        if not self.surnames or run[1] >= len(items) or not items[run[1]].is_type("adj"):
            return False
        return bool(ref.states) or run[1] - run[0] >= _FULL

    def _name_behind(self, items: list[Item], at: int, strict: bool) -> tuple[int, int] | None:
        """The name behind a title: right there, or behind a comma or bracket and closed."""
        run = self.names.forward(items, at, strict)
        if run is None and at < len(items) and items[at].text in self.marks:
            run = self.names.forward(items, self._past_style(items, at + 1), strict)
            if run and not self._closes(items, run[1]):
                return None
            if run and self.marks == ("(",) and run[1] - run[0] == 1:
                return None
        return run

    def _name_between(self, items: list[Item], at: int, strict: bool) -> tuple[int, int] | None:
        """`استقبل X سفير غانا، كوفي منسى، …`: a full name between commas that has no title of its own."""
        run = self._name_behind(items, at, strict)
        if run is None or run[1] - run[0] < _FULL or run[1] >= len(items) or items[run[1]].text != ",":
            return None
        return None if self._titled_next(items, run[1]) else run

    def _name_apart(self, items: list[Item], at: int, strict: bool, ref: Ref) -> tuple[int, int] | None:
        """`the Minister of Trade, Kenya, X`: a name behind the state or body that commas set apart from its title."""
        past, states = self.titles.set_apart(items, at)
        if past == at or past >= len(items) or items[past].text != "," or (states and ref.states):
            return None
        run = self.names.forward(items, past + 1, strict)
        if run is None or run[1] - run[0] < _FULL or not self._closes(items, run[1]):
            return None
        ref.states = ref.states or states
        return run

    def _name_set_off(self, items: list[Item], at: int, strict: bool, ref: Ref) -> tuple[int, int] | None:
        """`Thủ tướng Kenya, ông X Y, …`: a full name between commas or dashes, where titles stack behind commas too.

        Only behind a title with its state: no other title goes on there.
        """
        if not self.lexicon.properties.titles_stack or not ref.states or at + 1 >= len(items):
            return None
        mark = items[at].text
        if mark not in _SET_OFF:
            return None
        run = self.names.forward(items, at + 1, strict)
        if run is None or run[1] - run[0] < _FULL or run[1] >= len(items):
            return None
        return run if items[run[1]].text == mark and not self._titled_next(items, run[1]) else None

    def _past_style(self, items: list[Item], at: int) -> int:
        """Past an article before a style or a rank (`el embajador de China, el señor X`, `le général X`)."""
        styled = at + 1 < len(items) and items[at + 1].text in self.lexicon.words.honorifics
        article = items[at].text in self.lexicon.words.determiners if at < len(items) else False
        return at + 1 if self.following_style and styled and article else at

    def _titled_next(self, items: list[Item], at: int) -> bool:
        """Whether a name at whose end `at` is has its own title behind a comma (`X, ambassador of A, Y, …`)."""
        return at + 1 < len(items) and items[at].text == "," and items[at + 1].is_type("role")

    def _name_ahead(self, items: list[Item], ref: Ref, floor: int) -> tuple[int, int] | None:
        """The name right before its title (`习近平主席`)."""
        at = ref.first
        if not self.lexicon.properties.names_lead or at <= floor or ref.states:
            return None
        if self._of_leader(items[ref.last - 1], ref):
            return None
        at = self._before_gloss(items, at, floor)
        item = items[at - 1]
        return (at - 1, at) if item.term is None and item.capital else None

    def _of_leader(self, item: Item, ref: Ref) -> bool:
        """`X主席特使`: whether a title opens with a leader's own, whose name stands before it then."""
        return (
            ref.role not in _OFFICES and item.text.startswith(self.leading) and item.text not in self.leading
        )

    def _past_gloss(self, items: list[Item], at: int) -> int:
        """Past a style and the name in Latin letters in brackets behind one in characters (`费科博士(Jan Ficko)`)."""
        if self.lexicon.properties.word_boundary:
            return at
        if at < len(items) and items[at].text in self.words.honorifics:
            at += 1
        if at >= len(items) or items[at].text != "(":
            return at
        end = next((k for k in range(at + 1, min(len(items), at + _GLOSS)) if items[k].text == ")"), at)
        inside = items[at + 1 : end]
        return end + 1 if inside and all(i.text.isascii() and i.term is None for i in inside) else at

    def _before_gloss(self, items: list[Item], at: int, floor: int) -> int:
        """Before the name in Latin letters in brackets that stands before item `at` (`费科(Jan Ficko)总统`)."""
        if items[at - 1].text != ")":
            return at
        first = next((k for k in range(at - 2, floor, -1) if items[k].text == "("), at)
        return first if all(i.text.isascii() for i in items[first:at]) else at

    def _name_before(self, items: list[Item], ref: Ref, floor: int, strict: bool) -> tuple[int, int] | None:
        if self.shared.is_plural(items, ref):
            return None
        return self.apposition.before(items, ref.first, floor, strict)

    def _closes(self, items: list[Item], at: int) -> bool:
        return at >= len(items) or items[at].text in _CLOSING or not items[at].capital

    def counterpart(self, text: str, items: list[Item], at: int, strict: bool, floor: int) -> Ref:
        """`her Chilean counterpart X`: who holds the same office in another state."""
        first, states, _ = self._states_before(items, at, floor)
        ref = Ref.over("role", items, first, at + 1)
        ref.counterpart = True
        ref.states = states
        here = self.titles.following.read(items, at + 1, ref)
        follows = self.titles.stacked and here < len(items) and items[here].is_type("state", "org")
        if follows and not ref.states:
            ref.states, here = (code_of(items[here]),), here + 1
        ref.role_text = text[items[first].start : items[here - 1].end]
        if here < len(items) and items[here].text in self.titles.of:
            here = self.names.state_behind(items, here, ref)
        comma = here < len(items) and items[here].text == ","
        if here < len(items) and items[here].is_type("role"):
            return ref
        run = self.names.forward(items, self._past_style(items, here + 1) if comma else here, strict)
        if run and not (comma and self.names.caseless and run[1] - run[0] == 1):
            self.names.give(text, ref, items, run)
            here = self.names.state_behind(items, run[1], ref)
        elif not run and (back := self._counterpart_of(items, here, ref, floor, strict)):
            self.names.give(text, ref, items, back)
            ref.first, ref.start = back[0], items[back[0]].start
        ref.last = max(here, at + 1)
        ref.end = items[ref.last - 1].end
        ref.head = items[at].text
        return ref

    def _counterpart_of(
        self, items: list[Item], at: int, ref: Ref, floor: int, strict: bool
    ) -> tuple[int, int] | None:
        """`X, son homologue chilien, …`: the name before a counterpart that marks set apart."""
        closed = at >= len(items) or items[at].text in _CLOSING
        if not closed or not self.following_style:
            return None
        return self.apposition.before(items, ref.first, floor, strict)

    def succession(self, text: str, items: list[Item], at: int, strict: bool, floor: int) -> Ref | None:
        """`her predecessor, X`: who held an office before or after, where a name stands beside it."""
        ref = self.counterpart(text, items, at, strict, floor)
        ref.counterpart, ref.succession = False, True
        return ref if ref.name else None

    def _whereabouts(self, items: list[Item], at: int) -> bool:
        """`empfing in Berlin Außenminister X`: a place that only tells where, where a genitive has an ending."""
        if not self.names.guarded or not at or items[at - 1].text not in self.words.place_preps:
            return False
        term = items[at].term
        return items[at].is_type("state", "capital") and not (term and term.possessive)

    def _past_truncated(self, items: list[Item], first: int, floor: int) -> int:
        """Before what a title shares its end with (`Handels- und Finanzminister`), where words are written as one."""
        if not self.lexicon.properties.compounds:
            return first
        while first - 2 >= floor and items[first - 1].text in self.links:
            part = items[first - 2]
            if not part.text.endswith("-") or not part.capital or part.term is not None:
                break
            first -= 2
        return first

    def _before_posting(self, items: list[Item], first: int, floor: int) -> int:
        """Before the state that a title is posted to (`日本新任驻华大使`), where one stands before item `first`."""
        here = first - 1 if first and items[first - 1].text in self.missions else first
        if here < 2 or items[here - 2].text not in self.postings or not items[here - 1].is_type(*_HOSTS):
            return first
        first = here - 2
        while first > floor and items[first - 1].term is None and items[first - 1].text in self.modifiers:
            first -= 1
        return first

    def _states_before(
        self, items: list[Item], at: int, floor: int
    ) -> tuple[int, tuple[str, ...], str | None]:
        """State, adjective or possessor directly before index `at`: where it begins, codes, organisation."""
        first = at
        if self.titles.state_follows and self.titles.following.active:
            return first, (), None
        while first > floor and items[first - 1].term is None and items[first - 1].text in self.modifiers:
            first -= 1
        outer = self._before_posting(items, first, floor)
        if outer < first and outer > floor and items[outer - 1].is_type(*STATE_TYPES):
            first = outer
        elif outer < first:
            return outer, (), None
        begin = first = self._past_truncated(items, first, floor)
        if first > floor and items[first - 1].text == "'s":
            first -= 1
        if (
            first > floor
            and items[first - 1].is_type(*self.before)
            and not self._whereabouts(items, first - 1)
        ):
            codes = [code_of(items[first - 1])]
            first -= 1
            while (
                first > floor + 1
                and items[first - 1].text in self.links
                and items[first - 2].is_type("adj", "people")
            ):
                codes.append(code_of(items[first - 2]))
                first -= 2
            term = items[first].term
            return first, tuple(reversed(codes)), term.value if term and term.type == "org" else None
        return begin, (), None


def _unit_before(text: str, items: list[Item], at: int, floor: int) -> tuple[int, Unit | None]:
    """The province or town right before a title (`海南省省长`), whose kind the title may hold (`四川省委书记`)."""
    start, kind = items[at].start, items[at - 1]
    cut = (kind.start,) if at and kind.end - kind.start == 1 else ()
    for first in range(max(floor, at - _UNIT_ITEMS), at):
        within = items[first:at]
        if any(not i.text[0].isalpha() or not (i.term is None or i.is_type("land")) for i in within):
            continue
        for end in (start + 1, start, *cut):
            name = text[items[first].start : end]
            unit = place_named(name) if len(name) > 1 else None
            if unit is not None:
                owned = first > floor and items[first - 1].is_type("state")
                return first - int(owned and code_of(items[first - 1]) == unit.country), unit
    return at, None


def _past_acronym(text: str, items: list[Item], at: int, ref: Ref) -> int:
    """Past the acronym in brackets of the body or office that a title ends in (`… of the African Union (AU) X`)."""
    if at + 2 >= len(items) or items[at].text != "(" or items[at + 2].text != ")":
        return at
    short = items[at + 1]
    if short.is_type("org") and code_of(short) in ref.states:
        return at + 3
    behind = items[at + 3] if at + 3 < len(items) else None
    if behind is None or not _acronym(text, short):
        return at
    named = behind.capital and behind.term is None
    return at + 3 if named or behind.is_type("role") or _names_behind(items, at + 3) else at


def _past_state(items: list[Item], at: int, ref: Ref) -> int:
    """Past the state in brackets behind a title (`présidente du Conseil économique (Sénégal)`), which is its own."""
    if ref.states or at + 2 >= len(items) or items[at].text != "(" or items[at + 2].text != ")":
        return at
    if not items[at + 1].is_type("state"):
        return at
    ref.states = (code_of(items[at + 1]),)
    return at + 3


def _names_behind(items: list[Item], at: int) -> bool:
    """Whether a comma at item `at` has a capital behind it, as before the name, or the rank, of who has a title."""
    behind = items[at + 1] if at + 1 < len(items) else None
    if behind is None or items[at].text != "," or not behind.capital:
        return False
    return behind.term is None or behind.is_type("role")


def _acronym(text: str, item: Item) -> bool:
    """Whether an item is an unknown word in capitals, as a body's acronym is."""
    written = text[item.start : item.end]
    return item.term is None and len(written) > 1 and written.isupper()


def _heads_league(ref: Ref) -> bool:
    """`the head of the International Atomic Energy Agency`: of an organisation of states."""
    known = ORGANISATIONS.get(ref.organization or "")
    return known is not None and known.type in ("igo", "bank")
