"""Names that share a plural title without states (`Foreign Ministers X and Y`): whose is whose."""

from __future__ import annotations

from collections import Counter
from itertools import pairwise

from communique.lexicon.lexicon import Lexicon
from communique.mentions.person import Person
from communique.mentions.refs import Ref
from communique.reading.draft import Draft
from communique.reading.offices import local_offices
from communique.world.states import STATES

UNIQUE = frozenset(
    {"head_of_state", "head_of_government", "foreign_minister", "party_leader", "special_envoy"}
)
"""Offices that a state has once."""
_REACH, _AHEAD = 8, 4
_PAIR = 2


def share_out(drafts: list[Draft], at: int, counts: Counter[str], lexicon: Lexicon) -> None:
    """Give each of the names that share a title one of the states in talks, in the same order.

    These are the states that were named side by side as acting last, else those of the persons named
    before, else the states that the document is most about.
    """
    refs = drafts[at].refs
    for number, first in enumerate(refs):
        if first.role not in UNIQUE or first.person is None or first.person.country or first.states:
            continue
        group = _group(refs[number:])
        persons = [r.person for r in group if r.person is not None and not r.person.country and not r.states]
        if len(persons) < 2 or len(persons) < len(group):
            continue
        codes = (
            _couple(drafts, at, len(persons), lexicon)
            or _met(drafts, at, persons)
            or _most_named(counts, len(persons))
        )
        for person, code in zip(persons, codes, strict=False):
            person.country = code
    _share_side_by_side(drafts, at, lexicon)


def _share_side_by_side(drafts: list[Draft], at: int, lexicon: Lexicon) -> None:
    """`A and B signed it as Prime Minister X and President Y met`: two leaders of the two states named."""
    draft = drafts[at]
    for first, second in pairwise(draft.refs):
        between = [i.text for i in draft.items[first.last : second.first]]
        if len(between) != 1 or between[0] not in lexicon.words.coordinators:
            continue
        refs = [r for r in (first, second) if r.person and r.role in UNIQUE and not r.states]
        pair = [r.person for r in refs if r.person]
        if len(pair) < 2 or any(p.country for p in pair):
            continue
        codes = _couple_before(draft, first, lexicon)
        codes = codes or (_couple(drafts[:at], at - 1, len(pair), lexicon) if at else [])
        codes = codes or _couple([draft], 0, len(pair), lexicon)
        told = [c for c in codes if c in local_offices(refs[-1].head, pair[-1].name, lexicon)]
        if told and told[0] != codes[-1] and not local_offices(refs[0].head, pair[0].name, lexicon):
            codes.reverse()
        for person, code in zip(pair, codes, strict=False):
            person.country = code


def _couple_before(draft: Draft, ref: Ref, lexicon: Lexicon) -> list[str]:
    """The two states that a sentence names side by side before a reference, not those of what it tells."""
    for other in draft.refs:
        if other.first >= ref.first:
            break
        if other.kind == "state" and not other.weak and not other.prep:
            codes = joined_states(draft, other, lexicon)
            if len(codes) == _PAIR:
                return codes
    return []


def _group(refs: list[Ref]) -> list[Ref]:
    """The references that share the first one's title."""
    group = [refs[0]]
    for ref in refs[1:]:
        if ref.role_text is None or ref.role_text != refs[0].role_text:
            break
        if ref.start - group[-1].end > _REACH:
            break
        group.append(ref)
    return group


def _couple(drafts: list[Draft], at: int, size: int, lexicon: Lexicon) -> list[str]:
    """States named side by side as a subject, or between which something is: the last before, else the next."""
    article = drafts[at].segment.article
    before = range(at, max(-1, at - _REACH), -1)
    for number in (*before, *range(at + 1, min(len(drafts), at + _AHEAD))):
        draft = drafts[number]
        if draft.segment.article != article:
            continue
        for ref in draft.refs:
            if ref.kind != "state" or ref.weak or (ref.prep and ref.prep not in lexicon.words.meeting_preps):
                continue
            codes = joined_states(draft, ref, lexicon)
            if len(codes) == size:
                return codes
    return []


def joined_states(draft: Draft, ref: Ref, lexicon: Lexicon) -> list[str]:
    """The states that a sentence names side by side, from `ref` on (`A, B and C`)."""
    codes, last = [c for c in ref.states if c in STATES], ref.last
    for other in draft.refs:
        if other.first < last:
            continue
        between = [i.text for i in draft.items[last : other.first]]
        words = lexicon.words
        beside = not between and not lexicon.properties.word_boundary
        dashed = between == ["-"] and lexicon.properties.state_follows
        if not (between or beside or dashed) or not all(
            t in words.coordinators or t == "," or t in words.determiners or dashed for t in between
        ):
            break
        codes.extend([c for c in dict.fromkeys(other.states) if c in STATES and c not in codes])
        last = other.last
    return codes


def _met(drafts: list[Draft], at: int, persons: list[Person]) -> list[str]:
    """The states of the persons named before in the article, when they are as many as the names."""
    article = drafts[at].segment.article
    codes: dict[str, None] = {}
    for draft in drafts[:at]:
        if draft.segment.article != article:
            continue
        for ref in draft.refs:
            if ref.person is not None and ref.person.country in STATES and ref.person not in persons:
                codes[str(ref.person.country)] = None
    return list(codes) if len(codes) == len(persons) else []


def _most_named(counts: Counter[str], size: int) -> list[str]:
    main = [code for code, _ in counts.most_common(size)]
    return [code for code in counts if code in main]
