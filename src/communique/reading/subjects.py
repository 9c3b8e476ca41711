"""Who does what a verb tells: its subject, the agent of a passive, what a relative clause is about."""

from __future__ import annotations

from functools import cache
from typing import NamedTuple

from communique.lexicon.lexicon import Lexicon
from communique.lexicon.verbs import FINITE
from communique.mentions.refs import Ref
from communique.reading.coordination import Coordination
from communique.reading.cue_hit import CueHit
from communique.reading.structure import Structure

_BREAKS = frozenset({";", ":"})
_SINGULAR = frozenset({"pres", "past", "subj"})
"""Tags of finite forms in the singular, where the plural has its own."""
_STOPS = frozenset({",", ";", ":", ".", '"'})
_BEHIND = 3
"""Items between a verb and the subject behind it."""
_CLOSED = 20
"""Items of a clause of time behind its verb."""


class _Endings(NamedTuple):
    """How a verb in the feminine begins and ends, and how a woman's title ends, where verbs tell."""

    begin: tuple[str, ...]
    end: tuple[str, ...]
    women: tuple[str, ...]


@cache
def _endings(lexicon: Lexicon) -> _Endings:
    marks = lexicon.properties.feminine_verbs
    return _Endings(
        tuple(m[:-1] for m in marks if m.endswith("*")),
        tuple(m[1:] for m in marks if m.startswith("*")),
        tuple(lexicon.properties.feminine_nouns),
    )


