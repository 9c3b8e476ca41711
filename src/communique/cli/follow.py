"""The commands that follow tiers, instruments, invitations, promises, positions, mechanisms and figures."""

from __future__ import annotations

import datetime as dt
from typing import TYPE_CHECKING, Annotated

import typer

from communique.cli.asking import AskedLedger, Since, checked_date
from communique.cli.following import Shown, States, scene_of, show
from communique.cli.options import Out

if TYPE_CHECKING:
    from communique.views.figures import Claim, Series
    from communique.views.instruments import Instrument
    from communique.views.invitations import Invited
    from communique.views.mechanisms import Mechanism
    from communique.views.promises import Promise
    from communique.views.stances import Stance
    from communique.views.tiers import Step


def tiers_command(
    states: States = None, ledger: AskedLedger = None, format_: Shown = "table", out: Out = None
) -> None:
    """The partnership ladder through time: which tier was named when, in whose words, and what changed it.

    Example: communique tiers China Nigeria
    """
    from communique.views.tiers import RUNGS, tiers

    scene, codes = scene_of(ledger, states)

    def cells(step: Step) -> tuple[str, ...]:
        tier = (step.tier or "").replace("_", " ")
        rung = f"{step.rung}/{len(RUNGS)}" if step.rung else ""
        force = "" if step.modality == "actual" else f" ({step.modality})"
        said = f"“{step.label}”\n“{step.quote}”" if step.label else f"“{step.quote}”"
        return (
            " – ".join(step.parties),
            step.day or "–",
            step.change.replace("_", " ") + force,
            rung,
            tier,
            said,
        )

    columns = (
        ("parties", None),
        ("reported", None),
        ("change", None),
        ("rung", None),
        ("tier", 2),
        ("in words", 4),
    )
    show(tiers(scene, codes), cells, columns, format_, out, "steps")


def instruments_command(
    states: States = None, ledger: AskedLedger = None, format_: Shown = "table", out: Out = None
) -> None:
    """Treaties, agreements and memoranda through their lives: each stage with its day and who tells it.

    Example: communique instruments Kenya "United States"
    """
    from communique.views.instruments import instruments

    scene, codes = scene_of(ledger, states)

    def cells(found: Instrument) -> tuple[str, ...]:
        stages = "\n".join(
            f"{stage.day or '–'}  {stage.status.replace('_', ' ')}"
            + ("" if stage.modality == "actual" else f" ({stage.modality})")
            + f"  {', '.join(stage.documents)}"
            for stage in found.stages
        )
        kind = found.instrument.replace("_", " ")
        return found.title, kind, " – ".join(found.parties), (found.status or "").replace("_", " "), stages

    columns = (("title", 3), ("sort", None), ("parties", 1), ("status", None), ("stages", 3))
    show(instruments(scene, codes), cells, columns, format_, out, "instruments")


def invitations_command(
    states: States = None, ledger: AskedLedger = None, format_: Shown = "table", out: Out = None
) -> None:
    """Invitations: to what, whether they were accepted, and which visit fulfilled them.

    Example: communique invitations China
    """
    from communique.views.invitations import invitations

    scene, codes = scene_of(ledger, states)

    def cells(found: Invited) -> tuple[str, ...]:
        answer = f"fulfilled {found.visited}" if found.fulfilled else found.answer
        return found.day or "–", found.inviter, found.invitee, found.to or "", answer, f"“{found.quote}”"

    columns = (("reported", None), ("inviter", 2), ("invitee", 2), ("to", 2), ("answer", None), ("quote", 4))
    show(invitations(scene, codes), cells, columns, format_, out, "invitations")


