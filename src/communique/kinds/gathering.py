"""Kind `gathering`: a summit, conference, expo, session, forum or ceremony."""

from __future__ import annotations

import re

from communique.kinds.record import Place, Record
from communique.mentions.items import Item, quotation_end
from communique.reading.compounds import compound_start, tells_apart
from communique.reading.cue_hit import CueHit
from communique.reading.noun_groups import group_end, has_own
from communique.reading.sentence import Sentence
from communique.reading.venues import host, site_end, site_start, venue
from communique.vocab import GatheringType


class Gathering(Record, frozen=True, kw_only=True, tag="gathering"):
    """A summit, conference, expo, session, forum or ceremony."""

    KEY = ("name", "ordinal")

    name: str
    type: GatheringType | None = None
    ordinal: int | None = None
    place: Place | None = None
    date: str | None = None
    host: str | None = None
    chair: str | None = None


_REACH = 9
_REACH_BEHIND = 16
_BRACKETED = 3
"""An acronym with its brackets."""
_WITHIN = frozenset({"agreement", "gathering", "partnership", "project"})
"""Kinds of cues that may stand in a gathering's name."""
_YEAR = re.compile(r"(?:19|20)\d\d\Z")


_ROMAN = re.compile("[ivxlc]+")


def assemble(sentence: Sentence, cues: list[CueHit]) -> None:
    """Emit gatherings: a named summit, conference, session or the like, with ordinal, place and date."""
    names = [_name(sentence, hit) for hit in cues]
    taken: list[tuple[int, int]] = []
    for hit, (first, last, named) in zip(cues, names, strict=True):
        if "generic" in hit.cue.set:
            sentence.drop(hit, "no gathering")
            continue
        site = None if named else site_end(sentence, hit)
        before = None if named or site else site_start(sentence, hit)
        first = first if before is None else before
        if not named and not site and before is None and "named" in hit.cue.needs:
            sentence.drop(hit, "no name of its own")
            continue
        within = sentence.items[hit.first]
        if within.is_type("side", "role", "land") and within.end >= hit.end:
            sentence.drop(hit, "part of a body's name")
            continue
        if _goes_on_as_body(sentence, hit):
            sentence.drop(hit, "part of a body's name")
            continue
        if within.is_type("org") and _of_members(sentence, hit):
            sentence.drop(hit, "a body whose members are told of")
            continue
        common = sentence.segment.kind == "headline" or not (
            sentence.items[hit.last - 1].capital or _definite(sentence, hit)
        )
        if "proper" in hit.cue.needs and common:
            sentence.drop(hit, "a common noun")
            continue
        wider = [(a, b) for a, b, known in names if known and b - a > last - first]
        if any(a <= first and last <= b for a, b in (*taken, *wider)):
            sentence.drop(hit, "inside the name of another gathering")
            continue
        taken.append((first, last))
        place = venue(sentence, first, last)
        date = sentence.date_near(hit)
        sentence.emit(
            hit,
            "gathering",
            {
                "name": sentence.written(first, site or last),
                "type": hit.cue.set.get("type"),
                "ordinal": hit.cue.set.get("ordinal") or sentence.ordinal(first, last),
                "place": place,
                "date": date,
                "host": host(sentence, hit) or (place.country if place else None),
            },
            modality=_modality(sentence, hit, date),
        )


def _goes_on_as_body(sentence: Sentence, hit: CueHit) -> bool:
    """`the Ministerial Council`: whether the noun of an organ stands right behind a cue that could describe it."""
    if hit.last >= len(sentence.items) or sentence.items[hit.last - 1].text in sentence.words.determiners:
        return False
    behind = sentence.items[hit.last]
    return behind.capital and behind.text.split(" ")[0] in sentence.lexicon.grammar.organ_nouns


def _of_members(sentence: Sentence, hit: CueHit) -> bool:
    """`Pacific Islands Forum member nations`: whether a body's name only describes the plain noun behind it."""
    if sentence.lexicon.properties.nouns_capitalised or hit.last >= len(sentence.items):
        return False
    behind, lexicon = sentence.items[hit.last], sentence.lexicon
    plain = behind.text.isalpha() and not behind.capital and behind.start not in sentence.verb_starts
    joined = (
        behind.text in lexicon.loose or behind.text in lexicon.structure or behind.text in lexicon.time_words
    )
    return (
        plain
        and not joined
        and behind.text not in lexicon.auxiliaries
        and behind.text not in lexicon.day_names
    )


