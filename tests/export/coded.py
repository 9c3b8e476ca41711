"""Coded sentences against their gold: what the tests of the coder share."""

from __future__ import annotations

import csv
from pathlib import Path
from typing import NamedTuple

from communique.coding import Event

DATA = Path(__file__).parent / "data"
ONE_CLASS = {"CONCEDE": "YIELD", "RETREAT": "YIELD"}
"""Told apart by the manual's examples in no reliable way, so they count as one."""


class Gold(NamedTuple):
    """One row of `events.tsv`; `part` is `tune` (rules were written with it in view) or `held`."""

    part: str
    event: str
    actors: frozenset[str]
    recipients: frozenset[str]
    text: str


class Shares(NamedTuple):
    """Shares of sentences: with an event, of the right class, with the right sides."""

    coded: float
    right: float
    sides: float


def gold_rows(part: str) -> list[Gold]:
    with (DATA / "events.tsv").open(encoding="utf-8", newline="") as stream:
        rows = list(csv.DictReader(stream, delimiter="\t", quoting=csv.QUOTE_NONE))
    return [
        Gold(row["part"], row["event"], _codes(row["actors"]), _codes(row["recipients"]), row["text"])
        for row in rows
        if row["part"] == part
    ]


def no_event_sentences() -> list[str]:
    return (DATA / "no_event.txt").read_text(encoding="utf-8").splitlines()


def same_class(event: Event, wanted: str) -> bool:
    return ONE_CLASS.get(event.plover, event.plover) == ONE_CLASS.get(wanted, wanted)


def shares(rows: list[Gold], coded: list[tuple[Event, ...]]) -> Shares:
    size = len(rows)
    return Shares(
        sum(bool(events) for events in coded) / size,
        sum(bool(e) and same_class(e[0], row.event) for row, e in zip(rows, coded, strict=True)) / size,
        sum(any(_sides(event, row) for event in e) for row, e in zip(rows, coded, strict=True)) / size,
    )


def _sides(event: Event, row: Gold) -> bool:
    return bool(_heads(event.actors) & row.actors) and (
        not row.recipients or bool(_heads(event.recipients) & row.recipients)
    )


def _heads(codes: tuple[str, ...]) -> frozenset[str]:
    return frozenset(code[:3] for code in codes)


def _codes(cell: str) -> frozenset[str]:
    return frozenset() if cell == "-" else frozenset(cell.split())
