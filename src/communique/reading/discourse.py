"""What is known at a point of the document: the pair in talks, the last speaker, the last subject."""

from __future__ import annotations

from collections import Counter
from typing import NamedTuple

from communique.lexicon.lexicon import Lexicon
from communique.mentions.person import Person, name_tokens
from communique.mentions.refs import Ref
from communique.reading.offices import offices_told
from communique.reading.own_side import OwnSide
from communique.reading.register import Register
from communique.reading.title_sex import title_sex
from communique.world.organisations import ORGANISATIONS

_FEW = 3
"""The most sides of a group that are the pair in talks where no others are known."""
_THINGS = frozenset({"state", "org"})
_SENT = ("ambassador", "special_envoy")
_LESSER = frozenset({"official", "executive"})
"""Roles that are of no government."""
"""Offices whose holders are told of as what a state does to another (`recalled its ambassador`)."""
_JOINED = 2
"""Items between two who are joined: a coordinator and an article."""
_BESIDE = 4
"""Items between an actor and the pronoun of whom he acts on."""


class Speaker:
    """Who is being reported: a person, a state, or a named source, with the manner."""

    __slots__ = ("country", "name", "source")

    def __init__(self, name: str | None, country: str | None, source: str | None = None) -> None:
        self.name = name
        self.country = country
        self.source = source


class Told(NamedTuple):
    """An act or demand as it was told: what it is, who acted, toward whom, in which sentence."""

    what: str
    actors: tuple[str, ...]
    targets: tuple[str, ...]
    sentence: int


