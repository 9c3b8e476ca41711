"""Whom something is done to: the object of a cue, or the reference behind given prepositions."""

from __future__ import annotations

from collections.abc import Container

from communique.mentions.items import Item
from communique.mentions.refs import Ref
from communique.reading.coordination import Coordination
from communique.reading.cue_hit import CueHit
from communique.reading.structure import Structure

_REACH = 8
_FIELD = 14
"""Items between a verb and its object, where phrases of time and place stand between them."""
_FREE_REACH = 24
"""Items between a noun and its object, where verbs come last."""
_LEAD = 3
"""A comma and the words that may lead to a reference behind it."""
_LED = 5
"""Items between a delegation and who leads it."""
_BREAKS = frozenset({";", ":"})
_AFTER = "after:"
_LAST = frozenset({"part", "inf"})
"""Tags of forms that end a clause where verbs come last, so that no object stands behind a comma."""


def _past_aside(items: list[Item]) -> list[Item]:
    """The items without the aside between two commas that they end in (`a reçu lundi, à Rabat, l'envoyé`)."""
    marks = [at for at, item in enumerate(items) if item.text == ","]
    aside = len(marks) > 1 and len(items) - marks[-1] <= _LEAD
    return items[: marks[0]] if aside else items


class Objects:
    """Finds the objects of one sentence."""

    __slots__ = (
        "before",
        "cased",
        "coordination",
        "delegations",
        "final",
        "infinitives",
        "marker",
        "one_form",
        "structure",
    )

    def __init__(self, structure: Structure, coordination: Coordination, infinitives: Container[str]) -> None:
        self.structure = structure
        self.coordination = coordination
        self.infinitives = infinitives
        self.final = structure.lexicon.properties.verb_final
        self.cased = bool(structure.lexicon.properties.noun_cases)
        self.before = structure.lexicon.properties.objects_before
        self.delegations = structure.lexicon.grammar.delegations
        self.marker = structure.lexicon.properties.infinitive_marker
        self.one_form = structure.lexicon.properties.verbs_unchanging

    def of(self, hit: CueHit, subject: list[Ref], where: str) -> list[Ref]:
        """The first reference that is not the subject, or the one after given words (`after:with|to`)."""
        clitic = self.clitic(hit)
        if clitic:
            return clitic
        taken = {id(r) for r in subject}
        pool = [r for r in self.structure.refs if id(r) not in taken]
        pool.sort(key=lambda r: r.genitive)
        if self.before and "|" in where:
            beside = self._beside(hit, pool, frozenset(where.removeprefix(_AFTER).split("|")))
            if beside:
                return beside
        if where.startswith(_AFTER):
            return self._governed(hit, pool, frozenset(where.removeprefix(_AFTER).split("|")))
        marks = self.structure.lexicon.grammar.object_prepositions
        titled = self.structure.lexicon.properties.verb_first
        own = [
            r
            for r in pool
            if (not r.prep or (r.prep in marks and (not titled or r.role or r.person or r.head)))
            and not r.weak
            and not (self.cased and r.genitive)
            and self.structure.ref_clause[id(r)] == hit.clause
        ]
        first = hit.last
        if self.structure.lexicon.properties.verb_first:
            first = max([first, *(r.last for r in subject if r.first >= hit.last)])
        for ref in own:
            if ref.start >= hit.end:
                if self._barred(hit, ref, first):
                    break
                group = self.coordination.group(ref)
                return [*group, *self._leader(ref.last, pool)] if ref.head in self.delegations else group
        if led := self._led(hit, pool):
            return led
        before = [r for r in own if r.end <= hit.start] if self.final else []
        acting = {state for r in subject for state in r.states}
        # Who stands beside the subject with another title is of the same side (`die Ministerin, Rätin X, hat …`).
        found = next((r for r in before if set(r.states) - acting), before[0] if before else None)
        return self.coordination.group(found) if found else []

    def _led(self, hit: CueHit, pool: list[Ref]) -> list[Ref]:
        """`received a delegation led by X`: who leads a delegation of which no state is told."""
        items = self.structure.items
        for at in range(hit.last, min(len(items), hit.last + _LEAD)):
            if items[at].text in self.delegations:
                return self._leader(at + 1, pool)
        return []

    def _leader(self, at: int, pool: list[Ref]) -> list[Ref]:
        """The person behind a delegation that ends before item `at`, where words say that he leads it."""
        items = self.structure.items
        for ref in pool:
            if ref.person and at < ref.first <= at + _LED:
                between = " ".join([item.text for item in items[at : ref.first]])
                leading = tuple(self.structure.lexicon.grammar.inclusions)
                return [ref] if between.endswith(leading) else []
        return []

    def clitic(self, hit: CueHit) -> list[Ref]:
        """`lo recibió`, `le ha agradecido`: the pronoun for the object right before its verb."""
        words = self.structure.words
        if not words.clitics:
            return []
        at = hit.first
        while at > 1 and self.structure.items[at - 1].text in words.perfect:
            at -= 1
        return [r for r in self.structure.refs if r.last == at and r.head in words.clitics and r.states]

    def _governed(self, hit: CueHit, pool: list[Ref], preps: frozenset[str]) -> list[Ref]:
        for ref in pool:
            if ref.prep in preps and (ref.start >= hit.start or self.final):
                return self.coordination.group(ref)
        return []

    def _beside(self, hit: CueHit, pool: list[Ref], preps: frozenset[str]) -> list[Ref]:
        """What a preposition governs in the cue's clause: right behind the cue, else the nearest before it."""
        items = self.structure.items
        own = [r for r in pool if r.prep in preps and self.structure.ref_clause[id(r)] == hit.clause]
        behind = [
            r for r in own if hit.last < len(items) and r.prep == items[hit.last].text and r.first > hit.last
        ]
        before = [r for r in own if r.end <= hit.start]
        chosen = behind[0] if behind else before[-1] if before else None
        if chosen is not None and not behind and chosen.prep in self.structure.words.coordinators:
            chosen = next((r for r in before if chosen in self.coordination.behind(r)), chosen)
        return self.coordination.group(chosen) if chosen else []

    def _barred(self, hit: CueHit, ref: Ref, first: int) -> bool:
        """Whether a verb or comma stands between the cue and a reference, so that it is not its object."""
        between = self.structure.items[first : ref.first]
        if self.before:
            of = self.structure.clauses.of
            between = [i for k, i in enumerate(between, first) if of[k] == hit.clause]
        between = between if self.final else _past_aside(between)
        if self.final and hit.form in _LAST and any(i.text == "," for i in between):
            return True
        if not self.final and self._infinitive_between(hit.last, ref.first):
            return True
        if self.one_form and any(i.text in self.structure.words.prepositions for i in between):
            return True
        reach = _REACH if not self.final else _FREE_REACH if not hit.form else _FIELD
        return len(between) > reach or any(i.text in _BREAKS for i in between)

    def _infinitive_between(self, first: int, last: int) -> bool:
        """Whether an infinitive with its marker stands there, whose object a reference behind it is."""
        items = self.structure.items
        return any(
            items[i].text == self.marker and items[i + 1].text in self.infinitives
            for i in range(first, last - 1)
        )
