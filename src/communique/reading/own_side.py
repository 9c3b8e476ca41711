"""Whose side a document is written from, as its opening tells: `The President met X of Chile`.

A body that writes of its own head of state or government gives the title alone; the other side has
its state beside it.
"""

from __future__ import annotations

from collections import Counter

from communique.lexicon.lexicon import Lexicon
from communique.mentions.person import Person
from communique.mentions.refs import Ref
from communique.reading.datelines import dateline_states
from communique.reading.draft import Draft
from communique.reading.register import Register
from communique.reading.sharing import UNIQUE, joined_states
from communique.reading.title_bodies import title_body, unheld_offices
from communique.world.states import STATES

_OPENING = 3


class OwnSide:
    """The document's own state, and the offices of it whose holder the document does not name."""

    __slots__ = ("home", "unnamed")

    def __init__(self, home: str | None) -> None:
        self.home = home
        self.unnamed: frozenset[str] = frozenset()


def own_side(
    drafts: list[Draft], register: Register, home: str | None, counts: Counter[str], lexicon: Lexicon
) -> OwnSide:
    """The own side, from what is known of the publisher and from an opening that names no holder."""
    issuer = title_body(drafts, lexicon)
    side = OwnSide(home or issuer)
    if issuer is not None and issuer == side.home:
        side.unnamed = unheld_offices(drafts)
        return side
    opening = [d for d in drafts if d.segment.article == 0 and d.segment.kind == "sentence"][:_OPENING]
    for draft in opening:
        topic = _bare_title(draft)
        faced = _faced(draft, topic) if topic is not None else []
        if topic is None or not topic.role or not faced:
            continue
        holders = [p for p in register.persons if p.role == topic.role]
        if any(p.country not in faced for p in holders):
            return side
        side.home = home or _partner(drafts, faced, counts, lexicon)
        if side.home is not None and side.home not in faced:
            side.unnamed = frozenset((topic.role,))
        return side
    return side


def opening_person(drafts: list[Draft]) -> Person | None:
    """The person whose bare title and name open the document as its first actor."""
    for draft in drafts:
        if draft.segment.article == 0 and draft.segment.kind == "sentence":
            first = next((r for r in draft.refs if not (r.prep or r.objective or r.weak)), None)
            bare = first is not None and first.role in UNIQUE and not first.states and not first.counterpart
            return first.person if first is not None and bare else None
    return None


def _bare_title(draft: Draft) -> Ref | None:
    """The sentence's first actor, when it is a title without name and state."""
    first = next((r for r in draft.refs if not (r.prep or r.objective or r.weak)), None)
    if first is None or first.kind != "role" or first.name or first.states or first.counterpart:
        return None
    return first if first.role in UNIQUE and not first.plural else None


def _faced(draft: Draft, topic: Ref) -> list[str]:
    """The states of the persons behind the topic in its sentence."""
    behind = [r for r in draft.refs if r.first >= topic.last and (r.name or r.role)]
    return [s for r in behind for s in r.states[:1] if s in STATES]


def _partner(drafts: list[Draft], faced: list[str], counts: Counter[str], lexicon: Lexicon) -> str | None:
    """The state named side by side with the other one, else where it was written, else most named."""
    for draft in drafts:
        for ref in draft.refs:
            codes = joined_states(draft, ref, lexicon) if ref.states and ref.kind == "state" else []
            if len(codes) == 2 and set(codes) & set(faced):
                return next((c for c in codes if c not in faced), None)
    written = [c for c in dateline_states(drafts).get(0, ()) if c not in faced]
    named = [c for c, _ in counts.most_common() if c not in faced]
    return next(iter([*written, *named]), None)
