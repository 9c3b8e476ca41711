"""Takes apart words that are written together, and tells names where no capital does."""

from __future__ import annotations

import re
from functools import lru_cache

import msgspec

from communique.lexicon.lexicon import Lexicon
from communique.mentions.items import Item
from communique.text.clitics import Proclitics

_LEAST = 3
"""Letters of a word behind a proclitic, unless it is of a closed class."""
_KEPT = 1 << 14
"""Words whose parts are kept: the same ones come again and again."""
_WORD = re.compile(r"[^\W\d_]+")


class JoinedWords:
    """Splits proclitics off in one language, and gives a capital to words that only a name can hold."""

    def __init__(self, lexicon: Lexicon, proclitics: Proclitics) -> None:
        self.proclitics = proclitics
        self.endings = tuple(lexicon.properties.word_endings)
        self.nouns = tuple(lexicon.properties.noun_endings)
        grammar = lexicon.grammar
        self.names = frozenset(grammar.given_names)
        listed = msgspec.structs.asdict(grammar)
        listed.pop("given_names")
        self.closed = _words(listed)
        self.verbs = lexicon.verb_words
        self.finite = lexicon.finite
        self.formal = lexicon.words.formal_nouns
        self.prepositions = lexicon.words.prepositions
        known = self.closed | lexicon.verb_words
        told, names = _literals(lexicon)
        for part in (names, lexicon.sector_words, lexicon.roles.portfolios):
            known |= _words(part)
        for table in (lexicon.roles.modifiers, msgspec.structs.asdict(lexicon.numbers), lexicon.calendar):
            known |= _words(table)
        known |= frozenset(w for w in _words(told) - known if not self._governed(w, known))
        verbs = (lexicon.verb_words | self.closed).difference(lexicon.numbers.cardinals)
        self.listed = frozenset((*grammar.common_words, *lexicon.numbers.cardinals))
        known = frozenset(w for w in known if not self._is_joined(w, known, verbs))
        article = proclitics.article
        bare = {w.removeprefix(article) for w in known if len(w) > len(article) + 1}
        self.known = (known | bare) - self.names
        self._parted = lru_cache(_KEPT)(self._part)

    def apart(self, text: str, folded: str, items: list[Item]) -> list[Item]:
        """The items with proclitics on their own; a word that the pack does not know has a capital."""
        out: list[Item] = []
        for item in items:
            end = item.end
            while end < len(folded) and folded[end] == " " and not text[end].isspace():
                end += 1
            if item.term is not None or not item.text[0].isalpha():
                out.append(
                    item if end == item.end else Item(item.start, end, item.text, item.term, item.capital)
                )
                continue
            cut, rest, named = self._parted(item.text)
            for at in range(cut):
                here = item.start + at
                out.append(Item(here, here + 1, item.text[at], None, False))
            if named is None:
                named = text[item.start + cut : item.end] == rest
            out.append(Item(item.start + cut, end, rest, None, named))
        return out

    def _part(self, word: str) -> tuple[int, str, bool | None]:
        """How many letters at the front are words of their own, the rest, and whether only a name can be that.

        Of a name that is a word of a closed class too only its letters tell (None): written with none of their
        own it is the name.
        """
        whole = self._is_known(word) and not self._acts(word) and not self._leads_on(word)
        cut, rest = (0, word) if whole else self._cut(word)
        if rest in self.names and rest in self.closed:
            return cut, rest, None
        return cut, rest, not self._is_known(rest) and not self._plain_noun(rest)

    def _governed(self, word: str, known: frozenset[str]) -> bool:
        """Whether a word that only cues hold is a known one with a preposition (`for-visit`)."""
        return any(
            word.startswith(c) and len(word) >= len(c) + _LEAST and word[len(c) :] in known
            for c in self.proclitics.joined
        )

    def _is_joined(self, word: str, known: frozenset[str], verbs: frozenset[str]) -> bool:
        """Whether a listed word is another one with a proclitic, as it stands inside of a title."""
        clitics = self.proclitics
        if word.startswith(clitics.lead + clitics.rest) and len(word) > _LEAST + 2:
            return True
        if any(word.startswith(c + clitics.article) and len(word) > _LEAST + 3 for c in clitics.joined):
            return True
        rest = word.removeprefix(self.proclitics.common)
        if rest == word or word in self.verbs or word in self.listed:
            return False
        return (len(rest) > _LEAST and rest in known) or (len(rest) == _LEAST and rest in verbs)

    def _acts(self, word: str) -> bool:
        """Whether a word that is none of its own is a finite verb with the commonest proclitic."""
        return word.startswith(self.proclitics.common) and word not in self.known and word[1:] in self.finite

    def _leads_on(self, word: str) -> bool:
        """`لجمهورية تشاد`, `ومن`: the noun that opens a state's formal name, or a preposition, with a proclitic."""
        if word.startswith(self.proclitics.common) and word[1:] in self.prepositions:
            return True
        return any(word.startswith(c) and word[len(c) :] in self.formal for c in self.proclitics.joined)

    def _cut(self, word: str) -> tuple[int, str]:
        """How many letters at the front are words of their own, and what stands behind them, whole."""
        if word in self.names:
            return 0, word
        article = self.proclitics.article
        for joined in self.proclitics.shortest_first:
            if not word.startswith(joined):
                continue
            rest = word[len(joined) :]
            whole = self.proclitics.whole(rest)
            swallowed = joined.endswith(self.proclitics.lead) and rest.startswith(self.proclitics.rest)
            if swallowed and len(rest) > _LEAST:
                return len(joined), whole
            if rest in self.names or rest in self.closed or (len(rest) >= _LEAST and self._is_known(rest)):
                return len(joined), rest
            if rest.startswith(article) and len(rest) > len(article) + _LEAST:
                return len(joined), rest
        if word.startswith(self.proclitics.common) and len(word) > _LEAST + 1:
            return 1, word[1:]
        if self._plain_noun(word) and word[0] in self.proclitics.joined:
            return 1, word[1:]
        return 0, word

    def _plain_noun(self, word: str) -> bool:
        """Whether a word that nobody knows ends as nouns do and names do not."""
        named = word in self.names or word.startswith(self.proclitics.article)
        return len(word) > _LEAST + 2 and word.endswith(self.nouns) and not named

    def _is_known(self, word: str) -> bool:
        if word in self.names:
            return False
        if word in self.known:
            return True
        bare = word.removeprefix(self.proclitics.article)
        if bare in self.known:
            return True
        for ending in self.endings:
            if bare.endswith(ending) and len(bare) - len(ending) >= _LEAST:
                stem = bare.removesuffix(ending)
                if stem in self.known or stem + self.endings[-1] in self.known:
                    return True
        return False


def _literals(lexicon: Lexicon) -> tuple[list[str], list[str]]:
    """The pack's literals that only cues have, and those that name something."""
    told: list[str] = []
    names: list[str] = []
    for literal, rows in zip(lexicon.literals[: lexicon.whole], lexicon.terms, strict=False):
        (told if all(row.type == "cue" for row in rows) else names).append(literal)
    return told, names


def _words(value: object) -> frozenset[str]:
    """All words in a table, a list or a string."""
    if isinstance(value, str):
        return frozenset(_WORD.findall(value))
    if isinstance(value, dict):
        return _words(list(value)) | _words(list(value.values()))
    if isinstance(value, list | tuple | frozenset):
        return frozenset().union(*map(_words, value))
    return frozenset()
