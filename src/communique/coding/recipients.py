"""Finds who is acted on: the object, or the group behind a preposition that the cue names."""

from __future__ import annotations

from communique.coding.groups import Group
from communique.coding.layout import BREAKS, Layout
from communique.coding.matching import Match
from communique.coding.subjects import chain_of, codes_of

OBJECT = "obj"
"""What a cue's `target` calls the object without a preposition."""


def recipients(layout: Layout, match: Match, actors: list[Group]) -> list[Group]:
    """The groups acted on: those with a code first, best target first; empty: nobody is named."""
    own = codes_of(actors)
    if match.cue.mutual and len(set(own)) > 1:
        return []
    taken = {group.chain for group in actors}
    stop = _scope(layout, match)
    after = [g for g in layout.groups if match.last <= g.first < stop and g.chain not in taken]
    coded = [g for g in after if g.codes and not (g.place and g.codes == own)]
    found = (
        _aimed(layout, match, coded)
        or next((g for g in coded if g.codes != own), None)
        or _cause(layout, match, own)
        or _aimed(layout, match, [g for g in after if not _means(match, g)])
    )
    return chain_of(layout, found) if found else []


def _means(match: Match, group: Group) -> bool:
    """Whether a group is what the pattern names, such as the troops that are sent."""
    return group.first < match.reach and group.last > match.tail


def _cause(layout: Layout, match: Match, own: list[str]) -> Group | None:
    """Who is named as the reason (`massed troops after X …`), where the cue allows it."""
    if not match.cue.reason:
        return None
    behind = (g for g in layout.groups if match.last <= g.first < layout.end and g.codes)
    return next((g for g in behind if g.codes != own), None)


def _aimed(layout: Layout, match: Match, groups: list[Group]) -> Group | None:
    for target in match.cue.target:
        for group in groups:
            if _fits(layout, match, group, target):
                return group
    return None


def _fits(layout: Layout, match: Match, group: Group, target: str) -> bool:
    at = group.preposition
    if target == OBJECT:
        return at is None or at < match.last
    return at is not None and layout.words[at].text == target


def _scope(layout: Layout, match: Match) -> int:
    """Where the clause of the match ends."""
    inside = layout.background[match.verb]
    for at in range(match.last, layout.end):
        if (layout.background[at] and not inside) or layout.words[at].text in BREAKS:
            return at
    return layout.end
