"""The states that issue a joint declaration, as its title tells: they are who `we` means in it."""

from __future__ import annotations

from communique.lexicon.lexicon import Lexicon
from communique.reading.draft import Draft

_OPENING = 2


def issuers(drafts: list[Draft], lexicon: Lexicon) -> tuple[str, ...]:
    """The two states or more of a title with a word for joint, where `we` then speaks; else none."""
    if not any(_speaks(draft) for draft in drafts):
        return ()
    for draft in drafts[:_OPENING]:
        if draft.segment.kind != "headline":
            continue
        if not any(item.text in lexicon.grammar.joint_words for item in draft.items):
            continue
        states = tuple(dict.fromkeys(s for r in draft.refs for s in r.states))
        if len(states) > 1:
            return states
    return ()


def _speaks(draft: Draft) -> bool:
    """Whether a sentence begins with `we` outside quotation marks, behind a number at most."""
    first = draft.refs[0] if draft.refs else None
    return (
        first is not None
        and first.kind == "speaker"
        and first.plural
        and draft.segment.kind == "sentence"
        and not any(i.text[0].isalpha() or i.text == '"' for i in draft.items[: first.first])
    )
