"""Kind `agreement`: an instrument and where it stands in its life."""

from __future__ import annotations

import re
from functools import cache

from communique.kinds.record import Record
from communique.lexicon.lexicon import Lexicon
from communique.mentions.dates import week_later
from communique.mentions.refs import Ref
from communique.reading.compounds import compound_start
from communique.reading.cue_hit import CueHit
from communique.reading.frames import unknown_company
from communique.reading.nouns import genitive_cut
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
_QUOTED = re.compile(r"[“„\"«]([^“”„\"«»]{6,240})[”“\"»]")
_BOOKED = re.compile(r"《([^《》]{4,240})》")
_TITLE_WORDS, _SHORT = 24, 6
"""Words of a title in quotation marks at most, and where a mark at its end does not show that it is said."""
_DASHES = frozenset("-–—")
_YEAR = 4
"""The length of a date that is a year."""
_NEAR = 320
_MOST = 14
_RELATIVE = 16
_LIST = 7
"""Items from a comma to the coordinator that ends a list."""
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
                else _title(sentence, hit),
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
    own = best.value if best is not None else None
    if own and not done and best is not None and sentence.is_weekday(best) and sentence.is_over(best):
        own = week_later(own)
    if done in _DONE:
        sentence.dated(own, "actual")
        return own or sentence.event_day(beside=True)
    return own


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
    subject = sentence.subject(about)
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
    rest = sentence.discourse.other(named) if named else sentence.discourse.dyad
    if len(named) == 1 and not rest:
        rest = tuple(s for s in sentence.states(sentence.refs) if s not in named)
        rest = rest if len(rest) == 1 else ()
    return (*named, *rest)[:_MOST]


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


def _is_speech(quoted: str) -> bool:
    """Whether what stands in quotation marks is said: as long as a sentence, or closed as one."""
    words = len(quoted.split())
    return words > _TITLE_WORDS or (words > _SHORT and quoted.rstrip().endswith((",", ".", "!", "?")))


def _title(sentence: Sentence, hit: CueHit) -> str | None:
    """The instrument's quoted title, else its noun group."""
    for pattern in (_BOOKED, _QUOTED):
        for match in pattern.finditer(sentence.text, sentence.segment.start, sentence.segment.end):
            near = 0 <= match.start() - hit.end <= 30 or _titled(sentence, hit, match)
            if near and not (pattern is _QUOTED and _is_speech(match[1])):
                return " ".join(match[1].split())
    if not sentence.lexicon.properties.word_boundary:
        return _unparted_title(sentence, hit)
    items, words = sentence.items, sentence.words
    if sentence.lexicon.properties.names_follow:
        return sentence.quote(sentence.span(hit.first, _following(sentence, hit)))
    closed, endings = sentence.lexicon.loose, sentence.lexicon.adjective_endings
    cased = bool(sentence.lexicon.properties.noun_cases)
    capitals = not sentence.lexicon.caseless
    first = hit.first
    while (
        capitals
        and first > 0
        and hit.first - first < 6
        and items[first - 1].text not in closed
        and (items[first - 1].text not in words.coordinators)
        and (items[first - 1].text[0].isalpha() or _joins(sentence, first - 1))
        and (not cased or items[first - 1].term is not None or items[first - 1].text.endswith(endings))
        and (
            items[first - 1].capital
            or items[first - 1].start not in sentence.verb_starts
            or (not sentence.lexicon.properties.adjectives_follow and _in_noun_group(sentence, first - 1))
        )
        and (items[first - 1].term is None or items[first - 1].is_type("adj", "state", "org"))
        and not sentence.lexicon.properties.nouns_capitalised
    ):
        first -= 1
    last = hit.last
    days = _day_phrases(sentence) if sentence.lexicon.properties.nouns_capitalised else frozenset[int]()
    while last < len(items) and last - hit.last < 14:
        if (
            (items[last].text in (",", ";", ":", ".", '"') and not (capitals and _goes_on(sentence, last)))
            or (capitals and _elsewhere(sentence, hit, last))
            or last in days
            or (cased and items[last].text in words.passive)
            or (
                items[last].start in sentence.verb_starts
                and not _noun(sentence, last)
                and _acts(sentence, last)
                and not (last == hit.last and items[last].text in sentence.complements.gerunds)
            )
        ):
            break
        if not capitals and items[last].text in words.relatives:
            break
        if (not capitals or sentence.lexicon.properties.nouns_capitalised) and _other_title(sentence, last):
            break
        last += 1
    if capitals:
        last = _without_links(sentence, hit.last, last)
    opened = not capitals or (
        last > hit.last
        and (
            items[hit.last].text in words.prepositions
            or items[hit.last].text in words.oblique_determiners
            or items[hit.last].text in sentence.complements.gerunds
        )
    )
    title = sentence.quote(sentence.span(first, last if opened else hit.last))
    cut = 0 if opened else genitive_cut(sentence, hit)
    return title[:-cut] if cut else title


def _goes_on(sentence: Sentence, at: int) -> bool:
    """Whether a comma stands in a list of plain nouns that a coordinator ends (`on trade, health and energy`)."""
    items, words = sentence.items, sentence.words
    if items[at].text != ",":
        return False
    for k in range(at + 1, min(len(items) - 1, at + _LIST)):
        item = items[k]
        if item.text in words.coordinators:
            last = items[k + 1]
            return k > at + 1 and last.term is None and last.start not in sentence.verb_starts
        if item.text == ",":
            continue
        if item.capital or not item.text[0].isalpha() or item.text in sentence.lexicon.closed:
            return False
        if item.start in sentence.verb_starts or item.text in words.relatives:
            return False
    return False


