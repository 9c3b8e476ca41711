"""Bodies that stand for their state in its own press alone (`der Bundesrat`, which Germany and Austria have too)."""

from __future__ import annotations

from communique.mentions.refs import Ref
from communique.reading.datelines import dateline_states
from communique.reading.draft import Draft
from communique.reading.finders import Finders
from communique.reading.register import Register
from communique.text.fold import fold


def add_local_bodies(drafts: list[Draft], register: Register, home: str | None, tools: Finders) -> None:
    """Enter the bodies of the state whose press a text is of, by publisher, dateline or ministers."""
    for code, words in tools.lexicon.grammar.local_bodies.items():
        telling = [draft for draft in drafts if not draft.texts.isdisjoint(words)]
        if not telling:
            continue
        datelines = dateline_states(drafts) if home is None else {}
        held = home is None and _serves(register, code, words)
        for draft in telling:
            if code == home or held or code in datelines.get(draft.segment.article, ()):
                _enter(draft, code, words, tools)


def _serves(register: Register, code: str, words: list[str]) -> bool:
    """Whether the document names a member of such a body by its name (`Bundesrat X`)."""
    own = [p for p in register.persons if p.country == code]
    return any(word in fold(p.role_text or "").split() for p in own for word in words)


def _enter(draft: Draft, code: str, words: list[str], tools: Finders) -> None:
    """Make references of the words for a state's body that nothing else holds."""
    taken = {i for ref in draft.refs for i in range(ref.first, ref.last)}
    for at, item in enumerate(draft.items):
        if item.text in words and item.capital and at not in taken:
            ref = Ref.over("state", draft.items, at, at + 1)
            ref.states = (code,)
            tools.actors.government.note(draft.items, ref)
            draft.refs = sorted([*draft.refs, ref], key=lambda r: r.first)
