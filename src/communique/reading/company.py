"""The words that a cue wants beside it, and those that it shuns, sorted once a language by how they are open."""

from __future__ import annotations

from collections.abc import Sequence, Set
from typing import NamedTuple

from communique.lexicon.shape import Cue


def with_parts(texts: Set[str]) -> set[str]:
    """The texts, and the words of those that are names of several."""
    return {*texts, *(word for text in texts if " " in text for word in text.split())}


class Words(NamedTuple):
    """Words by how they are open: not at all, at the end, at the start, on both sides."""

    exact: frozenset[str]
    begin: tuple[str, ...]
    end: tuple[str, ...]
    inside: tuple[str, ...]

    @classmethod
    def of(cls, words: Sequence[str], parted: bool) -> Words | None:
        """The words sorted, None for none.

        Where nothing parts words (not `parted`), those of several characters are open on both sides.
        """
        if not words:
            return None
        if not parted:
            words = [f"*{word}*" if len(word) > 1 else word for word in words]
        return cls(
            frozenset(w for w in words if not w.startswith("*") and not w.endswith("*")),
            tuple(w[:-1] for w in words if w.endswith("*") and not w.startswith("*")),
            tuple(w[1:] for w in words if w.startswith("*") and not w.endswith("*")),
            tuple(w.strip("*") for w in words if w.startswith("*") and w.endswith("*")),
        )

    def among(self, near: Set[str]) -> bool:
        """Whether one of them is among the texts."""
        if not self.exact.isdisjoint(near):
            return True
        begin, end, inside = self.begin, self.end, self.inside
        if not begin and not end and not inside:
            return False
        for text in near:
            if text.startswith(begin) or text.endswith(end):
                return True
        return bool(inside) and any(part in text for text in near for part in inside)


class Company(NamedTuple):
    """What a cue wants beside it, and what it shuns."""

    wanted: Words | None
    shunned: Words | None


class Companies(dict[str, Company | None]):
    """The company of each cue of a language by the cue's id, None where it has none; made when first asked for."""

    def __init__(self, cues: dict[str, Cue], parted: bool) -> None:
        super().__init__()
        self.cues = cues
        self.parted = parted

    def __missing__(self, id: str) -> Company | None:
        cue = self.cues[id]
        made = Company(Words.of(cue.beside, self.parted), Words.of(cue.not_beside, self.parted))
        company = self[id] = made if made.wanted or made.shunned else None
        return company
