"""What a reference to an actor looks like while a document is read."""

from __future__ import annotations

from typing import Literal

import msgspec

from communique.mentions.items import Item
from communique.mentions.person import Person

RefKind = Literal[
    "person", "role", "state", "org", "group", "pronoun", "speaker", "addressee", "weak", "own", "guest"
]


class Ref(msgspec.Struct, eq=False, gc=False):
    """One reference to an actor in a sentence; resolved step by step, then only read.

    `first` and `last` are item indexes (past the end). `weak` marks a state that only qualifies
    another noun (`Chinese exports`, `Chinas Wirtschaft`). `prep` is the preposition that governs
    it, `objective` says that its determiner or place rules it out as a subject, `genitive` that it
    belongs to the noun before it.
    """

    kind: RefKind
    start: int
    end: int
    first: int
    last: int
    genitive: bool = False
    states: tuple[str, ...] = ()
    name: str | None = None
    name_start: int = 0
    name_end: int = 0
    role: str | None = None
    role_text: str | None = None
    organization: str | None = None
    units: tuple[str, ...] = ()
    person: Person | None = None
    prep: str | None = None
    objective: bool = False
    weak: bool = False
    bearing: bool = False
    """Whether a state only stands in a body's name or tells where a meeting was (`X大学`, `曼谷会晤`)."""
    case: str = ""
    """The case of a title and so of the name behind it, where the form of the title tells it."""
    plural: bool = False
    told: bool = False
    """Whether the members of a group are named right before its word (`泰柬两国`)."""
    count: int = 0
    """How many a group counts, 0 where its words do not say."""
    every: bool = False
    """Whether a group is all of a sort (`các bên`), not a pair."""
    office: str = ""
    """The role that the members of a group share (`both ministers`)."""
    counterpart: bool = False
    succession: bool = False
    """Whether it is to who held an office before or after the person beside it (`her predecessor`)."""
    head: str = ""
    article: str = ""
    leader: str = ""
    """By whose name a government is called (`the Obama administration`)."""
    post: tuple[str, ...] = ()
    """Where an envoy is posted, as the title tells (`ambassador to Togo`)."""
    body: str = ""
    """The body that a title is of, where only its noun stands (`negotiator of the government`)."""

    @classmethod
    def over(cls, kind: RefKind, items: list[Item], first: int, last: int) -> Ref:
        """The reference of items `[first, last)`."""
        return cls(kind, items[first].start, items[last - 1].end, first, last)

    def __repr__(self) -> str:
        who = self.name or self.role
        return f"Ref({self.kind}, {self.start}-{self.end}, {self.states}, {who}, prep={self.prep})"
