"""Kind `agreement`: an instrument and where it stands in its life."""

from __future__ import annotations

import re

from communique.kinds.record import Record
from communique.mentions.refs import Ref
from communique.reading.context import CueHit
from communique.reading.sentence import Sentence
from communique.vocab import Instrument, InstrumentStatus


class Agreement(Record, frozen=True, kw_only=True, tag="agreement"):
    """An instrument and where it stands in its life."""

    KEY = ("instrument", "parties", "title", "status")

    instrument: Instrument
    title: str | None = None
    status: InstrumentStatus | None = None
    parties: tuple[str, ...] = ()
    date: str | None = None
    units: tuple[str, ...] = ()


_QUOTED = re.compile(r"[“„\"«]([^“”„\"«»]{6,240})[”“\"»]")
_NEAR = 320
_MOST = 14
_ON_THE_DAY = frozenset({"signed", "initialled", "adopted"})
_AHEAD = frozenset({"planned", "intended", "conditional", "requested", "proposed"})


def assemble(sentence: Sentence, cues: list[CueHit]) -> None:
    """Emit instruments with their status: an instrument's noun and a status verb in one sentence."""
    states = [h for h in cues if "status" in h.cue.set and "instrument" not in h.cue.set]
    for hit in cues:
        if "instrument" not in hit.cue.set:
            continue
        if "status" not in hit.cue.set and _beside_other(sentence, hit, cues):
            sentence.drop(hit, "only named as what another instrument is about")
            continue
        about = hit if "status" in hit.cue.set else _status(sentence, hit, states)
        if about is None:
            sentence.drop(hit, "nothing is said of its status")
            continue
        parties = _parties(sentence, hit, about)
        if len(parties) < 2 and "single" not in hit.cue.needs:
            sentence.drop(hit, "fewer than two parties are known")
            continue
        value, modality = _stands(sentence, about)
        sentence.discourse.instruments[str(hit.cue.set["instrument"])] = parties
        sentence.emit(
            hit,
            "agreement",
            {
                "instrument": hit.cue.set["instrument"],
                "title": _title(sentence, hit),
                "status": value,
                "parties": parties,
                "date": _date(sentence, about, value, modality),
            },
            modality=modality,
            spans=sentence.evidence(hit),
        )


def _date(sentence: Sentence, about: CueHit, status: str, modality: str) -> str | None:
    """The date beside the status; what is signed or adopted without one is so on the day told of."""
    own = sentence.date_near(about)
    if status in _ON_THE_DAY and modality == "actual":
        sentence.dated(own, modality)
        return own or sentence.event_day()
    return own


def _stands(sentence: Sentence, about: CueHit) -> tuple[str, str]:
    """The status, and whether it is reached: a signature that lies ahead is `to_be_signed`."""
    value = str(about.cue.set["status"])
    modality = sentence.modality(about, about.cue.modality or "actual")
    if modality == "actual" and about.form == "inf" and _governed(sentence, about):
        modality = "planned"
    if value == "signed" and modality in _AHEAD:
        value = "to_be_signed"
    return value, modality


def _governed(sentence: Sentence, about: CueHit) -> bool:
    """Whether an infinitive's marker or an auxiliary of the future stands before a verb form."""
    words = sentence.words
    before = [i.text for i in sentence.items[max(0, about.first - 3) : about.first]]
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
        if cue.clause in chain:
            level = chain.index(cue.clause)
        else:
            level = 1 if hit.clause in sentence.clauses.chain(cue.clause) else 8
        return level, abs(cue.start - hit.start), cue.start

    best = min(near, key=distance, default=None)
    return best if best is not None and distance(best)[0] < 8 else None


def _parties(sentence: Sentence, hit: CueHit, about: CueHit) -> tuple[str, ...]:
    """`between X and Y`, `with Y`, who signs; else the parties as told before, else the pair in talks."""
    joined = _joined(sentence, hit)
    named = sentence.states(joined)
    if len(named) >= 2:
        return named[:_MOST]
    companies = _companies(sentence, hit)
    if len(companies) >= 2:
        return companies
    subject = sentence.subject(about)
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
    told = sentence.discourse.instruments.get(str(hit.cue.set["instrument"]), ())
    if told and set(named) <= set(told):
        return told
    rest = sentence.discourse.other(named) if named else sentence.discourse.dyad
    return (*named, *rest)[:_MOST]


def _joined(sentence: Sentence, hit: CueHit) -> list[Ref]:
    """The references that a preposition of partnership ties to the instrument, the nearest first."""
    tied = [r for r in sentence.refs if r.prep in sentence.words.meeting_preps and r.states]
    behind = [r for r in tied if 0 <= r.first - hit.last <= 10]
    if sentence.lexicon.properties.verb_final:
        before = [r for r in tied if r.last <= hit.first and sentence.ref_clause[id(r)] == hit.clause]
        direct = [r for r in behind if r.first - hit.last <= 3]
        chosen = direct[0] if direct else before[-1] if before else behind[0] if behind else None
    else:
        chosen = behind[0] if behind else None
    return [chosen, *sentence.coordinated(chosen)] if chosen else []


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
        if at == first:
            break
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


def _title(sentence: Sentence, hit: CueHit) -> str | None:
    """The instrument's quoted title, else its noun group."""
    for match in _QUOTED.finditer(sentence.text, sentence.segment.start, sentence.segment.end):
        if match.start() <= hit.start <= match.end() or 0 <= match.start() - hit.end <= 30:
            return " ".join(match[1].split())
    items, words = sentence.items, sentence.words
    closed = words.determiners | words.prepositions | words.oblique_determiners | words.coordinators
    first = hit.first
    while (
        first > 0
        and hit.first - first < 6
        and items[first - 1].text not in closed
        and (items[first - 1].text[0].isalpha() or _joins(sentence, first - 1))
        and (items[first - 1].capital or items[first - 1].start not in sentence.verb_starts)
        and (items[first - 1].term is None or items[first - 1].is_type("adj", "state", "org"))
        and not sentence.lexicon.properties.nouns_capitalised
    ):
        first -= 1
    last = hit.last
    while last < len(items) and last - hit.last < 14:
        if items[last].text in (",", ";", ":", ".", '"') or (
            items[last].start in sentence.verb_starts and not _noun(sentence, last) and _acts(sentence, last)
        ):
            break
        last += 1
    opened = last > hit.last and (
        items[hit.last].text in words.prepositions or items[hit.last].text in words.oblique_determiners
    )
    return sentence.quote(sentence.span(first, last if opened else hit.last))


def _joins(sentence: Sentence, at: int) -> bool:
    """Whether a hyphen joins the words around it (`Sri Lanka-Thailand Free Trade Agreement`)."""
    items = sentence.items
    return items[at].text == "-" and at > 0 and items[at - 1].end == items[at].start


def _acts(sentence: Sentence, at: int) -> bool:
    """Whether a verb form is finite beyond doubt where nouns look like infinitives (`visa-free travel`)."""
    lemmas, text = sentence.lexicon.lemmas, sentence.items[at].text
    if sentence.lexicon.properties.nouns_capitalised:
        return True
    return text not in lemmas.get("inf", ()) or sentence.items[at - 1].text in sentence.words.relatives


def _noun(sentence: Sentence, at: int) -> bool:
    """A verb form behind a determiner, preposition or coordinator that names something (`on trade`)."""
    before = sentence.items[at - 1].text
    words = sentence.words
    return not sentence.lexicon.properties.nouns_capitalised and (
        before in words.prepositions or before in words.determiners or before in words.coordinators
    )
