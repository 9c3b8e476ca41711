"""Where a gathering is held and by whom: the place behind or before it, and its host."""

from __future__ import annotations

from communique.kinds.record import Place
from communique.mentions.items import Item
from communique.reading.cue_hit import CueHit
from communique.reading.sentence import Sentence

_REACH = 16
_BEFORE = 10
_PLACE_WORDS = 3
_SITED = 4
"""A preposition, a place, a verb of holding and the mark between them and the gathering."""


def venue(sentence: Sentence, first: int, last: int) -> Place | None:
    """The place of the gathering named by the items `[first, last)`: behind it, else tied to it before."""
    behind = sentence.place_after(last, _REACH, sited=True)
    return behind or _place_before(sentence, first) or _place_ahead(sentence, first)


def site_end(sentence: Sentence, hit: CueHit) -> int | None:
    """Past the place that tells a gathering without a name (`a conference in London`)."""
    items = sentence.items
    if "sited" not in hit.cue.needs or hit.last >= len(items):
        return None
    if items[hit.last].text not in sentence.lexicon.grammar.work_sites:
        return None
    place = sentence.place_at(hit.last + 1)
    if place is None or not place.name:
        return None
    first = hit.last + 1
    while first + 1 < len(items) and _leads_place(sentence, items[first]):
        first += 1
    last = first + 1 if items[first].capital else first
    while (
        last < len(items) and last - first < _PLACE_WORDS and items[last].capital and items[last].term is None
    ):
        last += 1
    return last


def _leads_place(sentence: Sentence, item: Item) -> bool:
    """Whether an item stands before a place's name (`in der togoischen Hauptstadt Lomé`)."""
    words = sentence.words
    return (
        item.text in words.determiners
        or item.text in words.oblique_determiners
        or item.is_type("adj", "people", "land")
    )


def site_start(sentence: Sentence, hit: CueHit) -> int | None:
    """Where the place begins that tells a gathering without a name before it (`在伦敦举行的会议`)."""
    items, first = sentence.items, hit.first - _SITED
    marks = sentence.lexicon.grammar.possessive_marks
    if "sited" not in hit.cue.needs or first < 0 or items[hit.first - 1].text not in marks:
        return None
    if (
        items[first].text not in sentence.words.place_preps
        or items[first + 2].start not in sentence.verb_starts
    ):
        return None
    place = sentence.place_at(first + 1)
    return first if place is not None and place.name else None


def _place_before(sentence: Sentence, first: int) -> Place | None:
    """The place named before the gathering and tied to it (`convened in Rabat for the session`)."""
    items = sentence.items
    final = sentence.lexicon.properties.verb_final
    tied = any(i.text in sentence.lexicon.grammar.event_links for i in items[max(0, first - 3) : first])
    if not tied and not final:
        return None
    for at in range(first - 2, max(-1, first - _BEFORE), -1):
        if items[at].text in (";", ":") or (
            not tied and sentence.clauses.of[at] != sentence.clauses.of[first]
        ):
            return None
        if items[at].text in sentence.lexicon.sites:
            place = sentence.place_at(at + 1)
            if place:
                return place
    return None


def _place_ahead(sentence: Sentence, first: int) -> Place | None:
    """The place in the relative clause right before the gathering's name (`在利马举行的X`)."""
    items, words = sentence.items, sentence.words
    if first < _SITED or items[first - 1].text not in sentence.lexicon.grammar.possessive_marks:
        return None
    for at in range(first - _SITED, max(-1, first - _BEFORE), -1):
        if items[at].text in (",", ";", ":"):
            return None
        if items[at].text in words.place_preps:
            return sentence.place_at(at + 1)
    return None


def host(sentence: Sentence, hit: CueHit) -> str | None:
    """The state that the sentence says hosts the gathering."""
    verb = next((p for p in sentence.phrases if p.label == "host"), None)
    if verb is None:
        return None
    near = [r for r in sentence.refs if len(r.states) == 1 and not r.weak]
    before = [r for r in near if r.end <= verb.start and not r.prep]
    if before and verb.end <= hit.start:
        return before[-1].states[0]
    behind = [r for r in near if r.start >= verb.end and r.prep in sentence.words.agents]
    return behind[0].states[0] if behind else None
