"""Kind `agreement`: an instrument and where it stands in its life."""

from __future__ import annotations

import re

from communique.kinds.record import Record
from communique.mentions.dates import week_later
from communique.mentions.refs import Ref
from communique.reading.cue_hit import CueHit
from communique.reading.frames import unknown_company
from communique.reading.instrument_titles import instrument_title
from communique.reading.sentence import Sentence
from communique.vocab import Instrument, InstrumentStatus
from communique.world.states import STATES


class Agreement(Record, frozen=True, kw_only=True, tag="agreement"):
    """An instrument and where it stands in its life."""

    KEY = ("instrument", "parties", "title", "status")

    instrument: Instrument
    title: str | None = None
    status: InstrumentStatus | None = None
    parties: tuple[str, ...] = ()
    date: str | None = None
    units: tuple[str, ...] = ()


_YEARS = re.compile(r"\d{4}/\d{4}")
_DASHES = frozenset("-–—")
_MARKS = frozenset({",", ";", ":"})
_NEAR = 320
_MOST = 14
_RELATIVE = 16
_AHEAD = frozenset({"planned", "intended", "conditional", "requested", "proposed"})
_DONE = frozenset({"signed", "adopted", "initialled"})
_ASKED = {"request": "requested", "propose": "proposed", "pledge": "intended", "agree": "planned"}
"""What a commitment makes of an instrument's status in its action."""
_ISSUED = frozenset({"joint_declaration", "joint_statement"})


def assemble(sentence: Sentence, cues: list[CueHit]) -> None:
    """Emit instruments with their status: an instrument's noun and a status verb in one sentence."""
    states = [h for h in cues if "status" in h.cue.set and "instrument" not in h.cue.set]
    for hit in cues:
        if "instrument" not in hit.cue.set:
            continue
        if "alone" in hit.cue.needs and any("instrument" in o.cue.set and o.cue is not hit.cue for o in cues):
            sentence.drop(hit, "the instruments themselves are named")
            continue
        if "status" not in hit.cue.set and _beside_other(sentence, hit, cues):
            sentence.drop(hit, "only named as what another instrument is about")
            continue
        if sentence.lexicon.properties.names_follow and _source(sentence, hit):
            sentence.drop(hit, "only named as a source")
            continue
        about = hit if "status" in hit.cue.set else _status(sentence, hit, states)
        if about is None and _own_title(sentence, hit):
            about = hit
        if about is None:
            sentence.drop(hit, "nothing is said of its status")
            continue
        if _without(sentence, hit):
            sentence.drop(hit, "said to be missing")
            continue
        if about.cue.set.get("status") == "terminated" and _asked(sentence, about) in (
            "requested",
            "proposed",
        ):
            sentence.drop(hit, "asked to be left, not left")
            continue
        parties = _parties(sentence, hit, about)
        if len(parties) < 2 and "single" not in hit.cue.needs:
            sentence.drop(hit, "fewer than two parties are known")
            continue
        value, modality = _stands(sentence, about)
        instrument = str(hit.cue.set["instrument"])
        if instrument == "treaty" and not _states(parties):
            instrument = "contract"
        sentence.discourse.instruments[instrument] = parties
        sentence.emit(
            hit,
            "agreement",
            {
                "instrument": instrument,
                "title": sentence.quote(sentence.span(0, len(sentence.items)))
                if about is hit and "status" not in hit.cue.set
                else instrument_title(sentence, hit),
                "status": value,
                "parties": parties,
                "date": _date(sentence, hit, about, value if modality == "actual" else ""),
            },
            modality=modality,
        )


def _source(sentence: Sentence, hit: CueHit) -> bool:
    """`Theo thỏa thuận, …`: an instrument by which the sentence tells something else."""
    before = sentence.items[hit.first - 1].text if hit.first else ""
    return before in sentence.lexicon.grammar.say_tails


def _own_title(sentence: Sentence, hit: CueHit) -> bool:
    """Whether a document is headed by its own name (`Joint Declaration of X and Y`)."""
    return (
        sentence.segment.kind == "headline"
        and hit.first == 0
        and str(hit.cue.set["instrument"]) in _ISSUED
        and len({s for r in sentence.refs for s in r.states}) > 1
    )


