"""A sentence as a row of items: name hits as wholes, every other token on its own."""

from __future__ import annotations

import re

import msgspec

from communique.lexicon.cases import GENITIVE, may_be
from communique.lexicon.lexicon import Term
from communique.mentions.matcher import Hit
from communique.text.tokens import TOKEN

_DASH = "\u2014"
_STOPS = frozenset({",", "."})


class Item(msgspec.Struct, frozen=True, gc=False):
    """One item: its span, its folded text, what it names (None: a plain token), and its case."""

    start: int
    end: int
    text: str
    term: Term | None
    capital: bool

    def may_own(self) -> bool:
        """Whether a name may belong to the noun before it: it is a genitive, or its form does not tell."""
        return self.term is not None and may_be(self.term.cases, GENITIVE)

    def is_type(self, *types: str) -> bool:
        """Whether the item is a name hit of one of these types."""
        return self.term is not None and self.term.type in types


def items_of(
    text: str, folded: str, start: int, end: int, names: list[Hit], token: re.Pattern[str] = TOKEN
) -> list[Item]:
    """The items of `text[start:end]`; `names` are the name hits inside it, sorted and disjoint."""
    out: list[Item] = []
    dashed = text.find(_DASH, start, end) >= 0
    pos = start
    for hit in names:
        if hit.start < pos:
            continue
        if pos < hit.start:
            _plain(out, text, folded, pos, hit.start, dashed, token)
        out.append(named(text, folded, hit))
        pos = hit.end
    _plain(out, text, folded, pos, end, dashed, token)
    return out


def named(text: str, folded: str, hit: Hit) -> Item:
    """The item that a name hit is."""
    return Item(hit.start, hit.end, folded[hit.start : hit.end], hit.term, text[hit.start].isupper())


def with_joined_particles(text: str, items: list[Item], particles: frozenset[str]) -> list[Item]:
    """The items with `el-Sisi`, `al-Thani` as capitalised: a particle that a hyphen joins to a name."""
    return [_raised(text, item, particles) for item in items]


def _raised(text: str, item: Item, particles: frozenset[str]) -> Item:
    if item.capital or item.term is not None or "-" not in item.text:
        return item
    head, _, rest = item.text.partition("-")
    if head not in particles or not rest or not text[item.start + len(head) + 1].isupper():
        return item
    return Item(item.start, item.end, item.text, None, True)


def with_formal_names(items: list[Item], nouns: frozenset[str], links: frozenset[str]) -> list[Item]:
    """The items with formal names of states as wholes (`Republic of Kenya`, `Republik Usbekistan`)."""
    if nouns.isdisjoint([item.text for item in items]):
        return items
    out: list[Item] = []
    for item in items:
        if item.is_type("state"):
            at = len(out)
            while at and out[at - 1].term is None and out[at - 1].text in links:
                at -= 1
            first = at
            while first and out[first - 1].term is None and out[first - 1].text in nouns:
                first -= 1
            if first < at:
                opener = out[first]
                item = Item(opener.start, item.end, item.text, item.term, opener.capital)
                del out[first:]
        out.append(item)
    return out


def _plain(
    out: list[Item], text: str, folded: str, start: int, end: int, dashed: bool, token: re.Pattern[str]
) -> None:
    """The tokens of `text[start:end]`; `dashed` says that the sentence has a dash that may join two."""
    if dashed:
        for match in token.finditer(folded, start, end):
            parted(out, text, folded, *match.span())
    else:
        _parted(out, text, folded, start, end, token)


def _matched(text: str, folded: str, start: int, end: int, token: re.Pattern[str]) -> list[Item]:
    return [
        Item(s := match.start(), match.end(), match[0], None, text[s].isupper())
        for match in token.finditer(folded, start, end)
    ]


def _parted(out: list[Item], text: str, folded: str, start: int, end: int, token: re.Pattern[str]) -> None:
    """The tokens where spaces part words: a word of letters alone, with a comma or stop, needs no pattern."""
    at = start
    for word in folded[start:end].split(" "):
        stop = at + len(word)
        if word.isalpha():
            out.append(Item(at, stop, word, None, text[at].isupper()))
        elif word[-1:] in _STOPS and word[:-1].isalpha():
            out.append(Item(at, stop - 1, word[:-1], None, text[at].isupper()))
            out.append(Item(stop - 1, stop, word[-1], None, False))
        elif word:
            out += _matched(text, folded, at, stop, token)
        at = stop + 1


def parted(out: list[Item], text: str, folded: str, start: int, end: int) -> None:
    """Add the token `folded[start:end]`, in parts where a dash joins two words, which is no hyphen."""
    if end - start == 1 or text.find(_DASH, start, end) < 0:
        out.append(Item(start, end, folded[start:end], None, text[start].isupper()))
        return
    while start < end:
        at = text.find(_DASH, start, end)
        stop = end if at < 0 else max(at, start + 1)
        out.append(Item(start, stop, folded[start:stop], None, text[start].isupper()))
        start = stop


def opens_clause(items: list[Item], at: int, finite: frozenset[str]) -> bool:
    """Whether a finite verb stands before the next mark behind `at`, where subordinate clauses end in it."""
    for k in range(at + 1, len(items)):
        if items[k].text in (",", ";", ":", ".", '"'):
            last = items[k - 1]
            return k > at + 2 and last.term is None and not last.capital and last.text in finite
    return False


def quotation_end(items: list[Item], at: int, reach: int) -> int:
    """Past the quotation of a name that opens at item `at`, no longer than `reach`; `at` where none does."""
    if at + 2 >= len(items) or items[at].text != '"' or not items[at + 1].capital:
        return at
    for end in range(at + 2, min(len(items), at + reach)):
        if items[end].text == '"':
            return end + 1
    return at
