"""What a cue is about: the stretch behind it, cut into one piece for each action."""

from __future__ import annotations

import re
from collections.abc import Container
from functools import lru_cache
from unicodedata import category

from communique.base.spans import Span, tidy
from communique.lexicon.lexicon import Lexicon
from communique.mentions.items import Item

CLOSE = frozenset({";", "!", "?"})
"""Marks that end a complement."""
UNBROKEN = CLOSE - {";"}
"""The same where a list of actions goes on behind a semicolon."""
_FULL_STOP = "."
_DASH = "-"
_PHRASE = 24
"""The most items of a prepositional phrase."""
_ASIDE = 8
"""Items of an aside between two commas behind a verb, the first comma included."""
_SHORT = 3
"""Letters up to which a word before a full stop may be an abbreviation."""


class Infinitives:
    """The infinitives that a pack lists; all words that are built as infinitives are among them."""

    def __init__(self, listed: frozenset[str], built: re.Pattern[str]) -> None:
        self.listed = listed
        self.built = built

    def __contains__(self, word: object) -> bool:
        return word in self.listed or (isinstance(word, str) and self.built.fullmatch(word) is not None)


class Complements:
    """Cuts complements in one language; verb-first or verb-last as the pack declares."""

    def __init__(self, lexicon: Lexicon) -> None:
        self.lexicon = lexicon
        self.words = lexicon.words
        self.verb_last = lexicon.properties.verb_final
        self.verb_first = lexicon.properties.verb_first
        self.joined = re.compile(lexicon.properties.joined_infinitive or r"(?!)")
        # The same words come again and again: whether one is an infinitive is told once.
        self.is_joined = lru_cache(maxsize=16384)(lambda word: self.joined.fullmatch(word) is not None)
        self.bare = re.compile(lexicon.properties.bare_infinitive or r"(?!)")
        self.marker = lexicon.properties.infinitive_marker
        self.adverb_endings = tuple(lexicon.grammar.adverb_endings)
        self.adjectives = frozenset(lexicon.grammar.verb_adjectives)
        self.governed = lexicon.properties.governed_infinitives
        self.edge = lexicon.words.coordinators.union(lexicon.grammar.purposes, {",", self.marker or ""})
        lemmas = lexicon.lemmas
        listed = lemmas.get("inf", frozenset())
        open_ended = self.verb_first and lexicon.properties.bare_infinitive
        self.infinitives: Container[str] = Infinitives(listed, self.bare) if open_ended else listed
        self.gerunds = lemmas.get("ger", frozenset())
        self.phrases_first = lexicon.properties.objects_before
        self.purposes = frozenset(lexicon.grammar.purposes)
        self.long_phrases = frozenset(lexicon.grammar.clause_prepositions)
        self.company = lexicon.words.meeting_preps | self.long_phrases
        self.one_form = lexicon.properties.verbs_unchanging
        self.verb_nouns = frozenset(lexicon.grammar.verb_nouns)
        self.plain_verbs = listed - self.verb_nouns
        """Listed infinitives that are no nouns."""

    def actions(self, text: str, items: list[Item], first: int, last: int) -> list[Span]:
        """Spans of the actions in `items[first:last]`, without an aside between commas before them."""
        first = self.past_aside(items, first, last)
        if first >= last:
            return []
        if self.one_form:
            cuts = self._verb_cuts(items, first, last)
        elif self.verb_last:
            cuts = self._last_cuts(items, first, last)
        else:
            cuts = self._first_cuts(items, first, last)
        out = []
        begin = self._past_company(items, first, last) if self.phrases_first else first
        for cut in [*cuts, last]:
            span = self.trimmed(text, items, begin, cut)
            if span and span.end - span.start > 3:
                out.append(span)
            begin = cut
        return out

    def past_aside(self, items: list[Item], first: int, last: int) -> int:
        """Past an aside between commas that stands first (`a dénoncé, en mai, le traité`)."""
        opens = first + 1 < last and items[first].text == "," and self._leads(items[first + 1])
        if not opens:
            return first
        reach = range(first + 1, min(first + _ASIDE, last))
        return next((at + 1 for at in reach if items[at].text == ","), first)

    def _leads(self, item: Item) -> bool:
        """Whether an item may begin an aside of time or place."""
        return item.text in self.words.prepositions or item.is_type("date")

    def is_noun(self, items: list[Item], at: int) -> bool:
        """Whether a word that may be a verb or a noun has a verb behind it, where verbs have one form."""
        if not self.one_form or items[at].text not in self.verb_nouns or at + 1 >= len(items):
            return False
        return items[at + 1].text in self.infinitives and items[at + 1].text not in self.verb_nouns

    def new_infinitive(self, items: list[Item], at: int) -> bool:
        """Whether a word that no list has is an infinitive, by what stands around it (`to clinch a deal`)."""
        if not 0 < at < len(items) - 1 or items[at - 1].text != self.marker:
            return False
        free = (
            items[at].term is None and not items[at].capital and items[at].text not in self.words.determiners
        )
        return free and items[at + 1].text in self.words.determiners

    def trimmed(self, text: str, items: list[Item], first: int, last: int) -> Span | None:
        """The span of `items[first:last]` without coordinators, marks and particles at its edges."""
        drop = self.edge
        while first < last and (items[first].text in drop or _mark(items[first].text)):
            first += 1
        if first + 2 < last and self.marker and items[first + 1].text == self.marker:
            # `and then to bring …`: an adverb before the marker of the infinitive.
            first += 2 * int(items[first].text in self.words.adverbs)
        if first + 1 < last and (self._governs(items, first) or self._stray_adverb(items, first)):
            first += 1
        while last > first and (
            items[last - 1].text in self.words.coordinators
            or (not items[last - 1].text[-1].isalnum() and items[last - 1].text != ")")
        ):
            last -= 1
        if first >= last:
            return None
        closes = last < len(items) and items[last].text == '"' and items[last].start == items[last - 1].end
        if closes and sum(i.text == '"' for i in items[first:last]) % 2:
            last += 1
        return tidy(text, items[first].start, items[last - 1].end)

    def _articled(self, text: str) -> bool:
        """Whether a word has the article written to it, so that it has no object of its own."""
        article = self.lexicon.properties.article
        return bool(article) and text.startswith(article)

    def _governs(self, items: list[Item], at: int) -> bool:
        """Whether a preposition governs the infinitive behind it (`et de lancer`)."""
        return (
            self.governed
            and items[at].text in self.words.prepositions
            and items[at + 1].term is None
            and items[at + 1].text in self.infinitives
        )

    def _stray_adverb(self, items: list[Item], at: int) -> bool:
        """An adverb of the verb that stands before the verb's object (`soutient fermement le plan`)."""
        return (
            bool(self.adverb_endings)
            and items[at].text.endswith(self.adverb_endings)
            and items[at + 1].text in self.words.determiners
        )

    def _first_cuts(self, items: list[Item], first: int, last: int) -> list[int]:
        """Before a coordinated infinitive or gerund of the same form as the first."""
        head = self.over_adverbs(items, first, last)
        if head >= last:
            return []
        if items[head].term is not None or items[head].text in self.words.determiners:
            return []
        forms = self.gerunds if items[head].text in self.gerunds else self.infinitives
        cuts: list[int] = []
        for i in range(head + 1, last - 1):
            if items[i].text not in self.words.coordinators and items[i].text != ",":
                continue
            if self.verb_first and items[i - 1].text in forms and not self._articled(items[i - 1].text):
                continue
            k = i + 1
            while k < last and items[k].text in self.words.coordinators:
                k += 1
            k = self.over_adverbs(items, k, last)
            if k + 1 < last and self._governs(items, k):
                k += 1
            if k + 1 >= last or items[k].term is not None or items[k].capital or items[k].text not in forms:
                continue
            follow = items[k + 1].text
            plain = items[k + 1].term is None and follow.isalpha() and follow not in self.words.determiners
            if items[k].text in self.adjectives and plain:
                continue
            if self.verb_first and self._articled(items[k].text) and self._articled(items[i - 1].text):
                continue
            if (
                (follow not in self.words.prepositions or (self.governed and i > head + 1))
                and follow != ","
                and follow not in self.words.coordinators
                and (not cuts or i > cuts[-1] + 1)
            ):
                cuts.append(i)
        return cuts

    def _verb_cuts(self, items: list[Item], first: int, last: int) -> list[int]:
        """Before a comma or coordinator with a verb and its object behind it, where verbs have one form."""
        head = self.over_adverbs(items, first, last)
        if head >= last or items[head].text not in self.infinitives:
            return []
        cuts: list[int] = []
        for i in range(head + 1, last - 1):
            comma = items[i].text in (",", ";")
            if not comma and not self._joins_verbs(items[i].text):
                continue
            k = i + 1
            while k < last and items[k].text in self.words.coordinators:
                k += 1
            k = self.over_adverbs(items, k, last)
            if k + 1 >= last or not self._opens_action(items, k, comma):
                continue
            joined = items[i - 1].text in self.infinitives and not comma
            if not joined and (not cuts or i > cuts[-1] + 1):
                cuts.append(i)
        return cuts

    def _joins_verbs(self, text: str) -> bool:
        """Whether a coordinator may join verbs; one that is no adverb too joins nouns, where phrases come first."""
        return text in self.words.coordinators and (not self.phrases_first or text in self.words.adverbs)

    def _opens_action(self, items: list[Item], at: int, comma: bool) -> bool:
        """Whether the item at `at` is a verb with an object, or one joined to the verb of the next object."""
        item, behind = items[at], items[at + 1]
        if item.term is not None or item.capital or item.text not in self.infinitives:
            return False
        if item.text in self.verb_nouns:
            return behind.text in self.infinitives and behind.text not in self.verb_nouns
        if behind.text == "," or not behind.text[0].isalnum():
            return False
        return comma or behind.text not in self.words.coordinators

    def over_adverbs(self, items: list[Item], at: int, last: int) -> int:
        """Past adverbs and the infinitive's particle."""
        words = self.words
        if self.phrases_first:
            at = self._over_phrases(items, at, last)
        while at < last and (
            items[at].text == self.marker
            or items[at].text in words.adverbs
            or (
                self.adverb_endings
                and items[at].text.endswith(self.adverb_endings)
                and items[at].text not in self.infinitives
            )
        ):
            at += 1
        return at

    def _over_phrases(self, items: list[Item], at: int, last: int) -> int:
        """Past adverbs and prepositional phrases, which stand before their verb (`同X以Y为契机,加强`)."""
        words = self.words
        begin = at
        while at < last:
            item = items[at]
            if item.term is None and item.text in words.prepositions:
                at = self._phrase_end(items, at, last)
                if at < 0:
                    return begin
            elif item.text in words.adverbs or (item.text == "," and at > begin):
                at += 1
            else:
                break
            if at < last and items[at].term is None and items[at].text in self.infinitives:
                return at
        return at if at < last and items[at].text in self.infinitives else begin

    def _past_company(self, items: list[Item], first: int, last: int) -> int:
        """Past the phrases that say with whom and by what something is to be done."""
        at = first
        while at < last and items[at].term is None and items[at].text in self.company:
            end = self._phrase_end(items, at, last)
            if end < 0:
                return first
            comma = end
            while comma < last and items[comma].text in self.words.adverbs:
                comma += 1
            at = comma + 1 if comma < last and items[comma].text == "," else end
        return at if at < last else first

    def _phrase_end(self, items: list[Item], at: int, last: int) -> int:
        """Past a prepositional phrase, -1 where no verb follows: up to an adverb, preposition or verb."""
        words = self.words
        long = items[at].text in self.long_phrases
        for k in range(at + 2, min(last, at + _PHRASE)):
            text = items[k].text
            if text == ",":
                return k if long else -1
            if items[k].term is not None or long:
                continue
            if text in self.infinitives or text in words.adverbs:
                return k
            if text in words.prepositions and text not in words.coordinators:
                return k
        return -1

    def _last_cuts(self, items: list[Item], first: int, last: int) -> list[int]:
        """Behind an infinitive that a coordinator or comma follows, up to a clause of purpose."""
        cuts: list[int] = []
        for i in range(first, last - 2):
            if not self.infinitive(items, i):
                continue
            follow = items[i + 1].text
            if follow not in self.words.coordinators and follow != ",":
                continue
            if follow == "," and items[i + 2].text in self.purposes:
                break
            if any(self.infinitive(items, k) for k in range(i + 2, last)):
                nearest = next(k for k in range(i + 2, last) if self.infinitive(items, k))
                if nearest > i + 2 and not self._in_clause(items, i + 2, nearest):
                    cuts.append(i + 1)
        return cuts

    def _in_clause(self, items: list[Item], first: int, at: int) -> bool:
        """Whether a bare infinitive and its auxiliary end a clause (`…, bei dem X helfen wird`)."""
        words = self.words
        if self.marked_infinitive(items, at) or at + 1 >= len(items):
            return False
        if items[at + 1].text not in self.lexicon.leads:
            return False
        if items[first].text in words.subordinators:
            return True
        governed = items[first].text in words.prepositions
        opener, behind = items[first + governed], items[first + governed + 1]
        article = opener.text in words.determiners or opener.text in words.oblique_determiners
        return opener.text in words.relatives and not (article and (behind.capital or not governed))

    def infinitive(self, items: list[Item], at: int) -> bool:
        """Whether an item is an infinitive of a verb-final group."""
        item = items[at]
        if item.term is not None or item.capital:
            return False
        return self.marked_infinitive(items, at) or (
            item.text in self.infinitives and bool(self.bare.fullmatch(item.text))
        )

    def marked_infinitive(self, items: list[Item], at: int) -> bool:
        """Whether an item is an infinitive with its particle, before it or inside it."""
        item = items[at]
        if item.term is not None or item.capital:
            return False
        if self.is_joined(item.text):
            return True
        return at > 0 and items[at - 1].text == self.marker and bool(self.bare.fullmatch(item.text))


