"""Who is in the document: persons with their names, offices and states, found before reading on."""

from __future__ import annotations

import difflib
from bisect import insort
from collections.abc import Iterable, Reversible, Sequence
from functools import lru_cache
from itertools import chain, islice

from communique.lexicon.cases import NOMINATIVE
from communique.mentions.name_forms import NameForms
from communique.mentions.person import Person, name_tokens
from communique.mentions.refs import Ref

_STEM = 5
_LIKE = 0.87
_SHORT = 5
_ANY = "*"
"""In place of a state: whatever state."""
_ALONE = "*"
"""In place of the first letter of a name that is one word, which is compared whatever letter it begins with."""
LEADERS = frozenset({"head_of_state", "head_of_government", "party_leader", "royal"})


class Register:
    """The persons of one document, joined by name and office."""

    def __init__(
        self,
        suffixes: frozenset[str] = frozenset(),
        forms: NameForms | None = None,
        descents: frozenset[str] = frozenset(),
    ) -> None:
        self.suffixes = suffixes
        self.forms = forms or NameForms()
        self.descents = descents
        self.persons: list[Person] = []
        self.alias: dict[str, list[Person]] = {}
        self._offices: dict[str, list[Person]] = {}
        self._spelled: dict[tuple[str | None, str, str], dict[int, Person]] = {}
        self._seated: dict[tuple[str, str | None], dict[Person, None]] = {}
        self._titled: dict[tuple[str, str | None], Person | None] = {}

    def enter(self, ref: Ref, sentence: int) -> Person:
        """The person a naming reference is about, new or known; fills what was not known."""
        assert ref.name is not None
        self._titled.clear()
        self._seated.clear()
        person = self._known(ref)
        if person is None:
            person = Person(self.forms.nominative(ref.name, ref.case), len(self.persons))
            person.tokens = self.tokens(ref.name)
            self.persons.append(person)
        elif len(self.forms.whole(name_tokens(ref.name))) > len(person.tokens):
            person.name = self.forms.nominative(ref.name, ref.case)
            person.tokens = self.tokens(ref.name)
            self._spell(person)
        elif ref.case == NOMINATIVE and len(self.forms.whole(name_tokens(ref.name))) == len(person.tokens):
            person.name = ref.name
        for token in self.tokens(ref.name):
            person.aliases.add(token)
            rows = self.alias.setdefault(token, [])
            if person not in rows:
                rows.append(person)
        if ref.states and not person.country:
            person.country = ref.states[0]
        if ref.role and (person.role is None or (person.role == "official" and ref.role != "official")):
            self._assign(person, ref.role, ref.role_text)
        elif (
            ref.role == person.role
            and not ref.counterpart
            and len(ref.role_text or "") > len(person.role_text or "")
        ):
            person.role_text = ref.role_text
        person.organization = person.organization or ref.organization
        person.units = person.units or ref.units
        person.where.append((sentence, ref.start, ref.end))
        return person

    def tokens(self, name: str) -> tuple[str, ...]:
        """The name's plain words, each in the form in which the document has it first."""
        tokens = self.forms.whole(name_tokens(name))
        return tuple(map(self.forms.enter, tokens)) if self.forms.endings else tokens

    def mirror(self, refs: list[Ref], topic: Person | None) -> None:
        """Give named counterparts in a sentence the office of whom they are the counterpart of.

        That is the sentence's first actor, else the person the sentences before are about (`topic`).
        """
        for ref in refs:
            person = ref.person
            if ref.succession and person is not None and person.role is None:
                self._succeed(refs, ref, person, topic)
            if not ref.counterpart or person is None:
                continue
            if person.role is not None:
                self._mirror_back(refs, ref, person)
                continue
            before = [r for r in refs if r.last <= ref.first]
            beside = [r for r in before[-1:] if ref.prep and r.person and ref.first - r.last <= 1]
            acting = [role for r in beside if (role := _office(r))] or [
                role for r in before if not r.prep and (role := _office(r))
            ]
            role = next(iter(acting), None) or (topic.role if topic else None)
            if role == "minister" and topic is not None and topic.role == "foreign_minister":
                role = topic.role  # `The minister met his counterpart`: a foreign minister told of before.
            role = role or next((role for r in before if (role := _office(r))), None)
            role = role or next((role for r in refs if r.first >= ref.last and (role := _office(r))), None)
            if role is not None:
                self._assign(person, role, ref.role_text)

    def _succeed(self, refs: list[Ref], ref: Ref, person: Person, topic: Person | None) -> None:
        """Give a predecessor or successor the office of the person named right before, else of the topic."""
        before = [r.person for r in refs if r.last <= ref.first and r.person and r.person.role]
        holder = before[-1] if before else topic
        if holder is not None:
            self._assign(person, holder.role, ref.role_text)
            person.follows = holder

    def _mirror_back(self, refs: list[Ref], facing: Ref, person: Person) -> None:
        """Give a sentence's first actor who is told by name alone the office of the counterpart."""
        first = next((r.person for r in refs if r.last <= facing.first and r.person and not r.prep), None)
        if first is not None and first is not person and first.role is None:
            self._assign(first, person.role, first.role_text)

    def _known(self, ref: Ref) -> Person | None:
        assert ref.name is not None
        tokens = self.tokens(ref.name)
        if not tokens:
            return None
        for person in self._sharing(tokens):
            if person.country and ref.states and person.country not in ref.states and person.tokens != tokens:
                continue
            if self.descents and (self._child(person.tokens, tokens) or self._child(tokens, person.tokens)):
                continue
            if (
                person.tokens == tokens
                or set(tokens) < set(person.tokens)
                or (len(person.tokens) >= 1 and set(person.tokens) < set(tokens))
            ):
                return person
        if ref.role:
            for person in self._akin(tokens, ref.role):
                if person.country and ref.states and person.country not in ref.states:
                    continue
                if self._variant(person.tokens, tokens):
                    return person
        return None

    def _sharing(self, tokens: tuple[str, ...]) -> list[Person]:
        """The persons of whose names some word is one of these, in the order in which they were entered."""
        found = {person.order: person for token in tokens for person in self.alias.get(token, ())}
        return [found[order] for order in sorted(found)]

    def _assign(self, person: Person, role: str | None, text: str | None) -> None:
        """Give a person an office."""
        self._titled.clear()
        self._seated.clear()
        if person.role != role:
            if person.role is not None:
                self._offices[person.role].remove(person)
            if role is not None:
                insort(self._offices.setdefault(role, []), person, key=_order)
        person.role, person.role_text = role, text
        self._spell(person)

    def _spell(self, person: Person) -> None:
        """Keep by which office and letters a person is found whose last name is spelled otherwise."""
        for piece in _pieces(self._last(person.tokens)) if person.role and person.tokens else ():
            for initial in {"", _initial(person.tokens)}:
                self._spelled.setdefault((person.role, initial, piece), {})[person.order] = person

    def _akin(self, tokens: tuple[str, ...], role: str) -> list[Person]:
        """The persons of an office of whom these words may be a variant, in the order of entry."""
        found = {person.order: person for person in self._sharing(tokens)}
        initial = _initial(tokens)
        initials = {initial, _ALONE} if initial != _ALONE else {""}
        for piece in _pieces(self._last(tokens)):
            for letter in initials:
                found |= self._spelled.get((role, letter, piece), {})
        return [found[order] for order in sorted(found) if found[order].role == role]

    def _last(self, tokens: tuple[str, ...]) -> str:
        """The last word of a name that is no suffix such as `jr`."""
        return next((t for t in reversed(tokens) if t not in self.suffixes), tokens[-1])

    def holders(self, role: str | None) -> Sequence[Person]:
        """The persons of an office, in the order in which they were entered."""
        return [p for p in self.persons if p.role is None] if role is None else self._offices.get(role, ())

    def _child(self, name: tuple[str, ...], parent: tuple[str, ...]) -> bool:
        """Whether a name is of somebody whose father has the other one (`X bin Y`, `Y`)."""
        at = len(name) - len(parent)
        return at > 1 and name[at:] == parent and name[at - 1] in self.descents

    def _variant(self, a: tuple[str, ...], b: tuple[str, ...]) -> bool:
        """Two spellings of one name inside one document, by the likeness of their last words.

        Or a short and a full form (`Joe Biden`, `Joseph R. Biden, Jr.`): one initial and one later word.
        """
        if a[0][0] == b[0][0] and any(len(t) > 3 for t in set(a[1:]) & set(b[1:])):
            return True
        if len(a) > 1 and len(b) > 1 and a[0][0] != b[0][0]:
            return False
        one, two = self._last(a), self._last(b)
        if 2.0 * min(len(one), len(two)) / (len(one) + len(two)) <= _LIKE:
            return False
        most = min(len(one), sum(letter in one for letter in two))
        if 2.0 * most / (len(one) + len(two)) <= _LIKE:
            return False
        return difflib.SequenceMatcher(None, one, two, autojunk=False).ratio() > _LIKE

    def by_name(self, words: list[str]) -> Person | None:
        """The one person whose aliases hold all these plain words."""
        found: list[Person] | None = None
        for word in self.forms.whole(words):
            rows = self.alias.get(self.forms.known(word))
            if not rows:
                return None
            found = rows if found is None else [p for p in found if p in rows]
        return found[0] if found else None

    def by_title(self, title: str, role: str | None = None) -> Person | None:
        """The one person (of a role) whose titles hold a word that begins like this one (`Kronprinzen`).

        A title of several words is in theirs as a whole (`chủ tịch nước`).
        """
        stem = title.rstrip("sne")
        if len(stem) < _STEM:
            return None
        if (title, role) not in self._titled:
            sought = stem if " " not in title else title
            held = self.persons if role is None else self.holders(role)
            found = [p for p in held if _holds(p.role_text or "", sought)]
            self._titled[title, role] = found[0] if len(found) == 1 else None
        return self._titled[title, role]

    def by_role(
        self, role: str, states: tuple[str, ...], recent: Reversible[Person], home: str | None
    ) -> Person | None:
        """The person meant by a title alone: same state and office, the latest mentioned first."""
        exact = self._of((role,), states)
        if not exact and states and role in LEADERS:
            exact = self._of(LEADERS, states)
        if not exact and states and role in ("minister", "official", "party_official"):
            first = self._of({r for r in self._offices if r.endswith("minister") or r == role}, states)
            exact = dict.fromkeys(islice(first, 1))
        if not exact and not states and role == "minister":
            return next((p for p in reversed(recent) if p.role and p.role.endswith("minister")), None)
        if not exact:
            return None
        if not states and home:
            exact = self._of((role,), (home,)) or exact
        return next((person for person in reversed(recent) if person in exact), next(iter(exact)))

    def _of(self, roles: Iterable[str], states: tuple[str, ...]) -> dict[Person, None]:
        """The persons of some offices and states, or of any state, in the order in which they were entered."""
        if not self._seated:
            for role, held in self._offices.items():
                self._seated[role, _ANY] = dict.fromkeys(held)
                for person in held:
                    self._seated.setdefault((role, person.country), {})[person] = None
        found = [self._seated.get((r, s), {}) for r in roles for s in dict.fromkeys(states or (_ANY,))]
        return found[0] if len(found) == 1 else dict.fromkeys(sorted(chain(*found), key=_order))


@lru_cache(maxsize=1 << 13)
def _pieces(word: str) -> frozenset[str]:
    """Pieces of which two words have one in common when they are more alike than `_LIKE`.

    Such words share three letters in a row, unless both have at most five: then they are the same, or one
    is the other without a letter.
    """
    pieces = {word[at : at + 3] for at in range(len(word) - 2)}
    if len(word) <= _SHORT:
        pieces |= {f"={word}", *(f"={word[:at]}{word[at + 1 :]}" for at in range(len(word)))}
    return frozenset(pieces)


def _initial(tokens: tuple[str, ...]) -> str:
    """The letter that a name of several words begins with."""
    return tokens[0][0] if len(tokens) > 1 else _ALONE


def _order(person: Person) -> int:
    return person.order


def _holds(titles: str, stem: str) -> bool:
    """Whether a person's titles hold a word that begins with the stem, or all its words in a row."""
    folded = titles.lower().replace("-", " ")
    return stem in folded if " " in stem else any(w.startswith(stem) for w in folded.split())


def _office(ref: Ref) -> str | None:
    """The office of whom a reference names, by name or by title alone."""
    if ref.person is not None and ref.person.role:
        return ref.person.role
    return ref.role if ref.kind == "role" and not ref.counterpart else None
