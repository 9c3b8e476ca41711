"""What is uncertain in a brief: told differently, weakly read, without a day, judged unsure, corrected."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence

from communique.ledger.slots import date_text
from communique.ledger.stored import Stored
from communique.resolve.events import Event
from communique.views.brief_shape import Group, Line, Section
from communique.views.corrected import corrections_text, standing
from communique.views.footnotes import Footnotes
from communique.views.happened import differences
from communique.views.merge import Fact
from communique.views.phrases import phrase_with_sides

LOW = 0.5
"""Up to this confidence a record is called weakly read."""
_PLANNED = ("meeting", "visit", "gathering", "agreement")


def doubts(
    facts: Sequence[Fact],
    events: Iterable[Event],
    unsure: Iterable[tuple[str, str]],
    notes: Footnotes,
) -> Section:
    """The closing section, a group for each sort of doubt that there is."""
    told = {source.record.id: source for fact in facts for source in fact.sources}
    groups = (
        Group("Told differently", tuple(_differing(events, told, notes))),
        Group("Read with low confidence", tuple(_line(f, notes) for f in facts if _weak(f))),
        Group("Judged unsure", tuple(_unsure(unsure, told, notes))),
        Group("Planned without a day", tuple(_line(f, notes) for f in facts if _dayless(f))),
        Group("Corrected by hand", tuple(_corrected(facts, notes))),
    )
    return Section(
        key="uncertain", title="What is uncertain", groups=tuple(group for group in groups if group.lines)
    )


def _line(fact: Fact, notes: Footnotes) -> Line:
    text, _ = phrase_with_sides(fact.record)
    return Line(text=text, reported=fact.reported, notes=notes.cite(fact.sources))


def _differing(events: Iterable[Event], told: Mapping[str, Stored], notes: Footnotes) -> Iterator[Line]:
    for event in events:
        here = [told[key] for key in event.records if key in told]
        if len(here) < 2 or len(here) < len(event.records):
            continue
        text, _ = phrase_with_sides(here[0].record)
        lines = differences(event, told)
        if lines:
            yield Line(text=f"{text} — {'; '.join(lines)}", notes=notes.cite(here))


def _weak(fact: Fact) -> bool:
    return max(source.record.confidence for source in fact.sources) <= LOW


def _dayless(fact: Fact) -> bool:
    record = fact.record
    ahead = record.modality not in ("actual", "negated")
    return record.kind in _PLANNED and ahead and date_text(record) is None


def _unsure(
    unsure: Iterable[tuple[str, str]], told: Mapping[str, Stored], notes: Footnotes
) -> Iterator[Line]:
    for one, other in sorted(unsure):
        if one in told and other in told:
            texts = [phrase_with_sides(told[key].record)[0] for key in (one, other)]
            yield Line(
                text=f"One event or two: {' / '.join(texts)}", notes=notes.cite([told[one], told[other]])
            )


def _corrected(facts: Sequence[Fact], notes: Footnotes) -> Iterator[Line]:
    for fact in facts:
        for source in fact.sources:
            said = corrections_text(source)
            if said and standing(source) != "confirmed":
                yield Line(text=said, notes=notes.cite([source]))