def _modality(sentence: Sentence, hit: CueHit, date: str | None) -> str:
    """What the sentence says of the gathering; one that is dated behind the document lies ahead."""
    modality = sentence.gathering_modality(hit)
    told = sentence.document.date
    if modality == "actual" and date and told and date[: len(told)] > told[: len(date)]:
        return "planned"
    return modality


def named(sentence: Sentence, cues: list[CueHit]) -> str | None:
    """The name of the first gathering that a preposition governs (`at the Second Ministerial Meeting`)."""
    words = sentence.words
    for hit in cues:
        first, last, known = _name(sentence, hit)
        before = {i.text for i in sentence.items[max(0, first - 3) : first]}
        told = sentence.items[hit.last - 1].capital or sentence.lexicon.caseless
        if known and told and before & words.prepositions:
            return sentence.written(first, last)
    return None


def _place_adjective(sentence: Sentence, item: Item) -> bool:
    """Where every noun is capitalised, a capitalised adjective is part of a name (`Münchner Konferenz`)."""
    endings = tuple(e for e in sentence.lexicon.properties.adjective_endings if e)
    return (
        bool(endings)
        and item.capital
        and item.text.endswith(endings)
        and item.text not in sentence.lexicon.common
    )


def _name(sentence: Sentence, hit: CueHit) -> tuple[int, int, bool]:
    """Item range of the name around the cue's noun, and whether it has one beside the noun."""
    items = sentence.items
    if not sentence.lexicon.properties.word_boundary:
        first = compound_start(sentence, hit.first, frozenset(), sentence.complements.verb_nouns)
        told = "whole" in hit.cue.needs or "ordinal" in hit.cue.set or "named" not in hit.cue.needs
        return first, hit.last, told or tells_apart(sentence, first, hit.first)
    if sentence.lexicon.caseless:
        return _group(sentence, hit)
    follow = sentence.lexicon.properties.names_follow
    first = hit.first if follow else _first(sentence, hit)
    last = _following(sentence, hit) if follow else _closed(sentence, hit, _last(sentence, hit))
    if last < len(items) and _YEAR.match(items[last].text):
        last += 1
    last = min(last, max(hit.last, sentence.person_from(hit.last, last)))
    whole = items[hit.first].is_type("org") or "whole" in hit.cue.needs
    return first, last, whole or first < hit.first or last > hit.last or "ordinal" in hit.cue.set


def _group(sentence: Sentence, hit: CueHit) -> tuple[int, int, bool]:
    """The name where no capital tells one: the noun with all that belongs to it, and a number or name in it."""
    first = hit.first
    if first and sentence.items[first - 1].text in sentence.ordinals:
        first -= 1
    last = _number_end(sentence, group_end(sentence, hit.last))
    known = "whole" in hit.cue.needs or "ordinal" in hit.cue.set
    return first, last, known or has_own(sentence, first, last)


def _number_end(sentence: Sentence, last: int) -> int:
    """Past the number in brackets that an article leads (`القمة الـ(34)`); an article alone is no more of the name."""
    items, article = sentence.items, sentence.lexicon.properties.article
    if items[last - 1].text == article:
        at = last
    elif last < len(items) and items[last].text == article:
        at = last + 1
    else:
        return last
    marks = [item.text for item in items[at : at + 3]]
    if marks[:1] == ["("] and marks[2:] == [")"] and marks[1].isdigit():
        return at + 3
    return at + 1 if marks and marks[0].isdigit() else at - 1


def _definite(sentence: Sentence, hit: CueHit) -> bool:
    """Whether a noun, or what it is of, has the article where no capital tells a name."""
    properties = sentence.lexicon.properties
    if not sentence.lexicon.caseless:
        return False
    near = sentence.items[hit.last - 1 : hit.last + 1]
    return any(item.term is not None or item.text.startswith(properties.article) for item in near)


def _first(sentence: Sentence, hit: CueHit) -> int:
    """Where the name begins before its noun."""
    items, words = sentence.items, sentence.words
    first = hit.first
    while first > 0 and hit.first - first < _REACH:
        step = _step(sentence, hit, first)
        if not step:
            break
        first -= step
    while first < hit.first and (
        items[first].text in ("'s", "-", ",", "'")
        or items[first].text in words.coordinators
        or items[first].text in words.prepositions
    ):
        first += 1
    if sentence.lexicon.properties.noun_cases:
        return next((at for at in range(first, hit.first) if _opens_name(sentence, items[at])), hit.first)
    return first


def _opens_name(sentence: Sentence, item: Item) -> bool:
    """Whether a name may begin with an item: with a capital, a number or an ordinal."""
    return item.capital or item.text[0].isdigit() or item.text in sentence.ordinals


