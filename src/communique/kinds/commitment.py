"""Kind `commitment`: what a side agrees, pledges, offers, proposes, asks or considers."""

from __future__ import annotations

from communique.base.spans import Span
from communique.kinds.record import Record
from communique.reading.about import actions, front
from communique.reading.about_first import behind_sides
from communique.reading.attributive import attributive
from communique.reading.cue_hit import CueHit
from communique.reading.discourse import Told
from communique.reading.frames import Sides, sides, speakers
from communique.reading.sentence import Sentence
from communique.reading.strangers import asks_strangers
from communique.reading.taken_up import takes_up
from communique.vocab import CommitmentMode, Sector
from communique.world.organisations import ORGANISATIONS


class Commitment(Record, frozen=True, kw_only=True, tag="commitment"):
    """What a side agrees, pledges, offers, proposes, asks or considers."""

    KEY = ("by", "toward", "mode", "action")

    by: tuple[str, ...]
    mode: CommitmentMode
    toward: tuple[str, ...] = ()
    action: str | None = None
    due: str | None = None
    sectors: tuple[Sector, ...] = ()
    units: tuple[str, ...] = ()


_MODALITY = {
    "agree": "agreed",
    "pledge": "intended",
    "offer": "intended",
    "propose": "proposed",
    "request": "requested",
    "consider": "proposed",
}


_MODAL = frozenset({"modal", "infinitive"})
"""Cues whose action is an infinitive with its objects, so that no object is an addressee."""
_GENERAL = ("political",)
"""The sector of what names no field: relations between states as such."""
_PARTICIPLES = frozenset({"part", "past"})
_INSERTION = 8
_NOUNS = 3
"""Nouns that the name of a state may stand before."""
_ASKING = frozenset({"request", "propose", "offer"})
_ASKED_REACH = 6
_FRONT = 5
"""Items of an action among which a word says that it takes both sides."""
_ASIDE = 8
"""Items of an aside between two commas."""


def assemble(sentence: Sentence, cues: list[CueHit]) -> None:
    """Emit commitments: one for each action under a cue of agreeing, pledging, asking and so on."""
    taken: set[tuple[int, int]] = set()
    for hit in cues:
        if "generic" in hit.cue.set:
            continue
        reason = _unfit(sentence, hit)
        if reason:
            sentence.drop(hit, reason)
            continue
        follows = "obligation" in hit.cue.needs and _follows_agreement(sentence, hit)
        found = Sides([], [], sentence.discourse.dyad, ()) if follows else sides(sentence, hit)
        if found is None:
            continue
        if "infinitive" in hit.cue.needs and _noun_acts(sentence, hit, found):
            sentence.drop(hit, "a thing acts, not a side")
            continue
        if "told" in hit.cue.needs and not _asked(sentence, hit, found):
            sentence.drop(hit, "nobody is asked to do so")
            continue
        decided = _decide(sentence, hit, found)
        if decided is None:
            continue
        mode, by, toward = decided
        sided = sentence.patient(hit) if "obligation" in hit.cue.needs else found.subject
        taken_by = sided if _MODAL & set(hit.cue.needs) else [*sided, *found.target]
        spans = [s for s in actions(sentence, hit, taken_by) if not _shunned(sentence, hit, s)]
        if not spans or not _fits(sentence, hit, spans[0]):
            sentence.drop(hit, "no action is named")
            continue
        strange = mode in _ASKING and not sentence.states(found.target)
        strange = strange and asks_strangers(sentence, hit, spans[0])
        for span in spans:
            if any(start <= span.start and span.end <= end for start, end in taken):
                sentence.drop(hit, "another cue reads this action")
                continue
            taken.add((span.start, span.end))
            span = _with_negation(sentence, hit, span)
            sentence.told.append(span)
            asked = _hoped(sentence, span, by) if "hoped" in hit.cue.needs else ()
            if mode == "request" and not found.target and _takes_both(sentence, span):
                _emit(sentence, hit, span, "propose", by, toward, found)
                continue
            if strange:
                _emit(sentence, hit, span, str(hit.cue.set["mode"]), by, None, found)
                continue
            _emit(sentence, hit, span, "request" if asked else mode, by, asked or toward, found)


