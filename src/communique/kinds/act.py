"""Kind `act`: any other act of one actor toward another, coded with PLOVER."""

from __future__ import annotations

from communique.base.spans import Span
from communique.kinds.record import Record
from communique.lexicon.verbs import FUTURE
from communique.reading.acting import Acting, acting
from communique.reading.cue_hit import CueHit
from communique.reading.discourse import Told
from communique.reading.extent import scope_end
from communique.reading.frames import only_describes
from communique.reading.nouns import in_noun_group
from communique.reading.sentence import Sentence
from communique.reading.things import circumstance, struck_by_thing
from communique.vocab import Plover


class Act(Record, frozen=True, kw_only=True, tag="act"):
    """Any other act of one actor toward another, coded with PLOVER."""

    KEY = ("plover", "by", "toward", "text")

    plover: Plover
    by: tuple[str, ...]
    toward: tuple[str, ...] = ()
    text: str | None = None
    units: tuple[str, ...] = ()


_PLANNED = frozenset(
    {
        "SANCTION",
        "COERCE",
        "PROTEST",
        "MOBILIZE",
        "ASSAULT",
        "THREATEN",
        "AID",
        "CONCEDE",
        "RETREAT",
        "COOPERATE",
    }
)
_PRESENT = frozenset({"pres", "pres_pl", "subj", "subj_pl"})
_MARKS = frozenset({",", ";", ":", ".", '"'})
_BEFORE = 12
"""Items before an act in which an auxiliary of the future makes it one of the future."""
_LIGHT = 4
"""Items between a verb of doing and the preposition of its noun."""
_INFINITIVE = frozenset({"inf", "pres_pl"})


def assemble(sentence: Sentence, cues: list[CueHit]) -> None:
    """Emit acts: what one actor does to another that no other kind holds."""
    reach = -1
    for hit in cues:
        if hit.start < reach:
            sentence.drop(hit, "told by the words of another act")
            continue
        modality = _modality(sentence, hit)
        if modality is None:
            sentence.drop(hit, "an infinitive that another verb governs")
            continue
        found = acting(sentence, hit)
        if only_describes(sentence, hit, found.subject):
            sentence.drop(hit, "only describes the noun behind it")
            continue
        reason = _refused(hit, found) or _unsaid(sentence, hit) or _condemned(sentence, hit, found)
        reason = reason or struck_by_thing(sentence, hit, found) or circumstance(sentence, hit)
        if reason:
            sentence.drop(hit, reason)
            continue
        toward = found.toward
        if "mutual" in hit.cue.needs:
            found.by = toward = tuple(dict.fromkeys([*found.by, *toward]))
            if len(found.by) < 2:
                sentence.drop(hit, "only one side is known")
                continue
        span = _text(sentence, hit)
        sentence.discourse.acts.append(Told(str(hit.cue.set["plover"]), found.by, toward, sentence.index))
        sentence.emit(
            hit,
            "act",
            {
                "plover": hit.cue.set["plover"],
                "by": found.by,
                "toward": toward,
                "text": sentence.quote(span),
                "units": sentence.units(found.subject),
            },
            modality=modality,
            attribution=sentence.attribution(hit, found.subject),
        )
        reach = hit.end


def _refused(hit: CueHit, found: Acting) -> str | None:
    """Why these sides make no act, or None."""
    needs = hit.cue.needs
    if not found.by and not ("agentless" in needs and found.toward and hit.passive):
        return "nobody acts in this clause"
    if not found.toward and "target" in needs:
        return "nobody is named whom the act is toward"
    if "joint" in needs and len(found.by) < 2:
        return "only one side acts"
    if set(found.by) & set(found.toward) and "mutual" not in needs:
        return "an act inside one state"
    return None


def _unsaid(sentence: Sentence, hit: CueHit) -> str | None:
    """`X回应,袭击Y严重侵犯…`: an attack that opens what somebody says without who did it is not the speaker's."""
    final = sentence.lexicon.properties.verb_final
    if hit.form == "pres" and not final and in_noun_group(sentence, hit):
        return "a noun, not a verb"
    if hit.cue.set["plover"] != "ASSAULT" or not sentence.lexicon.properties.objects_before:
        return None
    first = hit.first - 1
    while first > 0 and sentence.items[first].text not in _MARKS:
        if any(r.first <= first < r.last for r in sentence.refs):
            return None
        first -= 1
    told = first > 0 and sentence.items[first - 1].text in sentence.words.tellers
    return "nobody is told to have done it" if told else None


