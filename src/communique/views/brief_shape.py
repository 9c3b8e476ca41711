"""The shape of a brief: sections of groups of lines, and the footnotes the lines cite."""

from __future__ import annotations

import msgspec

from communique.views.footnotes import Footnote


class Line(msgspec.Struct, frozen=True, kw_only=True):
    """One fact: its words, short tags, and the footnotes that prove it.

    `when` (EDTF) is the fact's own date, `reported` the latest date of the documents that tell it.
    """

    text: str
    when: str | None = None
    reported: str | None = None
    tags: tuple[str, ...] = ()
    notes: tuple[int, ...] = ()


class Group(msgspec.Struct, frozen=True):
    """Lines under a label of their own, or under none."""

    label: str | None
    lines: tuple[Line, ...]


class Facing(msgspec.Struct, frozen=True):
    """What the one side holds beside what the other holds of the same matter."""

    a: Line | None
    b: Line | None


class Section(msgspec.Struct, frozen=True, kw_only=True):
    """A part of the brief; `key` names it for programs, `title` for readers.

    The section `positions` has `facing` rows instead of groups.
    """

    key: str
    title: str
    groups: tuple[Group, ...] = ()
    facing: tuple[Facing, ...] = ()

    @property
    def lines(self) -> tuple[Line, ...]:
        """All lines of all groups."""
        return tuple(line for group in self.groups for line in group.lines)


class Brief(msgspec.Struct, frozen=True, kw_only=True):
    """What the ledger holds between two states or on one subject; empty sections are left out.

    `a`, `b` are codes, of which a brief that is not on a pair may have none; `title` names the subject.
    `since`, `until` (EDTF) are the window asked for, `first`, `last` the days of the earliest and the
    latest report, `documents` and `publishers` how many stand behind it, `short` its `In short`.
    """

    title: str
    a: str = ""
    b: str = ""
    since: str | None
    until: str | None
    documents: int
    sections: tuple[Section, ...]
    footnotes: tuple[Footnote, ...]
    publishers: int = 0
    first: str | None = None
    last: str | None = None
    short: tuple[Group, ...] = ()

    @property
    def scope(self) -> str:
        """How many documents and publishers, and of which days, in words."""
        window = [f"since {self.since}" if self.since else "", f"until {self.until}" if self.until else ""]
        documents = "1 document" if self.documents == 1 else f"{self.documents} documents"
        if self.publishers:
            documents += " of 1 publisher" if self.publishers == 1 else f" of {self.publishers} publishers"
        if self.first and self.last:
            documents += f", {self.first}" + (f" to {self.last}" if self.last != self.first else "")
        return ", ".join(filter(None, [f"from {documents}", *window]))

    def section(self, key: str) -> Section:
        """The section of this key, empty when nothing was found for it."""
        return next((s for s in self.sections if s.key == key), Section(key=key, title=key))
