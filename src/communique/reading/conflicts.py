"""Persons whose titles do not go together: flagged, never corrected."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from functools import cache

from communique.lexicon.lexicon import Lexicon
from communique.lexicon.shape import FalseFriend
from communique.mentions.person import Person
from communique.mentions.refs import Ref
from communique.reading.draft import Draft
from communique.reading.register import Register
from communique.reading.title_sex import title_sex

GENDER = "gender_conflict"
RANK = "rank_conflict"
_DEPUTIES = {
    "vice_head_of_state": "head_of_state",
    "deputy_head_of_government": "head_of_government",
    "vice_foreign_minister": "foreign_minister",
}
_MINISTERIAL = frozenset({"foreign_minister", "vice_foreign_minister", "minister", "vice_minister"})


class Conflicts:
    """Gathers what a document says of its persons' genders and ranks."""

    def __init__(self, lexicon: Lexicon, register: Register) -> None:
        self.lexicon = lexicon
        self.register = register
        self.genders: dict[int, set[str]] = {}
        self.roles: dict[int, set[str]] = {}
        self.unequal: set[int] = set()
        self.sexes = title_sex(lexicon)
        self.consultations = tuple(lexicon.grammar.consultations)
        self.ranks = _ranks(lexicon)

    def flags(self, drafts: Iterable[Draft]) -> dict[int, tuple[str, ...]]:
        """Flags by a person's order in the register; a person without conflict is left out."""
        for draft in drafts:
            named = [r for r in draft.refs if r.person]
            for ref in named:
                if ref.person and not ref.plural and (ref.kind != "pronoun" or _alone(named)):
                    self._note(draft, ref, ref.person)
            if len(named) > 1:
                self._consultation(draft)
        out = {}
        for person in self.register.persons:
            found = []
            if len(self.genders.get(person.order, ())) > 1:
                found.append(GENDER)
            if self._rank(person):
                found.append(RANK)
            if found:
                out[person.order] = tuple(found)
        return out

    def _note(self, draft: Draft, ref: Ref, person: Person) -> None:
        if ref.kind == "role" and not self._only_holder(ref):
            return
        gender = self._gender(draft, ref)
        if gender:
            self.genders.setdefault(person.order, set()).add(gender)
        if ref.kind == "person" and ref.role:
            self.roles.setdefault(person.order, set()).add(ref.role)

    def _only_holder(self, ref: Ref) -> bool:
        """Whether an office alone names one person of the document without doubt."""
        return not ref.counterpart and len(self.register.holders(ref.role)) == 1

    def _gender(self, draft: Draft, ref: Ref) -> str | None:
        """`f` or `m` by a pronoun, or by the title's words and an honorific before it."""
        words, grammar = self.lexicon.words, self.lexicon.grammar
        if ref.kind == "pronoun":
            if not self.lexicon.properties.pronouns_tell_sex:
                return None
            return "m" if ref.head in words.masculine else "f" if ref.head in words.feminine else None
        named = ref.name_start if ref.kind == "person" else ref.end
        items = [i for i in draft.items[max(0, ref.first - 1) : ref.last] if i.end <= named]
        texts = [word for item in items for word in item.text.split()]
        if self.sexes.feminine.fit(texts):
            return "f"
        shared = texts and texts[0] in grammar.plural_determiners
        return "m" if not shared and self.sexes.masculine.fit(texts) else None

    def _consultation(self, draft: Draft) -> None:
        """Two sides consult at one level: heads of unequal rank are most often a title translated wrongly."""
        heads = {r.person.order: r.person for r in draft.refs if r.person and r.person.role in _MINISTERIAL}
        if len(heads) != 2 or not any(i.text.startswith(self.consultations) for i in draft.items):
            return
        one, two = heads.values()
        if one.country != two.country and self.ranks.get(one.role or "") != self.ranks.get(two.role or ""):
            self.unequal.update(heads)

    def _rank(self, person: Person) -> bool:
        roles = self.roles.get(person.order, set())
        both = any(deputy in roles and chief in roles for deputy, chief in _DEPUTIES.items())
        friend = any(self._misleads(person, entry) for entry in self.lexicon.roles.false_friend)
        return both or friend or person.order in self.unequal

    def _misleads(self, person: Person, entry: FalseFriend) -> bool:
        """Whether the person's title means another rank in that state than its words say."""
        title = (person.role_text or "").lower()
        if person.country not in entry.states or self.ranks.get(person.role or "") == entry.rank:
            return False
        return any(title.endswith(t.lower()) for t in entry.titles)


def _alone(refs: list[Ref]) -> bool:
    """Whether references to persons are all to one."""
    return len({id(ref.person) for ref in refs}) == 1


@cache
def _ranks(lexicon: Lexicon) -> Mapping[str, int]:
    """The rank of each role, as its first entry in the pack has it."""
    ranks: dict[str, int] = {}
    for entry in lexicon.roles.role:
        ranks.setdefault(entry.role, entry.rank)
    return ranks
