"""Whom an act or a courtesy is directed at: objects, phrases behind the cue, places, or the other side."""

from __future__ import annotations

from collections.abc import Iterable
from itertools import islice, takewhile

from communique.mentions.refs import Ref
from communique.reading.cue_hit import CueHit
from communique.reading.sentence import Sentence

_OBJECT_REACH = 2
"""Items between a verb and the object right behind it."""
_ASKED = frozenset({"request", "propose", "offer"})
_ANSWERS = frozenset({"REJECT", "CONCEDE", "RETREAT", "AGREE", "COOPERATE", "AID"})
"""Acts that may answer what was asked."""
_RECENT = 6


def named_targets(
    sentence: Sentence, hit: CueHit, subject: list[Ref], by: tuple[str, ...]
) -> tuple[str, ...]:
    """Whom the act is done to as the clause names it."""
    if hit.cue.object == "none":
        return ()
    pool = [r for r in refs_of_clause(sentence, hit) if set(r.states) - set(by)]
    if hit.cue.subject == "agent":
        pool = _first_behind(sentence, hit, subject)
    if "organisation" in hit.cue.needs:
        pool = [r for r in pool if r.kind == "org"]
    found = targets(sentence, hit, subject, pool)
    if not found and (post := _post(sentence, hit, by)):
        return post
    if not found and "site" in hit.cue.object.split("|"):
        place = sentence.place_in_sentence()
        return without((place.country,), by) if place and place.country else ()
    if not found and not pool and "place" in hit.cue.object.split("|"):
        return without(_placed(sentence, hit), by)
    return without(sentence.states(found), by) or _region(sentence, hit)


def _post(sentence: Sentence, hit: CueHit, by: tuple[str, ...]) -> tuple[str, ...]:
    """Where the actor's own envoy behind the act is posted (`rappelle son ambassadeur à Quito, X`)."""
    own = (r for r in refs_of_clause(sentence, hit) if r.post and r.first >= hit.first)
    return next((without(r.post, by) for r in own if set(r.states) <= set(by)), ())


def _first_behind(sentence: Sentence, hit: CueHit, subject: list[Ref]) -> list[Ref]:
    """The first side behind a noun of what is done, but its agent: whoever else is named is of something else."""
    behind = (r for r in sentence.refs if r.first >= hit.last and r.states and r not in subject)
    return list(islice(behind, 1))


def targets(sentence: Sentence, hit: CueHit, subject: list[Ref], pool: list[Ref] | None = None) -> list[Ref]:
    """The references in the first filled place of the cue's `object`: words that govern, or `object`."""
    places = hit.cue.object.split("|")
    agents = sentence.words.agents.difference(places)
    listed = refs_of_clause(sentence, hit) if pool is None else pool
    pool = [r for r in listed if r not in subject and (r.states or r.person) and r.prep not in agents]
    pool = [r for r in pool if not _companion(sentence, r)]
    pool.sort(key=lambda r: r.genitive)
    direct = [r for r in pool if not (r.prep or _deep(sentence, hit, r) or _parted(sentence, hit, r))]
    first = hit.last if sentence.lexicon.properties.objects_before else 0
    if (near := _right_behind(sentence, hit, pool)) is not None:
        return [near, *sentence.coordinated(near)]
    for place in places:
        for ref in pool:
            if place == "object" and ref.first < first:
                continue
            if ref in direct if place == "object" else ref.prep == place:
                lead = next((r for r in pool if r.first < ref.first and ref in sentence.coordinated(r)), ref)
                group = [lead, *sentence.coordinated(lead)]
                return (
                    [r for r in pool if r.prep == ref.prep or r in group] if "all" in hit.cue.needs else group
                )
    return []


def _right_behind(sentence: Sentence, hit: CueHit, pool: list[Ref]) -> Ref | None:
    """The reference right behind a cue that ends in a preposition (`acusó a Perú de armar a Chile`)."""
    if hit.last - hit.first < _OBJECT_REACH or "all" in hit.cue.needs:
        return None
    if sentence.items[hit.last - 1].text not in sentence.words.prepositions:
        return None
    return next((r for r in pool if 0 <= r.first - hit.last < _OBJECT_REACH), None)


def _companion(sentence: Sentence, ref: Ref) -> bool:
    """Whether one only acts in company with a side (`aus Solidarität mit X`)."""
    items, words = sentence.items, sentence.words
    return any(
        items[i].text in words.meeting_preps and i > 0 and items[i - 1].text in words.companions
        for i in range(max(0, ref.first - 2), ref.first)
    )


