"""Cuts a sentence into clauses by its subordinators, relatives, marks and coordinations.

A clause is a stretch of items with a parent; every item belongs to its innermost clause. This is
no parse: it is as much structure as finding a verb's subject and scope takes.
"""

from __future__ import annotations

import re
from typing import Literal

from communique.lexicon.lexicon import Lexicon
from communique.mentions.items import Item, opens_clause
from communique.mentions.refs import Ref
from communique.syntax.preposed import Preposed

_ARTICLE = 2
"""Items from a comma to the head of what stands behind it, at most."""
ClauseKind = Literal["main", "content", "relative", "sub", "coord", "quote"]


class Clause:
    """One clause: item range `[first, last)`, its parent's index, and what opened it."""

    __slots__ = ("first", "head", "index", "kind", "last", "opener", "parent")

    def __init__(self, index: int, kind: ClauseKind, first: int, parent: int, opener: str = "") -> None:
        self.index = index
        self.kind: ClauseKind = kind
        self.first = first
        self.last = -1
        self.parent = parent
        self.opener = opener
        self.head = -1
        """The item of the noun behind a relative clause, where such clauses stand before it."""


_QUOTES = '"'
_VERB_REACH = 4
_LIST_REACH = 12
"""Items of a list of sides before its verb."""
_NAMED = 12
"""Items of a quotation that may be no more than a name."""
_HARD = (";", ":")
_COMMAS = frozenset({",", "-", "("})
_STOPS = frozenset({",", ";", ":", ".", "!", "?"})


