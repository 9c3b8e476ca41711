"""Which state a document speaks from, and the states of persons whom no word beside them places.

A title without a state belongs to whoever the text speaks of there: the state that the title tells
by itself, the delegation that the person leads, the group that the person is named out of, the
person named before in the same list, the subject of the sentence or of the ones before it. Each is
a reason with a weight; the state with the best reasons is taken.
"""

from __future__ import annotations

from bisect import bisect_right
from collections import Counter
from functools import cached_property

from communique.lexicon.lexicon import Lexicon
from communique.mentions.items import Item
from communique.mentions.matcher import Hits, find
from communique.mentions.person import HIGHEST, Person
from communique.mentions.refs import Ref
from communique.reading.datelines import dateline_states
from communique.reading.draft import Draft
from communique.reading.issuers import issuers
from communique.reading.labels import label_of
from communique.reading.leagues import Leagues
from communique.reading.neighbours import Neighbours
from communique.reading.offices import local_offices, named_locally, office_states
from communique.reading.opposites import Opposites
from communique.reading.own_side import OwnSide, opening_person, own_side
from communique.reading.own_words import OwnWords
from communique.reading.posts import Posts
from communique.reading.register import Register
from communique.reading.relations import Relations
from communique.reading.sharing import UNIQUE, share_out
from communique.reading.standing import is_place, known_states, may_act
from communique.reading.whereabouts import Whereabouts
from communique.text.document import Document
from communique.text.fold import fold
from communique.world.organisations import ORGANISATIONS
from communique.world.parties import party_state
from communique.world.publishers import agency_state, publisher_state
from communique.world.states import MONARCHIES, REIGNS

_NATIONAL = ("state", "adj", "people", "capital", "metonym")
_PRESIDENTS = ("head_of_state", "vice_head_of_state")
_TOLD, _LED, _LISTED = 20.0, 12.0, 8.0
_BEFORE, _FAR = 3.0, 0.4
_HOME, _COMMON, _SAME_OFFICE, _FACING = 2.0, 0.8, -6.0, -2.5
_TOLD_HERE, _TOLD_HOME, _OTHER_LEADER = 2.0, 6.0, -2.0
_OFFICE_ALONE = 5.0
_ATTENDS = 4.0
_PARTY = 14.0
_LOCAL, _LOCAL_FAR, _LOCAL_TOLD = 8.0, 6.0, 2.5
_UNHELD = -8.0
_FOREIGN = -10.0
_AGAINST, _AGAINST_ALL = -2.0, -0.25
"""Below which nobody is given the one state that a text names, or the likeliest of several."""
_DATELINE, _DATED, _ISSUER = 1.0, 0.5, 3.0
_ACTING = 0.4
_RECEIVED = -6.0
"""Against the state of the guest, for who receives him."""
_POSTED = -12.0
"""Against the state that an envoy is posted to (`the ambassador in Quito`)."""
_REACH = 6
_LATER = 0.2
_LED_REACH = 8


def home_state(document: Document, hits: Hits, lexicon: Lexicon) -> str | None:
    """The state whose body or outlet published the document, when its publisher or its dateline tells.

    An agency writes of all the world: its state counts only where the document names it, or an embassy of its own.
    """
    publisher = document.publisher
    home = document.side
    if home is None and publisher:
        home = publisher_state(publisher) or _named_state(publisher, lexicon)
    if home is None:
        agency = agency_state(document.text)
        named = any(h.term.value == agency for h in hits.names if h.term.type in _NATIONAL)
        if agency and (named or _posted_by_nobody(document.text, hits, lexicon)):
            home = agency
    return home


def _posted_by_nobody(text: str, hits: Hits, lexicon: Lexicon) -> bool:
    """Whether an envoy or embassy is told by where it is alone, as only its own press has it (`驻加蓬使馆`)."""
    leads, end = lexicon.grammar.posting_leads, -1
    for hit in hits.names if leads else ():
        if hit.term.type in _NATIONAL:
            if 0 < hit.start != end + 1 and fold(text[hit.start - 1]) in leads:
                return True
            end = hit.end
    return False


