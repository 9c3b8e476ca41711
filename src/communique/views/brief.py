"""The brief on two states: what the ledger holds between them, each line with its footnotes."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable, Sequence
from typing import TYPE_CHECKING

from communique.ledger.queries import Query
from communique.ledger.slots import countries_of
from communique.ledger.stored import Stored
from communique.resolve.resolution import verdicts
from communique.views.brief_doubts import doubts
from communique.views.brief_facts import facts_of
from communique.views.brief_parts import Parts
from communique.views.brief_shape import Brief
from communique.views.brief_short import in_short
from communique.views.brief_subjects import Subject
from communique.views.names import label
from communique.views.nearby import part
from communique.views.promises import promises, same_commitments
from communique.views.scene import Scene, quote

if TYPE_CHECKING:
    from communique.ledger.store import Ledger


def brief(
    ledger: Ledger,
    a: str,
    b: str,
    *,
    since: str | None = None,
    until: str | None = None,
    today: dt.date | None = None,
    as_read: bool = False,
    most: int | None = None,
    scene: Scene | None = None,
) -> Brief:
    """The brief on the states `a` and `b` (alpha-3 codes) from what the ledger holds of them.

    `since`, `until` (EDTF) bound it; what was planned for a day before `today` is no longer coming.
    `as_read` leaves corrections out. `scene` is of the ledger, or of what is between the two, as without one.
    """
    between = ledger.records(pair=(a, b), since=since, until=until, as_read=as_read)
    reports = {item.document.id for item in between}

    people = [
        item for code in (a, b) for item in _told(ledger, reports, as_read, kind="person", country=code)
    ]
    gatherings = _told(ledger, reports, as_read, kind="gathering", since=since, until=until)
    named = {item.record.id: item for item in (*people, *gatherings)}
    held = {item.record.id for item in between}
    aside = [item for id, item in named.items() if id not in held and _concerns(item, a, b)]
    scene = scene or part(ledger, (a, b), aside)
    return compose(
        [*between, *aside],
        a,
        b,
        since=since,
        until=until,
        today=today,
        scene=scene,
        most=most,
        unsure=_unsure(ledger),
    )


def brief_on(
    ledger: Ledger,
    subject: Subject,
    scene: Scene,
    *,
    since: str | None = None,
    until: str | None = None,
    today: dt.date | None = None,
    as_read: bool = False,
    most: int | None = None,
) -> Brief:
    """The brief on a state, a person, a project or a sector; see `brief` for the rest."""
    held = ledger.records(country=subject.of, since=since, until=until, as_read=as_read)
    told = [item for item in held if subject.wants(item)]
    a = subject.states[0] if len(subject.states) == 1 else ""
    return compose(
        told,
        a,
        "",
        since=since,
        until=until,
        today=today,
        scene=scene,
        title=subject.title,
        most=most,
        unsure=_unsure(ledger),
    )


def compose(
    stored: Sequence[Stored],
    a: str,
    b: str,
    *,
    since: str | None = None,
    until: str | None = None,
    today: dt.date | None = None,
    scene: Scene | None = None,
    title: str | None = None,
    most: int | None = None,
    unsure: Iterable[tuple[str, str]] = (),
) -> Brief:
    """The brief made of these records, which all concern `a` and `b` or the subject that `title` names.

    `scene` says which of them tell one event; `most` is how many lines a group of a section may have.
    """
    people = [item for item in stored if item.record.kind == "person"]
    scene = scene or Scene.from_records(stored)
    events = scene.resolution.events
    facts = facts_of(stored, events, same_commitments(scene, stored))
    parts = Parts(facts, people, scene, a, b, today, most)
    quoted = {(item.document.id, quote(item)) for item in stored if item.record.kind == "commitment"}
    owed = [p for p in promises(scene, today=today) if (p.documents[0], p.quote) in quoted]
    short = in_short(facts, parts.coming(), owed, parts.notes)
    found = [*parts.sections(), doubts(facts, events, unsure, parts.notes)]
    days = sorted(item.document.date for item in stored if item.document.date)
    return Brief(
        title=title or f"{label(a)} – {label(b)}",
        a=a,
        b=b,
        since=since,
        until=until,
        documents=len({item.document.id for item in stored}),
        publishers=len({item.document.publisher for item in stored if item.document.publisher}),
        first=days[0] if days else None,
        last=days[-1] if days else None,
        short=short,
        sections=tuple(section for section in found if section.groups or section.facing),
        footnotes=parts.notes.all(),
    )


def _told(ledger: Ledger, reports: set[str], as_read: bool, **asked: str | None) -> list[Stored]:
    """The records that these documents tell and that meet the conditions."""
    if as_read:
        found = ledger.records(**asked, as_read=True)  # type: ignore[arg-type]
        return [item for item in found if item.document.id in reports]
    return ledger.ask(Query(documents=tuple(sorted(reports)), **asked))  # type: ignore[arg-type]


def _unsure(ledger: Ledger) -> list[tuple[str, str]]:
    return [keys for keys, verdict in verdicts(ledger, "event").items() if verdict == "unsure"]


def _concerns(item: Stored, a: str, b: str) -> bool:
    """Whether it is of one of the two, or of nobody in particular."""
    codes = {code for code, _ in countries_of(item.record)}
    return not codes or bool(codes & {a, b})