class Subjects:
    """Finds the subjects of one sentence.

    `comment` is the items that say who says so (`…, said X`): whoever stands there is subject of nothing else,
    and the comment's own verb (`…, praised X`) has its subject there.
    """

    __slots__ = (
        "clauses",
        "closers",
        "coordination",
        "dropped",
        "endings",
        "final",
        "items",
        "lexicon",
        "refs",
        "structure",
        "unbroken",
        "verb_first",
        "words",
    )

    def __init__(self, structure: Structure, coordination: Coordination) -> None:
        self.structure = structure
        self.coordination = coordination
        self.lexicon = structure.lexicon
        self.words = structure.lexicon.words
        properties = structure.lexicon.properties
        self.final = properties.verb_final
        self.verb_first = properties.verb_first
        self.closers = frozenset(structure.lexicon.grammar.clause_closers)
        self.unbroken = properties.syllables_apart
        self.dropped = properties.subject_dropped and not properties.verb_first
        self.endings = _endings(structure.lexicon)
        self.items = structure.items
        self.refs = structure.refs
        self.clauses = structure.clauses

    def topic(self) -> list[Ref]:
        """The subject of the main clause, as far as the references tell: the first that may be one."""
        for ref in self.refs:
            if (
                not ref.prep
                and not ref.weak
                and not ref.objective
                and (ref.states or ref.person)
                and self.structure.ref_clause[id(ref)] == 0
                and not self._governed_too(self.refs, ref)
            ):
                if self.dropped and self._acted_on(ref):
                    return []
                return self.coordination.group(ref)
        return []

    def acting(self, hit: CueHit, comment: tuple[int, int] | None) -> list[Ref]:
        """Who does it: the agent of a passive, else the grammatical subject; coordinated references."""
        if not hit.passive:
            return self.grammatical(hit, comment)
        agent = self._agent(hit)
        return self.coordination.group(agent) if agent else []

    def grammatical(self, hit: CueHit, comment: tuple[int, int] | None) -> list[Ref]:
        """The grammatical subject, whatever the voice."""
        own = self.clauses.all[hit.clause]
        if self._region_acts(hit):
            return []
        if hit.form == "ger" and (doer := self._doing(hit)) is not None:
            return [doer]
        told = own.opener in self.words.subject_relatives
        if own.kind == "relative" and (
            told or (self.final and own.opener not in self.words.oblique_determiners)
        ):
            heads = [
                r for r in self.antecedent(own.first) if r.last == self._head_end(own.first) and not r.weak
            ]
            if heads:
                return heads
        for clause in self.clauses.chain(hit.clause):
            found = self._in_clause(clause, hit, comment)
            if found:
                return found
            opened = self.clauses.all[clause]
            if opened.head >= 0:
                return [r for r in self.refs if r.first == opened.head]
            if opened.kind == "relative" and opened.opener not in self.lexicon.grammar.place_relatives:
                governed = self._governed(opened.first) and clause == hit.clause
                if governed and self.fronted(hit):
                    return []
                led = opened.opener in self.words.prepositions
                if (governed or led) and self.dropped and hit.form in FINITE:
                    continue  # `con quien acordó`: the subject of the clause around goes on
                return self.antecedent(opened.first)
            broken = opened.opener in _BREAKS and not (self.unbroken and opened.opener == ";")
            if opened.kind in ("content", "quote") or broken:
                break
            if opened.kind == "sub" and hit.form in FINITE:
                break
        return self._past_closer(hit) if self.closers else []

    def _doing(self, hit: CueHit) -> Ref | None:
        """`the risk of Kenya invading Peru`: whom `of` governs right before a gerund, which tells what he does."""
        if not self.lexicon.properties.infinitive_marker:
            return None
        of = self.lexicon.grammar.work_links
        return next((r for r in self.refs if r.last == hit.first and r.prep in of and not r.weak), None)

    def _region_acts(self, hit: CueHit) -> bool:
        """`…, while Europe considers it`: whether a region that is no state stands alone before its verb."""
        at = hit.first - 1
        while at > 0 and self.lexicon.leads_verb(self.items[at].text):
            at -= 1
        if at < 0 or not hit.form or not self.items[at].is_type("region"):
            return False
        before = self.items[at - 1].text if at else ","
        words = self.words
        return before == "," or before in words.coordinators or before in words.subordinators

    def _past_closer(self, hit: CueHit) -> list[Ref]:
        """`会见X时,Y表示`: the subject of the clause behind the one of time that a cue stands in."""
        for at in range(hit.last, min(len(self.items), hit.last + _CLOSED)):
            if self.items[at].text == ",":
                if self.items[at - 1].text not in self.closers:
                    return []
                behind = [r for r in self.refs if 0 < r.first - at <= _BEHIND]
                free = [r for r in behind if not (r.prep or r.objective or r.weak)]
                return self.coordination.group(free[0]) if free else []
        return []

    def _governed_too(self, before: list[Ref], ref: Ref) -> bool:
        """`对中美关系`, `应A、B邀请`: whether somebody is listed behind one whom a preposition governs."""
        if not self.closers or not ref.first:
            return False
        listed = self.items[ref.first - 1].text in self.words.coordinators
        return any(
            r.prep and (listed or r.last == ref.first) and ref in self.coordination.behind(r) for r in before
        )

    def _after_closer(self, before: list[Ref]) -> Ref | None:
        """`A袭击B后,C…`, `为支持A,B…`: the last subject right behind the comma of a clause of time or purpose."""
        for ref in reversed(before) if self.closers else ():
            at = ref.first - 1
            if at <= 0 or self.items[at].text != "," or ref.prep or ref.objective or ref.weak:
                continue
            if self.items[at - 1].text in self.closers or self._led_in(at):
                return ref
        return None

    def _led_in(self, comma: int) -> bool:
        """Whether the stretch before a comma is a phrase that a preposition opens, which goes on to a comma."""
        first = comma
        while first > 0 and self.items[first - 1].text not in _STOPS:
            first -= 1
        return self.items[first].term is None and self.items[first].text in self.lexicon.openers

    def above(self, hit: CueHit) -> list[Ref]:
        """The subject of the clauses around the one that a cue stands in."""
        for clause in self.clauses.chain(hit.clause)[1:]:
            for ref in self.refs:
                if self.structure.ref_clause[id(ref)] == clause and not (
                    ref.prep or ref.objective or ref.weak
                ):
                    return self.coordination.group(ref)
        return []

    def fronted(self, hit: CueHit) -> bool:
        """Whether a noun group that no preposition governs stands in the clause before the verb."""
        words, items = self.words, self.items
        first = self.clauses.all[hit.clause].first
        if self._unknown_before(hit, first):
            return True
        for at in range(first, hit.first - 1):
            if self.clauses.of[at] != hit.clause or items[at].text not in words.determiners:
                continue
            before = items[at - 1].text if at > first else ""
            noun = items[at + 1]
            if before in words.prepositions or before in words.determiners or before in words.coordinators:
                continue
            timed = noun.text in self.lexicon.time_words or noun.text.startswith(self.lexicon.day_names)
            if noun.term is None and noun.text[0].isalpha() and not timed:
                return True
        return False

    def _unknown_before(self, hit: CueHit, first: int) -> bool:
        """Whether the name of somebody of whom nothing is known stands right before the verb."""
        at = hit.first - 1
        while at >= first and self.lexicon.leads_verb(self.items[at].text):
            at -= 1
        item = self.items[at]
        if at < first or not self.lexicon.properties.objects_before or not item.capital or item.term:
            return False
        governed = at > first and self.items[at - 1].text in self.words.prepositions
        return not governed and not any(r.first <= at < r.last for r in self.refs)

    def antecedent(self, opener: int) -> list[Ref]:
        """The reference that a relative clause opened at item `opener` is about."""
        end = self._head_end(opener)
        near = [r for r in self.refs if r.last <= end + 1 and end + 1 - r.last <= 2]
        return near[-1:]

    def _governed(self, opener: int) -> bool:
        """Whether a preposition stands before a relative, which is no subject then (`through whose land`)."""
        return opener > 0 and self.items[opener - 1].text in self.words.prepositions

    def _head_end(self, opener: int) -> int:
        """Past the noun group before a relative clause; a verb that closes its bracket may stand between."""
        end = opener - 1
        if self.final and end > 1 and self.items[end - 1].start in self.structure.verb_starts:
            end -= 1
            if self.items[end - 1].text == ",":
                end -= 1
        return end

    def _in_clause(self, clause: int, hit: CueHit, comment: tuple[int, int] | None) -> list[Ref]:
        here = self.structure.refs_in(clause)
        own = clause == hit.clause
        if comment is not None:
            here = self._beside_comment(here, hit, comment, own)
        if own and self._nobody(clause, hit):
            return []
        before = [r for r in here if r.end <= hit.start]
        if self.verb_first and own and hit.form in FINITE:
            beside = self._beside_verb(before, here, hit)
            if beside is not None:
                return self.coordination.group(beside)
        joined = self._right_before(before, hit) if self.unbroken else []
        if joined:
            return joined
        spoken = self._pronoun_before(before, hit)
        if spoken is not None:
            return self._with_others(clause, before, spoken)
        acting = self._acting_before(before) if self.unbroken else self._after_closer(before)
        if acting is not None:
            return self.coordination.group(acting)
        for ref in before:
            if not ref.prep and not ref.objective and not ref.weak and not self._governed_too(before, ref):
                return self.coordination.group(ref)
        if self.lexicon.properties.subject_may_follow and not self._goes_on(hit):
            named = self._front_is_named(clause, hit)
            for ref in here:
                if named and ref.kind not in ("pronoun", "speaker", "group"):
                    continue
                if self.dropped and (not self._follows(ref, hit, comment) or self._called(ref)):
                    continue
                if self.verb_first and self.disagrees(ref, hit.first):
                    continue
                if ref.start >= hit.end and not ref.prep and not ref.objective and not ref.weak:
                    return self.coordination.group(ref)
        for ref in before:
            if ref.weak and not ref.prep and not self._behind_verb(clause, ref):
                return [ref]
        if comment is not None and comment[1] <= hit.first and own:
            return self._telling(comment)
        return []

    def _beside_verb(self, before: list[Ref], here: list[Ref], hit: CueHit) -> Ref | None:
        """The subject right before its verb, in the verb's own form or right behind it, where that comes first."""
        free = self.lexicon.before_verbs
        for ref in reversed(before):
            words = [i.text for i in self.items[ref.last : hit.first]]
            if not ref.prep and not ref.weak and not ref.objective and all(w in free for w in words):
                return next((r for r in before if ref in self.coordination.behind(r)), ref)
        if own := [r for r in here if r.first == hit.first and r.kind in ("speaker", "group")]:
            return own[0] if self.clauses.all[hit.clause].kind != "relative" else None
        for ref in here:
            if ref.start < hit.end or ref.weak:
                continue
            between = self.items[hit.last : ref.first]
            stops = [
                i
                for i in between
                if i.start in self.structure.verb_starts or i.text in self.lexicon.structure
            ]
            near = len(between) <= _BEHIND and not stops and not self.disagrees(ref, hit.first)
            governed = ref.prep and not (ref.prep == self.items[hit.first].text and ref.first == hit.last)
            return ref if near and not governed and not ref.objective else None
        return None

    def disagrees(self, ref: Ref, at: int) -> bool:
        """Whether a masculine verb at item `at` cannot have the state, side or title behind it as its subject."""
        begin, end, women = self.endings
        if not begin or ref.kind not in ("state", "org", "role", "person"):
            return False
        verb, name = self.items[at].text, self.items[ref.first].text.split(" ", 1)[0]
        if verb.startswith(begin) or verb.endswith(end):
            return False
        if ref.head or ref.kind in ("role", "person"):
            return bool(ref.head) and ref.head.split(" ", 1)[0].endswith(women)
        return name not in self.lexicon.grammar.masculine_states

    def _acted_on(self, ref: Ref) -> bool:
        """Whether a bare state stands behind the verb of the main clause, whose object it is then."""
        bare = ref.kind in ("state", "org") and not ref.head
        return bare and any(i.start in self.structure.verb_starts for i in self.items[: ref.first])

    def _follows(self, ref: Ref, hit: CueHit, comment: tuple[int, int] | None) -> bool:
        """Whether who stands behind a verb may be its subject: a bare state is rather its object (`visitó X`)."""
        if ref.kind not in ("state", "org") or ref.head:
            return True
        return comment is not None and comment[0] <= hit.first < comment[1]

    def _called(self, ref: Ref) -> bool:
        """Whether somebody is called by name in direct speech (`te agradezco, Alberto, la bienvenida`)."""
        spoken = "quote" in self.clauses.kinds(self.clauses.of[ref.first])
        closed = ref.last < len(self.items) and self.items[ref.last].text == ","
        return spoken and closed and not ref.role and self.items[ref.first - 1].text == ","

    def _beside_comment(self, here: list[Ref], hit: CueHit, comment: tuple[int, int], own: bool) -> list[Ref]:
        """The references that share a comment with the cue, or stand outside of it as the cue does."""
        inside = [r for r in here if comment[0] <= r.first < comment[1]]
        if not comment[0] <= hit.first < comment[1]:
            return [r for r in here if r not in inside]
        free = own and hit.form in FINITE and self.lexicon.properties.subject_may_follow
        return (inside or here) if free else here

    def _goes_on(self, hit: CueHit) -> bool:
        """`… und sprach Togo sein Beileid aus`: a verb right behind a coordinator has the subject before it."""
        before = self.items[hit.first - 1].text if hit.first else ""
        if not self.final or hit.form not in FINITE:
            return False
        return before in self.words.coordinators and before not in self.words.contrast

    def _telling(self, comment: tuple[int, int]) -> list[Ref]:
        """Who says so in a comment that the cue stands behind: nobody else acts (`…, X recalled his visit`)."""
        inside = [r for r in self.refs if comment[0] <= r.first < comment[1]]
        return [r for r in inside if not r.prep and not r.objective and not r.weak][:1]

    def _nobody(self, clause: int, hit: CueHit) -> bool:
        """Whether a pronoun that names nobody opens the clause or follows its verb (`man werde X helfen`)."""
        if not self.final or self.structure.texts.isdisjoint(self.words.impersonal):
            return False
        opened = self.clauses.all[clause]
        first = opened.first + (1 if opened.opener and self.items[opened.first].text == opened.opener else 0)
        while first < hit.first and not self.items[first].text[0].isalnum():
            first += 1
        near = [self.items[i].text for i in (first, hit.last) if i < len(self.items)]
        return not self.words.impersonal.isdisjoint(near)

    def _behind_verb(self, clause: int, ref: Ref) -> bool:
        """Whether a verb of the clause stands before a qualifying mention, which is then no subject."""
        if self.final:
            return False
        first = self.clauses.all[clause].first
        return any(
            self.items[i].start in self.structure.verb_starts and self.clauses.of[i] == clause
            for i in range(first, ref.first)
        )

    def _pronoun_before(self, before: list[Ref], hit: CueHit) -> Ref | None:
        """`Dear Alberto, I thank you`: a pronoun beside the verb, when someone else is named before it."""
        if self.lexicon.properties.subject_may_follow or len(before) < 2:
            return None
        ref = before[-1]
        if self.unbroken and self._told_beside(ref, hit):
            return ref
        if ref.prep or ref.objective or ref.weak or ref.head in self.words.objective:
            return None
        if ref.kind not in ("speaker", "pronoun") and not self._own_subject(before, ref, hit):
            return None
        between = [i.text for i in self.items[ref.last : hit.first]]
        free = self.lexicon.before_verbs
        return ref if all(t in free or self.lexicon.is_adverb(t) for t in between) else None

    def _with_others(self, clause: int, before: list[Ref], spoken: Ref) -> list[Ref]:
        """The pronoun right before the verb, with whom an `I` is joined to (`the Prime Minister and I`)."""
        if spoken.kind != "speaker" or spoken.plural:
            return [spoken]
        for ref in before:
            free = not (ref.prep or ref.weak or ref.objective or self._behind_verb(clause, ref))
            if free and spoken in (joined := self.coordination.behind(ref)):
                return [ref, *joined]
        return [spoken]

    def _right_before(self, before: list[Ref], hit: CueHit) -> list[Ref]:
        """`Gặp X, Y nói`: who stands right before a verb that has one form, with those joined to him."""
        if not before or before[-1].prep or before[-1].weak or before[-1].objective:
            return []
        if not all(self.lexicon.leads_verb(i.text) for i in self.items[before[-1].last : hit.first]):
            return []
        for ref in self.refs:
            joined = self.coordination.group(ref)
            if before[-1] in joined and not (ref.prep or ref.weak or ref.objective):
                return joined
        return []

    def _acting_before(self, before: list[Ref]) -> Ref | None:
        """`Gặp X, Y nói …, đề nghị`: the last one told of who stands before a verb and behind none."""
        verbs, nouns = self.structure.verb_starts, self.lexicon.grammar.verb_nouns
        for ref in reversed(before):
            at = ref.last
            while at < len(self.items) and self.lexicon.leads_verb(self.items[at].text):
                at += 1
            acts = at < len(self.items) and self.items[at].start in verbs and self.items[at].text not in nouns
            governed = ref.first > 0 and self.items[ref.first - 1].start in verbs
            if acts and not governed and not (ref.prep or ref.weak or ref.objective):
                return self._first_joined(before, ref)
        return None

    def _first_joined(self, before: list[Ref], last: Ref) -> Ref:
        """The first of those joined to a reference by coordinators."""
        return next((r for r in before if last in self.coordination.group(r) and not r.prep), last)

    def _told_beside(self, ref: Ref, hit: CueHit) -> bool:
        """`hội đàm với X đang thăm Y`: a person right before an auxiliary and its verb, which tells of him."""
        between = [i.text for i in self.items[ref.last : hit.first]]
        if not between or between[0] not in self.words.perfect or not (ref.name_start or ref.role):
            return False
        return all(text in self.lexicon.before_verbs for text in between)

    def _own_subject(self, before: list[Ref], ref: Ref, hit: CueHit) -> bool:
        """`…, a charge the Taliban deny`: a noun beside a finite verb, behind another verb of another subject."""
        beside = hit.form == "inf" and ref.last == hit.first
        if not (hit.form in FINITE or beside) or ref.kind not in ("state", "org", "person", "role"):
            return False
        first = next((r for r in before if not r.prep and not r.weak and not r.objective), ref)
        if first is ref or any(ref in self.coordination.behind(r) for r in before if r is first or r.prep):
            return False
        verbs = [i for i in range(first.last, ref.first) if self.items[i].start in self.structure.verb_starts]
        return bool(verbs) and self.items[ref.first - 1].text not in self.words.prepositions

    def _front_is_named(self, clause: int, hit: CueHit) -> bool:
        """Whether a noun group that may be the subject stands before the verb: no reference behind it is."""
        first = self.clauses.all[clause].first
        while first < hit.first and not self.items[first].text[0].isalnum():
            first += 1
        if first >= hit.first - 1 or self.items[first].text not in self.words.determiners:
            return False
        if hit.form in _SINGULAR and self._plural_front(first + 1, hit.first):
            return False
        return self.items[first].text not in self.words.oblique_determiners

    def _plural_front(self, first: int, last: int) -> bool:
        """Whether the first noun of `items[first:last]` is one in the plural."""
        noun = next((i for i in self.items[first:last] if i.capital and i.term is None), None)
        return noun is not None and noun.text.endswith(tuple(self.lexicon.grammar.plural_nouns))

    def _agent(self, hit: CueHit) -> Ref | None:
        for ref in self.refs:
            if (
                ref.prep in self.words.agents
                and ref.start >= hit.start
                and (not self.final or self.structure.ref_clause[id(ref)] == hit.clause)
            ):
                return ref
        for ref in self.refs:
            if (
                ref.prep in self.words.agents
                and self.lexicon.properties.subject_may_follow
                and self.structure.ref_clause[id(ref)] == hit.clause
            ):
                return ref
        return None