class Discourse:
    """The running state of one document's reading."""

    def __init__(self, lexicon: Lexicon, register: Register, side: OwnSide) -> None:
        self.lexicon = lexicon
        self.register = register
        self.sexes = title_sex(lexicon)
        self.home = side.home
        self.unnamed = side.unnamed
        """Offices of the own side whose holder is never named."""
        self.dyad: tuple[str, ...] = ()
        self.parties: tuple[str, ...] = ()
        """Who issues the document together."""
        self.pair: tuple[Person, ...] = ()
        self.address_endings = () if lexicon.properties.word_boundary else tuple(lexicon.grammar.honorifics)
        self.spoke_in: int | None = None
        """The paragraph in which the speaker was named."""
        self.speaker: Speaker | None = None
        self.turn: Speaker | None = None
        self.day: str | None = None
        """The day of the event that the text tells of, as its meetings and signatures date it."""
        self.spoke = -1
        """The sentence in which the speaker was last reported."""
        self.recent: dict[Person, None] = {}
        self.subject: Ref | None = None
        self.actors: list[Ref] = []
        """The several that a sentence was about last."""
        self.couples: list[tuple[str, ...]] = []
        """Pairs of states named side by side so far (`X and Y`, `between X and Y`), the latest last."""
        self.guest: Speaker | None = None
        """Who is interviewed, once an answer was met."""
        self.format: str | None = None
        """How the sides spoke, as the headline tells it (`President X's call with Y`)."""
        self.venue: str | None = None
        """The state in which the last talks were held."""
        self.circle: tuple[str, ...] = ()
        """Three states or more that were named side by side last."""
        self.partners: dict[str, set[str]] = {}
        """With whom each state has been in talks so far."""
        self.band: str | None = None
        """The armed group that was named last."""
        self.figure: Ref | None = None
        """The person that a sentence was about last."""
        self.counts: Counter[str] = Counter()
        self.works: dict[str, str] = {}
        """Projects met so far: what tells them (own words, short form, `last:` and type) to their names."""
        self.named: dict[str, tuple[str, int]] = {}
        """The project and the gathering named last, each with its sentence's index."""
        self.bodies: dict[str, str] = {}
        """State of the ministries and agencies named so far, by their noun."""
        self.reporting = -1
        """Index of the last sentence that reported what somebody says."""
        self.joint_document: str | None = None
        """The noun of the joint statement that has been named."""
        self.measure: tuple[str, int] | None = None
        self.trader: str | None = None
        """Whose trade the article tells of, as the last figure or rank with its state beside it says."""
        """What the last figure measured, and its sentence's index."""
        self.instruments: dict[str, tuple[str, ...]] = {}
        """Parties of the instruments named so far, by kind of instrument."""
        self.acts: list[Told] = []
        """Acts and demands told so far, the latest last."""
        self.wished: dict[str, str] = {}
        """To which state the last courtesy of each sort was said to go."""

    def note(self, refs: list[Ref], topic: list[Ref]) -> None:
        """Remember the persons just mentioned, the latest last, and the one the sentence is about."""
        if len(topic) > 1 or (topic and topic[0].kind == "group" and topic[0].states):
            self.actors = topic
        if len(topic) == 1 and topic[0].kind not in ("group", "speaker"):
            self.subject = topic[0]
            if topic[0].person:
                self.figure = topic[0]
        for ref in refs:
            if ref.person:
                self.recent.pop(ref.person, None)
                self.recent[ref.person] = None
            if ref.kind == "org" and ref.states and ref.states[0] in self.lexicon.bands:
                self.band = ref.states[0]

    def open_article(self) -> None:
        """Forget who was in talks and who spoke: another article of the document begins."""
        self.dyad, self.pair, self.circle = (), (), ()
        self.speaker = self.turn = None
        self.subject = self.figure = None
        self.format = self.trader = None
        self.actors = []
        self.recent.clear()
        self.couples.clear()
        self.partners.clear()
        self.bodies.clear()
        self.named.clear()
        self.instruments.clear()
        self.wished.clear()
        self.band = None

    def several(self) -> list[Ref]:
        """Who a verb in the plural without a subject is of: the several told of last, else the pair in talks."""
        if self.actors:
            return self.actors
        if len(self.dyad) < 2:
            return []
        return [Ref("group", 0, 0, 0, 0, states=self.dyad, plural=True)]

    def other(self, states: tuple[str, ...]) -> tuple[str, ...]:
        """The other side of the pair in talks, seen from `states`."""
        rest = tuple(s for s in self.dyad if s not in states)
        return rest if len(rest) < len(self.dyad) else ()

    def other_person(self, person: Person | None) -> Person | None:
        """The other person of the pair in talks."""
        rest = [p for p in self.pair if p is not person]
        return rest[0] if person and len(rest) == 1 and len(self.pair) == 2 else None

    def resolve(self, ref: Ref, before: list[Ref]) -> None:
        """Give a reference its states and person; `before` are the sentence's earlier references."""
        if ref.kind == "person" and ref.person:
            ref.states = _states(ref.person, ref)
        elif ref.kind == "role":
            self._role(ref, before)
        elif ref.kind == "pronoun":
            self._pronoun(ref, before)
        elif ref.kind == "group":
            circle = ref.count == len(self.circle) > 2
            if not ref.told:
                named = self._holders(ref) or self._disputing(ref, before)
                ref.states = (
                    self.circle
                    if circle
                    else named or self._several_before(ref, before) or self._group(before)
                )
                if ref.count > _FEW and len(ref.states) < ref.count:
                    ref.states = ()
                elif ref.every and not named and self._led_by_league(before):
                    ref.states, ref.weak = (), True
        elif ref.kind == "addressee":
            self.address(ref, self.turn or self.speaker)
        elif ref.kind == "speaker":
            who = self.turn or self.speaker
            if ref.plural and self.parties and self.turn is None:
                ref.states = self.parties
            elif who:
                ref.states = (
                    self.dyad if ref.plural and not who.country else ((who.country,) if who.country else ())
                )
                if not ref.plural and who.name:
                    ref.person = self.register.by_name(list(name_tokens(who.name)))
            elif ref.plural:
                ref.states = self.dyad
        elif ref.kind == "org" and not ref.states and self.band:
            ref.states = (self.band,)
        elif ref.kind == "own":
            self._own(ref, before)
        elif ref.kind == "guest":
            self._guest(ref, before)
        elif ref.leader:
            leader = self.register.by_name([ref.leader])
            ref.states = (leader.country,) if leader is not None and leader.country else ref.states

    def _guest(self, ref: Ref, before: list[Ref]) -> None:
        """`the guest`: the person spoken of who is not of the own side, nor of who receives in the sentence."""
        hosts: set[str | None] = {s for r in before if r.person and not r.prep for s in r.states}
        hosts = hosts or {self.home}
        others = (p for p in reversed(self.recent) if p.country in self.dyad and p.country not in hosts)
        if hosts != {None} and (self.home is None or self.home in hosts) and (other := next(others, None)):
            ref.person, ref.kind = other, "person"
            ref.states = (str(other.country),)

    def _own(self, ref: Ref, before: list[Ref]) -> None:
        """`his country` is of whom the sentence is about, `our country` of who has the floor.

        An embassy told by where it is alone is the own side's (`驻加蓬使馆`).
        """
        if ref.post:
            own = (self.home,) if self.home and self.home not in ref.post else self.other(ref.post)
            ref.states, ref.kind = own, "state"
            return
        anchor = self._anchor(before)
        if self._elsewhere(ref, before, anchor):
            return
        who = self.turn or self.speaker
        spoken = self.turn is not None and ref.head.split(" ", 1)[0] in self.lexicon.grammar.own_words
        if anchor and not spoken:
            ref.states, ref.kind = anchor.states[:1], "state"
        elif who and who.country:
            ref.states, ref.kind = (who.country,), "state"

    def _elsewhere(self, ref: Ref, before: list[Ref], anchor: Ref | None) -> bool:
        """`in the neighbouring country`, `against the country`: not the state that acts in the sentence."""
        grammar = self.lexicon.grammar
        if ref.head in grammar.neighbour_country:
            ref.kind, ref.states = "state", self.other(anchor.states if anchor else ())
            return True
        plain = ref.head.split(" ", 1)[0] not in self.lexicon.words.possessives
        if not (plain and ref.prep and anchor in before and self.subject and anchor):
            return False
        if not anchor.states or set(anchor.states) & set(self.subject.states):
            return False
        ref.kind, ref.states = "state", self.subject.states[:1]
        return True

    def address(self, ref: Ref, who: Speaker | None) -> None:
        """Give `you` the other side of the talks, seen from who speaks."""
        if who is None or not who.country:
            return
        ref.states = self.other((who.country,))
        ref.person = (
            self.other_person(self.register.by_name(list(name_tokens(who.name)))) if who.name else None
        )

    def _role(self, ref: Ref, before: list[Ref]) -> None:
        if ref.counterpart:
            anchor = self._anchor(before)
            ref.role = ref.role or (anchor.person.role if anchor and anchor.person else None)
        if ref.role is None or (ref.plural and len(ref.states) > 1):
            return
        if ref.plural and not ref.states and not ref.counterpart and len(self.dyad) > 1:
            ref.kind, ref.states = "group", self.dyad
            return
        if ref.role in self.unnamed and self.home and not ref.states and not ref.counterpart:
            ref.states = (self.home,)
            return
        envoy = self._envoy(ref, before)
        if envoy is not None:
            ref.person, ref.states = envoy.person, envoy.states
            return
        if not ref.states and not ref.counterpart and ref.role != "igo_head":
            ref.states = self._office(ref)
        owned = not ref.states and not ref.counterpart and ref.role not in _SENT
        if owned and ref.article in self.lexicon.words.possessives:
            ref.states = _owner(before)
        person = self.register.by_role(
            ref.role, ref.states or self._spoken_for(ref.role, before), self.recent, self.home
        )
        if not ref.states:
            person = self.register.by_title(ref.head, ref.role if person else None) or person
        figure = self.figure.person if self.figure is not None else None
        if not ref.states and not ref.counterpart and not self.home and figure:
            person = figure if _titled(figure, ref) or _styled(figure, person, ref) else person
        if not ref.states and self.address_endings and ref.head.endswith(self.address_endings):
            person = self._addressed(ref) or person
        used = {r.person for r in before if r.person}
        if person and person in used and not ref.states and len(self.register.holders(ref.role)) > 1:
            pool = (p for p in reversed(self.recent) if p.role == ref.role and p not in used)
            person = next(pool, person)
        if person and not ref.states and not ref.counterpart:
            person = self._of_sex(ref, person)
        if person:
            ref.person = person
            ref.states = ref.states or _states(person, ref)
        elif not ref.states and ref.role == "igo_head":
            ref.states = self._office(ref)
        elif not ref.states and self.home and not self._of_others(ref, before):
            ref.states = (self.home,)

    def _of_others(self, ref: Ref, before: list[Ref]) -> bool:
        """`met minister X of A and the deputy head of the company`: no office of the own state beside others' alone."""
        others = [r for r in before if r.person and r.states]
        return ref.role in _LESSER and bool(others) and not any(self.home in r.states for r in others)

    def _addressed(self, ref: Ref) -> Person | None:
        """Whom a title with an honorific (`总理先生`) addresses: the holder of the office on the other side."""
        own = self.speaker.country if self.speaker else self.home
        pool = [p for p in self.register.holders(ref.role) if p.country not in (own, None)]
        return pool[-1] if pool else None

    def _of_sex(self, ref: Ref, person: Person) -> Person | None:
        """The person of the same office whose title is of the same sex as the title alone (`la mandataria`)."""
        told = self.sexes.of(ref.head)
        if told is None or self.sexes.of(person.role_text) in (told, None):
            return person
        same = (p for p in reversed(self.recent) if p.role == person.role)
        return next((p for p in same if self.sexes.of(p.role_text) == told), None)

    def _office(self, ref: Ref) -> tuple[str, ...]:
        """The state of an office that few states have, where it is the own side or one of the talks."""
        told = offices_told(ref.head, self.lexicon)
        if ref.role != "igo_head":
            told = [code for code in told if code not in ORGANISATIONS]
        speaking = self.turn.country if self.turn else None
        near = [c for c in (self.home, speaking, *self.dyad) if c in told]
        return tuple(near[:1]) if near else tuple(told) if len(told) == 1 else ()

    def _envoy(self, ref: Ref, before: list[Ref]) -> Ref | None:
        """`received the Ambassador of A and asked the Ambassador to …`: the one envoy told of in the sentence."""
        if ref.role != "ambassador" or ref.states or ref.counterpart or ref.plural:
            return None
        told = [r for r in before if r.role == "ambassador" and r.states and not r.plural]
        return told[-1] if len({r.states for r in told}) == 1 else None

    def _spoken_for(self, role: str, before: list[Ref]) -> tuple[str, ...]:
        """`Kenya rejects this, the president said`: the state in front, whose office-holder is known."""
        for ref in before:
            if ref.kind == "state" and not ref.prep and not ref.weak:
                held = any(p.country in ref.states for p in self.register.holders(role))
                return ref.states if held else ()
        return ()

    def _pronoun(self, ref: Ref, before: list[Ref]) -> None:
        if ref.head in self.lexicon.words.demonstratives:
            last = next((r.person for r in reversed(before) if r.person), None)
            ref.person = last or next(reversed(self.recent), None)
            ref.states = (ref.person.country,) if ref.person and ref.person.country else ()
            return
        near = self._nearest(ref, before) if self.lexicon.properties.verb_first else None
        if near is not None:
            ref.person, ref.states = near.person, near.states
            return
        acting = [r for r in before if r.person and r.states and not r.prep and not r.weak]
        bare = ref.objective and not self.lexicon.properties.word_boundary
        if bare or ref.head in self.lexicon.words.objective:
            person = self._met_by(acting, ref, before) if acting else self._met_by_states(before)
            if person:
                ref.person, ref.states = person, _states(person, ref)
            return
        thing = None if acting else self._thing(ref, before)
        if thing is not None:
            ref.states = thing.states
            return
        anchor = next(iter(acting), self.figure)
        if anchor is None or (anchor.person and self._sex_differs(ref, anchor.person)):
            anchor = self._of_sex_told(ref, before) or anchor
        if anchor is None and self.speaker and self.speaker.name:
            ref.person = self.register.by_name(list(name_tokens(self.speaker.name)))
            ref.states = (self.speaker.country,) if self.speaker.country else ()
        elif anchor:
            ref.person, ref.states = anchor.person, anchor.states

    def _sex_differs(self, ref: Ref, person: Person) -> bool:
        """Whether a pronoun is of the other sex than the title of the person told of last."""
        return self.sexes.of(person.role_text) not in (self._sex(ref), None)

    def _sex(self, ref: Ref) -> str:
        return "f" if ref.head in self.lexicon.words.feminine else "m"

    def _of_sex_told(self, ref: Ref, before: list[Ref]) -> Ref | None:
        """Whom a pronoun means that is not of the sex of the last person: a side that acts, else the last one."""
        side = next((r for r in before if r.kind in _THINGS and r.states and not (r.prep or r.weak)), None)
        if side is not None:
            return side
        person = next(
            (p for p in reversed(self.recent) if self.sexes.of(p.role_text) == self._sex(ref)), None
        )
        return Ref("person", 0, 0, 0, 0, person=person, states=_states(person, ref)) if person else None

    def _nearest(self, ref: Ref, before: list[Ref]) -> Ref | None:
        """Who acts right before a pronoun: a state for one of women, a person for one of men."""
        women = ref.head in self.lexicon.words.feminine
        for other in reversed(before):
            free = other.states and not (other.prep or other.weak or other.genitive)
            thing = other.kind in _THINGS and not self.lexicon.masculine.intersection(other.states)
            if free and women == thing:
                return other
        return None

    def _thing(self, ref: Ref, before: list[Ref]) -> Ref | None:
        """The state that `elle` means where names of states have the gender of persons.

        A pronoun that is tied to its verb (`a-t-elle dit`) means a person. The state acts in the same
        sentence, or was the last subject and no man is meant by a pronoun of women.
        """
        if not self.lexicon.properties.states_have_gender or ref.head in self.lexicon.properties.enclitics:
            return None
        for other in before:
            if other.kind in _THINGS and other.states and not other.prep and not other.weak:
                return other
        last, person = self.subject, self.figure.person if self.figure else None
        if last is None or last.kind not in _THINGS or not last.states:
            return None
        title = (person.role_text or "").lower().split() if person else []
        women = ref.head in self.lexicon.words.feminine
        listed = self.lexicon.grammar.masculine_titles if women else self.lexicon.grammar.feminine_titles
        return last if person is None or not set(title).isdisjoint(listed) else None

    def _met_by(self, acting: list[Ref], ref: Ref, before: list[Ref]) -> Person | None:
        """Whom `him` means: not the one who acts on him, so another actor, whom he was with, or the other of the pair.

        Who stands right before it acts; from farther away, it is who was acted on before (`met X and thanked him`).
        """
        if acting[-1].objective and not acting[-1].genitive and not acting[0].objective:
            return acting[-1].person
        beside = ref.first - acting[-1].last <= _BESIDE
        subject = acting[-1].person if beside else acting[0].person
        rest = [r.person for r in acting if r.person and r.person is not subject]
        if rest:
            return rest[0] if beside else rest[-1]
        own = subject and subject.country
        company = self.lexicon.words.meeting_preps
        met = [r.person for r in before if r.person and r.prep in company and r.person.country != own]
        if met:
            return met[-1]
        recent = (p for p in reversed(self.recent) if p is not subject and p.country != own)
        return self.other_person(subject) or next(recent, None)

    def _met_by_states(self, before: list[Ref]) -> Person | None:
        """Whom `him` means where a state or an unnamed holder acts: the last person of another state."""
        states = {s for r in before for s in r.states if not r.prep and not r.weak}
        speaking = self.turn.name if self.turn else None
        others = (p for p in reversed(self.recent) if p.country not in states and p.name != speaking)
        return next(others, None)

    def _anchor(self, before: list[Ref]) -> Ref | None:
        for ref in before:
            if ref.kind in ("person", "role") and ref.states and not ref.prep:
                return ref
        for ref in before:
            if ref.kind in ("state", "org") and ref.states and not ref.prep and not ref.weak:
                return ref
        return self.subject

    def _holders(self, ref: Ref) -> tuple[str, ...]:
        """`both ministers`: of the two last named, where the pair in talks has no two such persons."""
        if not ref.office:
            return ()
        fits = [p for p in self.recent if p.country and p.role and p.role.endswith(ref.office)]
        states = tuple(dict.fromkeys(str(p.country) for p in reversed(fits)))
        if len(states) < 2 or set(self.dyad) <= set(states):
            return ()
        return tuple(sorted(states[:2], key=lambda s: min(p.order for p in fits if p.country == s)))

    def _disputing(self, ref: Ref, before: list[Ref]) -> tuple[str, ...]:
        """`X kêu gọi các bên kiềm chế`: all sides, whom a third one calls on, are the two named side by side."""
        if not ref.every:
            return ()
        acting = {s for r in before if not (r.prep or r.weak or r.objective) for s in r.states}
        if len(acting) != 1:
            return ()
        here = tuple(dict.fromkeys(s for r in before for s in r.states if s not in acting))
        last = self.couples[-1] if self.couples else ()
        pair = here if len(here) == len(acting) + 1 else last
        return pair if len(pair) > 1 and not acting & set(pair) else ()

    def _led_by_league(self, before: list[Ref]) -> bool:
        """`ASEAN urged all parties …`: whether an organisation alone acts, which is none of those it speaks of."""
        acting = {s for r in before if not (r.prep or r.weak or r.objective) for s in r.states}
        return len(acting) == 1 and acting.issubset(ORGANISATIONS)

    def _group(self, before: list[Ref]) -> tuple[str, ...]:
        named = tuple(dict.fromkeys(s for r in before if r.kind != "group" for s in r.states))
        if len(named) == 2 and len(self.dyad) < 2:
            return named
        faced = [s for r in before if r.prep in self.lexicon.words.meeting_preps for s in r.states]
        own = self.home or max(self.dyad, key=lambda s: len(self.partners.get(s, ())), default=None)
        if len(named) == 1 and faced and own and named[0] not in {own, *self.dyad} and own in self.dyad:
            return (own, named[0])
        holders = [r for r in before if (r.person or r.role or r.counterpart) and r.kind != "group"]
        persons = tuple(dict.fromkeys(s for r in holders for s in r.states))
        if len(persons) == 2 and set(named) == set(persons):
            return persons
        heads = tuple(dict.fromkeys(s for r in before if r.plural and r.kind == "role" for s in r.states))
        if len(heads) == 2:
            return heads
        acting = {s for r in before if r.kind != "group" and not r.prep and not r.weak for s in r.states}
        if len(acting) == 1 and acting & set(self.dyad):
            met = self.partners.get(min(acting), set())
            return next((c for c in reversed(self.couples) if met >= set(c)), self.dyad)
        if len(acting) == 2 < len(named) and len(self.dyad) < 2:
            return tuple(state for state in named if state in acting)
        return self.dyad or named

    def _several_before(self, ref: Ref, before: list[Ref]) -> tuple[str, ...]:
        """`A, B and C broke off relations with D; they blamed …`: the states that act side by side before `they`."""
        if ref.head not in self.lexicon.words.plural or ref.head in self.lexicon.words.objective:
            return ()
        acting = [r for r in before if r.kind in _THINGS and not (r.prep or r.weak or r.objective)]
        row = acting[:1]
        for other in acting[1:]:
            if other.first - row[-1].last <= _BESIDE:
                row.append(other)
        return tuple(dict.fromkeys(s for r in row for s in r.states)) if len(row) > 1 else ()

    def greeted(self, refs: list[Ref], who: Speaker | None) -> None:
        """Take whom a speaker greets, with his own side, as the pair in talks."""
        own = who.country if who else None
        others = [s for r in refs for s in r.states if s != own]
        if own and others and not {own, others[0]} <= set(self.dyad):
            self._turn_to((own, others[0]))

    def update_pair(self, refs: list[Ref], meeting: bool, topic: list[Ref]) -> None:
        """Take the sentence's two sides as the pair in talks when it tells of a meeting or names two.

        A group that stood before its members is resolved by them.
        """
        self._take_pair(refs, meeting, topic)
        for ref in refs:
            if ref.kind == "group" and not ref.states and not ref.weak:
                ref.states = self.dyad

    def _take_pair(self, refs: list[Ref], meeting: bool, topic: list[Ref]) -> None:
        parted = self._parted(refs, topic) if meeting else ()
        if parted:
            self._turn_to(parted)
            self.pair = tuple(p for r in refs if (p := r.person) is not None and p.country in parted)[:2]
            return
        joint = tuple(dict.fromkeys([s for r in topic if r.kind != "group" for s in r.states]))
        if len(joint) > 1 or (joint and meeting):
            self._take_circle(joint, refs if meeting else [])
        if len(topic) == 2 and len(joint) == 2:
            apart = len(self.dyad) == 2 and not meeting and set(joint).isdisjoint(self.dyad)
            if not apart:
                self._turn_to(joint)
                self.pair = tuple(p for r in topic if (p := r.person) is not None)
            return
        if topic and topic[0].told and len(topic[0].states) == 2:
            self._turn_to(topic[0].states)
            return
        if self.dyad and not meeting:
            if self.lexicon.properties.objects_before:
                self._name_pair(refs)
            return
        if topic and topic[0].kind == "group" and len(self.dyad) == 2 and topic[0].states == self.dyad:
            return
        people = [r for r in refs if r.person and r.person.country]
        states: list[str] = []
        sides = [r for r in refs if r.kind in ("state", "org", "role") and not r.weak]
        places = [r for r in sides if r.prep in self.lexicon.words.place_preps and not r.role]
        for ref in [*people, *(r for r in sides if r not in places)]:
            states.extend([s for s in dict.fromkeys(ref.states[:2]) if s not in states])
        if len(states) < 2 and not self.dyad:
            first = dict.fromkeys([s for r in places for s in r.states[:1]])
            states.extend([s for s in first if s not in states])
        if len(states) < 2:
            weak = [s for r in refs if r.weak for s in r.states]
            states.extend([s for s in dict.fromkeys(weak) if s not in states])
        if (
            len(states) > 2
            and len(set(self.dyad) & set(states)) == 1
            and topic
            and self.dyad[0] not in states
        ):
            return
        if len(states) >= 2:
            self._turn_to(tuple(states[:2]))
            pair = list(dict.fromkeys(r.person for r in people if r.person and r.person.country in self.dyad))
            self.pair = tuple(pair[:2])

    def _parted(self, refs: list[Ref], topic: list[Ref]) -> tuple[str, ...]:
        """`C hosted talks between A and B`: the two between whom a third, who is told of, has something held."""
        openers = self.lexicon.words.meeting_preps.intersection(self.lexicon.grammar.route_openers)
        if not openers:
            return ()
        named = [r for r in refs if r.prep in openers]
        if len(named) == 1:  # `between President X of A and the leader of B`: the second has no word for it.
            named += [r for r in refs if not r.weak and 0 < r.first - named[0].last <= _JOINED][:1]
        between = tuple(dict.fromkeys(s for r in named for s in r.states))
        told = {s for r in topic for s in r.states} if topic else {s for r in refs for s in r.states}
        return between if len(between) == 2 and told - set(between) else ()

    def _take_circle(self, joint: tuple[str, ...], meeting: list[Ref]) -> None:
        """Keep the states that act together, and those of whom they meet, where they are three or more."""
        met = [r for r in meeting if r.person and r.prep in self.lexicon.words.meeting_preps]
        circle = tuple(dict.fromkeys([*joint, *(s for r in met for s in r.states)]))
        if len(circle) > 2:
            self.circle = circle

    def _goes_on(self, people: list[Ref], states: list[str]) -> bool:
        """Whether two persons stay in talks: nobody new is named, only a state beside one of theirs."""
        known = {p.country for p in self.pair}
        fresh = [r for r in people if r.person not in self.pair]
        return len(known) == 2 and not fresh and len(known & set(states)) == 1

    def _name_pair(self, refs: list[Ref]) -> None:
        """Take the persons of a sentence as the pair, where one of each state is named (`应X邀请,Y访问Z`)."""
        named = list(dict.fromkeys(r.person for r in refs if r.person and r.person.country in self.dyad))
        if not self.pair and len(named) == 2 and {p.country for p in named} == set(self.dyad):
            self.pair = tuple(named)

    def _turn_to(self, dyad: tuple[str, ...]) -> None:
        """Take a new pair in talks, and keep who has been in talks with whom."""
        for state in dyad:
            self.partners.setdefault(state, set()).update(s for s in dyad if s != state)
        self.dyad = dyad


def _owner(before: list[Ref]) -> tuple[str, ...]:
    """`Kenya said its minister …`: the state of whom a possessive points at, the last that acts before it."""
    acting = (r for r in reversed(before) if not (r.prep or r.weak or r.objective) and len(r.states) == 1)
    return next((r.states for r in acting), ())


def _titled(person: Person, ref: Ref) -> bool:
    """Whether a title alone is the one that a person was named with, or its last word (`the minister`)."""
    named = (person.role_text or "").lower()
    return bool(ref.head) and (person.role == ref.role or named.endswith(ref.head)) and ref.head in named


def _styled(figure: Person, other: Person | None, ref: Ref) -> bool:
    """Whether a title is another word for the office of two named in one sentence (`the head of state`)."""
    if other is None or figure.role != ref.role or figure.where[-1][0] != other.where[-1][0]:
        return False
    return ref.head not in (other.role_text or "").lower()


def _states(person: Person, ref: Ref) -> tuple[str, ...]:
    return (person.country,) if person.country else ref.states
