"""Persons whom the text names without any title, where no capitals tell names.

Such a person speaks for the side that is the first subject of what he says, and holds the one office of
its state that nobody named holds.
"""

from __future__ import annotations

import re

from communique.lexicon.lexicon import Lexicon
from communique.mentions.refs import Ref
from communique.reading.draft import Draft
from communique.reading.register import Register

_REACH = 4
"""Sentences behind one that a person speaks in, in which his side may be told."""


def enter_bare_names(
    text: str, drafts: list[Draft], people: re.Pattern[str], register: Register, lexicon: Lexicon
) -> None:
    """Enter the names of `people` in `drafts` that nobody of the register has."""
    for draft in drafts:
        taken = {i for r in draft.refs for i in range(r.first, r.last)}
        for at, item in enumerate(draft.items):
            if not item.capital or item.term is not None or at in taken or not people.fullmatch(item.text):
                continue
            if register.by_name([item.text]) is not None:
                continue
            ref = Ref("person", item.start, item.end, at, at + 1)
            ref.name = text[item.start : item.end]
            ref.name_start, ref.name_end = item.start, item.end
            side = _side(drafts, item.text, lexicon)
            if side is not None:
                ref.states = (side,)
                ref.role, ref.role_text = (
                    _office(drafts, side) or _shared_office(drafts, lexicon) or (None, None)
                )
            ref.person = register.enter(ref, draft.index)
            draft.refs = sorted([*draft.refs, ref], key=lambda r: r.first)


def _side(drafts: list[Draft], name: str, lexicon: Lexicon) -> str | None:
    """The state that is the first subject behind a verb of saying of which the person is the subject."""
    for number, draft in enumerate(drafts):
        for at, item in enumerate(draft.items[:-2]):
            if item.text != name or draft.items[at + 1].text not in lexicon.grammar.tellers:
                continue
            for later in drafts[number : number + _REACH]:
                if later.segment.paragraph != draft.segment.paragraph:
                    break
                first = next((r for r in later.refs if r.first > (at if later is draft else -1)), None)
                if first is not None and first.kind == "state" and not first.prep and len(first.states) == 1:
                    return first.states[0]
    return None


def _office(drafts: list[Draft], state: str) -> tuple[str | None, str | None] | None:
    """The one office of a state that stands without a name."""
    open_ = [r for d in drafts for r in d.refs if r.kind == "role" and not r.name and r.states == (state,)]
    return (open_[0].role, open_[0].role_text) if len({r.role for r in open_}) == 1 else None


def _shared_office(drafts: list[Draft], lexicon: Lexicon) -> tuple[str | None, str | None] | None:
    """The office that the words for both sides name (`两国总理`), where they name but one."""
    titles = {term: entry.role for entry in lexicon.roles.role for term in entry.terms}
    found: dict[str, str] = {}
    for word in (d.items[r.last - 1].text for d in drafts for r in d.refs if r.kind == "group"):
        title = next((word[k:] for k in range(1, len(word)) if word[k:] in titles), None)
        if title is not None:
            found.setdefault(titles[title], title)
    return next(iter(found.items())) if len(found) == 1 else None
