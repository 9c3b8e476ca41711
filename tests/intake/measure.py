"""How much of a page's article is found, and how much of what is found is the article, in tokens."""

from __future__ import annotations

import re
from collections import Counter

_TOKEN = re.compile(r"[\u3400-\u9fff]|[^\W\u3400-\u9fff]+")


def overlap(found: str, true: str) -> tuple[float, float]:
    """Precision and recall of the tokens of `found`, each counted as often as it stands; Han one by one."""
    here, there = Counter(_TOKEN.findall(found)), Counter(_TOKEN.findall(true))
    shared = (here & there).total()
    return shared / max(1, here.total()), shared / max(1, there.total())
