"""Persons whom the text names without a title, whose office another place of the text tells.

`Putin and Kim Jong Un met … the North Korean ruler`: a name joined to a person already known, or behind a
word of meeting, and an office of one state that nobody named holds. Both are taken together only where
the document has exactly one of each. Where nouns have cases, a name right before a finite verb or in the
genitive behind a word of meeting is such a name too.
"""

from __future__ import annotations

from communique.lexicon.cases import GENITIVE, NOMINATIVE
from communique.lexicon.lexicon import Lexicon
from communique.mentions.items import Item
from communique.mentions.names import NameReader
from communique.mentions.refs import Ref
from communique.reading.draft import Draft
from communique.reading.finders import Finders
from communique.reading.mentioned import Aliases
from communique.reading.register import LEADERS, Register

_OFFICES = LEADERS | {"foreign_minister"}
_LEAST = 2


def add_untitled(text: str, drafts: list[Draft], register: Register, tools: Finders) -> None:
    """Enter the one untitled name of the document under the one office without a holder, and its aliases."""
    lexicon, names = tools.lexicon, tools.actors.names
    offices = _open_offices(drafts, register)
    if len(offices) != 1:
        return
    office = next(iter(offices.values()))
    found = [(draft, run) for draft in drafts for run in _runs(draft, register, lexicon, names)]
    spelled = {
        register.tokens(text[draft.items[run[0]].start : draft.items[run[1] - 1].end]) for draft, run in found
    }
    if len(spelled) != 1:
        return
    for draft, run in found:
        new = _reference(text, draft, run, office, register, lexicon)
        draft.refs = sorted([*draft.refs, new], key=lambda r: r.first)
    aliases = Aliases(register, lexicon)
    for draft in drafts:
        aliases.add(draft)


def _open_offices(drafts: list[Draft], register: Register) -> dict[str, Ref]:
    """Titles of one state that stand without a name and that no known person of it holds, by state."""
    held = {(p.country, "leader" if p.role in LEADERS else p.role) for p in register.persons}
    out: dict[str, Ref] = {}
    for draft in drafts:
        for ref in draft.refs:
            if ref.kind != "role" or ref.counterpart or ref.plural or ref.role not in _OFFICES:
                continue
            kind = "leader" if ref.role in LEADERS else ref.role
            if len(ref.states) == 1 and (ref.states[0], kind) not in held:
                out.setdefault(ref.states[0], ref)
    return out


def _runs(draft: Draft, register: Register, lexicon: Lexicon, names: NameReader) -> list[tuple[int, int]]:
    """Names of two words or more that stand beside a known person or behind a word of meeting."""
    items = draft.items
    taken = {i for r in draft.refs for i in range(r.first, r.last)}
    out = []
    cased = bool(lexicon.properties.noun_cases)
    for at in range(0 if cased else 1, len(items) - 1):
        if at in taken or not items[at].capital or items[at].term is not None:
            continue
        if cased and (run := _cased(draft, at, lexicon, names)) and not taken & set(range(*run)):
            out.append(run)
            continue
        before = items[at - 1]
        joined = before.text in lexicon.words.coordinators and _is_person(items, at - 2, draft, register)
        met = before.text in lexicon.words.meeting_preps and not lexicon.properties.nouns_capitalised
        met = met and (len(before.text) > 1 or _told_to_meet(draft, before))
        if not joined and not met:
            continue
        run = names.forward(items, at)
        if run and run[0] == at and run[1] - run[0] >= _LEAST and not taken & set(range(*run)):
            out.append(run)
    return out


def _told_to_meet(draft: Draft, link: Item) -> bool:
    """Whether a word of meeting stands before one of a letter, which joins to other verbs too (`التقى بـX`)."""
    return any(h.term.value == "meeting" and h.end <= link.start for h in draft.cues)


def _cased(draft: Draft, at: int, lexicon: Lexicon, names: NameReader) -> tuple[int, int] | None:
    """The name that begins at an item, as a subject before its finite verb or an owner behind a word of meeting."""
    items = draft.items
    if at and (items[at - 1].capital or items[at - 1].is_type("role")):
        return None
    run = names.forward(items, at)
    if run is None or run[0] != at or run[1] - at < _LEAST or run[1] >= len(items):
        return None
    met = at and any(h.term.value == "meeting" and h.end == items[at - 1].end for h in draft.cues)
    return run if met or _acts(items, run[1], lexicon) else None


def _acts(items: list[Item], at: int, lexicon: Lexicon) -> bool:
    return at < len(items) and items[at].term is None and items[at].text in lexicon.finite


def _is_person(items: list[Item], at: int, draft: Draft, register: Register) -> bool:
    """Whether a known person's name ends at an item."""
    if at < 0:
        return False
    named = any(r.person is not None and r.last == at + 1 for r in draft.refs)
    return named or (items[at].capital and register.by_name([items[at].text]) is not None)


def _reference(
    text: str, draft: Draft, run: tuple[int, int], office: Ref, register: Register, lexicon: Lexicon
) -> Ref:
    first, last = run
    ref = Ref("person", draft.items[first].start, draft.items[last - 1].end, first, last)
    ref.name = " ".join(text[ref.start : ref.end].split())
    ref.name_start, ref.name_end = ref.start, ref.end
    if lexicon.properties.noun_cases:
        ref.case = NOMINATIVE if _acts(draft.items, last, lexicon) else GENITIVE
    ref.states, ref.role, ref.role_text = office.states, office.role, office.role_text
    ref.person = register.enter(ref, draft.index)
    return ref
