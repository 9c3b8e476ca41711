"""One multi-pattern pass over the folded text, filtered by word boundary and case."""

from __future__ import annotations

from collections import Counter
from typing import NamedTuple

import msgspec

from communique.lexicon.lexicon import Lexicon, Term
from communique.text.fold import squeezed

NAME_TYPES = frozenset(
    {
        "state",
        "adj",
        "people",
        "capital",
        "metonym",
        "org",
        "region",
        "role",
        "side",
        "counterpart",
        "guest",
        "succession",
        "group",
        "never",
        "own",
        "land",
    }
)

_LINK = "·"
"""The mark between the parts of a foreign name, where nothing else parts words."""


class Hit(msgspec.Struct, frozen=True, gc=False):
    """A term found: its span in the document and what it is."""

    start: int
    end: int
    term: Term


class Hits(NamedTuple):
    """What the pass found: names without overlap, and cues, each sorted by place."""

    names: list[Hit]
    cues: list[Hit]


def find(lexicon: Lexicon, text: str, folded: str) -> Hits:
    """All terms of the lexicon in the text."""
    names: list[Hit] = []
    cues: list[Hit] = []
    rows = lexicon.rows
    clitics = lexicon.proclitics
    places: list[int] = []
    if clitics is not None and "  " in folded:
        folded, places = squeezed(folded)
    size = len(folded)
    for index, start, end in lexicon.automaton.find_matches_as_indexes(folded, overlapping=True):
        head, tail, left_open, right_open, merged, terms = rows[index]
        right = tail and end < size and folded[end].isalnum()
        if right and not right_open:
            continue
        left = head and start > 0 and folded[start - 1].isalnum()
        if merged and not (clitics and left and clitics.leads(folded, start)):
            continue
        if left and clitics is not None and clitics.opens(folded, start):
            left = False
        if left and not left_open:
            continue
        for term in terms:
            if (left and not term.left_open) or (right and not term.right_open):
                continue
            s = _word_start(folded, start) if left else start
            if term.case and not _case_fits(text, s, end, term):
                continue
            if term.type == "cue":
                cues.append(Hit(s, _word_end(folded, end) if right else end, term))
            else:
                names.append(Hit(s, end, term))
    if places:
        names, cues = _placed(names, places), _placed(cues, places)
    if not lexicon.properties.word_boundary and _LINK in folded:
        names = [hit for hit in names if not _linked(folded, hit)]
    if lexicon.shared:
        names = _settled(names)
    return Hits(_longest(names), _widest(cues))


def _linked(folded: str, hit: Hit) -> bool:
    """Whether a name hit is joined to another name, as part of a person's (`马里·洛佩斯`)."""
    return folded[hit.end : hit.end + 1] == _LINK or folded[hit.start - 1 : hit.start] == _LINK


def _settled(names: list[Hit]) -> list[Hit]:
    """The names without the state, or the other state's capital, that one name is not: the rarer state."""
    kinds: dict[tuple[int, int], dict[str, str]] = {}
    for hit in names:
        if hit.term.type in ("state", "capital"):
            kinds.setdefault((hit.start, hit.end), {})[hit.term.type] = hit.term.value
    twofold = {span: k for span, k in kinds.items() if len(set(k.values())) > 1}
    if not twofold:
        return names
    told = Counter(
        h.term.value
        for h in names
        if h.term.type in ("state", "adj", "capital") and (h.start, h.end) not in twofold
    )
    wrong = {
        (span, "state" if told[k["capital"]] > told[k["state"]] else "capital") for span, k in twofold.items()
    }
    return [h for h in names if ((h.start, h.end), h.term.type) not in wrong]


def _placed(hits: list[Hit], places: list[int]) -> list[Hit]:
    """The hits where their letters stand in the text itself."""
    return [Hit(places[hit.start], places[hit.end - 1] + 1, hit.term) for hit in hits]


def _word_start(folded: str, at: int) -> int:
    while at and (folded[at - 1].isalnum() or folded[at - 1] == "-"):
        at -= 1
    return at


def _word_end(folded: str, at: int) -> int:
    while at < len(folded) and folded[at].isalnum():
        at += 1
    return at


def _case_fits(text: str, start: int, end: int, term: Term) -> bool:
    if term.case == 2:
        return text[start:end] == term.written or text[start:end].isupper()
    if not (text[start].isupper() or not text[start].isalpha()):
        return False
    return term.type != "state" or " " not in term.written or _as_written(text[start:end], term.written)


def _as_written(name: str, written: str) -> bool:
    """Whether a state's name behind an article has the capital that it is written with (`La réunion` is none)."""
    article, _, last = written.partition(" ")
    if len(article) > _ARTICLE or " " in last or not last[:1].isupper():
        return True
    return not name.rpartition(" ")[2][:1].islower()


def _place(hit: Hit) -> tuple[int, int]:
    return hit.start, -hit.end


_ARTICLE = 3
"""The most letters of an article that opens the name of a state."""
_RANK = {"never": 0, "role": 1, "group": 2, "org": 3, "state": 4, "region": 5}


def _longest(hits: list[Hit]) -> list[Hit]:
    """Longest first among overlapping hits; a string that must not resolve takes its place with it."""
    hits.sort(key=lambda h: (h.start, -h.end, h.term.left_open, _RANK.get(h.term.type, 9), h.term.value))
    out: list[Hit] = []
    for at, hit in enumerate(hits):
        if out and hit.start < out[-1].end:
            last = out[-1]
            if hit.end - hit.start <= last.end - last.start:
                continue
            out.pop()
            if out and hit.start < out[-1].end:
                out.append(last)
                continue
            same = hit.term.type == last.term.type
            shorter = None if same else _shorter(hits, at, last, hit.start)
            if shorter is not None:
                out.append(shorter)
        out.append(hit)
    return [h for h in out if h.term.type != "never"]


def _shorter(hits: list[Hit], before: int, dropped: Hit, end: int) -> Hit | None:
    """The longest hit that begins as the dropped one does and ends before `end` (`spokesman of the ministry`)."""
    for at in range(before - 1, -1, -1):
        hit = hits[at]
        if hit.start < dropped.start:
            return None
        if hit.start == dropped.start and hit.end <= end:
            return hit
    return None


def _widest(hits: list[Hit]) -> list[Hit]:
    """Cues by place, without those inside a longer cue of the same kind."""
    hits.sort(key=_place)
    reach: dict[str, tuple[int, int]] = {}
    out: list[Hit] = []
    for hit in hits:
        start, end, kind = hit.start, hit.end, hit.term.value
        known = reach.get(kind)
        if known is None or end > known[1]:
            reach[kind] = (start, end)
        elif known != (start, end):
            continue
        out.append(hit)
    return out
