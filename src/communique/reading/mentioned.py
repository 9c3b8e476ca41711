"""Later mentions of a person by surname or part of the name."""

from __future__ import annotations

from communique.lexicon.lexicon import Lexicon
from communique.mentions.items import Item
from communique.mentions.person import plain
from communique.mentions.refs import Ref
from communique.reading.draft import Draft
from communique.reading.register import Register


def add_aliases(draft: Draft, register: Register, lexicon: Lexicon, genitives: tuple[str, ...]) -> None:
    """Add references for names of the register that stand without a title."""
    if not register.alias:
        return
    items = draft.items
    governed = lexicon.properties.adjectives_follow
    cased, not_names = lexicon.properties.case, lexicon.words.not_names
    named = {
        at
        for at, item in enumerate(items)
        if (item.capital or not cased)
        and item.term is None
        and (item.text not in not_names or _called(items, at, lexicon))
        and _bare(item, register, genitives) is not None
    }
    surnames = frozenset[int]() if not lexicon.caseless else _surnames(items, register, lexicon)
    if not named and not surnames:
        return
    draft.refs = [r for r in draft.refs if r.first not in surnames or not r.weak]
    free = named.union(surnames).difference(*(range(r.first, r.last) for r in draft.refs))
    found: list[Ref] = []
    at = 0
    for first in sorted(free):
        if first < at:
            continue
        at = last = first + 1
        while last in free:
            last += 1
        ref = _reference(items, first, last, register, genitives)
        if ref:
            if ref.first and all(i.text in lexicon.words.particles for i in items[: ref.first]):
                ref.first, ref.start = 0, items[0].start
            if governed and ref.first and items[ref.first - 1].text in lexicon.words.prepositions:
                ref.prep = items[ref.first - 1].text
            found.append(ref)
            at = ref.last
    if found:
        draft.refs = sorted([*draft.refs, *found], key=lambda r: (r.first, r.last))


def _called(items: list[Item], at: int, lexicon: Lexicon) -> bool:
    """`ông Cho`, `Vương Nghị`: a word of the language behind one of address or in a name, syllables apart."""
    if not lexicon.properties.syllables_apart or not at:
        return False
    before = items[at - 1]
    return before.text in lexicon.words.honorifics or (before.capital and before.term is None)


def _surnames(items: list[Item], register: Register, lexicon: Lexicon) -> frozenset[int]:
    """Adjectives of states that are a person's name: right behind a verb or an honorific, not behind a noun."""
    leads = lexicon.finite | lexicon.words.honorifics
    return frozenset(
        at
        for at, item in enumerate(items)
        if at and item.is_type("adj") and plain(item.text) in register.alias and items[at - 1].text in leads
    )


def _bare(item: Item, register: Register, genitives: tuple[str, ...]) -> str | None:
    word = register.forms.known(plain(item.text))
    if word in register.alias:
        return word
    for ending in genitives:
        if word.endswith(ending) and word[: -len(ending)] in register.alias:
            return word[: -len(ending)]
    return None


def _reference(
    items: list[Item], first: int, last: int, register: Register, genitives: tuple[str, ...]
) -> Ref | None:
    words = [w for i in items[first:last] if (w := _bare(i, register, genitives))]
    while words:
        person = register.by_name(words)
        if person:
            end = first + len(words)
            ref = Ref("person", items[first].start, items[end - 1].end, first, end)
            ref.person = person
            ref.name = person.name
            possessive = register.forms.known(plain(items[end - 1].text)) != words[-1] or (
                end < len(items) and items[end].text == "'s"
            )
            ref.weak = possessive
            return ref
        words = words[:-1]
    return None
