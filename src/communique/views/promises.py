"""Who owes what to whom: commitments, whether they can be checked, and what later reports say of them."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable, Iterator, Sequence
from functools import cache
from itertools import combinations

import msgspec

from communique.base.edtf import bounds
from communique.kinds.commitment import Commitment
from communique.ledger.stored import Stored
from communique.resolve.cards import Card, card
from communique.resolve.comparing import compare
from communique.resolve.grouping import Pair, group
from communique.resolve.weights import APART, FACT_SAME
from communique.resolve.wording import tokens
from communique.views.scene import Scene, documents, quote, reported, reported_key

SILENT = dt.timedelta(days=365)
"""After so long without a word a commitment without a deadline is called silent."""
_SHARE = 0.5
_BEGUN = frozenset(
    {"negotiating", "initialled", "to_be_signed", "planned", "under_construction", "expanding"}
)
_AGAINST = frozenset({"REJECT", "SANCTION", "COERCE", "PROTEST", "THREATEN"})


class Later(msgspec.Struct, frozen=True, kw_only=True):
    """What a later record says of a commitment: `repeated`, `begun`, `done` or `contradicted`."""

    verdict: str
    day: str | None
    quote: str
    document: str


class Promise(msgspec.Struct, frozen=True, kw_only=True):
    """A commitment, however often it was told. `state` is the last verdict of later reports, else `overdue`,
    `silent` or `open` as of the day asked for. `number`, `deadline` and `agent` tell whether it names one."""

    by: tuple[str, ...]
    toward: tuple[str, ...]
    mode: str
    action: str
    due: str | None
    state: str
    number: bool
    deadline: bool
    agent: bool
    sectors: tuple[str, ...]
    first: str | None
    last: str | None
    speaker: str | None
    quote: str
    documents: tuple[str, ...]
    later: tuple[Later, ...]


def promises(scene: Scene, states: Iterable[str] = (), today: dt.date | None = None) -> list[Promise]:
    """The commitments in which all of these states take part, by the day they were first told.

    `today` is the day on which a deadline counts as passed; without it none does.
    """
    wanted = tuple(sorted(states))
    return scene.once(("promises", wanted, today), lambda: _promises(scene, set(wanted), today))


def _promises(scene: Scene, wanted: set[str], today: dt.date | None) -> list[Promise]:
    cards = [
        card(stored, scene.identities, scene.resolution.copies.get(stored.record.doc, stored.record.doc))
        for stored in sorted(scene.told, key=reported_key)
        if isinstance(stored.record, Commitment) and wanted <= _sides(stored.record)
    ]
    done = _Done(scene.told)
    return [_promise(scene, done, [cards[at] for at in members], today) for members in _same(cards)]


def same_commitments(scene: Scene, told: Iterable[Stored]) -> list[list[str]]:
    """The ids of these records' commitments, those that are one together, in the order of their reports."""
    kept = [stored for stored in told if isinstance(stored.record, Commitment)]
    cards = [card(stored, scene.identities, stored.record.doc) for stored in sorted(kept, key=reported_key)]
    return [[cards[at].record.id for at in members] for members in _same(cards)]


def _sides(record: Commitment) -> set[str]:
    return {*record.by, *record.toward}


def _same(cards: Sequence[Card]) -> list[tuple[int, ...]]:
    """Places of the commitments that are one: of the same side, in like words, a year apart at most."""
    compared = cache(lambda one, other: compare(cards[one], cards[other]))
    pairs = []
    for one, other in _may_be_one(cards):
        score, features = compared(one, other)
        if score >= FACT_SAME and _worded_alike(features, cards[one], cards[other]):
            pairs.append(Pair(score, one, other, features))

    def apart(a: int, b: int) -> bool:
        """Whether two cannot be one: they contradict each other, or one text tells both in other words."""
        one, other = cards[min(a, b)], cards[max(a, b)]
        score, features = compared(min(a, b), max(a, b))
        together = one.record.doc == other.record.doc and one.lang == other.lang
        return score < APART or (together and not _worded_alike(features, one, other))

    return [found.members for found in group(len(cards), pairs, apart)]


