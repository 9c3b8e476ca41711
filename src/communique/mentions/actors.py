"""Builds references to actors out of a sentence's items: titles with names, states, sides, pronouns."""

from __future__ import annotations

from communique.lexicon.lexicon import Lexicon
from communique.mentions.items import Item, opens_clause
from communique.mentions.names import NameReader
from communique.mentions.refs import Ref
from communique.mentions.titles import STATE_TYPES, TitleReader, code_of

_DISPUTE = 5
"""Items behind a group that may say where its dispute is."""
_POSTING = 6
"""Items of the place or body that a title is at, before the comma and the name."""


_LOWEST = 99


class ActorFinder:
    """Finds references in one language; stateless between sentences."""

    def __init__(self, lexicon: Lexicon) -> None:
        self.lexicon = lexicon
        self.words = lexicon.words
        self.names = NameReader(lexicon)
        self.titles = TitleReader(lexicon)
        self.of = self.titles.of
        self.joints = lexicon.words.coordinators | {"-"}
        self.adjective_links = self.joints | {","}
        self.side_links = frozenset(lexicon.grammar.side_links)
        self.title_terms = {
            literal: row
            for literal, rows in zip(lexicon.literals, lexicon.terms, strict=True)
            for row in rows
            if row.type == "role" and not row.left_open
        }
        self.modifiers = frozenset(lexicon.roles.modifiers)
        self.ranks = {e.role: e.rank for e in reversed(lexicon.roles.role) if e.rank}
        told = [entry.partition(" *") for entry in lexicon.grammar.plural_determiners]
        self.plural_determiners = frozenset(word for word, _, ending in told if not ending)
        self.plural_after = {w: tuple(e for v, _, e in told if v == w and e) for w, _, _ in told}
        self.genitives = frozenset(lexicon.grammar.genitive_articles)
        self.days = _days(lexicon)
        self.bands = frozenset(lexicon.grammar.bands)
        self.parts = frozenset(lexicon.grammar.state_parts)
        self.heading = frozenset(lexicon.grammar.heading_verbs)
        self.seated = tuple(lexicon.grammar.seated)
        words = lexicon.words
        self.pronouns = (
            words.masculine
            | words.feminine
            | words.plural
            | words.first_singular
            | words.first_plural
            | words.addressees
            | words.demonstratives
        )
        self.own_words = frozenset(lexicon.grammar.own_words)
        self.group_words = lexicon.grammar.group_words

    def find(self, text: str, items: list[Item], strict: bool = False) -> list[Ref]:
        """The sentence's references in order. `strict`: a headline in title case."""
        out: list[Ref] = []
        at = 0
        pronouns = self.pronouns
        while at < len(items):
            item = items[at]
            if item.term is None and item.text not in pronouns:
                at += 1
                continue
            ref = self._at(text, items, at, strict, out[-1].last if out else 0)
            if ref is None:
                at += 1
                continue
            while out and out[-1].last > ref.first:
                out.pop()
            if ref.name and ref.role and out and self._same_holder(items, out[-1], ref):
                self._merge(text, out.pop(), ref)
            elif ref.name and ref.role and out and self._colleague(items, out[-1], ref):
                self._merge(text, out.pop(), ref)
                ref.counterpart = True
            elif ref.role and out and self._serves(items, out[-1], ref):
                ref = self._hand_over(text, out, ref)
            out.append(ref)
            if ref.name and ref.role:
                out.extend(self._sharing(text, items, ref, strict))
            at = max(out[-1].last, at + 1)
        for ref in out:
            self._govern(items, ref)
        heading = self._heading(text, items, out, strict)
        if heading is not None:
            out = sorted([*out, heading], key=lambda r: r.first)
        holder = self._holder_of(text, items, out, strict)
        return [holder, *out] if holder is not None else out

    def _heading(self, text: str, items: list[Item], refs: list[Ref], strict: bool) -> Ref | None:
        """`X, who heads the Kenyan Roads Commission,`: a person whom a relative clause gives a body."""
        words = self.words
        for at in range(2, len(items) - 3) if self.heading else ():
            if items[at].text not in words.relatives or items[at + 1].text not in self.heading:
                continue
            if items[at - 1].text != "," or any(r.last > at - 2 and r.first < at for r in refs):
                continue
            run = self.names.backward(items, at - 1, strict)
            if run is None or run[1] - run[0] < 2:
                return None
            ref = self._ref("person", items, run[0], run[1])
            self._name(text, ref, items, run)
            end, states = self._headed_body(items, at + 2)
            if end is None:
                return None
            ref.role, ref.role_text = "agency_head", text[items[at + 1].start : items[end - 1].end]
            ref.states = states
            return ref
        return None

    def _headed_body(self, items: list[Item], at: int) -> tuple[int | None, tuple[str, ...]]:
        """Where the name of a body ends that begins at `at`, behind articles, and the state in it."""
        while at < len(items) and items[at].text in self.titles.articles:
            at += 1
        end = at
        states: tuple[str, ...] = ()
        while end < len(items) and items[end].capital:
            if items[end].is_type(*STATE_TYPES) and not states:
                states = (code_of(items[end]),)
            end += 1
        return (end if end > at else None), states

    def _holder_of(self, text: str, items: list[Item], refs: list[Ref], strict: bool) -> Ref | None:
        """`X met his Chilean counterpart`: the bare name that opens a sentence and has a counterpart in it."""
        facing = next((r for r in refs if r.counterpart), None)
        if facing is None or not facing.first or items[facing.first - 1].text not in self.words.possessives:
            return None
        run = self.names.forward(items, 0, strict)
        if run is None or run[1] - run[0] < 2 or refs[0].first < run[1]:
            return None
        if any(r.name or r.role or r.kind == "pronoun" for r in refs if r.first < facing.first):
            return None
        ref = self._ref("person", items, run[0], run[1])
        self._name(text, ref, items, run)
        return ref

    def _at(self, text: str, items: list[Item], at: int, strict: bool, floor: int) -> Ref | None:
        item = items[at]
        if item.term is None:
            return self._pronoun(items, at)
        kind = item.term.type
        if kind == "role":
            if self.names.guarded and text[item.start : item.end].islower():
                return None
            ref = self._titled(text, items, at, strict, floor)
            return ref if ref.name or not self.lexicon.role_of[item.term.entry].named else None
        if kind == "succession":
            return self._succession(text, items, at, strict, floor)
        if kind == "guest":
            return None if at + 1 < len(items) and items[at + 1].text in self.of else self._guest(items, at)
        if kind == "counterpart":
            return self._counterpart(text, items, at, strict, floor)
        if kind == "group":
            if self._determines(items, at):
                return None
            if self._split_title(items, at, strict):
                return self._titled(text, items, at + 1, strict, floor)
            ref = self._ref("group", items, at, at + 1)
            ref.plural = True
            title = self.title_terms.get(items[at].text.rsplit(" ", 1)[-1])
            ref.office = self.lexicon.role_of[title.entry].role if title is not None else ""
            self._of_states(items, ref)
            return ref
        if kind == "own":
            if at and items[at].text.split(" ", 1)[0] in self.words.determiners - self.words.possessives:
                return None
            ref = self._ref("own", items, at, at + 1)
            ref.head = items[at].text
            return ref
        if kind in STATE_TYPES:
            return self._state(text, items, at, strict)
        if kind == "side":
            return (
                self._led_side(text, items, at)
                or self._side_of(items, at)
                or self._seated(items, at)
                or self._band(items, at)
                or self._ours(items, at)
                or self._counted(items, at)
            )
        return None

    def _succession(self, text: str, items: list[Item], at: int, strict: bool, floor: int) -> Ref | None:
        """`her predecessor, X`: who held an office before or after, where a name stands beside it."""
        ref = self._counterpart(text, items, at, strict, floor)
        ref.counterpart, ref.succession = False, True
        return ref if ref.name else None

    def _guest(self, items: list[Item], at: int) -> Ref:
        """`the guest`, `seinem Gast`: its first word is an article, which may rule it out as a subject."""
        ref = self._ref("guest", items, at, at + 1)
        ref.head = items[at].text
        ref.objective = ref.head.split(" ", 1)[0] in self.words.oblique_determiners
        return ref

    def _side_of(self, items: list[Item], at: int) -> Ref | None:
        """`the army of Chad`, `troops from Japan`, `die Regierung Kenias`: a side before its state."""
        tail = self.titles.side_tail(items, at + 1)
        here = tail
        if here < len(items) and items[here].text in self.side_links:
            here += 1
        while here < len(items) and items[here].text in self.titles.articles:
            here += 1
        if here >= len(items) or not items[here].is_type("state", "org", "capital"):
            return None
        term = items[here].term
        owned = here + 1 < len(items) and items[here + 1].text == "'s"
        if owned or (here == tail and not (term and term.possessive)):
            return None
        if here + 1 < len(items) and items[here + 1].is_type("side", "role"):
            return None
        ref = self._ref("org" if items[here].is_type("org") else "state", items, at, here + 1)
        ref.states = (code_of(items[here]),)
        ref.head = items[at].text
        return ref

    def _of_states(self, items: list[Item], ref: Ref) -> None:
        """`die Außenminister Spaniens, Portugals und Maltas`: a group that names its states."""
        at = ref.last
        while at < len(items) and (
            items[at].text in self.of or items[at].text in self.words.oblique_determiners
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

    def _determines(self, items: list[Item], at: int) -> bool:
        """`die beiden Abkommen`: a group phrase of articles alone, before a noun that it belongs to."""
        words = self.words
        return (
            self.names.guarded
            and at + 1 < len(items)
            and items[at + 1].capital
            and items[at + 1].term is None
            and all(t in words.determiners or t in words.oblique_determiners for t in items[at].text.split())
        )

    def _band(self, items: list[Item], at: int) -> Ref | None:
        """`die Rebellen`: an armed group that the text has named before."""
        if not at or items[at].text not in self.bands:
            return None
        before = items[at - 1].text
        if before not in self.words.determiners and before not in self.words.oblique_determiners:
            return None
        return self._ref("org", items, at, at + 1)

    def _ours(self, items: list[Item], at: int) -> Ref | None:
        """`our forces`, `my government`, `our development bank`: a side that is the speaker's own."""
        for first in range(at - 1, max(-1, at - 3), -1):
            if items[first].text in self.own_words:
                count = self.group_words.get(items[first + 1].text, 0) if first + 1 < at else 0
                if count:
                    return self._group(items, first, at + 1, count)
                ref = self._ref("speaker", items, first, at + 1)
                ref.head = items[at].text
                return ref
            if items[first].term is not None or items[first].capital or not items[first].text.isalpha():
                break
        return None

    def _counted(self, items: list[Item], at: int) -> Ref | None:
        """`the two central banks`, `both armies`: sides that a number makes a group."""
        if not items[at].text.endswith(tuple(self.lexicon.grammar.plural_titles)):
            return None
        first = self._group_word(items, at)
        if first is None or not self.group_words[items[first].text]:
            return None
        return self._group(items, first, at + 1, self.group_words[items[first].text])

    def _group_word(self, items: list[Item], at: int) -> int | None:
        """The word that makes a group of the plural noun at `at`: beside it or one plain word away."""
        for first in range(at - 1, max(-1, at - 3), -1):
            if items[first].text in self.group_words:
                return first
            if items[first].term is not None or items[first].capital or not items[first].text.isalpha():
                break
        return None

    def _group(self, items: list[Item], first: int, last: int, count: int) -> Ref:
        ref = self._ref("group", items, first, last)
        ref.plural = True
        ref.count = count
        return ref

    def _led_side(self, text: str, items: list[Item], at: int) -> Ref | None:
        """`US-Handelsministerium`: a body whose compound begins with its state."""
        item = items[at]
        lead = _prefix_state(self.lexicon, text[item.start : item.end])
        if lead is None:
            return None
        ref = self._ref("state", items, at, at + 1)
        ref.states, ref.head = (lead,), item.text.partition("-")[2]
        return ref

    def _seated(self, items: list[Item], at: int) -> Ref | None:
        """`die Regierung in Caracas`: a body and the capital or state that it sits in."""
        if at + 2 >= len(items) or not self.seated or not items[at].text.endswith(self.seated):
            return None
        if items[at + 1].text not in self.words.place_preps or not items[at + 2].is_type("capital", "state"):
            return None
        ref = self._ref("state", items, at, at + 3)
        ref.states = (code_of(items[at + 2]),)
        ref.head = items[at].text
        return ref

    def _ref(self, kind: str, items: list[Item], first: int, last: int) -> Ref:
        return Ref(kind, items[first].start, items[last - 1].end, first, last)  # type: ignore[arg-type]

    def _pronoun(self, items: list[Item], at: int) -> Ref | None:
        text = items[at].text
        words = self.words
        joined = at > 0 and items[at - 1].end == items[at].start and items[at - 1].text[-1].isalnum()
        if joined or (text in words.possessives and self._owns(items, at + 1)):
            return None
        if text in words.demonstratives:
            if at + 1 >= len(items) or items[at + 1].capital or items[at + 1].text not in self.lexicon.finite:
                return None
            ref = self._ref("pronoun", items, at, at + 1)
        elif text in words.masculine or text in words.feminine:
            ref = self._ref("pronoun", items, at, at + 1)
        elif text in words.plural:
            ref = self._ref("group", items, at, at + 1)
            ref.plural = True
        elif text in words.first_singular or text in words.first_plural:
            ref = self._ref("speaker", items, at, at + 1)
            ref.plural = text in words.first_plural
        elif text in words.addressees:
            ref = self._ref("addressee", items, at, at + 1)
        else:
            return None
        ref.head = text
        ref.objective = text in words.objective
        return ref

    def _owns(self, items: list[Item], at: int) -> bool:
        """Whether a noun group begins at `at`, so that the word before it is a possessive (`her thanks`)."""
        if at >= len(items) or not items[at].text[0].isalpha():
            return False
        text, words = items[at].text, self.words
        return not (
            text in words.prepositions
            or text in words.coordinators
            or text in words.determiners
            or text in words.subordinators
            or text == self.lexicon.properties.infinitive_marker
        )

    def _states_before(
        self, items: list[Item], at: int, floor: int
    ) -> tuple[int, tuple[str, ...], str | None]:
        """State, adjective or possessor directly before index `at`: where it begins, codes, organisation."""
        first = at
        while first > floor and items[first - 1].term is None and items[first - 1].text in self.modifiers:
            first -= 1
        begin = first
        if first > floor and items[first - 1].text == "'s":
            first -= 1
        if first > floor and items[first - 1].is_type(*STATE_TYPES):
            codes = [code_of(items[first - 1])]
            first -= 1
            while (
                first > floor + 1
                and items[first - 1].text in self.adjective_links
                and items[first - 2].is_type("adj")
            ):
                codes.append(code_of(items[first - 2]))
                first -= 2
            term = items[first].term
            return first, tuple(reversed(codes)), term.value if term and term.type == "org" else None
        return begin, (), None

    def _titled(self, text: str, items: list[Item], at: int, strict: bool, floor: int) -> Ref:
        item = items[at]
        assert item.term is not None
        entry = self.lexicon.role_of[item.term.entry]
        first, states, organization = self._states_before(items, at, floor)
        ref = self._ref("role", items, first, at + 1)
        ref.role = entry.role
        ref.organization = entry.organization or organization
        ref.states = (entry.organization,) if entry.organization else states
        role_start, role_end = (items[first].start if states else items[at].start), item.end
        ref.head = item.text
        if first < at and not states:
            role_start = items[first].start
        lead = _prefix_state(self.lexicon, text[item.start : item.end])
        if lead and not ref.states:
            ref.states = (lead,)
        at += 1
        at, role_end = self.titles.behind(text, items, at, ref)
        run = self.names.forward(items, at, strict)
        if run is None and at < len(items) and items[at].text in (",", "("):
            run = self.names.forward(items, at + 1, strict)
            if run and not self._closes(items, run[1]):
                run = None
        if run:
            self._name(text, ref, items, run)
            at = run[1]
            at = self._of_state(items, at, ref)
        else:
            back = None if self._plural_title(items, ref) else self._before_comma(items, first, floor, strict)
            posted = None if back else self._behind_posting(items, at, strict)
            if posted:
                self._name(text, ref, items, posted)
                role_end = items[posted[0] - 2].end
                at = posted[1]
            elif back:
                self._name(text, ref, items, back)
                ref.first, ref.start = back[0], items[back[0]].start
        ref.last = max(at, ref.first + 1)
        ref.end = items[ref.last - 1].end
        ref.role_text = text[role_start:role_end]
        if not ref.name and not ref.states and not ref.organization and self._plural_title(items, ref):
            word = self._group_word(items, ref.first)
            if word is not None:
                return self._group(items, word, ref.last, self.group_words[items[word].text])
        return ref

    def _split_title(self, items: list[Item], at: int, strict: bool) -> bool:
        """`the foreign ministers X and Y`: a group phrase before names is a determiner and a title."""
        if self.names.forward(items, at + 1, strict) is None:
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

    def _same_holder(self, items: list[Item], first: Ref, ref: Ref) -> bool:
        """`Crown Prince and Prime Minister X`, `President of A, Chairman of B X`: two titles of one."""
        if first.kind != "role" or first.counterpart or first.name_start or first.plural:
            return False
        between = [i.text for i in items[first.last : ref.first]]
        if len(between) != 1 or ref.name_start < items[ref.first].start:
            return False
        if between[0] in self.words.coordinators:
            return not (ref.states and first.states)
        return between[0] == "," and bool(first.states) and not ref.states

    def _colleague(self, items: list[Item], first: Ref, ref: Ref) -> bool:
        """`her Chilean counterpart, President X`: a counterpart whose own title stands beside the name."""
        between = [i.text for i in items[first.last : ref.first]]
        return first.counterpart and not first.name and between in ([","], [])

    def _serves(self, items: list[Item], first: Ref, ref: Ref) -> bool:
        """`the envoy of the president`: a title without a name whose holder serves another title's."""
        if first.kind != "role" or first.counterpart or first.name_start or first.plural:
            return False
        between = [i.text for i in items[first.last : ref.first]]
        return 1 <= len(between) <= 2 and all(t in self.of or t in self.titles.articles for t in between)

    def _hand_over(self, text: str, out: list[Ref], ref: Ref) -> Ref:
        """Gives who serves the state of whom they serve, and the name that stands behind a comma."""
        first = out[-1]
        first.states = first.states or ref.states
        first.organization = first.organization or ref.organization
        if not ref.name or "," not in text[ref.start : ref.name_start]:
            return ref
        out.pop()
        first.kind = "person"
        first.name, first.name_start, first.name_end = ref.name, ref.name_start, ref.name_end
        first.role_text = text[first.start : ref.start] + (ref.role_text or "")
        first.last, first.end = ref.last, ref.end
        return first

    def _merge(self, text: str, first: Ref, ref: Ref) -> None:
        ref.states = ref.states or first.states
        ref.organization = ref.organization or first.organization
        ref.role_text = text[first.start : ref.start] + (ref.role_text or "")
        if self._rank(first.role) < self._rank(ref.role):
            ref.role = first.role
        ref.first, ref.start = first.first, first.start

    def _rank(self, role: str | None) -> int:
        """The protocol rank of a role, 1 the highest."""
        return self.ranks.get(role or "", _LOWEST)

    def _sharing(self, text: str, items: list[Item], head: Ref, strict: bool) -> list[Ref]:
        """`Presidents X and Y`, `Foreign Ministers X of A and Y of B`: names that share a plural title."""
        if not self._plural_title(items, head):
            return []
        out: list[Ref] = []
        at, joined = head.last, False
        while at < len(items) and (items[at].text == "," or items[at].text in self.words.coordinators):
            joined = items[at].text != ","
            at += 1
            while at < len(items) and (
                items[at].text in self.words.determiners or items[at].text in self.words.coordinators
            ):
                joined, at = True, at + 1
            run = self.names.forward(items, at, strict)
            if run is None:
                break
            ref = self._ref("person", items, run[0], run[1])
            ref.role, ref.role_text, ref.head = head.role, head.role_text, head.head
            self._name(text, ref, items, run)
            ref.last = self._of_state(items, run[1], ref)
            ref.end = items[ref.last - 1].end
            out.append(ref)
            at = ref.last
            if joined:
                break
        return out if joined and out else []

    def _plural_title(self, items: list[Item], ref: Ref) -> bool:
        grammar = self.lexicon.grammar
        stem = ref.head
        for word in self.of:
            stem = stem.split(f" {word} ", 1)[0]
        if stem.endswith(tuple(grammar.plural_titles)) and grammar.plural_titles:
            return True
        before = items[ref.first - 1].text if ref.first else ""
        if stem.endswith(tuple(grammar.singular_titles)):
            return False
        endings = self.plural_after.get(before)
        return before in self.plural_determiners or (bool(endings) and stem.endswith(endings or ()))

    def _closes(self, items: list[Item], at: int) -> bool:
        return at >= len(items) or items[at].text in (",", ")", "(", ".", ";", ":") or not items[at].capital

    def _of_state(self, items: list[Item], at: int, ref: Ref) -> int:
        """`… Pham Minh Chinh of Vietnam`, `… Lacalle Pou (Uruguay)`; an article alone begins an object."""
        bracketed = at + 2 < len(items) and items[at].text == "(" and items[at + 2].text == ")"
        if bracketed and not ref.states and items[at + 1].is_type("state", "org", "metonym", "capital"):
            ref.states = (code_of(items[at + 1]),)
            return at + 3
        if at + 1 < len(items) and items[at].text in self.of - self.titles.articles:
            here = at + 1
            while here < len(items) and items[here].text in self.words.determiners:
                here += 1
            if here < len(items) and items[here].is_type("state", "org") and not ref.states:
                ref.states = (code_of(items[here]),)
                return here + 1
        return at

    def _before_comma(
        self, items: list[Item], first: int, floor: int, strict: bool
    ) -> tuple[int, int] | None:
        """`Hao Weiming, Director General of …`: the name before the comma."""
        at = first
        if at > floor and items[at - 1].text == "'s":
            at = self._owner(items, at - 1, floor)
        while (
            at > floor
            and items[at - 1].term is None
            and items[at - 1].text in self.words.determiners | self.modifiers
        ):
            at -= 1
        if at - 1 <= floor or items[at - 1].text != ",":
            return None
        run = self.names.backward(items, at - 1, strict)
        if run is None or run[0] < floor or run[1] - run[0] < 2:
            return None
        return run

    def _owner(self, items: list[Item], at: int, floor: int) -> int:
        """`…, the alliance's secretary general`: where the plain noun before a possessive ending begins."""
        while at > floor and items[at - 1].term is None and not items[at - 1].capital and at > floor:
            if not items[at - 1].text[0].isalpha() or items[at - 1].text in self.words.determiners:
                break
            at -= 1
        return at

    def _behind_posting(self, items: list[Item], at: int, strict: bool) -> tuple[int, int] | None:
        """`the ambassador in Quito, X`, `chief of staff at the ministry, X`: a name behind the posting."""
        words = self.words
        if (
            at >= len(items)
            or items[at].text not in words.prepositions
            or items[at].text in words.meeting_preps
        ):
            return None
        end = at + 1
        while end < len(items) and end - at <= _POSTING and items[end].text != ",":
            owner = end + 1 < len(items) and items[end + 1].text == "'s"
            if items[end].is_type("role") and not owner:
                return None
            if not items[end].text[0].isalpha() and items[end].text != "'s":
                return None
            end += 1
        if (
            end >= len(items)
            or items[end].text != ","
            or (not items[end - 1].capital and items[end - 1].term is None)
        ):
            return None
        run = self.names.forward(items, end + 1, strict)
        if run is None or run[0] != end + 1 or run[1] - run[0] < 2:
            return None
        closed = run[1] >= len(items) or items[run[1]].text in (",", ".", ";", ":")
        return run if closed else None

    def _name(self, text: str, ref: Ref, items: list[Item], run: tuple[int, int]) -> None:
        ref.kind = "person"
        ref.name_start, ref.name_end = items[run[0]].start, items[run[1] - 1].end
        ref.name = _clean(text[ref.name_start : ref.name_end], self.lexicon)

    def _counterpart(self, text: str, items: list[Item], at: int, strict: bool, floor: int) -> Ref:
        first, states, _ = self._states_before(items, at, floor)
        ref = self._ref("role", items, first, at + 1)
        ref.counterpart = True
        ref.states = states
        ref.role_text = text[items[first].start : items[at].end]
        here = at + 1
        if here < len(items) and items[here].text in self.of:
            here = self._of_state(items, here, ref)
        comma = here < len(items) and items[here].text == ","
        if here < len(items) and items[here].is_type("role"):
            return ref
        run = self.names.forward(items, here + 1 if comma else here, strict)
        if run:
            self._name(text, ref, items, run)
            here = self._of_state(items, run[1], ref)
        ref.last = max(here, at + 1)
        ref.end = items[ref.last - 1].end
        ref.head = items[at].text
        return ref

    def _state(self, text: str, items: list[Item], at: int, strict: bool) -> Ref | None:
        """A state, a capital as its government, an adjective with a side noun, or a weak mention."""
        item = items[at]
        assert item.term is not None
        kind = item.term.type
        codes = [code_of(item)]
        last = at + 1
        if kind == "adj":
            while (
                last + 1 < len(items) and items[last].text in self.joints and items[last + 1].is_type("adj")
            ):
                codes.append(code_of(items[last + 1]))
                last += 2
            while last < len(items) and items[last].is_type("adj"):
                codes.append(code_of(items[last]))
                last += 1
        ref = self._ref("org" if kind == "org" else "state", items, at, last)
        ref.states = tuple(dict.fromkeys(codes))
        ref.plural = len(ref.states) > 1
        possessive = last < len(items) and items[last].text == "'s"
        here = last + 1 if possessive else last
        while here < len(items) and items[here].term is None and items[here].text in self.modifiers:
            here += 1
        if here < len(items) and items[here].is_type("role", "counterpart"):
            return None
        if (
            here < len(items)
            and items[here].is_type("side")
            and (possessive or item.term.possessive or kind in ("adj", "people", "org", "state"))
        ):
            ref.last = self.titles.side_tail(items, here + 1)
            ref.end = items[ref.last - 1].end
            ref.head = items[here].text
            return ref
        if self._compound(items, last) and items[last + 1].is_type("side"):
            ref.last, ref.end, ref.head = last + 2, items[last + 1].end, items[last + 1].text
            return ref
        if kind == "people" and at and self._quantity(items[at - 1]):
            ref.weak, ref.kind = True, "weak"
        if kind == "adj" or possessive or item.term.possessive or self._compound(items, last):
            if kind == "adj" and here < len(items) and items[here].is_type("land"):
                ref.last, ref.end = here + 1, items[here].end
                return ref
            ref.weak = True
            ref.kind = "weak"
            if possessive:
                ref.last = last + 1
                ref.end = items[last].end
        return ref

    def _quantity(self, item: Item) -> bool:
        """`1.3 million Syrians`: a number of people is not their state."""
        return item.text[0].isdigit() or item.text in self.lexicon.numbers.scales

    def _compound(self, items: list[Item], at: int) -> bool:
        """`UN-Vollversammlung`: a name that a hyphen joins to a noun, which it only qualifies."""
        return (
            self.lexicon.properties.compounds
            and 0 < at < len(items) - 1
            and items[at].text == "-"
            and items[at - 1].end == items[at].start
            and items[at].end == items[at + 1].start
            and items[at + 1].capital
            and not items[at + 1].is_type(*STATE_TYPES)
        )

    def _govern(self, items: list[Item], ref: Ref) -> None:
        """Which preposition or determiner stands before the reference."""
        at = ref.first - 1
        skipped = 0
        words = self.words
        while at >= 0 and skipped < 4:
            item = items[at]
            if item.text in words.oblique_determiners:
                ref.objective = True
                ref.genitive = item.text in self.lexicon.grammar.genitive_determiners
                ref.article = item.text
            elif item.text in words.prepositions:
                if not (
                    self.lexicon.properties.verb_final
                    and item.text in words.subordinators
                    and (at == 0 or items[at - 1].text == ",")
                    and opens_clause(items, at, self.lexicon.finite)
                ):
                    ref.prep = item.text
                return
            elif (
                item.text in words.determiners
                or item.text in words.possessives
                or item.text in words.skip
                or item.text in self.modifiers
            ):
                ref.article = ref.article or item.text
                if item.text in self.genitives and self._behind_noun(items, at):
                    ref.objective = ref.genitive = True
            elif (
                item.is_type("side")
                or (ref.weak and skipped == 0 and item.text in self.parts)
                or (
                    item.term is None
                    and not item.capital
                    and skipped < 2
                    and ref.article == ""
                    and self._adjective(item.text)
                )
            ):
                pass
            else:
                return
            at -= 1
            skipped += 1

    def _behind_noun(self, items: list[Item], at: int) -> bool:
        """Whether an article stands behind a noun that it may make a genitive of (`am Rande der …`)."""
        noun = items[at - 1] if at > 1 else None
        return (
            noun is not None
            and noun.capital
            and noun.text[0].isalpha()
            and (noun.term is None or noun.is_type("side"))
            and not noun.text.startswith(self.days)
        )

    def _adjective(self, text: str) -> bool:
        endings = self.lexicon.properties.adjective_endings
        return bool(endings) and len(text) > 4 and text.endswith(tuple(e for e in endings if e))


def _days(lexicon: Lexicon) -> tuple[str, ...]:
    """The names of months and weekdays, folded."""
    named = [
        n for table in ("months", "weekdays") for names in lexicon.calendar[table].values() for n in names
    ]
    return tuple(sorted({n.lower() for n in (*named, *lexicon.numbers.weekdays) if len(n) > 2}))


def _prefix_state(lexicon: Lexicon, title: str) -> str | None:
    """The state or organisation named by the first part of a compound title (`US-Präsident`)."""
    if "-" not in title:
        return None
    head = title.split("-", 1)[0]
    return lexicon.acronyms.get(head)


def _clean(name: str, lexicon: Lexicon) -> str:
    return " ".join(name.split())
