"""A sentence with items and references, before its cues are read."""

from __future__ import annotations

import re
from bisect import bisect_left
from itertools import pairwise

from communique.lexicon.lexicon import Lexicon, Words
from communique.mentions.items import Item, items_of, with_formal_names
from communique.mentions.matcher import Hit, Hits
from communique.mentions.refs import Ref
from communique.reading.finders import Finders
from communique.text.segments import Segment

_TITLE_SHARE = 0.6
_DATELINE_REACH = 16
_DIGIT = re.compile(r"\d")


class Draft:
    """One sentence on its way: its segment, items, references, cue hits and verb hits."""

    __slots__ = ("cues", "dateline", "index", "items", "refs", "segment", "verb_starts")

    def __init__(
        self,
        index: int,
        segment: Segment,
        items: list[Item],
        refs: list[Ref],
        cues: list[Hit],
        verb_starts: frozenset[int],
    ) -> None:
        self.index = index
        self.segment = segment
        self.items = items
        self.refs = refs
        self.cues = cues
        self.verb_starts = verb_starts
        self.dateline: str | None = None
        """The state of the place that the sentence was written in, where it begins with one."""


def drafts_of(text: str, folded: str, segments: list[Segment], hits: Hits, tools: Finders) -> list[Draft]:
    """Drafts of the segments in which something was found; the others cost nothing more."""
    out = []
    words = tools.lexicon.words
    for index, segment in enumerate(segments):
        if segment.kind == "noise":
            continue
        names = _within(hits.names, segment)
        cues = _within(hits.cues, segment)
        if not names and not cues and not _DIGIT.search(text, segment.start, segment.end):
            continue
        items = items_of(text, folded, segment.start, segment.end, hits.names)
        items = with_formal_names(items, words.formal_nouns, words.formal_links)
        strict = (
            segment.kind == "headline"
            and tools.lexicon.properties.title_case_headlines
            and _title_case(items)
        )
        refs = tools.actors.find(text, items, strict)
        verbs = _verb_starts(items, tools.lexicon)
        _share_governor(items, refs, verbs, words)
        draft = Draft(index, segment, items, refs, cues, verbs)
        draft.dateline = _set_aside_dateline(text, items, refs, verbs)
        out.append(draft)
    return out


def _verb_starts(items: list[Item], lexicon: Lexicon) -> frozenset[int]:
    """Where verb forms begin; where nouns are capitalised, a capital makes a noun of an infinitive."""
    guarded = lexicon.properties.nouns_capitalised
    forms = lexicon.verb_words
    return frozenset(
        i.start
        for i in items
        if i.term is None and i.text in forms and not (guarded and i.capital and i is not items[0])
    )


def _share_governor(items: list[Item], refs: list[Ref], verbs: frozenset[int], words: Words) -> None:
    """`in Kenya and Japan`: what a coordinator joins has one preposition, or a verb makes it a subject."""
    for before, ref in pairwise(refs):
        between = [item.text for item in items[before.last : ref.first]]
        if not before.prep or ref.prep or ref.kind != before.kind or not between:
            continue
        behind = items[ref.last].text if ref.last < len(items) else "."
        listed = (
            between[0] == ","
            and (behind in (",", ".") or behind in words.coordinators)
            and any(item.start in verbs for item in items[: before.first])
        )
        joined = (between[0] in words.coordinators or listed) and all(
            t in words.determiners or t in words.oblique_determiners or t in words.coordinators for t in between[1:]
        )
        verb_follows = ref.last < len(items) and items[ref.last].start in verbs
        if joined and not verb_follows:
            ref.prep = before.prep


def _within(hits: list[Hit], segment: Segment) -> list[Hit]:
    at = bisect_left(hits, segment.start, key=lambda h: h.start)
    out = []
    while at < len(hits) and hits[at].start < segment.end:
        if hits[at].end <= segment.end:
            out.append(hits[at])
        at += 1
    return out


def _set_aside_dateline(
    text: str, items: list[Item], refs: list[Ref], verbs: frozenset[int]
) -> str | None:
    """`BEIJING, March 10, 2023 - Saudi Arabia …`: a place of writing takes no part in its sentence.

    Gives its state, where the place is a capital.
    """
    term = items[0].term if items else None
    state = term.value if term is not None and term.type == "capital" else None
    if state and text[items[0].start : items[0].end].isupper() and len(items) > 1 and items[1].text in (",", "("):
        if not any(item.start in verbs and not item.capital for item in items):
            return state
    for at in range(1, min(len(items) - 1, _DATELINE_REACH)):
        if items[at].start in verbs and not items[at].capital:
            return None
        end = at + 1
        while items[at].text == "-" and end < len(items) and items[end].text == "-":
            end += 1
        if items[at].text != "-" or end >= len(items):
            continue
        if items[at - 1].end < items[at].start and items[end - 1].end < items[end].start:
            for ref in refs:
                if ref.last <= at and ref.kind in ("state", "weak", "org"):
                    ref.weak = ref.objective = True
                    ref.states = () if items[0].start == ref.start else ref.states
            return state
    return None


def _title_case(items: list[Item]) -> bool:
    words = [i for i in items if i.text[0].isalpha() and len(i.text) > 3]
    return bool(words) and sum(i.capital for i in words) > _TITLE_SHARE * len(words)
