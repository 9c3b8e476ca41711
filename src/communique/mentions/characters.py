"""Words of a text without spaces: known words by longest match, names where no word is known."""

from __future__ import annotations

import re
from collections.abc import Iterable

import msgspec

from communique.lexicon.lexicon import Lexicon
from communique.mentions.items import Item
from communique.mentions.matcher import Hit

_SIGN = re.compile(r"[\u3400-\u9fff·]")
_MAX_NAME = 12


class Characters:
    def __init__(self, lexicon: Lexicon) -> None:
        g = lexicon.grammar
        self.given = frozenset(g.given_names)
        self.longest = max(map(len, lexicon.segmenting))
        self.words = lexicon.segmenting
        self.surnames = frozenset(g.surnames)
        self.foreign = frozenset(g.name_letters)
        self.verbs = lexicon.verb_words
        self.meeting = lexicon.words.meeting_preps
        self.telling = frozenset(g.tellers) | frozenset(g.heading_verbs)
        links = "|".join(map(re.escape, sorted(self.meeting)))
        self.openers = re.compile(rf"\A|\n+\s*|[.!?]|(?:{links})")
        w = lexicon.words
        self.loose = w.prepositions | w.coordinators | w.futures | w.perfect | w.adverbs | w.obligations

    def cut(self, folded: str, start: int, end: int) -> list[tuple[int, int, bool]]:
        """Spans of known words and of single unknown signs, by longest match."""
        out = []
        at = start
        while at < end:
            size = min(self.longest, end - at)
            while size > 1 and folded[at : at + size] not in self.words:
                size -= 1
            out.append((at, at + size, folded[at : at + size] in self.words))
            at += size
        return out

    def name_behind(self, folded: str, at: int, end: int) -> int:
        """Past the name that begins at `at`, or `at`."""
        for name in self.given:
            if folded.startswith(name, at):
                return at + len(name)
        stop = at
        while stop < end and _SIGN.match(folded[stop]) and stop - at < _MAX_NAME:
            stop += 1
        first = folded[at : at + 1]
        own = self._own(folded, at, stop)
        last = at
        pieces = self.cut(folded, at, stop)
        for s, e, known in pieces:
            if known and not (e - s == 1 and folded[s] in self.foreign and folded[s] not in self.loose):
                break
            last = e
        while last > at and not (folded[last - 1] in self.foreign or folded[last - 1] == "·"):
            last -= 1
        run = folded[at:last]
        k = 0
        while k < len(run) and (run[k] in self.foreign or run[k] == "·"):
            k += 1
        if own and (k < 3 or k <= own - at):
            return own
        return at + k if k >= 2 else own or at

    def _own(self, folded: str, at: int, stop: int) -> int:
        opening = self.cut(folded, at, stop)
        if not opening or (opening[0][2] and opening[0][1] - at > 1):
            return 0
        head = 2 if folded[at : at + 2] in self.surnames else 1 if folded[at : at + 1] in self.surnames else 0
        if not head:
            return 0
        short, long = at + head + 1, at + head + 2
        if short > stop:
            return 0
        if long > stop:
            return short
        behind = self.cut(folded, short, min(stop, short + self.longest))[0]
        if behind[2] and (behind[1] - behind[0] > 1 or folded[short] in self.loose):
            return short
        return long

    def names(self, folded: str, hits: list[Hit]) -> frozenset[str]:
        """Names beside titles in the whole text."""
        out: set[str] = set()
        for at, hit in enumerate(hits):
            if hit.term.type != "role":
                continue
            end = hits[at + 1].start if at + 1 < len(hits) else len(folded)
            begin = hit.end
            last = self.name_behind(folded, begin, end)
            if last > begin:
                out.add(folded[begin:last])
            # X主席
            floor = hits[at - 1].end if at else 0
            for size in (3, 2):
                s = hit.start - size
                if (
                    s >= floor
                    and folded[s] in self.surnames
                    and all(_SIGN.match(c) for c in folded[s : hit.start])
                ):
                    if not any(k and e - b > 1 for b, e, k in self.cut(folded, s, hit.start)):
                        out.add(folded[s : hit.start])
                        break
        taken = [(h.start, h.end) for h in hits]
        out.update(self._untitled(folded, taken))
        return frozenset(out) | {n for n in self.given if n in folded}

    def _untitled(self, folded: str, taken: list[tuple[int, int]]) -> set[str]:
        """Names that open a sentence before a verb of saying or meeting, or stand behind a word of meeting."""
        inside = {i for start, end in taken for i in range(start, end)}
        out: set[str] = set()
        for match in self.openers.finditer(folded):
            at = match.end()
            if at in inside:
                continue
            end = at
            while (
                end < len(folded) and end not in inside and _SIGN.match(folded[end]) and end - at < _MAX_NAME
            ):
                end += 1
            last = self.name_behind(folded, at, end)
            if last - at < 2:
                continue
            opened = match[0].strip() not in self.meeting
            behind = self.cut(folded, last, min(len(folded), last + self.longest))[0]
            word = folded[behind[0] : behind[1]]
            if (opened and (word in self.telling or word in self.meeting)) or (
                not opened and word in self.verbs
            ):
                out.add(folded[at:last])
        return out

    def whole(self, items: list[Item], names: frozenset[str]) -> list[Item]:
        """The items with signs joined to known words and names."""
        out: list[Item] = []
        at, size = 0, len(items)
        sizes = sorted({len(n) for n in names}, reverse=True)
        while at < size:
            item = items[at]
            if item.term is not None or not _SIGN.match(item.text) or len(item.text) > 1:
                out.append(item)
                at += 1
                continue
            stop = at
            while (
                stop < size
                and items[stop].term is None
                and len(items[stop].text) == 1
                and _SIGN.match(items[stop].text)
                and stop - at < self.longest + 8
            ):
                stop += 1
            run = "".join(i.text for i in items[at:stop])
            named = next((n for n in sizes if n <= len(run) and run[:n] in names), 0)
            known = next((n for n in range(min(self.longest, len(run)), 0, -1) if run[:n] in self.words), 0)
            if named and named >= known:
                take, capital = named, True
            else:
                take, capital = max(known, 1), False
            # a name may begin inside a known word's reach
            out.append(Item(item.start, items[at + take - 1].end, run[:take], None, capital))
            at += take
        return out
