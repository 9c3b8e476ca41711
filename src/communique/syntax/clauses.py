"""Cuts a sentence into clauses by its subordinators, relatives, marks and coordinations.

A clause is a stretch of items with a parent; every item belongs to its innermost clause. This is
no parse: it is as much structure as finding a verb's subject and scope takes.
"""

from __future__ import annotations

from typing import Literal

from communique.lexicon.lexicon import Lexicon
from communique.mentions.items import Item
from communique.mentions.refs import Ref

ClauseKind = Literal["main", "content", "relative", "sub", "coord", "quote"]


class Clause:
    """One clause: item range `[first, last)`, its parent's index, and what opened it."""

    __slots__ = ("first", "index", "kind", "last", "opener", "parent")

    def __init__(self, index: int, kind: ClauseKind, first: int, parent: int, opener: str = "") -> None:
        self.index = index
        self.kind: ClauseKind = kind
        self.first = first
        self.last = -1
        self.parent = parent
        self.opener = opener


_QUOTES = '"'
_HARD = (";", ":")


class Clauses:
    """The clauses of one sentence; `of[i]` is the innermost clause of item `i`."""

    def __init__(
        self, lexicon: Lexicon, items: list[Item], refs: list[Ref], verb_starts: frozenset[int]
    ) -> None:
        self.items = items
        self.all: list[Clause] = [Clause(0, "main", 0, -1)]
        self.of: list[int] = []
        self.verb_final = lexicon.properties.verb_final
        self._build(lexicon, {r.first: r for r in refs}, {r.last for r in refs}, verb_starts)

    def _build(
        self, lexicon: Lexicon, ref_at: dict[int, Ref], ref_ends: set[int], verb_starts: frozenset[int]
    ) -> None:
        words = lexicon.words
        items = self.items
        stack = [0]
        comma_needed = lexicon.properties.verb_final
        for i, item in enumerate(items):
            text = item.text
            after_comma = i > 0 and items[i - 1].text in (",", "-", "(")
            at_start = self.all[stack[-1]].first >= i - 1 or i == 0
            if (
                text == ","
                and self.all[stack[-1]].kind in ("relative", "sub")
                and i - self.all[stack[-1]].first > 2
            ):
                self._pop(stack, i)
            elif text in _HARD:
                while len(stack) > 1 and self.all[stack[-1]].kind != "quote":
                    self._pop(stack, i)
                stack.append(self._push("coord", i, 0, text))
            elif text in _QUOTES:
                self._quote(stack, i)
            if after_comma and comma_needed and self._main_behind(i, ref_at, verb_starts, lexicon):
                while len(stack) > 1 and self.all[stack[-1]].kind in ("relative", "sub", "content"):
                    self._pop(stack, i)
                stack.append(self._push("coord", i, stack[-1], ","))
            elif item.term is None:
                if (
                    text in words.content
                    and not comma_needed
                    and i > 0
                    and self._lacks_subject(i, verb_starts, lexicon)
                ):
                    stack.append(self._push("relative", i, stack[-1], text))
                elif (
                    text in words.content
                    and (after_comma or not comma_needed)
                    and self._opens_content(i, verb_starts, lexicon)
                ):
                    stack.append(self._push("content", i, stack[-1], text))
                elif text in words.relatives and (after_comma or (not comma_needed and i > 0)):
                    if not self._adverbial(i, lexicon) and not self._apposition(i, verb_starts, lexicon):
                        stack.append(self._push("relative", i, stack[-1], text))
                elif (
                    text in words.subordinators
                    and text not in words.content
                    and (after_comma or at_start or not comma_needed)
                ):
                    if not self._is_preposition(i, lexicon):
                        stack.append(self._push("sub", i, stack[-1], text))
                elif (
                    text in words.prepositions
                    and after_comma
                    and i + 1 < len(items)
                    and items[i + 1].text in words.relatives
                    and items[i + 1].term is None
                    and self._verb_later(i + 2, verb_starts, ref_at)
                ):
                    stack.append(self._push("relative", i, stack[-1], text))
                elif text in words.coordinators and self._new_clause(i, ref_at, ref_ends, verb_starts):
                    while len(stack) > 1 and self.all[stack[-1]].kind in ("relative", "sub"):
                        self._pop(stack, i)
                    stack.append(self._push("coord", i, stack[-1], text))
            self.of.append(stack[-1])
        for clause in self.all:
            if clause.last < 0:
                clause.last = len(items)

    def _push(self, kind: ClauseKind, first: int, parent: int, opener: str) -> int:
        self.all.append(Clause(len(self.all), kind, first, parent, opener))
        return len(self.all) - 1

    def _pop(self, stack: list[int], at: int) -> None:
        if len(stack) > 1:
            self.all[stack.pop()].last = at

    def _quote(self, stack: list[int], at: int) -> None:
        opened = next((k for k in reversed(stack) if self.all[k].kind == "quote"), None)
        if opened is None:
            stack.append(self._push("quote", at, stack[-1], '"'))
            return
        while stack[-1] != opened:
            self._pop(stack, at)
        self._pop(stack, at)

    def _opens_content(self, at: int, verb_starts: frozenset[int], lexicon: Lexicon) -> bool:
        if lexicon.properties.verb_final:
            return True
        if at + 1 >= len(self.items) or self._points(at, verb_starts, lexicon):
            return False
        return (
            any(self.items[k].start in verb_starts for k in range(max(0, at - 6), at))
            or self.items[at - 1].text == ","
        )

    def _points(self, at: int, verb_starts: frozenset[int], lexicon: Lexicon) -> bool:
        """`denounced that deal as …`: a word that is a determiner too, with no verb of its own behind it."""
        words, items = lexicon.words, self.items
        noun = items[at + 1]
        if items[at].text not in words.determiners or noun.term is not None or noun.capital:
            return False
        if noun.text in words.determiners or noun.text in words.prepositions or noun.text in words.neuter:
            return False
        closed = words.determiners | words.prepositions | words.possessives | words.coordinators
        for k in range(at + 2, len(items)):
            if items[k].text in (",", ";", ":", ".", '"'):
                return True
            helps = items[k].text in words.futures or items[k].text in words.perfect or items[k].text in words.be
            if helps or (items[k].start in verb_starts and items[k - 1].text not in closed):
                return False
        return True

    def _lacks_subject(self, at: int, verb_starts: frozenset[int], lexicon: Lexicon) -> bool:
        """`a deal that will support jobs`: a verb directly behind the word, which is then its subject."""
        words = lexicon.words
        if (
            self.items[at - 1].start in verb_starts
            or self.items[at - 1].text == ","
            or at + 1 >= len(self.items)
        ):
            return False
        after = self.items[at + 1]
        return after.term is None and (
            after.text in lexicon.finite
            or after.text in words.futures
            or after.text in words.be
            or after.text in words.perfect
        )

    def _adverbial(self, at: int, lexicon: Lexicon) -> bool:
        return at + 1 < len(self.items) and self.items[at + 1].text in (",", ".", ")")

    def _apposition(self, at: int, verb_starts: frozenset[int], lexicon: Lexicon) -> bool:
        """`die einzige Straße nach X,`: an article behind a comma whose stretch holds no verb before the next."""
        if not lexicon.properties.verb_final or self.items[at].text not in lexicon.words.determiners:
            return False
        for k in range(at + 1, len(self.items)):
            if self.items[k].text in (",", ";", ":", '"', ")"):
                return self.items[k].text == "," and k > at + 1
            if self.items[k].start in verb_starts:
                return False
        return False

    def _main_behind(
        self, at: int, ref_at: dict[int, Ref], verb_starts: frozenset[int], lexicon: Lexicon
    ) -> bool:
        """`…, Spanien lehnt das ab`, `…, der Minister wolle reisen`: subject and finite verb behind a comma."""
        articled = self.items[at].term is None and self.items[at].text in lexicon.words.determiners
        ref = ref_at.get(at + 1 if articled else at)
        if ref is None or ref.prep or ref.weak or ref.objective:
            return False
        if articled and not self.items[ref.first].is_type("adj", "role", "side", "counterpart"):
            return False
        verb = ref.last
        if verb + 1 >= len(self.items) or self.items[verb].start not in verb_starts:
            return False
        if self.items[verb].text not in lexicon.finite:
            return False
        return not articled or self.items[verb + 1].text not in (",", ".", ";", '"')

    def _is_preposition(self, at: int, lexicon: Lexicon) -> bool:
        """A word that is both: before a noun group and with no verb behind it, it governs the group."""
        words = lexicon.words
        if self.items[at].text not in words.prepositions:
            return False
        if not self.verb_final and at + 2 < len(self.items):
            return not self._finite_behind(at, lexicon)
        if at == 0 or self.items[at - 1].text != ",":
            return True
        return at + 1 < len(self.items) and self.items[at + 1].text in words.oblique_determiners

    def _finite_behind(self, at: int, lexicon: Lexicon) -> bool:
        """`after demonstrators stormed …`: a subject and a finite verb behind the word, before the next mark."""
        words, past = lexicon.words, lexicon.lemmas.get("past", frozenset())
        closed = words.determiners | words.prepositions | words.possessives
        for k in range(at + 1, min(len(self.items), at + 12)):
            item = self.items[k]
            if item.text in (",", ";", ":", ".", '"', "("):
                return False
            if k == at + 1 or item.term is not None or item.capital or self.items[k - 1].text in closed:
                continue
            if item.text in past or item.text in words.be or item.text in words.perfect:
                return True
        return False

    def _verb_later(self, at: int, verb_starts: frozenset[int], ref_at: dict[int, Ref]) -> bool:
        for k in range(at, min(len(self.items), at + 25)):
            if self.items[k].text == ",":
                return False
            if self.items[k].start in verb_starts:
                return True
        return False

    def _new_clause(
        self, at: int, ref_at: dict[int, Ref], ref_ends: set[int], verb_starts: frozenset[int]
    ) -> bool:
        """`… and Y promised …`: a subject of its own stands behind the coordinator."""
        if at in ref_ends:
            return False
        here = at + 1
        while here < len(self.items) and here - at < 3 and here not in ref_at:
            here += 1
        ref = ref_at.get(here)
        if ref is None or ref.weak or ref.prep:
            return False
        if not self.verb_final and any(self.items[k].start in verb_starts for k in range(at + 1, here)):
            return False
        behind = ref.last
        return any(
            self.items[k].start in verb_starts for k in range(behind, min(behind + 3, len(self.items)))
        )

    def innermost(self, position: int) -> int:
        """Index of the innermost clause that holds the code point at `position`."""
        for i in range(len(self.items) - 1, -1, -1):
            if self.items[i].start <= position:
                return self.of[i]
        return 0

    def chain(self, index: int) -> list[int]:
        """The clause and its ancestors, innermost first."""
        out = []
        while index >= 0:
            out.append(index)
            index = self.all[index].parent
        return out