def _takes_both(sentence: Sentence, span: Span) -> bool:
    """`đề nghị tăng cường hợp tác`: whether the first words of an action say that both sides do it."""
    joint, words = sentence.lexicon.grammar.joint_actions, sentence.words
    if not joint:
        return False
    first = sentence.item_at(span.start)
    for item in sentence.items[first : first + _FRONT]:
        if item.text in joint:
            return True
        if item.text in words.prepositions or item.start >= span.end:
            return False
    return False


def _unfit(sentence: Sentence, hit: CueHit) -> str | None:
    """Why a cue is no commitment here, whoever acts: it stands in a condition, or no verb follows."""
    clause = sentence.clauses.all[hit.clause]
    if clause.opener in sentence.words.conditionals:
        return "a condition, not a commitment"
    final = sentence.lexicon.properties.verb_final
    if final and "infinitive" in hit.cue.needs and clause.kind == "sub" and "obligation" not in hit.cue.needs:
        return "a reason or time, not a commitment"
    if sentence.inside_action(hit):
        return "inside the action of another commitment"
    opening = clause.first + (1 if sentence.items[clause.first].text == '"' else 0)
    if final and hit.first == opening and ("infinitive" in hit.cue.needs or "modal" in hit.cue.needs):
        return "a condition, told by its word order"
    if final and "obligation" in hit.cue.needs and sentence.items[hit.first - 1].text == "," and hit.first:
        return "a condition, told by its word order"
    closes = hit.last >= len(sentence.items) or not sentence.items[hit.last].text[0].isalnum()
    if final and closes and "obligation" in hit.cue.needs and clause.kind == "relative":
        return "only describes what is told of"
    if final and hit.form == "part" and hit.first == clause.first and hit.cue.subject != "group":
        return "told of nobody"
    if final and attributive(sentence, hit):
        return "a participle beside its noun"
    if final and takes_up(sentence, hit):
        return "what is told was told before"
    if not final and any(
        sentence.clauses.all[c].opener in sentence.words.questions for c in sentence.clauses.chain(hit.clause)
    ):
        return "a question, not a commitment"
    if sentence.lexicon.properties.verb_first and _of_noun_before(sentence, hit):
        return "told of a noun"
    behind = max(hit.last, hit.tail_last)
    if behind < len(sentence.items) and sentence.items[behind].text in sentence.words.owner_marks:
        return "told of a noun"
    before = sentence.items[hit.first - 1].text if hit.first else ""
    if (
        not final
        and hit.form == "ger"
        and hit.cue.set["mode"] == "pledge"
        and before in sentence.lexicon.grammar.side_links
    ):
        return "what somebody is said to do, not a commitment"
    if not final and not hit.passive and hit.form in _PARTICIPLES and _by_other(sentence, hit):
        return "told of another, who did it"
    if not final and "infinitive" in hit.cue.needs:
        _past_insertion(sentence, hit)
    if not final and ("infinitive" in hit.cue.needs or "obligation" in hit.cue.needs):
        complements = sentence.complements
        first = behind_sides(sentence, hit, []) if sentence.lexicon.properties.verb_first else hit.tail_last
        at = complements.over_adverbs(sentence.items, first, len(sentence.items))
        if at >= len(sentence.items) or sentence.items[at].text not in complements.infinitives:
            return "no infinitive follows"
        if complements.is_noun(sentence.items, at):
            return "a noun with a verb of its own follows"
    return None


def _of_noun_before(sentence: Sentence, hit: CueHit) -> bool:
    """`خطة تهدف إلى`: a verb right behind a noun without an article, which is a relative clause without a pronoun."""
    lexicon, at = sentence.lexicon, hit.first - 1
    if at < 0 or sentence.items[hit.first].text not in lexicon.finite:
        return False
    if sentence.items[at].text == "," and all(
        i.text != "," for i in sentence.items[max(0, at - _ASIDE) : at]
    ):
        at -= 1
    before = sentence.items[at]
    text, article = before.text, lexicon.properties.article
    if before.term is not None or not text.isalpha() or (article and text.startswith(article)):
        return False
    if text in lexicon.closed or text in lexicon.structure or lexicon.is_adverb(text):
        return False
    if before.start in sentence.verb_starts or text in sentence.words.plural:
        return False
    if text.endswith(lexicon.adverbial_nouns):
        return False
    return not any(r.first <= at < r.last for r in sentence.refs)