class Clauses:
    """The clauses of one sentence; `of[i]` is the innermost clause of item `i`."""

    def __init__(
        self, lexicon: Lexicon, items: list[Item], refs: list[Ref], verb_starts: frozenset[int]
    ) -> None:
        self.items = items
        self.all: list[Clause] = [Clause(0, "main", 0, -1)]
        self.of: list[int] = []
        self._chains: dict[int, list[int]] = {}
        self._kinds: dict[int, frozenset[ClauseKind]] = {}
        self.verb_final = lexicon.properties.verb_final
        self.verb_first = lexicon.properties.verb_first
        self._build(lexicon, {r.first: r for r in refs}, {r.last for r in refs}, verb_starts)

    def _build(
        self, lexicon: Lexicon, ref_at: dict[int, Ref], ref_ends: set[int], verb_starts: frozenset[int]
    ) -> None:
        words = lexicon.words
        items = self.items
        stack = [0]
        comma_needed = lexicon.properties.verb_final
        splits = comma_needed or bool(lexicon.properties.noun_cases)
        comma_clauses = lexicon.properties.comma_clauses
        joining, structure, tellers = lexicon.joining, lexicon.structure, words.tellers
        of = self.of
        named: set[int] = set()
        before = ""
        dash = _dash_between(items, verb_starts) if comma_needed else -1
        preposed = self._preposed(lexicon, ref_at) if words.owner_marks else {}
        opened = comma_clauses or bool(preposed)
        """Whether a clause may begin where no word or mark tells."""
        resuming = not (comma_needed or comma_clauses or self.verb_first)
        ends: dict[int, int] = {}
        for i, item in enumerate(items):
            text = item.text
            inside = text not in structure and before not in _COMMAS and before not in tellers
            if inside and i != dash and not opened:
                before = text
                of.append(stack[-1])
                continue
            if i in ends:
                while ends[i] in stack:
                    self._pop(stack, i)
            if before in tellers and self._bare_content(i, ref_at, verb_starts, lexicon):
                stack.append(self._push("content", i, stack[-1], ""))
            if comma_clauses and (before == "," or self._set_apart(i)):
                self._behind_comma(stack, i, ref_at, verb_starts, lexicon)
            if i in preposed:
                stack.append(self._push("relative", i, stack[-1], ""))
                self.all[stack[-1]].head = preposed[i]
                ends[preposed[i]] = stack[-1]
            after_comma, before = before in _COMMAS and i - 1 != dash, text
            if not after_comma and text not in structure and i != dash:
                of.append(stack[-1])
                continue
            at_start = self.all[stack[-1]].first >= i - 1 or i == 0
            if (
                text == ","
                and (self.all[stack[-1]].kind in ("relative", "sub") or self._heads(stack[-1], comma_needed))
                and i - self.all[stack[-1]].first > 2
            ):
                self._pop(stack, i)
            elif text == "," and resuming and self.all[stack[-1]].kind == "content":
                self._resume(stack, i, verb_starts, lexicon)
            elif text in _HARD or i == dash:
                while len(stack) > 1 and self.all[stack[-1]].kind != "quote":
                    self._pop(stack, i)
                stack.append(self._push("coord", i, 0, text))
            elif text in _QUOTES and i not in named:
                closing = self._names(i) if comma_clauses else -1
                if closing < 0 or any(self.all[k].kind == "quote" for k in stack):
                    self._quote(stack, i)
                else:
                    named.add(closing)
            if (
                i
                and items[i - 1].text == ","
                and splits
                and self._main_behind(i, ref_at, verb_starts, lexicon)
            ):
                while len(stack) > 1 and self.all[stack[-1]].kind in ("relative", "sub", "content"):
                    self._pop(stack, i)
                stack.append(self._push("coord", i, stack[-1], ","))
            elif item.term is None and not (text in words.content and self._opened_by(stack[-1], i - 1)):
                if (
                    text in words.content
                    and not comma_needed
                    and not self.verb_first
                    and i > 0
                    and self._lacks_subject(i, verb_starts, lexicon)
                ):
                    stack.append(self._push("relative", i, stack[-1], text))
                elif (
                    text in words.content
                    and (after_comma or not comma_needed or i == 0)
                    and self._opens_content(i, verb_starts, lexicon)
                ):
                    stack.append(self._push("content", i, stack[-1], text))
                elif text in words.relatives and (after_comma or (not comma_needed and i > 0)):
                    if not (
                        self._adverbial(i, lexicon)
                        or self._apposition(i, verb_starts, lexicon)
                        or self._infinitive_group(i, lexicon)
                        or self._list_goes_on(i, ref_at, ref_ends, verb_starts, lexicon)
                    ):
                        stack.append(self._push("relative", i, stack[-1], text))
                elif (
                    text in words.subordinators
                    and text not in words.content
                    and (after_comma or at_start or not comma_needed)
                    and not (items[i].capital and i and text in words.doubts)
                ):
                    governs = self._is_preposition(i, lexicon)
                    if not governs or self._subject_behind(i, ref_at, verb_starts, lexicon):
                        stack.append(self._push("sub", i, stack[-1], text))
                elif (
                    text in words.prepositions
                    and after_comma
                    and not item.capital
                    and i + 1 < len(items)
                    and items[i + 1].text in words.relatives
                    and items[i + 1].term is None
                    and self._verb_later(i + 2, verb_starts, ref_at)
                ):
                    stack.append(self._push("relative", i, stack[-1], text))
                elif text in joining and (
                    i > 0 and self._verb_behind(i, self.all[stack[-1]].first, verb_starts, lexicon)
                    if self.verb_first
                    else self._new_clause(i, ref_at, ref_ends, verb_starts)
                ):
                    while len(stack) > 1 and self.all[stack[-1]].kind in ("relative", "sub"):
                        self._pop(stack, i)
                    stack.append(self._push("coord", i, stack[-1], text))
            of.append(stack[-1])
        for clause in self.all:
            if clause.last < 0:
                clause.last = len(items)

    def _preposed(self, lexicon: Lexicon, ref_at: dict[int, Ref]) -> dict[int, int]:
        """First items of the relative clauses before a person to the item of the person behind them."""
        finder, out = Preposed(lexicon), {}
        for at, ref in ref_at.items():
            if at > 1 and (ref.role or ref.name) and self.items[at - 1].text in finder.marks:
                start = finder.start(self.items, at - 1)
                if start >= 0:
                    out[start] = at
        return out

    def _behind_comma(
        self,
        stack: list[int],
        at: int,
        ref_at: dict[int, Ref],
        verb_starts: frozenset[int],
        lexicon: Lexicon,
    ) -> None:
        """A clause that only a comma parts: what is said, or a verb or subject of its own behind the comma."""
        if at > 1 and self.items[at - 2].text in lexicon.words.tellers:
            stack.append(self._push("content", at, stack[-1], ""))
        elif self._stands_alone(at, ref_at, verb_starts, lexicon) and not self._leads_in(at, lexicon):
            while len(stack) > 1 and self.all[stack[-1]].kind in ("coord", "sub"):
                self._pop(stack, at)
            stack.append(self._push("coord", at, stack[-1], ","))

    def _set_apart(self, at: int) -> bool:
        """Whether a space parts two words, where none is written but between the halves of a headline."""
        if at == 0 or self.items[at - 1].end >= self.items[at].start:
            return False
        before, behind = self.items[at - 1].text[-1], self.items[at].text[0]
        return before.isalpha() and behind.isalpha() and not (before.isascii() or behind.isascii())

    def _leads_in(self, at: int, lexicon: Lexicon) -> bool:
        """Whether the stretch before a comma is a phrase of the clause behind it (`应X邀请,Y访问Z`)."""
        first = at - 1
        while first > 0 and self.items[first - 1].text not in _STOPS:
            first -= 1
        return self.items[first].term is None and self.items[first].text in lexicon.openers

    def _stands_alone(
        self, at: int, ref_at: dict[int, Ref], verb_starts: frozenset[int], lexicon: Lexicon
    ) -> bool:
        """Whether a verb that takes no other's complement, or a subject with a verb, stands behind a comma."""
        items, words = self.items, lexicon.words
        while at < len(items) and items[at].term is None:
            text = items[at].text
            if text not in words.adverbs and text not in words.negation:
                break
            if text in lexicon.clause_verbs:
                return True
            at += 1
        if at >= len(items):
            return False
        ref = ref_at.get(at)
        if ref is None:
            return items[at].text in lexicon.clause_verbs
        for k in range(ref.last, min(len(items), ref.last + _VERB_REACH)):
            if items[k].start in verb_starts or items[k].text in words.futures:
                return True
            if items[k].text not in words.adverbs:
                return items[k].text in words.prepositions
        return False

    def _opened_by(self, number: int, at: int) -> bool:
        """Whether a subordinator at item `at` opened the clause (`tandis que`, `mientras que`)."""
        clause = self.all[number]
        return clause.kind == "sub" and clause.first == at

    def _push(self, kind: ClauseKind, first: int, parent: int, opener: str) -> int:
        self.all.append(Clause(len(self.all), kind, first, parent, opener))
        return len(self.all) - 1

    def _pop(self, stack: list[int], at: int) -> None:
        if len(stack) > 1:
            self.all[stack.pop()].last = at

    def _resume(self, stack: list[int], comma: int, verb_starts: frozenset[int], lexicon: Lexicon) -> None:
        """`X, noting that Y had left, called …`: behind the comma goes on whose subject has no verb so far."""
        at = comma + 1
        while at < len(self.items) and self.items[at].text in lexicon.words.adverbs:
            at += 1
        if at >= len(self.items) or not self._tells(at, verb_starts, lexicon):
            return
        inner = self.all[stack[-1]].first
        if not any(self._tells(k, verb_starts, lexicon) for k in range(inner, comma)):
            return
        for depth in range(len(stack) - 2, -1, -1):
            own = [k for k in range(self.all[stack[depth]].first, inner) if self.of[k] == stack[depth]]
            if any(self._tells(k, verb_starts, lexicon) for k in own):
                if self.all[stack[depth]].kind != "relative":
                    return
                continue
            if any(self.items[k].text == "," for k in own):
                while len(stack) > depth + 1:
                    self._pop(stack, comma)
                return

    def _tells(self, at: int, verb_starts: frozenset[int], lexicon: Lexicon) -> bool:
        """Whether an item is a finite verb or what stands for one."""
        item, words = self.items[at], lexicon.words
        if item.term is not None:
            return False
        helps = item.text in words.perfect or item.text in words.futures or item.text in words.be
        return helps or (item.start in verb_starts and item.text in lexicon.finite)

    def _quote(self, stack: list[int], at: int) -> None:
        opened = next((k for k in reversed(stack) if self.all[k].kind == "quote"), None)
        if opened is None and self._only_closes(at):
            while len(stack) > 1:
                self._pop(stack, at)
            stack.append(self._push("coord", at, 0, '"'))
            return
        if opened is None:
            stack.append(self._push("quote", at, stack[-1], '"'))
            return
        while stack[-1] != opened:
            self._pop(stack, at)
        self._pop(stack, at)

    def _only_closes(self, at: int) -> bool:
        """Whether a mark closes a quotation that began in an earlier sentence (`…, not war," X said`)."""
        items = self.items
        if at == 0 or items[at - 1].text not in _STOPS or items[at - 1].end < items[at].start:
            return False
        return at + 1 < len(items) and items[at].end < items[at + 1].start

    def _names(self, at: int) -> int:
        """Where a quotation that is only a name or a word ends (`“台独”`), -1 where it says something."""
        if at and self.items[at - 1].text in (":", ","):
            return -1
        for k in range(at + 1, min(len(self.items), at + _NAMED)):
            if self.items[k].text in _QUOTES:
                return k
            if self.items[k].text in _STOPS:
                break
        return -1

    def _bare_content(
        self, at: int, ref_at: dict[int, Ref], verb_starts: frozenset[int], lexicon: Lexicon
    ) -> bool:
        """`said Y had left`: behind a verb of saying, a subject with its finite verb opens a clause by itself."""
        words, items = lexicon.words, self.items
        articled = items[at].text in words.determiners or items[at].text in words.possessives
        ref = ref_at.get(at) or (ref_at.get(at + 1) if articled else None)
        if ref is None and not articled:
            return False
        begin = ref.last if ref else at + 2
        for k in range(begin, min(len(items), begin + _VERB_REACH)):
            text = items[k].text
            if items[k].term is None and (
                text in lexicon.auxiliaries or (items[k].start in verb_starts and text in lexicon.finite)
            ):
                return True
            if not text[0].isalnum() or text in words.content:
                return False
        return False

    def _heads(self, number: int, comma_needed: bool) -> bool:
        """`Ob X …, ist offen`: a content clause that begins the sentence ends at its comma."""
        clause = self.all[number]
        return comma_needed and clause.kind == "content" and clause.first == 0

    def _opens_content(self, at: int, verb_starts: frozenset[int], lexicon: Lexicon) -> bool:
        if lexicon.properties.verb_final or self.verb_first:
            return True
        if at + 1 >= len(self.items) or self._points(at, verb_starts, lexicon):
            return False
        if self.items[at].text in lexicon.words.be:
            # `khẳng định X là đối tác`: also the verb `to be`, but for right behind a verb of saying.
            return self.items[at - 1].start in verb_starts
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
        for k in range(at + 2, len(items)):
            if items[k].text in (",", ";", ":", ".", '"'):
                return True
            helps = (
                items[k].text in words.futures or items[k].text in words.perfect or items[k].text in words.be
            )
            if helps or (items[k].start in verb_starts and items[k - 1].text not in lexicon.closed):
                return False
        return True

    def _lacks_subject(self, at: int, verb_starts: frozenset[int], lexicon: Lexicon) -> bool:
        """`a deal that will support jobs`: a verb directly behind the word, which is then its subject."""
        words = lexicon.words
        if self.items[at - 1].start in verb_starts or at + 1 >= len(self.items):
            return False
        if self.items[at - 1].text == "," and not self._first_verb(at, verb_starts, lexicon):
            return False
        after = self.items[at + 1]
        return after.term is None and (
            after.text in lexicon.finite
            or after.text in words.futures
            or after.text in words.be
            or after.text in words.perfect
        )

    def _first_verb(self, at: int, verb_starts: frozenset[int], lexicon: Lexicon) -> bool:
        """`El ministro, que fue recibido por …`: a word before any verb, so that it opens no content."""
        return lexicon.properties.subject_dropped and not any(i.start in verb_starts for i in self.items[:at])

    def _adverbial(self, at: int, lexicon: Lexicon) -> bool:
        return at + 1 < len(self.items) and self.items[at + 1].text in (",", ".", ")")

    def _apposition(self, at: int, verb_starts: frozenset[int], lexicon: Lexicon) -> bool:
        """`die Straße nach X,`, `den Handel auszubauen`: an article whose stretch has no finite verb."""
        if not lexicon.properties.verb_final or self.items[at].text not in lexicon.words.determiners:
            return False
        joined = re.compile(lexicon.properties.joined_infinitive or r"(?!)")
        marker = lexicon.properties.infinitive_marker
        unfinished = False
        for k in range(at + 1, len(self.items)):
            text = self.items[k].text
            if text in (",", ";", ":", '"', ")", "."):
                return unfinished or (text == "," and k > at + 1)
            if text in lexicon.auxiliaries:
                return False
            if self.items[k].start in verb_starts:
                participle = text in lexicon.lemmas["part"] and text not in lexicon.finite
                if self.items[k - 1].text != marker and not joined.fullmatch(text) and not participle:
                    return False
                unfinished = True
        return unfinished

    def _list_goes_on(
        self,
        at: int,
        ref_at: dict[int, Ref],
        ref_ends: set[int],
        verb_starts: frozenset[int],
        lexicon: Lexicon,
    ) -> bool:
        """`Polen, die USA und Kanada haben …`: an article in a list of sides, whose verb stands second."""
        words, items = lexicon.words, self.items
        if not lexicon.properties.verb_final or at - 1 not in ref_ends or at + 1 not in ref_at:
            return False
        k, coordinated = at, False
        while k < len(items) and k - at < _LIST_REACH:
            text = items[k].text
            if k in ref_at:
                k = ref_at[k].last
                continue
            if text in words.perfect or text in words.futures or text in lexicon.finite:
                behind = items[k + 1].text if k + 1 < len(items) else "."
                if behind == "." and coordinated:
                    return self._lacks_verb(at, verb_starts, lexicon)
                return coordinated and behind not in (",", ";", '"', ".")
            coordinated = coordinated or text in words.coordinators
            if items[k].start in verb_starts or text in words.prepositions:
                return False
            k += 1
        return False

    def _lacks_verb(self, at: int, verb_starts: frozenset[int], lexicon: Lexicon) -> bool:
        """Whether the dependent clause before item `at` has no finite verb so far, which then closes the list."""
        clause = self.all[self.of[at - 1]]
        if clause.kind not in ("content", "sub"):
            return False
        own = (k for k in range(clause.first + 1, at) if self.of[k] == clause.index)
        return not any(self._tells(k, verb_starts, lexicon) for k in own)

    def _main_behind(
        self, at: int, ref_at: dict[int, Ref], verb_starts: frozenset[int], lexicon: Lexicon
    ) -> bool:
        """`…, Spanien lehnt das ab`, `…, der Minister wolle`: subject and finite verb behind a comma."""
        at += bool(lexicon.properties.noun_cases) and self.items[at].text in lexicon.words.contrast
        if at >= len(self.items):
            return False
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

    def _infinitive_group(self, at: int, lexicon: Lexicon) -> bool:
        """`…, den Vertrag zu ratifizieren`: an article that opens an infinitive group is no relative."""
        items = self.items
        if not lexicon.properties.verb_final or items[at].text not in lexicon.articles:
            return False
        last = at + 1
        while last < len(items) and items[last].text not in (",", ".", ";", ":", '"', "!", "?"):
            last += 1
        if last - at < 3 or items[last - 1].capital:
            return False
        if items[last - 2].text == lexicon.properties.infinitive_marker:
            return True
        return bool(re.fullmatch(lexicon.properties.joined_infinitive or "(?!)", items[last - 1].text))

    def _is_preposition(self, at: int, lexicon: Lexicon) -> bool:
        """A word that is both: before a noun group and with no verb behind it, it governs the group."""
        words = lexicon.words
        if self.items[at].text not in words.prepositions:
            return False
        opens = at == 0 or self.items[at - 1].text == ","
        if opens and lexicon.properties.verb_final and opens_clause(self.items, at, lexicon.finite):
            return False
        if at == 0 or self.items[at - 1].text != ",":
            return True
        return at + 1 < len(self.items) and self.items[at + 1].text in words.oblique_determiners

    def _subject_behind(
        self, at: int, ref_at: dict[int, Ref], verb_starts: frozenset[int], lexicon: Lexicon
    ) -> bool:
        """`after Y had left`: a subject with its finite verb makes a subordinator of what may be a preposition."""
        if lexicon.properties.verb_final or at + 1 >= len(self.items):
            return False
        return self._bare_content(at + 1, ref_at, verb_starts, lexicon)

    def _verb_later(self, at: int, verb_starts: frozenset[int], ref_at: dict[int, Ref]) -> bool:
        for k in range(at, min(len(self.items), at + 25)):
            if self.items[k].text == ",":
                return False
            if self.items[k].start in verb_starts:
                return True
        return False

    def _verb_behind(self, at: int, first: int, verb_starts: frozenset[int], lexicon: Lexicon) -> bool:
        """`وأكد الوزير`: a finite verb stands right behind the coordinator, in a clause that begins at `first`."""
        here = at + 1
        while here < len(self.items) and lexicon.leads_verb(self.items[here].text):
            here += 1
        if here >= len(self.items) or self.items[here].start not in verb_starts:
            return False
        text = self.items[here].text
        if text in lexicon.verbal_nouns and at > first:
            nouns, article = lexicon.lemmas["inf"], lexicon.properties.article
            listed = (i.text in nouns and not i.text.startswith(article) for i in self.items[first:at])
            return here > at + 1 or not any(listed)
        return text in lexicon.finite

    def _new_clause(
        self, at: int, ref_at: dict[int, Ref], ref_ends: set[int], verb_starts: frozenset[int]
    ) -> bool:
        """`… and Y promised …`: a subject of its own stands behind the coordinator."""
        if at in ref_ends or self._lists(at, ref_at, ref_ends, verb_starts):
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

    def _lists(
        self, at: int, ref_at: dict[int, Ref], ref_ends: set[int], verb_starts: frozenset[int]
    ) -> bool:
        """`the minister, X, and the envoy, Y, met`: a coordinator behind a comma, with no verb before it.

        What a comma sets before the first of the list is no part of it (`after the signing, the minister, X, and …`).
        """
        if at < 2 or self.items[at - 1].text != "," or at - 1 not in ref_ends:
            return False
        clause = self.of[at - 1]
        first = self.all[clause].first
        head = next((k for k in range(first, at) if k in ref_at and not ref_at[k].prep), first)
        fronted = any(item.text == "," for item in self.items[max(first, head - _ARTICLE) : head])
        return not any(
            self.items[i].start in verb_starts and self.of[i] == clause
            for i in range(head if fronted else first, at)
        )

    def chain(self, index: int) -> list[int]:
        """The clause and its ancestors, innermost first."""
        known = self._chains.get(index)
        if known is None:
            known = self._chains[index] = []
            while index >= 0:
                known.append(index)
                index = self.all[index].parent
        return known

    def kinds(self, index: int) -> frozenset[ClauseKind]:
        """The kinds of the clause and its ancestors."""
        known = self._kinds.get(index)
        if known is None:
            known = self._kinds[index] = frozenset([self.all[k].kind for k in self.chain(index)])
        return known


def _dash_between(items: list[Item], verb_starts: frozenset[int]) -> int:
    """The only dash between words, where verbs stand on both sides (`X weist Y aus – Y droht`); else -1."""
    found = [
        i
        for i in range(1, len(items) - 1)
        if items[i].text == "-" and items[i - 1].end < items[i].start and items[i].end < items[i + 1].start
    ]
    if len(found) != 1 or any(item.text == '"' for item in items):
        return -1
    at = items[found[0]].start
    return found[0] if any(v < at for v in verb_starts) and any(v > at for v in verb_starts) else -1
