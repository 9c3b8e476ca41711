"""Works without a name of their own that a place or a purpose tells from others (`the plant in X`)."""

from __future__ import annotations

from typing import NamedTuple

from communique.mentions.items import Item
from communique.reading.cue_hit import CueHit
from communique.reading.sentence import Sentence
from communique.world.places import place_named

_REACH = 9
_RUN = 4
_PURPOSE = 7
_SIGN_REACH = 120
_MARKS = frozenset({",", ";", ":", ".", "(", '"'})


class Site(NamedTuple):
    """Past the last item of the work's name, and the words that tell the work."""

    last: int
    own: frozenset[str]


def worked_on(sentence: Sentence, hit: CueHit) -> bool:
    """Whether words of building, financing or running stand beside the work's noun."""
    return any(
        (p.label == "work" or p.label.startswith("status:"))
        and p.start - hit.end > -_SIGN_REACH
        and p.end - hit.start < _SIGN_REACH
        for p in sentence.phrases
    )


def site_of(sentence: Sentence, hit: CueHit) -> Site | None:
    """The place or purpose behind a work's noun, where something is said to be done to the work."""
    if "sited" not in hit.cue.needs or not worked_on(sentence, hit):
        return None
    return _place_behind(sentence, hit) or _purpose_behind(sentence, hit)


def _place_behind(sentence: Sentence, hit: CueHit) -> Site | None:
    """A place that a preposition of place ties to the noun, with no comma or coordinator between them."""
    items, words = sentence.items, sentence.words
    sites = sentence.lexicon.grammar.work_sites
    for at in range(hit.last, min(len(items) - 1, hit.last + _REACH)):
        text = items[at].text
        if text in _MARKS or text in words.coordinators:
            return None
        if text not in sites:
            continue
        first = at + 1
        while first < len(items) and (
            items[first].text in words.determiners or items[first].text in words.oblique_determiners
        ):
            first += 1
        last = _site_end(sentence, first)
        if last > first:
            near = at - hit.last < _RUN and not any(i.text[0].isdigit() for i in items[hit.last : at])
            own = frozenset(i.text for i in items[first:last])
            return Site(last if near else hit.last, own)
    return None


def _site_end(sentence: Sentence, first: int) -> int:
    """Past a place's name, or past a noun of place with an adjective; `first` where there is none."""
    items = sentence.items
    nouns = tuple(sentence.lexicon.grammar.site_nouns)
    for at in range(first, min(len(items), first + 3)):
        if _site_noun(items[at], nouns):
            return _named_end(sentence, at + 1) if items[at].capital or at == first else at + 1
        if items[at].text in _MARKS or items[at].text in sentence.words.prepositions:
            break
    if first < len(items) and items[first].text in sentence.lexicon.grammar.country_nouns:
        last = _capitals(sentence, first + 1)
        return last if last > first + 1 else first
    return _named_end(sentence, first)


def _site_noun(item: Item, nouns: tuple[str, ...]) -> bool:
    return any(item.text.endswith(n[1:]) if n.startswith("*") else item.text == n for n in nouns)


def _named_end(sentence: Sentence, first: int) -> int:
    """Past the capitalised words of a place below the state, behind a noun of place and its link too."""
    items, links = sentence.items, sentence.lexicon.grammar.work_links
    if first < len(items) and items[first].text in links:
        at = first + 1
        return at + 1 if at < len(items) and items[at].capital else first
    last = _capitals(sentence, first)
    if last == first or items[first].is_type("capital"):
        return last
    if not sentence.lexicon.properties.nouns_capitalised:
        if last < len(items) and items[last].text in links:
            behind = _capitals(sentence, last + 1)
            return behind if behind > last + 1 else last
        return last
    for end in range(last, first, -1):
        if place_named(sentence.text[items[first].start : items[end - 1].end]):
            return end
    return first


def _capitals(sentence: Sentence, first: int) -> int:
    """Past a run of capitalised words that may be a place's name; a state is no place of a work."""
    items, words = sentence.items, sentence.words
    last = first
    while (
        last < len(items)
        and last - first < _RUN
        and items[last].capital
        and items[last].text[0].isalpha()
        and (items[last].term is None or items[last].is_type("capital"))
        and items[last].text not in words.not_names
        and items[last].text not in words.prepositions
        and items[last].text not in words.determiners
    ):
        last += 1
    return last


def _purpose_behind(sentence: Sentence, hit: CueHit) -> Site | None:
    """What the work is for, right behind its noun (`a plant for the production of vaccines`)."""
    items, words = sentence.items, sentence.words
    if hit.last >= len(items) or items[hit.last].text not in sentence.lexicon.grammar.work_purposes:
        return None
    last = hit.last + 1
    while (
        last < len(items)
        and last - hit.last < _PURPOSE
        and items[last].term is None
        and items[last].text[0].isalpha()
        and items[last].text not in words.coordinators
        and items[last].start not in sentence.verb_starts
        and (items[last].text not in words.prepositions or items[last].text in words.name_links)
    ):
        last += 1
    while last > hit.last and (
        items[last - 1].text in words.prepositions
        or items[last - 1].text in words.determiners
        or items[last - 1].text in words.oblique_determiners
    ):
        last -= 1
    own = frozenset(i.text for i in items[hit.last + 1 : last])
    return Site(last, own) if own else None
