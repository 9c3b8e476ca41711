"""A sentence with items and references, before its cues are read."""

from __future__ import annotations

import re
from bisect import bisect_left
from itertools import pairwise

from communique.base.once import once
from communique.base.spans import Span
from communique.lexicon.lexicon import Lexicon
from communique.mentions.items import Item, items_of, with_formal_names, with_joined_particles
from communique.mentions.matcher import Hit, Hits
from communique.mentions.refs import Ref
from communique.reading.finders import Finders
from communique.reading.pairs import join_groups, take_appositions, take_sides, with_bare_pairs
from communique.text.segments import Segment

_TITLE_SHARE = 0.6
_BRACKET = 5
"""Items before the bracket that closes behind a place, a day and an agency, at least."""
_DATELINE_REACH = 20
_LABEL = re.compile(r"[^\s:]+(?: [^\s:]+){0,3}(?::| [-–—]|\.[-–—])\s")
"""Who has a turn in a transcript or an interview, at the head of a line."""


class Draft:
    """One sentence on its way: its segment, items and their words, references and cue hits."""

    def __init__(
        self,
        index: int,
        segment: Segment,
        items: list[Item],
        texts: frozenset[str],
        cues: list[Hit],
        lexicon: Lexicon,
    ) -> None:
        self.index = index
        self.segment = segment
        self.items = items
        self.texts = texts
        """The sentence's words; most have none of a class, which spares looking for where it stands."""
        self.refs: list[Ref] = []
        self.cues = cues
        self.lexicon = lexicon
        self.dateline = 0
        """Past the mark that ends the place and day of writing, which open the sentence; 0 without them."""

    @once
    def verb_starts(self) -> frozenset[int]:
        """Where verb forms begin."""
        return _verb_starts(self.items, self.lexicon)


def drafts_of(
    text: str,
    folded: str,
    segments: list[Segment],
    hits: Hits,
    tools: Finders,
    people: re.Pattern[str] | None = None,
) -> list[Draft]:
    """Drafts of the segments in which something was found; the others cost nothing more."""
    out = []
    telling = tools.actors.telling
    plain = tools.joined is None and tools.syllables is None and tools.characters is None
    name_starts, cue_starts = [h.start for h in hits.names], [h.start for h in hits.cues]
    for index, segment in enumerate(segments):
        if segment.kind == "noise":
            continue
        names = _within(hits.names, name_starts, segment)
        cues = _within(hits.cues, cue_starts, segment)
        if not (names or cues or _tells(text, segment)):
            continue
        items = _items(text, folded, segment, names, tools, people)
        texts = frozenset([item.text for item in items])
        draft = Draft(index, segment, items, texts, cues, tools.lexicon)
        named = bool(names) if plain else any(item.term is not None for item in items)
        if named or not telling.isdisjoint(texts):
            draft.refs = _refs(text, draft, tools)
        out.append(draft)
    return out


def _items(
    text: str,
    folded: str,
    segment: Segment,
    names: list[Hit],
    tools: Finders,
    people: re.Pattern[str] | None,
) -> list[Item]:
    """The items of a segment, words and names as wholes."""
    words = tools.lexicon.words
    if tools.characters is not None:
        items = tools.characters.items_of(text, folded, Span(segment.start, segment.end), names, people)
    else:
        items = items_of(text, folded, segment.start, segment.end, names, tools.lexicon.token)
    if tools.joined is not None:
        items = tools.joined.apart(text, folded, items)
    if tools.syllables is not None:
        items = tools.syllables.whole(items)
    if names:
        items = with_formal_names(items, words.formal_nouns, words.formal_links)
    if folded.find("-", segment.start, segment.end) >= 0:
        items = with_joined_particles(text, items, words.particles)
    return items


def _refs(text: str, draft: Draft, tools: Finders) -> list[Ref]:
    """The references of a sentence, with what they make of each other."""
    items, lexicon = draft.items, tools.lexicon
    titles = lexicon.properties.title_case_headlines
    headline = draft.segment.kind == "headline"
    strict = headline and (
        (titles and _title_case(items)) or text[draft.segment.start : draft.segment.end].isupper()
    )
    refs = tools.actors.find(text, items, strict)
    if tools.characters is not None:
        refs = join_groups(items, refs, lexicon.words.coordinators)
    if not lexicon.bare_groups.isdisjoint(draft.texts):
        refs = with_bare_pairs(items, refs, draft.verb_starts, lexicon)
    if refs:
        take_appositions(items, refs)
        take_sides(items, refs, lexicon)
        _share_governor(items, refs, draft.verb_starts, lexicon)
        draft.dateline = _set_aside_dateline(items, refs, draft.verb_starts, lexicon)
    return refs


def _tells(text: str, segment: Segment) -> bool:
    """Whether a segment without names and cues matters: it has a number or a speaker's label."""
    return segment.has_digit(text) or _LABEL.match(text, segment.start, segment.end) is not None


def _verb_starts(items: list[Item], lexicon: Lexicon) -> frozenset[int]:
    """Where verb forms begin; where nouns are capitalised, a capital makes a noun of an infinitive."""
    guarded = lexicon.properties.nouns_capitalised
    forms = lexicon.verb_words
    if lexicon.properties.verbs_unchanging:
        words, nouns = lexicon.words, frozenset(lexicon.grammar.verb_nouns)
        governing = words.prepositions - words.subordinators
        return frozenset(
            item.start
            for before, item in pairwise([items[0], *items] if items else [])
            if item.text in forms
            and item.term is None
            and (before is item or before.text not in words.determiners)
            and not (item.text in nouns and before.text in governing)
        )
    return frozenset(
        [
            i.start
            for i in items
            if i.text in forms and i.term is None and not (guarded and i.capital and i is not items[0])
        ]
    )