def _condemned(sentence: Sentence, hit: CueHit, found: Acting) -> str | None:
    """`X condemned the shelling of Y`: an attack told of behind a condemnation is not by who condemns it."""
    if hit.cue.set["plover"] != "ASSAULT" or not hit.form or sentence.lexicon.properties.verb_final:
        return None
    stances = [h for h in sentence.cues.get("position", ()) if h.cue.set.get("stance") == "condemn"]
    cue = next((h for h in reversed(stances) if h.last <= hit.first), None)
    if cue is None or sentence.clauses.all[hit.clause].kind == "content":
        return None
    acting = all(r.last <= cue.first or r.prep for r in found.subject)
    return "what is condemned, not what who condemns it does" if acting else None


def _announced(sentence: Sentence, hit: CueHit) -> bool:
    """Whether a word of the future announces an act, with its receiver between them (`将向乙国提供援助`)."""
    words, first = sentence.words, sentence.clauses.all[hit.clause].first
    if hit.cue.set["plover"] not in _PLANNED or sentence.negated(hit):
        return False
    for at in range(hit.first - 1, max(first, hit.first - _BEFORE) - 1, -1):
        text = sentence.items[at].text
        if text in words.futures:
            return any(at < r.first and r.last <= hit.first and r.states for r in sentence.refs)
        if text in sentence.lexicon.verb_words and text not in words.prepositions:
            return False
    return False


def _modality(sentence: Sentence, hit: CueHit) -> str | None:
    """The act's modality; None for an infinitive under a verb that does not say it is done or planned."""
    words, items = sentence.words, sentence.items
    final = sentence.lexicon.properties.verb_final
    before = hit.first - 1
    while before >= 0 and _adverb(sentence, before):
        before -= 1
    if (
        hit.form
        and not final
        and (not _verbal(sentence, hit, before) or _held_against(sentence, hit, before))
    ):
        return None
    if hit.form == "part" and _describes(sentence, hit):
        return None
    behind = items[hit.last].text if hit.last < len(items) else ""
    if sentence.lexicon.properties.verbs_unchanging and hit.form:
        called_off = before >= 0 and items[before].text in words.cancellations
        if behind in words.be or called_off:
            return None
    if sentence.lexicon.properties.verbs_unchanging and sentence.inside_action(hit):
        ruling = {i.text for i in items[max(0, hit.first - 3) : hit.first]}
        if _announced(sentence, hit):
            return "planned"
        return None if ruling.isdisjoint(words.settling) else "actual"
    if sentence.lexicon.properties.objects_before and _judged(sentence, hit):
        return None
    marked = sentence.force.marked(hit)
    if hit.passive and not final and _passive_infinitive(sentence, before):
        return _settled(sentence, hit, before - 1)
    if hit.form == "ger" and (sentence.inside_action(hit) or _feared(sentence, hit)):
        return "conditional"
    if sentence.lexicon.properties.objects_before and sentence.inside_action(hit):
        return None
    if hit.form.startswith("subj") and sentence.inside_action(hit):
        return None
    if hit.form == "inf" and not (final or marked) and _demanded(sentence, hit, before):
        return None
    if marked and sentence.inside_action(hit):
        return _settled(sentence, hit, before)
    if not (final and marked) and sentence.negated(hit) and not hit.cue.modality:
        around = {i.text for i in items[max(0, hit.first - 3) : hit.first]}
        intended = hit.modal in sentence.lexicon.grammar.intentions
        ahead = hit.form in FUTURE or (around & words.futures and not final)
        return None if intended or ahead else "negated"
    if marked:
        return _settled(sentence, hit, before)
    found = sentence.modality(hit, hit.cue.modality or "actual")
    if found == "proposed" and not hit.cue.modality:
        return None
    if sentence.lexicon.properties.verbs_unchanging:
        return _governed(sentence, hit, found)
    open_yet = found == "planned" or (found == "actual" and hit.form in _PRESENT)
    if open_yet and sentence.force.depends(hit):
        return "conditional"
    if hit.form not in _INFINITIVE and not (hit.passive and not final):
        return found if found != "planned" or final or hit.form in FUTURE else "actual"
    low = sentence.clauses.all[hit.clause].first if final else max(0, before - 2)
    near = [
        items[i].text
        for i in range(low, min(hit.last + 3, len(items)) if final else before + 1)
        if sentence.clauses.of[i] == hit.clause
    ]
    if hit.cue.modality:
        return found
    if found == "actual" and final and hit.form == "inf" and any(t in words.questioners for t in near):
        return None
    if found == "actual" and any(t in words.obligations and t not in words.futures for t in near):
        return None
    if found == "actual" and any(t in words.conditionals and t not in words.futures for t in near):
        return "conditional"
    if found == "actual" and any(t in words.futures for t in near) and (hit.form == "inf" or not final):
        return "planned"
    return found