def commitments_command(
    states: States = None,
    open_: Annotated[bool, typer.Option("--open", help="Only what no later report settles.")] = False,
    overdue: Annotated[bool, typer.Option("--overdue", help="Only what is past its deadline.")] = False,
    since: Since = None,
    today: Annotated[
        str | None,
        typer.Option("--today", metavar="DATE", help="The day that deadlines are held against; else today."),
    ] = None,
    ledger: AskedLedger = None,
    format_: Shown = "table",
    out: Out = None,
) -> None:
    """Who owes what to whom: agreed, pledged, offered, asked; with deadlines and what later reports say of it.

    The last column tells whether it can be checked: a number (n), a deadline (d), a named agent (a).

    Example: communique commitments Kenya "United States" --open
    """
    from communique.views.promises import promises

    first = checked_date(since, "--since")
    scene, codes = scene_of(ledger, states)
    found = promises(scene, codes, _day(today))
    if open_:
        found = [p for p in found if p.state in ("open", "overdue", "silent", "begun")]
    if overdue:
        found = [p for p in found if p.state == "overdue"]
    if first:
        found = [p for p in found if (p.first or "") >= first]

    def cells(promise: Promise) -> tuple[str, ...]:
        sides = ", ".join(promise.by) + (f" → {', '.join(promise.toward)}" if promise.toward else "")
        later = "".join(f"\n{n.verdict} {n.day}: “{n.quote}”" for n in promise.later)
        marks = "".join(
            mark
            for mark, told in zip("nda", (promise.number, promise.deadline, promise.agent), strict=True)
            if told
        )
        said = f"{promise.action}\n“{promise.quote}”{later}"
        return promise.first or "–", sides, promise.mode, said, promise.due or "", promise.state, marks

    columns = (
        ("reported", None), ("who", 1), ("mode", None), ("what", 6), ("due", None), ("state", None), ("", None),
    )  # fmt: skip
    show(found, cells, columns, format_, out, "commitments")


def positions_command(
    states: States = None, ledger: AskedLedger = None, format_: Shown = "table", out: Out = None
) -> None:
    """Who supports, opposes, condemns or recognises what, who shares it, and whether it is returned.

    Example: communique positions Türkiye
    """
    from communique.views.stances import stances

    scene, codes = scene_of(ledger, states)

    def cells(found: Stance) -> tuple[str, ...]:
        returned = "".join(f"\nreturned: “{said}”" for said in found.returned)
        shared = f"\nshared by {', '.join(found.shared)}" if found.shared else ""
        what = f"{found.issue or ''}\n“{found.quote}”{shared}{returned}"
        return found.day or "–", ", ".join(found.by), found.stance, ", ".join(found.toward), what

    columns = (("reported", None), ("who", None), ("stance", None), ("toward", None), ("what", 1))
    show(stances(scene, codes), cells, columns, format_, out, "positions")


def mechanisms_command(
    states: States = None,
    today: Annotated[
        str | None,
        typer.Option("--today", metavar="DATE", help="The day that a next round is held against."),
    ] = None,
    ledger: AskedLedger = None,
    format_: Shown = "table",
    out: Out = None,
) -> None:
    """Dialogues, commissions and summits that meet again: their rounds, the last, the next, and what is overdue.

    Example: communique mechanisms
    """
    from communique.views.mechanisms import mechanisms

    scene, codes = scene_of(ledger, states)

    def cells(found: Mechanism) -> tuple[str, ...]:
        rounds = "\n".join(
            f"{r.number or '–'}: {r.day or '–'}{f', {r.place}' if r.place else ''}{' (ahead)' if r.ahead else ''}"
            for r in found.rounds
        )
        following = (found.next or "") + (" overdue" if found.overdue else "")
        return found.name, found.type or "", rounds, found.last or "", following

    columns = (("mechanism", 3), ("sort", None), ("rounds", 2), ("last", None), ("next", None))
    show(mechanisms(scene, codes, _day(today)), cells, columns, format_, out, "mechanisms")


def figures_command(
    states: States = None,
    measure: Annotated[
        str | None, typer.Option("--measure", metavar="M", help="Only this measure, such as trade_turnover.")
    ] = None,
    ledger: AskedLedger = None,
    format_: Shown = "table",
    out: Out = None,
) -> None:
    """Figures as series, each claim with its period and who says so; notes tell where the arithmetic does not meet.

    Example: communique figures China Nigeria --measure trade_turnover
    """
    from communique.views.figures import figures
    from communique.views.numerals import amount

    scene, codes = scene_of(ledger, states)

    def claim(unit: str | None, found: Claim) -> str:
        value = "" if found.value is None else amount(found.value, unit)
        bound = "" if found.bound == "exact" else f"{found.bound.replace('_', ' ')} "
        change = f" ({found.change:+g} %)" if found.change is not None else ""
        return f"{found.period or '–'}: {bound}{value}{change}, {found.said}, {found.document}"

    def cells(series: Series) -> tuple[str, ...]:
        lines = [claim(series.unit, one) for one in series.claims] + [
            f"note: {note}" for note in series.notes
        ]
        return series.measure.replace("_", " "), " – ".join(series.scope), "\n".join(lines)

    columns = (("measure", None), ("scope", None), ("claims", 1))
    show(figures(scene, codes, measure), cells, columns, format_, out, "series")


def _day(text: str | None) -> dt.date:
    from communique.base.edtf import bounds

    checked = checked_date(text, "--today")
    return bounds(checked)[1] if checked else dt.date.today()
