"""Who is who: the persons of many reports, told under many spellings, joined into one entry each.

Names are compared in pairs. Country and office weigh first, spelling second, and every link keeps what spoke
for it. The weights are log-odds set by hand; `SAME` is where a pair is taken for one person.
"""

from __future__ import annotations

import datetime as dt
from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from functools import lru_cache
from itertools import combinations

import msgspec

from communique.base.edtf import bounds
from communique.base.ids import content_id
from communique.kinds.person import Person
from communique.ledger.stored import Stored
from communique.resolve.grouping import Pair, group, judged
from communique.resolve.spelling import initialled, part_similarity, script, shortened, similarity, sounds
from communique.vocab import Role

SAME = 4.5
SOLE: frozenset[Role] = frozenset(
    {"head_of_state", "vice_head_of_state", "head_of_government", "foreign_minister", "party_leader"}
)
"""Offices that one person of a state holds at a time."""
TERM_DAYS = 400
"""Reports this far apart are still taken to tell of one holder of an office."""
WEIGHTS = {
    "same country": 2.0,
    "same office at the time": 2.5,
    "same name": 4.0,
    "spelled alike in two languages": 3.5,
    "sounds alike in two scripts": 3.0,
    "sounds similar in two scripts": 1.0,
    "a name of which the other leaves words out": 3.0,
    "one name of several": 2.0,
    "spellings that cannot be compared": 0.0,
    "spelled otherwise in one language": -5.0,
    "spelled otherwise in one script": -3.0,
    "sounds otherwise in two scripts": -2.0,
    "another office of its kind at the time": -1.5,
}

_LEAST = SAME - WEIGHTS["same country"] - WEIGHTS["same office at the time"]
"""What spellings have to weigh for two names to be one person's, whatever else speaks for it."""


class Office(msgspec.Struct, frozen=True, kw_only=True):
    """An office as reports gave it, with the first and the last day of a report that did.

    With a `source` it is not of reports: that table says from when to when it was held.
    """

    role: Role | None = None
    role_text: str | None = None
    organization: str | None = None
    since: dt.date | None = None
    until: dt.date | None = None
    source: str | None = None


class Link(msgspec.Struct, frozen=True, kw_only=True):
    """Two names taken for one person: the score and the features that made it."""

    names: tuple[str, str]
    score: float
    features: tuple[str, ...]


class Known(msgspec.Struct, frozen=True, kw_only=True):
    """One person of the ledger. `names` maps each language to its spellings, the most frequent first."""

    id: str
    name: str
    country: str | None
    names: dict[str, tuple[str, ...]]
    offices: tuple[Office, ...]
    documents: int
    publishers: int
    links: tuple[Link, ...]


class _Report(msgspec.Struct, frozen=True):
    record: Person
    lang: str
    publisher: str | None
    day: dt.date | None


class _Told:
    """Everything told under one name of one country."""

    def __init__(self, name: str, country: str | None, reports: Sequence[_Report]) -> None:
        self.name = name
        self.country = country
        self.reports = reports
        self.langs = {report.lang for report in reports}
        self.roles = {report.record.role for report in reports if report.record.role}
        self.sole = self.roles & SOLE

    def days(self, role: Role) -> list[dt.date | None]:
        """The days of the reports that give the person this office."""
        return [report.day for report in self.reports if report.record.role == role]


def people(told: Iterable[Stored], verdicts: Mapping[tuple[str, str], str] = {}) -> list[Known]:
    """The persons that a ledger's records of the kind `person` tell of, by country and name.

    `verdicts` maps two names, each as `person_key` writes it, to `same`, `not_same` or `unsure`, which people
    have said of them.
    """
    entries = _entries(told)
    keys = {person_key(entry.name, entry.country): at for at, entry in enumerate(entries)}
    same, parted = judged(keys, verdicts)

    def apart(a: int, b: int) -> bool:
        return compare(entries[a], entries[b])[0] < 0

    groups = group(len(entries), [*same, *_scored(entries)], apart, parted)
    found = [
        _known([entries[at] for at in g.members], [_link(pair, entries) for pair in g.pairs]) for g in groups
    ]
    return sorted(found, key=lambda p: (p.country or "~", p.name, p.id))


def person_key(name: str, country: str | None) -> str:
    """What a judgement calls a name of a country: `FRA:Jean Dupont`, without a country `:Jean Dupont`."""
    return f"{country or ''}:{name}"


def _link(pair: Pair, entries: Sequence[_Told]) -> Link:
    names = (entries[pair.one].name, entries[pair.other].name)
    return Link(names=names, score=round(pair.score, 2), features=pair.features)