def _describes(sentence: Sentence, hit: CueHit) -> bool:
    """`la tumba del asesinado líder`: whether a participle behind an article is only an adjective of its noun."""
    if not sentence.lexicon.properties.adjectives_follow or not hit.first:
        return False
    words, before = sentence.words, sentence.items[hit.first - 1].text
    return before in words.determiners or before in words.owners


def _feared(sentence: Sentence, hit: CueHit) -> bool:
    """`the risk of Kenya invading Peru`: whether a gerund tells what may come, behind whom `of` governs."""
    grammar, items = sentence.lexicon.grammar, sentence.items
    doer = next((r for r in sentence.refs if r.last == hit.first and r.prep in grammar.work_links), None)
    at = doer.first - 1 if doer is not None and grammar.risk_nouns else 0
    while at > 0 and items[at].text not in grammar.work_links:
        at -= 1
    return at > 0 and items[at - 1].text in grammar.risk_nouns


def _governed(sentence: Sentence, hit: CueHit, found: str) -> str | None:
    """Where verbs have one form: None for what is only said to be wanted or agreed on."""
    if not any(span.start <= hit.start < span.end for span in sentence.told):
        return found
    near = sentence.items[max(0, hit.first - _BEFORE) : hit.first]
    ahead = found == "planned" or any(item.text in sentence.words.futures for item in near)
    return "planned" if ahead and hit.cue.set["plover"] in _PLANNED else None


def _passive_infinitive(sentence: Sentence, at: int) -> bool:
    """Whether the auxiliary at item `at` is an infinitive with its marker (`allowed troops to be stationed`)."""
    items, marker = sentence.items, sentence.lexicon.properties.infinitive_marker
    return at > 0 and items[at].text in sentence.words.be and items[at - 1].text == marker


def _judged(sentence: Sentence, hit: CueHit) -> bool:
    """`反对对X实施制裁`, `指责X提供武器`: an act that a position or reproach before it is about, joined by nothing."""
    words = sentence.words
    blamed = [o for o in sentence.cues.get("act", ()) if o.cue.set.get("plover") == "ACCUSE"]
    taken = [o for o in sentence.cues.get("position", ()) if "stance" in o.cue.set]
    for other in (*taken, *blamed):
        if other.clause != hit.clause or other.last > hit.first:
            continue
        between = [i.text for i in sentence.items[other.last : hit.first]]
        if not any(t == "," or (t in words.coordinators and t not in words.prepositions) for t in between):
            return True
    return False


def _demanded(sentence: Sentence, hit: CueHit, before: int) -> bool:
    """`demanded that X lift the embargo`: a bare infinitive right behind its subject, in what is asked for."""
    subject = any(
        r.last == before + 1 and not (r.prep or r.weak) and len(r.states) == 1 for r in sentence.refs
    )
    return subject and sentence.clauses.all[hit.clause].kind == "content" and sentence.inside_action(hit)


def _held_against(sentence: Sentence, hit: CueHit, before: int) -> bool:
    """`accused X of having closed`: a perfect infinitive behind the reproach, thanks or measure it is the reason of."""
    words, items = sentence.words, sentence.items
    if before < 1 or items[before].text not in words.perfect:
        return False
    led = items[before - 1].text
    if led not in words.reasons and led not in words.owners:
        return False
    kinds = ("act", "position", "courtesy")
    return any(
        o.last < before and o.clause == hit.clause for kind in kinds for o in sentence.cues.get(kind, ())
    )