def _step(sentence: Sentence, hit: CueHit, first: int) -> int:
    """How many items before `first` belong to the name, 0 where it begins."""
    items, words = sentence.items, sentence.words
    capitals_tell = not sentence.lexicon.properties.nouns_capitalised
    item = items[first - 1]
    if sentence.lexicon.properties.noun_cases:
        return _adjective_step(sentence, hit, item)
    if (
        item.text in words.determiners
        or item.text in words.oblique_determiners
        or (item.start in sentence.verb_starts and not item.capital)
        or (capitals_tell and item.text in sentence.lexicon.day_names)
    ):
        return 0
    if item.is_type("adj", "org", "state", "region", "capital"):
        return 1
    if capitals_tell and item.capital and item.is_type("side", "role", "group") and items[hit.first].capital:
        return 1
    if item.term is None and (
        (item.capital and capitals_tell)
        or item.text.isdigit()
        or item.text in sentence.ordinals
        or item.text == "-"
        or (first == hit.first and _place_adjective(sentence, item))
    ):
        return 1
    numbered = first > 1 and items[first - 2].text.isdigit() and items[first - 2].end == item.start
    if numbered and (item.text == "." or item.text in sentence.lexicon.numbers.day_suffixes):
        return 2
    if capitals_tell and first > 2:
        if item.text == ")" and items[first - 3].text == "(":
            return _BRACKETED
        if item.text == "'" and items[first - 2].end == item.start:
            return 2
    joined = first < hit.first and first > 1 and items[first - 2].capital and items[first].capital
    linked = item.text in words.coordinators or item.text in words.name_links
    return int(item.text in ("'s", "&") or (linked and joined and capitals_tell))


def _adjective_step(sentence: Sentence, hit: CueHit, item: Item) -> int:
    """Where nouns have cases, all before a noun that is of its name are adjectives, numbers and acronyms."""
    adjective = item.term is None and item.text.endswith(sentence.lexicon.adjective_endings)
    number = item.text.isdigit() or item.text in sentence.ordinals or _ROMAN.fullmatch(item.text) is not None
    plain = item.start in sentence.verb_starts or item.text in sentence.words.determiners
    return int(number or item.is_type("adj", "org") or item.text == "-" or (adjective and not plain))


def _last(sentence: Sentence, hit: CueHit) -> int:
    """Past what the name holds behind its noun (`Forum on China-Africa Cooperation`)."""
    items, words = sentence.items, sentence.words
    last = hit.last
    if sentence.lexicon.properties.quoted_names and last < len(items):
        end = quotation_end(items, last, _REACH_BEHIND)
        if end == last and items[last].capital and not items[last].is_type("role"):
            end = last + 1
            inner = next((h for h in sentence.cues.get("gathering", ()) if h.first == last), None)
            end = max(end, inner.last if inner else end, _described(sentence, last))
            while end < len(items) and end - last < _REACH and (more := _more(sentence, end)):
                end += more
        if end > last:
            return end
    opened = items[last - 1].text in words.determiners or items[last - 1].text in words.name_links
    if last >= len(items) or not (opened or items[last].text in words.name_links):
        return last
    at = last if opened else last + 1
    of_bodies = sentence.lexicon.grammar.joint_bodies
    while (
        at < len(items)
        and at - last < _REACH_BEHIND
        and (_goes_on(sentence, at) or _of_body(items, at, of_bodies))
    ):
        at += 1
    while at > last and not (items[at - 1].capital or _of_body(items, at - 1, of_bodies)):
        if items[at - 1].text.isdigit() and items[at - 2].text not in words.name_links:
            break
        at -= 1
    return max(at, last)


def _closed(sentence: Sentence, hit: CueHit, last: int) -> int:
    """Where a cue that ends in an article has no name behind it (`the summit of the bloc`): before what links them."""
    if last != hit.last or sentence.items[last - 1].text not in sentence.words.determiners:
        return last
    while last > hit.first + 1 and _loose_end(sentence, sentence.items[last - 1].text):
        last -= 1
    return last


def _loose_end(sentence: Sentence, text: str) -> bool:
    return text in sentence.words.determiners or text in sentence.words.name_links


