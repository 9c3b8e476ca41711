"""States and organisations as people name them, to codes, with what the ledger holds besides."""

from __future__ import annotations

from communique.errors import RequestError, UnknownError
from communique.kinds.codes import code_of
from communique.web.held import Held


def code(text: str, place: str, held: Held) -> str:
    """The code of a state or organisation that is named, or of what else the ledger has statements on.

    `UnknownError` names `place`, the parameter, when there is none.
    """
    wanted = text.strip()
    try:
        return code_of(wanted, "country", place)
    except RequestError:
        known = sorted(held.thing("codes", held.ledger.country_codes))
        found = next((code for code in known if code.casefold() == wanted.casefold()), None)
        if found is None:
            raise UnknownError(
                f"{wanted!r} is no state or organisation that is known; give a code such as KEN", entry=place
            ) from None
        return found


def both(a: str, b: str, place: str, held: Held) -> tuple[str, str]:
    """The codes of two sides, in alphabetical order; `RequestError` when they are one."""
    one, other = sorted((code(a, place, held), code(b, place, held)))
    if one == other:
        raise RequestError(f"both names are of {one}; name two states", entry=place)
    return one, other


def sides(text: str, place: str, held: Held) -> tuple[str, str]:
    """The codes of the two sides that a text names, with a comma or a hyphen between."""
    separator = "," if "," in text else "-"
    named = [part for part in text.split(separator) if part.strip()]
    if len(named) != 2:
        raise RequestError("name two states, such as CHN-NGA or Viet Nam,China", entry=place)
    return both(named[0], named[1], place, held)