def compare(one: _Told, other: _Told) -> tuple[float, tuple[str, ...]]:
    """The score of two names for being one person's, and the features it is the sum of."""
    features = []
    if one.country and one.country == other.country:
        features.append("same country")
    if any(_overlap(one.days(role), other.days(role)) for role in one.sole & other.sole):
        features.append("same office at the time")
    elif one.sole and other.sole and not one.roles & other.roles:
        features.append("another office of its kind at the time")
    features.append(_spelled(one, other))
    return sum(WEIGHTS[f] for f in features), tuple(features)


def _spelled(one: _Told, other: _Told) -> str:
    return _spelling(one.name, other.name, not one.langs.isdisjoint(other.langs))


@lru_cache(maxsize=1 << 16)
def _spelling(one: str, other: str, shared: bool) -> str:
    """What two spellings make of each other; `shared` is whether both stand in texts of one language."""
    if script(one) != script(other):
        alike = similarity(one, other, 0.4)
        if alike >= 0.75:
            return "sounds alike in two scripts"
        if part_similarity(one, other) >= 0.72:
            return "one name of several"
        if alike >= 0.6:
            return "sounds similar in two scripts"
        return "spellings that cannot be compared" if alike >= 0.4 else "sounds otherwise in two scripts"
    alike = similarity(one, other, 0.95 if shared else 0.82)
    if alike >= (0.95 if shared else 0.97):
        return "same name"
    if initialled(one, other) or shortened(one, other) >= 0.9:
        return "a name of which the other leaves words out"
    if part_similarity(one, other) >= 0.9:
        return "one name of several"
    if shared:
        return "spelled otherwise in one language"
    return "spelled alike in two languages" if alike >= 0.82 else "spelled otherwise in one script"


def _overlap(some: Sequence[dt.date | None], others: Sequence[dt.date | None]) -> bool:
    """Whether two lists of days come within a term of each other; a day that is unknown may be any."""
    return any(a is None or b is None or abs((a - b).days) <= TERM_DAYS for a in some for b in others)


def _entries(told: Iterable[Stored]) -> list[_Told]:
    found: dict[tuple[str, str], list[_Report]] = defaultdict(list)
    for stored in told:
        record, document = stored.record, stored.document
        if isinstance(record, Person):
            day = bounds(document.date)[0] if document.date else None
            report = _Report(record, document.lang, document.publisher, day)
            found[record.country or "", record.name].append(report)
    return [_Told(name, country or None, found[country, name]) for country, name in sorted(found)]


def _scored(entries: Sequence[_Told]) -> Iterator[Pair]:
    for a, b in sorted(_candidates(entries)):
        if WEIGHTS[_spelled(entries[a], entries[b])] < _LEAST:
            continue
        score, features = compare(entries[a], entries[b])
        if score >= SAME:
            yield Pair(score, a, b, features)


def _candidates(entries: Sequence[_Told]) -> set[tuple[int, int]]:
    """Pairs worth comparing: of one country, with an office or the first sound of a name in common."""
    blocks: dict[tuple[str, str], list[int]] = defaultdict(list)
    for at, entry in enumerate(entries):
        keys = {str(role) for role in entry.sole} | {part[:1] for part in sounds(entry.name)}
        for key in keys:
            blocks[entry.country or "", key].append(at)
    return {pair for block in blocks.values() for pair in combinations(block, 2)}


def _known(entries: Sequence[_Told], links: Sequence[Link]) -> Known:
    reports = [report for entry in entries for report in entry.reports]
    spelled: dict[str, Counter[str]] = defaultdict(Counter)
    for report in reports:
        spelled[report.lang][report.record.name] += 1
    names = {
        lang: tuple(name for name, _ in sorted(counts.items(), key=lambda n: (-n[1], n[0])))
        for lang, counts in sorted(spelled.items())
    }
    country = entries[0].country
    totals = Counter(report.record.name for report in reports)
    best = min(totals, key=lambda n: (not n.isascii(), script(n) != "LATIN", -len(n.split()), -totals[n], n))
    return Known(
        id=content_id("who", country or "", *sorted(totals)),
        name=best,
        country=country,
        names=names,
        offices=_offices(reports),
        documents=len({report.record.doc for report in reports}),
        publishers=len({report.publisher for report in reports if report.publisher}),
        links=tuple(sorted(links, key=lambda n: (-n.score, n.names))),
    )


def _offices(reports: Sequence[_Report]) -> tuple[Office, ...]:
    held: dict[tuple[str, str], list[_Report]] = defaultdict(list)
    for report in reports:
        if report.record.role or report.record.role_text:
            held[report.record.role or "", report.record.organization or ""].append(report)
    return tuple(_office(held[key]) for key in sorted(held))


def _office(reports: Sequence[_Report]) -> Office:
    days = [report.day for report in reports if report.day]
    texts = Counter(report.record.role_text for report in reports if report.record.role_text)
    return Office(
        role=reports[0].record.role,
        role_text=min(texts, key=lambda t: (-texts[t], t)) if texts else None,
        organization=reports[0].record.organization,
        since=min(days, default=None),
        until=max(days, default=None),
    )
