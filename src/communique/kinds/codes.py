"""Codes of states and organisations as people give them: checked, or found by a state's name."""

from __future__ import annotations

import re

from communique.errors import RequestError
from communique.lexicon.names import resolve_state
from communique.world.organisations import ORGANISATIONS
from communique.world.regions import REGIONS
from communique.world.states import STATES

CODE_FIELDS = frozenset(
    {"by", "toward", "countries", "parties", "destination", "country", "reporter", "partner", "host", "units"}
)
"""Fields whose texts are codes of states or organisations, or units of one."""
_OPEN = frozenset({"parties", "host"})
"""Of these, those that may also hold the name of something without a code."""
_UNIT = re.compile(r"[A-Z]{2}-[A-Z0-9]{1,3}")


def code_of(text: str, field: str, path: str) -> str:
    """The code that a text is or names; `RequestError` when it is none and the field takes only codes."""
    if text in STATES or text in ORGANISATIONS or text in REGIONS or _UNIT.fullmatch(text):
        return text
    if text.upper() in STATES:
        return text.upper()
    code = resolve_state(text)
    if code is None and field not in _OPEN:
        raise RequestError(f"{text!r} is no state or organisation; give a code such as KEN", entry=path)
    return code or text
