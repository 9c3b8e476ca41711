"""Which state a document speaks from, and the states of persons whom no word beside them places.

A title without a state belongs to whoever the text speaks of there: the state that the title tells
by itself, the delegation that the person leads, the group that the person is named out of, the
person named before in the same list, the subject of the sentence or of the ones before it. Each is
a reason with a weight; the state with the best reasons is taken.
"""

from __future__ import annotations

from collections import Counter
from itertools import pairwise

from communique.lexicon.lexicon import Lexicon
from communique.mentions.items import Item
from communique.mentions.matcher import Hits
from communique.mentions.person import Person
from communique.mentions.refs import Ref
from communique.reading.datelines import dateline_states
from communique.reading.draft import Draft
from communique.reading.issuers import issuers
from communique.reading.offices import offices_told
from communique.reading.own_side import OwnSide, opening_person, own_side
from communique.reading.register import Register
from communique.reading.sharing import UNIQUE, share_out
from communique.reading.standing import is_place, known_states, may_act
from communique.reading.whereabouts import Whereabouts
from communique.text.document import Document
from communique.world.publishers import agency_state, publisher_state

_FACING_KINDS = frozenset({"meeting", "courtesy", "invitation"})
_MARKS = frozenset({",", ";", ":"})
_AGAINST_KINDS = frozenset({"position", "act"})
_NATIONAL = ("state", "adj", "people", "capital", "metonym")
_LEADERS = {"head_of_state", "head_of_government"}
_TOLD, _LED, _LISTED, _JOINED = 20.0, 12.0, 8.0, 6.0
_SUBJECT, _BEFORE, _BESIDE, _FAR = 4.0, 3.0, 1.5, 0.4
_HOME, _COMMON, _SAME_OFFICE, _FACING = 2.0, 0.8, -6.0, -2.5
_TOLD_HERE, _TOLD_HOME, _OTHER_LEADER = 2.0, 6.0, -2.0
_OFFICE_ALONE = 5.0
_ATTENDS = 4.0
_AGAINST = -2.0
_DATELINE, _ISSUER, _SPEAKS = 1.0, 3.0, 1.5
_HOSTED, _PAIRED, _PAIRED_ONCE = 3.0, 4.0, 0.5
_ACTING = 0.4
_REACH = 6
_LATER = 0.2
_FACING_REACH = 16
_LED_REACH = 8


def home_state(document: Document, hits: Hits) -> str | None:
    """The state whose body or outlet published the document, when its publisher or its dateline tells.

    An agency writes of all the world: its state counts only where the document names it.
    """
    home = publisher_state(document.publisher) if document.publisher else None
    if home is None:
        agency = agency_state(document.text)
        named = any(h.term.value == agency for h in hits.names if h.term.type in _NATIONAL)
        home = agency if named else None
    return home


def settle_states(
    register: Register, drafts: list[Draft], hits: Hits, home: str | None, lexicon: Lexicon
) -> OwnSide:
    """Give every person without a state the one that the text around implies; returns the own side."""
    counts = Counter(h.term.value for h in hits.names if h.term.type in _NATIONAL)
    side = own_side(drafts, register, home, counts, lexicon)
    if all(person.country for person in register.persons):
        return side
    placing = _Placing(register, drafts, counts, side.home, lexicon)
    sharing = {draft.index: at for at, draft in enumerate(drafts)}
    opening = opening_person(drafts)
    for person in register.persons:
        if person.country is None and person.where[0][0] in sharing:
            share_out(drafts, sharing[person.where[0][0]], counts, lexicon)
        if person.country is None:
            person.country = placing.state_of(person)
        if person is opening and placing.home is None:
            side.home = placing.home = person.country
    return side


