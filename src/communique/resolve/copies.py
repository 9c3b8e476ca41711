"""Which texts are copies of one another: syndicated, cut a little or with another head.

MinHash signatures of word shingles find candidates (Broder 1997), and the share of the shorter text's shingles
that the longer one has decides.
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from itertools import pairwise

from rensa import RMinHash  # type: ignore[import-untyped]

from communique.ledger.names import fold_name

SHARE = 0.75
"""Of the shorter text's shingles that the other must have, to be called a copy."""
FIGURES = 2 / 3
"""Of the numbers of the text with fewer that the other must have: a form filled in anew each month is no copy."""
WORDS = 4
_HASHES, _ROWS, _SEED = 96, 3, 7
_NUMBER = re.compile(r"\d+")
_LEAST = 12
"""Shingles under which a text says too little to be told a copy."""


def copies(texts: Iterable[tuple[str, str]]) -> dict[str, str]:
    """For each text `(id, text)` that copies an earlier one of the iterable, the id of the first such text."""
    ids: list[str] = []
    shingled: list[frozenset[str]] = []
    figures: list[frozenset[str]] = []
    for key, text in texts:
        ids.append(key)
        figures.append(frozenset(_NUMBER.findall(text)))
        shingled.append(frozenset(shingles(text)))
    original = list(range(len(ids)))
    for one, other in sorted(_candidates(shingled)):
        alike = (
            _share(shingled[one], shingled[other]) >= SHARE
            and _share(figures[one], figures[other]) >= FIGURES
        )
        if original[other] == other and alike:
            original[other] = original[one]
    return {ids[at]: ids[first] for at, first in enumerate(original) if first != at}


def shingles(text: str) -> Iterator[str]:
    """Every run of four words of a text, folded; of a script without spaces, of four characters."""
    words = fold_name(text).split()
    return (" ".join(words[at : at + WORDS]) for at in range(max(0, len(words) - WORDS + 1)))


def _candidates(shingled: Sequence[frozenset[str]]) -> set[tuple[int, int]]:
    """Pairs that share a band of their signatures, neighbours within each band."""
    told = [at for at, parts in enumerate(shingled) if len(parts) >= _LEAST]
    if len(told) < 2:
        return set()
    signatures = RMinHash.digests_from_token_sets([sorted(shingled[at]) for at in told], _HASHES, _SEED)
    bands: dict[tuple[int, ...], list[int]] = defaultdict(list)
    for at, signature in zip(told, signatures, strict=True):
        for low in range(0, _HASHES, _ROWS):
            bands[low, *signature[low : low + _ROWS]].append(at)
    found: set[tuple[int, int]] = set()
    for band in bands.values():
        found.update(pairwise(band))
        found.update((band[0], at) for at in band[1:])
    return found


def _share(one: frozenset[str], other: frozenset[str]) -> float:
    least = min(len(one), len(other))
    return len(one & other) / least if least else 1.0
