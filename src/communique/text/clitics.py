"""Words of one letter that are written to the word behind them (`والصين`: `و` and `الصين`)."""

from __future__ import annotations

from collections.abc import Sequence


class Proclitics:
    """What may be written to the front of a word, as strings of one or more such words.

    The first listed is so common that it is split off words which nobody knows. `merged` is what one
    of them and the article become together (`لل`); its first letter is the proclitic.
    """

    def __init__(self, joined: Sequence[str], article: str, merged: str) -> None:
        self.joined = frozenset(joined)
        self.common = joined[0]
        self.longest_first = tuple(sorted(self.joined, key=lambda c: (-len(c), c)))
        self.shortest_first = tuple(reversed(self.longest_first))
        self.article = article
        self.lead = merged[:1]
        self.rest = merged[1:]

    def opens(self, folded: str, at: int) -> bool:
        """Whether only proclitics stand between the beginning of the word and `at`."""
        first = at
        while first and folded[first - 1].isalnum():
            first -= 1
        return folded[first:at] in self.joined

    def leads(self, folded: str, at: int) -> bool:
        """Whether the proclitic that swallows the article's first letter stands right before `at`."""
        return at > 0 and folded[at - 1] == self.lead

    def merged(self, literal: str) -> str | None:
        """What is left of a literal with the article behind that proclitic."""
        if not self.lead or not literal.startswith(self.article):
            return None
        return self.rest + literal[len(self.article) :]

    def whole(self, rest: str) -> str:
        """A word with its article again, behind the proclitic that swallowed a part of it."""
        return self.article + rest[len(self.rest) :]