def _verbal(sentence: Sentence, hit: CueHit, before: int) -> bool:
    """Whether a form that may be a noun, an adjective or a gerund is the verb of its clause."""
    words, items = sentence.words, sentence.items
    if any(r.weak and r.last == hit.first for r in sentence.refs) and hit.form in ("past", "part"):
        return False  # `Iran's blacklisted units`
    if items[hit.first].text not in sentence.lexicon.verb_words:
        return True
    if before < 0:
        return hit.form != "ger"
    opener = items[before].text
    if hit.form == "ger":
        if opener in words.coordinators and before > 0:
            opener = items[before - 1].text
            if items[before - 1].text in sentence.lexicon.lemmas.get("ger", frozenset()):
                opener = items[before - 2].text if before > 1 else opener
        return opener not in words.prepositions or opener in words.be
    if hit.form not in ("inf", "pres") or (hit.form == "pres" and sentence.lexicon.properties.verb_first):
        return True
    if (
        opener in words.relatives
        or opener in words.futures
        or opener in words.conditionals
        or opener in words.obligations
    ):
        return True
    if (
        opener == sentence.lexicon.properties.infinitive_marker
        or opener in words.negation
        or opener in words.settling
    ):
        return True
    if any(r.last == before + 1 and not r.weak for r in sentence.refs):
        return True
    if (
        hit.form == "inf"
        and opener in words.prepositions
        and before > 0
        and (items[before - 1].text in words.settling or _light_verb(sentence, hit, before))
    ):
        return True
    if items[before].start in sentence.verb_starts and opener in sentence.complements.gerunds:
        return False
    noun = hit.last < len(items) and items[hit.last].text in sentence.lexicon.grammar.side_links
    return hit.form == "pres" and items[before].term is None and opener not in words.coordinators and not noun


def _light_verb(sentence: Sentence, hit: CueHit, before: int) -> bool:
    """`قامت كينيا بطرد …`: a verb of doing before its subject, whose noun has the preposition written to it."""
    items = sentence.items
    if not sentence.lexicon.properties.verb_first or items[before].end != items[hit.first].start:
        return False
    first = max(sentence.clauses.all[hit.clause].first, before - _LIGHT)
    return any(item.text in sentence.words.settling for item in items[first:before])


def _settled(sentence: Sentence, hit: CueHit, before: int) -> str | None:
    """What the words before an infinitive with its marker make of it."""
    words, items = sentence.words, sentence.items
    low = 0 if sentence.lexicon.properties.verb_final else max(0, before - 3)
    near = [items[i].text for i in range(low, max(before, 0))]
    if any(t in words.settling for t in near):
        return "negated" if sentence.force.refrained(hit) else "actual"
    if any(t in words.futures or t in words.be for t in near[-2:]):
        return "planned" if hit.cue.set["plover"] in _PLANNED else None
    return None


def _adverb(sentence: Sentence, at: int) -> bool:
    text = sentence.items[at].text
    return text in sentence.words.adverbs or sentence.lexicon.is_adverb(text)


def _text(sentence: Sentence, hit: CueHit) -> Span:
    """The words that tell the act: the cue and what follows, or the whole clause where verbs come last."""
    clause = sentence.clauses.all[hit.clause]
    properties = sentence.lexicon.properties
    end = (
        scope_end(sentence, hit, hit.last)
        if properties.verbs_unchanging
        else sentence.complement_end(hit.last)
    )
    last = max(end, hit.tail_last, hit.last)
    if properties.comma_clauses:
        comma = next((k for k in range(hit.last, last) if sentence.items[k].text == ","), last)
        last = max(comma, hit.tail_last)
    first = hit.first
    if hit.passive or sentence.lexicon.properties.verb_final:
        first = next(
            (
                i
                for i in range(clause.first, hit.first)
                if sentence.clauses.of[i] == hit.clause and sentence.items[i].text[0].isalnum()
            ),
            hit.first,
        )
    coordinators = sentence.words.coordinators
    while last > hit.last and ((text := sentence.items[last - 1].text) == "," or text in coordinators):
        last -= 1
    return sentence.span(first, last)
