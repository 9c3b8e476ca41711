"""Words of several syllables that are written apart (`tăng cường`): one item each."""

from __future__ import annotations

import re
from collections.abc import Iterable

import msgspec

from communique.lexicon.lexicon import PAIRED, Lexicon
from communique.mentions.items import Item
from communique.mentions.matcher import Hit

_BEFORE = re.compile(r"([^\W\d_]+) \Z")
_BEHIND = re.compile(r" ([^\W\d_]+)")
_GIVEN = re.compile(r" ([^\W\d_])[^\W\d_]* ([^\W\d_])")
"""The first letters of two words behind one, which are capitals in a given name of two syllables."""
_LONGEST = 16
"""Characters before a name in which the syllable before it stands."""
_DASHES = "-\u2013\u2014"


class Syllables:
    """Joins the syllables of the pack's verbs, closed classes and number words in one language."""

    def __init__(self, lexicon: Lexicon) -> None:
        numbers, grammar = lexicon.numbers, lexicon.grammar
        words: set[str] = set(lexicon.verb_words)
        for listed in msgspec.structs.asdict(lexicon.words).values():
            words |= listed
        for table in (
            numbers.relative_days,
            numbers.cardinals,
            numbers.ordinals,
            numbers.scales,
            grammar.group_words,
        ):
            words.update(table)
        for rows in (*numbers.units.values(), *numbers.bounds.values(), numbers.counted):
            words.update(rows)
        words.update(w for measure in numbers.measures if measure.counts for w in measure.words)
        for rows in (numbers.by_words, numbers.to_words, numbers.from_words, numbers.range_words):
            words.update(rows)
        words.update((*lexicon.roles.of, *lexicon.roles.modifiers, *grammar.date_bounds))
        words.update((*grammar.generic_parts, *grammar.common_words, *grammar.work_purposes))
        for cue in lexicon.cues.values():
            words.update(word for word in (*cue.beside, *cue.not_beside) if "*" not in word)
        closed = lexicon.words
        self.styles = tuple(sorted(closed.honorifics))
        self.given = frozenset(grammar.given_names)
        self.no_names = closed.not_names | closed.prepositions | closed.determiners | closed.coordinators
        self.no_names |= closed.subordinators | closed.honorifics | lexicon.verb_words
        self.rows = _rows(word.lower() for word in words)

    def whole(self, items: list[Item]) -> list[Item]:
        """The items with the longest known words as wholes; a capital inside one makes another word."""
        rows = self.rows
        if not any(item.text in rows for item in items):
            return items
        out: list[Item] = []
        at, size = 0, len(items)
        while at < size:
            item = items[at]
            found = 1
            if item.term is None:
                for row in rows.get(item.text, ()):
                    if at + len(row) <= size and self._stands(items, at, row):
                        found = len(row)
                        break
            if found > 1:
                last = items[at + found - 1]
                text = " ".join(i.text for i in items[at : at + found])
                item = Item(item.start, last.end, text, None, item.capital)
            out.append(item)
            at += found
        return out

    def named(self, text: str, hits: list[Hit]) -> list[Hit]:
        """The names without those of one syllable that belong to a person's name or a longer word.

        `Hoàng Anh Tuấn` is no mention of England, and the last syllable of `liên bang` no noun of its own.
        """
        starts = {hit.start for hit in hits}
        ends = {hit.end for hit in hits}
        return [
            hit
            for hit in hits
            if not self._of_person(text, hit, starts, ends)
            and not self._in_word(text, hit)
            and not self._surname(text, hit, starts, ends)
        ]

    def _in_word(self, text: str, hit: Hit) -> bool:
        """Whether a noun of one syllable ends a longer word."""
        if hit.term.type != "land" or " " in text[hit.start : hit.end]:
            return False
        before = _BEFORE.search(text, max(0, hit.start - _LONGEST), hit.start)
        if before is None:
            return False
        rows = self.rows.get(before[1].lower(), ())
        return any(" ".join(row) == text[before.start(1) : hit.end].lower() for row in rows)

    def _surname(self, text: str, hit: Hit, starts: set[int], ends: set[int]) -> bool:
        """Whether a noun of one syllable opens a name behind a title (`Phó Phát ngôn Đoàn Khắc Việt`) or a place."""
        noun = text[hit.start : hit.end]
        if hit.term.type not in ("side", "land") or " " in noun or not noun[0].isupper():
            return False
        before = _BEFORE.search(text, max(0, hit.start - _LONGEST), hit.start)
        lead = text[max(0, hit.start - _LONGEST) : hit.start - 1].lower()
        given = _GIVEN.match(text, hit.end)
        named = given is not None and given[1].isupper() and given[2].isupper()
        placed = named and before is not None and before[1][0].isupper()
        titled = hit.start - 1 in ends or placed or (before is not None and lead.endswith(self.styles))
        behind = _BEHIND.match(text, hit.end)
        return titled and behind is not None and behind[1][0].isupper() and hit.end + 1 not in starts

    def _of_person(self, text: str, hit: Hit, starts: set[int], ends: set[int]) -> bool:
        if hit.term.type != "state":
            return False
        if hit.term.entry.startswith(PAIRED):
            return not _paired(text, hit, starts, ends)
        if text[hit.start : hit.end].lower() not in self.given:
            return False
        before = _BEFORE.search(text, max(0, hit.start - _LONGEST), hit.start)
        if hit.start - 1 in ends:
            return False
        if before is not None:
            word = before[1]
            return word[0].isupper() and word.lower() not in self.no_names
        behind = _BEHIND.match(text, hit.end)
        if behind is None or hit.end + 1 in starts or not behind[1][0].isupper():
            return False
        return behind[1].lower() not in self.no_names

    def _stands(self, items: list[Item], at: int, row: tuple[str, ...]) -> bool:
        for k in range(1, len(row)):
            item = items[at + k]
            if item.text != row[k] or item.term is not None or item.capital:
                return False
        return True


def _paired(text: str, hit: Hit, starts: set[int], ends: set[int]) -> bool:
    """Whether a dash joins the name to another name."""
    left, right = hit.start, hit.end
    while left and text[left - 1] == " ":
        left -= 1
    while right < len(text) and text[right] == " ":
        right += 1
    if left and text[left - 1] in _DASHES:
        left -= 1
        while left and text[left - 1] == " ":
            left -= 1
        return left in ends
    if right < len(text) and text[right] in _DASHES:
        right += 1
        while right < len(text) and text[right] == " ":
            right += 1
        return right in starts
    return False


def _rows(words: Iterable[str]) -> dict[str, tuple[tuple[str, ...], ...]]:
    """First syllable to the words that begin with it, the longest first."""
    table: dict[str, set[tuple[str, ...]]] = {}
    for word in words:
        parts = tuple(word.split())
        if len(parts) > 1:
            table.setdefault(parts[0], set()).add(parts)
    return {first: tuple(sorted(rows, key=lambda r: (-len(r), r))) for first, rows in sorted(table.items())}