def _following(sentence: Sentence, hit: CueHit) -> int:
    """Past a name that stands behind its noun, of capitals, states, numbers and the words between them."""
    items, words = sentence.items, sentence.words
    starts = {h.first for kind, hits in sentence.cues.items() if kind not in _WITHIN for h in hits}
    last, named = hit.last, items[hit.last - 1].capital and hit.first > 0
    whole = False
    dates = {sentence.item_at(d.start) for d in sentence.dates}
    while last < len(items) and last - hit.last < _REACH_BEHIND:
        item = items[last]
        closed = item.text not in words.name_links and item.text not in words.coordinators
        if not (item.text[0].isalnum() or item.text == "-") or item.is_type("role", "counterpart", "group"):
            break
        if last in dates or (closed and (item.text in words.prepositions or item.text in words.masculine)):
            break
        if last in starts or item.text in sentence.lexicon.auxiliaries or item.text in words.determiners:
            break
        before = items[last - 1]
        ends = (whole and not before.is_type("side")) or before.text in words.coordinators
        if ends and item.start in sentence.verb_starts and item.text not in sentence.complements.verb_nouns:
            break
        numbered = item.text[0].isdigit() or item.text in sentence.ordinals
        whole = item.capital or item.term is not None or numbered
        named = named or whole
        last += 1
    while last > hit.last and _loose(sentence, items[last - 1].text):
        last -= 1
    return last if named else hit.last


def _loose(sentence: Sentence, text: str) -> bool:
    """Whether a word or mark that ends a stretch is no more of the name before it."""
    words = sentence.words
    return text == "-" or text in words.name_links or text in words.coordinators or text in words.adverbs


def _described(sentence: Sentence, at: int) -> int:
    """Past the noun of a body that a capitalised adjective opens (`заседание Высшего межгосударственного совета`)."""
    items, adjectives = sentence.items, sentence.lexicon.genitive_adjectives
    end = at
    while end < len(items) and items[end].term is None and items[end].text.endswith(adjectives):
        end += 1
    plain = at < end < len(items) and items[end].term is None and not items[end].capital
    if plain and items[end].text[0].isalpha() and items[end].text not in sentence.words.prepositions:
        return end + 1
    named = at < end < len(items) and (items[end].capital or items[end].is_type("side"))
    return end + 1 if named else at


def _more(sentence: Sentence, at: int) -> int:
    """How many items from `at` go on with a name.

    They are one that belongs to it, another state of a list, a title in brackets, a noun before its body.
    """
    items = sentence.items
    behind = items[at + 1] if at + 1 < len(items) else None
    if _belongs(items[at]) or behind is None:
        return int(_belongs(items[at]))
    linked = items[at].text == "," or items[at].text in sentence.words.coordinators
    if linked and items[at - 1].is_type("state") and behind.is_type("state"):
        return 2
    if items[at].text == "(" and behind.is_type("role") and at + 2 < len(items) and items[at + 2].text == ")":
        return _BRACKETED
    return int(items[at].term is None and items[at].text[0].isalpha() and behind.is_type("org"))


def _belongs(item: Item) -> bool:
    """Whether a word goes on with a name in the genitive (`заседание Совета глав МИД СНГ`)."""
    return item.capital or item.text == "-" or item.is_type("role", "side", "group")


def _of_body(items: list[Item], at: int, bodies: list[str]) -> bool:
    """Whether a word of a joint body, or a state's adjective behind one, stands at `at` (`commission mixte`)."""
    if items[at].text in bodies:
        return True
    return at > 0 and items[at].is_type("adj") and items[at - 1].text in bodies


def _goes_on(sentence: Sentence, at: int) -> bool:
    items, words = sentence.items, sentence.words
    item = items[at]
    capitals_tell = not sentence.lexicon.properties.nouns_capitalised
    if capitals_tell and item.text in sentence.lexicon.day_names:
        return False
    if item.is_type("adj", "people") and at + 1 < len(items) and items[at + 1].is_type("land"):
        return False
    return (
        item.capital
        or item.text.isdigit()
        or item.text in words.determiners
        or item.text in words.oblique_determiners
        or item.text in words.name_links
        or item.text in words.coordinators
        or (item.text == "-" and items[at - 1].end == item.start)
        or (not capitals_tell and (item.term is not None or _adjective_of_name(sentence, at)))
    )


def _adjective_of_name(sentence: Sentence, at: int) -> bool:
    """A lower-case adjective before its noun inside a name (`Sitzung des gemeinsamen Ausschusses`)."""
    endings = tuple(e for e in sentence.lexicon.properties.adjective_endings if e)
    behind = sentence.items[at + 1] if at + 1 < len(sentence.items) else None
    return (
        behind is not None
        and behind.capital
        and sentence.items[at].text.endswith(endings)
        and sentence.items[at - 1].text in sentence.words.oblique_determiners
    )
