"""Commitments, positions and invitations as tables."""

from __future__ import annotations

import datetime as dt
from collections.abc import Sequence

from communique.views.invitations import Invited, invitations
from communique.views.names import listed
from communique.views.promises import Promise, promises
from communique.views.scene import Scene
from communique.views.stances import Stance, stances
from communique.web.listings.cells import cited, day, own_words, plain, states, told
from communique.web.tables import Cell, Column, Line, Row, Table
from communique.web.wording import document_href, event_href, words

_LATE = frozenset({"overdue", "contradicted"})
_MARKS = (("number", "a number"), ("deadline", "a deadline"), ("agent", "who is to do it"))


def commitments(scene: Scene, codes: Sequence[str], today: dt.date) -> Table:
    """Who owes what to whom, with what later reports say of it."""
    columns = (
        Column("reported", "Reported"),
        Column("by", "Who", choice=True),
        Column("toward", "To whom", choice=True),
        Column("mode", "How", choice=True),
        Column("what", "What", shape="wide"),
        Column("due", "Due"),
        Column("state", "State", choice=True),
        Column("later", "Later reports", shape="wide"),
    )
    rows = tuple(Row(_promise(scene, one), one) for one in promises(scene, codes, today))
    return Table("commitments", columns, rows, "-reported")


def _promise(scene: Scene, one: Promise) -> tuple[Cell, ...]:
    checkable = ", ".join(label for name, label in _MARKS if getattr(one, name))
    extra = (Line(f"names {checkable}", style="soft"),) if checkable else ()
    later = tuple(
        Line(
            f"{n.verdict}{f' {n.day}' if n.day else ''}: “{n.quote}”",
            document_href(n.document),
            style="quote",
        )
        for n in one.later
    )
    what = (
        own_words(scene, "commitment", one.documents, one.quote, one.action),
        cited(scene, "commitment", one.documents, one.quote),
        *extra,
    )
    return (
        day(one.first),
        states(one.by),
        states(one.toward),
        told(one.mode),
        Cell(what),
        day(one.due),
        Cell((Line(one.state, style="late" if one.state in _LATE else "state"),)),
        Cell(later, len(later) or None),
    )


def positions(scene: Scene, codes: Sequence[str], today: dt.date) -> Table:
    """Who takes what stance on what, who shares it, and whether it is returned."""
    columns = (
        Column("reported", "Reported"),
        Column("by", "Who", choice=True),
        Column("stance", "Stance", choice=True),
        Column("issue", "On what", shape="wide"),
        Column("toward", "Toward", choice=True),
        Column("shared", "Shared by"),
        Column("returned", "Returned", shape="wide"),
    )
    rows = tuple(Row(_stance(scene, one), one) for one in stances(scene, codes))
    return Table("positions", columns, rows, "-reported")


def _stance(scene: Scene, one: Stance) -> tuple[Cell, ...]:
    force = () if one.modality == "actual" else (Line(one.modality, style="soft"),)
    issue = (own_words(scene, "position", one.documents, one.quote, one.issue),) if one.issue else ()
    return (
        day(one.day),
        states(one.by),
        Cell((Line(words(one.stance)), *force)),
        Cell((*issue, cited(scene, "position", one.documents, one.quote))),
        states(one.toward),
        plain(listed(one.shared)),
        Cell(tuple(Line(f"“{said}”", style="quote") for said in one.returned)),
    )


def invited(scene: Scene, codes: Sequence[str], today: dt.date) -> Table:
    """Invitations, how they were answered, and the visit that fulfilled them."""
    columns = (
        Column("reported", "Reported"),
        Column("inviter", "Who invites"),
        Column("invitee", "Whom"),
        Column("to", "To what"),
        Column("answer", "Answer", choice=True),
        Column("quote", "In words", shape="wide"),
    )
    rows = tuple(Row(_invited(scene, one), one) for one in invitations(scene, codes))
    return Table("invitations", columns, rows, "-reported")


def _invited(scene: Scene, one: Invited) -> tuple[Cell, ...]:
    visit = scene.resolution.events if one.fulfilled else ()
    answering = next((event for event in visit if event.id == one.fulfilled), None)
    answer = Line(one.answer)
    if answering is not None:
        answer = Line(f"fulfilled {one.visited}", event_href(answering.kind, answering.records[0]))
    return (
        day(one.day),
        plain(one.inviter),
        plain(one.invitee),
        plain(listed((one.to,)) if one.to else ""),
        Cell((answer,)),
        Cell((cited(scene, "invitation", one.documents, one.quote),)),
    )