def _noun_acts(sentence: Sentence, hit: CueHit, found: Sides) -> bool:
    """`Ghana's visit will deepen ties`, `the Peru-Bolivia railway will carry`: plain nouns behind a side act."""
    lexicon = sentence.lexicon
    before = [r for r in sentence.refs if found.subject and found.subject[0].first <= r.first < hit.first]
    if not before or lexicon.properties.objects_before or lexicon.properties.nouns_capitalised:
        return False
    owner = before[-1]
    between = [i for i in sentence.items[owner.last : hit.first] if not lexicon.leads_verb(i.text)]
    if owner.weak:
        return any(i.text[0].isalpha() for i in between) and not any(i.capital for i in between)
    plain = all(i.text.isalpha() and i.term is None and i.text not in lexicon.loose for i in between)
    return owner.kind == "state" and plain and 0 < len(between) <= _NOUNS


def _with_negation(sentence: Sentence, hit: CueHit, span: Span) -> Span:
    """`n'enverront pas de soldats`: an action that begins with what denies its verb has the verb too.

    So has one whose cue is what is denied (`will not allow its soil to be used`).
    """
    negation = sentence.words.negation
    first = sentence.item_at(span.start)
    if "denied" in hit.cue.needs:
        return Span(hit.start, span.end)
    if first != hit.last or sentence.items[first].text not in negation:
        return span
    begin = hit.first - int(hit.first > 0 and sentence.items[hit.first - 1].text in negation)
    return Span(sentence.items[begin].start, span.end)


def _hoped(sentence: Sentence, span: Span, by: tuple[str, ...]) -> tuple[str, ...]:
    """`hopes that X will buy more`: the other side that a hope is put in, which asks it to."""
    if sentence.items[sentence.item_at(span.start)].text not in sentence.words.content:
        return ()
    inside = [r for r in sentence.refs if span.start <= r.start and r.end <= span.end]
    subject = next((r for r in inside if not (r.prep or r.weak or r.objective)), None)
    return tuple(s for s in subject.states if s not in by) if subject is not None else ()


def _by_other(sentence: Sentence, hit: CueHit) -> bool:
    """`the initiative proposed by X`: a participle with its agent right behind it."""
    return hit.last < len(sentence.items) and sentence.items[hit.last].text in sentence.words.agents


def _past_insertion(sentence: Sentence, hit: CueHit) -> None:
    """`will, as always, provide`: the complement begins behind what stands between commas."""
    items = sentence.items
    if hit.tail_last >= len(items) or items[hit.tail_last].text != ",":
        return
    for at in range(hit.tail_last + 1, min(len(items), hit.tail_last + _INSERTION)):
        if items[at].text == ",":
            hit.tail_last = at + 1
            return


def _fits(sentence: Sentence, hit: CueHit, span: Span) -> bool:
    """Whether the action is of the shape that the cue wants: a sum, or something asked of someone."""
    if "amount" in hit.cue.needs:
        first, last = sentence.item_at(span.start), sentence.item_at(span.end - 1) + 1
        return bool(sentence.finders.amounts.find(sentence.text, sentence.folded, sentence.items[first:last]))
    if "verbal" in hit.cue.needs or (
        hit.tail_last == hit.last
        and hit.cue.subject == "holder"
        and not sentence.lexicon.properties.verb_final
        and not (sentence.lexicon.properties.noun_cases and hit.last > hit.first + 1)
    ):
        head = sentence.complements.over_adverbs(
            sentence.items, sentence.item_at(span.start), len(sentence.items)
        )
        text = sentence.items[head].text if head < len(sentence.items) else ""
        known = text in sentence.complements.infinitives or text in sentence.complements.gerunds
        return known or sentence.complements.new_infinitive(sentence.items, head)
    if "noun_action" in hit.cue.needs:
        at, marker = sentence.item_at(span.start), sentence.lexicon.properties.infinitive_marker
        if marker and sentence.items[hit.last - 1].text != marker and hit.last == at:
            return sentence.items[at].text != marker
        return sentence.items[at].text not in sentence.complements.infinitives
    if "addressee" in hit.cue.needs:
        at = sentence.item_at(span.start)
        marker = sentence.lexicon.properties.infinitive_marker
        head = sentence.complements.over_adverbs(sentence.items, at, len(sentence.items))
        if sentence.lexicon.properties.verbs_unchanging:
            return (
                head < len(sentence.items) and sentence.items[head].text in sentence.complements.infinitives
            )
        return any(i.text == marker for i in sentence.items[max(at - 1, 0) : head + 1])
    return True


