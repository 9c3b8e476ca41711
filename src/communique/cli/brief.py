"""`communique brief`: what the ledger holds between two states, or on a state, person, project or sector."""

from __future__ import annotations

import datetime as dt
from pathlib import Path
from typing import TYPE_CHECKING, Annotated, Literal, get_args

import typer

from communique.cli.asking import (
    AskedLedger,
    AsRead,
    Since,
    Until,
    checked_date,
    open_for_asking,
    scene_for,
    state_code,
)
from communique.cli.options import Out
from communique.vocab import Sector

if TYPE_CHECKING:
    from communique.ledger.store import Ledger
    from communique.ledger.stored import Stored
    from communique.views.brief_shape import Brief
    from communique.views.brief_subjects import Subject
    from communique.views.scene import Scene

_MOST = 8
"""Lines that a group of a section has on paper."""


def brief_command(
    a: Annotated[
        str | None, typer.Argument(metavar="[A]", help="A state, by code or by name in any language read.")
    ] = None,
    b: Annotated[str | None, typer.Argument(metavar="[B]", help="The other state.")] = None,
    ledger: AskedLedger = None,
    person: Annotated[str | None, typer.Option("--person", metavar="NAME", help="On a person.")] = None,
    project: Annotated[str | None, typer.Option("--project", metavar="NAME", help="On a project.")] = None,
    topic: Annotated[
        str | None, typer.Option("--topic", metavar="SECTOR", help="On a sector, such as energy.")
    ] = None,
    format_: Annotated[
        Literal["terminal", "markdown", "html", "pdf", "docx"],
        typer.Option("--format", help="For the screen, as Markdown, or to hand on (extra `report`)."),
    ] = "terminal",
    out: Out = None,
    since: Since = None,
    until: Until = None,
    as_read: AsRead = False,
    charts: Annotated[bool, typer.Option(help="With charts, in html, pdf and docx.")] = True,
) -> None:
    """Brief on two states: who met whom, what was agreed, pledged and asked, each line with its quotes.

    Of one state, or with an option of one person, project or sector, the same on that alone.

    Example: communique brief Kenya SWE --since 2024 --format pdf -o kenya-sweden.pdf
    """
    from communique.cli.output import output
    from communique.views.brief import brief, brief_on

    first, last = checked_date(since, "--since"), checked_date(until, "--until")
    if sum(map(bool, (a, person, project, topic))) != 1:
        raise typer.BadParameter("name one or two states, or one of --person, --project, --topic")
    if topic and topic not in get_args(Sector):
        raise typer.BadParameter(f"one of {', '.join(get_args(Sector))}", param_hint="--topic")
    one, other = state_code(a, "A") if a else "", state_code(b, "B") if b else ""
    if one and one == other:
        raise typer.BadParameter(f"{a!r} and {b!r} are the same state", param_hint="B")
    today = dt.date.today()
    most = None if format_ in ("terminal", "markdown") else _MOST
    with open_for_asking(ledger) as opened:
        if other:
            made = brief(opened, one, other, today=today, since=first, until=last, as_read=as_read, most=most)
        else:
            scene = scene_for(opened, [one] if one else [])
            subject = _subject(scene, one, person, project, topic)
            made = brief_on(
                opened, subject, scene, today=today, since=first, until=last, as_read=as_read, most=most
            )
        rendered = _rendered(made, format_, out, opened, charts)
    with output(out) as stream:
        stream.write(rendered)


def _subject(scene: Scene, state: str, person: str | None, project: str | None, topic: str | None) -> Subject:
    from communique.views.brief_subjects import of_person, of_project, of_sector, of_state

    if person:
        return of_person(scene, person)
    if project:
        return of_project(scene, project)
    return of_sector(topic) if topic else of_state(state)


def _rendered(made: Brief, format_: str, out: Path | None, ledger: Ledger, charts: bool) -> bytes:
    if format_ == "terminal":
        from communique.cli.brief_screen import brief_screen

        return brief_screen(made, to_terminal=out is None)
    if format_ == "markdown":
        from communique.views.markdown import brief_markdown

        return brief_markdown(made).encode("utf-8", "replace")
    from communique.ledger.queries import Query
    from communique.report.html import brief_html
    from communique.report.pdf import brief_pdf
    from communique.report.pictures import pictures
    from communique.report.word import brief_docx

    cited = tuple(sorted({note.document for note in made.footnotes}))
    states = {made.a, made.b} - {""}
    told = (s for s in (ledger.ask(Query(documents=cited)) if cited else ()) if _concerns(s, states))
    drawn = pictures(told) if charts and cited else ()
    if format_ == "html":
        return brief_html(made, drawn).encode("utf-8", "replace")
    return brief_pdf(made, drawn) if format_ == "pdf" else brief_docx(made, drawn)


def _concerns(item: Stored, states: set[str]) -> bool:
    from communique.ledger.slots import countries_of

    return states <= {code for code, _ in countries_of(item.record)}
