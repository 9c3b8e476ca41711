"""What is new, pair by pair of states: short enough to read after every round, with quotes and addresses."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from itertools import combinations

import msgspec

from communique.kinds.record import Record
from communique.ledger.slots import ASIDE_SLOTS, countries_of
from communique.ledger.stored import DocumentInfo
from communique.views.describe import snippet
from communique.views.markdown import escaped
from communique.views.names import country_name
from communique.views.phrases import phrase_with_sides
from communique.world.states import STATES

_ASIDE = frozenset({"person", "indicator"})
"""Kinds that tell of one side or of nobody's dealings; they are counted and not listed."""
_SIDES = 4
"""A statement of more states than this is listed once, under all of them together."""
KEPT = 50
"""So many lines of a pair are kept."""


class Line(msgspec.Struct, frozen=True, kw_only=True):
    """One new statement in words, with its quote and where it was read."""

    kind: str
    text: str
    quote: str
    document: str
    publisher: str | None
    url: str | None
    date: str | None


class Pair(msgspec.Struct, kw_only=True):
    """The new statements between the same states, of which `lines` are the first ones."""

    states: tuple[str, ...]
    total: int = 0
    lines: list[Line] = msgspec.field(default_factory=list)

    @property
    def title(self) -> str:
        """The states' names."""
        return " – ".join(map(country_name, self.states)) if len(self.states) <= _SIDES else "Many states"


class Digest(msgspec.Struct, kw_only=True):
    """What is new: texts, statements by kind, and the pairs with most statements first."""

    texts: int = 0
    revised: int = 0
    kinds: Counter[str] = msgspec.field(default_factory=Counter)
    pairs: dict[tuple[str, ...], Pair] = msgspec.field(default_factory=dict)

    def add(self, record: Record, document: DocumentInfo) -> None:
        """Take in a new statement."""
        self.kinds[record.kind] += 1
        if record.kind in _ASIDE:
            return
        states = sorted(
            {code for code, slot in countries_of(record) if slot not in ASIDE_SLOTS and code in STATES}
        )
        groups = list(combinations(states, 2)) if len(states) <= _SIDES else [tuple(states)]
        for group in groups:
            pair = self.pairs.setdefault(group, Pair(states=group))
            pair.total += 1
            if len(pair.lines) < KEPT:
                pair.lines.append(_line(record, document))

    def ordered(self) -> list[Pair]:
        """The pairs, those with most statements first."""
        return sorted(self.pairs.values(), key=lambda pair: (-pair.total, pair.states))


def digest_lines(digest: Digest, most: int) -> Iterator[str]:
    """The digest as plain lines, with at most so many statements of each pair."""
    yield summary(digest)
    for pair in digest.ordered():
        yield ""
        yield f"{pair.title} ({pair.total})"
        for line in pair.lines[:most]:
            where = ", ".join(part for part in (line.publisher, line.date) if part)
            yield f"  {line.kind}: {line.text}"
            yield f"    “{line.quote}” ({where or line.document})"
        if pair.total > most:
            yield f"  and {pair.total - min(most, len(pair.lines))} more"


def digest_markdown(digest: Digest, title: str) -> str:
    """The digest as a page in Markdown."""
    lines = [f"# {escaped(title)}", "", summary(digest)]
    for pair in digest.ordered():
        lines += ["", f"## {escaped(pair.title)} ({pair.total})", ""]
        lines += [_bullet(line) for line in pair.lines]
        if pair.total > len(pair.lines):
            lines.append(f"- and {pair.total - len(pair.lines)} more")
    return "\n".join(lines) + "\n"


def summary(digest: Digest) -> str:
    """One sentence of counts."""
    kinds = ", ".join(f"{kind} {count}" for kind, count in digest.kinds.most_common())
    revised = f", {digest.revised} of them revised" if digest.revised else ""
    told = f"{digest.kinds.total()} new statements{': ' + kinds if kinds else ''}"
    return f"{digest.texts} new texts{revised}; {told}."


def _bullet(line: Line) -> str:
    where = ", ".join(escaped(part) for part in (line.publisher or line.document, line.date) if part)
    source = f"[{where}](<{line.url.replace('>', '%3E')}>)" if line.url else where
    return f"- **{line.kind}** {escaped(line.text)} — “{escaped(line.quote)}” ({source})"


def _line(record: Record, document: DocumentInfo) -> Line:
    text, tags = phrase_with_sides(record)
    force = () if record.modality == "actual" else (record.modality,)
    return Line(
        kind=record.kind,
        text="; ".join((text, *tags, *force)),
        quote=snippet(record, 160),
        document=document.id,
        publisher=document.publisher,
        url=document.url,
        date=document.date,
    )
