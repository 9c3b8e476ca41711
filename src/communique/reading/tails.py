"""The later parts of a cue that has gaps (`sprach ~ aus`): found in the text behind its head."""

from __future__ import annotations

import re
from functools import lru_cache

from communique.mentions.matcher import Hit

_REACH = 400


class Tail:
    """One later part with its alternatives; one that ends in `$` must stand at the end of its clause."""

    __slots__ = ("bodies", "closing", "pattern")

    def __init__(self, words: tuple[str, ...], links: tuple[str, ...]) -> None:
        self.bodies = tuple({w.rstrip("$*"): None for w in words})
        self.closing = all(w.endswith("$") for w in words)
        self.pattern = _pattern(words, links)

    def search(self, folded: str, at: int, end: int) -> re.Match[str] | None:
        """The first alternative in `folded[at:end]` that stands as a word.

        Most tails do not stand there at all, which a plain search for their words tells much sooner.
        """
        found = [here for body in self.bodies if (here := folded.find(body, at, end)) >= 0]
        return self.pattern.search(folded, min(found), end) if found else None


def follow(hit: Hit, links: tuple[str, ...], folded: str, end: int) -> list[tuple[Tail, int, int]] | None:
    """A hit's tails in order, each with its place; None when one of them is missing before `end`."""
    at = hit.end
    end = min(end, at + _REACH)
    out = []
    for words in hit.term.tails:
        tail = _tail(words, links)
        match = tail.search(folded, at, end)
        if match is None:
            return None
        out.append((tail, match.start(), match.end()))
        at = match.end()
    return out


@lru_cache(maxsize=4096)
def _tail(words: tuple[str, ...], links: tuple[str, ...]) -> Tail:
    return Tail(words, links)


def _pattern(words: tuple[str, ...], links: tuple[str, ...]) -> re.Pattern[str]:
    link = "|".join(re.escape(c) for c in links)
    pieces = []
    for word in sorted(words, key=lambda w: (-len(w), w)):
        body = re.escape(word.rstrip("$*"))
        body += "" if word.endswith("*") else r"(?!\w)"
        if word.endswith("$"):
            body += rf"(?=\s*(?:[,.;:!?\")]|(?:{link})\b|$))"
        pieces.append(rf"(?<!\w){body}")
    return re.compile("|".join(pieces))
