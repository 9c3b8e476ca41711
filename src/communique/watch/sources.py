"""SOURCES.toml: what is watched, how often, and what is known of each source."""

from __future__ import annotations

import re
import tomllib
from pathlib import Path
from typing import Annotated, Literal

import msgspec

from communique.errors import FetchError, InputError
from communique.fetch.urls import parsed
from communique.world.states import resolve_code

_UNITS = {"s": 1, "m": 60, "h": 3600, "d": 86400}
_SPAN = re.compile(r"(\d+)\s*([smhd])")
SHORTEST = 10.0
"""No source is asked more often than after so many seconds."""

Span = Annotated[str, msgspec.Meta(pattern=r"^\d+\s*[smhd]$")]
"""A time such as `90s`, `30m`, `6h` or `7d`."""


class Source(msgspec.Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """One feed or page.

    A `feed` gives entries: with `text = "page"` the page of each is fetched, with `"entry"` the feed's own
    text is read. A `page` is watched for change, or with `links` (a pattern that an address must contain;
    `within` is an XPath to look in) the pages it links to are read. `recheck` is how often a page that
    was read is asked for again, and `recheck_for` for how long after it was found.
    """

    name: str
    url: str
    kind: Literal["feed", "page"] = "feed"
    every: Span | None = None
    text: Literal["page", "entry"] = "page"
    links: str | None = None
    within: str | None = None
    publisher: str | None = None
    state: str | None = None
    lang: str | None = None
    recheck: Span | None = None
    recheck_for: Span = "14d"

    @property
    def follows(self) -> bool:
        """Whether what is read are the pages that this source names."""
        return self.links is not None if self.kind == "page" else self.text == "page"


class Sources(msgspec.Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """The whole file. `delay` is the time between two requests to one host."""

    source: tuple[Source, ...]
    every: Span = "1h"
    delay: Span = "1s"
    allow_private: frozenset[str] = frozenset()

    def interval(self, source: Source) -> float:
        """Seconds between two polls of a source."""
        return max(seconds(source.every or self.every), SHORTEST)


def seconds(span: str) -> float:
    """The length of a `Span` in seconds."""
    found = _SPAN.fullmatch(span)
    if found is None:
        raise ValueError(f"{span!r} is no time such as 30m, 6h or 7d")
    return float(int(found[1]) * _UNITS[found[2]])


def load_sources(path: Path) -> Sources:
    """Read a file of sources; `InputError` names the file, the source and what is wrong with it."""
    try:
        told = tomllib.loads(path.read_text(encoding="utf-8"))
    except FileNotFoundError as error:
        raise InputError("no such file of sources; check the path", path) from error
    except (OSError, UnicodeDecodeError) as error:
        raise InputError(f"cannot be read: {error}", path) from error
    except tomllib.TOMLDecodeError as error:
        raise InputError(f"not TOML: {error}", path) from error
    try:
        sources = msgspec.convert(told, Sources)
    except msgspec.ValidationError as error:
        raise InputError(_plain(str(error), told), path) from error
    if not sources.source:
        raise InputError("no sources; write a [[source]] with a name and a url", path)
    return msgspec.structs.replace(sources, source=tuple(_checked(path, sources.source)))


def _checked(path: Path, sources: tuple[Source, ...]) -> list[Source]:
    names: set[str] = set()
    checked = []
    for source in sources:
        wrong = _wrong(source, names)
        if wrong:
            raise InputError(wrong, path, source.name)
        names.add(source.name)
        state = resolve_code(source.state) if source.state else None
        checked.append(msgspec.structs.replace(source, state=state))
    return checked


def _wrong(source: Source, names: set[str]) -> str | None:
    """What is wrong with a source, or None."""
    if source.name in names:
        return "two sources have this name; the name tells what was read from which, so change one"
    try:
        parsed(source.url)
        re.compile(source.links or "")
    except FetchError as error:
        return f"`url`: {error.message}"
    except re.error as error:
        return f"`links` is no pattern: {error}"
    if source.state and resolve_code(source.state) is None:
        return f"`state`: {source.state!r} is no state; write a code such as KEN"
    if source.kind == "feed" and (source.links or source.within):
        return '`links` and `within` are for pages; leave them out or write kind = "page"'
    if source.within and not source.links:
        return "`within` goes with `links`, the pattern of the addresses to follow"
    return _wrong_path(source.within) if source.within else None


def _wrong_path(within: str) -> str | None:
    from lxml import etree  # type: ignore[import-untyped]

    try:
        etree.XPath(within)
    except etree.XPathError as error:
        return f"`within` is no XPath: {error}"
    return None


def _plain(message: str, told: dict[str, object]) -> str:
    """The message with the name of the source in place of its number."""
    listed = told.get("source")

    def named(match: re.Match[str]) -> str:
        number = int(match[1])
        name = listed[number].get("name") if isinstance(listed, list) and number < len(listed) else None
        return f"source {name or number + 1}"

    return re.sub(r"\$\.source\[(\d+)\]", named, message)