def _asked(sentence: Sentence, hit: CueHit, found: Sides) -> bool:
    """Whether another side stands right behind the cue, of which the thing is asked (`sought Xian help`)."""
    asked = [r for r in found.target if r.kind != "group" and r.states and not set(r.states) & set(found.by)]
    found.target = asked[:1]
    return bool(asked) and asked[0].first - hit.last <= _ASKED_REACH


def _shunned(sentence: Sentence, hit: CueHit, span: Span) -> bool:
    """Whether an action's verb is one that the cue does not take (`will meet`, `will receive`)."""
    at = sentence.item_at(span.start)
    if sentence.items[at].end == span.end and sentence.items[at].text in sentence.lexicon.auxiliaries:
        return True
    if not hit.cue.unless:
        return False
    complements = sentence.complements
    first, last = sentence.item_at(span.start), sentence.item_at(span.end - 1) + 1
    if not sentence.lexicon.properties.verb_final:
        at = complements.over_adverbs(sentence.items, first, last)
        if "obligation" in hit.cue.needs and _passive(sentence, at):
            return False
        return at < last and sentence.lexicon.without_pronoun(sentence.items[at].text) in hit.cue.unless
    verbs = [sentence.items[i].text for i in range(first, last) if complements.infinitive(sentence.items, i)]
    return bool(verbs) and verbs[-1] in hit.cue.unless


def _passive(sentence: Sentence, at: int) -> bool:
    """Whether a passive infinitive begins at item `at` (`be expanded`)."""
    items = sentence.items
    behind = sentence.complements.over_adverbs(items, at + 1, len(items))
    return (
        behind < len(items)
        and items[at].text in sentence.words.be
        and items[behind].text in sentence.lexicon.lemmas["part"]
    )


def _decide(
    sentence: Sentence, hit: CueHit, found: Sides
) -> tuple[str, tuple[str, ...], tuple[str, ...]] | None:
    """Mode and sides, from the cue's own mode and from who acts with whom."""
    mode = str(hit.cue.set["mode"])
    by, toward = found.by, found.toward
    if "obligation" in hit.cue.needs:
        return _obligation(sentence, hit)
    named = sentence.states(found.target)
    beside = bool(found.target) and found.target[0].first - hit.tail_last <= 1
    if "other_side" in hit.cue.needs and not (beside and set(found.target[0].states) - set(by)):
        sentence.drop(hit, "no side is told to do so")
        return None
    if mode == "request" and _third_group(sentence, found):
        return mode, by, tuple(state for state in named if state not in by)
    if (
        mode == "request"
        and set(by) & set(named)
        and (hit.cue.object != "named" or any(r.kind == "group" for r in found.target))
        and (len(set(named)) > 1 or found.target[0].kind == "group")
    ):
        mode = "propose"
    if "addressed" in hit.cue.needs:
        named = named or _told_to(sentence, hit)
        if len(named) == 1 and not set(named) & set(by):
            mode, toward = "request", toward or named
    if mode == "agree" and _first_person(found) and not (len(by) == 1 and by[0] in ORGANISATIONS):
        by = sentence.discourse.dyad if set(by) <= set(sentence.discourse.dyad) else by
    joint = len(by) > 1 or (found.plural and len(by) != 1)
    others = tuple(state for state in named if state not in by)
    if joint and mode in ("pledge", "offer"):
        # `A and B promised C help`: what several promise to another is no agreement of theirs alone.
        mode, toward = (mode, others) if others and by else ("agree", toward)
    elif mode == "agree" and len(by) < 2:
        if "group_subject" in hit.cue.needs:
            sentence.drop(hit, "only one side is the subject")
            return None
        mode = "pledge"
    if mode == "pledge" and _tells_agreement(hit) and len(by) == 1:
        partner = _partner(sentence, hit, by)
        if partner:
            mode, by = "agree", (*by, *partner)
    if mode == "agree":
        toward = ()
    elif not toward and len(by) == 1 and hit.cue.object != "none":
        toward = sentence.discourse.other(by)
    return mode, by, toward


