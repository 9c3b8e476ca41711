"""What every export format is: a name, what it has room for, and a function that writes it."""

from __future__ import annotations

from collections.abc import Callable

import msgspec

from communique.export.facts import Facts, Selection, gather
from communique.export.losses import Losses, Report
from communique.ledger.store import Ledger
from communique.resolve.resolution import Resolution

Files = dict[str, bytes]
"""Contents by file name; the only file of a format that has one is named `""`."""


class Exporter(msgspec.Struct, frozen=True, kw_only=True):
    """One target format.

    `holds` says in a few words what becomes a row, `keeps` names the fields of records that have a place in it.
    `folder` is true where the format is several files.
    """

    name: str
    title: str
    holds: str
    keeps: frozenset[str]
    write: Callable[[Facts, Losses], Files]
    checked: str
    folder: bool = False
    every_telling: bool = False


class Export(msgspec.Struct, frozen=True):
    """The files of an export, and what they could not hold."""

    files: Files
    report: Report


def export(
    ledger: Ledger, exporter: Exporter, wanted: Selection, resolution: Resolution | None = None
) -> Export:
    """The wanted facts of a ledger in a format; `resolution` of those records where it is at hand."""
    facts = gather(ledger, wanted, resolution)
    losses = Losses(exporter.keeps, every_telling=exporter.every_telling)
    files = exporter.write(facts, losses)
    return Export(files, losses.report(exporter.name, len(facts.all)))
