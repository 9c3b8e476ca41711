"""Whether a title is a woman's or a man's, as its words tell."""

from __future__ import annotations

from functools import cache

from communique.lexicon.lexicon import Lexicon
from communique.lexicon.shape import Grammar


class Endings:
    """Words, and endings of words (`*` left), of one gender's titles."""

    def __init__(self, listed: list[str]) -> None:
        self.exact = frozenset(e for e in listed if not e.startswith("*"))
        self.opened = tuple(e[1:] for e in listed if e.startswith("*"))

    def fit(self, texts: list[str]) -> bool:
        """Whether one of the words is or ends so."""
        if not self.exact.isdisjoint(texts):
            return True
        if self.opened:
            for text in texts:
                if text.endswith(self.opened):
                    return True
        return False


class TitleSex:
    """Tells `f` or `m` of titles in one language."""

    def __init__(self, grammar: Grammar) -> None:
        self.feminine = Endings(grammar.feminine_titles)
        self.masculine = Endings(grammar.masculine_titles)

    def of(self, title: str | None) -> str | None:
        """`f`, `m`, or None where the title's words do not tell."""
        words = (title or "").lower().split()
        if self.feminine.fit(words):
            return "f"
        return "m" if self.masculine.fit(words) else None


@cache
def title_sex(lexicon: Lexicon) -> TitleSex:
    """What tells the sex of titles in a language; built once a process."""
    return TitleSex(lexicon.grammar)
