"""Two titles beside each other: both of one person, or of one who serves the other."""

from __future__ import annotations

from communique.lexicon.lexicon import Lexicon
from communique.mentions.items import Item
from communique.mentions.refs import Ref
from communique.mentions.titles import TitleReader
from communique.text.fold import fold

_LOWEST = 99
_DASHES = frozenset("-–—")
_ADDRESSED = ("royal", None)
"""Titles of address, behind whose name the office may stand."""
_STYLED = ("royal", "military", None)
"""Titles of address and ranks, behind whose name the office may stand after a comma."""
_BETWEEN = 2
_RANKED = frozenset({"spokesperson", "vice_foreign_minister", "vice_minister", "official", "agency_head"})
"""Offices that diplomats hold, beside which their rank is named."""
_BESIDE = frozenset({"special_envoy", "party_official", "minister", "vice_minister"})
"""Posts right behind which another office of the same person stands, where nothing parts words (`特使副外长X`)."""
_DEPARTMENTAL = frozenset(
    {"minister", "vice_minister", "foreign_minister", "vice_foreign_minister", "deputy_head_of_government"}
)
_PARTY = frozenset({"party_leader", "party_official"})
"""Posts in a party, which those have who hold an office of the state too."""


class TitleJoiner:
    """Joins titles in one language; stateless between sentences."""

    def __init__(self, lexicon: Lexicon, titles: TitleReader) -> None:
        self.coordinators = lexicon.words.coordinators
        self.cased = titles.cased
        self.links = titles.of | titles.articles
        self.adjacent = lexicon.properties.verb_first and titles.state_follows
        """Titles of one person stand side by side with no word between, before the name or behind it."""
        self.charges = frozenset(lexicon.roles.of)
        self.verbs = lexicon.verb_words
        self.stacked = lexicon.properties.titles_stack
        self.spaced = lexicon.properties.word_boundary
        self.telling = frozenset(fold(t) for titles in lexicon.roles.offices.values() for t in titles)
        """Titles that tell their state by themselves."""
        self.honorifics = lexicon.words.honorifics
        self.article = lexicon.properties.article if self.adjacent else ""
        self.ranks = {e.role: e.rank for e in reversed(lexicon.roles.role) if e.rank}

    def join(self, text: str, items: list[Item], out: list[Ref], ref: Ref) -> Ref:
        """The reference that `ref` makes with the last of `out`, which is taken off where both are one."""
        if not ref.role or not out:
            return ref
        if self._office_set_off(items, out[-1], ref):
            return self._take_office(out.pop(), ref)
        if self._second_office(items, out[-1], ref) or (
            self.adjacent and self._office_behind(items, out[-1], ref)
        ):
            return self._give_office(text, out.pop(), ref)
        if self.stacked and self._set_off(items, out[-1], ref):
            ranked = out[-1].role == "military"
            first = self._give_office(text, out.pop(), ref)
            if ranked:
                first.role, first.role_text = ref.role, ref.role_text
            return first
        if ref.name and not self._spouse(items, out) and self._same_holder(items, out[-1], ref):
            self._merge(text, out.pop(), ref)
            while self.stacked and out and self._same_holder(items, out[-1], ref):
                self._merge(text, out.pop(), ref)
        elif ref.name and self._colleague(items, out[-1], ref):
            self._merge(text, out.pop(), ref)
            ref.counterpart = True
        elif self._serves(items, out[-1], ref):
            return self._hand_over(text, out, ref)
        return ref

    def _same_holder(self, items: list[Item], first: Ref, ref: Ref) -> bool:
        """`Crown Prince and Prime Minister X`, `President of A, Chairman of B X`: two titles of one."""
        if not _bare(first):
            return False
        between = [i.text for i in items[first.last : ref.first]]
        if not between and self.adjacent and (first.role != "head_of_state" or ref.role in _ADDRESSED):
            told = not first.states or _is_rank(ref, first)
            return told and ref.name_start >= items[ref.first].start
        if not between and not self.spaced:
            told = first.role in _BESIDE and ref.role in _DEPARTMENTAL
            return told and not ref.states and ref.name_start >= items[ref.first].start
        if self.stacked and len(between) > _BETWEEN and between[0] in self.charges and between[-1] == ",":
            between = [","] if not self.verbs & set(between[1:]) else between
        if len(between) != 1 or ref.name_start < items[ref.first].start:
            return False
        if between[0] in self.coordinators or (self.cased and between[0] == "-"):
            return not (ref.states and first.states)
        if self.stacked and between[0] == "," and first.states and first.role in _PARTY:
            return not ref.states or ref.states == first.states
        if self.stacked:
            return between[0] == "," and not (
                first.states and (ref.states or self._received(items, first, ref))
            )
        return between[0] == "," and bool(first.states) and not ref.states

    def _second_office(self, items: list[Item], first: Ref, ref: Ref) -> bool:
        """`X, deputy prime minister and foreign minister of A`: another title of who was named before the first."""
        if not first.name or first.name_start > first.start or not _bare(ref):
            return False
        if all(i.text != "," for i in items[first.first : first.last]):
            return False
        between = [i.text for i in items[first.last : ref.first]]
        if len(between) != 1 or between[0] not in self.coordinators:
            return False
        return not first.states or not ref.states or first.states == ref.states

    def _office_set_off(self, items: list[Item], first: Ref, ref: Ref) -> bool:
        """`General X, Prime Minister of A`: the office, behind a comma, of who is addressed with a rank or a style."""
        if self.stacked or first.role not in _STYLED or not first.name or first.name_end != first.end:
            return False
        if not _bare(ref) or not ref.states or (first.states and first.states != ref.states):
            return False
        return [i.text for i in items[first.last : ref.first]] == [","]

    def _set_off(self, items: list[Item], first: Ref, ref: Ref) -> bool:
        """`Thượng tướng X - Thứ trưởng Bộ Quốc phòng A`: an office that a dash parts from a name with a title."""
        if not first.name or first.kind != "person" or first.name_end != first.end or not _bare(ref):
            return False
        if ref.first != first.last + 1 or items[first.last].text not in _DASHES:
            return False
        return not (first.states and ref.states and first.states != ref.states)

    def _received(self, items: list[Item], first: Ref, ref: Ref) -> bool:
        """`Tiếp Đại sứ X, Chủ tịch nước Y nói`: a title with its state is another's than the higher one behind.

        So it is where a verb that opens the sentence governs it, whatever stands behind.
        """
        opened = first.first == 1 and items[0].text in self.verbs
        return opened or self._rank(ref.role) < self._rank(first.role)

    def _office_behind(self, items: list[Item], first: Ref, ref: Ref) -> bool:
        """`Sheikh X President of A`: an office right behind the name of who is addressed with a title."""
        if not first.name or not _bare(ref):
            return False
        placed = bool(ref.states) or ref.head in self.telling
        told = (first.role == ref.role and placed and not first.states) or _is_rank(first, ref)
        if first.role not in _ADDRESSED and first.name_end == first.end and not told:
            return False
        if first.states and ref.states and first.states != ref.states:
            return False
        return all(i.text == "," for i in items[first.last : ref.first])

    def _take_office(self, first: Ref, ref: Ref) -> Ref:
        """The named reference with the office behind it, where that tells more than the rank before the name."""
        if first.role is None or self._rank(ref.role) < self._rank(first.role):
            first.role, first.head, first.role_text = ref.role, ref.head, ref.role_text
        first.states = ref.states
        first.organization = first.organization or ref.organization
        first.last, first.end = ref.last, ref.end
        return first

    def _give_office(self, text: str, first: Ref, ref: Ref) -> Ref:
        telling = ref.head in self.telling and first.role == ref.role
        telling = telling or (first.head in self.honorifics and first.role == "royal" != ref.role)
        if telling or self._rank(ref.role) < self._rank(first.role) or _is_rank(first, ref):
            first.role, first.head = ref.role, ref.head
        first.states = first.states or ref.states
        first.organization = first.organization or ref.organization
        told = first.role_text or ""
        link = text[first.end : ref.start] if told and text.endswith(told, 0, first.end) else " "
        first.role_text = f"{told}{link}{ref.role_text or ''}".strip()
        first.last, first.end = ref.last, ref.end
        return first

    def _spouse(self, items: list[Item], out: list[Ref]) -> bool:
        """`Chủ tịch nước X và Phu nhân, Tổng thống Y`: the last title is joined to somebody named before it."""
        if not self.stacked or len(out) < 2 or out[-1].states:
            return False
        between = [i.text for i in items[out[-2].last : out[-1].first]]
        return len(between) == 1 and between[0] in self.coordinators and bool(out[-2].name)

    def _colleague(self, items: list[Item], first: Ref, ref: Ref) -> bool:
        """`her Chilean counterpart, President X`: a counterpart whose own title stands beside the name."""
        between = [i.text for i in items[first.last : ref.first]]
        return first.counterpart and not first.name and between in ([","], [])

    def _serves(self, items: list[Item], first: Ref, ref: Ref) -> bool:
        """`the envoy of the president`: a title without a name whose holder serves another title's."""
        if not _bare(first):
            return False
        between = [i.text for i in items[first.last : ref.first]]
        return 1 <= len(between) <= _BETWEEN and all(t in self.links for t in between)

    def _hand_over(self, text: str, out: list[Ref], ref: Ref) -> Ref:
        """Gives who serves the state of whom they serve, and the name that stands behind a comma."""
        first = out[-1]
        first.states = first.states or ref.states
        first.organization = first.organization or ref.organization
        if not ref.name or "," not in text[ref.start : ref.name_start]:
            return ref
        out.pop()
        first.kind = "person"
        first.name, first.name_start, first.name_end = ref.name, ref.name_start, ref.name_end
        first.role_text = text[first.start : ref.start] + (ref.role_text or "")
        first.last, first.end = ref.last, ref.end
        return first

    def _merge(self, text: str, first: Ref, ref: Ref) -> None:
        if self._serving(first) or self._rank(first.role) < self._rank(ref.role) or _is_rank(ref, first):
            ref.role = first.role
        ref.states = ref.states or first.states
        ref.organization = ref.organization or first.organization
        ref.role_text = text[first.start : ref.start] + (ref.role_text or "")
        ref.first, ref.start = first.first, first.start

    def _serving(self, first: Ref) -> bool:
        """`مدير مكتب الرئيس X`: whether a title of an undefined noun is of who serves the one behind it."""
        noun = first.head.rsplit(" ", 1)[-1]
        return bool(self.article) and not first.states and not noun.startswith(self.article)

    def _rank(self, role: str | None) -> int:
        """The protocol rank of a role, 1 the highest."""
        return self.ranks.get(role or "", _LOWEST)


def _is_rank(ref: Ref, office: Ref) -> bool:
    """`the spokesperson Ambassador X`: whether a title without a state is a diplomat's rank beside an office."""
    return ref.role == "ambassador" and not ref.states and office.role in _RANKED


def _bare(ref: Ref) -> bool:
    """Whether a title of one person stands without a name."""
    return ref.kind == "role" and not (ref.counterpart or ref.name_start or ref.plural)
