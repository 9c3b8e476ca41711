"""The state whose body issues a text, as its title tells (`Ministry X on talks in Y`, `Statement of Ministry X`)."""

from __future__ import annotations

from communique.lexicon.lexicon import Lexicon
from communique.mentions.refs import Ref
from communique.reading.draft import Draft
from communique.reading.sharing import UNIQUE
from communique.world.states import STATES

_BODIES = ("metonym", "side")
_BEHIND_NOUN = 2
"""The item at which a body stands at the latest behind the noun of what it says."""


def title_body(drafts: list[Draft], lexicon: Lexicon) -> str | None:
    """The state of the body that opens the title before what it speaks on, or stands right behind `statement`."""
    draft = drafts[0] if drafts else None
    if draft is None or draft.segment.kind != "headline" or not draft.refs:
        return None
    ref = draft.refs[0]
    if not _body(draft, ref):
        return None
    links = lexicon.grammar.statement_links
    opens = ref.first == 0 and ref.last < len(draft.items) and draft.items[ref.last].text in links
    noun = draft.items[0].text
    issued = 0 < ref.first <= _BEHIND_NOUN and noun in lexicon.grammar.statements
    return ref.states[0] if opens or issued else None


def unheld_offices(drafts: list[Draft]) -> frozenset[str]:
    """The high offices first told of by their titles alone, as a body writes of those of its own side."""
    seen: set[str] = set()
    bare: set[str] = set()
    for ref in (ref for draft in drafts for ref in draft.refs if ref.role in UNIQUE):
        if ref.role in seen or ref.states or ref.counterpart:
            continue
        seen.add(str(ref.role))
        if ref.kind == "role" and not (ref.name or ref.plural):
            bare.add(str(ref.role))
    return frozenset(bare)


def _body(draft: Draft, ref: Ref) -> bool:
    """Whether a reference is one body of one state, and nobody who holds an office in it."""
    if ref.role or ref.name or len(ref.states) != 1 or ref.states[0] not in STATES:
        return False
    return any(item.is_type(*_BODIES) for item in draft.items[ref.first : ref.last])
