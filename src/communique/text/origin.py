"""Where in its source a text stood, as one line of words that says it for every offset.

The line names the way in from outside, step by step, and may end in the places that follow each other
in the text, each with the offset (in code points) at which it begins:

    talks.zip > annex.pdf > page 1 @0; page 2 @1834

Characters that divide the line are written in a name as `%3B`, `%3E` and `%40`.
"""

from __future__ import annotations

from collections.abc import Iterable

_STEP, _NEXT, _AT = " > ", "; ", " @"
_WRITTEN = (("%", "%25"), (";", "%3B"), (">", "%3E"), ("@", "%40"))


def named(name: str) -> str:
    """A name as it may stand in an origin, on one line and without what cannot be printed."""
    name = "".join(char if char.isprintable() else " " for char in name)
    for char, written in _WRITTEN:
        name = name.replace(char, written)
    return " ".join(name.split())


def places(begins: Iterable[tuple[int, str]]) -> str:
    """Places that follow each other in a text, each given with the offset at which it begins."""
    return _NEXT.join(f"{where}{_AT}{start}" for start, where in begins)


def within(outer: str, inner: str | None) -> str:
    """An origin inside of a container: `outer` is the step that leads to it."""
    return f"{outer}{_STEP}{inner}" if inner else outer


def place_at(origin: str, offset: int) -> str:
    """Where the character at `offset` stood: the origin with only its place."""
    *steps, last = origin.split(_STEP)
    for part in reversed(last.split(_NEXT)):
        where, at, start = part.rpartition(_AT)
        if not at or not start.isdigit() or int(start) <= offset:
            return _STEP.join([*steps, where if at else part])
    return origin