def _third_group(sentence: Sentence, found: Sides) -> bool:
    """`forderte die Konfliktparteien auf`: whether something is asked of sides at war by somebody else."""
    ref = found.target[0] if found.target else None
    if ref is None or ref.kind != "group":
        return False
    return sentence.items[ref.first].text in sentence.lexicon.grammar.third_groups


def _told_to(sentence: Sentence, hit: CueHit) -> tuple[str, ...]:
    """The subject of the content clause under a proposal: who alone would act (`schlug vor, dass X …`)."""
    for clause in sentence.clauses.all:
        if clause.kind == "content" and clause.first >= hit.last:
            own = [r for r in sentence.refs if sentence.ref_clause[id(r)] == clause.index]
            first = next((r for r in own if not r.prep and not r.weak), None)
            return first.states if first is not None and first.kind != "group" else ()
    return ()


def _tells_agreement(hit: CueHit) -> bool:
    """Whether the cue itself tells of an agreement, for one side or both."""
    return hit.cue.set["mode"] == "agree" and "group_subject" not in hit.cue.needs


def _partner(sentence: Sentence, hit: CueHit, by: tuple[str, ...]) -> tuple[str, ...]:
    """With whom a single subject agrees: `Mit X vereinbarte er`, `agreed with X to`."""
    for ref in sentence.refs:
        near = ref.last <= hit.first or ref.first - hit.first <= 3
        if ref.prep in sentence.words.meeting_preps and near and sentence.ref_clause[id(ref)] == hit.clause:
            states = tuple(s for s in ref.states[:1] if s not in by)
            if states:
                return states
    return ()


def _first_person(found: Sides) -> bool:
    return bool(found.subject) and found.subject[0].kind == "speaker" and found.subject[0].plural


def _obligation(sentence: Sentence, hit: CueHit) -> tuple[str, tuple[str, ...], tuple[str, ...]] | None:
    """`X should …`, said by a side: a request to the other, a proposal to both."""
    speaker = sentence.speaker
    if _follows_agreement(sentence, hit):
        return "agree", sentence.discourse.dyad, ()
    if speaker is None or not speaker.country:
        sentence.drop(hit, "nobody is reported to say so")
        return None
    by = (speaker.country,)
    if hit.first and sentence.items[hit.first - 1].text in sentence.words.negation:
        sentence.drop(hit, "said of nobody")
        return None
    who = sentence.patient(hit)
    states = sentence.states(who)
    if not states and _thing_acts(sentence, hit):
        sentence.drop(hit, "what is no side is told to do so")
        return None
    if not states and not sentence.lexicon.properties.verb_final:
        after = sentence.complements.over_adverbs(sentence.items, hit.last, len(sentence.items))
        if not _passive(sentence, after):
            sentence.drop(hit, "no side is told to do so")
            return None
    others = tuple(s for s in states if s not in by)
    if len(states) == 1 and others and who[0].kind != "group":
        return "request", by, others
    if _demanded(sentence, hit):
        return "request", by, others
    return "propose", by, others or sentence.discourse.other(by)


def _thing_acts(sentence: Sentence, hit: CueHit) -> bool:
    """Whether a noun that is no known side shall do it (`die Betroffenen müssen das Land verlassen`)."""
    if not sentence.lexicon.properties.verb_final or _demanded(sentence, hit):
        return False
    items, words = sentence.items, sentence.words
    clause = sentence.clauses.all[hit.clause]
    inside = [
        i for i in range(clause.first, min(clause.last, len(items))) if sentence.clauses.of[i] == hit.clause
    ]
    if any(items[i].text in sentence.lexicon.unnamed for i in inside):
        return False
    closing = [items[i].text for i in inside if items[i].text in words.passive]
    behind = hit.last
    subject = behind < len(items) and items[behind].text in words.determiners
    return subject and not closing


