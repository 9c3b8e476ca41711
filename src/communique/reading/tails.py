"""The later parts of a cue that has gaps (`sprach ~ aus`): found in the text behind its head."""

from __future__ import annotations

import re

from communique.text.clitics import Proclitics

_REACH = 400


class Tail:
    """One later part with its alternatives; one that ends in `$` must stand at the end of its clause."""

    __slots__ = ("bodies", "closing", "pattern")

    def __init__(
        self, words: tuple[str, ...], links: tuple[str, ...], bounded: bool = True, joined: str = ""
    ) -> None:
        self.bodies = tuple({w.rstrip("$*"): None for w in words})
        self.closing = all(w.endswith("$") for w in words)
        self.pattern = _pattern(words, links, bounded, joined)

    def search(self, folded: str, at: int, end: int) -> re.Match[str] | None:
        """The first alternative in `folded[at:end]` that stands as a word.

        Most tails do not stand there at all, which a plain search for their words tells much sooner.
        """
        first = -1
        for body in self.bodies:
            here = folded.find(body, at, end)
            if here >= 0 and (first < 0 or here < first):
                first = here
        return self.pattern.search(folded, first, end) if first >= 0 else None


class Tails(dict[tuple[str, ...], Tail]):
    """The tails of one language by their alternatives, each made when it is first looked for.

    `bounded` says that words are parted, so that a tail is one only where it stands as a word.
    """

    def __init__(
        self, links: tuple[str, ...], bounded: bool = True, proclitics: Proclitics | None = None
    ) -> None:
        super().__init__()
        self.links = links
        self.bounded = bounded
        joined = proclitics.longest_first if proclitics else ()
        self.joined = rf"(?:{'|'.join(map(re.escape, joined))})?" if joined else ""

    def __missing__(self, words: tuple[str, ...]) -> Tail:
        tail = self[words] = Tail(words, self.links, self.bounded, self.joined)
        return tail


def follow(
    told: tuple[tuple[str, ...], ...], at: int, tails: Tails, folded: str, end: int
) -> list[tuple[Tail, int, int]] | None:
    """The tails told, in order behind `at`, each with its place; None when one is missing before `end`."""
    end = min(end, at + _REACH)
    out = []
    for words in told:
        tail = tails[words]
        match = tail.search(folded, at, end)
        if match is None:
            return None
        out.append((tail, match.start(), match.end()))
        at = match.end()
    return out


def _pattern(words: tuple[str, ...], links: tuple[str, ...], bounded: bool, joined: str) -> re.Pattern[str]:
    """Finds one of the words; `joined` is what may be written to its front."""
    link = "|".join(re.escape(c) for c in links)
    pieces = []
    for word in sorted(words, key=lambda w: (-len(w), w)):
        body = re.escape(word.rstrip("$*"))
        body += "" if word.endswith("*") or not bounded else r"(?!\w)"
        if word.endswith("$"):
            body += rf"(?=\s*(?:[,.;:!?\")]|(?:{link})\b|$)|\s[-–]\s)"
        pieces.append(rf"(?<!\w){joined}{body}" if bounded else body)
    return re.compile("|".join(pieces))
