"""What a ledger holds, in lines for the terminal."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from communique.ledger.info import Info


def info_lines(info: Info) -> Iterator[str]:
    """One line a topic, its name first."""
    size = "" if info.size is None else f"{info.size:,} bytes, "
    yield f"ledger      {info.path} ({size}schema {info.schema})"
    yield f"documents   {info.documents:,} in {info.versions:,} versions"
    yield f"statements  {info.rows['statements']:,}, of which {info.current:,} as last read"
    if info.first_seen and info.last_seen:
        yield f"read        {info.first_seen:%Y-%m-%d %H:%M} to {info.last_seen:%Y-%m-%d %H:%M} UTC"
    for name, counts in (("kinds", info.kinds), ("readers", info.readers), ("rows", info.rows)):
        yield f"{name:<11} {_counts(counts)}"


def _counts(counts: Mapping[str, int]) -> str:
    return ", ".join(f"{name} {count:,}" for name, count in counts.items()) or "none"
