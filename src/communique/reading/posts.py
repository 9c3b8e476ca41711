"""Where envoys are posted, which is never the state that they are of, and whose mission they lead."""

from __future__ import annotations

from communique.lexicon.lexicon import Lexicon
from communique.mentions.items import Item
from communique.mentions.person import Person
from communique.mentions.refs import Ref
from communique.mentions.titles import code_of
from communique.reading.draft import Draft
from communique.reading.offices import posted_to

_REACH = 6
"""Sentences back to the mission that somebody leads."""


class Posts:
    """Tells of one document's envoys where they are posted."""

    def __init__(self, drafts: list[Draft], at: dict[int, int], lexicon: Lexicon) -> None:
        self.drafts = drafts
        self.at = at
        self.lexicon = lexicon
        self.places = lexicon.words.place_preps - lexicon.words.owners
        self.missions = tuple(lexicon.grammar.missions)

    def hosts(self, person: Person) -> list[str]:
        """The states that the person's titles are posted to, which are never the person's own."""
        if not self.lexicon.grammar.posting_leads:
            return []
        told = ((self.drafts[self.at[i]], start) for i, start, _ in person.where if i in self.at)
        return [
            code
            for draft, start in told
            for ref in draft.refs
            if ref.start == start and ref.person is person
            for code in posted_to(ref, draft.items, self.lexicon)
        ]

    def of(self, items: list[Item], ref: Ref) -> list[str]:
        """Where an envoy is posted, as the title tells or a word of place behind it (`embajador, X, en Quito`)."""
        last = min(ref.last + 1, len(items) - 1)
        near = [
            code_of(items[at + 1])
            for at in range(ref.first, last)
            if items[at].text in self.places and items[at + 1].is_type("state", "capital")
        ]
        return [*ref.post, *(code for code in near if code not in ref.post)]

    def beside(self, draft: Draft) -> list[str]:
        """Where the embassies are that the sentence tells by their place alone (`代表驻加蓬使馆`)."""
        return [code for ref in draft.refs if ref.kind == "own" for code in ref.post]

    def mission(self, place: int, ref: Ref) -> str | None:
        """The state of the embassy that was named last with one, for its head."""
        for number in range(place, max(-1, place - _REACH), -1):
            for other in reversed(self.drafts[number].refs):
                before = number < place or other.last <= ref.first
                if before and other.states and other.head.endswith(self.missions) and not other.role:
                    return other.states[0]
        return None
