"""Kind `gathering`: a summit, conference, expo, session, forum or ceremony."""

from __future__ import annotations

import re

from communique.kinds.record import Place, Record
from communique.mentions.items import Item
from communique.reading.context import CueHit
from communique.reading.sentence import Sentence
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


_YEAR = re.compile(r"(?:19|20)\d\d\Z")


def assemble(sentence: Sentence, cues: list[CueHit]) -> None:
    """Emit gatherings: a named summit, conference, session or the like, with ordinal, place and date."""
    for hit in cues:
        first, last, named = _name(sentence, hit)
        if not named and "named" in hit.cue.needs:
            sentence.drop(hit, "no name of its own")
            continue
        span = sentence.span(first, last)
        ordinal = hit.cue.set.get("ordinal") or sentence.ordinal(first, last)
        place = sentence.place_after(last, reach=8)
        sentence.emit(
            hit,
            "gathering",
            {
                "name": sentence.quote(span),
                "type": hit.cue.set.get("type"),
                "ordinal": ordinal,
                "place": place,
                "date": sentence.date_near(hit),
                "host": place.country if place else None,
            },
            modality=sentence.gathering_modality(hit),
            spans=sentence.evidence(hit),
        )


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
    items, words = sentence.items, sentence.words
    capitals_tell = not sentence.lexicon.properties.nouns_capitalised
    first = hit.first
    while first > 0 and hit.first - first < 9:
        item = items[first - 1]
        if (
            item.text in words.determiners
            or item.text in words.oblique_determiners
            or (item.start in sentence.verb_starts and not item.capital)
        ):
            break
        if item.is_type("adj", "org", "state", "region", "capital") or (
            item.term is None
            and (
                (item.capital and capitals_tell)
                or item.text.isdigit()
                or item.text in sentence.ordinals
                or item.text == "-"
                or (first == hit.first and _place_adjective(sentence, item))
            )
        ):
            first -= 1
        elif item.text == "." and first > 1 and items[first - 2].text.isdigit():
            first -= 2
        elif item.text in ("'s", "&") or (
            (item.text in words.coordinators or item.text in ("of", "on", "for"))
            and first < hit.first
            and first > 1
            and items[first - 2].capital
            and items[first].capital
            and capitals_tell
        ):
            first -= 1
        else:
            break
    while first < hit.first and (
        items[first].text in ("'s", "-", ",")
        or items[first].text in words.coordinators
        or items[first].text in words.prepositions
    ):
        first += 1
    last = hit.last
    opened = items[last - 1].text in words.determiners or items[last - 1].text in words.name_links
    if last < len(items) and (opened or items[last].text in words.name_links):
        at = last if opened else last + 1
        while (
            at < len(items)
            and at - last < 16
            and (
                items[at].capital
                or items[at].text.isdigit()
                or items[at].text in words.determiners
                or items[at].text in words.oblique_determiners
                or items[at].text in words.name_links
                or items[at].text in words.coordinators
                or (not capitals_tell and items[at].term is not None)
            )
        ):
            at += 1
        while at > last and (not items[at - 1].capital and not items[at - 1].text.isdigit()):
            at -= 1
        last = max(at, last)
    if last < len(items) and _YEAR.match(items[last].text):
        last += 1
    return first, last, first < hit.first or last > hit.last or "ordinal" in hit.cue.set