class _Placing:
    """Weighs the states that a document gives a person."""

    def __init__(
        self,
        register: Register,
        drafts: list[Draft],
        counts: Counter[str],
        home: str | None,
        lexicon: Lexicon,
    ) -> None:
        self.register = register
        self.drafts = drafts
        self.home = home
        self.lexicon = lexicon
        self.counts = counts
        self.datelines = dateline_states(drafts)
        self.issuers = issuers(drafts, lexicon)
        self.at = {draft.index: n for n, draft in enumerate(drafts)}
        self.inclusions: dict[str, list[tuple[str, ...]]] = {}
        for phrase in lexicon.grammar.inclusions:
            words = tuple(phrase.split())
            self.inclusions.setdefault(words[0], []).append(words)
        self.delegations = frozenset(lexicon.grammar.delegations)
        self.targets = frozenset(lexicon.numbers.target_prepositions)
        self.whereabouts = Whereabouts(lexicon)
        self.missions = tuple(lexicon.grammar.missions)
        self.ranked = self._by_article(counts)
        self.named = [frozenset(s for r in d.refs for s in known_states(r)) for d in drafts]

    def state_of(self, person: Person) -> str | None:
        """The state with the best reasons; None when the document names no state at all."""
        if person.role == "igo_head":
            return self._headed(person)
        if person.follows is not None and person.follows.country:
            return person.follows.country
        scores: dict[str, float] = {}
        article = self.drafts[self.at[person.where[0][0]]].segment.article
        for rank, code in enumerate(self.ranked[article][:4]):
            _add(scores, code, _COMMON / (rank + 1))
        for code in self.issuers:
            _add(scores, code, _ISSUER)
        for code in self.datelines.get(article, ()) if self.home is None else ():
            _add(scores, code, _DATELINE)
        if self.home:
            _add(scores, self.home, _HOME)
        for number, (index, start, _) in enumerate(person.where[:3]):
            place = self.at.get(index)
            if place is None:
                continue
            ref = next((r for r in self.drafts[place].refs if r.start == start and r.person is person), None)
            if ref is not None:
                self._around(scores, place, ref, person, 1.0 if number == 0 else _LATER)
        for code in self._offices_alone(person):
            _add(scores, code, _OFFICE_ALONE)
        own = [self.home] if self.home else self.datelines.get(article, ())
        for code in own if self._attends(person) else ():
            _add(scores, code, _ATTENDS)
        for code, weight in self._opposed(person):
            _add(scores, code, weight)
        for other in self.register.persons:
            if other is not person and other.country and _same_office(person, other):
                _add(scores, other.country, _SAME_OFFICE)
            elif other is not person and other.country and {person.role, other.role} == _LEADERS:
                _add(scores, other.country, _OTHER_LEADER)
        if not scores:
            return None
        order = {code: n for n, code in enumerate(self.counts)}
        best = max(scores, key=lambda code: (round(scores[code], 3), -order.get(code, len(order)), code))
        return best if scores[best] > _AGAINST else None

    def _headed(self, person: Person) -> str | None:
        """The organisation that a secretary general without one is of: the one named last before."""
        index, start, _ = person.where[0]
        last = self.at[index]
        for number in range(last, max(-1, last - _REACH), -1):
            if self.drafts[number].segment.article != self.drafts[last].segment.article:
                break
            for other in reversed(self.drafts[number].refs):
                if other.kind == "org" and other.states and (number < last or other.start < start):
                    return other.states[0]
        return None

    def _by_article(self, counts: Counter[str]) -> dict[int, list[str]]:
        """The states that each article names, the most named first."""
        articles = {draft.segment.article for draft in self.drafts}
        if len(articles) < 2:
            ranked = [code for code, _ in counts.most_common()]
            return dict.fromkeys(articles, ranked)
        found: dict[int, Counter[str]] = {article: Counter() for article in articles}
        for draft in self.drafts:
            found[draft.segment.article].update(s for r in draft.refs for s in known_states(r))
        return {article: [code for code, _ in rows.most_common()] for article, rows in found.items()}

    def _attends(self, person: Person) -> bool:
        """Whether the sentence lists who else was there (`Also present were …`): mostly the own side."""
        draft = self.drafts[self.at[person.where[0][0]]]
        text = " ".join(item.text for item in draft.items)
        return any(phrase in text for phrase in self.lexicon.grammar.attendance)

    def _opposed(self, person: Person) -> list[tuple[str, float]]:
        """States that the text pairs with the one that the person meets, and where the two meet."""
        out: list[tuple[str, float]] = []
        met: set[str] = set()
        for index, start, _ in person.where[:2]:
            draft = self.drafts[self.at[index]] if index in self.at else None
            ref = next((r for r in draft.refs if r.start == start), None) if draft else None
            if draft is None or ref is None or self._acted(draft, ref):
                continue
            facing = {c for other in draft.refs if self._face(draft, ref, other) for c in known_states(other)}
            met |= facing
            if facing:
                sites = [r for r in draft.refs if is_place(r, self.lexicon) and r.kind == "state"]
                out += [(c, _HOSTED) for r in sites for c in known_states(r) if c not in facing]
        paired = Counter(
            code
            for draft in self.drafts
            for left, right in pairwise(draft.refs)
            if self._paired(draft, left, right)
            for code in (
                {*known_states(left), *known_states(right)} - met
                if met & {*known_states(left), *known_states(right)}
                else ()
            )
        )
        main = [code for code, _ in self.counts.most_common(len(met) + 1)]
        return out + [(code, _PAIRED if code in main else _PAIRED_ONCE) for code in sorted(paired)]

    def _acted(self, draft: Draft, ref: Ref) -> bool:
        """Whether a state acts before the person in the sentence, which says more than pairs elsewhere."""
        return any(
            may_act(r) and known_states(r) and r.kind == "state" for r in draft.refs if r.last <= ref.first
        )

    def _face(self, draft: Draft, ref: Ref, other: Ref) -> bool:
        """Whether two persons or offices of a sentence meet each other."""
        if other is ref or other.person is ref.person or not (other.person or other.role):
            return False
        left, right = (ref, other) if ref.first < other.first else (other, ref)
        return left.last <= right.first and self._meets(draft, left, right)

    def _paired(self, draft: Draft, left: Ref, right: Ref) -> bool:
        """Two states named side by side (`between Chad and Mali`, `Chad-Mali ties`)."""
        if left.kind not in ("state", "weak") or right.kind not in ("state", "weak"):
            return False
        dashed = [i.text for i in draft.items[left.last : right.first]] == ["-"]
        return dashed or self._links(draft.items, left, right)

    def _offices_alone(self, person: Person) -> list[str]:
        """States of the person's office where it is named without its holder (`the French president`)."""
        if person.role not in UNIQUE:
            return []
        alone = [r for d in self.drafts for r in d.refs if r.role == person.role and r.states and not r.name]
        return list(dict.fromkeys(r.states[0] for r in alone if not r.counterpart and r.kind != "org"))

    def _around(self, scores: dict[str, float], place: int, ref: Ref, person: Person, share: float) -> None:
        draft = self.drafts[place]
        told = offices_told(ref.head, self.lexicon)
        for rank, code in enumerate(told):
            here = _TOLD_HOME if code == self.home else _TOLD_HERE if code in self.counts else 0.0
            _add(scores, code, _TOLD * share - rank + here)
        body = self._body_named(place, ref) if ref.body and not told else None
        if body:
            _add(scores, body, _LED * share)
        for other, weight in self.whereabouts.reasons(draft, ref):
            _give(scores, other, weight * share)
        if person.role == "ambassador" and not told:
            mission = self._mission(place, ref)
            if mission:
                _add(scores, mission, _LED * share)
        quoted = _in_quotes(draft.items, ref.first)
        before = [r for r in draft.refs if r.last <= ref.first and _in_quotes(draft.items, r.first) == quoted]
        facing = self._faces(draft, ref, before)
        behind = [r for r in draft.refs if r.first >= ref.last]
        led = self._led(draft.items, ref, behind)
        if led:
            _add(scores, led, _LED * share)
        if self._listed(draft.items, ref):
            named = [
                r
                for r in before
                if known_states(r) and not self._links(draft.items, r, ref) and not is_place(r, self.lexicon)
            ]
            if named:
                _give(scores, named[-1], _LISTED * share)
        self._beside(scores, draft, ref, before, facing, share)
        self._behind(scores, draft, ref, behind, share)
        acts = any(may_act(r) and known_states(r) and not r.role and not r.name for r in before)
        self._earlier(scores, place, share * (_ACTING if acts else 1.0), facing)

    def _mission(self, place: int, ref: Ref) -> str | None:
        """The state of the embassy that was named last with one, for its head."""
        for number in range(place, max(-1, place - _REACH), -1):
            for other in reversed(self.drafts[number].refs):
                before = number < place or other.last <= ref.first
                if before and other.states and other.head.endswith(self.missions) and not other.role:
                    return other.states[0]
        return None

    def _body_named(self, place: int, ref: Ref) -> str | None:
        """The state of the body that was named last with one (`the Colombian government`)."""
        for number in range(place, max(-1, place - _REACH), -1):
            for other in reversed(self.drafts[number].refs):
                named = other.head == ref.body or (other.role_text or "").lower().endswith(f" {ref.body}")
                if named and not other.body and other.states and (number < place or other.last <= ref.first):
                    return other.states[0]
        return None

    def _led(self, items: list[Item], ref: Ref, behind: list[Ref]) -> str | None:
        """`X led the Chinese delegation`: the first side behind the person, up to the clause's end."""
        for other in behind:
            between = items[ref.last : other.first]
            if len(between) > _LED_REACH or any(i.text in (",", ";", ":") for i in between) or other.name:
                return None
            if other.head in self.delegations and other.states and len(between) > 0:
                return other.states[0]
        return None

    def _listed(self, items: list[Item], ref: Ref) -> bool:
        """Whether `including` or the like stands before the person's list."""
        low = max(0, ref.first - 24)
        texts = [i.text for i in items[low : ref.first]]
        for k in range(len(texts) - 1, -1, -1):
            if texts[k] in (".", ";", ":"):
                return False
            if any(tuple(texts[k : k + len(p)]) == p for p in self.inclusions.get(texts[k], ())):
                return True
        return False

    def _faces(self, draft: Draft, ref: Ref, before: list[Ref]) -> bool:
        """Whether the person is the other side of a meeting with the subject, who is no partner in a list."""
        subject = next((r for r in before if may_act(r)), None)
        if subject is not None and self._links(draft.items, before[-1], ref):
            return False
        if ref.prep in self.lexicon.words.meeting_preps:
            return True
        if ref.prep in self.lexicon.grammar.side_links:  # `a letter from the King`: who it comes from
            return False
        return subject is not None and self._meets(draft, subject, ref)

    def _meets(self, draft: Draft, left: Ref, right: Ref) -> bool:
        """Whether a word of meeting, thanking or inviting stands between two references of one clause."""
        between = draft.items[left.last : right.first]
        if len(between) > _FACING_REACH or any(i.text in (";", ":") for i in between):
            return False
        last = right.start
        if self.lexicon.properties.verb_final and not any(i.text == "," for i in between):
            end = next((i for i in draft.items[right.last :] if i.text in (",", ";", ":")), draft.items[-1])
            last = end.end
        return any(h.term.value in _FACING_KINDS and left.end <= h.start < last for h in draft.cues)

    def _judged(self, draft: Draft, ref: Ref, other: Ref) -> bool:
        """Whether a person acts against another's, which is not what acts in the sentence before it."""
        own = {s for r in draft.refs if r.last <= ref.first and may_act(r) for s in known_states(r)}
        return not own & set(known_states(other)) and self._judges(draft, ref, other)

    def _judges(self, draft: Draft, left: Ref, right: Ref) -> bool:
        """Whether a person takes a stand on, or acts against, what is another state's (`criticised X's plans`)."""
        if right.prep in self.lexicon.words.place_preps:
            return False
        closed = self.lexicon.words.content | _MARKS
        if any(i.text in closed for i in draft.items[left.last : right.first]):
            return False
        last = right.start
        if self.lexicon.properties.verb_final:
            end = next((i for i in draft.items[right.last :] if i.text in _MARKS), draft.items[-1])
            last = end.end
        return any(h.term.value in _AGAINST_KINDS and left.end <= h.start < last for h in draft.cues)

    def _beside(
        self, scores: dict[str, float], draft: Draft, ref: Ref, before: list[Ref], facing: bool, share: float
    ) -> None:
        """States named before the person in the sentence: who shares a list, the subject, the nearest."""
        last = before[-1] if before else None
        joined = last is not None and (last.name or last.role) and self._links(draft.items, last, ref)
        if last is not None and joined and not (last.head == ref.head and last.role in UNIQUE):
            _give(scores, last, _JOINED * share)
        subject = next((r for r in before if may_act(r)), None)
        if subject is not None and known_states(subject):
            against = facing or ref.counterpart or (subject.role is not None and bool(subject.states))
            if any(i.text in (";", ":") for i in draft.items[subject.last : ref.first]) or _tells(draft, ref):
                against = False
            elif subject.kind == "state" and self.lexicon.properties.verb_final:
                against = against or self._judges(draft, subject, ref)
            _give(scores, subject, (_FACING if against else _SUBJECT) * share)
        for other in before:
            if other is subject or (other is last and self._links(draft.items, other, ref)):
                continue
            if other.role and other.states:
                together = facing and subject is not None and other.first > subject.first
                _give(scores, other, (_BESIDE if together else _FACING) * share)
        near = [r for r in before if r is not subject and known_states(r) and not r.name and not r.role]
        if near:
            _give(scores, near[-1], _BESIDE * share)

    def _behind(
        self, scores: dict[str, float], draft: Draft, ref: Ref, behind: list[Ref], share: float
    ) -> None:
        """A person with a state behind this one faces it; an unmarked one in its list is of its side."""
        last = ref
        for other in behind:
            if ((other.role or other.counterpart) and other.states) or (
                other.person is not None and self._meets(draft, ref, other)
            ):
                _give(scores, other, _FACING * share)
            elif other.person is not None and self._links(draft.items, last, other):
                _give(scores, other, _JOINED / 2 * share)
                last = other
            elif not ref.prep and not ref.objective and self._judged(draft, ref, other):
                _give(scores, other, _FACING * share)
            elif not other.weak and not other.person:
                abroad = other.prep in self.targets and any(h.term.value == "visit" for h in draft.cues)
                weight = _SPEAKS if self._speaks_for(draft, ref, other) else -_BESIDE if abroad else _FAR
                _give(scores, other, weight * share)

    def _speaks_for(self, draft: Draft, ref: Ref, other: Ref) -> bool:
        """`X said that Kenya …`: the first state that a speaker tells about is mostly the speaker's own."""
        if ref.prep or ref.objective or other.prep or other.objective or other.kind != "state":
            return False
        before = draft.items[other.first - 1].text
        opens = before in self.lexicon.words.content or (before == "," and self.lexicon.properties.verb_final)
        return opens and any(h.term.value == "say" and h.end <= other.start for h in draft.cues)

    def _links(self, items: list[Item], left: Ref, right: Ref) -> bool:
        between = [i.text for i in items[left.last : right.first]]
        words = self.lexicon.words
        links = [t for t in between if t in words.coordinators or t == ","]
        return bool(links) and all(
            t in links
            or t in words.determiners
            or t in words.oblique_determiners
            or t in words.possessives
            or t == '"'
            for t in between
        )

    def _all_known(self, draft: Draft, topic: Ref) -> list[str]:
        """The states of a subject and of what is joined to it."""
        out = list(known_states(topic))
        last = topic
        for ref in draft.refs:
            if ref.first >= last.last:
                if not self._links(draft.items, last, ref):
                    break
                out.extend(c for c in known_states(ref) if c not in out)
                last = ref
        return out

    def _earlier(self, scores: dict[str, float], place: int, share: float, facing: bool) -> None:
        """What the sentences before are about, the nearest first; whom one faces is the other."""
        draft = self.drafts[place]
        weight = _BEFORE
        for number in range(place - 1, max(-1, place - _REACH), -1):
            earlier = self.drafts[number]
            same = earlier.segment.paragraph == draft.segment.paragraph
            topic = _topic(earlier)
            if facing and topic is not None and topic.kind != "pronoun":
                for code in known_states(topic):
                    _add(scores, code, _FACING * share)
                return
            if topic is not None and topic.kind != "pronoun":
                for code in self._all_known(earlier, topic)[:2]:
                    _add(scores, code, (weight if same else weight / 3) * share)
                weight *= 0.6
            elif topic is None:
                for code in sorted(self.named[number])[:2]:
                    _add(scores, code, _FAR * share)
            if weight < _FAR:
                return


def _topic(draft: Draft) -> Ref | None:
    """The first reference that may be the sentence's subject."""
    for ref in draft.refs:
        if may_act(ref):
            return ref
    return None


def _tells(draft: Draft, ref: Ref) -> bool:
    """Whether a person stands behind a comma before a verb of saying, as who says all this (`…, X told`)."""
    if not ref.first or draft.items[ref.first - 1].text not in (",", '"'):
        return False
    behind = draft.items[ref.last].start if ref.last < len(draft.items) else -1
    return any(h.term.value == "say" and h.start == behind for h in draft.cues)


def _in_quotes(items: list[Item], at: int) -> bool:
    return sum(i.text == '"' for i in items[:at]) % 2 == 1


def _give(scores: dict[str, float], ref: Ref, weight: float) -> None:
    for code in known_states(ref):
        _add(scores, code, weight)


def _add(scores: dict[str, float], code: str, weight: float) -> None:
    scores[code] = scores.get(code, 0.0) + weight


def _same_office(a: Person, b: Person) -> bool:
    """Whether two persons hold an office that a state has once."""
    if a.role != b.role or a.role is None:
        return False
    return a.role in UNIQUE or (
        a.role == "minister" and (a.role_text or "").lower() == (b.role_text or "").lower()
    )