def _share_governor(items: list[Item], refs: list[Ref], verbs: frozenset[int], lexicon: Lexicon) -> None:
    """`in Kenya and Japan`: what a coordinator joins has one preposition, or a verb makes it a subject."""
    words, finite = lexicon.words, lexicon.finite
    unchanging = lexicon.properties.verbs_unchanging
    row: Ref | None = None
    """The member of a list that the one before was joined to by a comma."""
    for before, ref in pairwise(refs):
        between = [item.text for item in items[before.last : ref.first]]
        last = row is before and len(between) > 1 and between[0] == "," and between[1] in words.coordinators
        row = ref if between[:1] == [","] and before.prep and before.prep == ref.prep else None
        if between == [","] and before.prep and not ref.prep and _seat(items, before, ref):
            ref.prep = before.prep
        if not before.prep or ref.prep or ref.kind != before.kind or not between:
            continue
        behind = items[ref.last].text if ref.last < len(items) else "."
        # `Theo lời mời của X, Y, thăm Z`: whoever stands before a verb, with whom is joined to him, acts.
        acts = unchanging and any(
            i.start in verbs or i.text in lexicon.before_verbs for i in items[ref.last + 1 : ref.last + 3]
        )
        listed = (
            between[0] == ","
            and not acts
            and (behind in (",", ".") or behind in words.coordinators)
            and any(item.start in verbs and item.text in finite for item in items[: before.first])
        )
        loose = words.determiners | words.oblique_determiners | words.coordinators
        joined = (between[0] in words.coordinators or listed or last) and all(t in loose for t in between[1:])
        verb_follows = ref.last < len(items) and items[ref.last].start in verbs
        # `between A and B` has two by its meaning, whatever stands behind it, and so has `tại A và B`.
        two = before.prep in words.meeting_preps or (unchanging and before.prep in words.place_preps)
        if joined and (not verb_follows or (two and not last)):
            ref.prep = before.prep
            row = ref if between[0] == "," else None


def _seat(items: list[Item], before: Ref, ref: Ref) -> bool:
    """`in Accra, Ghana,`: a state behind its capital, between two commas."""
    closed = ref.last < len(items) and items[ref.last].text == ","
    return closed and ref.kind == "state" and not ref.head and before.states == ref.states


def _within(hits: list[Hit], starts: list[int], segment: Segment) -> list[Hit]:
    first, last = bisect_left(starts, segment.start), bisect_left(starts, segment.end)
    return [hit for hit in hits[first:last] if hit.end <= segment.end]


def _set_aside_dateline(items: list[Item], refs: list[Ref], verbs: frozenset[int], lexicon: Lexicon) -> int:
    """`BEIJING, March 10, 2023 - Saudi Arabia …`: a place of writing takes no part in its sentence; past its end."""
    marks = lexicon.grammar.dateline_marks
    for at in range(1, min(len(items) - 1, _DATELINE_REACH)):
        if items[at].start in verbs and not items[at].capital:
            return 0
        if (marks and items[at].text in marks) or (items[at].text == ")" and closes_dateline(items, at)):
            refs[:] = [r for r in refs if r.last > at or r.kind not in ("state", "weak", "org")]
            return at + 1
        if items[1].text != "(" and items[2].text == "(" and all(i.text != ")" for i in items[2:at]):
            continue  # `Quito, (ABC - Press News …`: a dash inside the bracket.
        end = at + 1
        while items[at].text == "-" and end < len(items) and items[end].text == "-":
            end += 1
        if items[at].text not in ("-", "|") or end >= len(items):
            continue
        if items[at - 1].is_type("state") and items[end].is_type("state", "org"):
            continue
        spaced = items[at - 1].end < items[at].start or items[at - 1].text == "."
        if spaced and items[end - 1].end < items[end].start:
            refs[:] = [r for r in refs if r.last > at or r.kind not in ("state", "weak", "org")]
            return at + 1
    return 0


def closes_dateline(items: list[Item], at: int) -> bool:
    """Whether a bracket at `at` ends a place, a day and an agency that open a report.

    `Quito, May 12 (ABC) The …` has a capital behind it, `Quito, (ABC / Press News - 12 May):` the day inside.
    """
    if at < _BRACKET or not items[0].is_type("capital", "state"):
        return False
    if any(item.text == "(" for item in items[1:3]):
        return items[at + 1].text in (":", "-") and any(item.text.isdigit() for item in items[2:at])
    dated = items[1].text == "," and any(item.text.isdigit() for item in items[2:4])
    return dated and items[at - 2].text == "(" and items[at + 1].capital


def _title_case(items: list[Item]) -> bool:
    words = [i for i in items if i.text[0].isalpha() and len(i.text) > 3]
    return bool(words) and sum(i.capital for i in words) > _TITLE_SHARE * len(words)


def opening_end(draft: Draft, subordinators: frozenset[str]) -> int:
    """The place of the comma that closes a clause which opens the sentence (`While X travels, …`); 0 without one."""
    first = next((at for at, item in enumerate(draft.items) if item.text in subordinators), None)
    if first is None or any(ref.first < first and (ref.name or ref.role) for ref in draft.refs):
        return 0
    return next((at for at in range(first, len(draft.items)) if draft.items[at].text == ","), 0)
