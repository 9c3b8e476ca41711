"""Groups: `both ministers`, `the two sides`, `die Außenminister Spaniens und Maltas`, `the parties to …`."""

from __future__ import annotations

from communique.lexicon.lexicon import Lexicon
from communique.mentions.items import Item
from communique.mentions.names import NameReader
from communique.mentions.refs import Ref
from communique.mentions.titles import TitleReader, code_of

_PAIR = 2
_DISPUTE = 5
"""Items behind a group that may say where its dispute is."""


class GroupReader:
    """Reads groups in one language; stateless between sentences."""

    def __init__(self, lexicon: Lexicon, names: NameReader, titles: TitleReader) -> None:
        self.lexicon = lexicon
        self.words = lexicon.words
        self.names = names
        self.titles = titles
        self.counts = lexicon.grammar.group_words
        self.following = lexicon.properties.adjectives_follow
        self.plurals = tuple(lexicon.grammar.plural_titles)
        self.title_terms = {
            literal: row
            for literal, rows in zip(lexicon.literals, lexicon.terms, strict=True)
            for row in rows
            if row.type == "role" and not row.left_open
        }

    def read(self, items: list[Item], at: int) -> Ref:
        """The group phrase at item `at`, with the states that are named behind it."""
        ref = Ref.over("group", items, at, at + 1)
        ref.plural = True
        counted = self.counts.get(items[at].text.split(" ", 1)[0], 0)
        ref.count = counted if counted > _PAIR else 0
        words = items[at].text.split(" ")
        ref.every = self.counts.get(words[0], 1) == 0 and not any(self.counts.get(w) for w in words)
        whole, last = items[at].text.partition(" ")[2], items[at].text.rpartition(" ")[2]
        title = self.title_terms.get(whole) or self.title_terms.get(last)
        ref.office = self.lexicon.role_of[title.entry].role if title is not None else ""
        self._of_states(items, ref)
        return ref

    def determines(self, items: list[Item], at: int) -> bool:
        """`die beiden Abkommen`: a group phrase of articles alone, before a noun that it belongs to."""
        words = self.words
        return (
            self.names.guarded
            and at + 1 < len(items)
            and items[at + 1].capital
            and items[at + 1].term is None
            and all(t in words.determiners or t in words.oblique_determiners for t in items[at].text.split())
        )

    def qualified(self, items: list[Item], at: int) -> bool:
        """`các bên trung gian`, `các nước thành viên EU`: all of a sort, which the word or name behind tells."""
        head = items[at].text.split(" ", 1)[0]
        if not self.titles.state_follows or self.counts.get(head, 1) or at + 1 >= len(items):
            return False
        behind, words = items[at + 1], self.words
        if behind.term is not None:
            return behind.is_type("state", "org", "region")
        if behind.capital or not behind.text[0].isalpha() or behind.text in self.lexicon.verb_words:
            return False
        closed = words.prepositions | words.coordinators | words.subordinators | words.negation
        return not (self.lexicon.leads_verb(behind.text) or behind.text in closed | words.obligations)

    def split_title(self, text: str, items: list[Item], at: int, strict: bool) -> bool:
        """`the foreign ministers X and Y`: a group phrase before names is a determiner and a title.

        So it is before a state's adjective, where adjectives follow (`les présidents français et ivoirien`).
        """
        owned = self.following and at + 1 < len(items) and items[at + 1].is_type("adj")
        named = self.names.forward(items, at + 1, strict) is not None
        if not owned and not named and not self._held(text, items, at, strict):
            return False
        item = items[at]
        head, _, title = item.text.partition(" ")
        term = self.title_terms.get(title)
        if term is None:
            return False
        middle = item.start + len(head)
        items[at : at + 1] = [
            Item(item.start, middle, head, None, item.capital),
            Item(middle + 1, item.end, title, term, False),
        ]
        return True

    def _held(self, text: str, items: list[Item], at: int, strict: bool) -> bool:
        """`los presidentes de Chile, X, y de Perú, Y`: a group phrase whose members are named one by one."""
        if (
            not self.titles.following.active
            or at + 2 >= len(items)
            or items[at + 1].text not in self.titles.of
        ):
            return False
        end = self.titles.target(text, items, at + 2, Ref.over("role", items, at, at + 1))
        if end is None or end >= len(items) or items[end].text not in (",", "("):
            return False
        return self.names.forward(items, end + 1, strict) is not None

    def counted(self, items: list[Item], at: int) -> Ref | None:
        """`the two central banks`, `both armies`: sides that a number makes a group."""
        if not items[at].text.endswith(self.plurals):
            return None
        first = self.word(items, at)
        if first is None or not self.counts[items[first].text]:
            return None
        return self.of_word(items, first, at + 1)

    def word(self, items: list[Item], at: int) -> int | None:
        """The word that makes a group of the plural noun at `at`: beside it or one plain word away."""
        for first in range(at - 1, max(-1, at - 3), -1):
            if items[first].text in self.counts:
                return first
            if items[first].term is not None or items[first].capital or not items[first].text.isalpha():
                break
        return None

    def of_word(self, items: list[Item], first: int, last: int) -> Ref:
        """The group of items `[first, last)`, whose first word makes it one and may count it."""
        return self.of_count(items, first, last, self.counts[items[first].text])

    def of_count(self, items: list[Item], first: int, last: int, count: int) -> Ref:
        """The group of items `[first, last)`, of `count` members (0: not told)."""
        ref = Ref.over("group", items, first, last)
        ref.plural = True
        ref.count = count
        return ref

    def _of_states(self, items: list[Item], ref: Ref) -> None:
        """`die Außenminister Spaniens, Portugals und Maltas`: a group that names its states."""
        at = ref.last
        while at < len(items) and (
            items[at].text in self.titles.of
            or items[at].text in self.words.oblique_determiners
            or (at > ref.last and items[at].text in self.titles.articles)
        ):
            at += 1
        term = items[at].term if at < len(items) else None
        if term is None or term.type not in ("state", "org") or (at == ref.last and not term.possessive):
            self._in_dispute(items, ref)
            return
        ref.states = (code_of(items[at]),)
        last = self.titles.more_states(items, at + 1, ref)
        ref.kind, ref.head = "state", items[ref.first].text
        ref.last, ref.end = last, items[last - 1].end

    def _in_dispute(self, items: list[Item], ref: Ref) -> None:
        """`the parties to the conflict in Kenya`: a group that is told by where its dispute is."""
        words, at = self.words, ref.last
        while at < len(items) and at - ref.last < _DISPUTE:
            item = items[at]
            if item.is_type("state") and items[at - 1].text in words.place_preps and at - ref.last > 2:
                ref.kind, ref.head, ref.states = "state", items[ref.first].text, (code_of(item),)
                ref.last, ref.end = at + 1, item.end
                return
            noun = item.term is None and not item.capital and item.text[0].isalpha()
            if not (item.text in words.place_preps or item.text in self.titles.articles or noun):
                return
            if noun and at == ref.last and item.text not in words.place_preps:
                return
            at += 1