def _states(parties: tuple[str, ...]) -> bool:
    """Whether a party is a state or organisation and not a company, which is named as written."""
    return any(p in STATES or p.isupper() for p in parties)


def _date(sentence: Sentence, hit: CueHit, about: CueHit, done: str) -> str | None:
    """The date of the status in its own clause or those around it; what is done, else on the talks' day."""
    clauses = {*sentence.clauses.chain(about.clause), *sentence.clauses.chain(hit.clause)}
    links, limits = sentence.lexicon.grammar.work_purposes, sentence.lexicon.grammar.date_bounds
    near = []
    for date in sentence.dates:
        at = sentence.item_at(date.start)
        before = sentence.items[at - 1].text
        term = (
            date.value is not None
            and _YEARS.fullmatch(date.value)
            and (before in limits or sentence.bounds(date))
        )
        over = not done and date.relative and date.start < about.start and sentence.is_over(date)
        if date.value and sentence.clauses.of[at] in clauses and before not in links and not (term or over):
            near.append(date)
    best = min(
        near, key=lambda d: (min(abs(d.start - about.end), abs(about.start - d.end)), d.start), default=None
    )
    own = best.value if best else None
    if best and own and not done and sentence.is_weekday(best) and sentence.is_over(best):
        own = week_later(own)
    if done in _DONE:
        sentence.dated(own, "actual")
        return own or sentence.event_day(beside=True)
    return own


def _without(sentence: Sentence, hit: CueHit) -> bool:
    """`ended without a deal`: whether a preposition that denies, or its article, stands before an instrument's noun."""
    items, words, at = sentence.items, sentence.words, hit.first - 1
    while at > 0 and (items[at].text in words.determiners or items[at].text in words.oblique_determiners):
        at -= 1
    return at >= 0 and items[at].text in words.refusals and items[at].text in words.prepositions


def _stands(sentence: Sentence, about: CueHit) -> tuple[str, str]:
    """The status, and whether it is reached: a signature that lies ahead is `to_be_signed`."""
    value = str(about.cue.set.get("status", "adopted"))
    modality = sentence.modality(about, about.cue.modality or "actual")
    if modality == "actual" and about.form == "inf" and _governed(sentence, about):
        modality = "planned"
    if sentence.lexicon.properties.verbs_unchanging and modality in ("actual", "planned"):
        modality = _asked(sentence, about) or modality
    if value == "signed" and modality in _AHEAD:
        value = "to_be_signed"
    return value, modality


def _asked(sentence: Sentence, about: CueHit) -> str | None:
    """`đề nghị Pháp phê chuẩn …`: what asks for the status or promises it, where verbs have one form."""
    words, items = sentence.words, sentence.items
    before = [
        h for h in sentence.cues.get("commitment", ()) if h.last <= about.first and h.clause == about.clause
    ]
    if not before or "mode" not in before[-1].cue.set:
        return None
    hit = before[-1]
    between = [i.text for i in items[hit.last : about.first]]
    if any(t in words.perfect or t == ";" for t in between):
        return None
    mode = str(hit.cue.set["mode"])
    loose = words.coordinators if about.cue.set.get("status") != "adopted" else {*words.coordinators, ","}
    if mode in ("agree", "pledge") and any(t in loose for t in between):
        return None
    return _ASKED.get(mode)


def _governed(sentence: Sentence, about: CueHit) -> bool:
    """Whether an infinitive's marker or an auxiliary of the future stands before a verb form."""
    words, verbs_lead = sentence.words, sentence.lexicon.properties.verb_first
    first = sentence.clauses.all[about.clause].first if verbs_lead else about.first - 3
    before = [i.text for i in sentence.items[max(0, first - verbs_lead) : about.first]]
    if verbs_lead and not sentence.lexicon.future.isdisjoint(before):
        return True
    return any(
        t == sentence.lexicon.properties.infinitive_marker or t in words.futures or t in words.conditionals
        for t in before
    )


