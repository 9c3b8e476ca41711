"""What two references make of each other before anybody is placed: appositions, and the pair named bare."""

from __future__ import annotations

from itertools import pairwise

from communique.lexicon.lexicon import Lexicon
from communique.mentions.items import Item
from communique.mentions.refs import Ref

_MARKS = frozenset({",", "-", "–", "—", ":", "/"})
_ACTING = 4
"""Items from a side to who acts for it."""
_CLOSERS = frozenset({",", ".", ";", ":", ")"})


def take_appositions(items: list[Item], refs: list[Ref]) -> None:
    """`Ambassador X, Chief Advisor to the President of Y,`: the title behind the name tells its state."""
    for named, title in pairwise(refs):
        if not named.name or named.states or title.kind != "role" or title.name or not title.states:
            continue
        between = [item.text for item in items[named.last : title.first]]
        closed = title.last >= len(items) or items[title.last].text in _CLOSERS
        if between == [","] and closed:
            named.states = title.states


def take_sides(items: list[Item], refs: list[Ref], lexicon: Lexicon) -> None:
    """`from the Kenyan side, Minister X`: who is named right behind a side that he stands for.

    Where nouns have cases the verb and its object may stand between (`с кенийской стороны документ подписал X`).
    """
    words, grammar = lexicon.words, lexicon.grammar
    cased = bool(lexicon.properties.noun_cases)
    for side, named in pairwise(refs):
        if side.head not in grammar.delegations or len(side.states) != 1 or named.states or not named.name:
            continue
        if named.counterpart or not side.first:
            continue
        before = items[side.first - 1].text
        told = before in words.prepositions
        between = [item.text for item in items[side.last : named.first]]
        beside = all(t in words.honorifics or t in _MARKS for t in between)
        acting = cased and told and len(between) <= _ACTING and all(t.isalpha() for t in between)
        if (beside and (told or before in grammar.heading_verbs)) or acting:
            named.states = side.states


def join_groups(items: list[Item], refs: list[Ref], joints: frozenset[str]) -> list[Ref]:
    """`泰柬两国`: states with nothing between them and the word for their group are who it stands for."""
    out: list[Ref] = []
    for ref in refs:
        if ref.kind == "group" and not ref.states:
            members: list[Ref] = []
            first = ref.first
            while out and out[-1].kind == "state" and not out[-1].head:
                between = items[out[-1].last : first]
                if between and not (members and len(between) == 1 and between[0].text in joints):
                    break
                members.insert(0, out.pop())
                first = members[0].first
            if len(members) > 1:
                ref.states = tuple(dict.fromkeys(s for m in members for s in m.states))
                ref.told = True
                ref.first, ref.start, ref.prep = first, items[first].start, members[0].prep
            else:
                out.extend(members)
        out.append(ref)
    return out


def with_bare_pairs(items: list[Item], refs: list[Ref], verbs: frozenset[int], lexicon: Lexicon) -> list[Ref]:
    """The references with `the two discussed`, `beide vereinbarten` among them: the pair in talks."""
    bare = lexicon.bare_groups
    found: list[Ref] = []
    for at, item in enumerate(items[:-1]):
        if item.text not in bare or item.term is not None or items[at + 1].start not in verbs:
            continue
        first = at - 1 if at and items[at - 1].text in lexicon.words.determiners else at
        if any(r.first <= at < r.last for r in refs):
            continue
        found.append(Ref("group", items[first].start, item.end, first, at + 1, plural=True, count=2))
    return sorted([*refs, *found], key=lambda r: r.start) if found else refs