def region_end(items: list[Item], first: int, last: int, stops: frozenset[str] = CLOSE) -> int:
    """Past the end of the complement that begins at `first`: up to a hard mark or a dash between words."""
    at = first
    depth = 0
    while at < last:
        text = items[at].text
        if text == "(":
            depth += 1
        elif text == ")":
            if depth == 0:
                return at
            depth -= 1
        elif depth == 0 and (
            text in stops
            or (text == _FULL_STOP and (_ends(items, at, last) or _between(items, at, last)))
            or (text == _DASH and ";" in stops and _apart(items, at))
        ):
            return at
        at += 1
    return last


def _between(items: list[Item], at: int, last: int) -> bool:
    """Whether a full stop stands between two sentences of one quotation."""
    if at < 1 or at + 1 >= last:
        return False
    before, behind = items[at - 1], items[at + 1]
    plain = before.text.replace(" ", "").isalpha() and (before.term is not None or not before.capital)
    words = len(before.text) > _SHORT and plain
    return words and behind.capital and items[at].end < behind.start


def _ends(items: list[Item], at: int, last: int) -> bool:
    """Whether a full stop ends the sentence; one inside it belongs to an ordinal or an abbreviation."""
    return all(not item.text[0].isalnum() for item in items[at + 1 : last])


def _apart(items: list[Item], at: int) -> bool:
    """Whether a dash stands between spaces."""
    before = at == 0 or items[at - 1].end < items[at].start
    return before and at + 1 < len(items) and items[at].end < items[at + 1].start


def _mark(text: str) -> bool:
    """Whether an item is a mark that no action begins with; a currency's sign may be its first."""
    return not text[0].isalnum() and category(text[0]) != "Sc"