def _beside_other(sentence: Sentence, hit: CueHit, cues: list[CueHit]) -> bool:
    """`a letter of intent on a treaty`: an instrument that a preposition ties to the one before it."""
    for other in cues:
        if other is hit or "instrument" not in other.cue.set or not 0 <= hit.first - other.last <= 6:
            continue
        between = [i.text for i in sentence.items[other.last : hit.first]]
        if between and not any(t in sentence.words.coordinators or t == "," for t in between):
            return any(t in sentence.words.prepositions for t in between)
    return False


def _status(sentence: Sentence, hit: CueHit, states: list[CueHit]) -> CueHit | None:
    """The status cue for an instrument: of its own clause, of the clauses around it, else the nearest."""
    near = [s for s in states if abs(s.start - hit.start) <= _NEAR]
    chain = sentence.clauses.chain(hit.clause)

    def distance(cue: CueHit) -> tuple[int, int, int]:
        if _told_of(sentence, hit, cue) and sentence.modality(cue, "actual") != "negated":
            level = -1
        elif cue.clause in chain:
            level = chain.index(cue.clause)
        else:
            level = 1 if hit.clause in sentence.clauses.chain(cue.clause) else 8
        return level, abs(cue.start - hit.start), cue.start

    best = min(near, key=distance, default=None)
    return best if best is not None and distance(best)[0] < 8 else None


def _told_of(sentence: Sentence, hit: CueHit, cue: CueHit) -> bool:
    """Whether the status stands in a relative clause behind the instrument (`a pact that was signed in May`)."""
    clause = sentence.clauses.all[cue.clause]
    if clause.kind != "relative" or not 0 <= clause.first - hit.last <= _RELATIVE:
        return False
    if hit.clause not in sentence.clauses.chain(cue.clause) or hit.clause == cue.clause:
        return False
    opening = [i.text for i in sentence.items[clause.first - 1 : clause.first + 1]]
    links = sentence.lexicon.grammar.work_links
    return not any(t in sentence.words.prepositions and t not in links for t in opening)


def _parties(sentence: Sentence, hit: CueHit, about: CueHit) -> tuple[str, ...]:
    """`between X and Y`, `with Y`, who signs; else the parties as told before, else the pair in talks."""
    joined = _joined(sentence, hit)
    named = sentence.states(joined)
    subject = _own_subject(sentence, sentence.subject(about), joined)
    if len(named) >= 2 and joined[0].prep in sentence.lexicon.grammar.meeting_prepositions[:1]:
        return tuple(dict.fromkeys((*sentence.states(subject), *named)))[:_MOST]
    if len(named) >= 2:
        return named[:_MOST]
    companies = _companies(sentence, hit)
    if len(companies) >= 2:
        return companies
    found = sentence.states([*subject, *joined])
    if len(found) >= 2:
        return found[:_MOST]
    owner = [
        r
        for r in sentence.refs
        if r.last <= hit.first and hit.first - r.last <= 2 and r.states and not r.prep
    ]
    if owner and len(owner[-1].states) > 1:
        return owner[-1].states
    near = [
        *subject,
        *joined,
        *(r for r in sentence.refs if r.prep in sentence.words.meeting_preps and not r.weak),
    ]
    named = sentence.states(near) or sentence.states(owner[-1:])
    if len(named) >= 2:
        return named[:_MOST]
    company = _company_subject(sentence, about) if len(named) == 1 else None
    if company:
        return (company, *named)
    if unknown_company(sentence, subject):
        return named
    told = sentence.discourse.instruments.get(str(hit.cue.set["instrument"]), ())
    if told and set(named) <= set(told):
        return told
    listed = _listed(sentence, hit)
    if len(listed) >= 2 and set(named) <= set(listed):
        return listed[:_MOST]
    issuers = sentence.discourse.parties
    if len(issuers) > 1 and set(named) <= set(issuers):
        return issuers[:_MOST]
    rest = sentence.discourse.other(named) if named else sentence.discourse.dyad
    if len(named) == 1 and not rest:
        rest = tuple(s for s in sentence.states(sentence.refs) if s not in named)
        rest = rest if len(rest) == 1 else ()
    return (*named, *rest)[:_MOST]