def _named_state(publisher: str, lexicon: Lexicon) -> str | None:
    """The one state that a publisher is called by (`State House, Kenya`); a mission's is the first of two."""
    folded = fold(publisher)
    named = [h.term.value for h in find(lexicon, publisher, folded).names if h.term.type == "state"]
    alone = len(set(named)) == 1 or any(word in folded for word in lexicon.grammar.missions)
    return named[0] if named and alone else None


def settle_states(
    register: Register, drafts: list[Draft], hits: Hits, home: str | None, lexicon: Lexicon
) -> OwnSide:
    """Give every person without a state the one that the text around implies; returns the own side."""
    counts = Counter(h.term.value for h in hits.names if h.term.type in _NATIONAL)
    counts -= Counter(s for draft in drafts for r in draft.refs if r.bearing for s in r.states)
    counts -= Counter(_surnames(drafts, hits) if lexicon.caseless else ())
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


def _surnames(drafts: list[Draft], hits: Hits) -> list[str]:
    """The states whose adjectives are only the surnames of persons (`حيدر المصري`), once a mention."""
    spans = sorted((r.name_start, r.name_end) for draft in drafts for r in draft.refs if r.name)
    found: list[str] = []
    for hit in hits.names if spans else ():
        at = bisect_right(spans, (hit.start, hit.end)) - 1
        if hit.term.type == "adj" and at >= 0 and spans[at][0] < hit.start and hit.end <= spans[at][1]:
            found.append(hit.term.value)
    return found


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
        self.own_offices = lexicon.grammar.own_offices
        self.home = home
        self.lexicon = lexicon
        local = tuple(lexicon.roles.local_offices)
        named = lexicon.roles.local_surnames
        self.company = frozenset(lexicon.grammar.company_forms)
        self.republican = tuple(lexicon.roles.republican)
        self.monarchic = tuple(lexicon.roles.monarchic)
        self.lone = local[0] if len(local) == 1 and named else None
        """The one state whose press the language is written in, by the names of its own people."""
        self.first = local[0] if local and named else None
        """The state whose press the pack is written as, which is meant where none is named."""
        self.far = _LOCAL_FAR if self.lone else _LOCAL_TOLD if len(local) == 1 else 0.0
        self.between = " " if lexicon.properties.word_boundary else ""
        self.counts = counts
        self.datelines = dateline_states(drafts, marks=lexicon.grammar.dateline_marks)
        self.dated = dateline_states(drafts, dated=True)
        self.issuers = issuers(drafts, lexicon)
        self.at = {draft.index: n for n, draft in enumerate(drafts)}
        self.inclusions: dict[str, list[tuple[str, ...]]] = {}
        for phrase in lexicon.grammar.inclusions:
            words = tuple(phrase.split())
            self.inclusions.setdefault(words[0], []).append(words)
        self.delegations = frozenset(lexicon.grammar.delegations)
        self.whereabouts = Whereabouts(lexicon)
        self.posts = Posts(drafts, self.at, lexicon)
        self.leagues = Leagues(drafts, self.at, lexicon)
        self.relations = Relations(lexicon)
        self.neighbours = Neighbours(lexicon, self.relations)
        self.opposites = Opposites(drafts, counts, lexicon, self.relations)
        self.own_words = OwnWords(drafts)
        self.ranked = self._by_article(counts)
        self._waiting: dict[str | None, list[Person]] = {}
        self._counted: dict[str, Counter[str]] = {}
        self.named = [frozenset(s for r in d.refs for s in known_states(r)) for d in drafts]

    def state_of(self, person: Person) -> str | None:
        """The state with the best reasons; None when the document names no state at all."""
        if person.role == "igo_head":
            return self.leagues.headed(person)
        if (league := self.leagues.served(person)) is not None:
            return league
        if person.follows is not None and person.follows.country:
            return person.follows.country
        if self.home and self._own_office(person):
            return self.home
        scores: dict[str, float] = {}
        article = self.drafts[self.at[person.where[0][0]]].segment.article
        for rank, code in enumerate(self.ranked[article][:4]):
            _add(scores, code, _COMMON / (rank + 1))
        for code in self.issuers:
            _add(scores, code, _ISSUER)
        for code in self.datelines.get(article, ()) if self.home is None else ():
            _add(scores, code, _DATELINE)
        for code in self.dated.get(article, ()) if self.home is None else ():
            _add(scores, code, _DATED)
        if self.home:
            _add(scores, self.home, _HOME)
        if self.lone and (against := self._unheld(person, self.lone)):
            _add(scores, self.lone, against)
        for number, (index, start, _) in enumerate(person.where[:3]):
            place = self.at.get(index)
            if place is None:
                continue
            ref = next((r for r in self.drafts[place].refs if r.start == start and r.person is person), None)
            if ref is not None and label_of(self.drafts[place]) is not ref:
                self._around(scores, place, ref, person, 1.0 if number == 0 else _LATER)
        placed = self._placed(_office_of(person))
        for code in self._offices_alone(person):
            if code not in placed:
                _add(scores, code, _OFFICE_ALONE)
        own = [self.home] if self.home else self.datelines.get(article, ())
        for code in own if self._attends(person) else ():
            _add(scores, code, _ATTENDS)
        for code in dict.fromkeys(self._leading[word] for word in person.aliases & self._leading.keys()):
            _add(scores, code, _TOLD)
        for code, weight in (*self.opposites.reasons(person), *self.own_words.reasons(person)):
            _add(scores, code, weight)
        self._weigh_rivals(scores, person)
        if person.role in _PRESIDENTS:
            told = fold(person.role_text or "")
            unfit = MONARCHIES if told.startswith(self.republican) else frozenset[str]()
            unfit = frozenset(scores) - REIGNS if told.startswith(self.monarchic) else unfit
            for code in unfit.intersection(scores):
                _add(scores, code, _UNHELD)
        for code in self.posts.hosts(person):
            scores.pop(code, None)
        if not scores:
            return None
        order = {code: n for n, code in enumerate(self.counts)}
        best = max(scores, key=lambda code: (round(scores[code], 3), -order.get(code, len(order)), code))
        return best if scores[best] > (_AGAINST_ALL if len(self.counts) > 1 else _AGAINST) else None

    def _unheld(self, person: Person, state: str) -> float:
        """Against the own side, for a head of state by a title that its press has for none of its own."""
        titles = self.lexicon.roles.local_offices.get(state)
        if titles is None or person.role != "head_of_state":
            return 0.0
        return 0.0 if any(t in fold(person.role_text or "") for t in titles) else _UNHELD

    def _own_office(self, person: Person) -> bool:
        """Whether the title tells of an office in the state that the document speaks from."""
        told = fold(person.role_text or "")
        return any(title in told for title in self.own_offices)

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
        text = self.between.join(item.text for item in draft.items)
        return any(phrase in text for phrase in self.lexicon.grammar.attendance)

    def _offices_alone(self, person: Person) -> list[str]:
        """States of the person's office where it is named without its holder (`the French president`)."""
        if person.role not in UNIQUE:
            return []
        return self._alone.get(person.role, [])

    @cached_property
    def _alone(self) -> dict[str, list[str]]:
        """The states of each office that are named with it and without its holder, in the order of the text."""
        found: dict[str, dict[str, None]] = {}
        for ref in (ref for draft in self.drafts for ref in draft.refs):
            one = len(ref.states) == 1 and not ref.plural and known_states(ref)
            if ref.role and one and not (ref.name or ref.counterpart or ref.kind == "org"):
                found.setdefault(ref.role, {})[ref.states[0]] = None
        return {role: list(states) for role, states in found.items()}

    @cached_property
    def _leading(self) -> dict[str, str]:
        """By name of who leads it, the state of a government that the text calls by that name."""
        refs = (ref for draft in self.drafts for ref in draft.refs if ref.leader and ref.states)
        return {ref.leader: ref.states[0] for ref in refs}

    def _weigh_rivals(self, scores: dict[str, float], person: Person) -> None:
        """Against the states of others who hold the same office, or the other of a state's two highest."""
        for code, number in self._placed(_office_of(person)).items():
            _add(scores, code, _SAME_OFFICE * number)
        for role in HIGHEST - {person.role} if person.role in HIGHEST else ():
            for code, number in self._placed(role).items():
                _add(scores, code, _OTHER_LEADER * number)

    def _placed(self, office: str | None) -> Counter[str]:
        """How many others of an office each state has by now; whoever was placed since is counted first."""
        if office is None:
            return Counter()
        if not self._waiting:
            for held in self.register.persons:
                self._waiting.setdefault(_office_of(held), []).append(held)
        counted = self._counted.setdefault(office, Counter())
        waiting = self._waiting.get(office, [])
        counted.update(held.country for held in waiting if held.country)
        self._waiting[office] = [held for held in waiting if not held.country]
        return counted

    def _around(self, scores: dict[str, float], place: int, ref: Ref, person: Person, share: float) -> None:
        draft = self.drafts[place]
        told = [code for code in office_states(ref, self.lexicon) if code not in ORGANISATIONS]
        for rank, code in enumerate(told):
            here = _TOLD_HOME if code == self.home else _TOLD_HERE if code in self.counts else 0.0
            _add(scores, code, _TOLD * share - rank + here)
        held = self._placed(_office_of(person))
        for code in local_offices(ref.head, person.name, self.lexicon) if not told else ():
            if held[code]:
                continue
            near = code == self.home or code in self.counts
            weight = _LOCAL if near else self.far or (_LOCAL_TOLD if code == self.first else 0.0)
            if weight:
                _add(scores, code, weight * share)
        if self.lone and not told and not named_locally(person.name, self.lexicon):
            _add(scores, self.lone, _FOREIGN * share)
        party = _party(draft, ref)
        if party:
            _add(scores, party, _PARTY * share)
        body = self._body_named(place, ref) if ref.body and not told else None
        if body:
            _add(scores, body, _LED * share)
        for other, weight in self.whereabouts.reasons(draft, ref):
            _give(scores, other, weight * share)
        if person.role == "ambassador" and not told:
            for code in (*self.posts.of(draft.items, ref), *self.posts.beside(draft)):
                _add(scores, code, _POSTED * share)
            mission = self.posts.mission(place, ref)
            if mission:
                _add(scores, mission, _LED * share)
        if self.company and (host := self._with(draft, ref)):
            _give(scores, host, _LED * share)
        quoted = _in_quotes(draft.items, ref.first)
        before = [r for r in draft.refs if r.last <= ref.first and _in_quotes(draft.items, r.first) == quoted]
        facing = self.relations.faces(draft, ref, before)
        behind = [r for r in draft.refs if r.first >= ref.last]
        led = self._led(draft.items, ref, behind)
        if led:
            _add(scores, led, _LED * share)
        if self._listed(draft.items, ref):
            named = [
                r
                for r in before
                if known_states(r)
                and not self.relations.links(draft.items, r, ref)
                and not is_place(r, self.lexicon)
            ]
            if named:
                _give(scores, named[-1], _LISTED * share)
        for other, weight in (
            *self.neighbours.beside(draft, ref, before, facing),
            *self.neighbours.behind(draft, ref, behind),
        ):
            _give(scores, other, weight * share)
        acts = any(may_act(r) and known_states(r) and not r.role and not r.name for r in before)
        met = any(may_act(r) and known_states(r) and r.person for r in before)
        guest = self._guest(draft, ref)
        if guest is not None and ref.prep in self.lexicon.words.agents:
            _give(scores, guest, _RECEIVED * share)
        if not (facing and met):
            self._earlier(scores, place, share * (_ACTING if acts else 1.0), facing, guest)

    def _guest(self, draft: Draft, ref: Ref) -> Ref | None:
        """`mit Minister X wurde Y von Präsident Z empfangen`: the named subject whom one with an office meets."""
        if not ref.prep or not any(h.term.value == "meeting" for h in draft.cues):
            return None
        named = [r for r in draft.refs if r.name and r is not ref and may_act(r) and not r.prep]
        return named[0] if len(named) == 1 and known_states(named[0]) else None

    def _with(self, draft: Draft, ref: Ref) -> Ref | None:
        """`X, acompañado por Y`: whom a person goes with, who is told of right before."""
        at, words = ref.first - 1, self.lexicon.words
        while at > 0 and (
            draft.items[at].text in words.determiners or draft.items[at].text in words.honorifics
        ):
            at -= 1
        led = at > 0 and draft.items[at].text in words.prepositions
        if not led or draft.items[at - 1].text not in self.company:
            return None
        return next(
            (r for r in reversed(draft.refs) if r.last < at and (r.name or r.role) and known_states(r)), None
        )

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

    def _all_known(self, draft: Draft, topic: Ref) -> list[str]:
        """The states of a subject and of what is joined to it."""
        out = list(known_states(topic))
        last = topic
        for ref in draft.refs:
            if ref.first >= last.last:
                if not self.relations.links(draft.items, last, ref):
                    break
                out.extend([c for c in dict.fromkeys(known_states(ref)) if c not in out])
                last = ref
        return out

    def _reacting(self, draft: Draft) -> Ref | None:
        """`In Lima reagierte man verärgert`: the capital stands for who is told of as `one`."""
        if self.lexicon.words.impersonal.isdisjoint([item.text for item in draft.items]):
            return None
        return next((r for r in draft.refs if is_place(r, self.lexicon) and r.kind == "state"), None)

    def _earlier(
        self, scores: dict[str, float], place: int, share: float, facing: bool, guest: Ref | None
    ) -> None:
        """What the sentences before are about, the nearest first; whom one faces is the other.

        Where the guest of a meeting is known, a state that the text was about is rather the host's.
        """
        draft = self.drafts[place]
        weight = _BEFORE
        for number in range(place - 1, max(-1, place - _REACH), -1):
            earlier = self.drafts[number]
            same = earlier.segment.paragraph == draft.segment.paragraph
            topic = _topic(earlier) or self._reacting(earlier)
            about = known_states(topic) if guest is not None and topic is not None else ()
            if guest is not None and about and set(about).isdisjoint(known_states(guest)):
                facing = False
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


def _party(draft: Draft, ref: Ref) -> str | None:
    """The state of the party in brackets behind a name (`Chancellor X (SPD)`)."""
    behind = draft.items[ref.last : ref.last + 4]
    if not behind or behind[0].text != "(":
        return None
    inside = [item.text for item in behind[1:] if item.text != ")"]
    return next((code for n in (1, 2) if (code := party_state(" ".join(inside[:n])))), None)


def _in_quotes(items: list[Item], at: int) -> bool:
    return sum(i.text == '"' for i in items[:at]) % 2 == 1


def _give(scores: dict[str, float], ref: Ref, weight: float) -> None:
    for code in known_states(ref):
        _add(scores, code, weight)


def _add(scores: dict[str, float], code: str, weight: float) -> None:
    scores[code] = scores.get(code, 0.0) + weight


def _office_of(person: Person) -> str | None:
    """What tells whether two persons hold an office that a state has once; None for other offices."""
    if person.role == "minister":
        return f"minister {(person.role_text or '').lower()}"
    return person.role if person.role in UNIQUE else None
