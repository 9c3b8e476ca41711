"""The sections of a brief, one after the other in the order in which they are read."""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable, Iterable, Iterator, Sequence
from itertools import chain

import msgspec

from communique.base.edtf import bounds
from communique.kinds.commitment import Commitment
from communique.ledger.slots import date_text
from communique.ledger.stored import Stored
from communique.views import brief_people
from communique.views.brief_order import (
    ANSWERS,
    MODES,
    TEMPERS,
    ahead,
    answer,
    modality_tags,
    mode,
    recent,
    temper,
)
from communique.views.brief_shape import Facing, Group, Line, Section
from communique.views.facing import facing
from communique.views.footnotes import Footnotes, speaker
from communique.views.merge import Fact
from communique.views.names import country_name, listed
from communique.views.phrases import phrase, phrase_with_sides
from communique.views.scene import Scene

_EVENTS = ("meeting", "visit")


class Parts:
    """Deals facts out to sections; each fact stands in the first section that wants it."""

    def __init__(
        self,
        facts: Sequence[Fact],
        people: Sequence[Stored],
        scene: Scene,
        a: str,
        b: str,
        today: dt.date | None,
        most: int | None = None,
    ) -> None:
        self.notes = Footnotes()
        self._facts = list(facts)
        self._people = people
        self._scene = scene
        self._a, self._b = a, b
        self._today = today
        self._most = most
        self._pair = bool(a and b)

    def coming(self) -> list[Fact]:
        """The events and deadlines that lie ahead."""
        return [*(fact for fact in self._facts if self._is_coming(fact)), *self._due()]

    def sections(self) -> Iterator[Section]:
        """The sections in reading order; footnotes are numbered as they go by."""
        yield self._section("tier", "The relation", self._take("partnership"), self._tier)
        coming = [fact for fact in self._facts if self._is_coming(fact)]
        events = [fact for fact in self._take(*_EVENTS) if fact not in coming]
        yield self._section("met", "Who met whom", events)
        yield self._coming([*coming, *self._due()])
        self._facts = [fact for fact in self._facts if fact not in coming]
        yield self._section("instruments", "Instruments", self._take("agreement"))
        yield from self._commitments()
        yield self._positions()
        yield self._section("figures", "Figures", self._take("indicator"))
        yield self._section("projects", "Projects", self._take("project"))
        yield self._split("acts", "Acts", self._take("act"), temper, TEMPERS)
        yield self._split("invitations", "Invitations", self._take("invitation"), answer, ANSWERS)
        yield self._section("gatherings", "Gatherings", self._take("gathering"))
        sides = tuple(filter(None, (self._a, self._b)))
        yield brief_people.people(self._people, sides, self._scene, self.notes)
        courtesies = self._take("courtesy")
        yield self._section("other", "Also", self._facts)
        yield brief_people.courtesies(courtesies, self.notes)

    def _take(self, *kinds: str) -> list[Fact]:
        taken = [fact for fact in self._facts if fact.record.kind in kinds]
        self._facts = [fact for fact in self._facts if fact.record.kind not in kinds]
        return taken

    def _line(self, fact: Fact) -> Line:
        text, tags = (phrase if self._pair else phrase_with_sides)(fact.record)
        return Line(
            text=text,
            when=date_text(fact.record),
            reported=fact.reported,
            tags=(*modality_tags(fact), *tags),
            notes=self.notes.cite(fact.sources),
        )

    def _tier(self, fact: Fact) -> Line:
        line = self._line(fact)
        said = dict.fromkeys(speaker(s.record.attribution, s.document.speaks_for) for s in fact.sources)
        return msgspec.structs.replace(line, tags=(*line.tags, *said))

    def _lines(self, facts: Iterable[Fact], make: Callable[[Fact], Line] | None = None) -> tuple[Line, ...]:
        chosen = sorted(facts, key=recent, reverse=True)
        lines = map(make or self._line, chosen[: self._most])
        return (*lines, *self._rest(len(chosen)))

    def _rest(self, number: int) -> tuple[Line, ...]:
        """A line on those that are left out."""
        more = number - (number if self._most is None else self._most)
        return (Line(text=f"… and {more} more"),) if more > 0 else ()

    def _section(
        self, key: str, title: str, facts: Sequence[Fact], make: Callable[[Fact], Line] | None = None
    ) -> Section:
        return Section(key=key, title=title, groups=(Group(None, self._lines(facts, make)),) if facts else ())

    def _split(
        self, key: str, title: str, facts: Sequence[Fact], of: Callable[[Fact], str], labels: Sequence[str]
    ) -> Section:
        """A section with a group for each label that some fact has."""
        parts = ((label, [fact for fact in facts if of(fact) == label]) for label in labels)
        return Section(
            key=key,
            title=title,
            groups=tuple(Group(label, self._lines(part)) for label, part in parts if part),
        )

    def _is_coming(self, fact: Fact) -> bool:
        record = fact.record
        if record.kind == "gathering":
            return record.modality != "negated" and self._is_ahead(getattr(record, "date", None), fact)
        if record.kind not in _EVENTS or record.modality in ("actual", "negated"):
            return False
        return getattr(record, "date", None) is None or self._is_ahead(getattr(record, "date", None), fact)

    def _is_ahead(self, date: str | None, fact: Fact) -> bool:
        """Whether a date ends after today; without a today, after what reports it."""
        if date is None:
            return fact.record.modality not in ("actual", "negated")
        if self._today is not None:
            return bounds(date)[1] >= self._today
        return fact.reported is None or bounds(date)[1] >= bounds(fact.reported)[1]

    def _due(self) -> list[Fact]:
        facts = (fact for fact in self._facts if isinstance(fact.record, Commitment) and fact.record.due)
        return [fact for fact in facts if self._is_ahead(getattr(fact.record, "due", None), fact)]

    def _coming(self, facts: Sequence[Fact]) -> Section:
        lines = (*map(self._ahead, sorted(facts, key=ahead)[: self._most]), *self._rest(len(facts)))
        return Section(key="coming", title="Coming up", groups=(Group(None, lines),) if lines else ())

    def _ahead(self, fact: Fact) -> Line:
        line = self._line(fact)
        record = fact.record
        if not isinstance(record, Commitment):
            return line
        text = f"{listed(record.by)} {MODES[record.mode].lower()}: {phrase(record)[0]}"
        return msgspec.structs.replace(line, text=text, when=record.due, tags=("due",))

    def _commitments(self) -> Iterator[Section]:
        facts = self._take("commitment")
        if not self._pair:
            yield self._split("commitments", "Commitments", facts, mode, tuple(MODES.values()))
            return

        def of(*sides: str) -> list[Fact]:
            both = {self._a, self._b}
            return [fact for fact in facts if both & set(getattr(fact.record, "by", ())) == set(sides)]

        yield self._section("joint", "Agreed jointly", of(self._a, self._b), self._joint)
        for key, code in (("a", self._a), ("b", self._b)):
            title = f"What {country_name(code)} undertakes and asks"
            yield self._split(f"commitments_{key}", title, of(code), mode, tuple(MODES.values()))
        self._facts = [*self._facts, *of()]

    def _joint(self, fact: Fact) -> Line:
        line, mode = self._line(fact), getattr(fact.record, "mode", "agree")
        return (
            line if mode == "agree" else msgspec.structs.replace(line, tags=(f"jointly: {mode}", *line.tags))
        )

    def _positions(self) -> Section:
        if not self._pair:
            return self._section("positions", "Positions", self._take("position"))
        facts = sorted(self._take("position"), key=recent, reverse=True)
        rows = facing(facts, self._a, self._b)
        lines = [Facing(self._line(x) if x else None, self._line(y) if y else None) for x, y in rows]
        shown = [fact for fact in chain.from_iterable(rows) if fact]
        self._facts += [fact for fact in facts if fact not in shown]
        return Section(key="positions", title="Positions", facing=tuple(lines))
