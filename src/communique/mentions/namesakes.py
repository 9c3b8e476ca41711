"""Persons who are called as a state, a capital or an office is: `Santiago Peña`, `Iván Duque`."""

from __future__ import annotations

from communique.lexicon.lexicon import Lexicon
from communique.mentions.matcher import Hit

_STYLE = 12
"""Characters of a style before a name, at most."""
_TYPES = frozenset({"state", "capital", "role"})


def without_namesakes(lexicon: Lexicon, text: str, folded: str, names: list[Hit]) -> list[Hit]:
    """The name hits without those that are a part of a person's name.

    A state behind `de` is one (`el ministro de Francia Jean Petit`), an office behind an
    article too (`le pape Léon`). A family name that stands behind a given name once is one wherever nothing
    governs it.
    """
    names = _without_titles_in_names(lexicon, text, folded, names)
    given, family = lexicon.given_namesakes, lexicon.family_namesakes
    either = given | family
    if not either:
        return names
    places = [hit for hit in names if hit.term.type in _TYPES and folded[hit.start : hit.end] in either]
    if not places:
        return names
    starts = {hit.start for hit in names}
    persons: set[Hit] = set()
    surnames: set[str] = set()
    for hit in places:
        word = folded[hit.start : hit.end]
        before = _word_before(text, hit.start)
        if (
            word in given
            and not _owned(lexicon, folded, hit, before.lower())
            and _leads_name(lexicon, text, hit, starts)
        ):
            persons.add(hit)
        elif word in family and _is_given(lexicon, text, hit, before, starts):
            persons.add(hit)
            surnames.add(word)
    for hit in places if surnames else ():
        before = _word_before(text, hit.start).lower()
        governed = before in lexicon.words.determiners or before in lexicon.words.prepositions
        if folded[hit.start : hit.end] in surnames and text[hit.start].isupper() and not governed:
            persons.add(hit)
    return [hit for hit in names if hit not in persons]


def _without_titles_in_names(lexicon: Lexicon, text: str, folded: str, names: list[Hit]) -> list[Hit]:
    """The name hits without the titles that are a person's name: `Amir-Hosseini`, `Dr Sultan bin Saad`."""
    titles, styles = lexicon.title_names, tuple(lexicon.grammar.commoner_honorifics)
    if not titles:
        return names
    return [
        hit
        for hit in names
        if hit.term.type != "role"
        or folded[hit.start : hit.end] not in titles
        or not text[hit.start].isupper()
        or not (
            _hyphened(text, hit) or _common(folded, hit.start, styles) or _inside_name(lexicon, text, hit)
        )
    ]


def _hyphened(text: str, hit: Hit) -> bool:
    """Whether a hyphen joins a title to a word with a capital."""
    behind = text[hit.end : hit.end + 1] == "-" and text[hit.end + 1 : hit.end + 2].isupper()
    return behind or (text[hit.start - 1 : hit.start] == "-" and text[: hit.start - 1][-1:].isalpha())


def _common(folded: str, start: int, styles: tuple[str, ...]) -> bool:
    """Whether a style stands before a title that nobody who holds it has (`Dr Sultan`)."""
    before = folded[max(0, start - _STYLE) : start].rstrip(" .")
    style = next((style for style in styles if before.endswith(style)), None)
    return style is not None and not before[: -len(style)][-1:].isalpha()


def _inside_name(lexicon: Lexicon, text: str, hit: Hit) -> bool:
    """`Saad bin Ahmed Sultan Al Omari`: whether two parts of a name stand before a title, and one behind."""
    before = _word_before(text, hit.start)
    if not (text[hit.end : hit.end + 1] == " " and text[hit.end + 1 : hit.end + 2].isupper()):
        return False
    if not _plain(lexicon, before):
        return False
    first = _word_before(text, hit.start - 1 - len(before)).lower()
    return first in lexicon.words.particles and first not in lexicon.words.prepositions


def _owned(lexicon: Lexicon, folded: str, hit: Hit, before: str) -> bool:
    """Whether the word before a hit says that it is no name: `de` before a state, an article before an office."""
    if hit.term.type == "capital":
        return False
    if folded[hit.start - 1 : hit.start] == "'" or before in lexicon.roles.of:
        return True
    if hit.term.type != "role":
        return False
    if not before:
        return not _styled(lexicon, folded, hit.start)
    return before in lexicon.words.determiners or before in lexicon.words.prepositions


def _styled(lexicon: Lexicon, folded: str, start: int) -> bool:
    """Whether a style with a full stop stands before (`M. Pape Sow`)."""
    before = folded[max(0, start - _STYLE) : start].rstrip()
    return before.endswith(".") and before[:-1].rpartition(" ")[2] in lexicon.words.honorifics


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


def _is_given(lexicon: Lexicon, text: str, hit: Hit, before: str, starts: set[int]) -> bool:
    """Whether the word right before a hit may be a given name, or a particle behind one (`Bruno Le Maire`)."""
    if not (before[:1].isupper() and text[hit.start].isupper()):
        return False
    start, lowered = hit.start - 1 - len(before), before.lower()
    if lowered in lexicon.words.particles:
        return _plain(lexicon, _word_before(text, start))
    return _plain(lexicon, before) and (start not in starts or lowered in lexicon.given_namesakes)


def _plain(lexicon: Lexicon, word: str) -> bool:
    """Whether a word with a capital is none of the closed ones."""
    lowered = word.lower()
    return word[:1].isupper() and not (
        lowered in lexicon.words.not_names
        or lowered in lexicon.words.prepositions
        or lowered in lexicon.words.honorifics
    )


def _word_before(text: str, start: int) -> str:
    """The word that ends right before the blank before `start`, or nothing."""
    if start < 2 or text[start - 1] not in " -":
        return ""
    begin = start - 1
    while begin and (text[begin - 1].isalpha() or text[begin - 1] == "-"):
        begin -= 1
    return text[begin : start - 1]