def _deep(sentence: Sentence, hit: CueHit, ref: Ref) -> bool:
    """Whether a possessor behind the verb belongs to a noun that a preposition governs (`bei der Abwehr Xs`)."""
    if not ref.weak or ref.first < hit.last or not sentence.lexicon.properties.verb_final:
        return False
    return any(i.text in sentence.words.prepositions for i in sentence.items[hit.last : ref.first])


def _parted(sentence: Sentence, hit: CueHit, ref: Ref) -> bool:
    """Whether a comma parts a reference from a verb of one form, so that it is not what the verb acts on."""
    if not sentence.lexicon.properties.verbs_unchanging or ref.first < hit.last:
        return False
    return any(i.text == "," for i in sentence.items[hit.last : ref.first])


def _placed(sentence: Sentence, hit: CueHit) -> tuple[str, ...]:
    """The state of the first place named in the clause as something done to (`took Goma`)."""
    clause = sentence.clauses.all[hit.clause]
    first = clause.first if sentence.lexicon.properties.verb_final else hit.last
    for i in range(first, min(clause.last, len(sentence.items))):
        item = sentence.items[i]
        if (
            item.capital
            and item.term is None
            and sentence.items[i - 1].text not in sentence.words.place_preps
        ):
            place = sentence.place_at(i)
            if place and place.country:
                return (place.country,)
    return ()


def _region(sentence: Sentence, hit: CueHit) -> tuple[str, ...]:
    """A region behind the cue that stands for its states (`the West`)."""
    last = sentence.clauses.all[hit.clause].last
    first = hit.last if not sentence.lexicon.properties.verb_final else sentence.clauses.all[hit.clause].first
    unchanging = sentence.lexicon.properties.verbs_unchanging
    for i in range(first, min(last, len(sentence.items))):
        item = sentence.items[i]
        if unchanging and item.text == ",":
            break
        if item.term is not None and item.is_type("region") and "named" not in hit.cue.needs:
            return (item.term.value,)
    return ()


def refs_of_clause(sentence: Sentence, hit: CueHit, *, before: bool = False) -> list[Ref]:
    """References of the cue's clause that may be its object, in order."""
    properties = sentence.lexicon.properties
    free = properties.verb_final or properties.subject_may_follow or properties.objects_before
    out = []
    for ref in sentence.refs:
        if before and ref.end > hit.start:
            break
        if not before and not free and ref.end <= hit.start:
            continue
        if _within(sentence, sentence.ref_clause[id(ref)], hit.clause):
            out.append(ref)
    return out


def _within(sentence: Sentence, clause: int, outer: int) -> bool:
    """Whether a clause is the outer one or a quotation or list item directly inside it."""
    if clause == outer:
        return True
    inner = sentence.clauses.all[clause]
    return inner.parent == outer and inner.kind in ("quote", "content")


def governed_targets(sentence: Sentence, hit: CueHit, words: list[str], taken: list[Ref]) -> list[Ref]:
    """The sides that one of these words governs behind the cue, or around it where verbs come last."""
    refs = sentence.refs
    if not sentence.lexicon.properties.verb_final:
        refs = sorted(refs, key=lambda r: r.start < hit.start)
    for word in words:
        for ref in refs:
            if (
                ref.prep == word
                and ref not in taken
                and ref.states
                and _within(sentence, sentence.ref_clause[id(ref)], hit.clause)
            ):
                return [ref, *sentence.coordinated(ref)]
    return []


def understood_target(
    sentence: Sentence, hit: CueHit, by: tuple[str, ...], *, reverse: bool = False
) -> tuple[str, ...]:
    """The other side of the latest act that one of `by` had a part in, else of the pair in talks.

    Where neither tells, whom the last act of the same sort was toward: others help the same state.
    """
    if not by:
        return ()
    answers = hit.cue.set["plover"] in _ANSWERS
    near = takewhile(lambda t: sentence.index - t.sentence <= _RECENT, reversed(sentence.discourse.acts))
    recent = [t for t in near if answers or t.what not in _ASKED]
    for told in recent:
        if not reverse and set(by) <= set(told.targets) and not set(by) & set(told.actors):
            return told.actors
        if told.targets and set(by) & set(told.actors) and not reverse and not set(by) & set(told.targets):
            return told.targets
        if reverse and set(by) & set(told.targets):
            return told.actors
    unsaid = reverse and hit.cue.set["plover"] == "ASSAULT"
    other = sentence.discourse.other(by) if len(by) == 1 and not unsaid else ()
    if other or reverse:
        return other
    alike = (t.targets for t in recent if t.what == hit.cue.set["plover"] and not set(by) & set(t.targets))
    return next((targets for targets in alike if targets), ())


def without(states: Iterable[str], taken: Iterable[str]) -> tuple[str, ...]:
    """The states that are not among those taken, in their order."""
    gone = set(taken)
    return tuple(s for s in states if s not in gone)