def _follows_agreement(sentence: Sentence, hit: CueHit) -> bool:
    """`Demnach sollen …`: what an agreement told of before says of both sides."""
    discourse = sentence.discourse
    if sentence.speaker is not None and sentence.speaker.country:
        return False
    told = bool(discourse.instruments) or discourse.joint_document is not None
    return (
        told
        and len(discourse.dyad) == 2
        and hit.first > 0
        and sentence.items[0].text in sentence.words.agreed_leads
    )


def _demanded(sentence: Sentence, hit: CueHit) -> bool:
    """Whether the clause hangs on a verb of demanding (`forderte, die Konzerne müssten …`)."""
    return any(
        other.cue.set.get("mode") == "request"
        and other.last < hit.first
        and "obligation" not in other.cue.needs
        for other in sentence.cues.get("commitment", ())
    )


def _refrains(sentence: Sentence, hit: CueHit, span: Span) -> bool:
    """Whether what is pledged is not to do something (`will not send troops`): a pledge all the same."""
    first, last = sentence.item_at(span.start), sentence.item_at(span.end - 1) + 1
    inside = any(item.text in sentence.words.negation for item in sentence.items[first:last])
    return inside and not sentence.force.denied(hit)


def _inside(sentence: Sentence, span: Span, by: tuple[str, ...]) -> tuple[str, ...]:
    """The other side as the action names it: with whom, the subject of its clause, or its first state."""
    inside = [
        r
        for r in sentence.refs
        if span.start <= r.start and r.end <= span.end and r.states and not set(r.states) & set(by)
    ]
    joined = [r for r in inside if r.prep in sentence.words.meeting_preps]
    free = [r for r in inside if not r.prep and not r.weak and not r.genitive]
    chosen = joined or free
    return sentence.states([chosen[0], *sentence.coordinated(chosen[0])]) if chosen else ()


def _emit(
    sentence: Sentence,
    hit: CueHit,
    span: Span,
    mode: str,
    by: tuple[str, ...],
    toward: tuple[str, ...] | None,
    found: Sides,
) -> None:
    """Emit one commitment; `toward` is None where the text names whom it goes to, and he is no side."""
    own = str(hit.cue.set["mode"])
    default = hit.cue.modality or _MODALITY["pledge" if own == "pledge" and mode != "request" else mode]
    modality = sentence.modality(hit, default)
    barred = own == "pledge" or "obligation" in hit.cue.needs
    if modality == "negated" and barred and _refrains(sentence, hit, span):
        modality = default
    if modality == default and sentence.force.depends(hit):
        modality = "conditional"
    ahead = (
        front(sentence, hit, [*found.subject, *found.target])
        if sentence.lexicon.properties.verb_final
        else None
    )
    sentence.undertaken.append((span, modality))
    action = sentence.quote(span)
    told = [span]
    if ahead is not None and ahead.end <= span.start:
        circumstance = sentence.items[sentence.item_at(ahead.start)].text in sentence.words.prepositions
        if not circumstance and found.subject:
            action = f"{sentence.quote(ahead)} {action}"
        if not circumstance or not sentence.sectors(span):
            told.insert(0, ahead)
    if toward is None:
        toward = ()
    elif not toward and mode != "agree" and hit.cue.object != "none":
        toward = _inside(sentence, span, by)
    if mode in _ASKING:
        sentence.discourse.acts.append(Told(mode, by, toward, sentence.index))
    sentence.emit(
        hit,
        "commitment",
        {
            "by": by,
            "toward": toward,
            "mode": mode,
            "action": action,
            "due": sentence.due(span),
            "sectors": _sectors(sentence, told) or _GENERAL,
            "units": sentence.units(found.subject),
        },
        modality=modality,
        attribution=sentence.attribution(hit, speakers(sentence, hit, found.subject)),
    )


def _sectors(sentence: Sentence, told: list[Span]) -> tuple[str, ...]:
    """The sectors that the words of the action tell, else those of its sentence; money is of finance."""
    found = dict.fromkeys(sector for span in told for sector in sentence.sectors(span))
    if not found:
        found = dict.fromkeys(sentence.sectors(Span(sentence.segment.start, sentence.segment.end)))
    if "trade" not in found and sentence.money_in(told[-1]):
        found.setdefault("finance")
    return tuple(found)
