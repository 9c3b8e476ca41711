"""What a sentence is made of: its items, the references in them, and the clauses that hold both."""

from __future__ import annotations

from communique.lexicon.lexicon import Lexicon
from communique.mentions.items import Item
from communique.mentions.refs import Ref
from communique.syntax.clauses import Clauses


class Structure:
    """Items, references and clauses of one sentence, shared by all who ask who does what in it."""

    __slots__ = (
        "_refs_in",
        "clauses",
        "items",
        "lexicon",
        "ref_clause",
        "refs",
        "texts",
        "verb_starts",
        "words",
    )

    def __init__(
        self,
        lexicon: Lexicon,
        items: list[Item],
        refs: list[Ref],
        verb_starts: frozenset[int],
        texts: frozenset[str],
    ) -> None:
        self.lexicon = lexicon
        self.words = lexicon.words
        self.items = items
        self.refs = refs
        self.verb_starts = verb_starts
        self.texts = texts
        self.clauses = Clauses(lexicon, items, refs, verb_starts)
        self.ref_clause = {id(r): self.clauses.of[r.first] for r in refs}
        """The number of the clause that a reference stands in, by the identity of the reference."""
        self._refs_in: dict[int, list[Ref]] = {}
        self._free_subjects()

    def refs_in(self, clause: int) -> list[Ref]:
        """The references that stand in a clause itself, in order."""
        known = self._refs_in.get(clause)
        if known is None:
            known = self._refs_in[clause] = [r for r in self.refs if self.ref_clause[id(r)] == clause]
        return known

    def _free_subjects(self) -> None:
        """The subject of a clause is not governed by its subordinator, though that may be a preposition."""
        for ref in self.refs:
            clause = self.clauses.all[self.ref_clause[id(ref)]]
            if clause.kind == "sub" and ref.prep == clause.opener and ref.first - clause.first <= 2:
                ref.prep = None
