"""Sentences for scoring only: two pieces of evidence overlap when they share one."""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from collections.abc import Iterable

_END = re.compile(r"""[.!?。！？؟]["'”“»)\]]*(?=\s|$)|[。！？]|\n+""")


class Sentences:
    """A text's sentences by number, split after full stops and line ends."""

    def __init__(self, text: str) -> None:
        self._ends = [match.end() for match in _END.finditer(text)]
        self._ends.append(len(text))

    def touched(self, spans: Iterable[tuple[int, int]]) -> set[int]:
        """The numbers of the sentences that the spans `[start, end)` touch; empty spans touch none."""
        return {
            number
            for start, end in spans
            if end > start
            for number in range(bisect_right(self._ends, start), self._last(end) + 1)
        }

    def _last(self, end: int) -> int:
        return min(bisect_left(self._ends, end), len(self._ends) - 1)