def _own_subject(sentence: Sentence, subject: list[Ref], joined: list[Ref]) -> list[Ref]:
    """The subject without whom another phrase of partnership names, where phrases stand before their verb."""
    if not joined or not sentence.lexicon.properties.objects_before:
        return subject
    others = sentence.words.meeting_preps
    return [r for r in subject if r in joined or r is subject[0] or r.prep not in others]


def _listed(sentence: Sentence, hit: CueHit) -> tuple[str, ...]:
    """The states that a dash joins behind the instrument (`a pact on the Peru – Bolivia – Brazil railway`)."""
    found: list[Ref] = []
    for ref in sentence.refs:
        if ref.first < hit.last or ref.kind != "state":
            continue
        if found and (ref.first - found[-1].last != 1 or sentence.items[found[-1].last].text not in _DASHES):
            if len(found) > 1:
                break
            found = []
        found.append(ref)
    return sentence.states(found) if len(found) > 1 else ()


def _joined(sentence: Sentence, hit: CueHit) -> list[Ref]:
    """The references that a preposition of partnership ties to the instrument, the nearest first."""
    tied = [r for r in sentence.refs if r.prep in sentence.words.meeting_preps and r.states]
    behind = [r for r in tied if 0 <= r.first - hit.last <= 10]
    if sentence.lexicon.properties.verb_final:
        before = [r for r in tied if r.last <= hit.first and sentence.ref_clause[id(r)] == hit.clause]
        direct = [r for r in behind if r.first - hit.last <= 3]
        chosen = direct[0] if direct else before[-1] if before else behind[0] if behind else None
    else:
        chosen = _before_status(sentence, hit, tied) or (behind[0] if behind else None)
    return [chosen, *sentence.coordinated(chosen)] if chosen else []


def _before_status(sentence: Sentence, hit: CueHit, tied: list[Ref]) -> Ref | None:
    """`同A签署X,同B签署Y`: whom a phrase before the verb names, up to the mark before it."""
    if not sentence.lexicon.properties.objects_before:
        return None
    for ref in reversed(tied):
        if ref.last <= hit.first:
            between = [i.text for i in sentence.items[ref.last : hit.first]]
            first = next((r for r in tied if ref in sentence.coordinated(r)), ref)
            return None if any(t in _MARKS for t in between) else first
    return None


def _companies(sentence: Sentence, hit: CueHit) -> tuple[str, ...]:
    """Names of two companies joined behind the instrument (`a deal between Boeing and Vietnam Airlines`)."""
    items, words = sentence.items, sentence.words
    at = hit.last
    if at >= len(items) or items[at].text not in words.meeting_preps:
        return ()
    out: list[str] = []
    at += 1
    while at < len(items) and len(out) < 3:
        if items[at].text in words.determiners or items[at].text in words.oblique_determiners:
            at += 1
            continue
        first = at
        while at < len(items) and items[at].capital and items[at].text not in words.coordinators:
            at += 1
        owned = sentence.lexicon.properties.state_follows and items[at - 1].is_type("state")
        if at == first or owned:
            return ()
        out.append(sentence.quote(sentence.span(first, at)))
        if at >= len(items) or items[at].text not in words.coordinators:
            break
        at += 1
    return tuple(out)


def _company_subject(sentence: Sentence, about: CueHit) -> str | None:
    """A name of no known actor as the subject of signing (`BYD signed an agreement with …`)."""
    if not about.form or sentence.lexicon.properties.nouns_capitalised:
        return None
    items, words = sentence.items, sentence.words
    first = last = sentence.clauses.all[about.clause].first
    if first < len(items) and items[first].text in words.determiners:
        first = last = first + 1
    while last < about.first and items[last].capital and items[last].term is None:
        last += 1
    taken = any(r.first < last and r.last > first for r in sentence.refs)
    known = first < last and all(i.text not in words.prepositions for i in items[first:last])
    if not known or taken or last != about.first or items[first].text in words.not_names:
        return None
    return sentence.quote(sentence.span(first, last))