def _elsewhere(sentence: Sentence, hit: CueHit, at: int) -> bool:
    """Whether item `at` begins what is told of a signing: its day, its place, its occasion, another clause."""
    items, words, lexicon = sentence.items, sentence.words, sentence.lexicon
    before = items[at - 1].text
    day = next((d for d in sentence.dates if sentence.item_at(d.start) == at), None)
    if day is not None and (day.relative or before in words.prepositions):
        return before not in lexicon.grammar.work_purposes and before not in words.owners
    text, start = items[at].text, items[at].start
    if text in lexicon.grammar.title_ends:
        return True
    if text in words.subordinators:
        return text not in words.reason_links and text not in words.content
    if any(p.label == "occasion" and p.start == start for p in sentence.phrases):
        return True
    if text not in lexicon.sites or at + 1 >= len(items):
        return False
    if at == hit.last and sentence.place_at(at + 1) is not None:
        return True
    return items[at + 1].is_type("capital")


def _without_links(sentence: Sentence, first: int, last: int) -> int:
    """The end of a title without the words of the link to what stands behind it."""
    loose = _loose(sentence.lexicon)
    while last > first and sentence.items[last - 1].text in loose:
        last -= 1
    return last


def _day_phrases(sentence: Sentence) -> frozenset[int]:
    """Where phrases of a day begin, which say when and are no part of a title (`bis zum 1. Juni`)."""
    words, bounds = sentence.words, sentence.lexicon.grammar.date_bounds
    found: set[int] = set()
    for date in sentence.dates:
        if not date.value or len(date.value) <= _YEAR:
            continue
        at = sentence.item_at(date.start)
        while at and (
            sentence.items[at - 1].text in words.prepositions or sentence.items[at - 1].text in bounds
        ):
            at -= 1
        found.add(at)
    return frozenset(found)


def _titled(sentence: Sentence, hit: CueHit, match: re.Match[str]) -> bool:
    """Whether a quotation is the title that the instrument stands in, and no speech that names it."""
    if not match.start() <= hit.start <= match.end():
        return False
    before = [i for i in sentence.items[: hit.first] if i.start > match.start()]
    return not any(i.text == "," or (i.start in sentence.verb_starts and not i.capital) for i in before)


def _other_title(sentence: Sentence, at: int) -> bool:
    """Whether another instrument stands behind a coordinator at item `at`."""
    if sentence.items[at].text not in sentence.words.coordinators:
        return False
    behind = at + 1
    words = sentence.words
    while behind < len(sentence.items) and (
        sentence.items[behind].text in words.determiners
        or sentence.items[behind].text in words.oblique_determiners
    ):
        behind += 1
    return any(h.first == behind and "instrument" in h.cue.set for h in sentence.cues.get("agreement", ()))


def _following(sentence: Sentence, hit: CueHit) -> int:
    """Past a title that stands behind its noun: up to a mark, a place, a time or another clause."""
    items, words = sentence.items, sentence.words
    dates = {sentence.item_at(d.start) for d in sentence.dates}
    stops, verbs = _stops(sentence.lexicon), sentence.complements.plain_verbs
    terms = sentence.lexicon.grammar.work_purposes
    acts = {
        k
        for k, i in enumerate(items)
        if i.start in sentence.verb_starts and i.text in verbs and not i.capital
    }
    others = {h.first for h in sentence.cues.get("agreement", ()) if h.first > hit.last}
    last = hit.last
    while last < len(items) and last - hit.last < _MOST + _RELATIVE:
        item = items[last]
        if not (item.text[0].isalnum() or item.text in ("-", "(", ")", "%")) or item.text in stops:
            break
        if (last in dates and items[last - 1].text not in terms) or item.is_type("role"):
            break
        if item.text in words.passive and others & {last, last + 1}:
            break
        if item.text in words.perfect and last + 1 < len(items) and items[last + 1].text in verbs:
            break
        if item.text in words.coordinators and (others & {last + 1, last + 2} or acts & {last + 1}):
            break
        last += 1
    return _without_links(sentence, hit.last, last)


@cache
def _stops(lexicon: Lexicon) -> frozenset[str]:
    """Words of a place, a time or another clause, before which a title ends."""
    words = lexicon.words
    return words.subordinators | lexicon.sites | words.futures | words.relatives | words.obligations


@cache
def _loose(lexicon: Lexicon) -> frozenset[str]:
    """Words in which no title ends."""
    numbers = lexicon.numbers
    return lexicon.words.prepositions.union(
        lexicon.words.coordinators, numbers.half_links, numbers.range_leads
    )


def _unparted_title(sentence: Sentence, hit: CueHit) -> str:
    """The words between the verb of signing or what is listed before, and the end of the instrument's noun."""
    cues = sentence.cues.get("agreement", ())
    before = [c for c in cues if c.last <= hit.first and c.clause == hit.clause]
    first = max((max(c.last, c.tail_last) for c in before), default=-1)
    if first < 0 or any(i.text == "," for i in sentence.items[first : hit.first]):
        first = compound_start(sentence, hit.first, frozenset(), sentence.complements.verb_nouns)
    while first < hit.first and (
        sentence.items[first].text in sentence.words.coordinators
        or not sentence.items[first].text[0].isalnum()
        or sentence.items[first].text in sentence.words.perfect
        or sentence.items[first].text in sentence.words.owner_marks
    ):
        first += 1
    return sentence.quote(sentence.span(first, hit.last))


def _in_noun_group(sentence: Sentence, at: int) -> bool:
    """Whether a determiner opens the group of words that the one at `at` is in (`an air transport pact`)."""
    words = sentence.words
    for item in reversed(sentence.items[max(0, at - 5) : at]):
        if item.text in words.determiners:
            return True
        if item.text in words.prepositions or not item.text[0].isalpha():
            return False
    return False


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
