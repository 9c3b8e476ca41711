"""Which state a publisher belongs to: by tables of bodies and outlets, or its host's country domain."""

from __future__ import annotations

import re
import tomllib
from functools import cache
from importlib.resources import files

from communique.world import bodies
from communique.world.states import by_alpha2

_SPECIAL = {"uk": "GBR", "su": "RUS", "gov": "USA", "mil": "USA"}
_GENERIC = frozenset({"eu", "int", "io", "tv", "me", "co", "ai", "fm", "ly", "to", "cc", "ws"})


_HEAD = 600
_ALONE = re.compile(r"/\s*([^()/\n]{2,20}?)\s*/|[ \t](\w{2,9})[ \t]*$", re.MULTILINE)
"""An agency between two strokes, or the last word of a line."""
_CREDIT = re.compile(r"[(/]([^()/\n][^()\n]{1,40}?)[)/]\s*[.–—-]")


@cache
def _tables() -> tuple[dict[str, str], dict[str, str]]:
    text = (files("communique.world") / "data" / "publishers.toml").read_text(encoding="utf-8")
    read = tomllib.loads(text)
    hosts = {host: str(code) for host, code in read["hosts"].items()}
    return hosts, {name.casefold(): str(code) for name, code in read["agencies"].items()}


def agency_state(text: str) -> str | None:
    """Alpha-3 code of the state of the agency that a dateline credits: `LIMA (Andina) –`, `/TASS/.`, `新华社北京`."""
    agencies = _tables()[1]
    for credit in _CREDIT.finditer(text, 0, _HEAD):
        for name in credit[1].split("/"):
            known = agencies.get(name.strip().casefold())
            if known:
                return known
    opening = _openings().search(text, 0, _HEAD)
    if opening:
        return agencies[opening[1].casefold()]
    credits = (match[1] or match[2] for match in _ALONE.finditer(text, 0, _HEAD))
    return next((agencies[name.casefold()] for name in credits if name.casefold() in agencies), None)


@cache
def _openings() -> re.Pattern[str]:
    """An agency at the head of a line, with nothing between it and the place, as Han characters are written."""
    names = [name for name in _tables()[1] if "\u4e00" <= name[0] <= "\u9fff"]
    return re.compile(rf"^\s*({'|'.join(sorted(names, key=len, reverse=True))})", re.MULTILINE)


def publisher_state(publisher: str) -> str | None:
    """Alpha-3 code of the state a publisher's host or name belongs to; None when it does not tell."""
    name = publisher.strip().lower()
    table = _tables()[0]
    parts = name.split("/")[0].split(".")
    for at in range(len(parts)):
        known = table.get(".".join(parts[at:]))
        if known:
            return known
    body = bodies.known().find(publisher)
    if body:
        return body.state
    if len(parts) < 2:
        return _tables()[1].get(name.split(" ")[0])
    top = parts[-1]
    if top in _SPECIAL:
        return _SPECIAL[top]
    if len(top) != 2 or top in _GENERIC:
        return None
    state = by_alpha2(top.upper())
    return state.alpha3 if state else None
