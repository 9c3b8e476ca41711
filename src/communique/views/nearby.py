"""Scenes of a part of a ledger, so that a question on two states does not resolve all that is held.

What is resolved are the records asked for and the persons that their documents name; of more than a bound,
those of the latest documents, but for `part`, which has all.
"""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable, Sequence

import msgspec

from communique.base.edtf import bounds
from communique.ledger.queries import Query
from communique.ledger.slots import ASIDE_SLOTS, countries_of, date_text, people_of
from communique.ledger.store import Ledger
from communique.ledger.stored import Stored
from communique.resolve.events import Event
from communique.resolve.people import Known
from communique.resolve.people import people as known_of
from communique.resolve.register import registered
from communique.resolve.resolution import Verdicts, resolved, verdicts
from communique.views.scene import Scene

_MOMENTS = frozenset({"meeting", "visit", "invitation", "act", "courtesy"})
"""Kinds whose reports stand close together in time."""
_AROUND = dt.timedelta(days=60)
LARGE = 30_000
"""Records of a ledger that is resolved in some seconds."""


class Near(msgspec.Struct, frozen=True):
    """A scene of a part, and whether it has all that was asked for."""

    scene: Scene
    whole: bool


def nearby(ledger: Ledger, query: Query, most: int) -> Near:
    """The scene of the records that meet a query, of at most `most` of them."""
    told, whole = ledger.newest(query, most)
    return Near(_scene(ledger, told), whole)


def part(
    ledger: Ledger, states: Sequence[str], beside: Iterable[Stored] = (), *, together: bool = True
) -> Scene:
    """The scene of a ledger, of a large one only of what it tells of these states and of `beside`.

    That is what takes two of them `together`, or whatever tells of one. What joins it to records of other states
    alone (a project that another text tells without its parties) is not seen then.
    """
    if not states or not ledger.holds_more(LARGE):
        return Scene.of(ledger)
    if together and len(states) > 1:
        return _scene(ledger, (*ledger.ask(Query(pair=(states[0], states[1]))), *beside))
    return _scene(ledger, (*(item for code in states for item in ledger.ask(Query(country=code))), *beside))


def ahead(ledger: Ledger, day: dt.date, most: int) -> Near:
    """The scene of what has a day of its own or a deadline on `day` or later, and of what is reported since."""
    told, whole = ledger.newest(Query(since=day.isoformat()), most)
    due = ledger.ask(Query(ids=tuple(ledger.due(day.isoformat(), most))))
    return Near(_scene(ledger, (*told, *due)), whole)


def around(ledger: Ledger, id: str, most: int) -> tuple[Scene, Stored, Event | None]:
    """The scene in which a record's event can be seen, the record, and the event where its kind makes one.

    The scene has the records of the kind between the same states, near in time for what happens once, and all
    that the documents of the event tell. `RequestError` when the ledger has no such record.
    """
    stored = ledger.record(id)
    told, _ = ledger.newest(_like(stored), most)
    told = list({item.record.id: item for item in (*told, stored)}.values())
    said = Verdicts.of(ledger)
    first = _scene(ledger, told, said, texts=False)
    event = _event_of(first, id)
    if event is None:
        return _scene(ledger, [stored], said), stored, None
    beside = ledger.ask(Query(documents=event.documents))
    scene = _scene(ledger, (*first.told, *beside), said, people=False)
    return scene, stored, _event_of(scene, id)


class Portrait(msgspec.Struct, frozen=True):
    """A person as the ledger knows them: the entry, what names them in any spelling, and who else is of the state."""

    scene: Scene
    known: Known
    told: tuple[Stored, ...]
    others: tuple[Known, ...]


def portrait(ledger: Ledger, name: str, country: str | None, most: int) -> Portrait | None:
    """The person of a country whom reports give this name; None when none does.

    Spellings are joined among the persons of the latest documents of that country.
    """
    same = Query(kind="person", named=(name,))
    of_state = Query(kind="person", country=country)
    found = (*ledger.newest(same, most)[0], *ledger.newest(of_state, most)[0])
    told = {s.record.id: s for s in found if getattr(s.record, "country", None) == country}
    listed = registered(known_of(told.values(), verdicts(ledger, "person")), ledger.holders())
    known = next((p for p in listed if p.country == country and name in spellings(p)), None)
    if known is None:
        return None
    spelled = set(spellings(known))
    naming = {
        item.record.id: item
        for item in ledger.newest(Query(named=tuple(sorted(spelled))), most)[0]
        if any(called in spelled and state in (country, None) for called, state, _ in people_of(item.record))
    }
    scene = _scene(ledger, naming.values())
    others = tuple(p for p in listed if p.country == country and p.id != known.id)
    return Portrait(scene, known, tuple(naming.values()), others)


def spellings(known: Known) -> tuple[str, ...]:
    """Every spelling of a person's name, the first name first."""
    return tuple(dict.fromkeys((known.name, *(own for names in known.names.values() for own in names))))


def _event_of(scene: Scene, id: str) -> Event | None:
    return next((event for event in scene.resolution.events if id in event.records), None)


def _like(stored: Stored) -> Query:
    record = stored.record
    states = list(dict.fromkeys(code for code, slot in countries_of(record) if slot not in ASIDE_SLOTS))
    since, until = _window(stored) if record.kind in _MOMENTS else (None, None)
    return Query(
        kind=record.kind,
        pair=(states[0], states[1]) if len(states) > 1 else None,
        country=states[0] if len(states) == 1 else None,
        document=None if states else record.doc,
        since=since,
        until=until,
    )


def _window(stored: Stored) -> tuple[str | None, str | None]:
    day = date_text(stored.record) or stored.document.date
    if not day:
        return None, None
    first, last = bounds(day)
    try:
        return (first - _AROUND).isoformat(), (last + _AROUND).isoformat()
    except OverflowError:
        return None, None


def _scene(
    ledger: Ledger,
    told: Iterable[Stored],
    said: Verdicts | None = None,
    *,
    people: bool = True,
    texts: bool = True,
) -> Scene:
    """The records resolved as people have judged; with the persons of their documents, and copies among the texts,
    on wish."""
    found = {item.record.id: item for item in told}
    documents = tuple(dict.fromkeys(item.document.id for item in found.values()))
    for item in ledger.ask(Query(kind="person", documents=documents)) if documents and people else ():
        found.setdefault(item.record.id, item)
    said = said or Verdicts.of(ledger)
    read = ledger.texts_of(documents) if texts else ()
    return Scene(resolved(tuple(found.values()), read, who=said.who, what=said.what))
