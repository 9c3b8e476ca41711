"""Footnotes: the quotes under a brief, each with who says it, where and when it was published."""

from __future__ import annotations

from collections.abc import Iterable

import msgspec

from communique.kinds.record import Attribution
from communique.ledger.stored import Stored
from communique.views.corrected import corrections_text
from communique.views.names import country_name
from communique.views.places import place_of


class Footnote(msgspec.Struct, frozen=True, kw_only=True):
    """A quote and its origin; `quote` is `text[start:end]` of that version of the document.

    `said` reads `said by …`, `according to …`, `joint`, `nobody named` or `reporter's voice`; it is empty where a
    record goes on in another sentence, of which nothing is kept of who says it.
    `place` says where in its source it stood (`page 3`), where that is not the text itself.
    `corrected` says which values are not as they were read here, and by whom.
    """

    number: int
    quote: str
    said: str
    lang: str
    document: str
    sha256: str
    start: int
    end: int
    publisher: str | None = None
    date: str | None = None
    title: str | None = None
    url: str | None = None
    place: str | None = None
    corrected: str | None = None


class Footnotes:
    """Numbers quotes in the order in which they are first cited; a quote cited again keeps its number."""

    def __init__(self) -> None:
        self._notes: list[Footnote] = []
        self._told: dict[tuple[object, ...], dict[str, int]] = {}
        """The numbers of a span's quotes by who says it; the empty text where nobody is told yet."""

    def cite(self, sources: Iterable[Stored], *, first_only: bool = False) -> tuple[int, ...]:
        """The numbers for the evidence of these records, or for the first quote of each."""
        numbers = [
            self._number(source, place)
            for source in sources
            for place in range(1 if first_only else len(source.record.evidence))
        ]
        return tuple(sorted(set(numbers)))

    def all(self) -> tuple[Footnote, ...]:
        """Every footnote cited so far, by number."""
        return tuple(self._notes)

    def _number(self, source: Stored, place: int) -> int:
        evidence, origin = source.record.evidence[place], source.document
        corrected = corrections_text(source)
        told = self._told.setdefault((origin.id, origin.sha256, evidence.start, evidence.end, corrected), {})
        if place and told:
            return next(iter(told.values()))
        said = "" if place else speaker(source.record.attribution, origin.speaks_for)
        if said not in told:
            if "" in told:
                told[said] = number = told.pop("")
                self._notes[number - 1] = msgspec.structs.replace(self._notes[number - 1], said=said)
            else:
                told[said] = len(self._notes) + 1
                self._notes.append(_note(told[said], said, corrected, source, place))
        return told[said]


def _note(number: int, said: str, corrected: str | None, source: Stored, place: int) -> Footnote:
    evidence, origin = source.record.evidence[place], source.document
    return Footnote(
        number=number,
        quote=evidence.quote,
        said=said,
        lang=source.record.lang,
        document=origin.id,
        sha256=origin.sha256,
        start=evidence.start,
        end=evidence.end,
        publisher=origin.publisher,
        date=origin.date,
        title=origin.title,
        url=origin.url,
        place=place_of(origin, evidence.start),
        corrected=corrected,
    )


def speaker(attribution: Attribution, side: str | None = None) -> str:
    """Who says so, in words, and whose publisher relays it where that is the other side's.

    `side` is the state that the document's publisher speaks for.
    """
    if not attribution.reported_by_other_side:
        return _said(attribution)
    relay = f"the side of {country_name(side)}" if side else "the other side"
    return f"{_said(attribution)}, as relayed by {relay}"


def _said(attribution: Attribution) -> str:
    country = country_name(attribution.country) if attribution.country else None
    if attribution.speaker:
        return f"said by {attribution.speaker}" + (f" ({country})" if country else "")
    if country:
        return f"said by {country}"
    if attribution.source:
        return f"according to {attribution.source}"
    return {"joint": "joint", "passive": "nobody named"}.get(attribution.manner or "", "reporter's voice")
