"""Persons who are called as a state or a capital is: `Santiago Peña`, `François Hollande`."""

from __future__ import annotations

from communique.lexicon.lexicon import Lexicon
from communique.mentions.matcher import Hit

_PLACES = frozenset({"state", "capital"})


def without_namesakes(lexicon: Lexicon, text: str, folded: str, names: list[Hit]) -> list[Hit]:
    """The name hits without those that are a part of a person's name.

    A state behind `de` is one (`el ministro de Francia Jean Petit`). A family name that stands behind a
    given name once is one wherever nothing governs it.
    """
    given, family = lexicon.given_namesakes, lexicon.family_namesakes
    if not (given or family):
        return names
    places = [
        hit for hit in names if hit.term.type in _PLACES and folded[hit.start : hit.end] in given | family
    ]
    if not places:
        return names
    starts = {hit.start for hit in names}
    persons: set[Hit] = set()
    surnames: set[str] = set()
    for hit in places:
        word = folded[hit.start : hit.end]
        before = _word_before(text, hit.start)
        elided = folded[max(0, hit.start - 1) : hit.start] == "'"
        owned = hit.term.type == "state" and (elided or before.lower() in lexicon.roles.of)
        if word in given and not owned and _leads_name(lexicon, text, hit, starts):
            persons.add(hit)
        elif word in family and _is_given(lexicon, before, hit, starts):
            persons.add(hit)
            surnames.add(word)
    for hit in places if surnames else ():
        before = _word_before(text, hit.start).lower()
        governed = before in lexicon.words.determiners or before in lexicon.words.prepositions
        if folded[hit.start : hit.end] in surnames and not governed:
            persons.add(hit)
    return [hit for hit in names if hit not in persons]


def _leads_name(lexicon: Lexicon, text: str, hit: Hit, starts: set[int]) -> bool:
    """Whether another word with a capital stands behind a hit that is not all in capitals."""
    if text[hit.end : hit.end + 1] not in (" ", "-") or text[hit.start : hit.end].isupper():
        return False
    if hit.end + 1 in starts:
        return text[hit.end + 1 : hit.end + 2].isupper() and _called(lexicon, text, hit.end + 1)
    return text[hit.end + 1 : hit.end + 2].isupper()


def _called(lexicon: Lexicon, text: str, start: int) -> bool:
    """Whether the word at `start` is a family name of the list (`Asunción Lima`)."""
    word = text[start:].split(None, 1)[0].rstrip(",.;:)").lower()
    return word in lexicon.family_namesakes


def _is_given(lexicon: Lexicon, before: str, hit: Hit, starts: set[int]) -> bool:
    """Whether the word right before a hit may be a given name."""
    start = hit.start - 1 - len(before)
    if not before[:1].isupper() or (start in starts and before.lower() not in lexicon.given_namesakes):
        return False
    lowered = before.lower()
    return lowered not in lexicon.words.not_names and lowered not in lexicon.words.prepositions


def _word_before(text: str, start: int) -> str:
    """The word that ends right before the blank before `start`, or nothing."""
    if start < 2 or text[start - 1] not in " -":
        return ""
    begin = start - 1
    while begin and (text[begin - 1].isalpha() or text[begin - 1] == "-"):
        begin -= 1
    return text[begin : start - 1]
