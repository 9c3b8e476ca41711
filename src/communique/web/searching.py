"""What a search may mean: a state, two states, a person, something with a name, a document."""

from __future__ import annotations

import re
from collections.abc import Sequence

from communique.ledger.looking import Named
from communique.ledger.names import fold_name
from communique.views.names import country_name, resolve
from communique.world.states import STATES

_BETWEEN = re.compile(r"\s*[–—,;/&+]\s*|\s+[-–]\s+|-|\s+")
_MOST_STATES = 12


def pair_in(text: str) -> tuple[str, str] | None:
    """The two states that a text names, whatever stands between them; None when it does not name two."""
    for found in _BETWEEN.finditer(text):
        left, right = text[: found.start()].strip(), text[found.end() :].strip()
        words = right.split(maxsplit=1)
        rights = [right, words[1]] if len(words) > 1 and len(words[0]) <= 3 else [right]
        for other in rights:
            a, b = resolve(left) if left else None, resolve(other) if other else None
            if a and b and a != b:
                return a, b
    return None


def states_in(text: str, held: set[str]) -> list[str]:
    """The codes of states that a text names or is a part of the name of; of others those that are held."""
    exact = resolve(text)
    part = fold_name(text).strip()
    names = {code: fold_name(country_name(code)) for code in (*STATES, *held)}
    fitting = sorted(code for code, name in names.items() if part and part in name)
    ranked = sorted(fitting, key=lambda code: (not names[code].startswith(f" {part}"), country_name(code)))
    return list(dict.fromkeys([*([exact] if exact else []), *ranked]))[:_MOST_STATES]


def named_in(text: str, named: Sequence[Named], kind: str) -> list[Named]:
    """What bears a name that holds all the words of the text, those told most first."""
    words = fold_name(text).split()
    return [one for one in named if one.kind == kind and words and all(word in one.folded for word in words)]
