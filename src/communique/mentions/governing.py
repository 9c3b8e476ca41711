"""What governs a reference: the preposition, article or genitive that stands before it."""

from __future__ import annotations

from communique.lexicon.cases import ACCUSATIVE, BARE, DATIVE, GENITIVE, INSTRUMENTAL, LOCATIVE, NOMINATIVE
from communique.lexicon.lexicon import Lexicon
from communique.mentions.bare_genitives import BareGenitives
from communique.mentions.items import Item, opens_clause
from communique.mentions.refs import Ref
from communique.syntax.preposed import Preposed

_REACH = 4
"""Items before a reference that may stand between it and its preposition."""
_ADJECTIVES = 2
_OBLIQUE = frozenset({ACCUSATIVE, DATIVE, INSTRUMENTAL, LOCATIVE})
"""Cases in which nothing belongs to a noun."""
_AGREEING = frozenset({"adj", "people"})
"""Names that take the case of the noun behind them."""
_SHORTEST = 4
"""Characters that an adjective has at least one more than."""


class Government:
    """Notes on references what stands before them, in one language; stateless between sentences."""

    def __init__(self, lexicon: Lexicon) -> None:
        self.lexicon = lexicon
        self.words = lexicon.words
        self.modifiers = frozenset(lexicon.roles.modifiers)
        self.genitives = frozenset(lexicon.grammar.genitive_articles)
        self.genitive_determiners = frozenset(lexicon.grammar.genitive_determiners)
        self.parts = frozenset(lexicon.grammar.state_parts)
        self.verb_final = lexicon.properties.verb_final
        self.endings = lexicon.adjective_endings
        self.article = lexicon.properties.article
        self.owned_behind = lexicon.properties.state_follows
        self.preposed = Preposed(lexicon)
        self.bare = BareGenitives(lexicon)
        self.opening = frozenset(lexicon.grammar.lead_prepositions)

    def note(self, items: list[Item], ref: Ref) -> None:
        """Keep on `ref` which preposition or determiner stands before it."""
        words = self.words
        at = ref.first - 1
        if ref.last < len(items) and items[ref.last].text in words.owner_marks:
            ref.genitive = True
        if self.bare.owned(items, ref):
            ref.objective = ref.genitive = True
            ref.weak = ref.weak or ref.kind == "group"
        skipped = 0
        if self.owned_behind and at >= 0 and self._noun(items, at):
            ref.objective = ref.genitive = True
        while at >= 0 and skipped < _REACH:
            item = items[at]
            if item.text in words.oblique_determiners:
                ref.objective = True
                ref.genitive = item.text in self.genitive_determiners
                ref.article = item.text
            elif item.text in self.preposed.marks and (governor := self.preposed.governor(items, at)):
                ref.prep = governor
                return
            elif item.text in words.owners and self._of_side(items, at, ref):
                pass
            elif item.text in words.prepositions or item.text in self.opening:
                if not self._subordinates(items, at) and not self._partitive(items, at):
                    ref.prep = item.text
                return
            elif (
                item.text in words.determiners
                or item.text in words.possessives
                or item.text in words.skip
                or item.text in self.modifiers
                or item.text in words.honorifics
            ):
                ref.article = ref.article or item.text
                if item.text in self.genitives and self._behind_noun(items, at):
                    ref.objective = ref.genitive = True
            elif item.text == "." and (style := self._style(items, at)) is not None:
                at = style
                continue
            elif not self._passed(item, ref, skipped):
                return
            at -= 1
            skipped += 1

    def _partitive(self, items: list[Item], at: int) -> bool:
        """`Des représentants du Togo`: a word of owning that opens the sentence is an article, where it may be one."""
        return at == 0 and items[at].text in self.words.owners and items[at].text in self.words.determiners

    def _of_side(self, items: list[Item], at: int, ref: Ref) -> bool:
        """`representatives of the governments of X`: whether a side owns another side, which then is governed."""
        return at > 0 and items[at - 1].is_type("side") and items[ref.first].is_type("side")

    def _style(self, items: list[Item], stop: int) -> int | None:
        """Before the style that a stop ends (`Mr.`, `H.E.`); None where none does."""
        first = stop - 1
        while first > 1 and len(items[first].text) == 1 and items[first - 1].text == ".":
            first -= 2
        style = "".join(item.text for item in items[max(first, 0) : stop])
        return first - 1 if style in self.words.honorifics else None

    def note_case(self, items: list[Item], ref: Ref, before: Ref | None) -> None:
        """Keep on `ref` what its case says where no preposition governs it; `before` is the reference before it.

        A bare dative or instrumental counts as governed by the mark of its case in place of a preposition.
        """
        head = next((i for i in items[ref.first : ref.last] if i.term and i.term.type not in _AGREEING), None)
        cases = head.term.cases.split() if head is not None and head.term else []
        if head is not None and head.is_type("group") and ref.kind == "state":
            cases = [GENITIVE]  # `чилийской стороны`: the plural's form, read as one side's
        if head is not None and cases and head.is_type("role", "counterpart"):
            ref.case = cases[0]
        if cases and (cases == [NOMINATIVE] or _OBLIQUE.issuperset(cases)):
            ref.genitive = False
        if cases == [NOMINATIVE]:
            ref.prep = None
            ref.objective = False
        if NOMINATIVE in cases:
            return
        if cases and ref.prep and ref.first and self._apart(items[ref.first - 1], cases):
            ref.prep = None
        if not cases or ref.prep:
            return
        ref.objective = True
        if before is not None and self._joined(items, before, ref):
            ref.genitive, ref.prep = before.genitive, before.prep
            return
        owned = GENITIVE in cases and ref.first > 0 and self._owns(items[ref.first - 1])
        if ACCUSATIVE in cases and not owned:
            return
        if owned or cases == [GENITIVE]:
            ref.genitive = True
        elif DATIVE in cases:
            ref.prep = BARE + DATIVE
        elif INSTRUMENTAL in cases:
            ref.prep = BARE + INSTRUMENTAL

    def _apart(self, item: Item, cases: list[str]) -> bool:
        """`с визитом Танзанию`: whether a word looks like an adjective but agrees with no case of what is behind it."""
        plain = item.term is None and not item.capital and item.text not in self.lexicon.loose
        if not plain or item.text in self.words.possessives or not self._adjective(item.text):
            return False
        return not any(item.text.endswith(self.lexicon.agreeing.get(case, ())) for case in cases)

    def _joined(self, items: list[Item], before: Ref, ref: Ref) -> bool:
        """Whether a coordinator joins a reference to a governed one before it."""
        between = [i.text for i in items[before.last : ref.first]]
        return len(between) == 1 and between[0] in self.words.coordinators and before.objective

    def _owns(self, item: Item) -> bool:
        """Whether a genitive may belong to the word before it: to no verb, adverb, day, mark or proper name."""
        text = item.text
        if item.capital or not text[0].isalpha() or text in self.lexicon.verb_words:
            return item.is_type("role", "side", "counterpart") or (item.capital and item.term is None)
        if item.is_type("state", "capital", "org") or text.startswith(self.lexicon.day_names):
            return False
        return text not in self.words.adverbs and text not in self.words.coordinators

    def _bare_noun(self, items: list[Item], at: int) -> bool:
        """Whether a word has no article, and is no name for standing behind a verb, a title or another name."""
        item, before = items[at], items[at - 1] if at else None
        if item.text.startswith(self.article):
            return False
        named = (
            before is None or before.text in self.lexicon.finite or before.capital or before.term is not None
        )
        return not (item.capital and named)

    def _noun(self, items: list[Item], at: int) -> bool:
        """Whether an item is a plain noun, whose owner stands right behind it."""
        words, item = self.words, items[at]
        text = item.text
        if self.article and not self._bare_noun(items, at):
            return False
        if item.term is not None or (item.capital and not self.article) or not text[0].isalpha():
            return False
        if text in (self.lexicon.finite if self.article else self.lexicon.verb_words):
            return False
        if text in self.lexicon.structure or text in self.lexicon.loose or text in self.lexicon.before_verbs:
            return False
        return not (
            text in words.negation
            or text in words.skip
            or text in words.not_names
            or text in words.honorifics
        )

    def _subordinates(self, items: list[Item], at: int) -> bool:
        """Whether a word that may be a preposition opens a clause, whose verb comes last."""
        return (
            self.verb_final
            and items[at].text in self.words.subordinators
            and (at == 0 or items[at - 1].text == ",")
            and opens_clause(items, at, self.lexicon.finite)
        )

    def _passed(self, item: Item, ref: Ref, skipped: int) -> bool:
        """Whether a word may stand between a reference and its preposition: a side, a part, an adjective."""
        if (
            item.is_type("side")
            or (self.owned_behind and item.is_type("land"))
            or (ref.weak and skipped == 0 and item.text in self.parts)
        ):
            return True
        plain = item.term is None and not item.capital
        return plain and skipped < _ADJECTIVES and ref.article == "" and self._adjective(item.text)

    def _behind_noun(self, items: list[Item], at: int) -> bool:
        """Whether an article stands behind a noun that it may make a genitive of (`am Rande der …`)."""
        noun = items[at - 1] if at > 1 else None
        return (
            noun is not None
            and noun.capital
            and noun.text[0].isalpha()
            and (noun.term is None or noun.is_type("side"))
            and not noun.text.startswith(self.lexicon.day_names)
        )

    def _adjective(self, text: str) -> bool:
        return bool(self.endings) and len(text) > _SHORTEST and text.endswith(self.endings)