def _may_be_one(cards: Sequence[Card]) -> Iterator[tuple[int, int]]:
    """Places of two commitments of one side of which `_worded_alike` may hold: spares comparing most pairs."""
    blocks: dict[frozenset[str], list[tuple[int, str, frozenset[str]]]] = {}
    for at, item in enumerate(cards):
        goal = tokens(getattr(item.record, "action", None))
        blocks.setdefault(frozenset(getattr(item.record, "by", ())), []).append((at, item.lang, goal))
    for block in blocks.values():
        for (one, lang, goal), (other, spoken, words) in combinations(block, 2):
            if not goal.isdisjoint(words) if lang == spoken else _near(cards[one], cards[other]):
                yield one, other


def _near(one: Card, other: Card) -> bool:
    """Whether two were reported within a week."""
    return bool(one.reported and other.reported and abs((one.reported - other.reported).days) <= 7)


def _worded_alike(features: tuple[str, ...], one: Card, other: Card) -> bool:
    """Within a language the words must be alike; across languages the field and the days must be."""
    if one.lang == other.lang:
        return "the same wording" in features or "a wording in common words" in features
    return _near(one, other) and "the same field" in features and "the same step" in features


def _promise(scene: Scene, done: _Done, cards: Sequence[Card], today: dt.date | None) -> Promise:
    told = [scene.records[item.record.id] for item in cards]
    record = told[0].record
    assert isinstance(record, Commitment)
    due = next((d for s in told if (d := getattr(s.record, "due", None))), None)
    again = [_later("repeated", s) for s in told[1:] if s.document.date != told[0].document.date]
    after = sorted([*again, *done.after(record, told[0])], key=lambda n: n.day or "9999")
    action = record.action or ""
    return Promise(
        by=record.by,
        toward=tuple(code for code in record.toward if code not in record.by),
        mode=record.mode,
        action=action,
        due=due,
        state=_state(after, due, told[-1], today),
        number=any(c.isdigit() for c in action),
        deadline=due is not None,
        agent=bool(record.units) or any(word[:1].isupper() for word in action.split()[1:]),
        sectors=record.sectors,
        first=told[0].document.date,
        last=told[-1].document.date,
        speaker=record.attribution.speaker,
        quote=quote(told[0]),
        documents=documents(told),
        later=tuple(after),
    )


class _Done:
    """What records tell to have been begun, done or turned away from, by who acts."""

    def __init__(self, told: Iterable[Stored]) -> None:
        self._by_side: dict[str, list[tuple[int, dt.date, frozenset[str], Stored]]] = {}
        for place, stored in enumerate(told):
            record, day = stored.record, reported(stored)
            if day is None or record.kind not in ("act", "agreement", "project"):
                continue
            words = tokens(
                getattr(record, "text", None)
                or getattr(record, "title", None)
                or getattr(record, "name", None)
            )
            for side in {*getattr(record, "by", ()), *getattr(record, "parties", ())} if words else ():
                self._by_side.setdefault(side, []).append((place, day, words, stored))

    def after(self, record: Commitment, first: Stored) -> list[Later]:
        """What later reports tell of the same side in the same words, in the order of the records."""
        goal, day = tokens(record.action), reported(first)
        if day is None or not goal:
            return []
        found = {
            place: stored
            for side in set(record.by)
            for place, later, words, stored in self._by_side.get(side, ())
            if later > day and _alike(goal, words)
        }
        return [_later(_verdict(stored), stored) for _, stored in sorted(found.items(), key=lambda f: f[0])]


def _alike(goal: frozenset[str], words: frozenset[str]) -> bool:
    shared = len(goal & words)
    return shared > 1 and shared / min(len(goal), len(words)) >= _SHARE


def _verdict(stored: Stored) -> str:
    record = stored.record
    if record.modality == "negated" or getattr(record, "plover", None) in _AGAINST:
        return "contradicted"
    begun = record.modality != "actual" or getattr(record, "status", None) in _BEGUN
    return "begun" if begun else "done"


def _later(verdict: str, stored: Stored) -> Later:
    return Later(verdict=verdict, day=stored.document.date, quote=quote(stored), document=stored.document.id)


def _state(after: Sequence[Later], due: str | None, last: Stored, today: dt.date | None) -> str:
    told = [later.verdict for later in after if later.verdict != "repeated"]
    if told:
        return told[-1]
    if due and today and bounds(due)[1] < today:
        return "overdue"
    day = reported(last)
    return "silent" if today and not due and day and today - day > SILENT else "open"
