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
    """What the ledger holds between two states; sections without anything in them are left out.

    `a`, `b` are codes, `since`, `until` (EDTF) the window asked for, `documents` how many reports
    stand behind it.
    """

    a: str
    b: str
    since: str | None
    until: str | None
    documents: int
    sections: tuple[Section, ...]
    footnotes: tuple[Footnote, ...]

    def section(self, key: str) -> Section:
        """The section of this key, empty when nothing was found for it."""
        return next((s for s in self.sections if s.key == key), Section(key=key, title=key))
