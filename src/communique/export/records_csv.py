"""The records themselves as CSV: a row a record, the columns of `communique records` with the event's id before.

`event` is the same for records that tell one fact. `title` is an instrument's, `document_title` that of the text.
"""

from __future__ import annotations

import csv
import io
from collections.abc import Iterator

from communique.export.exporter import Exporter, Files
from communique.export.facts import Facts
from communique.export.losses import Losses
from communique.kinds.registry import KINDS
from communique.ledger.stored import Stored
from communique.views.flat import Cell, columns, flat

COLUMNS = ("event", *columns())
KEEPS = frozenset(name for kind in KINDS for name in kind.__struct_fields__) | {"quote", "speaker"}


def write(facts: Facts, losses: Losses) -> Files:
    """The table."""
    buffer = io.StringIO(newline="")
    writer = csv.DictWriter(buffer, COLUMNS, lineterminator="\n")
    writer.writeheader()
    writer.writerows(rows(facts, losses))
    return {"": buffer.getvalue().encode()}


def rows(facts: Facts, losses: Losses) -> Iterator[dict[str, Cell]]:
    """A row for each record that was selected, facts in order of time."""
    for fact in facts.all:
        told = [telling for telling in fact.tellings if telling.record.id in facts.wanted]
        losses.hold(fact, len(told))
        losses.coarse(
            "several quotes of a record are joined, with the place of the first", sum(map(_several, told))
        )
        yield from ({"event": fact.id, **flat(telling)} for telling in told)


def _several(telling: Stored) -> bool:
    return len(telling.record.evidence) > 1


EXPORTER = Exporter(
    name="csv",
    title="Records, CSV",
    holds="every record",
    keeps=KEEPS,
    write=write,
    checked="read back by pandas: columns, a row a record",
    every_telling=True,
)
