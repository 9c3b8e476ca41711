"""What a reference to an actor looks like while a document is read."""

from __future__ import annotations

from typing import Literal

from communique.mentions.person import Person

RefKind = Literal["person", "role", "state", "org", "group", "pronoun", "speaker", "addressee", "weak", "own"]


class Ref:
    """One reference to an actor in a sentence; resolved step by step, then only read.

    `first` and `last` are item indexes (past the end). `weak` marks a state that only qualifies
    another noun (`Chinese exports`, `Chinas Wirtschaft`). `prep` is the preposition that governs
    it, `objective` says that its determiner or place rules it out as a subject, `genitive` that it
    belongs to the noun before it.
    """

    __slots__ = (
        "article",
        "body",
        "count",
        "counterpart",
        "end",
        "first",
        "genitive",
        "head",
        "kind",
        "last",
        "name",
        "name_end",
        "name_start",
        "objective",
        "organization",
        "person",
        "plural",
        "prep",
        "role",
        "role_text",
        "start",
        "states",
        "units",
        "weak",
    )

    def __init__(self, kind: RefKind, start: int, end: int, first: int, last: int) -> None:
        self.kind: RefKind = kind
        self.start = start
        self.end = end
        self.first = first
        self.last = last
        self.genitive = False
        self.states: tuple[str, ...] = ()
        self.name: str | None = None
        self.name_start = self.name_end = 0
        self.role: str | None = None
        self.role_text: str | None = None
        self.organization: str | None = None
        self.units: tuple[str, ...] = ()
        self.person: Person | None = None
        self.prep: str | None = None
        self.objective = False
        self.weak = False
        self.plural = False
        self.count = 0
        """How many a group counts, 0 where its words do not say."""
        self.counterpart = False
        self.head = ""
        self.article = ""
        self.body = ""
        """The body that a title is of, where only its noun stands (`negotiator of the government`)."""

    def __repr__(self) -> str:
        who = self.name or self.role
        return f"Ref({self.kind}, {self.start}-{self.end}, {self.states}, {who}, prep={self.prep})"
